/**
 * What the server keeps of one organisation, and how it asks for it. The table of updates is the truth: appended to,
 * never rewritten except for erasure. Snapshots are a mere cache of it. Today lmdb.ts stands behind this.
 */

/** Elements `from` up to, not including, `to` of one client. `of`: whose they are, when brought back for another. */
export type Range = {
  readonly client: number
  readonly from: number
  readonly to: number
  readonly of?: string
}

/** One accepted update: who brought what, and when. Numbers count from 1 in each room, without holes. */
export type Entry = {
  readonly number: number
  readonly member: string
  /** The server's clock, milliseconds since 1970. */
  readonly at: number
  readonly ranges: readonly Range[]
  readonly bytes: Uint8Array
}

/** All entries up to and including number `upTo`, merged, with what the gate needs to know of them. */
export type Snapshot = {
  readonly upTo: number
  readonly bytes: Uint8Array
  /** In a ledger: how long the part of each client is, in order, so that more can be added without decoding it. */
  readonly lengths: readonly number[]
  readonly vector: ReadonlyMap<number, number>
  readonly owners: ReadonlyMap<number, string>
}

/** A room as it lies on disk: the newest snapshot, if any, and entries up to the last. */
export type Stored = {
  readonly snapshot: Snapshot | undefined
  /** At least all entries after the snapshot; some before it as well, for those who lack only those. */
  readonly entries: readonly Entry[]
}

/** Small facts beside the rooms: sign-in codes, devices. JSON. */
export type Note = { readonly [key: string]: string | number | boolean | null }

export type Store = {
  readonly organisation: { readonly id: string; readonly name: string }
  /** Names of the rooms that hold anything. */
  rooms(): readonly string[]
  /** Whether a room was erased; its name never comes back. */
  isErased(room: string): boolean
  read(room: string): Promise<Stored>
  /** All of it is on the disk when this resolves, or none of it is there when it rejects. */
  append(batch: ReadonlyMap<string, readonly Entry[]>): Promise<void>
  keep(room: string, snapshot: Snapshot): Promise<void>
  erase(room: string): Promise<void>
  notes(): ReadonlyMap<string, Note>
  /** Sets notes, or takes those away that are `undefined`; on the disk when this resolves. */
  note(changes: ReadonlyMap<string, Note | undefined>): Promise<void>
  /** Reads everything once and names the rooms in which something is damaged or missing. */
  verify(): Promise<readonly string[]>
  close(): Promise<void>
}

/** Something on the disk is not what was written. Never answered with less than there was. */
export class Damaged extends Error {
  override readonly name = 'Damaged'
}
