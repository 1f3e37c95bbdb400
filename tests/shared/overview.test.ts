import { expect, test } from 'vitest'
import type { Outcome } from '../../shared/kinds/check'
import {
  calendarYear,
  lastTwelveMonths,
  lateList,
  overview,
  punctuality,
  shareInOrder,
  tally,
  trend,
} from '../../shared/queries/overview'
import type { Check } from '../../shared/queries/schedule'
import { makeControl } from '../make'

const TODAY = '2026-11-16'
const finance = makeControl({ key: 'f', theme: 'financieel' })
const people = makeControl({ key: 'p', theme: 'personeel' })

const check = (due: string, given: Partial<Check> = {}): Check => ({
  about: `check:f/${due.slice(0, 7)}`,
  control: finance,
  department: 'tec',
  period: due.slice(0, 7),
  room: `dept/tec/${due.slice(0, 4)}`,
  opens: `${due.slice(0, 7)}-01`,
  due,
  state: due < TODAY ? 'late' : due === TODAY ? 'today' : 'soon',
  note: '',
  clash: false,
  ...given,
})
const done = (due: string, outcome: Outcome, onTime = true, given: Partial<Check> = {}): Check =>
  check(due, { state: 'done', outcome, onTime, ...given })

const NOTHING = {
  due: 0,
  done: 0,
  onTime: 0,
  late: 0,
  inOrder: 0,
  partly: 0,
  notInOrder: 0,
  notApplicable: 0,
  clashes: 0,
}

// Six checks of two departments and two themes, in the window or not.
const SIX = [
  done('2026-09-14', 'in-order'),
  done('2026-10-14', 'partly', false),
  check('2026-11-13'),
  done('2026-10-14', 'not-applicable', true, { control: people }),
  done('2026-10-14', 'not-in-order', true, { department: 'bur', clash: true }),
  done('2025-10-14', 'in-order'),
]

test('the overview of six checks, counted by hand', () => {
  const { cells, byDepartment, byTheme, total, window } = overview(SIX, lastTwelveMonths(TODAY), TODAY)
  expect(window).toEqual({ from: '2025-12-01', to: TODAY })
  const tec = { ...NOTHING, due: 3, done: 2, onTime: 1, late: 1, inOrder: 1, partly: 1 }
  expect(cells.get('tec')?.get('financieel')).toEqual({ ...tec, department: 'tec', theme: 'financieel' })
  expect(cells.get('tec')?.get('personeel')).toMatchObject({ due: 1, done: 1, onTime: 1, notApplicable: 1 })
  expect(cells.get('bur')?.get('financieel')).toMatchObject({ due: 1, notInOrder: 1, clashes: 1 })
  expect(cells.get('bur')?.has('personeel')).toBe(false)
  expect(byDepartment.get('tec')).toEqual({ ...tec, due: 4, done: 3, onTime: 2, notApplicable: 1 })
  expect(byTheme.get('financieel')).toEqual({ ...tec, due: 4, done: 3, onTime: 2, notInOrder: 1, clashes: 1 })
  expect(total).toEqual({
    due: 5,
    done: 4,
    onTime: 3,
    late: 1,
    inOrder: 1,
    partly: 1,
    notInOrder: 1,
    notApplicable: 1,
    clashes: 1,
  })
  // One of three that were judged; three of five that were due.
  expect(shareInOrder(total)).toBeCloseTo(1 / 3)
  expect(punctuality(total)).toBeCloseTo(3 / 5)
})

test('what is due today counts from the moment it is done, and what is due later does not count yet', () => {
  expect(tally([check(TODAY), check('2026-11-30'), done('2026-11-30', 'in-order')], TODAY)).toEqual(NOTHING)
  expect(tally([done(TODAY, 'in-order')], TODAY)).toMatchObject({ due: 1, done: 1, onTime: 1, late: 0 })
  expect(tally([check(TODAY)], '2026-11-17')).toMatchObject({ due: 1, done: 0, late: 1 })
})

test('due is always what is done and what is late together', () => {
  const { due, done: finished, late } = tally(SIX, TODAY)
  expect(due).toBe(finished + late)
})

test('an open clash shows before the check is due', () => {
  const clash = done('2026-11-30', 'partly', true, { clash: true })
  const { total, cells } = overview([clash], calendarYear(2026), TODAY)
  expect(total).toEqual({ ...NOTHING, clashes: 1 })
  expect(cells.get('tec')?.get('financieel')?.clashes).toBe(1)
})

test('a calendar year runs from its first day to its last', () => {
  const due = ['2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01'].map((day) => done(day, 'in-order'))
  expect(overview(due, calendarYear(2025), TODAY).total.due).toBe(2)
})

test('there is no share of nothing', () => {
  expect(shareInOrder(NOTHING)).toBeUndefined()
  expect(punctuality(NOTHING)).toBeUndefined()
  expect(shareInOrder({ ...NOTHING, due: 2, done: 2, notApplicable: 2 })).toBeUndefined()
})

const month = (index: number): string => {
  const at = 2026 * 12 + 10 - index
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-05`
}
const year = (from: number, perMonth: number, inOrder: number, onTime = perMonth): Check[] =>
  Array.from({ length: 12 }, (_, index) => month(from + index)).flatMap((due) =>
    Array.from({ length: perMonth }, (_, n) => done(due, n < inOrder ? 'in-order' : 'partly', n < onTime)),
  )

test('the trend has twelve months, the last that of today, each with what was due in it', () => {
  const { months, present, previous } = trend([...SIX, done('2024-11-05', 'in-order')], TODAY)
  expect(months.map((each) => [each.month, each.due])).toEqual([
    ['2025-12', 0],
    ['2026-01', 0],
    ['2026-02', 0],
    ['2026-03', 0],
    ['2026-04', 0],
    ['2026-05', 0],
    ['2026-06', 0],
    ['2026-07', 0],
    ['2026-08', 0],
    ['2026-09', 1],
    ['2026-10', 3],
    ['2026-11', 1],
  ])
  expect([present.due, previous.due]).toEqual([5, 1])
})

test.each([
  ['rises', year(0, 10, 9), year(12, 10, 7)],
  ['falls', year(0, 10, 7), year(12, 10, 9)],
  // 108 against 103 of 120: chance gives as much in one year of four.
  ['steady', year(0, 10, 9), [...year(12, 10, 9).slice(5), ...Array(5).fill(done(month(13), 'partly'))]],
  ['steady', year(0, 10, 10), year(12, 10, 10)],
  ['unknown', year(0, 1, 1), year(12, 10, 3)],
  ['unknown', year(0, 10, 3), []],
])('the share in order %s', (direction, present, previous) => {
  expect(trend([...present, ...previous], TODAY).inOrder).toBe(direction)
})

test('punctuality has its own direction', () => {
  const { inOrder, onTime } = trend([...year(0, 10, 8, 10), ...year(12, 10, 8, 6)], TODAY)
  expect([inOrder, onTime]).toEqual(['steady', 'rises'])
})

test('the late list has what should have been done, longest waiting first', () => {
  const late = lateList([
    check('2026-11-13'),
    done('2026-09-14', 'in-order'),
    check('2026-10-14'),
    check(TODAY),
  ])
  expect(late.map(({ due }) => due)).toEqual(['2026-10-14', '2026-11-13'])
})
