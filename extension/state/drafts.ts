/** Half-made answers: what was chosen and typed but not yet said, so that it outlives the popup. Per member and check. */
import { OUTCOMES, type Outcome } from '../../shared/kinds/check'
import { readObject, removeItem, writeObject } from './items'

export type Draft = { readonly outcome?: Outcome; readonly note: string }

/** By "<room>|<about>", since the same subject lives in the rooms of several departments. */
export type Drafts = {
  readDraft(key: string): Draft | undefined
  writeDraft(key: string, draft: Draft): void
  clearDraft(key: string): void
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
