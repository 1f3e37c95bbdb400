/** What queries about work stand on: the rooms of departments and of the management team, and the subjects in them. */
import type { Folded } from '../fold'
import { kindOf } from '../statement'
import type { Ground } from './figures'

/** What plans, measures and meetings are read from: the rooms `team` and `dept/<each>`, as far as they are open here. */
export type WorkGround = Ground & { readonly departments: readonly string[] }

/** The rooms with plans, measures and points that are open here. */
export const workRooms = (ground: WorkGround) =>
  ['team', ...ground.departments.map((department) => `dept/${department}`)].flatMap((room) => {
    const records = ground.records(room)
    return records ? [{ room, records }] : []
  })

/** The subjects of a kind in a room. */
export const foldedOf = (records: { all?(): Iterable<Folded> } | undefined, kind: string): Folded[] =>
  [...(records?.all?.() ?? [])].filter(({ about }) => kindOf(about) === kind)
