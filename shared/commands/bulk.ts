/** The same for many measures at once, with what would change shown before, and who is left out and why. */
import { addDays, type Day } from '../days'
import type { Folded } from '../fold'
import { type Horizon, measureAbout, type Priority, type Status } from '../kinds/measure'
import type { Json, Statement } from '../statement'
import {
  askState,
  changeMeasure,
  moveDue,
  objectionToChange,
  objectionToMove,
  objectionToStep,
  stepMeasure,
} from './measures'
import type { Author, Seen } from './say'

export type BulkVerb =
  | { readonly do: 'move'; readonly due: Day; readonly reason: string }
  /** So many days further, each from its own day. */
  | { readonly do: 'shift'; readonly days: number; readonly reason: string }
  | { readonly do: 'owner'; readonly owner: string }
  | { readonly do: 'step'; readonly to: Status; readonly reason?: string }
  | { readonly do: 'priority'; readonly priority: Priority }
  | { readonly do: 'horizon'; readonly horizon: Horizon }
  | { readonly do: 'ask'; readonly question: string }

export type Chosen = { readonly room: string; readonly key: string; readonly seen: Seen }
export type BulkResult = {
  /** To be said, per room; each in one go. */
  readonly said: readonly { readonly room: string; readonly statements: readonly Statement[] }[]
  readonly preview: readonly {
    readonly room: string
    readonly about: string
    readonly changes: readonly { readonly field: string; readonly before: Json; readonly after: Json }[]
  }[]
  /** What would not change: with its objection, or `unchanged`. */
  readonly left: readonly { readonly room: string; readonly about: string; readonly why: string }[]
}

/** Works a verb out over many measures. Nothing is written: `said` is what is to be written. */
export const bulkOf = (chosen: readonly Chosen[], verb: BulkVerb, author: Author): BulkResult => {
  const rooms = new Map<string, Statement[]>()
  const preview: BulkResult['preview'][number][] = []
  const left: BulkResult['left'][number][] = []
  for (const { room, key, seen } of chosen) {
    const about = measureAbout(key)
    const why = objectionTo(seen, key, verb, author.by)
    const statements = why === undefined ? sayOne(seen, key, verb, author) : []
    if (statements.length === 0) left.push({ room, about, why: why ?? 'unchanged' })
    else preview.push({ room, about, changes: changesOf(seen.get(about), statements) })
    rooms.set(room, [...(rooms.get(room) ?? []), ...statements])
  }
  const said = [...rooms].flatMap(([room, statements]) =>
    statements.length > 0 ? [{ room, statements }] : [],
  )
  return { said, preview, left }
}

const objectionTo = (seen: Seen, key: string, verb: BulkVerb, by: string): string | undefined => {
  switch (verb.do) {
    case 'move':
      return objectionToMove(seen, key, verb.due, verb.reason)
    case 'shift':
      return objectionToMove(seen, key, shifted(seen, key, verb.days), verb.reason)
    case 'owner':
      return objectionToChange(seen, key, { owner: verb.owner })
    case 'step':
      return objectionToStep(seen, key, verb, by)
    default:
      return undefined
  }
}

const sayOne = (seen: Seen, key: string, verb: BulkVerb, author: Author): Statement[] => {
  switch (verb.do) {
    case 'move':
      return moveDue(seen, key, verb.due, verb.reason, author)
    case 'shift':
      return moveDue(seen, key, shifted(seen, key, verb.days), verb.reason, author)
    case 'owner':
      return changeMeasure(seen, key, { owner: verb.owner }, author)
    case 'step':
      return stepMeasure(seen, key, verb, author)
    case 'priority':
      return changeMeasure(seen, key, { priority: verb.priority }, author)
    case 'horizon':
      return changeMeasure(seen, key, { horizon: verb.horizon }, author)
    case 'ask':
      return askState(seen, key, verb.question, author)
  }
}

const shifted = (seen: Seen, key: string, days: number): Day => {
  const due = seen.get(measureAbout(key))?.fields.get('due')?.value
  return typeof due === 'string' ? addDays(due, days) : ''
}

const changesOf = (folded: Folded | undefined, statements: readonly Statement[]) =>
  statements.flatMap(({ set }) =>
    Object.entries(set).map(([field, after]) => ({
      field,
      before: folded?.fields.get(field)?.value ?? null,
      after,
    })),
  )
