/** A phase of a chart: limits from its baseline, its points against those limits, its patterns. */
import type { Chart } from './kinds'
import type { Fit } from './limits'
import { distance, mean } from './numbers'
import type { ChartOptions } from './options'
import type { Point, Reading } from './reading'
import { isInSigmas, type RuleName, signals } from './signals'

/** One point of a chart. */
export type ChartPoint = {
  /** The figure to draw, `null` for a missing point. */
  value: number | null
  /** The centre line here, of the point's own phase. */
  center: number
  /** The limits here; `null` where there are none. At a missing point: those that its whole phase shares. */
  lower: number | null
  upper: number | null
  /**
   * The distance to the centre in standard deviations of the figure, on the scale on which limits are symmetric (`t`:
   * x^(1/3.6)). `null` for a missing point and where there is no sigma: on a run chart, without limits, or when
   * nothing in the baseline varies.
   */
  z: number | null
  /** The rules whose pattern this point completes, in the order of the rules asked for. */
  signals: RuleName[]
}

/** The lean set: each further rule costs false alarms. Together they raise one in about 154 points. */
const LEAN_RULES: RuleName[] = ['beyond3', 'side8']

/** A phase, and of it the part the limits come from; 0-based, the ends not included. */
export type Span = {
  readonly from: number
  readonly to: number
  readonly baseline: readonly [number, number]
}

/** At least one span, together the whole series. */
export function spansOf(length: number, { phases = [], baseline }: ChartOptions): Span[] {
  const starts = [...new Set([0, ...phases.map((first) => first - 1)])].filter((i) => i < length || i === 0)
  starts.sort((a, b) => a - b)
  return starts.map((from, i) => {
    const to = starts[i + 1] ?? length
    const begins = (baseline?.[0] ?? 0) - 1
    const own = baseline && begins >= from && begins < to
    return { from, to, baseline: own ? [begins, Math.min(baseline[1], to)] : [from, to] }
  })
}

/** A phase as drawn, with the series its patterns were sought in. */
export type Phase = {
  readonly points: ChartPoint[]
  readonly center: number
  readonly sigma: number
  readonly range: Fit['range']
  readonly spreads: (number | null)[]
  /** How many points the limits rest on. */
  readonly baseline: number
  readonly distances: (number | null)[]
}

export function drawPhase(chart: Chart, series: readonly Point[], span: Span, options: ChartOptions): Phase {
  const baseline = baselineOf(series, span, options)
  const fit = chart.estimate(baseline, options)
  const own = series.slice(span.from, span.to)
  const traced = chart.trace?.(own, fit, options) ?? own
  const size = mean(baseline.flatMap((point) => point?.size ?? [])) ?? 1
  const z = traced.map((point) => standardise(point, fit))
  const patterns = patternsOf(traced, z, fit, options.rules ?? LEAN_RULES)
  return {
    points: drawPoints(chart, traced, fit, size).map((point, i) => ({
      ...point,
      z: z[i] ?? null,
      signals: patterns.named[i] ?? [],
    })),
    center: centerAt(chart, fit, size),
    sigma: fit.sigma,
    range: chart.spreads && fit.range,
    spreads: chart.spreads?.(own) ?? [],
    baseline: baseline.filter((point) => point !== null).length,
    distances: patterns.distances,
  }
}

/** The points the limits come from, in order of time. An excluded one leaves a gap, as a missing one does. */
function baselineOf(series: readonly Point[], { baseline }: Span, { exclude = [] }: ChartOptions): Point[] {
  const [from, to] = baseline
  const excluded = new Set(exclude)
  return series.slice(from, to).map((point, i) => (excluded.has(from + i + 1) ? null : point))
}

type DrawnPoint = Pick<ChartPoint, 'value' | 'center' | 'lower' | 'upper'>

function drawPoints(chart: Chart, series: readonly Point[], fit: Fit, size: number): DrawnPoint[] {
  const drawn = series.map((point) => point && drawPoint(chart, point, fit))
  const missing = {
    value: null,
    center: centerAt(chart, fit, size),
    lower: shared(drawn.map((point) => point?.lower ?? null)),
    upper: shared(drawn.map((point) => point?.upper ?? null)),
  }
  return drawn.map((point) => point ?? missing)
}

function drawPoint(chart: Chart, { drawn, size }: Reading, fit: Fit): DrawnPoint {
  const error = fit.errorOf(size)
  const limit = (sigmas: number) =>
    fit.center === null || error === null ? null : place(chart, fit.center + sigmas * error, size)
  return { value: drawn, center: centerAt(chart, fit, size), lower: limit(-3), upper: limit(3) }
}

const centerAt = (chart: Chart, { center }: Fit, size: number): number =>
  center === null ? 0 : place(chart, center, size)

/** Where a figure on the scale of the limits lies in the picture, kept within what is possible. */
function place(chart: Chart, statistic: number, size: number): number {
  const { floor = Number.NEGATIVE_INFINITY, ceiling = Number.POSITIVE_INFINITY, draw } = chart
  const possible = Math.min(ceiling, Math.max(floor, statistic))
  return draw ? draw(possible, size) : possible
}

/** What all that have one have in common: `null` where they differ or there is none. */
export function shared(limits: readonly (number | null)[]): number | null {
  const [first = null, ...others] = limits.filter((limit) => limit !== null)
  return others.every((limit) => limit === first) ? first : null
}

/** The distance to the centre in standard deviations, a figure on a line of the zones being exactly on it. */
function standardise(point: Point, { center, errorOf }: Fit): number | null {
  const error = point && errorOf(point.size)
  if (!point || center === null || !error || isNegligible(error, center)) return null
  const z = distance(point.statistic, center) / error
  const whole = Math.round(z)
  // Adding 0 takes the sign from -0.
  const exact = Math.abs(z - whole) < 1e-9 ? whole + 0 : z
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, exact))
}

/** Whether a spread is no more than the rounding of doubles. */
const isNegligible = (error: number, center: number): boolean => error <= 1e-13 * Math.abs(center)

/** The rules each point completes, and the distances they were sought in: without a sigma, those on the chart. */
function patternsOf(series: readonly Point[], z: (number | null)[], fit: Fit, rules: readonly RuleName[]) {
  const hasSigma = z.some((distance) => distance !== null)
  const distances = hasSigma ? z : distancesTo(fit.center, series)
  const usable = [...new Set(rules)].filter((rule) => hasSigma || !isInSigmas(rule))
  const found = signals(distances, usable)
  const named: RuleName[][] = distances.map(() => [])
  for (const rule of usable) for (const point of found[rule]) named[point - 1]?.push(rule)
  return { distances, named }
}

const distancesTo = (center: number | null, series: readonly Point[]): (number | null)[] =>
  series.map((point) => (point === null || center === null ? null : distance(point.statistic, center)))
