import { create, uint32 } from 'lib0/prng'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Accepted, type Bringer, gate } from '../../server/gate'
import { advance, createStanding, encodeVector, noteDeleted } from '../../server/standing'
import { PROBLEMS, Refusal } from '../../shared/protocol'
import { parseRoom, type Room } from '../../shared/rooms'
import { toTuple } from '../../shared/statement'
import { type Attack, type Known, LEDGER_ATTACKS, TEXT_ATTACKS } from './attacks'
import { makeAnswer, PEOPLE, pushUpdate, ROOMS, rawUpdate } from './make'

const VICTIM = 5_000_000
const victim = PEOPLE.director
const attacker = PEOPLE.managerBur

/** A room in memory: what the server would keep of it. */
const makeRoom = (name: string) => {
  const standing = createStanding()
  const stored: Uint8Array[] = []
  const bring = (update: Uint8Array, member: string, more: Partial<Bringer> = {}): Accepted | undefined => {
    const room = parseRoom(name) as Room
    const accepted = gate(update, { member, room, standing, mayWrite: true, recover: false, ...more })
    if (!accepted) return undefined
    advance(standing, { member, ranges: accepted.ranges })
    noteDeleted(standing, accepted.deletes)
    stored.push(accepted.bytes)
    return accepted
  }
  return { standing, stored, bring }
}

const makeLedger = (): Known & ReturnType<typeof makeRoom> => {
  const room = makeRoom(ROOMS.year)
  room.bring(pushUpdate(VICTIM, 0, [makeAnswer(victim), makeAnswer(victim)]), victim)
  const last = { client: VICTIM, clock: 1 }
  return {
    ...room,
    victim: VICTIM,
    elements: 2,
    last,
    honest: pushUpdate(6_000_000, 0, [makeAnswer(attacker)], last),
  }
}

const makeText = (): Known & ReturnType<typeof makeRoom> => {
  const room = makeRoom(ROOMS.text)
  const doc = new Y.Doc()
  doc.clientID = VICTIM
  doc.getXmlFragment('prose').insert(0, [new Y.XmlText('hallo')])
  const honest = Y.encodeStateAsUpdate(doc)
  room.bring(honest, victim)
  return { ...room, victim: VICTIM, elements: 6, last: { client: VICTIM, clock: 5 }, honest }
}

const outcomeOf = (act: () => unknown): number | 'passed' => {
  try {
    act()
    return 'passed'
  } catch (error) {
    if (error instanceof Refusal) return PROBLEMS[error.problem].close
    throw error
  }
}

describe.each([
  ['a ledger', makeLedger, LEDGER_ATTACKS] as const,
  ['a text', makeText, TEXT_ATTACKS] as const,
])('in %s', (_room, make, attacks: readonly Attack[]) => {
  test.each(attacks.map((attack) => [attack.rule, attack] as const))(
    'is refused: %s',
    (_rule, { code, make: attack }) => {
      const known = make()
      const before = [...known.standing.vector]
      expect(outcomeOf(() => known.bring(attack(known), attacker))).toBe(code)
      expect([...known.standing.vector]).toEqual(before)
      expect(outcomeOf(() => known.bring(known.honest, attacker))).toBe('passed')
    },
  )
})

test('a client id under which a colleague is present is not for anyone else', () => {
  const reserved = new Map([[6_000_000, victim]])
  const standing = createStanding(reserved)
  const room = parseRoom(ROOMS.year) as Room
  const bring = (member: string) =>
    gate(pushUpdate(6_000_000, 0, [makeAnswer(member)]), {
      member,
      room,
      standing,
      mayWrite: true,
      recover: false,
    })
  expect(outcomeOf(() => bring(attacker))).toBe(4422)
  expect(outcomeOf(() => bring(victim))).toBe('passed')
})

test('someone who may not write is refused when he brings something new, and only then', () => {
  const { bring, honest, stored } = makeLedger()
  expect(bring(stored[0] as Uint8Array, attacker, { mayWrite: false })).toBeUndefined()
  expect(bring(Uint8Array.of(0, 0), attacker, { mayWrite: false })).toBeUndefined()
  expect(outcomeOf(() => bring(honest, attacker, { mayWrite: false }))).toBe(4403)
})

test('a reader’s device that tidies up the formatting of a text is not shown the door', () => {
  const { bring, victim: client } = makeText()
  const tidying = rawUpdate([], [{ client, clock: 2, length: 1 }])
  expect(bring(tidying, attacker, { mayWrite: false })).toBeUndefined()
  expect(bring(tidying, attacker)?.deletes).toHaveLength(1)
})

test('what the room has already is taken off, and in other words it is not heard', () => {
  const { bring, honest } = makeLedger()
  bring(honest, attacker)
  const other = pushUpdate(
    6_000_000,
    0,
    [makeAnswer(attacker, 'in other words'), makeAnswer(attacker, 'new')],
    {
      client: VICTIM,
      clock: 1,
    },
  )
  const accepted = bring(other, attacker)
  expect(accepted?.ranges).toEqual([{ client: 6_000_000, from: 1, to: 2 }])
  const text = Buffer.from(accepted?.bytes ?? []).toString()
  expect(text).toContain('new')
  expect(text).not.toContain('other words')
  // Nor is what is new judged by what it leans on in the part that was dropped.
  expect(Y.parseUpdateMeta(accepted?.bytes ?? new Uint8Array()).from).toEqual(new Map([[6_000_000, 1]]))
})

test('a backup that was put back is filled up by others, and the authors stay the authors', () => {
  const { bring, standing } = makeLedger()
  const lost = pushUpdate(7_000_000, 0, [makeAnswer(victim)])
  expect(outcomeOf(() => bring(lost, attacker))).toBe(4422)
  const accepted = bring(lost, attacker, { recover: true })
  expect(accepted?.ranges).toEqual([{ client: 7_000_000, from: 0, to: 1, of: victim }])
  expect(standing.owners.get(7_000_000)).toBe(victim)
})

test('of thousands of damaged updates none throws anything but a refusal, and what passes can be applied', () => {
  const gen = create(20_261_121)
  let passed = 0
  for (let round = 0; round < 6_000; round++) {
    const { bring, honest, stored } = round % 2 ? makeLedger() : makeText()
    const mutated = mutate(honest, gen)
    if (outcomeOf(() => bring(mutated, attacker)) !== 'passed' || stored.length === 1) continue
    passed++
    const doc = new Y.Doc()
    for (const update of stored) Y.applyUpdate(doc, update)
    expect(doc.store.pendingStructs).toBeNull()
    expect(doc.store.pendingDs).toBeNull()
  }
  expect(passed).toBeGreaterThan(0)
})

/** One to three bytes changed, or the end cut off. */
const mutate = (bytes: Uint8Array, gen: ReturnType<typeof create>): Uint8Array => {
  const mutated = bytes.slice(0, uint32(gen, 0, 9) === 0 ? uint32(gen, 0, bytes.length) : bytes.length)
  for (let n = uint32(gen, 1, 3); n > 0 && mutated.length > 0; n--)
    mutated[uint32(gen, 0, mutated.length - 1)] = uint32(gen, 0, 255)
  return mutated
}

test('people who work apart, on several devices, for a long time, are never refused, and all end up equal', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const gen = create(seed)
    const { bring, stored, standing } = makeRoom(ROOMS.year)
    const devices = Array.from({ length: 6 }, (_, n) => makeDevice(`p0${1 + (n % 3)}`, gen))
    const sync = (device: (typeof devices)[number]): void => {
      // The whole of a stale difference at times: others' work and what is known already as well.
      const vector = uint32(gen, 0, 3) === 0 ? undefined : encodeVector(standing.vector)
      bring(Y.encodeStateAsUpdate(device.doc, vector), device.member)
      for (const update of stored) Y.applyUpdate(device.doc, update)
    }
    for (let step = 0; step < 150; step++) {
      const device = devices[uint32(gen, 0, devices.length - 1)] as (typeof devices)[number]
      const act = uint32(gen, 0, 9)
      if (act < 5) device.doc.getArray('statements').push([toTuple(makeAnswer(device.member))])
      else if (act === 5) device.doc.clientID = uint32(gen, 1, 0x7fff_ffff)
      else sync(device)
    }
    for (const device of [...devices, ...devices]) sync(device)
    const states = devices.map(({ doc }) => JSON.stringify(doc.getArray('statements').toJSON()))
    expect(new Set(states).size).toBe(1)
  }
})

test('people who write a text together are never refused, and all end up equal', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const gen = create(seed)
    const { bring, stored, standing } = makeRoom(ROOMS.text)
    const devices = Array.from({ length: 4 }, (_, n) => makeDevice(`p0${1 + (n % 3)}`, gen))
    const sync = (device: (typeof devices)[number]): void => {
      const vector = uint32(gen, 0, 3) === 0 ? undefined : encodeVector(standing.vector)
      bring(Y.encodeStateAsUpdate(device.doc, vector), device.member)
      for (const update of stored) Y.applyUpdate(device.doc, update)
    }
    for (let step = 0; step < 120; step++) {
      const device = devices[uint32(gen, 0, devices.length - 1)] as (typeof devices)[number]
      if (uint32(gen, 0, 2) === 0) sync(device)
      else edit(device.doc.getXmlFragment('prose'), gen)
    }
    // More than twice: each device tidies up formatting that it hears of, and tells that as well.
    for (let round = 0; round < 5; round++) devices.forEach(sync)
    const states = devices.map(({ doc }) => doc.getXmlFragment('prose').toString())
    expect(new Set(states).size).toBe(1)
    // Once everything is known, nothing is stored again.
    const [first] = devices
    expect(bring(Y.encodeStateAsUpdate(first?.doc as Y.Doc), 'p01')).toBeUndefined()
  }
})

const makeDevice = (member: string, gen: ReturnType<typeof create>): { member: string; doc: Y.Doc } => {
  const doc = new Y.Doc()
  doc.clientID = uint32(gen, 1, 0x7fff_ffff)
  return { member, doc }
}

const edit = (prose: Y.XmlFragment, gen: ReturnType<typeof create>): void => {
  const paragraph =
    prose.length > 0 ? (prose.get(uint32(gen, 0, prose.length - 1)) as Y.XmlElement) : undefined
  const act = uint32(gen, 0, 9)
  if (!paragraph || act < 2) {
    const made = new Y.XmlElement('p')
    prose.insert(uint32(gen, 0, prose.length), [made])
    made.insert(0, [new Y.XmlText('begin')])
    return
  }
  const text = paragraph.get(0) as Y.XmlText | undefined
  if (act === 2) prose.delete(uint32(gen, 0, prose.length - 1), 1)
  else if (act === 3) paragraph.setAttribute('class', String(uint32(gen, 0, 99)))
  else if (!text) return
  else if (act < 7) text.insert(uint32(gen, 0, text.length), 'woord ')
  else if (text.length > 0 && act === 7) text.format(0, uint32(gen, 1, text.length), { bold: true })
  else if (text.length > 0) text.delete(0, uint32(gen, 1, text.length))
}
