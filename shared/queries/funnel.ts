/**
 * The funnel: departments with different volumes beside each other. A small department lies far from the average by
 * chance alone; the limits say how far.
 *
 * Limits are the overall rate plus and minus two and three standard errors: sqrt(p(1 - p)/n) for parts of cases
 * (binomial), sqrt(u/n) for rates (Poisson). Source: Spiegelhalter, "Funnel plots for comparing institutional
 * performance", Statistics in Medicine 24 (2005) 1185-1202.
 */
import type { Indicator } from '../kinds/indicator'
import type { Series } from './series'

/** What one department brings: its numerators and denominators over the periods that are compared. */
export type FunnelInput = {
  readonly department: string
  readonly numerator: number
  readonly denominator: number
  /** How many periods it measured, of how many. */
  readonly periods: number
  readonly of: number
}

/** Limits at a number of cases, as shown. */
export type FunnelLimits = {
  readonly lower2: number
  readonly upper2: number
  readonly lower3: number
  readonly upper3: number
}

export type FunnelPoint = FunnelInput &
  FunnelLimits & {
    /** Its rate, as shown. */
    readonly value: number
    /** The distance to the overall rate in standard errors; 0 where there is no error. */
    readonly z: number
    /** Beyond how many standard errors it lies. 2: worth a look. 3: hardly chance. */
    readonly beyond: 0 | 2 | 3
    readonly reading: 'improvement' | 'concern' | 'neutral' | 'common-cause'
  }

export type Funnel = {
  /** The overall rate, as shown. */
  readonly center: number
  readonly points: readonly FunnelPoint[]
  /** The limits to draw, from the smallest to the largest number of cases. */
  readonly curve: readonly (FunnelLimits & { readonly denominator: number })[]
  /** Departments that gave nothing to compare. */
  readonly without: readonly string[]
}

/** How many places the drawn limits have. */
const CURVE = 60

/**
 * The departments of an indicator beside each other. `undefined` where they cannot be compared: figures that have no
 * denominator, or not two departments with cases.
 * @param parts series of departments, of one indicator
 * @param window first and last period, both included
 */
export const funnelOf = (
  indicator: Indicator,
  parts: readonly Series[],
  window: { readonly from: string; readonly to: string },
): Funnel | undefined => {
  if (!isComparable(indicator)) return undefined
  const inputs = parts.map((part) => inputOf(part, window))
  const compared = inputs.filter(({ denominator }) => denominator > 0)
  if (compared.length < 2) return undefined
  const cases = sum(compared.map(({ denominator }) => denominator))
  const center = sum(compared.map(({ numerator }) => numerator)) / cases
  const sizes = compared.map(({ denominator }) => denominator)
  const limits = limitsAround(indicator, center)
  return {
    center: center * indicator.factor,
    points: compared.map((input) => pointOf(indicator, input, center, limits(input.denominator))),
    curve: stepsBetween(Math.min(...sizes), Math.max(...sizes)).map((denominator) => ({
      denominator,
      ...limits(denominator),
    })),
    without: inputs.filter(({ denominator }) => denominator <= 0).map(({ department }) => department),
  }
}

/** Whether departments can be compared: parts of cases, and events per unit; not means, whose spread is another. */
export const isComparable = ({ data, chart }: Pick<Indicator, 'data' | 'chart'>): boolean =>
  data === 'proportion' || (data === 'rate' && (chart === 'u' || chart === 'uprime'))

const inputOf = (
  { figures, department = '' }: Series,
  { from, to }: { from: string; to: string },
): FunnelInput => {
  const within = figures.filter(({ period, state }) => period >= from && period <= to && state !== 'unasked')
  const usable = within.flatMap(({ measurement }) => {
    const { numerator, denominator } = measurement ?? {}
    return numerator !== undefined && denominator ? [{ numerator, denominator }] : []
  })
  return {
    department,
    numerator: sum(usable.map(({ numerator }) => numerator)),
    denominator: sum(usable.map(({ denominator }) => denominator)),
    periods: usable.length,
    of: within.length,
  }
}

const errorAt = ({ data }: Indicator, center: number, denominator: number): number =>
  Math.sqrt(Math.max(0, data === 'proportion' ? center * (1 - center) : center) / denominator)

const limitsAround = (indicator: Indicator, center: number) => {
  const highest = indicator.data === 'proportion' ? 1 : Number.POSITIVE_INFINITY
  const shown = (rate: number): number => Math.min(highest, Math.max(0, rate)) * indicator.factor
  return (denominator: number): FunnelLimits => {
    const error = errorAt(indicator, center, denominator)
    return {
      lower2: shown(center - 2 * error),
      upper2: shown(center + 2 * error),
      lower3: shown(center - 3 * error),
      upper3: shown(center + 3 * error),
    }
  }
}

const pointOf = (
  indicator: Indicator,
  input: FunnelInput,
  center: number,
  limits: FunnelLimits,
): FunnelPoint => {
  const rate = input.numerator / input.denominator
  const error = errorAt(indicator, center, input.denominator)
  const z = error > 0 ? (rate - center) / error : 0
  const beyond = Math.abs(z) > 3 ? 3 : Math.abs(z) > 2 ? 2 : 0
  return {
    ...input,
    ...limits,
    value: rate * indicator.factor,
    z,
    beyond,
    reading: readingOf(indicator, z, beyond),
  }
}

const readingOf = ({ direction }: Indicator, z: number, beyond: 0 | 2 | 3): FunnelPoint['reading'] => {
  if (beyond < 3) return 'common-cause'
  if (direction === 'none') return 'neutral'
  return z > 0 === (direction === 'higher') ? 'improvement' : 'concern'
}

// Closer together where the funnel is narrow in cases, because there it bends.
const stepsBetween = (least: number, most: number): number[] =>
  Array.from({ length: CURVE }, (_, index) => least * (most / least) ** (index / (CURVE - 1)))

const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0)
