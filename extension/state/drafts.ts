/** What was chosen and typed but not yet said, so that it outlives the page: half-made answers and half-filled forms. */
import { OUTCOMES, type Outcome } from '../../shared/kinds/check'
import { readObject, removeItem, writeObject } from './items'

export type Draft = { readonly outcome?: Outcome; readonly note: string }

/** By "<room>|<about>", since the same subject lives in the rooms of several departments. */
export type Drafts = {
  readDraft(key: string): Draft | undefined
  writeDraft(key: string, draft: Draft): void
  clearDraft(key: string): void
}

/** Half-filled forms of any shape, by a name that says of what. */
export type FormDrafts = {
  read(name: string): Readonly<Record<string, unknown>> | undefined
  write(name: string, form: object): void
  clear(name: string): void
}

/** The half-filled forms of one member on this device. */
export const createFormDrafts = (member: string): FormDrafts => {
  const place = (name: string): string => `waarborg.draft/${member}/form/${name}`
  return {
    read: (name) => readObject(place(name)),
    write: (name, form) => writeObject(place(name), form),
    clear: (name) => removeItem(place(name)),
  }
}

/** The drafts of one member on this device. */
export const createDrafts = (member: string): Drafts => {
  const place = (key: string): string => `waarborg.draft/${member}/${key}`
  return {
    readDraft: (key) => draftFrom(readObject(place(key))),
    writeDraft: (key, { outcome, note }) => writeObject(place(key), outcome ? { outcome, note } : { note }),
    clearDraft: (key) => removeItem(place(key)),
  }
}

const draftFrom = (value: Record<string, unknown> | undefined): Draft | undefined => {
  if (!value) return undefined
  const note = typeof value.note === 'string' ? value.note : ''
  const outcome = OUTCOMES.find((word) => word === value.outcome)
  if (outcome) return { outcome, note }
  return note === '' ? undefined : { note }
}
