/** Deadlines: add one's own, change one of the library, tick one off. */
import type { Day } from '../days'
import { deadline, met, metAbout } from '../kinds/deadline'
import type { Statement } from '../statement'
import { keyOf } from '../statement'
import { add, type Changes, change, remove } from './change'
import type { Author, Seen } from './say'

/** Adds a deadline, or changes one: of the library, only what is said here differs from it. */
export const setDeadline = (
  seen: Seen,
  key: string,
  changes: Changes<typeof deadline>,
  author: Author,
): Statement[] => add(seen, deadline, key, changes, author)

/** Removes one's own deadline; one of the library is as the library says again. */
export const removeDeadline = (seen: Seen, key: string, author: Author): Statement[] =>
  remove(seen, deadline, key, author)

/** Says that a deadline was met. @param day the day on which it was due */
export const tickDeadline = (seen: Seen, key: string, day: Day, author: Author, note = ''): Statement[] =>
  change(seen, met, keyOf(metAbout(key, day)), { met: true, note: note === '' ? null : note }, author)

export const untickDeadline = (seen: Seen, key: string, day: Day, author: Author): Statement[] =>
  change(seen, met, keyOf(metAbout(key, day)), { met: null, note: null }, author)
