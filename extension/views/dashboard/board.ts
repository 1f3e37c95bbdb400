/**
 * What the overview shows, as plain facts: counted from the checks of this device, or read back from the last time, so
 * that the first picture does not wait for anything.
 */
import { addDays, type Day, monthOf, yearOf } from '../../../shared/days'
import type { Control } from '../../../shared/kinds/control'
import type { Department } from '../../../shared/kinds/department'
import type { Theme } from '../../../shared/kinds/theme'
import {
  type Cell,
  calendarYear,
  type Direction,
  isLate,
  lastTwelveMonths,
  type Overview,
  overview,
  type Tally,
  type Trend,
  tally,
  trend,
  type Window,
} from '../../../shared/queries/overview'
import type { Check } from '../../../shared/queries/schedule'
import type { Lines, Span } from './route'

export type BoardDepartment = Pick<Department, 'key' | 'name' | 'nameEn' | 'cluster'>
export type BoardTheme = Pick<Theme, 'key' | 'code' | 'name' | 'nameEn'>

/** Counts of now, whatever the window. */
export type Now = {
  readonly late: number
  readonly clashes: number
  /** Due from Monday to Sunday of this week, and how many of those are done. */
  readonly week: number
  readonly weekDone: number
  /** The oldest due day of what is late. */
  readonly oldest: Day | undefined
  /** What is late, by department. */
  readonly lateIn: Readonly<Record<string, number>>
}

export type Board = {
  readonly span: Span
  readonly today: Day
  readonly departments: readonly BoardDepartment[]
  readonly themes: readonly BoardTheme[]
  readonly overview: Overview
  readonly trend: Trend
  readonly now: Now
  /** Themes of the controls that a department has, due or not: "bur/personeel". */
  readonly assigned: ReadonlySet<string>
}

export const windowOf = (span: Span, today: Day): Window => {
  if (span === 'this-year') return calendarYear(yearOf(today))
  return span === 'last-year' ? calendarYear(yearOf(today) - 1) : lastTwelveMonths(today)
}

export const nowOf = (checks: readonly Check[], today: Day): Now => {
  const { from, to } = weekOf(today)
  const lateIn: Record<string, number> = {}
  const now = { late: 0, clashes: 0, week: 0, weekDone: 0, oldest: undefined as Day | undefined, lateIn }
  for (const check of checks) {
    if (isLate(check)) {
      now.late += 1
      if (now.oldest === undefined || check.due < now.oldest) now.oldest = check.due
      lateIn[check.department] = (lateIn[check.department] ?? 0) + 1
    }
    if (check.clash) now.clashes += 1
    if (check.due < from || check.due > to) continue
    now.week += 1
    if (check.state === 'done') now.weekDone += 1
  }
  return now
}

/** Monday and Sunday of the week of a day. */
export const weekOf = (day: Day): Window => {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  const from = addDays(day, -weekday)
  return { from, to: addDays(from, 6) }
}

export const boardOf = (
  checks: readonly Check[],
  {
    span,
    today,
    departments,
    themes,
    controls,
  }: {
    readonly span: Span
    readonly today: Day
    readonly departments: readonly Department[]
    readonly themes: readonly Theme[]
    readonly controls: readonly Control[]
  },
): Board => ({
  span,
  today,
  departments: departments.map(({ key, name, nameEn, cluster }) => ({ key, name, nameEn, cluster })),
  themes: themes.map(({ key, code, name, nameEn }) => ({ key, code, name, nameEn })),
  overview: overview(checks, windowOf(span, today), today),
  trend: trend(checks, today),
  now: nowOf(checks, today),
  assigned: new Set(
    controls.flatMap((control) => control.departments.map((department) => `${department}/${control.theme}`)),
  ),
})

export type Ask = {
  readonly lines: Lines
  readonly span: Span
  readonly department?: string | undefined
  readonly theme?: string | undefined
  readonly month?: string | undefined
  /** Moment of the last visit and who visits, for "new": what others answered since. */
  readonly since?: number | undefined
  readonly visitor?: string
}

/** The checks behind a figure, as many as the figure says. */
export const linesBehind = (checks: readonly Check[], ask: Ask, today: Day): readonly Check[] => {
  const belongs = belongsTo(ask, today)
  return checks.filter(
    (check) =>
      (ask.department === undefined || check.department === ask.department) &&
      (ask.theme === undefined || check.control.theme === ask.theme) &&
      (ask.month === undefined || monthOf(check.due) === ask.month) &&
      belongs(check),
  )
}

const belongsTo = (
  { lines, span, month, since = 0, visitor }: Ask,
  today: Day,
): ((check: Check) => boolean) => {
  switch (lines) {
    case 'late':
      return isLate
    case 'clash':
      return ({ clash }) => clash
    case 'week': {
      const week = weekOf(today)
      return ({ due }) => due >= week.from && due <= week.to
    }
    case 'new':
      return ({ answeredAt, answeredBy }) =>
        answeredAt !== undefined && answeredAt > since && answeredBy !== visitor
    default: {
      const window = windowOf(span, today)
      // A month names its own window: the trend always shows twelve, whichever window the matrix has.
      return (check) =>
        (month !== undefined || (check.due >= window.from && check.due <= window.to)) &&
        tally([check], today).due === 1 &&
        (lines === 'all' || (lines === 'not-on-time' ? check.onTime !== true : isBelowOrder(check)))
    }
  }
}

const isBelowOrder = ({ outcome }: Check): boolean => outcome === 'partly' || outcome === 'not-in-order'

/** How good a share is: the step of colour and pattern. */
export type Level = 'good' | 'fair' | 'poor' | 'none'
export const levelOf = (share: number | undefined): Level => {
  if (share === undefined) return 'none'
  if (share >= 0.9) return 'good'
  return share >= 0.75 ? 'fair' : 'poor'
}

/** The board as JSON, small enough to be read before anything else. */
export type PackedBoard = {
  readonly span: Span
  readonly today: Day
  readonly departments: readonly BoardDepartment[]
  readonly themes: readonly BoardTheme[]
  readonly window: Window
  readonly cells: readonly (readonly [string, string, ...number[]])[]
  readonly rows: readonly (readonly [string, ...number[]])[]
  readonly columns: readonly (readonly [string, ...number[]])[]
  readonly total: readonly number[]
  readonly months: readonly (readonly [string, ...number[]])[]
  readonly present: readonly number[]
  readonly previous: readonly number[]
  readonly inOrder: Direction
  readonly onTime: Direction
  readonly now: Now
  readonly assigned: readonly string[]
}

const FIELDS = [
  'due',
  'done',
  'onTime',
  'late',
  'inOrder',
  'partly',
  'notInOrder',
  'notApplicable',
  'clashes',
] as const satisfies readonly (keyof Tally)[]

export const packBoard = (board: Board): PackedBoard => {
  const { overview: counted, trend: course } = board
  return {
    span: board.span,
    today: board.today,
    departments: board.departments,
    themes: board.themes,
    window: counted.window,
    cells: [...counted.cells].flatMap(([department, row]) =>
      [...row].map(([theme, cell]) => [department, theme, ...numbers(cell)] as const),
    ),
    rows: [...counted.byDepartment].map(([key, each]) => [key, ...numbers(each)] as const),
    columns: [...counted.byTheme].map(([key, each]) => [key, ...numbers(each)] as const),
    total: numbers(counted.total),
    months: course.months.map((each) => [each.month, ...numbers(each)] as const),
    present: numbers(course.present),
    previous: numbers(course.previous),
    inOrder: course.inOrder,
    onTime: course.onTime,
    now: board.now,
    assigned: [...board.assigned],
  }
}

export const unpackBoard = (packed: PackedBoard): Board => {
  const cells = new Map<string, Map<string, Cell>>()
  for (const [department, theme, ...counts] of packed.cells) {
    const row = cells.get(department) ?? new Map<string, Cell>()
    cells.set(department, row.set(theme, { department, theme, ...tallyOf(counts) }))
  }
  return {
    span: packed.span,
    today: packed.today,
    departments: packed.departments,
    themes: packed.themes,
    overview: {
      window: packed.window,
      cells,
      byDepartment: new Map(packed.rows.map(([key, ...counts]) => [key, tallyOf(counts)])),
      byTheme: new Map(packed.columns.map(([key, ...counts]) => [key, tallyOf(counts)])),
      total: tallyOf(packed.total),
    },
    trend: {
      months: packed.months.map(([month, ...counts]) => ({ month, ...tallyOf(counts) })),
      present: tallyOf(packed.present),
      previous: tallyOf(packed.previous),
      inOrder: packed.inOrder,
      onTime: packed.onTime,
    },
    now: packed.now,
    assigned: new Set(packed.assigned),
  }
}

const numbers = (counted: Tally): number[] => FIELDS.map((field) => counted[field])
const tallyOf = (counts: readonly number[]): Tally =>
  Object.fromEntries(FIELDS.map((field, index) => [field, counts[index] ?? 0])) as unknown as Tally
