/** How a command speaks: one statement over what its author saw. Every write is made here. */
import type { Folded } from '../fold'
import { type Json, MAX_OVER, type Statement, sameJson, VERSION } from '../statement'

/** Who speaks and when; where ids come from. Given by the caller, so commands are pure. */
export type Author = {
  /** Member id. */
  readonly by: string
  /** Milliseconds since 1970, UTC. */
  readonly at: number
  /** Makes 16 characters of base64url from 96 random bits. */
  readonly id: () => string
}

/** Records by subject, as the author sees them now. */
export type Seen = { get(about: string): Folded | undefined }

/**
 * One statement that sets fields of a subject over every head its author saw, so that it also settles a clash.
 * Fields that already stand so are left out.
 * @returns none when nothing would change
 */
export const say = (
  seen: Seen,
  about: string,
  set: Readonly<Record<string, Json>>,
  author: Author,
): Statement[] => {
  const folded = seen.get(about)
  const news: Record<string, Json> = {}
  const over: Record<string, readonly string[]> = {}
  for (const [field, value] of Object.entries(set)) {
    const standing = folded?.fields.get(field)
    if (!standing && value === null) continue
    if (standing && !standing.clash && sameJson(standing.value, value)) continue
    news[field] = value
    // More than a statement may name only when someone means harm; what is left stays a clash, to be settled again.
    if (standing) over[field] = standing.heads.slice(-MAX_OVER).map((head) => head.id)
  }
  if (Object.keys(news).length === 0) return []
  const statement = { v: VERSION, id: author.id(), at: author.at, by: author.by, about, set: news }
  return [Object.keys(over).length > 0 ? { ...statement, over } : statement]
}

/** One of several values that people said apart: choosing it settles what they differ about. */
export const isSaidApart = (seen: Seen, about: string, field: string, value: Json): boolean => {
  const found = seen.get(about)?.fields.get(field)
  return found?.clash === true && found.heads.some(({ set }) => sameJson(set[field] ?? null, value))
}
