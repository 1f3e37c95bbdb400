/** Verbs of the management team: meetings, points, proposals, agreements, deadlines. Each is one act, which `undo` takes back. */
import {
  type AgreementInput,
  type AgreementObjection,
  addAgreement,
  changeAgreement,
  objectionToAgreement,
  removeAgreement,
  reviewAgreement,
} from '../../shared/commands/agreements'
import { type Changes, keyFrom } from '../../shared/commands/change'
import { removeDeadline, setDeadline, tickDeadline, untickDeadline } from '../../shared/commands/deadlines'
import {
  addMeasure,
  type MeasureInput,
  type MeasureObjection,
  objectionToMeasure,
} from '../../shared/commands/measures'
import {
  type AmendingObjection,
  addMeeting,
  amendReport,
  attend,
  type ClosingObjection,
  changeMeeting,
  closeMeeting,
  type MeetingChanges,
  type MeetingInput,
  type MeetingObjection,
  objectionToAmending,
  objectionToClosing,
  objectionToMeeting,
  openMeeting,
  removeMeeting,
  showPoint,
  startMeeting,
} from '../../shared/commands/meetings'
import {
  addPoint,
  type ConclusionObjection,
  changePoint,
  concludePoint,
  dismissProposal,
  movePoint,
  objectionToConclusion,
  objectionToPoint,
  type PointChanges,
  type PointInput,
  type PointObjection,
  type Proposed,
  placeBetween,
  pointFromProposal,
  recallProposal,
  removePoint,
  reopenPoint,
} from '../../shared/commands/points'
import type { Day } from '../../shared/days'
import type { agreement } from '../../shared/kinds/agreement'
import type { deadline } from '../../shared/kinds/deadline'
import { roomOfMeasure } from '../../shared/kinds/measure'
import { meetingAbout, type Presence } from '../../shared/kinds/meeting'
import type { PointOutcome, Section } from '../../shared/kinds/point'
import { canonical, type Json, keyOf } from '../../shared/statement'
import type { Act, Base } from './quality-base'
import type { Place } from './quality-types'
import type { Sayer } from './work-say'
import type { Added, Objection } from './work-types'

export type Conclusion = { readonly outcome: PointOutcome; readonly conclusion: string }

/** Where a point goes: to a section of a meeting, between the points that stand there. */
export type PointTarget = {
  /** `null`: back to the backlog. */
  readonly meeting: string | null
  readonly section: Section
  /** The points of that section as they stand, with or without the one that moves. */
  readonly among: readonly (Place & { readonly place: string })[]
  /** How many of the others come before it. */
  readonly index: number
}

export type TeamVerbs = {
  addMeeting(input: MeetingInput): Added<MeetingObjection>
  changeMeeting(key: string, changes: MeetingChanges): Objection<MeetingObjection>
  openMeeting(key: string): Objection<never>
  startMeeting(key: string): Objection<never>
  removeMeeting(key: string): Objection<never>
  /** `null`: not known. Of several people at once: one act. */
  attend(meeting: string, members: readonly string[], presence: Presence | null): Objection<never>
  /** Turns to a point: the big screen follows. */
  showPoint(meeting: string, point: string | null): Objection<never>
  /** @param content the whole report, as `reportOf` makes it. Cannot be undone: a later edit is a new version. */
  closeMeeting(
    key: string,
    closing: { readonly content: Json; readonly carryTo?: string | undefined },
  ): Objection<ClosingObjection | 'too-large'>
  amendReport(
    key: string,
    amending: { readonly content: Json; readonly reason: string },
  ): Objection<AmendingObjection | 'too-large'>

  /** @param room that of a department: put forward for the backlog */
  addPoint(input: PointInput, room?: string): Added<PointObjection>
  changePoint(place: Place, changes: PointChanges): Objection<PointObjection>
  movePoint(place: Place, target: PointTarget): Objection<never>
  /** What came of a point, with the measures that follow from it: one act. */
  concludePoint(
    place: Place,
    conclusion: Conclusion,
    measures?: readonly MeasureInput[],
  ): Objection<ConclusionObjection | MeasureObjection>
  reopenPoint(place: Place): Objection<never>
  removePoint(place: Place): Objection<never>
  pointFromProposal(proposal: Proposed, input: PointInput): Added<PointObjection>
  dismissProposal(key: string, reason: string): Objection<never>
  recallProposal(key: string): Objection<never>

  addAgreement(input: AgreementInput): Added<AgreementObjection>
  changeAgreement(key: string, changes: Changes<typeof agreement>): Objection<never>
  reviewAgreement(
    key: string,
    review: { readonly day: Day; readonly next?: Day | undefined; readonly note?: string },
  ): Objection<never>
  removeAgreement(key: string): Objection<never>

  addDeadline(input: Changes<typeof deadline> & { readonly title: string }): Added<never>
  changeDeadline(key: string, changes: Changes<typeof deadline>): Objection<never>
  removeDeadline(key: string): Objection<never>
  tickDeadline(key: string, day: Day): Objection<never>
  untickDeadline(key: string, day: Day): Objection<never>
}

const TEAM = 'team'
/** An update may be a megabyte; this leaves room for the rest of it. */
const MOST_CHARACTERS = 600_000

export const teamVerbs = (base: Base, sayer: Sayer): TeamVerbs => ({
  ...meetingVerbs(base, sayer),
  ...pointVerbs(base, sayer),
  ...agreementVerbs(sayer),
  ...deadlineVerbs(sayer),
})

const meetingVerbs = (
  { rooms }: Base,
  { say, add }: Sayer,
): Pick<
  TeamVerbs,
  | 'addMeeting'
  | 'changeMeeting'
  | 'openMeeting'
  | 'startMeeting'
  | 'removeMeeting'
  | 'attend'
  | 'showPoint'
  | 'closeMeeting'
  | 'amendReport'
> => {
  const isTooLarge = (content: Json): boolean => canonical(content).length > MOST_CHARACTERS
  const stands = (key: string): boolean => {
    const folded = rooms.peek().get(TEAM)?.ledger.peek()?.fold.get(meetingAbout(key))
    return folded !== undefined && folded.fields.get('gone')?.value !== true
  }
  return {
    addMeeting: (input) =>
      add(
        TEAM,
        'meeting',
        `mt-${input.day}`,
        (seen, key, by) => addMeeting(seen, key, input, by),
        () => objectionToMeeting(input),
      ),
    changeMeeting: (key, changes) =>
      say(
        TEAM,
        (seen, by) => changeMeeting(seen, key, changes, by),
        () => {
          if (!stands(key)) return 'no-such-meeting'
          return changes.day === undefined ? undefined : objectionToMeeting({ day: changes.day ?? '' })
        },
      ),
    openMeeting: (key) => say(TEAM, (seen, by) => openMeeting(seen, key, by)),
    startMeeting: (key) => say(TEAM, (seen, by) => startMeeting(seen, key, by)),
    removeMeeting: (key) => say(TEAM, (seen, by) => removeMeeting(seen, key, by)),
    attend: (meeting, members, presence) =>
      say(TEAM, (seen, by) => members.flatMap((member) => attend(seen, meeting, member, presence, by))),
    showPoint: (meeting, point) => say(TEAM, (seen, by) => showPoint(seen, meeting, point, by)),
    closeMeeting: (key, closing) =>
      say(
        TEAM,
        (seen, by) => closeMeeting(seen, key, closing, by),
        (seen) =>
          objectionToClosing(seen, key, closing) ?? (isTooLarge(closing.content) ? 'too-large' : undefined),
      ),
    amendReport: (key, amending) =>
      say(
        TEAM,
        (seen, by) => amendReport(seen, key, amending, by),
        (seen) =>
          objectionToAmending(seen, key, amending) ??
          (isTooLarge(amending.content) ? 'too-large' : undefined),
      ),
  }
}

const pointVerbs = (
  { act, author }: Base,
  { say, add, seenIn }: Sayer,
): Pick<
  TeamVerbs,
  | 'addPoint'
  | 'changePoint'
  | 'movePoint'
  | 'concludePoint'
  | 'reopenPoint'
  | 'removePoint'
  | 'pointFromProposal'
  | 'dismissProposal'
  | 'recallProposal'
> => ({
  addPoint: (input, room = TEAM) =>
    add(
      room,
      'point',
      input.title,
      (seen, key, by) => addPoint(seen, key, input, by),
      () => objectionToPoint(input),
    ),
  changePoint: ({ room, about }, changes) =>
    say(
      room,
      (seen, by) => changePoint(seen, keyOf(about), changes, by),
      (seen) => {
        if (!seen.get(about)) return 'no-such-point'
        const { title = 'x', minutes } = changes
        return objectionToPoint({ title: title ?? '', minutes })
      },
    ),
  movePoint(moved, { meeting, section, among, index: wanted }) {
    const others = among.filter(({ about }) => about !== moved.about)
    const index = Math.max(0, Math.min(wanted, others.length))
    const all = [...others.slice(0, index), moved, ...others.slice(index)]
    if (all.some(({ room }) => !seenIn(room))) return 'not-for-you'
    act(
      ...placesOf(others, index).map(
        ({ at, after, before }): Act => ({
          room: (all[at] as Place).room,
          command: (seen, by) => {
            const { about } = all[at] as Place
            const to = at === index ? { meeting, section, after, before } : { after, before }
            return movePoint(seen, keyOf(about), to, by)
          },
        }),
      ),
    )
    return undefined
  },
  concludePoint(place, conclusion, measures = []) {
    const key = keyOf(place.about)
    const seen = seenIn(place.room)
    const homes = measures.map(({ department }) => roomOfMeasure(department ?? undefined))
    if (!seen || homes.some((room) => !seenIn(room))) return 'not-for-you'
    const objection =
      objectionToConclusion(seen, key, conclusion) ??
      measures.map(objectionToMeasure).find((each) => each !== undefined)
    if (objection !== undefined) return objection
    act(
      { room: place.room, command: (now, by) => concludePoint(now, key, conclusion, by) },
      ...measures.map((input, index): Act => {
        const measure = keyFrom(input.title, author().id())
        return {
          room: homes[index] as string,
          command: (now, by) => addMeasure(now, measure, { ...input, origin: place.about }, by),
        }
      }),
    )
    return undefined
  },
  reopenPoint: ({ room, about }) => say(room, (seen, by) => reopenPoint(seen, keyOf(about), by)),
  removePoint: ({ room, about }) => say(room, (seen, by) => removePoint(seen, keyOf(about), by)),
  pointFromProposal: (proposal, input) =>
    add(
      TEAM,
      'point',
      input.title,
      (seen, key, by) => pointFromProposal(seen, key, proposal, input, by),
      () => objectionToPoint(input),
    ),
  dismissProposal: (key, reason) => say(TEAM, (seen, by) => dismissProposal(seen, key, reason, by)),
  recallProposal: (key) => say(TEAM, (seen, by) => recallProposal(seen, key, by)),
})

/** Between which places a point comes to stand; where the others have none yet, each of them gets one too. */
const placesOf = (
  others: readonly { readonly place: string }[],
  index: number,
): { at: number; after: string | undefined; before: string | undefined }[] => {
  const places = others.map(({ place }) => place)
  const areInOrder = places.every((place, at) => place !== '' && (at === 0 || (places[at - 1] ?? '') < place))
  if (areInOrder) return [{ at: index, after: places[index - 1] ?? '', before: places[index] }]
  let last = ''
  return Array.from({ length: others.length + 1 }, (_, at) => {
    const after = last
    last = placeBetween(after)
    return { at, after, before: undefined }
  })
}

const agreementVerbs = ({
  say,
  add,
}: Sayer): Pick<TeamVerbs, 'addAgreement' | 'changeAgreement' | 'reviewAgreement' | 'removeAgreement'> => ({
  addAgreement: (input) =>
    add(
      TEAM,
      'agreement',
      input.title,
      (seen, key, by) => addAgreement(seen, key, input, by),
      () => objectionToAgreement(input),
    ),
  changeAgreement: (key, changes) => say(TEAM, (seen, by) => changeAgreement(seen, key, changes, by)),
  reviewAgreement: (key, review) => say(TEAM, (seen, by) => reviewAgreement(seen, key, review, by)),
  removeAgreement: (key) => say(TEAM, (seen, by) => removeAgreement(seen, key, by)),
})

const deadlineVerbs = ({
  say,
  add,
}: Sayer): Pick<
  TeamVerbs,
  'addDeadline' | 'changeDeadline' | 'removeDeadline' | 'tickDeadline' | 'untickDeadline'
> => ({
  addDeadline: (input) =>
    add<never>(
      TEAM,
      'deadline',
      input.title,
      (seen, key, by) => setDeadline(seen, key, input, by),
      () => undefined,
    ),
  changeDeadline: (key, changes) => say(TEAM, (seen, by) => setDeadline(seen, key, changes, by)),
  removeDeadline: (key) => say(TEAM, (seen, by) => removeDeadline(seen, key, by)),
  tickDeadline: (key, day) => say(TEAM, (seen, by) => tickDeadline(seen, key, day, by)),
  untickDeadline: (key, day) => say(TEAM, (seen, by) => untickDeadline(seen, key, day, by)),
})
