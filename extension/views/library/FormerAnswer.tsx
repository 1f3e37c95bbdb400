/** What was answered before the text of a control changed, what changed word by word, and one key to let it stand. */
import './former.css'
import type { Former } from '../../../shared/queries/schedule'
import { textChange } from '../../../shared/queries/text'
import type { Library } from '../../state/library-types'
import type { Check } from '../../state/types'
import { t } from '../../text'
import { momentWords } from '../../text/dates'
import { OutcomeTag } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { Changed } from './Changed'
import { l } from './say'

export type FormerProps = {
  readonly former: Former
  readonly check: Check
  readonly library: Library
  /** Whether keys of one letter act by themselves. */
  readonly keys: boolean
  readonly nameOf: (member: string) => string
  /** Nothing where one may not answer. */
  readonly onConfirm: (() => void) | undefined
}

/** "Blijft". */
const KEY = 'b'

export const FormerAnswer = ({ former, check, library, keys, nameOf, onConfirm }: FormerProps) => {
  const change = textChange(library.folded(check.control.key), former.text)
  const words = l().former
  return (
    <section class="former" aria-label={words.title}>
      <p class="former-title">{words.title}</p>
      {change && (
        <div class="former-text">
          <p>
            <Changed parts={change.title} />
          </p>
          {change.method.some(({ is }) => is !== 'same') && (
            <p>
              <Changed parts={change.method} />
            </p>
          )}
        </div>
      )}
      <p class="former-answer">
        <OutcomeTag mark={former.outcome}>{t().outcomes[former.outcome]}</OutcomeTag>{' '}
        <span class="quiet">{words.by(nameOf(former.by), momentWords(former.at))}</span>
      </p>
      {former.note !== '' && <p class="row-note">{former.note}</p>}
      {onConfirm && (
        <>
          <Button {...(keys && { 'aria-keyshortcuts': KEY })} onClick={onConfirm}>
            {words.confirm(t().outcomes[former.outcome].toLowerCase())}
            {keys && <kbd>{KEY}</kbd>}
          </Button>
          <p class="quiet">{words.orAnew}</p>
        </>
      )}
    </section>
  )
}
