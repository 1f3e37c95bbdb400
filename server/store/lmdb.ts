/**
 * The embedded store: one lmdb environment per organisation, in a directory of its own. A transaction is on the disk
 * (fdatasync) before its promise resolves: `overlappingSync` is off, `noSync` is never used.
 */
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
import { Damaged, type Entry, type Note, type Snapshot, type Store, type Stored } from './store'

/** Entries before the snapshot that are read as well: who was away for a while lacks only some of those. */
const WINDOW = 512
const FORMAT = 1
/** The note that says whose store it is; it also counts the rooms, so that one that is missing is noticed. */
const SELF = 'organisation'

type Tables = {
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
): Promise<Store> => {
  const tables = openTables(directory)
  await tables.notes.put(SELF, seal(SELF, encodeNote({ ...organisation, format: FORMAT, rooms: 0 })))
  await tables.root.close()
  return openLmdb(directory)
}

/** Opens a store that is there. Throws {@link Damaged} when what it needs to begin with cannot be trusted. */
export const openLmdb = (directory: string): Store => {
  const tables = openTables(directory)
  const notes = readAll(tables.notes, decodeNote)
  const self = notes.get(SELF)
  if (typeof self?.id !== 'string' || typeof self.name !== 'string')
    throw new Damaged('no organisation in it')
  if (self.format !== FORMAT) throw new Damaged('written by a newer version')
  notes.delete(SELF)
  const rows = readAll(tables.rooms, decodeRow)
  if (rows.size !== self.rooms) throw new Damaged('rooms are missing')
  return storeOn(tables, { id: self.id, name: self.name }, rows, notes)
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
    rooms: table('rooms'),
    updates: table('updates'),
    snapshots: table('snapshots'),
    notes: table('notes'),
  }
}

/** For promises that only repeat what another one says. */
const ignore = (promise: Promise<unknown> | undefined): void => void promise?.catch(() => undefined)

const readAll = <T>(table: Database<Buffer, string>, decode: (body: Uint8Array) => T): Map<string, T> => {
  const all = new Map<string, T>()
  for (const { key, value } of table.getRange()) all.set(key, decode(unseal(key, value)))
  return all
}

const storeOn = (
  { root, rooms, updates, snapshots, notes }: Tables,
  organisation: { readonly id: string; readonly name: string },
  rows: Map<string, Row>,
  noted: Map<string, Note>,
): Store => {
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
  /** Several puts, one transaction, one fdatasync. What goes wrong is said once, by the batch as a whole. */
  const commit = async (puts: () => void): Promise<void> => {
    try {
      await root.batch(puts)
    } catch (error) {
      ignore((error as { commitError?: Promise<unknown> }).commitError)
      throw error
    }
  }

  const append: Store['append'] = async (batch) => {
    const changed = new Map<string, Row>()
    for (const [room, entries] of batch) {
      const row = rowOf(room)
      if (row.erased) throw new Damaged(`${room} was erased`)
      if (entries.some(({ number }, index) => number !== row.count + index + 1))
        throw new Damaged(`${room} is out of step`)
      changed.set(room, { ...row, count: row.count + entries.length })
    }
    await commit(() => {
      for (const [room, row] of changed) {
        for (const entry of batch.get(room) ?? [])
          ignore(updates.put([row.id, entry.number], seal(place(room, entry.number), encodeEntry(entry))))
        ignore(rooms.put(room, seal(room, encodeRow(row))))
      }
      putSelf([...changed.keys()])
    })
    for (const [room, row] of changed) rows.set(room, row)
  }
  const putSelf = (written: readonly string[]): void => {
    const made = written.filter((room) => !rows.has(room)).length
    if (made === 0) return
    const note = { ...organisation, format: FORMAT, rooms: rows.size + made }
    ignore(notes.put(SELF, seal(SELF, encodeNote(note))))
  }

  const erase: Store['erase'] = async (room) => {
    const row = rowOf(room)
    const next = { id: row.id, count: 0, erased: true }
    await commit(() => {
      for (let number = 1; number <= row.count; number++) ignore(updates.remove([row.id, number]))
      ignore(snapshots.remove(row.id))
      ignore(rooms.put(room, seal(room, encodeRow(next))))
      putSelf([room])
    })
    rows.set(room, next)
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
      if (row && !row.erased)
        await commit(() => ignore(snapshots.put(row.id, seal(`${room}@`, encodeSnapshot(snapshot)))))
    },
    erase,
    notes: () => noted,
    async note(changes) {
      await commit(() => {
        for (const [key, note] of changes)
          ignore(note ? notes.put(key, seal(key, encodeNote(note))) : notes.remove(key))
      })
      for (const [key, note] of changes) {
        if (note) noted.set(key, note)
        else noted.delete(key)
      }
    },
    verify: async () => verify(),
    close: () => root.close(),
  }
}
