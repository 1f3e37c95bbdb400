/** What stands in a room, as far as the gate needs it: how much of each client there is, whose it is, what is deleted. */
import * as encoding from 'lib0/encoding'
import type { Range } from './store/store'

export type Standing = {
  /** Client id -> number of its elements. */
  readonly vector: Map<number, number>
  /** Client id -> the member who first used it. */
  readonly owners: Map<number, string>
  /**
   * Client id -> the member who is, or was, present under it. Not stored, since presence is not; but as long as the
   * server runs nobody else may write under it, for its owner may have work there that is still unsent.
   */
  readonly reserved: ReadonlyMap<number, string>
  /** Client id -> what of it is deleted, in order, without overlap. Stays empty in a ledger. */
  readonly deleted: Map<number, Span[]>
}
type Span = { readonly from: number; readonly to: number }

export const createStanding = (reserved: ReadonlyMap<number, string> = new Map()): Standing => ({
  vector: new Map(),
  owners: new Map(),
  reserved,
  deleted: new Map(),
})

/** Whose a client id is, if anyone's. */
export const ownerOf = ({ owners, reserved }: Standing, client: number): string | undefined =>
  owners.get(client) ?? reserved.get(client)

/** Adds what a member brought. A range brought back for another belongs to that other. */
export const advance = (
  { vector, owners }: Standing,
  { member, ranges }: { readonly member: string; readonly ranges: readonly Range[] },
): void => {
  for (const { client, to, of = member } of ranges) {
    vector.set(client, Math.max(to, vector.get(client) ?? 0))
    if (of !== '' && !owners.has(client)) owners.set(client, of)
  }
}

/** Notes what is deleted. */
export const noteDeleted = ({ deleted }: Standing, ranges: readonly Range[]): void => {
  for (const { client, from, to } of ranges)
    deleted.set(client, joined([...(deleted.get(client) ?? []), { from, to }]))
}

/** Whether all of a range has been deleted already. */
export const isDeleted = ({ deleted }: Standing, { client, from, to }: Range): boolean =>
  deleted.get(client)?.some((span) => span.from <= from && to <= span.to) ?? false

const joined = (spans: readonly Span[]): Span[] => {
  const result: Span[] = []
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result[result.length - 1]
    if (last && span.from <= last.to)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else result.push(span)
  }
  return result
}

/** A state vector as it goes over the wire. */
export const encodeVector = (vector: ReadonlyMap<number, number>): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, vector.size)
  for (const [client, clock] of vector) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
  }
  return encoding.toUint8Array(encoder)
}
