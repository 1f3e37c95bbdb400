/** Half-made answers, kept outside the window so that they outlive it. By "<room>|<about>". */
import type { Outcome } from '../../../shared/kinds/check'

export type Draft = { readonly outcome?: Outcome; readonly note: string }

export type Drafts = {
  readDraft(key: string): Draft | undefined
  writeDraft(key: string, draft: Draft): void
  clearDraft(key: string): void
}

/** The key of a check on this device: the same subject lives in the rooms of several departments. */
export const keyOfCheck = ({ room, about }: { readonly room: string; readonly about: string }): string =>
  `${room}|${about}`
