/** The world as it stood at an earlier moment: every room folded up to then. */
import { dayOf } from '../days'
import type { Folded } from '../fold'
import type { Ground } from './figures'
import { asOf } from './history'
import type { Records } from './schedule'

/** The ground as of a moment: what had been said by then, on the day of then. @param moment milliseconds since 1970 */
export const groundAsOf = (ground: Ground, moment: number): Ground => {
  const rooms = new Map<string, Records | undefined>()
  return {
    today: dayOf(moment),
    records: (room) => {
      if (!rooms.has(room)) {
        const records = ground.records(room)
        rooms.set(room, records && recordsAsOf(records, moment))
      }
      return rooms.get(room)
    },
  }
}

/** The records of one room as of a moment; folded once per subject and as long as nothing was said about it since. */
export const recordsAsOf = (records: Records, moment: number): Records => {
  const folded = new WeakMap<Folded, { readonly earlier: Folded | undefined }>()
  return {
    get: (about) => {
      const now = records.get(about)
      if (!now) return undefined
      const known = folded.get(now) ?? { earlier: asOf(now, moment) }
      folded.set(now, known)
      return known.earlier
    },
  }
}

/** All subjects as of a moment, of those that are there now. */
export const allAsOf = (all: Iterable<Folded>, moment: number): Folded[] =>
  [...all].flatMap((folded) => asOf(folded, moment) ?? [])
