/**
 * The network of a simulation, at the edge of the process: sockets as a browser and as `ws` give them, and channels between
 * the pages of a device. What is sent waits until it is delivered, and can be cut off anywhere, in the middle of a frame too.
 */
import { Duplex } from 'node:stream'
import type { Chance } from './chance'

/** Bytes and events on their way, in order. */
type Down =
  | { readonly kind: 'connect' }
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'end' }
type Up = { readonly kind: 'bytes'; readonly bytes: Buffer } | { readonly kind: 'end' }

/** One connection, from the first attempt to the end on both sides. */
export type Link = {
  readonly host: string
  /** Name of the page that made it. */
  readonly page: string
  readonly path: string
  readonly room: string
  readonly protocols: string
  readonly up: Up[]
  readonly down: Down[]
  /** Neither end knows that nothing arrives any more. */
  dead: boolean
  client: 'connecting' | 'open' | 'closed'
  server: Duplex | undefined
}

export type Network = {
  readonly links: ReadonlySet<Link>
  /** Devices without a network, by host. */
  readonly offline: Set<string>
  /** Rooms of which nothing arrives for the time being: each has a connection of its own. */
  readonly stalled: Set<string>
  /** Takes a call on a stream of bytes, as long as the server is up. */
  accept: ((link: Link, stream: Duplex) => void) | undefined
  /** The server says on a connection that it closes it. */
  onClosing: (link: Link, code: number, reason: string) => void
  /** Whether anything waits for delivery. */
  isBusy(): boolean
  /** Delivers one thing that waits. @returns whether anything did */
  deliver(chance: Chance): boolean
  /** Delivers what one channel has to say to one page. */
  deliverNews(chance: Chance): boolean
  /** Breaks a connection; each side hears of it or not, and what was on its way arrives up to some point. */
  cut(link: Link, chance: Chance, known: { client: boolean; server: boolean }): void
  /** Ends a page in which channels are open; what it had said on them may arrive or not. */
  leave(end: () => void, chance: Chance): void
  release(): void
}

export const createNetwork = (): Network => {
  const links = new Set<Link>()
  const clients = new Map<Link, BrowserEnd>()
  const offline = new Set<string>()
  const stalled = new Set<string>()
  const channels = new Set<Channel>()
  const news: { readonly to: Channel; readonly from: Channel; readonly data: unknown }[] = []
  const { WebSocket, BroadcastChannel } = globalThis

  const forgetIfOver = (link: Link): void => {
    if (link.client === 'closed' && (!link.server || link.server.destroyed)) links.delete(link)
  }
  const endClient = (link: Link, code: number): void => {
    if (link.client === 'closed') return
    link.client = 'closed'
    link.down.length = 0
    const end = clients.get(link) as BrowserEnd
    end.readyState = 3
    if (code === 1006) end.onerror?.({ type: 'error' })
    end.onclose?.({ type: 'close', code, reason: '' })
    forgetIfOver(link)
  }
  const endServer = (link: Link): void => {
    link.up.length = 0
    link.server?.destroy()
    forgetIfOver(link)
  }
  const send = (link: Link, opcode: number, payload: Uint8Array): void => {
    if (!link.dead) link.up.push({ kind: 'bytes', bytes: maskedFrame(opcode, payload) })
  }

  const open = (link: Link): BrowserEnd => {
    const end: BrowserEnd = {
      CONNECTING: 0,
      OPEN: 1,
      CLOSING: 2,
      CLOSED: 3,
      binaryType: 'blob',
      readyState: 0,
      onopen: null,
      onmessage: null,
      onclose: null,
      onerror: null,
      received: Buffer.alloc(0),
      send(bytes) {
        if (end.readyState === 1) send(link, OPCODE.binary, bytes)
      },
      close() {
        if (end.readyState >= 2) return
        if (end.readyState === 1) send(link, OPCODE.close, Uint8Array.of())
        else link.up.push({ kind: 'end' })
        end.readyState = 3
        link.client = 'closed'
        link.down.length = 0
        forgetIfOver(link)
      },
    }
    clients.set(link, end)
    links.add(link)
    return end
  }

  const connect = (link: Link): void => {
    const { accept } = network
    if (offline.has(link.host) || !accept) {
      endClient(link, 1006)
      return
    }
    const stream = createServerEnd(link, (code, reason) => network.onClosing(link, code, reason))
    stream.once('close', () => forgetIfOver(link))
    link.server = stream
    accept(link, stream)
  }
  const arrive = (link: Link, bytes: Buffer): void => {
    const end = clients.get(link) as BrowserEnd
    end.received = Buffer.concat([end.received, bytes])
    if (link.client === 'connecting') {
      const head = end.received.indexOf(END_OF_HEAD)
      if (head < 0) return
      end.received = end.received.subarray(head + END_OF_HEAD.length)
      link.client = 'open'
      end.readyState = 1
      end.onopen?.({ type: 'open' })
    }
    for (let frame = firstFrame(end.received); frame; frame = firstFrame(end.received)) {
      end.received = end.received.subarray(frame.end)
      if (link.client !== 'open') return
      hear(link, end, frame)
    }
  }
  const hear = (link: Link, end: BrowserEnd, { opcode, payload }: Frame): void => {
    if (opcode === OPCODE.binary) end.onmessage?.({ data: new Uint8Array(payload).buffer })
    if (opcode === OPCODE.ping) send(link, OPCODE.pong, payload)
    if (opcode !== OPCODE.close) return
    // The browser answers, so the server hears that it is over.
    send(link, OPCODE.close, payload)
    endClient(link, payload.readUInt16BE(0))
  }
  const deliverDown = (link: Link, chance: Chance): void => {
    const item = link.down.shift() as Down
    if (item.kind === 'connect') connect(link)
    else if (item.kind === 'end') endClient(link, 1006)
    else {
      const most = item.bytes.length
      const part = chance.flip(0.2) ? chance.between(1, most) : most
      if (part < most) link.down.unshift({ kind: 'bytes', bytes: item.bytes.subarray(part) })
      arrive(link, item.bytes.subarray(0, part))
    }
  }
  const deliverUp = (link: Link): void => {
    const item = link.up.shift() as Up
    if (item.kind === 'end') endServer(link)
    else if (link.server && !link.server.destroyed) link.server.push(item.bytes)
  }
  const waiting = (): (() => (chance: Chance) => void)[] => {
    const found: (() => (chance: Chance) => void)[] = []
    for (const link of links) {
      if (stalled.has(link.room)) continue
      if (link.down.length > 0) found.push(() => (chance) => deliverDown(link, chance))
      if (link.up.length > 0) found.push(() => () => deliverUp(link))
    }
    return found
  }

  const network: Network = {
    links,
    offline,
    stalled,
    accept: undefined,
    onClosing: () => undefined,
    isBusy: () => waiting().length > 0 || news.length > 0,
    deliver(chance) {
      const found = waiting()
      if (found.length === 0) return false
      chance.pick(found)()(chance)
      return true
    },
    deliverNews(chance) {
      const first = news[chance.below(news.length)]
      if (!first) return false
      // To one page in the order in which it was said by another.
      const index = news.findIndex(({ to, from }) => to === first.to && from === first.from)
      const [item] = news.splice(index, 1)
      if (item && channels.has(item.to)) item.to.onmessage?.({ data: item.data })
      return true
    },
    cut(link, chance, known) {
      if (link.down[0]?.kind === 'connect') return
      link.dead = true
      link.up.length = chance.between(0, link.up.length)
      link.down.length = chance.between(0, link.down.length)
      const last = link.down.pop()
      if (last?.kind === 'bytes')
        link.down.push({ kind: 'bytes', bytes: last.bytes.subarray(0, chance.between(1, last.bytes.length)) })
      if (known.server) link.up.push({ kind: 'end' })
      if (known.client && link.client !== 'closed') link.down.push({ kind: 'end' })
    },
    leave(end, chance) {
      const before = [...channels]
      end()
      // Up to some point: a channel keeps its order.
      for (const gone of before.filter((channel) => !channels.has(channel))) {
        const own = news.filter(({ from }) => from === gone)
        const lost = new Set(own.slice(chance.between(0, own.length)))
        news.splice(0, news.length, ...news.filter((each) => !lost.has(each)))
      }
    },
    release: () => Object.assign(globalThis, { WebSocket, BroadcastChannel }),
  }

  Object.assign(globalThis, {
    // biome-ignore lint/complexity/useArrowFunction: it is called with `new`
    WebSocket: function (url: string, protocols: readonly string[]) {
      // The page's name stands before the path, as on a server behind another.
      const { host, pathname } = new URL(url)
      const [, page = '', ...path] = pathname.split('/')
      return open({
        host,
        page,
        path: `/${path.join('/')}`,
        room: path.slice(2).join('/'),
        protocols: protocols.join(', '),
        up: [],
        down: [{ kind: 'connect' }],
        dead: false,
        client: 'connecting',
        server: undefined,
      })
    },
    // biome-ignore lint/complexity/useArrowFunction: it is called with `new`
    BroadcastChannel: function (name: string) {
      const channel: Channel = {
        name,
        onmessage: null,
        postMessage(data) {
          const copy = structuredClone(data)
          for (const to of channels)
            if (to !== channel && to.name === name) news.push({ to, from: channel, data: copy })
        },
        close: () => void channels.delete(channel),
      }
      channels.add(channel)
      return channel
    },
  })
  return network
}

type BrowserEnd = {
  readonly CONNECTING: 0
  readonly OPEN: 1
  readonly CLOSING: 2
  readonly CLOSED: 3
  binaryType: string
  readyState: number
  onopen: ((event: unknown) => void) | null
  onmessage: ((event: { data: ArrayBuffer }) => void) | null
  onclose: ((event: unknown) => void) | null
  onerror: ((event: unknown) => void) | null
  received: Buffer
  send(bytes: Uint8Array): void
  close(): void
}

type Channel = {
  readonly name: string
  onmessage: ((event: { data: unknown }) => void) | null
  postMessage(data: unknown): void
  close(): void
}

/** The server's end of a connection: what it writes is on its way at once. */
const createServerEnd = (link: Link, onClosing: (code: number, reason: string) => void): Duplex => {
  let written = Buffer.alloc(0)
  let isUpgraded = false
  const say = (item: Down): void => {
    if (!link.dead && link.client !== 'closed') link.down.push(item)
  }
  const read = (bytes: Buffer): void => {
    written = Buffer.concat([written, bytes])
    const head = isUpgraded ? 0 : written.indexOf(END_OF_HEAD)
    if (head < 0) return
    if (!isUpgraded) written = written.subarray(head + END_OF_HEAD.length)
    isUpgraded = true
    for (let frame = firstFrame(written); frame; frame = firstFrame(written)) {
      written = written.subarray(frame.end)
      if (frame.opcode === OPCODE.close && frame.payload.length >= 2)
        onClosing(frame.payload.readUInt16BE(0), frame.payload.subarray(2).toString())
    }
  }
  const stream: Duplex = new Duplex({
    read: () => undefined,
    write(bytes: Buffer, _encoding, done) {
      read(bytes)
      say({ kind: 'bytes', bytes: Buffer.from(bytes) })
      done()
    },
    final(done) {
      say({ kind: 'end' })
      stream.push(null)
      done()
    },
    destroy(error, done) {
      say({ kind: 'end' })
      done(error)
    },
  })
  return stream
}

const OPCODE = { binary: 2, close: 8, ping: 9, pong: 10 } as const
const END_OF_HEAD = '\r\n\r\n'

type Frame = { readonly opcode: number; readonly payload: Buffer; readonly end: number }

/** The first frame, if all of it has arrived (RFC 6455, 5.2). */
const firstFrame = (bytes: Buffer): Frame | undefined => {
  if (bytes.length < 2) return undefined
  const short = (bytes[1] as number) & 127
  const start = short < 126 ? 2 : short === 126 ? 4 : 10
  if (bytes.length < start) return undefined
  const length =
    short < 126
      ? short
      : short === 126
        ? bytes.readUInt16BE(2)
        : bytes.readUInt32BE(2) * 2 ** 32 + bytes.readUInt32BE(6)
  const end = start + length
  if (bytes.length < end) return undefined
  return { opcode: (bytes[0] as number) & 15, payload: bytes.subarray(start, end), end }
}

/** A frame as browsers send it, with a mask that changes nothing. */
const maskedFrame = (opcode: number, payload: Uint8Array): Buffer => {
  const { length } = payload
  const head = Buffer.alloc(length < 126 ? 6 : length < 65_536 ? 8 : 14)
  head[0] = 0x80 | opcode
  if (length < 126) head[1] = 0x80 | length
  else if (length < 65_536) {
    head[1] = 0x80 | 126
    head.writeUInt16BE(length, 2)
  } else {
    head[1] = 0x80 | 127
    head.writeUInt32BE(length, 6)
  }
  return Buffer.concat([head, payload])
}
