/** Evidence of one check: what there is, and the way to bring more. */
import './evidence.css'
import type { Check } from '../../state/types'
import { inLanguage } from '../../text'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { AddEvidence } from './AddEvidence'
import { EvidenceList } from './EvidenceList'
import { e } from './say'
import type { EvidenceWorld } from './world'

type Props = EvidenceWorld & {
  readonly check: Check
  /** The way to bring more stands open. */
  readonly isAdding: boolean
  readonly onAdding: (isAdding: boolean) => void
  readonly isPopup?: boolean
  readonly hasPage?: boolean
  readonly isHasty?: boolean
  /** The check waits for evidence in order to be in order. */
  readonly answers?: boolean
  readonly onAdded: (title: string) => void
  readonly onSaid: (sentence: string, undo: () => void) => void
}

export const EvidencePanel = (props: Props) => {
  const { check, store, desk, shell, isAdding, onAdding, onAdded, onSaid } = props
  const world = { store, desk, shell }
  const count = store.evidenceOf(check).length
  const wanted = inLanguage(check.control.evidence, check.control.evidenceEn)
  const isNeeded = check.control.isKey || check.control.needsEvidence
  const may = desk.mayAdd(check)
  return (
    <div class="evidence">
      {wanted !== '' && <p class="quiet">{e().wanted(wanted)}</p>}
      {count === 0 && <p class="quiet">{isNeeded ? e().needed : e().none}</p>}
      <EvidenceList {...world} check={check} onSaid={onSaid} />
      {!may && <p class="quiet">{e().mayNot}</p>}
      {may &&
        (isAdding ? (
          <AddEvidence {...props} onAdded={onAdded} onCancel={() => onAdding(false)} />
        ) : (
          <div>
            <Button aria-keyshortcuts="e" onClick={() => onAdding(true)}>
              <Icon name="plus" />
              {e().add.open}
            </Button>
          </div>
        ))}
    </div>
  )
}
