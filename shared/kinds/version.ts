/** A moment of a text that can be shown and compared later, and who typed under which Yjs client ids up to then. */
import { defineKind, flag, type Reader, type RecordOf, text, textOrNone } from './kind'

const clients: Reader<readonly number[]> = (value) =>
  Array.isArray(value) ? value.filter((each): each is number => Number.isSafeInteger(each)) : []

export const version = defineKind('version', ['dept', 'team'], {
  /** The subject whose text it is: "plan:k2f7". */
  text,
  /** What a person called it. */
  title: text,
  /** Kept because somebody stopped writing, not because somebody asked. */
  automatic: flag,
  /** A Yjs snapshot (version 2) in base64, of what came since `base`. */
  snapshot: text,
  /** The kept moment on which it stands: "version:c4f…"; without, on an empty text. */
  base: textOrNone,
  /** Client ids under which the one who says this has typed. */
  clients,
})
export type Version = RecordOf<typeof version>

export const versionAbout = (key: string): string => `${version.name}:${key}`
