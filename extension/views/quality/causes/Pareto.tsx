/** Which few make up most: as a picture and as a table, to keep and to print. */
import { useSignal } from '@preact/signals'
import { withRest } from '../../../../shared/queries/causes'
import type { ParetoBar } from '../../../../shared/spc'
import { EmptyState } from '../../../ui/EmptyState'
import { Segments } from '../../dashboard/Segments'
import { type Caption, PAPER_WIDTH, paperSvg } from '../drawing/drawing'
import { csvBlob, plainNumber } from '../drawing/files'
import { Keep } from '../drawing/Keep'
import { DrawingLegend, Picture } from '../drawing/Picture'
import { q } from '../say'
import { numberWords } from '../words'
import { type Bar, type ParetoWords, paretoDrawing } from './pareto-drawing'

// As many as can be taken in at once; the others are one bar.
const MOST = 12

type Props = {
  readonly bars: readonly ParetoBar[]
  /** What stands on the file, above the picture. */
  readonly title: string
  readonly lines: readonly string[]
  readonly fileName: string
  /** What a bar is one of: "controle". */
  readonly unit: readonly [one: string, many: string]
  /** What is counted, at the end of the sentence: "43 uitkomsten". */
  readonly counted: (total: number) => string
  readonly none: string
  readonly noneNext?: string
  /** Words for a name. */
  readonly wordsOf: (name: string) => string
  readonly hrefOf?: (name: string) => string
  /** The bar of which one sees the lines. */
  readonly chosen?: string | undefined
}

export const Pareto = (props: Props) => {
  const { title, lines, unit, counted, wordsOf, hrefOf, chosen } = props
  const form = useSignal<'chart' | 'table'>('chart')
  const words = q().pareto
  // Where nearly all of them are needed to make most of it, none is more important than the others.
  const all = isSpread(props.bars) ? props.bars.map((bar) => ({ ...bar, vital: false })) : props.bars
  const { bars: first, rest } = withRest(all, MOST)
  const total = all.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return <EmptyState title={props.none}>{props.noneNext}</EmptyState>
  const bars: readonly Bar[] = [
    ...first.map((bar) => ({ ...bar, words: wordsOf(bar.name), isRest: false, href: hrefOf?.(bar.name) })),
    ...(rest
      ? [
          {
            name: '',
            words: words.rest(rest.names.length),
            count: rest.count,
            cumulative: 100,
            vital: false,
            isRest: true,
            href: undefined,
          },
        ]
      : []),
  ]
  const sentence = sentenceOf(all, total, unit, counted)
  const caption: Caption = {
    title,
    lines: [...lines, sentence],
    legend: legendOf(bars),
  }
  const draw = (width: number) => paretoDrawing(bars, width, wordsOfPareto(total), chosen)
  return (
    <div class="pareto">
      <div class="pareto-head">
        <p>{sentence}</p>
        <Segments
          label={q().indicator.form}
          options={[
            ['chart', q().indicator.chart],
            ['table', q().indicator.table],
          ]}
          chosen={form.value}
          onChoose={(next) => {
            form.value = next
          }}
        />
        <Keep
          name={props.fileName}
          svg={() => paperSvg(draw(PAPER_WIDTH), caption)}
          csv={() => csvOf(all, total, [title, ...lines], wordsOf, unit)}
        />
      </div>
      {form.value === 'chart' ? (
        <>
          <Picture draw={draw} label={`${title}. ${sentence}`} caption={caption} />
          <DrawingLegend legend={caption.legend} />
        </>
      ) : (
        <ParetoTable bars={all} total={total} title={title} unit={unit} wordsOf={wordsOf} hrefOf={hrefOf} />
      )}
    </div>
  )
}

const share = (part: number): string => `${numberWords(part, 0)}\u00a0%`

const wordsOfPareto = (total: number): ParetoWords => ({
  number: (value) => numberWords(value),
  percent: share,
  bar: (bar) =>
    q().pareto.bar({
      name: bar.words,
      count: numberWords(bar.count),
      share: share((100 * bar.count) / total),
      cumulative: share(bar.cumulative),
      vital: bar.vital,
    }),
})

const isSpread = (bars: readonly ParetoBar[]): boolean => {
  const some = bars.filter(({ count }) => count > 0)
  return some.length > 1 && some.filter(({ vital }) => vital).length * 2 > some.length
}

/** The vital few are few, or there are none. */
const sentenceOf = (
  all: readonly ParetoBar[],
  total: number,
  unit: Props['unit'],
  counted: Props['counted'],
): string => {
  const some = all.filter(({ count }) => count > 0)
  const vital = some.filter((bar) => bar.vital)
  const words = q().pareto
  if (some.length === 1) return words.only(unit[0], counted(total))
  return vital.length === 0
    ? words.spread(some.length, unit[1], counted(total))
    : words.sentence(vital.length, some.length, unit[1], share(vital.at(-1)?.cumulative ?? 0), counted(total))
}

const legendOf = (bars: readonly Bar[]): Caption['legend'] => {
  const words = q().pareto
  const hasVital = bars.some(({ vital }) => vital)
  return [
    ...(hasVital ? [['bar-vital', words.vital] as const] : []),
    ...(hasVital && bars.some(({ vital, isRest }) => !vital && !isRest)
      ? [['bar', words.others] as const]
      : []),
    ...(bars.some(({ isRest }) => isRest) ? [['bar-rest', words.restWhy] as const] : []),
    ['sum', words.cumulative],
    ...(hasVital ? [['threshold', words.threshold] as const] : []),
  ]
}

type TableProps = Pick<Props, 'bars' | 'title' | 'unit' | 'wordsOf'> & {
  readonly total: number
  readonly hrefOf: Props['hrefOf'] | undefined
}

const ParetoTable = ({ bars, total, title, unit, wordsOf, hrefOf }: TableProps) => {
  const words = q().pareto
  return (
    <table class="table pareto-table">
      <caption class="visually-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{capital(unit[0])}</th>
          <th scope="col" class="numeric">
            {words.count}
          </th>
          <th scope="col" class="numeric">
            {words.share}
          </th>
          <th scope="col" class="numeric">
            {words.cumulative}
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.name} class={bar.vital ? 'is-vital' : undefined}>
            <th scope="row">
              {hrefOf ? <a href={hrefOf(bar.name)}>{wordsOf(bar.name)}</a> : wordsOf(bar.name)}
              {bar.vital && <span class="vital-word"> · {words.vital}</span>}
            </th>
            <td class="numeric" data-label={words.count}>
              {numberWords(bar.count)}
            </td>
            <td class="numeric" data-label={words.share}>
              {share((bar.count / total) * 100)}
            </td>
            <td class="numeric" data-label={words.cumulative}>
              {share(bar.cumulative)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const csvOf = (
  bars: readonly ParetoBar[],
  total: number,
  head: readonly string[],
  wordsOf: Props['wordsOf'],
  unit: Props['unit'],
): Blob => {
  const words = q().pareto
  return csvBlob([
    ...head.map((line) => [line]),
    [],
    [capital(unit[0]), words.count, `${words.share} (%)`, `${words.cumulative} (%)`, words.vital],
    ...bars.map(({ name, count, cumulative, vital }) => [
      wordsOf(name),
      plainNumber(count),
      plainNumber(Number(((100 * count) / total).toFixed(1))),
      plainNumber(Number(cumulative.toFixed(1))),
      vital ? 'x' : '',
    ]),
  ])
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
