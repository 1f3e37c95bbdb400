/** A meeting of the management team, and who was there. */
import {
  dayOrNone,
  defineKind,
  flag,
  numberBetween,
  numberOrNone,
  oneOf,
  type Reader,
  type RecordOf,
  text,
  textOrNone,
} from './kind'

export const MEETING_STATES = ['draft', 'open', 'running', 'closed'] as const
export type MeetingState = (typeof MEETING_STATES)[number]
export const PRESENCES = ['present', 'excused', 'absent'] as const
export type Presence = (typeof PRESENCES)[number]

const hour: Reader<string | undefined> = (value) =>
  typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? value : undefined

export const meeting = defineKind(
  'meeting',
  'team',
  {
    title: text,
    day: dayOrNone,
    /** "09:00". */
    start: hour,
    where: text,
    /** Member ids. */
    chair: textOrNone,
    secretary: textOrNone,
    state: oneOf(MEETING_STATES, 'draft'),
    behindClosedDoors: flag,
    /** Minutes it may take. */
    length: numberBetween(0, 600),
    /** Minutes kept for points of the long term. */
    longTerm: numberBetween(0, 600),
    startedAt: numberOrNone,
    /** Key of the point that is being treated: what the big screen shows. */
    current: textOrNone,
  },
  ['current', 'startedAt'],
)
export type Meeting = RecordOf<typeof meeting>

/** One person at one meeting. Subject: "attendance:<meeting>/<member>". */
export const attendance = defineKind('attendance', 'team', { presence: oneOf(PRESENCES, undefined) })
export type Attendance = RecordOf<typeof attendance>

export const meetingAbout = (key: string): string => `meeting:${key}`
export const attendanceAbout = (meetingKey: string, member: string): string =>
  `attendance:${meetingKey}/${member}`
