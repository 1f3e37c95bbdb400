/** How records stand on the disk: fields in a row, then a checksum over them and over the place they belong in. */
import { crc32 } from 'node:zlib'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { Damaged, type Entry, type Note, type Range, type Snapshot } from './store'

const CHECKSUM = 4

/** Puts a checksum behind a record, given in pieces. A record in another's place does not fit it either. */
export const seal = (place: string, ...body: readonly Uint8Array[]): Buffer => {
  const end = Buffer.alloc(CHECKSUM)
  end.writeUInt32BE(checksum(place, body))
  return Buffer.concat([...body, end])
}

/** Takes the checksum off again. Throws {@link Damaged} when it does not fit. */
export const unseal = (place: string, record: Buffer | undefined): Uint8Array => {
  if (!record || record.length < CHECKSUM) throw new Damaged(`${place} is missing`)
  const body = record.subarray(0, -CHECKSUM)
  if (checksum(place, [body]) !== record.readUInt32BE(body.length)) throw new Damaged(`${place} is damaged`)
  return body
}

const checksum = (place: string, body: readonly Uint8Array[]): number =>
  body.reduce((sum, piece) => crc32(piece, sum), crc32(place))

/** In two pieces, the second of which is the update as it is. */
export const encodeEntry = ({ number, member, at, ranges, bytes }: Entry): [Uint8Array, Uint8Array] => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, number)
  encoding.writeVarString(encoder, member)
  encoding.writeVarUint(encoder, at)
  encoding.writeVarUint(encoder, ranges.length)
  for (const { client, from, to, of } of ranges) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, from)
    encoding.writeVarUint(encoder, to)
    encoding.writeUint8(encoder, of === undefined ? 0 : 1)
    if (of !== undefined) encoding.writeVarString(encoder, of)
  }
  encoding.writeVarUint(encoder, bytes.length)
  return [encoding.toUint8Array(encoder), bytes]
}

export const decodeEntry = (body: Uint8Array): Entry => {
  const decoder = decoding.createDecoder(body)
  const number = decoding.readVarUint(decoder)
  const member = decoding.readVarString(decoder)
  const at = decoding.readVarUint(decoder)
  const ranges = times(decoding.readVarUint(decoder), (): Range => {
    const client = decoding.readVarUint(decoder)
    const from = decoding.readVarUint(decoder)
    const to = decoding.readVarUint(decoder)
    const range = { client, from, to }
    return decoding.readUint8(decoder) === 1 ? { ...range, of: decoding.readVarString(decoder) } : range
  })
  return { number, member, at, ranges, bytes: decoding.readVarUint8Array(decoder) }
}

export const encodeSnapshot = ({ upTo, bytes, lengths, vector, owners }: Snapshot): Uint8Array => {
  const members = [...new Set(owners.values())]
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, upTo)
  encoding.writeVarUint(encoder, members.length)
  for (const member of members) encoding.writeVarString(encoder, member)
  encoding.writeVarUint(encoder, vector.size)
  for (const [client, clock] of vector) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarUint(encoder, members.indexOf(owners.get(client) ?? '') + 1)
  }
  encoding.writeVarUint(encoder, lengths.length)
  for (const length of lengths) encoding.writeVarUint(encoder, length)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

export const decodeSnapshot = (body: Uint8Array): Snapshot => {
  const decoder = decoding.createDecoder(body)
  const upTo = decoding.readVarUint(decoder)
  const members = times(decoding.readVarUint(decoder), () => decoding.readVarString(decoder))
  const vector = new Map<number, number>()
  const owners = new Map<number, string>()
  times(decoding.readVarUint(decoder), () => {
    const client = decoding.readVarUint(decoder)
    vector.set(client, decoding.readVarUint(decoder))
    const owner = members[decoding.readVarUint(decoder) - 1]
    if (owner !== undefined) owners.set(client, owner)
  })
  const lengths = times(decoding.readVarUint(decoder), () => decoding.readVarUint(decoder))
  return { upTo, bytes: decoding.readVarUint8Array(decoder), lengths, vector, owners }
}

/** A room's row: which number stands for it in the keys, how many entries it has, whether it was erased. */
export type Row = { readonly id: number; readonly count: number; readonly erased: boolean }

export const encodeRow = ({ id, count, erased }: Row): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, id)
  encoding.writeVarUint(encoder, count)
  encoding.writeUint8(encoder, erased ? 1 : 0)
  return encoding.toUint8Array(encoder)
}

export const decodeRow = (body: Uint8Array): Row => {
  const decoder = decoding.createDecoder(body)
  const id = decoding.readVarUint(decoder)
  return { id, count: decoding.readVarUint(decoder), erased: decoding.readUint8(decoder) === 1 }
}

export const encodeNote = (note: Note): Uint8Array => Buffer.from(JSON.stringify(note))
export const decodeNote = (body: Uint8Array): Note => JSON.parse(Buffer.from(body).toString()) as Note

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)
