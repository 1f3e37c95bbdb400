/** How the figures went over twelve months: a chart, or the same as a table. */
import { useSignal } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { punctuality, shareInOrder, type Trend as TrendFacts } from '../../../../shared/queries/overview'
import { hrefOf, type Sheet } from '../route'
import { Segments } from '../Segments'
import { d, longMonth, number, percent, shortMonth } from '../words'
import type { TrendChart, TrendData } from './trend-chart'

type Props = { readonly trend: TrendFacts; readonly onMonth: (month: string) => void }

export const Trend = ({ trend, onMonth }: Props) => {
  const form = useSignal<'chart' | 'table'>('chart')
  const words = d().trend
  return (
    <section class="panel trend" aria-labelledby="trend-title">
      <div class="panel-head">
        <h2 id="trend-title">{words.title}</h2>
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
      </div>
      {form.value === 'chart' ? <Picture trend={trend} onMonth={onMonth} /> : <Table trend={trend} />}
    </section>
  )
}

const Picture = ({ trend, onMonth }: Props) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const chart = useRef<TrendChart | undefined>(undefined)
  const data = dataOf(trend, onMonth)
  const latest = useRef(data)
  latest.current = data
  useEffect(() => {
    let over = false
    import('./trend-chart').then(({ drawTrend }) => {
      if (!over && canvas.current) chart.current = drawTrend(canvas.current, latest.current)
    })
    return () => {
      over = true
      chart.current?.close()
      chart.current = undefined
    }
  }, [])
  const fingerprint = useMemo(() => JSON.stringify(data), [trend, data.onTime.name])
  useEffect(() => chart.current?.update(latest.current), [fingerprint])
  return (
    <>
      <ul class="trend-legend">
        <li class="trend-on-time">{d().trend.onTime}</li>
        <li class="trend-in-order">{d().trend.inOrder}</li>
      </ul>
      <div class="trend-canvas">
        <canvas ref={canvas} role="img" aria-label={description(trend)} />
      </div>
    </>
  )
}

const Table = ({ trend }: { readonly trend: TrendFacts }) => {
  const words = d().trend
  return (
    <div class="table-scroll">
      <table class="table trend-table">
        <caption class="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.month}</th>
            <th scope="col" class="numeric">
              {words.due}
            </th>
            <th scope="col" class="numeric">
              {words.onTime}
            </th>
            <th scope="col" class="numeric">
              {words.inOrder}
            </th>
          </tr>
        </thead>
        <tbody>
          {trend.months.map((month) => (
            <tr key={month.month}>
              <th scope="row">
                <a href={hrefOf(monthLines(month.month))}>{longMonth(month.month)}</a>
              </th>
              <td class="numeric">{number(month.due)}</td>
              <td class="numeric">{percent(punctuality(month))}</td>
              <td class="numeric">{percent(shareInOrder(month))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The checks that were due in a month. */
export const monthLines = (month: string): Sheet => ({
  sheet: 'lines',
  lines: 'all',
  span: 'year-back',
  department: undefined,
  theme: undefined,
  month,
})

const dataOf = ({ months }: TrendFacts, onMonth: Props['onMonth']): TrendData => ({
  labels: months.map(({ month }) => shortMonth(Number(month.slice(5)))),
  onTime: { name: d().trend.onTime, shares: months.map((each) => punctuality(each) ?? null) },
  inOrder: { name: d().trend.inOrder, shares: months.map((each) => shareInOrder(each) ?? null) },
  percent,
  onPick: (index) => {
    const picked = months[index]
    if (picked) onMonth(picked.month)
  },
})

const description = ({ months }: TrendFacts): string => {
  const first = months[0]
  const last = months.at(-1)
  if (!first || !last) return d().trend.title
  return d().trend.describe(
    longMonth(first.month),
    longMonth(last.month),
    percent(punctuality(last)),
    percent(shareInOrder(last)),
  )
}
