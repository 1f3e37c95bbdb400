/** Departments beside each other: small multiples on one scale, and the funnel that is fair to small ones. */
import { useMemo } from 'preact/hooks'
import type { Indicator } from '../../../../shared/kinds/indicator'
import { type Funnel, type FunnelPoint, funnelOf } from '../../../../shared/queries/funnel'
import { type Row, rowOf } from '../../../../shared/queries/scorecard'
import type { Series } from '../../../../shared/queries/series'
import { smallMultiple } from '../../../../shared/queries/small-multiple'
import { nameOf } from '../../../text'
import { periodWords } from '../../../text/dates'
import { useModel } from '../../dashboard/context'
import { listOf } from '../../dashboard/words'
import { AssuranceTag, VariationSign, VariationTag } from '../Judgement'
import { indicatorHref } from '../route'
import { SmallPicture } from '../SmallPicture'
import { inWords, q } from '../say'
import { commonScale, type Scale } from '../small-picture'
import { Value } from '../Value'
import { figureWords, numberWords } from '../words'
import { useWorld } from '../world'
import { axisOf, ticksOf } from './picture'

export const SideBySide = ({ parts }: { readonly parts: readonly Series[] }) => {
  const { look } = useWorld()
  const today = look.today.value
  const scale = useMemo(() => commonScale(parts.map(smallMultiple)), [parts])
  return (
    <section class="panel" aria-labelledby="side-title">
      <h2 id="side-title">{q().indicator.comparing}</h2>
      <p class="quiet">{q().indicator.commonScale}</p>
      <ul class="multiples">
        {parts.map((series) => (
          <Multiple key={series.department} row={rowOf(series, today)} scale={scale} />
        ))}
      </ul>
    </section>
  )
}

const Multiple = ({ row, scale }: { readonly row: Row; readonly scale: Scale | undefined }) => {
  const { department } = useModel()
  const { asOf } = useWorld()
  const place = department.value.get(row.department ?? '')
  const name = place ? nameOf(place) : (row.department ?? '')
  return (
    <li class="multiple">
      <h3>
        <a href={indicatorHref(row.indicator.key, row.department, asOf)}>{name}</a>
      </h3>
      <p>
        <Value indicator={row.indicator} value={row.value} />
        <span class="line-period">{row.period ? periodWords(row.period) : q().nothingMeasured}</span>
      </p>
      <SmallPicture row={row} name={`${inWords(row.indicator, 'name')}, ${name}`} scale={scale} />
      <VariationTag variation={row.variation} isEmpty={row.period === undefined} />
      <AssuranceTag assurance={row.period === undefined ? 'no-target' : row.assurance} />
      {row.missing > 0 && <span class="line-missing">{q().scorecard.missing(row.missing)}</span>}
    </li>
  )
}

export const FunnelPanel = ({
  indicator,
  parts,
}: {
  readonly indicator: Indicator
  readonly parts: readonly Series[]
}) => {
  const { department } = useModel()
  const words = q().indicator
  const window = windowOf(parts)
  const funnel = window && funnelOf(indicator, parts, window)
  const name = (key: string): string => {
    const place = department.value.get(key)
    return place ? nameOf(place) : key
  }
  return (
    <section class="panel" aria-labelledby="funnel-title">
      <h2 id="funnel-title">{words.kinds.funnel}</h2>
      {!funnel || !window ? (
        <p class="quiet">{words.funnelNone}</p>
      ) : (
        <>
          <p class="quiet">
            {words.funnelWhy} {words.pareto.window(periodWords(window.from), periodWords(window.to))}.
          </p>
          <FunnelPicture funnel={funnel} indicator={indicator} name={name} />
          <FunnelTable funnel={funnel} indicator={indicator} name={name} />
          {funnel.without.length > 0 && (
            <p class="quiet">{words.funnelWithout(listOf(funnel.without.map(name)))}</p>
          )}
        </>
      )}
    </section>
  )
}

/** The last year of figures: as many periods as a year has. */
const windowOf = (parts: readonly Series[]): { from: string; to: string } | undefined => {
  const periods = [
    ...new Set(
      parts.flatMap(({ figures }) =>
        figures.filter(({ value }) => value !== undefined).map(({ period }) => period),
      ),
    ),
  ].sort()
  const inYear = { weekly: 52, monthly: 12, quarterly: 4, 'half-yearly': 2, yearly: 1 }
  const length = inYear[parts[0]?.indicator.rhythm ?? 'monthly']
  const to = periods.at(-1)
  return to === undefined ? undefined : { from: periods.at(-length) ?? periods[0] ?? to, to }
}

const WIDTH = 640
const HEIGHT = 280
const PLOT = { left: 62, right: 620, top: 14, bottom: 236 } as const

type FunnelProps = {
  readonly funnel: Funnel
  readonly indicator: Indicator
  readonly name: (key: string) => string
}

const FunnelPicture = ({ funnel, indicator, name }: FunnelProps) => {
  const drawn = funnel.curve.flatMap(({ lower3, upper3 }) => [lower3, upper3])
  const axis = axisOf(
    [...drawn, ...funnel.points.map(({ value }) => value), funnel.center],
    indicator.data === 'proportion' ? indicator.factor : undefined,
  )
  const sizes = funnel.curve.map(({ denominator }) => denominator)
  const [least, most] = [Math.log(Math.min(...sizes)), Math.log(Math.max(...sizes))]
  const x = (cases: number): number =>
    round(PLOT.left + 20 + ((Math.log(cases) - least) / (most - least || 1)) * (PLOT.right - PLOT.left - 40))
  const y = (value: number): number =>
    round(PLOT.bottom - ((value - axis.low) / (axis.high - axis.low || 1)) * (PLOT.bottom - PLOT.top))
  const path = (read: (limits: Funnel['curve'][number]) => number): string =>
    funnel.curve
      .map((each, index) => `${index === 0 ? 'M' : 'L'}${x(each.denominator)} ${y(read(each))}`)
      .join('')
  const words = q().indicator
  return (
    <svg class="funnel" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" focusable="false">
      <title>
        {funnel.points.map((point) => words.funnelPoint(factsOf(point, indicator, name))).join('; ')}
      </title>
      {ticksOf(axis).map((tick) => (
        <g key={tick}>
          <path class="funnel-grid" d={`M${PLOT.left} ${y(tick)}H${PLOT.right}`} />
          <text class="funnel-label" x={PLOT.left - 8} y={y(tick) + 4} text-anchor="end">
            {numberWords(tick)}
          </text>
        </g>
      ))}
      <path class="funnel-limit" d={path(({ upper3 }) => upper3) + path(({ lower3 }) => lower3)} />
      <path class="funnel-limit is-inner" d={path(({ upper2 }) => upper2) + path(({ lower2 }) => lower2)} />
      <path class="funnel-center" d={`M${PLOT.left} ${y(funnel.center)}H${PLOT.right}`} />
      {funnel.points.map((point, index) => (
        <g key={point.department}>
          <path
            class={`funnel-point is-${point.reading}`}
            d={shapeOf(point, x(point.denominator), y(point.value))}
          />
          <text class="funnel-number" x={x(point.denominator) + 9} y={y(point.value) - 7}>
            {index + 1}
          </text>
        </g>
      ))}
      <text class="funnel-label" x={(PLOT.left + PLOT.right) / 2} y={HEIGHT - 8} text-anchor="middle">
        {words.funnelCases}: {numberWords(Math.round(Math.min(...sizes)))} –{' '}
        {numberWords(Math.round(Math.max(...sizes)))}
      </text>
    </svg>
  )
}

const FunnelTable = ({ funnel, indicator, name }: FunnelProps) => {
  const { asOf } = useWorld()
  const words = q().indicator
  return (
    <table class="table funnel-table">
      <caption class="visually-hidden">{words.kindWhy.funnel}</caption>
      <thead>
        <tr>
          <th scope="col">{words.department}</th>
          <th scope="col" class="numeric">
            {words.columns.value}
          </th>
          <th scope="col" class="numeric">
            {words.funnelCases}
          </th>
          <th scope="col" class="numeric">
            {words.columns.lower}
          </th>
          <th scope="col" class="numeric">
            {words.columns.upper}
          </th>
          <th scope="col">{words.judgement}</th>
        </tr>
      </thead>
      <tbody>
        {funnel.points.map((point, index) => (
          <tr key={point.department}>
            <th scope="row">
              {index + 1}.{' '}
              <a href={indicatorHref(indicator.key, point.department, asOf)}>{name(point.department)}</a>
            </th>
            <td class="numeric" data-label={words.columns.value}>
              {figureWords(indicator, point.value)}
            </td>
            <td class="numeric" data-label={words.funnelCases}>
              {numberWords(point.denominator)}
            </td>
            <td class="numeric" data-label={words.columns.lower}>
              {figureWords(indicator, point.lower3)}
            </td>
            <td class="numeric" data-label={words.columns.upper}>
              {figureWords(indicator, point.upper3)}
            </td>
            <td data-label={words.judgement}>
              <span class={`judgement judgement-${point.reading}`}>
                <VariationSign variation={point.reading} />
                <span>{words.funnelBeyond[point.beyond]}</span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const factsOf = (point: FunnelPoint, indicator: Indicator, name: (key: string) => string) => ({
  name: name(point.department),
  value: figureWords(indicator, point.value),
  cases: numberWords(point.denominator),
})

const shapeOf = ({ reading }: FunnelPoint, x: number, y: number): string => {
  switch (reading) {
    case 'concern':
      return `M${x} ${y - 7}l6.500 11.500h-13z`
    case 'improvement':
      return `M${x} ${y - 7}l7 7l-7 7l-7 -7z`
    case 'neutral':
      return `M${x - 5} ${y - 5}h10v10h-10z`
    case 'common-cause':
      return `M${x - 4.5} ${y}a4.500 4.500 0 1 0 9 0a4.500 4.500 0 1 0 -9 0z`
  }
}

const round = (value: number): number => Math.round(value * 10) / 10
