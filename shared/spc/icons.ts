/** The two words that tell a director everything: what the last figure says, and what to expect of the target. */
import type { ChartOptions } from './options'
import type { ChartPoint, Phase } from './phase'
import { type RuleName, wayOf } from './signals'

/**
 * What the last figure says, read with the direction that is better. `improvement` and `concern`: it is a signal, the
 * good or the bad way. `neutral`: it is a signal without a good or bad side. `common-cause`: it is noise.
 */
export type Variation = 'improvement' | 'concern' | 'neutral' | 'common-cause'

/**
 * What the limits say about the target: it will be met (`passing`) or missed (`failing`) every time unless something
 * changes, or now met and now missed (`hit-or-miss`).
 */
export type Assurance = 'passing' | 'failing' | 'hit-or-miss' | 'no-target'

/** Which signal speaks first when a point completes several patterns. */
const FIRST: readonly ((rule: RuleName) => boolean)[] = [
  (rule) => rule === 'beyond3',
  (rule) => rule.startsWith('trend'),
  () => true,
]

export function variationOf({ points, distances }: Phase, { direction = 'none' }: ChartOptions): Variation {
  const at = points.findLastIndex((point) => point.value !== null)
  const found = points[at]?.signals ?? []
  if (found.length === 0) return 'common-cause'
  const ways = FIRST.flatMap((isNext) => found.filter(isNext)).map((rule) => wayOf(rule, distances, at))
  const way = ways.find((way) => way !== 0)
  if (direction === 'none' || way === undefined) return 'neutral'
  return way === (direction === 'higher' ? 1 : -1) ? 'improvement' : 'concern'
}

export function assuranceOf(
  points: readonly ChartPoint[],
  { target, direction = 'none' }: ChartOptions,
): Assurance {
  if (target === undefined) return 'no-target'
  const { lower = null, upper = null } = points.findLast((point) => point.upper !== null) ?? {}
  if (lower === null || upper === null || (target >= lower && target <= upper)) return 'hit-or-miss'
  const isAbove = target > upper
  const passes = direction === 'higher' ? !isAbove : direction === 'lower' && isAbove
  return passes ? 'passing' : 'failing'
}
