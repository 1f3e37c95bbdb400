/** One check: what, when, how it stands; unfolded, the answers or what was answered. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Returned } from '../../state/snapshot-types'
import { t } from '../../text'
import { dueWords } from '../../text/dates'
import { Badge, OutcomeTag } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { IconMark, type Mark } from '../../ui/IconMark'
import { AnswerButtons } from '../shared/AnswerButtons'
import { FormerSlot } from '../shared/FormerSlot'
import { handOf } from '../shared/hand'
import { NoteForm } from '../shared/NoteForm'
import type { Shell } from '../shared/shell'
import type { Agenda } from './agenda'
import { EvidenceSlot } from './EvidenceSlot'
import { FindingSlot } from './FindingSlot'
import type { Row } from './rows'

type Props = { readonly row: Row; readonly agenda: Agenda; readonly shell: Shell }

export const CheckRow = ({ row, agenda, shell }: Props) => {
  const isActive = agenda.active.value?.key === row.key
  const isUnfolded = agenda.isUnfolded(row)
  return (
    <li
      class={`row${isActive ? ' row-active' : ''}${isUnfolded ? ' row-unfolded' : ''}${agenda.isLast(row) ? ' row-last' : ''}`}
    >
      <RowHead row={row} agenda={agenda} isActive={isActive} />
      {isUnfolded && <Fold row={row} agenda={agenda} shell={shell} />}
    </li>
  )
}

const Fold = ({ row, agenda, shell }: Props) => {
  const element = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(0)
  return (
    <div
      ref={element}
      class="row-fold"
      // What was under the pointer stays there: a fold does not shrink by a click in it.
      onClickCapture={() => setHeight(element.current?.offsetHeight ?? 0)}
      style={{ minHeight: agenda.isHeld(row) ? `${height}px` : '0' }}
    >
      {row.clash && <Heads row={row} agenda={agenda} />}
      {row.returned && !row.clash && <SentBack {...row.returned} />}
      <Former row={row} agenda={agenda} shell={shell} />
      <Folded row={row} agenda={agenda} shell={shell} />
      {agenda.proving.value?.key === row.key && <EvidenceSlot row={row} agenda={agenda} shell={shell} />}
    </div>
  )
}

const Folded = ({ row, agenda, shell }: Props) => {
  const noting = agenda.noting.value
  const isActive = agenda.active.value?.key === row.key
  if (noting?.key === row.key)
    return (
      <>
        <AnswerButtons
          chosen={noting.outcome ?? (row.clash ? undefined : row.outcome)}
          keys={false}
          onChoose={(outcome, hand) => agenda.choose(row, outcome, hand)}
        />
        <NoteForm
          key={noting.outcome ?? 'note'}
          outcome={noting.outcome}
          note={noting.note}
          missing={noting.missing}
          onInput={agenda.typeNote}
          onSave={agenda.saveNote}
          onCancel={agenda.leaveNote}
        />
      </>
    )
  if (!agenda.mayAnswer(row)) return <p class="quiet">{t().popup.mayNot}</p>
  return (
    <>
      {agenda.wasAnsweredHere(row) && !row.clash ? (
        <Answered row={row} agenda={agenda} shell={shell} />
      ) : (
        <AnswerButtons
          chosen={row.clash ? undefined : row.outcome}
          keys={isActive && shell.singleKeys()}
          onChoose={(outcome, hand) => agenda.choose(row, outcome, hand)}
        />
      )}
      {!isDone(row, agenda) && <More row={row} agenda={agenda} shell={shell} />}
    </>
  )
}

const RowHead = ({ row, agenda, isActive }: { row: Row; agenda: Agenda; isActive: boolean }) => {
  const button = useRef<HTMLButtonElement>(null)
  const request = agenda.focus.value
  const isWanted = request?.key === row.key
  useLayoutEffect(() => {
    if (!isWanted) return
    button.current?.focus({ preventScroll: true })
    if (request.scroll) button.current?.closest('li')?.scrollIntoView({ block: 'nearest' })
  }, [isWanted, request])
  useLayoutEffect(() => {
    // A popup opens with the focus nowhere; keys should land here, and screen readers start here.
    if (isActive && document.activeElement === document.body) button.current?.focus({ preventScroll: true })
  }, [isActive])
  const today = agenda.today.value
  const proofs = agenda.evidenceCount(row)
  return (
    <button
      ref={button}
      type="button"
      class="row-head"
      tabIndex={isActive ? 0 : -1}
      aria-current={isActive ? 'true' : undefined}
      onClick={() => agenda.select(row, 'pointer')}
    >
      <IconMark mark={markOf(row)} size="1.25rem" />
      <span class="row-text">
        <span class="row-title">{row.title}</span>
        <span class="row-meta" hidden={isDone(row, agenda)}>
          <span class={row.group === 'late' && !row.outcome ? 'row-due row-late' : 'row-due'}>
            {dueWords(row.due, today)}
          </span>
          <span class="row-theme">{row.theme}</span>
        </span>
        {(row.absent ||
          agenda.hasDepartments.value ||
          isRemote(row, agenda) ||
          agenda.hasDraft(row) ||
          proofs > 0) && (
          <span class="row-meta">
            {row.absent && <span class="row-for">{t().popup.for(row.absent)}</span>}
            {agenda.hasDepartments.value && <span class="row-department">{row.department}</span>}
            {isRemote(row, agenda) && <RemoteAnswer row={row} agenda={agenda} />}
            {agenda.hasDraft(row) && !row.outcome && <span class="row-draft">{t().popup.draft}</span>}
            {proofs > 0 && <span>{t().popup.evidenceCount(proofs)}</span>}
          </span>
        )}
      </span>
    </button>
  )
}

/** Answered here, and one has gone on: the answer takes one line, except while the pointer is at work there. */
const isDone = (row: Row, agenda: Agenda): boolean =>
  agenda.wasAnsweredHere(row) && !row.clash && agenda.active.value?.key !== row.key && !agenda.isHeld(row)

/** Answered elsewhere while the list stood open. */
const isRemote = (row: Row, agenda: Agenda): boolean =>
  row.outcome !== undefined && !row.clash && !agenda.wasAnsweredHere(row)

const RemoteAnswer = ({ row, agenda }: { row: Row; agenda: Agenda }) => (
  <span class="row-answer">
    {row.outcome && t().outcomes[row.outcome]}
    {row.answeredBy && ` · ${t().popup.answeredBy(agenda.nameOfMember(row.answeredBy))}`}
  </span>
)

const markOf = ({ clash, outcome, group, returned }: Row): Mark => {
  if (clash) return 'clash'
  if (returned) return 'open'
  return outcome ?? (group === 'late' ? 'late' : 'open')
}

/** It was not wholly in order, so there is something to note. */
const isFailure = ({ outcome, clash }: Row): boolean =>
  !clash && (outcome === 'partly' || outcome === 'not-in-order')

const Answered = ({ row, agenda, shell }: Props) => {
  const status = agenda.statusOf(row)
  return (
    <>
      <div class="answered">
        {row.outcome && <OutcomeTag mark={row.outcome}>{t().outcomesShort[row.outcome]}</OutcomeTag>}
        {row.review === 'submitted' && <span class="row-review">{t().reviews.submitted}</span>}
        {status && <span class={`line-status line-${status}`}>{t().lines[status]}</span>}
        <Button
          class="answered-undo"
          aria-label={t().popup.undoOf(row.title)}
          onClick={(event) => {
            // Not by the second click of a double click on the answer.
            if (event.detail <= 1) agenda.takeBack(row, handOf(event))
          }}
        >
          {t().popup.undo}
        </Button>
      </div>
      {row.note && <p class="row-note">{row.note}</p>}
      {isFailure(row) && <FindingSlot row={row} agenda={agenda} shell={shell} />}
    </>
  )
}

const More = ({ row, agenda, shell }: Props) => (
  <div class="row-more">
    <Button look="plain" aria-keyshortcuts="c" onClick={() => agenda.note(row)}>
      <Icon name="note" />
      {agenda.hasDraft(row) || row.note ? t().popup.editNote : t().popup.addNote}
    </Button>
    <Button look="plain" aria-keyshortcuts="e" onClick={() => agenda.evidence(row)}>
      {t().popup.evidence}
    </Button>
    <Button look="plain" aria-keyshortcuts="Enter" onClick={() => shell.openDashboard(row)}>
      {t().popup.history}
    </Button>
  </div>
)

/** It was answered, and then the control got another text. */
const Former = ({ row, agenda, shell }: Props) => {
  const store = agenda.live.value
  const check = agenda.checks.value.get(row.key)
  if (!store || !check?.former) return null
  return (
    <FormerSlot
      check={check}
      store={store}
      keys={shell.singleKeys()}
      nameOf={agenda.nameOfMember}
      onConfirm={agenda.mayAnswer(row) ? () => agenda.confirm(row, 'keys') : undefined}
    />
  )
}

/** What somebody who looked at the answer wants to be different. */
const SentBack = ({ by, remark }: Returned) => (
  <div class="sent-back">
    <p>{t().reviews.by(by)}</p>
    {remark !== '' && <p class="row-note">{remark}</p>}
  </div>
)

const Heads = ({ row, agenda }: { row: Row; agenda: Agenda }) => (
  <div class="heads">
    <p>{t().popup.clash}</p>
    <ul>
      {row.heads.map((head) => (
        <li key={`${head.by}${head.at}`}>
          <Badge tone={head.outcome ?? 'neutral'} mark={head.outcome ?? 'open'}>
            {head.outcome ? t().outcomes[head.outcome] : t().popup.takenBackWord}
          </Badge>
          <span class="head-by">{head.name ?? agenda.nameOfMember(head.by)}</span>
          {head.note && <span class="head-note">{head.note}</span>}
        </li>
      ))}
    </ul>
  </div>
)
