/** A measurement: one indicator, one department (its room), one period. */
import { checkKey } from './check'
import { defineKind, numberOrNone, objectOrNone, type Reader, type RecordOf, text, textOrNone } from './kind'

const numbers: Reader<readonly number[]> = (value) =>
  Array.isArray(value) ? value.filter((each): each is number => numberOrNone(each) !== undefined) : []

/** How many of each category: "wachttijd" -> 4. */
export type Counts = Readonly<Record<string, number>>

const counts: Reader<Counts> = (value) => {
  const found = Object.entries(objectOrNone(value) ?? {}).filter(
    (entry): entry is [string, number] => (numberOrNone(entry[1]) ?? -1) >= 0,
  )
  return Object.fromEntries(found)
}

export const measurement = defineKind('measurement', 'year', {
  numerator: numberOrNone,
  denominator: numberOrNone,
  /** The figure as shown, where there is no numerator: a measured figure, a count, or an old percentage. */
  value: numberOrNone,
  /** The figures of a subgroup, for the charts of means. */
  sample: numbers,
  categories: counts,
  /** What explains the figure. */
  comment: text,
  /** Why the figure before this one was wrong. */
  reason: text,
  performer: textOrNone,
})
export type Measurement = RecordOf<typeof measurement>

/** The subject of a measurement: "measurement:fi01/2026-11". */
export const measurementAbout = (indicatorKey: string, period: string): string =>
  `measurement:${indicatorKey}/${period}`

/** Indicator and period of the key of a measurement or an event; `undefined` when it is no such key. */
export const measurementKey = (key: string): { indicator: string; period: string } | undefined => {
  const parts = checkKey(key)
  return parts && { indicator: parts.control, period: parts.period }
}
