/** On a check whose control got another text after it was answered: what changed. What draws it is loaded only then. */
import type { FunctionComponent } from 'preact'
import type { Library } from '../../state/library-types'
import type { Check, Store } from '../../state/types'
import type { FormerProps } from '../library/FormerAnswer'
import { useLate } from './use-late'

type Loaded = { readonly library: Library; readonly FormerAnswer: FunctionComponent<FormerProps> }

// The check can be answered anew all the same.
const load = async (store: Store): Promise<Loaded> => {
  const [library, { FormerAnswer }] = await Promise.all([store.library(), import('../library/FormerAnswer')])
  return { library, FormerAnswer }
}

export const FormerSlot = ({
  check,
  store,
  ...rest
}: {
  readonly check: Check
  readonly store: Store
} & Pick<FormerProps, 'keys' | 'nameOf' | 'onConfirm'>) => {
  const loaded = useLate(store, load)
  return loaded && check.former ? (
    <loaded.FormerAnswer former={check.former} check={check} library={loaded.library} {...rest} />
  ) : null
}
