/**
 * Judges the answer of somebody else: it is right, or it goes back with a remark. Knows nothing of the page around it, so
 * that it also stands in the popup.
 */
import './reviews.css'
import { useId, useState } from 'preact/hooks'
import type { Verdict } from '../../../shared/kinds/check'
import type { Check, Store } from '../../state/types'
import { t, titleOf } from '../../text'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { type Drafts, keyOfCheck } from '../shared/drafts'
import { r, reviewProblemWords } from './say'

export const ReviewForm = ({
  check,
  store,
  drafts,
  onDone,
}: {
  readonly check: Check
  readonly store: Pick<Store, 'review'>
  /** Keeps a remark that was begun when the window closes. */
  readonly drafts: Drafts
  /** It was said; with the sentence that says so. */
  readonly onDone: (said: string, verdict: Verdict) => void
}) => {
  const key = `review|${keyOfCheck(check)}`
  const [remark, setRemark] = useState(() => drafts.readDraft(key)?.note)
  const [problem, setProblem] = useState<string | undefined>()
  const id = useId()
  const title = titleOf(check.control)
  const words = r().form
  const judge = (verdict: Verdict): void => {
    const objection = store.review(
      check,
      verdict === 'returned' ? { verdict, remark: remark ?? '' } : { verdict },
    )
    setProblem(objection)
    if (objection) return
    drafts.clearDraft(key)
    setRemark(undefined)
    onDone(words[verdict](title), verdict)
  }
  const leave = (): void => {
    if (remark?.trim() === '') drafts.clearDraft(key)
    setRemark(undefined)
    setProblem(undefined)
  }
  return (
    <form
      class="review-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        judge('returned')
      }}
    >
      {remark === undefined ? (
        <div class="review-verbs">
          <Button look="primary" aria-label={words.acceptOf(title)} onClick={() => judge('accepted')}>
            <Icon name="confirmed" />
            {words.accept}
          </Button>
          <Button
            aria-label={words.returnOf(title)}
            onClick={() => setRemark(drafts.readDraft(key)?.note ?? '')}
          >
            <Icon name="undo" />
            {words.return}
          </Button>
        </div>
      ) : (
        <>
          <label class="field-label" for={id}>
            {words.remark}
          </label>
          <textarea
            // biome-ignore lint/a11y/noAutofocus: it appears because one asked for it
            autoFocus
            id={id}
            class="input"
            rows={2}
            maxLength={2000}
            value={remark}
            aria-describedby={`${id}-hint`}
            {...(problem && { 'aria-invalid': 'true' as const })}
            onInput={({ currentTarget: { value } }) => {
              setRemark(value)
              setProblem(undefined)
              drafts.writeDraft(key, { note: value })
            }}
            onKeyDown={(event) => {
              if (event.isComposing) return
              if (event.key === 'Enter' && !event.shiftKey) {
                event.preventDefault()
                judge('returned')
              } else if (event.key === 'Escape') {
                event.preventDefault()
                event.stopPropagation()
                leave()
              }
            }}
          />
          <p class="quiet" id={`${id}-hint`}>
            {words.remarkHint}
          </p>
        </>
      )}
      {problem && (
        <p class="field-error" role="alert">
          <Icon name="warning" />
          <span>{reviewProblemWords(problem)}</span>
        </p>
      )}
      {remark !== undefined && (
        <div class="form-foot">
          <Button onClick={leave}>{t().app.cancel}</Button>
          <Button type="submit" look="primary">
            {words.send}
          </Button>
        </div>
      )}
    </form>
  )
}
