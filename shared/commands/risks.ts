/** What people do with a risk: note it, rate it before and after control, treat or accept it, look at it again. */
import type { Day } from '../days'
import { readRecord } from '../kinds/kind'
import { type Rating, type Risk, risk, riskAbout, type Treatment } from '../kinds/risk'
import { scoreOf } from '../queries/risks'
import type { Json, Statement } from '../statement'
import { add, type Changes, change, remove } from './change'
import { type Author, type Seen, say } from './say'

/** What can be said without further ado: not what it scores, whether it is accepted, nor that it is closed. */
export type RiskChanges = Omit<
  Changes<typeof risk>,
  | 'inherent'
  | 'residual'
  | 'treatment'
  | 'treatmentNote'
  | 'acceptedUntil'
  | 'acceptedBy'
  | 'state'
  | 'reason'
>
export type RiskInput = RiskChanges & { readonly title: string } & Ratings
export type Ratings = { readonly inherent?: Rating | undefined; readonly residual?: Rating | undefined }
export type RatingObjection = 'out-of-range' | 'not-rated' | 'residual-above-inherent'

/** Notes a risk, in the room that `roomOfRisk` names. @returns none when {@link objectionToRisk} has one */
export const addRisk = (seen: Seen, key: string, input: RiskInput, author: Author): Statement[] =>
  objectionToRisk(input) ? [] : add(seen, risk, key, input, author)

export const objectionToRisk = ({
  title,
  inherent,
  residual,
}: Pick<RiskInput, 'title'> & Ratings): 'title-missing' | RatingObjection | undefined => {
  if (title.trim() === '') return 'title-missing'
  return inherent || residual ? objectionToRatings(inherent, residual) : undefined
}

export const changeRisk = (seen: Seen, key: string, changes: RiskChanges, author: Author): Statement[] => {
  const isNameless = changes.title !== undefined && (changes.title ?? '').trim() === ''
  return standing(seen, key) && !isNameless ? change(seen, risk, key, changes, author) : []
}

/** Says how likely and how bad it is, before or after control or both. */
export const rateRisk = (seen: Seen, key: string, ratings: Ratings, author: Author): Statement[] =>
  objectionToRating(seen, key, ratings) ? [] : change(seen, risk, key, ratings, author)

/** Why it cannot be rated like this: what is left after control is never more than what there was before. */
export const objectionToRating = (
  seen: Seen,
  key: string,
  { inherent, residual }: Ratings,
): 'no-such-risk' | RatingObjection | undefined => {
  const now = standing(seen, key)
  return now ? objectionToRatings(inherent ?? now.inherent, residual ?? now.residual) : 'no-such-risk'
}

const objectionToRatings = (
  inherent: Rating | undefined,
  residual: Rating | undefined,
): RatingObjection | undefined => {
  if (!inherent) return 'not-rated'
  if (!isRating(inherent) || (residual && !isRating(residual))) return 'out-of-range'
  const before = scoreOf(inherent)?.score ?? 0
  return (scoreOf(residual)?.score ?? 0) > before ? 'residual-above-inherent' : undefined
}

const isRating = ({ likelihood, impacts }: Rating): boolean => {
  const values = Object.values(impacts)
  return (
    values.length > 0 &&
    [likelihood, ...values].every((each) => Number.isInteger(each) && each >= 1 && each <= 5)
  )
}

export type TreatmentInput = {
  readonly treatment: Treatment
  readonly note?: string | undefined
  /** The last day on which it is accepted. */
  readonly acceptedUntil?: Day | undefined
}

/** Says what is done about it. To accept it is somebody's word, until a day. */
export const treatRisk = (seen: Seen, key: string, input: TreatmentInput, author: Author): Statement[] => {
  if (objectionToTreatment(seen, key, input)) return []
  const { treatment, note = '', acceptedUntil } = input
  const accepts = treatment === 'accept'
  const set: Record<string, Json> = {
    treatment,
    treatmentNote: note === '' ? null : note,
    acceptedUntil: accepts ? (acceptedUntil ?? null) : null,
    acceptedBy: accepts ? author.by : null,
  }
  return say(seen, riskAbout(key), set, author)
}

export const objectionToTreatment = (
  seen: Seen,
  key: string,
  { treatment, acceptedUntil }: TreatmentInput,
): 'no-such-risk' | 'not-rated' | 'until-missing' | undefined => {
  const now = standing(seen, key)
  if (!now) return 'no-such-risk'
  if (treatment !== 'accept') return undefined
  if (!now.inherent) return 'not-rated'
  return acceptedUntil ? undefined : 'until-missing'
}

/** Says that one looked at it again and that it stands as it is. */
export const reviewRisk = (seen: Seen, key: string, day: Day, author: Author): Statement[] =>
  standing(seen, key) ? change(seen, risk, key, { reviewedOn: day }, author) : []

/** Closes a risk that there is no more; why is said. */
export const closeRisk = (seen: Seen, key: string, reason: string, author: Author): Statement[] =>
  standing(seen, key)?.state === 'open' && reason.trim() !== ''
    ? say(seen, riskAbout(key), { state: 'closed', reason: reason.trim() }, author)
    : []

export const reopenRisk = (seen: Seen, key: string, reason: string, author: Author): Statement[] =>
  standing(seen, key)?.state === 'closed' && reason.trim() !== ''
    ? say(seen, riskAbout(key), { state: 'open', reason: reason.trim() }, author)
    : []

export const removeRisk = (seen: Seen, key: string, author: Author): Statement[] =>
  standing(seen, key) ? remove(seen, risk, key, author) : []

const standing = (seen: Seen, key: string): Risk | undefined => {
  const folded = seen.get(riskAbout(key))
  const now = folded && readRecord(risk, folded)
  return now && !now.gone && now.title !== '' ? now : undefined
}
