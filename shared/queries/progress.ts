/** How far one is: of what runs now or is overdue, what has been answered. Pure. */
import { type Day, dayOf } from '../days'
import type { Check } from './schedule'

export type Progress = { readonly done: number; readonly total: number }

/**
 * Counts the checks whose period runs today, those that are late or in contradiction, and those that were so until today:
 * so that answering a late one, or settling a contradiction, counts as done instead of making the whole smaller.
 */
export const progressOf = (checks: readonly Check[], today: Day): Progress => {
  let done = 0
  let total = 0
  for (const check of checks) {
    const runs = check.opens <= today && check.due >= today
    if (!runs && !asks(check) && !wasDoneOn(check, today)) continue
    total += 1
    if (!asks(check) && check.outcome !== undefined) done += 1
  }
  return { done, total }
}

const asks = ({ state, clash }: Check): boolean => state === 'late' || clash

const wasDoneOn = ({ outcome, answeredAt, settledAt }: Check, today: Day): boolean =>
  outcome !== undefined && [answeredAt, settledAt].some((at) => at !== undefined && dayOf(at) === today)
