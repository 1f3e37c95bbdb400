/**
 * Rooms of earlier years hardly ever change, and browsers allow a few hundred sockets in all: such a room goes to the
 * server, comes into step, and closes its socket. It goes again after a while, and at once when something was said in it.
 */
import { effect, type ReadonlySignal } from '@preact/signals'
import type { Doorway } from './doorway'
import type { Room } from './room'

export type VisitOptions = {
  readonly rooms: ReadonlySignal<readonly Room[]>
  readonly isConnected: ReadonlySignal<boolean>
  readonly doorway: Doorway
  readonly now: () => number
  readonly signal: AbortSignal
}

/** So many at the same time. */
const AT_ONCE = 8
/** After so long a room is visited again. */
const AGAIN = 10 * 60_000
const LOOK_EVERY = 60_000

/** Visits rooms until `signal` ends it. */
export const visitRooms = ({ rooms, isConnected, doorway, now, signal }: VisitOptions): void => {
  const visits = new Map<Room, { readonly since: number; until?: number }>()
  let isLooking = false

  const look = (): void => {
    if (isLooking) return
    isLooking = true
    // Apart from whatever made us look: here states change.
    queueMicrotask(() => {
      isLooking = false
      if (!signal.aborted && isConnected.peek()) step()
    })
  }
  const step = (): void => {
    const all = rooms.peek()
    for (const room of all) if (isDone(room, visits.get(room)?.since)) leave(room)
    for (const room of all) if (isResting(room) && hasWork(room) && !isUnderWay(room)) enter(room)
    let free = AT_ONCE - all.filter(isUnderWay).length
    for (const room of all) {
      if (free <= 0) return
      if (!isResting(room) || !isDue(room)) continue
      enter(room)
      free -= 1
    }
  }
  const enter = (room: Room): void => {
    visits.set(room, { since: now() })
    doorway.enter(room)
  }
  const leave = (room: Room): void => {
    visits.set(room, { since: visits.get(room)?.since ?? 0, until: now() })
    room.rest()
  }
  const isUnderWay = (room: Room): boolean => {
    const visit = visits.get(room)
    return visit !== undefined && visit.until === undefined && room.state.peek().wire !== 'closed'
  }
  const isDue = (room: Room): boolean => {
    const visit = visits.get(room)
    return visit === undefined || (visit.until !== undefined && visit.until + AGAIN <= now())
  }

  const stopLooking = effect(() => {
    isConnected.value
    for (const { ledger, state, unsettled } of rooms.value) {
      ledger.value
      state.value
      unsettled.value
    }
    look()
  })
  const timer = setInterval(look, LOOK_EVERY)
  signal.addEventListener('abort', () => {
    stopLooking()
    clearInterval(timer)
  })
}

const hasWork = ({ unsettled }: Room): boolean => unsettled.peek().size > 0

const isResting = (room: Room): boolean =>
  room.ledger.peek() !== undefined && room.state.peek().wire === 'waiting'

/** The server has everything of it, and said so on this visit. */
const isDone = (room: Room, since: number | undefined): boolean => {
  const { wire, confirmedAt } = room.state.peek()
  if (wire !== 'online' || hasWork(room)) return false
  return confirmedAt !== undefined && confirmedAt >= (since ?? 0)
}
