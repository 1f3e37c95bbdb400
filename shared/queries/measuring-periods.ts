/**
 * The calendar of figures: which periods an indicator has, what days each spans, and when its figure is due: so many
 * working days after its end. Knows nothing of measurements. A control's period is due within itself; see periods.ts.
 */
import { addDays, type Day, yearOf } from '../days'
import type { Indicator } from '../kinds/indicator'
import { isWorkingDay, periodsOfYear } from './periods'

/** A span of time that one figure is about. */
export type Span = {
  readonly period: string
  /** Its first and last day. */
  readonly from: Day
  readonly to: Day
  /** The last day on which its figure is on time. */
  readonly due: Day
}

/** What of an indicator makes its calendar. */
export type Measured = Pick<Indicator, 'rhythm' | 'every' | 'moment' | 'since' | 'until'>

/** The periods of a year, in order. An indicator of every so many years has none in the years between. */
export const spansOfYear = ({ rhythm, every, moment, since }: Measured, year: number): readonly Span[] => {
  if (rhythm === 'yearly' && !isItsYear(every, since, year)) return []
  const key = `${rhythm}/${moment}/${year}`
  const known = computed.get(key)
  if (known) return known
  const spans = periodsOfYear(rhythm, year).map(({ period }) => spanOf(period, moment))
  computed.set(key, spans)
  return spans
}
// A calendar never changes: computed once per rhythm, moment and year.
const computed = new Map<string, readonly Span[]>()

/** Whether an indicator asks for this period: it touches the days from `since` to `until`. */
export const isAskedFor = ({ since, until }: Measured, { from, to }: Span): boolean =>
  (since === undefined || to >= since) && (until === undefined || from <= until)

/** The period of a rhythm in which a day lies. */
export const periodOfDay = (rhythm: Measured['rhythm'], day: Day): string => {
  const year = yearOf(day)
  // The days around New Year may lie in a week of the year before or after.
  const years = rhythm === 'weekly' ? [year - 1, year, year + 1] : [year]
  const spans = years.flatMap((each) => spansOfYear({ ...ANY, rhythm }, each))
  return (spans.find(({ from, to }) => from <= day && day <= to) as Span).period
}
const ANY = { every: undefined, moment: 1, since: undefined, until: undefined }

/** How many months a period of a rhythm lasts, for comparing numbers of cases. */
export const monthsOf = (rhythm: Measured['rhythm']): number =>
  ({ weekly: 12 / 52, monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 })[rhythm]

/** The n-th working day after a day. */
export const workingDayAfter = (day: Day, n: number): Day => {
  let reached = day
  for (let left = n; left > 0; ) {
    reached = addDays(reached, 1)
    if (isWorkingDay(reached)) left -= 1
  }
  return reached
}

const isItsYear = (every: number | undefined, since: Day | undefined, year: number): boolean => {
  const interval = Math.max(1, Math.floor(every ?? 1))
  return (year - (since === undefined ? 0 : yearOf(since))) % interval === 0
}

const spanOf = (period: string, moment: number): Span => {
  const [from, to] = daysOf(period)
  return { period, from, to, due: workingDayAfter(to, moment) }
}

const daysOf = (period: string): [Day, Day] => {
  const year = Number(period.slice(0, 4))
  const part = period.slice(5)
  if (part.startsWith('W')) {
    const monday = addDays(mondayOfFirstWeek(year), (Number(part.slice(1)) - 1) * 7)
    return [monday, addDays(monday, 6)]
  }
  if (part.startsWith('Q')) return months(year, Number(part[1]) * 3 - 2, 3)
  if (part.startsWith('H')) return months(year, Number(part[1]) * 6 - 5, 6)
  return part === '' ? months(year, 1, 12) : months(year, Number(part), 1)
}

const months = (year: number, first: number, count: number): [Day, Day] => {
  const next = first + count > 12 ? `${year + 1}-01-01` : `${year}-${pad(first + count)}-01`
  return [`${year}-${pad(first)}-01`, addDays(next, -1)]
}

// ISO 8601: the week that holds 4 January, which periodsOfYear already knows.
const mondayOfFirstWeek = (year: number): Day => periodsOfYear('weekly', year)[0]?.opens ?? `${year}-01-01`

const pad = (number: number): string => String(number).padStart(2, '0')
