/**
 * A rule of recurrence: on which days a control is due, where the rhythm alone does not say it. The days come from a rule
 * of iCalendar (RFC 5545) and the working days of Belgium; the rhythm only names the periods.
 */
import { dayOrNone, numberOrNone, objectOrNone, oneOf, type Reader, text } from './kind'

/**
 * What becomes of a day on which nobody works. keep: it stays. skip: that turn falls away. before, after: the nearest
 * working day on that side.
 */
export const SHIFTS = ['keep', 'skip', 'before', 'after'] as const
export type Shift = (typeof SHIFTS)[number]

export type Rule = {
  /** "FREQ=MONTHLY;BYMONTH=3,9;BYMONTHDAY=-1": parts of RFC 5545, without a start or an end. */
  readonly rrule: string
  /** The day from which turns are counted, for every second week and the like. */
  readonly from?: string | undefined
  /** Not the day of the rule, but this working day of its month; -1 is the last one. */
  readonly workingDay?: number | undefined
  readonly shift: Shift
  /** Which period a day is about: the one it lies in, or the one before. */
  readonly of: 'this' | 'last'
}

/** Reads a rule; `undefined` where there is none. Whether its words make sense is asked in queries/rules.ts. */
export const ruleOrNone: Reader<Rule | undefined> = (value) => {
  const object = objectOrNone(value)
  const rrule = text(object?.rrule)
  if (!object || rrule === '') return undefined
  const workingDay = numberOrNone(object.workingDay)
  const from = dayOrNone(object.from)
  return {
    rrule,
    shift: oneOf(SHIFTS, 'keep')(object.shift),
    of: object.of === 'last' ? 'last' : 'this',
    ...(from !== undefined && { from }),
    ...(workingDay !== undefined && { workingDay }),
  }
}
