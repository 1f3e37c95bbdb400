/**
 * One open room: what stands in it, what is on its way to the disk, and who is in. Keeps bytes, never a document.
 * Order: gate, store, tell the others, confirm. Nothing that is not on the disk is told to anyone.
 */
import * as Y from 'yjs'
import { isProse, type Room as Place } from '../shared/rooms'
import type { Committer, Source } from './commit'
import { gate } from './gate'
import { EMPTY, mergeAll } from './merge'
import { createPresence, type Onlooker, type Presence } from './presence'
import { createSaid } from './said'
import { encodeSections, readSections, squash } from './squash'
import { advance, createStanding, encodeVector, noteDeleted, ownerOf, type Standing } from './standing'
import type { Entry, Range, Snapshot, Stored } from './store/store'

/** Someone in the room. */
export type Guest = Onlooker & {
  /** Tells of what others brought; only once the guest has said what it has. */
  tell(entries: readonly Entry[]): void
  /** The room is no longer to be relied on. */
  leave(error: unknown): void
}

/** Who brings an update: a guest, or whoever sets up an organisation. */
export type Hand = { readonly member: string; readonly mayWrite: boolean; readonly guest?: Guest }

export type Room = {
  readonly name: string
  readonly place: Place
  readonly presence: Presence
  /** Lets an update through the gate and on its way to the disk. Throws a Refusal, and then nothing has changed. */
  receive(update: Uint8Array, hand: Hand): void
  /** The state vector of what is on the disk. */
  vector(): Uint8Array
  /** What is on the disk and a state vector lacks, as updates. */
  lacking(vector: Uint8Array): readonly Uint8Array[]
  /** Calls back once everything that was received so far is on the disk, at once if it is. */
  whenSafe(callback: (error?: unknown) => void): void
  /** Calls back with what came to be on the disk. */
  watch(listener: (entries: readonly Entry[]) => void): void
  enter(guest: Guest): void
  exit(guest: Guest): void
  /** Whether nobody is in, nobody watches, and nothing is on its way to the disk. */
  isIdle(): boolean
  /** Everything merged, when at least so many entries are not in the last one. Takes a while: not for the busy hour. */
  snapshot(worthwhile: number): Snapshot | undefined
}

export type RoomOptions = {
  readonly name: string
  readonly place: Place
  readonly stored: Stored
  readonly committer: Committer
  readonly now: () => number
  readonly recover: boolean
  /** Client id -> the member who has shown himself under it since the server started. */
  readonly reserved: Map<number, string>
  /** Much has come in since the last snapshot. */
  readonly onLong: () => void
  /** The store did not take it: what stands here in memory is worth nothing any more. */
  readonly onFailure: (error: unknown) => void
}

/** Entries that a snapshot covers but that stay at hand, for those who were away for a while. */
const WINDOW = 256
/** Entries at hand that are too many to wait for a quiet moment. */
const LONG = 4_096
/** Client ids seen in presence that are remembered. */
const RESERVED = 10_000
/** Updates that are sent as they are; more are merged into one first. */
const AS_THEY_ARE = 32

export const createRoom = ({
  name,
  place,
  stored,
  committer,
  now,
  recover,
  reserved,
  onLong,
  onFailure,
}: RoomOptions): Room => {
  const prose = isProse(place)
  const standing = standingOf(stored, prose, reserved)
  const guests = new Set<Guest>()
  const listeners = new Set<(entries: readonly Entry[]) => void>()
  /** On the disk. */
  const entries: Entry[] = [...stored.entries]
  /** Accepted, not yet on the disk. */
  let queued: Entry[] = []
  let onTheWay: readonly Entry[] = []
  /** Who brought what is not yet told. */
  const bringers = new Set<Guest>()
  let waiting: { after: number; callback: (error?: unknown) => void }[] = []
  const broughtBy = new WeakMap<Entry, Guest>()
  let snapshot = stored.snapshot
  let failure: { error: unknown } | undefined

  const safe = (): number => entries[entries.length - 1]?.number ?? snapshot?.upTo ?? 0
  const newest = (): number => safe() + onTheWay.length + queued.length

  const reserve = (client: number, member: string): void => {
    reserved.delete(client)
    reserved.set(client, member)
    for (const oldest of reserved.keys()) if (reserved.size > RESERVED) reserved.delete(oldest)
  }
  const isOthers = (client: number, member: string): boolean =>
    (ownerOf(standing, client) ?? member) !== member
  const presence = createPresence(() => guests, isOthers, reserve)

  const source: Source = {
    name,
    take() {
      onTheWay = queued
      queued = []
      return onTheWay
    },
    settle(settled) {
      onTheWay = []
      entries.push(...settled)
      for (const guest of guests) {
        // Nobody is told what he brought himself. Everyone else gets the same list, so that it is encoded once.
        const news = bringers.has(guest) ? settled.filter((entry) => broughtBy.get(entry) !== guest) : settled
        if (news.length > 0) guest.tell(news)
      }
      if (queued.length === 0) bringers.clear()
      for (const listener of listeners) listener(settled)
      const ready = waiting.filter(({ after }) => after <= safe())
      waiting = waiting.filter(({ after }) => after > safe())
      for (const { callback } of ready) callback()
      if (entries.length > LONG) onLong()
    },
    fail(error) {
      failure = { error }
      queued = []
      onTheWay = []
      onFailure(error)
      for (const { callback } of waiting) callback(error)
      waiting = []
      for (const guest of [...guests]) guest.leave(error)
    },
  }

  const vectorOnDisk = (): ReadonlyMap<number, number> => {
    if (newest() === safe()) return standing.vector
    const vector = new Map(standing.vector)
    for (const { client, from } of [...onTheWay, ...queued].reverse().flatMap(({ ranges }) => ranges))
      if (from === 0) vector.delete(client)
      else vector.set(client, from)
    return vector
  }

  const mergedTail = { upTo: 0, update: EMPTY }
  /** What is not in the snapshot, as one update; made once for all who come until there is more. */
  const recent = (): Uint8Array[] => {
    const tail = tailOf(snapshot, entries)
    if (tail.length <= 1) return tail
    if (mergedTail.upTo !== safe()) mergedTail.update = encodeSections(squash([], tail))
    mergedTail.upTo = safe()
    return [mergedTail.update]
  }

  const lacking = (vector: Uint8Array): readonly Uint8Array[] => {
    if (prose) return [Y.diffUpdate(mergeAll(everything(snapshot, entries)), vector)]
    const some = lackingOf(entries, Y.decodeStateVector(vector), vectorOnDisk())
    if (some) return some.length <= AS_THEY_ARE ? some : [encodeSections(squash([], some))]
    return snapshot ? [snapshot.bytes, ...recent()] : recent()
  }
  const said = createSaid((vector) => [
    ...lacking(vector),
    ...[...onTheWay, ...queued].map(({ bytes }) => bytes),
  ])

  return {
    name,
    place,
    presence,
    receive(update, { member, mayWrite, guest }) {
      if (failure) throw failure.error
      const accepted = gate(update, { member, room: place, standing, mayWrite, recover, said })
      if (accepted === undefined) return
      const { ranges, deletes } = accepted
      // A copy: what arrives is a view on a buffer of the socket, which would be kept alive as a whole.
      const entry: Entry = {
        number: newest() + 1,
        member,
        at: now(),
        ranges,
        bytes: new Uint8Array(accepted.bytes),
      }
      advance(standing, entry)
      noteDeleted(standing, deletes)
      if (guest) {
        bringers.add(guest)
        broughtBy.set(entry, guest)
      }
      queued.push(entry)
      committer.mark(source)
    },
    vector: () => encodeVector(vectorOnDisk()),
    lacking,
    whenSafe(callback) {
      if (failure) callback(failure.error)
      else if (newest() === safe()) callback()
      else waiting.push({ after: newest(), callback })
    },
    watch: (listener) => void listeners.add(listener),
    enter: (guest) => void guests.add(guest),
    exit: (guest) => void guests.delete(guest),
    isIdle: () => guests.size === 0 && listeners.size === 0 && newest() === safe(),
    snapshot(worthwhile) {
      const upTo = safe()
      if (failure || upTo - (snapshot?.upTo ?? 0) < worthwhile) return undefined
      snapshot = {
        upTo,
        ...(prose ? mergedProse(snapshot, entries) : mergedLedger(snapshot, entries)),
        vector: new Map(vectorOnDisk()),
        owners: new Map(standing.owners),
      }
      mergedTail.upTo = 0
      entries.splice(0, entries.length - WINDOW)
      return snapshot
    },
  }
}

const standingOf = (
  { snapshot, entries }: Stored,
  prose: boolean,
  reserved: Map<number, string>,
): Standing => {
  const standing = createStanding(reserved)
  if (snapshot) {
    for (const [client, clock] of snapshot.vector) standing.vector.set(client, clock)
    for (const [client, owner] of snapshot.owners) standing.owners.set(client, owner)
  }
  for (const entry of entries) if (entry.number > (snapshot?.upTo ?? 0)) advance(standing, entry)
  if (prose) for (const bytes of everything(snapshot, entries)) noteDeleted(standing, deletesOf(bytes))
  return standing
}

const deletesOf = (update: Uint8Array): Range[] =>
  [...Y.decodeUpdate(update).ds.clients].flatMap(([client, items]) =>
    items.map(({ clock, len }) => ({ client, from: clock, to: clock + len })),
  )

type Merged = Pick<Snapshot, 'bytes' | 'lengths'>

const mergedProse = (snapshot: Snapshot | undefined, entries: readonly Entry[]): Merged => ({
  bytes: mergeAll(everything(snapshot, entries)),
  lengths: [],
})

const mergedLedger = (snapshot: Snapshot | undefined, entries: readonly Entry[]): Merged => {
  const base = snapshot ? readSections(snapshot.bytes, snapshot.lengths) : []
  const sections = squash(base, tailOf(snapshot, entries))
  return { bytes: encodeSections(sections), lengths: sections.map(({ bytes }) => bytes.length) }
}

const tailOf = (snapshot: Snapshot | undefined, entries: readonly Entry[]): Uint8Array[] =>
  entries.filter(({ number }) => number > (snapshot?.upTo ?? 0)).map(({ bytes }) => bytes)

const everything = (snapshot: Snapshot | undefined, entries: readonly Entry[]): Uint8Array[] => [
  ...(snapshot ? [snapshot.bytes] : []),
  ...tailOf(snapshot, entries),
]

/**
 * The entries that a state vector lacks, looked for from the newest back until all that is lacking has been found;
 * `undefined` when it lacks more than is at hand.
 */
const lackingOf = (
  entries: readonly Entry[],
  theirs: ReadonlyMap<number, number>,
  ours: ReadonlyMap<number, number>,
): Uint8Array[] | undefined => {
  let missing = 0
  for (const [client, clock] of ours) missing += Math.max(0, clock - (theirs.get(client) ?? 0))
  const found: Uint8Array[] = []
  for (let index = entries.length - 1; missing > 0; index--) {
    const entry = entries[index]
    if (!entry) return undefined
    let lacks = 0
    for (const { client, from, to } of entry.ranges)
      lacks += Math.max(0, to - Math.max(from, theirs.get(client) ?? 0))
    if (lacks > 0) found.push(entry.bytes)
    missing -= lacks
  }
  return found.reverse()
}
