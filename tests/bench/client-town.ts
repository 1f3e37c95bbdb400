/** Servers with something to do on them: the demo, and a desk with more late checks than a run can answer. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { type Author, createOrganisation } from '../../server/author'
import { addControl, addTheme } from '../../shared/commands/controls'
import { addDays, dayOf } from '../../shared/days'
import { VERSION } from '../../shared/statement'
import { makeIds } from '../make'
import { makeDirectory } from './client-browser'

const SCRIPT = process.env.WAARBORG_TEST_SERVER ?? resolve('dist/server/main.mjs')

/** A running server, and how to get in by who one is. */
export type Town = {
  readonly server: string
  readonly organisation: string
  readonly codes: Readonly<Record<string, string>>
  stop(): Promise<void>
  start(): Promise<void>
}

/** The demo municipality: 22 departments and two years. */
export const startDemo = async (): Promise<Town> => {
  const data = makeDirectory()
  const process = await runServer(data, 'demo')
  const file = join(data, 'demo.json')
  await until(() => existsSync(file))
  const { server, organisation, codes } = JSON.parse(readFileSync(file, 'utf8')) as {
    server: string
    organisation: string
    codes: { member: string; code: string }[]
  }
  return {
    server,
    organisation,
    codes: Object.fromEntries(codes.map(({ member, code }) => [member, code])),
    ...process,
  }
}

/** The head of one desk, with so many checks that are late. */
export const startDesk = async (late: number): Promise<Town> => {
  const data = makeDirectory()
  const [organisation, member] = ['desk', 'p05']
  const code = await createOrganisation(
    data,
    { id: organisation, name: 'Loket' },
    { now: Date.now, recover: false, report: () => undefined },
    async (author) => {
      await writeDesk(author, member, late)
      return author.makeCode(member, { reusable: true })
    },
  )
  const process = await runServer(data, 'serve')
  return { server: process.address, organisation, codes: { [member]: code }, ...process }
}

const writeDesk = async ({ write, seen }: Author, member: string, late: number): Promise<void> => {
  const author = { by: 'p01', at: Date.now(), id: makeIds('b') }
  const statement = (about: string, set: Record<string, string | readonly object[]>) => ({
    v: VERSION,
    id: author.id(),
    at: author.at,
    by: author.by,
    about,
    set: set as never,
  })
  await write('org', author.by, [
    statement('organisation:self', { name: 'Loket' }),
    statement('department:bur', { name: 'Burgerzaken' }),
    statement('member:p01', { name: 'An', roles: [{ role: 'director', departments: [] }] }),
    statement(`member:${member}`, { name: 'Els', roles: [{ role: 'manager', departments: ['bur'] }] }),
  ])
  const lastMonth = `${addDays(`${dayOf(Date.now()).slice(0, 7)}-01`, -1).slice(0, 7)}-01`
  const org = await seen('org')
  const due = { rhythm: 'yearly', month: Number(lastMonth.slice(5, 7)), since: lastMonth } as const
  await write('org', author.by, [
    ...addTheme(org, 'geld', { name: 'Geld', nameEn: 'Money', place: '01' }, author),
    ...Array.from({ length: late }, (_, n) =>
      addControl(
        org,
        `kas-${n}`,
        { title: `Kas ${n} geteld`, theme: 'geld', departments: ['bur'], ...due },
        author,
      ),
    ).flat(),
  ])
}

const runServer = async (data: string, command: 'demo' | 'serve') => {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  const start = async (): Promise<void> => {
    const env = { ...process.env, WAARBORG_DATA: data, WAARBORG_PORT: String(port), WAARBORG_LOG: 'warn' }
    child = spawn(process.execPath, [SCRIPT, command], { env, stdio: ['ignore', 'ignore', 'inherit'] })
    await until(async () => (await fetch(`${address}/healthz`)).ok)
  }
  await start()
  process.once('exit', () => child?.kill())
  return {
    address,
    start,
    async stop() {
      const ended = new Promise((done) => child?.once('exit', done))
      child?.kill('SIGTERM')
      await ended
    },
  }
}

const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })

const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + 120_000; Date.now() < end; ) {
    if (await holds(isSo)) return
    await new Promise((next) => setTimeout(next, 100))
  }
  throw new Error('the server did not start')
}

const holds = async (isSo: () => boolean | Promise<boolean>): Promise<boolean> => {
  try {
    return await isSo()
  } catch {
    return false // nobody listens yet
  }
}
