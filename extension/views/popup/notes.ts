/** The note that is being written, one at a time, and what is kept of it when one leaves it or the window goes. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Outcome } from '../../../shared/kinds/check'
import type { Draft, Drafts } from '../shared/drafts'
import type { Row } from './rows'

/** The note that is being written, and the answer it belongs to. */
export type Noting = {
  readonly key: string
  readonly outcome: Outcome | undefined
  readonly note: string
  /** It was owed, and empty. */
  readonly missing: boolean
}

export type Notes = ReturnType<typeof createNotes>

export const createNotes = (drafts: Drafts) => {
  const noting = signal<Noting | undefined>(undefined)
  /** Drafts are no signal themselves. */
  const changes = signal(0)

  const keep = (key: string, draft: Draft): void => {
    if (draft.note.trim() === '' && !draft.outcome) drafts.clearDraft(key)
    else drafts.writeDraft(key, draft)
    changes.value += 1
  }
  /** Folds the note; its text is kept, the answer it was for is not. */
  const close = (): void => {
    const open = noting.peek()
    noting.value = undefined
    if (open) keep(open.key, { note: open.note })
  }
  return {
    noting: noting as ReadonlySignal<Noting | undefined>,
    close,
    closeOther: ({ key }: Row): void => {
      if (noting.peek()?.key !== key) close()
    },
    open: (row: Row, outcome: Outcome | undefined): void => {
      const note = drafts.readDraft(row.key)?.note ?? row.note
      noting.value = { key: row.key, outcome, note, missing: false }
      if (outcome) keep(row.key, { outcome, note })
    },
    /** Opens again the note that was being written for an answer when the window closed. */
    resume: (rows: readonly Row[]): Row | undefined => {
      const row = rows.find(({ key }) => drafts.readDraft(key)?.outcome)
      const draft = row && drafts.readDraft(row.key)
      if (draft) noting.value = { key: row.key, outcome: draft.outcome, note: draft.note, missing: false }
      return row
    },
    type: (note: string): void => {
      const open = noting.peek()
      if (!open) return
      noting.value = { ...open, note, missing: false }
      keep(open.key, open.outcome ? { outcome: open.outcome, note } : { note })
    },
    demand: (): void => {
      const open = noting.peek()
      if (open) noting.value = { ...open, missing: true }
    },
    /** It has been said, so nothing of it need be kept. */
    done: ({ key }: Row): void => {
      noting.value = undefined
      drafts.clearDraft(key)
      changes.value += 1
    },
    /** Keeps a text that would otherwise be lost with an answer. */
    save: (key: string, note: string): void => {
      if (note !== '') keep(key, { note })
    },
    textOf: ({ key }: Row): string => drafts.readDraft(key)?.note.trim() ?? '',
    /** Something was typed for it and left; what is being typed now is seen anyway. */
    hasDraft: ({ key }: Row): boolean => {
      changes.value
      return noting.value?.key !== key && drafts.readDraft(key) !== undefined
    },
  }
}
