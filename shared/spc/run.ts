/** The run chart's own test: are the figures spread at random around their median? Needs no sigma. */
import { figureOf, median } from './numbers'

/** What {@link runTest} found. */
export type RunTest = {
  /** Points that are not on the median. The others count neither for runs nor for crossings. */
  useful: number
  /** Useful points in a row on one side of the median, at most. */
  longestRun: number
  /** Longer than this is a signal. */
  longestRunMax: number
  /** How often the line from point to point crosses the median. */
  crossings: number
  /** Fewer than this is a signal. */
  crossingsMin: number
  /** One of the two signals: the level has shifted, or drifts. */
  shift: boolean
}

/**
 * Tests a series for a shift around its own median. From about ten useful points on it says something; below that it
 * hardly ever signals, which is as it should be.
 *
 * With n useful points: the longest run may be round(log2 n) + 3, the crossings must be at least the 5 % quantile of
 * a binomial distribution of n - 1 trials with chance 1/2. Points on the median and missing points are left out.
 * Without useful points everything is 0, `longestRunMax` 3, and there is no shift.
 *
 * Source: Schilling, Mathematics Magazine 85 (2012); Chen, Health Services Research 45 (2010); Anhøj and Olesen,
 * PLoS ONE 9 (2014) e113825.
 *
 * @param values the figures in order of time; what is not a finite number is missing
 */
export function runTest(values: readonly (number | null | undefined)[]): RunTest {
  const sides = sidesOfMedian(values)
  const runs = runLengths(sides)
  const useful = sides.length
  const longestRun = Math.max(0, ...runs)
  const longestRunMax = Math.round(Math.log2(Math.max(1, useful))) + 3
  const crossings = Math.max(0, runs.length - 1)
  const crossingsMin = halfBinomialQuantile(0.05, Math.max(0, useful - 1))
  const shift = longestRun > longestRunMax || crossings < crossingsMin
  return { useful, longestRun, longestRunMax, crossings, crossingsMin, shift }
}

function sidesOfMedian(values: readonly unknown[]): number[] {
  const figures = values.map(figureOf).filter((figure) => figure !== undefined)
  const center = median(figures) ?? 0
  return figures.map((figure) => Math.sign(figure - center)).filter((side) => side !== 0)
}

function runLengths(sides: readonly number[]): number[] {
  const starts = sides.flatMap((side, i) => (side === sides[i - 1] ? [] : [i]))
  return starts.map((start, i) => (starts[i + 1] ?? sides.length) - start)
}

/**
 * The smallest k with P(X <= k) >= chance, X binomial with `trials` and 1/2. Summed as logarithms, because 2^-n is 0
 * in a double from 1 075 trials on.
 */
function halfBinomialQuantile(chance: number, trials: number): number {
  let k = 0
  let logOfTerm = -trials * Math.LN2
  let upToK = Math.exp(logOfTerm)
  while (upToK < chance && k < trials) {
    logOfTerm += Math.log((trials - k) / (k + 1))
    upToK += Math.exp(logOfTerm)
    k++
  }
  return k
}
