/** The stored view the popup paints before anything else is read. Written in the language of the moment, so it needs no records. */
import type { Day } from '../../shared/days'
import type { Outcome } from '../../shared/kinds/check'
import type { Head } from '../../shared/queries/schedule'
import type { SyncState } from './types'

/** Who sent an answer back, by name, and what should be different. */
export type Returned = { readonly by: string; readonly remark: string }

export type SnapshotRow = {
  readonly about: string
  readonly room: string
  readonly title: string
  readonly department: string
  readonly theme: string
  readonly due: Day
  readonly state: 'late' | 'today' | 'soon' | 'done'
  readonly outcome: Outcome | undefined
  readonly note: string
  /** Absent in what an earlier version kept. */
  readonly returned?: Returned | undefined
  readonly clash: boolean
  /** The name of whom one stands in for, where that is how it comes to one. */
  readonly absent: string | undefined
  /** The answers that clash, with the names of those who gave them. */
  readonly heads: readonly (Head & { readonly name: string })[]
}

export type Snapshot = {
  readonly v: 1
  readonly member: string
  /** Of the person. */
  readonly name: string
  /** Name of the organisation. */
  readonly organisation: string
  /** The day for which it was made: a snapshot of yesterday is still painted, its states are worked out anew from `due`. */
  readonly today: Day
  readonly language: 'nl' | 'en'
  /** Mine: clashes first, then late, today, soon; in due order. */
  readonly rows: readonly SnapshotRow[]
  readonly done: number
  readonly total: number
  /** The first that opens later, for when nothing is left to do. */
  readonly next: { readonly title: string; readonly opens: Day; readonly due: Day } | undefined
  readonly sync: SyncState
}
