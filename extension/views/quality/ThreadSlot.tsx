/** The way back from a control to the indicators it keeps in order, in the facts of a check; comes once it is loaded. */
import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Quality } from '../../state/quality-types'
import { useModel } from '../dashboard/context'

type Loaded = {
  readonly quality: Quality
  readonly ControlThread: FunctionComponent<{ readonly quality: Quality; readonly control: string }>
}

export const ThreadSlot = ({ control }: { readonly control: string }) => {
  const { store } = useModel()
  const [loaded, setLoaded] = useState<Loaded | undefined>()
  useEffect(() => {
    let isOver = false
    Promise.all([store.quality(), import('./ControlThread')]).then(
      ([quality, { ControlThread }]) => {
        if (!isOver) setLoaded({ quality, ControlThread })
      },
      // The check does without; opening it again tries again.
      (error: unknown) => console.error(error),
    )
    return () => {
      isOver = true
    }
  }, [store])
  return loaded ? <loaded.ControlThread quality={loaded.quality} control={control} /> : null
}
