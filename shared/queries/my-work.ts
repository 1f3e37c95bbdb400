/**
 * Everything one member has to do, in one list: checks of his own, of his department, and of whom he stands in for;
 * answers to look at; what was sent back to him; measures, findings and evidence. And the quiet word about it.
 */
import { addDays, type Day } from '../days'
import type { Grant } from '../kinds/member'
import type { Round } from '../kinds/round'
import { type EvidenceLine, expiring } from './evidence'
import type { FindingLine } from './findings'
import type { WorkGround } from './ground'
import { type MeasureLine, myMeasures } from './measures'
import { isAskedToReview, mayReview, waitsForReview } from './reviews'
import { roundsOf, whoSubmitted } from './rounds'
import { byDue, type Check } from './schedule'
import { type Through, throughOf } from './stand-ins'

export type MyCheck = { readonly check: Check; readonly through: Through; readonly for?: string }

export type MyWork = {
  /** What is open now, the first due first; what opens later is not in it, unless it is to be prepared. */
  readonly checks: readonly MyCheck[]
  /** Answers of others that wait for my judgement. */
  readonly reviews: readonly Check[]
  /** Answers of mine that were sent back. */
  readonly returned: readonly Check[]
  readonly measures: readonly MeasureLine[]
  readonly asked: readonly MeasureLine[]
  readonly findings: readonly FindingLine[]
  /** Evidence I brought that runs out. */
  readonly evidence: readonly EvidenceLine[]
  /** Self-assessments that wait for my scores. */
  readonly rounds: readonly Round[]
}

/** @param grants those that hold today, with those of whom the member stands in for */
export const myWork = ({
  member,
  grants,
  checks,
  work,
  findings = [],
  evidence = [],
}: {
  readonly member: string
  readonly grants: readonly Grant[]
  readonly checks: readonly Check[]
  readonly work: WorkGround
  readonly findings?: readonly FindingLine[]
  readonly evidence?: readonly EvidenceLine[]
}): MyWork => {
  const { today } = work
  const { open, asked } = myMeasures(work, member)
  const own = grants.filter((grant) => grant.for === undefined)
  return {
    checks: checks
      .filter((check) => isForNow(check, today))
      .flatMap((check) => {
        const found = throughOf(check, member, grants)
        return found ? [{ check, ...found }] : []
      })
      .sort((a, b) => byDue(a.check, b.check)),
    reviews: checks
      .filter(
        (check) =>
          waitsForReview(check) && mayReview(check, member, own) && isAskedToReview(check, member, own),
      )
      .sort(byDue),
    returned: checks
      .filter((check) => check.review?.state === 'returned' && isDoer(check, member))
      .sort(byDue),
    measures: open,
    asked,
    findings: findings.filter(({ owner, state }) => owner === member && state === 'open'),
    evidence: expiring(
      evidence.filter(({ by }) => by === member),
      today,
    ),
    rounds: roundsOf(work.records('org')).filter(
      (round) =>
        round.state === 'scoring' &&
        round.members.includes(member) &&
        !whoSubmitted(work, round).includes(member),
    ),
  }
}

const isForNow = ({ state, prepare }: Check, today: Day): boolean =>
  state === 'late' ||
  state === 'today' ||
  state === 'soon' ||
  (state === 'later' && (prepare ?? '9999') <= today)

const isDoer = ({ performer, answeredBy }: Check, member: string): boolean =>
  performer === member || answeredBy === member

// Reminders

/** One quiet word per part of the day. */
export type Reminder = {
  /** Of the day and its part: what was shown once is not shown again. */
  readonly key: string
  readonly late: number
  readonly today: number
  readonly reviews: number
  readonly returned: number
  readonly measures: number
  readonly asked: number
  readonly evidence: number
}

/** The key of a reminder: "2026-11-22-am". @param hour 0-23 */
export const partOfDay = (today: Day, hour: number): string => `${today}-${hour < 12 ? 'am' : 'pm'}`

/** What to say now; `undefined` when there is nothing, or it was said in this part of the day. @param hour 0-23 */
export const reminderOf = (
  work: MyWork,
  { today, hour, shown }: { readonly today: Day; readonly hour: number; readonly shown: string | undefined },
): Reminder | undefined => {
  const key = partOfDay(today, hour)
  if (key === shown) return undefined
  const counted = {
    late: work.checks.filter(({ check }) => check.state === 'late').length,
    today: work.checks.filter(({ check }) => check.state === 'today').length,
    reviews: work.reviews.length,
    returned: work.returned.length,
    measures: work.measures.filter(({ due }) => due !== undefined && due <= addDays(today, 1)).length,
    asked: work.asked.length,
    evidence: work.evidence.length,
  }
  return Object.values(counted).some((count) => count > 0) ? { key, ...counted } : undefined
}
