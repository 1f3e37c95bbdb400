/**
 * One room's socket to the server: a y-websocket provider, plus what Yjs lacks: knowing what is on the server's disk.
 * "Confirmed" is said only after the server's echo. Knows nothing of this device's disk or of other pages.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as awarenessProtocol from 'y-protocols/awareness'
import * as syncProtocol from 'y-protocols/sync'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { MESSAGE, type Problem, problemOfClose, SUBPROTOCOL, TOKEN_PREFIX } from '../../shared/protocol'
import { updatesBeyond } from './outbox'
import { addedBy, readVector, type Vector, vectorOf } from './vector'

/** `slow`: the first attempt takes so long that one should not wait for it, though it may still succeed. */
export type WireState = 'waiting' | 'connecting' | 'slow' | 'online' | 'offline' | 'closed'

export type Wire = {
  readonly awareness: awarenessProtocol.Awareness
  state(): WireState
  /** Why the server closed the room for good, or why it is asked only now and then. */
  problem(): Problem | undefined
  /** What was sent on the present socket, or came from it. */
  sent(): Vector
  /** Goes to the server; after some closures also again, when things may have changed. */
  connect(): void
  /** Closes the socket, until `connect`. */
  rest(): void
  /** Whether an update came from the server. */
  isOrigin(origin: unknown): boolean
}

export type WireOptions = {
  /** Without the room: "wss://waarborg.zandrode.be/sync/zandrode". */
  readonly address: string
  readonly room: string
  readonly token: string
  readonly signal: AbortSignal
  /** State, problem or what was sent has changed. */
  readonly changed: () => void
  /** A socket begins to open: what the server tells from now on is of now. */
  readonly opening: () => void
  /** The server has told what it had when the socket opened: this, and nothing else. */
  readonly greeted: (theirs: Vector) => void
  /** This came from the server, and so is on its disk. */
  readonly heard: (vector: Vector) => void
  /** This was said here, and is on the server's disk now. */
  readonly confirmed: (vector: Vector) => void
}

/** Longest wait between two attempts; each is spread, so that a whole town hall does not come back at once. */
const MAX_BACKOFF = 30_000
/** Attempts after which the wait is about that long. */
const SLOW = 8
/** How long a first attempt may take before one says that there is no connection. It goes on trying. */
const PATIENCE = 4_000
/** How long the server may take to confirm before the socket is taken for dead. */
const SILENCE = 10_000

const NOTHING: Vector = new Map()
const NO_UPDATE = Uint8Array.of(0, 0)

/** Makes a room's wire; it connects when told to. */
export const createWire = (doc: Y.Doc, options: WireOptions): Wire => {
  const { address, room, token, signal, changed, opening, greeted, heard, confirmed } = options
  const awareness = new awarenessProtocol.Awareness(doc)
  const provider = new WebsocketProvider(address, room, doc, {
    awareness,
    connect: false,
    disableBc: true,
    maxBackoffTime: MAX_BACKOFF,
    protocols: [SUBPROTOCOL, TOKEN_PREFIX + token],
    shouldReconnect: ({ code }) => !isForGood(code),
  })
  // The provider sends each update at once, also before the server has said what it lacks: then what was said offline
  // would be missing in between, and the server refuses a gap.
  doc.off('update', provider._updateHandler)

  // It also sends on what it hears of others, and each of them again: the server knows that already.
  awareness.off('update', provider._awarenessUpdateHandler)

  let state: WireState = 'waiting'
  let problem: Problem | undefined
  let sent: Vector = NOTHING
  let isGreeted = false
  let counter = 0
  let isAsking = false
  let asked: { readonly counter: number; readonly vector: Vector }[] = []
  let silence: ReturnType<typeof setTimeout> | undefined

  const become = (next: WireState, why?: Problem): void => {
    state = next
    problem = why
    changed()
  }
  const send = (write: (encoder: encoding.Encoder) => void): void => {
    const encoder = encoding.createEncoder()
    write(encoder)
    provider.ws?.send(encoding.toUint8Array(encoder))
  }

  const follow = (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    if (origin === provider) heard(addedBy(transaction))
    else if (isGreeted) say(update)
  }
  const say = (update: Uint8Array): void => {
    sayOnly(update)
    askSoon()
  }
  const sayOnly = (update: Uint8Array): void =>
    send((encoder) => {
      encoding.writeVarUint(encoder, MESSAGE.sync)
      syncProtocol.writeUpdate(encoder, update)
    })
  // Once for everything that is said in one go.
  const askSoon = (): void => {
    if (isAsking) return
    isAsking = true
    queueMicrotask(() => {
      isAsking = false
      if (isGreeted) ask()
    })
  }
  const ask = (): void => {
    counter += 1
    sent = vectorOf(doc)
    asked.push({ counter, vector: sent })
    send((encoder) => {
      encoding.writeVarUint(encoder, MESSAGE.confirm)
      encoding.writeVarUint(encoder, counter)
    })
    silence ??= setTimeout(reconnect, SILENCE)
    changed()
  }
  const hearEcho = (echo: number): void => {
    const known = asked.filter((each) => each.counter <= echo)
    asked = asked.filter((each) => each.counter > echo)
    clearTimeout(silence)
    silence = asked.length > 0 ? setTimeout(reconnect, SILENCE) : undefined
    const last = known[known.length - 1]
    if (last) confirmed(last.vector)
  }
  const hearSync: Handler = (encoder, decoder, ...rest) => {
    const theirs = vectorInStep1(decoder)
    if (theirs) answer(theirs)
    else handleSync(encoder, decoder, ...rest)
  }
  const answer = (theirs: Vector): void => {
    const [first = NO_UPDATE, ...others] = updatesBeyond(doc, theirs)
    send((encoder) => {
      encoding.writeVarUint(encoder, MESSAGE.sync)
      encoding.writeVarUint(encoder, syncProtocol.messageYjsSyncStep2)
      encoding.writeVarUint8Array(encoder, first)
    })
    for (const update of others) sayOnly(update)
    isGreeted = true
    greeted(theirs)
    askSoon()
  }

  const forgetSocket = (): void => {
    isGreeted = false
    sent = NOTHING
    asked = []
    clearTimeout(silence)
    silence = undefined
  }
  const reconnect = (): void => {
    if (state === 'closed' || state === 'waiting' || signal.aborted) return
    provider.disconnect()
    provider.wsUnsuccessfulReconnects = 0
    provider.connect()
  }

  const handleSync = provider.messageHandlers[MESSAGE.sync] as Handler
  provider.messageHandlers[MESSAGE.sync] = hearSync
  provider.messageHandlers[MESSAGE.confirm] = (_encoder, decoder) => hearEcho(decoding.readVarUint(decoder))
  provider.on('status', ({ status }) => {
    if (status === 'connecting') opening()
  })
  provider.on('sync', (isSynced: boolean) => {
    if (isSynced) become('online')
  })
  provider.on('connection-close', (event) => {
    forgetSocket()
    spread(provider, event?.code)
    if (!signal.aborted) become('offline', event?.code === TOO_MANY ? 'too-many' : undefined)
  })
  provider.on('closed', ({ code }) => become('closed', problemOfClose(code) ?? 'server-trouble'))
  doc.on('update', follow)
  awareness.on('update', ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
    if (![...added, ...updated, ...removed].includes(doc.clientID)) return
    if (!provider.wsconnected) return
    send((encoder) => {
      encoding.writeVarUint(encoder, MESSAGE.awareness)
      const own = awarenessProtocol.encodeAwarenessUpdate(awareness, [doc.clientID])
      encoding.writeVarUint8Array(encoder, own)
    })
  })

  // The network is gone: what is sent now would wait half a minute for nothing. Trying goes on, since a server on this
  // very device needs no network.
  const events = globalThis as Partial<EventTarget>
  events.addEventListener?.('offline', reconnect, { signal })
  events.addEventListener?.('online', reconnect, { signal })

  const stop = (): void => {
    doc.off('update', follow)
    forgetSocket()
    provider.destroy()
    awareness.destroy()
  }
  if (signal.aborted) stop()
  else signal.addEventListener('abort', stop, { once: true })

  return {
    awareness,
    state: () => state,
    problem: () => problem,
    sent: () => sent,
    connect() {
      const mayTryAgain = state === 'closed' && problem !== undefined && MAY_PASS.has(problem)
      if ((state !== 'waiting' && !mayTryAgain) || signal.aborted) return
      become('connecting')
      provider.connect()
      setTimeout(() => {
        if (state === 'connecting' && !signal.aborted) become('slow')
      }, PATIENCE)
    },
    rest() {
      if (state === 'waiting' || state === 'closed' || signal.aborted) return
      provider.disconnect()
      become('waiting')
    },
    isOrigin: (origin) => origin === provider,
  }
}

type Handler = WebsocketProvider['messageHandlers'][number]

const TOO_MANY = 4429
/** The server will not think better of it; only "too many" passes by itself. */
const isForGood = (code: number): boolean => code >= 4400 && code < 4500 && code !== TOO_MANY

/** Closures that end when `org` changes: a department that the server had not heard of yet, rights that were given. */
const MAY_PASS: ReadonlySet<Problem> = new Set(['no-such-room', 'not-for-you'])

// The provider waits 100 ms times two to the power of this number, so a broken one spreads the attempts.
const spread = (provider: WebsocketProvider, code: number | undefined): void => {
  const attempts = Math.floor(provider.wsUnsuccessfulReconnects)
  provider.wsUnsuccessfulReconnects = (code === TOO_MANY ? SLOW : attempts) + Math.random()
  provider.maxBackoffTime = MAX_BACKOFF * (0.5 + Math.random() / 2)
}

// Looks ahead: what the server has stands in its first step.
const vectorInStep1 = (decoder: decoding.Decoder): Vector | undefined => {
  const ahead = decoding.clone(decoder)
  if (decoding.readVarUint(ahead) !== syncProtocol.messageYjsSyncStep1) return undefined
  return readVector(decoding.readVarUint8Array(ahead))
}
