/**
 * What an observation says: the figure to draw and what it rests on. Reading never throws; an observation that does
 * not make sense for a chart is a missing point there.
 */
import { chartFactors } from './constants'
import { figureOf, mean } from './numbers'

/**
 * One point as it was entered. Which parts a chart reads is said at {@link ChartKind}. An empty one is a missing
 * point: its place on the time axis stays.
 */
export type Observation = {
  /** The measurement, or the count. */
  value?: number
  /** How many of the cases, or how many events. */
  numerator?: number
  /** Out of how many cases, or the area of opportunity. Zero makes the point a missing one. */
  denominator?: number
  /** The figures of one subgroup, in any order. */
  sample?: number[]
}

/** What one observation puts on one kind of chart. */
export type Reading = {
  /** The figure on the vertical axis. */
  readonly drawn: number
  /** The same on the scale on which limits are symmetric. */
  readonly statistic: number
  /** Cases, area of opportunity or subgroup size behind it; 1 where that means nothing. */
  readonly size: number
  /** Range or standard deviation of the subgroup; `null` where there is none or no constants for it. */
  readonly spread: number | null
}

/** A point of a series. `null` is a missing one. */
export type Point = Reading | null

const reading = (drawn: number, statistic = drawn, size = 1, spread: number | null = null): Reading => ({
  drawn,
  statistic,
  size,
  spread,
})

/** A measurement: `value`, else `numerator` over `denominator` (or alone), else the mean of `sample`. */
export function measurement(observation: Observation): Point {
  const figure = figureOf(observation.value) ?? ratio(observation) ?? mean(members(observation.sample))
  return figure === null ? null : reading(figure)
}

/** A time, or a number of cases, between events: a measurement from 0 on, on the scale of its 1/`power`. */
export function between(power: number) {
  return (observation: Observation): Point => {
    const figure = measurement(observation)?.drawn
    return figure === undefined || figure < 0 ? null : reading(figure, figure ** (1 / power))
  }
}

/** A count of events where the opportunity is always the same: `numerator`, else `value`. */
export function count({ numerator, value }: Observation): Point {
  const events = figureOf(numerator) ?? figureOf(value)
  return events === undefined || events < 0 ? null : reading(events)
}

/** Events per unit of opportunity: `numerator` (else `value` × `denominator`) over `denominator`. */
export function rate(observation: Observation): Point {
  const parts = partsOf(observation)
  return parts && reading(parts.rate, parts.rate, parts.size)
}

/** A part of the cases: a rate from 0 to 1. */
export function proportion(observation: Observation): Point {
  const parts = partsOf(observation)
  return parts && parts.rate <= 1 ? reading(parts.rate, parts.rate, parts.size) : null
}

/** How many of the cases: `numerator`, else `value`, out of `denominator`. */
export function caseCount(observation: Observation): Point {
  const cases = figureOf(observation.numerator) ?? figureOf(observation.value)
  const part = cases === undefined ? null : proportion({ ...observation, numerator: cases })
  return part && cases !== undefined ? { ...part, drawn: cases } : null
}

/** A subgroup: the mean of `sample` (else `value` alone) and how its members differ. */
export function subgroup(spreadOf: (figures: readonly number[]) => number) {
  return ({ sample, value }: Observation): Point => {
    const figures = members(sample ?? (value === undefined ? [] : [value]))
    const average = mean(figures)
    const spread = chartFactors(figures.length) ? spreadOf(figures) : null
    return average === null ? null : reading(average, average, figures.length, spread)
  }
}

const members = (sample: unknown): number[] =>
  Array.isArray(sample) ? sample.map(figureOf).filter((figure) => figure !== undefined) : []

function ratio({ numerator, denominator }: Observation): number | undefined {
  const events = figureOf(numerator)
  if (denominator === undefined || events === undefined) return events
  const size = figureOf(denominator)
  return size ? figureOf(events / size) : undefined
}

function partsOf({ numerator, denominator, value }: Observation): { rate: number; size: number } | null {
  const size = figureOf(denominator) ?? 0
  const events = figureOf(numerator) ?? figureOf((figureOf(value) ?? Number.NaN) * size)
  if (size <= 0 || events === undefined || events < 0) return null
  const rate = figureOf(events / size)
  return rate === undefined ? null : { rate, size }
}
