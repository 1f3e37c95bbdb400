/** Every rule of the gate, tried on a running server over a socket; after each, nothing has changed and work goes on. */
import { connect as connectTcp } from 'node:net'
import * as encoding from 'lib0/encoding'
import { create, uint32 } from 'lib0/prng'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { MESSAGE } from '../../shared/protocol'
import { toTuple } from '../../shared/statement'
import { type Attack, LEDGER_ATTACKS, TEXT_ATTACKS } from './attacks'
import {
  type Client,
  connect,
  eventually,
  makeAnswer,
  makeMunicipality,
  makeStatement,
  messageOf,
  PEOPLE,
  pushUpdate,
  ROOMS,
  type RunningServer,
  rawUpdate,
  roomBytes,
  signIn,
  startServer,
  statementsIn,
} from './make'

type Scene = {
  readonly server: RunningServer
  /** Someone with the right to write in the rooms of `bur`, with bad intentions. */
  readonly attacker: string
  readonly director: string
  readonly auditor: string
  /** A colleague who is present and sees what happens. */
  readonly witness: Client
  /** Fails unless the room is as it was, the server is alive, and the honest are served. */
  readonly expectUnharmed: () => Promise<void>
}

const setScene = async (room: string): Promise<Scene> => {
  const { data, codes } = await makeMunicipality()
  const server = await startServer(data)
  const [attacker, director, auditor] = await Promise.all(
    [codes.managerBur, codes.director, codes.auditor].map((code) => signIn(server, code)),
  )
  if (!attacker || !director || !auditor) throw new Error('not signed in')
  const witness = connect(server, { token: director, room })
  await witness.synced
  if (room === ROOMS.text) {
    witness.doc.getXmlFragment('prose').insert(0, [new Y.XmlText('hallo')])
    await witness.confirm()
  } else await witness.write(makeAnswer(PEOPLE.director, 'one'), makeAnswer(PEOPLE.director, 'two'))
  const before = await roomBytes(server, auditor, room)
  const seen = witness.frames.filter(([type]) => type === MESSAGE.sync).length

  return {
    server,
    attacker,
    director,
    auditor,
    witness,
    async expectUnharmed() {
      expect(server.process.exitCode).toBeNull()
      expect(await roomBytes(server, auditor, room)).toBe(before)
      expect(witness.frames.filter(([type]) => type === MESSAGE.sync).length).toBe(seen)
      expect(witness.socket.readyState).toBe(witness.socket.OPEN)
      await witness.confirm()
    },
  }
}

const knownTo = ({ witness }: Scene) => {
  const victim = witness.doc.clientID
  const elements = Y.decodeStateVector(Y.encodeStateVector(witness.doc)).get(victim) ?? 0
  const last = { client: victim, clock: elements - 1 }
  return {
    victim,
    elements,
    last,
    honest: pushUpdate(6_000_000, 0, [makeAnswer(PEOPLE.managerBur)], last),
  }
}

/** Sends each attack over a socket of its own and checks how it ends. */
const attackAll = async (scene: Scene, room: string, attacks: readonly Attack[]): Promise<void> => {
  for (const { rule, code, make } of attacks) {
    const client = connect(scene.server, { token: scene.attacker, room })
    await client.synced
    client.sendUpdate(make(knownTo(scene)))
    expect([rule, (await client.closed).code]).toEqual([rule, code])
    await scene.expectUnharmed()
  }
}

test('each attack on a ledger is refused, changes nothing and stops nobody', async () => {
  const scene = await setScene(ROOMS.year)
  await attackAll(scene, ROOMS.year, LEDGER_ATTACKS)
  const honest = connect(scene.server, { token: scene.attacker, room: ROOMS.year })
  await honest.synced
  await honest.write(makeAnswer(PEOPLE.managerBur, 'honest'))
  await eventually(() => expect(statementsIn(scene.witness.doc)).toHaveLength(3))
})

test('each attack on a text is refused, changes nothing and stops nobody', async () => {
  const scene = await setScene(ROOMS.text)
  await attackAll(scene, ROOMS.text, TEXT_ATTACKS)
})

test('an attack that comes as sync step 2 is refused as well', async () => {
  const scene = await setScene(ROOMS.year)
  for (const { make } of LEDGER_ATTACKS.slice(0, 6)) {
    const client = connect(scene.server, { token: scene.attacker, room: ROOMS.year })
    await client.synced
    client.send(messageOf(MESSAGE.sync, 1, make(knownTo(scene))))
    expect((await client.closed).code).toBe(4422)
  }
  await scene.expectUnharmed()
})

test('what someone wrote while offline survives a colleague who claims its client id meanwhile', async () => {
  const scene = await setScene(ROOMS.year)
  const { server, director, attacker, witness } = scene
  const victim = connect(server, { token: director, room: ROOMS.year })
  await victim.synced
  const { clientID } = victim.doc
  victim.sendPresence([{ client: clientID, clock: 1, state: {} }])
  await eventually(() => expect(witness.presence.has(clientID)).toBe(true))
  await victim.close()
  victim.doc.getArray('statements').push([toTuple(makeAnswer(PEOPLE.director, 'offline'))])

  const thief = connect(server, { token: attacker, room: ROOMS.year })
  await thief.synced
  thief.sendUpdate(pushUpdate(clientID, 0, [makeAnswer(PEOPLE.managerBur, 'mine')], knownTo(scene).last))
  expect((await thief.closed).code).toBe(4422)

  const back = connect(server, { token: director, room: ROOMS.year })
  await back.synced
  back.sendUpdate(Y.encodeStateAsUpdate(victim.doc))
  await back.confirm()
  await eventually(() => expect(JSON.stringify(statementsIn(witness.doc))).toContain('offline'))
})

test('two thousand damaged updates over a socket change nothing that a fresh device cannot apply', async () => {
  const scene = await setScene(ROOMS.year)
  const { server, attacker, auditor } = scene
  const { last } = knownTo(scene)
  const sendDamaged = async (seed: number): Promise<void> => {
    const gen = create(seed)
    let client = connect(server, { token: attacker, room: ROOMS.year })
    for (let round = 0; round < 250; round++) {
      const clientId = 7_000_000 + seed * 1_000 + round
      const update = pushUpdate(clientId, 0, [makeAnswer(PEOPLE.managerBur)], last)
      for (let n = uint32(gen, 1, 3); n > 0; n--)
        update[uint32(gen, 0, update.length - 1)] = uint32(gen, 0, 255)
      client.sendUpdate(update)
      const passed = await client.confirm().then(
        () => true,
        () => false,
      )
      if (passed) continue
      expect([4400, 4422]).toContain((await client.closed).code)
      client = connect(server, { token: attacker, room: ROOMS.year })
    }
  }
  await Promise.all(Array.from({ length: 8 }, (_, n) => sendDamaged(n + 1)))
  const fresh = connect(server, { token: auditor, room: ROOMS.year })
  await fresh.synced
  expect(fresh.doc.store.pendingStructs).toBeNull()
  expect(fresh.doc.store.pendingDs).toBeNull()
  expect(Y.encodeStateVector(fresh.doc)).toEqual(Y.encodeStateVector(scene.witness.doc))
  const by = new Set(statementsIn(fresh.doc).map((tuple) => tuple[3]))
  expect([...by].sort()).toEqual([PEOPLE.director, PEOPLE.managerBur])
  expect(server.process.exitCode).toBeNull()
})

test('a text frame, an unknown message, half a message and one that is too large end that socket only', async () => {
  const scene = await setScene(ROOMS.year)
  const ends: [string, (client: Client) => void, number][] = [
    ['a text frame', (client) => client.socket.send('-1'), 4400],
    ['an empty frame', (client) => client.send(new Uint8Array(0)), 4400],
    ['an unknown message', (client) => client.send(Uint8Array.of(55, 1)), 4400],
    ['an unknown sync step', (client) => client.send(Uint8Array.of(0, 9, 0)), 4400],
    ['a message of the server', (client) => client.send(Uint8Array.of(2, 0, 0)), 4400],
    ['half a message', (client) => client.send(Uint8Array.of(0, 2, 200)), 4400],
    ['a message and a half', (client) => client.send(Uint8Array.of(0, 2, 2, 0, 0, 7)), 4400],
    ['a state vector that claims too much', (client) => client.send(Uint8Array.of(0, 0, 2, 200, 1)), 4400],
    ['a frame of two megabytes', (client) => client.send(new Uint8Array(2_097_152)), 4413],
    ['a frame of nine megabytes', (client) => client.send(new Uint8Array(9_437_184)), 1009],
  ]
  for (const [what, misuse, code] of ends) {
    const client = connect(scene.server, { token: scene.attacker, room: ROOMS.year })
    await client.synced
    misuse(client)
    expect([what, (await client.closed).code]).toEqual([what, code])
    await scene.expectUnharmed()
  }
})

test('bytes that are no WebSocket frames, or no HTTP, never end the process', async () => {
  const scene = await setScene(ROOMS.year)
  const { server, attacker } = scene
  const key = 'dGhlIHNhbXBsZSBub25jZQ=='
  const head =
    `GET /sync/zandrode/${ROOMS.year} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
    `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Protocol: waarborg.1, token.${attacker}\r\n\r\n`
  const bytes: Buffer[] = [
    Buffer.from('not http at all\r\n\r\n'),
    Buffer.from('GET / HTTP/1.1\r\nX: \u0000\r\n\r\n'),
    Buffer.from(head.replace(key, 'short')),
    Buffer.from(head.replace('Version: 13', 'Version: 12')),
    // Reserved bits; no mask; a header that announces two hundred megabytes; a reserved opcode; a long ping.
    ...[
      [0xf2, 0x80, 0, 0, 0, 0],
      [0x82, 0x01, 0x00],
      [0x82, 0xff, 0, 0, 0, 0, 0x0b, 0xeb, 0xc2, 0x00, 0, 0, 0, 0],
      [0x83, 0x80, 0, 0, 0, 0],
      [0x89, 0xfe, 0, 126, 0, 0, 0, 0],
      [0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28],
      [0x00, 0x80, 0, 0, 0, 0],
    ].map((frame) => Buffer.concat([Buffer.from(head), Buffer.from(frame)])),
  ]
  const gen = create(9)
  for (let n = 0; n < 100; n++)
    bytes.push(
      Buffer.concat([Buffer.from(head), Buffer.from(Array.from({ length: 60 }, () => uint32(gen, 0, 255)))]),
    )
  const { port } = new URL(server.http)
  await Promise.all(
    bytes.map(
      (each) =>
        new Promise<void>((resolve) => {
          const socket = connectTcp(Number(port), '127.0.0.1', () => socket.write(each))
          onTestFinished(() => void socket.destroy())
          socket.on('error', () => undefined)
          socket.on('data', () => setImmediate(() => socket.resetAndDestroy()))
          socket.on('close', () => resolve())
        }),
    ),
  )
  await scene.expectUnharmed()
})

test('a reader who writes is shown the door, and one who only says what is known is not', async () => {
  const scene = await setScene(ROOMS.year)
  const { server, auditor } = scene
  const reader = connect(server, { token: auditor, room: ROOMS.year })
  await reader.synced
  reader.send(messageOf(MESSAGE.sync, 1, Y.encodeStateAsUpdate(reader.doc)))
  reader.send(messageOf(MESSAGE.sync, 1, Uint8Array.of(0, 0)))
  reader.send(messageOf(MESSAGE.sync, 2, Uint8Array.of(0, 0)))
  await reader.confirm()
  for (const step of [1, 2]) {
    const writer = connect(server, { token: auditor, room: ROOMS.year })
    await writer.synced
    writer.send(messageOf(MESSAGE.sync, step, pushUpdate(1, 0, [makeAnswer(PEOPLE.auditor)])))
    expect((await writer.closed).code).toBe(4403)
  }
  await scene.expectUnharmed()
  await reader.confirm()
})

test('a manager writes neither in another department nor in a closed year', async () => {
  const scene = await setScene(ROOMS.year)
  const { server, attacker } = scene
  const elsewhere = connect(server, { token: attacker, room: 'dept/tec/2026' })
  expect((await elsewhere.closed).code).toBe(4403)
  const closed = connect(server, { token: attacker, room: ROOMS.closedYear })
  await closed.synced
  closed.sendUpdate(pushUpdate(1, 0, [makeAnswer(PEOPLE.managerBur, '', '2024-03')]))
  expect((await closed.closed).code).toBe(4403)
  await scene.expectUnharmed()
})

test('a year that is closed while someone is writing in it takes nothing more', async () => {
  const scene = await setScene(ROOMS.year)
  const { server, attacker, director } = scene
  const writer = connect(server, { token: attacker, room: ROOMS.year })
  await writer.synced
  await writer.write(makeAnswer(PEOPLE.managerBur))
  const org = connect(server, { token: director, room: 'org' })
  await org.synced
  await org.write(makeStatement(PEOPLE.director, 'year:bur/2026', { closed: true }))
  await expect(writer.write(makeAnswer(PEOPLE.managerBur, 'too late'))).rejects.toThrow('4403')
})

test('a hundred thousand client ids in one update are refused before they cost anything', async () => {
  const scene = await setScene(ROOMS.year)
  const many = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, 100_000)
    for (let n = 0; n < 100_000; n++) {
      encoding.writeVarUint(encoder, n)
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarUint(encoder, 1)
    }
  })
  const client = connect(scene.server, { token: scene.attacker, room: ROOMS.year })
  await client.synced
  const start = performance.now()
  client.sendUpdate(many)
  expect((await client.closed).code).toBe(4422)
  expect(performance.now() - start).toBeLessThan(2_000)
  await scene.expectUnharmed()
})

test('updates that lean on something missing are never kept, so an honest colleague does not wait', async () => {
  const scene = await setScene(ROOMS.year)
  const { server, attacker } = scene
  for (let n = 0; n < 50; n++) {
    const client = connect(server, { token: attacker, room: ROOMS.year })
    client.sendUpdate(rawUpdate([{ client: 900 + n, clock: 10, items: [{ entries: ['x'.repeat(2_000)] }] }]))
    expect((await client.closed).code).toBe(4422)
  }
  await scene.expectUnharmed()
})
