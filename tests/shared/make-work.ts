/** What tests about plans, measures and meetings need: rooms in which people speak, also apart, and find each other again. */
import * as Y from 'yjs'
import type { SeenAll } from '../../shared/commands/meetings'
import type { Author } from '../../shared/commands/say'
import type { Day } from '../../shared/days'
import { openLedger } from '../../shared/ledger'
import type { WorkGround } from '../../shared/queries/ground'
import type { Statement } from '../../shared/statement'
import { makeIds, moment } from '../make'

const id = makeIds('k')
let clock = moment('2026-01-05', 9)

/** One device: its rooms, and what its owner says in them. */
export type Desk = WorkGround & {
  readonly member: string
  say(room: string, make: (seen: SeenAll, author: Author) => Statement[]): Statement[]
  /** The same rooms on another day. */
  on(today: Day): WorkGround
  doc(room: string): Y.Doc
}

export const makeDesk = (member: string, today: Day = '2026-11-20'): Desk => {
  const rooms = new Map<string, ReturnType<typeof openLedger>>()
  const open = (room: string) => {
    const known = rooms.get(room) ?? openLedger(new Y.Doc())
    rooms.set(room, known)
    return known
  }
  const ground = { today, departments: ['tec', 'bur'], records: (room: string) => open(room).fold }
  return {
    ...ground,
    member,
    say(room, make) {
      clock += 1000
      const ledger = open(room)
      const said = make(ledger.fold, { by: member, at: clock, id })
      ledger.append(said)
      return said
    },
    on: (day) => ({ ...ground, today: day }),
    doc: (room) => open(room).doc,
  }
}

/** The clock of whoever speaks next. */
export const setClock = (day: Day, hour = 9): void => {
  clock = moment(day, hour)
}

/** Everybody hears what the others said. */
export const meet = (...desks: readonly Desk[]): void => {
  for (const room of ['team', 'dept/tec', 'dept/bur'])
    for (const from of desks)
      for (const to of desks) Y.applyUpdate(to.doc(room), Y.encodeStateAsUpdate(from.doc(room)))
}
