import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { countRows, openDatabase } from '../../extension/state/database'
import { updatesBeyond } from '../../extension/state/outbox'
import { createRoom } from '../../extension/state/room'
import { databasePrefix } from '../../extension/state/session'
import type { SettlingStore } from '../../extension/state/store'
import type { Check } from '../../extension/state/types'
import { unsentRooms } from '../../extension/state/unsent'
import { answerCheck } from '../../shared/commands/checks'
import { declareRoots, type Ledger } from '../../shared/ledger'
import {
  author,
  type FakeServer,
  fillOrganisation,
  makeStore,
  NOW,
  newDevice,
  restart,
  sessionOf,
  startServer,
} from './make-store'

// Other work may be going on on the same processor.
vi.setConfig({ testTimeout: 30_000 })

let server: FakeServer
const stores: SettlingStore[] = []

beforeEach(async () => {
  newDevice()
  server = await startServer()
  fillOrganisation(server.doc('org'))
})

afterEach(async () => {
  vi.restoreAllMocks()
  for (const store of stores.splice(0)) store.close()
  await server.stop()
})

const open = (): SettlingStore => {
  const store = makeStore(sessionOf(server))
  stores.push(store)
  return store
}
const eventually = (assertion: () => void, timeout = 5_000): Promise<void> =>
  vi.waitFor(assertion, { timeout, interval: 5 })
const visit = async (): Promise<SettlingStore> => {
  const store = open()
  await eventually(() => expect(store.isThrough.value).toBe(true))
  return store
}
const offline = async (store: SettlingStore): Promise<void> => {
  await server.stop()
  await eventually(() => expect(store.sync.value.word).toBe('offline'))
}
const find = (store: SettlingStore, about = OCTOBER): Check => {
  const check = store.mine.value.find((each) => each.about === about)
  if (!check) throw new Error(`no ${about}`)
  return check
}
const OCTOBER = 'check:kas-telling/2026-10'
const NOVEMBER = 'check:kas-telling/2026-11'
const ROOM = 'dept/bur/2026'
const database = (): string => databasePrefix(sessionOf(server)) + ROOM

/** Every write to the disk ends as a full or failing disk ends it: later, and as a whole. */
const failWrites = (name: 'QuotaExceededError' | 'UnknownError'): { mend(): void } => {
  const add = IDBObjectStore.prototype.add
  const spy = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
    this: IDBObjectStore,
    ...given
  ) {
    const request = add.apply(this, given)
    const transaction = this.transaction as IDBTransaction & { _abort(name: string): void }
    queueMicrotask(() => transaction._abort(name))
    return request
  })
  return { mend: () => spy.mockRestore() }
}

describe('a disk that fails', () => {
  test.each([
    ['QuotaExceededError', 'disk-full'],
    ['UnknownError', 'disk-broken'],
  ] as const)(
    'while writing (%s) is said within two seconds, and written once there is room',
    async (name, problem) => {
      const store = await visit()
      await offline(store)
      const disk = failWrites(name)
      store.answer(find(store), { outcome: 'in-order' })
      store.answer(find(store, NOVEMBER), { outcome: 'in-order' })
      await eventually(() => expect(store.statusOf(find(store))).toBe('not-saved'), 2_000)
      expect(store.sync.value).toMatchObject({ word: 'not-saved', problem, unsent: 2 })
      const file = JSON.parse(await store.rescueFile().text())
      expect(file.rooms[0].statements).toHaveLength(2)

      disk.mend()
      await eventually(() => expect(store.statusOf(find(store))).toBe('here'))
      expect(store.sync.value).toMatchObject({ word: 'offline', problem: undefined })
      store.close()
      const again = open()
      await eventually(() => expect(find(again, NOVEMBER).outcome).toBe('in-order'))
    },
  )

  test('while writing still reaches the server, and is then confirmed', async () => {
    const store = await visit()
    failWrites('QuotaExceededError')
    store.answer(find(store), { outcome: 'in-order' })
    await eventually(() => expect(store.statusOf(find(store))).toBe('confirmed'))
    await eventually(() =>
      expect(store.sync.value).toMatchObject({ word: 'not-saved', problem: 'disk-full' }),
    )
  })

  test('by not answering at all is said within two seconds', async () => {
    const store = await visit()
    await offline(store)
    const transaction = IDBDatabase.prototype.transaction
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...given) {
      const made = transaction.apply(this, given)
      // It is done, but nobody is ever told.
      if (given[1] === 'readwrite') Object.defineProperty(made, 'oncomplete', { set: () => undefined })
      return made
    })
    store.answer(find(store), { outcome: 'in-order' })
    await eventually(() => expect(store.statusOf(find(store))).toBe('not-saved'), 2_000)
  })

  test('by not opening is said, and the work comes from the server', async () => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('', 'SecurityError')
    })
    const store = open()
    await eventually(() => expect(store.mine.value.length).toBeGreaterThan(0))
    expect(store.sync.value).toMatchObject({ word: 'not-saved', problem: 'disk-broken' })
    vi.restoreAllMocks()
    await eventually(() => expect(store.sync.value).toMatchObject({ word: 'confirmed', problem: undefined }))
  })

  test('by closing under our hands is said, and opened again', async () => {
    const store = await visit()
    await offline(store)
    // What a browser does when the user clears the storage of the extension.
    const deleted = indexedDB.deleteDatabase(database())
    await new Promise((resolve) => {
      deleted.onsuccess = resolve
    })
    await eventually(() =>
      expect(store.sync.value).toMatchObject({ word: 'not-saved', problem: 'disk-broken' }),
    )
    store.answer(find(store), { outcome: 'in-order' })
    await eventually(() => expect(store.statusOf(find(store))).toBe('here'))
    expect(store.sync.value.problem).toBeUndefined()
  })

  test('with a damaged row keeps the rest, says so, and is whole again after the server', async () => {
    const first = await visit()
    first.answer(find(first), { outcome: 'in-order' })
    await eventually(() => expect(first.statusOf(find(first))).toBe('confirmed'))
    await first.settled()
    first.close()
    await damage(`${databasePrefix(sessionOf(server))}org`)
    await server.stop()

    const store = open()
    await eventually(() =>
      expect(store.sync.value).toMatchObject({ word: 'not-saved', problem: 'disk-broken' }),
    )
    server = await restart(server)
    await eventually(() => expect(store.sync.value).toMatchObject({ word: 'confirmed', problem: undefined }))
    expect(find(store).outcome).toBe('in-order')
  })
})

/** Puts a row in front that is cut off in the middle. */
const damage = async (name: string): Promise<void> => {
  const db = await openDatabase(name)
  const doc = new Y.Doc()
  declareRoots(doc).push([[1, 'x', 1, 'p05', 'check:a/2026', { note: 'half' }]])
  const transaction = db.transaction('updates', 'readwrite')
  transaction.objectStore('updates').put(Y.encodeStateAsUpdate(doc).slice(0, 12), 0)
  await new Promise((resolve) => {
    transaction.oncomplete = resolve
  })
  db.close()
}

describe('the database', () => {
  test('does not grow by being opened fifty times', async () => {
    ;(await visit()).close()
    const before = await countRows(database())
    for (let opening = 0; opening < 50; opening += 1) {
      const store = open()
      await eventually(() => expect(store.ready.value).toBe(true))
      store.close()
    }
    expect(await countRows(database())).toBe(before)
  })

  test('stays small after three hundred popups of one tick each, and nothing is lost', async () => {
    const session = sessionOf(server)
    for (let popup = 0; popup < 300; popup += 1) {
      const closing = new AbortController()
      const room = createRoom(ROOM, { session, now: () => NOW, signal: closing.signal })
      await vi.waitUntil(() => room.ledger.value, { interval: 1 })
      const { fold, append } = room.ledger.value as Ledger
      append(
        answerCheck(
          fold,
          { control: 'kas-telling', period: '2026-10', outcome: 'partly', note: `telling ${popup}` },
          author('p05'),
        ),
      )
      await room.settled()
      closing.abort()
    }
    expect(await countRows(database())).toBeLessThanOrEqual(32)
    const store = open()
    await eventually(() => expect(find(store).note).toBe('telling 299'))
    expect(store.history(find(store))).toHaveLength(300)
  }, 60_000)

  test('says by itself which rooms have something unsent, until the server has it', async () => {
    const session = sessionOf(server)
    const store = await visit()
    expect(await unsentRooms(session)).toEqual([])
    await offline(store)
    store.answer(find(store), { outcome: 'in-order' })
    await store.settled()
    expect(await unsentRooms(session)).toEqual([ROOM])
    expect(await unsentRooms(sessionOf(server, 'p04'))).toEqual([])
    server = await restart(server)
    await vi.waitFor(async () => expect(await unsentRooms(session)).toEqual([]), { timeout: 5_000 })
  })
})

describe('what a device brings after a long absence', () => {
  test('is cut into pieces of at most 32 client ids, of which none leans on what comes later', () => {
    const theirs = new Y.Doc()
    declareRoots(theirs).push([[0]])
    const ours = new Y.Doc()
    declareRoots(ours)
    Y.applyUpdate(ours, Y.encodeStateAsUpdate(theirs))
    for (let session = 0; session < 200; session += 1) {
      const popup = new Y.Doc()
      declareRoots(popup)
      Y.applyUpdate(popup, Y.encodeStateAsUpdate(ours))
      popup.getArray('statements').push([[session], [session, 'again']])
      Y.applyUpdate(ours, Y.encodeStateAsUpdate(popup))
    }
    const pieces = updatesBeyond(ours, Y.decodeStateVector(Y.encodeStateVector(theirs)))
    expect(pieces.length).toBeGreaterThan(1)
    for (const piece of pieces) {
      expect(Y.parseUpdateMeta(piece).to.size).toBeLessThanOrEqual(32)
      Y.applyUpdate(theirs, piece)
      expect(theirs.store.pendingStructs).toBeNull()
    }
    expect(theirs.getArray('statements').toJSON()).toEqual(ours.getArray('statements').toJSON())
    expect(Y.encodeStateAsUpdate(theirs)).toEqual(Y.encodeStateAsUpdate(ours))
  })

  test('is one update when it is little', () => {
    const doc = new Y.Doc()
    declareRoots(doc).push([[1]])
    expect(updatesBeyond(doc, new Map())).toEqual([Y.encodeStateAsUpdate(doc)])
  })
})
