/** What people do with a check: answer it, correct it, take the answer back, and judge the answer of somebody else. */
import type { Day } from '../days'
import { checkAbout, check as checkKind, type Outcome, type Verdict } from '../kinds/check'
import { type Control, textHash } from '../kinds/control'
import type { Evidence } from '../kinds/evidence'
import { readRecord } from '../kinds/kind'
import { answerOf, reviewOf } from '../queries/reviews'
import type { Check } from '../queries/schedule'
import type { Json, Statement } from '../statement'
import { type Author, type Seen, say } from './say'

export type Answer = {
  readonly control: string
  readonly period: string
  readonly outcome: Outcome
  readonly note?: string
  /** The member who did the check; the author when left out. */
  readonly performer?: string
  /** Hash of the control's text that is answered. */
  readonly text?: string
  /** Somebody else is to look at it. */
  readonly submit?: boolean
}
type Named = Pick<Answer, 'control' | 'period'>

/**
 * Answers a check, or corrects its answer: outcome, note and performer in one statement, over whatever stood there.
 * Also settles a clash, since the author saw every head. What somebody judged of an earlier answer is over.
 */
export const answerCheck = (
  seen: Seen,
  { control, period, outcome, note = '', performer, text, submit }: Answer,
  author: Author,
): Statement[] =>
  say(
    seen,
    checkAbout(control, period),
    {
      outcome,
      note: note === '' ? null : note,
      performer: performer ?? author.by,
      ...(text !== undefined && { text }),
      ...NOT_REVIEWED,
      ...(submit && { review: 'submitted' }),
    },
    author,
  )

const NOT_REVIEWED = {
  review: null,
  reviewer: null,
  reviewedFor: null,
  reviewedAt: null,
  remark: null,
} as const

/** What a control counts as evidence: of this check, with bytes or an address, and valid on a day. */
export const counts = ({ gone, sha256, picture, url, validUntil }: Evidence, today: Day): boolean =>
  !gone &&
  (sha256 !== undefined || picture !== undefined || url !== undefined) &&
  (validUntil === undefined || validUntil >= today)

/** Why a check cannot be answered like this: a key control is not in order without evidence. */
export const objectionToAnswer = (
  { isKey, needsEvidence }: Pick<Control, 'isKey' | 'needsEvidence'>,
  outcome: Outcome,
  evidence: readonly Evidence[],
  today: Day,
): 'evidence-missing' | undefined =>
  outcome === 'in-order' && (isKey || needsEvidence) && !evidence.some((each) => counts(each, today))
    ? 'evidence-missing'
    : undefined

/** Takes the answer of a check back: it stands open again, and its history says so. */
export const takeBackCheck = (seen: Seen, { control, period }: Named, author: Author): Statement[] =>
  say(
    seen,
    checkAbout(control, period),
    { outcome: null, note: null, performer: null, text: null, ...NOT_REVIEWED },
    author,
  )

/** Says that an answer to an earlier text also answers this one. @returns none where nothing was answered */
export const confirmAnswer = (
  seen: Seen,
  { control, period, text }: Named & { readonly text: string },
  author: Author,
): Statement[] =>
  answered(seen, { control, period }) ? say(seen, checkAbout(control, period), { text }, author) : []

/** Asks somebody else to look at an answer. */
export const submitCheck = (seen: Seen, named: Named, author: Author): Statement[] =>
  answered(seen, named) && reviewOf(folded(seen, named)).state !== 'accepted'
    ? say(seen, checkAbout(named.control, named.period), { ...NOT_REVIEWED, review: 'submitted' }, author)
    : []

export type ReviewInput = { readonly verdict: Verdict; readonly remark?: string | undefined }
export type ReviewObjection = 'not-answered' | 'own-answer' | 'remark-missing'

/**
 * Accepts the answer of somebody else, or sends it back. Names, beside `reviewedFor`, the very statements that make the
 * answer its author saw: the server judges by them, and a later answer is not judged along.
 */
export const reviewCheck = (seen: Seen, named: Named, input: ReviewInput, author: Author): Statement[] => {
  if (objectionToReview(seen, named, input, author.by)) return []
  const about = checkAbout(named.control, named.period)
  const now = folded(seen, named)
  const { statements } = answerOf(now)
  const performer = answered(seen, named)?.performer ?? statements.at(-1)?.by ?? null
  const set: Record<string, Json> = {
    review: input.verdict,
    remark: input.remark?.trim() ? input.remark.trim() : null,
    reviewer: author.by,
    reviewedFor: performer,
    reviewedAt: author.at,
  }
  const [statement] = say(seen, about, { review: input.verdict, reviewedAt: author.at }, author)
  if (!statement) return []
  const over: Record<string, readonly string[]> = {}
  for (const field of Object.keys(set)) {
    const heads = now?.fields.get(field)?.heads.map(({ id }) => id) ?? []
    const ids = field === 'reviewedFor' ? [...heads, ...statements.map(({ id }) => id)] : heads
    if (ids.length > 0) over[field] = [...new Set(ids)]
  }
  return [{ ...statement, set, over }]
}

/** Why a member cannot judge a check like this. Nobody judges what he did or said himself. */
export const objectionToReview = (
  seen: Seen,
  named: Named,
  { verdict, remark = '' }: ReviewInput,
  by: string,
): ReviewObjection | undefined => {
  if (!answered(seen, named)) return 'not-answered'
  if (answerOf(folded(seen, named)).doers.has(by)) return 'own-answer'
  return verdict === 'returned' && remark.trim() === '' ? 'remark-missing' : undefined
}

/** A check to answer with others, with the records of its room and its evidence. */
export type ToAnswer = {
  readonly check: Check
  readonly seen: Seen
  readonly evidence: readonly Evidence[]
  /** The member for whom it is answered; the author when left out. */
  readonly performer?: string | undefined
}
export type Answered = {
  readonly said: readonly { readonly room: string; readonly statements: readonly Statement[] }[]
  readonly left: readonly { readonly check: Check; readonly why: 'evidence-missing' | 'done' }[]
}

/** Answers many checks alike. What cannot be answered so, or has been answered, is left and named. */
export const answerMany = (
  list: readonly ToAnswer[],
  { outcome, note, today }: Pick<Answer, 'outcome' | 'note'> & { readonly today: Day },
  author: Author,
): Answered => {
  const rooms = new Map<string, Statement[]>()
  const left: { check: Check; why: 'evidence-missing' | 'done' }[] = []
  for (const { check, seen, evidence, performer } of list) {
    const why =
      check.outcome !== undefined ? 'done' : objectionToAnswer(check.control, outcome, evidence, today)
    if (why) left.push({ check, why })
    else
      rooms.set(check.room, [
        ...(rooms.get(check.room) ?? []),
        ...answerCheck(seen, answerTo(check, { outcome, note, performer }), author),
      ])
  }
  return { said: [...rooms].map(([room, statements]) => ({ room, statements })), left }
}

/** The answer as it is said: to the text as it reads now, and for somebody else to look at where the control asks that. */
export const answerTo = (
  { control, period }: Check,
  {
    outcome,
    note,
    performer,
  }: { outcome: Outcome; note?: string | undefined; performer?: string | undefined },
): Answer => ({
  control: control.key,
  period,
  outcome,
  text: textHash(control),
  submit: control.needsReview,
  ...(note !== undefined && { note }),
  ...(performer !== undefined && { performer }),
})

const folded = (seen: Seen, { control, period }: Named) => seen.get(checkAbout(control, period))

const answered = (seen: Seen, named: Named) => {
  const now = folded(seen, named)
  const record = now && readRecord(checkKind, now)
  return record?.outcome === undefined ? undefined : record
}
