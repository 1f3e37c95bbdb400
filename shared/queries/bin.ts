/** The bin: what was removed, by whom, when. Everything in it can be put back. */

import { kindOf } from '../statement'
import { type WorkGround, workRooms } from './ground'

export type Removed = {
  readonly about: string
  readonly kind: string
  readonly room: string
  readonly title: string
  readonly by: string
  readonly at: number
}

const KEPT: ReadonlySet<string> = new Set([
  'plan',
  'measure',
  'meeting',
  'point',
  'agreement',
  'deadline',
  'finding',
  'risk',
])

/** What is gone, the latest first. */
export const binOf = (ground: WorkGround): Removed[] =>
  workRooms(ground)
    .flatMap(({ room, records }) =>
      [...(records.all?.() ?? [])].flatMap(({ about, fields }): Removed[] => {
        const gone = fields.get('gone')
        const head = gone?.value === true ? gone.heads.at(-1) : undefined
        if (!head || !KEPT.has(kindOf(about))) return []
        const title = fields.get('title')?.value
        const day = fields.get('day')?.value
        const name = [title, day].find((each) => typeof each === 'string' && each !== '')
        return [{ about, kind: kindOf(about), room, title: String(name ?? ''), by: head.by, at: head.at }]
      }),
    )
    .sort((a, b) => b.at - a.at || (a.about < b.about ? -1 : 1))
