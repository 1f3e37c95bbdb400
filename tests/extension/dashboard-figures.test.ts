/** What the dashboard counts and where it places it: every figure has exactly the lines that stand behind it. */
import { describe, expect, test } from 'vitest'
import { boardOf, linesBehind, weekOf } from '../../extension/views/dashboard/board'
import { orderOf } from '../../extension/views/dashboard/overview/order'
import { columnsOf, planOf, worstOf } from '../../extension/views/dashboard/plan'
import { SPANS } from '../../extension/views/dashboard/route'
import { shareInOrder } from '../../shared/queries/overview'
import { periodName } from '../../shared/queries/rules'
import { ledgers, NOW } from './dashboard-world'
import { createFakeStore } from './fake-dashboard-store'

const TODAY = '2026-11-21'
const store = createFakeStore({ ledgers: ledgers(), me: 'p01', now: NOW })
const checks = store.checks.value
const boardFor = (span: (typeof SPANS)[number]) =>
  boardOf(checks, {
    span,
    today: TODAY,
    departments: store.departments.value,
    themes: store.themes.value,
    controls: store.controls.value,
  })

describe('figures', () => {
  test('each cell, in each window, has as many lines as it counts', () => {
    let seen = 0
    for (const span of SPANS)
      for (const [department, row] of boardFor(span).overview.cells)
        for (const [theme, cell] of row) {
          const count = (lines: Parameters<typeof linesBehind>[1]['lines']) =>
            linesBehind(checks, { lines, span, department, theme }, TODAY).length
          expect(count('all')).toBe(cell.due)
          expect(count('not-on-time')).toBe(cell.due - cell.onTime)
          expect(count('not-in-order')).toBe(cell.partly + cell.notInOrder)
          expect(count('clash')).toBe(cell.clashes)
          seen += 1
        }
    expect(seen).toBeGreaterThan(4)
  })

  test('each month of the trend has as many lines as it counts', () => {
    for (const { month, due } of boardFor('last-year').trend.months)
      expect(linesBehind(checks, { lines: 'all', span: 'last-year', month }, TODAY)).toHaveLength(due)
  })

  test('the counts of now do not depend on the window', () => {
    const [first, ...others] = SPANS.map((span) => boardFor(span).now)
    for (const other of others) expect(other).toEqual(first)
    expect(first?.late).toBe(Object.values(first?.lateIn ?? {}).reduce((sum, each) => sum + each, 0))
    expect(first?.oldest).toBe('2026-03-13')
  })

  test('a week runs from Monday to Sunday', () => {
    expect(weekOf('2026-11-21')).toEqual({ from: '2026-11-16', to: '2026-11-22' })
    expect(weekOf('2026-11-23')).toEqual({ from: '2026-11-23', to: '2026-11-29' })
  })

  test('the weakest come first, and who has no figures comes last', () => {
    const board = boardFor('year-back')
    const share = (key: string) => {
      const total = board.overview.byDepartment.get(key)
      return total && shareInOrder(total)
    }
    expect(orderOf(board, 'in-order')).toEqual(['tec', 'bur', 'kla'])
    expect(share('tec')).toBeLessThan(share('bur') ?? 0)
    expect(share('kla')).toBeUndefined()
    expect(orderOf(board, undefined)).toEqual(['bur', 'tec', 'kla'])
  })
})

describe('plan of a year', () => {
  test('every check of a department that is due in the year has its place, and only one, in its month or week', () => {
    const own = checks.filter(({ department }) => department === 'bur')
    const due = own.filter((check) => check.due.startsWith('2026'))
    for (const by of ['month', 'week'] as const) {
      const { columns, groups } = planOf(own, { year: 2026, by, themes: ['financieel', 'ict'] })
      const placed = groups.flatMap(({ rows }) =>
        rows.flatMap(({ cells }) =>
          cells.flatMap((cell, index) =>
            (cell?.checks ?? []).map((check) => ({ check, column: columns[index] })),
          ),
        ),
      )
      expect(placed).toHaveLength(due.length)
      expect(new Set(placed.map(({ check }) => check))).toEqual(new Set(due))
      for (const { check, column } of placed)
        expect(column).toBe(by === 'month' ? check.due.slice(0, 7) : periodName('weekly', check.due))
    }
  })

  test('a year has twelve months, and fifty-two or fifty-three weeks and those it shares', () => {
    expect(columnsOf(2026, 'month')).toHaveLength(12)
    expect(columnsOf(2026, 'week').at(0)).toBe('2026-W01')
    expect(columnsOf(2026, 'week').at(-1)).toBe('2026-W53')
    // The first days of 2027 still lie in the last week of 2026.
    expect(columnsOf(2027, 'week').slice(0, 2)).toEqual(['2026-W53', '2027-W01'])
  })

  test('a theme that is not known any more still has its rows', () => {
    const { groups } = planOf(checks, { year: 2026, by: 'month', themes: ['ict'] })
    expect(groups.map(({ theme }) => theme)).toEqual(['ict', 'financieel'])
  })

  test('what is late weighs more than what is not in order, and a clash more than both', () => {
    const clash = checks.find((check) => check.clash)
    const late = checks.find(({ state }) => state === 'late')
    const below = checks.find(({ outcome }) => outcome === 'partly')
    const fine = checks.find(({ outcome }) => outcome === 'in-order')
    if (!clash || !late || !below || !fine) throw new Error('the town is not what it was')
    expect(worstOf([fine, below])).toBe(below)
    expect(worstOf([late, below, fine])).toBe(late)
    expect(worstOf([late, clash])).toBe(clash)
    expect(worstOf([])).toBeUndefined()
  })
})
