/** The note of an answer. Enter saves, Shift+Enter starts a line, Escape leaves without losing a word. */
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import type { Outcome } from '../../../shared/kinds/check'
import { t } from '../../text'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { IconMark } from '../../ui/IconMark'

const MAX_LENGTH = 4000

type Props = {
  /** The answer that is saved together with the note; none where only a note is written. */
  readonly outcome: Outcome | undefined
  readonly note: string
  /** The note was owed and is empty. */
  readonly missing: boolean
  readonly onInput: (note: string) => void
  readonly onSave: () => void
  readonly onCancel: () => void
}

export const NoteForm = ({ outcome, note, missing, onInput, onSave, onCancel }: Props) => {
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  // Before the next key arrives, which belongs in the note.
  useLayoutEffect(() => {
    const element = area.current
    element?.focus()
    element?.setSelectionRange(element.value.length, element.value.length)
    element?.form?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <form
      class="note-form"
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
        // Still here: something is owed.
        area.current?.focus()
      }}
    >
      <label class="note-label" for={id}>
        {outcome && <IconMark mark={outcome} />}
        <span>{questionFor(outcome)}</span>
      </label>
      <textarea
        ref={area}
        id={id}
        class="input"
        rows={2}
        maxLength={MAX_LENGTH}
        value={note}
        aria-describedby={`${id}-keys${missing ? ` ${id}-missing` : ''}`}
        {...(missing && { 'aria-invalid': 'true' as const })}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          // While an input method composes a word, Enter belongs to it.
          if (event.isComposing) return
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault()
            onSave()
          } else if (event.key === 'Escape') {
            event.preventDefault()
            event.stopPropagation()
            onCancel()
          }
        }}
      />
      {missing && (
        <p class="field-error" id={`${id}-missing`} role="alert">
          <Icon name="warning" />
          <span>{t().popup.noteNeeded}</span>
        </p>
      )}
      <div class="note-foot">
        <p class="note-keys" id={`${id}-keys`}>
          {t().popup.noteKeys}
        </p>
        <Button look="plain" onClick={onCancel}>
          {t().app.cancel}
        </Button>
        <Button look="primary" type="submit">
          {t().popup.noteSave}
        </Button>
      </div>
    </form>
  )
}

const questionFor = (outcome: Outcome | undefined): string => {
  if (outcome === 'partly') return t().popup.notePartly
  if (outcome === 'not-in-order') return t().popup.noteNotInOrder
  return t().popup.note
}
