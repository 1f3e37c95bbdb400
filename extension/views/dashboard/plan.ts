/** A department's year as planned and as done: rows of controls, each period over the months that it covers. */
import { monthOf } from '../../../shared/days'
import type { Control } from '../../../shared/kinds/control'
import { RHYTHMS } from '../../../shared/kinds/control'
import type { Check } from '../../../shared/queries/schedule'

/** One or, for weekly controls, several checks over the months `first` to `last` (1-12). */
export type PlanCell = {
  readonly first: number
  readonly last: number
  readonly checks: readonly Check[]
}
export type PlanRow = { readonly control: Control; readonly cells: readonly PlanCell[] }
export type PlanGroup = { readonly theme: string; readonly rows: readonly PlanRow[] }

/** The months a period covers: 10-12 of "2026-Q4". A week counts for the month of its due day. */
export const monthsOf = ({ period, due }: Pick<Check, 'period' | 'due'>): readonly [number, number] => {
  const turn = period.slice(5)
  const number = Number(turn.slice(1))
  if (turn === '') return [1, 12]
  if (turn.startsWith('Q')) return [number * 3 - 2, number * 3]
  if (turn.startsWith('H')) return [number * 6 - 5, number * 6]
  if (turn.startsWith('W')) return weekMonth(period, due)
  return [Number(turn), Number(turn)]
}

/** @param themes keys in the order in which they are shown; themes that are not among them come last */
export const planOf = (checks: readonly Check[], themes: readonly string[]): readonly PlanGroup[] => {
  const byControl = new Map<string, Check[]>()
  for (const check of checks) {
    const list = byControl.get(check.control.key)
    if (list) list.push(check)
    else byControl.set(check.control.key, [check])
  }
  const rows = [...byControl.values()].map(rowOf).sort(byRhythm)
  const known = new Set(themes)
  const others = [...new Set(rows.map(({ control }) => control.theme))].filter((theme) => !known.has(theme))
  return [...themes, ...others]
    .map((theme) => ({ theme, rows: rows.filter(({ control }) => control.theme === theme) }))
    .filter((group) => group.rows.length > 0)
}

/** What counts most in a cell that stands for several checks: what is late, then what is not in order. */
export const worstOf = (checks: readonly Check[]): Check | undefined =>
  checks.reduce<Check | undefined>(
    (worst, check) => (worst === undefined || weight(check) > weight(worst) ? check : worst),
    undefined,
  )

// A week over New Year belongs to a year but is due in another: it then stands in the first or last month.
const weekMonth = (period: string, due: string): readonly [number, number] => {
  const month = monthOf(due)
  const year = period.slice(0, 4)
  if (month.slice(0, 4) < year) return [1, 1]
  if (month.slice(0, 4) > year) return [12, 12]
  const number = Number(month.slice(5))
  return [number, number]
}

const rowOf = (checks: readonly Check[]): PlanRow => {
  const cells = new Map<string, { first: number; last: number; checks: Check[] }>()
  for (const check of checks) {
    const [first, last] = monthsOf(check)
    const place = `${first}-${last}`
    const cell = cells.get(place)
    if (cell) cell.checks.push(check)
    else cells.set(place, { first, last, checks: [check] })
  }
  return {
    control: (checks[0] as Check).control,
    cells: [...cells.values()].sort((a, b) => a.first - b.first),
  }
}

const byRhythm = (a: PlanRow, b: PlanRow): number =>
  RHYTHMS.indexOf(a.control.rhythm) - RHYTHMS.indexOf(b.control.rhythm) ||
  a.control.title.localeCompare(b.control.title, 'nl')

const OUTCOME_WEIGHT = { 'not-in-order': 4, partly: 3, 'in-order': 1, 'not-applicable': 0 } as const
const STATE_WEIGHT = { late: 6, today: 2, soon: 2, later: -1, done: 0 } as const
const weight = ({ clash, outcome, state }: Check): number =>
  (clash ? 8 : 0) + (outcome === undefined ? STATE_WEIGHT[state] : OUTCOME_WEIGHT[outcome])
