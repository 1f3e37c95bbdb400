/** The risk register: the map, and below it every risk, filtered; the gravest first. */
import { useSignal } from '@preact/signals'
import { BAND_KEYS, type BandKey } from '../../../shared/libraries/risk-matrix'
import type { RiskLine } from '../../../shared/queries/risks'
import { nameOf } from '../../text'
import { dayWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { useModel } from '../dashboard/context'
import type { Model } from '../dashboard/model'
import { Segments } from '../dashboard/Segments'
import { rowAt } from '../keyboard/rows'
import { Filter, Search } from '../work/fields'
import { useKeptFilters } from '../work/filters'
import { DepartmentFilter, OwnerFilter } from '../work/who-where'
import { useWork } from '../work/world'
import { risksInCell, risksOnMap, summaryOfRisks, WHOLE } from './arrange'
import { BandLegend, HeatMap } from './HeatMap'
import { Acceptance, Move, RiskTitle } from './parts'
import { RiskDialog } from './RiskDialog'
import { ALL_RISKS, RISK_SHOWS, RISK_SIDES, type RisksRoute } from './route'
import { k } from './say'
import { bandOfKey, bandWords, riskPlace } from './words'
import { useRisks } from './world'

export const Register = ({ page }: { readonly page: RisksRoute }) => {
  const model = useModel()
  const { router, tools, store } = model
  useKeptFilters(page, ALL_RISKS)
  const work = useWork()
  const isAdding = useSignal(false)
  const all = useRisks()
  const onMap = risksOnMap(all, page)
  const lines = risksInCell(onMap, page)
  const words = k()
  const today = store.today.value
  const mayAdd =
    work.mayWriteIn('team') || work.departments.value.some((key) => work.mayWriteIn(`dept/${key}`))
  return (
    <div class="page risks">
      <header class="page-head">
        <div>
          <h1>{words.title}</h1>
          <p class="quiet">{all.length === 0 ? words.intro : words.summary(summaryOfRisks(all))}</p>
        </div>
        <div class="page-verbs">
          <Button onClick={tools.print}>
            <Icon name="print" />
            {words.print}
          </Button>
          <Button
            onClick={async () => {
              const { riskCsv } = await import('./csv')
              tools.download(riskCsv(lines, model), `risicos-${today}.csv`)
            }}
          >
            <Icon name="download" />
            {words.exportCsv}
          </Button>
          {mayAdd && (
            <Button
              look="primary"
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
          <MapPanel page={page} risks={onMap} />
          <div class="risk-count">
            <p class="quiet" role="status">
              {words.count(lines.length, all.length)}
            </p>
            {page.cell && (
              <Button look="plain" onClick={() => router.swap({ ...page, cell: undefined })}>
                <Icon name="close" />
                {words.filters.cell(words.map.inShort(page.cell.likelihood, page.cell.impact))}
              </Button>
            )}
          </div>
          {lines.length === 0 ? (
            <EmptyState title={words.none}>
              <p>{words.noneNext}</p>
              <Button onClick={() => router.swap({ ...ALL_RISKS, show: 'all' })}>{words.showAll}</Button>
            </EmptyState>
          ) : (
            <section class="panel measures-panel">
              <RiskTable lines={lines} />
            </section>
          )}
        </>
      )}
      {isAdding.value && (
        <RiskDialog
          onClose={() => {
            isAdding.value = false
          }}
        />
      )}
    </div>
  )
}

const MapPanel = ({ page, risks }: { readonly page: RisksRoute; readonly risks: readonly RiskLine[] }) => {
  const { router } = useModel()
  const words = k()
  const unrated = risks.filter(
    ({ state, inherentScore }) => state === 'open' && inherentScore === undefined,
  ).length
  return (
    <section class="panel" aria-labelledby="map-title">
      <div class="panel-head">
        <h2 id="map-title">{words.map.title}</h2>
        <Segments
          label={words.side}
          options={RISK_SIDES.map((side) => [side, words.sides[side]] as const)}
          chosen={page.side}
          onChoose={(side) => router.swap({ ...page, side, cell: undefined })}
        />
      </div>
      <div class="map-columns">
        <HeatMap
          risks={risks}
          side={page.side}
          chosen={page.cell}
          onChoose={(cell) => router.swap({ ...page, cell })}
        />
        <div class="stack">
          <BandLegend />
          <p class="quiet">{words.map.how}</p>
          {unrated > 0 && <p class="quiet">{words.map.unrated(unrated)}</p>}
        </div>
      </div>
    </section>
  )
}

const Filters = ({ page, all }: { readonly page: RisksRoute; readonly all: readonly RiskLine[] }) => {
  const model = useModel()
  const { router, store } = model
  const words = k().filters
  const swap = (changes: Partial<RisksRoute>): void => router.swap({ ...page, ...changes })
  const themes = new Set(all.map(({ theme }) => theme))
  return (
    <search class="work-filters">
      <Segments
        label={words.show}
        options={RISK_SHOWS.map((show) => [show, words.shows[show]] as const)}
        chosen={page.show}
        onChoose={(show) => swap({ show })}
      />
      <Search label={words.search} value={page.search} onInput={(search) => swap({ search })} />
      <DepartmentFilter
        label={words.department}
        all={words.everywhere}
        team={[WHOLE, k().whole]}
        value={page.department}
        onChoose={(department) => swap({ department })}
      />
      <Filter<BandKey | ''>
        label={words.band}
        value={page.band ?? ''}
        options={[
          ['', words.any],
          ...BAND_KEYS.toReversed().map((key) => [key, bandWords(bandOfKey(key))] as const),
        ]}
        onChoose={(band) => swap({ band: band || undefined })}
      />
      <Filter
        label={words.theme}
        value={page.theme ?? ''}
        options={[
          ['', words.any],
          ...store.themes.value
            .filter(({ key }) => themes.has(key) || key === page.theme)
            .map((theme) => [theme.key, nameOf(theme)] as const),
        ]}
        onChoose={(theme) => swap({ theme: theme || undefined })}
      />
      <OwnerFilter
        label={words.owner}
        all={words.everyone}
        value={page.owner}
        among={all}
        onChoose={(owner) => swap({ owner })}
      />
    </search>
  )
}

const RiskTable = ({ lines }: { readonly lines: readonly RiskLine[] }) => {
  const model = useModel()
  const words = k()
  return (
    <table class="table risk-table">
      <thead>
        <tr>
          <th scope="col">{words.columns.title}</th>
          <th scope="col" class="column-move">
            {words.columns.inherent} → {words.columns.residual.toLowerCase()}
          </th>
          <th scope="col" class="column-treatment">
            {words.columns.treatedBy}
          </th>
          <th scope="col" class="numeric column-count">
            {words.columns.controls}
          </th>
          <th scope="col" class="numeric column-count">
            {words.columns.findings}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr
            key={`${line.room} ${line.about}`}
            class={line.state === 'closed' ? 'is-ended' : undefined}
            {...rowAt(line)}
          >
            <th scope="row">
              <RiskTitle line={line} />
              <span class="quiet risk-below">
                {[riskPlace(line.department, model), themeWords(line, model)].filter(Boolean).join(' · ')}
              </span>
            </th>
            <td data-label={words.columns.band}>
              <Move line={line} />
            </td>
            <td data-label={words.columns.treatment}>
              {line.state === 'closed' ? (
                words.closed
              ) : line.treatment ? (
                words.treatments[line.treatment]
              ) : (
                <span class="quiet">{words.noTreatment}</span>
              )}
              {line.state === 'open' && line.accepted !== 'no' && (
                <span class="risk-below">
                  <Acceptance line={line} />
                </span>
              )}
              <span class="quiet risk-below">{line.owner ? model.nameOf(line.owner) : words.nobody}</span>
            </td>
            <td class="numeric" data-label={words.columns.controls}>
              {line.controls.length}
            </td>
            <td class="numeric" data-label={words.columns.findings}>
              {line.findings.length}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const themeWords = ({ theme }: RiskLine, model: Model): string | undefined => {
  const found = model.theme.value.get(theme)
  return found && nameOf(found)
}

/** What one chose to see, for what is printed. */
const filterWords = (page: RisksRoute, model: Model): string => {
  const words = k()
  const theme = page.theme === undefined ? undefined : model.theme.value.get(page.theme)
  return [
    model.store.organisationName.value,
    `${words.title}: ${words.filters.shows[page.show].toLowerCase()}`,
    words.sides[page.side],
    page.cell && words.map.inShort(page.cell.likelihood, page.cell.impact),
    page.band && bandWords(bandOfKey(page.band)),
    page.department && riskPlace(page.department === WHOLE ? undefined : page.department, model),
    theme && nameOf(theme),
    page.owner && model.nameOf(page.owner),
    page.search !== '' && `“${page.search}”`,
  ]
    .filter(Boolean)
    .join(' · ')
}
