/**
 * One room on this device's disk: reads it, and writes every change at once, so that "on this device" is true when it is
 * said. Every failure is a visible problem. Knows nothing of what the statements mean, of sockets or of other pages.
 */
import { fetchUpdates, type IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { declareRoots } from '../../shared/ledger'
import {
  commit,
  completed,
  hasLostOwn,
  type KeepOptions,
  keep,
  openDatabase,
  readKept,
  readRaw,
} from './database'
import { addedBy, covers, encodeVector, raise, type Vector, vectorOf } from './vector'

export type DiskProblem = 'disk-full' | 'disk-broken'

export type Disk = {
  /** The room's document, holding everything that could be read. */
  readonly doc: Y.Doc
  /** Origin for updates that another page of this device has said, and stores itself. */
  readonly heard: object
  /** Whether an update was read from the disk. */
  isOrigin(origin: unknown): boolean
  problem(): DiskProblem | undefined
  /** What is known to be on the disk, whoever wrote it. */
  stored(): Vector
  /** Another page has stored this. */
  learn(stored: Vector): void
  /** What the server had at the last visit, and when that was everything. */
  readonly remembered: { readonly confirmed: Vector; readonly at: number | undefined }
  /** Remembers what is on the server's disk. */
  remember(confirmed: Vector, kept: Omit<KeepOptions, 'update'>): Promise<void>
  /** After a visit to the server: writes a damaged database anew. */
  heal(): Promise<void>
  /** Resolves once nothing is being written any more. */
  settled(): Promise<void>
}

export type DiskOptions = {
  /** Ends it: running writes still complete. */
  readonly signal: AbortSignal
  /** Whether an update came from the server, and so is safe already. */
  readonly isFromServer: (origin: unknown) => boolean
  /** Something in `problem` or `stored` has changed. @param stored what was newly stored by this page */
  readonly changed: (stored: Vector) => void
}

/** Rows at which opening writes one row instead. Loading stays quick however often a popup opened. */
const TRIM_AT = 24
/** The same for pages that stay open. */
const TRIM_OPEN_AT = 256
/** A write that takes longer counts as failed until it is done. */
const WRITE_LIMIT = 1_500
const RETRY_AFTER = 2_000
/** How long another page may take to store what it said before this one does it too. */
const HEARD_LIMIT = 1_000

const NOTHING: Vector = new Map()

/** Opens a room's database and reads it. Never rejects: what went wrong is in `problem`, and it is tried again. */
export const openDisk = async (name: string, options: DiskOptions): Promise<Disk> => {
  const { signal, isFromServer, changed } = options
  const heard = {}
  const stored = new Map<number, number>()
  const writing = new Set<Promise<void>>()
  const remembered: { confirmed: Vector; at: number | undefined } = { confirmed: NOTHING, at: undefined }
  let { doc, holder } = emptyDocument()
  let db: IDBDatabase | undefined
  let rows = 0
  let isRead = false
  let isDamaged = false
  let failure: DiskProblem | undefined
  let isRetrying = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const adopt = (opened: IDBDatabase): void => {
    db = opened
    holder.db = opened
    // The browser took the database away: storage was cleared, or the disk is gone.
    opened.onclose = () => lose(opened)
    opened.onversionchange = () => {
      opened.close()
      lose(opened)
    }
  }
  const lose = (lost: IDBDatabase): void => {
    if (db !== lost || signal.aborted) return
    db = undefined
    stored.clear()
    fail(new Error('the database was closed'))
  }
  const read = async (opened: IDBDatabase): Promise<void> => {
    const [kept] = await Promise.all([readKept(opened), readRows(opened)])
    Object.assign(remembered, kept)
    isRead = true
  }
  const readRows = async (opened: IDBDatabase): Promise<void> => {
    try {
      await load(holder)
    } catch {
      // A damaged row can be half applied: begin again with the rows that can be read, and say that some could not.
      isDamaged = true
      ;({ doc, holder } = emptyDocument())
      holder.db = opened
      await readWhatCanBeRead(opened, doc, holder)
    }
    rows = holder._dbsize
  }

  const fail = (error: unknown): void => {
    failure = problemOf(error)
    changed(NOTHING)
    clearTimeout(timer)
    if (!signal.aborted) timer = setTimeout(retry, RETRY_AFTER)
  }
  const retry = async (): Promise<void> => {
    if (isRetrying || signal.aborted) return
    isRetrying = true
    try {
      if (!db) adopt(await openDatabase(name))
      await readLate()
      for (let upTo = vectorOf(doc); !covers(stored, upTo); upTo = vectorOf(doc)) await writeMissing(upTo)
      failure = undefined
      changed(vectorOf(doc))
    } catch (error) {
      fail(error)
    } finally {
      isRetrying = false
    }
  }
  const readLate = async (): Promise<void> => {
    if (isRead || !db) return
    Object.assign(remembered, await readKept(db))
    await readWhatCanBeRead(db, doc, holder)
    isRead = true
  }
  const writeMissing = async (upTo: Vector): Promise<void> => {
    const update = Y.encodeStateAsUpdate(doc, encodeVector(stored))
    await within(WRITE_LIMIT, commit(database(), update, unknownToServer(upTo), 'strict'))
    raise(stored, upTo)
    rows += 1
  }
  const database = (): IDBDatabase => {
    if (!db) throw new Error('the database is closed')
    return db
  }
  const unknownToServer = (vector: Vector): Vector =>
    new Map([...vector].filter(([client, clock]) => clock > (remembered.confirmed.get(client) ?? 0)))

  const write = (added: Vector, commitIt: () => Promise<void>): void => {
    const done = within(WRITE_LIMIT, commitIt())
      .then(() => {
        rows += 1
        // After an earlier failure only a write of everything that is missing proves anything.
        if (failure) return
        raise(stored, added)
        changed(added)
        if (rows >= TRIM_OPEN_AT) void trim()
      }, fail)
      .finally(() => writing.delete(done))
    writing.add(done)
  }
  const writeSaid = (update: Uint8Array, added: Vector): void =>
    write(added, async () => commit(database(), update, added, 'strict'))
  // With the note that the server has it, or it would be brought back as news.
  const writeHeard = (update: Uint8Array, added: Vector): void => {
    const confirmed = new Map(remembered.confirmed)
    raise(confirmed, added)
    remembered.confirmed = confirmed
    write(added, async () => keep(database(), confirmed, { at: remembered.at, update }))
  }

  const follow = (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    const added = addedBy(transaction)
    if (origin === holder) raise(stored, added)
    else if (origin === heard) setTimeout(storeHeard, HEARD_LIMIT)
    else if (failure) void retry()
    else if (isFromServer(origin)) writeHeard(update, added)
    else writeSaid(update, added)
  }
  // Whoever said it may have been closed, or have a full disk.
  const storeHeard = (): void => {
    if (!signal.aborted && !failure && !covers(stored, vectorOf(doc))) void retry()
  }

  const trim = async (): Promise<void> => {
    rows = 0
    try {
      await rewrite(holder)
      rows = 1
    } catch (error) {
      // Nothing was lost: it is one transaction. What cannot be trimmed cannot be written either.
      fail(error)
    }
  }

  try {
    const opened = await openDatabase(name)
    adopt(opened)
    await read(opened)
    raise(stored, vectorOf(doc))
  } catch (error) {
    fail(error)
  }
  doc.on('update', follow)
  const stop = (): void => {
    clearTimeout(timer)
    doc.off('update', follow)
    db?.close()
  }
  if (signal.aborted) stop()
  else signal.addEventListener('abort', stop, { once: true })
  if (rows >= TRIM_AT && !isDamaged && !signal.aborted) setTimeout(() => !signal.aborted && void trim())

  return {
    get doc() {
      return doc
    },
    heard,
    isOrigin: (origin) => origin === holder,
    problem: () => failure ?? (isDamaged ? 'disk-broken' : undefined),
    stored: () => stored,
    learn(other) {
      if (failure === undefined && raise(stored, other)) changed(NOTHING)
    },
    remembered,
    async remember(confirmed, kept) {
      remembered.confirmed = confirmed
      remembered.at = kept.at ?? remembered.at
      if (db && !signal.aborted) await keep(db, confirmed, kept)
    },
    async heal() {
      if (!isDamaged || failure || signal.aborted) return
      await trim()
      if (failure || (await hasLostOwn(database(), vectorOf(doc)))) return
      isDamaged = false
      changed(NOTHING)
    },
    async settled() {
      while (writing.size > 0) await Promise.all(writing)
    },
  }
}

/**
 * What y-indexeddb's loader needs to know. We call its loader without its constructor, which adds a row at each opening,
 * listens while it loads (and so encodes the whole document once more), and never settles when something fails.
 */
type Holder = Pick<IndexeddbPersistence, 'doc' | 'db' | '_dbref' | '_dbsize' | '_destroyed'>

const emptyDocument = (): { doc: Y.Doc; holder: Holder } => {
  const doc = new Y.Doc()
  declareRoots(doc)
  return { doc, holder: { doc, db: null, _dbref: 0, _dbsize: 0, _destroyed: false } }
}

const load = (holder: Holder): Promise<IDBObjectStore> => fetchUpdates(holder as IndexeddbPersistence)

// Reads what other pages have added, and puts one row in the place of all: in one transaction, so it is safe among others.
const rewrite = async (holder: Holder): Promise<void> => {
  const store = await load(holder)
  const done = completed(store.transaction)
  store.add(Y.encodeStateAsUpdate(holder.doc))
  store.delete(IDBKeyRange.upperBound(holder._dbref, true))
  await done
}

const readWhatCanBeRead = async (db: IDBDatabase, doc: Y.Doc, origin: Holder): Promise<void> => {
  const { rows, last } = await readRaw(db)
  for (const row of rows) applyIfWhole(doc, row, origin)
  origin._dbref = last + 1
  origin._dbsize = rows.length
}

const applyIfWhole = (doc: Y.Doc, row: unknown, origin: object): void => {
  try {
    Y.decodeUpdate(row as Uint8Array)
    Y.applyUpdate(doc, row as Uint8Array, origin)
  } catch {
    // A damaged row. The disk says so as a whole; the server fills in what it has.
  }
}

const within = async (limit: number, work: Promise<void>): Promise<void> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the disk does not answer')), limit)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

const problemOf = (error: unknown): DiskProblem =>
  error instanceof DOMException && error.name === 'QuotaExceededError' ? 'disk-full' : 'disk-broken'
