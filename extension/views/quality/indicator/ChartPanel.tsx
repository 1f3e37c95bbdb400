/** The chart of a series in its forms, the same as a table, and as a file or on paper with everything that was chosen. */
import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { paretoOfCategories, runChartOf } from '../../../../shared/queries/causes'
import type { Series } from '../../../../shared/queries/series'
import { nameOf as nameOfRecord } from '../../../text'
import { dayWords, momentWords, periodWords } from '../../../text/dates'
import { EmptyState } from '../../../ui/EmptyState'
import { useModel } from '../../dashboard/context'
import { Segments } from '../../dashboard/Segments'
import { Pareto } from '../causes/Pareto'
import { addressOf } from '../drawing/files'
import { Keep } from '../drawing/Keep'
import { inWords, q } from '../say'
import { numberWords } from '../words'
import { useWorld } from '../world'
import { ChartCanvas, describe } from './ChartCanvas'
import { chartFile, csvFile, fileName, limitWords } from './export'
import { FiguresTable } from './FiguresTable'
import { type Picture, pictureOf } from './picture'

type Kind = 'control' | 'run' | 'pareto'
type Window = 'all' | '24' | '12'

export const ChartPanel = ({
  series,
  onOpen,
}: {
  readonly series: Series
  /** Opens the figure at a point, from 1. */
  readonly onOpen: (at: number) => void
}) => {
  const kind = useSignal<Kind>('control')
  const form = useSignal<'chart' | 'table'>('chart')
  const window = useSignal<Window>('all')
  const isSpread = useSignal(false)
  const words = q().indicator
  const around = useMemo(() => (kind.value === 'run' ? runChartOf(series) : undefined), [series, kind.value])
  const shown = around?.series ?? series
  const last = window.value === 'all' ? undefined : Number(window.value)
  const picture = useMemo(() => pictureOf(shown, last), [shown, last])
  const first = series.figures.length - picture.points.length
  const hasCategories = series.figures.some(({ measurement }) =>
    Object.values(measurement?.categories ?? {}).some((count) => count > 0),
  )
  const kinds: readonly (readonly [Kind, string])[] = [
    ['control', words.kinds.control],
    ...(series.indicator.chart === 'run' ? [] : [['run', words.kinds.run] as const]),
    ...(hasCategories ? [['pareto', words.kinds.pareto] as const] : []),
  ]
  const windows: readonly (readonly [Window, string])[] = [
    ['all', words.windows.all],
    ...(series.figures.length > 24 ? [['24', words.windows['24']] as const] : []),
    ...(series.figures.length > 12 ? [['12', words.windows['12']] as const] : []),
  ]
  const lines = useCaption(picture, kind.value)
  const { store, nameOf } = useModel()
  const name = fileName(picture, store.today.value)
  const open = (index: number): void => onOpen(index + 1 + first)
  const hasPicture = picture.points.some(({ value }) => value !== null)
  return (
    <section class="panel chart-panel" aria-labelledby="chart-title">
      <div class="panel-head">
        <h2 id="chart-title">{words.kinds[kind.value]}</h2>
        {kinds.length > 1 && (
          <Segments
            label={words.kind}
            options={kinds}
            chosen={kind.value}
            onChoose={(next) => {
              kind.value = next
            }}
          />
        )}
        {windows.length > 1 && (
          <Segments
            label={words.window}
            options={windows}
            chosen={window.value}
            onChoose={(next) => {
              window.value = next
            }}
          />
        )}
        {kind.value !== 'pareto' && (
          <Segments
            label={words.form}
            options={[
              ['chart', words.chart],
              ['table', words.table],
            ]}
            chosen={form.value}
            onChoose={(next) => {
              form.value = next
            }}
          />
        )}
        {hasPicture && kind.value !== 'pareto' && (
          <Keep
            name={name}
            svg={() => chartFile(picture, lines)}
            csv={() => csvFile(picture, lines, nameOf)}
          />
        )}
      </div>
      {words.kindWhy[kind.value] !== '' && <p class="quiet">{words.kindWhy[kind.value]}</p>}
      {kind.value === 'pareto' ? (
        <Pareto
          bars={paretoOfCategories([series], {
            from: picture.points[0]?.figure.period ?? '',
            to: picture.points.at(-1)?.figure.period ?? '',
          })}
          title={inWords(series.indicator, 'name')}
          lines={lines}
          fileName={`${name}-pareto`}
          unit={q().causes.units.category}
          counted={(total) => q().causes.cases(numberWords(total))}
          none={q().causes.noneCounted}
          wordsOf={(category) => category}
        />
      ) : !hasPicture ? (
        <EmptyState title={words.noFigure}>{words.noFigureNext}</EmptyState>
      ) : form.value === 'table' ? (
        <FiguresTable picture={picture} onOpen={open} />
      ) : (
        <>
          {around && <RunWords test={around.test} />}
          <ChartLegend picture={picture} />
          <p class="axis-unit quiet">{inWords(series.indicator, 'unit')}</p>
          <ChartCanvas picture={picture} isSpread={false} onOpen={open} />
          {picture.spread && kind.value === 'control' && (
            <>
              <label class="check-field">
                <input
                  type="checkbox"
                  checked={isSpread.value}
                  onChange={({ currentTarget }) => {
                    isSpread.value = currentTarget.checked
                  }}
                />
                <span>{words.range}</span>
              </label>
              {isSpread.value && (
                <>
                  <h3>{words.rangeTitle[rangeOf(series)]}</h3>
                  <ChartCanvas picture={picture} isSpread onOpen={open} />
                </>
              )}
            </>
          )}
          <img
            class="print-only chart-print"
            src={addressOf(chartFile(picture, lines))}
            alt={describe(picture)}
          />
          <Happenings picture={picture} />
        </>
      )}
    </section>
  )
}

const rangeOf = ({ indicator: { chart } }: Series): 'mr' | 'r' | 's' =>
  chart === 'xbar-r' ? 'r' : chart === 'xbar-s' ? 's' : 'mr'

const RunWords = ({ test }: { readonly test: ReturnType<typeof runChartOf>['test'] }) => {
  const words = q().indicator.run
  const say = test.shift ? words.shift : words.calm
  return (
    <p>
      {test.useful < 10
        ? words.few
        : say(test.longestRun, test.longestRunMax, test.crossings, test.crossingsMin)}
    </p>
  )
}

/** What the signs of this chart mean: only those that are on it. */
const ChartLegend = ({ picture }: { readonly picture: Picture }) => {
  const words = q().legend
  const { points, series } = picture
  const has = (reading: string): boolean => points.some(({ word }) => word?.reading === reading)
  const isRun = series.indicator.chart === 'run'
  const entries: readonly (readonly [string, string, boolean])[] = [
    ['value', words.value, true],
    ['center', isRun ? words.median : words.center, true],
    ['limits', words.limits, points.some(({ upper }) => upper !== null)],
    ['target', words.target, picture.target !== undefined],
    ['concern', words.concern, has('concern')],
    ['improvement', words.improvement, has('improvement')],
    ['neutral', words.neutral, has('neutral')],
    ['excluded', words.excluded, points.some(({ excluded }) => excluded !== undefined)],
  ]
  return (
    <ul class="picture-legend chart-legend">
      {entries
        .filter(([, , isThere]) => isThere)
        .map(([key, word]) => (
          <li key={key} class={`key-${key}`}>
            {word}
          </li>
        ))}
    </ul>
  )
}

/** The numbered events, and how each phase got its limits. */
const Happenings = ({ picture }: { readonly picture: Picture }) => {
  const { series, marks } = picture
  const words = q().indicator
  if (marks.length === 0 && series.baseline === undefined) return null
  return (
    <div class="happenings">
      {marks.length > 0 && (
        <>
          <h3>{words.events}</h3>
          <ol class="events">
            {marks.map(({ number, title, note, period, phase }) => (
              <li key={period} value={number}>
                <span class="event-number" aria-hidden="true">
                  {number}
                </span>
                <span>
                  <strong>{title}</strong> · {periodWords(period)}
                  {phase && ` · ${words.eventPhase}`}
                  {note !== '' && <span class="quiet event-note">{note}</span>}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
      {series.baseline && (
        <p class="quiet">
          {words.basisChosen(
            periodWords(series.baseline.from),
            periodWords(series.baseline.to),
            series.baseline.reason,
          )}
        </p>
      )}
    </div>
  )
}

/** Department, period, as of which day, limits, and when it was made: what stands on every file and every page. */
const useCaption = (picture: Picture, kind: Kind): readonly string[] => {
  const { store, department } = useModel()
  const { asOf } = useWorld()
  const where = picture.series.department
  const record = where === undefined ? undefined : department.value.get(where)
  const period = [picture.points[0], picture.points.at(-1)].map((point) =>
    periodWords(point?.figure.period ?? ''),
  )
  return [
    [
      store.organisationName.value,
      record ? nameOfRecord(record) : (where ?? q().together),
      q().indicator.kinds[kind],
    ].join(' · '),
    [
      q().pareto.window(period[0] ?? '', period[1] ?? ''),
      asOf && `${q().scorecard.asOf} ${dayWords(asOf)}`,
      kind === 'control' && limitWords(picture),
    ]
      .filter(Boolean)
      .join(' · '),
    q().indicator.made(momentWords(Date.now())),
  ]
}
