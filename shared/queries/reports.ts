/** The report of a meeting: everything it consists of as one value, the same on every device; and its frozen versions. */
import { readRecord } from '../kinds/kind'
import { measure } from '../kinds/measure'
import { report, reportKey } from '../kinds/report'
import { digestOf, type Json, keyOf } from '../statement'
import { foldedOf, type WorkGround } from './ground'
import { asOf } from './history'
import type { MeasureLine } from './measures'
import { agendaOf, type MeetingLine, type PointLine } from './meetings'

/**
 * Everything that is in a report, to be frozen: from records alone, so that two devices that know the same make the same.
 * @param minutes the text of the minutes, as the editor gives it
 */
export const reportOf = (ground: WorkGround, meetingKey: string, minutes: Json): Json | null => {
  const agenda = agendaOf(ground, meetingKey)
  if (!agenda) return null
  const { meeting } = agenda
  return {
    format: 'waarborg.report.1',
    meeting: {
      key: meeting.key,
      title: meeting.title,
      day: meeting.day,
      start: meeting.start ?? null,
      where: meeting.where,
      chair: meeting.chair ?? null,
      secretary: meeting.secretary ?? null,
      behindClosedDoors: meeting.behindClosedDoors,
    },
    attendance: agenda.attendance.map(({ member, presence }) => ({ member, presence })),
    sections: agenda.sections.map(({ section, points, minutes: planned }) => ({
      section,
      minutes: planned,
      points: points.map(pointIn),
    })),
    decisions: agenda.points
      .filter(({ outcome }) => outcome === 'decision')
      .map(({ key, title, conclusion }) => ({ point: key, title, words: conclusion })),
    actions: agenda.points.flatMap(({ key, measures }) =>
      [...measures].sort(byKey).map((each) => ({ point: key, ...actionIn(each, closedAt(meeting)) })),
    ),
    unfinished: agenda.undecided.map(({ key, title }) => ({ point: key, title })),
    minutes,
  }
}

export const reportHash = (content: Json): string => digestOf(content)

/** One way in which a version stands. */
export type Variant = {
  readonly id: string
  readonly content: Json
  readonly hash: string
  readonly by: string
  readonly at: number
  /** The hash is that of the content. */
  readonly intact: boolean
}

/** A version of a report. Several variants: people closed apart and differently; all of them are kept. */
export type ReportVersion = {
  readonly n: number
  readonly about: string
  /** Why the version before it was not as it should be. */
  readonly reason: string
  readonly variants: readonly Variant[]
}

/** The frozen versions of the report of a meeting, oldest first. Nothing that was said later takes one away. */
export const reportsOf = (ground: WorkGround, meetingKey: string): ReportVersion[] =>
  foldedOf(ground.records('team'), 'report')
    .flatMap((folded) => {
      const key = reportKey(keyOf(folded.about))
      if (key?.meeting !== meetingKey) return []
      const variants = new Map<string, Variant>()
      for (const { id, set, by, at } of folded.statements) {
        if (set.content === undefined || set.content === null || typeof set.hash !== 'string') continue
        const known = variants.get(set.hash)
        // Closed apart and the same: the first who did counts, wherever the statements stand.
        if (known && (known.at < at || (known.at === at && known.id < id))) continue
        const intact = digestOf(set.content) === set.hash
        variants.set(set.hash, { id, content: set.content, hash: set.hash, by, at, intact })
      }
      const { reason } = readRecord(report, folded)
      const sorted = [...variants.values()].sort((a, b) => a.at - b.at || (a.hash < b.hash ? -1 : 1))
      return sorted.length > 0 ? [{ n: key.version, about: folded.about, reason, variants: sorted }] : []
    })
    .sort((a, b) => a.n - b.n)

const pointIn = (each: PointLine): Json => ({
  key: each.key,
  title: each.title,
  note: each.note,
  presenter: each.presenter ?? null,
  minutes: each.minutes ?? null,
  horizon: each.horizon,
  behindClosedDoors: each.behindClosedDoors,
  links: [...each.links],
  outcome: each.outcome ?? null,
  conclusion: each.conclusion,
  carriedFrom: [...each.carriedFrom],
})

// The day that was agreed, not the one it was moved to since: a report made again next month is the same.
const actionIn = (line: MeasureLine, closed: number | undefined): { [field: string]: Json } => {
  const { about, title, owner, department, horizon, priority, folded } = line
  const then = closed === undefined ? undefined : asOf(folded, closed)
  const { due } = then ? readRecord(measure, then) : line
  return {
    about,
    title,
    owner: owner ?? null,
    department: department ?? null,
    due: due ?? null,
    horizon,
    priority,
  }
}

const closedAt = ({ state, folded }: MeetingLine): number | undefined =>
  state === 'closed' ? folded.fields.get('state')?.heads.at(-1)?.at : undefined

const byKey = (a: MeasureLine, b: MeasureLine): number => (a.about < b.about ? -1 : 1)
