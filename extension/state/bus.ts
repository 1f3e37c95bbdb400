/**
 * What the pages of this device tell each other about one room: what is said, what is on the disk, what the server has.
 * Who said something stores it; the others only hear it. Knows nothing of sockets.
 */
import * as Y from 'yjs'
import { addedBy, covers, encodeVector, learnDeletions, type Vector, vectorOf } from './vector'

export type BusOptions = {
  /** Name of the room's database: one bus per database. */
  readonly name: string
  /** Origin for what was heard. */
  readonly heard: object
  /** Whether an update is on the disk already, so that the others have it. */
  readonly isKnown: (origin: unknown) => boolean
  readonly state: () => BusState
  /** Another page has stored this, and knows that the server has that. */
  readonly learn: (state: BusState) => void
  /** Another page lets go of the room's contents: they are taken from the server again. */
  readonly letGo: () => void
  readonly signal: AbortSignal
}

export type BusState = { readonly stored: Vector; readonly confirmed: Vector }

export type Bus = {
  /** Tells the others what is newly stored or confirmed. */
  tell(news: Partial<BusState>): void
  /** Asks the others to let go of what they hold too, or they would bring it back. */
  tellToLetGo(): void
}

type Message =
  | { readonly type: 'hello'; readonly vector: Vector }
  | ({ readonly type: 'welcome'; readonly vector: Vector; readonly update: Uint8Array } & BusState)
  | { readonly type: 'update'; readonly vector: Vector; readonly update: Uint8Array }
  | ({ readonly type: 'news' } & BusState)
  | { readonly type: 'let-go' }

const NOTHING: Vector = new Map()

/** Joins the room's bus and says hello, so that what others have not stored yet arrives too. */
export const createBus = (doc: Y.Doc, options: BusOptions): Bus => {
  const { name, heard, isKnown, state, learn, letGo, signal } = options
  const channel = new BroadcastChannel(name)
  const post = (message: Message): void => {
    if (!signal.aborted) channel.postMessage(message)
  }
  const missing = (theirs: Vector): Uint8Array => Y.encodeStateAsUpdate(doc, encodeVector(theirs))

  const sayHello = (): void => post({ type: 'hello', vector: vectorOf(doc) })
  const take = ({ update, vector }: { readonly update: Uint8Array; readonly vector: Vector }): void => {
    learnDeletions(doc, vector)
    Y.applyUpdate(doc, update, heard)
    if (!doc.store.pendingStructs) return
    // What comes before it was said when this page did not listen yet. What hangs is let go, or the server would be told
    // of it and refuse the gap; and everything is asked for again.
    doc.store.pendingStructs = null
    sayHello()
  }
  const hear = (message: Message): void => {
    if (message.type === 'let-go') letGo()
    if (message.type === 'hello')
      post({ type: 'welcome', vector: vectorOf(doc), update: missing(message.vector), ...state() })
    if ('update' in message) take(message)
    if ('stored' in message) learn(message)
    if (message.type === 'welcome') sayWhatLacks(message.vector)
  }
  const sayWhatLacks = (theirs: Vector): void => {
    const vector = vectorOf(doc)
    if (!covers(theirs, vector)) post({ type: 'update', vector, update: missing(theirs) })
  }
  const follow = (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    if (origin !== heard && !isKnown(origin)) post({ type: 'update', vector: addedBy(transaction), update })
  }

  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = messageFrom(data)
    if (message && !signal.aborted) hear(message)
  }
  doc.on('update', follow)
  signal.addEventListener(
    'abort',
    () => {
      doc.off('update', follow)
      channel.close()
    },
    { once: true },
  )
  sayHello()
  return {
    tellToLetGo: () => post({ type: 'let-go' }),
    tell: ({ stored = NOTHING, confirmed = NOTHING }) => {
      if (stored.size > 0 || confirmed.size > 0) post({ type: 'news', stored, confirmed })
    },
  }
}

// A page of an older or newer version may still be open.
const messageFrom = (data: unknown): Message | undefined => {
  if (typeof data !== 'object' || data === null) return undefined
  const { type, vector, update, stored, confirmed } = data as Record<string, unknown>
  if (type === 'let-go') return { type }
  if (type === 'hello' && isVector(vector)) return { type, vector }
  if (type === 'update' && update instanceof Uint8Array)
    return { type, vector: isVector(vector) ? vector : NOTHING, update }
  if (!isVector(stored) || !isVector(confirmed)) return undefined
  if (type === 'news') return { type, stored, confirmed }
  if (type === 'welcome' && isVector(vector) && update instanceof Uint8Array)
    return { type, vector, update, stored, confirmed }
  return undefined
}

const isVector = (value: unknown): value is Vector => value instanceof Map
