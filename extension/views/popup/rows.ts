/** What one line of the popup shows, from a check or from the stored view; the same shape, so that nothing jumps. Pure. */
import type { Day } from '../../../shared/days'
import type { Outcome } from '../../../shared/kinds/check'
import type { Review } from '../../../shared/queries/reviews'
import type { Head } from '../../../shared/queries/schedule'
import type { Returned, SnapshotRow } from '../../state/snapshot-types'
import type { Check } from '../../state/types'
import { keyOfCheck } from '../shared/drafts'

export const GROUPS = ['clash', 'returned', 'late', 'today', 'soon'] as const
export type Group = (typeof GROUPS)[number]

export type Row = {
  /** "<room>|<about>". */
  readonly key: string
  readonly room: string
  readonly about: string
  readonly title: string
  readonly department: string
  readonly theme: string
  readonly due: Day
  readonly group: Group
  readonly outcome: Outcome | undefined
  readonly note: string
  readonly clash: boolean
  /** The answers that clash. */
  readonly heads: readonly (Head & { readonly name?: string })[]
  /** The name of whom one stands in for, where that is how it comes to one. */
  readonly absent: string | undefined
  /** Member who answered. */
  readonly answeredBy: string | undefined
  /** How far somebody else's look at the answer is. */
  readonly review: Review['state']
  /** Who sent the answer back, and what should be different. */
  readonly returned: Returned | undefined
}

/** Names in the present language, by key. */
export type Names = {
  title(check: Check): string
  department(id: string): string
  theme(key: string): string
  absent(check: Check): string | undefined
  member(key: string): string
}

export const rowOfCheck = (check: Check, names: Names, today: Day): Row => ({
  key: keyOfCheck(check),
  room: check.room,
  about: check.about,
  title: names.title(check),
  department: names.department(check.department),
  theme: names.theme(check.control.theme),
  due: check.due,
  group: groupOf(check, today),
  outcome: check.outcome,
  note: check.note,
  clash: check.clash,
  heads: check.heads ?? [],
  absent: names.absent(check),
  answeredBy: check.answeredBy,
  review: check.review?.state ?? 'none',
  returned: returnedOf(check, names.member),
})

export const rowOfSnapshot = (row: SnapshotRow, today: Day): Row => ({
  ...row,
  key: keyOfCheck(row),
  group: groupOf(row, today),
  answeredBy: undefined,
  review: row.returned ? 'returned' : 'none',
  returned: row.returned,
})

/** Whether a check asks something of its performer now: open, answered apart in two ways, or sent back. */
export const asks = ({ state, clash, review, returned }: Asking): boolean =>
  clash ||
  state === 'late' ||
  state === 'today' ||
  state === 'soon' ||
  review?.state === 'returned' ||
  returned !== undefined
type Asking = Pick<Check, 'state' | 'clash' | 'review'> & Pick<SnapshotRow, 'returned'>

const returnedOf = ({ review }: Check, nameOf: (key: string) => string): Returned | undefined =>
  review?.state === 'returned' ? { by: nameOf(review.reviewer ?? ''), remark: review.remark } : undefined

/** Groups in their order; within a group as given, which is by due day. */
export const inGroups = (rows: readonly Row[]): Row[] =>
  GROUPS.flatMap((group) => rows.filter((row) => row.group === group))

/** The first row that is to be answered after a row, else the first of all. */
export const nextOpen = (rows: readonly Row[], key: string | undefined): Row | undefined => {
  const at = rows.findIndex((row) => row.key === key)
  return [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))].find(isOpen)
}

/** Whether a row is still to be answered. */
export const isOpen = ({ outcome, clash, returned }: Row): boolean =>
  outcome === undefined || clash || returned !== undefined

const groupOf = (
  { due, clash, review, returned }: Omit<Asking, 'state'> & { readonly due: Day },
  today: Day,
): Group => {
  if (clash) return 'clash'
  if (review?.state === 'returned' || returned) return 'returned'
  if (due < today) return 'late'
  return due === today ? 'today' : 'soon'
}
