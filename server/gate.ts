/**
 * The gate: judges an update against what a room holds, before anything of it is applied, stored or relayed. An update
 * that is damaged can do half its work, and one that claims another's client id can wipe that person's unsent work.
 * Pure. Who may be in the room is access.ts; what stands in the room is standing.ts.
 */
import type * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { objection, type Said } from '../shared/access'
import { PROSE, STATEMENTS } from '../shared/ledger'
import { Refusal } from '../shared/protocol'
import { isProse, type Room } from '../shared/rooms'
import { parse, type Statement } from '../shared/statement'
import { encodeVector, isDeleted, ownerOf, type Standing } from './standing'
import type { Range } from './store/store'

/** What one update may hold at most. `jump`: elements of one client that are new to the room. */
export const LIMITS = { bytes: 1_048_576, structs: 20_000, clients: 64, jump: 200_000 } as const

/** Who brings an update, and where. */
export type Bringer = {
  readonly member: string
  readonly room: Room
  readonly standing: Standing
  readonly mayWrite: boolean
  /** After a restored backup: others' statements are taken back too. */
  readonly recover: boolean
  /** What the room holds about a subject. */
  readonly said?: Said
}

/** What is new in an update: the bytes to store, whose they are, and what they delete. */
export type Accepted = {
  readonly bytes: Uint8Array
  readonly ranges: readonly Range[]
  readonly deletes: readonly Range[]
}

/** A struct with the clock from which it is new to the room. */
type Part = { readonly struct: Y.Item | Y.GC; readonly from: number }
type Parts = ReadonlyMap<number, readonly Part[]>

/**
 * Lets an update through, or throws a {@link Refusal}.
 * @returns `undefined` when the room already holds all of it
 */
export const gate = (update: Uint8Array, bringer: Bringer): Accepted | undefined => {
  const { room, standing, mayWrite } = bringer
  if (update.length > LIMITS.bytes) throw new Refusal('too-large', 'update too large')
  const { structs, deletes: allDeletes } = decode(update)
  const parts = newParts(structs, standing)
  const deletes = allDeletes.filter((range) => !isDeleted(standing, range))
  if (parts.size === 0 && deletes.length === 0) return undefined

  // Yjs tidies up formatting on every device that reads a text, as deletions of its own: not meant, so not minded.
  if (!mayWrite && parts.size === 0 && isProse(room)) return undefined
  if (!mayWrite) throw new Refusal('not-for-you', 'may not write here')
  const touched = new Set([...parts.keys(), ...deletes.map(({ client }) => client)])
  if (touched.size > LIMITS.clients) throw refused('too many client ids')
  const ranges = [...parts].map(([client, own]) => rangeOf(client, own, bringer))
  refuseUnreachable(parts, standing)
  if (isProse(room)) refuseInProse(parts, deletes, ranges, standing)
  else refuseInLedger(parts, allDeletes, bringer)
  return { bytes: withoutKnown(update, structs, standing), ranges, deletes }
}

const refused = (rule: string): Refusal => new Refusal('refused-by-gate', rule)

/** A decoder that counts while it decodes, so that a small bomb stays small, and that shows where it ended. */
class CountingDecoder extends Y.UpdateDecoderV1 {
  /** The one at work; Yjs makes it and does not hand it out. */
  static current: CountingDecoder
  private count = 0
  private readonly clients = new Set<number>()

  constructor(readonly source: decoding.Decoder) {
    super(source)
    CountingDecoder.current = this
  }
  override readInfo(): number {
    this.countOne()
    return super.readInfo()
  }
  override readDsLen(): number {
    this.countOne()
    return super.readDsLen()
  }
  // Of two sections for one client Yjs keeps the last only, so nobody may send two.
  override readClient(): number {
    const client = super.readClient()
    if (this.clients.has(client)) throw refused('client id named twice')
    this.clients.add(client)
    return client
  }
  private countOne(): void {
    if (++this.count > LIMITS.structs) throw refused('too many structs')
  }
}

/** Decodes all of an update without applying it. */
const decode = (update: Uint8Array): { structs: (Y.Item | Y.GC | Y.Skip)[]; deletes: Range[] } => {
  try {
    const { structs, ds } = Y.decodeUpdateV2(update, CountingDecoder)
    if (CountingDecoder.current.source.pos !== update.length)
      throw new Refusal('not-decodable', 'bytes left over')
    const deletes = [...ds.clients].flatMap(([client, items]) =>
      items.map(({ clock, len }) => ({ client, from: clock, to: clock + len })),
    )
    if (structs.some(({ length }) => length < 1) || deletes.some(({ from, to }) => to <= from))
      throw new Refusal('not-decodable', 'empty struct')
    return { structs, deletes }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('not-decodable', 'update not decodable')
  }
}

/** The structs that the room lacks, by client, in order of clock. */
const newParts = (structs: readonly (Y.Item | Y.GC | Y.Skip)[], { vector }: Standing): Parts => {
  const parts = new Map<number, Part[]>()
  const ends = new Map<number, number>()
  for (const struct of structs) {
    const { client, clock } = struct.id
    const known = vector.get(client) ?? 0
    if (struct.constructor === Y.Skip || clock > (ends.get(client) ?? known)) throw refused('gap')
    const end = clock + struct.length
    ends.set(client, end)
    if (end <= known) continue
    const own = parts.get(client)
    const part = { struct: struct as Y.Item | Y.GC, from: Math.max(clock, known) }
    if (own) own.push(part)
    else parts.set(client, [part])
  }
  return parts
}

const rangeOf = (client: number, parts: readonly Part[], bringer: Bringer): Range => {
  const { standing, member, recover } = bringer
  const owner = ownerOf(standing, client)
  const last = parts[parts.length - 1] as Part
  const range = { client, from: (parts[0] as Part).from, to: last.struct.id.clock + last.struct.length }
  if (range.to - range.from > LIMITS.jump) throw refused('clock jump')
  if (recover) return { ...range, of: owner ?? authorOf(last) }
  if (owner !== undefined && owner !== member) throw refused('client id of another member')
  return range
}

/** Who wrote what is brought back, as far as it says so itself. */
const authorOf = ({ struct }: Part): string =>
  (struct instanceof Y.Item ? parse(struct.content.getContent()[0])?.by : undefined) ?? ''

/** Walks the way Yjs would when applying: whatever leans on something that nobody has is a gap or a circle. */
const refuseUnreachable = (parts: Parts, { vector }: Standing): void => {
  const reached = new Map<number, number>()
  const isReached = (id: unknown): boolean =>
    !(id instanceof Y.ID) || id.clock < (reached.get(id.client) ?? vector.get(id.client) ?? 0)
  const queues = [...parts].map(([client, own]) => ({ client, own, next: 0 }))
  for (let moved = true; moved; ) {
    moved = false
    for (const queue of queues) {
      for (
        let part = queue.own[queue.next];
        part && leansOn(part).every(isReached);
        part = queue.own[queue.next]
      ) {
        reached.set(queue.client, part.struct.id.clock + part.struct.length)
        queue.next++
        moved = true
      }
    }
  }
  if (queues.some(({ own, next }) => next < own.length)) throw refused('leans on something unknown')
}

/** The ids that must be there before a struct: of a struct known in part, its own first part and what it stood before. */
const leansOn = ({ struct, from }: Part): unknown[] => {
  if (!(struct instanceof Y.Item)) return []
  return from > struct.id.clock ? [struct.rightOrigin] : [struct.origin, struct.rightOrigin, struct.parent]
}

const refuseInLedger = (parts: Parts, deletes: readonly Range[], bringer: Bringer): void => {
  if (deletes.length > 0) throw refused('deletion in a ledger')
  const brought: Statement[] = []
  for (const { struct, from } of [...parts.values()].flat()) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentAny))
      throw refused('no statement')
    if (struct.rightOrigin !== null) throw refused('insertion in the middle')
    if (struct.parent instanceof Y.ID || !isInRoot(struct, STATEMENTS)) throw refused('unknown root')
    for (const entry of struct.content.arr.slice(from - struct.id.clock)) brought.push(statementOf(entry))
  }
  refuseStatements(brought, bringer)
}

const statementOf = (entry: unknown): Statement => {
  const statement = parse(entry)
  if (statement === undefined) throw refused('statement not well-formed')
  return statement
}

const refuseStatements = (brought: readonly Statement[], bringer: Bringer): void => {
  const { member, room, recover } = bringer
  // What came in the same update counts too: nobody says which of his windows reaches the server first.
  const said: Said = (about) => [
    ...(bringer.said?.(about) ?? []),
    ...brought.filter((statement) => statement.about === about),
  ]
  for (const statement of brought) {
    const reason = objection(recover ? statement.by : member, room, statement, said)
    if (reason !== undefined) throw refused(reason)
  }
}

const refuseInProse = (
  parts: Parts,
  deletes: readonly Range[],
  ranges: readonly Range[],
  { vector }: Standing,
): void => {
  for (const { struct } of [...parts.values()].flat()) {
    if (!(struct instanceof Y.Item)) continue
    if (struct.content instanceof Y.ContentDoc) throw refused('sub-document')
    if (!isInRoot(struct, PROSE)) throw refused('unknown root')
  }
  const ends = new Map(ranges.map(({ client, to }) => [client, to]))
  for (const { client, to } of deletes)
    if (to > (ends.get(client) ?? vector.get(client) ?? 0)) throw refused('deletes what does not exist')
}

/** An item says its root only when nothing stands beside it; otherwise it is where its neighbour is. */
const isInRoot = ({ parent, parentSub }: Y.Item, root: string): boolean =>
  typeof parent === 'string' ? parent === root && parentSub === null : true

/** Without what the room already has, so that nobody can say the same clock twice in different words. */
const withoutKnown = (
  update: Uint8Array,
  structs: readonly (Y.Item | Y.GC | Y.Skip)[],
  { vector }: Standing,
): Uint8Array => {
  const known = new Map<number, number>()
  for (const { id } of structs) {
    const clock = vector.get(id.client) ?? 0
    if (id.clock < clock) known.set(id.client, clock)
  }
  return known.size === 0 ? update : Y.diffUpdate(update, encodeVector(known))
}
