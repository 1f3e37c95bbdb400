/**
 * State vectors: how much of each Yjs client's work is known somewhere. In a ledger one clock tick is one statement. What
 * is taken out of a text has no clock of its own: each time a page does so is a tick of a client beside its own.
 */
import * as Y from 'yjs'

/** Client id -> number of that client's elements. */
export type Vector = ReadonlyMap<number, number>

/** Yjs client ids have 32 bits; what lies beyond counts the deletions of the client below. */
const BESIDE = 2 ** 32

const deletionsByDoc = new WeakMap<Y.Doc, Map<number, number>>()
const TICK = 'waarborg-deletion'

const deletionsOf = (doc: Y.Doc): Map<number, number> => {
  const known = deletionsByDoc.get(doc)
  if (known) return known
  const made = new Map<number, number>()
  deletionsByDoc.set(doc, made)
  return made
}

/** Something was taken out here. Call it before anyone asks what the transaction added. */
export const noteDeletion = (doc: Y.Doc, transaction?: Y.Transaction): void => {
  const client = doc.clientID + BESIDE
  const clock = (deletionsOf(doc).get(client) ?? 0) + 1
  deletionsOf(doc).set(client, clock)
  transaction?.meta.set(TICK, [client, clock])
}

/** Deletions that another page made, or this person on an earlier visit, stand in the document. */
export const learnDeletions = (doc: Y.Doc, vector: Vector): void => {
  raise(deletionsOf(doc), new Map([...vector].filter(([client]) => client >= BESIDE)))
}

/** Everything a document holds. */
export const vectorOf = (doc: Y.Doc): Map<number, number> => {
  const vector = new Map<number, number>(deletionsByDoc.get(doc))
  for (const client of doc.store.clients.keys()) vector.set(client, Y.getState(doc.store, client))
  return vector
}

/** What a transaction added. */
export const addedBy = ({ beforeState, afterState, meta }: Y.Transaction): Map<number, number> => {
  const tick = meta.get(TICK) as readonly [number, number] | undefined
  const added = new Map<number, number>(tick && [tick])
  for (const [client, clock] of afterState)
    if (clock > (beforeState.get(client) ?? 0)) added.set(client, clock)
  return added
}

/** Raises `vector` to `other`; says whether that changed anything. */
export const raise = (vector: Map<number, number>, other: Vector): boolean => {
  let raised = false
  for (const [client, clock] of other) {
    if (clock <= (vector.get(client) ?? 0)) continue
    vector.set(client, clock)
    raised = true
  }
  return raised
}

/** Whether everything in `part` is in `whole`. */
export const covers = (whole: Vector, part: Vector): boolean => {
  for (const [client, clock] of part) if (clock > (whole.get(client) ?? 0)) return false
  return true
}

/** The common part of two vectors. */
export const lower = (a: Vector, b: Vector): Map<number, number> => {
  const common = new Map<number, number>()
  for (const [client, clock] of a) {
    const both = Math.min(clock, b.get(client) ?? 0)
    if (both > 0) common.set(client, both)
  }
  return common
}

/** As bytes, the way Yjs writes it. */
export const encodeVector = (vector: Vector): Uint8Array => Y.encodeStateVector(vector as Map<number, number>)

/** From bytes, or from whatever else was found: then nothing is known. Never throws. */
export const readVector = (value: unknown): Map<number, number> => {
  if (!(value instanceof Uint8Array)) return new Map()
  try {
    return Y.decodeStateVector(value)
  } catch {
    // Nothing known is always a safe answer: it is asked for again.
    return new Map()
  }
}
