/**
 * Which checks there are, when they open and are due, and how they stand. A check is never stored before someone answers
 * it: it follows from a control, a department and the calendar.
 */
import { addDays, type Day, dayOf, endOfDay, yearOf } from '../days'
import type { Folded } from '../fold'
import {
  checkAbout,
  checkKey,
  check as checkKind,
  OUTCOMES,
  type Outcome,
  yearOfPeriod,
} from '../kinds/check'
import { type Control, type FormerRhythm, type Rhythm, textHash } from '../kinds/control'
import { readRecord } from '../kinds/kind'
import type { Grant } from '../kinds/member'
import { yearRoom } from '../rooms'
import { keyOf, type Statement } from '../statement'
import { type Period, periodsOfYear } from './periods'
import { type Review, reviewOf } from './reviews'
import { periodsOfRule } from './rules'

/** done: has an outcome. late: its day is over. today: this is its day. soon: it is open. later: it is not open yet. */
export type CheckState = 'done' | 'late' | 'today' | 'soon' | 'later'

/** One of several answers that were given apart, with nobody having settled which counts. */
export type Head = {
  /** `undefined` where this statement took the answer away, or changed only the note. */
  readonly outcome: Outcome | undefined
  readonly note: string
  readonly by: string
  readonly at: number
}

/** One control, one department, one period: what is to be done, and how it stands. */
export type Check = {
  readonly about: string
  readonly control: Control
  readonly department: string
  readonly period: string
  readonly room: string
  readonly opens: Day
  readonly due: Day
  readonly state: CheckState
  readonly outcome?: Outcome
  readonly note: string
  readonly performer?: string
  /** When the present run of answers began: a correction keeps it, a take-back ends it. */
  readonly answeredAt?: number
  /** Who began that run. */
  readonly answeredBy?: string
  /** When someone last chose between answers that had been given apart. */
  readonly settledAt?: number
  /** Answered on its due day at the latest. Only for checks that are done. */
  readonly onTime?: boolean
  /** People answered apart and differently. */
  readonly clash: boolean
  /** The answers that clash, in list order; the last one counts until someone settles it. */
  readonly heads?: readonly Head[]
  /** The day on which one starts preparing, where the control says so. */
  readonly prepare?: Day
  /** How far the judgement of somebody else is; only once there is one, or one was asked. */
  readonly review?: Review
  /** What was answered to another text of the control: the check is open again until somebody confirms it. */
  readonly former?: Former
}

/** An answer to a text that has since changed. */
export type Former = {
  readonly outcome: Outcome
  readonly note: string
  readonly by: string
  readonly at: number
  /** Hash of the text that was answered. */
  readonly text: string
}

/** Records of one room. With `all`, answers that no schedule leads to any more are found as well. */
export type Records = { get(about: string): Folded | undefined; all?(): Iterable<Folded> }

/** What of a control makes its calendar. */
export type Rhythmic = Pick<Control, 'rhythm' | 'month' | 'every' | 'since' | 'until'> &
  Partial<Pick<Control, 'rule' | 'former'>>

/** The periods of a control that are due from a day to a day, both included, in due order. */
export const occurrences = (control: Rhythmic, { from, to }: { from: Day; to: Day }): Period[] => {
  const found: Period[] = []
  // A period's last day may lie in the year after its own.
  for (let year = yearOf(from) - 1; year <= yearOf(to); year += 1)
    for (const period of planned(control, year))
      if (period.due >= from && period.due <= to && isBounded(control, period)) found.push(period)
  return found
}

/**
 * The checks of one department that belong to a year, in due order. Of a control that is gone, over, or no longer this
 * department's, only what has been answered remains: work that was done does not disappear.
 * @param records of the room `dept/<department>/<year>`
 */
export const yearChecks = ({
  controls,
  department,
  year,
  records,
  today,
}: {
  readonly controls: readonly Control[]
  readonly department: string
  readonly year: number
  readonly records: Records
  readonly today: Day
}): Check[] => {
  const room = yearRoom(department, year)
  const checks = new Map<string, Check>()
  const put = (control: Control, period: Subject, folded: Folded | undefined): void => {
    const open = openCheck(control, department, room, period, today)
    checks.set(period.about, folded ? answeredCheck(open, folded) : open)
  }
  const { byDepartment, byKey } = indexOf(controls)
  for (const control of byDepartment.get(department) ?? [])
    for (const period of subjects(control, year))
      if (isBounded(control, period)) put(control, period, records.get(period.about))
  for (const folded of records.all?.() ?? []) {
    if (checks.has(folded.about) || !isAnswered(folded)) continue
    const key = checkKey(keyOf(folded.about))
    const control = key && byKey.get(key.control)
    const period = control && periodAnswered(control, key.period)
    if (period) put(control, { ...period, about: folded.about }, folded)
  }
  return [...checks.values()].sort(byDue)
}

/** Whether a check is this member's to do. @param grants of the member that hold today */
export const mine = (check: Check, memberId: string, grants: readonly Grant[]): boolean => {
  const worksHere = grants.some(
    ({ role, departments }) =>
      (role === 'manager' || role === 'contributor') && departments.includes(check.department),
  )
  const { performers } = check.control
  if (performers.length === 0) return worksHere
  const mayWrite = worksHere || grants.some(({ role }) => role === 'director' || role === 'coordinator')
  return mayWrite && performers.includes(memberId)
}

/** How many of these need doing now: the number on the toolbar button. */
export const dueAndLate = (checks: readonly Check[]): number =>
  checks.filter(({ state }) => state === 'late' || state === 'today').length

/** Earlier due first; equal days by control, so that a list never jumps. */
export const byDue = (a: Check, b: Check): number =>
  compare(a.due, b.due) || compare(a.control.key, b.control.key) || compare(a.department, b.department)

/** Controls by key, and those that are not gone by department. */
type Index = {
  readonly byKey: ReadonlyMap<string, Control>
  readonly byDepartment: ReadonlyMap<string, readonly Control[]>
}
const indices = new WeakMap<readonly Control[], Index>()

// Per list once: of thousands of controls every room of a year asks for its own.
const indexOf = (controls: readonly Control[]): Index => {
  const known = indices.get(controls)
  if (known) return known
  const byDepartment = new Map<string, Control[]>()
  for (const control of controls)
    for (const department of control.gone ? [] : new Set(control.departments)) {
      const list = byDepartment.get(department)
      if (list) list.push(control)
      else byDepartment.set(department, [control])
    }
  const index = { byKey: new Map(controls.map((control) => [control.key, control])), byDepartment }
  indices.set(controls, index)
  return index
}

type Subject = Period & { readonly about: string }
const subjectsOf = new WeakMap<Control, Map<number, readonly Subject[]>>()

// Per control and year once: the same list serves every department.
const subjects = (control: Control, year: number): readonly Subject[] => {
  const years = subjectsOf.get(control) ?? new Map<number, readonly Subject[]>()
  subjectsOf.set(control, years)
  const known = years.get(year)
  if (known) return known
  const list = planned(control, year).map((period) => ({
    ...period,
    about: checkAbout(control.key, period.period),
  }))
  years.set(year, list)
  return list
}

/** A rhythm and the due days that followed it: after one day, up to another. */
type Era = Pick<FormerRhythm, 'rhythm' | 'month' | 'every'> &
  Partial<Pick<FormerRhythm, 'rule'>> & { readonly until: Day | undefined }

const planned = (control: Rhythmic, year: number): readonly Period[] => {
  const { former = [] } = control
  if (former.length === 0) return plain(control, control.since, year)
  const found = new Map<string, Period>()
  let after: Day | undefined
  let earlier: readonly Period[] = []
  for (const era of erasOf(control)) {
    const periods = plain(era, control.since, year)
    for (const period of periods) {
      const turn = turnOfEra(period, after, earlier)
      if (!turn || found.has(turn.period) || (era.until !== undefined && turn.due > era.until)) continue
      found.set(turn.period, turn)
    }
    after = era.until
    earlier = periods
  }
  return [...found.values()].sort((a, b) => compare(a.due, b.due))
}

// A turn that stood open when the rhythm changed, and would have been due before that day: it is due on that day.
const turnOfEra = (
  period: Period,
  after: Day | undefined,
  earlier: readonly Period[],
): Period | undefined => {
  if (after === undefined || period.due > after) return period
  const wasOpen = earlier.some((each) => each.period === period.period && each.due > after)
  return wasOpen ? { ...period, due: addDays(after, 1) } : undefined
}

const erasOf = ({ rhythm, month, every, rule, former = [] }: Rhythmic): Era[] => [
  ...[...former].sort((a, b) => compare(a.until, b.until)),
  { rhythm, month, every, rule, until: undefined },
]

/** The periods of one rhythm, as if it had always been that. */
const plain = (
  { rhythm, month, every, rule }: Omit<Era, 'until'>,
  since: Day | undefined,
  year: number,
): readonly Period[] => {
  if (rule) return periodsOfRule(rhythm, rule, year)
  if (rhythm !== 'yearly') return periodsOfYear(rhythm, year)
  const interval = Math.max(1, Math.floor(every ?? 1))
  const start = since === undefined ? 0 : yearOf(since)
  if ((year - start) % interval !== 0) return []
  return periodsOfYear(rhythm, year, isMonth(month) ? month : undefined)
}

/** When a period that was answered was due, although it may be planned no more. */
const periodAnswered = (control: Control, name: string): Period | undefined => {
  const year = yearOfPeriod(name)
  const rhythm = rhythmOfPeriod(name)
  if (year === undefined) return undefined
  const named = (periods: readonly Period[]) => periods.find(({ period }) => period === name)
  for (const era of [control, ...erasOf(control)]) {
    const found = named(era === control ? planned(control, year) : plain(era, undefined, year))
    if (found) return found
  }
  return named(periodsOfYear(rhythm, year, isMonth(control.month) ? control.month : undefined))
}

const rhythmOfPeriod = (name: string): Rhythm => {
  const turn = name.slice(5, 6)
  if (turn === '') return 'yearly'
  return ({ W: 'weekly', Q: 'quarterly', H: 'half-yearly' } as const)[turn] ?? 'monthly'
}

/** A run that was done keeps the days it had when it was done, whatever the rhythm became afterwards. */
const daysWhenDone = (control: Control, name: string, at: number): Period | undefined => {
  const { former } = control
  if (former.length === 0) return undefined
  const day = dayOf(at)
  const era = erasOf(control).find(({ until }) => until !== undefined && day <= until)
  const year = yearOfPeriod(name)
  if (!era || year === undefined) return undefined
  return plain(era, control.since, year).find(({ period }) => period === name)
}

const isMonth = (month: number | undefined): boolean =>
  month !== undefined && Number.isInteger(month) && month >= 1 && month <= 12

const isBounded = ({ since, until }: Rhythmic, { due }: Period): boolean =>
  (since === undefined || due >= since) && (until === undefined || due <= until)

const isAnswered = (folded: Folded | undefined): boolean =>
  OUTCOMES.includes(folded?.fields.get('outcome')?.value as Outcome)

const openCheck = (
  control: Control,
  department: string,
  room: string,
  { about, period, opens, due }: Subject,
  today: Day,
): Check => ({
  about,
  control,
  department,
  period,
  room,
  opens,
  due,
  state: openState(opens, due, today),
  note: '',
  clash: false,
  ...(control.lead !== undefined && { prepare: addDays(due, -control.lead) }),
})

const answeredCheck = (open: Check, folded: Folded): Check => {
  const { outcome, note, performer, clashes, text, review } = readRecord(checkKind, folded)
  const check: { -readonly [K in keyof Check]: Check[K] } = open
  const run = outcome && firstOfRun(folded)
  if (run && text !== undefined && isToAnotherText(open, text)) {
    check.former = { outcome, note, by: run.by, at: run.at, text }
    return check
  }
  check.note = note
  check.clash = clashes.includes('outcome') || clashes.includes('note')
  if (check.clash) check.heads = headsOf(folded)
  if (performer !== undefined) check.performer = performer
  if (!outcome || !run) return check
  const days = daysWhenDone(open.control, open.period, run.at)
  if (days) {
    check.opens = days.opens
    check.due = days.due
  }
  check.state = 'done'
  check.outcome = outcome
  check.answeredAt = run.at
  check.answeredBy = run.by
  const settlement = settlementOf(folded)
  if (settlement) check.settledAt = settlement.at
  check.onTime = run.at < endOfDay(check.due)
  if (review !== undefined) check.review = reviewOf(folded)
  return check
}

// What was over when the text changed was an answer to the text of then, and stays one.
const isToAnotherText = ({ control, due }: Check, text: string): boolean =>
  control.textSince !== undefined && due >= control.textSince && text !== textHash(control)

const openState = (opens: Day, due: Day, today: Day): CheckState => {
  if (due < today) return 'late'
  if (due === today) return 'today'
  return opens <= today ? 'soon' : 'later'
}

/**
 * The earliest answer from which the present one descends without a take-back between. Follows what each statement
 * replaced, not the order of the list, so that it is the same wherever the work of others arrived.
 */
const firstOfRun = ({ statements, fields }: Folded): Statement | undefined => {
  if (statements.length === 1) return statements[0]
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  const run = new Set((fields.get('outcome')?.heads ?? []).filter(isAnswer))
  for (const statement of run) {
    for (const id of statement.over?.outcome ?? []) {
      const before = byId.get(id)
      if (before && isAnswer(before)) run.add(before)
    }
  }
  return [...run].sort((a, b) => a.at - b.at)[0]
}

// Two that were given apart and one over both.
const settlementOf = ({ statements }: Folded): Statement | undefined =>
  statements.length < 3
    ? undefined
    : statements.findLast(({ over }) => FIELDS.some((field) => (over?.[field]?.length ?? 0) > 1))

const FIELDS = ['outcome', 'note']

const isAnswer = ({ set }: Statement): boolean => OUTCOMES.includes(set.outcome as Outcome)

const headsOf = ({ fields, statements }: Folded): Head[] => {
  const heads = new Set([...(fields.get('outcome')?.heads ?? []), ...(fields.get('note')?.heads ?? [])])
  return statements
    .filter((statement) => heads.has(statement))
    .map(({ set, by, at }) => ({
      outcome: OUTCOMES.find((word) => word === set.outcome),
      note: typeof set.note === 'string' ? set.note : '',
      by,
      at,
    }))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
