/** Calendar days of the organisation: "2026-11-30", in the time zone of Flanders, the same on every device and server. */

/** A calendar day, "2026-11-30". Days compare as strings. */
export type Day = string

const HOUR = 3_600_000

// Made at first use: making the first formatter of a page takes longer than the popup's first paint, which needs none.
let formatter: Intl.DateTimeFormat | undefined
const inFlanders = (): Intl.DateTimeFormat => {
  formatter ??= new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Europe/Brussels',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return formatter
}

/** The day on which a moment falls. @param at milliseconds since 1970, UTC */
export const dayOf = (at: number): Day => inFlanders().format(at)

/** The first millisecond of a day. */
export const startOfDay = (day: Day): number => {
  const winter = Date.parse(day) - HOUR
  // The clock changes at night, never at midnight: a day starts one or two hours before its UTC namesake.
  return dayOf(winter - 1) === day ? winter - HOUR : winter
}

/** The first millisecond after a day: `at < endOfDay(day)` is `dayOf(at) <= day`, and a hundred times as fast. */
export const endOfDay = (day: Day): number => {
  const known = ends.get(day)
  if (known !== undefined) return known
  const end = startOfDay(addDays(day, 1))
  ends.set(day, end)
  return end
}
const ends = new Map<Day, number>()

/** The day that lies so many days further; earlier for a negative number. */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * 24 * HOUR).toISOString().slice(0, 10)

/** The calendar year of a day. */
export const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** The calendar month of a day: "2026-11". */
export const monthOf = (day: Day): string => day.slice(0, 7)
