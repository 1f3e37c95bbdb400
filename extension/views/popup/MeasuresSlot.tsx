/** The place of one's other work and one's measures, below checks and figures. What draws them comes once the store is there: nothing waits for it. */
import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Store } from '../../state/types'
import type { Work } from '../../state/work-types'
import type { Shell } from '../shared/shell'

type Loaded = {
  readonly work: Work
  readonly MyWork: FunctionComponent<{
    readonly work: Work
    readonly store: Store
    readonly shell: Shell
  }>
}

export const MeasuresSlot = ({ store, shell }: { readonly store: Store; readonly shell: Shell }) => {
  const [loaded, setLoaded] = useState<Loaded | undefined>()
  useEffect(() => {
    let isOver = false
    Promise.all([store.work(), import('./MyWork')]).then(
      ([work, { MyWork }]) => {
        if (isOver) return
        work.open('mine')
        setLoaded({ work, MyWork })
      },
      // The checks do not depend on it, and the next opening tries again; the dashboard says what is wrong.
      (error: unknown) => console.error(error),
    )
    return () => {
      isOver = true
    }
  }, [store])
  return loaded ? <loaded.MyWork work={loaded.work} store={store} shell={shell} /> : null
}
