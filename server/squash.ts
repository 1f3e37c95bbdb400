/**
 * Merging the updates of a ledger without decoding what they say. In version 1 the structs of a client simply stand one
 * behind the other, and a push behind one's own last element can be written as part of it, which is how Yjs itself keeps
 * it. `Y.mergeUpdates` decodes and encodes every value, which takes seconds where this takes milliseconds.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** The structs of one client from a clock on, as they stand in an update. */
export type Section = {
  readonly client: number
  readonly clock: number
  readonly structs: number
  readonly bytes: Uint8Array
}

/** A push of which only the outside was read: what stands before the number of its elements, and their bytes. */
type Run = {
  readonly client: number
  readonly clock: number
  /** Whether it stands behind its own client's last element. */
  readonly continues: boolean
  readonly head: Uint8Array
  readonly count: number
  readonly values: Uint8Array
}

/** A section as it grows: finished structs, and a push to which the next one may still belong. */
type Growing = {
  readonly clock: number
  structs: number
  readonly parts: Uint8Array[]
  open: { readonly head: Uint8Array; count: number; readonly values: Uint8Array[] } | undefined
}

/** Merges updates, which come in order and do not overlap, behind the sections there are. */
export const squash = (base: readonly Section[], updates: readonly Uint8Array[]): Section[] => {
  const growing = new Map<number, Growing>()
  const at = (client: number, clock: number): Growing => {
    const known = growing.get(client) ?? { clock, structs: 0, parts: [], open: undefined }
    growing.set(client, known)
    return known
  }
  const add = ({ client, clock, structs, bytes }: Section): void => {
    const section = at(client, clock)
    finish(section)
    section.structs += structs
    section.parts.push(bytes)
  }
  base.forEach(add)
  for (const update of updates) {
    const run = readRun(update)
    if (run) addRun(at(run.client, run.clock), run)
    else sectionsOf(update).forEach(add)
  }
  // Highest client id first, as Yjs has it.
  return [...growing].sort(([a], [b]) => b - a).map(([client, section]) => closed(client, section))
}

/** Sections as one update. */
export const encodeSections = (sections: readonly Section[]): Uint8Array => {
  const numbers = (...values: number[]): Uint8Array =>
    encoding.encode((encoder) => {
      for (const value of values) encoding.writeVarUint(encoder, value)
    })
  return Buffer.concat([
    numbers(sections.length),
    ...sections.flatMap(({ client, clock, structs, bytes }) => [numbers(structs, client, clock), bytes]),
    numbers(0),
  ])
}

/** Finds sections again in an update made of them. @param lengths of their bytes, in order */
export const readSections = (update: Uint8Array, lengths: readonly number[]): Section[] => {
  const decoder = decoding.createDecoder(update)
  decoding.readVarUint(decoder)
  return lengths.map((length) => {
    const structs = decoding.readVarUint(decoder)
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    return { client, clock, structs, bytes: decoding.readUint8Array(decoder, length) }
  })
}

const addRun = (section: Growing, { continues, head, count, values }: Run): void => {
  if (section.open && continues) {
    section.open.count += count
    section.open.values.push(values)
    return
  }
  finish(section)
  section.open = { head, count, values: [values] }
}

const finish = (section: Growing): void => {
  if (!section.open) return
  const { head, count, values } = section.open
  section.structs++
  section.parts.push(
    head,
    encoding.encode((encoder) => encoding.writeVarUint(encoder, count)),
    ...values,
  )
  section.open = undefined
}

const closed = (client: number, section: Growing): Section => {
  finish(section)
  const { clock, structs, parts } = section
  const [only, ...more] = parts
  return { client, clock, structs, bytes: only && more.length === 0 ? only : Buffer.concat(parts) }
}

const PLAIN_VALUES = 8
const HAS = { origin: 128, rightOrigin: 64, key: 32 } as const

/** Reads an update that is one push of plain values; `undefined` when it is anything else. */
const readRun = (update: Uint8Array): Run | undefined => {
  const decoder = decoding.createDecoder(update)
  const clients = decoding.readVarUint(decoder)
  if (clients !== 1 || decoding.readVarUint(decoder) !== 1) return undefined
  const client = decoding.readVarUint(decoder)
  const clock = decoding.readVarUint(decoder)
  const start = decoder.pos
  const info = decoding.readUint8(decoder)
  if ((info & 31) !== PLAIN_VALUES || (info & (HAS.rightOrigin | HAS.key)) !== 0) return undefined
  let continues = false
  if (info & HAS.origin) {
    const origin = decoding.readVarUint(decoder)
    continues = decoding.readVarUint(decoder) === clock - 1 && origin === client
  } else if (decoding.readVarUint(decoder) === 1) decoding.readVarUint8Array(decoder)
  else return undefined
  const head = update.subarray(start, decoder.pos)
  const count = decoding.readVarUint(decoder)
  // What follows the values is the number of clients of whom something is deleted: none.
  return { client, clock, continues, head, count, values: update.subarray(decoder.pos, -1) }
}

/** The sections of any update, decoded and written again. */
const sectionsOf = (update: Uint8Array): Section[] => {
  const sections = new Map<number, { clock: number; structs: number; encoder: Y.UpdateEncoderV1 }>()
  for (const struct of Y.decodeUpdate(update).structs) {
    const { client, clock } = struct.id
    const section = sections.get(client) ?? { clock, structs: 0, encoder: new Y.UpdateEncoderV1() }
    sections.set(client, section)
    struct.write(section.encoder, 0)
    section.structs++
  }
  return [...sections].map(([client, { clock, structs, encoder }]) => {
    return { client, clock, structs, bytes: encoding.toUint8Array(encoder.restEncoder) }
  })
}
