/** A theme of the guide on organisation control (Leidraad Organisatiebeheersing), with its goals. */
import { defineKind, objectOrNone, type Reader, type RecordOf, text } from './kind'

export type Goal = { readonly code: string; readonly name: string; readonly nameEn: string }

const goals: Reader<readonly Goal[]> = (value) =>
  Array.isArray(value)
    ? value.map((each) => {
        const object = objectOrNone(each)
        return { code: text(object?.code), name: text(object?.name), nameEn: text(object?.nameEn) }
      })
    : []

export const theme = defineKind(
  'theme',
  'org',
  { code: text, name: text, nameEn: text, goals, place: text },
  ['place'],
)
export type Theme = RecordOf<typeof theme>
