/** What people do with evidence: bring it, say what it is and how long it holds, take it away. Its bytes never change. */
import { type Evidence, type EvidenceType, evidence, isSha256, MAX_EVIDENCE } from '../kinds/evidence'
import { readRecord } from '../kinds/kind'
import { linkOf } from '../queries/evidence'
import type { Statement } from '../statement'
import { add, type Changes, change, remove } from './change'
import type { Author, Seen } from './say'

export type EvidenceInput = Changes<typeof evidence> & { readonly check: string; readonly type: EvidenceType }
export type EvidenceObjection =
  | 'check-missing'
  | 'hash-missing'
  | 'empty'
  | 'too-large'
  | 'not-a-link'
  | 'valid-before-day'

/** Brings a piece of evidence, in the year room of its check. @returns none when {@link objectionToEvidence} has one */
export const addEvidence = (
  seen: Seen,
  key: string,
  input: EvidenceInput,
  hosts: readonly string[],
  author: Author,
): Statement[] => (objectionToEvidence(input, hosts) ? [] : add(seen, evidence, key, input, author))

/** Why this is no evidence. @param hosts of the intranet that may be linked to */
export const objectionToEvidence = (
  { check, type, sha256, picture, size, url, day, validUntil }: EvidenceInput,
  hosts: readonly string[],
): EvidenceObjection | undefined => {
  if (!check.startsWith('check:')) return 'check-missing'
  if ((type === 'file' || type === 'picture') && !isSha256(sha256)) return 'hash-missing'
  if ((sha256 && !isSha256(sha256)) || (picture && !isSha256(picture))) return 'hash-missing'
  if (isSha256(sha256) && size === 0) return 'empty'
  if ((size ?? 0) > MAX_EVIDENCE) return 'too-large'
  // A page that was seen is noted with its address, whatever that is; only a bare link has to be one.
  if (type === 'link' && linkOf(url ?? undefined, hosts) === undefined) return 'not-a-link'
  if (type === 'page' && !url) return 'not-a-link'
  return day && validUntil && validUntil < day ? 'valid-before-day' : undefined
}

/** Says something else of it: what it is called, the day it is about, how long it holds. */
export const changeEvidence = (
  seen: Seen,
  key: string,
  changes: Pick<Changes<typeof evidence>, 'title' | 'day' | 'validUntil'>,
  author: Author,
): Statement[] => {
  const now = standing(seen, key)
  if (!now) return []
  const day = changes.day === undefined ? now.day : changes.day
  const validUntil = changes.validUntil === undefined ? now.validUntil : changes.validUntil
  return day && validUntil && validUntil < day ? [] : change(seen, evidence, key, changes, author)
}

export const removeEvidence = (seen: Seen, key: string, author: Author): Statement[] =>
  standing(seen, key) ? remove(seen, evidence, key, author) : []

const standing = (seen: Seen, key: string): Evidence | undefined => {
  const folded = seen.get(`evidence:${key}`)
  const now = folded && readRecord(evidence, folded)
  return now?.gone ? undefined : now
}
