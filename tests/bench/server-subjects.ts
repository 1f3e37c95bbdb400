/** The servers that are measured: ours, and the reference server of y-websocket with LevelDB. Each in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createOrganisation } from '../../server/author'
import { SUBPROTOCOL, TOKEN_PREFIX } from '../../shared/protocol'
import { makeStatementId } from './server-updates'
import { openWire, type Wire } from './server-wire'

export type Subject = {
  readonly name: 'waarborg' | 'reference'
  /** Opens a socket, as the director who writes or as one of several members. */
  open(room: number, asDirector?: boolean): Promise<Wire>
  /** Processor time used so far, in milliseconds. */
  cpu(): number
  /** Memory in use, in bytes. */
  memory(): number
  restart(): Promise<void>
  stop(): Promise<void>
  readonly data: string
}

export const DIRECTOR = 'p01'
const MEMBERS = [DIRECTOR, 'p02', 'p03', 'p04', 'p05', 'p06', 'p07', 'p08']
const ROOMS = 64
/** The name of a room by its number. */
export const roomName = (room: number): string => `dept/d${room}/2026`

const start = async (script: string, args: string[], env: Record<string, string>, ready: RegExp) => {
  const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, ...env } })
  let output = ''
  const port = await new Promise<number>((found, failed) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString()
        const match = ready.exec(output)
        if (match) found(Number(match[1]))
      })
    child.once('exit', (code) => failed(new Error(`${script} ended with ${code}: ${output}`)))
  })
  return { child, port }
}

const end = async (child: ChildProcess): Promise<void> => {
  const ended = new Promise((done) => child.once('exit', done))
  child.kill('SIGTERM')
  await ended
}

const measures = (current: () => ChildProcess) => ({
  cpu(): number {
    const fields = readFileSync(`/proc/${current().pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * 10
  },
  memory(): number {
    const pages = readFileSync(`/proc/${current().pid}/statm`, 'utf8').split(' ')[1]
    return Number(pages) * 4096
  },
})

export const startWaarborg = async (): Promise<Subject> => {
  const data = mkdtempSync(join(tmpdir(), 'waarborg-bench-'))
  const options = { now: Date.now, recover: false, report: () => undefined }
  const organisation = { id: 'bench', name: 'Bench' }
  const codes = await createOrganisation(data, organisation, options, async ({ write, makeCode }) => {
    const by = { v: 1, at: 1, by: DIRECTOR }
    const roles = [{ role: 'director', departments: [] }]
    await write('org', DIRECTOR, [
      ...MEMBERS.map((member) => ({
        ...by,
        id: makeStatementId(),
        about: `member:${member}`,
        set: { name: member, roles },
      })),
      ...Array.from({ length: ROOMS }, (_, room) => ({
        ...by,
        id: makeStatementId(),
        about: `department:d${room}`,
        set: { name: `d${room}` },
      })),
    ])
    return Promise.all(MEMBERS.map((member) => makeCode(member, { reusable: true })))
  })
  const script = process.env.WAARBORG_TEST_SERVER ?? resolve('dist/server/main.mjs')
  const run = () =>
    start(
      script,
      ['serve'],
      { WAARBORG_DATA: data, WAARBORG_PORT: '0', WAARBORG_LOG: 'info' },
      /"started","port":(\d+)/,
    )
  let running = await run()
  const signIn = async (code: string): Promise<string> => {
    const address = `http://127.0.0.1:${running.port}/api/bench/sign-in`
    const answer = await fetch(address, { method: 'POST', body: JSON.stringify({ code }) })
    return ((await answer.json()) as { token: string }).token
  }
  const tokens = await Promise.all(codes.map(signIn))
  let opened = 0
  return {
    name: 'waarborg',
    data,
    open: (room, asDirector = true) =>
      openWire({
        port: running.port,
        path: `/sync/bench/${roomName(room)}`,
        protocols: `${SUBPROTOCOL}, ${TOKEN_PREFIX}${tokens[asDirector ? 0 : opened++ % tokens.length]}`,
      }),
    ...measures(() => running.child),
    async restart() {
      await end(running.child)
      running = await run()
    },
    async stop() {
      await end(running.child)
      rmSync(data, { recursive: true, force: true })
    },
  }
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

export const startReference = async (): Promise<Subject> => {
  const data = mkdtempSync(join(tmpdir(), 'reference-bench-'))
  const port = await freePort()
  const script = resolve('node_modules/@y/websocket-server/src/server.js')
  const env = { HOST: '127.0.0.1', PORT: String(port), YPERSISTENCE: data }
  const run = () => start(script, [], env, /on port (\d+)/)
  let running = await run()
  return {
    name: 'reference',
    data,
    open: (room) => openWire({ port, path: `/${roomName(room).replaceAll('/', '-')}` }),
    ...measures(() => running.child),
    async restart() {
      await end(running.child)
      running = await run()
    },
    async stop() {
      await end(running.child)
      rmSync(data, { recursive: true, force: true })
    },
  }
}
