/**
 * A series: the figures of an indicator in a department with their control chart. Here the statements about phases,
 * baselines and excluded points become limits; the arithmetic of limits is spc.ts.
 */
import type { Folded } from '../fold'
import { type Chart, chartAbout, chart as chartKind, type Exclusion } from '../kinds/chart'
import { type Event, eventAbout, event as eventKind } from '../kinds/event'
import type { Indicator } from '../kinds/indicator'
import { readRecord } from '../kinds/kind'
import { type Assurance, type ControlChart, controlChart, type Observation } from '../spc'
import { KINDS } from '../spc/kinds'
import { figureOf } from '../spc/numbers'
import { type Figure, type FigureParts, figuresOf, type Ground, shownValue, sightings } from './figures'

/** With so many points limits stop being provisional, and stay as they are. */
export const BASELINE = 12

/** An event at its place on the chart. */
export type Mark = {
  readonly period: string
  /** The point at which it is drawn, from 1. */
  readonly at: number
  readonly title: string
  readonly note: string
  /** It opens a phase. */
  readonly phase: boolean
}

/** Part of a chart with limits of its own; points from 1, both ends included. */
export type PhasePart = {
  readonly first: number
  readonly last: number
  readonly from: string
  /** The event that opened it; none for the first. */
  readonly title: string | undefined
  /** The points that made its limits. */
  readonly baseline: readonly number[]
  /** New figures no longer move its limits. */
  readonly frozen: boolean
}

/** One figure or gap per period, and what they say together. Every number is as shown: percentages are percentages. */
export type Series = {
  readonly indicator: Indicator
  /** `undefined`: all departments together. */
  readonly department: string | undefined
  readonly figures: readonly Figure[]
  /** One point per figure. */
  readonly chart: ControlChart
  readonly marks: readonly Mark[]
  /** At least one. */
  readonly phases: readonly PhasePart[]
  /** Points left out of the limits by a statement, with its reason. */
  readonly excluded: readonly (Exclusion & { readonly at: number })[]
  /** The statement that chose the baseline; none: the first points. */
  readonly baseline: { readonly from: string; readonly to: string; readonly reason: string } | undefined
  /** The last figure there is; a period without cases has none. */
  readonly newest: Figure | undefined
  /** The last figure that is due is not there. */
  readonly stale: boolean
  /** All figures that are due and not there. */
  readonly missing: readonly Figure[]
}

/**
 * The series of an indicator in a department. The same object as long as the indicator's record, the day and everything
 * said about it are the same, so that a view need not draw again.
 */
export const seriesOf = (indicator: Indicator, department: string, ground: Ground): Series => {
  const inputs = [ground.today, ...settingsIn(indicator, department, ground)]
  const byDepartment = memory.get(indicator) ?? new Map<string, Memory>()
  memory.set(indicator, byDepartment)
  const known = byDepartment.get(department)
  if (known && isSame(known.inputs, inputs)) return known.series
  const series = freshSeries(indicator, department, ground)
  byDepartment.set(department, { inputs, series })
  return series
}
type Memory = { readonly inputs: readonly unknown[]; readonly series: Series }
const memory = new WeakMap<Indicator, Map<string, Memory>>()

/** The same, without looking whether it is known. */
export const freshSeries = (indicator: Indicator, department: string, ground: Ground): Series => {
  const figures = figuresOf(indicator, department, ground)
  const lasting = ground.records(`dept/${department}`)
  const folded = lasting?.get(chartAbout(indicator.key))
  const settings = folded && readRecord(chartKind, folded)
  const events = figures.flatMap(({ period }) => {
    const said = lasting?.get(eventAbout(indicator.key, period))
    return said ? [{ period, event: readRecord(eventKind, said) }] : []
  })
  return drawSeries(
    indicator,
    department,
    figures,
    settings && !settings.gone ? settings : undefined,
    events.filter(({ event }) => !event.gone),
  )
}

type Told = { readonly period: string; readonly event: Event }

/** A series of figures that are already there. @param department `undefined` for all together */
export const drawSeries = (
  indicator: Indicator,
  department: string | undefined,
  figures: readonly Figure[],
  settings?: Chart,
  events: readonly Told[] = [],
): Series => {
  const data = figures.map(({ measurement }) => observationOf(indicator, measurement ?? {}))
  const marks = events.map(({ period, event: { title, note, phase } }) => {
    return { period, at: figures.findIndex((figure) => figure.period === period) + 1, title, note, phase }
  })
  const excluded = (settings?.excluded ?? [])
    .map((each) => ({ ...each, at: figures.findIndex(({ period }) => period === each.period) + 1 }))
    .filter(({ at }) => at > 0)
  const drawn = draw(indicator, figures, data, { settings, marks, excluded: excluded.map(({ at }) => at) })
  const { baselineFrom: from, baselineTo: to } = settings ?? {}
  const due = figures.filter(({ state }) => state === 'done' || state === 'late')
  return {
    indicator,
    department,
    figures,
    ...drawn,
    marks,
    excluded,
    baseline: from && to ? { from, to, reason: settings?.reason ?? '' } : undefined,
    newest: figures.findLast(({ value }) => value !== undefined),
    stale: due.at(-1)?.state === 'late',
    missing: figures.filter(({ state }) => state === 'late'),
  }
}

/** What a chart of this kind reads of a figure. */
export const observationOf = (indicator: Indicator, parts: FigureParts): Observation => {
  const { numerator, denominator, value, sample } = parts
  if (indicator.chart === 'xbar-r' || indicator.chart === 'xbar-s')
    return sample?.length ? { sample: [...sample] } : defined({ value })
  if (!isOfCases(indicator)) return defined({ value: shownValue(indicator, parts) })
  return defined({
    numerator,
    denominator,
    // An old percentage with its number of cases says as much as a numerator.
    value: numerator === undefined && value !== undefined ? value / scaleOf(indicator) : undefined,
  })
}

/** What a figure on the chart is multiplied by to be shown. */
export const scaleOf = ({ chart, factor }: Pick<Indicator, 'chart' | 'factor'>): number =>
  chart === 'p' || chart === 'pprime' || chart === 'u' || chart === 'uprime' ? factor : 1

const isOfCases = ({ chart }: Indicator): boolean => ['p', 'pprime', 'np', 'u', 'uprime'].includes(chart)

type Placed = {
  readonly settings: Chart | undefined
  readonly marks: readonly Mark[]
  readonly excluded: readonly number[]
}

const draw = (
  indicator: Indicator,
  figures: readonly Figure[],
  data: Observation[],
  { settings, marks, excluded }: Placed,
): Pick<Series, 'chart' | 'phases'> => {
  const openers = marks.filter(({ phase, at }) => phase && at > 1)
  const { read } = KINDS[indicator.chart]
  const usable = data.map((each, index) => read(each) !== null && !excluded.includes(index + 1))
  const starts = [...new Set([1, ...openers.map(({ at }) => at)])].sort((a, b) => a - b)
  const phases = starts.map((first, index) => {
    const last = (starts[index + 1] ?? figures.length + 1) - 1
    const { baseline, frozen } = baselineOf(indicator, figures, usable, [first, last], settings)
    const title = openers.find(({ at }) => at === first)?.title
    const from = figures[first - 1]?.period ?? ''
    return { first, last, from, title, baseline, frozen: frozen || last < figures.length }
  })
  const kept = new Set(phases.flatMap(({ baseline }) => baseline))
  const raw = controlChart(indicator.chart, data, {
    ...optionsOf(indicator),
    phases: starts.slice(1),
    // A point behind the baseline is drawn and judged, and moves nothing: that is what frozen means.
    exclude: usable.flatMap((_, index) => (kept.has(index + 1) ? [] : [index + 1])),
  })
  return { chart: withBand(indicator, scaled(raw, scaleOf(indicator))), phases }
}

/** The points that make the limits of a phase: those of the statement, or else the first ones that can be used. */
const baselineOf = (
  { chart }: Indicator,
  figures: readonly Figure[],
  usable: readonly boolean[],
  [first, last]: readonly [number, number],
  settings: Chart | undefined,
): Pick<PhasePart, 'baseline' | 'frozen'> => {
  const points = usable.flatMap((can, index) =>
    can && index + 1 >= first && index + 1 <= last ? [index + 1] : [],
  )
  const { baselineFrom: from, baselineTo: to } = settings ?? {}
  const periodAt = (point: number): string => figures[point - 1]?.period ?? ''
  const chosen = points.filter((point) => from && to && periodAt(point) >= from && periodAt(point) <= to)
  const isOwn = from !== undefined && from >= periodAt(first) && from <= periodAt(last) && chosen.length > 0
  if (isOwn) return { baseline: chosen, frozen: (to ?? '') <= periodAt(last) }
  // A run chart has no limits to freeze: its median and its test are about all its points.
  if (chart === 'run') return { baseline: points, frozen: false }
  return { baseline: points.slice(0, BASELINE), frozen: points.length >= BASELINE }
}

const optionsOf = (indicator: Indicator) => {
  const { rules, lambda, direction, target, targetTo, chart } = indicator
  const aim = target === undefined ? undefined : figureOf(target / scaleOf(indicator))
  const hasTarget = aim !== undefined && targetTo === undefined && chart !== 'np'
  return {
    direction,
    ...(rules.length > 0 && { rules: [...rules] }),
    ...(lambda !== undefined && { lambda }),
    ...(hasTarget && { target: aim }),
  }
}

const scaled = (chart: ControlChart, scale: number): ControlChart => {
  if (scale === 1) return chart
  const times = <N extends number | null>(figure: N): N => (figure === null ? null : figure * scale) as N
  return {
    ...chart,
    points: chart.points.map((point) => ({
      ...point,
      value: times(point.value),
      center: times(point.center),
      lower: times(point.lower),
      upper: times(point.upper),
    })),
    center: times(chart.center),
    sigma: times(chart.sigma),
    lower: times(chart.lower),
    upper: times(chart.upper),
  }
}

/** Where the aim lies between two figures: met every time when both limits lie between them. */
const withBand = ({ target, targetTo }: Indicator, chart: ControlChart): ControlChart => {
  if (target === undefined || targetTo === undefined) return chart
  const { lower = null, upper = null } = chart.points.findLast((point) => point.upper !== null) ?? {}
  return { ...chart, assurance: bandAssurance([target, targetTo], lower, upper) }
}

const bandAssurance = (
  band: readonly [number, number],
  lower: number | null,
  upper: number | null,
): Assurance => {
  const [low, high] = [Math.min(...band), Math.max(...band)]
  if (lower === null || upper === null) return 'hit-or-miss'
  if (lower >= low && upper <= high) return 'passing'
  return upper < low || lower > high ? 'failing' : 'hit-or-miss'
}

/** Everything a series rests on, as objects that are others when something was said. */
const settingsIn = (
  indicator: Indicator,
  department: string,
  ground: Ground,
): (Folded | boolean | undefined)[] => {
  const lasting = ground.records(`dept/${department}`)
  const inputs: (Folded | boolean | undefined)[] = [lasting?.get(chartAbout(indicator.key))]
  for (const { span, folded, isOpen } of sightings(indicator, department, ground))
    inputs.push(isOpen, folded, lasting?.get(eventAbout(indicator.key, span.period)))
  return inputs
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((each, index) => each === b[index])

const defined = (observation: { [F in keyof Observation]: Observation[F] | undefined }): Observation =>
  Object.fromEntries(Object.entries(observation).filter(([, value]) => value !== undefined)) as Observation
