/**
 * The stored view that a page paints before anything else is read. Reading is synchronous and total, and needs neither
 * Yjs nor the store. What it says is of the last time: the store corrects it.
 */
import type { Day } from '../../shared/days'
import { OUTCOMES } from '../../shared/kinds/check'
import { readObject, removeItem, writeObject } from './items'
import type { Snapshot, SnapshotRow } from './snapshot-types'
import type { SyncState } from './types'

const KEY = 'waarborg.snapshot'
const VIEW = 'waarborg.view/'

/** What was drawn last on this device, or nothing. */
export const readSnapshot = (): Snapshot | undefined => snapshotFrom(readObject(KEY))

export const writeSnapshot = (snapshot: Snapshot): void => writeObject(KEY, snapshot)

/** Forgets every stored view: the next person on this device must not see them. */
export const clearSnapshots = (): void => {
  removeItem(KEY)
  for (const name of VIEWS) removeItem(VIEW + name)
}

/** Pages that keep a view of their own. */
const VIEWS = ['dashboard'] as const
export type View = (typeof VIEWS)[number]

/** What a page kept for its next first paint: to be read as totally as anything from outside. */
export const readView = (view: View): Record<string, unknown> | undefined => readObject(VIEW + view)
export const keepView = (view: View, value: object): void => writeObject(VIEW + view, value)

const snapshotFrom = (value: Record<string, unknown> | undefined): Snapshot | undefined => {
  if (value?.v !== 1 || !isDay(value.today) || typeof value.member !== 'string') return undefined
  return {
    v: 1,
    member: value.member,
    name: text(value.name),
    organisation: text(value.organisation),
    today: value.today,
    language: value.language === 'en' ? 'en' : 'nl',
    rows: Array.isArray(value.rows) ? value.rows.map(rowFrom).filter((row) => row !== undefined) : [],
    done: count(value.done),
    total: count(value.total),
    next: nextFrom(value.next),
    sync: syncFrom(value.sync),
  }
}

const STATES = ['late', 'today', 'soon', 'done'] as const

const rowFrom = (value: unknown): SnapshotRow | undefined => {
  const row = Object(value) as Record<string, unknown>
  const state = STATES.find((word) => word === row.state)
  if (typeof row.about !== 'string' || typeof row.room !== 'string' || !isDay(row.due) || !state)
    return undefined
  return {
    about: row.about,
    room: row.room,
    title: text(row.title),
    department: text(row.department),
    theme: text(row.theme),
    due: row.due,
    state,
    outcome: OUTCOMES.find((word) => word === row.outcome),
    note: text(row.note),
    clash: row.clash === true,
    returned: returnedFrom(row.returned),
    absent: typeof row.absent === 'string' ? row.absent : undefined,
    heads: Array.isArray(row.heads) ? row.heads.map(headFrom) : [],
  }
}

const returnedFrom = (value: unknown): SnapshotRow['returned'] => {
  const { by, remark } = Object(value) as Record<string, unknown>
  return typeof by === 'string' ? { by, remark: text(remark) } : undefined
}

const headFrom = (value: unknown): SnapshotRow['heads'][number] => {
  const head = Object(value) as Record<string, unknown>
  const at = typeof head.at === 'number' ? head.at : 0
  const outcome = OUTCOMES.find((word) => word === head.outcome)
  return { outcome, note: text(head.note), by: text(head.by), name: text(head.name), at }
}

const nextFrom = (value: unknown): Snapshot['next'] => {
  const { title, opens, due } = Object(value) as Record<string, unknown>
  return isDay(opens) && isDay(due) ? { title: text(title), opens, due } : undefined
}

const WORDS = ['loading', 'confirmed', 'here', 'offline', 'not-saved', 'refused', 'signed-out'] as const

const syncFrom = (value: unknown): SyncState => {
  const { word, unsent, confirmedAt } = Object(value) as Record<string, unknown>
  return {
    word: WORDS.find((each) => each === word) ?? 'loading',
    unsent: count(unsent),
    // Whether there is a network now is not known yet, nor whether the problem of then still stands.
    online: false,
    confirmedAt: typeof confirmedAt === 'number' ? confirmedAt : undefined,
    problem: undefined,
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const count = (value: unknown): number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 0
const isDay = (value: unknown): value is Day => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
