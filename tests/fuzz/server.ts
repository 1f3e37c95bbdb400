/**
 * The server of a simulation: all of it from the stream of bytes of a socket up to the store, which can be slow, fail, or
 * be killed with a commit half way.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import type { Report } from '../../server/log'
import { createMetrics } from '../../server/metrics'
import { createOrgStanding } from '../../server/org'
import type { Organisation } from '../../server/organisation'
import type { Organisations } from '../../server/organisations'
import { createRooms } from '../../server/rooms'
import { createSignIn } from '../../server/sign-in'
import { createSockets, type Sockets } from '../../server/socket'
import { createLmdb, openLmdb } from '../../server/store/lmdb'
import type { Entry, Note, Snapshot, Store, Stored } from '../../server/store/store'
import { turn } from './clock'
import type { Network } from './network'

const ORGANISATION = { id: 'zandrode', name: 'Zandrode' }
/** Entries before a snapshot that a store reads as well. */
const WINDOW = 512

/** How the store behaves: at once, only when told to, or not at all. */
export type StoreMood = 'quick' | 'slow' | 'failing'

/** A server machine: its disk stays, what runs on it comes and goes. */
export type Machine = {
  /** The organisation as it runs; `undefined` while the server is down. */
  running(): Organisation | undefined
  boot(): Promise<void>
  /** Ends it as it is asked to end: everyone is told, and everything is written. */
  stop(): Promise<void>
  /** Ends it at once. Of the commits on their way to the disk, the first so many still arrive. */
  kill(arriving: number): Promise<void>
  mood: StoreMood
  /** Lets the oldest commit that waits go to the disk. @returns whether there was one */
  releaseCommit(): Promise<boolean>
  waitingCommits(): number
  /** Ids of the statements on the disk, by room. */
  onDisk(room: string): ReadonlySet<string>
  /** Reads a room afresh from the disk. */
  read(room: string): Promise<Stored>
  roomsOnDisk(): Promise<readonly string[]>
  /** What the server reported as its own trouble since the last time. */
  troubles(): readonly string[]
  /** Resolves when the disk does nothing any more. */
  calm(): Promise<void>
  end(): Promise<void>
}

export type MachineOptions = {
  readonly network: Network
  readonly now: () => number
  /** The real engine on a real disk. */
  readonly isReal: boolean
  /** Called with each commit that is on the disk. */
  readonly onStored: (batch: ReadonlyMap<string, readonly Entry[]>) => void
}

const metrics = createMetrics()

export const createMachine = async ({ network, now, isReal, onStored }: MachineOptions): Promise<Machine> => {
  const disk = isReal ? await createRealDisk() : createMemoryDisk()
  const known = new Map<string, Set<string>>()
  const troubles: string[] = []
  let commits: Commit[] = []
  let written: Commit[] = []
  let organisation: Organisation | undefined
  let store: Store | undefined
  let working: Promise<unknown> = Promise.resolve()
  let sockets: Sockets | undefined

  const note = (batch: ReadonlyMap<string, readonly Entry[]>): void => {
    for (const [room, entries] of batch)
      for (const { bytes } of entries)
        for (const id of idsIn(bytes)) known.set(room, (known.get(room) ?? new Set()).add(id))
    onStored(batch)
  }
  const write = async ({ batch }: Commit): Promise<void> => {
    working = (store as Store).append(batch).then(() => note(batch))
    await working
  }
  const release = async (): Promise<boolean> => {
    const commit = commits.shift()
    if (!commit) return false
    await write(commit)
    // How long a real engine takes is not for chance to say: its answer waits for a moment at which nothing else happens.
    if (isReal) written.push(commit)
    else commit.resolve()
    return true
  }

  /** The store as the running server sees it; worth nothing once that server is gone. */
  const storeOfRun = (inner: Store): Store => ({
    ...inner,
    append: (batch) =>
      new Promise((resolve, reject) => {
        if (store !== inner) return
        if (machine.mood === 'failing') return reject(new Error('simulated: the disk takes nothing'))
        commits.push({ batch, resolve })
        if (machine.mood === 'quick' && commits.length === 1) void release()
      }),
    keep: async (room, snapshot) => {
      if (machine.mood === 'quick' && store === inner) await inner.keep(room, snapshot)
    },
  })
  const report: Report = (level, event, details = {}) => {
    const error = details.error instanceof Error ? details.error.message : ''
    if (level === 'error' && !error.startsWith('simulated')) troubles.push(`${event} ${error}`)
  }

  const boot = async (): Promise<void> => {
    const inner = disk.open()
    store = inner
    const seen = storeOfRun(inner)
    const org = createOrgStanding()
    const rooms = createRooms({
      store: seen,
      now,
      recover: false,
      onOpen: (room) => {
        if (room.place.kind === 'org') org.follow(room)
      },
      report: (event, details) => report('error', event, details),
    })
    await rooms.open('org', { kind: 'org' })
    organisation = {
      ...ORGANISATION,
      directory: '',
      store: seen,
      rooms,
      org,
      signIn: createSignIn(seen, now),
      close: async () => undefined,
    }
    serve(organisation)
  }
  const serve = (here: Organisation): void => {
    const made = createSockets({
      organisations: { find: async () => here } as unknown as Organisations,
      mayCall: () => true,
      now,
      report,
      metrics,
    })
    made.follow(here)
    network.accept = ({ path: url, protocols }, stream) => {
      const headers = {
        upgrade: 'websocket',
        connection: 'Upgrade',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
        'sec-websocket-protocol': protocols,
      }
      const request = { method: 'GET', url, headers, socket: stream }
      made.upgrade(request as unknown as IncomingMessage, stream, Buffer.alloc(0))
    }
    sockets = made
  }

  const machine: Machine = {
    running: () => organisation,
    boot,
    mood: 'quick',
    async stop() {
      machine.mood = 'quick'
      network.accept = undefined
      while (await release());
      await sockets?.close(100)
      await organisation?.rooms.close()
      await machine.kill(0)
    },
    async kill(arriving) {
      network.accept = undefined
      void sockets?.close(0)
      sockets = undefined
      organisation = undefined
      const left = commits
      commits = []
      await working
      written = []
      for (const commit of left.slice(0, arriving)) await write(commit)
      store = undefined
      await disk.close()
    },
    releaseCommit: release,
    waitingCommits: () => commits.length,
    onDisk: (room) => known.get(room) ?? new Set(),
    read: (room) => disk.fresh((fresh) => fresh.read(room)),
    roomsOnDisk: () => disk.fresh(async (fresh) => fresh.rooms()),
    troubles: () => troubles.splice(0),
    async calm() {
      for (let before: unknown; before !== working; ) {
        before = working
        await working
        await turn()
      }
      for (const commit of written.splice(0)) commit.resolve()
    },
    async end() {
      await machine.kill(0)
      await disk.destroy()
    },
  }
  await boot()
  return machine
}

type Commit = { readonly batch: ReadonlyMap<string, readonly Entry[]>; readonly resolve: () => void }

/** The ids of the statements in an update. */
export const idsIn = (update: Uint8Array): string[] =>
  statementsIn(update).map((entry) => String((entry as unknown[])[1]))

/** The entries that an update pushes. */
export const statementsIn = (update: Uint8Array): unknown[] =>
  Y.decodeUpdate(update).structs.flatMap((struct) =>
    struct instanceof Y.Item && struct.content instanceof Y.ContentAny ? struct.content.arr : [],
  )

// --- Disks ---

type ServerDisk = {
  open(): Store
  close(): Promise<void>
  /** Reads with a store of its own, as a server would that has just started. */
  fresh<T>(read: (store: Store) => Promise<T>): Promise<T>
  destroy(): Promise<void>
}

const createRealDisk = async (): Promise<ServerDisk> => {
  const directory = mkdtempSync(join(tmpdir(), 'waarborg-fuzz-'))
  await (await createLmdb(directory, ORGANISATION)).close()
  let opened: Store | undefined
  const close = async (): Promise<void> => {
    await opened?.close()
    opened = undefined
  }
  return {
    open() {
      opened = openLmdb(directory)
      return opened
    },
    close,
    async fresh(read) {
      // Beside the one that runs: only what is on the disk is seen.
      const store = openLmdb(directory)
      try {
        return await read(store)
      } finally {
        await store.close()
      }
    },
    async destroy() {
      await close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** Keeps copies, so that nothing is shared with who wrote them. */
export const createMemoryDisk = (): ServerDisk => {
  const rooms = new Map<string, Entry[]>()
  const snapshots = new Map<string, Snapshot>()
  const notes = new Map<string, Note>()
  const open = (): Store => ({
    organisation: ORGANISATION,
    rooms: () => [...rooms.keys()],
    isErased: () => false,
    async read(room) {
      const snapshot = snapshots.get(room)
      const first = snapshot ? Math.max(0, snapshot.upTo - WINDOW) : 0
      return structuredClone({ snapshot, entries: (rooms.get(room) ?? []).slice(first) })
    },
    async append(batch) {
      for (const [room, entries] of batch) {
        const rows = rooms.get(room) ?? []
        if (entries.some(({ number }, index) => number !== rows.length + index + 1))
          throw new Error(`${room} is out of step`)
      }
      for (const [room, entries] of batch)
        rooms.set(room, [...(rooms.get(room) ?? []), ...structuredClone(entries)])
    },
    keep: async (room, snapshot) => void snapshots.set(room, structuredClone(snapshot)),
    erase: async () => undefined,
    notes: () => notes,
    async note(changes) {
      for (const [key, note] of changes) {
        if (note) notes.set(key, note)
        else notes.delete(key)
      }
    },
    verify: async () => [],
    close: async () => undefined,
  })
  return {
    open,
    close: async () => undefined,
    fresh: (read) => read(open()),
    destroy: async () => undefined,
  }
}
