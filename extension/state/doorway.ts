/**
 * Lets rooms go to the server a few at a time: a browser makes a page that opens many sockets at once wait for seconds
 * (Chrome delays each attempt beyond some ten that are under way by one to five seconds).
 */
import { effect, signal as signalOf } from '@preact/signals'
import type { Room } from './room'

export type Doorway = {
  /** Connects a room once it has been read and its turn has come; those with unsent work go first. */
  enter(room: Room): void
  /** The room is closed. */
  forget(room: Room): void
}

/** So many sockets may be opening. */
const AT_ONCE = 8

/** Makes a doorway; it closes when `signal` ends it. */
export const createDoorway = (signal: AbortSignal): Doorway => {
  const waiting = signalOf<readonly Room[]>([])
  const entering = signalOf<readonly Room[]>([])
  let isLooking = false

  const letIn = (): void => {
    const opening = entering.peek().filter(({ state }) => state.peek().wire === 'connecting')
    const next = inTurn(waiting.peek()).slice(0, Math.max(0, AT_ONCE - opening.length))
    if (next.length > 0) waiting.value = waiting.peek().filter((room) => !next.includes(room))
    if (next.length > 0 || opening.length < entering.peek().length) entering.value = [...opening, ...next]
    for (const room of next) room.connect()
  }
  const stop = effect(() => {
    for (const { ledger } of waiting.value) ledger.value
    for (const { state } of entering.value) state.value
    if (isLooking) return
    isLooking = true
    // Apart from whatever made us look: here states change.
    queueMicrotask(() => {
      isLooking = false
      if (!signal.aborted) letIn()
    })
  })
  signal.addEventListener('abort', stop, { once: true })

  return {
    enter(room) {
      if (!waiting.peek().includes(room)) waiting.value = [...waiting.peek(), room]
    },
    forget(room) {
      const without = (list: readonly Room[]): readonly Room[] => list.filter((each) => each !== room)
      if (waiting.peek().includes(room)) waiting.value = without(waiting.peek())
      if (entering.peek().includes(room)) entering.value = without(entering.peek())
    },
  }
}

/** Those that have been read, with unsent work first. */
const inTurn = (rooms: readonly Room[]): Room[] =>
  rooms
    .filter(({ ledger }) => ledger.peek() !== undefined)
    .sort((a, b) => Number(hasWork(b)) - Number(hasWork(a)))

const hasWork = ({ unsettled }: Room): boolean => unsettled.peek().size > 0
