/** A room's database, in the layout of y-indexeddb: opening, single transactions, and what the server was known to have. */
import { encodeVector, raise, readVector, type Vector } from './vector'

const UPDATES = 'updates'
const CUSTOM = 'custom'
const CONFIRMED = 'confirmed'
const CONFIRMED_AT = 'confirmed-at'
/** `said/<client id>`: how much of a client was said here. Stays until the server has it, so that no visit forgets it. */
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

/**
 * Adds an update, and how much of it was said here. Committed at once: a popup is closed in the same task as the tick.
 */
export const commit = (
  db: IDBDatabase,
  update: Uint8Array,
  said: Vector,
  durability: IDBTransactionDurability,
): Promise<void> => {
  const transaction = db.transaction([UPDATES, CUSTOM], 'readwrite', { durability })
  const done = completed(transaction)
  try {
    transaction.objectStore(UPDATES).add(update)
    for (const [client, clock] of said) transaction.objectStore(CUSTOM).put(clock, SAID + client)
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

/** All rows, as they are. */
export const readRaw = async (db: IDBDatabase): Promise<{ rows: unknown[]; last: number }> => {
  const store = db.transaction(UPDATES, 'readonly').objectStore(UPDATES)
  const [keys, rows] = await Promise.all([result(store.getAllKeys()), result(store.getAll())])
  return { rows, last: Number(keys[keys.length - 1] ?? 0) }
}

/** What the server was known to have. */
export const readKept = async (db: IDBDatabase): Promise<{ confirmed: Vector; at: number | undefined }> => {
  const store = db.transaction(CUSTOM, 'readonly').objectStore(CUSTOM)
  const [confirmed, at] = await Promise.all([result(store.get(CONFIRMED)), result(store.get(CONFIRMED_AT))])
  return { confirmed: readVector(confirmed), at: typeof at === 'number' ? at : undefined }
}

/**
 * Writes what the server has, together with the update that brought it when there is one, and forgets what no longer
 * needs sending.
 */
export const keep = async (
  db: IDBDatabase,
  confirmed: Vector,
  { at, isLess = false, update }: KeepOptions,
): Promise<void> => {
  const transaction = db.transaction([UPDATES, CUSTOM], 'readwrite', { durability: 'relaxed' })
  const done = completed(transaction)
  if (update) transaction.objectStore(UPDATES).add(update)
  const store = transaction.objectStore(CUSTOM)
  const before = store.get(CONFIRMED)
  before.onsuccess = () => {
    const total = isLess ? new Map<number, number>() : readVector(before.result)
    raise(total, confirmed)
    store.put(encodeVector(total), CONFIRMED)
    if (at !== undefined) store.put(at, CONFIRMED_AT)
    forgetSaid(store, total)
  }
  await done
}

export type KeepOptions = {
  /** When that was everything. */
  readonly at: number | undefined
  /** The server has less than it had; otherwise what other pages kept stands. */
  readonly isLess?: boolean
  readonly update?: Uint8Array
}

const forgetSaid = (store: IDBObjectStore, confirmed: Vector): void => {
  const request = store.openCursor(saidKeys())
  request.onsuccess = () => {
    const cursor = request.result
    if (!cursor) return
    if ((confirmed.get(clientOf(cursor.key)) ?? 0) >= cursor.value) cursor.delete()
    cursor.continue()
  }
}

/** Whether something was said here that is neither on the server nor in what is held. */
export const hasLostOwn = async (db: IDBDatabase, held: Vector): Promise<boolean> => {
  const store = db.transaction(CUSTOM, 'readonly').objectStore(CUSTOM)
  const [keys, clocks] = await Promise.all([
    result(store.getAllKeys(saidKeys())),
    result(store.getAll(saidKeys())),
  ])
  return keys.some((key, index) => (held.get(clientOf(key)) ?? 0) < Number(clocks[index]))
}

/** Whether a database holds statements that the server was not known to have. Cheap: looks at keys only. */
export const hasUnsent = async (name: string): Promise<boolean> => {
  const db = await openDatabase(name)
  try {
    const keys = db.transaction(CUSTOM, 'readonly').objectStore(CUSTOM).getAllKeys(saidKeys())
    return (await result(keys)).length > 0
  } finally {
    db.close()
  }
}

/** How many rows a database has. */
export const countRows = async (name: string): Promise<number> => {
  const db = await openDatabase(name)
  try {
    return await result(db.transaction(UPDATES, 'readonly').objectStore(UPDATES).count())
  } finally {
    db.close()
  }
}

const saidKeys = (): IDBKeyRange => IDBKeyRange.bound(SAID, `${SAID}\uffff`)
const clientOf = (key: IDBValidKey): number => Number(String(key).slice(SAID.length))

/** Settles with a transaction. */
export const completed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was aborted'))
  })

const result = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
