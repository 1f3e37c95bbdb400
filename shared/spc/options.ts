/** What a chart can be asked for, and the check that it makes sense. */
import { figureOf } from './numbers'
import { checkRules, type RuleName } from './signals'

/** What can be said about a control chart. Points are counted from 1. */
export type ChartOptions = {
  /**
   * First and last point, inclusive, from which the limits come. It belongs to the phase in which it begins and ends
   * with that phase at the latest; the other phases use all their own points. What of it lies behind the data is
   * still to come; one that begins behind the data counts for nothing yet.
   */
  baseline?: [first: number, last: number]
  /** Points left out of the limits, still drawn and still judged. Points behind the data count for nothing. */
  exclude?: number[]
  /**
   * First points of later phases, each with its own limits. A set: order and doubles mean nothing, and neither does
   * 1 or a point behind the data.
   */
  phases?: number[]
  /** The constant that turns a moving range into a sigma: 1.128, as published examples have it, or 2/sqrt(pi). */
  d2?: 'rounded' | 'exact'
  /** Drop moving ranges above 3.267 times their mean, once. For xmr, t, ewma, pprime and uprime. */
  screen?: boolean
  /** The rules to apply; `beyond3` and `side8` unless said. */
  rules?: RuleName[]
  /** EWMA: the weight of the newest point, above 0 and at most 1; 0.2 unless said. */
  lambda?: number
  /** EWMA: where the average starts and the centre line lies, in every phase; the mean of the baseline unless said. */
  start?: number
  /** EWMA: the standard deviation of one measurement; from moving ranges unless said. */
  sigma?: number
  /** Which way is better. `none` unless said. */
  direction?: 'higher' | 'lower' | 'none'
  /** The figure that has been promised; never part of the limits. */
  target?: number
}

/**
 * @throws RangeError with a sentence that names the option, for a place in the series that is not a whole number
 * from 1 on, a baseline that ends before it begins, a lambda outside 0 < lambda <= 1, a negative sigma, a start or
 * target that is not a number within ±1e50, an unknown rule, d2 or direction
 */
export function checkOptions(options: ChartOptions): void {
  const { baseline, exclude = [], phases = [], rules = [] } = options
  if (baseline) checkBaseline(baseline)
  for (const point of exclude) check(isPlace(point), 'exclude', 'must hold whole numbers from 1 on', point)
  for (const point of phases) check(isPlace(point), 'phases', 'must hold whole numbers from 1 on', point)
  checkRules(rules)
  checkWords(options)
  checkFigures(options)
}

function checkBaseline([first, last]: readonly [number, number]): void {
  const fits = isPlace(first) && isPlace(last) && first <= last
  check(
    fits,
    'baseline',
    'must be a first and a last point, counted from 1, in that order',
    `${first}, ${last}`,
  )
}

function checkWords({ d2 = 'rounded', direction = 'none' }: ChartOptions): void {
  check(['rounded', 'exact'].includes(d2), 'd2', 'must be "rounded" or "exact"', d2)
  const isDirection = ['higher', 'lower', 'none'].includes(direction)
  check(isDirection, 'direction', 'must be "higher", "lower" or "none"', direction)
}

function checkFigures({ lambda = 1, sigma = 0, start = 0, target = 0 }: ChartOptions): void {
  check(lambda > 0 && lambda <= 1, 'lambda', 'must be above 0 and at most 1', lambda)
  check(isFigure(sigma) && sigma >= 0, 'sigma', 'must be 0 or a positive number', sigma)
  check(isFigure(start), 'start', 'must be a number', start)
  check(isFigure(target), 'target', 'must be a number', target)
}

const isPlace = (point: unknown): boolean => Number.isSafeInteger(point) && Number(point) >= 1

const isFigure = (figure: number): boolean => figureOf(figure) !== undefined

function check(fits: boolean, option: keyof ChartOptions, demand: string, given: unknown): void {
  if (!fits) throw new RangeError(`Option "${option}" ${demand}; it is ${String(given)}.`)
}
