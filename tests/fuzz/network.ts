/**
 * The network of a simulation, at the edge of the process: sockets as a browser and as `ws` give them, and channels between
 * the pages of a device. What is sent waits until it is delivered, and can be cut off anywhere, in the middle of a frame too.
 */
import type { WebSocket as ServerSocket } from 'ws'
import type { Chance } from './chance'

type Listener = (...given: never[]) => void

/** Bytes and events on their way, in order. */
type Down =
  | { readonly kind: 'connect' }
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'close'; readonly code: number }
type Up = { readonly kind: 'frame'; readonly bytes: Uint8Array } | { readonly kind: 'close' }

/** One connection, from the first attempt to the end on both sides. */
export type Link = {
  readonly host: string
  readonly room: string
  readonly token: string
  readonly up: Up[]
  readonly down: Down[]
  /** Neither end knows that nothing arrives any more. */
  dead: boolean
  client: 'connecting' | 'open' | 'closed'
  server: ServerEnd | undefined
}

/** The server's end, as far as a connection uses it. */
export type ServerEnd = {
  readonly socket: ServerSocket
  readonly isPaused: () => boolean
  emit(event: 'message' | 'close', ...given: unknown[]): void
  /** The code with which the server closed, and why. */
  closing(): { readonly code: number; readonly reason: string } | undefined
}

export type Network = {
  readonly links: ReadonlySet<Link>
  /** Devices without a network, by host. */
  readonly offline: Set<string>
  /** Lets a visitor in, as long as the server is up. */
  accept: ((link: Link) => void) | undefined
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
  const channels = new Set<Channel>()
  const news: { readonly to: Channel; readonly from: Channel; readonly data: unknown }[] = []
  const { WebSocket, BroadcastChannel } = globalThis

  const forgetIfOver = (link: Link): void => {
    if (link.client === 'closed' && (!link.server || link.server.socket.readyState === 3)) links.delete(link)
  }
  const endClient = (link: Link, code: number): void => {
    if (link.client === 'closed') return
    link.client = 'closed'
    link.down.length = 0
    const end = clients.get(link)
    if (end) {
      end.readyState = 3
      if (code === 1006) end.onerror?.({ type: 'error' })
      end.onclose?.({ type: 'close', code, reason: '' })
    }
    forgetIfOver(link)
  }
  const endServer = (link: Link): void => {
    link.up.length = 0
    link.server?.emit('close')
    forgetIfOver(link)
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
        // The caller may use its buffer again.
        if (end.readyState === 1 && !link.dead) link.up.push({ kind: 'frame', bytes: bytes.slice() })
      },
      close() {
        if (end.readyState >= 2) return
        end.readyState = 3
        link.client = 'closed'
        link.down.length = 0
        if (!link.dead) link.up.push({ kind: 'close' })
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
    const end = clients.get(link) as BrowserEnd
    accept(link)
    link.client = 'open'
    end.readyState = 1
    end.onopen?.({ type: 'open' })
  }
  const arrive = (link: Link, bytes: Buffer): void => {
    const end = clients.get(link) as BrowserEnd
    end.received = Buffer.concat([end.received, bytes])
    for (let frame = firstFrame(end.received); frame; frame = firstFrame(end.received)) {
      const data = end.received.buffer.slice(
        end.received.byteOffset + frame.start,
        end.received.byteOffset + frame.end,
      ) as ArrayBuffer
      end.received = end.received.subarray(frame.end)
      if (link.client !== 'open') return
      end.onmessage?.({ data })
    }
  }
  const deliverDown = (link: Link, chance: Chance): void => {
    const item = link.down.shift() as Down
    if (item.kind === 'connect') connect(link)
    else if (item.kind === 'close') {
      // The browser answers, so the server hears that it is over.
      if (!link.dead && item.code !== 1006) link.up.push({ kind: 'close' })
      endClient(link, item.code)
    } else {
      const most = item.bytes.length
      const part = chance.flip(0.2) ? chance.between(1, most) : most
      if (part < most) link.down.unshift({ kind: 'bytes', bytes: item.bytes.subarray(part) })
      arrive(link, item.bytes.subarray(0, part))
    }
  }
  const deliverUp = (link: Link): void => {
    const item = link.up.shift() as Up
    if (item.kind === 'close') endServer(link)
    else link.server?.emit('message', Buffer.from(item.bytes), true)
  }
  const mayGoUp = (link: Link): boolean => link.up.length > 0 && !link.server?.isPaused()
  const waiting = (): (() => (chance: Chance) => void)[] => {
    const found: (() => (chance: Chance) => void)[] = []
    for (const link of links) {
      if (link.down.length > 0) found.push(() => (chance) => deliverDown(link, chance))
      if (mayGoUp(link)) found.push(() => () => deliverUp(link))
    }
    return found
  }

  const network: Network = {
    links,
    offline,
    accept: undefined,
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
      if (known.server) link.up.push({ kind: 'close' })
      if (known.client && link.client !== 'closed') link.down.push({ kind: 'close', code: 1006 })
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
      const { host, pathname } = new URL(url)
      return open({
        host,
        room: pathname.split('/').slice(3).join('/'),
        token: protocols.find((word) => word.startsWith('token.'))?.slice('token.'.length) ?? '',
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

/** The server's end of a link. */
export const createServerEnd = (link: Link): ServerEnd => {
  const listeners = new Map<string, Listener[]>()
  let isPaused = false
  let closing: { code: number; reason: string } | undefined
  const say = (item: Down): void => {
    if (!link.dead && link.client !== 'closed') link.down.push(item)
  }
  const emit = (event: string, ...given: unknown[]): void => {
    if (event === 'close') state.readyState = 3
    for (const listener of listeners.get(event) ?? []) listener(...(given as never[]))
  }
  const state = {
    OPEN: 1,
    readyState: 1,
    _socket: {
      writableLength: 0,
      write: (bytes: Buffer) => say({ kind: 'bytes', bytes: Buffer.from(bytes) }),
      cork: () => undefined,
      uncork: () => undefined,
    },
    on(event: string, listener: Listener) {
      listeners.set(event, [...(listeners.get(event) ?? []), listener])
    },
    pause() {
      isPaused = true
    },
    resume() {
      isPaused = false
    },
    close(code: number, reason: string) {
      if (state.readyState !== 1) return
      state.readyState = 2
      closing = { code, reason }
      say({ kind: 'close', code })
    },
    terminate() {
      emit('close')
    },
  }
  return {
    socket: state as unknown as ServerSocket,
    isPaused: () => isPaused,
    emit,
    closing: () => closing,
  }
}

/** Where the first whole frame begins and ends, if one has arrived. */
const firstFrame = (bytes: Buffer): { readonly start: number; readonly end: number } | undefined => {
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
  return bytes.length < start + length ? undefined : { start, end: start + length }
}
