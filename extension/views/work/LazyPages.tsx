/** Brings pages that nobody else waits for: they are loaded when one is opened. */
import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Skeleton } from '../../ui/Skeleton'
import { useModel } from '../dashboard/context'
import { d } from '../dashboard/words'
import { LaunchError } from '../shared/LaunchError'

/** A component that loads another once, and draws it; going back and forth shows no skeleton. */
export const lazyPages = <P extends object>(
  load: () => Promise<FunctionComponent<P>>,
  Waiting: FunctionComponent = Reading,
): FunctionComponent<P> => {
  let loaded: FunctionComponent<P> | undefined
  return (props) => {
    const { tools } = useModel()
    const [Pages, setPages] = useState<FunctionComponent<P> | undefined>(() => loaded)
    const [trouble, setTrouble] = useState<unknown>()
    useEffect(() => {
      if (Pages) return
      load().then((found) => {
        loaded = found
        setPages(() => found)
      }, setTrouble)
    }, [Pages])
    if (trouble !== undefined) return <LaunchError error={trouble} onReload={tools.reload} />
    return Pages ? <Pages {...props} /> : <Waiting />
  }
}

export const Reading = () => (
  <div class="page" aria-busy="true">
    <p class="visually-hidden" role="status">
      {d().frame.reading}
    </p>
    <Skeleton width="40%" />
    <Skeleton width="90%" />
    <Skeleton width="75%" />
  </div>
)
