/** Rooms over a real store: opened once, put away, brought back, and never telling what is not on the disk. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import type { Guest, Room } from '../../server/room'
import { createRooms } from '../../server/rooms'
import { createLmdb, openLmdb } from '../../server/store/lmdb'
import type { Entry, Store } from '../../server/store/store'
import { declareRoots } from '../../shared/ledger'
import { type Room as Place, parseRoom } from '../../shared/rooms'
import { makeAnswer, makeDirectory, makeStatement, PEOPLE, pushUpdate, ROOMS, statementsIn } from './make'

const place = parseRoom(ROOMS.year) as Place
const { managerBur: member } = PEOPLE

const makeStore = async (): Promise<Store & { readonly directory: string }> => {
  const directory = join(makeDirectory(), 'store')
  mkdirSync(directory)
  const store = await createLmdb(directory, { id: 'zandrode', name: 'Zandrode' })
  onTestFinished(() => store.close().catch(() => undefined))
  return { ...store, directory }
}

const makeRooms = (store: Store) =>
  createRooms({ store, now: Date.now, recover: false, onOpen: () => undefined, report: () => undefined })

const write = (room: Room, client: number, clock: number, note = 'x'): void =>
  room.receive(
    pushUpdate(
      client,
      clock,
      [makeAnswer(member, note)],
      clock > 0 ? { client, clock: clock - 1 } : undefined,
    ),
    { member, mayWrite: true },
  )
const safe = (room: Room): Promise<unknown> => new Promise((resolve) => room.whenSafe(resolve))

const makeGuest = (): Guest & { readonly told: Entry[]; readonly left: unknown[] } => {
  const told: Entry[] = []
  const left: unknown[] = []
  return {
    member,
    memberName: () => member,
    told,
    left,
    tell: (entries) => void told.push(...entries),
    see: () => undefined,
    leave: (error) => void left.push(error),
  }
}

const docOf = (updates: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc()
  declareRoots(doc)
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}
const NOTHING = Uint8Array.of(0)

test('a room is opened once, however many come at the same moment', async () => {
  const rooms = makeRooms(await makeStore())
  const opened = await Promise.all(Array.from({ length: 20 }, () => rooms.open(ROOMS.year, place)))
  expect(new Set(opened).size).toBe(1)
})

test('a room in which nobody is gets put away, and is the same when it comes back', async () => {
  const rooms = makeRooms(await makeStore())
  const room = await rooms.open(ROOMS.year, place)
  for (let clock = 0; clock < 200; clock++) write(room, 7, clock, String(clock))
  await safe(room)
  const before = statementsIn(docOf(room.lacking(NOTHING)))
  await rooms.tidy()
  expect(rooms.size).toBe(1)
  await rooms.tidy()
  expect(rooms.size).toBe(0)
  const again = await rooms.open(ROOMS.year, place)
  expect(again).not.toBe(room)
  expect(statementsIn(docOf(again.lacking(NOTHING)))).toEqual(before)
  expect(again.lacking(NOTHING)).toHaveLength(1)
  write(again, 7, 200)
  await safe(again)
  expect(() => write(again, 7, 300)).toThrow('gap')
})

test('a room with someone in it stays, and so does one that is entered while it is being put away', async () => {
  const rooms = makeRooms(await makeStore())
  const room = await rooms.open(ROOMS.year, place)
  const guest = makeGuest()
  room.enter(guest)
  for (let round = 0; round < 3; round++) await rooms.tidy()
  expect(rooms.size).toBe(1)
  room.exit(guest)
  for (let clock = 0; clock < 100; clock++) write(room, 7, clock)
  await safe(room)
  await rooms.tidy()
  const putting = rooms.tidy()
  const meanwhile = await rooms.open(ROOMS.year, place)
  meanwhile.enter(guest)
  await putting
  expect(await rooms.open(ROOMS.year, place)).toBe(meanwhile)
})

test('who was away gets what he lacks, as it was sent, and not the whole room', async () => {
  const rooms = makeRooms(await makeStore())
  const room = await rooms.open(ROOMS.year, place)
  for (let clock = 0; clock < 400; clock++) write(room, 7, clock, 'before '.repeat(10))
  await safe(room)
  const away = docOf(room.lacking(NOTHING))
  for (let clock = 0; clock < 5; clock++) write(room, 8, clock, 'meanwhile')
  await safe(room)
  await rooms.tidy()
  await rooms.tidy()
  const again = await rooms.open(ROOMS.year, place)
  const lacking = again.lacking(Y.encodeStateVector(away))
  expect(lacking).toHaveLength(5)
  for (const update of lacking) Y.applyUpdate(away, update)
  expect(statementsIn(away)).toHaveLength(405)
  expect(again.lacking(Y.encodeStateVector(away))).toEqual([])
})

test('a room that is never quiet is merged all the same, so that it does not grow without end', async () => {
  const store = await makeStore()
  const room = await makeRooms(store).open(ROOMS.year, place)
  for (let clock = 0; clock < 6_000; clock++) {
    write(room, 7, clock)
    if (clock % 100 === 99) await new Promise((resolve) => setImmediate(resolve))
  }
  await safe(room)
  const { snapshot } = await store.read(ROOMS.year)
  expect(snapshot?.upTo).toBeGreaterThan(4_000)
  expect(statementsIn(docOf(room.lacking(NOTHING)))).toHaveLength(6_000)
  const again = await makeRooms(store).open(ROOMS.year, place)
  expect(statementsIn(docOf(again.lacking(NOTHING)))).toHaveLength(6_000)
  expect(again.vector()).toEqual(room.vector())
})

test('what is merged for those who have nothing is the same as all there was, in a text as well', async () => {
  const rooms = makeRooms(await makeStore())
  const room = await rooms.open(ROOMS.text, parseRoom(ROOMS.text) as Place)
  const author = new Y.Doc()
  author.on('update', (update: Uint8Array) => room.receive(update, { member, mayWrite: true }))
  const prose = author.getXmlFragment('prose')
  for (let n = 0; n < 300; n++) {
    prose.insert(0, [new Y.XmlText(`alinea ${n}`)])
    if (n % 3 === 0) prose.delete(prose.length - 1, 1)
  }
  await safe(room)
  for (let round = 0; round < 2; round++) await rooms.tidy()
  const again = await rooms.open(ROOMS.text, parseRoom(ROOMS.text) as Place)
  expect(docOf(again.lacking(NOTHING)).getXmlFragment('prose').toString()).toBe(prose.toString())
  const half = docOf([Y.encodeStateAsUpdate(author)])
  half.getXmlFragment('prose').delete(0, 1)
  expect(Y.decodeStateVector(again.vector())).toEqual(Y.decodeStateVector(Y.encodeStateVector(author)))
  for (const update of again.lacking(Y.encodeStateVector(half))) Y.applyUpdate(half, update)
  expect(half.store.pendingDs).toBeNull()
})

test('a snapshot that cannot be right is no loss', async () => {
  const store = await makeStore()
  const rooms = makeRooms(store)
  const room = await rooms.open(ROOMS.year, place)
  for (let clock = 0; clock < 100; clock++) write(room, 7, clock)
  await safe(room)
  const snapshot = {
    upTo: 100,
    bytes: Uint8Array.of(9, 9, 9),
    lengths: [],
    vector: new Map([[7, 100]]),
    owners: new Map(),
  }
  await store.keep(ROOMS.year, { ...snapshot, upTo: 5_000 })
  const again = await makeRooms(store).open(ROOMS.year, place)
  expect(statementsIn(docOf(again.lacking(NOTHING)))).toHaveLength(100)
})

/** A store of which the disk can be held up or made to fail. */
const makeReluctant = (store: Store) => {
  let release: (() => void) | undefined
  let fails = false
  const reluctant: Store = {
    ...store,
    async append(batch) {
      if (release !== undefined)
        await new Promise<void>((resolve) => {
          release = resolve
        })
      if (fails) throw new Error('disk full')
      await store.append(batch)
    },
  }
  return {
    store: reluctant,
    hold: () => {
      release = () => undefined
    },
    go: () => {
      release?.()
      release = undefined
    },
    fail: (value: boolean) => {
      fails = value
    },
  }
}

test('what is not on the disk yet is told to nobody, not even to who asks', async () => {
  const reluctant = makeReluctant(await makeStore())
  const room = await makeRooms(reluctant.store).open(ROOMS.year, place)
  const guest = makeGuest()
  room.enter(guest)
  write(room, 7, 0)
  await safe(room)
  reluctant.hold()
  write(room, 7, 1)
  write(room, 8, 0)
  const confirmed = safe(room)
  await new Promise((resolve) => setImmediate(resolve))
  expect(Y.decodeStateVector(room.vector())).toEqual(new Map([[7, 1]]))
  expect(statementsIn(docOf(room.lacking(NOTHING)))).toHaveLength(1)
  expect(guest.told).toHaveLength(1)
  // The gate knows of it all the same.
  expect(() => write(room, 7, 3)).toThrow('gap')
  write(room, 7, 2)
  reluctant.go()
  await confirmed
  await safe(room)
  expect(guest.told).toHaveLength(4)
  expect(Y.decodeStateVector(room.vector())).toEqual(
    new Map([
      [7, 3],
      [8, 1],
    ]),
  )
})

test('what the disk did not take is told to nobody, everyone is sent away, and the room comes back as it was', async () => {
  const reluctant = makeReluctant(await makeStore())
  const rooms = makeRooms(reluctant.store)
  const room = await rooms.open(ROOMS.year, place)
  const guest = makeGuest()
  room.enter(guest)
  write(room, 7, 0)
  await safe(room)
  reluctant.fail(true)
  write(room, 7, 1)
  expect(await safe(room)).toBeInstanceOf(Error)
  expect(guest.told).toHaveLength(1)
  expect(guest.left).toHaveLength(1)
  expect(() => write(room, 7, 2)).toThrow('disk full')
  expect(await safe(room)).toBeInstanceOf(Error)

  const again = await rooms.open(ROOMS.year, place)
  expect(again).not.toBe(room)
  write(again, 7, 1)
  expect(await safe(again)).toBeInstanceOf(Error)
  reluctant.fail(false)
  const third = await rooms.open(ROOMS.year, place)
  write(third, 7, 1)
  expect(await safe(third)).toBeUndefined()
  expect(statementsIn(docOf(third.lacking(NOTHING)))).toHaveLength(2)
  expect(await rooms.ailing()).toBe(0)
})

test('what a room had waiting when the disk failed takes no other room down with it', async () => {
  const reluctant = makeReluctant(await makeStore())
  const rooms = makeRooms(reluctant.store)
  const failing = await rooms.open(ROOMS.year, place)
  const other = await rooms.open(ROOMS.dept, parseRoom(ROOMS.dept) as Place)
  const statement = makeStatement(member, 'probe:x', { note: 'x' })
  reluctant.hold()
  reluctant.fail(true)
  write(failing, 7, 0)
  const first = safe(failing)
  await new Promise((resolve) => setImmediate(resolve))
  write(failing, 7, 1)
  other.receive(pushUpdate(8, 0, [statement]), { member, mayWrite: true })
  const second = safe(other)
  reluctant.go()
  expect(await first).toBeInstanceOf(Error)
  reluctant.fail(false)
  expect(await second).toBeUndefined()
  expect(statementsIn(docOf(other.lacking(NOTHING)))).toHaveLength(1)
  const again = await rooms.open(ROOMS.year, place)
  expect(again.lacking(NOTHING)).toEqual([])
})

test('all that rooms take in during one turn goes to the disk at once', async () => {
  const store = await makeStore()
  const batches: number[] = []
  const rooms = makeRooms({
    ...store,
    append: (batch) => {
      batches.push([...batch.values()].flat().length)
      return store.append(batch)
    },
  })
  const names = ['dept/bur', 'dept/tec', ROOMS.year]
  const all = await Promise.all(names.map((name) => rooms.open(name, parseRoom(name) as Place)))
  const answer = (client: number, clock: number) =>
    pushUpdate(
      client,
      clock,
      [makeStatement(member, 'probe:x', { note: 'x' })],
      clock > 0 ? { client, clock: clock - 1 } : undefined,
    )
  for (const room of all)
    for (let clock = 0; clock < 10; clock++) room.receive(answer(7, clock), { member, mayWrite: true })
  await Promise.all(all.map(safe))
  expect(batches).toEqual([30])
})

test('an erased room is gone, also from the disk’s own account, and its name never comes back', async () => {
  const store = await makeStore()
  const room = await makeRooms(store).open(ROOMS.year, place)
  write(room, 7, 0)
  await safe(room)
  await store.erase(ROOMS.year)
  await store.erase('complaints/never-used')
  expect(store.rooms()).toEqual([])
  await store.close()
  const again = openLmdb(store.directory)
  onTestFinished(() => again.close())
  expect([ROOMS.year, 'complaints/never-used', 'org'].map((name) => again.isErased(name))).toEqual([
    true,
    true,
    false,
  ])
  await expect(again.append(new Map([[ROOMS.year, [entry(1)]]]))).rejects.toThrow('erased')
  expect(await again.verify()).toEqual([])
})

test('a store refuses numbers that leave a hole or come twice', async () => {
  const store = await makeStore()
  await store.append(new Map([['org', [entry(1), entry(2)]]]))
  for (const numbers of [[2], [4], [3, 3], [3, 5]])
    await expect(store.append(new Map([['org', numbers.map(entry)]]))).rejects.toThrow('out of step')
  await store.append(new Map([['org', [entry(3)]]]))
  expect((await store.read('org')).entries.map(({ number }) => number)).toEqual([1, 2, 3])
})

const entry = (number: number): Entry => ({ number, member, at: 1, ranges: [], bytes: Uint8Array.of(0, 0) })
