/** All departments together: numerators and denominators added up, period by period. */
import type { Indicator } from '../kinds/indicator'
import type { Measurement } from '../kinds/measurement'
import { type Figure, shownValue } from './figures'
import { drawSeries, type Series } from './series'

/**
 * The series of all departments together. A period counts when every department that it is asked of has given its
 * figure; until then it is a gap, since half a sum is no sum. `undefined` where figures cannot be added up: measured
 * ones (a mean of temperatures, a median) and times between rare events. Events and baselines of departments are theirs:
 * the whole is one phase, with its own first points as baseline.
 */
export const totalOf = (indicator: Indicator, parts: readonly Series[]): Series | undefined => {
  const isFraction = indicator.data === 'proportion' || indicator.data === 'rate'
  if (!isFraction && indicator.data !== 'count') return undefined
  const known = totals.get(indicator)
  if (
    known &&
    known.parts.length === parts.length &&
    known.parts.every((part, index) => part === parts[index])
  )
    return known.series
  const byPeriod = new Map<string, Figure[]>()
  for (const { figures } of parts)
    for (const figure of figures) {
      const list = byPeriod.get(figure.period)
      if (list) list.push(figure)
      else byPeriod.set(figure.period, [figure])
    }
  const periods = [...byPeriod.keys()].sort()
  const figures = periods.map((period) => together(indicator, byPeriod.get(period) as Figure[]))
  const series = drawSeries(indicator, undefined, figures)
  totals.set(indicator, { parts, series })
  return series
}
const totals = new WeakMap<Indicator, { readonly parts: readonly Series[]; readonly series: Series }>()

/** The worst state of the parts: one late department makes the whole late. */
const WORST = ['unknown', 'late', 'today', 'soon', 'later', 'done', 'unasked'] as const

const together = (indicator: Indicator, figures: readonly Figure[]): Figure => {
  const asked = figures.filter(({ state }) => state !== 'unasked')
  const [first] = asked.length > 0 ? asked : figures
  const place = { ...(first as Figure), department: '', room: '', about: '' }
  const state = WORST.find((word) => asked.some((figure) => figure.state === word)) ?? 'unasked'
  const { measurement, measuredAt, onTime, by, at, ...rest } = place
  const measured = asked.flatMap((figure) => figure.measurement ?? [])
  const sum = measurement && state === 'done' ? added(indicator, measurement, measured) : undefined
  if (!sum)
    return {
      ...rest,
      state: state === 'done' ? 'unasked' : state,
      value: undefined,
      corrected: false,
      clash: false,
    }
  return {
    ...rest,
    state,
    value: shownValue(indicator, sum),
    measurement: sum,
    corrected: asked.some(({ corrected }) => corrected),
    clash: asked.some(({ clash }) => clash),
  }
}

const added = (
  { data }: Indicator,
  shape: Measurement,
  measured: readonly Measurement[],
): Measurement | undefined => {
  const count = ({ numerator, value }: Measurement) => (data === 'count' ? (numerator ?? value) : numerator)
  const numerators = measured.map(count)
  const denominators = measured.map(({ denominator }) => denominator)
  if (numerators.includes(undefined) || (data !== 'count' && denominators.includes(undefined)))
    return undefined
  return {
    ...shape,
    numerator: sumOf(numerators),
    denominator: data === 'count' ? undefined : sumOf(denominators),
    value: undefined,
    sample: [],
    categories: mergedCounts(measured),
    comment: '',
    reason: '',
    performer: undefined,
    clashes: [],
  }
}

/** Counts by category, added up. */
export const mergedCounts = (measured: Iterable<Pick<Measurement, 'categories'>>): Record<string, number> => {
  const merged = new Map<string, number>()
  for (const { categories } of measured)
    for (const [name, count] of Object.entries(categories)) merged.set(name, (merged.get(name) ?? 0) + count)
  return Object.fromEntries(merged)
}

const sumOf = (figures: readonly (number | undefined)[]): number =>
  figures.reduce<number>((total, each) => total + (each ?? 0), 0)
