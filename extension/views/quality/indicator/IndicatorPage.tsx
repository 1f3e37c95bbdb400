/** One indicator in one department, or in all of them: its chart, what it says, and everything that hangs on it. */
import { useSignal } from '@preact/signals'
import type { Indicator } from '../../../../shared/kinds/indicator'
import { hintsOf } from '../../../../shared/queries/hints'
import { rowOf } from '../../../../shared/queries/scorecard'
import { type Series, seriesOf } from '../../../../shared/queries/series'
import { totalOf } from '../../../../shared/queries/total'
import { nameOf } from '../../../text'
import { dayWords, periodWords } from '../../../text/dates'
import { Button } from '../../../ui/Button'
import { EmptyState } from '../../../ui/EmptyState'
import { Icon } from '../../../ui/Icon'
import { Notice } from '../../../ui/Notice'
import { useModel } from '../../dashboard/context'
import { WorkSlot } from '../../work/WorkSlot'
import { AsOf, AsOfBanner } from '../AsOf'
import { FigureDialog } from '../figure/FigureDialog'
import { AssuranceTag, VariationTag } from '../Judgement'
import { IndicatorDialog } from '../library/IndicatorDialog'
import { Progress } from '../Progress'
import { type IndicatorRoute, qualityHref, SCORECARD } from '../route'
import { inWords, q } from '../say'
import { figureWords, fullSignalWords, targetWords } from '../words'
import { useWorld } from '../world'
import { ChartPanel } from './ChartPanel'
import { FunnelPanel, SideBySide } from './Compare'
import { Definition } from './Definition'
import { EventDialog } from './EventDialog'
import { Helped, Hints, Signals } from './Judgements'
import { RebaseDialog } from './RebaseDialog'
import { Thread } from './Thread'

export const IndicatorPage = ({ page }: { readonly page: IndicatorRoute }) => {
  const { look, quality } = useWorld()
  const { router } = useModel()
  const indicator = look.indicators.value.find(({ key }) => key === page.indicator)
  if (!indicator)
    return (
      <div class="page">
        {page.asOf && <AsOfBanner asOf={page.asOf} onNow={() => router.swap({ ...page, asOf: undefined })} />}
        <EmptyState title={q().indicator.unknown}>
          <a href={qualityHref(SCORECARD)}>{q().indicator.unknownNext}</a>
        </EmptyState>
      </div>
    )
  const allowed = indicator.departments.filter((key) => quality.departments.value.includes(key))
  const department = page.department ?? (allowed.length === 1 ? allowed[0] : undefined)
  const ground = look.ground.value
  const parts = allowed.map((key) => seriesOf(indicator, key, ground))
  const series =
    department !== undefined
      ? seriesOf(indicator, department, ground)
      : parts.length === indicator.departments.length
        ? totalOf(indicator, parts)
        : undefined
  return (
    <div class="page indicator-page">
      <Head indicator={indicator} series={series} department={department} allowed={allowed} page={page} />
      {page.asOf && <AsOfBanner asOf={page.asOf} onNow={() => router.swap({ ...page, asOf: undefined })} />}
      <Progress />
      {series ? (
        <OneSeries series={series} />
      ) : (
        allowed.length > 0 && <p class="quiet">{q().indicator.noTogether}</p>
      )}
      {department === undefined && parts.length > 1 && (
        <>
          <SideBySide parts={parts} />
          <FunnelPanel indicator={indicator} parts={parts} />
        </>
      )}
      {page.asOf === undefined && <Work indicator={indicator} series={series} department={department} />}
      <div class="columns indicator-columns">
        <Definition indicator={indicator}>
          <Define indicator={indicator} />
        </Definition>
        <Thread indicator={indicator} />
      </div>
    </div>
  )
}

/** Plans and measures about it; a measure that is made here begins with its newest figure, which may be a signal. */
const Work = ({
  indicator,
  series,
  department,
}: {
  readonly indicator: Indicator
  readonly series: Series | undefined
  readonly department: string | undefined
}) => {
  const period = series?.newest?.period
  return (
    <WorkSlot
      place={indicator.about}
      subject={indicator.about}
      department={department}
      prefill={{
        origin: period === undefined ? indicator.about : `measurement:${indicator.key}/${period}`,
        ...(department !== undefined && { department }),
      }}
      isAlways
      isPanel
    />
  )
}

const OneSeries = ({ series }: { readonly series: Series }) => {
  const opened = useSignal<number | undefined>(undefined)
  const dialog = useSignal<'event' | 'rebase' | undefined>(undefined)
  const open = (at: number): void => {
    opened.value = at
  }
  // What makes the chart itself misleading is said before the chart.
  const isMisleading = hintsOf(series).some(
    ({ code }) => code === 'large-numbers' || code === 'no-denominator',
  )
  return (
    <>
      <Missing series={series} onOpen={open} />
      <SeriesVerbs
        series={series}
        onEnter={open}
        onDialog={(which) => {
          dialog.value = which
        }}
      />
      {isMisleading && <Hints series={series} />}
      <ChartPanel series={series} onOpen={open} />
      <div class="columns">
        <Signals series={series} onOpen={open} />
        <div class="stack">
          <Helped series={series} />
          {!isMisleading && <Hints series={series} />}
        </div>
      </div>
      {opened.value !== undefined && (
        <FigureDialog
          series={series}
          at={opened.value}
          onMove={open}
          onClose={() => {
            opened.value = undefined
          }}
        />
      )}
      {dialog.value === 'event' && (
        <EventDialog
          series={series}
          period={undefined}
          onClose={() => {
            dialog.value = undefined
          }}
        />
      )}
      {dialog.value === 'rebase' && (
        <RebaseDialog
          series={series}
          onClose={() => {
            dialog.value = undefined
          }}
        />
      )}
    </>
  )
}

const Head = ({
  indicator,
  series,
  department,
  allowed,
  page,
}: {
  readonly indicator: Indicator
  readonly series: Series | undefined
  readonly department: string | undefined
  readonly allowed: readonly string[]
  readonly page: IndicatorRoute
}) => {
  const model = useModel()
  const { look } = useWorld()
  const words = q().indicator
  const row = series && rowOf(series, look.today.value)
  const place = department === undefined ? undefined : model.department.value.get(department)
  const before = series && previousOf(series)
  return (
    <header class="page-head">
      <div>
        <p class="eyebrow">
          <a href={qualityHref({ ...SCORECARD, asOf: page.asOf })}>{words.back}</a>
        </p>
        <h1>{inWords(indicator, 'name')}</h1>
        <p class="quiet">{place ? nameOf(place) : (department ?? q().together)}</p>
        {row && (
          <>
            <p class="indicator-newest">
              <span class="indicator-value">{figureWords(indicator, row.value)}</span>{' '}
              <span class="quiet">
                {[
                  row.period ? periodWords(row.period) : q().nothingMeasured,
                  before && words.was(figureWords(indicator, before.value), periodWords(before.period)),
                  indicator.target !== undefined && words.targetIs(targetWords(indicator) ?? ''),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </p>
            {row.period && (
              <p class="indicator-judgements">
                <VariationTag variation={row.variation} />
                <AssuranceTag assurance={row.assurance} />
              </p>
            )}
            {row.period && (
              <p class="indicator-sentence">{row.word ? fullSignalWords(row.word, indicator) : words.calm}</p>
            )}
          </>
        )}
      </div>
      <div class="page-verbs">
        {allowed.length > 1 && (
          <label class="inline-field">
            <span>{words.department}</span>
            <select
              class="input"
              value={department ?? ''}
              onChange={({ currentTarget }) =>
                model.router.go({ ...page, department: currentTarget.value || undefined })
              }
            >
              <option value="">{q().together}</option>
              {allowed.map((key) => {
                const record = model.department.value.get(key)
                return (
                  <option key={key} value={key}>
                    {record ? nameOf(record) : key}
                  </option>
                )
              })}
            </select>
          </label>
        )}
        <AsOf asOf={page.asOf} onChoose={(asOf) => model.router.swap({ ...page, asOf })} />
      </div>
    </header>
  )
}

/** The figure a year earlier, or else the one before the newest. */
const previousOf = ({ figures, newest }: Series): { value: number; period: string } | undefined => {
  if (!newest) return undefined
  const yearBack = `${Number(newest.period.slice(0, 4)) - 1}${newest.period.slice(4)}`
  const found = figures.find(({ period, value }) => period === yearBack && value !== undefined)
  return found?.value === undefined ? undefined : { value: found.value, period: found.period }
}

/** A figure that should be there and is not, said out loud. */
const Missing = ({ series, onOpen }: { readonly series: Series; readonly onOpen: (at: number) => void }) => {
  const { store } = useModel()
  const { asOf, quality } = useWorld()
  const last = series.missing.at(-1)
  if (!last) return null
  const words = q().indicator
  return (
    <Notice
      tone="warning"
      title={words.stale(periodWords(last.period), dayWords(last.due, store.today.value))}
    >
      {series.missing.length > 1 && <p>{words.staleMore(series.missing.length)}</p>}
      {asOf === undefined && last.room !== '' && quality.mayMeasure(last) && (
        <Button onClick={() => onOpen(series.figures.indexOf(last) + 1)}>{words.verbs.enter}</Button>
      )}
    </Notice>
  )
}

const SeriesVerbs = ({
  series,
  onEnter,
  onDialog,
}: {
  readonly series: Series
  readonly onEnter: (at: number) => void
  readonly onDialog: (which: 'event' | 'rebase') => void
}) => {
  const { quality, asOf } = useWorld()
  const { department, figures, indicator } = series
  if (department === undefined || asOf !== undefined) return null
  const words = q().indicator.verbs
  // The oldest that waits; a period that is over and has no figure.
  const next = figures.findIndex(({ state }) => state === 'late' || state === 'today' || state === 'soon')
  const figure = figures[next]
  const mayChart = quality.mayChart({ department })
  return (
    <div class="series-verbs">
      {figure && series.missing.length === 0 && quality.mayMeasure(figure) && (
        <Button look="primary" onClick={() => onEnter(next + 1)}>
          <Icon name="plus" />
          {words.enter}: {periodWords(figure.period)}
        </Button>
      )}
      {mayChart && figures.length > 0 && <Button onClick={() => onDialog('event')}>{words.event}</Button>}
      {mayChart && series.newest && indicator.chart !== 'run' && (
        <Button onClick={() => onDialog('rebase')}>{words.rebase}</Button>
      )}
    </div>
  )
}

const Define = ({ indicator }: { readonly indicator: Indicator }) => {
  const { quality, asOf } = useWorld()
  const isOpen = useSignal(false)
  if (asOf !== undefined || !quality.mayManageIndicators()) return null
  return (
    <>
      <Button
        onClick={() => {
          isOpen.value = true
        }}
      >
        {q().indicator.verbs.define}
      </Button>
      {isOpen.value && (
        <IndicatorDialog
          indicator={indicator}
          onClose={() => {
            isOpen.value = false
          }}
        />
      )}
    </>
  )
}
