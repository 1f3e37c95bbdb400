/** What people say about a text: comments, replies, that something is settled; and that a moment of it is kept. */
import { comment, commentAbout } from '../kinds/comment'
import { version } from '../kinds/version'
import type { Statement } from '../statement'
import { add, change, remove } from './change'
import type { Author, Seen } from './say'

export type CommentInput = {
  readonly text: string
  readonly body: string
  readonly thread?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly quote?: string | undefined
}

/** As much of what stood there as is of use to find it again. */
const MAX_QUOTE = 200

/** A key of 96 random bits: people who are apart never make the same. */
export const keyOfId = (id: string): string => `c${id.replaceAll('_', '.')}`

/** Comments, or replies when there is a thread. @returns none when there is nothing to say */
export const addComment = (seen: Seen, key: string, input: CommentInput, author: Author): Statement[] => {
  const body = input.body.trim()
  if (body === '') return []
  return add(seen, comment, key, { ...input, body, quote: input.quote?.slice(0, MAX_QUOTE) }, author)
}

/** Says it in other words. */
export const changeComment = (seen: Seen, key: string, body: string, author: Author): Statement[] =>
  body.trim() === '' ? [] : change(seen, comment, key, { body: body.trim() }, author)

/** Settles what a comment asked, or opens it again. */
export const resolveComment = (seen: Seen, key: string, resolved: boolean, author: Author): Statement[] =>
  change(seen, comment, key, { resolved: resolved ? true : null }, author)

/** Takes a comment away; nobody but its author does. */
export const removeComment = (seen: Seen, key: string, author: Author): Statement[] => {
  const first = seen.get(commentAbout(key))?.statements[0]
  return first?.by === author.by ? remove(seen, comment, key, author) : []
}

export type VersionInput = {
  readonly text: string
  readonly title?: string | undefined
  readonly automatic: boolean
  readonly snapshot: string
  readonly base?: string | undefined
  readonly clients: readonly number[]
}

/** Keeps a moment of a text. */
export const keepVersion = (
  seen: Seen,
  key: string,
  { automatic, title, ...input }: VersionInput,
  author: Author,
): Statement[] =>
  add(
    seen,
    version,
    key,
    { ...input, title: title?.trim() || undefined, automatic: automatic || undefined },
    author,
  )
