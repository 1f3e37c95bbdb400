/** An open clash: every answer that was given apart, side by side. A person chooses; nothing is decided by a clock. */
import type { Check, Head } from '../../../../shared/queries/schedule'
import { t, titleOf } from '../../../text'
import { momentWords } from '../../../text/dates'
import { OutcomeTag } from '../../../ui/Badge'
import { Button } from '../../../ui/Button'
import { Icon } from '../../../ui/Icon'
import { useModel } from '../context'
import { d } from '../words'

export const Clash = ({ check, onSettled }: { readonly check: Check; readonly onSettled: () => void }) => {
  const { store } = useModel()
  const heads = check.heads ?? []
  const may = store.mayAnswer(check)
  return (
    <section class="clash" aria-labelledby="clash-title">
      <h3 id="clash-title">{d().check.clashTitle}</h3>
      <p>{d().check.clashText}</p>
      <ul>
        {heads.map((head, index) => (
          <HeadCard
            key={`${head.by} ${head.at}`}
            check={check}
            head={head}
            counts={index === heads.length - 1}
            may={may}
            onSettled={onSettled}
          />
        ))}
      </ul>
    </section>
  )
}

const HeadCard = ({
  check,
  head,
  counts,
  may,
  onSettled,
}: {
  readonly check: Check
  readonly head: Head
  readonly counts: boolean
  readonly may: boolean
  readonly onSettled: () => void
}) => {
  const { store, toast, nameOf } = useModel()
  const outcome = head.outcome ?? outcomeBeside(check)
  const settle = (): void => {
    const objection =
      outcome === undefined ? store.takeBack(check) : store.answer(check, { outcome, note: head.note })
    if (objection) {
      toast.value = { text: t().popup.evidenceMissing(titleOf(check.control)), undo: undefined }
      return
    }
    toast.value = {
      text: d().check.settled,
      undo: () => {
        store.undo()
        toast.value = { text: d().check.undone, undo: undefined }
      },
    }
    onSettled()
  }
  return (
    <li class="clash-head">
      <p class="clash-who">
        <strong>{nameOf(head.by)}</strong>
        <span class="quiet">{momentWords(head.at)}</span>
      </p>
      {outcome ? (
        <OutcomeTag mark={outcome}>{t().outcomes[outcome]}</OutcomeTag>
      ) : (
        <OutcomeTag mark="open">{d().check.clashNone}</OutcomeTag>
      )}
      {head.note !== '' && <blockquote class="note">{head.note}</blockquote>}
      {counts && <p class="quiet">{d().check.clashCounts}</p>}
      {may && (
        <Button
          onClick={settle}
          aria-label={`${outcome ? d().check.clashChoose : d().check.clashLeaveOpen}: ${titleOf(check.control)}, ${nameOf(head.by)}`}
        >
          <Icon name="confirmed" />
          {outcome ? d().check.clashChoose : d().check.clashLeaveOpen}
        </Button>
      )}
    </li>
  )
}

// A head that changed only the note leaves the outcome as it stands.
const outcomeBeside = ({ heads = [], outcome }: Check): Check['outcome'] =>
  heads.some((head) => head.outcome !== undefined && head.outcome !== outcome) ? undefined : outcome
