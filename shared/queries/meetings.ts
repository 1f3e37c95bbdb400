/** Meetings: their agenda in sections, who was there, how long each point took, what came of it. */
import type { Day } from '../days'
import type { Folded } from '../fold'
import { readRecord } from '../kinds/kind'
import { attendance, type Meeting, meeting, type Presence } from '../kinds/meeting'
import { type Point, point, SECTIONS, type Section } from '../kinds/point'
import { keyOf } from '../statement'
import { foldedOf, type WorkGround, workRooms } from './ground'
import { isOpen, type MeasureLine, measuresOf } from './measures'

/** A point with the measures that were born from it. */
export type PointLine = Point & {
  readonly room: string
  readonly folded: Folded
  readonly measures: readonly MeasureLine[]
  /** On the agenda of a meeting that did not get to it: it went on to another, or back to the backlog. */
  readonly carriedOn: boolean
}

export type MeetingLine = Meeting & {
  readonly folded: Folded
  readonly day: Day
  /** Number of points, and their minutes together. */
  readonly points: number
  readonly minutes: number
}

export type AgendaSection = {
  readonly section: Section
  readonly points: readonly PointLine[]
  readonly minutes: number
}

export type Agenda = {
  readonly meeting: MeetingLine
  /** In order, only those with points. */
  readonly sections: readonly AgendaSection[]
  readonly points: readonly PointLine[]
  readonly minutes: number
  /** Minutes of points of the long term, against what is kept for them. `short`: less than is kept. */
  readonly longTerm: { readonly minutes: number; readonly kept: number; readonly short: boolean }
  readonly attendance: readonly { readonly member: string; readonly presence: Presence }[]
  /** Points that nothing came of yet. */
  readonly undecided: readonly PointLine[]
}

/** Minutes kept for points of the long term where a meeting does not say. */
export const USUAL_LONG_TERM = 20

/** All meetings that are not gone, the latest day first. */
export const meetingsOf = (ground: WorkGround): MeetingLine[] => {
  const points = pointsOf(ground)
  return foldedOf(ground.records('team'), 'meeting')
    .map((folded) => ({ folded, record: readRecord(meeting, folded) }))
    .flatMap(({ folded, record }) => {
      const { day } = record
      if (record.gone || day === undefined) return []
      const own = pointsIn(points, record.key)
      return [{ ...record, folded, day, points: own.length, minutes: minutesOf(own) }]
    })
    .sort((a, b) => compare(b.day, a.day) || compare(a.about, b.about))
}

/** The first meeting that is still to come, or is going on. */
export const nextMeeting = (ground: WorkGround): MeetingLine | undefined =>
  meetingsOf(ground).findLast(
    ({ state, day }) => state === 'running' || (state !== 'closed' && day >= ground.today),
  )

export const agendaOf = (ground: WorkGround, meetingKey: string): Agenda | undefined => {
  const found = meetingsOf(ground).find(({ key }) => key === meetingKey)
  if (!found) return undefined
  const points = pointsIn(pointsOf(ground), meetingKey).sort(byPlace)
  const sections = SECTIONS.map((section) => {
    const own = points.filter((each) => each.section === section)
    return { section, points: own, minutes: minutesOf(own) }
  }).filter((each) => each.points.length > 0)
  const kept = found.longTerm ?? USUAL_LONG_TERM
  const long = minutesOf(points.filter(({ horizon }) => horizon === 'long'))
  return {
    meeting: found,
    sections,
    points: sections.flatMap((each) => each.points),
    minutes: minutesOf(points),
    longTerm: { minutes: long, kept, short: long < kept },
    attendance: attendanceOf(ground, meetingKey),
    undecided: sections.flatMap((each) => each.points).filter(({ outcome }) => outcome === undefined),
  }
}

/** Points without a meeting, also those that departments put forward; oldest first. */
export const backlogOf = (ground: WorkGround): PointLine[] => {
  const all = pointsOf(ground)
  const taken = new Set(all.flatMap(({ proposal }) => proposal ?? []))
  return all
    .filter((each) => each.meeting === undefined && each.outcome === undefined)
    .filter(({ room, key }) => room === 'team' || !taken.has(suggestionKey(key)))
    .sort((a, b) => compareNumbers(saidFirst(a.folded), saidFirst(b.folded)) || compare(a.about, b.about))
}

/** The key of the proposal that a department's point is. */
export const suggestionKey = (pointKey: string): string => `point/${pointKey}`

/** All points that are not gone. */
export const pointsOf = (ground: WorkGround): PointLine[] => {
  const born = new Map<string, MeasureLine[]>()
  for (const line of measuresOf(ground))
    if (line.origin?.startsWith('point:')) born.set(line.origin, [...(born.get(line.origin) ?? []), line])
  return workRooms(ground).flatMap(({ room, records }) =>
    foldedOf(records, 'point')
      .map((folded) => ({
        ...readRecord(point, folded),
        room,
        folded,
        measures: born.get(folded.about) ?? [],
        carriedOn: false,
      }))
      .filter(({ gone, title }) => !gone && title !== ''),
  )
}

/** The points of a meeting, also those that were carried on from it: with nothing that came of them later. */
const pointsIn = (points: readonly PointLine[], meetingKey: string): PointLine[] =>
  points.flatMap((each) => {
    if (each.meeting === meetingKey) return [each]
    const index = each.carriedFrom.indexOf(meetingKey)
    if (index < 0) return []
    const carriedFrom = each.carriedFrom.slice(0, index)
    return [{ ...each, outcome: undefined, conclusion: '', measures: [], carriedFrom, carriedOn: true }]
  })

export type Decision = {
  readonly point: PointLine
  readonly meeting: MeetingLine
  readonly words: string
  readonly behindClosedDoors: boolean
}
export type Action = { readonly point: PointLine | undefined; readonly measure: MeasureLine }

/** What was decided, in the order of the agenda. */
export const decisionList = (ground: WorkGround, meetingKey: string): Decision[] => {
  const agenda = agendaOf(ground, meetingKey)
  return (agenda?.points ?? [])
    .filter(({ outcome }) => outcome === 'decision')
    .map((each) => ({
      point: each,
      meeting: (agenda as Agenda).meeting,
      words: each.conclusion,
      behindClosedDoors: each.behindClosedDoors || (agenda as Agenda).meeting.behindClosedDoors,
    }))
}

/** Who does what by when: the measures that were born from the points of a meeting. */
export const actionList = (ground: WorkGround, meetingKey: string): Action[] =>
  (agendaOf(ground, meetingKey)?.points ?? []).flatMap((each) =>
    each.measures.map((measure) => ({ point: each, measure })),
  )

/** Actions of earlier meetings that are still open, the latest first: the usual second point of the agenda. */
export const openActions = (ground: WorkGround): MeasureLine[] =>
  measuresOf(ground).filter((line) => isOpen(line) && line.origin?.startsWith('point:'))

/** Milliseconds that each point took, from when the chair turned to it to when he turned to the next. */
export const timeSpent = (folded: Folded, until: number): ReadonlyMap<string, number> => {
  const spent = new Map<string, number>()
  const turns = folded.statements
    .filter(({ set }) => 'current' in set)
    .map(({ at, set }) => ({ at, key: typeof set.current === 'string' ? set.current : undefined }))
    .sort((a, b) => a.at - b.at)
  turns.forEach(({ at, key }, index) => {
    const end = Math.min(turns[index + 1]?.at ?? until, until)
    if (key !== undefined) spent.set(key, (spent.get(key) ?? 0) + Math.max(0, end - at))
  })
  return spent
}

/** When the chair turned to the point that is being treated. */
export const currentSince = (folded: Folded): number | undefined => {
  const head = folded.fields.get('current')?.heads.at(-1)
  return head && typeof head.set.current === 'string' ? head.at : undefined
}

export const byPlace = (a: PointLine, b: PointLine): number =>
  SECTIONS.indexOf(a.section) - SECTIONS.indexOf(b.section) ||
  compare(a.place === '' ? '~' : a.place, b.place === '' ? '~' : b.place) ||
  compareNumbers(saidFirst(a.folded), saidFirst(b.folded)) ||
  compare(a.about, b.about)

const attendanceOf = (ground: WorkGround, meetingKey: string): Agenda['attendance'] =>
  foldedOf(ground.records('team'), 'attendance')
    .flatMap((folded) => {
      const [of, member = ''] = keyOf(folded.about).split('/')
      const { presence, gone } = readRecord(attendance, folded)
      return of === meetingKey && presence && !gone ? [{ member, presence }] : []
    })
    .sort((a, b) => compare(a.member, b.member))

const minutesOf = (points: readonly Point[]): number =>
  points.reduce((sum, { minutes = 0 }) => sum + minutes, 0)

const saidFirst = ({ statements }: Folded): number => statements[0]?.at ?? 0
const compareNumbers = (a: number, b: number): number => a - b
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
