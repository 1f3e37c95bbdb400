/** One check: what is asked, how it stands, the answer form, an open clash, and its whole history. */
import { useRef, useState } from 'preact/hooks'
import type { Outcome } from '../../../../shared/kinds/check'
import type { Check } from '../../../../shared/queries/schedule'
import { inLanguage, nameOf, t, titleOf } from '../../../text'
import { dayWords, dueWords, momentWords, periodWords } from '../../../text/dates'
import { OutcomeTag } from '../../../ui/Badge'
import { Button } from '../../../ui/Button'
import { EmptyState } from '../../../ui/EmptyState'
import { Icon } from '../../../ui/Icon'
import { EvidenceSlot } from '../../evidence/EvidenceSlot'
import { FindingSlot } from '../../findings/FindingPages'
import { controlHref } from '../../library/route'
import { ThreadSlot } from '../../quality/ThreadSlot'
import { AskReviewSlot, ReviewSlot } from '../../reviews/ReviewPages'
import { CheckForm } from '../../shared/CheckForm'
import { keyOfCheck } from '../../shared/drafts'
import { FormerSlot } from '../../shared/FormerSlot'
import { WorkSlot } from '../../work/WorkSlot'
import { useModel } from '../context'
import { type Model, placeOf } from '../model'
import { Also } from '../Presence'
import { ReviewWord } from '../ReviewWord'
import { hrefOf } from '../route'
import type { CheckSheet as CheckRoute } from '../router'
import { Sheet } from '../Sheet'
import { d, listOf, markOf, standing } from '../words'
import { Clash } from './Clash'
import { History } from './History'

export const CheckSheet = ({ route }: { readonly route: CheckRoute }) => {
  const { store, router, find } = useModel()
  const { room, about } = route
  const standing = useRef<HTMLDivElement>(null)
  // What was operated may be gone after the act; how the check stands now is what one wants to know.
  const toStanding = (): void => standing.current?.focus()
  const check = find(room, about)
  const back = router.lines.value && (
    <Button look="plain" class="sheet-back" onClick={router.closeSheet}>
      <Icon name="left" />
      {d().check.back}
    </Button>
  )
  if (!check)
    return (
      <Sheet title={d().check.title} above={back} onClose={router.closeSheet}>
        {store.ready.value ? (
          <EmptyState title={d().check.unknown}>{d().check.unknownNext}</EmptyState>
        ) : (
          <p class="quiet">{d().frame.reading}</p>
        )}
      </Sheet>
    )
  return (
    <Sheet
      title={titleOf(check.control)}
      above={
        <>
          {back}
          <Above check={check} />
        </>
      }
      isOnTop={router.measure.value === undefined}
      onClose={router.closeSheet}
    >
      <div ref={standing} class="standing" tabIndex={-1}>
        <Standing check={check} />
      </div>
      {check.clash && <Clash check={check} onSettled={toStanding} />}
      <Former check={check} onDone={toStanding} />
      <ReviewSlot check={check} onDone={toStanding} />
      <Answering key={placeOf(check)} check={check} onDone={toStanding} />
      <AskReviewSlot check={check} onDone={toStanding} />
      <FindingSlot check={check} />
      <Work check={check} />
      <Facts check={check} />
      <History check={check} />
    </Sheet>
  )
}

const Above = ({ check }: { readonly check: Check }) => {
  const { department } = useModel()
  const where = department.value.get(check.department)
  return (
    <p class="sheet-above">
      <a
        href={hrefOf({
          page: 'department',
          department: check.department,
          year: Number(check.room.slice(-4)),
        })}
      >
        {where ? nameOf(where) : check.department}
      </a>{' '}
      · {periodWords(check.period)}
    </p>
  )
}

const Looking = ({ check }: { readonly check: Check }) => {
  const { others } = useModel()
  const here = others.value.filter(({ room, at }) => room === check.room && at === check.about)
  return <Also present={here} say={d().check.looking} />
}

/** How it stands now: outcome or due day, who, on time or late, and how safe one's answer is. */
const Standing = ({ check }: { readonly check: Check }) => {
  const { store, nameOf: nameOfMember } = useModel()
  const today = store.today.value
  const isOwn = check.answeredBy === store.session.member
  return (
    <>
      <div class="standing-tags">
        <OutcomeTag mark={markOf(check)}>{check.clash ? t().clash : standing(check, today)}</OutcomeTag>
        <ReviewWord check={check} />
        {check.outcome &&
          (check.onTime ? (
            <span class="quiet">{d().department.doneOnTime}</span>
          ) : (
            <span class="late-word">{d().department.doneLate}</span>
          ))}
        <Looking check={check} />
      </div>
      {check.answeredAt !== undefined && (
        <p class="quiet">
          {d().check.by(whoAnswered(check, nameOfMember), momentWords(check.answeredAt))}
          {isOwn && ` · ${t().lines[store.statusOf(check)]}`}
        </p>
      )}
      {check.note !== '' && !check.clash && <blockquote class="note">{check.note}</blockquote>}
    </>
  )
}

const whoAnswered = ({ answeredBy, performer }: Check, nameOfMember: Model['nameOf']): string =>
  performer !== undefined && performer !== answeredBy
    ? d().check.forBy(nameOfMember(performer), nameOfMember(answeredBy))
    : nameOfMember(answeredBy)

/** The answer that waits for evidence. */
type Waiting = { readonly outcome: Outcome; readonly note: string }

/** The answer and what proves it: a key control that is said to be in order first asks for evidence. */
const Answering = ({ check, onDone }: { readonly check: Check; readonly onDone: () => void }) => {
  const { store, tools } = useModel()
  const [isAdding, setIsAdding] = useState(false)
  const [waiting, setWaiting] = useState<Waiting | undefined>()
  const answer = (): boolean => {
    const isAnswered = waiting !== undefined && store.answer(check, waiting) === undefined
    if (isAnswered) {
      tools.drafts.clearDraft(keyOfCheck(check))
      onDone()
    }
    return isAnswered
  }
  return (
    <>
      <Answer
        check={check}
        onDone={onDone}
        onObjection={(outcome, note) => {
          setWaiting({ outcome, note })
          setIsAdding(true)
        }}
      />
      <EvidenceSlot
        check={check}
        isAdding={isAdding}
        onAdding={(next) => {
          setIsAdding(next)
          if (!next) setWaiting(undefined)
        }}
        answer={waiting && answer}
      />
    </>
  )
}

const Answer = ({
  check,
  onDone,
  onObjection,
}: {
  readonly check: Check
  readonly onDone: () => void
  readonly onObjection: (outcome: Outcome, note: string) => void
}) => {
  const { store, tools, toast } = useModel()
  const title = titleOf(check.control)
  const undo = (): void => {
    store.undo()
    toast.value = { text: d().check.undone, undo: undefined }
  }
  if (!store.mayAnswer(check)) return <p class="quiet">{d().check.mayNot}</p>
  if (check.state === 'later' && !check.outcome)
    return <p class="quiet">{d().check.notOpen(dayWords(check.opens, store.today.value))}</p>
  return (
    <section class="answer-form" aria-labelledby="answer-title">
      <h3 id="answer-title">
        {check.clash ? d().check.clashNew : check.outcome ? d().check.change : d().check.answer}
      </h3>
      <CheckForm
        check={check.clash ? unanswered(check) : check}
        store={store}
        drafts={tools.drafts}
        keys={tools.singleKeys()}
        onObjection={onObjection}
        onAnswered={(outcome: Outcome) => {
          toast.value = { text: d().check.saved(title, t().outcomes[outcome]), undo }
          onDone()
        }}
      />
      {check.outcome && (
        <Button
          look="plain"
          onClick={() => {
            store.takeBack(check)
            toast.value = { text: d().check.takenBack(title), undo }
            onDone()
          }}
        >
          <Icon name="undo" />
          {d().check.takeBack}
        </Button>
      )}
    </section>
  )
}

/** It was answered, and then the control got another text. */
const Former = ({ check, onDone }: { readonly check: Check; readonly onDone: () => void }) => {
  const { store, tools, toast, nameOf: nameOfMember } = useModel()
  const { former } = check
  if (!former) return null
  return (
    <FormerSlot
      check={check}
      store={store}
      keys={tools.singleKeys()}
      nameOf={nameOfMember}
      onConfirm={
        store.mayAnswer(check)
          ? () => {
              store.confirm(check)
              toast.value = {
                text: d().check.saved(titleOf(check.control), t().outcomes[former.outcome]),
                undo: () => void store.undo(),
              }
              onDone()
            }
          : undefined
      }
    />
  )
}

// Of answers that contradict each other none is proposed: what is said now is said anew.
const unanswered = ({ outcome: _outcome, ...rest }: Check): Check => ({ ...rest, note: '' })

/** Measures and plans that came of it. What was not wholly in order leads to one. */
const Work = ({ check }: { readonly check: Check }) => {
  const { about, control, department, outcome } = check
  const isWanted = outcome === 'partly' || outcome === 'not-in-order'
  return (
    <WorkSlot
      place={control.about}
      subject={about}
      department={department}
      prefill={{ origin: about, department }}
      isAlways={isWanted}
    />
  )
}

const Facts = ({ check }: { readonly check: Check }) => {
  const { store, theme, nameOf: nameOfMember } = useModel()
  const { control } = check
  const about = theme.value.get(control.theme)
  const goal = about?.goals.find(({ code }) => code === control.goal)
  const words = d().check
  return (
    <dl class="check-facts">
      <dt>{words.due}</dt>
      <dd>
        {check.outcome ? dayWords(check.due, store.today.value) : dueWords(check.due, store.today.value)}
      </dd>
      <dt>{words.theme}</dt>
      <dd>{about ? nameOf(about) : control.theme}</dd>
      {goal && (
        <>
          <dt>{words.goal}</dt>
          <dd>{nameOf(goal)}</dd>
        </>
      )}
      {control.method !== '' && (
        <>
          <dt>{words.method}</dt>
          <dd class="check-method">{inLanguage(control.method, control.methodEn)}</dd>
        </>
      )}
      {check.prepare !== undefined && !check.outcome && (
        <>
          <dt>{words.prepare}</dt>
          <dd>{words.prepareFrom(dayWords(check.prepare, store.today.value))}</dd>
        </>
      )}
      <dt>{words.evidence}</dt>
      <dd>{control.evidence === '' ? words.noEvidence : inLanguage(control.evidence, control.evidenceEn)}</dd>
      <dt>{d().department.rhythm}</dt>
      <dd>
        {t().rhythms[control.rhythm]}
        {control.isKey && ` · ${d().department.keyControl.toLowerCase()}`}
        {' · '}
        <a href={controlHref(control.key)}>{words.toControl}</a>
      </dd>
      <dt>{words.performers}</dt>
      <dd>
        {control.performers.length === 0
          ? words.everyone
          : listOf(control.performers.map((key) => nameOfMember(key)))}
      </dd>
      <ThreadSlot control={control.key} />
    </dl>
  )
}
