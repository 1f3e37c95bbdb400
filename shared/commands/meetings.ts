/** What people do with a meeting: plan it, note who is there, follow its points, close it, correct its report. */

import type { Folded } from '../fold'
import { readRecord } from '../kinds/kind'
import {
  attendance,
  attendanceAbout,
  type Meeting,
  meeting,
  meetingAbout,
  type Presence,
} from '../kinds/meeting'
import { type Point, point, pointAbout } from '../kinds/point'
import { reportAbout, reportKey } from '../kinds/report'
import { digestOf, type Json, keyOf, kindOf, type Statement } from '../statement'
import { add, type Changes, change, remove } from './change'
import { type Author, type Seen, say } from './say'

/** Records of the room `team`, all of them: closing looks at every point. */
export type SeenAll = Seen & { all(): Iterable<Folded> }

export type MeetingChanges = Omit<Changes<typeof meeting>, 'state' | 'startedAt' | 'current'>
export type MeetingInput = MeetingChanges & { readonly day: string }
export type MeetingObjection = 'no-such-meeting' | 'day-missing'
export type ClosingObjection = 'no-such-meeting' | 'closed-already' | 'content-missing' | 'carry-to-itself'
export type AmendingObjection = 'no-such-meeting' | 'not-closed' | 'reason-missing' | 'nothing-changed'

export const addMeeting = (seen: Seen, key: string, input: MeetingInput, author: Author): Statement[] =>
  objectionToMeeting(input) ? [] : add(seen, meeting, key, input, author)

export const objectionToMeeting = ({ day }: Pick<MeetingInput, 'day'>): MeetingObjection | undefined =>
  /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) ? undefined : 'day-missing'

export const changeMeeting = (
  seen: Seen,
  key: string,
  changes: MeetingChanges,
  author: Author,
): Statement[] =>
  standing(seen, key) && (changes.day === undefined || !objectionToMeeting({ day: changes.day ?? '' }))
    ? change(seen, meeting, key, changes, author)
    : []

/** Shows the agenda to everyone: from now on it is no draft. */
export const openMeeting = (seen: Seen, key: string, author: Author): Statement[] =>
  standing(seen, key)?.state === 'draft' ? say(seen, meetingAbout(key), { state: 'open' }, author) : []

export const startMeeting = (seen: Seen, key: string, author: Author): Statement[] => {
  const state = standing(seen, key)?.state
  return state === 'draft' || state === 'open'
    ? say(seen, meetingAbout(key), { state: 'running', startedAt: author.at }, author)
    : []
}

export const removeMeeting = (seen: Seen, key: string, author: Author): Statement[] =>
  standing(seen, key) ? remove(seen, meeting, key, author) : []

/** Notes whether somebody is there; `null`: not known. */
export const attend = (
  seen: Seen,
  meetingKey: string,
  member: string,
  presence: Presence | null,
  author: Author,
): Statement[] => change(seen, attendance, keyOf(attendanceAbout(meetingKey, member)), { presence }, author)

/** Turns to a point: the big screen follows, and the time of each point is counted from this. `null`: to none. */
export const showPoint = (
  seen: Seen,
  meetingKey: string,
  pointKey: string | null,
  author: Author,
): Statement[] =>
  standing(seen, meetingKey) ? say(seen, meetingAbout(meetingKey), { current: pointKey }, author) : []

/**
 * Closes a meeting: its report is frozen, and what it did not get to goes to another meeting or to the backlog. To be
 * said in one go. @param content the whole report, as `reportOf` makes it
 */
export const closeMeeting = (
  seen: SeenAll,
  key: string,
  { content, carryTo }: { readonly content: Json; readonly carryTo?: string | undefined },
  author: Author,
): Statement[] => {
  if (objectionToClosing(seen, key, { content, carryTo })) return []
  return [
    ...freeze(key, lastVersion(seen, key) + 1, content, undefined, author),
    ...say(seen, meetingAbout(key), { state: 'closed', current: null }, author),
    ...unfinished(seen, key).flatMap((each) => carry(seen, each, carryTo, author)),
  ]
}

export const objectionToClosing = (
  seen: Seen,
  key: string,
  { content, carryTo }: { readonly content: Json; readonly carryTo?: string | undefined },
): ClosingObjection | undefined => {
  const now = standing(seen, key)
  if (!now) return 'no-such-meeting'
  if (now.state === 'closed') return 'closed-already'
  if (content === null) return 'content-missing'
  return carryTo === key ? 'carry-to-itself' : undefined
}

/** A report that is not as it should be: the next version, which says why. The earlier one stays. */
export const amendReport = (
  seen: SeenAll,
  key: string,
  { content, reason }: { readonly content: Json; readonly reason: string },
  author: Author,
): Statement[] =>
  objectionToAmending(seen, key, { content, reason })
    ? []
    : freeze(key, lastVersion(seen, key) + 1, content, reason, author)

export const objectionToAmending = (
  seen: SeenAll,
  key: string,
  { content, reason }: { readonly content: Json; readonly reason: string },
): AmendingObjection | undefined => {
  const now = standing(seen, key)
  if (!now) return 'no-such-meeting'
  const last = lastVersion(seen, key)
  if (now.state !== 'closed' || last === 0) return 'not-closed'
  if (reason.trim() === '') return 'reason-missing'
  const { heads = [] } = seen.get(reportAbout(key, last))?.fields.get('hash') ?? {}
  return heads.length === 1 && heads[0]?.set.hash === digestOf(content) ? 'nothing-changed' : undefined
}

/** Points of a meeting that nothing came of yet. */
export const unfinished = (seen: SeenAll, meetingKey: string): Point[] =>
  [...seen.all()]
    .filter(({ about }) => kindOf(about) === 'point')
    .map((folded) => readRecord(point, folded))
    .filter((each) => !each.gone && each.meeting === meetingKey && each.outcome === undefined)

const carry = (
  seen: Seen,
  { key, meeting: from, carriedFrom }: Point,
  to: string | undefined,
  author: Author,
) =>
  say(
    seen,
    pointAbout(key),
    {
      meeting: to ?? null,
      carriedFrom: from === undefined ? [...carriedFrom] : [...new Set([...carriedFrom, from])],
    },
    author,
  )

// Over nothing: two who close apart make two heads, and neither takes the other's away.
const freeze = (
  key: string,
  version: number,
  content: Json,
  reason: string | undefined,
  author: Author,
): Statement[] =>
  say(
    { get: () => undefined },
    reportAbout(key, version),
    { content, hash: digestOf(content), ...(reason !== undefined && { reason }) },
    author,
  )

const lastVersion = (seen: SeenAll, meetingKey: string): number => {
  let last = 0
  for (const { about } of seen.all()) {
    const key = kindOf(about) === 'report' ? reportKey(keyOf(about)) : undefined
    if (key?.meeting === meetingKey) last = Math.max(last, key.version)
  }
  return last
}

const standing = (seen: Seen, key: string): Meeting | undefined => {
  const folded = seen.get(meetingAbout(key))
  const now = folded && readRecord(meeting, folded)
  return now && !now.gone && now.day !== undefined ? now : undefined
}
