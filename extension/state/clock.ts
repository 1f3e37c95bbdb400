/** The day of today as a signal that follows midnight, also after the computer slept. */
import { type ReadonlySignal, signal as signalOf } from '@preact/signals'
import { type Day, dayOf } from '../../shared/days'

const LOOK_EVERY = 30_000

export const followToday = (now: () => number, signal: AbortSignal): ReadonlySignal<Day> => {
  const today = signalOf(dayOf(now()))
  const look = (): void => {
    today.value = dayOf(now())
  }
  const timer = setInterval(look, LOOK_EVERY)
  signal.addEventListener('abort', () => clearInterval(timer), { once: true })
  // The background has no document.
  globalThis.document?.addEventListener('visibilitychange', look, { signal })
  return today
}
