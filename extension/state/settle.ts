/**
 * A short visit of the background: opens what this person has here, brings what is unsent to the server, counts what is
 * due, and closes. It holds nothing, so it may be stopped at any moment; the disk remembers what is left.
 */
import { effect } from '@preact/signals'
import { dueAndLate } from '../../shared/queries/schedule'
import { type Filed, forgetCapture, noteFiled, readCaptures } from './captures'
import { countWaiting } from './evidence-files'
import { bringFiles } from './evidence-upload'
import { putForward } from './put-forward'
import { createStore, type SettlingStore } from './store'
import type { Session, SyncState } from './types'
import { unsentRooms } from './unsent'

export type Tally = {
  /** Mine, due today. */
  readonly today: number
  readonly late: number
  /** Statements and files that the server still lacks. */
  readonly unsent: number
  readonly word: SyncState['word']
}

export type SettleOptions = {
  /** Goes to the server only when something is unsent: enough to count again after a tick. */
  readonly onlyIfUnsent?: boolean
  /** The longest it may take, in milliseconds. */
  readonly limit?: number
  readonly now?: () => number
  /** Hears at once what became of a click on a web page: going to the server may take long. */
  readonly onFiled?: ((filed: Filed) => void) | undefined
  /** What to do besides with a store that has been read and brought in step, before it is closed. */
  readonly after?: ((store: SettlingStore) => Promise<void>) | undefined
}

const LIMIT = 15_000
/** A file may be large and a line slow; longer a browser lets no background work. */
const FILES_LIMIT = 120_000

/** One visit. Never rejects for lack of network: then the tally says what is unsent. */
export const settle = async (
  session: Session,
  { onlyIfUnsent = false, limit = LIMIT, now = Date.now, onFiled, after }: SettleOptions = {},
): Promise<Tally> => {
  const end = now() + limit
  const unsent = await unsentRooms(session)
  const files = await countWaiting(session).catch(() => 0)
  const store = createStore(session, { scope: 'mine', stays: true, now })
  try {
    await until(() => store.ready.value, limit)
    const isFiled = await fileCaptures(store, session, now, onFiled)
    if (!onlyIfUnsent || unsent.length > 0 || isFiled) {
      store.connect()
      await until(() => store.isThrough.value || isInVain(store), Math.max(0, end - now()))
    }
    await store.settled()
    const left = files > 0 ? await bringFiles(session, FILES_LIMIT).catch(() => files) : 0
    const tally = tallyOf(store, unsent, left)
    await after?.(store)
    return tally
  } finally {
    store.close()
  }
}

/** Brings what was put forward from web pages into its room; what cannot be known yet is kept for the next visit. */
const fileCaptures = async (
  { base, settled }: SettlingStore,
  session: Session,
  now: () => number,
  onFiled: SettleOptions['onFiled'],
): Promise<boolean> => {
  let isFiled = false
  for (const capture of await readCaptures(session)) {
    const where = await putForward(base, capture)
    if (where === undefined) continue
    // Only what is on the disk may be forgotten here.
    await settled()
    await forgetCapture(capture.id)
    const filed = { title: capture.title, where, at: now(), member: session.member }
    await noteFiled(filed)
    onFiled?.(filed)
    isFiled ||= where !== 'nowhere'
  }
  return isFiled
}

// No network, or nobody let in: waiting changes nothing, and the alarm comes by again.
const isInVain = ({ sync }: SettlingStore): boolean =>
  sync.value.word === 'offline' || sync.value.word === 'signed-out'

const tallyOf = ({ mine, sync }: SettlingStore, before: readonly string[], files: number): Tally => {
  const checks = mine.peek()
  const late = checks.filter(({ state }) => state === 'late').length
  const { unsent, word } = sync.peek()
  // Rooms that were not opened, because nobody was to go to the server, count as they were found.
  return {
    late,
    today: dueAndLate(checks) - late,
    unsent: Math.max(unsent, files, word === 'confirmed' ? 0 : before.length),
    word,
  }
}

/** Resolves when a condition on signals holds, or the time is over. */
const until = (holds: () => boolean, limit: number): Promise<void> =>
  new Promise((resolve) => {
    let stop: (() => void) | undefined
    const finish = (): void => {
      clearTimeout(timer)
      stop?.()
      resolve()
    }
    const timer = setTimeout(finish, limit)
    stop = effect(() => {
      if (holds()) queueMicrotask(finish)
    })
  })
