/** A deadline of one's own, or what the organisation changed in one of the library (of the same key). */
import { dayOrNone, defineKind, flag, numberBetween, type RecordOf, text, textOrNone } from './kind'

export const deadline = defineKind('deadline', 'team', {
  title: text,
  titleEn: text,
  /** Every year on this day, or once. */
  month: numberBetween(1, 12),
  day: numberBetween(1, 31),
  on: dayOrNone,
  /** So many days before it is asked for. */
  notice: numberBetween(0, 365),
  /** Why there is such a deadline: an article, a rule. */
  basis: text,
  /** Not asked for here. */
  off: flag,
  owner: textOrNone,
})
export type Deadline = RecordOf<typeof deadline>

/** That a deadline was met. Subject: "met:<deadline>/<day>", so that two people who tick it apart say the same. */
export const met = defineKind('met', 'team', { met: flag, note: text })
export type Met = RecordOf<typeof met>

export const deadlineAbout = (key: string): string => `deadline:${key}`
export const metAbout = (key: string, day: string): string => `met:${key}/${day}`
