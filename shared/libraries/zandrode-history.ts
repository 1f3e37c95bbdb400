/**
 * Two years of Zandrode, made up from a seed: the same day gives the same statements. Some departments are punctual, some
 * late, one improves and one slips; some failures recur. Everything is said by commands, as people would say it.
 */
import * as prng from 'lib0/prng'
import { type Answer, answerCheck, takeBackCheck } from '../commands/checks'
import type { Author, Seen } from '../commands/say'
import { addDays, type Day, startOfDay, yearOf } from '../days'
import { createFold, foldSubject } from '../fold'
import { checkAbout, type Outcome, yearOfPeriod } from '../kinds/check'
import { type Control, control as controlKind } from '../kinds/control'
import { readRecord } from '../kinds/kind'
import { isWorkingDay, type Period } from '../queries/periods'
import { occurrences } from '../queries/schedule'
import { yearRoom } from '../rooms'
import type { Statement } from '../statement'
import { DEPARTMENTS, PEOPLE, zandrode } from './zandrode'
import { COMMON, MENDED, NOTES, REVIEWED } from './zandrode-notes'

/** What one member says in one room in one go. */
export type Batch = {
  readonly room: string
  readonly member: string
  readonly statements: readonly Statement[]
}

/** Chances at the start and at the end of the two years. */
type Habits = { readonly punctual: readonly [number, number]; readonly sound: readonly [number, number] }

const HABITS: Readonly<Record<string, Habits>> = {
  sec: { punctual: [0.96, 0.97], sound: [0.93, 0.95] },
  org: { punctual: [0.9, 0.92], sound: [0.85, 0.88] },
  com: { punctual: [0.84, 0.86], sound: [0.85, 0.88] },
  hr: { punctual: [0.92, 0.93], sound: [0.88, 0.88] },
  ict: { punctual: [0.84, 0.84], sound: [0.8, 0.84] },
  fin: { punctual: [0.97, 0.97], sound: [0.93, 0.94] },
  bel: { punctual: [0.9, 0.9], sound: [0.9, 0.88] },
  aan: { punctual: [0.8, 0.82], sound: [0.84, 0.85] },
  bur: { punctual: [0.93, 0.95], sound: [0.9, 0.92] },
  kla: { punctual: [0.96, 0.96], sound: [0.93, 0.93] },
  omg: { punctual: [0.82, 0.86], sound: [0.82, 0.85] },
  mob: { punctual: [0.76, 0.8], sound: [0.83, 0.83] },
  // Improves: a new head who put the checks on Monday's agenda.
  tec: { punctual: [0.25, 1], sound: [0.3, 1] },
  geb: { punctual: [0.8, 0.78], sound: [0.8, 0.76] },
  cul: { punctual: [0.9, 0.9], sound: [0.9, 0.9] },
  // Slips: more camps, fewer hands.
  jsp: { punctual: [0.88, 0.42], sound: [0.9, 0.62] },
  ond: { punctual: [0.74, 0.76], sound: [0.82, 0.82] },
  eco: { punctual: [0.68, 0.7], sound: [0.8, 0.8] },
  soc: { punctual: [0.88, 0.9], sound: [0.86, 0.88] },
  oud: { punctual: [0.5, 0.58], sound: [0.78, 0.8] },
  noo: { punctual: [0.93, 0.93], sound: [0.9, 0.92] },
  dpo: { punctual: [0.95, 0.95], sound: [0.92, 0.92] },
}

/** How often a control does not apply; more often in small departments. */
const NOT_APPLICABLE: Readonly<Record<string, number>> = {
  c011: 0.08,
  c012: 0.15,
  c034: 0.15,
  c036: 0.15,
  c037: 0.15,
  c042: 0.2,
  c044: 0.6,
  c051: 0.2,
  c054: 0.15,
  c057: 0.35,
}
const SMALL: ReadonlySet<string> = new Set(['org', 'bel', 'aan', 'kla', 'mob', 'eco', 'noo', 'dpo', 'com'])
const MORE_IN_SMALL: ReadonlySet<string> = new Set(['c034', 'c037'])

/** Failures that come back: the count of cards after each quarter, restore tests, inspections in winter. */
const RECURRING: Readonly<Record<string, (period: string) => Outcome | undefined>> = {
  c065: (period) => (Number(period.slice(5)) % 3 === 0 ? 'partly' : undefined),
  c061: (period) => ({ Q2: 'partly' as const, Q4: 'not-in-order' as const })[period.slice(5)],
  c055: (period) => (['11', '12', '01'].includes(period.slice(5)) ? 'partly' : undefined),
  c027: (period) => (['W13', 'W26', 'W39', 'W52'].includes(period.slice(5)) ? 'partly' : undefined),
}

/** Chance that a contributor answers instead of the head. */
const CONTRIBUTORS: Readonly<Record<string, readonly [string, number]>> = {
  bur: ['p24', 0.35],
  tec: ['p25', 0.3],
  aan: ['p16', 0.6],
}

const DIRECTOR = 'p01'
const COORDINATOR = 'p03'
const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** What people of the demo find to do: of these departments nothing recent has been answered. */
const WAITING: ReadonlySet<string> = new Set(['bur', 'tec'])
/** And these, of which the last one that was due is late. */
const OVERDUE: ReadonlySet<string> = new Set(['bur/c025', 'tec/c017', 'tec/c025', 'org/c019'])

/**
 * The whole history, ready to be said: per room in order of time, cut where another member speaks. Nothing of today or
 * later is in it, so that no clock is ahead.
 */
export const demoStatements = ({ today }: { readonly today: Day }): Batch[] => {
  const since = twoYearsBefore(today)
  const founding = found(since, today)
  const calendar = workingDays(since, addDays(today, 366))
  const span = calendar.filter((day) => day < today)
  const rooms = new Map<string, Statement[]>()
  for (const control of controlsOf(founding)) {
    const periods = occurrences(control, { from: since, to: addDays(today, 366) })
    for (const department of control.departments) {
      const settled = planSpecial(control, department, periods, today)
      for (const period of periods) {
        if (period.opens >= today || isLeftOpen(control, department, period, periods, today)) continue
        const room = yearRoom(department, yearOfPeriod(period.period) ?? yearOf(period.due))
        const said = live({
          control,
          department,
          period,
          since,
          today,
          span,
          calendar,
          special: settled.get(period.period),
        })
        rooms.set(room, [...(rooms.get(room) ?? []), ...said])
      }
    }
  }
  const batches = [...rooms].sort(byKey).flatMap(([room, statements]) => runs(room, statements))
  return [{ room: 'org', member: DIRECTOR, statements: founding }, ...batches]
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

const found = (since: Day, today: Day): Statement[] => {
  const nothing: Seen = { get: () => undefined }
  const day = lastWorkingDayUpTo(addDays(since, -14))
  const author = { by: DIRECTOR, at: startOfDay(day) + 9.5 * HOUR, id: ids(prng.create(seedOf('zandrode'))) }
  return zandrode(nothing, { since, auditUntil: addDays(today, 365) }, author)
}

const controlsOf = (founding: readonly Statement[]): Control[] => {
  const records = createFold()
  records.insert(0, founding)
  return [...records.all()]
    .filter(({ about }) => about.startsWith('control:'))
    .map((folded) => readRecord(controlKind, folded))
}

// Who is tried out in the demo finds something to do, whatever the day.
const isLeftOpen = (
  { key, performers }: Control,
  department: string,
  { period, due }: Period,
  periods: readonly Period[],
  today: Day,
): boolean => {
  if (OVERDUE.has(`${department}/${key}`)) return due >= today || period === lastDue(periods, today)?.period
  if (performers.length === 1 && performers[0] === DIRECTOR) return due >= addDays(today, -14)
  return (WAITING.has(department) || performers.includes(DIRECTOR)) && due >= addDays(today, -3)
}

const lastDue = (periods: readonly Period[], before: Day): Period | undefined =>
  periods.filter(({ due }) => due < before).at(-1)

type Special = 'clash' | 'settled-clash'

// Two people who counted the same stock while apart: one clash stands open, one was settled long ago.
const planSpecial = (
  { key }: Control,
  department: string,
  periods: readonly Period[],
  today: Day,
): ReadonlyMap<string, Special> => {
  const specials = new Map<string, Special>()
  const open = lastDue(periods, addDays(today, -3))
  const settled = lastDue(periods, addDays(today, -240))
  if (department === 'bur' && key === 'c065' && open) specials.set(open.period, 'clash')
  if (department === 'tec' && key === 'c017' && settled) specials.set(settled.period, 'settled-clash')
  return specials
}

type Life = {
  readonly control: Control
  readonly department: string
  readonly period: Period
  readonly since: Day
  readonly today: Day
  /** The working days that are over, and all of them until a year from now. */
  readonly span: readonly Day[]
  readonly calendar: readonly Day[]
  readonly special: Special | undefined
}

/** What was said about one check. Its fate hangs on its own name alone, so that one more control changes no other. */
const live = ({ control, department, period, since, today, span, calendar, special }: Life): Statement[] => {
  const about = checkAbout(control.key, period.period)
  const dice = prng.create(seedOf(`${department}/${about}`))
  const chance = (probability: number): boolean => prng.real53(dice) < probability
  const habits = HABITS[department] as Habits
  const progress = (Date.parse(period.due) - Date.parse(since)) / (Date.parse(today) - Date.parse(since))
  const punctual = between(habits.punctual, progress)
  const said: Statement[] = []
  const seen: Seen = { get: () => (said.length > 0 ? foldSubject(about, said) : undefined) }
  const id = ids(dice)
  const say = (
    by: string,
    at: number,
    answer: Omit<Answer, 'control' | 'period'>,
    from: Seen = seen,
  ): void => {
    if (at < startOfDay(today))
      said.push(
        ...answerCheck(from, { control: control.key, period: period.period, ...answer }, { by, at, id }),
      )
  }
  const note = (list: readonly string[] | undefined): string =>
    list && list.length > 0
      ? prng.oneOf(dice, [...list]).replaceAll('{n}', String(prng.int32(dice, 2, 5)))
      : ''
  const notes = NOTES[control.key] ?? COMMON

  if (special) {
    const day = span.findLast((each) => each <= period.due) ?? period.due
    const blind: Seen = { get: () => undefined }
    const [head, hand] = department === 'tec' ? ['p04', 'p25'] : ['p05', 'p24']
    say(hand as string, moment(day, 10.2), { outcome: 'partly', note: note(notes.partly) }, blind)
    say(head as string, moment(day, 14.6), { outcome: 'in-order', note: note(notes.fine) }, blind)
    if (special === 'settled-clash')
      say(COORDINATOR, moment(span.find((each) => each > day) ?? day, 9.3), {
        outcome: 'partly',
        note: 'Samen bekeken: de vaststelling van de ploeg telt.',
        performer: hand as string,
      })
    return said
  }

  const isRecent = period.due >= addDays(today, -60)
  if (chance((1 - punctual) * (isRecent ? 0.12 : 0.012))) return []
  const day = chance(punctual) ? dayInTime(dice, period, span, calendar) : dayTooLate(dice, period, span)
  if (day === undefined) return []

  const by = authorOf(control, department, chance)
  const at = moment(day, hourOf(dice))
  const outcome = outcomeOf(control.key, department, period.period, between(habits.sound, progress), chance)
  const first = { outcome, note: noteFor(outcome, notes, note, chance) }
  if (chance(0.008)) {
    // The wrong row, noticed at once.
    say(by, at - 4 * MINUTE, { outcome: outcome === 'in-order' ? 'not-applicable' : 'in-order' })
    said.push(
      ...takeBackCheck(
        seen,
        { control: control.key, period: period.period },
        { by, at: at - 3 * MINUTE, id },
      ),
    )
  }
  say(by, at, first)
  if ((outcome === 'partly' || outcome === 'not-in-order') && chance(0.14)) {
    const later = further(span, day, prng.int32(dice, 2, 12))
    if (later)
      say(by, moment(later, hourOf(dice)), { outcome: 'in-order', note: note(MENDED), performer: by })
  } else if (outcome === 'in-order' && chance(0.012)) {
    const later = further(span, day, prng.int32(dice, 3, 15))
    if (later)
      say(COORDINATOR, moment(later, hourOf(dice)), {
        outcome: 'partly',
        note: note(REVIEWED),
        performer: by,
      })
  }
  return said
}

const outcomeOf = (
  key: string,
  department: string,
  period: string,
  sound: number,
  chance: (probability: number) => boolean,
): Outcome => {
  const none = (NOT_APPLICABLE[key] ?? 0) + (SMALL.has(department) && MORE_IN_SMALL.has(key) ? 0.4 : 0)
  if (chance(none)) return 'not-applicable'
  const again = RECURRING[key]?.(period)
  if (again) return again
  if (chance(sound)) return 'in-order'
  return chance(0.72) ? 'partly' : 'not-in-order'
}

const noteFor = (
  outcome: Outcome,
  {
    fine,
    partly,
    not,
    none,
  }: {
    fine?: readonly string[]
    partly: readonly string[]
    not: readonly string[]
    none?: readonly string[]
  },
  note: (list: readonly string[] | undefined) => string,
  chance: (probability: number) => boolean,
): string => {
  switch (outcome) {
    case 'in-order':
      return chance(0.2) ? note(fine) : ''
    case 'partly':
      return note(partly)
    case 'not-in-order':
      return note(not)
    case 'not-applicable':
      return note(none ?? COMMON.none)
  }
}

const authorOf = (
  { performers }: Control,
  department: string,
  chance: (probability: number) => boolean,
): string => {
  if (performers[0] !== undefined) return performers[0]
  const [contributor, share] = CONTRIBUTORS[department] ?? ['', 0]
  return chance(share) ? contributor : (HEADS.get(department) as string)
}

const HEADS: ReadonlyMap<string, string> = new Map(
  DEPARTMENTS.map(({ key }) => [
    key,
    PEOPLE.find(({ roles }) => roles.manager?.includes(key))?.key ?? COORDINATOR,
  ]),
)

// Most people do it when the day draws near. None when that day is still to come.
const dayInTime = (
  dice: prng.PRNG,
  { opens, due }: Period,
  span: readonly Day[],
  calendar: readonly Day[],
): Day | undefined => {
  const [first = due] = span
  const days = calendar.filter((day) => day >= opens && day <= due)
  const day = days[days.length - 1 - Math.floor(days.length * prng.real53(dice) ** 2)] ?? first
  return day <= (span.at(-1) ?? first) ? day : undefined
}

const dayTooLate = (dice: prng.PRNG, { due }: Period, span: readonly Day[]): Day | undefined =>
  further(span, due, 1 + Math.floor(-6 * Math.log(1 - prng.real53(dice))))

// The n-th working day after a day; none when it is still to come.
const further = (span: readonly Day[], day: Day, n: number): Day | undefined => {
  const next = span.findIndex((each) => each > day)
  return next === -1 ? undefined : span[next + n - 1]
}

const hourOf = (dice: prng.PRNG): number =>
  prng.bool(dice) ? 8.25 + 3.6 * prng.real53(dice) : 13 + 3.8 * prng.real53(dice)

const moment = (day: Day, hour: number): number => Math.floor(startOfDay(day) + hour * HOUR)

const runs = (room: string, statements: readonly Statement[]): Batch[] => {
  const batches: { room: string; member: string; statements: Statement[] }[] = []
  for (const statement of [...statements].sort((a, b) => a.at - b.at)) {
    const last = batches.at(-1)
    if (last?.member === statement.by) last.statements.push(statement)
    else batches.push({ room, member: statement.by, statements: [statement] })
  }
  return batches
}

const between = ([from, to]: readonly [number, number], progress: number): number =>
  from + (to - from) * Math.min(1, Math.max(0, progress))

const twoYearsBefore = (today: Day): Day => `${yearOf(today) - 2}${today.slice(4, 7)}-01`

const workingDays = (from: Day, to: Day): readonly Day[] => {
  const days: Day[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) days.push(day)
  return days
}

const lastWorkingDayUpTo = (day: Day): Day => (isWorkingDay(day) ? day : lastWorkingDayUpTo(addDays(day, -1)))

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const ids =
  (dice: prng.PRNG): Author['id'] =>
  () =>
    Array.from({ length: 16 }, () => LETTERS[prng.int32(dice, 0, 63)]).join('')

// FNV-1a.
const seedOf = (name: string): number => {
  let hash = 0x811c9dc5
  for (let index = 0; index < name.length; index += 1)
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193) >>> 0
  return hash
}
