import './chance'
import './clock'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { gate } from '../../server/gate'
import type { Room } from '../../server/room'
import { createRooms } from '../../server/rooms'
import { objection } from '../../shared/access'
import { declareRoots } from '../../shared/ledger'
import { Refusal } from '../../shared/protocol'
import { type Room as Place, parseRoom } from '../../shared/rooms'
import { parse } from '../../shared/statement'
import { type Chance, seeded, seeds } from './chance'
import { turns } from './clock'
import { createMemoryDisk } from './server'

const LEDGER = 'dept/bur/2026'
const TEXT = 'text/dept/bur/plan.k2f7'

/**
 * Updates of an honest colleague, damaged on purpose or on the way, at a room in which others have worked. Each is one of
 * two things: refused, and then nothing at all has changed; or taken, and then all that a room promises still holds.
 */
test.each(seeds())('seed %i: of damaged updates each is refused whole or does no harm', async (seed) => {
  const { chance, release } = seeded(seed)
  try {
    const name = chance.flip() ? LEDGER : TEXT
    const { room, read } = await openRoom(name)
    const honest = writeTogether(chance, name)
    const arrived = chance.between(0, honest.length - 1)
    for (const { update, member } of honest.slice(0, arrived))
      room.receive(update, { member, mayWrite: true })
    await turns(3)
    let standing = stateOf(room)
    for (let n = 0; n < 30; n++) {
      const { update, member } = chance.pick(honest.slice(chance.below(arrived + 1)))
      const damaged = damage(chance, update, honest)
      const isTaken = receives(room, damaged, chance.flip() ? member : VANDAL)
      await turns(2)
      const now = stateOf(room)
      if (!isTaken) expect(now).toEqual(standing)
      else if (now.join() !== standing.join()) checkRoom(room, name, await read())
      standing = now
    }
    // Whatever was tried, the colleagues are still served.
    for (const { update, member } of others(chance, name, room))
      room.receive(update, { member, mayWrite: true })
    await turns(3)
    checkRoom(room, name, await read())
  } finally {
    release()
  }
})

const VANDAL = 'vandal'

/** Whether the room takes an update. Anything that is thrown but a refusal is a fault. */
const receives = (room: Room, update: Uint8Array, member: string): boolean => {
  try {
    room.receive(update, { member, mayWrite: true })
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

const openRoom = async (name: string): Promise<{ room: Room; read: () => Promise<Uint8Array[]> }> => {
  const store = createMemoryDisk().open()
  const rooms = createRooms({
    store,
    now: () => 0,
    recover: false,
    onOpen: () => undefined,
    report: (event, { error }) => {
      throw new Error(event, { cause: error })
    },
  })
  const room = await rooms.open(name, parseRoom(name) as Place)
  return { room, read: async () => (await store.read(name)).entries.map(({ bytes }) => bytes) }
}

/** All that a room tells: what it has, and what it knows of it. */
const stateOf = (room: Room): readonly string[] =>
  [room.vector(), ...room.lacking(Uint8Array.of(0))].map((bytes) => Buffer.from(bytes).toString('hex'))

const checkRoom = (room: Room, name: string, disk: readonly Uint8Array[]): void => {
  const place = parseRoom(name) as Place
  const told = documentOf(room.lacking(Uint8Array.of(0)))
  const stored = documentOf(disk)
  for (const { store } of [told, stored]) {
    expect(store.pendingStructs).toBeNull()
    expect(store.pendingDs).toBeNull()
  }
  expect(Y.decodeStateVector(room.vector())).toEqual(Y.decodeStateVector(Y.encodeStateVector(stored)))
  expect(told.getXmlFragment('prose').toString()).toBe(stored.getXmlFragment('prose').toString())
  const entries = stored.getArray('statements').toArray()
  expect(told.getArray('statements').toArray()).toEqual(entries)
  expect([...stored.share.keys()].sort()).toEqual(['prose', 'statements'])
  for (const entry of entries) {
    const statement = parse(entry)
    expect(statement && objection(statement.by, place, statement)).toBeUndefined()
    expect(statement).toBeDefined()
  }
}

const documentOf = (updates: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc()
  declareRoots(doc)
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

type Brought = { readonly update: Uint8Array; readonly member: string }

/** Three people and the vandal, who was honest once, write together; in the order in which it arrives. */
const writeTogether = (chance: Chance, name: string): Brought[] => {
  const brought: Brought[] = []
  const people = ['els', 'jan', 'an', VANDAL].map((member) => ({ member, doc: documentOf([]) }))
  for (const { member, doc } of people)
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'heard') brought.push({ update, member })
    })
  for (let n = chance.between(4, 16); n > 0; n--) {
    const { doc, member } = chance.pick(people)
    for (const { update } of brought) Y.applyUpdate(doc, update, 'heard')
    write(chance, name, doc, member)
  }
  const last = people[3] as (typeof people)[number]
  for (const { update } of brought) Y.applyUpdate(last.doc, update, 'heard')
  write(chance, name, last.doc, VANDAL)
  return brought
}

/** What colleagues say afterwards, on top of all that the room has. */
const others = (chance: Chance, name: string, room: Room): Brought[] => {
  const doc = documentOf(room.lacking(Uint8Array.of(0)))
  const brought: Brought[] = []
  doc.on('update', (update: Uint8Array) => brought.push({ update, member: 'els' }))
  write(chance, name, doc, 'els')
  return brought
}

const write = (chance: Chance, name: string, doc: Y.Doc, member: string): void => {
  if (name === LEDGER) {
    const said = Array.from({ length: chance.between(1, 3) }, () => statement(chance, member))
    doc.getArray('statements').push(said)
    return
  }
  const prose = doc.getXmlFragment('prose')
  doc.transact(() => {
    if (prose.length > 1 && chance.flip(0.3)) prose.delete(chance.below(prose.length), 1)
    const text = new Y.XmlText(chance.pick(['Plan', 'vóór Pasen', '\u0000𝌆']))
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.setAttribute('level', String(chance.below(3)))
    paragraph.insert(0, [text])
    prose.insert(chance.between(0, prose.length), [paragraph])
    if (chance.flip()) text.format(0, 2, { bold: true })
    if (chance.flip()) text.delete(0, 1)
  })
}

const statement = (chance: Chance, member: string) => [
  1,
  chance.id(),
  1_790_000_000_000,
  member,
  `check:kas/2026-${chance.between(10, 12)}`,
  { outcome: chance.pick(['in-order', 'partly', null]), note: chance.pick(['', 'x', 'Eén kaart']) },
]

/** One to four wounds: a bit, a byte, a number made huge, something cut out, put in, doubled, or taken from another. */
const damage = (chance: Chance, update: Uint8Array, all: readonly Brought[]): Uint8Array => {
  let bytes = [...update]
  for (let n = chance.pick([1, 1, 1, 2, 4]); n > 0 && bytes.length > 0; n--) {
    const at = chance.below(bytes.length)
    const length = chance.between(1, 8)
    const other = [...chance.pick(all).update]
    const from = chance.below(other.length)
    bytes = chance.pick<() => number[]>([
      () => bytes.with(at, (bytes[at] as number) ^ (1 << chance.below(8))),
      () => bytes.with(at, (bytes[at] as number) ^ (1 << chance.below(3))),
      () => bytes.with(at, (bytes[at] as number) ^ 1),
      () => bytes.with(at, chance.below(256)),
      () => bytes.toSpliced(at, 1, 255, 255, 255, 255, chance.below(128)),
      () => bytes.toSpliced(at, length),
      () => bytes.toSpliced(at, 0, ...bytes.slice(at, at + length)),
      () => bytes.toSpliced(at, length, ...other.slice(from, from + length)),
      () => bytes.slice(0, at),
      () => [...bytes.slice(0, at), ...other.slice(from)],
      () => bytes.with(0, chance.below(4)),
    ])()
  }
  return Uint8Array.from(bytes)
}

test('what is undamaged is taken', () => {
  const { chance, release } = seeded(1)
  const place = parseRoom(LEDGER) as Place
  const [first] = writeTogether(chance, LEDGER)
  release()
  const standing = { vector: new Map(), owners: new Map(), reserved: new Map(), deleted: new Map() }
  const bringer = { member: first?.member ?? '', room: place, standing, mayWrite: true, recover: false }
  expect(gate(first?.update ?? new Uint8Array(), bringer)).toBeDefined()
})
