/** What was confirmed, or seen by anyone, is there after whatever happens to the server. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { create, uint32 } from 'lib0/prng'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  type Client,
  connect,
  eventually,
  makeAnswer,
  makeDirectory,
  makeMunicipality,
  makeStatement,
  PEOPLE,
  pushUpdate,
  ROOMS,
  type RunningServer,
  runServer,
  signIn,
  startServer,
  statementsIn,
} from './make'

const idsIn = (doc: Y.Doc): Set<unknown> => new Set(statementsIn(doc).map(([, id]) => id))

test('kill -9 during two hundred confirmed writes loses none of them, nor what others had seen', async () => {
  const { data, codes } = await makeMunicipality()
  const server = await startServer(data)
  const tokens = await Promise.all(
    [codes.managerBur, codes.contributorBur, codes.director].map((code) => signIn(server, code)),
  )
  const members = [PEOPLE.managerBur, PEOPLE.contributorBur, PEOPLE.director]
  const rooms = [ROOMS.year, ROOMS.dept]
  const writers = rooms.flatMap((room) =>
    tokens.map((token, n) => ({ member: members[n] as string, client: connect(server, { token, room }) })),
  )
  const witnesses = rooms.map((room) => connect(server, { token: tokens[2] as string, room }))
  await Promise.all([...writers.map(({ client }) => client), ...witnesses].map(({ synced }) => synced))

  const confirmed = new Set<string>()
  const enough = new Promise<void>((resolve) => {
    for (const { member, client } of writers) void writeOn(client, member, confirmed, resolve)
  })
  await enough
  await server.kill()
  const seen = witnesses.flatMap(({ doc }) => [...idsIn(doc)])

  const again = await startServer(data)
  const found = new Set<unknown>()
  for (const room of rooms) {
    const reader = connect(again, { token: tokens[2] as string, room })
    await reader.synced
    expect(reader.doc.store.pendingStructs).toBeNull()
    for (const id of idsIn(reader.doc)) found.add(id)
  }
  expect(confirmed.size).toBeGreaterThanOrEqual(200)
  for (const id of [...confirmed, ...seen]) expect(found).toContain(id)
})

/** Writes for as long as the server lives, several statements on their way at a time. */
const writeOn = async (
  client: Client,
  member: string,
  confirmed: Set<string>,
  enough: () => void,
): Promise<void> => {
  const statements = client.doc.getArray('statements')
  const one = async (): Promise<void> => {
    for (;;) {
      const statement = makeStatement(member, 'probe:x', { note: 'x' })
      statements.push([[1, statement.id, statement.at, statement.by, statement.about, statement.set]])
      await client.confirm()
      confirmed.add(statement.id)
      if (confirmed.size >= 200) enough()
    }
  }
  await Promise.allSettled([one(), one(), one()])
}

test('a server that is asked to stop confirms what it took in, says that it restarts, and is gone within a second', async () => {
  const { data, codes } = await makeMunicipality()
  const server = await startServer(data)
  const token = await signIn(server, codes.managerBur)
  const client = connect(server, { token, room: ROOMS.year })
  await client.synced
  const writes = Array.from({ length: 50 }, (_, n) => client.write(makeAnswer(PEOPLE.managerBur, String(n))))
  await writes[0]
  const start = performance.now()
  const code = server.stop()
  expect((await client.closed).code).toBe(1012)
  expect(await code).toBe(0)
  expect(performance.now() - start).toBeLessThan(2_000)
  const confirmed = (await Promise.allSettled(writes)).filter(({ status }) => status === 'fulfilled').length
  const again = await startServer(data)
  const reader = connect(again, { token, room: ROOMS.year })
  await reader.synced
  expect(statementsIn(reader.doc).length).toBeGreaterThanOrEqual(confirmed)
})

// A limit on the size of files, which is lifted from outside, stands in for a disk that is full.
test.runIf(process.platform === 'linux')(
  'a full disk is said to everyone, nothing is announced, and all goes on when there is room again',
  async () => {
    const { data, codes } = await makeMunicipality()
    const kilobytes = Math.ceil(statSync(databaseIn(data)).size / 1024) + 200
    const limited = ['bash', '-c', `ulimit -S -f ${kilobytes}; exec "$@"`, 'limited']
    const server = await startServer(data, { through: limited })
    const token = await signIn(server, codes.managerBur)
    const witness = connect(server, { token: await signIn(server, codes.director), room: ROOMS.year })
    await witness.synced
    const confirmed: string[] = []
    let end: number | undefined
    while (end === undefined) {
      const client = connect(server, { token, room: ROOMS.year })
      await client.synced
      for (let n = 0; n < 50 && end === undefined; n++) {
        const statement = makeAnswer(PEOPLE.managerBur, 'x'.repeat(4_000))
        const failed = await client.write(statement).then(
          () => undefined,
          () => client.closed,
        )
        if (failed) end = failed.code
        else confirmed.push(statement.id)
      }
    }
    expect(end).toBe(1011)
    expect((await witness.closed).code).toBe(1011)
    expect(idsIn(witness.doc)).toEqual(new Set(confirmed))
    expect((await fetch(`${server.http}/readyz`)).status).toBe(503)
    expect((await fetch(`${server.http}/healthz`)).status).toBe(200)

    execFileSync('prlimit', ['--fsize=unlimited:unlimited', '--pid', String(server.process.pid)])
    const back = connect(server, { token, room: ROOMS.year })
    await back.synced
    expect(idsIn(back.doc)).toEqual(new Set(confirmed))
    await back.write(makeAnswer(PEOPLE.managerBur, 'after'))
    await eventually(async () => expect((await fetch(`${server.http}/readyz`)).status).toBe(200))
  },
)

const databaseIn = (data: string): string => {
  const organisations = join(data, 'organisations')
  return join(organisations, readdirSync(organisations)[0] ?? '', 'data.mdb')
}

const fill = async (): Promise<{ data: string; token: string; ids: Set<unknown> }> => {
  const { data, codes } = await makeMunicipality()
  const server = await startServer(data)
  const token = await signIn(server, codes.director)
  const client = connect(server, { token, room: ROOMS.year })
  await client.synced
  for (let n = 0; n < 40; n++)
    await client.write(makeAnswer(PEOPLE.director, `regel ${n} ${'x'.repeat(200)}`))
  await server.stop()
  return { data, token, ids: idsIn(client.doc) }
}

/** What a room shows of a store that may be damaged: all of it, or nothing and a code. */
const lookAt = async (server: RunningServer, token: string): Promise<Set<unknown> | number> => {
  const client = connect(server, { token, room: ROOMS.year })
  const end = await Promise.race([client.synced, client.closed])
  return end ? end.code : idsIn(client.doc)
}

test('a damaged record closes its room, fails readiness and is never shown as less than there was', async () => {
  const { data, token, ids } = await fill()
  const bytes = readFileSync(databaseIn(data))
  // In the middle of one statement's text.
  const at = bytes.indexOf('regel 7 ')
  bytes[at + 20] = (bytes[at + 20] as number) ^ 1
  for (let next = bytes.indexOf('regel 7 ', at + 1); next > 0; next = bytes.indexOf('regel 7 ', next + 1))
    bytes[next + 20] = (bytes[next + 20] as number) ^ 1
  writeFileSync(databaseIn(data), bytes)
  const server = await startServer(data)
  expect(await lookAt(server, token)).toBe(1011)
  const ready = await fetch(`${server.http}/readyz`)
  expect(ready.status).toBe(503)
  expect(server.output()).toContain('beschadigd. Ze blijft gesloten')
  // The rest goes on.
  const org = connect(server, { token })
  await org.synced
  expect(org.doc.getArray('statements').length).toBeGreaterThan(0)
  expect(ids.size).toBe(40)
  expect(readFileSync(databaseIn(data)).includes('regel 8 ')).toBe(true)
})

test('whichever bytes of the store are flipped, a room shows all there was or nothing at all', async () => {
  const { data, token, ids } = await fill()
  const file = databaseIn(data)
  const whole = readFileSync(file)
  const used = whole.findLastIndex((byte) => byte !== 0)
  const gen = create(7)
  const outcomes = new Set<string>()
  for (let round = 0; round < 10; round++) {
    const bytes = Buffer.from(whole)
    for (let n = 0; n < 30; n++) {
      const at = uint32(gen, 0, used)
      bytes[at] = (bytes[at] as number) ^ (1 << uint32(gen, 0, 7))
    }
    writeFileSync(file, bytes)
    const server = await startServer(data)
    const shown = await lookAt(server, token)
    if (typeof shown === 'number') {
      expect(shown).toBe(1011)
      expect((await fetch(`${server.http}/readyz`)).status).toBe(503)
    } else expect(shown).toEqual(ids)
    outcomes.add(typeof shown)
    await server.kill()
  }
  expect(outcomes).toContain('number')
})

test('a store that is cut off, emptied or no store at all is left as it is, with a sentence that says what to do', async () => {
  const { data, token } = await fill()
  const file = databaseIn(data)
  const whole = readFileSync(file)
  const used = whole.findLastIndex((byte) => byte !== 0)
  const damages: [string, () => void][] = [
    ['cut off', () => truncateSync(file, Math.floor(used / 2 / 4096) * 4096)],
    ['cut off in a page', () => truncateSync(file, 5_000)],
    ['emptied', () => truncateSync(file, 0)],
    [
      'no store',
      () => writeFileSync(file, 'this is no database, but it is long enough to be looked at'.repeat(500)),
    ],
    ['zeros', () => writeFileSync(file, Buffer.alloc(whole.length))],
  ]
  for (const [what, damage] of damages) {
    writeFileSync(file, whole)
    damage()
    const server = await startServer(data)
    expect([what, await lookAt(server, token)]).toEqual([what, 1011])
    expect((await fetch(`${server.http}/readyz`)).status).toBe(503)
    expect(server.output()).toContain('zijn beschadigd en worden niet geopend')
    await server.kill()
  }
  writeFileSync(file, whole)
  expect(await lookAt(await startServer(data), token)).toBeInstanceOf(Set)
})

test('two servers never share a data directory', async () => {
  const { data } = await makeMunicipality()
  await startServer(data)
  const second = runServer({ WAARBORG_DATA: data, WAARBORG_PORT: '0' }, ['serve'])
  expect(await second.ended).toBe(1)
  expect(second.output()).toContain('is in gebruik door een andere server')
})

test('after a backup is put back, colleagues bring back what it lacks, and each statement stays its author’s', async () => {
  const { data, codes } = await makeMunicipality()
  const copy = makeDirectory()
  execFileSync('cp', ['-r', `${data}/.`, copy])
  const before = await startServer(data)
  const director = await signIn(before, codes.director)
  const manager = await signIn(before, codes.managerBur)
  const author = connect(before, { token: manager, room: ROOMS.year })
  const colleague = connect(before, { token: director, room: ROOMS.year })
  await Promise.all([author.synced, colleague.synced])
  await author.write(makeAnswer(PEOPLE.managerBur, 'lost with the disk'))
  await eventually(() => expect(statementsIn(colleague.doc)).toHaveLength(1))
  await before.stop()

  const restored = await startServer(copy, { args: ['serve', '--recover'] })
  const back = connect(restored, { token: await signIn(restored, codes.director), room: ROOMS.year })
  await back.synced
  back.sendUpdate(Y.encodeStateAsUpdate(colleague.doc))
  await back.confirm()
  await restored.stop()

  const normal = await startServer(copy)
  const again = connect(normal, { token: await signIn(normal, codes.managerBur), room: ROOMS.year })
  await again.synced
  expect(statementsIn(again.doc)).toEqual(statementsIn(author.doc))
  // The author's own device goes on under the client id it always had.
  again.sendUpdate(
    pushUpdate(author.doc.clientID, 1, [makeAnswer(PEOPLE.managerBur, 'on')], {
      client: author.doc.clientID,
      clock: 0,
    }),
  )
  await again.confirm()
})
