/** On a check: whether somebody else looked at its answer, and looking at it. */
import './reviews.css'
import { waitsForReview } from '../../../shared/queries/reviews'
import type { Check } from '../../../shared/queries/schedule'
import { titleOf } from '../../text'
import { momentWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { Notice } from '../../ui/Notice'
import { useModel } from '../dashboard/context'
import { d, listOf } from '../dashboard/words'
import { Fold } from '../work/fields'
import { ReviewForm } from './ReviewForm'
import { reviewersOf } from './reviewers'
import { r } from './say'

export type ReviewHereProps = {
  readonly check: Check
  /** What was operated may be gone: where the focus goes. */
  readonly onDone: () => void
}

export const ReviewHere = ({ check, onDone }: ReviewHereProps) => {
  if (check.outcome === undefined || check.clash) return null
  const waits = waitsForReview(check) || check.review?.clash === true
  if (!waits && check.review === undefined) return null
  return (
    <section class="review-here" aria-labelledby="review-here">
      <h3 id="review-here">{r().here.title}</h3>
      {waits ? <Waiting check={check} onDone={onDone} /> : <Judged check={check} onDone={onDone} />}
    </section>
  )
}

/** Whoever gave an answer may ask for a look at it, also where nobody asks him to. */
export const AskReview = ({ check, onDone }: ReviewHereProps) => {
  const { store } = useModel()
  const isOwn = [check.performer, check.answeredBy].includes(store.session.member)
  const isAsked = waitsForReview(check) || check.review !== undefined
  if (check.outcome === undefined || check.clash || !isOwn || isAsked) return null
  return <Submit check={check} onDone={onDone} />
}

const Waiting = ({ check, onDone }: ReviewHereProps) => {
  const model = useModel()
  const { store } = model
  const words = r().here
  const isOwn = [check.performer, check.answeredBy].includes(store.session.member)
  if (!store.mayReview(check)) {
    const names = reviewersOf(store, check)
    return (
      <p class="quiet">
        {isOwn && `${words.own} `}
        {names.length === 0 ? words.waitingNobody : words.waiting(listOf(names))}
      </p>
    )
  }
  return (
    <>
      {check.review?.clash && <Notice tone="warning" title={words.clash} />}
      <p>{words.ask(model.nameOf(check.performer ?? check.answeredBy))}</p>
      <Judging check={check} onDone={onDone} />
    </>
  )
}

const Judging = ({ check, onDone }: ReviewHereProps) => {
  const model = useModel()
  return (
    <ReviewForm
      check={check}
      store={model.store}
      drafts={model.tools.drafts}
      onDone={(said) => {
        model.toast.value = { text: said, undo: undoOf(model) }
        onDone()
      }}
    />
  )
}

const undoOf =
  ({ store, toast }: ReturnType<typeof useModel>) =>
  (): void => {
    store.undo()
    toast.value = { text: d().check.undone, undo: undefined }
  }

const Judged = ({ check, onDone }: ReviewHereProps) => {
  const { nameOf, store } = useModel()
  const { review } = check
  const words = r().here
  // Whoever judged may think again; the others go on from what he said.
  const isMine = review?.reviewer === store.session.member
  const otherwise = isMine && store.mayReview(check) && (
    <Fold title={words.otherwise}>{() => <Judging check={check} onDone={onDone} />}</Fold>
  )
  if (review?.state === 'returned')
    return (
      <>
        <Notice tone="warning" title={words.returned(nameOf(review.reviewer))}>
          <p>{review.remark}</p>
          {!isMine && <p class="quiet">{words.returnedNext}</p>}
        </Notice>
        {isMine ? otherwise : <Submit check={check} onDone={onDone} />}
      </>
    )
  return (
    <>
      <p>{words.accepted(nameOf(review?.reviewer), momentWords(review?.at ?? 0))}</p>
      {review?.remark && <blockquote class="note">{review.remark}</blockquote>}
      {otherwise}
    </>
  )
}

const Submit = ({ check, onDone }: ReviewHereProps) => {
  const model = useModel()
  const { store, toast } = model
  if (!store.mayAnswer(check)) return null
  const words = r().here
  return (
    <div>
      <Button
        look={check.review ? 'standard' : 'plain'}
        onClick={() => {
          store.submit(check)
          toast.value = { text: words.submitted(titleOf(check.control)), undo: undoOf(model) }
          onDone()
        }}
      >
        <Icon name="people" />
        {check.review ? words.again : words.submit}
      </Button>
    </div>
  )
}
