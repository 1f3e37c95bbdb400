/** What one says of risks: note one, rate it, treat or accept it, look at it again, and which controls cover it. */
import { changeControl } from '../../shared/commands/controls'
import {
  addRisk,
  changeRisk,
  closeRisk,
  objectionToRating,
  objectionToRisk,
  objectionToTreatment,
  type RatingObjection,
  type Ratings,
  type RiskChanges,
  type RiskInput,
  rateRisk,
  removeRisk,
  reopenRisk,
  reviewRisk,
  type TreatmentInput,
  treatRisk,
} from '../../shared/commands/risks'
import { risk, roomOfRisk } from '../../shared/kinds/risk'
import { keyOf } from '../../shared/statement'
import type { Base } from './quality-base'
import type { Place } from './quality-types'
import type { Sayer } from './work-say'
import type { Added, Objection } from './work-types'

export type RiskVerbs = {
  /** In the room of its department; without one, in that of the management team. */
  addRisk(input: RiskInput): Added<'title-missing' | RatingObjection>
  changeRisk(place: Place, changes: RiskChanges): Objection<'title-missing'>
  rateRisk(place: Place, ratings: Ratings): Objection<'no-such-risk' | RatingObjection>
  treatRisk(place: Place, input: TreatmentInput): Objection<'no-such-risk' | 'not-rated' | 'until-missing'>
  /** One looked at it again today. */
  reviewRisk(place: Place): Objection<never>
  closeRisk(place: Place, reason: string): Objection<'reason-missing'>
  reopenRisk(place: Place, reason: string): Objection<'reason-missing'>
  removeRisk(place: Place): Objection<never>
  /** Says which controls cover it, and no others: for whoever keeps the library. */
  coverRisk(place: Place, controls: readonly string[]): Objection<never>
}

export const riskVerbs = (
  { act, facts, mayWriteIn, today }: Pick<Base, 'act' | 'facts' | 'mayWriteIn' | 'today'>,
  { say, add }: Sayer,
): RiskVerbs => ({
  addRisk: (input) =>
    add(
      roomOfRisk(input.department ?? undefined),
      risk.name,
      input.title,
      (seen, key, by) => addRisk(seen, key, input, by),
      () => objectionToRisk(input),
    ),
  changeRisk: ({ room, about }, changes) =>
    say(
      room,
      (seen, by) => changeRisk(seen, keyOf(about), changes, by),
      () => (changes.title !== undefined && isEmpty(changes.title) ? 'title-missing' : undefined),
    ),
  rateRisk: ({ room, about }, ratings) =>
    say(
      room,
      (seen, by) => rateRisk(seen, keyOf(about), ratings, by),
      (seen) => objectionToRating(seen, keyOf(about), ratings),
    ),
  treatRisk: ({ room, about }, input) =>
    say(
      room,
      (seen, by) => treatRisk(seen, keyOf(about), input, by),
      (seen) => objectionToTreatment(seen, keyOf(about), input),
    ),
  reviewRisk: ({ room, about }) => say(room, (seen, by) => reviewRisk(seen, keyOf(about), today.peek(), by)),
  closeRisk: ({ room, about }, reason) =>
    say(
      room,
      (seen, by) => closeRisk(seen, keyOf(about), reason, by),
      () => (isEmpty(reason) ? 'reason-missing' : undefined),
    ),
  reopenRisk: ({ room, about }, reason) =>
    say(
      room,
      (seen, by) => reopenRisk(seen, keyOf(about), reason, by),
      () => (isEmpty(reason) ? 'reason-missing' : undefined),
    ),
  removeRisk: ({ room, about }) => say(room, (seen, by) => removeRisk(seen, keyOf(about), by)),
  coverRisk({ about }, controls) {
    if (!mayWriteIn('org')) return 'not-for-you'
    const own = keyOf(about)
    const changed = facts.controls
      .peek()
      .filter(({ key, risks }) => risks.includes(own) !== controls.includes(key))
    act({
      room: 'org',
      command: (seen, by) =>
        changed.flatMap(({ key, risks }) => {
          const others = risks.filter((each) => each !== own)
          return changeControl(seen, key, { risks: controls.includes(key) ? [...others, own] : others }, by)
        }),
    })
    return undefined
  },
})

const isEmpty = (words: string | null): boolean => (words ?? '').trim() === ''
