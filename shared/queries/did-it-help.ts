/** Did it help? A phase beside the one before it, judged by the limits of before: not by one good month. */
import { figureOf } from '../spc/numbers'
import { drawSeries, type PhasePart, type Series } from './series'
import { type Word, wordsOf } from './words'

/**
 * improved, worsened: the figures after lie together further from the average of before than chance takes them.
 * changed: they do, and neither way is better. no-change: enough figures after, and they do not. too-early: too few.
 */
export type Verdict = 'improved' | 'worsened' | 'changed' | 'no-change' | 'too-early'

export type Comparison = {
  /** The first period of the phase, and the event that opened it. */
  readonly from: string
  readonly title: string | undefined
  readonly before: { readonly center: number; readonly sigma: number; readonly points: number }
  readonly after: { readonly center: number; readonly points: number }
  /** After minus before, as shown, and in percent of before. */
  readonly change: number
  readonly percent: number | undefined
  /** How many sigmas of before a point after lies from the average of before, on average; `undefined` without a sigma. */
  readonly sigmas: number | undefined
  readonly verdict: Verdict
  /** The last signal that the figures after give against the limits of before, the way they went. */
  readonly word: Word | undefined
}

/** With so many figures after, no difference is an answer: a shift as large as one sigma would nearly always have shown. */
const ENOUGH = 8
/** With fewer, even a large difference is too early to be called lasting. */
const FEWEST = 3
/** The usual distance at which chance stops being an explanation, here of a mean. */
const HARDLY_CHANCE = 3

/** Every phase of a series after the first, beside the one before it. */
export const comparisonsOf = (series: Series): Comparison[] =>
  series.phases.slice(1).map((phase, index) => compare(series, series.phases[index] as PhasePart, phase))

const compare = (series: Series, before: PhasePart, after: PhasePart): Comparison => {
  const undisturbed = asIfNothingHappened(series, before, after)
  const length = before.last - before.first + 1
  const points = measuredIn(series, after)
  const center = centerOf(series, before)
  const change = centerOf(series, after) - center
  const sigmas = meanDistance(undisturbed, length)
  const isUp = (sigmas ?? change) > 0
  const word = wordsOf(undisturbed).findLast(
    ({ at, side }) =>
      at > length && (isUp ? side === 'above' || side === 'rising' : side === 'below' || side === 'falling'),
  )
  return {
    from: after.from,
    title: after.title,
    before: { center, sigma: undisturbed.chart.sigma, points: measuredIn(series, before) },
    after: { center: center + change, points },
    change,
    percent: figureOf((change / Math.abs(center)) * 100),
    sigmas,
    verdict: verdictOf(series, { points, sigmas, basis: before.baseline.length, isUp, word }),
    word,
  }
}

/**
 * The mean of m distances of which the centre rests on n points has the standard error sqrt(1/m + 1/n). Without a sigma
 * (a run chart) a run on one side decides.
 */
const verdictOf = (
  { indicator: { direction } }: Series,
  after: {
    readonly points: number
    readonly sigmas: number | undefined
    readonly basis: number
    readonly isUp: boolean
    readonly word: Word | undefined
  },
): Verdict => {
  const { points, sigmas, basis } = after
  const isShift =
    sigmas === undefined
      ? after.word !== undefined
      : Math.abs(sigmas) > HARDLY_CHANCE * Math.sqrt(1 / points + 1 / Math.max(1, basis))
  if (points < FEWEST) return 'too-early'
  if (!isShift) return points < ENOUGH ? 'too-early' : 'no-change'
  if (direction === 'none') return 'changed'
  return after.isUp === (direction === 'higher') ? 'improved' : 'worsened'
}

const meanDistance = ({ chart }: Series, length: number): number | undefined => {
  const distances = chart.points.slice(length).flatMap(({ z }) => z ?? [])
  return distances.length > 0 ? distances.reduce((total, z) => total + z, 0) / distances.length : undefined
}

/** The two phases in one: the limits of before, drawn on. */
const asIfNothingHappened = (series: Series, before: PhasePart, after: PhasePart): Series => {
  const baseline = new Set(before.baseline)
  const figures = series.figures.slice(before.first - 1, after.last)
  const from = series.figures[Math.min(...before.baseline) - 1]?.period
  const to = series.figures[Math.max(...before.baseline) - 1]?.period
  const excluded = figures.flatMap(({ period }, index) =>
    baseline.has(before.first + index) || index >= before.last - before.first + 1
      ? []
      : [{ period, reason: '-' }],
  )
  const settings = {
    baselineFrom: from,
    baselineTo: to,
    reason: '',
    excluded,
    key: '',
    about: '',
    gone: false,
    clashes: [],
  }
  return drawSeries(series.indicator, series.department, figures, settings)
}

const measuredIn = ({ chart }: Series, { first, last }: PhasePart): number =>
  chart.points.slice(first - 1, last).filter(({ value }) => value !== null).length

const centerOf = ({ chart }: Series, { first }: PhasePart): number => chart.points[first - 1]?.center ?? 0
