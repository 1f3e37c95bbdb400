/** How many files of evidence wait for the server, told between the pages of this device. */
import { type ReadonlySignal, signal as signalOf } from '@preact/signals'
import { countWaiting, filesName } from './evidence-files'
import type { Session } from './types'

/** Tells every page that files were kept, confirmed or let go. */
export const tellFiles = (session: Session): void => {
  const channel = new BroadcastChannel(filesName(session))
  channel.postMessage('changed')
  channel.close()
}

/** Calls back when another page, or another part of this one, has told so. */
export const watchFiles = (session: Session, signal: AbortSignal, listener: () => void): void => {
  const channel = new BroadcastChannel(filesName(session))
  channel.onmessage = listener
  signal.addEventListener('abort', () => channel.close(), { once: true })
}

/** The number, known once `look` was called. */
export const followWaiting = (
  session: Session,
  signal: AbortSignal,
): { readonly count: ReadonlySignal<number>; look(): void } => {
  const count = signalOf(0)
  const look = (): void => {
    countWaiting(session).then(
      (found) => {
        if (!signal.aborted) count.value = found
      },
      // A disk that does not open says so by its rooms.
      () => undefined,
    )
  }
  watchFiles(session, signal, look)
  return { count, look }
}
