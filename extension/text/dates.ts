/** Days and moments in words of the present language, in the time of Flanders. Always absolute; relative beside it. */
import type { Day } from '../../shared/days'
import { type Language, language, t } from './index'

const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-BE', en: 'en-GB' }
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

const noon = (day: Day): number => Date.parse(`${day}T12:00:00Z`)

/** Whole days from one day to another; negative when it lies before. */
export const daysBetween = (from: Day, to: Day): number => Math.round((noon(to) - noon(from)) / DAY_MS)

/** "ma 30 nov"; with the year when it is not that of `today`. */
export const dayWords = (day: Day, today?: Day): string => {
  const words = shortWords(noon(day))
  return today !== undefined && day.slice(0, 4) === today.slice(0, 4) ? words : `${words} ${day.slice(0, 4)}`
}

/** "over 9 dagen", "morgen", "gisteren". */
export const relativeWords = (day: Day, today: Day): string => {
  const days = daysBetween(today, day)
  const { near, ahead, ago } = t().dates
  return near[String(days) as keyof typeof near] ?? (days > 0 ? ahead(days) : ago(-days))
}

/** A due day, absolute and relative: "ma 30 nov · over 9 dagen", "do 19 nov · 2 dagen te laat". */
export const dueWords = (due: Day, today: Day): string => {
  const late = daysBetween(due, today)
  return `${dayWords(due, today)} · ${late > 0 ? t().dates.late(late) : relativeWords(due, today)}`
}

/** "14:02". */
export const timeWords = (at: number): string => new Date(inFlanders(at)).toISOString().slice(11, 16)

/** "za 21 nov 2026 14:02": a moment, for histories. */
export const momentWords = (at: number): string => {
  const local = inFlanders(at)
  return `${shortWords(local)} ${new Date(local).getUTCFullYear()} ${timeWords(at)}`
}

/** "november 2026", of a calendar month 1-12. */
export const monthWords = (year: number, month: number, width: 'long' | 'short' = 'long'): string => {
  if (width === 'short') return t().dates.months[month - 1] ?? ''
  return longMonths(language.value).format(Date.UTC(year, month - 1, 15))
}

/** One per language: making it takes a hundred times longer than using it, and a scorecard names months by the dozen. */
const longMonths = (chosen: Language): Intl.DateTimeFormat => {
  const known = formats.get(chosen)
  if (known) return known
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  const made = new Intl.DateTimeFormat(LOCALES[chosen], options)
  formats.set(chosen, made)
  return made
}
const formats = new Map<Language, Intl.DateTimeFormat>()

/** A period of a control in words: "2026-11" is "november 2026", "2026-Q4" is "4e kwartaal 2026". */
export const periodWords = (period: string): string => {
  const [year = '', part = ''] = period.split('-')
  if (part === '') return year
  if (part.startsWith('W')) return t().dates.week(Number(part.slice(1)), year)
  if (part.startsWith('Q')) return t().dates.quarter(part.slice(1), year)
  if (part.startsWith('H')) return t().dates.half(part.slice(1), year)
  return monthWords(Number(year), Number(part))
}

/**
 * "ma 30 nov". This and what is above come from the dictionary, since making the first formatter of a page takes longer
 * than all the rest of a first paint. A test holds the words against those of the browser.
 */
const shortWords = (utc: number): string => {
  const date = new Date(utc)
  const { weekdays, months } = t().dates
  return `${weekdays[date.getUTCDay()]} ${date.getUTCDate()} ${months[date.getUTCMonth()]}`
}

/** A moment moved so that its UTC parts read as the clock in Flanders: summer time between the last Sundays of March and October. */
const inFlanders = (at: number): number => {
  const year = new Date(at).getUTCFullYear()
  const isSummer = at >= lastSunday(year, 2) && at < lastSunday(year, 9)
  return at + (isSummer ? 2 : 1) * HOUR_MS
}

/** One o'clock UTC on the last Sunday of a month of 31 days, counted from 0: when the clocks of Europe change. */
const lastSunday = (year: number, month: number): number => {
  const last = new Date(Date.UTC(year, month, 31, 1))
  return last.getTime() - last.getUTCDay() * DAY_MS
}
