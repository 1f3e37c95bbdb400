/** Says what was put forward from a web page: a point in the backlog of the management team, or in one's own department. */
import { effect } from '@preact/signals'
import { keyFrom } from '../../shared/commands/change'
import { addPoint } from '../../shared/commands/points'
import { pointAbout } from '../../shared/kinds/point'
import type { Capture, Filed } from './captures'
import type { Base } from './quality-base'

type Lent = Pick<Base, 'rooms' | 'facts' | 'mayWriteIn' | 'act' | 'work'>

/**
 * Resolves once it stands in the ledger; whoever calls waits for the disk. Saying it twice, because the background was
 * stopped in between, says it once.
 * @returns where; nothing when it cannot be known yet what this person may do
 */
export const putForward = async (lent: Lent, capture: Capture): Promise<Filed['where'] | undefined> => {
  const { facts, rooms, act, work } = lent
  if (facts.me.peek() === undefined) return undefined
  const room = roomFor(lent)
  if (room === undefined) return 'nowhere'
  work.value = new Set([...work.peek(), room])
  await when(() => rooms.value.get(room)?.ledger.value !== undefined)
  const key = keyFrom(capture.title, capture.id)
  act({
    room,
    command: (seen, by) =>
      seen.get(pointAbout(key))
        ? []
        : addPoint(
            seen,
            key,
            {
              title: capture.title,
              url: capture.url || null,
              quote: capture.quote || null,
              section: 'follow-up',
            },
            by,
          ),
  })
  return room === 'team' ? 'team' : 'department'
}

const roomFor = ({ facts, mayWriteIn }: Lent): string | undefined => {
  const own = facts.grants.peek().flatMap(({ departments }) => departments)
  return ['team', ...own.map((department) => `dept/${department}`)].find(mayWriteIn)
}

const when = (holds: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const stop = effect(() => {
      if (!holds()) return
      resolve()
      queueMicrotask(() => stop())
    })
  })
