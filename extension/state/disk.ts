/**
 * One room on this device's disk: reads it, and writes every change at once, so that "on this device" is true when it is
 * said. Every failure is a visible problem. Knows nothing of what the statements mean, of sockets or of other pages.
 */
import { fetchUpdates, type IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { declareRoots } from '../../shared/ledger'
import {
  addSaid,
  completed,
  type Kept,
  keep,
  openDatabase,
  readKept,
  readRows,
  readSaid,
  replaceRows,
  saidKey,
} from './database'
import { createJournal } from './journal'
import {
  addedBy,
  covers,
  encodeVector,
  learnDeletions,
  noteDeletion,
  raise,
  type Vector,
  vectorOf,
} from './vector'

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
  /** Client ids of earlier pages of this person that had said something the server was not known to have. */
  earlier(): ReadonlySet<number>
  /** Another page has stored this. */
  learn(stored: Vector): void
  /** Notes on the disk what the server has. @param at when that was everything */
  remember(at: number | undefined): Promise<void>
  /** After a visit to the server: writes a damaged database anew. */
  heal(): Promise<void>
  /** Resolves once nothing is being written any more. */
  settled(): Promise<void>
}

export type DiskOptions = {
  /** Keeps what is taken out too, so that an earlier state can be shown: for texts. */
  readonly keepsAll?: boolean
  /** Ends it: running writes still complete. */
  readonly signal: AbortSignal
  /** Whether an update came from the server, and so is safe already. */
  readonly isFromServer: (origin: unknown) => boolean
  /** What the server has, as far as known. */
  readonly confirmed: () => Vector
  /** The disk remembers what the server had at the last visit, and when that was everything. */
  readonly recall: (confirmed: Vector, at: number | undefined) => void
  /** Something in `problem` or `stored` has changed. @param stored what was newly stored by this page */
  readonly changed: (stored: Vector) => void
}

/** Rows at which opening writes one row instead. Loading stays quick however often a popup opened. */
const TRIM_AT = 24
/** The same for pages that stay open. */
const TRIM_OPEN_AT = 256
/** A write that takes longer counts as failed until it is done. */
const WRITE_LIMIT = 1_200
const RETRY_AFTER = 2_000
/** How long another page may take to store what it said before this one does it too. */
const HEARD_LIMIT = 1_000

const NOTHING: Vector = new Map()

/** Opens a room's database and reads it. Never rejects: what went wrong is in `problem`, and it is tried again. */
export const openDisk = async (name: string, options: DiskOptions): Promise<Disk> => {
  const { keepsAll = false, signal, isFromServer, confirmed, recall, changed } = options
  const heard = {}
  const stored = new Map<number, number>()
  /** What other pages said, and mean to store themselves. */
  const overheard = new Map<number, number>()
  const writing = new Set<Promise<void>>()
  /** Keys of what was said here and is not known to be on the server. */
  const said = new Set<string>()
  const earlier = new Set<number>()
  /** By client, the last of those keys that this page made. */
  const lastSaid = new Map<number, string>()
  const stale: string[] = []
  const journal = createJournal(name)
  /** In the journal until it is stored. */
  const noted = new Set<string>()
  let batch: Batch | undefined
  let { doc, holder } = emptyDocument(keepsAll)
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
    const [kept] = await Promise.all([readKept(opened), readAll(opened)])
    takeIn(kept)
    // Before anyone can say anything: nothing that is said must wait behind it.
    if (rows >= TRIM_AT && !isDamaged) await rewrite()
  }
  const readAll = async (opened: IDBDatabase): Promise<void> => {
    try {
      await load(holder)
    } catch {
      // A damaged row can be half applied: begin again with the rows that can be read, and say that some could not.
      isDamaged = true
      ;({ doc, holder } = emptyDocument(keepsAll))
      holder.db = opened
      await readWhatCanBeRead(opened, doc, holder)
    }
    rows = holder._dbsize
  }
  const takeIn = (kept: Kept): void => {
    isRead = true
    for (const key of kept.said) said.add(key)
    const before = kept.said.map(readSaid)
    for (const { client } of before) earlier.add(client)
    learnDeletions(doc, new Map(before.map(({ client, clock }) => [client, clock])))
    recall(kept.confirmed, kept.at)
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
      forgetNoted([...noted])
      changed(vectorOf(doc))
    } catch (error) {
      fail(error)
    } finally {
      isRetrying = false
    }
  }
  const readLate = async (): Promise<void> => {
    if (isRead || !db) return
    const kept = await readKept(db)
    await readWhatCanBeRead(db, doc, holder)
    takeIn(kept)
    recover()
  }
  const writeMissing = async (upTo: Vector): Promise<void> => {
    const update = Y.encodeStateAsUpdate(doc, encodeVector(stored))
    await within(WRITE_LIMIT, addSaid(database(), [update], noteSaid(upTo), replaced()))
    raise(stored, upTo)
    rows += 1
  }
  /** Of this, what the server does not have: to be sent by whoever comes next. */
  const noteSaid = (vector: Vector): Vector => {
    const unsent = new Map([...vector].filter(([client, clock]) => clock > (confirmed().get(client) ?? 0)))
    for (const [client, clock] of unsent) {
      const key = saidKey(client, clock)
      const before = lastSaid.get(client)
      if (keepsAll && before !== undefined && before !== key && said.delete(before)) stale.push(before)
      lastSaid.set(client, key)
      said.add(key)
    }
    return unsent
  }
  /** Keys that later ones of the same client have made superfluous: typing makes one with every stroke. */
  const replaced = (): string[] => stale.splice(0)
  const settledKeys = (known: Vector): string[] =>
    [...said].filter((key) => {
      const { client, clock } = readSaid(key)
      return clock <= (known.get(client) ?? 0)
    })
  const database = (): IDBDatabase => {
    if (!db) throw new Error('the database is closed')
    return db
  }
  const write = (added: Vector, committing: Promise<void>): void => {
    const done = committing
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
  // The first of a task leaves at once, the rest together at its end. What has to wait for another transaction is lost
  // when its page goes: until it is stored it stands in the journal.
  const writeSaid = (update: Uint8Array, added: Vector): void => {
    const entry = journal.note(update)
    noted.add(entry)
    if (batch) {
      batch.updates.push(update)
      batch.entries.push(entry)
      raise(batch.added, added)
    } else {
      batch = { updates: [], added: new Map(), entries: [] }
      queueMicrotask(writeRest)
      writeBatch({ updates: [update], added, entries: [entry] })
    }
  }
  const writeRest = (): void => {
    const rest = batch
    batch = undefined
    if (rest && rest.updates.length > 0) writeBatch(rest)
  }
  const writeBatch = (said: News): void => {
    const { entries } = said
    // It may lean on what another page said, which may be gone before that is stored: then nobody could read it.
    const news = covers(stored, overheard)
      ? said
      : { updates: [Y.encodeStateAsUpdate(doc, encodeVector(stored))], added: vectorOf(doc), entries }
    write(news.added, within(WRITE_LIMIT, storeSaid(news)))
  }
  const storeSaid = async ({ updates, added, entries }: News): Promise<void> => {
    await addSaid(database(), updates, noteSaid(added), replaced())
    forgetNoted(entries)
  }
  const forgetNoted = (entries: readonly string[]): void => {
    journal.forget(entries)
    for (const entry of entries) noted.delete(entry)
  }
  /** Says again what pages said that were closed before the disk was done. */
  const recover = (): void => {
    const entries = journal.read()
    for (const update of entries.values()) applyIfWhole(doc, update, journal)
    if (keepsAll && entries.size > 0) noteDeletion(doc)
    // It leans on something that could not be read: that may still come.
    if (doc.store.pendingStructs !== null) return
    for (const entry of entries.keys()) noted.add(entry)
    if (covers(stored, vectorOf(doc))) forgetNoted([...noted])
    else void retry()
  }
  // With the note that the server has it, or the next page would take it for unsent.
  const writeHeard = (update: Uint8Array, added: Vector): void => {
    const known = new Map(confirmed())
    raise(known, added)
    // However long it takes: the server has it, so nothing of anyone's is at stake while a busy disk takes its time.
    write(added, keepKnown(known, { at: undefined, update }))
  }
  const keepKnown = async (
    known: Vector,
    { at, update }: { at: number | undefined; update?: Uint8Array },
  ): Promise<void> => {
    const keys = settledKeys(known)
    await keep(database(), { confirmed: known, at, said: keys, ...(update && { update }) })
    for (const key of keys) said.delete(key)
  }

  const isOwn = (origin: unknown): boolean => origin !== holder && origin !== heard && !isFromServer(origin)
  const follow = (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    if (transaction.deleteSet.clients.size > 0 && isOwn(origin)) noteDeletion(doc, transaction)
    const added = addedBy(transaction)
    if (origin === holder) raise(stored, added)
    else if (origin === heard) hear(added)
    else if (failure) void retry()
    else if (isFromServer(origin)) writeHeard(update, added)
    else writeSaid(update, added)
  }
  const hear = (added: Vector): void => {
    raise(overheard, added)
    setTimeout(() => void storeHeard(), HEARD_LIMIT)
  }
  // Whoever said it may have been closed, or have a full disk.
  const storeHeard = async (): Promise<void> => {
    if (!signal.aborted && !failure && !covers(stored, vectorOf(doc))) await retry()
  }

  const rewrite = async (): Promise<void> => {
    await replaceRows(database(), Y.encodeStateAsUpdate(doc), holder._dbref - 1)
    rows = 1
  }
  /** Reads what other pages have added, and puts one row in the place of all. */
  const trim = async (): Promise<void> => {
    rows = 0
    try {
      await load(holder)
      await rewrite()
    } catch (error) {
      // Nothing was lost, but what cannot be trimmed cannot be written either.
      fail(error)
    }
  }

  // Something was said here, and is neither on the server nor in what could be read.
  const hasLostOwn = (): boolean =>
    [...said].map(readSaid).some(({ client, clock }) => clock > (vectorOf(doc).get(client) ?? 0))

  try {
    const opened = await openDatabase(name)
    adopt(opened)
    await read(opened)
    raise(stored, vectorOf(doc))
  } catch (error) {
    fail(error)
  }
  if (isRead) recover()
  doc.on('update', follow)
  const stop = (): void => {
    writeRest()
    clearTimeout(timer)
    doc.off('update', follow)
    db?.close()
  }
  if (signal.aborted) stop()
  else signal.addEventListener('abort', stop, { once: true })

  return {
    get doc() {
      return doc
    },
    heard,
    isOrigin: (origin) => origin === holder,
    problem: () => failure ?? (isDamaged ? 'disk-broken' : undefined),
    stored: () => stored,
    earlier: () => earlier,
    learn(other) {
      if (failure === undefined && raise(stored, other)) changed(NOTHING)
    },
    async remember(at) {
      if (db && !signal.aborted) await keepKnown(new Map(confirmed()), { at })
    },
    async heal() {
      if (!isDamaged || failure || signal.aborted) return
      await trim()
      if (failure || hasLostOwn()) return
      isDamaged = false
      changed(NOTHING)
    },
    async settled() {
      await Promise.resolve()
      while (writing.size > 0) await Promise.all(writing)
      await storeHeard()
    },
  }
}

/** What is said in one task, after the first. */
type Batch = {
  readonly updates: Uint8Array[]
  readonly added: Map<number, number>
  readonly entries: string[]
}
type News = Omit<Batch, 'added'> & { readonly added: Vector }

/**
 * What y-indexeddb's loader needs to know. We call its loader without its constructor, which adds a row at each opening,
 * listens while it loads (and so encodes the whole document once more), and never settles when something fails.
 */
type Holder = Pick<IndexeddbPersistence, 'doc' | 'db' | '_dbref' | '_dbsize' | '_destroyed'>

const emptyDocument = (keepsAll: boolean): { doc: Y.Doc; holder: Holder } => {
  const doc = new Y.Doc({ gc: !keepsAll })
  declareRoots(doc)
  return { doc, holder: { doc, db: null, _dbref: 0, _dbsize: 0, _destroyed: false } }
}

// Until it is complete: what is written behind it would be lost with it if the page closed now.
const load = async (holder: Holder): Promise<void> => {
  const store = await fetchUpdates(holder as IndexeddbPersistence)
  await completed(store.transaction)
}

const readWhatCanBeRead = async (db: IDBDatabase, doc: Y.Doc, origin: Holder): Promise<void> => {
  const { rows, last } = await readRows(db)
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
