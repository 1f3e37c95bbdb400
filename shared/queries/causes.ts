/**
 * Pareto: of which few sorts most of the trouble comes, for the categories of figures, the outcomes of checks and the
 * reasons that people wrote. And the run chart, for figures with too few points or too odd a spread for limits.
 */
import type { Day } from '../days'
import { type ParetoBar, pareto, type RunTest, runTest } from '../spc'
import type { Check } from './schedule'
import { drawSeries, type Series } from './series'
import { mergedCounts } from './total'

/** The categories of figures from a period to a period, both included, added up over series. */
export const paretoOfCategories = (
  list: readonly Series[],
  { from, to }: { readonly from: string; readonly to: string },
): ParetoBar[] => {
  const measured = list
    .flatMap(({ figures }) => figures)
    .flatMap(({ period, measurement }) =>
      measurement && period >= from && period <= to ? [measurement] : [],
    )
  return pareto(mergedCounts(measured))
}

/** By what checks are counted: their outcome, or, of those that were not in order, where and why. */
export type CheckSort = 'outcome' | 'control' | 'theme' | 'department' | 'reason'

/**
 * Checks with an outcome that were due from a day to a day, counted. All of them by outcome; for the other sorts those
 * that were partly or not in order. Names are keys; a reason is the note as written first, and '' where there was none.
 */
export const paretoOfChecks = (
  checks: Iterable<Check>,
  sort: CheckSort,
  window: { readonly from: Day; readonly to: Day },
): ParetoBar[] => {
  const counts = new Map<string, { name: string; count: number }>()
  for (const check of checks) {
    if (!isCounted(check, sort, window)) continue
    const name = nameOf(check, sort)
    const key = sameAs(name, sort)
    const known = counts.get(key)
    if (known) known.count += 1
    else counts.set(key, { name, count: 1 })
  }
  return pareto(Object.fromEntries([...counts.values()].map(({ name, count }) => [name, count])))
}

/** The checks behind a bar, as many as it counts. @param name as the bar has it */
export const checksBehind = (
  checks: readonly Check[],
  sort: CheckSort,
  name: string,
  window: { readonly from: Day; readonly to: Day },
): readonly Check[] => {
  const key = sameAs(name, sort)
  return checks.filter((check) => isCounted(check, sort, window) && sameAs(nameOf(check, sort), sort) === key)
}

/** Bars as they are drawn: what comes after the first ones is one bar, the last, however large it is. */
export type ShownBars = {
  readonly bars: readonly ParetoBar[]
  /** The others together, with how many they are. */
  readonly rest: { readonly names: readonly string[]; readonly count: number } | undefined
}

/** @param most how many bars there are at most, with that of the others */
export const withRest = (all: readonly ParetoBar[], most: number): ShownBars => {
  const counted = all.filter(({ count }) => count > 0)
  if (counted.length <= most) return { bars: counted, rest: undefined }
  const others = counted.slice(most - 1)
  return {
    bars: counted.slice(0, most - 1),
    rest: { names: others.map(({ name }) => name), count: others.reduce((sum, { count }) => sum + count, 0) },
  }
}

const isCounted = (
  { outcome, due }: Check,
  sort: CheckSort,
  { from, to }: { readonly from: Day; readonly to: Day },
): boolean =>
  outcome !== undefined &&
  due >= from &&
  due <= to &&
  (sort === 'outcome' || outcome === 'partly' || outcome === 'not-in-order')

const sameAs = (name: string, sort: CheckSort): string => (sort === 'reason' ? alike(name) : name)

const nameOf = ({ outcome = 'in-order', control, department, note }: Check, sort: CheckSort): string =>
  ({ outcome, control: control.key, theme: control.theme, department, reason: note.trim() })[sort]

// People who mean the same write it with other capitals, spaces, numbers and full stops.
const alike = (note: string): string =>
  note
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/[^\p{L}#]+/gu, ' ')
    .trim()

/** A series around its median, with the test of the run chart over all of it. */
export type RunChart = { readonly series: Series; readonly test: RunTest }

/** The same figures as a run chart. Phases and baselines do not apply: the test is about the whole. */
export const runChartOf = (series: Series): RunChart => {
  const around = drawSeries({ ...series.indicator, chart: 'run' }, series.department, series.figures)
  return { series: around, test: runTest(around.chart.points.map(({ value }) => value)) }
}
