/** Evidence in the sheet of a check. A check that waited for it is answered as soon as it is there. */
import { useEffect } from 'preact/hooks'
import type { Check } from '../../state/types'
import { useModel } from '../dashboard/context'
import { useDesk } from './desk'
import { EvidencePanel } from './EvidencePanel'
import { e } from './say'

export type EvidenceOfCheckProps = {
  readonly check: Check
  readonly isAdding: boolean
  readonly onAdding: (isAdding: boolean) => void
  /** The answer that waits for evidence. */
  readonly answer: (() => boolean) | undefined
}

export const EvidenceOfCheck = ({ check, isAdding, onAdding, answer }: EvidenceOfCheckProps) => {
  const { store, tools, toast } = useModel()
  const desk = useDesk(store)
  const { room, about } = check
  useEffect(() => desk?.turnTo({ room, about }), [desk, room, about])
  if (!desk) return null
  const count = store.evidenceOf(check).length
  return (
    <section class="check-evidence" aria-labelledby="evidence-title">
      <h3 id="evidence-title">
        {e().title} {count > 0 && <span class="quiet">{e().count(count)}</span>}
      </h3>
      <EvidencePanel
        store={store}
        desk={desk}
        shell={tools}
        check={check}
        isAdding={isAdding}
        onAdding={onAdding}
        answers={answer !== undefined}
        onAdded={(title) => {
          const isAnswered = answer?.() ?? false
          onAdding(false)
          const text = isAnswered ? e().add.savedAndAnswered(title) : e().add.saved(title)
          toast.value = { text, undo: () => void store.undo() }
        }}
        onSaid={(text, undo) => {
          toast.value = { text, undo }
        }}
      />
    </section>
  )
}
