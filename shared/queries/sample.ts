/** A sample that can be drawn again: the same list and the same seed give the same choice, whoever draws it. */
import { digestOf } from '../statement'

/**
 * Draws so many of a list, without order of preference: each is weighed by a hash of the seed and its own key, so that
 * the order in which the list is given makes no difference.
 * @param seed noted down with the sample; whoever has it draws the same
 */
export const sampleOf = <T>(
  list: readonly T[],
  keyOf: (each: T) => string,
  size: number,
  seed: string,
): T[] =>
  [...new Map(list.map((each) => [keyOf(each), each]))]
    .map(([key, each]) => ({ key, each, weight: digestOf([seed, key]) }))
    .sort((a, b) => (a.weight < b.weight ? -1 : a.weight > b.weight ? 1 : a.key < b.key ? -1 : 1))
    .slice(0, Math.max(0, Math.floor(size)))
    .map(({ each }) => each)
