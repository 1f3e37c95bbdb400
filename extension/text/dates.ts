/** Days and moments in words of the present language, in the time of Flanders. Always absolute; relative beside it. */
import type { Day } from '../../shared/days'
import { type Language, language, t } from './index'

const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-BE', en: 'en-GB' }
const TIME_ZONE = 'Europe/Brussels'
const DAY_MS = 86_400_000

// Making a formatter costs far more than using it.
const made = new Map<string, Intl.DateTimeFormat>()
const formatter = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${language.value}${JSON.stringify(options)}`
  const known = made.get(key) ?? new Intl.DateTimeFormat(LOCALES[language.value], options)
  made.set(key, known)
  return known
}

const noon = (day: Day): number => Date.parse(`${day}T12:00:00Z`)

/** Whole days from one day to another; negative when it lies before. */
export const daysBetween = (from: Day, to: Day): number => Math.round((noon(to) - noon(from)) / DAY_MS)

/** "ma 30 nov"; with the year when it is not that of `today`. */
export const dayWords = (day: Day, today?: Day): string => {
  const sameYear = today !== undefined && day.slice(0, 4) === today.slice(0, 4)
  const options: Intl.DateTimeFormatOptions = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }
  const words = formatter(sameYear ? options : { ...options, year: 'numeric' }).format(noon(day))
  return words.replace(',', '')
}

/** "over 9 dagen", "morgen", "gisteren". */
export const relativeWords = (day: Day, today: Day): string =>
  new Intl.RelativeTimeFormat(LOCALES[language.value], { numeric: 'auto' }).format(
    daysBetween(today, day),
    'day',
  )

/** A due day, absolute and relative: "ma 30 nov · over 9 dagen", "do 19 nov · 2 dagen te laat". */
export const dueWords = (due: Day, today: Day): string => {
  const late = daysBetween(due, today)
  return `${dayWords(due, today)} · ${late > 0 ? t().dates.late(late) : relativeWords(due, today)}`
}

/** "14:02". */
export const timeWords = (at: number): string =>
  formatter({ hour: '2-digit', minute: '2-digit', timeZone: TIME_ZONE }).format(at)

/** "za 21 nov 2026 14:02": a moment, for histories. */
export const momentWords = (at: number): string =>
  `${formatter({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: TIME_ZONE })
    .format(at)
    .replace(',', '')} ${timeWords(at)}`

/** "november 2026", of a calendar month 1-12. */
export const monthWords = (year: number, month: number, width: 'long' | 'short' = 'long'): string =>
  formatter(
    width === 'long'
      ? { month: 'long', year: 'numeric', timeZone: 'UTC' }
      : { month: 'short', timeZone: 'UTC' },
  ).format(Date.UTC(year, month - 1, 15))

/** A period of a control in words: "2026-11" is "november 2026", "2026-Q4" is "4e kwartaal 2026". */
export const periodWords = (period: string): string => {
  const [year = '', part = ''] = period.split('-')
  if (part === '') return year
  if (part.startsWith('W')) return t().dates.week(Number(part.slice(1)), year)
  if (part.startsWith('Q')) return t().dates.quarter(part.slice(1), year)
  if (part.startsWith('H')) return t().dates.half(part.slice(1), year)
  return monthWords(Number(year), Number(part))
}
