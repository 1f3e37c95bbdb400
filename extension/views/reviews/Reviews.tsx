/** The answers that wait for one's own look, those that came back to one, and those that wait for somebody else. */
import './reviews.css'
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { waitsForReview } from '../../../shared/queries/reviews'
import type { Check } from '../../../shared/queries/schedule'
import { nameOf, t, titleOf } from '../../text'
import { momentWords, periodWords } from '../../text/dates'
import { OutcomeTag } from '../../ui/Badge'
import { EmptyState } from '../../ui/EmptyState'
import { IconMark } from '../../ui/IconMark'
import { useModel } from '../dashboard/context'
import { placeOf } from '../dashboard/model'
import { hrefOf } from '../dashboard/route'
import { d, listOf } from '../dashboard/words'
import { rowAt } from '../keyboard/rows'
import { ReviewForm } from './ReviewForm'
import { askedOf, reviewersOf } from './reviewers'
import { r } from './say'

export const Reviews = () => {
  const { store, nameOf } = useModel()
  const { mine, unasked, returned, sent } = useReviews()
  const words = r()
  return (
    <div class="page reviews">
      <header class="page-head">
        <div>
          <h1>{words.title}</h1>
          <p class="quiet">{mine.length === 0 ? words.intro : words.count(mine.length)}</p>
        </div>
      </header>
      <section class="panel" tabIndex={-1} aria-label={words.title}>
        {mine.length === 0 ? (
          <EmptyState title={words.none} picture={<IconMark mark="in-order" size="2.5rem" />}>
            {words.noneNext}
          </EmptyState>
        ) : (
          <ReviewList checks={mine} />
        )}
      </section>
      {unasked.length > 0 && (
        <section class="panel" tabIndex={-1} aria-labelledby="unasked-title">
          <h2 id="unasked-title">{words.unasked}</h2>
          <p class="quiet">{words.unaskedIntro}</p>
          <ReviewList checks={unasked} />
        </section>
      )}
      {returned.length > 0 && (
        <section class="panel" aria-labelledby="returned-title">
          <h2 id="returned-title">{words.returned}</h2>
          <p class="quiet">{words.returnedIntro}</p>
          <ul class="review-lines">
            {returned.map((check) => (
              <Line key={placeOf(check)} check={check}>
                <p class="quiet">{words.here.returned(nameOf(check.review?.reviewer))}</p>
                {check.review?.remark && <blockquote class="note">{check.review.remark}</blockquote>}
              </Line>
            ))}
          </ul>
        </section>
      )}
      {sent.length > 0 && (
        <section class="panel" aria-labelledby="sent-title">
          <h2 id="sent-title">{words.sent}</h2>
          <ul class="review-lines">
            {sent.map((check) => (
              <Line key={placeOf(check)} check={check}>
                <p class="quiet">{sentTo(reviewersOf(store, check))}</p>
              </Line>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** Answers of others that are mine to look at; that I may look at while others are asked to; my own that came back; my own that wait. The oldest first. */
export const useReviews = (): {
  readonly mine: readonly Check[]
  readonly unasked: readonly Check[]
  readonly returned: readonly Check[]
  readonly sent: readonly Check[]
} => {
  const { store } = useModel()
  const answered = store.checks.value
    .filter(({ outcome, clash }) => outcome !== undefined && !clash)
    .sort((a, b) => (a.answeredAt ?? 0) - (b.answeredAt ?? 0))
  const isOwn = ({ performer, answeredBy }: Check): boolean =>
    [performer, answeredBy].includes(store.session.member)
  const waiting = answered.filter((check) => waitsForReview(check) || check.review?.clash === true)
  const may = waiting.filter((check) => store.mayReview(check))
  const isAsked = (check: Check): boolean => askedOf(store, check).includes(store.session.member)
  return {
    mine: may.filter(isAsked),
    unasked: may.filter((check) => !isAsked(check)),
    returned: answered.filter((check) => check.review?.state === 'returned' && isOwn(check)),
    sent: waiting.filter(isOwn),
  }
}

const sentTo = (names: readonly string[]): string =>
  names.length === 0 ? r().here.waitingNobody : r().sentBy(listOf(names))

/** Answers to look at, each with the buttons to judge it. */
export const ReviewList = ({ checks }: { readonly checks: readonly Check[] }) => {
  const { store, tools, toast } = useModel()
  const list = useRef<HTMLUListElement>(null)
  return (
    <ul ref={list} class="review-lines">
      {checks.map((check) => (
        <Line key={placeOf(check)} check={check}>
          <ReviewForm
            check={check}
            store={store}
            drafts={tools.drafts}
            onDone={(said) => {
              // The line goes with it.
              list.current?.closest('section')?.focus({ preventScroll: true })
              toast.value = {
                text: said,
                undo: () => {
                  store.undo()
                  toast.value = { text: d().check.undone, undo: undefined }
                },
              }
            }}
          />
        </Line>
      ))}
    </ul>
  )
}

const Line = ({ check, children }: { readonly check: Check; readonly children: ComponentChildren }) => {
  const { department, nameOf: nameOfMember } = useModel()
  const where = department.value.get(check.department)
  return (
    <li class="review-line" {...rowAt(check)}>
      <div class="review-head">
        <div>
          <a href={hrefOf({ sheet: 'check', room: check.room, about: check.about })}>
            {titleOf(check.control)}
          </a>
          <p class="quiet">
            {[
              where ? nameOf(where) : check.department,
              periodWords(check.period),
              r().answered(
                nameOfMember(check.performer ?? check.answeredBy),
                momentWords(check.answeredAt ?? 0),
              ),
            ].join(' · ')}
          </p>
        </div>
        {check.outcome && <OutcomeTag mark={check.outcome}>{t().outcomes[check.outcome]}</OutcomeTag>}
      </div>
      {check.note !== '' && <blockquote class="note">{check.note}</blockquote>}
      {children}
    </li>
  )
}
