/** The bin: putting back what was removed. */
import type { Statement } from '../statement'
import { type Author, type Seen, say } from './say'

/** Puts a record back as it was when it was removed. @returns none when it is not gone */
export const restore = (seen: Seen, about: string, author: Author): Statement[] =>
  seen.get(about)?.fields.get('gone')?.value === true ? say(seen, about, { gone: null }, author) : []
