/**
 * A room's database, in the layout of y-indexeddb: opening, and single transactions. Each write is told as a whole and
 * committed at once, without coming back to this page in between: a popup is closed in the same task as the tick, and
 * whatever still waits for an answer of its page is lost then, with all that waits behind it.
 */
import { encodeVector, readVector, type Vector } from './vector'

const UPDATES = 'updates'
const CUSTOM = 'custom'
const CONFIRMED = 'confirmed'
const CONFIRMED_AT = 'confirmed-at'
/**
 * `said/<client id>/<clock>`: so much of a client was said here. Stays until the server has it, so that no visit forgets
 * it. Never changed, so that whoever takes one away knows exactly which.
 */
const SAID = 'said/'

const OPEN_LIMIT = 8_000

/** Opens a room's database, and makes it when it is not there. */
export const openDatabase = (name: string): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    let isGivenUp = false
    const timer = setTimeout(() => {
      isGivenUp = true
      reject(new Error('the database does not open'))
    }, OPEN_LIMIT)
    const settle = (end: () => void): void => {
      clearTimeout(timer)
      end()
    }
    const request = indexedDB.open(name)
    request.onupgradeneeded = () => {
      request.result.createObjectStore(UPDATES, { autoIncrement: true })
      request.result.createObjectStore(CUSTOM)
    }
    request.onerror = () => settle(() => reject(request.error))
    request.onsuccess = () => {
      const db = request.result
      if (isGivenUp) return db.close()
      const isOurs = db.objectStoreNames.contains(UPDATES) && db.objectStoreNames.contains(CUSTOM)
      if (!isOurs) db.close()
      settle(() => (isOurs ? resolve(db) : reject(new Error('the database is not a room'))))
    }
  })

/** Adds updates, and how much of them was said here, in the place of some keys that said less. */
export const addSaid = (
  db: IDBDatabase,
  said: readonly Uint8Array[],
  upTo: Vector,
  instead: readonly string[] = [],
): Promise<void> =>
  write(db, 'strict', (updates, custom) => {
    for (const key of instead) custom.delete(key)
    for (const update of said) updates.add(update)
    for (const [client, clock] of upTo) custom.put(1, saidKey(client, clock))
  })

export type Kept = {
  /** What the server has. */
  readonly confirmed: Vector
  /** When that was everything. */
  readonly at: number | undefined
  /** Keys of what was said here. */
  readonly said: readonly string[]
}

/** Notes what the server has, with the update that brought it when there is one; `said` need not be sent any more. */
export const keep = (
  db: IDBDatabase,
  { confirmed, at, said, update }: Kept & { readonly update?: Uint8Array },
): Promise<void> =>
  // It can be had from the server again.
  write(db, 'relaxed', (updates, custom) => {
    if (update) updates.add(update)
    custom.put(encodeVector(confirmed), CONFIRMED)
    if (at !== undefined) custom.put(at, CONFIRMED_AT)
    for (const key of said) custom.delete(key)
  })

/** Puts one row in the place of those up to a key, all of which it holds. */
export const replaceRows = (db: IDBDatabase, update: Uint8Array, last: number): Promise<void> =>
  write(db, 'relaxed', (updates) => {
    updates.add(update)
    updates.delete(IDBKeyRange.upperBound(last))
  })

/** What `keep` noted, and what was said and not yet taken away. */
export const readKept = async (db: IDBDatabase): Promise<Kept> => {
  const transaction = db.transaction(CUSTOM, 'readonly')
  const store = transaction.objectStore(CUSTOM)
  const requests = [store.get(CONFIRMED), store.get(CONFIRMED_AT), store.getAllKeys(saidKeys())] as const
  await completed(transaction)
  const [confirmed, at, said] = requests.map((request): unknown => request.result)
  return {
    confirmed: readVector(confirmed),
    at: typeof at === 'number' ? at : undefined,
    said: (said as IDBValidKey[]).map(String),
  }
}

/** All rows as they are, and the key of the last. */
export const readRows = async (db: IDBDatabase): Promise<{ rows: unknown[]; last: number }> => {
  const transaction = db.transaction(UPDATES, 'readonly')
  const store = transaction.objectStore(UPDATES)
  const [keys, rows] = [store.getAllKeys(), store.getAll()]
  await completed(transaction)
  return { rows: rows.result, last: Number(keys.result[keys.result.length - 1] ?? 0) }
}

/** Whether a database holds statements that the server was not known to have. Cheap: looks at keys only. */
export const hasUnsent = async (name: string): Promise<boolean> => {
  const db = await openDatabase(name)
  try {
    return (await readKept(db)).said.length > 0
  } finally {
    db.close()
  }
}

/** Deletes a database. Pages that have it open are told to close it first. */
export const eraseDatabase = async (name: string): Promise<void> => {
  await result(indexedDB.deleteDatabase(name))
}

/** How many rows a database has. */
export const countRows = async (name: string): Promise<number> => {
  const db = await openDatabase(name)
  try {
    return (await readRows(db)).rows.length
  } finally {
    db.close()
  }
}

/** What a key of `said` means. */
export const readSaid = (key: string): { readonly client: number; readonly clock: number } => {
  const [client, clock] = key.slice(SAID.length).split('/')
  return { client: Number(client), clock: Number(clock) }
}

/** The key under which something said is noted. */
export const saidKey = (client: number, clock: number): string => `${SAID}${client}/${clock}`

const result = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** Settles with a transaction. */
export const completed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was aborted'))
  })

// Async, so that a database that is closing rejects like one that fails.
const write = async (
  db: IDBDatabase,
  durability: IDBTransactionDurability,
  tell: (updates: IDBObjectStore, custom: IDBObjectStore) => void,
): Promise<void> => {
  const transaction = db.transaction([UPDATES, CUSTOM], 'readwrite', { durability })
  const done = completed(transaction)
  try {
    tell(transaction.objectStore(UPDATES), transaction.objectStore(CUSTOM))
    transaction.commit()
  } catch {
    // It has been aborted already, or is now: as a whole, with its reason.
    abort(transaction)
  }
  return done
}

const abort = (transaction: IDBTransaction): void => {
  try {
    transaction.abort()
  } catch {
    // It has ended by itself.
  }
}

const saidKeys = (): IDBKeyRange => IDBKeyRange.bound(SAID, `${SAID}\uffff`)
