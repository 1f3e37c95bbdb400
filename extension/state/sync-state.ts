/** The one word on sync, from how all open rooms stand. Pure. Never says more than is known. */
import type { Problem } from '../../shared/protocol'
import type { RoomState } from './room'
import type { SyncState } from './types'
import type { WireState } from './wire'

export type Standing = { readonly name: string; readonly state: RoomState; readonly unsent: number }

/** Problems that concern the whole device, whichever room says it first. */
const EVERYWHERE: ReadonlySet<Problem> = new Set(['signed-out', 'client-too-old'])

const OUT_OF_REACH: ReadonlySet<WireState> = new Set(['slow', 'offline', 'closed'])

/**
 * @param isEmpty nothing of the organisation is known on this device
 * @param files of evidence that the server does not have yet
 * @param lastConfirmed when everything was last confirmed, for as long as it is not
 */
export const syncState = (
  standings: readonly Standing[],
  {
    isReady,
    isEmpty,
    lastConfirmed,
    files = 0,
  }: { isReady: boolean; isEmpty: boolean; lastConfirmed: number | undefined; files?: number },
): SyncState => {
  const unsent = standings.reduce((sum, each) => sum + each.unsent, files)
  const org = standings.find(({ name }) => name === 'org')?.state
  const disk = standings.find(({ state }) => state.disk)?.state.disk
  const closed = closure(standings)
  const common = {
    unsent,
    online: org?.wire === 'online',
    confirmedAt: unsent === 0 ? latest(standings) : lastConfirmed,
    problem: disk ?? closed,
  }
  if (disk) return { ...common, word: 'not-saved' }
  if (closed) return { ...common, word: closed === 'signed-out' ? 'signed-out' : 'refused' }
  const isTrying = org?.wire === 'waiting' || org?.wire === 'connecting'
  if (!isReady || (isEmpty && isTrying)) return { ...common, word: 'loading' }
  if (org && OUT_OF_REACH.has(org.wire)) return { ...common, word: 'offline' }
  return { ...common, word: unsent > 0 ? 'here' : 'confirmed' }
}

/**
 * Why the server has closed something that matters: everything, `org`, or a room with work of one's own. A room that one
 * simply may not enter any more is no news: `org` will say so.
 */
const closure = (standings: readonly Standing[]): Problem | undefined => {
  const closed = standings.filter(({ state }) => state.wire === 'closed' && state.problem)
  const common = closed.find(({ state }) => state.problem && EVERYWHERE.has(state.problem))
  const other = closed.find(({ name, unsent }) => name === 'org' || unsent > 0)
  return (common ?? other)?.state.problem
}

const latest = (standings: readonly Standing[]): number | undefined => {
  const times = standings.map(({ state }) => state.confirmedAt).filter((at) => at !== undefined)
  return times.length > 0 ? Math.max(...times) : undefined
}
