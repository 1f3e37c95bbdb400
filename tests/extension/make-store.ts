/**
 * Stores as pages of one device make them, on a disk in memory and against a small server at the edge of the process,
 * which speaks the wire of the real one: it stores, relays, echoes the confirm counter and closes with a code.
 */
import 'fake-indexeddb/auto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
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
  /** Room -> close code for whoever comes or is there. */
  refuse(room: string, code: number): void
  /** From now on updates are not confirmed, until `confirm()`. */
  holdConfirms(): void
  confirm(): void
  /** Every update message that arrived, by room. */
  readonly received: Map<string, Uint8Array[]>
  connections(): number
  stop(): Promise<void>
}

/** Starts a server. @param given a port and rooms to start again with, as after a restart */
export const startServer = async (
  given: { port?: number; rooms?: Map<string, Y.Doc> } = {},
): Promise<FakeServer> => {
  const rooms = given.rooms ?? new Map<string, Y.Doc>()
  const refusals = new Map<string, number>()
  const sockets = new Map<WebSocket, string>()
  const received = new Map<string, Uint8Array[]>()
  let held: (() => void)[] | undefined

  const doc = (room: string): Y.Doc => {
    const known = rooms.get(room)
    if (known) return known
    const made = new Y.Doc()
    declareRoots(made)
    rooms.set(room, made)
    return made
  }
  const others = (room: string, self: WebSocket): WebSocket[] =>
    [...sockets].filter(([socket, name]) => name === room && socket !== self).map(([socket]) => socket)

  const hear = (socket: WebSocket, room: string, bytes: Uint8Array): void => {
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    if (type === MESSAGE.awareness) for (const each of [socket, ...others(room, socket)]) each.send(bytes)
    if (type === MESSAGE.confirm) {
      const echo = (): void => socket.send(bytes)
      if (held) held.push(echo)
      else echo()
    }
    if (type !== MESSAGE.sync) return
    const step = decoding.readVarUint(decoder)
    const payload = decoding.readVarUint8Array(decoder)
    if (step === syncProtocol.messageYjsSyncStep1) return answer(socket, room, payload)
    received.set(room, [...(received.get(room) ?? []), payload])
    Y.applyUpdate(doc(room), payload, socket)
    for (const each of others(room, socket)) each.send(bytes)
  }
  const answer = (socket: WebSocket, room: string, vector: Uint8Array): void =>
    socket.send(message((encoder) => syncProtocol.writeSyncStep2(encoder, doc(room), vector)))

  const http = createServer()
  const wss = new WebSocketServer({ server: http, handleProtocols: () => 'waarborg.1' })
  wss.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    const room = decodeURIComponent(String(request.url).replace(/^\/sync\/[^/]+\//, ''))
    const code = refusals.get(room) ?? refusals.get('*')
    if (code !== undefined) return socket.close(code)
    sockets.set(socket, room)
    socket.binaryType = 'arraybuffer'
    socket.on('close', () => sockets.delete(socket))
    socket.on('message', (data) => hear(socket, room, new Uint8Array(data as ArrayBuffer)))
    socket.send(message((encoder) => syncProtocol.writeSyncStep1(encoder, doc(room))))
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
    refuse(room, code) {
      refusals.set(room, code)
      for (const [socket, name] of sockets) if (room === '*' || name === room) socket.close(code)
    },
    holdConfirms() {
      held = []
    },
    confirm() {
      for (const echo of held ?? []) echo()
      held = undefined
    },
    received,
    connections: () => sockets.size,
    async stop() {
      for (const socket of wss.clients) socket.terminate()
      await new Promise<void>((resolve) => wss.close(() => resolve()))
      await new Promise<void>((resolve) => http.close(() => resolve()))
    },
  }
}

const message = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.sync)
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

/** A small municipality: director p01, manager p05 of bur, manager p04 of tec, one weekly and one monthly control. */
export const fillOrganisation = (doc: Y.Doc): void => {
  const fold = createFold()
  const by = author('p01', NOW - 400 * 24 * 3_600_000)
  const statements = [
    ...nameOrganisation(fold, 'Gemeente Zandrode', by),
    ...addDepartment(fold, 'bur', { name: 'Burgerzaken', place: 'a' }, by),
    ...addDepartment(fold, 'tec', { name: 'Technische dienst', place: 'b' }, by),
    ...addMember(fold, 'p01', { name: 'An Director', title: '', roles: [role('director')] }, by),
    ...addMember(fold, 'p05', { name: 'Els Burger', title: '', roles: [role('manager', 'bur')] }, by),
    ...addMember(fold, 'p04', { name: 'Tom Technisch', title: '', roles: [role('manager', 'tec')] }, by),
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
  ]
  doc.getArray('statements').push(statements.map(toTuple))
}

const role = (name: 'director' | 'manager', ...departments: string[]) => ({
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

/** A store of one page; at the fixed moment unless told otherwise. */
export const makeStore = (session: Session, options: Partial<StoreOptions> = {}): SettlingStore =>
  createStore(session, { scope: 'mine', now: () => NOW, ...options })
