/** A department of municipality and OCMW. */
import { defineKind, type RecordOf, text } from './kind'

export const department = defineKind(
  'department',
  'org',
  { name: text, nameEn: text, cluster: text, place: text },
  ['place'],
)
export type Department = RecordOf<typeof department>
