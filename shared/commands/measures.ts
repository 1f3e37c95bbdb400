/** What people do with a measure: plan it, start it, move its day, finish it, see that it is done, stop it, ask after it. */
import type { Day } from '../days'
import { readRecord } from '../kinds/kind'
import { type Course, type Measure, measure, measureAbout, type Status } from '../kinds/measure'
import type { Statement } from '../statement'
import { add, type Changes, change, remove } from './change'
import { type Author, isSaidApart, type Seen, say } from './say'

export type MeasureInput = Changes<typeof measure> & { readonly title: string }

export type MeasureObjection = 'title-missing' | 'owner-missing' | 'due-missing'
/** @remarks `own-measure`: nobody verifies his own work. */
export type StepObjection =
  | 'no-such-measure'
  | 'not-from-here'
  | 'owner-missing'
  | 'due-missing'
  | 'reason-missing'
  | 'own-measure'
export type MoveObjection = 'no-such-measure' | 'over' | 'day-missing' | 'same-day' | 'reason-missing'
export type CourseObjection = 'no-such-measure' | 'not-running' | 'reason-missing' | 'not-a-percentage'

/** Where a measure can go from where it is. */
export const STEPS: Readonly<Record<Status, readonly Status[]>> = {
  proposed: ['planned', 'running', 'stopped'],
  planned: ['running', 'done', 'stopped'],
  running: ['done', 'planned', 'stopped'],
  done: ['verified', 'running'],
  verified: ['running'],
  stopped: ['planned', 'running'],
}

export type Step = {
  readonly to: Status
  /** Needed to stop, and to take up again what was done, verified or stopped. */
  readonly reason?: string | undefined
  readonly result?: string | undefined
}

/** Adds a measure, in the room that `roomOfMeasure` names. @returns none when {@link objectionToMeasure} has one */
export const addMeasure = (seen: Seen, key: string, input: MeasureInput, author: Author): Statement[] =>
  objectionToMeasure(input) ? [] : add(seen, measure, key, { ...input, ...NOT_VERIFIED }, author)

/** Why a measure may not be added like this: only a proposal can do without an owner and a day. */
export const objectionToMeasure = (
  input: Pick<MeasureInput, 'title' | 'status' | 'owner' | 'due'>,
): MeasureObjection | undefined => {
  if (input.title.trim() === '') return 'title-missing'
  if ((input.status ?? 'proposed') === 'proposed') return undefined
  if (!input.owner) return 'owner-missing'
  return input.due ? undefined : 'due-missing'
}

/** What can be changed without further ado: not the day, the status, or who verified. */
export type PlainChanges = Omit<
  Changes<typeof measure>,
  | 'due'
  | 'status'
  | 'course'
  | 'verifiedBy'
  | 'verifiedFor'
  | 'askedBy'
  | 'askedAt'
  | 'answeredBy'
  | 'answeredAt'
>

export const changeMeasure = (seen: Seen, key: string, changes: PlainChanges, author: Author): Statement[] =>
  standing(seen, key) && !objectionToChange(seen, key, changes)
    ? change(seen, measure, key, changes, author)
    : []

/** Why it may not be changed like this. Whoever verified a measure cannot become its owner afterwards. */
export const objectionToChange = (
  seen: Seen,
  key: string,
  changes: PlainChanges,
): 'title-missing' | 'owner-is-verifier' | undefined => {
  if (changes.title !== undefined && (changes.title ?? '').trim() === '') return 'title-missing'
  const verifier = standing(seen, key)?.verifiedBy
  return changes.owner && changes.owner === verifier ? 'owner-is-verifier' : undefined
}

/** Gives it another day. The old one stays in the history: how often a measure slipped is the first thing one asks. */
export const moveDue = (seen: Seen, key: string, due: Day, reason: string, author: Author): Statement[] =>
  objectionToMove(seen, key, due, reason)
    ? []
    : say(seen, measureAbout(key), standing(seen, key)?.due ? { due, reason } : { due }, author)

/** Why its day cannot be moved like this. The first day needs no reason. */
export const objectionToMove = (
  seen: Seen,
  key: string,
  due: Day,
  reason: string,
): MoveObjection | undefined => {
  const now = standing(seen, key)
  if (!now) return 'no-such-measure'
  // What was said apart of a day is settled also once the measure is over.
  const isOver = now.status === 'done' || now.status === 'verified' || now.status === 'stopped'
  if (isOver && !isSaidApart(seen, measureAbout(key), 'due', due)) return 'over'
  if (!isDay(due)) return 'day-missing'
  // Saying the same day again settles a clash, and changes nothing otherwise.
  if (now.due === due && !now.clashes.includes('due')) return 'same-day'
  return now.due !== undefined && reason.trim() === '' ? 'reason-missing' : undefined
}

/** Takes a measure a step further, or back. */
export const stepMeasure = (seen: Seen, key: string, step: Step, author: Author): Statement[] => {
  if (objectionToStep(seen, key, step, author.by)) return []
  if (step.to === 'verified') return verify(seen, key, step, author)
  return say(
    seen,
    measureAbout(key),
    {
      status: step.to,
      ...NOT_VERIFIED,
      ...(step.to !== 'running' && { course: null }),
      ...(step.to === 'done' && { progress: 100 }),
      ...(step.reason && { reason: step.reason }),
      ...(step.result && { result: step.result }),
    },
    author,
  )
}

/** Why a measure cannot take this step; `undefined` when it can. @param by the member who would take it */
export const objectionToStep = (
  seen: Seen,
  key: string,
  { to, reason = '' }: Step,
  by: string,
): StepObjection | undefined => {
  const now = standing(seen, key)
  if (!now) return 'no-such-measure'
  const settles = isSaidApart(seen, measureAbout(key), 'status', to)
  if (!settles && !STEPS[now.status].includes(to)) return 'not-from-here'
  if (to === 'planned' || to === 'running') {
    if (now.owner === undefined) return 'owner-missing'
    if (now.due === undefined) return 'due-missing'
  }
  if (to === 'verified')
    return ownersSeen(seen, key).owners.length === 0 ? 'owner-missing' : ownWork(seen, key, by)
  const isReopened = now.status === 'done' || now.status === 'verified' || now.status === 'stopped'
  return (to === 'stopped' || isReopened) && !settles && reason.trim() === '' ? 'reason-missing' : undefined
}

/** How a running measure goes: on schedule or blocked, and how far it is. */
export const sayCourse = (seen: Seen, key: string, input: CourseInput, author: Author): Statement[] => {
  if (objectionToCourse(seen, key, input)) return []
  const { course, progress, reason } = input
  const set = {
    ...(course && { course }),
    ...(progress !== undefined && { progress }),
    ...(reason && { reason }),
  }
  return say(seen, measureAbout(key), set, author)
}
export type CourseInput = {
  readonly course?: Course | undefined
  readonly progress?: number | undefined
  /** What stands in the way. */
  readonly reason?: string | undefined
}

export const objectionToCourse = (
  seen: Seen,
  key: string,
  { course, progress, reason = '' }: CourseInput,
): CourseObjection | undefined => {
  const now = standing(seen, key)
  if (!now) return 'no-such-measure'
  if (course !== undefined && now.status !== 'running') return 'not-running'
  if (course === 'blocked' && reason.trim() === '') return 'reason-missing'
  if (progress === undefined) return undefined
  return Number.isInteger(progress) && progress >= 0 && progress <= 100 ? undefined : 'not-a-percentage'
}

/** Asks its owner how it stands; the question shows up with him until it is answered. */
export const askState = (seen: Seen, key: string, question: string, author: Author): Statement[] =>
  standing(seen, key)
    ? say(
        seen,
        measureAbout(key),
        { askedBy: author.by, askedAt: author.at, question: question === '' ? null : question },
        author,
      )
    : []

/** Answers how it stands, asked or not; what is said of its course comes with it. @returns none without words */
export const answerState = (
  seen: Seen,
  key: string,
  { answer, ...course }: CourseInput & { readonly answer: string },
  author: Author,
): Statement[] => {
  if (answer.trim() === '' || objectionToCourse(seen, key, course)) return []
  const { course: said, progress, reason } = course
  return say(
    seen,
    measureAbout(key),
    {
      answer,
      answeredBy: author.by,
      answeredAt: author.at,
      ...(said && { course: said }),
      ...(progress !== undefined && { progress }),
      ...(reason && { reason }),
    },
    author,
  )
}

/** Whether somebody waits for an answer. */
export const isAsked = ({ askedAt, answeredAt }: Pick<Measure, 'askedAt' | 'answeredAt'>): boolean =>
  askedAt !== undefined && (answeredAt === undefined || answeredAt < askedAt)

export const removeMeasure = (seen: Seen, key: string, author: Author): Statement[] =>
  standing(seen, key) ? remove(seen, measure, key, author) : []

const NOT_VERIFIED = { verifiedBy: null, verifiedFor: null } as const

/**
 * Says that one saw the work of somebody else done. It names, beside `verifiedFor`, the very statements by which its
 * author knew whose work it is: the server judges by them, and so refuses nobody for what he could not know.
 */
const verify = (seen: Seen, key: string, { result }: Step, author: Author): Statement[] => {
  const { owners, ids } = ownersSeen(seen, key)
  const [statement] = say(seen, measureAbout(key), { status: 'verified', ...(result && { result }) }, author)
  const heads = (field: string): string[] =>
    seen
      .get(measureAbout(key))
      ?.fields.get(field)
      ?.heads.map(({ id }) => id) ?? []
  const by = heads('verifiedBy')
  if (!statement) return []
  return [
    {
      ...statement,
      set: { ...statement.set, verifiedBy: author.by, verifiedFor: owners.at(-1) ?? null },
      over: {
        ...statement.over,
        ...(by.length > 0 && { verifiedBy: by }),
        verifiedFor: [...heads('verifiedFor'), ...ids],
      },
    },
  ]
}

const ownWork = (seen: Seen, key: string, by: string): StepObjection | undefined =>
  ownersSeen(seen, key).owners.includes(by) ? 'own-measure' : undefined

/** Everybody who counts as owner now, more than one after work apart, and the statements that say so. */
const ownersSeen = (seen: Seen, key: string): { owners: string[]; ids: string[] } => {
  const heads = seen.get(measureAbout(key))?.fields.get('owner')?.heads ?? []
  const named = heads.filter(({ set }) => typeof set.owner === 'string')
  return { owners: named.map(({ set }) => set.owner as string), ids: named.map(({ id }) => id) }
}

const standing = (seen: Seen, key: string): Measure | undefined => {
  const folded = seen.get(measureAbout(key))
  const now = folded && readRecord(measure, folded)
  return now && !now.gone && now.title !== '' ? now : undefined
}

const isDay = (day: string): boolean => /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day))
