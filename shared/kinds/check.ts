/** A check: one control, one department (its room), one period. */
import { defineKind, numberOrNone, oneOf, type RecordOf, text, textOrNone } from './kind'

export const OUTCOMES = ['in-order', 'partly', 'not-in-order', 'not-applicable'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** submitted: somebody else is to look at it. returned: sent back, with a remark. */
export const REVIEWS = ['submitted', 'accepted', 'returned'] as const
export type Verdict = Exclude<(typeof REVIEWS)[number], 'submitted'>

export const check = defineKind(
  'check',
  'year',
  {
    outcome: oneOf(OUTCOMES, undefined),
    note: text,
    performer: textOrNone,
    /** Hash of the control's text that was answered. */
    text: textOrNone,
    review: oneOf(REVIEWS, undefined),
    /** Who judged, and whose answer that was as far as he knew. */
    reviewer: textOrNone,
    reviewedFor: textOrNone,
    reviewedAt: numberOrNone,
    remark: text,
  },
  // Two who judge alike agree; that they judge otherwise shows in `review`.
  ['text', 'reviewer', 'reviewedFor', 'reviewedAt', 'remark'],
)
export type CheckRecord = RecordOf<typeof check>

const PERIOD = /^(20\d\d)(?:-(?:(?:0[1-9]|1[0-2])|Q[1-4]|H[12]|W(?:0[1-9]|[1-4]\d|5[0-3])))?$/

/** The subject of a check: "check:kas-telling/2026-11". */
export const checkAbout = (controlKey: string, period: string): string => `check:${controlKey}/${period}`

/** Control and period of a check's key; `undefined` when it is no check's key. */
export const checkKey = (key: string): { control: string; period: string } | undefined => {
  const [controlKey, period, rest] = key.split('/')
  return controlKey && period && rest === undefined && PERIOD.test(period)
    ? { control: controlKey, period }
    : undefined
}

/** The calendar year (or ISO week year) a period belongs to: 2026 of "2026-W53". */
export const yearOfPeriod = (period: string): number | undefined => {
  const year = PERIOD.exec(period)?.[1]
  return year === undefined ? undefined : Number(year)
}
