/** A file with everything of this device that the server does not have: for people to read, and for programs to bring back. */
import { toBase64 } from 'lib0/buffer'
import { PROSE } from '../../shared/ledger'
import { type Room, TEXT } from './room'
import type { Session } from './types'

export const rescueFile = (session: Session, rooms: readonly Room[], at: number): Blob => {
  const unsent = rooms.filter(({ unsettled }) => unsettled.peek().size > 0).map(contents)
  const { server, organisation, member } = session
  const file = {
    format: 'waarborg-rescue',
    v: 1,
    made: new Date(at).toISOString(),
    server,
    organisation,
    member,
    rooms: unsent,
  }
  return new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' })
}

const contents = (room: Room) => {
  const { statements, update } = room.missing()
  const isText = room.unsettled.peek().has(TEXT)
  const doc = room.ledger.peek()?.doc
  return {
    room: room.name,
    /** All of it, as it stands here, to read. */
    ...(isText && doc && { text: doc.getXmlFragment(PROSE).toString() }),
    statements: statements.map((statement) => ({ when: new Date(statement.at).toISOString(), ...statement })),
    /** The same as a Yjs update, in base64. */
    update: toBase64(update),
  }
}
