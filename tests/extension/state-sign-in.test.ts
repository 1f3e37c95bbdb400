import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createApi } from '../../extension/state/api'
import { databasePrefix, readSession, sessionFrom } from '../../extension/state/session'
import { readAddress, type SignInStep, signIn } from '../../extension/state/sign-in'

// Other work may be going on on the same processor.
vi.setConfig({ testTimeout: 30_000 })

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve))
})

const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}
/** A server that answers a sign-in with this status and body. */
const waarborg = (status: number, body: unknown): Promise<string> =>
  serve((request, response) => {
    const isHealth = request.url === '/healthz'
    response.writeHead(isHealth ? 200 : status, { 'content-type': 'application/json', connection: 'close' })
    response.end(JSON.stringify(isHealth ? { name: 'waarborg', status: 'ok' } : body))
  })
const input = { organisation: 'zandrode', code: 'abcd-efgh-jkmn' }

describe('an address', () => {
  test.each([
    ['waarborg.zandrode.be', 'https://waarborg.zandrode.be'],
    ['  Waarborg.Zandrode.be/  ', 'https://waarborg.zandrode.be'],
    ['https://waarborg.zandrode.be:8443/', 'https://waarborg.zandrode.be:8443'],
    ['127.0.0.1:4321', 'http://127.0.0.1:4321'],
    ['localhost:4321', 'http://localhost:4321'],
    ['http://[::1]:4321', 'http://[::1]:4321'],
    ['intranet', 'https://intranet'],
  ])('is read as people type it: %s', (typed, server) => {
    expect(readAddress(typed)).toMatchObject({ server })
  })

  test.each([
    ['', 'no-server'],
    ['http://waarborg.zandrode.be', 'insecure'],
    ['ftp://waarborg.zandrode.be', 'address'],
    ['waarborg zandrode', 'address'],
    ['https://', 'address'],
    ['127.0.0.1:99999', 'address'],
    ['https://an:geheim@zandrode.be', 'address'],
    ['javascript:alert(1)', 'address'],
  ])('that cannot be one is said before anything is sent: %j', (typed, problem) => {
    expect(readAddress(typed)).toEqual({ problem })
  })

  test('may carry the organisation', async () => {
    const server = await waarborg(200, { token: 'geheim', member: 'p05' })
    const result = await signIn({ server: `${server}/zandrode`, organisation: '', code: 'x' })
    expect(result).toMatchObject({ session: { organisation: 'zandrode' } })
  })
})

describe('signing in', () => {
  test('keeps a session, and says each step as it begins', async () => {
    const server = await waarborg(200, { token: 'geheim', member: 'p05', name: 'Els Burger' })
    const steps: SignInStep[] = []
    const result = await signIn({ server, ...input }, (step) => steps.push(step))
    const session = { server: `http://${server}`, organisation: 'zandrode', token: 'geheim', member: 'p05' }
    expect(result).toEqual({ session, name: 'Els Burger' })
    expect(await readSession()).toEqual(session)
    expect(steps).toEqual(['address', 'network', 'server', 'code', 'keep'])
  })

  test.each([
    [{ server: '', ...input }, 'address', 'no-server'],
    [{ server: 'x.be', organisation: ' ', code: 'x' }, 'address', 'no-organisation'],
    [{ server: 'x.be', organisation: 'Zand Rode', code: 'x' }, 'address', 'no-such-organisation'],
    [{ server: 'x.be', organisation: 'zandrode', code: ' ' }, 'address', 'no-code'],
    [{ server: '127.0.0.1:1', ...input }, 'network', 'network'],
  ] as const)('stops at the step that fails: %j', async (given, step, problem) => {
    expect(await signIn(given)).toEqual({ step, problem })
  })

  test('at another program says that it is not a Waarborg server, and sends no code', async () => {
    const asked: (string | undefined)[] = []
    const server = await serve((request, response) => {
      asked.push(request.url)
      response.setHeader('connection', 'close')
      response.end('<h1>Welkom bij de router</h1>')
    })
    expect(await signIn({ server, ...input })).toEqual({ step: 'server', problem: 'not-waarborg' })
    expect(asked).toEqual(['/healthz'])
  })

  test.each([
    [401, 'code-unknown', 'code-unknown'],
    [410, 'code-used', 'code-used'],
    [410, 'code-expired', 'code-expired'],
    [404, 'no-such-organisation', 'no-such-organisation'],
    [429, 'too-many', 'too-many'],
    [500, 'server-trouble', 'server-trouble'],
    [404, 'something-of-a-newer-server', 'no-such-organisation'],
    [502, undefined, 'server-trouble'],
  ])('that the server refuses (%i %s) says why', async (status, problem, expected) => {
    const server = await waarborg(status, { problem, detail: '' })
    expect(await signIn({ server, ...input })).toEqual({ step: 'code', problem: expected })
  })

  test('at a server that answers nonsense keeps no session', async () => {
    const before = await readSession()
    const server = await waarborg(200, { token: 5 })
    expect(await signIn({ server, ...input })).toMatchObject({ problem: 'not-waarborg' })
    expect(await readSession()).toEqual(before)
  })
})

describe('a session', () => {
  test.each([[undefined], ['x'], [{}], [{ server: 'x', organisation: 'y', token: 'z', member: 'p' }]])(
    'is read from storage or not at all: %j',
    (stored) => expect(sessionFrom(stored)).toBeUndefined(),
  )

  test('names databases after server, organisation and member', () => {
    const session = { server: 'http://127.0.0.1:4321', organisation: 'zandrode', token: 't', member: 'p05' }
    expect(databasePrefix(session)).toBe('waarborg/127.0.0.1:4321/zandrode/p05/')
  })
})

describe('asking the server', () => {
  const apiAt = (host: string) =>
    createApi({ server: `http://${host}`, organisation: 'zandrode', token: 'geheim', member: 'p01' })

  test('sends the token, and reads what comes back totally', async () => {
    let authorization: string | undefined
    const host = await serve((request, response) => {
      authorization = request.headers.authorization
      response.setHeader('connection', 'close')
      response.end(
        JSON.stringify({ devices: [{ id: 'd1', label: 'Edge, Windows', created: 5, seen: null }, 7] }),
      )
    })
    expect(await apiAt(host).devices('p05')).toEqual([
      { id: 'd1', label: 'Edge, Windows', created: 5, seen: undefined },
    ])
    expect(authorization).toBe('Bearer geheim')
  })

  test('rejects with the refusal, or with a TypeError when nobody answers', async () => {
    const host = await serve((_request, response) => {
      response.writeHead(403, { connection: 'close' })
      response.end(JSON.stringify({ problem: 'not-for-you', detail: 'no director' }))
    })
    await expect(apiAt(host).makeCode('p05')).rejects.toMatchObject({ problem: 'not-for-you' })
    await expect(apiAt('127.0.0.1:1').makeCode('p05')).rejects.toBeInstanceOf(TypeError)
  })
})
