/** What people do with a check: answer it, correct it, take the answer back. */
import { checkAbout, type Outcome } from '../kinds/check'
import type { Statement } from '../statement'
import { type Author, type Seen, say } from './say'

export type Answer = {
  readonly control: string
  readonly period: string
  readonly outcome: Outcome
  readonly note?: string
  /** The member who did the check; the author when left out. */
  readonly performer?: string
}

/**
 * Answers a check, or corrects its answer: outcome, note and performer in one statement, over whatever stood there.
 * Also settles a clash, since the author saw every head.
 */
export const answerCheck = (
  seen: Seen,
  { control, period, outcome, note = '', performer }: Answer,
  author: Author,
): Statement[] =>
  say(
    seen,
    checkAbout(control, period),
    { outcome, note: note === '' ? null : note, performer: performer ?? author.by },
    author,
  )

/** Takes the answer of a check back: it stands open again, and its history says so. */
export const takeBackCheck = (
  seen: Seen,
  { control, period }: Pick<Answer, 'control' | 'period'>,
  author: Author,
): Statement[] =>
  say(seen, checkAbout(control, period), { outcome: null, note: null, performer: null }, author)
