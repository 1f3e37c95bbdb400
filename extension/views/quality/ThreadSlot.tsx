/** The way back from a control to the indicators it keeps in order, in the facts of a check; comes once it is loaded. */
import type { FunctionComponent } from 'preact'
import type { Quality } from '../../state/quality-types'
import type { Store } from '../../state/types'
import { useModel } from '../dashboard/context'
import { useLate } from '../shared/use-late'

type Loaded = {
  readonly quality: Quality
  readonly ControlThread: FunctionComponent<{ readonly quality: Quality; readonly control: string }>
}

// The check does without.
const load = async (store: Store): Promise<Loaded> => {
  const [quality, { ControlThread }] = await Promise.all([store.quality(), import('./ControlThread')])
  return { quality, ControlThread }
}

export const ThreadSlot = ({ control }: { readonly control: string }) => {
  const { store } = useModel()
  const loaded = useLate(store, load)
  return loaded ? <loaded.ControlThread quality={loaded.quality} control={control} /> : null
}
