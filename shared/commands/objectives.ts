/** Objectives, action plans and actions: add one, change it, hang it elsewhere, remove it. */
import { readRecord } from '../kinds/kind'
import { OBJECTIVE_LEVELS, type Objective, objective } from '../kinds/objective'
import type { Statement } from '../statement'
import { add, type Changes, change, remove } from './change'
import type { Author, Seen } from './say'

export type ObjectiveInput = Changes<typeof objective> & { readonly name: string }

/** Why an objective cannot stand there: a plan hangs under an objective, an action under a plan, nothing under itself. */
export type ObjectiveObjection = 'name-missing' | 'parent-missing' | 'parent-of-wrong-level'

export const addObjective = (seen: Seen, key: string, input: ObjectiveInput, author: Author): Statement[] =>
  add(seen, objective, key, input, author)

export const changeObjective = (
  seen: Seen,
  key: string,
  changes: Changes<typeof objective>,
  author: Author,
): Statement[] => change(seen, objective, key, changes, author)

/** Removes it; what hangs under it stays, and is shown without a place. */
export const removeObjective = (seen: Seen, key: string, author: Author): Statement[] =>
  remove(seen, objective, key, author)

/** Why an objective may not stand like this; `undefined` when it is fine. Levels go down one by one, so no circle is possible. */
export const objectionToObjective = (
  seen: Seen,
  { name, level, parent }: Pick<Objective, 'name' | 'level' | 'parent'>,
): ObjectiveObjection | undefined => {
  if (name.trim() === '') return 'name-missing'
  const above = OBJECTIVE_LEVELS[OBJECTIVE_LEVELS.indexOf(level) - 1]
  if (above === undefined) return parent === undefined ? undefined : 'parent-of-wrong-level'
  const folded = parent === undefined ? undefined : seen.get(`objective:${parent}`)
  if (!folded || readRecord(objective, folded).gone) return 'parent-missing'
  return readRecord(objective, folded).level === above ? undefined : 'parent-of-wrong-level'
}
