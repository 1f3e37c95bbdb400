/** The kinds of control chart: what each reads, how it estimates, what it draws. One line per kind. */
import {
  binomial,
  type Estimator,
  type Fit,
  geometric,
  individuals,
  lambdaOf,
  laney,
  middle,
  movingRanges,
  poisson,
  subgroups,
  weighted,
} from './limits'
import { deviationOf, rangeOf } from './numbers'
import type { ChartOptions } from './options'
import {
  between,
  caseCount,
  count,
  measurement,
  type Observation,
  type Point,
  proportion,
  rate,
  subgroup,
} from './reading'

/**
 * The kind of chart, what it reads of an {@link Observation}, and what it draws.
 *
 * | kind | reads | draws | limits |
 * | --- | --- | --- | --- |
 * | `xmr` | `value`, else `numerator` / `denominator` | the measurement | mean ± 3 MRbar/d2 |
 * | `run` | the same | the measurement | the median, no limits |
 * | `ewma` | the same | its weighted moving average | centre ± 3 sigma sqrt(lambda/(2-lambda)) |
 * | `p`, `pprime` | `numerator` (else `value` × `denominator`) / `denominator` | the part, 0 to 1 | binomial; with Laney |
 * | `np` | `numerator` (else `value`) out of `denominator` | the number | binomial × n |
 * | `c` | `numerator`, else `value` | the count | cbar ± 3 sqrt(cbar) |
 * | `u`, `uprime` | `numerator` (else `value` × `denominator`) / `denominator` | the rate | Poisson; with Laney |
 * | `xbar-r`, `xbar-s` | `sample` | its mean | grand mean ± A2 Rbar, ± A3 sbar |
 * | `t` | `value`, the time between events | the time | those of `xmr` for x^(1/3.6), and back |
 * | `g` | `value`, the cases between events | the number | gbar ± 3 sqrt(gbar(gbar+1)) |
 *
 * Lower limits of parts, counts, rates, times and numbers are at least 0, upper limits of parts at most 1 (of `np` at
 * most n).
 */
export type ChartKind =
  | 'xmr'
  | 'run'
  | 'p'
  | 'np'
  | 'pprime'
  | 'c'
  | 'u'
  | 'uprime'
  | 'xbar-r'
  | 'xbar-s'
  | 'ewma'
  | 't'
  | 'g'

/** What makes a kind of chart. */
export type Chart = {
  readonly read: (observation: Observation) => Point
  readonly estimate: Estimator
  /** The limits go no further. */
  readonly floor?: number
  readonly ceiling?: number
  /** From the scale of the limits to the scale of the picture, at a point of some size. */
  readonly draw?: (statistic: number, size: number) => number
  /** What is drawn instead of the figures themselves. */
  readonly trace?: (series: readonly Point[], fit: Fit, options: ChartOptions) => Point[]
  /** What the chart of the spread shows. */
  readonly spreads?: (series: readonly Point[]) => (number | null)[]
}

/** The power that makes exponential times between events look normal (Nelson, JQT 26 (1994)). */
const NELSON_POWER = 3.6

/** All kinds of chart. */
export const KINDS: Readonly<Record<ChartKind, Chart>> = {
  xmr: {
    read: measurement,
    estimate: individuals,
    spreads: (series) => movingRanges(series.map((point) => point?.statistic ?? null)),
  },
  run: { read: measurement, estimate: middle },
  p: { read: proportion, estimate: binomial, floor: 0, ceiling: 1 },
  np: { read: caseCount, estimate: binomial, floor: 0, ceiling: 1, draw: (part, size) => part * size },
  pprime: { read: proportion, estimate: laney(binomial), floor: 0, ceiling: 1 },
  c: { read: count, estimate: poisson, floor: 0 },
  u: { read: rate, estimate: poisson, floor: 0 },
  uprime: { read: rate, estimate: laney(poisson), floor: 0 },
  'xbar-r': {
    read: subgroup(rangeOf),
    estimate: subgroups(({ d2, D3, D4 }) => [d2, D3, D4]),
    spreads: ownSpreads,
  },
  'xbar-s': {
    read: subgroup(deviationOf),
    estimate: subgroups(({ c4, B3, B4 }) => [c4, B3, B4]),
    spreads: ownSpreads,
  },
  ewma: { read: measurement, estimate: weighted, trace: movingAverage },
  t: {
    read: between(NELSON_POWER),
    estimate: individuals,
    floor: 0,
    draw: (statistic) => statistic ** NELSON_POWER,
  },
  g: { read: between(1), estimate: geometric, floor: 0 },
}

function ownSpreads(series: readonly Point[]): (number | null)[] {
  return series.map((point) => point?.spread ?? null)
}

/**
 * z_i = lambda x_i + (1 - lambda) z_(i-1), from the centre line on; without one, from the first figure on. A missing
 * point changes nothing.
 */
function movingAverage(series: readonly Point[], fit: Fit, options: ChartOptions): Point[] {
  const lambda = lambdaOf(options)
  let average = fit.center
  return series.map((point) => {
    if (!point) return null
    average = lambda * point.statistic + (1 - lambda) * (average ?? point.statistic)
    return { ...point, drawn: average, statistic: average }
  })
}
