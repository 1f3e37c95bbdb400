/** What a reader of a chart should know before judging it: numbers that are too small, too large, or too few. */
import { monthsOf } from './measuring-periods'
import { BASELINE, type Series } from './series'

export type Hint =
  /** Fewer points than limits need: they are provisional. */
  | { readonly code: 'provisional'; readonly points: number; readonly needed: number }
  /** Limits are wide because a point rests on few cases. `expected`: how many of the rarer sort a point usually has. */
  | { readonly code: 'small-numbers'; readonly cases: number; readonly expected: number }
  /** So many cases that every ripple seems a signal: another chart allows for that. `cases` a month. */
  | { readonly code: 'large-numbers'; readonly cases: number; readonly proposed: 'pprime' | 'uprime' }
  /** Figures that this chart cannot show, because the number of cases was not kept. */
  | { readonly code: 'no-denominator'; readonly points: number; readonly proposed: 'xmr' }
  /** Every figure of the baseline is the same: there is no spread to judge by. */
  | { readonly code: 'no-variation' }

/** From so many cases a month on the binomial limits are too narrow for real life (Laney, Quality Engineering 14 (2002)). */
export const MANY_CASES = 2000

/** With fewer expected cases of the rarer sort the limits say little (the textbook condition n p >= 5). */
export const FEW_CASES = 5

/** A part of which the limits lie further apart than this, in points of a hundred to either side, rests on few cases. */
const WIDE = 0.15

/** The hints that fit a series, most important first. */
export const hintsOf = (series: Series): Hint[] => [
  ...withoutDenominator(series),
  ...smallNumbers(series),
  ...largeNumbers(series),
  ...tooFew(series),
  ...noVariation(series),
]

const tooFew = ({ phases, newest, indicator }: Series): Hint[] => {
  const points = phases.at(-1)?.baseline.length ?? 0
  return newest && indicator.chart !== 'run' && points < BASELINE
    ? [{ code: 'provisional', points, needed: BASELINE }]
    : []
}

const smallNumbers = ({ indicator, figures, chart, newest }: Series): Hint[] => {
  const { chart: kind, factor } = indicator
  if (!newest) return []
  if (kind === 'c') return few(chart.center, chart.center, false)
  const cases = usual(figures, 'denominator')
  if (cases === undefined) return []
  const part = kind === 'np' ? chart.center / cases : chart.center / factor
  if (kind === 'u' || kind === 'uprime') return few(cases, part * cases, false)
  if (kind !== 'p' && kind !== 'np' && kind !== 'pprime') return []
  const error = 3 * Math.sqrt(Math.max(0, part * (1 - part)) / cases)
  return few(cases, Math.min(part, 1 - part) * cases, error > WIDE)
}

const few = (cases: number, expected: number, isWide: boolean): Hint[] =>
  isWide || isFew(expected) ? [{ code: 'small-numbers', cases, expected: Math.max(0, expected) }] : []

const isFew = (expected: number): boolean => expected < FEW_CASES

const largeNumbers = ({ indicator: { chart, rhythm }, figures }: Series): Hint[] => {
  if (chart !== 'p' && chart !== 'u') return []
  // The denominator of a rate may be hours or inhabitants: there the events are the cases.
  const cases = (usual(figures, chart === 'p' ? 'denominator' : 'numerator') ?? 0) / monthsOf(rhythm)
  return cases > MANY_CASES ? [{ code: 'large-numbers', cases, proposed: `${chart}prime` }] : []
}

const withoutDenominator = ({ figures, chart, indicator }: Series): Hint[] => {
  const isOfCases = ['p', 'pprime', 'np', 'u', 'uprime'].includes(indicator.chart)
  const points = figures.filter(
    ({ value }, index) => value !== undefined && chart.points[index]?.value === null,
  )
  return isOfCases && points.length > 0
    ? [{ code: 'no-denominator', points: points.length, proposed: 'xmr' }]
    : []
}

const noVariation = ({ chart, figures, indicator }: Series): Hint[] => {
  const measured = figures.filter(({ value }) => value !== undefined).length
  return indicator.chart !== 'run' && measured > 1 && chart.sigma === 0 ? [{ code: 'no-variation' }] : []
}

/** The middle one of what the measured figures rest on. */
const usual = (figures: Series['figures'], part: 'numerator' | 'denominator'): number | undefined => {
  const sizes = figures
    .map(({ measurement }) => measurement?.[part])
    .filter((size): size is number => size !== undefined && size > 0)
    .sort((a, b) => a - b)
  return sizes[Math.floor(sizes.length / 2)]
}
