/**
 * What was said and is not on the disk yet, kept by a page where writing takes no waiting: whoever closes a popup while
 * the disk is still busy with the tick before, finds both at the next opening.
 */
import { fromBase64, toBase64 } from 'lib0/buffer'
import { itemKeys, readItem, removeItem, writeItem } from './items'

export type Journal = {
  /** Notes an update before it is written. @returns what to forget it by */
  note(update: Uint8Array): string
  forget(keys: Iterable<string>): void
  clear(): void
  /** What pages noted that were closed before they could forget it. */
  read(): ReadonlyMap<string, Uint8Array>
}

/** The journal of one room's database. */
export const createJournal = (database: string): Journal => {
  const place = `waarborg.pending/${database}#`
  return {
    note(update) {
      const key = place + crypto.randomUUID()
      // The background has no such storage, nor what it takes to write bytes there; it waits for the disk instead.
      if (typeof localStorage !== 'undefined') writeItem(key, toBase64(update))
      return key
    },
    forget(keys) {
      for (const key of keys) removeItem(key)
    },
    clear() {
      for (const key of itemKeys(place)) removeItem(key)
    },
    read() {
      const found = new Map<string, Uint8Array>()
      for (const key of itemKeys(place)) {
        const update = updateFrom(readItem(key))
        if (update) found.set(key, update)
      }
      return found
    },
  }
}

const updateFrom = (text: string | undefined): Uint8Array | undefined => {
  try {
    return text === undefined ? undefined : fromBase64(text)
  } catch {
    // Not ours: left where it is.
    return undefined
  }
}
