/**
 * What goes out over a socket, as complete WebSocket frames (binary, unmasked): built once, written to many. `ws.send()`
 * per recipient is what limits a relay.
 */
import * as encoding from 'lib0/encoding'
import { MESSAGE } from '../shared/protocol'
import type { Entry } from './store/store'

const SYNC = { step1: 0, step2: 1, update: 2 } as const

/** A message with sync step 1: what the server has. */
export const step1Frame = (vector: Uint8Array): Buffer[] => frame([MESSAGE.sync, SYNC.step1], vector)
/** A message with sync step 2: with it the receiver knows that it has everything. */
export const step2Frame = (update: Uint8Array): Buffer[] => frame([MESSAGE.sync, SYNC.step2], update)
export const updateFrame = (update: Uint8Array): Buffer[] => frame([MESSAGE.sync, SYNC.update], update)
export const confirmFrame = (counter: number): Buffer => {
  const payload = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.confirm)
    encoding.writeVarUint(encoder, counter)
  })
  return Buffer.concat([frameHeader(payload.length), payload])
}

/** An awareness update as one buffer; the same one each time for the same update. */
export const awarenessFrame = (update: Uint8Array): Buffer =>
  remembered(awarenessFrames, update, () => Buffer.concat(frame([MESSAGE.awareness], update)))

/** A frame per entry, all in one buffer; the same one each time for the same list. */
export const entriesFrame = (entries: readonly Entry[]): Buffer =>
  remembered(entriesFrames, entries, () => Buffer.concat(entries.flatMap(({ bytes }) => updateFrame(bytes))))

const awarenessFrames = new WeakMap<Uint8Array, Buffer>()
const entriesFrames = new WeakMap<readonly Entry[], Buffer>()

const remembered = <K extends object>(known: WeakMap<K, Buffer>, key: K, make: () => Buffer): Buffer => {
  const made = known.get(key) ?? make()
  known.set(key, made)
  return made
}

/** Head and body apart: a body of megabytes is not copied for each who gets it. */
const frame = (types: readonly number[], body: Uint8Array): Buffer[] => {
  const head = Uint8Array.from([...types, ...varUint(body.length)])
  return [Buffer.concat([frameHeader(head.length + body.length), head]), viewOf(body)]
}

const viewOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const varUint = (value: number): number[] => {
  const bytes: number[] = []
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128)
  return [...bytes, value]
}

/** The head of a final, binary frame (RFC 6455, 5.2). */
const frameHeader = (length: number): Buffer => {
  if (length < 126) return Buffer.from([0x82, length])
  if (length < 65_536) return Buffer.from([0x82, 126, length >> 8, length & 255])
  const header = Buffer.alloc(10)
  header[0] = 0x82
  header[1] = 127
  header.writeUInt32BE(Math.floor(length / 2 ** 32), 2)
  header.writeUInt32BE(length >>> 0, 6)
  return header
}
