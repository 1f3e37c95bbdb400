/** A comment on a text, in the room to which the text belongs; a reply is a comment too. Who and when: its statement. */
import { defineKind, flag, type RecordOf, text, textOrNone } from './kind'

export const comment = defineKind('comment', ['dept', 'team'], {
  /** The subject whose text it is about: "plan:k2f7". */
  text,
  body: text,
  /** For a reply, the comment that began: "comment:c4f…". */
  thread: textOrNone,
  /** Where it begins and ends, as Yjs positions in base64; without, it is about the whole text. */
  from: textOrNone,
  to: textOrNone,
  /** What stood there. */
  quote: text,
  resolved: flag,
})
export type Comment = RecordOf<typeof comment>

export const commentAbout = (key: string): string => `${comment.name}:${key}`
