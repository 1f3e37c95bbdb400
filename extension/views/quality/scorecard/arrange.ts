/** The scorecard as it is drawn: one line per indicator, its departments below it, in groups, filtered and ordered. */
import type { Indicator } from '../../../../shared/kinds/indicator'
import { groupRows, type Row, type RowGroup, sortRows } from '../../../../shared/queries/scorecard'
import type { ScorecardRoute } from '../route'

/** One indicator: its own line, and those of its departments where there are several. */
export type Line = {
  readonly key: string
  readonly indicator: Indicator
  /** `undefined` where the departments cannot be added up. */
  readonly main: Row | undefined
  readonly parts: readonly Row[]
}

export type LineGroup = { readonly key: string; readonly lines: readonly Line[] }

type Asked = Pick<ScorecardRoute, 'group' | 'sort' | 'show' | 'search'>

/** @param order keys of themes, objectives or departments in the order in which they are to come */
export const linesOf = (
  rows: readonly Row[],
  asked: Asked,
  order: readonly string[],
  language: 'nl' | 'en',
): LineGroup[] => {
  const sorted = sortRows(rows.filter(isNamed(asked.search)), asked.sort, language)
  return grouped(sorted, asked.group, order)
    .map(({ key, rows: list }) => ({
      key,
      lines: (asked.group === 'department' ? separate(list) : byIndicator(list)).filter(isShown(asked.show)),
    }))
    .filter(({ lines }) => lines.length > 0)
}

const grouped = (
  rows: readonly Row[],
  group: ScorecardRoute['group'],
  order: readonly string[],
): readonly RowGroup[] => {
  if (group === 'none') return [{ key: '', rows }]
  const wanted = group === 'department' ? rows.filter(({ department }) => department !== undefined) : rows
  return groupRows(wanted, group, order)
}

const separate = (rows: readonly Row[]): Line[] =>
  rows.map((row) => ({
    key: `${row.indicator.key}/${row.department}`,
    indicator: row.indicator,
    main: row,
    parts: [],
  }))

const byIndicator = (rows: readonly Row[]): Line[] =>
  groupRows(rows, 'indicator', [...new Set(rows.map(({ indicator }) => indicator.key))]).map(
    ({ key, rows: own }) => {
      const { indicator } = own[0] as Row
      const total = own.find(({ department }) => department === undefined)
      const parts = own.filter(({ department }) => department !== undefined)
      if (parts.length === 1 && !total) return { key, indicator, main: parts[0], parts: [] }
      return { key, indicator, main: total, parts: [...parts].sort(byPlace(indicator)) }
    },
  )

const byPlace =
  ({ departments }: Indicator) =>
  (a: Row, b: Row): number =>
    departments.indexOf(a.department ?? '') - departments.indexOf(b.department ?? '')

const isNamed = (search: string) => {
  const wanted = plain(search)
  return ({ indicator }: Row): boolean =>
    wanted === '' ||
    [indicator.name, indicator.nameEn, indicator.key, indicator.description].some((text) =>
      plain(text).includes(wanted),
    )
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()

const isShown =
  (show: ScorecardRoute['show']) =>
  ({ main, parts }: Line): boolean => {
    const rows = main ? [main, ...parts] : parts
    switch (show) {
      case 'all':
        return true
      case 'signals':
        return rows.some(({ variation }) => variation !== 'common-cause')
      case 'failing':
        return rows.some(({ assurance }) => assurance === 'failing')
      case 'stale':
        return rows.some(({ stale, missing }) => stale || missing > 0)
    }
  }
