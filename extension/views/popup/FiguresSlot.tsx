/** The place of the figures that wait, below the checks. What draws them comes once the store is there: nothing waits for it. */
import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Quality } from '../../state/quality-types'
import type { Store } from '../../state/types'
import type { Shell } from '../shared/shell'

type Loaded = {
  readonly quality: Quality
  readonly Figures: FunctionComponent<{
    readonly quality: Quality
    readonly store: Store
    readonly shell: Shell
  }>
}

export const FiguresSlot = ({ store, shell }: { readonly store: Store; readonly shell: Shell }) => {
  const [loaded, setLoaded] = useState<Loaded | undefined>()
  useEffect(() => {
    let isOver = false
    Promise.all([store.quality(), import('./Figures')]).then(
      ([quality, { Figures }]) => {
        if (!isOver) setLoaded({ quality, Figures })
      },
      // The checks do not depend on it, and the next opening tries again; the dashboard says what is wrong.
      (error: unknown) => console.error(error),
    )
    return () => {
      isOver = true
    }
  }, [store])
  return loaded ? <loaded.Figures quality={loaded.quality} store={store} shell={shell} /> : null
}
