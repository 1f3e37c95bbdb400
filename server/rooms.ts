/** The rooms of an organisation that are open: each is opened once, and put away when nobody has been in for a while. */
import type { Room as Place } from '../shared/rooms'
import { createCommitter } from './commit'
import { createRoom, type Room } from './room'
import { Damaged, type Store } from './store/store'

export type Rooms = {
  /** Opens a room, or gives the one that is open. */
  open(name: string, place: Place): Promise<Room>
  /** Keeps a room closed in which something is known to be damaged. */
  shut(name: string): void
  /** Tries again what failed; gives the number of rooms that cannot be opened or written. */
  ailing(): Promise<number>
  readonly size: number
  /** Puts away rooms in which nobody has been since the last time this was called. */
  tidy(): Promise<void>
  /** Resolves once everything that was taken in is on the disk. */
  settle(): Promise<void>
  /** Waits until everything is on the disk; keeps what saves time at the next start, as far as there is time. */
  close(): Promise<void>
}

export type RoomsOptions = {
  readonly store: Store
  readonly now: () => number
  readonly recover: boolean
  /** Called with each room that is opened, before anyone is in. */
  readonly onOpen: (room: Room) => void
  readonly report: (event: string, details: { room: string; error?: unknown }) => void
}

/** How many entries are worth merging them: while people are at work, and when nobody is in. */
const WORTHWHILE = { busy: 1024, quiet: 64 } as const
/** Bytes that have to fit on the disk after a write failed, before it is relied on again. */
const PROBE = 1_048_576
/** What merging may take when the server stops. */
const CLOSING_TIME = 300

export const createRooms = ({ store, now, recover, onOpen, report }: RoomsOptions): Rooms => {
  const committer = createCommitter(store.append)
  const opened = new Map<string, Promise<Room>>()
  const broken = new Map<string, Place>()
  const shut = new Set<string>()
  const lonely = new Set<string>()
  const reservedByRoom = new Map<string, Map<number, string>>()

  let unwritten = false

  const fail = (name: string, place: Place, error: unknown): void => {
    opened.delete(name)
    broken.set(name, place)
    report('room-failed', { room: name, error })
  }
  const load = async (name: string, place: Place): Promise<Room> => {
    if (shut.has(name)) throw new Damaged(`${name} was found damaged`)
    const stored = await store.read(name)
    const reserved = reservedByRoom.get(name) ?? new Map<number, string>()
    reservedByRoom.set(name, reserved)
    const onFailure = (error: unknown): void => {
      unwritten = true
      fail(name, place, error)
    }
    const onLong = (): void => void keepSnapshot(room, WORTHWHILE.busy).catch(() => undefined)
    const room = createRoom({ name, place, stored, committer, now, recover, reserved, onLong, onFailure })
    broken.delete(name)
    onOpen(room)
    return room
  }
  const keepSnapshot = async (room: Room, worthwhile: number): Promise<void> => {
    const snapshot = room.snapshot(worthwhile)
    if (snapshot) await store.keep(room.name, snapshot)
  }
  /** Whoever opens the room meanwhile takes it off the list of lonely ones, and then it stays. */
  const putAway = async (room: Room): Promise<void> => {
    await keepSnapshot(room, WORTHWHILE.quiet)
    if (lonely.delete(room.name) && room.isIdle()) opened.delete(room.name)
  }

  const open = (name: string, place: Place): Promise<Room> => {
    lonely.delete(name)
    const known = opened.get(name)
    if (known) return known
    const opening = load(name, place)
    opened.set(name, opening)
    opening.catch((error: unknown) => fail(name, place, error))
    return opening
  }

  return {
    open,
    shut: (name) => void shut.add(name),
    async ailing() {
      if (unwritten) unwritten = !(await canWrite(store))
      for (const [name, place] of broken) await open(name, place).catch(() => undefined)
      return new Set([...shut, ...broken.keys()]).size + (unwritten ? 1 : 0)
    },
    get size() {
      return opened.size
    },
    async tidy() {
      for (const [name, opening] of [...opened]) {
        const room = await opening.catch(() => undefined)
        if (room?.isIdle() && lonely.has(name)) await putAway(room)
        else if (room?.isIdle()) lonely.add(name)
        else if (room) await keepSnapshot(room, WORTHWHILE.busy)
      }
    },
    settle: committer.idle,
    async close() {
      await committer.idle()
      const until = now() + CLOSING_TIME
      for (const opening of [...opened.values()]) {
        const room = await opening.catch(() => undefined)
        if (room && now() < until) await keepSnapshot(room, WORTHWHILE.quiet).catch(() => undefined)
      }
      opened.clear()
    },
  }
}

/** Whether the disk takes a good deal again. Less than that may fit in a corner of a disk that is full. */
const canWrite = async (store: Store): Promise<boolean> => {
  try {
    await store.note(new Map([['probe', { filler: 'x'.repeat(PROBE) }]]))
    await store.note(new Map([['probe', undefined]]))
    return true
  } catch {
    return false
  }
}
