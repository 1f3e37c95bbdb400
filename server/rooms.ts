/** The rooms of an organisation that are open: each is opened once, and put away when nobody has been in for a while. */
import type { Room as Place } from '../shared/rooms'
import { createCommitter } from './commit'
import { createRoom, type Room } from './room'
import type { Store } from './store/store'

export type Rooms = {
  /** Opens a room, or gives the one that is open. */
  open(name: string, place: Place): Promise<Room>
  /** Rooms whose last attempt to write or read failed. */
  readonly broken: ReadonlySet<string>
  readonly size: number
  /** Puts away rooms in which nobody has been since the last time this was called. */
  tidy(): Promise<void>
  /** Waits until everything is on the disk; keeps what saves time at the next start. */
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

export const createRooms = ({ store, now, recover, onOpen, report }: RoomsOptions): Rooms => {
  const committer = createCommitter(store.append)
  const opened = new Map<string, Promise<Room>>()
  const broken = new Set<string>()
  const lonely = new Set<string>()
  const reservedByRoom = new Map<string, Map<number, string>>()

  const fail = (name: string, error: unknown): void => {
    opened.delete(name)
    broken.add(name)
    report('room-failed', { room: name, error })
  }
  const load = async (name: string, place: Place): Promise<Room> => {
    const stored = await store.read(name)
    const reserved = reservedByRoom.get(name) ?? new Map<number, string>()
    reservedByRoom.set(name, reserved)
    const onFailure = (error: unknown): void => fail(name, error)
    const room = createRoom({ name, place, stored, committer, now, recover, reserved, onFailure })
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

  return {
    open(name, place) {
      lonely.delete(name)
      const known = opened.get(name)
      if (known) return known
      const opening = load(name, place)
      opened.set(name, opening)
      opening.catch((error: unknown) => fail(name, error))
      return opening
    },
    broken,
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
    async close() {
      await committer.idle()
      for (const opening of [...opened.values()]) {
        const room = await opening.catch(() => undefined)
        if (room) await keepSnapshot(room, WORTHWHILE.quiet)
      }
      opened.clear()
    },
  }
}
