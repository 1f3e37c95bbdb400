/**
 * Statistical process control: tells a signal from noise. Pure; knows neither indicators nor pictures.
 *
 * What an observation means to a chart is in `spc/kinds.ts` and `spc/reading.ts`, the formulas are in
 * `spc/limits.ts`, the rules in `spc/signals.ts`.
 */
import { type Assurance, assuranceOf, type Variation, variationOf } from './spc/icons'
import { type ChartKind, KINDS } from './spc/kinds'
import { type ChartOptions, checkOptions } from './spc/options'
import { type ChartPoint, drawPhase, type Phase, shared, spansOf } from './spc/phase'
import type { Observation } from './spc/reading'

export { type ParetoBar, pareto } from './spc/pareto'
export { type RunTest, runTest } from './spc/run'
export { RULE_NAMES, type RuleName, signals } from './spc/signals'
export type { Assurance, ChartKind, ChartOptions, ChartPoint, Observation, Variation }

/** A chart, ready to be drawn. No number in it is ever NaN or infinite. */
export type ControlChart = {
  points: ChartPoint[]
  /**
   * Of the last phase. `center` of `np` is at the mean denominator; it is 0, and not to be drawn, where there was
   * nothing to estimate from. `sigma` is the standard deviation of one unit (one measurement, one case, one unit of
   * opportunity; of x^(1/3.6) on a `t` chart), and 0 where there is none. `lower` and `upper` are `null` where they
   * vary or do not exist.
   */
  center: number
  sigma: number
  lower: number | null
  upper: number | null
  /**
   * The moving range (`xmr`), range (`xbar-r`) or standard deviation (`xbar-s`) chart, with the limits of the last
   * phase. Left out where those do not exist or vary. A moving range is `null` at the first point of a phase, and at
   * and after a missing one.
   */
  range?: { center: number; lower: number; upper: number; values: (number | null)[] }
  /** Fewer than 12 points in the baseline of the last phase: these are trial limits. */
  provisional: boolean
  variation: Variation
  assurance: Assurance
}

/** With so many points in the baseline limits are no longer provisional. */
const USEFUL_BASELINE = 12

/**
 * Makes a control chart of a series.
 *
 * - **Missing points** keep their place, with `null` for `value` and `z`, and break every pattern and moving range. An observation a chart can make nothing of is missing: no figure, not finite or beyond 1e50, a
 *   denominator of 0 or less, a negative count or time, more cases than the denominator.
 * - **An empty series**, or a phase or baseline with nothing usable in it (all missing, all excluded), has centre 0,
 *   sigma 0, no limits and no signals. **One point** has a centre; limits only where one point suffices (p, np, c, u,
 *   g, X-bar).
 * - **When nothing varies** sigma is 0 and the limits lie on the centre line. A distance cannot be judged then, so `z`
 *   is `null`; rules that need no sigma (side, trend, alternate) still work, as they do on a run chart.
 * - **Subgroups** outside 2 to 25 members are drawn without limits and count for nothing.
 * - **Excluded points** are drawn and judged. An EWMA runs through them.
 * - **Phases** are charts of their own: limits, patterns, moving ranges and the EWMA begin anew.
 * - **Changing denominators** change limits from point to point. Patterns, trends too, are sought in `z`, each point
 *   against its own limits.
 *
 * `variation` follows the last point that is not missing: beyond the limits counts first, then a trend (which points
 * where it goes, on whichever side it lies), then the rules about a side, and last the patterns that point nowhere,
 * which are `neutral`; without a direction every signal is. (NHS, Making data count; NHSRplotthedots.)
 *
 * `assurance` compares the target with the limits at the last point of the last phase that has them. Beyond the limit
 * on the good side is `passing`, beyond it on the wrong side `failing`, anything else, also on a limit or without
 * limits, `hit-or-miss`. Without a direction a target is a figure to be met: outside the limits it is `failing`.
 *
 * @param kind see {@link ChartKind}
 * @param data in order of time, at equal distances
 * @param options see {@link ChartOptions}
 * @throws RangeError for an unknown kind or an option that makes no sense; never for data
 */
export function controlChart(kind: ChartKind, data: Observation[], options: ChartOptions = {}): ControlChart {
  if (!Object.hasOwn(KINDS, kind)) throw new RangeError(`There is no chart of kind "${String(kind)}".`)
  checkOptions(options)
  const chart = KINDS[kind]
  const series = data.map(chart.read)
  const phases = spansOf(series.length, options).map((span) => drawPhase(chart, series, span, options))
  const last = phases.at(-1) as Phase
  const range = last.range && { ...last.range, values: phases.flatMap((phase) => phase.spreads) }
  return {
    points: phases.flatMap((phase) => phase.points),
    center: last.center,
    sigma: last.sigma,
    lower: shared(last.points.map((point) => point.lower)),
    upper: shared(last.points.map((point) => point.upper)),
    ...(range && { range }),
    provisional: last.baseline < USEFUL_BASELINE,
    variation: variationOf(last, options),
    assurance: assuranceOf(last.points, options),
  }
}
