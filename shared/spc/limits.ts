/**
 * From the points of a baseline to a centre line and a sigma: one estimator per family of charts. Knows nothing of
 * phases, rules or pictures.
 */
import { type ChartFactors, chartFactors } from './constants'
import { distance, mean, median } from './numbers'
import type { ChartOptions } from './options'
import type { Point, Reading } from './reading'

/** The chart of the spread that goes with a chart of the level: moving ranges, ranges or standard deviations. */
export type RangeLimits = { readonly center: number; readonly lower: number; readonly upper: number }

/** What a baseline says about a process. */
export type Fit = {
  /** The centre line, on the scale of {@link Reading.statistic}; `null` when there was nothing to estimate from. */
  readonly center: number | null
  /** The standard deviation of one unit; 0 when there is none to be had, or nothing varies. */
  readonly sigma: number
  /** The standard deviation of the statistic at a point of this size; `null` where no limits can be drawn. */
  readonly errorOf: (size: number) => number | null
  readonly range?: RangeLimits
}

/** Estimates from the points of the baseline, in order of time; `null` is a missing or excluded one. */
export type Estimator = (baseline: readonly Point[], options: ChartOptions) => Fit

/** 3.267 × the mean moving range is the upper limit of moving ranges: a larger one is no noise. */
const SCREEN = 3.267

/** A centre without limits. */
const level = (center: number | null): Fit => ({ center, sigma: 0, errorOf: () => null })

/** Nothing to estimate from. */
const NOTHING = level(null)

/**
 * Individuals: mean ± 3 MRbar/d2. The moving range runs between neighbours in time only; where one of them is
 * missing, excluded or outside the baseline, there is none.
 *
 * Source: NIST/SEMATECH e-Handbook 6.3.2.2. With d2 = 1.128 the limits are mean ± 2.66 MRbar. The moving range chart
 * has its upper limit at D4 MRbar, D4 = 3.2665.
 */
export const individuals: Estimator = (baseline, options) => {
  const center = mean(statistics(baseline))
  if (center === null) return NOTHING
  const movingRange = averageMovingRange(series(baseline), options)
  const D4 = chartFactors(2)?.D4 ?? 0
  if (movingRange === null) return level(center)
  const range = { center: movingRange, lower: 0, upper: D4 * movingRange }
  return { ...alike(center, movingRange / d2Of(options)), range }
}

/**
 * Exponentially weighted moving average: asymptotic limits, centre ± 3 sigma sqrt(lambda / (2 - lambda)), the same at
 * every point. Centre and sigma are those of the individuals, unless given as `start` and `sigma`.
 *
 * Source: NIST/SEMATECH e-Handbook 6.3.2.4.
 */
export const weighted: Estimator = (baseline, options) => {
  const estimated = individuals(baseline, options)
  const center = options.start ?? estimated.center
  const sigma = options.sigma ?? estimated.errorOf(1)
  if (center === null || sigma === null) return level(center)
  const lambda = lambdaOf(options)
  return { center, sigma, errorOf: () => sigma * Math.sqrt(lambda / (2 - lambda)) }
}

/** How much the newest figure weighs in an EWMA: 0.2 unless said. */
export const lambdaOf = ({ lambda }: ChartOptions): number => lambda ?? 0.2

/** The median, without limits: a run chart. */
export const middle: Estimator = (baseline) => level(median(statistics(baseline)))

/**
 * Parts of the cases: pbar = all numerators / all denominators, pbar ± 3 sqrt(pbar(1 - pbar)/n).
 *
 * Source: NIST/SEMATECH e-Handbook 6.3.3.2.
 */
export const binomial: Estimator = (baseline) => attribute(baseline, (center) => center * (1 - center))

/**
 * Counts of events: ubar = all numerators / all opportunity, ubar ± 3 sqrt(ubar/n). With n = 1 throughout it is the
 * c chart.
 *
 * Source: NIST/SEMATECH e-Handbook 6.3.3.1; Montgomery, Introduction to Statistical Quality Control, 7.3.
 */
export const poisson: Estimator = (baseline) => attribute(baseline, (center) => center)

/**
 * Laney's correction for very large denominators, where nothing in practice is as quiet as the binomial or Poisson
 * distribution says: sigma × sigma_z, sigma_z = the mean moving range of z / d2. Without two neighbours there is no
 * sigma_z and there are no limits.
 *
 * Source: Laney, Quality Engineering 14 (2002) 531-537.
 */
export const laney =
  (plain: Estimator): Estimator =>
  (baseline, options) => {
    const fit = plain(baseline, options)
    const { center, sigma, errorOf } = fit
    if (center === null || sigma === 0) return fit
    const z = series(
      baseline,
      ({ statistic, size }) => distance(statistic, center) / (errorOf(size) ?? sigma),
    )
    const movingRange = averageMovingRange(z, options)
    return movingRange === null ? level(center) : perUnit(center, (sigma * movingRange) / d2Of(options))
  }

/**
 * Cases between events, geometrically distributed: gbar ± 3 sqrt(gbar(gbar + 1)), gbar the mean number.
 *
 * Source: Benneyan, Health Care Management Science 4 (2001) 305-318; Montgomery, 7.3.
 */
export const geometric: Estimator = (baseline) => {
  const center = mean(statistics(baseline))
  return center === null ? NOTHING : alike(center, Math.sqrt(center * (center + 1)))
}

/**
 * Subgroups: grand mean ± 3 sigma/sqrt(n), sigma the mean over the subgroups of range/d2 (X-bar R) or standard
 * deviation/c4 (X-bar S). With one subgroup size that is grand mean ± A2 Rbar, or ± A3 sbar, and the chart of the
 * spread has its limits at D3 and D4 Rbar, or B3 and B4 sbar; with different sizes that chart has no limits.
 * Means are weighted with the subgroup size. A subgroup without a spread counts for nothing and has no limits.
 *
 * Source: NIST/SEMATECH e-Handbook 6.3.2.1; Montgomery, 6.2 and 6.3.
 *
 * @param factorsOf divisor, lower and upper factor of the spread of subgroups of one size
 */
export const subgroups =
  (factorsOf: SpreadFactors): Estimator =>
  (baseline) => {
    const groups = present(baseline).flatMap((group) => spreadOf(group, factorsOf))
    const sizes = groups.map((group) => group.size)
    const center = mean(statistics(groups), sizes)
    const sigma = mean(groups.map((group) => group.spread / group.unbias))
    const spread = mean(groups.map((group) => group.spread))
    const [first] = groups
    if (center === null || sigma === null || spread === null || !first) return NOTHING
    const errorOf = (size: number) => (chartFactors(size) ? sigma / Math.sqrt(size) : null)
    const range = { center: spread, lower: first.lower * spread, upper: first.upper * spread }
    return sizes.every((size) => size === first.size)
      ? { center, sigma, errorOf, range }
      : { center, sigma, errorOf }
  }

type SpreadFactors = (factors: ChartFactors) => readonly [unbias: number, lower: number, upper: number]

function spreadOf(group: Reading, factorsOf: SpreadFactors) {
  const factors = chartFactors(group.size)
  if (!factors || group.spread === null) return []
  const [unbias, lower, upper] = factorsOf(factors)
  return [{ ...group, spread: group.spread, unbias, lower, upper }]
}

/** Numerators over denominators, and the variance of one unit that goes with their ratio. */
function attribute(baseline: readonly Point[], varianceOf: (center: number) => number): Fit {
  const sizes = present(baseline).map((point) => point.size)
  const center = mean(statistics(baseline), sizes)
  return center === null ? NOTHING : perUnit(center, Math.sqrt(Math.max(0, varianceOf(center))))
}

/** A sigma of one unit: a point of n units varies 1/sqrt(n) as much. */
const perUnit = (center: number, sigma: number): Fit => ({
  center,
  sigma,
  errorOf: (size) => sigma / Math.sqrt(size),
})

/** A sigma that is the same at every point. */
const alike = (center: number, sigma: number): Fit => ({ center, sigma, errorOf: () => sigma })

const d2Of = ({ d2 }: ChartOptions): number => (d2 === 'exact' ? 2 / Math.sqrt(Math.PI) : 1.128)

/** The distance from each point to the one before; `null` where one of the two is missing. */
export const movingRanges = (figures: readonly (number | null)[]): (number | null)[] =>
  figures.map((figure, i) => {
    const before = figures[i - 1] ?? null
    return figure === null || before === null ? null : Math.abs(figure - before)
  })

/** The mean moving range; with `screen` once more without those that are no noise. `null` without neighbours. */
function averageMovingRange(figures: readonly (number | null)[], { screen }: ChartOptions): number | null {
  const ranges = movingRanges(figures).filter((range) => range !== null)
  const average = mean(ranges)
  if (!screen || average === null) return average
  return mean(ranges.filter((range) => range <= SCREEN * average))
}

const present = (points: readonly Point[]): Reading[] => points.filter((point) => point !== null)

const statistics = (points: readonly Point[]): number[] => present(points).map((point) => point.statistic)

/** The series of a figure, with its gaps. */
const series = (points: readonly Point[], figure = ({ statistic }: Reading): number => statistic) =>
  points.map((point) => point && figure(point))
