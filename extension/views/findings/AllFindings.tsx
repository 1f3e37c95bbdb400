/** All findings in one place: filtered, the gravest first, and the failed checks of which nobody noted one. */
import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { addDays, startOfDay } from '../../../shared/days'
import { SEVERITIES, type Severity } from '../../../shared/kinds/finding'
import { withoutFinding } from '../../../shared/queries/findings'
import type { Check } from '../../../shared/queries/schedule'
import { t, titleOf } from '../../text'
import { periodWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { useModel } from '../dashboard/context'
import { placeOf } from '../dashboard/model'
import { hrefOf } from '../dashboard/route'
import { Segments } from '../dashboard/Segments'
import { rowAt } from '../keyboard/rows'
import { TEAM } from '../measures/arrange'
import { Still } from '../measures/Measures'
import { placeWords } from '../measures/words'
import { Filter, Search } from '../work/fields'
import { useKeptFilters } from '../work/filters'
import { DepartmentFilter, OwnerFilter } from '../work/who-where'
import { useWork } from '../work/world'
import { isUnder, passes, passesFilters, type Shown, shownOf, summaryOf } from './arrange'
import { FindingDialog } from './FindingDialog'
import { FindingFacts, FindingTitle, SeverityTag, StageTag } from './parts'
import { ALL_FINDINGS, FINDING_SHOWS, type FindingsRoute } from './route'
import { f } from './say'
import { useNote } from './verbs'

export const AllFindings = ({ page }: { readonly page: FindingsRoute }) => {
  const { router, store } = useModel()
  useKeptFilters(page, ALL_FINDINGS)
  const work = useWork()
  const isAdding = useSignal(false)
  const ground = work.ground.value
  const checks = store.checks.value
  const all = useMemo(() => shownOf(ground, checks), [ground, checks])
  const shown = all.filter(passes(page))
  const words = f()
  const mayAdd =
    work.mayWriteIn('team') || work.departments.value.some((key) => work.mayWriteIn(`dept/${key}`))
  const add = mayAdd && (
    <Button
      look="primary"
      onClick={() => {
        isAdding.value = true
      }}
    >
      <Icon name="plus" />
      {words.add}
    </Button>
  )
  return (
    <div class="page findings">
      <header class="page-head">
        <div>
          <h1>{words.title}</h1>
          <p class="quiet">{all.length === 0 ? words.intro : words.summary(summaryOf(all))}</p>
        </div>
        <div class="page-verbs">{all.length > 0 && add}</div>
      </header>
      <Still />
      {all.length === 0 ? (
        <EmptyState title={words.empty}>
          <p>{words.emptyNext}</p>
          {add}
        </EmptyState>
      ) : (
        <>
          <Filters page={page} all={all} />
          <p class="quiet" role="status">
            {words.count(shown.length, all.length)}
          </p>
          {shown.length === 0 ? (
            <EmptyState title={words.none}>
              <p>{words.noneNext}</p>
              <Button onClick={() => router.swap({ ...ALL_FINDINGS, show: 'all' })}>{words.showAll}</Button>
            </EmptyState>
          ) : (
            <section class="panel">
              <Table shown={shown} />
            </section>
          )}
        </>
      )}
      <Without department={page.department} all={all} />
      {isAdding.value && (
        <FindingDialog
          department={page.department}
          onClose={() => {
            isAdding.value = false
          }}
        />
      )}
    </div>
  )
}

const Filters = ({ page, all }: { readonly page: FindingsRoute; readonly all: readonly Shown[] }) => {
  const { router } = useModel()
  const words = f().filters
  const swap = (changes: Partial<FindingsRoute>): void => router.swap({ ...page, ...changes })
  const filtered = all.filter(passesFilters(page))
  return (
    <search class="work-filters">
      <Segments
        label={words.show}
        options={FINDING_SHOWS.map((show) => {
          const count = filtered.filter((each) => isUnder(each, show)).length
          return [show, show === 'all' ? words.shows.all : `${words.shows[show]} (${count})`] as const
        })}
        chosen={page.show}
        onChoose={(show) => swap({ show })}
      />
      <Search label={words.search} value={page.search} onInput={(search) => swap({ search })} />
      <DepartmentFilter
        label={words.department}
        all={words.everywhere}
        team={[TEAM, words.team]}
        value={page.department}
        onChoose={(department) => swap({ department })}
      />
      <Filter<Severity | ''>
        label={words.severity}
        value={page.severity ?? ''}
        options={[
          ['', words.any],
          ...SEVERITIES.toReversed().map((each) => [each, f().severities[each]] as const),
        ]}
        onChoose={(severity) => swap({ severity: severity || undefined })}
      />
      <OwnerFilter
        label={words.owner}
        all={words.everyone}
        value={page.owner}
        among={all.map(({ line }) => line)}
        onChoose={(owner) => swap({ owner })}
      />
    </search>
  )
}

const Table = ({ shown }: { readonly shown: readonly Shown[] }) => {
  const model = useModel()
  const words = f()
  return (
    <table class="table findings-table measures-table">
      <thead>
        <tr>
          <th scope="col">{words.columns.title}</th>
          <th scope="col" class="column-owner">
            {words.columns.owner}
          </th>
          <th scope="col" class="column-severity">
            {words.columns.severity}
          </th>
          <th scope="col" class="column-stage">
            {words.columns.stage}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ line, stage }) => (
          <tr key={`${line.room} ${line.about}`} {...rowAt(line)}>
            <th scope="row">
              <FindingTitle line={line} />
              {line.note !== '' && <span class="finding-note">{line.note}</span>}
              <span class="quiet measure-place">
                <FindingFacts line={line} />
              </span>
            </th>
            <td class="column-owner">
              {line.owner ? model.nameOf(line.owner) : <span class="quiet">{words.nobody}</span>}
            </td>
            <td class="column-severity">
              <SeverityTag severity={line.severity} />
            </td>
            <td class="column-stage">
              <StageTag stage={stage} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const DAYS_BACK = 180
const MOST = 50

/** Failed checks of the last half year, the newest first, each with one click to make a finding of it. */
const Without = ({
  department,
  all,
}: {
  readonly department: string | undefined
  readonly all: readonly Shown[]
}) => {
  const model = useModel()
  const { store } = model
  const work = useWork()
  const since = startOfDay(addDays(store.today.value, -DAYS_BACK))
  const failed = withoutFinding(
    store.checks.value.filter(
      (check) =>
        (check.answeredAt ?? 0) >= since &&
        (department === undefined || check.department === department) &&
        work.mayWriteIn(`dept/${check.department}`),
    ),
    all.map(({ line }) => line),
  ).sort((a, b) => (b.answeredAt ?? 0) - (a.answeredAt ?? 0))
  if (failed.length === 0) return null
  return (
    <details class="panel findings-without">
      <summary>{f().without.title(failed.length)}</summary>
      <p class="quiet">{f().without.intro}</p>
      <ul>
        {failed.slice(0, MOST).map((check) => (
          <Failed key={placeOf(check)} check={check} />
        ))}
      </ul>
    </details>
  )
}

const Failed = ({ check }: { readonly check: Check }) => {
  const model = useModel()
  const note = useNote()
  const title = titleOf(check.control)
  return (
    <li {...rowAt(check)}>
      <div>
        <a href={hrefOf({ sheet: 'check', room: check.room, about: check.about })}>{title}</a>
        <p class="quiet">
          {[
            placeWords(check.department, model),
            periodWords(check.period),
            check.outcome && t().outcomes[check.outcome].toLowerCase(),
            check.note,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <Button
        aria-label={f().here.makeOf(`${title}, ${periodWords(check.period)}`)}
        onClick={({ currentTarget }) => {
          // The line goes with it.
          currentTarget.closest('details')?.querySelector('summary')?.focus()
          note(check)
        }}
      >
        <Icon name="plus" />
        {f().here.make}
      </Button>
    </li>
  )
}
