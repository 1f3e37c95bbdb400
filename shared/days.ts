/** Calendar days of the organisation: "2026-11-30", in the time zone of Flanders, the same on every device and server. */

/** A calendar day, "2026-11-30". Days compare as strings. */
export type Day = string

const HOUR = 3_600_000
const FORMAT = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Brussels',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day on which a moment falls. @param at milliseconds since 1970, UTC */
export const dayOf = (at: number): Day => FORMAT.format(at)

/** The first millisecond of a day. `dayOf(at) <= day` is the same as `at < startOfDay(addDays(day, 1))`, and much slower. */
export const startOfDay = (day: Day): number => {
  const known = starts.get(day)
  if (known !== undefined) return known
  const midnight = Date.parse(day)
  const winter = midnight - HOUR
  // The clock changes at night, never at midnight: a day starts one or two hours before its UTC namesake.
  const start = dayOf(winter - 1) === day ? winter - HOUR : winter
  starts.set(day, start)
  return start
}
const starts = new Map<Day, number>()

/** The day that lies so many days further; earlier for a negative number. */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * 24 * HOUR).toISOString().slice(0, 10)

/** The calendar year of a day. */
export const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** The calendar month of a day: "2026-11". */
export const monthOf = (day: Day): string => day.slice(0, 7)
