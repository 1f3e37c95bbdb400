/** Departments beside each other: small multiples on one scale, and the funnel that is fair to small ones. */
import { useMemo } from 'preact/hooks'
import type { Indicator } from '../../../../shared/kinds/indicator'
import { type Funnel, type FunnelPoint, funnelOf } from '../../../../shared/queries/funnel'
import { type Row, rowOf } from '../../../../shared/queries/scorecard'
import type { Series } from '../../../../shared/queries/series'
import { smallMultiple } from '../../../../shared/queries/small-multiple'
import { nameOf } from '../../../text'
import { dayWords, momentWords, periodWords } from '../../../text/dates'
import { useModel } from '../../dashboard/context'
import { listOf } from '../../dashboard/words'
import { type Caption, PAPER_WIDTH, paperSvg } from '../drawing/drawing'
import { csvBlob, fileNameOf, plainNumber } from '../drawing/files'
import { Keep } from '../drawing/Keep'
import { DrawingLegend, Picture } from '../drawing/Picture'
import { AssuranceTag, VariationSign, VariationTag } from '../Judgement'
import { indicatorHref } from '../route'
import { SmallPicture } from '../SmallPicture'
import { inWords, q } from '../say'
import { commonScale, type Scale } from '../small-picture'
import { Value } from '../Value'
import { figureWords, numberWords } from '../words'
import { useWorld } from '../world'
import { funnelDrawing } from './funnel-drawing'

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
  const { department, store } = useModel()
  const { asOf } = useWorld()
  const words = q().indicator
  const window = windowOf(parts)
  const between = window ? q().pareto.figures(periodWords(window.from), periodWords(window.to)) : ''
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
            {words.funnelWhy} {between}.
          </p>
          <FunnelPicture
            funnel={funnel}
            indicator={indicator}
            name={name}
            lines={[
              [store.organisationName.value, q().together].join(' · '),
              [between, asOf && `${q().scorecard.asOf} ${dayWords(asOf)}`].filter(Boolean).join(' · '),
              words.made(momentWords(Date.now())),
            ]}
          />
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

type FunnelProps = {
  readonly funnel: Funnel
  readonly indicator: Indicator
  readonly name: (key: string) => string
}

const legendOf = (funnel: Funnel): Caption['legend'] => {
  const { indicator } = q()
  const has = (reading: FunnelPoint['reading']): boolean =>
    funnel.points.some((point) => point.reading === reading)
  return [
    ...(has('common-cause') ? [['common-cause', indicator.funnelBeyond[0]] as const] : []),
    ...(['concern', 'improvement', 'neutral'] as const)
      .filter(has)
      .map((reading) => [reading, indicator.funnelReading[reading]] as const),
    ['center', indicator.funnelTotal],
    ['limit-inner', indicator.funnelInner],
    ['limit', indicator.funnelOuter],
  ]
}

const FunnelPicture = ({
  funnel,
  indicator,
  name,
  lines,
}: FunnelProps & { readonly lines: readonly string[] }) => {
  const { store } = useModel()
  const words = q().indicator
  const said = funnel.points.map((point) => words.funnelPoint(factsOf(point, indicator, name)))
  const title = `${inWords(indicator, 'name')}: ${words.kinds.funnel.toLowerCase()}`
  const caption: Caption = {
    title,
    lines,
    legend: legendOf(funnel),
    notes: said.map((each, index) => `${index + 1}. ${each}`),
  }
  const draw = (width: number) =>
    funnelDrawing(funnel, indicator, width, {
      number: (value) => numberWords(value),
      cases: words.funnelCases,
      unit: inWords(indicator, 'unit'),
    })
  return (
    <>
      <div class="funnel-head">
        <DrawingLegend legend={caption.legend} />
        <Keep
          name={fileNameOf([title, store.today.value])}
          svg={() => paperSvg(draw(PAPER_WIDTH), caption)}
          csv={() => csvOf(funnel, indicator, name, [title, ...lines])}
        />
      </div>
      <Picture draw={draw} label={`${title}. ${said.join('; ')}`} caption={caption} />
    </>
  )
}

const csvOf = (
  { points }: Funnel,
  indicator: Indicator,
  name: (key: string) => string,
  head: readonly string[],
): Blob => {
  const words = q().indicator
  const { value, numerator, denominator, lower, upper } = words.columns
  return csvBlob([
    ...head.map((line) => [line]),
    [],
    [
      words.department,
      `${value} (${inWords(indicator, 'unit')})`,
      numerator,
      denominator,
      lower,
      upper,
      words.judgement,
    ],
    ...points.map((point) => [
      name(point.department),
      ...[point.value, point.numerator, point.denominator, point.lower3, point.upper3].map(plainNumber),
      words.funnelBeyond[point.beyond],
    ]),
  ])
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
