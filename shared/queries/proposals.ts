/**
 * What the agenda proposes by itself: late checks, new signals, clashes, measures that slip, deadlines, points that were
 * not got to, what departments put forward, agreements to look at again. Each has a key that stays the same from day to
 * day and from device to device, so that one that became a point or was waved away is known.
 */
import { addDays, type Day } from '../days'
import { KINDS } from '../kinds'
import type { Agreement } from '../kinds/agreement'
import { dismissal, dismissalAbout } from '../kinds/dismissal'
import { readRecord } from '../kinds/kind'
import type { Section } from '../kinds/point'
import { keyOf, kindOf } from '../statement'
import { agreementsToReview } from './agreements'
import { type DeadlineLine, deadlinesNear } from './deadlines'
import { type WorkGround, workRooms } from './ground'
import { type MeasureLine, measuresOf } from './measures'
import { meetingsOf, type PointLine, pointsOf, suggestionKey } from './meetings'
import type { Check } from './schedule'
import type { Series } from './series'
import { newestWord, unexplained, type Word } from './words'

export type ProposalFacts =
  | { readonly kind: 'late'; readonly check: Check }
  | { readonly kind: 'signal'; readonly series: Series; readonly word: Word }
  | { readonly kind: 'clash'; readonly title: string; readonly fields: readonly string[] }
  | { readonly kind: 'slip'; readonly measure: MeasureLine }
  | { readonly kind: 'deadline'; readonly deadline: DeadlineLine }
  | { readonly kind: 'unfinished'; readonly point: PointLine }
  | { readonly kind: 'suggestion'; readonly point: PointLine }
  | { readonly kind: 'review'; readonly agreement: Agreement }
export type ProposalKind = ProposalFacts['kind']

export type Proposal = {
  /** The same on every device and every day: `late/tec/c017/2026-11`. */
  readonly key: string
  readonly kind: ProposalKind
  /** The subject it is about, in this room. */
  readonly about: string
  readonly room: string
  readonly department: string | undefined
  readonly links: readonly string[]
  /** The day on which it counts; earlier is more urgent. */
  readonly day: Day | undefined
  /** What a point made from it starts with. */
  readonly section: Section
  readonly minutes: number
  readonly facts: ProposalFacts
  /** The point it became, if it did; whether it was waved away. */
  readonly point: PointLine | undefined
  readonly dismissed: boolean
}

export type ProposalInput = {
  readonly ground: WorkGround
  /** As the dashboard has them; only late ones and clashes are looked at. */
  readonly checks: Iterable<Check>
  readonly series: Iterable<Series>
}

/** How soon a measure that is not half-way is about to slip. */
const SOON = 14

/** What is proposed now: neither a point already nor waved away. The most urgent kinds first, each by day. */
export const proposalsOf = (input: ProposalInput): Proposal[] =>
  allProposalsOf(input).filter(({ point, dismissed }) => point === undefined && !dismissed)

/** The same with those that became a point or were waved away. */
export const allProposalsOf = ({ ground, checks, series }: ProposalInput): Proposal[] => {
  const points = pointsOf(ground)
  const byProposal = new Map(
    points.flatMap((each): [string, PointLine][] => (each.proposal ? [[each.proposal, each]] : [])),
  )
  const team = ground.records('team')
  const isDismissed = (key: string): boolean => {
    const folded = team?.get(dismissalAbout(key))
    return folded !== undefined && readRecord(dismissal, folded).dismissed
  }
  const found = [
    ...ofChecks(checks),
    ...ofSeries(series),
    ...ofClashes(ground),
    ...ofMeasures(ground),
    ...deadlinesNear(ground)
      .filter(({ met }) => !met)
      .map(ofDeadline),
    ...ofPoints(ground, points),
    ...agreementsToReview(ground).map(ofAgreement),
  ]
  const unique = new Map(found.map((each) => [each.key, each]))
  return [...unique.values()]
    .map((each) => ({ ...each, point: byProposal.get(each.key), dismissed: isDismissed(each.key) }))
    .sort(byUrgency)
}

const ORDER: readonly ProposalKind[] = [
  'unfinished',
  'suggestion',
  'slip',
  'signal',
  'late',
  'clash',
  'deadline',
  'review',
]

const byUrgency = (a: Proposal, b: Proposal): number =>
  ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
  compare(a.day ?? '9999', b.day ?? '9999') ||
  compare(a.key, b.key)

type Found = Omit<Proposal, 'point' | 'dismissed'>

const ofChecks = (checks: Iterable<Check>): Found[] => {
  const found: Found[] = []
  for (const check of checks) {
    const { about, room, department, due } = check
    const rest = {
      about,
      room,
      department,
      links: [about],
      day: due,
      section: 'follow-up',
      minutes: 5,
    } as const
    const tail = `${department}/${keyOf(about)}`
    if (check.state === 'late')
      found.push({ ...rest, key: `late/${tail}`, kind: 'late', facts: { kind: 'late', check } })
    if (check.clash) {
      const facts = { kind: 'clash', title: check.control.title, fields: ['outcome'] } as const
      found.push({ ...rest, key: `clash/${tail}`, kind: 'clash', facts })
    }
  }
  return found
}

/** New: the newest figure gives it, and nobody explained the run it belongs to. */
const ofSeries = (series: Iterable<Series>): Found[] => {
  const found: Found[] = []
  for (const each of series) {
    const word = newestWord(each)
    if (!word || each.department === undefined || word.reading === 'improvement') continue
    if (!unexplained(each).some(({ at }) => at === word.at)) continue
    const { indicator, department } = each
    found.push({
      // By where its run began: the ninth month on one side is no news after the eighth.
      key: `signal/${department}/${indicator.key}/${word.since}`,
      kind: 'signal',
      about: indicator.about,
      room: `dept/${department}`,
      department,
      links: [indicator.about],
      day: undefined,
      section: 'steering',
      minutes: 10,
      facts: { kind: 'signal', series: each, word },
    })
  }
  return found
}

const CLASHING: ReadonlySet<string> = new Set(['measure', 'plan', 'agreement', 'meeting', 'point'])

const ofClashes = (ground: WorkGround): Found[] =>
  workRooms(ground).flatMap(({ room, records }) =>
    [...(records.all?.() ?? [])].flatMap((folded): Found[] => {
      const { about, fields } = folded
      if (!CLASHING.has(kindOf(about)) || fields.get('gone')?.value === true) return []
      const quiet = KINDS.get(kindOf(about))?.quiet
      const clashing = [...fields]
        .filter(([name, { clash }]) => clash && !quiet?.has(name))
        .map(([name]) => name)
      if (clashing.length === 0) return []
      const title = fields.get('title')?.value
      return [
        {
          key: `clash/${kindOf(about)}/${keyOf(about)}`,
          kind: 'clash',
          about,
          room,
          department: departmentOf(room),
          links: [about],
          day: undefined,
          section: 'follow-up',
          minutes: 5,
          facts: {
            kind: 'clash',
            title: typeof title === 'string' ? title : '',
            fields: clashing.sort(),
          },
        },
      ]
    }),
  )

/** Late, blocked, or nearly due and not half-way. */
const ofMeasures = (ground: WorkGround): Found[] =>
  measuresOf(ground, { status: 'open' })
    .filter((line) => line.status !== 'proposed' && isAboutToSlip(line, ground.today))
    .map((measure) => ({
      // With its day: once it was moved, it is proposed again when that one nears.
      key: `slip/${measure.key}/${measure.due ?? 'blocked'}`,
      kind: 'slip',
      about: measure.about,
      room: measure.room,
      department: measure.department,
      links: [measure.about],
      day: measure.due,
      section: 'follow-up',
      minutes: 5,
      facts: { kind: 'slip', measure },
    }))

const isAboutToSlip = ({ late, shown, due, progress = 0 }: MeasureLine, today: Day): boolean =>
  late || shown === 'blocked' || (due !== undefined && due <= addDays(today, SOON) && progress < 50)

const ofDeadline = (deadline: DeadlineLine): Found => ({
  key: `deadline/${deadline.key}/${deadline.day}`,
  kind: 'deadline',
  about: deadline.about,
  room: 'team',
  department: undefined,
  links: [deadline.about],
  day: deadline.day,
  section: 'preparation',
  minutes: 10,
  facts: { kind: 'deadline', deadline },
})

/** Points that a meeting did not get to, still on it or back in the backlog; points that a department put forward. */
const ofPoints = (ground: WorkGround, points: readonly PointLine[]): Found[] => {
  const over = new Set(
    meetingsOf(ground)
      .filter(({ state, day }) => state === 'closed' || day < addDays(ground.today, -1))
      .map(({ key }) => key),
  )
  return points.flatMap((point): Found[] => {
    const { key, about, room, links, section, minutes = 10, outcome, meeting, carriedFrom } = point
    if (outcome !== undefined) return []
    const isSuggestion = room !== 'team'
    const left = meeting === undefined ? carriedFrom.at(-1) : over.has(meeting) ? meeting : undefined
    if (!isSuggestion && left === undefined) return []
    const kind = isSuggestion ? 'suggestion' : 'unfinished'
    return [
      {
        key: isSuggestion ? suggestionKey(key) : `left/${key}/${left}`,
        kind,
        about,
        room,
        department: departmentOf(room),
        links: [...links, about],
        day: undefined,
        section,
        minutes,
        facts: { kind, point },
      },
    ]
  })
}

const ofAgreement = (agreement: Agreement): Found => ({
  key: `review/${agreement.key}/${agreement.review}`,
  kind: 'review',
  about: agreement.about,
  room: 'team',
  department: undefined,
  links: [agreement.about],
  day: agreement.review,
  section: 'decision',
  minutes: 15,
  facts: { kind: 'review', agreement },
})

const departmentOf = (room: string): string | undefined =>
  room.startsWith('dept/') ? room.slice('dept/'.length) : undefined

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
