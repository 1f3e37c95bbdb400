/**
 * The door for sockets. Every socket is accepted and then, if need be, closed with a code that says why: a refused upgrade
 * looks like a network failure to a browser, which then tries for ever. No room is opened before all is in order.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { refusalAtDoor } from '../shared/access'
import { PROBLEMS, type Problem, Refusal, SUBPROTOCOL, TOKEN_PREFIX } from '../shared/protocol'
import { parseRoom } from '../shared/rooms'
import { type Connection, createConnection, type Visit } from './connection'
import type { Report } from './log'
import type { Metrics } from './metrics'
import type { Organisation } from './organisation'
import type { Organisations } from './organisations'
import type { Room } from './room'

export type Sockets = {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Follows an organisation: whoever loses a right or a token is told at once. */
  follow(organisation: Organisation): void
  readonly count: number
  /** Tells everyone to come back later. */
  close(patience: number): Promise<void>
}

export type SocketsOptions = {
  readonly organisations: Organisations
  readonly mayCall: (origin: string | undefined) => boolean
  readonly now: () => number
  readonly report: Report
  readonly metrics: Metrics
}

export const LIMITS = { sockets: 20_000, perMember: 600, frame: 8 * 1_048_576 } as const
/** How often rights that end with a day are looked at again, and how often a silent socket is asked whether it is there. */
const EVERY = { recheck: 30_000, ping: 30_000, greet: 20_000 } as const

const PATH = /^\/sync\/([^/?]+)\/([^?]+)(?:\?.*)?$/

export const createSockets = (options: SocketsOptions): Sockets => {
  const { organisations, mayCall, now, report, metrics } = options
  const connections = new Map<WebSocket, Connection>()
  /** Open sockets by organisation and member. */
  const counts = new Map<string, number>()
  const silent = new WeakSet<WebSocket>()
  let stopping = false
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.frame,
    perMessageDeflate: false,
    clientTracking: true,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  })
  // A request that is no proper WebSocket request is answered by ws itself.
  server.on('wsClientError', (_error, socket) => void socket.destroy())

  const connectionsOf = (organisation: Organisation): Connection[] =>
    [...connections.values()].filter(({ visit }) => visit.organisation === organisation)

  const refuse = (socket: WebSocket, problem: Problem, detail: string): void => {
    metrics.count('closed', problem)
    socket.close(PROBLEMS[problem].close, detail)
  }
  const admit = async (request: IncomingMessage): Promise<Visit> => {
    if (stopping) throw new Refusal('restarting')
    if (!mayCall(request.headers.origin)) throw new Refusal('not-for-you', 'origin')
    const [, id = '', name = ''] = PATH.exec(request.url ?? '') ?? []
    const organisation = await organisations.find(id)
    const { member, device } = whoIs(organisation, protocolsOf(request))
    if (organisation.store.isErased(name)) throw new Refusal('dropped')
    const place = parseRoom(name)
    const problem = refusalAtDoor(organisation.org, member, place, now())
    if (problem !== undefined || place === undefined) throw new Refusal(problem ?? 'no-such-room')
    if (connections.size >= LIMITS.sockets || (counts.get(`${id}/${member}`) ?? 0) >= LIMITS.perMember)
      throw new Refusal('too-many', 'sockets')
    return { organisation, member, device, name, place }
  }
  /** Who comes in while the room is being opened waits in the network. */
  const accept = async (socket: WebSocket, request: IncomingMessage): Promise<void> => {
    socket.on('error', () => undefined)
    socket.on('pong', () => silent.delete(socket))
    socket.pause()
    try {
      const visit = await admit(request)
      const room = await visit.organisation.rooms.open(visit.name, visit.place)
      if (socket.readyState === socket.OPEN) enter(socket, visit, room)
    } catch (error) {
      if (error instanceof Refusal) return refuse(socket, error.problem, error.detail)
      report('error', 'room-not-opened', { error })
      refuse(socket, 'server-trouble', 'server-trouble')
    } finally {
      socket.resume()
    }
  }
  const enter = (socket: WebSocket, visit: Visit, room: Room): void => {
    const owner = `${visit.organisation.id}/${visit.member}`
    counts.set(owner, (counts.get(owner) ?? 0) + 1)
    const onClose = (): void => {
      connections.delete(socket)
      counts.set(owner, (counts.get(owner) ?? 1) - 1)
    }
    const connection = createConnection({ socket, visit, room, now, report, metrics, onClose })
    connections.set(socket, connection)
    // What changed while the room was being opened.
    connection.recheck()
    if (visit.organisation.signIn.memberOfDevice(visit.device) === undefined) connection.close('signed-out')
    if (stopping) connection.close('restarting')
  }

  const pings = setInterval(() => {
    for (const socket of server.clients) {
      if (silent.has(socket)) socket.terminate()
      silent.add(socket)
      socket.ping()
    }
  }, EVERY.ping)
  const rechecks = setInterval(() => {
    for (const connection of connections.values()) connection.recheck()
  }, EVERY.recheck)
  // Stock clients take half a minute without a message for a dead line; a ping is no message to them.
  const greetings = setInterval(() => {
    for (const connection of connections.values()) connection.greet()
  }, EVERY.greet)

  return {
    upgrade(request, socket, head) {
      socket.on('error', destroy)
      server.handleUpgrade(request, socket, head, (accepted) => void accept(accepted, request))
    },
    follow(organisation) {
      organisation.org.watch(() => {
        for (const connection of connectionsOf(organisation)) connection.recheck()
      })
      organisation.signIn.watch((device) => {
        for (const connection of connectionsOf(organisation))
          if (connection.visit.device === device) connection.close('signed-out')
      })
    },
    get count() {
      return server.clients.size
    },
    async close(patience) {
      stopping = true
      for (const timer of [pings, rechecks, greetings]) clearInterval(timer)
      for (const connection of connections.values()) connection.close('restarting')
      const left = (): boolean => server.clients.size > 0
      for (let waited = 0; left() && waited < patience; waited += 10)
        await new Promise((resolve) => setTimeout(resolve, 10))
      for (const socket of server.clients) socket.terminate()
      server.close()
    },
  }
}

/** Not a closure: one made where a request is at hand would keep it, headers and all, for as long as the socket lives. */
function destroy(this: Duplex): void {
  this.destroy()
}

const protocolsOf = (request: IncomingMessage): string[] =>
  (request.headers['sec-websocket-protocol'] ?? '').split(',').map((word) => word.trim())

const whoIs = (
  organisation: Organisation,
  protocols: readonly string[],
): { member: string; device: string } => {
  const token = protocols.find((word) => word.startsWith(TOKEN_PREFIX))?.slice(TOKEN_PREFIX.length)
  if (token === undefined) throw new Refusal('signed-out', 'no token')
  if (!protocols.includes(SUBPROTOCOL)) throw new Refusal('client-too-old')
  const found = organisation.signIn.find(token)
  if (!found) throw new Refusal('signed-out', 'token unknown')
  return found
}
