/** Settings and commands with something wrong: one sentence that says what and what to do; nothing is touched. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../../server/config'
import { call, makeDirectory, makeMunicipality, runServer, signIn, startServer } from './make'

const run = async (env: Record<string, string>, ...args: string[]) => {
  const { ended, output } = runServer(env, args)
  return { code: await ended, said: output() }
}

test('a setting that is wrong is named, with what is wrong and what to do, and no data are touched', async () => {
  const data = join(makeDirectory(), 'data')
  const file = join(makeDirectory(), 'file')
  writeFileSync(file, 'x')
  const table: [Record<string, string>, RegExp][] = [
    [{ WAARBORG_PORT: 'abc' }, /^WAARBORG_PORT="abc" is geen poortnummer: kies/],
    [{ WAARBORG_PORT: '-1' }, /^WAARBORG_PORT="-1" is geen poortnummer/],
    [{ WAARBORG_PORT: '65536' }, /^WAARBORG_PORT="65536" is geen poortnummer/],
    [{ WAARBORG_PORT: '43.21' }, /^WAARBORG_PORT="43.21" is geen poortnummer/],
    [{ WAARBORG_PORT: '1e3' }, /^WAARBORG_PORT="1e3" is geen poortnummer/],
    [{ WAARBORG_HOST: 'http://127.0.0.1' }, /^WAARBORG_HOST="http:\/\/127.0.0.1" is geen adres/],
    [{ WAARBORG_ORIGINS: '*' }, /^WAARBORG_ORIGINS="\*" is geen herkomst/],
    [{ WAARBORG_ORIGINS: 'https://a.be/pad' }, /^WAARBORG_ORIGINS="https:\/\/a.be\/pad" is geen herkomst/],
    [{ WAARBORG_ORIGINS: 'intranet.be' }, /^WAARBORG_ORIGINS="intranet.be" is geen herkomst/],
    [{ WAARBORG_LOG: 'loud' }, /^WAARBORG_LOG="loud" is geen niveau/],
    [{ WAARBORG_DATA: file }, /is geen map waarin de server kan schrijven/],
    [{ WAARBORG_DATA: join(file, 'below') }, /is geen map waarin de server kan schrijven/],
    [{ WAARBORG_DATA: '/proc/waarborg' }, /is geen map waarin de server kan schrijven/],
  ]
  for (const [env, sentence] of table) {
    expect(() => readConfig({ WAARBORG_DATA: data, ...env })).toThrow(sentence)
    expect(existsSync(data)).toBe(false)
  }
  for (const [env, sentence] of table.filter(
    ([env]) => 'WAARBORG_DATA' in env || env.WAARBORG_PORT === 'abc',
  )) {
    const { code, said } = await run({ WAARBORG_DATA: data, WAARBORG_PORT: '0', ...env }, 'serve')
    expect([env, code]).toEqual([env, 1])
    expect(said).toMatch(sentence)
    expect(said.trim().split('\n')).toHaveLength(1)
  }
  const { said } = await run({ WAARBORG_DATA: data, WAARBORG_HOST: '192.0.2.1' }, 'serve')
  expect(said).toMatch(/^WAARBORG_HOST="192.0.2.1" is geen adres van deze machine/)
  expect(readdirSync(data)).toEqual([])
})

test('a port in use is named before any data are opened', async () => {
  const { data } = await makeMunicipality()
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as { port: number }
  const before = hashOf(data)
  const { code, said } = await run({ WAARBORG_DATA: data, WAARBORG_PORT: String(port) }, 'serve')
  expect(code).toBe(1)
  expect(said).toMatch(`WAARBORG_PORT="${port}" is al in gebruik`)
  expect(hashOf(data)).toBe(before)
})

const hashOf = (directory: string): string =>
  execFileSync('sh', ['-c', 'find . -type f | sort | xargs sha256sum'], { cwd: directory }).toString()

test('commands that do not exist or lack a word are answered with those there are', async () => {
  const data = makeDirectory()
  for (const args of [
    [],
    ['start'],
    ['serve', '--fast'],
    ['create'],
    ['create', 'zandrode'],
    ['demo', 'x'],
  ]) {
    const { code, said } = await run({ WAARBORG_DATA: data }, ...args)
    expect(code).toBe(1)
    expect(said).toContain('create <organisatie> <naam>')
  }
  expect(readdirSync(data)).toEqual([])
})

test('an organisation is made with a code for its director, who can then begin', async () => {
  const data = makeDirectory()
  const { code, said } = await run({ WAARBORG_DATA: data }, 'create', 'zandrode', 'Gemeente Zandrode')
  expect(code).toBe(0)
  const signInCode = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(said)?.[0] ?? ''
  const server = await startServer(data)
  const token = await signIn(server, signInCode)
  const { body } = await call(server, 'GET', 'me', { token })
  expect(body).toMatchObject({ organisation: { name: 'Gemeente Zandrode' }, roles: [{ role: 'director' }] })
  expect((await call(server, 'POST', 'sign-in', { body: { code: signInCode } })).body.problem).toBe(
    'code-used',
  )
})

test('an organisation with an impossible name, or one that is there already, is not made', async () => {
  const data = makeDirectory()
  for (const [id, name, sentence] of [
    ['Zand Rode', 'x', 'gebruik kleine letters'],
    ['../buiten', 'x', 'gebruik kleine letters'],
    ['', 'x', 'gebruik kleine letters'],
    ['zandrode', ' ', 'Geef de organisatie een naam'],
  ] as const) {
    const { code, said } = await run({ WAARBORG_DATA: data }, 'create', id, name)
    expect(code).toBe(1)
    expect(said).toContain(sentence)
  }
  expect(readdirSync(data)).toEqual([])
  await run({ WAARBORG_DATA: data }, 'create', 'zandrode', 'Zandrode')
  const before = hashOf(data)
  const again = await run({ WAARBORG_DATA: data }, 'create', 'zandrode', 'Anders')
  expect(again.code).toBe(1)
  expect(again.said).toContain('bestaat al')
  expect(hashOf(data)).toBe(before)
})

test('an organisation made while the server runs can be used at once', async () => {
  const { data } = await makeMunicipality()
  const server = await startServer(data)
  const { said } = await run({ WAARBORG_DATA: data }, 'create', 'elders', 'Elders')
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(said)?.[0]
  const answer = await fetch(`${server.http}/api/elders/sign-in`, {
    method: 'POST',
    body: JSON.stringify({ code }),
  })
  expect(answer.status).toBe(200)
})

test('the demo is there after the first start, the same after the second, and whole after being killed in the making', async () => {
  const data = makeDirectory()
  const env = { WAARBORG_DATA: data, WAARBORG_PORT: '0' }
  const file = join(data, 'demo.json')
  const demo = async () => {
    const { child, output, ended } = runServer(env, ['demo'])
    await new Promise<void>((resolve, reject) => {
      child.stdout?.on('data', () => output().includes('Waarborg draait') && resolve())
      void ended.then((code) => reject(new Error(`ended with ${code}: ${output()}`)))
    })
    return {
      child,
      ended,
      ...(JSON.parse(readFileSync(file, 'utf8')) as { server: string; codes: { code: string }[] }),
    }
  }
  // What a kill in the middle leaves behind.
  mkdirSync(join(data, 'organisations', 'f5006f1985dc2bad1830975082470353.unfinished'), { recursive: true })
  const first = await demo()
  expect(first.codes.length).toBeGreaterThanOrEqual(6)
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  const second = await demo()
  expect(second.codes).toEqual(first.codes)
  for (const { code } of second.codes) {
    const answer = await fetch(`${second.server}/api/zandrode/sign-in`, {
      method: 'POST',
      body: JSON.stringify({ code }),
    })
    expect(answer.status).toBe(200)
  }
  expect(readdirSync(join(data, 'organisations'))).toHaveLength(1)
})
