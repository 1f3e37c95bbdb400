/** Undo: a further statement, of one's own, that puts back what one's earlier statement replaced. */
import type { Folded } from '../fold'
import { type Json, kindOf, type Statement, sameJson, VERSION } from '../statement'
import type { Author } from './say'

/**
 * Takes one's own statement back, field by field, also where it stands again because a later one was taken back. A field
 * that someone has changed since is left as it is; where someone else answered apart, that answer remains and the clash is
 * over.
 * @returns none when nothing is left to undo, or when the statement is another's
 */
export const undoStatement = (folded: Folded | undefined, id: string, author: Author): Statement[] => {
  const statement = folded?.statements.find((each) => each.id === id)
  if (!folded || !statement || statement.by !== author.by || isForGood(statement)) return []
  const set: Record<string, Json> = {}
  const over: Record<string, string[]> = {}
  for (const field of Object.keys(statement.set)) {
    const heads = folded.fields.get(field)?.heads ?? []
    const own = heads.filter((head) => standsFor(folded, head, field).has(statement))
    if (own.length === 0) continue
    const other = heads.filter((head) => !own.includes(head)).at(-1)
    set[field] = other ? (other.set[field] as Json) : (before(folded, statement, field)?.set[field] ?? null)
    over[field] = own.map((head) => head.id)
  }
  if (Object.keys(set).length === 0) return []
  return [{ v: VERSION, id: author.id(), at: author.at, by: author.by, about: folded.about, set, over }]
}

/** A report was closed with a ticked sentence, and stays as it was; scores that the group has read are blind no more. */
const isForGood = ({ about, set }: Statement): boolean => {
  const kind = kindOf(about)
  return kind === 'report' || kind === 'assessment' || (kind === 'round' && 'state' in set)
}

/**
 * A statement, and those of the same author that it put back: it replaced one of his own with the value that had stood
 * there before that one.
 */
const standsFor = (
  folded: Folded,
  statement: Statement,
  field: string,
  known = new Map<Statement, ReadonlySet<Statement>>(),
): ReadonlySet<Statement> => {
  const done = known.get(statement)
  if (done) return done
  const found = new Set([statement])
  known.set(statement, found)
  const [taken, ...more] = replaced(folded, statement, field)
  if (!taken || more.length > 0 || taken.by !== statement.by) return found
  for (const each of standsFor(folded, taken, field, known)) {
    const back = before(folded, each, field)
    if (back?.by !== statement.by || !sameJson(back.set[field] as Json, statement.set[field] as Json))
      continue
    for (const one of standsFor(folded, back, field, known)) found.add(one)
  }
  return found
}

/** The statement whose value counted before this one. */
const before = (folded: Folded, statement: Statement, field: string): Statement | undefined =>
  replaced(folded, statement, field).at(-1)

const replaced = ({ statements }: Folded, { over }: Statement, field: string): Statement[] => {
  const ids = new Set(over?.[field])
  return ids.size === 0 ? [] : statements.filter(({ id }) => ids.has(id))
}
