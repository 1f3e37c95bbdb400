/** Acts about findings as views do them: each says what was done, with the way back, or why it was not. */
import type { Check } from '../../../shared/queries/schedule'
import type { Place } from '../../state/quality-types'
import { titleOf } from '../../text'
import { useModel } from '../dashboard/context'
import { useWork } from '../work/world'
import { f, findingProblemWords } from './say'

/** Says what was done, with the way back; or gives the sentence about why it was not. */
export const useSaid = () => {
  const { toast } = useModel()
  const work = useWork()
  return (objection: string | undefined, text: string): string | undefined => {
    if (objection !== undefined) return findingProblemWords(objection)
    toast.value = { text, undo: () => void work.undo() }
    return undefined
  }
}

/** Notes what a failed check showed. @returns where it stands */
export const useNote = () => {
  const { toast } = useModel()
  const work = useWork()
  const said = useSaid()
  return (check: Check): Place | undefined => {
    const { added, objection } = work.noteFinding(check)
    const problem = said(objection, f().here.made(titleOf(check.control)))
    if (problem) toast.value = { text: problem, undo: undefined }
    return added
  }
}
