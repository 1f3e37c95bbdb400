/** The history of a subject: who said what, when, and what stood there before. And how it stood at an earlier moment. */
import { type Folded, foldSubject } from '../fold'
import type { Json, Statement } from '../statement'

export type Change = { readonly field: string; readonly before: Json; readonly after: Json }

/** One statement about a subject, as people read it. */
export type HistoryEntry = {
  readonly id: string
  readonly at: number
  readonly by: string
  readonly changes: readonly Change[]
  /** Ids of the statements of which it replaced a value. More than one: it settled a clash. */
  readonly replaced: readonly string[]
}

/**
 * What was said about a subject, newest last. In list order, which never puts a correction before what it corrects,
 * whatever the clocks said.
 */
export const history = (folded: Folded | undefined): HistoryEntry[] => {
  if (!folded) return []
  const byId = new Map(folded.statements.map((statement) => [statement.id, statement]))
  return folded.statements.map((statement) => entry(statement, byId))
}

/** A subject as of a moment: the fold of what had been said by then. `undefined` when nothing had been said. */
export const asOf = (folded: Folded | undefined, moment: number): Folded | undefined => {
  const said = folded?.statements.filter(({ at }) => at <= moment) ?? []
  return folded && said.length > 0 ? foldSubject(folded.about, said) : undefined
}

const entry = (statement: Statement, byId: ReadonlyMap<string, Statement>): HistoryEntry => {
  const { id, at, by, set, over = {} } = statement
  const changes = Object.entries(set).map(([field, after]) => ({
    field,
    before: lastOf(over[field] ?? [], byId)?.set[field] ?? null,
    after,
  }))
  return { id, at, by, changes, replaced: [...new Set(Object.values(over).flat())] }
}

// Of several that were replaced at once, the last in the list is the one that counted.
const lastOf = (ids: readonly string[], byId: ReadonlyMap<string, Statement>): Statement | undefined => {
  let last: Statement | undefined
  for (const statement of byId.values()) if (ids.includes(statement.id)) last = statement
  return last
}
