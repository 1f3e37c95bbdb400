/** What tests of the server are made of: a municipality, a server process on it, clients, statements, raw updates. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { onTestFinished, vi } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { type Author, createOrganisation } from '../../server/author'
import type { Grant, Role } from '../../shared/kinds/member'
import { declareRoots, openLedger } from '../../shared/ledger'
import { MESSAGE, SUBPROTOCOL, TOKEN_PREFIX } from '../../shared/protocol'
import { type Json, type Statement, type Tuple, toTuple, VERSION } from '../../shared/statement'

// Stock providers read the global one, which Node 20 does not have.
globalThis.WebSocket ??= WebSocket as unknown as typeof globalThis.WebSocket

/** Tries an assertion until it holds. Patient, since the machine may be busy. */
export const eventually = <T>(assertion: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(assertion, { timeout: 20_000, interval: 20 })

// --- Statements ---

let made = 0

/** An id as a device would make one, but the same in every run. */
export const makeId = (): string => `test${String(++made).padStart(12, '0')}`

export const makeStatement = (
  by: string,
  about: string,
  set: Record<string, Json>,
  over?: Statement['over'],
): Statement => ({
  v: VERSION,
  id: makeId(),
  at: 1_790_000_000_000,
  by,
  about,
  set,
  ...(over ? { over } : {}),
})

export const makeAnswer = (by: string, note = 'in orde', period = '2026-11'): Statement =>
  makeStatement(by, `check:kas-telling/${period}`, { outcome: 'in-order', note })

export const makeMember = (by: string, key: string, roles: readonly Grant[]): Statement =>
  makeStatement(by, `member:${key}`, {
    name: `Naam ${key}`,
    title: 'Functie',
    roles: roles as unknown as Json,
  })

export const grant = (role: Role, departments: readonly string[] = [], until?: string): Grant => ({
  role,
  departments,
  until: (until ?? null) as string | undefined,
})

// --- A municipality ---

export const ORGANISATION = 'zandrode'

/** One person per role, and some on whom the rules are tried. */
export const PEOPLE = {
  director: 'p01',
  coordinator: 'p02',
  team: 'p03',
  managerTec: 'p04',
  managerBur: 'p05',
  contributorBur: 'p06',
  complaints: 'p07',
  auditor: 'p08',
  reader: 'p09',
  formerAuditor: 'p10',
} as const
export type Person = keyof typeof PEOPLE

const GRANTS: Record<Person, Grant> = {
  director: grant('director'),
  coordinator: grant('coordinator'),
  team: grant('team'),
  managerTec: grant('manager', ['tec']),
  managerBur: grant('manager', ['bur']),
  contributorBur: grant('contributor', ['bur']),
  complaints: grant('complaints'),
  auditor: grant('auditor', [], '2099-12-31'),
  reader: grant('reader', ['bur']),
  formerAuditor: grant('auditor', [], '2020-12-31'),
}

/** The rooms there are, one of each kind; `closedYear` may be read but no longer written. */
export const ROOMS = {
  org: 'org',
  team: 'team',
  complaints: 'complaints',
  dept: 'dept/bur',
  year: 'dept/bur/2026',
  closedYear: 'dept/bur/2024',
  text: 'text/dept/bur/plan.k2f7',
} as const

export type Municipality = { readonly data: string; readonly codes: Record<Person, string> }

/** A directory that is gone after the test. */
export const makeDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'waarborg-test-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

/** Puts a municipality in a data directory, with codes that may be used again. */
export const makeMunicipality = async (
  data = makeDirectory(),
  build: (author: Author) => Promise<void> = async () => undefined,
): Promise<Municipality> => {
  const { director } = PEOPLE
  const options = { now: Date.now, recover: false, report: () => undefined }
  const codes = await createOrganisation(
    data,
    { id: ORGANISATION, name: 'Zandrode' },
    options,
    async (author) => {
      const people = Object.keys(PEOPLE) as Person[]
      await author.write('org', director, [
        makeStatement(director, 'organisation:self', { name: 'Zandrode' }),
        ...['bur', 'tec'].map((key) => makeStatement(director, `department:${key}`, { name: key })),
        makeStatement(director, 'year:bur/2024', { closed: true }),
        ...people.map((person) => makeMember(director, PEOPLE[person], [GRANTS[person]])),
      ])
      await build(author)
      const all = await Promise.all(
        people.map(async (person) => [person, await author.makeCode(PEOPLE[person], { reusable: true })]),
      )
      return Object.fromEntries(all) as Record<Person, string>
    },
  )
  return { data, codes }
}

// --- The server ---

export const SERVER =
  process.env.WAARBORG_TEST_SERVER ?? fileURLToPath(new URL('../../dist/server/main.mjs', import.meta.url))

export type RunningServer = {
  readonly http: string
  readonly ws: string
  readonly process: ChildProcess
  /** Everything it has said so far. */
  readonly output: () => string
  /** Stops as an operator would; gives the exit code. */
  stop(): Promise<number | null>
  /** Ends it without a chance to do anything. */
  kill(): Promise<void>
}

export type ServerSettings = {
  readonly args?: readonly string[]
  readonly env?: Record<string, string>
  /** A program with arguments in front, for limits. */
  readonly through?: readonly string[]
}

/** Starts the built server on a data directory, on a free port. */
export const startServer = async (
  data: string,
  { args = ['serve'], env = {}, through = [] }: ServerSettings = {},
): Promise<RunningServer> => {
  const { child, output, ended } = runServer(
    { WAARBORG_DATA: data, WAARBORG_PORT: '0', ...env },
    args,
    through,
  )
  const port = await new Promise<number>((resolve, reject) => {
    const look = (): void => {
      const line = /"event":"started","port":(\d+)/.exec(output())
      if (line) resolve(Number(line[1]))
    }
    child.stdout?.on('data', look)
    void ended.then((code) => reject(new Error(`The server ended with ${code}:\n${output()}`)))
  })
  return {
    http: `http://127.0.0.1:${port}`,
    ws: `ws://127.0.0.1:${port}`,
    process: child,
    output,
    stop() {
      child.kill('SIGTERM')
      return ended
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Runs the built server to its end, or until the test is over. */
export const runServer = (
  env: Record<string, string>,
  args: readonly string[],
  through: readonly string[] = [],
): { child: ChildProcess; output: () => string; ended: Promise<number | null> } => {
  if (!existsSync(SERVER)) throw new Error(`There is no built server at ${SERVER}: npm run build`)
  const [command = '', ...rest] = [...through, process.execPath, SERVER, ...args]
  const child = spawn(command, rest, { env: { ...process.env, ...env } })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { child, output: () => said, ended }
}

/** Signs a device in; gives its token. */
export const signIn = async (server: RunningServer, code: string, device = 'test'): Promise<string> => {
  const answer = await call(server, 'POST', 'sign-in', { body: { code, device } })
  if (answer.status !== 200) throw new Error(`Not signed in: ${JSON.stringify(answer.body)}`)
  return String(answer.body.token)
}

/** Calls the HTTP interface of the organisation. */
export const call = async (
  server: RunningServer,
  method: string,
  path: string,
  options: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<{ status: number; body: Record<string, unknown>; headers: Headers }> => {
  const answer = await fetch(`${server.http}/api/${ORGANISATION}/${path}`, {
    method,
    headers: {
      ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  })
  const text = await answer.text()
  return { status: answer.status, body: text ? JSON.parse(text) : {}, headers: answer.headers }
}

// --- Clients ---

export type Closed = { readonly code: number; readonly reason: string }

export type Client = {
  readonly socket: WebSocket
  readonly doc: Y.Doc
  /** Everything that came in, as it came. */
  readonly frames: readonly Uint8Array[]
  readonly closed: Promise<Closed>
  /** Resolves once the server's sync step 2 is in. */
  readonly synced: Promise<void>
  /** States by client id, as the server showed them. */
  readonly presence: Map<number, unknown>
  send(bytes: Uint8Array): void
  sendUpdate(update: Uint8Array): void
  sendPresence(entries: readonly PresenceEntry[]): void
  /** Resolves when the server says that everything before is on its disk. */
  confirm(): Promise<void>
  /** Pushes statements and waits until they are confirmed. */
  write(...statements: readonly Statement[]): Promise<void>
  close(): Promise<void>
}
export type PresenceEntry = { client: number; clock: number; state: unknown }

export type ClientOptions = {
  readonly token?: string
  readonly room?: string
  readonly organisation?: string
  readonly protocols?: readonly string[]
  readonly origin?: string
  readonly path?: string
  /** Does not ask for what there is. */
  readonly silent?: boolean
}

/** A client that speaks the protocol by hand, so that it can also misuse it. */
export const connect = (server: RunningServer, options: ClientOptions = {}): Client => {
  const { token, room = 'org', organisation = ORGANISATION, silent = false } = options
  const path = options.path ?? `/sync/${organisation}/${room}`
  const protocols = options.protocols ?? [SUBPROTOCOL, ...(token ? [TOKEN_PREFIX + token] : [])]
  const socket = new WebSocket(`${server.ws}${path}`, [...protocols], {
    ...(options.origin === undefined ? {} : { origin: options.origin }),
  })
  socket.binaryType = 'arraybuffer'
  const doc = new Y.Doc()
  const ledger = openLedger(doc)
  const frames: Uint8Array[] = []
  const presence = new Map<number, unknown>()
  const confirms = new Map<number, () => void>()
  let counter = 0
  let onSynced = (): void => undefined
  const synced = new Promise<void>((resolve) => {
    onSynced = resolve
  })
  const closed = new Promise<Closed>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }))
  })
  socket.on('error', () => undefined)
  onTestFinished(() => socket.terminate())

  const waiting: Uint8Array[] = []
  const send = (bytes: Uint8Array): void => {
    if (socket.readyState === socket.CONNECTING) waiting.push(bytes)
    else if (socket.readyState === socket.OPEN) socket.send(bytes)
  }
  socket.on('open', () => {
    if (!silent) socket.send(messageOf(MESSAGE.sync, 0, Y.encodeStateVector(doc)))
    for (const bytes of waiting.splice(0)) socket.send(bytes)
  })
  socket.on('message', (data: ArrayBuffer) => {
    const bytes = new Uint8Array(data)
    frames.push(bytes)
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    if (type === MESSAGE.confirm) return confirms.get(decoding.readVarUint(decoder))?.()
    if (type === MESSAGE.awareness) {
      for (const { client, state } of readPresence(decoding.readVarUint8Array(decoder)))
        state === null ? presence.delete(client) : presence.set(client, state)
    }
    if (type !== MESSAGE.sync) return
    const step = decoding.readVarUint(decoder)
    const body = decoding.readVarUint8Array(decoder)
    if (step > 0) Y.applyUpdate(doc, body, 'server')
    if (step === 1) onSynced()
  })

  const client: Client = {
    socket,
    doc,
    frames,
    closed,
    synced,
    presence,
    send,
    sendUpdate: (update) => send(messageOf(MESSAGE.sync, 2, update)),
    sendPresence: (entries) => send(messageOf(MESSAGE.awareness, undefined, encodePresence(entries))),
    async confirm() {
      const own = ++counter
      const confirmed = new Promise<void>((resolve) => confirms.set(own, resolve))
      send(
        encoding.encode((encoder) => {
          encoding.writeVarUint(encoder, MESSAGE.confirm)
          encoding.writeVarUint(encoder, own)
        }),
      )
      const end = await Promise.race([confirmed, closed])
      if (end) throw new Error(`Closed with ${end.code} ${end.reason} before it was confirmed`)
    },
    async write(...statements) {
      await Promise.race([synced, closed])
      ledger.append(statements, 'own')
      await client.confirm()
    },
    async close() {
      socket.close()
      await closed
    },
  }
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') client.sendUpdate(update)
  })
  return client
}

/** A stock client, as it comes from the registry. */
export const connectStock = (server: RunningServer, token: string, room: string): WebsocketProvider => {
  const doc = new Y.Doc()
  declareRoots(doc)
  const provider = new WebsocketProvider(`${server.ws}/sync/${ORGANISATION}`, room, doc, {
    protocols: [SUBPROTOCOL, TOKEN_PREFIX + token],
    disableBc: true,
  })
  onTestFinished(() => {
    provider.destroy()
    provider.awareness.destroy()
  })
  return provider
}

/** What a room holds, as bytes: everything the server sends to one who has nothing. */
export const roomBytes = async (server: RunningServer, token: string, room: string): Promise<string> => {
  const client = connect(server, { token, room })
  await client.synced
  await client.close()
  const updates = client.frames.filter(([type, step]) => type === MESSAGE.sync && step !== 0)
  return Buffer.concat(updates).toString('hex')
}

/** The statements in a client's document. */
export const statementsIn = (doc: Y.Doc): Tuple[] => doc.getArray<Tuple>('statements').toArray()

// --- Bytes ---

/** A message of the y-websocket protocol. */
export const messageOf = (type: number, step: number | undefined, body: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, type)
    if (step !== undefined) encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, body)
  })

export const encodePresence = (entries: readonly PresenceEntry[]): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length)
    for (const { client, clock, state } of entries) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, JSON.stringify(state))
    }
  })

const readPresence = (update: Uint8Array): PresenceEntry[] => {
  const decoder = decoding.createDecoder(update)
  return Array.from({ length: decoding.readVarUint(decoder) }, () => ({
    client: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    state: JSON.parse(decoding.readVarString(decoder)),
  }))
}

export type RawId = { readonly client: number; readonly clock: number }
export type RawItem = {
  readonly origin?: RawId
  readonly right?: RawId
  readonly root?: string
  readonly parent?: RawId
  readonly sub?: string
  /** Number of the content type; 8 holds plain values. */
  readonly content?: number
  readonly entries?: readonly unknown[]
  /** Writes other content, or a whole struct when `info` is given. */
  readonly write?: (encoder: encoding.Encoder) => void
  readonly info?: number
}
export type RawSection = {
  readonly client: number
  readonly clock: number
  readonly items: readonly RawItem[]
}
export type RawDelete = { readonly client: number; readonly clock: number; readonly length: number }

/** Writes an update by hand (version 1), right or wrong. */
export const rawUpdate = (sections: readonly RawSection[], deletes: readonly RawDelete[] = []): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, sections.length)
    for (const { client, clock, items } of sections) {
      encoding.writeVarUint(encoder, items.length)
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      for (const item of items) writeItem(encoder, item)
    }
    encoding.writeVarUint(encoder, deletes.length)
    for (const { client, clock, length } of deletes) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, length)
    }
  })

const writeItem = (encoder: encoding.Encoder, item: RawItem): void => {
  const { origin, right, root, parent, sub, content = 8, entries = [], write, info } = item
  if (info !== undefined) {
    encoding.writeUint8(encoder, info)
    write?.(encoder)
    return
  }
  encoding.writeUint8(encoder, content | (origin ? 128 : 0) | (right ? 64 : 0) | (sub === undefined ? 0 : 32))
  if (origin) writeId(encoder, origin)
  if (right) writeId(encoder, right)
  if (!origin && !right) {
    encoding.writeVarUint(encoder, parent ? 0 : 1)
    if (parent) writeId(encoder, parent)
    else encoding.writeVarString(encoder, root ?? 'statements')
    if (sub !== undefined) encoding.writeVarString(encoder, sub)
  }
  if (write) write(encoder)
  else {
    encoding.writeVarUint(encoder, entries.length)
    for (const entry of entries) encoding.writeAny(encoder, entry as Parameters<typeof encoding.writeAny>[1])
  }
}

const writeId = (encoder: encoding.Encoder, { client, clock }: RawId): void => {
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
}

/** One push of statements by a client that saw nothing before, or that stands behind `origin`. */
export const pushUpdate = (
  client: number,
  clock: number,
  statements: readonly Statement[],
  origin?: RawId,
): Uint8Array =>
  rawUpdate([{ client, clock, items: [{ ...(origin ? { origin } : {}), entries: statements.map(toTuple) }] }])
