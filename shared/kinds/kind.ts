/**
 * What a kind of record is: its name, the room it lives in, and a reader per field. Readers are total: they take
 * anything and always return a value of their type, so drawing never throws, whatever a newer version wrote.
 */
import type { Folded } from '../fold'
import type { Room } from '../rooms'
import { type Json, keyOf } from '../statement'

export type Reader<T> = (value: unknown) => T
type Readers = Readonly<Record<string, Reader<unknown>>>

export type Kind<R extends Readers = Readers> = {
  readonly name: string
  /** The kinds of rooms its records live in. */
  readonly home: readonly Room['kind'][]
  readonly fields: R
  /** Fields of which the last value in the list simply counts: no clash is shown. */
  readonly quiet: ReadonlySet<string>
}

/** The values of a kind, plus what every record has. */
export type RecordOf<K extends Kind> = { readonly [F in keyof K['fields']]: ReturnType<K['fields'][F]> } & {
  /** The part of `about` after the colon. */
  readonly key: string
  readonly about: string
  /** Deleted, by somebody's statement. */
  readonly gone: boolean
  /** Names of fields with an open clash. */
  readonly clashes: readonly string[]
}

/** Makes a kind. `home`: one kind of room, or several. `quiet` names the fields that never clash. */
export const defineKind = <R extends Readers>(
  name: string,
  home: Room['kind'] | readonly Room['kind'][],
  fields: R,
  quiet: readonly (keyof R & string)[] = [],
): Kind<R> => ({ name, home: typeof home === 'string' ? [home] : home, fields, quiet: new Set(quiet) })

/** Whether records of a kind may stand in a kind of room. */
export const livesIn = ({ home }: Pick<Kind, 'home'>, room: Room['kind']): boolean => home.includes(room)

/** Reads a folded subject as a record of a kind. Never throws; a field that is missing or odd gets its reader's default. */
export const readRecord = <K extends Kind>(kind: K, folded: Folded): RecordOf<K> => {
  const record: Record<string, unknown> = {
    key: keyOf(folded.about),
    about: folded.about,
    gone: folded.fields.get('gone')?.value === true,
    clashes: clashesOf(kind, folded),
  }
  for (const field in kind.fields)
    record[field] = (kind.fields[field] as Reader<unknown>)(folded.fields.get(field)?.value)
  return record as RecordOf<K>
}

const clashesOf = (kind: Kind, folded: Folded): readonly string[] => {
  const names: string[] = []
  for (const [name, field] of folded.fields) if (field.clash && !kind.quiet.has(name)) names.push(name)
  return names
}

// Readers

export const text: Reader<string> = (value) => (typeof value === 'string' ? value : '')
export const textOrNone: Reader<string | undefined> = (value) =>
  typeof value === 'string' && value !== '' ? value : undefined
export const flag: Reader<boolean> = (value) => value === true
export const texts: Reader<readonly string[]> = (value) =>
  Array.isArray(value) ? value.filter((element): element is string => typeof element === 'string') : []
export const numberOrNone: Reader<number | undefined> = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined
/** A day as "2026-11-30". */
export const dayOrNone: Reader<string | undefined> = (value) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined
export const oneOf =
  <const W extends readonly string[], D extends W[number] | undefined>(
    words: W,
    fallback: D,
  ): Reader<W[number] | D> =>
  (value) =>
    words.includes(value as string) ? (value as W[number]) : fallback

/** A whole number between two others, both included. */
export const numberBetween =
  (low: number, high: number): Reader<number | undefined> =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high ? value : undefined

/** A JSON object, or nothing: for readers that look into structured values. */
export const objectOrNone = (value: unknown): Readonly<Record<string, Json>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, Json>)
    : undefined
