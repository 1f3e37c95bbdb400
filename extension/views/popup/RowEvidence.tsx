/** Evidence in a row of the popup or the side panel: captures the page beside it, and answers a check that waited for that. */
import { useSignal } from '@preact/signals'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Store } from '../../state/types'
import { useDesk } from '../evidence/desk'
import { EvidencePanel } from '../evidence/EvidencePanel'
import { e } from '../evidence/say'
import type { Shell } from '../shared/shell'
import type { Agenda } from './agenda'
import type { Row } from './rows'
import { SaidLine } from './SaidLine'

type Props = { readonly row: Row; readonly agenda: Agenda; readonly shell: Shell }

export const RowEvidence = (props: Props) => {
  const store = props.agenda.live.value
  return store ? <Found {...props} store={store} /> : null
}

const Found = ({ row, agenda, shell, store }: Props & { readonly store: Store }) => {
  const desk = useDesk(store)
  const check = agenda.checks.value.get(row.key)
  const said = useSignal<string | undefined>(undefined)
  const wanted = agenda.proving.value?.outcome
  const count = check ? store.evidenceOf(check).length : 0
  const [isAdding, setIsAdding] = useState(true)
  const section = useRef<HTMLElement>(null)
  // A popup is low: what was asked for comes into sight, its end first.
  useEffect(() => section.current?.scrollIntoView({ block: 'nearest' }), [desk, isAdding])
  const { room, about } = row
  useEffect(() => desk?.turnTo({ room, about }), [desk, room, about])
  if (!desk || !check) return null
  return (
    <section class="row-evidence" aria-label={e().title} ref={section}>
      {wanted && count > 0 && <p class="row-evidence-why">{e().needed}</p>}
      <SaidLine said={said} onUndo={desk.undo} />
      <EvidencePanel
        store={store}
        desk={desk}
        shell={shell}
        check={check}
        isPopup={!agenda.staysOpen}
        hasPage
        isHasty={count === 0 && wanted === undefined}
        isAdding={isAdding}
        onAdding={(next) => {
          setIsAdding(next)
          if (!next && count === 0) agenda.leaveEvidence('keys')
        }}
        answers={wanted !== undefined}
        onAdded={(title) => {
          setIsAdding(false)
          said.value = e().add.saved(title)
          agenda.proved(row)
        }}
        onSaid={(sentence) => {
          said.value = sentence
        }}
      />
    </section>
  )
}
