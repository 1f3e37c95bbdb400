/** The note of an answer. Enter saves, Shift+Enter starts a line, Escape leaves without losing a word. */
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import type { Outcome } from '../../../shared/kinds/check'
import { t } from '../../text'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { IconMark } from '../../ui/IconMark'
import { type Hand, handOf } from './hand'

const MAX_LENGTH = 4000

type Props = {
  /** The answer that is saved together with the note; none where only a note is written. */
  readonly outcome: Outcome | undefined
  readonly note: string
  /** The note was owed and is empty. */
  readonly missing: boolean
  readonly onInput: (note: string) => void
  readonly onSave: (hand: Hand) => void
  readonly onCancel: (hand: Hand) => void
}

export const NoteForm = ({ outcome, note, missing, onInput, onSave, onCancel }: Props) => {
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  // Before the next key arrives, which belongs in the note.
  useLayoutEffect(() => {
    const element = area.current
    element?.focus()
    element?.setSelectionRange(element.value.length, element.value.length)
  }, [])
  useLayoutEffect(() => {
    // What it is about, where there is room; and in any case all of it, with what it asks for.
    const form = area.current?.parentElement
    form?.closest('li')?.scrollIntoView({ block: 'nearest' })
    form?.scrollIntoView({ block: 'nearest' })
  }, [missing])
  const save = (hand: Hand): void => {
    onSave(hand)
    // Still here: something is owed.
    area.current?.focus()
  }
  return (
    <div class="note-form">
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
            save('keys')
          } else if (event.key === 'Escape') {
            event.preventDefault()
            event.stopPropagation()
            onCancel('keys')
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
        <Button look="plain" onClick={(event) => onCancel(handOf(event))}>
          {t().app.cancel}
        </Button>
        <Button look="primary" onClick={(event) => save(handOf(event))}>
          {t().popup.noteSave}
        </Button>
      </div>
    </div>
  )
}

const questionFor = (outcome: Outcome | undefined): string => {
  if (outcome === 'partly') return t().popup.notePartly
  if (outcome === 'not-in-order') return t().popup.noteNotInOrder
  return t().popup.note
}
