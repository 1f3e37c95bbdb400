/**
 * The clock of a simulation: timers fire when it is told to go on, never by themselves, so that a wait of half a minute
 * takes no time and every run is the same. Has to be loaded before lib0, which takes hold of `Date.now` when it loads.
 */

export type Clock = {
  now(): number
  /** Lets so many milliseconds pass, and everything happen that waited for one of them. */
  advance(milliseconds: number): Promise<void>
  /** Forgets every timer, and gives the real ones back. */
  release(): void
}

type Timer = { due: number; readonly order: number; readonly every?: number; readonly act: () => void }
type Handle = { readonly [Symbol.toPrimitive]: () => number; ref(): Handle; unref(): Handle }

const realNow = Date.now
let simulated: (() => number) | undefined
Date.now = () => (simulated ?? realNow)()

/** Lets everything run that only waits for its turn: one round of the event loop. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export const turns = async (count: number): Promise<void> => {
  for (let n = 0; n < count; n++) await turn()
}

/** Takes the place of the timers and of `Date.now`. */
export const createClock = (start: number): Clock => {
  const { setTimeout, clearTimeout, setInterval, clearInterval } = globalThis
  const timers = new Map<number, Timer>()
  let now = start
  let count = 0

  const put = (act: () => void, wait: number, repeats: boolean): Handle => {
    const order = ++count
    const every = Math.max(1, Number(wait) || 0)
    timers.set(order, { due: now + every, order, act, ...(repeats ? { every } : {}) })
    const handle: Handle = { [Symbol.toPrimitive]: () => order, ref: () => handle, unref: () => handle }
    return handle
  }
  const take = (handle: unknown): void => {
    if (handle !== undefined && handle !== null) timers.delete(Number(handle))
  }
  const next = (until: number): Timer | undefined => {
    let first: Timer | undefined
    for (const timer of timers.values()) {
      if (timer.due > until) continue
      if (!first || timer.due < first.due || (timer.due === first.due && timer.order < first.order))
        first = timer
    }
    return first
  }
  Object.assign(globalThis, {
    setTimeout: (act: (...given: unknown[]) => void, wait = 0, ...given: unknown[]) =>
      put(() => act(...given), wait, false),
    setInterval: (act: (...given: unknown[]) => void, wait = 0, ...given: unknown[]) =>
      put(() => act(...given), wait, true),
    clearTimeout: take,
    clearInterval: take,
  })
  simulated = () => now

  return {
    now: () => now,
    async advance(milliseconds) {
      const until = now + milliseconds
      for (let timer = next(until); timer; timer = next(until)) {
        now = Math.max(now, timer.due)
        if (timer.every === undefined) timers.delete(timer.order)
        else timer.due = now + timer.every
        timer.act()
        await turn()
      }
      now = until
    },
    release() {
      timers.clear()
      simulated = undefined
      Object.assign(globalThis, { setTimeout, clearTimeout, setInterval, clearInterval })
    },
  }
}

/** Does something over and over for as long as something else takes. */
export const during = async <T>(work: Promise<T>, act: () => Promise<void>): Promise<T> => {
  let isDone = false
  const done = work.finally(() => {
    isDone = true
  })
  // Whoever awaits it hears of a failure; until then nobody does.
  done.catch(() => undefined)
  for (await turn(); !isDone; await turn()) await act()
  return done
}
