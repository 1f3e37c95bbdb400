/**
 * The embedded store: one lmdb environment per organisation, in a directory of its own. A transaction is on the disk
 * (fdatasync) before its promise resolves: `overlappingSync` is off, `noSync` is never used.
 */
import { join } from 'node:path'
import { type Database, open, type RootDatabase } from 'lmdb'
import {
  decodeEntry,
  decodeNote,
  decodeRow,
  decodeSnapshot,
  encodeEntry,
  encodeNote,
  encodeRow,
  encodeSnapshot,
  type Row,
  seal,
  unseal,
} from './record'
import { createReserve, type Reserve } from './reserve'
import { Damaged, type Entry, type Note, type Snapshot, type Store, type Stored } from './store'

/** Entries before the snapshot that are read as well: who was away for a while lacks only some of those. */
const WINDOW = 256
const FORMAT = 1
/** What a record and its pages, and a transaction as a whole, take on the disk beside their bytes. Generous. */
const OVERHEAD = { record: 8_192, transaction: 1_048_576 } as const
/** The note that says whose store it is; it also counts the rooms, so that one that is missing is noticed. */
const SELF = 'organisation'

/** A record to put in a table, or to take out of it. */
type Put =
  | { readonly table: 'rooms' | 'notes'; readonly key: string; readonly value: Buffer | undefined }
  | { readonly table: 'updates'; readonly key: [number, number]; readonly value: Buffer | undefined }
  | { readonly table: 'snapshots'; readonly key: number; readonly value: Buffer | undefined }

type Tables = {
  readonly reserve: Reserve
  readonly root: RootDatabase<Buffer>
  readonly rooms: Database<Buffer, string>
  readonly updates: Database<Buffer, [number, number]>
  readonly snapshots: Database<Buffer, number>
  readonly notes: Database<Buffer, string>
}

/** Makes the store of a new organisation in an empty directory. */
export const createLmdb = async (
  directory: string,
  organisation: { readonly id: string; readonly name: string },
  onHarm?: () => void,
): Promise<Store> => {
  const tables = openTables(directory)
  await tables.notes.put(SELF, seal(SELF, encodeNote({ ...organisation, format: FORMAT, rooms: 0 })))
  tables.reserve.close()
  await tables.root.close()
  return openLmdb(directory, onHarm)
}

/**
 * Opens a store that is there. Throws {@link Damaged} when what it needs to begin with cannot be trusted.
 * @param onHarm lmdb could not write although there was space: its memory, which is ours, is not to be trusted either
 */
export const openLmdb = (directory: string, onHarm: () => void = () => undefined): Store => {
  const tables = openTables(directory)
  const notes = readAll(tables.notes, decodeNote)
  const self = notes.get(SELF)
  if (typeof self?.id !== 'string' || typeof self.name !== 'string')
    throw new Damaged('no organisation in it')
  if (self.format !== FORMAT) throw new Damaged('written by a newer version')
  notes.delete(SELF)
  const rows = readAll(tables.rooms, decodeRow)
  if (rows.size !== self.rooms) throw new Damaged('rooms are missing')
  return storeOn(tables, { id: self.id, name: self.name }, rows, notes, onHarm)
}

const openTables = (directory: string): Tables => {
  const root = open<Buffer>({
    path: directory,
    encoding: 'binary',
    overlappingSync: false,
    noSubdir: false,
    maxDbs: 8,
  })
  const table = <K extends string | number | [number, number]>(name: string) =>
    root.openDB<Buffer, K>({ name, encoding: 'binary' })
  return {
    root,
    reserve: createReserve(join(directory, 'data.mdb'), () => usedBytes(root)),
    rooms: table('rooms'),
    updates: table('updates'),
    snapshots: table('snapshots'),
    notes: table('notes'),
  }
}

/** From how many milliseconds a flush takes too long to wait for it with everything else, and for how long after that. */
const SLOW = { flush: 8, remembered: 10_000 } as const

/** Makes how to commit: several puts, one transaction, one fdatasync; one after the other. */
const createCommit = (tables: Tables, onHarm: () => void): ((puts: readonly Put[]) => Promise<void>) => {
  const { root, reserve } = tables
  let last: Promise<unknown> = Promise.resolve()
  let typical = 0
  let slowUntil = 0

  const put = ({ table, key, value }: Put): void => {
    const database = tables[table] as Database<Buffer, typeof key>
    ignore(value ? database.put(key, value) : database.remove(key))
  }
  /** On a fast disk, here and now: handing it to another thread and back takes longer than the flush itself. */
  const writeHere = (puts: readonly Put[]): void => {
    const start = performance.now()
    root.transactionSync(() => puts.forEach(put))
    typical = typical * 0.9 + (performance.now() - start) * 0.1
    if (typical < SLOW.flush) return
    typical = 0
    slowUntil = start + SLOW.remembered
  }
  const write = async (puts: readonly Put[]): Promise<void> => {
    if (puts.length === 0) return
    const bytes = puts.reduce((sum, { value }) => sum + (value?.length ?? 0) + OVERHEAD.record, 0)
    reserve.ensure(bytes + OVERHEAD.transaction)
    try {
      if (performance.now() < slowUntil) await root.batch(() => puts.forEach(put))
      else writeHere(puts)
    } catch (error) {
      ignore((error as { commitError?: Promise<unknown> }).commitError)
      onHarm()
      throw error
    }
  }
  return (puts) => {
    const written = last.then(() => write(puts))
    last = written.catch(() => undefined)
    return written
  }
}

const usedBytes = (root: RootDatabase<Buffer>): number => {
  const { lastPageNumber, pageSize } = root.getStats() as { lastPageNumber: number; pageSize: number }
  return (lastPageNumber + 1) * pageSize
}

/** For promises that only repeat what another one says. */
const ignore = (promise: Promise<unknown> | undefined): void => void promise?.catch?.(() => undefined)

const readAll = <T>(table: Database<Buffer, string>, decode: (body: Uint8Array) => T): Map<string, T> => {
  const all = new Map<string, T>()
  for (const { key, value } of table.getRange()) all.set(key, decode(unseal(key, value)))
  return all
}

const storeOn = (
  tables: Tables,
  organisation: { readonly id: string; readonly name: string },
  rows: Map<string, Row>,
  noted: Map<string, Note>,
  onHarm: () => void,
): Store => {
  const { updates, snapshots } = tables
  const commit = createCommit(tables, onHarm)
  let lastId = Math.max(0, ...[...rows.values()].map(({ id }) => id))
  const rowOf = (room: string): Row => rows.get(room) ?? { id: ++lastId, count: 0, erased: false }
  const place = (room: string, number: number): string => `${room}#${number}`

  const readEntry = (room: string, id: number, number: number): Entry => {
    const entry = decodeEntry(unseal(place(room, number), updates.get([id, number])))
    if (entry.number !== number) throw new Damaged(`${place(room, number)} is another`)
    return entry
  }
  const readEntries = (room: string, { id, count }: Row, first: number): Entry[] => {
    const entries: Entry[] = []
    for (let number = first; number <= count; number++) entries.push(readEntry(room, id, number))
    return entries
  }
  /** A snapshot that cannot be read is no loss: everything is in the table of updates. */
  const readSnapshot = (room: string, { id, count }: Row): Snapshot | undefined => {
    const record = snapshots.get(id)
    if (!record) return undefined
    try {
      const snapshot = decodeSnapshot(unseal(`${room}@`, record))
      return snapshot.upTo <= count ? snapshot : undefined
    } catch (error) {
      if (error instanceof Damaged) return undefined
      throw error
    }
  }
  /** The count of rooms, when some are new. */
  const selfAfter = (written: Iterable<string>): Put[] => {
    const made = [...written].filter((room) => !rows.has(room)).length
    if (made === 0) return []
    const note = { ...organisation, format: FORMAT, rooms: rows.size + made }
    return [{ table: 'notes', key: SELF, value: seal(SELF, encodeNote(note)) }]
  }
  const rowPut = (room: string, row: Row): Put => ({
    table: 'rooms',
    key: room,
    value: seal(room, encodeRow(row)),
  })

  const append: Store['append'] = async (batch) => {
    const changed = new Map<string, Row>()
    const puts: Put[] = []
    for (const [room, entries] of batch) {
      const row = rowOf(room)
      if (row.erased) throw new Damaged(`${room} was erased`)
      if (entries.some(({ number }, index) => number !== row.count + index + 1))
        throw new Damaged(`${room} is out of step`)
      for (const entry of entries) {
        const value = seal(place(room, entry.number), ...encodeEntry(entry))
        puts.push({ table: 'updates', key: [row.id, entry.number], value })
      }
      const next = { ...row, count: row.count + entries.length }
      changed.set(room, next)
      puts.push(rowPut(room, next))
    }
    await commit([...puts, ...selfAfter(changed.keys())])
    for (const [room, row] of changed) rows.set(room, row)
  }

  const erase: Store['erase'] = async (room) => {
    const { id, count } = rowOf(room)
    const erased = { id, count: 0, erased: true }
    const numbers = Array.from({ length: count }, (_, index) => index + 1)
    await commit([
      ...numbers.map((number): Put => ({ table: 'updates', key: [id, number], value: undefined })),
      { table: 'snapshots', key: id, value: undefined },
      rowPut(room, erased),
      ...selfAfter([room]),
    ])
    rows.set(room, erased)
  }

  const verify = (): readonly string[] => {
    const damaged: string[] = []
    for (const [room, row] of rows) {
      try {
        readEntries(room, row, 1)
      } catch {
        damaged.push(room)
      }
    }
    return damaged
  }

  return {
    organisation,
    rooms: () => [...rows].filter(([, { erased }]) => !erased).map(([room]) => room),
    isErased: (room) => rows.get(room)?.erased ?? false,
    async read(room): Promise<Stored> {
      const row = rows.get(room)
      if (!row) return { snapshot: undefined, entries: [] }
      const snapshot = readSnapshot(room, row)
      const first = snapshot ? Math.max(1, snapshot.upTo + 1 - WINDOW) : 1
      return { snapshot, entries: readEntries(room, row, first) }
    },
    append,
    async keep(room, snapshot) {
      const row = rows.get(room)
      if (!row || row.erased) return
      await commit([{ table: 'snapshots', key: row.id, value: seal(`${room}@`, encodeSnapshot(snapshot)) }])
    },
    erase,
    notes: () => noted,
    async note(changes) {
      const puts = [...changes].map(
        ([key, note]): Put => ({ table: 'notes', key, value: note && seal(key, encodeNote(note)) }),
      )
      await commit(puts)
      for (const [key, note] of changes) {
        if (note) noted.set(key, note)
        else noted.delete(key)
      }
    },
    verify: async () => verify(),
    async close() {
      await commit([])
      tables.reserve.close()
      await tables.root.close()
    },
  }
}
