/** Indicators: add one, adopt one from the library, change it, assign it, end it, remove it. */
import type { Day } from '../days'
import { type Indicator, indicator } from '../kinds/indicator'
import type { Statement } from '../statement'
import { add, type Changes, change, remove } from './change'
import type { Author, Seen } from './say'

export type IndicatorInput = Changes<typeof indicator> & { readonly name: string }

/** Why an indicator cannot stand like this. */
export type IndicatorObjection =
  | 'name-missing'
  | 'chart-does-not-fit'
  | 'no-departments'
  | 'ends-before-it-begins'

export const addIndicator = (seen: Seen, key: string, input: IndicatorInput, author: Author): Statement[] =>
  add(seen, indicator, key, input, author)

export const changeIndicator = (
  seen: Seen,
  key: string,
  changes: Changes<typeof indicator>,
  author: Author,
): Statement[] => change(seen, indicator, key, changes, author)

/** An entry of a library: a definition with the key under which it was published. */
export type LibraryEntry = { readonly id: string; readonly fields: IndicatorInput }

/**
 * Takes an entry of a library over as one's own record, in one's own words where given. It keeps where it came from.
 * @param key of the new record; the entry's own by custom, another one to adopt it twice
 */
export const adoptIndicator = (
  seen: Seen,
  key: string,
  {
    library,
    version,
    entry,
  }: { readonly library: string; readonly version: number; readonly entry: LibraryEntry },
  own: Changes<typeof indicator>,
  author: Author,
): Statement[] =>
  addIndicator(
    seen,
    key,
    {
      ...entry.fields,
      ...own,
      name: own.name ?? entry.fields.name,
      library: { library, id: entry.id, version },
    },
    author,
  )

/** Says who measures it, and who answers for it. */
export const assignIndicator = (
  seen: Seen,
  key: string,
  { departments, owner }: { readonly departments: readonly string[]; readonly owner?: string | null },
  author: Author,
): Statement[] => change(seen, indicator, key, { departments, owner }, author)

/** Ends an indicator: periods that begin after that day are not asked for. */
export const endIndicator = (seen: Seen, key: string, until: Day, author: Author): Statement[] =>
  change(seen, indicator, key, { until }, author)

/** Removes an indicator; what was measured stays in the ledgers. */
export const removeIndicator = (seen: Seen, key: string, author: Author): Statement[] =>
  remove(seen, indicator, key, author)

/** Why an indicator may not stand like this; `undefined` when it is fine. */
export const objectionToIndicator = (
  input: Pick<Indicator, 'name' | 'data' | 'chart' | 'departments' | 'since' | 'until'>,
): IndicatorObjection | undefined => {
  if (input.name.trim() === '') return 'name-missing'
  if (!chartsFor(input.data).includes(input.chart)) return 'chart-does-not-fit'
  if (input.departments.length === 0) return 'no-departments'
  const isBackwards = input.since !== undefined && input.until !== undefined && input.until < input.since
  return isBackwards ? 'ends-before-it-begins' : undefined
}

/** The charts that can draw a kind of figure, the most fitting first. */
export const chartsFor = (data: Indicator['data']): readonly Indicator['chart'][] => CHARTS_FOR[data]

const CHARTS_FOR: Readonly<Record<Indicator['data'], readonly Indicator['chart'][]>> = {
  proportion: ['p', 'pprime', 'xmr', 'np', 'run', 'ewma'],
  rate: ['xmr', 'u', 'uprime', 'run', 'ewma'],
  count: ['c', 'xmr', 'run', 'ewma'],
  measure: ['xmr', 'run', 'ewma', 'xbar-r', 'xbar-s'],
  rare: ['t', 'g', 'xmr', 'run'],
}
