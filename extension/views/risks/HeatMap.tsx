/** The risk map: each cell bears its score, the word of its band and how many risks stand there; choosing one filters. */
import { useRef } from 'preact/hooks'
import { BANDS, IMPACT_LEVELS, LIKELIHOODS } from '../../../shared/libraries/risk-matrix'
import { type HeatCell, heatMap, type RiskLine } from '../../../shared/queries/risks'
import { inLanguage, nameOf } from '../../text'
import { VisuallyHidden } from '../../ui/VisuallyHidden'
import { moveInGrid, settleStop } from '../dashboard/grid-keys'
import { bandClass } from './parts'
import type { Cell, RiskSide } from './route'
import { k } from './say'
import { bandWords, impactWords, likelihoodWords } from './words'

type Props = {
  readonly risks: readonly RiskLine[]
  readonly side: RiskSide
  readonly chosen: Cell | undefined
  readonly onChoose: (cell: Cell | undefined) => void
}

export const HeatMap = ({ risks, side, chosen, onChoose }: Props) => {
  const table = useRef<HTMLTableElement>(null)
  const rows = heatMap(risks, side)
  const words = k().map
  const first = rows.flat().find(({ risks: here }) => here.length > 0) ?? rows[0]?.[0]
  const isChosen = ({ likelihood, impact }: HeatCell): boolean =>
    chosen?.likelihood === likelihood && chosen.impact === impact
  const stop = rows.flat().find(isChosen) ?? first
  return (
    <div class="table-scroll heat-scroll">
      <table
        class="heat"
        ref={table}
        onKeyDown={(event) => table.current && moveInGrid(table.current, event)}
        onFocusCapture={(event) => table.current && settleStop(table.current, event.target)}
      >
        <caption class="visually-hidden">{words.caption(k().sides[side])}</caption>
        <thead>
          <tr>
            <th scope="col" class="heat-corner">
              <span>{words.likelihood} ↓</span>
              <span>{words.impact} →</span>
            </th>
            {IMPACT_LEVELS.map((degree) => (
              <th key={degree.value} scope="col" title={inLanguage(degree.meaning, degree.meaningEn)}>
                <strong>{degree.value}</strong> <span class="heat-name">{nameOf(degree)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => {
            const degree = LIKELIHOODS.find(({ value }) => value === cells[0]?.likelihood)
            return (
              degree && (
                <tr key={degree.value}>
                  <th scope="row" title={inLanguage(degree.meaning, degree.meaningEn)}>
                    <strong>{degree.value}</strong> <span class="heat-name">{nameOf(degree)}</span>
                  </th>
                  {cells.map((cell) => (
                    <td key={cell.impact} class={bandClass(cell.band.key)}>
                      <button
                        type="button"
                        class="heat-cell"
                        data-stop
                        tabIndex={cell === stop ? 0 : -1}
                        aria-pressed={isChosen(cell)}
                        onClick={() =>
                          onChoose(
                            isChosen(cell) ? undefined : { likelihood: cell.likelihood, impact: cell.impact },
                          )
                        }
                      >
                        <VisuallyHidden>
                          {words.cell({
                            likelihood: likelihoodWords(cell.likelihood),
                            impact: impactWords(cell.impact),
                            score: cell.score,
                            band: bandWords(cell.band),
                            count: cell.risks.length,
                          })}
                        </VisuallyHidden>
                        <span class="heat-score" aria-hidden="true">
                          {cell.score} <span class="heat-word">{bandWords(cell.band)}</span>
                        </span>
                        <span class="heat-count" aria-hidden="true">
                          {cell.risks.length > 0 ? cell.risks.length : ''}
                        </span>
                      </button>
                    </td>
                  ))}
                </tr>
              )
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** What the bands are called, from which score to which, and who does what about them. */
export const BandLegend = () => (
  <dl class="band-legend" aria-label={k().map.legend}>
    {BANDS.map((band) => (
      <div key={band.key}>
        <dt>
          <span class={`score-tag ${bandClass(band.key)}`}>{bandWords(band)}</span>
          <span class="quiet">{k().map.range(band.min, band.max)}</span>
        </dt>
        <dd class="quiet">{inLanguage(band.action, band.actionEn)}</dd>
      </div>
    ))}
  </dl>
)

/** One risk on the map: where it would be without controls, and where it is with them. */
export const SmallMap = ({ line }: { readonly line: RiskLine }) => {
  const { inherentScore: from, residualScore: to } = line
  if (!from) return null
  const words = k().map
  const at = ({ likelihood, impact }: Cell): string => words.inShort(likelihood, impact)
  const isMoved = to !== undefined && (to.likelihood !== from.likelihood || to.impact !== from.impact)
  const label = isMoved && to ? words.move(at(from), at(to)) : words.same(at(to ?? from))
  return (
    <figure class="small-map">
      <svg viewBox="0 0 210 210" width="210" height="210" role="img" aria-label={label} focusable="false">
        {heatMap([], 'inherent')
          .flat()
          .map((cell) => (
            <g key={`${cell.likelihood} ${cell.impact}`} class={`small-cell small-${cell.band.key}`}>
              <rect x={left(cell)} y={top(cell)} width="38" height="38" rx="3" />
              <text x={left(cell) + 4} y={top(cell) + 12}>
                {cell.score}
              </text>
            </g>
          ))}
        {to && isMoved && <path class="small-arrow" d={arrow(from, to)} />}
        <circle class="small-start" cx={left(from) + 19} cy={top(from) + 22} r="9" />
        {to && <circle class="small-end" cx={left(to) + 19} cy={top(to) + 22} r="6" />}
      </svg>
      <figcaption class="quiet">
        <span>
          <span class="sign-start" aria-hidden="true" /> {words.start}
        </span>
        {to && (
          <span>
            <span class="sign-end" aria-hidden="true" /> {words.end}
          </span>
        )}
      </figcaption>
    </figure>
  )
}

const left = ({ impact }: Cell): number => (impact - 1) * 42 + 2
const top = ({ likelihood }: Cell): number => (5 - likelihood) * 42 + 2

/** From the edge of the first sign to that of the second, with a point at the end. */
const arrow = (from: Cell, to: Cell): string => {
  const [x1, y1, x2, y2] = [left(from) + 19, top(from) + 22, left(to) + 19, top(to) + 22]
  const length = Math.hypot(x2 - x1, y2 - y1)
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length]
  const [ax, ay] = [x1 + ux * 10, y1 + uy * 10]
  const [bx, by] = [x2 - ux * 9, y2 - uy * 9]
  const side = (turn: number): string =>
    `M${bx} ${by}l${-ux * 7 + turn * uy * 4.5} ${-uy * 7 - turn * ux * 4.5}`
  return `M${ax} ${ay}L${bx} ${by}${side(1)}${side(-1)}`
}
