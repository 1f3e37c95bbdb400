/**
 * What a signal says, as data that a dictionary turns into one plain sentence: "acht maanden op rij boven het
 * gemiddelde: er is iets veranderd". Which points are signals is spc.ts.
 */
import type { RuleName } from '../spc'
import type { Series } from './series'

/** One signal: at which point, by which rule, which way, and whether that is good. */
export type Word = {
  readonly period: string
  /** The point, from 1. */
  readonly at: number
  /** The rule that says most, and all that this point completes. */
  readonly rule: RuleName
  readonly rules: readonly RuleName[]
  /** How many points make the pattern, of how many: 9 of 9 in a row, 2 of 3. */
  readonly count: number
  readonly of: number
  /** above, below: on a side of the average. rising, falling: a trend. both: a pattern without a direction. */
  readonly side: 'above' | 'below' | 'rising' | 'falling' | 'both'
  readonly reading: 'improvement' | 'concern' | 'neutral'
  /** The period of the first point of the pattern. */
  readonly since: string
  readonly value: number
  readonly center: number
  readonly lower: number | null
  readonly upper: number | null
  /** The phase it stands in, from 1, and the event that opened it. */
  readonly phase: number
  readonly phaseTitle: string | undefined
  /** Its limits are provisional: so is the signal. */
  readonly provisional: boolean
  /** What was written to explain the figure; '' where nobody did yet. */
  readonly comment: string
}

/** Every signal of a series, oldest first; the same list for the same series. */
export const wordsOf = (series: Series): readonly Word[] => {
  const known = words.get(series)
  if (known) return known
  const found = series.chart.points.flatMap((_, index) => wordAt(series, index + 1) ?? [])
  words.set(series, found)
  return found
}
const words = new WeakMap<Series, readonly Word[]>()

/** What the newest figure says; `undefined` when it is no signal. */
export const newestWord = (series: Series): Word | undefined =>
  wordAt(series, series.chart.points.findLastIndex(({ value }) => value !== null) + 1)

/** What the figure at a point says, from 1; `undefined` when it is no signal. */
export const wordAt = (series: Series, at: number): Word | undefined => {
  const point = series.chart.points[at - 1]
  const figure = series.figures[at - 1]
  const rule = point && mainRule(point.signals)
  if (!point || !figure || !rule || point.value === null) return undefined
  const phase = series.phases.findIndex(({ first, last }) => first <= at && at <= last)
  const part = series.phases[phase]
  const pattern = patternOf(rule, distancesUpTo(series, part?.first ?? 1, at))
  const { value, center, lower, upper } = point
  return {
    period: figure.period,
    at,
    rule,
    rules: point.signals,
    ...pattern,
    reading: readingOf(pattern.side, series),
    since: series.figures[at - pattern.of]?.period ?? figure.period,
    value,
    center,
    lower,
    upper,
    phase: phase + 1,
    phaseTitle: part?.title,
    provisional: (part?.baseline.length ?? 0) < USEFUL,
    comment: figure.measurement?.comment ?? '',
  }
}

/** Signals that nobody has explained yet. One comment explains a whole run: the ninth month on one side is no news. */
export const unexplained = (series: Series): Word[] => {
  const all = wordsOf(series)
  const runOf = ({ rule, since, side }: Word): string => `${rule} ${since} ${side}`
  const explained = new Set(all.filter(({ comment }) => comment !== '').map(runOf))
  return all.filter((word) => !explained.has(runOf(word)))
}

const USEFUL = 12

// As spc.ts reads the last figure: beyond the limits first, then a trend, then a side, then what points nowhere.
const mainRule = (rules: readonly RuleName[]): RuleName | undefined =>
  rules.find((rule) => rule === 'beyond3') ??
  rules.find((rule) => rule.startsWith('trend')) ??
  rules.find((rule) => rule.startsWith('side')) ??
  rules.find((rule) => rule === 'two_of_three_2s' || rule === 'four_of_five_1s') ??
  rules[0]

/** A distance to the centre line, and in sigmas where there is one; `null` for a gap. */
type Distance = { readonly apart: number; readonly z: number | null; readonly value: number } | null

const distancesUpTo = (series: Series, first: number, at: number): Distance[] =>
  series.chart.points.slice(first - 1, at).map(({ value, center, z }) => {
    if (value === null) return null
    const apart = value - center
    // Scaling to percentages leaves rounding behind: what is on the line stays on the line.
    return { apart: Math.abs(apart) <= 1e-9 * Math.abs(center) ? 0 : apart, z, value }
  })

type Pattern = Pick<Word, 'count' | 'of' | 'side'>

const patternOf = (rule: RuleName, points: readonly Distance[]): Pattern => {
  const side = (points.at(-1)?.apart ?? 0) > 0 ? 'above' : 'below'
  if (rule === 'beyond3') return { count: 1, of: 1, side }
  if (rule.startsWith('side')) return { ...whole(sameSide(points)), side }
  if (rule.startsWith('trend')) return trendOf(points)
  if (rule === 'two_of_three_2s') return { count: beyond(points, 3, 2), of: 3, side }
  if (rule === 'four_of_five_1s') return { count: beyond(points, 5, 1), of: 5, side }
  return { ...whole(LENGTHS[rule] ?? 1), side: 'both' }
}

const LENGTHS: Partial<Record<RuleName, number>> = { alternate14: 14, inside15_1s: 15, outside8_1s_both: 8 }

const whole = (length: number) => ({ count: length, of: length })

const sameSide = (points: readonly Distance[]): number => {
  const side = Math.sign(points.at(-1)?.apart ?? 0)
  return tailWhere(points, (point) => Math.sign(point?.apart ?? 0) === side && side !== 0)
}

const trendOf = (points: readonly Distance[]): Pattern => {
  const steps = points.map((point, index) => {
    const before = points[index - 1]
    return point && before ? Math.sign(point.value - before.value) : 0
  })
  const way = steps.at(-1) ?? 0
  const length = tailWhere(steps, (step) => step === way && way !== 0) + 1
  return { ...whole(length), side: way > 0 ? 'rising' : 'falling' }
}

const beyond = (points: readonly Distance[], window: number, sigmas: number): number => {
  const side = Math.sign(points.at(-1)?.apart ?? 0)
  return points.slice(-window).filter((point) => (point?.z ?? 0) * side > sigmas).length
}

const tailWhere = <T>(list: readonly T[], holds: (element: T) => boolean): number => {
  const last = list.findLastIndex((element) => !holds(element))
  return list.length - 1 - last
}

const readingOf = (side: Word['side'], { indicator: { direction } }: Series): Word['reading'] => {
  if (direction === 'none' || side === 'both') return 'neutral'
  const isUp = side === 'above' || side === 'rising'
  return isUp === (direction === 'higher') ? 'improvement' : 'concern'
}
