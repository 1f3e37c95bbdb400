/**
 * A measure: what somebody will do, by when. One record wherever it was born, shown in its plan, on the agenda and in
 * its department alike; never copied.
 */
import {
  dayOrNone,
  defineKind,
  numberBetween,
  numberOrNone,
  oneOf,
  type RecordOf,
  text,
  textOrNone,
} from './kind'

/** verified: somebody other than the owner saw that it is done. */
export const STATUSES = ['proposed', 'planned', 'running', 'done', 'verified', 'stopped'] as const
export type Status = (typeof STATUSES)[number]
/** Up to a year; one to three years; longer than three. */
export const HORIZONS = ['short', 'medium', 'long'] as const
export type Horizon = (typeof HORIZONS)[number]
export const PRIORITIES = ['high', 'medium', 'low'] as const
export type Priority = (typeof PRIORITIES)[number]
/** What is said of a running measure; that it is late follows from its day. */
export const COURSES = ['on-schedule', 'blocked'] as const
export type Course = (typeof COURSES)[number]

export const measure = defineKind(
  'measure',
  ['dept', 'team'],
  {
    title: text,
    /** The subject it was born from: a check, a point of the agenda, a signal. */
    origin: textOrNone,
    /** The plan it is part of: "plan:<key>". */
    plan: textOrNone,
    /** Member id. */
    owner: textOrNone,
    department: textOrNone,
    due: dayOrNone,
    horizon: oneOf(HORIZONS, 'short'),
    status: oneOf(STATUSES, 'proposed'),
    course: oneOf(COURSES, 'on-schedule'),
    /** Percent. */
    progress: numberBetween(0, 100),
    priority: oneOf(PRIORITIES, 'medium'),
    effort: numberBetween(1, 5),
    effect: numberBetween(1, 5),
    /** Why it was moved, blocked, stopped or taken up again, the last time. */
    reason: text,
    /** What came of it, as its owner or who verified it says. */
    result: text,
    /** Who saw that it is done, and whose work that was as far as he knew. */
    verifiedBy: textOrNone,
    verifiedFor: textOrNone,
    /** Somebody asked how it stands, and the answer. Moments in milliseconds since 1970. */
    askedBy: textOrNone,
    askedAt: numberOrNone,
    question: text,
    answer: text,
    answeredBy: textOrNone,
    answeredAt: numberOrNone,
  },
  // Two who verify, ask or give a reason apart agree; the history keeps both.
  ['reason', 'verifiedBy', 'verifiedFor', 'askedBy', 'askedAt', 'question', 'answeredBy', 'answeredAt'],
)
export type Measure = RecordOf<typeof measure>

export const measureAbout = (key: string): string => `measure:${key}`

/** Where a measure is written down: with its department; without one, with the management team. */
export const roomOfMeasure = (department: string | undefined): string =>
  department === undefined ? 'team' : `dept/${department}`
