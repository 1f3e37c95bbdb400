/** The four answers, each with its sign, its word and its key. */
import type { Outcome } from '../../../shared/kinds/check'
import { t } from '../../text'
import { IconMark } from '../../ui/IconMark'
import { VisuallyHidden } from '../../ui/VisuallyHidden'
import { type Hand, handOf } from './hand'

/** In the order in which people read them; with the key of each. */
export const ANSWERS: readonly (readonly [outcome: Outcome, key: string])[] = [
  ['in-order', '1'],
  ['partly', '2'],
  ['not-in-order', '3'],
  ['not-applicable', '0'],
]

/** These say that something is the matter, so they owe a note that says what. */
export const owesNote = (outcome: Outcome | undefined): boolean =>
  outcome === 'partly' || outcome === 'not-in-order'

export const AnswerButtons = ({
  chosen,
  keys = true,
  onChoose,
}: {
  readonly chosen: Outcome | undefined
  /** Whether the keys work here now, and so are shown. */
  readonly keys?: boolean
  readonly onChoose: (outcome: Outcome, hand: Hand) => void
}) => (
  <fieldset class="answers" aria-label={t().popup.choose}>
    {ANSWERS.map(([outcome, key]) => (
      <button
        key={outcome}
        type="button"
        class={`answer answer-${outcome}`}
        aria-pressed={chosen === outcome}
        {...(keys && { 'aria-keyshortcuts': key })}
        onClick={(event) => {
          // The second click of a double click may land here after what was clicked has gone.
          if (event.detail <= 1) onChoose(outcome, handOf(event))
        }}
      >
        <IconMark mark={outcome} size="1.25rem" />
        <span class="answer-word">
          {t().outcomesShort[outcome]}
          {outcome === 'not-applicable' && <VisuallyHidden> ({t().outcomes[outcome]})</VisuallyHidden>}
        </span>
        {keys && (
          <span class="answer-key" aria-hidden="true">
            {key}
          </span>
        )}
      </button>
    ))}
  </fieldset>
)
