/** Signing in, codes, devices and files over plain HTTP: each bad input gets its own answer. */
import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PROBLEMS, type Problem } from '../../shared/protocol'
import { call, connect, makeMunicipality, PEOPLE, type RunningServer, signIn, startServer } from './make'

const arrange = async () => {
  const { data, codes } = await makeMunicipality()
  const server = await startServer(data)
  return { data, codes, server, director: await signIn(server, codes.director) }
}

const expectProblem = (answer: Awaited<ReturnType<typeof call>>, problem: Problem): void =>
  expect([answer.status, answer.body.problem]).toEqual([PROBLEMS[problem].status, problem])

const makeCode = async (server: RunningServer, token: string, member: string): Promise<string> =>
  String((await call(server, 'POST', 'codes', { token, body: { member } })).body.code)

test('a code works once, however it is typed, and then says that it was used', async () => {
  const { server, director } = await arrange()
  const made = await call(server, 'POST', 'codes', { token: director, body: { member: PEOPLE.managerBur } })
  expect(made.body).toMatchObject({ member: PEOPLE.managerBur })
  const code = String(made.body.code)
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
  const days = (Number(made.body.expires) - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(13.9)
  expect(days).toBeLessThanOrEqual(14)
  const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `
  const first = await call(server, 'POST', 'sign-in', { body: { code: typed, device: 'laptop' } })
  expect(first.body).toMatchObject({ member: PEOPLE.managerBur })
  expect(String(first.body.token)).toMatch(/^[\w-]{43}$/)
  expectProblem(await call(server, 'POST', 'sign-in', { body: { code } }), 'code-used')
})

test('of two who come with one code in the same moment one gets in', async () => {
  const { server, director } = await arrange()
  const code = await makeCode(server, director, PEOPLE.managerBur)
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => call(server, 'POST', 'sign-in', { body: { code } })),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
})

test('a code that is unknown, used, taken back or replaced each has its own answer', async () => {
  const { server, director } = await arrange()
  const use = (code: unknown) => call(server, 'POST', 'sign-in', { body: { code } })
  for (const code of [
    'AAAA-BBBB-CCCC',
    '',
    '-',
    'x'.repeat(150),
    '’; DROP TABLE codes',
    '\u0000',
    '１２３４',
  ])
    expectProblem(await use(code), 'code-unknown')
  for (const code of [undefined, null, 12, ['a'], { a: 1 }, 'x'.repeat(201)])
    expectProblem(await use(code), 'bad-request')
  const replaced = await makeCode(server, director, PEOPLE.managerBur)
  const taken = await makeCode(server, director, PEOPLE.managerBur)
  expectProblem(await use(replaced), 'code-expired')
  expect((await call(server, 'DELETE', `codes/${PEOPLE.managerBur}`, { token: director })).status).toBe(200)
  expectProblem(await use(taken), 'code-expired')
})

test('who makes codes sees which are open, but never the codes themselves; the demo’s own are not counted', async () => {
  const { server, director, codes } = await arrange()
  const open = async (): Promise<{ created: number; expires: number }[]> => {
    const { body } = await call(server, 'GET', `codes?member=${PEOPLE.managerBur}`, { token: director })
    return body.codes as { created: number; expires: number }[]
  }
  expect(await open()).toEqual([])
  await makeCode(server, director, PEOPLE.managerBur)
  const { body: made } = await call(server, 'POST', 'codes', {
    token: director,
    body: { member: PEOPLE.managerBur },
  })
  expect(await open()).toEqual([{ created: expect.any(Number), expires: made.expires }])
  await call(server, 'POST', 'sign-in', { body: { code: made.code } })
  expect(await open()).toEqual([])
  await makeCode(server, director, PEOPLE.managerBur)
  await call(server, 'DELETE', `codes/${PEOPLE.managerBur}`, { token: director })
  expect(await open()).toEqual([])
  const manager = await signIn(server, codes.managerBur)
  expectProblem(await call(server, 'GET', 'codes?member=p01', { token: manager }), 'not-for-you')
})

test('a device signs itself out, and only itself', async () => {
  const { server, codes } = await arrange()
  const laptop = await signIn(server, codes.managerBur)
  const desktop = await signIn(server, codes.managerBur)
  expect((await call(server, 'POST', 'sign-out', { token: laptop })).status).toBe(200)
  expectProblem(await call(server, 'GET', 'me', { token: laptop }), 'signed-out')
  expect((await call(server, 'GET', 'me', { token: desktop })).status).toBe(200)
  expectProblem(await call(server, 'POST', 'sign-out', { token: laptop }), 'signed-out')
  expectProblem(await call(server, 'POST', 'sign-out'), 'signed-out')
})

test('a code of a demo may be used again and again', async () => {
  const { server, codes } = await arrange()
  const tokens = await Promise.all(Array.from({ length: 3 }, () => signIn(server, codes.auditor)))
  expect(new Set(tokens).size).toBe(3)
  await call(server, 'DELETE', `codes/${PEOPLE.auditor}`, { token: await signIn(server, codes.director) })
  expect(await signIn(server, codes.auditor)).toBeTruthy()
})

test('wrong codes wait longer and longer, and a right one never does', async () => {
  const { server, codes } = await arrange()
  const wrong = Array.from({ length: 60 }, () =>
    call(server, 'POST', 'sign-in', { body: { code: 'NOPE-NOPE-NOPE' } }),
  )
  const start = performance.now()
  await signIn(server, codes.managerBur)
  const honest = performance.now() - start
  const answers = await Promise.all(wrong)
  const guessing = performance.now() - start
  for (const answer of answers) expectProblem(answer, 'code-unknown')
  expect(guessing).toBeGreaterThan(honest)
  expect(guessing).toBeGreaterThan(500)
})

test('codes and tokens survive a restart, and stand nowhere on the disk as they are', async () => {
  const { data, server, director, codes } = await arrange()
  const code = await makeCode(server, director, PEOPLE.managerBur)
  await server.stop()
  const again = await startServer(data)
  expect((await call(again, 'GET', 'me', { token: director })).status).toBe(200)
  const token = await signIn(again, code)
  await again.stop()
  for (const directory of readdirSync(join(data, 'organisations'))) {
    const bytes = readFileSync(join(data, 'organisations', directory, 'data.mdb'))
    for (const secret of [code, code.replaceAll('-', ''), token, director, codes.director])
      expect(bytes.includes(secret)).toBe(false)
  }
})

test('who one is, where, and in which roles', async () => {
  const { server, director } = await arrange()
  expect((await call(server, 'GET', 'me', { token: director })).body).toEqual({
    member: PEOPLE.director,
    name: 'Naam p01',
    title: 'Functie',
    roles: [{ role: 'director', departments: [] }],
    organisation: { id: 'zandrode', name: 'Zandrode' },
  })
})

test('codes are made by director and coordinator, for members; devices are seen and revoked by them and by their owner', async () => {
  const { server, director, codes } = await arrange()
  const manager = await signIn(server, codes.managerBur, 'van de manager')
  const auditor = await signIn(server, codes.auditor)
  expect(
    (
      await call(server, 'POST', 'codes', {
        token: await signIn(server, codes.coordinator),
        body: { member: 'p05' },
      })
    ).status,
  ).toBe(200)
  for (const token of [manager, auditor]) {
    expectProblem(await call(server, 'POST', 'codes', { token, body: { member: 'p05' } }), 'not-for-you')
    expectProblem(await call(server, 'DELETE', 'codes/p05', { token }), 'not-for-you')
    expectProblem(await call(server, 'GET', 'devices?member=p01', { token }), 'not-for-you')
  }
  for (const member of ['p99', '', 'P05', '__proto__', undefined, 5])
    expectProblem(
      await call(server, 'POST', 'codes', { token: director, body: { member } }),
      'no-such-member',
    )

  const own = await call(server, 'GET', 'devices', { token: manager })
  const [device] = own.body.devices as { id: string; label: string; created: number; seen: number }[]
  expect(device).toMatchObject({ label: 'van de manager' })
  expect(JSON.stringify(own.body)).not.toContain(manager)
  expectProblem(await call(server, 'DELETE', `devices/${device?.id}`, { token: auditor }), 'not-for-you')
  expectProblem(await call(server, 'DELETE', 'devices/unknown', { token: director }), 'not-found')
  expect((await call(server, 'DELETE', `devices/${device?.id}`, { token: manager })).status).toBe(200)
  expectProblem(await call(server, 'GET', 'me', { token: manager }), 'signed-out')
})

test('a request that is none of those there are gets an answer all the same', async () => {
  const { server, director } = await arrange()
  expectProblem(await call(server, 'GET', 'nothing'), 'not-found')
  expectProblem(await call(server, 'POST', 'me', { token: director, body: {} }), 'not-found')
  expectProblem(await call(server, 'GET', 'me'), 'signed-out')
  expectProblem(await call(server, 'GET', 'me', { token: 'x' }), 'signed-out')
  expectProblem(
    await call(server, 'GET', 'me', { headers: { authorization: `Basic ${director}` } }),
    'signed-out',
  )
  const raw = async (path: string, init?: RequestInit) => {
    const answer = await fetch(`${server.http}${path}`, init)
    return [answer.status, ((await answer.json()) as { problem: string }).problem]
  }
  const post = (body: string) => raw('/api/zandrode/sign-in', { method: 'POST', body })
  expect(await post('{')).toEqual([400, 'bad-request'])
  expect(await post('')).toEqual([400, 'bad-request'])
  expect(await post('[]')).toEqual([400, 'bad-request'])
  expect(await post('null')).toEqual([400, 'bad-request'])
  expect(await post(`{"code":"${'x'.repeat(20_000)}"}`)).toEqual([413, 'too-large'])
  expect(await raw('/api/nergens/me')).toEqual([404, 'no-such-organisation'])
  expect(await raw('/api/..%2f..%2fetc/me')).toEqual([404, 'no-such-organisation'])
  expect(await raw('/api/__proto__/me')).toEqual([404, 'no-such-organisation'])
  expect(await raw('/')).toEqual([404, 'not-found'])
  expect(await raw('/api')).toEqual([404, 'not-found'])
  expect(await raw('/api/zandrode/constructor')).toEqual([404, 'not-found'])
  expect(await raw('/healthz', { method: 'POST' })).toEqual([404, 'not-found'])
  expect(await raw(`/${'x'.repeat(9_000)}`)).toEqual([404, 'not-found'])
})

test('the server says that it is one, that it is well, and counts', async () => {
  const { server, director } = await arrange()
  expect(await (await fetch(`${server.http}/healthz`)).json()).toMatchObject({
    name: 'waarborg',
    status: 'ok',
  })
  expect((await fetch(`${server.http}/readyz`)).status).toBe(200)
  const client = connect(server, { token: director })
  await client.synced
  const metrics = await (await fetch(`${server.http}/metrics`)).text()
  expect(metrics).toMatch(/^waarborg_connections 1$/m)
  for (const name of ['zandrode', 'Naam', PEOPLE.director, director]) expect(metrics).not.toContain(name)
})

test('an extension may ask from its own pages, before and after the browser has asked whether it may', async () => {
  const { server, director } = await arrange()
  const origin = 'chrome-extension://abcdefghijklmnop'
  const preflight = await fetch(`${server.http}/api/zandrode/me`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization',
    },
  })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-origin')).toBe(origin)
  expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization')
  const answer = await call(server, 'GET', 'me', { token: director, headers: { origin } })
  expect(answer.headers.get('access-control-allow-origin')).toBe(origin)
  const health = await fetch(`${server.http}/healthz`, { headers: { origin } })
  expect(health.headers.get('access-control-allow-origin')).toBe(origin)
  const evil = await fetch(`${server.http}/healthz`, { headers: { origin: 'https://evil.example' } })
  expect(evil.headers.get('access-control-allow-origin')).toBeNull()
})

// --- Files ---

const put = async (
  server: RunningServer,
  token: string,
  name: string,
  body: Uint8Array,
): Promise<unknown[]> => {
  const answer = await fetch(`${server.http}/api/zandrode/files/${name}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}` },
    body: body as BodyInit,
  })
  return [answer.status, ((await answer.json()) as { problem?: string }).problem]
}
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

test('a file is kept under its hash and comes back as it was', async () => {
  const { data, server, director, codes } = await arrange()
  const bytes = randomBytes(3_000_000)
  expect(await put(server, director, sha256(bytes), bytes)).toEqual([200, undefined])
  expect(await put(server, director, sha256(bytes), bytes)).toEqual([200, undefined])
  await server.kill()
  const again = await startServer(data)
  const answer = await fetch(`${again.http}/api/zandrode/files/${sha256(bytes)}`, {
    headers: { authorization: `Bearer ${await signIn(again, codes.auditor)}` },
  })
  expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
  expect(answer.headers.get('content-disposition')).toBe('attachment')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})

test('a file under a wrong hash, a wrong name, too large, or from one who may only read is not kept', async () => {
  const { data, server, director, codes } = await arrange()
  const bytes = randomBytes(1_000)
  const auditor = await signIn(server, codes.auditor)
  expect(await put(server, director, sha256(randomBytes(3)), bytes)).toEqual([422, 'hash-mismatch'])
  expect(await put(server, director, '..%2f..%2fetc%2fpasswd', bytes)).toEqual([400, 'bad-request'])
  expect(await put(server, director, sha256(bytes).toUpperCase(), bytes)).toEqual([400, 'bad-request'])
  expect(await put(server, auditor, sha256(bytes), bytes)).toEqual([403, 'not-for-you'])
  const large = new Uint8Array(26 * 1_048_576)
  expect(await put(server, director, sha256(large), large).catch(() => [413, 'too-large'])).toEqual([
    413,
    'too-large',
  ])
  const [organisation = ''] = readdirSync(join(data, 'organisations'))
  const kept = readdirSync(join(data, 'organisations', organisation, 'files'), {
    recursive: true,
    withFileTypes: true,
  })
  expect(kept.filter((each) => each.isFile())).toEqual([])
  const missing = await call(server, 'GET', `files/${sha256(bytes)}`, { token: auditor })
  expectProblem(missing, 'not-found')
})
