/** Who gets into which room and may write there; who is turned away, and with which code. */

import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import {
  type Closed,
  call,
  connect,
  grant,
  makeMember,
  makeMunicipality,
  makeStatement,
  PEOPLE,
  type Person,
  pushUpdate,
  ROOMS,
  type RunningServer,
  rawUpdate,
  signIn,
  startServer,
} from './make'

const MAY: Record<Person, Record<keyof typeof ROOMS, '' | 'r' | 'rw'>> = {
  director: { org: 'rw', team: 'rw', complaints: 'rw', dept: 'rw', year: 'rw', closedYear: 'r', text: 'rw' },
  coordinator: {
    org: 'rw',
    team: 'rw',
    complaints: 'r',
    dept: 'rw',
    year: 'rw',
    closedYear: 'r',
    text: 'rw',
  },
  team: { org: 'r', team: 'rw', complaints: '', dept: 'r', year: 'r', closedYear: 'r', text: 'r' },
  managerTec: { org: 'r', team: '', complaints: '', dept: '', year: '', closedYear: '', text: '' },
  managerBur: { org: 'r', team: '', complaints: '', dept: 'rw', year: 'rw', closedYear: 'r', text: 'rw' },
  contributorBur: { org: 'r', team: '', complaints: '', dept: 'rw', year: 'rw', closedYear: 'r', text: 'rw' },
  complaints: { org: 'r', team: '', complaints: 'rw', dept: '', year: '', closedYear: '', text: '' },
  auditor: { org: 'r', team: 'r', complaints: 'r', dept: 'r', year: 'r', closedYear: 'r', text: 'r' },
  reader: { org: 'r', team: '', complaints: '', dept: 'r', year: 'r', closedYear: 'r', text: 'r' },
  formerAuditor: { org: '', team: '', complaints: '', dept: '', year: '', closedYear: '', text: '' },
}

/** What someone wants to say; every room of statements takes a kind that this version does not know. */
const something = (person: Person, room: keyof typeof ROOMS): Uint8Array => {
  const client = ++clients
  return room === 'text'
    ? rawUpdate([
        {
          client,
          clock: 0,
          items: [
            { content: 4, root: 'prose', write: (encoder) => encoding.writeVarString(encoder, 'tekst') },
          ],
        },
      ])
    : pushUpdate(client, 0, [makeStatement(PEOPLE[person], 'probe:x', { note: 'x' })])
}
let clients = 0

/** Knocks at a door, tries to write, and says what was possible. */
const tryDoor = async (server: RunningServer, token: string, person: Person, room: keyof typeof ROOMS) => {
  const client = connect(server, { token, room: ROOMS[room] })
  const end = await Promise.race([client.synced, client.closed])
  if (end) return end.code === 4403 ? '' : `closed with ${end.code}`
  client.sendUpdate(something(person, room))
  try {
    await client.confirm()
    await client.close()
    return 'rw'
  } catch {
    const { code } = await client.closed
    return code === 4403 ? 'r' : `closed with ${code}`
  }
}

test('everyone gets exactly as far as the roles allow, in every kind of room', async () => {
  const people = Object.keys(PEOPLE) as Person[]
  const { server, tokens } = await arrange(people)
  for (const room of Object.keys(ROOMS) as (keyof typeof ROOMS)[])
    for (const person of people)
      expect([person, room, await tryDoor(server, tokens[person] ?? '', person, room)]).toEqual([
        person,
        room,
        MAY[person][room],
      ])
})

const arrange = async (people: readonly Person[]) => {
  const municipality = await makeMunicipality()
  const server = await startServer(municipality.data)
  const tokens: Partial<Record<Person, string>> = {}
  for (const person of people) tokens[person] = await signIn(server, municipality.codes[person])
  return { server, tokens, ...municipality }
}

const endOf = (...options: Parameters<typeof connect>): Promise<Closed> => connect(...options).closed

test('rooms that do not exist, and names that are none, are not found', async () => {
  const { server, tokens } = await arrange(['director'])
  const token = tokens.director ?? ''
  const names = [
    'dept/nix',
    'dept/nix/2026',
    'dept/bur/1999',
    'dept/bur/2026/',
    'dept/bur/2026/more',
    'dept',
    'Org',
    'ORG',
    'org/',
    'team/x',
    '__proto__',
    'constructor',
    'dept/__proto__',
    'text/dept/bur',
    'text/text/dept/bur/plan.x',
    `dept/${'a'.repeat(65)}`,
    'dept/%2e%2e/2026',
    'dept/bur%002026',
    '%6frg',
    'dept/bür',
    'complaints/unknown',
    'x'.repeat(5_000),
  ]
  for (const room of names) expect([room, (await endOf(server, { token, room })).code]).toEqual([room, 4404])
  for (const path of [
    '/',
    '/sync',
    '/sync/',
    '/sync/zandrode',
    '/sync/zandrode/',
    '/sync/../etc/passwd',
    '/other',
  ])
    expect([path, (await endOf(server, { token, path })).code]).toEqual([path, 4404])
  for (const organisation of ['nergens', '..', 'ZANDRODE', '__proto__', 'a'.repeat(300)])
    expect((await endOf(server, { token, organisation })).code).toBe(4404)
})

test('nothing comes to be on the disk for names that nobody has a room for', async () => {
  const { server, tokens } = await arrange(['director'])
  for (let n = 0; n < 200; n++) await endOf(server, { token: tokens.director ?? '', room: `dept/nix${n}` })
  const metrics = await (await fetch(`${server.http}/metrics`)).text()
  expect(metrics).toContain('waarborg_rooms 1\n')
})

test('whoever is not signed in is told so, and nothing else', async () => {
  const { server, tokens } = await arrange(['director'])
  const { director: token = '' } = tokens
  const cases: [readonly string[], number][] = [
    [['waarborg.1'], 4401],
    [['waarborg.1', 'token.'], 4401],
    [['waarborg.1', 'token.x'], 4401],
    [['waarborg.1', `token.${token.slice(0, -1)}`], 4401],
    [['waarborg.1', `token.${token}x`], 4401],
    [['waarborg.1', `Token.${token}`], 4401],
  ]
  for (const [protocols, code] of cases)
    expect([protocols[1], (await endOf(server, { protocols })).code]).toEqual([protocols[1], code])
  const long = await endOf(server, { protocols: ['waarborg.1', `token.${'a'.repeat(8_000)}`] })
  expect(long.code).toBe(4401)
  expect((await endOf(server, { token, organisation: 'ander' })).code).toBe(4404)
})

test('the token is never sent back, and is in no line of the log', async () => {
  const { server, tokens, codes } = await arrange(['director'])
  const { director: token = '' } = tokens
  const client = connect(server, { token })
  await client.synced
  expect(client.socket.protocol).toBe('waarborg.1')
  await endOf(server, { token, room: 'nix' })
  await endOf(server, { protocols: ['waarborg.1', 'token.secret-of-someone'] })
  await server.stop()
  for (const secret of [token, 'secret-of-someone', codes.director, 'Naam p01', '127.0.0.1'])
    expect(server.output()).not.toContain(secret)
  for (const line of server.output().trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow()
})

test('only browser extensions, programs and the origins that were named may call', async () => {
  const { data, codes } = await makeMunicipality()
  const server = await startServer(data, { env: { WAARBORG_ORIGINS: 'https://intranet.zandrode.be' } })
  const token = await signIn(server, codes.director)
  const welcome = [
    'chrome-extension://abcdefghijklmnop',
    'moz-extension://1234-5678',
    'https://intranet.zandrode.be',
  ]
  for (const origin of welcome) {
    const client = connect(server, { token, origin })
    await client.synced
    await client.close()
  }
  const evil = [
    'https://evil.example',
    'null',
    'https://intranet.zandrode.be.evil.example',
    'http://intranet.zandrode.be',
    'HTTPS://INTRANET.ZANDRODE.BE',
    'https://chrome-extension',
    'chrome-extensions://x',
  ]
  for (const origin of evil) {
    expect([origin, (await endOf(server, { token, origin })).code]).toEqual([origin, 4403])
    expect((await call(server, 'GET', 'me', { token, headers: { origin } })).status).toBe(403)
  }
})

test('three hundred people who come back at once from one address all get in', async () => {
  const { server, tokens } = await arrange(['director', 'managerBur', 'contributorBur'])
  const clients = Array.from({ length: 300 }, (_, n) =>
    connect(server, { token: Object.values(tokens)[n % 3] ?? '', room: ROOMS.year }),
  )
  await Promise.all(clients.map((client) => Promise.race([client.synced, client.closed.then(failClosed)])))
})
const failClosed = ({ code }: Closed): never => {
  throw new Error(`closed with ${code}`)
}

test('who loses the right to a room is told to connect again, and is then refused', async () => {
  const { server, tokens } = await arrange(['director', 'managerBur', 'reader'])
  const manager = connect(server, { token: tokens.managerBur ?? '', room: ROOMS.year })
  const colleague = connect(server, { token: tokens.reader ?? '', room: ROOMS.year })
  const org = connect(server, { token: tokens.director ?? '' })
  await Promise.all([manager.synced, colleague.synced, org.synced])
  await org.write(makeMember(PEOPLE.director, PEOPLE.managerBur, [grant('manager', ['tec'])]))
  // Said without having seen what stood there: a clash, of which the last counts.
  expect((await manager.closed).code).toBe(4205)
  expect((await endOf(server, { token: tokens.managerBur ?? '', room: ROOMS.year })).code).toBe(4403)
  await colleague.confirm()
})

test('who is no longer a member is out of every room at once', async () => {
  const { server, tokens } = await arrange(['director', 'managerBur'])
  const token = tokens.managerBur ?? ''
  const clients = ['org', ROOMS.dept, ROOMS.year].map((room) => connect(server, { token, room }))
  const org = connect(server, { token: tokens.director ?? '' })
  await Promise.all([...clients, org].map(({ synced }) => synced))
  await org.write(makeStatement(PEOPLE.director, `member:${PEOPLE.managerBur}`, { gone: true }))
  for (const client of clients) expect((await client.closed).code).toBe(4205)
  expect((await endOf(server, { token })).code).toBe(4403)
  expect((await call(server, 'GET', 'me', { token })).status).toBe(403)
})

test('a right to write that ends, ends with the next message, while reading goes on', async () => {
  const { server, tokens } = await arrange(['director', 'contributorBur'])
  const writer = connect(server, { token: tokens.contributorBur ?? '', room: ROOMS.dept })
  const org = connect(server, { token: tokens.director ?? '' })
  await Promise.all([writer.synced, org.synced])
  await writer.write(makeStatement(PEOPLE.contributorBur, 'probe:x', { note: 'before' }))
  await org.write(makeMember(PEOPLE.director, PEOPLE.contributorBur, [grant('reader', ['bur'])]))
  await writer.confirm()
  await expect(
    writer.write(makeStatement(PEOPLE.contributorBur, 'probe:x', { note: 'after' })),
  ).rejects.toThrow('4403')
})

test('a device that is revoked is out within five seconds and takes nothing more with it', async () => {
  const { server, tokens } = await arrange(['director', 'managerBur'])
  const token = tokens.managerBur ?? ''
  const device = connect(server, { token, room: ROOMS.year })
  await device.synced
  const { body } = await call(server, 'GET', `devices?member=${PEOPLE.managerBur}`, {
    token: tokens.director ?? '',
  })
  const [{ id } = { id: '' }] = body.devices as { id: string }[]
  const start = performance.now()
  expect((await call(server, 'DELETE', `devices/${id}`, { token: tokens.director ?? '' })).status).toBe(200)
  expect((await device.closed).code).toBe(4401)
  expect(performance.now() - start).toBeLessThan(5_000)
  expect((await endOf(server, { token, room: ROOMS.year })).code).toBe(4401)
  expect((await call(server, 'GET', 'me', { token })).status).toBe(401)
})
