/** Small arithmetic that stays finite and keeps equal figures equal. Knows nothing of charts. */

/** Figures further out than this, or closer to zero, come from no municipality, and their powers leave a double. */
const LARGEST = 1e50
const SMALLEST = 1e-50

/** A figure to calculate with, or `undefined` for what is missing, not finite or beyond 1e50. Below 1e-50 is 0. */
export function figureOf(value: unknown): number | undefined {
  if (typeof value !== 'number' || !(Math.abs(value) <= LARGEST)) return undefined
  return Math.abs(value) < SMALLEST ? 0 : value
}

/** @returns the sum; 0 of nothing */
export const sum = (figures: readonly number[]): number =>
  figures.reduce((total, figure) => total + figure, 0)

/**
 * The weighted mean; `null` of nothing.
 *
 * Summed as distances to the first figure, so that the mean of equal figures is that figure to the last bit: a
 * series that never varies must not seem to.
 *
 * @param weights as many as figures, above 0; left out: all alike
 */
export function mean(figures: readonly number[], weights = figures.map(() => 1)): number | null {
  const [first] = figures
  if (first === undefined) return null
  const distances = figures.map((figure, i) => (weights[i] ?? 0) * (figure - first))
  return first + sum(distances) / sum(weights)
}

/** The middle figure, or the mean of the two in the middle; `null` of nothing. */
export function median(figures: readonly number[]): number | null {
  const sorted = [...figures].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  return upper === undefined || lower === undefined ? null : lower + (upper - lower) / 2
}

/** Largest minus smallest. @param figures at least one */
export const rangeOf = (figures: readonly number[]): number => Math.max(...figures) - Math.min(...figures)

/** The sample standard deviation, with n - 1. @param figures at least two */
export function deviationOf(figures: readonly number[]): number {
  const middle = mean(figures) ?? 0
  return Math.sqrt(sum(figures.map((figure) => (figure - middle) ** 2)) / (figures.length - 1))
}

/** Figure minus centre, with what is only rounding of a double taken for "on the line". */
export function distance(figure: number, center: number): number {
  const apart = figure - center
  return Math.abs(apart) <= 1e-12 * Math.max(Math.abs(figure), Math.abs(center)) ? 0 : apart
}
