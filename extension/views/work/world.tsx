/** How the pages about plans, measures and the management team get at what they have in common: `useWork`. */
import { type ComponentChildren, createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { Quality } from '../../state/quality-types'
import type { Store } from '../../state/types'
import type { Work } from '../../state/work-types'
import { useModel } from '../dashboard/context'
import { LaunchError } from '../shared/LaunchError'
import { Reading } from './LazyPages'

const WorkContext = createContext<Work | undefined>(undefined)

export const useWork = (): Work => {
  const work = useContext(WorkContext)
  if (!work) throw new Error('outside the pages about work')
  return work
}

/** Opens all work that one may see, and draws what needs it once it has been read. */
export const WithWork = ({
  children,
  waiting = <Reading />,
}: {
  readonly children: ComponentChildren
  readonly waiting?: ComponentChildren
}) => {
  const { store, tools } = useModel()
  const { found: work, trouble } = useLoaded(store, works, openWork)
  if (trouble !== undefined) return <LaunchError error={trouble} onReload={tools.reload} />
  if (!work?.ready.value) return <>{waiting}</>
  return <WorkContext.Provider value={work}>{children}</WorkContext.Provider>
}

/** Indicators, objectives and figures, with all rooms that they need; nothing until they have been loaded. */
export const useQuality = (): Quality | undefined => {
  const { store } = useModel()
  const { found, trouble } = useLoaded(store, qualities, openQuality)
  // A plan can be read and changed without its charts.
  if (trouble !== undefined) console.error(trouble)
  return found
}

const works = new WeakMap<Store, Work>()
const openWork = async (store: Store): Promise<Work> => {
  const work = await store.work()
  work.open('all')
  return work
}

const qualities = new WeakMap<Store, Quality>()
const openQuality = async (store: Store): Promise<Quality> => {
  const quality = await store.quality()
  quality.open()
  return quality
}

/** What is loaded and opened once for a store. */
export const useLoaded = <T,>(
  store: Store,
  known: WeakMap<Store, T & object>,
  open: (store: Store) => Promise<T & object>,
): { found: T | undefined; trouble: unknown } => {
  const [found, setFound] = useState<T | undefined>(() => known.get(store))
  const [trouble, setTrouble] = useState<unknown>()
  useEffect(() => {
    if (found) return
    let isOver = false
    open(store).then(
      (opened) => {
        known.set(store, opened)
        if (!isOver) setFound(() => opened)
      },
      (error: unknown) => {
        if (!isOver) setTrouble(error)
      },
    )
    return () => {
      isOver = true
    }
  }, [store, found, known, open])
  return { found, trouble }
}
