/**
 * What the server lacks, cut into updates that its gate takes: after weeks without network a device has more client ids,
 * one for each popup that wrote, than the gate allows in one update. In an order in which nothing leans on what is missing.
 */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { encodeVector, type Vector } from './vector'

/** Half of what the gate takes, or less. */
const MOST = { clients: 32, elements: 2_000, bytes: 500_000 } as const

type Part = { readonly struct: Y.Item | Y.GC; readonly from: number }

/** The updates with everything that a vector does not cover; an empty one when that is nothing. */
export const updatesBeyond = (doc: Y.Doc, theirs: Vector): readonly Uint8Array[] => {
  const whole = Y.encodeStateAsUpdate(doc, encodeVector(theirs))
  const queues = missing(doc, theirs)
  const elements = queues.flat().reduce((sum, { struct }) => sum + struct.length, 0)
  const deletions = deletionsIn(doc)
  const isSmall =
    queues.length <= MOST.clients &&
    elements + deletions.length <= MOST.elements &&
    whole.length <= MOST.bytes &&
    new Set(deletions.map(({ client }) => client)).size <= MOST.clients
  // What hangs on something that was lost stays here: the server would refuse the gap, and with it all the rest.
  const isWhole = doc.store.pendingStructs === null
  if (isSmall && isWhole) return [whole]
  const pieces = inPieces(inOrder(queues, theirs)).map((parts) => encode(parts, []))
  return [...pieces, ...inParts(deletions).map((part) => encode([], part))]
}

type Deletion = { readonly client: number; readonly clock: number; readonly length: number }

/** Everything that was ever taken out of a text: no vector says how much of it is known elsewhere. A ledger has none. */
const deletionsIn = (doc: Y.Doc): Deletion[] =>
  [...Y.createDeleteSetFromStructStore(doc.store).clients].flatMap(([client, items]) =>
    items.map(({ clock, len }) => ({ client, clock, length: len })),
  )

const inParts = (deletions: readonly Deletion[]): Deletion[][] => {
  const parts: Deletion[][] = []
  let clients = new Set<number>()
  for (const deletion of deletions) {
    const last = parts[parts.length - 1]
    const isFull =
      !last || last.length >= MOST.elements || (clients.size >= MOST.clients && !clients.has(deletion.client))
    if (isFull) {
      parts.push([deletion])
      clients = new Set()
    } else last.push(deletion)
    clients.add(deletion.client)
  }
  return parts
}

/** By client, what comes after a vector. */
const missing = (doc: Y.Doc, theirs: Vector): Part[][] => {
  const queues: Part[][] = []
  for (const [client, structs] of doc.store.clients) {
    const known = theirs.get(client) ?? 0
    if (known >= Y.getState(doc.store, client)) continue
    const parts = structs
      .slice(Y.findIndexSS(structs, known))
      .map((struct) => ({ struct, from: Math.max(struct.id.clock, known) }))
    queues.push(parts)
  }
  return queues
}

/** All parts, none before what it stands next to. */
const inOrder = (queues: readonly (readonly Part[])[], theirs: Vector): Part[] => {
  const reached = new Map(theirs)
  const isReached = (id: Y.ID | null): boolean => id === null || id.clock < (reached.get(id.client) ?? 0)
  const waiting = queues.map((parts) => ({ parts, next: 0 }))
  const ordered: Part[] = []
  for (let moved = true; moved; ) {
    moved = false
    for (const queue of waiting) {
      for (let part = queue.parts[queue.next]; part && neighbours(part).every(isReached); ) {
        ordered.push(part)
        reached.set(part.struct.id.client, part.struct.id.clock + part.struct.length)
        queue.next += 1
        part = queue.parts[queue.next]
        moved = true
      }
    }
  }
  return ordered
}

const neighbours = ({ struct, from }: Part): readonly (Y.ID | null)[] => {
  if (!(struct instanceof Y.Item)) return []
  if (from > struct.id.clock) return [struct.rightOrigin]
  return [struct.origin, struct.rightOrigin, parentOf(struct)]
}

/** What an item of a text stands in, which must be there first. */
const parentOf = ({ parent }: Y.Item): Y.ID | null =>
  parent instanceof Y.ID ? parent : ((parent as Y.AbstractType<unknown> | null)?._item?.id ?? null)

const inPieces = (parts: readonly Part[]): Part[][] => {
  const pieces: Part[][] = []
  let clients = new Set<number>()
  let elements = 0
  for (const part of parts) {
    const { id, length } = part.struct
    const isFull = elements + length > MOST.elements || clients.size >= MOST.clients
    if (pieces.length === 0 || (isFull && elements > 0)) {
      pieces.push([])
      clients = new Set()
      elements = 0
    }
    pieces[pieces.length - 1]?.push(part)
    clients.add(id.client)
    elements += length
  }
  return pieces
}

// The layout of a Yjs update: by client its structs, and then its deletions.
const encode = (parts: readonly Part[], deletions: readonly Deletion[]): Uint8Array => {
  const byClient = new Map<number, Part[]>()
  for (const part of parts) {
    const { client } = part.struct.id
    byClient.set(client, [...(byClient.get(client) ?? []), part])
  }
  const encoder = new Y.UpdateEncoderV1()
  encoding.writeVarUint(encoder.restEncoder, byClient.size)
  for (const [client, own] of byClient) {
    encoding.writeVarUint(encoder.restEncoder, own.length)
    encoder.writeClient(client)
    encoding.writeVarUint(encoder.restEncoder, own[0]?.from ?? 0)
    for (const { struct, from } of own) struct.write(encoder, from - struct.id.clock)
  }
  writeDeletions(encoder, deletions)
  return encoder.toUint8Array()
}

const writeDeletions = (encoder: Y.UpdateEncoderV1, deletions: readonly Deletion[]): void => {
  const byClient = new Map<number, Deletion[]>()
  for (const deletion of deletions)
    byClient.set(deletion.client, [...(byClient.get(deletion.client) ?? []), deletion])
  encoding.writeVarUint(encoder.restEncoder, byClient.size)
  for (const [client, own] of byClient) {
    encoding.writeVarUint(encoder.restEncoder, client)
    encoding.writeVarUint(encoder.restEncoder, own.length)
    for (const { clock, length } of own) {
      encoder.writeDsClock(clock)
      encoder.writeDsLen(length)
    }
  }
}
