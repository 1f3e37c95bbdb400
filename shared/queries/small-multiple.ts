/** Small pictures of many series beside each other: what is drawn and no more. */
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
  const drawn = points.flatMap(({ value, lower, upper }) => [value, lower, upper])
  const all = [...drawn, target ?? null, targetTo ?? null].filter(
    (figure): figure is number => figure !== null,
  )
  const picture: SmallMultiple = {
    values: points.map(({ value }) => value),
    centers: points.map(({ center }) => center),
    lowers: points.map(({ lower }) => lower),
    uppers: points.map(({ upper }) => upper),
    signals: wordsOf(series).map(({ at, reading }) => ({ at, reading })),
    target,
    targetTo,
    extent: drawn.some((figure) => figure !== null) ? [Math.min(...all), Math.max(...all)] : undefined,
  }
  pictures.set(series, picture)
  return picture
}
const pictures = new WeakMap<Series, SmallMultiple>()
