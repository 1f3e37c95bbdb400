/** The organisation itself. Subject: "organisation:self". */
import { defineKind, type RecordOf, text, texts } from './kind'

export const organisation = defineKind('organisation', 'org', {
  name: text,
  texts,
  /** Names of machines of the intranet that may be linked to without https. */
  hosts: texts,
})
export type Organisation = RecordOf<typeof organisation>

export const ORGANISATION = 'organisation:self'
