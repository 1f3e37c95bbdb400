/** What people do with an improvement plan: make it, change it, turn it round, finish or stop it, take it up again. */
import { readRecord } from '../kinds/kind'
import { type Pdca, type Plan, plan, planAbout, type RasciRow } from '../kinds/plan'
import type { Statement } from '../statement'
import { add, type Changes, change, remove } from './change'
import { type Author, isSaidApart, type Seen, say } from './say'

/** What a form says of a plan: its turns and its end have verbs of their own. */
export type PlanChanges = Omit<Changes<typeof plan>, 'pdca' | 'checkedBy' | 'turnNote' | 'state' | 'reason'>
export type PlanInput = PlanChanges & { readonly title: string }

export type PlanObjection = 'no-such-plan' | 'title-missing'
export type TurnObjection = 'no-such-plan' | 'not-open' | 'not-next' | 'checker-missing'
export type EndObjection = 'no-such-plan' | 'not-open' | 'not-over' | 'not-at-act' | 'reason-missing'

/** Adds a plan, in the room that `roomOfPlan` names. */
export const addPlan = (seen: Seen, key: string, input: PlanInput, author: Author): Statement[] =>
  objectionToPlan(input) ? [] : add(seen, plan, key, { ...input, pdca: 'plan', state: 'open' }, author)

export const objectionToPlan = ({ title }: Pick<PlanInput, 'title'>): PlanObjection | undefined =>
  title.trim() === '' ? 'title-missing' : undefined

export const changePlan = (seen: Seen, key: string, changes: PlanChanges, author: Author): Statement[] =>
  standing(seen, key) && changes.title !== null && changes.title?.trim() !== ''
    ? change(seen, plan, key, changes, author)
    : []

/** Where the wheel can go from where it is: on, or from checking back to doing. After acting it starts again. */
export const nextTurns = (from: Pdca): readonly Pdca[] => TURNS[from]
const TURNS: Readonly<Record<Pdca, readonly Pdca[]>> = {
  plan: ['do'],
  do: ['check'],
  check: ['act', 'do'],
  act: ['plan'],
}

export type Turn = {
  readonly to: Pdca
  /** Who looked whether it worked; needed to go from checking to acting. */
  readonly checkedBy?: string | undefined
  readonly note?: string | undefined
}

/** Turns the wheel. The day, and who turned it, are those of the statement. */
export const turnPlan = (seen: Seen, key: string, turn: Turn, author: Author): Statement[] =>
  objectionToTurn(seen, key, turn)
    ? []
    : say(
        seen,
        planAbout(key),
        { pdca: turn.to, checkedBy: turn.checkedBy ?? null, turnNote: orNull(turn.note) },
        author,
      )

export const objectionToTurn = (
  seen: Seen,
  key: string,
  { to, checkedBy = '' }: Turn,
): TurnObjection | undefined => {
  const now = standing(seen, key)
  if (!now) return 'no-such-plan'
  if (now.state !== 'open') return 'not-open'
  const settles = isSaidApart(seen, planAbout(key), 'pdca', to)
  if (!settles && !nextTurns(now.pdca).includes(to)) return 'not-next'
  return to === 'act' && checkedBy === '' ? 'checker-missing' : undefined
}

/** Ends a plan that was checked and acted upon. */
export const finishPlan = (seen: Seen, key: string, note: string, author: Author): Statement[] =>
  objectionToEnd(seen, key, { to: 'finished' })
    ? []
    : say(seen, planAbout(key), { state: 'finished', turnNote: orNull(note) }, author)

export const stopPlan = (seen: Seen, key: string, reason: string, author: Author): Statement[] =>
  objectionToEnd(seen, key, { to: 'stopped', reason })
    ? []
    : say(seen, planAbout(key), { state: 'stopped', reason }, author)

/** Takes a plan up again that was finished or stopped: it starts with planning. */
export const reopenPlan = (seen: Seen, key: string, reason: string, author: Author): Statement[] =>
  objectionToEnd(seen, key, { to: 'open', reason })
    ? []
    : say(
        seen,
        planAbout(key),
        { state: 'open', pdca: 'plan', reason, checkedBy: null, turnNote: null },
        author,
      )

export const objectionToEnd = (
  seen: Seen,
  key: string,
  { to, reason = '' }: { readonly to: Plan['state']; readonly reason?: string },
): EndObjection | undefined => {
  const now = standing(seen, key)
  if (!now) return 'no-such-plan'
  if (isSaidApart(seen, planAbout(key), 'state', to)) return undefined
  if (to === 'open') {
    if (now.state === 'open') return 'not-over'
  } else if (now.state !== 'open') return 'not-open'
  if (to === 'finished') return now.pdca === 'act' ? undefined : 'not-at-act'
  return reason.trim() === '' ? 'reason-missing' : undefined
}

export const removePlan = (seen: Seen, key: string, author: Author): Statement[] =>
  standing(seen, key) ? remove(seen, plan, key, author) : []

export type RasciProblem =
  | 'task-missing'
  | 'accountable-missing'
  | 'accountable-several'
  | 'responsible-missing'

/** What is wrong with a RASCI table: every task has exactly one who answers for it, and at least one who does it. */
export const objectionsToRasci = (rows: readonly RasciRow[]): { row: number; problem: RasciProblem }[] =>
  rows.flatMap(({ task, R, A }, row) => {
    const problems: RasciProblem[] = []
    const accountable = new Set(named(A))
    if (task.trim() === '') problems.push('task-missing')
    if (accountable.size === 0) problems.push('accountable-missing')
    if (accountable.size > 1) problems.push('accountable-several')
    if (named(R).length === 0) problems.push('responsible-missing')
    return problems.map((problem) => ({ row, problem }))
  })

const named = (names: readonly string[]): string[] =>
  names.map((name) => name.trim()).filter((name) => name !== '')

const standing = (seen: Seen, key: string): Plan | undefined => {
  const folded = seen.get(planAbout(key))
  const now = folded && readRecord(plan, folded)
  return now && !now.gone && now.title !== '' ? now : undefined
}

const orNull = (words: string | undefined): string | null => (words ? words : null)
