/** Pareto: which few categories make most of the trouble. */
import { figureOf, sum } from './numbers'

/** A category of a Pareto chart. */
export type ParetoBar = {
  name: string
  count: number
  /** The share of this category and all before it, in percent, 0 to 100. */
  cumulative: number
  /** Of the vital few: the categories up to and including the first that reaches 80 %. */
  vital: boolean
}

/** The share that makes the vital few, in percent. */
const VITAL = 80

/** Dutch alphabetical order, capitals and accents last resorts. */
const ALPHABET = new Intl.Collator('nl')

/**
 * Sorts categories by how often they occur: descending, ties alphabetically, and "andere" (in any case) last however
 * large it is, because it is a mixture. Does not depend on the order of the counts.
 *
 * A count that is missing, negative or not finite is 0. When everything is 0, so is every `cumulative`, and nothing is
 * vital.
 *
 * Source: Juran, Quality Control Handbook; the example of the R package qcc.
 *
 * @param counts how often, by category
 * @returns one bar per category, from left to right
 */
export function pareto(counts: Record<string, number>): ParetoBar[] {
  const bars = Object.entries(counts)
    .map(([name, count]) => ({ name, count: Math.max(0, figureOf(count) ?? 0) }))
    .sort((a, b) => Number(isOther(a)) - Number(isOther(b)) || b.count - a.count || alphabetically(a, b))
  const total = sum(bars.map((bar) => bar.count))
  let before = 0
  return bars.map(({ name, count }) => {
    const upToHere = before + count
    const vital = total > 0 && 100 * before < VITAL * total
    before = upToHere
    return { name, count, cumulative: percent(upToHere, total), vital }
  })
}

const percent = (part: number, total: number): number => (total > 0 ? Math.min(100, (100 * part) / total) : 0)

type Named = { readonly name: string }

const isOther = ({ name }: Named): boolean => name.trim().toLowerCase() === 'andere'

/** By code unit where the collator sees no difference, so that no order is left to chance. */
const alphabetically = (a: Named, b: Named): number =>
  ALPHABET.compare(a.name, b.name) || (a.name < b.name ? -1 : 1)
