/**
 * The fold: what all statements about one subject add up to. A multi-value register per field, so a clash is kept and
 * shown instead of being decided by a clock. Knows nothing of Yjs, rooms or kinds.
 */
import { type Json, type Statement, sameJson } from './statement'

/** The standing of one field. */
export type Field = {
  /** The value that counts: of the last head in the list. `null` where the value was taken away. */
  readonly value: Json
  /** The statements that set it and that nobody has replaced, in list order. More than one after work apart. */
  readonly heads: readonly Statement[]
  /** Heads with different values: a person has to settle it. */
  readonly clash: boolean
}

/** What all statements about one subject add up to. */
export type Folded = {
  readonly about: string
  /** Only fields that have a head. A map, so that no name can reach a prototype. */
  readonly fields: ReadonlyMap<string, Field>
  /** All statements about the subject, in list order: its history. */
  readonly statements: readonly Statement[]
}

/** Which statements to fold: `asOf` is a moment in milliseconds since 1970, inclusive, on the authors' clocks. */
export type FoldOptions = { readonly asOf?: number }

/** A fold that can be added to. The result equals {@link fold} of the same list, from scratch. */
export type RunningFold = {
  /** Puts `statements` into the list at `index` and returns the subjects they touch. */
  insert(index: number, statements: readonly (Statement | undefined)[]): ReadonlySet<string>
  get(about: string): Folded | undefined
  /** Every subject, in the order in which it was first spoken of. */
  all(): Iterable<Folded>
  readonly length: number
}

/** Folds a list of statements by subject. The order of the list decides only which of several clashing heads counts. */
export const fold = (
  statements: Iterable<Statement | undefined>,
  { asOf }: FoldOptions = {},
): Map<string, Folded> => {
  const bySubject = new Map<string, Statement[]>()
  for (const statement of statements) {
    if (statement === undefined || (asOf !== undefined && statement.at > asOf)) continue
    const list = bySubject.get(statement.about)
    if (list) list.push(statement)
    else bySubject.set(statement.about, [statement])
  }
  const records = new Map<string, Folded>()
  for (const [about, list] of bySubject) records.set(about, foldSubject(about, list))
  return records
}

/** Folds the statements about one subject, given in list order. */
export const foldSubject = (about: string, statements: readonly Statement[]): Folded => {
  const first = statements[0]
  if (first && statements.length === 1) return { about, fields: fieldsOfOne(first, statements), statements }
  const replaced = replacedByField(statements)
  const heads = new Map<string, Statement[]>()
  for (const statement of statements) {
    for (const field in statement.set) {
      if (replaced.get(field)?.has(statement.id)) continue
      const list = heads.get(field)
      if (list) list.push(statement)
      else heads.set(field, [statement])
    }
  }
  const fields = new Map<string, Field>()
  for (const [field, list] of heads) fields.set(field, standing(field, list))
  return { about, fields, statements }
}

/** What is known of one subject. Once its record is made, the list belongs to the record, and grows no more. */
type Subject = { statements: readonly Statement[]; record: Folded | undefined }

/** A fold that follows a list as it grows, also in its middle: work that arrives from apart lands between. */
export const createFold = (): RunningFold => {
  let list: (Statement | undefined)[] = []
  const subjects = new Map<string, Subject>()

  const append = (statement: Statement): void => {
    const subject = subjects.get(statement.about)
    if (!subject) subjects.set(statement.about, { statements: [statement], record: undefined })
    else if (!subject.record) (subject.statements as Statement[]).push(statement)
    else {
      subject.statements = [...subject.statements, statement]
      subject.record = undefined
    }
  }
  const rescan = (touched: ReadonlySet<string>): void => {
    for (const about of touched) subjects.set(about, { statements: [], record: undefined })
    for (const statement of list) if (statement && touched.has(statement.about)) append(statement)
  }
  const recordOf = (about: string, subject: Subject): Folded => {
    subject.record ??= foldSubject(about, subject.statements)
    return subject.record
  }

  return {
    insert(index, statements) {
      const isFirst = list.length === 0
      if (index === list.length) {
        for (const statement of statements) {
          list.push(statement)
          if (statement) append(statement)
        }
        return isFirst ? new Set(subjects.keys()) : subjectsOf(statements)
      }
      const touched = subjectsOf(statements)
      // Not spread into `splice`: a long absence can bring more statements than a call takes arguments.
      list = [...list.slice(0, index), ...statements, ...list.slice(index)]
      rescan(touched)
      return touched
    },
    get(about) {
      const subject = subjects.get(about)
      return subject && recordOf(about, subject)
    },
    *all() {
      for (const [about, subject] of subjects) yield recordOf(about, subject)
    },
    get length() {
      return list.length
    },
  }
}

const subjectsOf = (statements: readonly (Statement | undefined)[]): Set<string> => {
  const touched = new Set<string>()
  for (const statement of statements) if (statement) touched.add(statement.about)
  return touched
}

// Most subjects have been spoken of once: the one statement is then the head of each of its fields.
const fieldsOfOne = ({ set }: Statement, heads: readonly Statement[]): Map<string, Field> => {
  const fields = new Map<string, Field>()
  for (const field in set) fields.set(field, { value: set[field] as Json, heads, clash: false })
  return fields
}

const replacedByField = (statements: readonly Statement[]): Map<string, Set<string>> => {
  const replaced = new Map<string, Set<string>>()
  for (const { over } of statements) {
    for (const field in over) {
      const ids = replaced.get(field) ?? new Set<string>()
      for (const id of over[field] ?? []) ids.add(id)
      replaced.set(field, ids)
    }
  }
  return replaced
}

const standing = (field: string, heads: readonly Statement[]): Field => {
  const values = heads.map((head) => head.set[field] as Json)
  const value = values[values.length - 1] as Json
  return { value, heads, clash: values.some((other) => !sameJson(other, value)) }
}
