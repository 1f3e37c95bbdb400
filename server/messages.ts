/** What comes in over a socket, read as one of the messages there are; anything else is refused as not decodable. */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { MESSAGE, Refusal } from '../shared/protocol'
import { LIMITS } from './gate'

export type Message =
  | { readonly kind: 'step1'; readonly vector: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  | { readonly kind: 'query' }
  | { readonly kind: 'confirm'; readonly counter: number }

/** Room for the head of a message around the largest update. */
const LARGEST = LIMITS.bytes + 32

/** Reads a frame, or throws a Refusal. */
export const readMessage = (data: Uint8Array): Message => {
  if (data.length > LARGEST) throw new Refusal('too-large', 'frame too large')
  try {
    const decoder = decoding.createDecoder(data)
    const message = read(decoder)
    if (message && !decoding.hasContent(decoder)) return message
  } catch (error) {
    if (error instanceof Refusal) throw error
  }
  throw new Refusal('not-decodable', 'message not decodable')
}

const read = (decoder: decoding.Decoder): Message | undefined => {
  switch (decoding.readVarUint(decoder)) {
    case MESSAGE.sync:
      return readSync(decoder)
    case MESSAGE.awareness:
      return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) }
    case MESSAGE.queryAwareness:
      return { kind: 'query' }
    case MESSAGE.confirm:
      return { kind: 'confirm', counter: decoding.readVarUint(decoder) }
    default:
      return undefined
  }
}

const readSync = (decoder: decoding.Decoder): Message | undefined => {
  const step = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  if (step === 1 || step === 2) return { kind: 'update', update: bytes }
  if (step !== 0) return undefined
  Y.decodeStateVector(bytes)
  return { kind: 'step1', vector: bytes }
}
