/** The grid of a year as pages show it: every month or week a column, rows by theme, and what in a cell counts most. */
import type { Day } from '../../../shared/days'
import { addDays, yearOf } from '../../../shared/days'
import { RHYTHMS } from '../../../shared/kinds/control'
import { type GridCell, type GridRow, plannedVersusDone } from '../../../shared/queries/grid'
import { periodName } from '../../../shared/queries/rules'
import type { Check } from '../../../shared/queries/schedule'

export type By = 'month' | 'week'
export type PlanRow = {
  readonly control: GridRow['control']
  readonly planned: number
  readonly done: number
  /** One for each column; nothing where nothing is due. */
  readonly cells: readonly (GridCell | undefined)[]
}
export type PlanGroup = { readonly theme: string; readonly rows: readonly PlanRow[] }
export type Plan = { readonly columns: readonly string[]; readonly groups: readonly PlanGroup[] }

/** Every month or week of a year: "2026-11", "2026-W47". */
export const columnsOf = (year: number, by: By): readonly string[] => {
  if (by === 'month')
    return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)
  const weeks = new Set<string>()
  for (let day: Day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1))
    weeks.add(periodName('weekly', day))
  return [...weeks]
}

/**
 * What was planned and done of what is due in a year.
 * @param themes keys in the order in which they are shown; themes that are not among them come last
 */
export const planOf = (
  checks: readonly Check[],
  { year, by, themes }: { readonly year: number; readonly by: By; readonly themes: readonly string[] },
): Plan => {
  const columns = columnsOf(year, by)
  const grid = plannedVersusDone(
    checks.filter(({ due }) => yearOf(due) === year),
    by,
  )
  const rows = grid.rows.map(({ cells, ...row }) => {
    const found = new Map(cells.map((cell) => [cell.column, cell]))
    return {
      ...row,
      cells: columns.map((column) => {
        const cell = found.get(column)
        return cell && cell.planned > 0 ? cell : undefined
      }),
    }
  })
  rows.sort(byRhythm)
  const known = new Set(themes)
  const others = [...new Set(rows.map(({ control }) => control.theme))].filter((theme) => !known.has(theme))
  const groups = [...themes, ...others]
    .map((theme) => ({ theme, rows: rows.filter(({ control }) => control.theme === theme) }))
    .filter((group) => group.rows.length > 0)
  return { columns, groups }
}

/** What counts most in a cell that stands for several checks: what is late, then what is not in order. */
export const worstOf = (checks: readonly Check[]): Check | undefined =>
  checks.reduce<Check | undefined>(
    (worst, check) => (worst === undefined || weight(check) > weight(worst) ? check : worst),
    undefined,
  )

const byRhythm = (a: PlanRow, b: PlanRow): number =>
  RHYTHMS.indexOf(a.control.rhythm) - RHYTHMS.indexOf(b.control.rhythm) ||
  a.control.title.localeCompare(b.control.title, 'nl')

const OUTCOME_WEIGHT = { 'not-in-order': 4, partly: 3, 'in-order': 1, 'not-applicable': 0 } as const
const STATE_WEIGHT = { late: 6, today: 2, soon: 2, later: -1, done: 0 } as const
const weight = ({ clash, outcome, state }: Check): number =>
  (clash ? 8 : 0) + (outcome === undefined ? STATE_WEIGHT[state] : OUTCOME_WEIGHT[outcome])
