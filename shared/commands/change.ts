/** Saying several fields of a record at once, typed by its kind: how forms are saved. */
import type { Kind, RecordOf } from '../kinds/kind'
import type { Json, Statement } from '../statement'
import { type Author, type Seen, say } from './say'

/** Fields to set: `null` takes a value away, `undefined` leaves it as it stands. */
export type Changes<K extends Kind> = {
  readonly [F in keyof K['fields']]?: RecordOf<K>[F] | null | undefined
}

/** Sets fields of the record of a kind. @returns none when everything stands so already */
export const change = <K extends Kind>(
  seen: Seen,
  kind: K,
  key: string,
  changes: Changes<K>,
  author: Author,
): Statement[] => say(seen, `${kind.name}:${key}`, plain(changes) as Record<string, Json>, author)

/** Adds a record; one of the same key that was removed comes back as it is described now. */
export const add = <K extends Kind>(
  seen: Seen,
  kind: K,
  key: string,
  fields: Changes<K>,
  author: Author,
): Statement[] => {
  const set = { ...(plain(fields) as Record<string, Json>), gone: null }
  return say(seen, `${kind.name}:${key}`, set, author)
}

/** Removes a record: it stays in the ledger, and is gone everywhere else. */
export const remove = (seen: Seen, kind: Kind, key: string, author: Author): Statement[] =>
  say(seen, `${kind.name}:${key}`, { gone: true }, author)

/**
 * A readable key that nobody else makes: "els-goossens-k3f9". The tail comes from 96 random bits, so that two people who
 * add the same name while apart add two records, which they can see and settle.
 * @param random 16 characters, as `author.id()` makes them
 */
export const keyFrom = (name: string, random: string): string => {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  return [words, tail(random)]
    .filter((part) => part !== '')
    .join('-')
    .replace(/-+/g, '-')
}

const BASE32 = 'abcdefghijkmnpqrstuvwxyz23456789'

// A hash instead of the characters themselves: they are of both cases, and a key is lower-case.
const tail = (random: string): string => {
  let hash = 0
  for (const character of random) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0
  return Array.from({ length: 4 }, (_, index) => BASE32[(hash >>> (index * 5)) & 31]).join('')
}

// A statement holds JSON, and JSON knows no `undefined`: a field that has it is left out, at any depth.
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, plain(inner)]),
  )
}
