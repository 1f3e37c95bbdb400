/** Answers one check outside the popup's list: the four answers and the note they may owe. */
import { useState } from 'preact/hooks'
import type { Outcome } from '../../../shared/kinds/check'
import type { AnswerObjection, Check, Store } from '../../state/types'
import { t, titleOf } from '../../text'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { AnswerButtons, owesNote } from './AnswerButtons'
import { type Drafts, keyOfCheck } from './drafts'
import { NoteForm } from './NoteForm'
import { standingNote } from './standing-note'

type Noting = { readonly outcome: Outcome | undefined; readonly note: string; readonly missing: boolean }

export const CheckForm = ({
  check,
  store,
  drafts,
  keys = false,
  onAnswered,
  onObjection,
}: {
  readonly check: Check
  readonly store: Pick<Store, 'answer' | 'mayAnswer' | 'session'>
  readonly drafts: Drafts
  /** Whether the keys of the answers work here. */
  readonly keys?: boolean
  readonly onAnswered?: (outcome: Outcome) => void
  /** It was not answered: evidence is missing. */
  readonly onObjection?: (outcome: Outcome, note: string) => void
}) => {
  const key = keyOfCheck(check)
  const [noting, setNoting] = useState<Noting | undefined>(() => begun(drafts, key))
  const [objection, setObjection] = useState<AnswerObjection | undefined>()
  if (!store.mayAnswer(check)) return <p class="quiet">{t().popup.mayNot}</p>

  const say = (outcome: Outcome, note: string) => {
    const objection = store.answer(check, { outcome, note })
    setObjection(objection)
    if (objection) return onObjection?.(outcome, note)
    drafts.clearDraft(key)
    setNoting(undefined)
    onAnswered?.(outcome)
  }
  const open = (outcome: Outcome | undefined) =>
    setNoting({ outcome, note: drafts.readDraft(key)?.note ?? check.note, missing: false })
  const noteWith = (outcome: Outcome): string =>
    noting?.note.trim() ?? drafts.readDraft(key)?.note ?? standingNote(check, outcome, store.session.member)
  const save = () => {
    if (!noting) return
    const note = noting.note.trim()
    const outcome = noting.outcome ?? check.outcome
    if (owesNote(outcome) && note === '') setNoting({ ...noting, missing: true })
    else if (outcome) say(outcome, note)
    else setNoting(undefined)
  }
  return (
    <div class="check-form">
      <AnswerButtons
        chosen={noting?.outcome ?? check.outcome}
        keys={keys && !noting}
        onChoose={(outcome) => (owesNote(outcome) ? open(outcome) : say(outcome, noteWith(outcome)))}
      />
      {objection && (
        <p class="field-error" role="alert">
          {t().popup.evidenceMissing(titleOf(check.control))}
        </p>
      )}
      {noting ? (
        <NoteForm
          key={noting.outcome ?? 'note'}
          outcome={noting.outcome}
          note={noting.note}
          missing={noting.missing}
          onInput={(note) => {
            setNoting({ ...noting, note, missing: false })
            drafts.writeDraft(key, { ...(noting.outcome && { outcome: noting.outcome }), note })
          }}
          onSave={save}
          onCancel={() => {
            if (noting.note.trim() === '') drafts.clearDraft(key)
            else drafts.writeDraft(key, { note: noting.note })
            setNoting(undefined)
          }}
        />
      ) : (
        <Button look="plain" onClick={() => open(undefined)}>
          <Icon name="note" />
          {check.note || drafts.readDraft(key) ? t().popup.editNote : t().popup.addNote}
        </Button>
      )}
    </div>
  )
}

// A note that was being written when the window closed opens again as it was.
const begun = (drafts: Drafts, key: string): Noting | undefined => {
  const draft = drafts.readDraft(key)
  return draft?.outcome ? { outcome: draft.outcome, note: draft.note, missing: false } : undefined
}
