/**
 * A piece of evidence for a check: what it is and whose bytes it has. The bytes are files named by their SHA-256, kept
 * outside the ledger; a record never gets other bytes.
 */
import {
  dayOrNone,
  defineKind,
  numberOrNone,
  oneOf,
  type Reader,
  type RecordOf,
  text,
  textOrNone,
} from './kind'

/** page: an address with what was seen there. picture: pasted or taken. link: an address alone. */
export const EVIDENCE_TYPES = ['page', 'file', 'picture', 'link'] as const
export type EvidenceType = (typeof EVIDENCE_TYPES)[number]

/** Bytes that one file may have at most. */
export const MAX_EVIDENCE = 25 * 1_048_576

/** The lower-case hex of a SHA-256. */
export const isSha256 = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

const hashOrNone: Reader<string | undefined> = (value) => (isSha256(value) ? value : undefined)

export const evidence = defineKind('evidence', 'year', {
  /** Subject of the check. */
  check: text,
  type: oneOf(EVIDENCE_TYPES, 'file'),
  sha256: hashOrNone,
  size: numberOrNone,
  mime: text,
  /** Name of the file. */
  name: text,
  title: text,
  url: textOrNone,
  /** The words that were selected on the page. */
  selection: text,
  /** Picture of the visible page, and a small one to show at once. */
  picture: hashOrNone,
  thumbnail: hashOrNone,
  /** When it was captured, in milliseconds since 1970. */
  capturedAt: numberOrNone,
  /** The day it is about, where that is another. */
  day: dayOrNone,
  /** The last day on which it still proves something. */
  validUntil: dayOrNone,
})
export type Evidence = RecordOf<typeof evidence>

export const evidenceAbout = (key: string): string => `evidence:${key}`
