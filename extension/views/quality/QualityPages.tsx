/** Brings the pages about indicators, which nobody else waits for: they are loaded when one is opened. */
import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Skeleton } from '../../ui/Skeleton'
import { useModel } from '../dashboard/context'
import { d } from '../dashboard/words'
import { LaunchError } from '../shared/LaunchError'
import type { QualityPage } from './route'

type Pages = FunctionComponent<{ readonly page: QualityPage }>

export const QualityPages = ({ page }: { readonly page: QualityPage }) => {
  const { tools } = useModel()
  const [pages, setPages] = useState<{ readonly Quality: Pages } | undefined>(loaded)
  const [trouble, setTrouble] = useState<unknown>()
  useEffect(() => {
    if (pages) return
    import('./Quality').then((module) => {
      loaded = module
      setPages(module)
    }, setTrouble)
  }, [pages])
  if (trouble !== undefined) return <LaunchError error={trouble} onReload={tools.reload} />
  return pages ? <pages.Quality page={page} /> : <Reading />
}

// Once per page: going back and forth shows no skeleton.
let loaded: { readonly Quality: Pages } | undefined

const Reading = () => (
  <div class="page" aria-busy="true">
    <p class="visually-hidden" role="status">
      {d().frame.reading}
    </p>
    <Skeleton width="40%" />
    <Skeleton width="90%" />
    <Skeleton width="75%" />
  </div>
)
