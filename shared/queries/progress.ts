/** How far one is: of what runs now or is overdue, what has been answered. Pure. */
import { type Day, dayOf } from '../days'
import type { Check } from './schedule'

export type Progress = { readonly done: number; readonly total: number }

/**
 * Counts the checks whose period runs today, those that are late, and those that were late until today: so that
 * answering a late one counts as done instead of making the whole smaller.
 */
export const progressOf = (checks: readonly Check[], today: Day): Progress => {
  let done = 0
  let total = 0
  for (const check of checks) {
    const isDone = check.outcome !== undefined
    const runs = check.opens <= today && check.due >= today
    const isCaughtUp = isDone && check.answeredAt !== undefined && dayOf(check.answeredAt) === today
    if (!runs && !isCaughtUp && check.state !== 'late') continue
    total += 1
    if (isDone) done += 1
  }
  return { done, total }
}
