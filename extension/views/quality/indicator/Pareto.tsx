/** Which few categories make up most: bars, the share added up, and the same as a table. */
import type { ParetoBar } from '../../../../shared/spc'
import { periodWords } from '../../../text/dates'
import { EmptyState } from '../../../ui/EmptyState'
import { q } from '../say'
import { numberWords } from '../words'

export const Pareto = ({
  bars,
  from,
  to,
}: {
  readonly bars: readonly ParetoBar[]
  readonly from: string | undefined
  readonly to: string | undefined
}) => {
  const words = q().indicator.pareto
  const total = bars.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return <EmptyState title={words.none} />
  const vital = bars.filter((bar) => bar.vital)
  const share = (part: number): string => `${numberWords(part, 0)}\u00a0%`
  return (
    <div class="pareto">
      <p>
        {words.sentence(vital.length, bars.length, share(vital.at(-1)?.cumulative ?? 0))}
        {from && to && <span class="quiet"> {words.window(periodWords(from), periodWords(to))}.</span>}
      </p>
      <table class="table pareto-table">
        <caption class="visually-hidden">{q().indicator.kindWhy.pareto}</caption>
        <thead>
          <tr>
            <th scope="col">{words.category}</th>
            <th scope="col" class="numeric">
              {words.count}
            </th>
            <td class="pareto-bar-head" />
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
                {bar.name}
                {bar.vital && <span class="visually-hidden">, {words.vital}</span>}
              </th>
              <td class="numeric" data-label={words.count}>
                {numberWords(bar.count)}
              </td>
              <td class="pareto-cell" aria-hidden="true">
                <svg
                  class="pareto-bar"
                  viewBox="0 0 100 10"
                  preserveAspectRatio="none"
                  aria-hidden="true"
                  focusable="false"
                >
                  <path class="bar" d={stepOf(bar, total)} />
                  <path class="vital-line" d="M80 0v10" />
                </svg>
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
    </div>
  )
}

// Each bar begins where the one before it ended: where it ends is the share added up. The line stands at eighty percent.
const stepOf = ({ count, cumulative }: ParetoBar, total: number): string => {
  const share = (count / total) * 100
  return `M${cumulative - share} 1h${share}v8h${-share}z`
}
