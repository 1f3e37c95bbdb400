/**
 * Findings with what was born from them, and whether they may be closed: only when something was done about it, and its
 * effect was shown afterwards. What is read here is all a refusal can say.
 */
import { dayOf } from '../days'
import type { Folded } from '../fold'
import { checkKey, yearOfPeriod } from '../kinds/check'
import { type Effect, type Finding, finding as findingKind, type Severity } from '../kinds/finding'
import { readRecord } from '../kinds/kind'
import { keyOf } from '../statement'
import { foldedOf, type WorkGround, workRooms } from './ground'
import { isDone, isOpen, type MeasureLine, measuresOf } from './measures'
import { type PlanLine, plansOf } from './plans'
import { needsReview } from './reviews'
import type { Check } from './schedule'

/** cause: nobody said why yet. measure: nothing was agreed. doing: that is under way. effect: it is to be shown. */
export type Stage = 'cause' | 'measure' | 'doing' | 'effect' | 'closed'

export type FindingLine = Finding & {
  readonly room: string
  readonly folded: Folded
  readonly measures: readonly MeasureLine[]
  readonly plans: readonly PlanLine[]
  readonly stage: Stage
}

export type FindingFilter = {
  readonly state?: Finding['state'] | undefined
  readonly department?: string | undefined
  readonly control?: string | undefined
  readonly severity?: Severity | undefined
  readonly owner?: string | undefined
}

/** All findings that are not gone: open ones first, the gravest first, then the oldest. */
export const findingsOf = (ground: WorkGround, filter: FindingFilter = {}): FindingLine[] => {
  const measures = measuresOf(ground)
  const plans = plansOf(ground)
  return workRooms(ground)
    .flatMap(({ room, records }) =>
      foldedOf(records, 'finding').map((folded) => lineOf(folded, room, measures, plans)),
    )
    .filter((line) => !line.gone && line.title !== '' && passes(line, filter))
    .sort(byGravity)
}

export const findingIn = (ground: WorkGround, about: string): FindingLine | undefined =>
  findingsOf(ground).find((line) => line.about === about)

/** What a closing is judged by. `checks`: of the same control and department, whatever their year. */
export type Proof = {
  readonly finding: Finding | undefined
  readonly measures: readonly MeasureLine[]
  readonly plans: readonly PlanLine[]
  readonly checks: readonly Check[]
}

/** @param checks any; those of the finding's control and department are taken */
export const proofOf = (ground: WorkGround, about: string, checks: readonly Check[]): Proof =>
  proofFor(findingIn(ground, about), checks)

/** The same of a finding that was read already. */
export const proofFor = (finding: FindingLine | undefined, checks: readonly Check[]): Proof => ({
  finding,
  measures: finding?.measures ?? [],
  plans: finding?.plans ?? [],
  checks: finding ? checks.filter((check) => isOf(finding, check)) : [],
})

/** Why a finding is not closed, with what it hangs on. */
export type ClosingRefusal =
  | { readonly why: 'no-such-finding' | 'closed' | 'measure-missing' | 'figure-missing' | 'other-check' }
  | { readonly why: 'measure-open'; readonly measures: readonly MeasureLine[] }
  | { readonly why: 'plan-open'; readonly plans: readonly PlanLine[] }
  /** `next`: the check that can show it. */
  | { readonly why: 'effect-missing'; readonly next: Check | undefined }
  | { readonly why: 'not-answered' | 'not-in-order' | 'not-reviewed' | 'clash'; readonly check: Check }
  /** It was answered before what was done about it was done. */
  | { readonly why: 'too-early'; readonly check: Check; readonly since: number }

/** Why a finding cannot be closed with this effect; `undefined` when it can. */
export const objectionToClosing = (proof: Proof, effect: Effect | undefined): ClosingRefusal | undefined => {
  const { finding, measures, plans } = proof
  if (!finding || finding.gone) return { why: 'no-such-finding' }
  const isSettled = !finding.clashes.includes('state') && !finding.clashes.includes('effect')
  if (finding.state === 'closed' && isSettled) return { why: 'closed' }
  const open = measures.filter(isOpen)
  if (open.length > 0) return { why: 'measure-open', measures: open }
  const openPlans = plans.filter(({ state }) => state === 'open')
  if (openPlans.length > 0) return { why: 'plan-open', plans: openPlans }
  const since = doneSince(proof)
  if (since === undefined) return { why: 'measure-missing' }
  if (!effect) return { why: 'effect-missing', next: nextCheck(proof, since) }
  if (effect.by === 'figure') return effect.text.trim() === '' ? { why: 'figure-missing' } : undefined
  return objectionToCheck(proof, effect.check, since)
}

const objectionToCheck = ({ checks }: Proof, about: string, since: number): ClosingRefusal | undefined => {
  const check = checks.find((each) => each.about === about)
  if (!check) return { why: 'other-check' }
  if (check.outcome === undefined || check.answeredAt === undefined) return { why: 'not-answered', check }
  if (check.answeredAt <= since) return { why: 'too-early', check, since }
  if (check.clash) return { why: 'clash', check }
  if (check.outcome !== 'in-order') return { why: 'not-in-order', check }
  const isJudged = !needsReview(check) || check.review?.state === 'accepted'
  return isJudged ? undefined : { why: 'not-reviewed', check }
}

/** The check that shows the effect already, the newest of them: what a closing is prefilled with. */
export const effectShown = (proof: Proof): Check | undefined => {
  const since = doneSince(proof)
  return since === undefined
    ? undefined
    : [...proof.checks]
        .sort((a, b) => (a.due < b.due ? 1 : -1))
        .find(({ about }) => objectionToCheck(proof, about, since) === undefined)
}

/**
 * Whether what a finding was closed with still holds. unseen: its check is of a year that is not among these checks.
 * `undefined` for one that is open.
 */
export const effectNow = (proof: Proof): 'held' | 'lost' | 'stated' | 'unseen' | undefined => {
  const { finding, checks } = proof
  if (finding?.state !== 'closed') return undefined
  const { effect } = finding
  if (effect?.by === 'figure') return 'stated'
  const check = checks.find(({ about }) => about === effect?.check)
  if (check) return check.outcome === 'in-order' ? 'held' : 'lost'
  const year = effect && yearOfCheck(effect.check)
  return year !== undefined && !checks.some(({ about }) => yearOfCheck(about) === year) ? 'unseen' : 'lost'
}

const yearOfCheck = (about: string): number | undefined => yearOfPeriod(checkKey(keyOf(about))?.period ?? '')

/** Checks that failed and of which nobody noted a finding. */
export const withoutFinding = (checks: readonly Check[], findings: readonly Finding[]): Check[] => {
  const noted = new Set(findings.map(({ department, check }) => `${department} ${check}`))
  return checks.filter(
    ({ outcome, department, about }) => isFailure(outcome) && !noted.has(`${department} ${about}`),
  )
}

/** When the last of what was done about it was done; `undefined` when nothing was. */
export const doneSince = ({ measures, plans }: Pick<Proof, 'measures' | 'plans'>): number | undefined => {
  const moments = [
    ...measures.filter(isDone).map(({ folded }) => lastAt(folded, 'status', 'done', 'verified')),
    ...plans
      .filter(({ state }) => state === 'finished')
      .map(({ folded }) => lastAt(folded, 'state', 'finished')),
  ]
  return moments.length === 0 ? undefined : Math.max(...moments)
}

// The first time it was said in the present run: who verifies later does not put off what was done.
const lastAt = ({ statements }: Folded, field: string, ...words: readonly string[]): number => {
  let at = 0
  for (const statement of statements) {
    const value = statement.set[field]
    if (typeof value !== 'string') continue
    if (!words.includes(value)) at = 0
    else if (at === 0) at = statement.at
  }
  return at
}

/** The check that can show the effect first: one after that which failed, that stands open or was answered since. */
const nextCheck = ({ checks, finding }: Proof, since: number): Check | undefined => {
  const ordered = [...checks].sort((a, b) => (a.due < b.due ? -1 : 1))
  const failed = checks.find(({ about }) => about === finding?.check)
  const from = failed?.due ?? finding?.found ?? dayOf(since)
  const candidates = ordered.filter(({ answeredAt, outcome, due }) =>
    outcome === undefined ? due >= from : (answeredAt ?? 0) > since,
  )
  return candidates.find(({ outcome, clash }) => !isFailure(outcome) || clash) ?? candidates[0]
}

const isFailure = (outcome: Check['outcome']): boolean => outcome === 'partly' || outcome === 'not-in-order'

const isOf = (finding: Finding, { control, department }: Check): boolean =>
  control.key === finding.control && department === finding.department

const lineOf = (
  folded: Folded,
  room: string,
  allMeasures: readonly MeasureLine[],
  allPlans: readonly PlanLine[],
): FindingLine => {
  const record = readRecord(findingKind, folded)
  const plans = allPlans.filter(({ links }) => links.includes(folded.about))
  const planned = new Set(plans.map(({ about }) => about))
  const measures = allMeasures.filter(
    ({ origin, plan }) => origin === folded.about || (plan !== undefined && planned.has(plan)),
  )
  return { ...record, room, folded, measures, plans, stage: stageOf(record, measures, plans) }
}

const stageOf = (
  { state, whys, bone }: Finding,
  measures: readonly MeasureLine[],
  plans: readonly PlanLine[],
): Stage => {
  if (state === 'closed') return 'closed'
  const counted = measures.filter(({ status }) => status !== 'stopped')
  const going = plans.filter((each) => each.state !== 'stopped')
  if (counted.length + going.length === 0)
    return bone === undefined && !whys.some(({ answer }) => answer.trim() !== '') ? 'cause' : 'measure'
  const isGoing = counted.some(isOpen) || going.some((each) => each.state === 'open')
  return isGoing ? 'doing' : 'effect'
}

const passes = (line: FindingLine, { state, department, control, severity, owner }: FindingFilter): boolean =>
  (state === undefined || line.state === state) &&
  (department === undefined || line.department === department) &&
  (control === undefined || line.control === control) &&
  (severity === undefined || line.severity === severity) &&
  (owner === undefined || line.owner === owner)

const GRAVITY: Readonly<Record<Severity, number>> = { critical: 0, high: 1, moderate: 2, low: 3 }

const byGravity = (a: FindingLine, b: FindingLine): number =>
  Number(a.state === 'closed') - Number(b.state === 'closed') ||
  GRAVITY[a.severity] - GRAVITY[b.severity] ||
  compare(a.found ?? '', b.found ?? '') ||
  compare(a.about, b.about)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
