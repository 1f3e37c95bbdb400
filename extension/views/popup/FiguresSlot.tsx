/** The place of the figures that wait, below the checks. What draws them comes once the store is there: nothing waits for it. */
import type { FunctionComponent } from 'preact'
import type { Quality } from '../../state/quality-types'
import type { Store } from '../../state/types'
import type { Shell } from '../shared/shell'
import { useLate } from '../shared/use-late'

type Loaded = {
  readonly quality: Quality
  readonly Figures: FunctionComponent<{
    readonly quality: Quality
    readonly store: Store
    readonly shell: Shell
  }>
}

// The checks do not depend on it; the dashboard says what is wrong.
const load = async (store: Store): Promise<Loaded> => {
  const [quality, { Figures }] = await Promise.all([store.quality(), import('./Figures')])
  return { quality, Figures }
}

export const FiguresSlot = ({ store, shell }: { readonly store: Store; readonly shell: Shell }) => {
  const loaded = useLate(store, load)
  return loaded ? <loaded.Figures quality={loaded.quality} store={store} shell={shell} /> : null
}
