/** Everything that waits for one, on one page: checks, answers to review, what came back, measures, findings, evidence. */
import './mine.css'
import '../measures/measures.css'
import '../work/work-list.css'
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import type { Round } from '../../../shared/kinds/round'
import { type EvidenceLine, isExpired } from '../../../shared/queries/evidence'
import type { FindingLine } from '../../../shared/queries/findings'
import type { MyWork } from '../../../shared/queries/my-work'
import type { Check } from '../../../shared/queries/schedule'
import { nameOf, titleOf } from '../../text'
import { dayWords, dueWords, momentWords, periodWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { IconMark } from '../../ui/IconMark'
import { useModel } from '../dashboard/context'
import { hrefOf, OVERVIEW } from '../dashboard/route'
import { Segments } from '../dashboard/Segments'
import { d } from '../dashboard/words'
import { ALL_FINDINGS, findingHref } from '../findings/route'
import { rowAt } from '../keyboard/rows'
import { Still } from '../measures/Measures'
import { MeasureItem } from '../measures/parts'
import { reviewsHref } from '../reviews/route'
import { roundHref } from '../rounds/route'
import { readsOnly } from '../shared/reads-only'
import { useKeptFilters } from '../work/filters'
import { WithWork } from '../work/world'
import { Absence } from './Absence'
import { countsOf, shownChecks } from './arrange'
import { MyChecks } from './MyChecks'
import { MINE_SHOWS, type MinePage, MY_WORK } from './route'
import { StandIns } from './StandIns'
import { w } from './say'
import { useMyWork } from './use-my-work'

type Props = { readonly page: MinePage }

export const MineOpen = (props: Props) => (
  <WithWork>
    <Mine {...props} />
  </WithWork>
)

const Mine = ({ page }: Props) => {
  const { store, router } = useModel()
  useKeptFilters(page, MY_WORK)
  const work = useMyWork()
  const isAway = useSignal(false)
  const shown = shownChecks(work.checks, page.show)
  const words = w()
  const beside = hasMore(work)
  const isReader = readsOnly(store.grants.value) && work.checks.length === 0
  return (
    <div class="page mine">
      <header class="page-head">
        <div>
          <h1>{words.title}</h1>
          <p class="quiet">
            {isReader
              ? words.reader.intro
              : work.checks.length === 0 && !beside
                ? words.intro
                : words.summary(countsOf(shown))}
          </p>
        </div>
        <div class="page-verbs">
          {!isReader && (
            <>
              <Segments
                label={words.show.label}
                options={MINE_SHOWS.map((show) => [show, words.show[show]] as const)}
                chosen={page.show}
                onChoose={(show) => router.swap({ ...page, show })}
              />
              <a class="button" href={reviewsHref()}>
                <Icon name="confirmed" />
                {words.reviews.link(work.reviews.length)}
              </a>
            </>
          )}
          {store.mayManage() && (
            <Button
              onClick={() => {
                isAway.value = true
              }}
            >
              <Icon name="calendar" />
              {words.standIn.open}
            </Button>
          )}
        </div>
      </header>
      <Still />
      <StandIns />
      <div class={beside ? 'columns' : undefined}>
        {isReader ? <ReadsAlong /> : <MyChecks checks={shown} show={page.show} />}
        {beside && (
          <div class="stack">
            <Returned checks={work.returned} />
            <Reviews checks={work.reviews} />
            <Rounds rounds={work.rounds} />
            <Measures work={work} />
            <Findings lines={work.findings} />
            <Evidence lines={work.evidence} />
          </div>
        )}
      </div>
      {isAway.value && (
        <Absence
          member={store.session.member}
          onClose={() => {
            isAway.value = false
          }}
        />
      )}
    </div>
  )
}

const hasMore = ({ reviews, returned, measures, findings, evidence, rounds }: MyWork): boolean =>
  [reviews, returned, measures, findings, evidence, rounds].some(({ length }) => length > 0)

/** For who may answer nothing anywhere. */
const ReadsAlong = () => (
  <section class="panel">
    <EmptyState title={w().reader.title} picture={<IconMark mark="open" size="2.5rem" />}>
      <p>{w().reader.next}</p>
      <p class="page-verbs">
        <a class="button" href={hrefOf(OVERVIEW)}>
          {d().pages.overview}
        </a>
        <a class="button" href={hrefOf(ALL_FINDINGS)}>
          {d().pages.findings}
        </a>
      </p>
    </EmptyState>
  </section>
)

/** A list beside the checks; nothing when it is empty. */
const Panel = ({
  title,
  count,
  verb,
  children,
}: {
  readonly title: string
  readonly count: number
  readonly verb?: ComponentChildren
  readonly children: ComponentChildren
}) =>
  count === 0 ? null : (
    <section class="panel mine-panel" aria-label={title}>
      <div class="panel-head">
        <h2>
          {title} <span class="group-count">{count}</span>
        </h2>
        {verb}
      </div>
      <ul class="lines">{children}</ul>
    </section>
  )

const Returned = ({ checks }: { readonly checks: readonly Check[] }) => {
  const model = useModel()
  return (
    <Panel title={w().returned.title} count={checks.length}>
      {checks.map((check) => (
        <CheckItem key={`${check.room} ${check.about}`} check={check}>
          {check.review?.reviewer && (
            <p class="quiet">{w().returned.by(model.nameOf(check.review.reviewer))}</p>
          )}
          {check.review && check.review.remark !== '' && (
            <blockquote class="note">{check.review.remark}</blockquote>
          )}
        </CheckItem>
      ))}
    </Panel>
  )
}

const FEW = 6

const Reviews = ({ checks }: { readonly checks: readonly Check[] }) => {
  const model = useModel()
  const all = (
    <a class="button" href={reviewsHref()}>
      {w().reviews.all}
    </a>
  )
  return (
    <Panel title={w().reviews.title} count={checks.length} verb={all}>
      {checks.slice(0, FEW).map((check) => (
        <CheckItem key={`${check.room} ${check.about}`} check={check}>
          {check.answeredAt !== undefined && (
            <p class="quiet">
              {w().reviews.by(
                model.nameOf(check.performer ?? check.answeredBy),
                momentWords(check.answeredAt),
              )}
            </p>
          )}
        </CheckItem>
      ))}
    </Panel>
  )
}

const Rounds = ({ rounds }: { readonly rounds: readonly Round[] }) => (
  <Panel title={w().rounds.title} count={rounds.length}>
    {rounds.map(({ key, title }) => (
      <li key={key} class="line">
        <div class="line-what">
          <a href={roundHref(key)}>{title}</a>
          <p class="quiet">{w().rounds.waiting}</p>
        </div>
      </li>
    ))}
  </Panel>
)

const CheckItem = ({ check, children }: { readonly check: Check; readonly children: ComponentChildren }) => {
  const { department } = useModel()
  const where = department.value.get(check.department)
  return (
    <li class="line" {...rowAt(check)}>
      <div class="line-what">
        <a href={hrefOf({ sheet: 'check', room: check.room, about: check.about })}>
          {titleOf(check.control)}
        </a>
        <p class="quiet">
          {[where ? nameOf(where) : check.department, periodWords(check.period)].join(' · ')}
        </p>
        {children}
      </div>
    </li>
  )
}

const Measures = ({ work: { measures, asked } }: { readonly work: MyWork }) => {
  // What somebody waits for comes first.
  const lines = [...asked, ...measures.filter((line) => !line.asked)]
  return lines.length === 0 ? null : (
    <section class="panel mine-panel" aria-label={w().measures.title}>
      <div class="panel-head">
        <h2>
          {w().measures.title} <span class="group-count">{lines.length}</span>
        </h2>
      </div>
      <ul class="work-list">
        {lines.map((line) => (
          <MeasureItem key={`${line.room} ${line.about}`} line={line} />
        ))}
      </ul>
    </section>
  )
}

const Findings = ({ lines }: { readonly lines: readonly FindingLine[] }) => {
  const { department } = useModel()
  return (
    <Panel title={w().findings.title} count={lines.length}>
      {lines.map((line) => {
        const where = line.department && department.value.get(line.department)
        return (
          <li key={`${line.room} ${line.about}`} class="line" {...rowAt(line)}>
            <div class="line-what">
              <a href={findingHref(line.about)}>{line.title}</a>
              <p class="quiet">
                {[where && nameOf(where), w().findings.stages[line.stage]].filter(Boolean).join(' · ')}
              </p>
            </div>
          </li>
        )
      })}
    </Panel>
  )
}

const Evidence = ({ lines }: { readonly lines: readonly EvidenceLine[] }) => {
  const { store, find } = useModel()
  const today = store.today.value
  return (
    <Panel title={w().evidence.title} count={lines.length}>
      {lines.map((line) => {
        const check = find(line.room, line.check)
        const until = line.validUntil ?? today
        return (
          <li
            key={`${line.room} ${line.about}`}
            class="line"
            {...rowAt({ room: line.room, about: line.check })}
          >
            <div class="line-what">
              <a href={hrefOf({ sheet: 'check', room: line.room, about: line.check })}>
                {line.title || line.name || w().evidence.untitled}
              </a>
              {check && (
                <p class="quiet">
                  {titleOf(check.control)} · {periodWords(check.period)}
                </p>
              )}
              <p class={isExpired(line, today) ? 'late-word' : 'quiet'}>
                {isExpired(line, today)
                  ? w().evidence.expired(dayWords(until, today))
                  : w().evidence.expires(dueWords(until, today))}
              </p>
            </div>
          </li>
        )
      })}
    </Panel>
  )
}

/** Nothing at all to do. */
export const Nothing = () => (
  <EmptyState title={w().none} picture={<IconMark mark="in-order" size="2.5rem" />}>
    {w().noneNext}
  </EmptyState>
)
