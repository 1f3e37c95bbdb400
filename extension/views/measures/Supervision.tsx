/** All measures of the organisation in one place: filtered, overdue first, and many changed at once. */
import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { HORIZONS, type Horizon, PRIORITIES, type Priority } from '../../../shared/kinds/measure'
import { type MeasureLine, measuresOf } from '../../../shared/queries/measures'
import { dayWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { useModel } from '../dashboard/context'
import type { Model } from '../dashboard/model'
import { Segments } from '../dashboard/Segments'
import { type Chosen, useChosen } from '../keyboard/chosen'
import { rowAt } from '../keyboard/rows'
import { Filter, Search } from '../work/fields'
import { useKeptFilters } from '../work/filters'
import { linkOf } from '../work/links'
import { DepartmentFilter, OwnerFilter } from '../work/who-where'
import { useQuality, useWork } from '../work/world'
import { filterOf, groupsOf, isIn, type MeasureGroup, summaryOf, TEAM } from './arrange'
import { Bulk } from './Bulk'
import { MeasureDialog } from './MeasureDialog'
import { Due, MeasureTitle, StatusTag } from './parts'
import { ALL_MEASURES, MEASURE_GROUPS, MEASURE_SHOWS, type MeasuresRoute } from './route'
import { m } from './say'
import { placeWords, type Shown } from './words'

export const Supervision = ({ page }: { readonly page: MeasuresRoute }) => {
  const model = useModel()
  const { router, tools, store } = model
  useKeptFilters(page, ALL_MEASURES)
  const work = useWork()
  const quality = useQuality()
  const ground = work.ground.value
  const isAdding = useSignal(false)
  const all = useMemo(() => measuresOf(ground), [ground])
  const lines = useMemo(
    () => measuresOf(ground, filterOf(page)).filter(isIn(page.department)),
    [ground, page],
  )
  const groups = groupsOf(lines, page.group)
  const chosen = useChosen(
    groups.flatMap((group) => group.lines),
    ({ about }) => about,
    ({ room }) => work.mayWriteIn(room),
  )
  const mayAdd =
    work.mayWriteIn('team') || work.departments.value.some((key) => work.mayWriteIn(`dept/${key}`))
  const words = m()
  const today = store.today.value
  return (
    <div class="page measures">
      <header class="page-head">
        <div>
          <h1>{words.title}</h1>
          <p class="quiet">{all.length === 0 ? words.intro : words.summary(summaryOf(all))}</p>
        </div>
        <div class="page-verbs">
          <Button onClick={tools.print}>
            <Icon name="print" />
            {words.print}
          </Button>
          <Button
            onClick={async () => {
              const { csvOf } = await import('./csv')
              const nameOf = (about: string, room: string) =>
                linkOf(about, { model, ground, quality }, room).title
              tools.download(csvOf(lines, model, nameOf), `maatregelen-${today}.csv`)
            }}
          >
            <Icon name="download" />
            {words.exportCsv}
          </Button>
          {mayAdd && (
            <Button
              look="primary"
              aria-keyshortcuts="a"
              onClick={() => {
                isAdding.value = true
              }}
            >
              <Icon name="plus" />
              {words.add}
            </Button>
          )}
        </div>
      </header>
      <p class="print-only">{words.printed(filterWords(page, model), dayWords(today))}</p>
      {all.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyNext}</EmptyState>
      ) : (
        <>
          <Filters page={page} all={all} />
          <p class="quiet" role="status">
            {words.count(lines.length, all.length)}
          </p>
          {lines.length === 0 ? (
            <EmptyState title={words.none}>
              <p>{words.noneNext}</p>
              <Button onClick={() => router.swap({ ...ALL_MEASURES, show: 'all' })}>{words.showAll}</Button>
            </EmptyState>
          ) : (
            <section class="panel measures-panel">
              <Table page={page} lines={lines} groups={groups} chosen={chosen} />
            </section>
          )}
          {chosen.items.length > 0 && <Bulk lines={chosen.items} onDone={() => chosen.set([])} />}
        </>
      )}
      {isAdding.value && (
        <MeasureDialog
          onClose={() => {
            isAdding.value = false
          }}
        />
      )}
    </div>
  )
}

const Filters = ({ page, all }: { readonly page: MeasuresRoute; readonly all: readonly MeasureLine[] }) => {
  const { router } = useModel()
  const words = m().filters
  const swap = (changes: Partial<MeasuresRoute>): void => router.swap({ ...page, ...changes })
  return (
    <search class="work-filters">
      <Segments
        label={words.show}
        options={MEASURE_SHOWS.map((show) => [show, words.shows[show]] as const)}
        chosen={page.show}
        onChoose={(show) => swap({ show })}
      />
      <Search label={words.search} value={page.search} onInput={(search) => swap({ search })} />
      <OwnerFilter
        label={words.owner}
        all={words.everyone}
        value={page.owner}
        among={all}
        onChoose={(owner) => swap({ owner })}
      />
      <DepartmentFilter
        label={words.department}
        all={words.everywhere}
        team={[TEAM, words.team]}
        value={page.department}
        onChoose={(department) => swap({ department })}
      />
      <Filter<Horizon | ''>
        label={words.horizon}
        value={page.horizon ?? ''}
        options={[['', words.any], ...HORIZONS.map((each) => [each, m().shortHorizons[each]] as const)]}
        onChoose={(horizon) => swap({ horizon: horizon || undefined })}
      />
      <Filter<Priority | ''>
        label={words.priority}
        value={page.priority ?? ''}
        options={[['', words.any], ...PRIORITIES.map((each) => [each, m().priorities[each]] as const)]}
        onChoose={(priority) => swap({ priority: priority || undefined })}
      />
      <Filter
        label={words.group}
        value={page.group}
        options={MEASURE_GROUPS.map((each) => [each, words.groups[each]])}
        onChoose={(group) => swap({ group })}
      />
    </search>
  )
}

const Table = ({
  page,
  lines,
  groups,
  chosen,
}: {
  readonly page: MeasuresRoute
  readonly lines: readonly MeasureLine[]
  readonly groups: readonly MeasureGroup[]
  readonly chosen: Chosen<MeasureLine>
}) => {
  const model = useModel()
  const work = useWork()
  const words = m()
  const mayChoose = lines.filter(({ room }) => work.mayWriteIn(room))
  const isAll = mayChoose.length > 0 && mayChoose.every(chosen.has)
  return (
    <table class="table measures-table">
      <thead>
        <tr>
          {mayChoose.length > 0 && (
            <th scope="col" class="column-choose">
              <input
                type="checkbox"
                aria-label={words.chooseAll}
                checked={isAll}
                onChange={() => chosen.set(isAll ? [] : mayChoose)}
              />
            </th>
          )}
          <th scope="col">{words.columns.title}</th>
          <th scope="col" class="column-owner">
            {words.columns.owner}
          </th>
          <th scope="col" class="column-due">
            {words.columns.due}
          </th>
          <th scope="col" class="column-status">
            {words.columns.status}
          </th>
        </tr>
      </thead>
      {groups.map(({ key, lines: own }) => (
        <tbody key={key}>
          {page.group !== 'none' && (
            <tr class="group-row">
              <th colSpan={mayChoose.length > 0 ? 5 : 4} scope="rowgroup">
                {groupTitle(page.group, key, model)}
                <span class="group-count">{own.length}</span>
              </th>
            </tr>
          )}
          {own.map((line) => (
            <tr
              key={`${line.room} ${line.about}`}
              class={chosen.has(line) ? 'is-chosen' : undefined}
              {...rowAt(line)}
            >
              {mayChoose.length > 0 && (
                <td class="column-choose">
                  {work.mayWriteIn(line.room) && (
                    <input
                      type="checkbox"
                      aria-label={words.chooseOne(line.title)}
                      checked={chosen.has(line)}
                      data-choose
                      onClick={(event) => chosen.choose(line, event.currentTarget.checked, event.shiftKey)}
                    />
                  )}
                </td>
              )}
              <th scope="row">
                <MeasureTitle line={line} />
                <Origin line={line} />
              </th>
              <td class="column-owner">
                {line.owner ? model.nameOf(line.owner) : <span class="quiet">{words.nobody}</span>}
                <span class="quiet measure-place">{placeWords(line.room, model)}</span>
              </td>
              <td class="column-due">
                <Due line={line} />
              </td>
              <td class="column-status">
                <StatusTag shown={line.shown} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

/** Where it began, and the plan it is part of. */
const Origin = ({ line }: { readonly line: MeasureLine }) => {
  const model = useModel()
  const work = useWork()
  const quality = useQuality()
  const sources = { model, ground: work.ground.value, quality }
  const links = [line.plan, line.origin]
    .flatMap((about) => (about === undefined ? [] : [linkOf(about, sources, line.room)]))
    .filter(({ title }) => title !== undefined)
  if (links.length === 0) return null
  return (
    <span class="measure-origin quiet">
      {links.map(({ about, kind, title, href }) => (
        <span key={about}>
          {m().links[kind]}: {href ? <a href={href}>{title}</a> : title}
        </span>
      ))}
    </span>
  )
}

const groupTitle = (group: MeasuresRoute['group'], key: string, model: Model): string => {
  const words = m()
  switch (group) {
    case 'owner':
      return key === '' ? words.nobody : model.nameOf(key)
    case 'department':
      return placeWords(key, model)
    case 'horizon':
      return words.horizons[key as Horizon] ?? key
    case 'status':
      return words.statuses[key as Shown] ?? key
    case 'none':
      return ''
  }
}

/** What one chose to see, for what is printed. */
const filterWords = (page: MeasuresRoute, model: Model): string => {
  const words = m()
  return [
    model.store.organisationName.value,
    `${words.title}: ${words.filters.shows[page.show].toLowerCase()}`,
    page.owner && model.nameOf(page.owner),
    page.department && placeWords(page.department, model),
    page.horizon && words.horizons[page.horizon],
    page.priority && `${words.filters.priority}: ${words.priorities[page.priority].toLowerCase()}`,
    page.search !== '' && `“${page.search}”`,
  ]
    .filter(Boolean)
    .join(' · ')
}
