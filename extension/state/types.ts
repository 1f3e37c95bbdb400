/** What views know of the world: facts as signals, and verbs. Made by store.ts; in tests of views, by hand. */
import type { ReadonlySignal } from '@preact/signals'
import type { Answered, ReviewInput, ReviewObjection } from '../../shared/commands/checks'
import type { objectionToStandIn } from '../../shared/commands/members'
import type { Day } from '../../shared/days'
import type { Outcome } from '../../shared/kinds/check'
import type { Control } from '../../shared/kinds/control'
import type { Department } from '../../shared/kinds/department'
import type { Grant, Member, StandIn } from '../../shared/kinds/member'
import type { Theme } from '../../shared/kinds/theme'
import type { Problem } from '../../shared/protocol'
import type { EvidenceLine } from '../../shared/queries/evidence'
import type { HistoryEntry } from '../../shared/queries/history'
import type { Check } from '../../shared/queries/schedule'
import type { EvidenceDesk } from './evidence-types'
import type { Library } from './library-types'
import type { Quality } from './quality-types'
import type { Rounds } from './rounds'
import type { Text } from './text-types'
import type { Work } from './work-types'

/** Who is signed in on this device, and where. Kept in extension storage; without it there is no store. */
export type Session = {
  /** Address of the server, "https://waarborg.zandrode.be", without a slash at the end. */
  readonly server: string
  readonly organisation: string
  readonly token: string
  readonly member: string
}

/** How safe one line is. "confirmed": on the server's disk. "here": on this device's disk. "not-saved": anything else. */
export type LineStatus = 'saving' | 'here' | 'sent' | 'confirmed' | 'not-saved' | 'refused'

/** The one word on sync. */
export type SyncState = {
  readonly word: 'loading' | 'confirmed' | 'here' | 'offline' | 'not-saved' | 'refused' | 'signed-out'
  /** Statements on this device that the server's disk does not have yet. */
  readonly unsent: number
  readonly online: boolean
  /** When everything was last confirmed, milliseconds since 1970. */
  readonly confirmedAt: number | undefined
  /** Why, for "refused", "signed-out" and "not-saved". */
  readonly problem: Problem | 'disk-full' | 'disk-broken' | undefined
}

/** Someone else who has a room open now, as stamped by the server. */
export type Presence = {
  readonly member: string
  readonly name: string
  readonly room: string
  readonly at: string | undefined
}

/** Why a check was not answered as asked. */
export type AnswerObjection = 'evidence-missing'
/** Why nobody was made to stand in. */
export type StandInObjection = NonNullable<ReturnType<typeof objectionToStandIn>>
/** One of many that was not answered along. */
export type LeftAsIs = {
  readonly check: Check
  readonly why: Answered['left'][number]['why'] | 'not-for-you'
}

/** A check with its place: the room it lives in. */
export type { Check, HistoryEntry }

export type Code = { readonly code: string; readonly member: string; readonly expires: number }
/** A code that was made and not used yet; the code itself is shown once, when it is made. */
export type OpenCode = { readonly created: number; readonly expires: number }
export type Device = {
  readonly id: string
  readonly label: string
  readonly created: number
  readonly seen: number | undefined
}

export type Store = {
  readonly session: Session
  /** Becomes true once the rooms on this device's disk have been read. */
  readonly ready: ReadonlySignal<boolean>
  /**
   * Rooms of which this device does not know yet what stands in them, as on a new device: a check there may be done long
   * since. Figures wait for them.
   */
  readonly arriving: ReadonlySignal<number>
  readonly today: ReadonlySignal<Day>
  readonly me: ReadonlySignal<Member | undefined>
  /** What I may do today, also for whom I stand in. */
  readonly grants: ReadonlySignal<readonly Grant[]>
  readonly organisationName: ReadonlySignal<string>
  /** Without those that are gone, sorted by name (departments by place). */
  readonly members: ReadonlySignal<readonly Member[]>
  readonly departments: ReadonlySignal<readonly Department[]>
  readonly themes: ReadonlySignal<readonly Theme[]>
  readonly controls: ReadonlySignal<readonly Control[]>
  /** Every check of the open rooms, due order. In the popup: of one's own departments; in the dashboard: of all one may enter. */
  readonly checks: ReadonlySignal<readonly Check[]>
  /** Those that are mine to do, also for whom I stand in today. */
  readonly mine: ReadonlySignal<readonly Check[]>
  readonly sync: ReadonlySignal<SyncState>
  readonly presence: ReadonlySignal<readonly Presence[]>
  statusOf(check: Check): LineStatus
  history(check: Check): readonly HistoryEntry[]
  mayAnswer(check: Check): boolean
  /** The member for whom I would answer a check, where it comes to me because I stand in. */
  forWhom(check: Check): string | undefined
  /** Somebody else's answer, that is mine to look at. */
  mayReview(check: Check): boolean
  /** Director or coordinator. */
  mayManage(): boolean

  /** What is brought as evidence for a check, the oldest first. */
  evidenceOf(check: Check): readonly EvidenceLine[]

  /**
   * Answers a check, for whom I stand in where that is how it comes to me. Says why it was not answered: a key control is
   * not in order without evidence.
   */
  answer(check: Check, answer: { outcome: Outcome; note?: string }): AnswerObjection | undefined
  /** Answers many alike, as one act; gives those that were left as they are, and why. */
  answerMany(checks: readonly Check[], answer: { outcome: Outcome; note?: string }): readonly LeftAsIs[]
  /** Says that the answer to an earlier text of the control also answers the present one. */
  confirm(check: Check): void
  /** Asks somebody else to look at an answer. */
  submit(check: Check): void
  /** Accepts somebody else's answer or sends it back; says why it could not be judged so. */
  review(check: Check, input: ReviewInput): ReviewObjection | undefined
  takeBack(check: Check): void
  /** Takes back one's own last act on this page, whatever it was about; says which check that was, if it was one. */
  undo(): Check | undefined
  /**
   * Says what one is looking at, for others' presence; a check is such a place. Nothing to stop. With its room, since
   * the same subject exists in the rooms of several departments.
   */
  lookAt(place: { readonly room: string; readonly about?: string } | undefined): void

  addMember(input: { name: string; title: string; roles: readonly Grant[] }): string
  changeMember(key: string, input: { name?: string; title?: string; roles?: readonly Grant[] }): void
  removeMember(key: string): void
  /** Says that somebody stands in for somebody who is away; says why it was not said. */
  standIn(deputy: string, input: StandIn): StandInObjection | undefined
  endStandIn(deputy: string, ended: Pick<StandIn, 'for' | 'from'>): void
  addDepartment(input: { name: string; nameEn?: string; cluster?: string }): string
  changeDepartment(key: string, input: { name?: string; nameEn?: string; cluster?: string }): void
  removeDepartment(key: string): void
  assignControl(key: string, input: { departments: readonly string[]; performers?: readonly string[] }): void

  /** All about quality indicators. Its code is loaded when first asked for: in the popup after the first drawing. */
  quality(): Promise<Quality>
  /** All about plans, measures and the management team; loaded in the same way. */
  work(): Promise<Work>
  /** All about the control library; loaded in the same way. */
  library(): Promise<Library>
  /** All about self-assessment; loaded in the same way. */
  rounds(): Promise<Rounds>

  /** All about files of evidence and captured pages; loaded in the same way. */
  evidence(): Promise<EvidenceDesk>

  /**
   * Opens the text of a subject, which belongs to the room of that subject: `openText('dept/tec', 'plan:k2f7')`. Its code is
   * loaded when first asked for. Close it when it is no longer on the screen.
   */
  openText(room: string, about: string): Promise<Text>

  /** Need the server; reject with a Refusal, or with a TypeError when there is no network. */
  makeCode(member: string): Promise<Code>
  openCodes(member: string): Promise<readonly OpenCode[]>
  devices(member: string): Promise<readonly Device[]>
  revokeDevice(member: string, id: string): Promise<void>
  revokeCodes(member: string): Promise<void>

  /**
   * Forgets this device's token, after everything is confirmed or the user insisted; the server, when it can be reached,
   * forgets it too. Local data stay.
   */
  signOut(): Promise<void>
  /** Everything on this device that the server does not have, as a file to keep. */
  rescueFile(): Blob
  /**
   * Lets go of what the server refuses, once it has been kept as a file: those rooms are taken from the server again.
   * Does nothing for work that is merely unsent.
   */
  letGo?(): Promise<void>
  close(): void
}
