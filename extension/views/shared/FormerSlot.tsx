/** On a check whose control got another text after it was answered: what changed. What draws it is loaded only then. */
import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Library } from '../../state/library-types'
import type { Check, Store } from '../../state/types'
import type { FormerProps } from '../library/FormerAnswer'

type Loaded = { readonly library: Library; readonly FormerAnswer: FunctionComponent<FormerProps> }

export const FormerSlot = ({
  check,
  store,
  ...rest
}: {
  readonly check: Check
  readonly store: Store
} & Pick<FormerProps, 'keys' | 'nameOf' | 'onConfirm'>) => {
  const [loaded, setLoaded] = useState<Loaded | undefined>()
  useEffect(() => {
    let isOver = false
    Promise.all([store.library(), import('../library/FormerAnswer')]).then(
      ([library, { FormerAnswer }]) => {
        if (!isOver) setLoaded({ library, FormerAnswer })
      },
      // The check can be answered anew all the same; opening it again tries again.
      (error: unknown) => console.error(error),
    )
    return () => {
      isOver = true
    }
  }, [store])
  return loaded && check.former ? (
    <loaded.FormerAnswer former={check.former} check={check} library={loaded.library} {...rest} />
  ) : null
}
