/**
 * The director's figures: how the checks of departments and themes stand, and whether that rises or falls. Counts only
 * what is due; judges nothing by a difference that chance explains.
 */
import { type Day, monthOf } from '../days'
import { byDue, type Check } from './schedule'

/**
 * Counts of the checks that are due: of which the day is over, and of today those that are done. So `due` is always
 * `done + late`, and nothing falls in the morning to rise again in the afternoon.
 */
export type Tally = {
  readonly due: number
  readonly done: number
  /** Done, on the due day at the latest. */
  readonly onTime: number
  /** Not done, and the due day is over. */
  readonly late: number
  readonly inOrder: number
  readonly partly: number
  readonly notInOrder: number
  readonly notApplicable: number
  /** Of all checks of the window, due or not: answers that people gave apart and nobody has settled. */
  readonly clashes: number
}

/** First and last due day that count, both included. */
export type Window = { readonly from: Day; readonly to: Day }

export type Cell = Tally & { readonly department: string; readonly theme: string }

export type Overview = {
  readonly window: Window
  /** Department id -> theme key -> cell; only where there is at least one due check or a clash. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, Cell>>
  readonly byDepartment: ReadonlyMap<string, Tally>
  readonly byTheme: ReadonlyMap<string, Tally>
  readonly total: Tally
}

/** What can rise or fall: a share of a tally. */
export type Measure = 'in-order' | 'on-time'
export type Direction = 'rises' | 'falls' | 'steady' | 'unknown'

export type Trend = {
  /** Twelve months, oldest first: "2026-11" and the checks that were due in it. */
  readonly months: readonly (Tally & { readonly month: string })[]
  /** The twelve months together, and the twelve before them. */
  readonly present: Tally
  readonly previous: Tally
  readonly inOrder: Direction
  readonly onTime: Direction
}

/** Department x theme, with totals per department, per theme and over all. */
export const overview = (checks: Iterable<Check>, window: Window, today: Day): Overview => {
  const cells = new Map<string, Map<string, Counts & { department: string; theme: string }>>()
  const byDepartment = new Map<string, Counts>()
  const byTheme = new Map<string, Counts>()
  const total = nothing()
  for (const check of checks) {
    if (check.due < window.from || check.due > window.to || !counts(check, today)) continue
    const { department, control } = check
    const row = getOrMake(cells, department, () => new Map())
    count(
      getOrMake(row, control.theme, () => ({ ...nothing(), department, theme: control.theme })),
      check,
      today,
    )
    count(getOrMake(byDepartment, department, nothing), check, today)
    count(getOrMake(byTheme, control.theme, nothing), check, today)
    count(total, check, today)
  }
  return { window, cells, byDepartment, byTheme, total }
}

/** The counts of a list of checks. */
export const tally = (checks: Iterable<Check>, today: Day): Tally => {
  const counted = nothing()
  for (const check of checks) if (counts(check, today)) count(counted, check, today)
  return counted
}

/** In order, of all that were judged; what does not apply is left out. `undefined` when nothing was judged. */
export const shareInOrder = ({ inOrder, partly, notInOrder }: Tally): number | undefined =>
  share(inOrder, inOrder + partly + notInOrder)

/** Done on time, of all that were due. `undefined` when nothing was due. */
export const punctuality = ({ onTime, due }: Tally): number | undefined => share(onTime, due)

/** The twelve months up to and including that of today: the usual window. */
export const lastTwelveMonths = (today: Day): Window => ({
  from: `${monthBefore(monthOf(today), 11)}-01`,
  to: today,
})

/** A calendar year. */
export const calendarYear = (year: number): Window => ({ from: `${year}-01-01`, to: `${year}-12-31` })

/**
 * Twelve months by due month, and whether they are better than the twelve before. Whole years are compared, so that a
 * season is never taken for a trend. A difference counts only when chance would give one as large in fewer than one in a
 * hundred cases (two proportions, normal approximation: a dashboard shows forty of them at once) and each side has at
 * least twenty checks; otherwise "steady", or "unknown" when there are too few to say.
 */
export const trend = (checks: Iterable<Check>, today: Day): Trend => {
  const now = monthOf(today)
  const months = Array.from({ length: 24 }, (_, index) => monthBefore(now, 23 - index))
  const byMonth = new Map(months.map((month) => [month, { month, ...nothing() }]))
  for (const check of checks) {
    const bucket = byMonth.get(monthOf(check.due))
    if (bucket && counts(check, today)) count(bucket, check, today)
  }
  const buckets = [...byMonth.values()]
  const present = sum(buckets.slice(12))
  const previous = sum(buckets.slice(0, 12))
  return {
    months: buckets.slice(12),
    present,
    previous,
    inOrder: direction(
      [present.inOrder, present.inOrder + present.partly + present.notInOrder],
      [previous.inOrder, previous.inOrder + previous.partly + previous.notInOrder],
    ),
    onTime: direction([present.onTime, present.due], [previous.onTime, previous.due]),
  }
}

/** A contradiction is to be settled, and neither late nor done. */
export const isLate = ({ state, clash }: Pick<Check, 'state' | 'clash'>): boolean =>
  state === 'late' && !clash

/** What should have been done and is not, longest waiting first. */
export const lateList = (checks: Iterable<Check>): Check[] => [...checks].filter(isLate).sort(byDue)

type Counts = { -readonly [K in keyof Tally]: number }

const nothing = (): Counts => ({
  due: 0,
  done: 0,
  onTime: 0,
  late: 0,
  inOrder: 0,
  partly: 0,
  notInOrder: 0,
  notApplicable: 0,
  clashes: 0,
})

const OUTCOME_COUNT = {
  'in-order': 'inOrder',
  partly: 'partly',
  'not-in-order': 'notInOrder',
  'not-applicable': 'notApplicable',
} as const

const isDue = ({ due, state }: Check, today: Day): boolean =>
  due < today || (due === today && state === 'done')

const counts = (check: Check, today: Day): boolean => isDue(check, today) || check.clash

const count = (counted: Counts, check: Check, today: Day): void => {
  if (check.clash) counted.clashes += 1
  if (!isDue(check, today)) return
  counted.due += 1
  if (check.outcome === undefined) counted.late += 1
  else {
    counted.done += 1
    counted[OUTCOME_COUNT[check.outcome]] += 1
    if (check.onTime) counted.onTime += 1
  }
}

const sum = (tallies: readonly Tally[]): Tally => {
  const total = nothing()
  for (const each of tallies)
    for (const name of Object.keys(total) as (keyof Tally)[]) total[name] += each[name]
  return total
}

const FEWEST = 20
const Z_99 = 2.576

const direction = (
  [hits, of]: readonly [number, number],
  [hitsBefore, ofBefore]: readonly [number, number],
): Direction => {
  if (of < FEWEST || ofBefore < FEWEST) return 'unknown'
  const difference = hits / of - hitsBefore / ofBefore
  const pooled = (hits + hitsBefore) / (of + ofBefore)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / of + 1 / ofBefore))
  if (Math.abs(difference) <= Z_99 * error) return 'steady'
  return difference > 0 ? 'rises' : 'falls'
}

const share = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : part / whole)

const monthBefore = (month: string, months: number): string => {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

const getOrMake = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
