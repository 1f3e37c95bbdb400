/** Undo: a further statement, of one's own, that puts back what one's earlier statement replaced. */
import type { Folded } from '../fold'
import { type Json, type Statement, VERSION } from '../statement'
import type { Author } from './say'

/**
 * Takes one's own statement back, field by field. A field that someone has changed since is left as it is; where
 * someone else answered apart, that answer remains and the clash is over.
 * @returns none when nothing is left to undo, or when the statement is another's
 */
export const undoStatement = (folded: Folded | undefined, id: string, author: Author): Statement[] => {
  const statement = folded?.statements.find((each) => each.id === id)
  if (!folded || !statement || statement.by !== author.by) return []
  const set: Record<string, Json> = {}
  const over: Record<string, string[]> = {}
  for (const field of Object.keys(statement.set)) {
    const heads = folded.fields.get(field)?.heads ?? []
    if (!heads.some((head) => head.id === id)) continue
    const other = heads.filter((head) => head.id !== id).at(-1)
    set[field] = other ? (other.set[field] as Json) : valueBefore(folded, statement, field)
    over[field] = [id]
  }
  if (Object.keys(set).length === 0) return []
  return [{ v: VERSION, id: author.id(), at: author.at, by: author.by, about: folded.about, set, over }]
}

const valueBefore = (folded: Folded, statement: Statement, field: string): Json => {
  const replaced = new Set(statement.over?.[field] ?? [])
  const before = folded.statements.filter((each) => replaced.has(each.id))
  return before[before.length - 1]?.set[field] ?? null
}
