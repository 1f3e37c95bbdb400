/** Calendar days of the organisation: "2026-11-30", in the time zone of Flanders, the same on every device and server. */

/** A calendar day, "2026-11-30". Days compare as strings. */
export type Day = string

const FORMAT = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Brussels',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day on which a moment falls. @param at milliseconds since 1970, UTC */
export const dayOf = (at: number): Day => FORMAT.format(at)
