/** The place of one's other work and one's measures, below checks and figures. What draws them comes once the store is there: nothing waits for it. */
import type { FunctionComponent } from 'preact'
import type { Store } from '../../state/types'
import type { Work } from '../../state/work-types'
import type { Shell } from '../shared/shell'
import { useLate } from '../shared/use-late'

type Loaded = {
  readonly work: Work
  readonly MyWork: FunctionComponent<{
    readonly work: Work
    readonly store: Store
    readonly shell: Shell
  }>
}

// The checks do not depend on it; the dashboard says what is wrong.
const load = async (store: Store): Promise<Loaded> => {
  const [work, { MyWork }] = await Promise.all([store.work(), import('./MyWork')])
  work.open('mine')
  return { work, MyWork }
}

export const MeasuresSlot = ({ store, shell }: { readonly store: Store; readonly shell: Shell }) => {
  const loaded = useLate(store, load)
  return loaded ? <loaded.MyWork work={loaded.work} store={store} shell={shell} /> : null
}
