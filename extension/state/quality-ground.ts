/**
 * The ground of queries: the records of every open room, as one signal that changes when something was said about a
 * figure, a chart or an event, or of other kinds one names, and not with every tick of a check.
 */
import { computed, effect, type ReadonlySignal, signal as signalOf } from '@preact/signals'
import type { Day } from '../../shared/days'
import { chart } from '../../shared/kinds/chart'
import { event } from '../../shared/kinds/event'
import { measurement } from '../../shared/kinds/measurement'
import type { Ground } from '../../shared/queries/figures'
import type { Records } from '../../shared/queries/schedule'
import { kindOf } from '../../shared/statement'
import type { Room } from './room'

export type GroundOptions = {
  readonly rooms: ReadonlySignal<ReadonlyMap<string, Room>>
  readonly today: ReadonlySignal<Day>
  readonly signal: AbortSignal
  /** Names of the kinds of which one wants to hear; what is said of others is no news. */
  readonly kinds?: ReadonlySet<string>
}

/** What comes from elsewhere comes in bursts, a room at a time: so long it is gathered. */
const GATHER = 100

const OF_FIGURES: ReadonlySet<string> = new Set([measurement.name, chart.name, event.name])

/** Follows every open room but `org`. What is said on this page shows at once. */
export const followGround = ({
  rooms,
  today,
  signal,
  kinds = OF_FIGURES,
}: GroundOptions): ReadonlySignal<Ground> => {
  const followed = new Map<string, Followed>()
  const changes = signalOf(0)
  let isFollowing = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const tellNow = (): void => {
    clearTimeout(timer)
    timer = undefined
    changes.value += 1
  }
  const tell = (isOwn: boolean): void => {
    // What is there already is no news.
    if (!isFollowing) return
    if (isOwn) tellNow()
    else timer ??= setTimeout(tellNow, GATHER)
  }
  const stopFollowing = effect(() => {
    const open = rooms.value
    for (const [name, { room, stop }] of followed) {
      if (open.get(name) === room) continue
      stop()
      followed.delete(name)
      tell(false)
    }
    for (const [name, room] of open)
      if (name !== 'org' && !followed.has(name)) followed.set(name, follow(room, kinds, tell))
  })
  isFollowing = true
  const stop = (): void => {
    clearTimeout(timer)
    stopFollowing()
    for (const each of followed.values()) each.stop()
  }
  if (signal.aborted) stop()
  else signal.addEventListener('abort', stop, { once: true })

  return computed(() => {
    changes.value
    return { today: today.value, records: (name) => followed.get(name)?.records() }
  })
}

type Followed = {
  readonly room: Room
  /** Nothing as long as this device cannot know what stands there. */
  records(): Records | undefined
  stop(): void
}

const follow = (room: Room, kinds: ReadonlySet<string>, tell: (isOwn: boolean) => void): Followed => {
  const known = isKnown(room)
  const records: Records = {
    get: (about) => room.ledger.peek()?.fold.get(about),
    all: () => room.ledger.peek()?.fold.all() ?? [],
  }
  let stopWatching: (() => void) | undefined
  const stopReading = effect(() => {
    const ledger = room.ledger.value
    stopWatching?.()
    stopWatching = ledger?.watch((touched, { local }) => {
      if ([...touched].some((about) => kinds.has(kindOf(about)))) tell(local)
    })
  })
  const stopKnowing = effect(() => {
    if (known.value) tell(false)
  })
  return {
    room,
    records: () => (known.peek() ? records : undefined),
    stop() {
      stopReading()
      stopKnowing()
      stopWatching?.()
    },
  }
}

/**
 * Whether this device knows what stands in a room. On a new device a room that has not come yet would otherwise make
 * every figure late.
 */
export const isKnown = (room: Room): ReadonlySignal<boolean> => {
  const found = knowing.get(room)
  if (found) return found
  const made = computed(() => room.ledger.value !== undefined && room.state.value.isKnown)
  knowing.set(room, made)
  return made
}
const knowing = new WeakMap<Room, ReadonlySignal<boolean>>()
