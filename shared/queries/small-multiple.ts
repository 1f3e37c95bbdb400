/** Small pictures of many series beside each other: what is drawn and no more. */
import type { ChartPoint } from '../spc'
import type { Series } from './series'
import { type Word, wordsOf } from './words'

/** What a small picture of a series needs and no more: no dates, no words. */
export type SmallMultiple = {
  readonly values: readonly (number | null)[]
  readonly centers: readonly number[]
  readonly lowers: readonly (number | null)[]
  readonly uppers: readonly (number | null)[]
  /** Points that are signals, from 1, with what they mean. */
  readonly signals: readonly { readonly at: number; readonly reading: Word['reading'] }[]
  readonly target: number | undefined
  /** The other end of an aim between two figures. */
  readonly targetTo: number | undefined
  /** The lowest and highest of everything drawn; `undefined` when there is nothing. */
  readonly extent: readonly [low: number, high: number] | undefined
}

/** The small picture of a series; the same object for the same series. */
export const smallMultiple = (series: Series): SmallMultiple => {
  const known = pictures.get(series)
  if (known) return known
  const { points } = series.chart
  // A chart of numbers of cases has another scale than a target in percent.
  const isOfNumbers = series.indicator.chart === 'np'
  const { target, targetTo } = isOfNumbers ? { target: undefined, targetTo: undefined } : series.indicator
  const count = points.length
  const values = new Array<number | null>(count)
  const centers = new Array<number>(count)
  const lowers = new Array<number | null>(count)
  const uppers = new Array<number | null>(count)
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  const reach = (figure: number | null | undefined): void => {
    if (figure === null || figure === undefined) return
    if (figure < low) low = figure
    if (figure > high) high = figure
  }
  // One walk over the points: a scorecard makes a hundred of these before its first paint.
  for (let index = 0; index < count; index += 1) {
    const { value, center, lower, upper } = points[index] as ChartPoint
    values[index] = value
    centers[index] = center
    lowers[index] = lower
    uppers[index] = upper
    reach(value)
    reach(lower)
    reach(upper)
  }
  const isDrawn = low <= high
  reach(target)
  reach(targetTo)
  const picture: SmallMultiple = {
    values,
    centers,
    lowers,
    uppers,
    signals: wordsOf(series).map(({ at, reading }) => ({ at, reading })),
    target,
    targetTo,
    extent: isDrawn ? [low, high] : undefined,
  }
  pictures.set(series, picture)
  return picture
}
const pictures = new WeakMap<Series, SmallMultiple>()
