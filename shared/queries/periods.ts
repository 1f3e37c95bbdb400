/**
 * The calendar of controls: which periods a year has in each rhythm, when each opens and when it is due. Working days
 * are Monday to Friday without the public holidays of Belgium. Knows nothing of controls or checks.
 */
import { UTCDateMini } from '@date-fns/utc/date/mini'
import { addDays } from 'date-fns/addDays'
import { endOfMonth } from 'date-fns/endOfMonth'
import { getISOWeeksInYear } from 'date-fns/getISOWeeksInYear'
import { isWeekend } from 'date-fns/isWeekend'
import { startOfISOWeek } from 'date-fns/startOfISOWeek'
import type { Day } from '../days'
import type { Rhythm } from '../kinds/control'
import { HOLIDAYS } from '../libraries/holidays-be'

/** One turn of a rhythm: its name, the day from which it may be done, the last day on which it is on time. */
export type Period = { readonly period: string; readonly opens: Day; readonly due: Day }

/** The month at the end of which a yearly control is due when it names none. */
const DECEMBER = 12
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/**
 * The periods that belong to a year, in order. The last ones may be due in the next year: "2026-Q4" on 31 January 2027.
 * @param month of a yearly rhythm, 1-12
 */
export const periodsOfYear = (rhythm: Rhythm, year: number, month = DECEMBER): readonly Period[] => {
  const key = rhythm === 'yearly' ? `${year}/${month}` : `${year}/${rhythm}`
  const known = computed.get(key)
  if (known) return known
  const periods = compute(rhythm, year, month)
  computed.set(key, periods)
  return periods
}
// A calendar never changes: computed once per rhythm and year, whoever asks.
const computed = new Map<string, readonly Period[]>()

/** Whether people are at work: Monday to Friday, and no public holiday. */
export const isWorkingDay = (day: Day): boolean => isWorking(new UTCDateMini(day))

/** The n-th working day of a month, counted from 1. */
export const workingDay = (year: number, month: number, n: number): Day => {
  let day = first(year, month)
  for (let found = isWorking(day) ? 1 : 0; found < n; ) {
    day = addDays(day, 1)
    if (isWorking(day)) found += 1
  }
  return text(day)
}

const compute = (rhythm: Rhythm, year: number, month: number): readonly Period[] => {
  switch (rhythm) {
    case 'weekly':
      return weeks(year)
    case 'monthly':
      return MONTHS.map((each) => ({
        period: `${year}-${pad(each)}`,
        opens: text(first(year, each)),
        due: workingDay(year, each, 10),
      }))
    case 'quarterly':
      return [1, 2, 3, 4].map((quarter) => ({
        period: `${year}-Q${quarter}`,
        opens: text(first(year, quarter * 3 - 2)),
        due: lastDay(year, quarter * 3 + 1),
      }))
    case 'half-yearly':
      return [4, 10].map((each, index) => ({ period: `${year}-H${index + 1}`, ...wholeMonth(year, each) }))
    case 'yearly':
      return [{ period: `${year}`, ...wholeMonth(year, month) }]
  }
}

// ISO 8601: the week belongs to the year of its Thursday, so 4 January is always in week 1.
const weeks = (year: number): readonly Period[] => {
  const monday = startOfISOWeek(new UTCDateMini(year, 0, 4))
  return Array.from({ length: getISOWeeksInYear(monday) }, (_, index) => ({
    period: `${year}-W${pad(index + 1)}`,
    opens: text(addDays(monday, index * 7)),
    due: text(addDays(monday, index * 7 + 4)),
  }))
}

const wholeMonth = (year: number, month: number): { opens: Day; due: Day } => ({
  opens: text(first(year, month)),
  due: lastDay(year, month),
})
const first = (year: number, month: number): Date => new UTCDateMini(year, month - 1, 1)
const lastDay = (year: number, month: number): Day => text(endOfMonth(first(year, month)))
const isWorking = (day: Date): boolean => !isWeekend(day) && !HOLIDAYS.has(text(day))
const text = (day: Date): Day => day.toISOString().slice(0, 10)
const pad = (number: number): string => String(number).padStart(2, '0')
