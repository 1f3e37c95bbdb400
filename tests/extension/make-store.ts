/**
 * Stores as pages of one device make them, on a disk in memory and against a small server at the edge of the process,
 * which speaks the wire of the real one: it stores, relays, echoes the confirm counter and closes with a code.
 */
import 'fake-indexeddb/auto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { IDBFactory } from 'fake-indexeddb'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket, WebSocketServer } from 'ws'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import { createStore, type SettlingStore, type StoreOptions } from '../../extension/state/store'
import type { Session } from '../../extension/state/types'
import { addControl } from '../../shared/commands/controls'
import { addDepartment } from '../../shared/commands/departments'
import { addMember } from '../../shared/commands/members'
import { nameOrganisation } from '../../shared/commands/organisation'
import type { Author } from '../../shared/commands/say'
import { createFold } from '../../shared/fold'
import { declareRoots } from '../../shared/ledger'
import { MESSAGE } from '../../shared/protocol'
import { parse, type Statement, toTuple } from '../../shared/statement'

// Node 20 has none of its own.
globalThis.WebSocket ??= WebSocket as unknown as typeof globalThis.WebSocket

export type FakeServer = {
  /** "http://127.0.0.1:<port>" */
  readonly address: string
  readonly port: number
  /** The room's document as the server has it. */
  doc(room: string): Y.Doc
  statements(room: string): Statement[]
  /** Every room that anyone has entered. */
  rooms(): string[]
  /** Room ("*": every room) -> close code for whoever comes or is there. */
  refuse(room: string, code: number): void
  allow(room: string): void
  /** From now on nothing is confirmed, until `confirm()`. */
  holdConfirms(): void
  confirm(): void
  /** From now on what the server has stays on its way to whoever comes, as it was when they came, until `greet()`. */
  holdGreetings(): void
  /** Says the first word to those who wait for it. */
  greet(): void
  /** From now on nobody gets what a room already holds, only what is said in it, until `deliver()`. */
  holdHistory(room: string): void
  deliver(): void
  /** What was last said of where people look. */
  awareness(room: string): string
  connections(room?: string): number
  stop(): Promise<void>
}

/** Starts a server. @param given a port and documents to start again with, as after a restart */
export const startServer = async (
  given: { port?: number; docs?: Map<string, Y.Doc>; isSilent?: boolean } = {},
): Promise<FakeServer> => {
  const docs = given.docs ?? new Map<string, Y.Doc>()
  const refusals = new Map<string, number>()
  const sockets = new Map<WebSocket, { readonly room: string; readonly member: string }>()
  const looking = new Map<string, string>()
  const confirms = valve()
  const greetings = valve()
  const history = valve()
  let withHeldHistory: string | undefined
  if (given.isSilent) greetings.close()

  const doc = (room: string): Y.Doc => {
    const known = docs.get(room)
    if (known) return known
    const made = new Y.Doc()
    declareRoots(made)
    docs.set(room, made)
    relay(room, made)
    return made
  }
  // Also what a test puts there goes to everyone, as if someone else had said it.
  const relay = (room: string, made: Y.Doc): void => {
    made.on('update', (update: Uint8Array, origin: unknown) => {
      for (const socket of within(room)) if (socket !== origin) socket.send(syncMessage(2, update))
    })
  }
  const within = (room: string): WebSocket[] =>
    [...sockets].filter(([, place]) => place.room === room).map(([socket]) => socket)

  const hear = (socket: WebSocket, room: string, member: string, bytes: Uint8Array): void => {
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    if (type === MESSAGE.confirm) confirms(() => socket.send(bytes))
    if (type === MESSAGE.awareness) {
      const stamped = stamp(decoding.readVarUint8Array(decoder), member)
      looking.set(room, stamped.text)
      for (const each of within(room)) each.send(stamped.bytes)
    }
    if (type !== MESSAGE.sync) return
    const step = decoding.readVarUint(decoder)
    const payload = decoding.readVarUint8Array(decoder)
    const answer = (): void => socket.send(syncMessage(1, Y.encodeStateAsUpdate(doc(room), payload)))
    if (step === syncProtocol.messageYjsSyncStep1) room === withHeldHistory ? history(answer) : answer()
    else if (hasGap(doc(room), payload)) socket.close(4422)
    else Y.applyUpdate(doc(room), payload, socket)
  }

  for (const [room, known] of docs) relay(room, known)
  const http = createServer()
  const wss = new WebSocketServer({ server: http, handleProtocols: () => 'waarborg.1' })
  wss.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    const room = decodeURIComponent(String(request.url).replace(/^\/sync\/[^/]+\//, ''))
    const member = /token-of-([a-z0-9]+)/.exec(request.headers['sec-websocket-protocol'] ?? '')?.[1] ?? ''
    const code = refusals.get(room) ?? refusals.get('*')
    if (code !== undefined) return socket.close(code)
    sockets.set(socket, { room, member })
    socket.binaryType = 'arraybuffer'
    socket.on('close', () => sockets.delete(socket))
    socket.on('message', (data) => hear(socket, room, member, new Uint8Array(data as ArrayBuffer)))
    const has = Y.encodeStateVector(doc(room))
    greetings(() => socket.send(syncMessage(0, has)))
  })
  await new Promise<void>((resolve) => http.listen(given.port ?? 0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo

  return {
    address: `http://127.0.0.1:${port}`,
    port,
    doc,
    statements: (room) =>
      doc(room)
        .getArray('statements')
        .toArray()
        .map(parse)
        .filter((statement) => statement !== undefined),
    rooms: () => [...docs.keys()],
    refuse(room, code) {
      refusals.set(room, code)
      for (const [socket, place] of sockets) if (room === '*' || place.room === room) socket.close(code)
    },
    allow: (room) => void refusals.delete(room),
    holdConfirms: confirms.close,
    confirm: confirms.open,
    holdGreetings: greetings.close,
    greet: greetings.open,
    holdHistory(room) {
      withHeldHistory = room
      history.close()
    },
    deliver: history.open,
    awareness: (room) => looking.get(room) ?? '',
    connections: (room) => (room === undefined ? sockets.size : within(room).length),
    async stop() {
      // First nobody comes in any more: whoever is on the way would stay.
      const closed = new Promise<void>((resolve) => http.close(() => resolve()))
      for (const socket of wss.clients) socket.terminate()
      http.closeAllConnections()
      await new Promise<void>((resolve) => wss.close(() => resolve()))
      await closed
    },
  }
}

/** The same server, back after an absence. @param isSilent a socket opens without a first word of the server, until `greet()` */
export const restart = (stopped: FakeServer, { isSilent = false } = {}): Promise<FakeServer> => {
  const docs = new Map(stopped.rooms().map((room) => [room, stopped.doc(room)]))
  return startServer({ port: stopped.port, docs, isSilent })
}

/** Runs what it is given, unless it is closed: then on opening. */
const valve = () => {
  let held: (() => void)[] | undefined
  const run = (act: () => void): void => {
    if (held) held.push(act)
    else act()
  }
  const close = (): void => {
    held ??= []
  }
  const open = (): void => {
    const acts = held ?? []
    held = undefined
    for (const act of acts) act()
  }
  return Object.assign(run, { close, open })
}

const hasGap = (doc: Y.Doc, update: Uint8Array): boolean =>
  [...Y.parseUpdateMeta(update).from].some(([client, clock]) => clock > Y.getState(doc.store, client))

/** As the real server does: whatever someone says of himself, the member is the one who signed in. */
const stamp = (update: Uint8Array, member: string): { bytes: Uint8Array; text: string } => {
  const decoder = decoding.createDecoder(update)
  const encoder = encoding.createEncoder()
  let text = ''
  const count = decoding.readVarUint(decoder)
  encoding.writeVarUint(encoder, count)
  for (let index = 0; index < count; index += 1) {
    encoding.writeVarUint(encoder, decoding.readVarUint(decoder))
    encoding.writeVarUint(encoder, decoding.readVarUint(decoder))
    const state = JSON.parse(decoding.readVarString(decoder))
    text = JSON.stringify(state && { ...state, user: { member, name: `Naam van ${member}` } })
    encoding.writeVarString(encoder, text)
  }
  const bytes = message((outer) => {
    encoding.writeVarUint(outer, MESSAGE.awareness)
    encoding.writeVarUint8Array(outer, encoding.toUint8Array(encoder))
  })
  return { bytes, text }
}

const syncMessage = (step: 0 | 1 | 2, payload: Uint8Array): Uint8Array =>
  message((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, payload)
  })

const message = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}

/** The moment at which these tests live: Wednesday 18 November 2026, noon in Brussels. */
export const NOW = Date.UTC(2026, 10, 18, 11)

let count = 0
export const author = (by: string, at = NOW): Author => ({
  by,
  at,
  id: () => {
    count += 1
    return `made${String(count).padStart(12, '0')}`
  },
})

/** A small municipality: director p01, managers p05 of bur and p04 of tec, auditor p08; a monthly and a weekly control. */
export const organisationStatements = (): Statement[] => {
  const fold = createFold()
  const by = author('p01', NOW - 400 * 24 * 3_600_000)
  return [
    ...nameOrganisation(fold, 'Gemeente Zandrode', by),
    ...addDepartment(fold, 'bur', { name: 'Burgerzaken', place: 'a' }, by),
    ...addDepartment(fold, 'tec', { name: 'Technische dienst', place: 'b' }, by),
    ...addMember(fold, 'p01', { name: 'An Director', title: '', roles: [role('director')] }, by),
    ...addMember(fold, 'p05', { name: 'Els Burger', title: '', roles: [role('manager', 'bur')] }, by),
    ...addMember(fold, 'p04', { name: 'Tom Technisch', title: '', roles: [role('manager', 'tec')] }, by),
    ...addMember(fold, 'p08', { name: 'Audrey Audit', title: '', roles: [role('auditor')] }, by),
    ...addControl(
      fold,
      'kas-telling',
      {
        title: 'Kas tellen',
        theme: 'fin',
        departments: ['bur', 'tec'],
        rhythm: 'monthly',
        since: '2026-09-01',
      },
      by,
    ),
    ...addControl(
      fold,
      'lokalen',
      {
        title: 'Lokalen nakijken',
        theme: 'fac',
        departments: ['bur'],
        rhythm: 'weekly',
        since: '2026-11-01',
      },
      by,
    ),
    ...addControl(
      fold,
      'sleutels',
      {
        title: 'Sleutels tellen',
        theme: 'fac',
        departments: ['bur'],
        rhythm: 'yearly',
        month: 11,
        since: '2026-11-01',
        isKey: true,
        needsReview: true,
      },
      by,
    ),
  ]
}

export const fillOrganisation = (doc: Y.Doc): void =>
  doc.getArray('statements').push(organisationStatements().map(toTuple))

const role = (name: 'director' | 'manager' | 'auditor', ...departments: string[]) => ({
  role: name,
  departments,
  until: undefined,
})

export const sessionOf = (server: { readonly address: string }, member = 'p05'): Session => ({
  server: server.address,
  organisation: 'zandrode',
  token: `token-of-${member}`,
  member,
})

/** A device as it comes out of the box. */
export const newDevice = (): void => {
  globalThis.indexedDB = new IDBFactory()
}

/** A store of one page; at the fixed moment unless told otherwise. */
export const makeStore = (session: Session, options: Partial<StoreOptions> = {}): SettlingStore =>
  createStore(session, { scope: 'mine', now: () => NOW, ...options })
