/** What the store lends to the pages' other half: rooms, who speaks, and one way to say and to take back. */
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { Author } from '../../shared/commands/say'
import type { Day } from '../../shared/days'
import type { RunningFold } from '../../shared/fold'
import type { Statement } from '../../shared/statement'
import type { Doorway } from './doorway'
import type { Facts } from './facts'
import type { Place } from './quality-types'
import type { Room } from './room'
import type { HistoryEntry, LineStatus } from './types'

/** Rooms to open besides those of checks. */
export type MoreRooms = {
  /** Kept in step with the server all the time. */
  readonly live: ReadonlySet<string>
  /** Brought in step now and then: whoever names them here connects them. */
  readonly visited: ReadonlySet<string>
}

export const NO_ROOMS: MoreRooms = { live: new Set(), visited: new Set() }

/** A command, and the room in which it is said. */
export type Act = {
  readonly room: string
  readonly command: (seen: RunningFold, author: Author) => readonly Statement[]
}

export type Base = {
  readonly member: string
  readonly today: ReadonlySignal<Day>
  readonly facts: Facts
  /** Every open room, by name. */
  readonly rooms: ReadonlySignal<ReadonlyMap<string, Room>>
  readonly more: Signal<MoreRooms>
  /** Rooms of plans, measures and the management team to open besides; always live. */
  readonly work: Signal<ReadonlySet<string>>
  /** Rooms may go to the server. */
  readonly isConnected: ReadonlySignal<boolean>
  readonly doorway: Doorway
  /** The end of the store. */
  readonly signal: AbortSignal
  readonly now: () => number
  readonly author: () => Author
  mayWriteIn(room: string): boolean
  /** Says something, in one or several rooms; `undo` takes back all of it. @returns of what was spoken */
  act(...parts: readonly Act[]): readonly Place[]
  /** Says something that nobody means to take back: that a text was kept. */
  say(room: string, command: Act['command']): readonly Statement[]
  undo(): Place | undefined
  statusOf(place: Place): LineStatus
  historyOf(place: Place): readonly HistoryEntry[]
}
