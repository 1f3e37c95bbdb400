/**
 * Who is in a room: relayed, never stored, always stamped with the member the server knows. One entry per guest, under
 * a client id that is bound to it. Clients also send on what they heard of others; that is not theirs to say.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { Refusal } from '../shared/protocol'

export const LIMITS = { entries: 1_000, state: 4_096, clock: 0xffff_ffff } as const

export type Onlooker = {
  readonly member: string
  readonly memberName: () => string
  /** Shows an awareness update. */
  see(update: Uint8Array): void
}

export type Presence = {
  /** Takes what a guest says of itself, and shows it to everyone, itself included: it is its heartbeat. */
  take(guest: Onlooker, update: Uint8Array): void
  /** Everyone who is present, as an awareness update. */
  all(): Uint8Array | undefined
  leave(guest: Onlooker): void
}

type Entry = { readonly client: number; readonly clock: number; readonly state: string }
type Shown = Entry & { readonly guest: Onlooker }

/**
 * @param onlookers everyone in the room
 * @param isOthers whether a client id is another member's
 * @param reserve notes whose a client id is
 */
export const createPresence = (
  onlookers: () => Iterable<Onlooker>,
  isOthers: (client: number, member: string) => boolean,
  reserve: (client: number, member: string) => void,
): Presence => {
  const shown = new Map<number, Shown>()
  const bound = new Map<Onlooker, number>()

  const show = (entry: Entry): void => {
    const update = encode([entry])
    for (const onlooker of onlookers()) onlooker.see(update)
  }
  const bind = (guest: Onlooker, entries: readonly Entry[]): number | undefined => {
    const own = entries.find(({ client, state }) => state !== 'null' && !isOthers(client, guest.member))
    if (!own) return undefined
    // The same device, back on a new socket before the old one was found dead.
    const before = shown.get(own.client)?.guest
    if (before) bound.delete(before)
    bound.set(guest, own.client)
    reserve(own.client, guest.member)
    return own.client
  }

  return {
    take(guest, update) {
      const entries = read(() => decode(update))
      const client = bound.get(guest) ?? bind(guest, entries)
      const own = entries.find((entry) => entry.client === client)
      if (!own) return
      if (own.clock > LIMITS.clock) throw new Refusal('not-decodable', 'presence clock')
      const state = read(() => stamp(own.state, guest))
      const entry = { client: own.client, clock: own.clock, state }
      if (state === 'null') shown.delete(own.client)
      else shown.set(own.client, { ...entry, guest })
      show(entry)
    },
    all: () => (shown.size === 0 ? undefined : encode([...shown.values()])),
    leave(guest) {
      const client = bound.get(guest)
      bound.delete(guest)
      const last = client === undefined ? undefined : shown.get(client)
      if (!last || last.guest !== guest) return
      shown.delete(last.client)
      show({ client: last.client, clock: last.clock, state: 'null' })
    },
  }
}

const read = <T>(reader: () => T): T => {
  try {
    return reader()
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('not-decodable', 'presence not decodable')
  }
}

const decode = (update: Uint8Array): Entry[] => {
  const decoder = decoding.createDecoder(update)
  const count = decoding.readVarUint(decoder)
  if (count > LIMITS.entries) throw new Refusal('too-many', 'presence of too many')
  const entries: Entry[] = []
  for (let index = 0; index < count; index++) {
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    entries.push({ client, clock, state: decoding.readVarString(decoder) })
  }
  if (decoding.hasContent(decoder)) throw new Refusal('not-decodable', 'bytes left over')
  return entries
}

const encode = (entries: readonly Entry[]): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const { client, clock, state } of entries) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, state)
  }
  return encoding.toUint8Array(encoder)
}

/** Whatever someone says of himself, who he is the server says. */
const stamp = (state: string, { member, memberName }: Onlooker): string => {
  if (state.length > LIMITS.state) throw new Refusal('too-large', 'presence too large')
  const said = JSON.parse(state) as unknown
  if (said === null) return 'null'
  if (typeof said !== 'object' || Array.isArray(said)) throw new Refusal('not-decodable', 'presence')
  return JSON.stringify({ ...said, user: { member, name: memberName() } })
}
