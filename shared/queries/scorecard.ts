/**
 * The scorecard: every indicator in every department, and all departments together, with two words each (what the last
 * figure says, what to expect of the target), and with what is missing said out loud.
 */
import type { Day } from '../days'
import { type Indicator, PERSPECTIVES } from '../kinds/indicator'
import { CAF_CRITERIA } from '../libraries/caf'
import type { Assurance, Variation } from '../spc'
import type { Ground } from './figures'
import { type Series, seriesOf } from './series'
import { totalOf } from './total'
import { newestWord, unexplained, type Word } from './words'

/** A line of the scorecard. */
export type Row = {
  readonly indicator: Indicator
  /** `undefined`: all departments together. */
  readonly department: string | undefined
  readonly series: Series
  /** The newest figure as shown, and its period; `undefined` when nothing was ever measured. */
  readonly value: number | undefined
  readonly period: string | undefined
  readonly variation: Variation
  readonly assurance: Assurance
  /** The signal that the newest figure is. */
  readonly word: Word | undefined
  /** The newest figure that is due is not there: the two words speak of an older one. */
  readonly stale: boolean
  /** How many figures that are due are not there. */
  readonly missing: number
  /** Signals that nobody has explained. */
  readonly unexplained: number
  readonly provisional: boolean
  /** No longer measured: the last day that was asked for is over. */
  readonly ended: boolean
}

/**
 * A row per indicator and department, and where several departments measure it first one for all together.
 * Indicators keep the order in which they are given.
 */
export const scorecard = (
  indicators: readonly Indicator[],
  ground: Ground,
  isWanted: (department: string) => boolean = () => true,
): Row[] =>
  indicators
    .filter(({ gone }) => !gone)
    .flatMap((indicator) => {
      const all = indicator.departments.map((department) => seriesOf(indicator, department, ground))
      const wanted = all.filter(({ department = '' }) => isWanted(department))
      const total = all.length > 1 && wanted.length === all.length ? totalOf(indicator, all) : undefined
      return [...(total ? [total] : []), ...wanted].map((series) => rowOf(series, ground.today))
    })

/** The line of one series; the same object for the same series, as a series is of one day. */
export const rowOf = (series: Series, today: Day): Row => {
  const known = rows.get(series)
  if (known) return known
  const { indicator, department, newest, chart, stale, missing } = series
  const row = {
    indicator,
    department,
    series,
    value: newest?.value,
    period: newest?.period,
    variation: chart.variation,
    assurance: chart.assurance,
    word: newestWord(series),
    stale,
    missing: missing.length,
    unexplained: unexplained(series).length,
    provisional: chart.provisional,
    ended: indicator.until !== undefined && indicator.until < today,
  }
  rows.set(series, row)
  return row
}
const rows = new WeakMap<Series, Row>()

export type Order = 'signal' | 'target' | 'stale' | 'name'

/** Rows in another order: what asks for attention first. Equal ones keep the order they had. */
export const sortRows = (list: readonly Row[], order: Order, language: 'nl' | 'en' = 'nl'): Row[] => {
  const name = ({ indicator }: Row) => (language === 'en' && indicator.nameEn) || indicator.name
  const by: Record<Order, (a: Row, b: Row) => number> = {
    signal: (a, b) => urgency(a) - urgency(b),
    target: (a, b) => TARGETS.indexOf(a.assurance) - TARGETS.indexOf(b.assurance),
    stale: (a, b) => Number(b.stale) - Number(a.stale) || b.missing - a.missing,
    name: (a, b) => name(a).localeCompare(name(b), language),
  }
  return [...list].sort(by[order])
}

const SIGNALS: readonly Variation[] = ['concern', 'neutral', 'improvement', 'common-cause']
const TARGETS: readonly Assurance[] = ['failing', 'hit-or-miss', 'passing', 'no-target']

/** Signals first, the bad ones first of all; then what is stale; then by the target. */
const urgency = ({ variation, stale, assurance }: Row): number =>
  SIGNALS.indexOf(variation) * 100 + (stale ? 0 : 10) + TARGETS.indexOf(assurance)

export type Grouping = 'perspective' | 'caf' | 'theme' | 'objective' | 'department' | 'indicator'

/** Rows that belong together; key '' holds those that belong nowhere, and comes last. */
export type RowGroup = { readonly key: string; readonly rows: readonly Row[] }

/**
 * Rows by perspective, CAF criterion (its number), theme, objective, department or indicator.
 * @param order keys in the order in which they are to come, for themes, objectives and departments
 */
export const groupRows = (list: readonly Row[], by: Grouping, order: readonly string[] = []): RowGroup[] => {
  const groups = new Map<string, Row[]>()
  for (const row of list) {
    const key = keyOf(row, by)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  const known =
    by === 'perspective' ? PERSPECTIVES : by === 'caf' ? CAF_CRITERIA.map(({ code }) => code) : order
  const rank = (key: string): number => {
    const at = (known as readonly string[]).indexOf(key)
    return key === '' ? Number.POSITIVE_INFINITY : at < 0 ? known.length : at
  }
  return [...groups]
    .map(([key, rows]) => ({ key, rows }))
    .sort((a, b) => (rank(a.key) === rank(b.key) ? 0 : rank(a.key) - rank(b.key)))
}

const keyOf = ({ indicator, department }: Row, by: Grouping): string => {
  switch (by) {
    case 'perspective':
      return indicator.perspective ?? ''
    case 'caf':
      return indicator.caf?.split('.')[0] ?? ''
    case 'theme':
      return indicator.theme ?? ''
    case 'objective':
      return indicator.objective ?? ''
    case 'department':
      return department ?? ''
    case 'indicator':
      return indicator.key
  }
}

/** The counts above a scorecard. */
export type Summary = {
  readonly rows: number
  readonly concern: number
  readonly improvement: number
  readonly neutral: number
  readonly stale: number
  readonly failing: number
  readonly passing: number
}

/** Counts rows of departments; the rows for all together say the same again and are left out. */
export const summaryOf = (list: readonly Row[]): Summary => {
  const own = list.filter(({ department }) => department !== undefined)
  const count = (holds: (row: Row) => boolean): number => own.filter(holds).length
  return {
    rows: own.length,
    concern: count(({ variation }) => variation === 'concern'),
    improvement: count(({ variation }) => variation === 'improvement'),
    neutral: count(({ variation }) => variation === 'neutral'),
    stale: count(({ stale }) => stale),
    failing: count(({ assurance }) => assurance === 'failing'),
    passing: count(({ assurance }) => assurance === 'passing'),
  }
}
