/** How the parts of the pages about indicators get at what they have in common. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Day } from '../../../shared/days'
import type { Look, Quality } from '../../state/quality-types'

export type World = {
  readonly quality: Quality
  /** The world as it is looked at: as it stands, or as it stood. */
  readonly look: Look
  /** The day of which one sees the state; nothing can be said then. */
  readonly asOf: Day | undefined
}

export const WorldContext = createContext<World | undefined>(undefined)

/** Every room that judgements rest on has been seen. */
export const isComplete = ({ ready, progress }: Pick<Quality, 'ready' | 'progress'>): boolean =>
  ready.value && progress.value.known >= progress.value.all

export const useWorld = (): World => {
  const world = useContext(WorldContext)
  if (!world) throw new Error('outside the pages about indicators')
  return world
}
