/**
 * Setting up an organisation from the server's side: its founder, and a history if there is one. Everything goes through
 * the gate and onto the disk like anyone's work, with the rights that its author has at that moment.
 */
import { Readable } from 'node:stream'
import * as Y from 'yjs'
import { mayWrite } from '../shared/access'
import type { Seen } from '../shared/commands/say'
import { type Ledger, openLedger } from '../shared/ledger'
import { outlineOf } from '../shared/prose/outline'
import type { ProseBlock } from '../shared/prose/read'
import { Refusal } from '../shared/protocol'
import { parseRoom } from '../shared/rooms'
import type { Statement } from '../shared/statement'
import { createFiles } from './files'
import { EMPTY } from './merge'
import { makeOrganisation, type Organisation, type OrganisationOptions } from './organisation'
import type { Room } from './room'
import type { SignIn } from './sign-in'

export type Author = {
  /**
   * Puts statements of one member into a room, as one update; on the disk when it resolves. Several calls without
   * waiting share a commit. The first member to speak in an empty `org` may say anything there: the founder.
   */
  write(room: string, member: string, statements: readonly Statement[]): Promise<void>
  /** Puts a first text of one member into a room of prose. */
  compose(room: string, member: string, blocks: readonly ProseBlock[]): Promise<void>
  /** Keeps the bytes of a file of evidence. */
  keepFile(sha256: string, bytes: Uint8Array): Promise<void>
  /** The records of a room as they stand now, for commands. */
  seen(room: string): Promise<Seen>
  /** Makes a sign-in code. `reusable`: for a demo; works any number of times and does not expire. */
  makeCode(member: string, options?: Parameters<SignIn['makeCode']>[1]): Promise<string>
}

/** Makes an organisation, with what `build` writes in it, as a whole or not at all. */
export const createOrganisation = <T>(
  data: string,
  organisation: { readonly id: string; readonly name: string },
  options: OrganisationOptions,
  build: (author: Author) => Promise<T>,
): Promise<T> =>
  makeOrganisation(data, organisation, options, (made) => build(createAuthor(made, options.now)))

type Desk = { readonly room: Room; readonly ledger: Ledger; readonly clients: Map<string, number> }

/** An author for an organisation that is open. */
export const createAuthor = (organisation: Organisation, now: () => number): Author => {
  const desks = new Map<string, Promise<Desk>>()
  const files = createFiles(organisation.directory)
  const deskOf = (name: string): Promise<Desk> => {
    const known = desks.get(name)
    if (known) return known
    const opening = openDesk(organisation, name)
    desks.set(name, opening)
    return opening
  }
  const mayWriteIn = ({ room, ledger }: Desk, member: string): boolean =>
    (room.place.kind === 'org' && ledger.fold.length === 0) ||
    mayWrite(organisation.org, member, room.place, now())

  const receive = async (desk: Desk, member: string, makeUpdate: () => Uint8Array): Promise<void> => {
    const may = mayWriteIn(desk, member)
    desk.room.receive(makeUpdate(), { member, mayWrite: may })
    await new Promise<void>((resolve, reject) =>
      desk.room.whenSafe((error) => (error === undefined ? resolve() : reject(error))),
    )
  }

  return {
    async write(name, member, statements) {
      const desk = await deskOf(name)
      await receive(desk, member, () => updateOf(desk, member, statements))
    },
    async compose(name, member, blocks) {
      const desk = await deskOf(name)
      await receive(desk, member, () => outlineOf(name, blocks, () => false).update)
    },
    keepFile: (sha256, bytes) => files.put(sha256, Readable.from([bytes])),
    seen: async (name) => (await deskOf(name)).ledger.fold,
    makeCode: async (member, options) => (await organisation.signIn.makeCode(member, options)).code,
  }
}

const openDesk = async (organisation: Organisation, name: string): Promise<Desk> => {
  const place = parseRoom(name)
  if (!place) throw new Refusal('no-such-room', name)
  const room = await organisation.rooms.open(name, place)
  const doc = new Y.Doc()
  const ledger = openLedger(doc)
  for (const update of room.lacking(Uint8Array.of(0))) Y.applyUpdate(doc, update)
  return { room, ledger, clients: new Map() }
}

/** One client id per member in a room, as one device would have. */
const updateOf = (
  { ledger, clients }: Desk,
  member: string,
  statements: readonly Statement[],
): Uint8Array => {
  const { doc } = ledger
  const client = clients.get(member) ?? new Y.Doc().clientID
  clients.set(member, client)
  doc.clientID = client
  let update = EMPTY
  doc.once('update', (bytes: Uint8Array) => {
    update = bytes
  })
  ledger.append(statements)
  return update
}
