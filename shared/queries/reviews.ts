/**
 * The judgement of a second pair of eyes: whose it is, and whether it is about the answer that stands now. A judgement by
 * who did the check himself does not count, whoever let it through.
 */
import { startOfDay } from '../days'
import type { Folded } from '../fold'
import { check as checkKind, type REVIEWS } from '../kinds/check'
import { readRecord } from '../kinds/kind'
import type { Grant } from '../kinds/member'
import type { Statement } from '../statement'
import type { Check } from './schedule'

export type Review = {
  readonly state: 'none' | (typeof REVIEWS)[number]
  readonly reviewer?: string
  readonly remark: string
  readonly at?: number
  /** Two who judged apart said otherwise. */
  readonly clash: boolean
}

/** How far the judgement of an answer is. One of an earlier answer does not count: that answer waits again. */
export const reviewOf = (folded: Folded | undefined): Review => {
  if (!folded) return NONE
  const { outcome, review, reviewer, remark, reviewedAt, clashes } = readRecord(checkKind, folded)
  if (outcome === undefined || review === undefined) return NONE
  if (review === 'submitted') return { state: 'submitted', remark: '', clash: false }
  if (!isOfAnswer(folded, reviewer)) return { state: 'submitted', remark: '', clash: false }
  return {
    state: review,
    remark,
    clash: clashes.includes('review'),
    ...(reviewer !== undefined && { reviewer }),
    ...(reviewedAt !== undefined && { at: reviewedAt }),
  }
}

const NONE: Review = { state: 'none', remark: '', clash: false }

const isOfAnswer = (folded: Folded, reviewer: string | undefined): boolean => {
  const judgement = folded.fields.get('review')?.heads.at(-1)
  if (!judgement || judgement.by !== reviewer) return isPutBack(folded, reviewer)
  const seen = new Set(judgement.over?.reviewedFor)
  const { statements } = answerOf(folded)
  return !doers(statements).has(judgement.by) && statements.every(({ id }) => seen.has(id))
}

// Undone and put back: the judgement that stands again is somebody else's, said earlier.
const isPutBack = (folded: Folded, reviewer: string | undefined): boolean => {
  const { statements } = answerOf(folded)
  return folded.statements.some(
    ({ by, set, over }) =>
      by === reviewer &&
      set.reviewer === by &&
      !doers(statements).has(by) &&
      statements.every(({ id }) => over?.reviewedFor?.includes(id)),
  )
}

/** The statements that make the answer that stands now, and everybody who did it or said it. */
export const answerOf = (
  folded: Folded | undefined,
): { readonly statements: readonly Statement[]; readonly doers: ReadonlySet<string> } => {
  const found = new Set<Statement>()
  for (const field of ['outcome', 'performer'])
    for (const head of folded?.fields.get(field)?.heads ?? [])
      if (head.set[field] !== null && head.set[field] !== undefined) found.add(head)
  const statements = [...found]
  return { statements, doers: doers(statements) }
}

const doers = (statements: readonly Statement[]): ReadonlySet<string> =>
  new Set(
    statements.flatMap(({ by, set }) => (typeof set.performer === 'string' ? [by, set.performer] : [by])),
  )

/**
 * Whether a member may judge a check: named as reviewer, or where none is named whoever answers for the department; and
 * never who did it.
 */
export const mayReview = (
  check: Pick<Check, 'control' | 'department' | 'performer' | 'answeredBy'>,
  memberId: string,
  grants: readonly Grant[],
): boolean => {
  if (check.performer === memberId || check.answeredBy === memberId) return false
  const leads = grants.some(
    ({ role, departments }) =>
      role === 'director' ||
      role === 'coordinator' ||
      (role === 'manager' && departments.includes(check.department)),
  )
  const worksThere = leads || grants.some(({ departments }) => departments.includes(check.department))
  const { reviewers } = check.control
  return reviewers.length > 0 ? reviewers.includes(memberId) && worksThere : leads
}

/**
 * Whether somebody who may judge a check is also asked to: who is named, the head, or the coordinator. The director may
 * judge every answer, and is not asked to.
 */
export const isAskedToReview = (
  { control, department }: Pick<Check, 'control' | 'department'>,
  memberId: string,
  grants: readonly Grant[],
): boolean =>
  control.reviewers.includes(memberId) ||
  grants.some(
    ({ role, departments }) =>
      role === 'coordinator' || (role === 'manager' && departments.includes(department)),
  )

/** Whether an answer is one that somebody else has to look at, submitted or not. */
export const needsReview = ({ control, answeredAt }: Pick<Check, 'control' | 'answeredAt'>): boolean =>
  control.needsReview &&
  answeredAt !== undefined &&
  (control.reviewSince === undefined || answeredAt >= startOfDay(control.reviewSince))

/** Whether an answer waits for somebody else's judgement. */
export const waitsForReview = (check: Check): boolean =>
  check.outcome !== undefined &&
  (check.review === undefined ? needsReview(check) : check.review.state === 'submitted')
