/** How the pages about self-assessment get at what they have in common: `useRounds`. */
import { type ComponentChildren, createContext } from 'preact'
import { useContext, useEffect, useRef } from 'preact/hooks'
import type { Rounds } from '../../state/rounds'
import type { Store } from '../../state/types'
import { useModel } from '../dashboard/context'
import { type FormDraft, useFormDraft } from '../quality/form-draft'
import { LaunchError } from '../shared/LaunchError'
import { Reading } from '../work/LazyPages'
import { useLoaded, useWork } from '../work/world'

const RoundsContext = createContext<Rounds | undefined>(undefined)

export const useRounds = (): Rounds => {
  const rounds = useContext(RoundsContext)
  if (!rounds) throw new Error('outside the pages about self-assessment')
  return rounds
}

export const WithRounds = ({ children }: { readonly children: ComponentChildren }) => {
  const { store, tools } = useModel()
  const { found: rounds, trouble } = useLoaded(store, known, openRounds)
  if (trouble !== undefined) return <LaunchError error={trouble} onReload={tools.reload} />
  if (!rounds) return <Reading />
  return <RoundsContext.Provider value={rounds}>{children}</RoundsContext.Provider>
}

const known = new WeakMap<Store, Rounds>()
const openRounds = (store: Store): Promise<Rounds> => store.rounds()

/** Says what was done; or gives the sentence about why it was not. @param isBack it can be taken back */
export const useSaid = () => {
  const { toast } = useModel()
  const rounds = useRounds()
  return (objection: string | undefined, text: string, isBack = false): string | undefined => {
    if (objection !== undefined) return objection
    toast.value = { text, undo: isBack ? () => void rounds.undo() : undefined }
    return undefined
  }
}

/** A form that follows what is said elsewhere, as long as nobody has typed in it. */
export const useFollowingDraft = <T extends object>(name: string, now: T): FormDraft<T> => {
  const draft = useFormDraft<T>(useWork().drafts, name, () => now)
  const start = useRef(JSON.stringify(draft.form))
  const said = JSON.stringify(now)
  useEffect(() => {
    const isTouched = draft.isRestored || JSON.stringify(draft.form) !== start.current
    if (isTouched || said === start.current) return
    start.current = said
    draft.set(now)
  }, [said])
  return draft
}
