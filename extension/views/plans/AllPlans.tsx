/** All plans as a list, a board or lines in time; what one chose to see stays in the address. */
import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { HORIZONS, type Horizon } from '../../../shared/kinds/measure'
import {
  boardOf,
  COLUMNS,
  type columnOf,
  type PlanLine,
  plansOf,
  timelineOf,
} from '../../../shared/queries/plans'
import { nameOf } from '../../text'
import { dayWords } from '../../text/dates'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { Progress } from '../../ui/Progress'
import { useModel } from '../dashboard/context'
import { Segments } from '../dashboard/Segments'
import { rowAt } from '../keyboard/rows'
import { Still } from '../measures/Measures'
import { m } from '../measures/say'
import { placeWords } from '../measures/words'
import { Filter, Search } from '../work/fields'
import { useKeptFilters } from '../work/filters'
import { OwnerFilter } from '../work/who-where'
import { useWork } from '../work/world'
import { NewPlan } from './PlanDialog'
import { ALL_PLANS, PLAN_LOOKS, PLAN_SHOWS, type PlansRoute, planHref } from './route'
import { p } from './say'
import { Timeline } from './Timeline'
import { columnWords, phaseWords } from './words'

export const AllPlans = ({ page }: { readonly page: PlansRoute }) => {
  const { router } = useModel()
  useKeptFilters(page, ALL_PLANS)
  const work = useWork()
  const ground = work.ground.value
  const isAdding = useSignal(false)
  const all = useMemo(() => plansOf(ground), [ground])
  const plans = all.filter(isShown(page))
  const words = p()
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
    <div class="page plans">
      <header class="page-head">
        <div>
          <h1>{words.title}</h1>
          <p class="quiet">{words.intro}</p>
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
            {words.count(plans.length, all.length)}
          </p>
          {plans.length === 0 ? (
            <EmptyState title={words.none}>
              <p>{words.noneNext}</p>
              <Button onClick={() => router.swap({ ...ALL_PLANS, look: page.look, show: 'all' })}>
                {words.showAll}
              </Button>
            </EmptyState>
          ) : (
            <Look page={page} plans={plans} />
          )}
        </>
      )}
      {isAdding.value && (
        <NewPlan
          onClose={() => {
            isAdding.value = false
          }}
        />
      )}
    </div>
  )
}

const Look = ({ page, plans }: { readonly page: PlansRoute; readonly plans: readonly PlanLine[] }) => {
  const { store } = useModel()
  if (page.look === 'board')
    return <Board plans={plans} isOpen={page.show === 'open' || page.show === 'stuck'} />
  if (page.look === 'timeline') return <Timeline rows={timelineOf(plans, store.today.value)} />
  return <List plans={plans} />
}

const isShown =
  ({ show, owner, department, horizon, search }: PlansRoute) =>
  (plan: PlanLine): boolean =>
    (show === 'all' || (show === 'stuck' ? plan.stuck : plan.state === show)) &&
    (owner === undefined || plan.owner === owner) &&
    (department === undefined || plan.departments.includes(department)) &&
    (horizon === undefined || plan.horizon === horizon) &&
    plan.title.toLowerCase().includes(search.trim().toLowerCase())

const Filters = ({ page, all }: { readonly page: PlansRoute; readonly all: readonly PlanLine[] }) => {
  const { router, department } = useModel()
  const words = p()
  const swap = (changes: Partial<PlansRoute>): void => router.swap({ ...page, ...changes })
  const departments = new Set(all.flatMap((plan) => plan.departments))
  return (
    <search class="work-filters">
      <Segments
        label={words.looks.label}
        options={PLAN_LOOKS.map((look) => [look, words.looks[look]] as const)}
        chosen={page.look}
        onChoose={(look) => swap({ look })}
      />
      <Segments
        label={m().filters.show}
        options={PLAN_SHOWS.map((show) => [show, words.shows[show]] as const)}
        chosen={page.show}
        onChoose={(show) => swap({ show })}
      />
      <Search label={m().filters.search} value={page.search} onInput={(search) => swap({ search })} />
      <OwnerFilter
        label={words.columns.owner}
        all={m().filters.everyone}
        value={page.owner}
        among={all}
        onChoose={(owner) => swap({ owner })}
      />
      <Filter
        label={m().filters.department}
        value={page.department ?? ''}
        options={[
          ['', m().filters.everywhere],
          ...[...department.value.values()]
            .filter(({ key }) => departments.has(key) || key === page.department)
            .map((each) => [each.key, nameOf(each)] as const),
        ]}
        onChoose={(next) => swap({ department: next || undefined })}
      />
      <Filter<Horizon | ''>
        label={m().filters.horizon}
        value={page.horizon ?? ''}
        options={[['', m().filters.any], ...HORIZONS.map((each) => [each, m().shortHorizons[each]] as const)]}
        onChoose={(horizon) => swap({ horizon: horizon || undefined })}
      />
    </search>
  )
}

const List = ({ plans }: { readonly plans: readonly PlanLine[] }) => {
  const { nameOf: nameOfMember, store } = useModel()
  const words = p().columns
  return (
    <section class="panel">
      <table class="table plans-table">
        <thead>
          <tr>
            <th scope="col">{words.title}</th>
            <th scope="col">{words.owner}</th>
            <th scope="col">{words.pdca}</th>
            <th scope="col" class="column-progress">
              {words.progress}
            </th>
            <th scope="col">{words.due}</th>
          </tr>
        </thead>
        <tbody>
          {plans.map((plan) => (
            <tr key={plan.about} {...rowAt(plan)}>
              <th scope="row">
                <a href={planHref(plan.key)}>{plan.title}</a>
                <Departments plan={plan} />
              </th>
              <td>{plan.owner ? nameOfMember(plan.owner) : <span class="quiet">{m().nobody}</span>}</td>
              <td>
                <PhaseTag plan={plan} />
              </td>
              <td class="column-progress">
                <PlanProgress plan={plan} />
              </td>
              <td>
                {plan.due ? dayWords(plan.due, store.today.value) : <span class="quiet">{p().noDay}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Departments = ({ plan }: { readonly plan: PlanLine }) => {
  const model = useModel()
  const names = plan.departments.map((key) => placeWords(key, model))
  return <span class="quiet measure-place">{names.length > 0 ? names.join(', ') : m().filters.team}</span>
}

/** The phase, or how it ended; and that it stands still. */
export const PhaseTag = ({ plan }: { readonly plan: PlanLine }) => {
  const { state, pdca, stuck } = plan
  return (
    <span class="phase-tags">
      {state === 'open' ? (
        <Badge tone="info">{phaseWords(pdca)}</Badge>
      ) : state === 'finished' ? (
        <Badge tone="in-order" mark="in-order">
          {p().shows.finished}
        </Badge>
      ) : (
        <Badge tone="not-applicable" mark="not-applicable">
          {p().shows.stopped}
        </Badge>
      )}
      {stuck && (
        <Badge tone="late" mark="late">
          {p().stuck}
        </Badge>
      )}
    </span>
  )
}

export const PlanProgress = ({
  plan: { progress, measures },
}: {
  readonly plan: Pick<PlanLine, 'progress' | 'measures'>
}) => {
  const words = p()
  return (
    <span class="plan-progress">
      {progress.total > 0 && (
        <Progress value={progress.done} max={progress.total} label={words.columns.progress} />
      )}
      <span class="quiet">
        {progress.total === 0 && measures.length > 0
          ? words.allStopped
          : words.progress(progress.done, progress.total)}
        {progress.late > 0 && <span class="late-word"> · {words.late(progress.late)}</span>}
      </span>
    </span>
  )
}

const Board = ({ plans, isOpen }: { readonly plans: readonly PlanLine[]; readonly isOpen: boolean }) => {
  const { nameOf: nameOfMember } = useModel()
  const board = boardOf(plans)
  // The phases are always there; how a plan ended only when one did, and one wants to see it.
  const columns = COLUMNS.filter((column) => !isEnd(column) || (!isOpen && board[column].length > 0))
  return (
    <div class="board">
      {columns.map((column) => (
        <section key={column} class="board-column" aria-labelledby={`board-${column}`}>
          <h2 id={`board-${column}`}>
            {columnWords(column)} <span class="group-count">{board[column].length}</span>
          </h2>
          {board[column].length === 0 && <p class="quiet">{p().noneInColumn}</p>}
          <ul>
            {board[column].map((plan) => (
              <li key={plan.about} class="board-card" {...rowAt(plan)}>
                <a href={planHref(plan.key)}>{plan.title}</a>
                <span class="quiet">{plan.owner ? nameOfMember(plan.owner) : m().nobody}</span>
                <PlanProgress plan={plan} />
                {plan.stuck && (
                  <Badge tone="late" mark="late">
                    {p().stuck}
                  </Badge>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

const isEnd = (column: ReturnType<typeof columnOf>): boolean => column === 'finished' || column === 'stopped'
