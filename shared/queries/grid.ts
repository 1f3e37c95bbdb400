/** Planned versus done over a year: a row per control, a column per month or week, for one department or for all of them. */
import { monthOf } from '../days'
import type { Control } from '../kinds/control'
import { periodName } from './rules'
import type { Check } from './schedule'

/**
 * How the checks of a cell stand together, the worst of them: late, not in order, partly, due today or open, later, done.
 * none: nothing is due.
 */
export type Shown = 'none' | 'late' | 'failed' | 'partly' | 'open' | 'later' | 'done' | 'not-applicable'

export type GridCell = {
  /** "2026-11" or "2026-W47". */
  readonly column: string
  readonly checks: readonly Check[]
  readonly shown: Shown
  readonly planned: number
  readonly done: number
}
export type GridRow = {
  readonly control: Control
  readonly cells: readonly GridCell[]
  readonly planned: number
  readonly done: number
}
export type Grid = { readonly columns: readonly string[]; readonly rows: readonly GridRow[] }

/** Every check stands in the column of its due day. @param checks of a year, of one department or of several */
export const plannedVersusDone = (checks: readonly Check[], by: 'month' | 'week'): Grid => {
  const columnOf = by === 'month' ? (day: string) => monthOf(day) : (day: string) => periodName('weekly', day)
  const columns = [...new Set(checks.map(({ due }) => columnOf(due)))].sort()
  const byControl = new Map<string, Check[]>()
  for (const check of checks) {
    const list = byControl.get(check.control.key)
    if (list) list.push(check)
    else byControl.set(check.control.key, [check])
  }
  const rows = [...byControl.values()].map((own) => {
    const byColumn = new Map<string, Check[]>()
    for (const check of own)
      byColumn.set(columnOf(check.due), [...(byColumn.get(columnOf(check.due)) ?? []), check])
    return {
      control: (own[0] as Check).control,
      cells: columns.map((column) => cellOf(column, byColumn.get(column) ?? [])),
      planned: own.length,
      done: own.filter(isDone).length,
    }
  })
  return { columns, rows }
}

const cellOf = (column: string, checks: readonly Check[]): GridCell => ({
  column,
  checks,
  shown: checks.reduce<Shown>((worst, check) => worse(worst, shownOf(check)), 'none'),
  planned: checks.length,
  done: checks.filter(isDone).length,
})

/** What two people answered apart is not settled, and so not done. */
const isDone = ({ state, clash }: Check): boolean => state === 'done' && !clash

const ORDER: readonly Shown[] = [
  'none',
  'not-applicable',
  'done',
  'later',
  'open',
  'partly',
  'failed',
  'late',
]
const worse = (a: Shown, b: Shown): Shown => (ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a)

const SHOWN = {
  'in-order': 'done',
  partly: 'partly',
  'not-in-order': 'failed',
  'not-applicable': 'not-applicable',
} as const

const shownOf = ({ state, outcome }: Check): Shown => {
  if (outcome !== undefined) return SHOWN[outcome]
  return state === 'late' || state === 'later' ? state : 'open'
}
