/**
 * The measures of the whole organisation, wherever they were born: how they stand, how often their day was moved, who
 * waits for an answer. Nothing here is stored; late and verified follow from what was said.
 */
import { isAsked } from '../commands/measures'
import { addDays, type Day, endOfDay } from '../days'
import type { Folded } from '../fold'
import { readRecord } from '../kinds/kind'
import { HORIZONS, type Horizon, type Measure, measure, PRIORITIES, type Status } from '../kinds/measure'
import type { Json, Statement } from '../statement'
import { foldedOf, type WorkGround, workRooms } from './ground'
import { asOf } from './history'

/** One measure as it is shown. */
export type MeasureLine = Measure & {
  readonly room: string
  readonly folded: Folded
  /** Its day is over, and it is not done. */
  readonly late: boolean
  /** Of what is running: `late` follows from its day and goes before what was said. */
  readonly shown: Status | 'late' | 'blocked'
  /** How often its day was moved. */
  readonly slipped: number
  /** Somebody other than an owner saw that it is done. */
  readonly verified: boolean
  /** It is said to be verified, by an owner: that does not count. */
  readonly selfVerified: boolean
  /** Somebody waits for an answer. */
  readonly asked: boolean
}

export type MeasureFilter = {
  readonly owner?: string | undefined
  readonly department?: string | undefined
  readonly horizon?: Horizon | undefined
  /** open: neither done, verified nor stopped. */
  readonly status?: Status | 'open' | 'late' | 'blocked' | 'slipped' | 'asked' | undefined
  readonly priority?: Measure['priority'] | undefined
  readonly origin?: string | undefined
  readonly plan?: string | undefined
  /** Found in the title, whatever the case. */
  readonly words?: string | undefined
}

/** All measures that are not gone: late ones first, then by day, then by title. */
export const measuresOf = (ground: WorkGround, filter: MeasureFilter = {}): MeasureLine[] =>
  workRooms(ground)
    .flatMap(({ room, records }) =>
      foldedOf(records, 'measure').map((folded) => lineOf(folded, room, ground.today)),
    )
    .filter((line) => !line.gone && line.title !== '' && passes(line, filter))
    .sort(byUrgency)

export const measureIn = (ground: WorkGround, about: string): MeasureLine | undefined => {
  for (const { room, records } of workRooms(ground)) {
    const folded = records.get(about)
    if (folded) return lineOf(folded, room, ground.today)
  }
  return undefined
}

/** Those of a plan, and those that were born from a subject: the same records, seen from there. */
export const measuresOfPlan = (ground: WorkGround, plan: string): MeasureLine[] =>
  measuresOf(ground, { plan })
export const measuresBornFrom = (ground: WorkGround, origin: string): MeasureLine[] =>
  measuresOf(ground, { origin })

/** One time that a day was moved. */
export type Move = {
  readonly from: Day
  readonly to: Day
  readonly reason: string
  readonly by: string
  readonly at: number
}

/**
 * How a measure slipped: every statement that changed its day after it was first set. Two people who moved it apart both
 * moved it; whoever settles that between their two days moves it no further, and whoever takes his own move back did not
 * move it.
 */
export const slippage = (folded: Folded | undefined): { first: Day | undefined; moves: readonly Move[] } => {
  if (!folded) return { first: undefined, moves: [] }
  const known = slips.get(folded)
  if (known) return known
  const result = freshSlippage(folded)
  slips.set(folded, result)
  return result
}
const slips = new WeakMap<Folded, { first: Day | undefined; moves: readonly Move[] }>()

const freshSlippage = ({ statements }: Folded): { first: Day | undefined; moves: readonly Move[] } => {
  const days = new Map<string, Statement>()
  const moves = new Map<string, Move>()
  let first: Day | undefined
  for (const statement of statements) {
    const { id, set, over, by, at } = statement
    const to = set.due
    if (typeof to !== 'string') continue
    days.set(id, statement)
    const before = (over?.due ?? []).flatMap((each) => days.get(each) ?? [])
    first ??= to
    const last = before.at(-1)
    // Among the days it replaces: a choice between what others said apart, and no new day.
    if (!last || before.some((each) => each.set.due === to)) continue
    if (before.length === 1 && takesBack(statement, last, moves.get(last.id), statements)) {
      moves.delete(last.id)
      continue
    }
    moves.set(id, {
      from: String(last.set.due),
      to,
      reason: typeof set.reason === 'string' ? set.reason : '',
      by,
      at,
    })
  }
  return { first, moves: [...moves.values()] }
}

/** Puts the day back, and with it the reason that stood before: an undo. A move back has a reason of its own. */
const takesBack = (
  { by, set }: Statement,
  taken: Statement,
  move: Move | undefined,
  statements: readonly Statement[],
): boolean => {
  if (!move || move.by !== by || move.from !== set.due) return false
  const earlier = taken.over?.reason?.at(-1)
  const reason = statements.find(({ id }) => id === earlier)?.set.reason
  return (set.reason ?? null) === (reason ?? null)
}

export type CountKey = 'owner' | 'horizon' | 'department' | 'status' | 'priority'
export type Count = {
  readonly key: string
  readonly total: number
  readonly late: number
  readonly done: number
}

/** How many of each, most late first. Measures without one count under ''. */
export const countsBy = (lines: readonly MeasureLine[], key: CountKey): Count[] => {
  const groups = new Map<string, MeasureLine[]>()
  for (const line of lines) {
    const name = line[key] ?? ''
    groups.set(name, [...(groups.get(name) ?? []), line])
  }
  return [...groups]
    .map(([name, group]) => ({
      key: name,
      total: group.length,
      late: group.filter(({ late }) => late).length,
      done: group.filter(isDone).length,
    }))
    .sort((a, b) => b.late - a.late || b.total - a.total || compare(a.key, b.key))
}

/** What a member has to do, and what others wait for an answer about. */
export const myMeasures = (
  ground: WorkGround,
  member: string,
): { open: MeasureLine[]; asked: MeasureLine[] } => {
  const own = measuresOf(ground, { owner: member })
  return { open: own.filter(isOpen), asked: own.filter(({ asked }) => asked) }
}
export const askedOfMe = (ground: WorkGround, member: string): MeasureLine[] =>
  myMeasures(ground, member).asked

/** Done or verified: what was said, whoever verified it. */
export const isDone = ({ status }: Pick<Measure, 'status'>): boolean =>
  status === 'done' || status === 'verified'
export const isOpen = ({ status }: Pick<Measure, 'status'>): boolean =>
  status === 'proposed' || status === 'planned' || status === 'running'

export type Share = { readonly total: number; readonly done: number; readonly percent: number | undefined }
export type HalfYearFigures = {
  readonly from: Day
  readonly to: Day
  /** Measures of high priority, and all of them, as they stood at the end of the half year or stand today. */
  readonly priority: Share
  readonly all: Share
  readonly verified: number
  readonly late: number
  /** How often a day was moved in the half year. */
  readonly moves: number
  readonly stopped: number
  readonly byHorizon: Readonly<Record<Horizon, Share>>
  readonly byPriority: Readonly<Record<Measure['priority'], Share>>
  readonly byDepartment: readonly (Share & { readonly department: string })[]
  readonly lines: readonly MeasureLine[]
}

/**
 * The figures of the half-yearly follow-up, as of its last day: what was under way in it, and what of that was done.
 * Stopped ones count apart. What was done before the half year began is not in it.
 * @param half "2026-H1"
 */
export const halfYearFigures = (ground: WorkGround, half: string): HalfYearFigures => {
  const [year = '', part] = half.split('-')
  const from = part === 'H1' ? `${year}-01-01` : `${year}-07-01`
  const to = part === 'H1' ? `${year}-06-30` : `${year}-12-31`
  const end = endOfDay(to) - 1
  const start = endOfDay(addDays(from, -1)) - 1
  const day = to < ground.today ? to : ground.today
  const found = workRooms(ground).flatMap(({ room, records }) =>
    foldedOf(records, 'measure').flatMap((now) => {
      const then = asOf(now, end)
      const line = then && lineOf(then, room, day)
      if (!line || line.gone || line.status === 'proposed') return []
      const before = asOf(now, start)
      const wasOver = before !== undefined && !isOpen(readRecord(measure, before))
      return wasOver && !isOpen(line) ? [] : [line]
    }),
  )
  const lines = found.filter(({ status }) => status !== 'stopped').sort(byUrgency)
  const isInside = ({ at }: Move): boolean => at > start && at <= end
  return {
    from,
    to,
    priority: shareOf(lines.filter(({ priority }) => priority === 'high')),
    all: shareOf(lines),
    verified: lines.filter(({ verified }) => verified).length,
    late: lines.filter(({ late }) => late).length,
    moves: found.reduce((sum, { folded }) => sum + slippage(folded).moves.filter(isInside).length, 0),
    stopped: found.length - lines.length,
    byHorizon: sharesBy(HORIZONS, lines, 'horizon'),
    byPriority: sharesBy(PRIORITIES, lines, 'priority'),
    byDepartment: [...new Set(lines.map(({ department }) => department ?? ''))].sort().map((department) => ({
      department,
      ...shareOf(lines.filter((line) => (line.department ?? '') === department)),
    })),
    lines,
  }
}

const shareOf = (lines: readonly MeasureLine[]): Share => {
  const done = lines.filter(isDone).length
  return {
    total: lines.length,
    done,
    percent: lines.length === 0 ? undefined : Math.round((done / lines.length) * 100),
  }
}

const sharesBy = <K extends string>(
  words: readonly K[],
  lines: readonly MeasureLine[],
  field: 'horizon' | 'priority',
): Record<K, Share> =>
  Object.fromEntries(
    words.map((word) => [word, shareOf(lines.filter((line) => line[field] === word))]),
  ) as Record<K, Share>

/** Reads a measure as it stands on a day. The same object for the same record and day. */
export const lineOf = (folded: Folded, room: string, today: Day): MeasureLine => {
  const known = lines.get(folded)
  if (known && known.today === today && known.line.room === room) return known.line
  const line = freshLine(folded, room, today)
  lines.set(folded, { today, line })
  return line
}
const lines = new WeakMap<Folded, { today: Day; line: MeasureLine }>()

const freshLine = (folded: Folded, room: string, today: Day): MeasureLine => {
  const record = readRecord(measure, folded)
  const { status, due, course } = record
  const late = isOpen(record) && due !== undefined && due < today
  const verified = status === 'verified' && isVerifiedByAnother(folded)
  return {
    ...record,
    room,
    folded,
    late,
    shown: shownOf(status, { late, blocked: course === 'blocked', verified }),
    slipped: slippage(folded).moves.length,
    verified,
    selfVerified: status === 'verified' && !verified,
    asked: isOpen(record) && isAsked(record),
  }
}

const shownOf = (
  status: Status,
  { late, blocked, verified }: { late: boolean; blocked: boolean; verified: boolean },
): MeasureLine['shown'] => {
  if (status === 'verified' && !verified) return 'done'
  if (status === 'running' && blocked) return 'blocked'
  return late ? 'late' : status
}

/** Of several owners after work apart, none may be the one who verified; of several who verified, one is enough. */
const isVerifiedByAnother = ({ fields }: Folded): boolean => {
  const valuesOf = (field: string): (Json | undefined)[] =>
    fields.get(field)?.heads.map(({ set }) => set[field]) ?? []
  const owners = new Set(valuesOf('owner'))
  return valuesOf('verifiedBy').some((by) => typeof by === 'string' && !owners.has(by))
}

const passes = (line: MeasureLine, filter: MeasureFilter): boolean => {
  const { owner, department, horizon, status, priority, origin, plan, words = '' } = filter
  return (
    (owner === undefined || line.owner === owner) &&
    (department === undefined || line.department === department) &&
    (horizon === undefined || line.horizon === horizon) &&
    (priority === undefined || line.priority === priority) &&
    (origin === undefined || line.origin === origin) &&
    (plan === undefined || line.plan === plan) &&
    (status === undefined || hasStatus(line, status)) &&
    line.title.toLowerCase().includes(words.trim().toLowerCase())
  )
}

const hasStatus = (line: MeasureLine, status: NonNullable<MeasureFilter['status']>): boolean => {
  switch (status) {
    case 'open':
      return isOpen(line)
    case 'late':
      return line.late
    case 'blocked':
      return line.shown === 'blocked'
    case 'slipped':
      return line.slipped > 0
    case 'asked':
      return line.asked
    default:
      return line.status === status
  }
}

const LAST_DAY = '9999-12-31'

const byUrgency = (a: MeasureLine, b: MeasureLine): number =>
  Number(b.late) - Number(a.late) ||
  Number(isOpen(b)) - Number(isOpen(a)) ||
  compare(a.due ?? LAST_DAY, b.due ?? LAST_DAY) ||
  compare(a.title, b.title) ||
  compare(a.about, b.about)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
