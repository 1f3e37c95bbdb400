/**
 * A statement: one line in a room's ledger. Knows its shape, reads it from anything, and gives it a digest.
 * Leaves to others what the fields of a kind mean (kinds/) and who may say it (access.ts).
 */
import * as sha256 from 'lib0/hash/sha256'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

export type Statement = {
  /** Version of this shape. */
  readonly v: number
  /** 96 random bits, base64url, 16 characters; unique in its room. */
  readonly id: string
  /** The author's clock, milliseconds since 1970, UTC. */
  readonly at: number
  /** Member id. */
  readonly by: string
  /** "<kind>:<key>", for example "check:kas-telling/2026-11". */
  readonly about: string
  /** Field -> value; null takes a value away. */
  readonly set: Readonly<Record<string, Json>>
  /** Field -> ids of the statements whose value the author saw and replaces. */
  readonly over?: Readonly<Record<string, readonly string[]>>
}

/** How a statement stands in the `Y.Array`: a tuple, because tuples load faster and Yjs merges neighbours. */
export type Tuple = readonly Json[]

/** The version of the shape that this code writes. */
export const VERSION = 1

const ID = /^[A-Za-z0-9_-]{16}$/
const MEMBER = /^[a-z0-9][a-z0-9.-]{0,63}$/
const ABOUT = /^[a-z][a-z-]{0,31}:[A-Za-z0-9][A-Za-z0-9.-]{0,63}(\/[A-Za-z0-9][A-Za-z0-9.-]{0,63}){0,3}$/
const FIELD = /^[a-z][A-Za-z0-9]{0,63}$/
const MAX_DEPTH = 16
const MAX_FIELDS = 64
/** Most statements that one field of one statement may replace. */
export const MAX_OVER = 256
/** The end of the year 9999: later days do not sort as text, and much later ones are no days at all. */
const LAST_MOMENT = 253_402_300_799_999

/** Words that reach an object's prototype: a field of that name would let a statement change what it never set. */
const FORBIDDEN: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
])

/**
 * Reads a ledger entry.
 * @returns the statement, or `undefined` when the entry is not one. Never throws.
 * A tuple of a newer version (`v` above {@link VERSION}) may have more elements; they are kept in the ledger and ignored here.
 */
export const parse = (entry: unknown): Statement | undefined => {
  if (!Array.isArray(entry) || entry.length < 6) return undefined
  // Not destructured, which goes through an iterator: this runs for every entry of every room that is opened.
  const v: unknown = entry[0]
  const id: unknown = entry[1]
  const at: unknown = entry[2]
  const by: unknown = entry[3]
  const about: unknown = entry[4]
  const set: unknown = entry[5]
  if (!isCount(v) || v < 1) return undefined
  if (v === VERSION && entry.length > 7) return undefined
  if (typeof id !== 'string' || !ID.test(id)) return undefined
  if (!isCount(at) || at > LAST_MOMENT) return undefined
  if (typeof by !== 'string' || !MEMBER.test(by)) return undefined
  if (typeof about !== 'string' || !ABOUT.test(about)) return undefined
  if (!isSet(set)) return undefined
  const over: unknown = entry[6]
  if (entry.length > 6 && !isOver(over, set, id)) return undefined
  if (entry.length > 7 && !entry.slice(7).every((extra) => isJson(extra))) return undefined
  const statement = { v, id, at, by, about, set }
  return lift(entry.length > 6 ? { ...statement, over: over as Record<string, string[]> } : statement)
}

/**
 * Turns an old statement into today's shape, in memory. There is one version so far, so it is the identity; a newer
 * version's statement is read as far as this version knows it.
 */
export const lift = (statement: Statement): Statement => statement

/** The tuple of a statement, as it is pushed. `over` is left out when it names nothing. */
export const toTuple = ({ v, id, at, by, about, set, over }: Statement): Tuple =>
  over && Object.keys(over).length > 0 ? [v, id, at, by, about, set, over] : [v, id, at, by, about, set]

/** The kind in `about`: "check" of "check:kas-telling/2026-11". */
export const kindOf = (about: string): string => about.slice(0, about.indexOf(':'))

/** The key in `about`: "kas-telling/2026-11" of "check:kas-telling/2026-11". */
export const keyOf = (about: string): string => about.slice(about.indexOf(':') + 1)

/** Whether a string may be a member's or a department's id. */
export const isKey = (value: unknown): value is string => typeof value === 'string' && MEMBER.test(value)

/**
 * The SHA-256 of a statement's canonical form, in lower-case hex. Two statements have the same digest exactly when every
 * element is equal, whatever the order of their fields (JSON canonicalisation: RFC 8785).
 */
export const digest = (statement: Statement): string => digestOf(toTuple(statement) as Json)

/** The SHA-256 of the canonical JSON of a value, in lower-case hex. */
export const digestOf = (value: Json): string =>
  hex(sha256.digest(new TextEncoder().encode(canonical(value))))

/** JSON with sorted keys and no white space (RFC 8785). */
export const canonical = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map((element) => canonical(element)).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const object = value as Record<string, Json>
  return `{${Object.keys(object)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(object[key] as Json)}`)
    .join(',')}}`
}

/** Whether two values are the same JSON, whatever the order of keys. */
export const sameJson = (a: Json, b: Json): boolean => a === b || canonical(a) === canonical(b)

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

// A decoded key "__proto__" becomes a foreign prototype, whose fields `for … in` would find.
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.getPrototypeOf(value) === Object.prototype

const isSet = (value: unknown): value is Record<string, Json> => {
  if (!isPlain(value)) return false
  const fields = Object.keys(value)
  return (
    fields.length > 0 &&
    fields.length <= MAX_FIELDS &&
    fields.every((field) => isField(field) && isJson(value[field]))
  )
}

const isField = (field: string): boolean => FIELD.test(field) && !FORBIDDEN.has(field)

const isOver = (value: unknown, set: Record<string, Json>, own: string): boolean =>
  isPlain(value) &&
  Object.entries(value).every(
    ([field, ids]) =>
      Object.hasOwn(set, field) &&
      Array.isArray(ids) &&
      ids.length > 0 &&
      ids.length <= MAX_OVER &&
      ids.every((id) => typeof id === 'string' && ID.test(id) && id !== own),
  )

const isJson = (value: unknown, depth = 0): value is Json => {
  if (depth > MAX_DEPTH) return false
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (Array.isArray(value)) return value.every((element) => isJson(element, depth + 1))
  return (
    isPlain(value) &&
    Object.entries(value).every(([key, inner]) => !FORBIDDEN.has(key) && isJson(inner, depth + 1))
  )
}
