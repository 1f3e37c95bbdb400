/**
 * What views know of plans, measures and the management team: facts as signals, and verbs. `store.work()` gives it.
 * Hand `ground` to the queries (`measuresOf`, `plansOf`, `agendaOf`, …).
 */
import type { ReadonlySignal } from '@preact/signals'
import type { BulkResult, BulkVerb } from '../../shared/commands/bulk'
import type { FindingChanges, FindingInput, ReopeningObjection } from '../../shared/commands/findings'
import type {
  CourseInput,
  CourseObjection,
  MeasureInput,
  MeasureObjection,
  MoveObjection,
  PlainChanges,
  Step,
  StepObjection,
} from '../../shared/commands/measures'
import type {
  EndObjection,
  PlanChanges,
  PlanInput,
  PlanObjection,
  Turn,
  TurnObjection,
} from '../../shared/commands/plans'
import type { Day } from '../../shared/days'
import type { Effect } from '../../shared/kinds/finding'
import type { ClosingRefusal } from '../../shared/queries/findings'
import type { WorkGround } from '../../shared/queries/ground'
import type { HistoryEntry } from '../../shared/queries/history'
import type { Check } from '../../shared/queries/schedule'
import type { FormDrafts } from './drafts'
import type { Place, Progress } from './quality-types'
import type { LineStatus } from './types'
import type { RiskVerbs } from './work-risks'
import type { TeamVerbs } from './work-team'

/** One may not write there, or the room is not open on this device. */
export type Barred = 'not-for-you'

/** Why something was not saved; nothing when it was, or when nothing changed. */
export type Objection<O extends string> = O | Barred | undefined

/** What was added, or why it was not. */
export type Added<O extends string> =
  | { readonly added: Place & { readonly key: string }; readonly objection?: undefined }
  | { readonly added?: undefined; readonly objection: O | Barred }

/** Whose work to open: all that one may see, or what the popup needs, which is that of one's own departments. */
export type WorkScope = 'mine' | 'all'

export type Work = {
  readonly today: ReadonlySignal<Day>
  /** Opens the rooms of departments and of the management team; once more with 'all' widens it. They stay open. */
  open(scope: WorkScope): void
  /** After `open`: every room has been read from this device's disk. What a page shows before that is incomplete. */
  readonly ready: ReadonlySignal<boolean>
  readonly progress: ReadonlySignal<Progress>
  /** Another object whenever something was said of plans, measures, findings, risks or the team, a room arrived, or the day changed. */
  readonly ground: ReadonlySignal<WorkGround>
  /** Departments into which one may look, in their order. */
  readonly departments: ReadonlySignal<readonly string[]>
  /** One may look into the room of the management team. */
  readonly seesTeam: ReadonlySignal<boolean>

  /** Half-filled forms, kept on this device until they are saved. */
  readonly drafts: FormDrafts

  statusOf(place: Place): LineStatus
  history(place: Place): readonly HistoryEntry[]
  mayWriteIn(room: string): boolean
  /** Whether somebody else may write there: who may not cannot answer for a measure. */
  mayOwnIn(member: string, room: string): boolean
  /** Takes back one's own last act on this page, whatever it was about. */
  undo(): Place | undefined
  /** Brings back what was removed. */
  restore(place: Place): Objection<'not-gone'>
} & MeasureVerbs &
  PlanVerbs &
  FindingVerbs &
  RiskVerbs &
  TeamVerbs

export type MeasureVerbs = {
  /** In the room of its department; without one, in that of the management team. */
  addMeasure(input: MeasureInput): Added<MeasureObjection>
  changeMeasure(place: Place, changes: PlainChanges): Objection<'title-missing' | 'owner-is-verifier'>
  moveDue(place: Place, due: Day, reason: string): Objection<MoveObjection>
  stepMeasure(place: Place, step: Step): Objection<StepObjection>
  sayCourse(place: Place, input: CourseInput): Objection<CourseObjection>
  askState(place: Place, question: string): Objection<never>
  answerState(place: Place, answer: CourseInput & { readonly answer: string }): Objection<CourseObjection>
  removeMeasure(place: Place): Objection<never>
  /** What would become of each of these, and which would stay as they are and why; nothing is said. */
  previewBulk(places: readonly Place[], verb: BulkVerb): BulkOutcome
  /** The same, said as one act: `undo` takes all of it back. */
  bulk(places: readonly Place[], verb: BulkVerb): BulkOutcome
}

/** Why: an objection, `unchanged`, or `not-for-you`. */
export type BulkOutcome = Pick<BulkResult, 'preview' | 'left'>

export type PlanVerbs = {
  /** In the room of its department where there is one; else in that of the management team. */
  addPlan(input: PlanInput): Added<PlanObjection>
  changePlan(place: Place, changes: PlanChanges): Objection<PlanObjection>
  turnPlan(place: Place, turn: Turn): Objection<TurnObjection>
  finishPlan(place: Place, note: string): Objection<EndObjection>
  stopPlan(place: Place, reason: string): Objection<EndObjection>
  reopenPlan(place: Place, reason: string): Objection<EndObjection>
  removePlan(place: Place): Objection<never>
}

export type FindingVerbs = {
  /**
   * In the room of its department; without one, in that of the management team. Of what a check showed there is one,
   * however often it is noted.
   */
  addFinding(input: FindingInput): Added<'title-missing'>
  /** The same of what a failed check showed, with all that is known of it; the head of the department answers for it. */
  noteFinding(check: Check): Added<'title-missing'>
  changeFinding(place: Place, changes: FindingChanges): Objection<'title-missing'>
  /** @param checks those that may show the effect: any, of which its own are taken */
  closeFinding(
    place: Place,
    effect: Effect | undefined,
    checks: readonly Check[],
  ): ClosingRefusal | { readonly why: Barred } | undefined
  reopenFinding(place: Place, reason: string): Objection<ReopeningObjection>
  removeFinding(place: Place): Objection<never>
}
