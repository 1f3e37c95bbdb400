/**
 * The disks of a simulation, at the edge of the process: IndexedDB in memory, of which it is known who is writing, so that
 * a page can be killed with its writes half way, and a disk can be full.
 */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import type { Chance } from './chance'

export type Disks = {
  /** Runs something synchronous; databases that it asks for are this owner's. */
  as<T>(owner: Owner, act: () => T): T
  /** Owners whose disk takes nothing any more. */
  readonly full: Set<Owner>
  /** Of what an owner is writing, in order, a first part still comes to be on the disk; the rest never happens. */
  kill(owner: Owner, chance: Chance): void
  /** Whether anything is being written. */
  isBusy(): boolean
  release(): void
}

/** Who writes: a page, on a device. */
export type Owner = { readonly host: string }
const NOBODY: Owner = { host: '' }

/** What of fake-indexeddb is not in the standard: how far a transaction is, and ending it as a failing disk does. */
type Writing = IDBTransaction & { readonly _state: string; _abort(reason: string): void }

export const createDisks = (): Disks => {
  const before = globalThis.indexedDB
  const factory = new IDBFactory()
  const writing = new Map<Owner, Set<Writing>>()
  const full = new Set<Owner>()
  let current: Owner | undefined

  const follow = (db: IDBDatabase, owner: Owner): void => {
    const begin = db.transaction.bind(db)
    db.transaction = (...given) => {
      const transaction = begin(...given) as Writing
      if (transaction.mode === 'readwrite') watch(transaction, owner)
      return transaction
    }
  }
  const watch = (transaction: Writing, owner: Owner): void => {
    const own = writing.get(owner) ?? new Set()
    writing.set(owner, own)
    own.add(transaction)
    for (const end of ['complete', 'abort'])
      transaction.addEventListener(end, () => void own.delete(transaction))
    if (full.has(owner))
      queueMicrotask(() => own.has(transaction) && transaction._abort('QuotaExceededError'))
  }
  const open = factory.open.bind(factory)
  factory.open = (...given) => {
    const owner = current ?? NOBODY
    const request = open(...given)
    request.addEventListener('success', () => follow(request.result, owner))
    return request
  }
  globalThis.indexedDB = factory
  const storage = Object.getOwnPropertyDescriptor(globalThis, 'localStorage')
  const isFull = (key: string): boolean => [...full].some(({ host }) => key.includes(`/${host}/`))
  Object.defineProperty(globalThis, 'localStorage', { value: createStorage(isFull), configurable: true })

  return {
    as(owner, act) {
      current = owner
      try {
        return act()
      } finally {
        current = undefined
      }
    },
    full,
    kill(owner, chance) {
      const own = [...(writing.get(owner) ?? [])]
      const kept = chance.between(0, own.length)
      // What was not told to commit ends with its page, wherever it was.
      for (const [index, transaction] of own.entries())
        if (index >= kept || transaction._state !== 'committing') transaction._abort('AbortError')
      writing.delete(owner)
      full.delete(owner)
    },
    isBusy: () => [...writing.values()].some((own) => own.size > 0),
    release() {
      globalThis.indexedDB = before
      if (storage) Object.defineProperty(globalThis, 'localStorage', storage)
      else Reflect.deleteProperty(globalThis, 'localStorage')
    },
  }
}

/** As a browser has it: entries are properties of it. */
const createStorage = (isFull: (key: string) => boolean): object => {
  const entries: Record<string, string> = {}
  return Object.setPrototypeOf(entries, {
    getItem: (key: string) => entries[key] ?? null,
    setItem(key: string, value: string) {
      if (isFull(key)) throw new DOMException('simulated', 'QuotaExceededError')
      entries[key] = value
    },
    removeItem(key: string) {
      delete entries[key]
    },
  })
}
