/** The pages about the control library: what they share, and which one is drawn. */
import '../measures/measures.css'
import './former.css'
import './library.css'
import type { Store } from '../../state/types'
import { useModel } from '../dashboard/context'
import { ControlPage } from './ControlPage'
import { Coverage } from './Coverage'
import { ImportPage } from './ImportPage'
import { Libraries } from './Libraries'
import { Own } from './Own'
import {
  ALL_CONTROLS,
  COVERAGE,
  type ControlsPage,
  controlsHref,
  LIBRARIES,
  SPREADSHEET,
  WHOLE_YEAR,
} from './route'
import { l } from './say'
import { WithLibrary } from './world'
import { Year } from './Year'

export const Library = ({ page }: { readonly page: ControlsPage }) => (
  <div class="work">
    <Tabs page={page} />
    <WithLibrary>
      {page.section === 'own' && <Own page={page} />}
      {page.section === 'control' && <ControlPage key={page.control} control={page.control} />}
      {page.section === 'libraries' && <Libraries page={page} />}
      {page.section === 'coverage' && <Coverage page={page} />}
      {page.section === 'year' && <Year page={page} />}
      {page.section === 'spreadsheet' && <ImportPage />}
    </WithLibrary>
  </div>
)

const TABS = [ALL_CONTROLS, LIBRARIES, COVERAGE, WHOLE_YEAR, SPREADSHEET] as const

/** Controls or actions: whoever writes somewhere may import one of them. */
const mayImport = (store: Store): boolean =>
  store.mayManage() ||
  store.grants.value.some(({ role }) => role === 'manager' || role === 'contributor' || role === 'team')

const Tabs = ({ page }: { readonly page: ControlsPage }) => {
  const { store } = useModel()
  return (
    <nav class="tabs work-tabs" aria-label={l().sections}>
      {TABS.filter((place) => place !== SPREADSHEET || mayImport(store)).map((place) => (
        <a
          key={place.section}
          href={controlsHref(place)}
          aria-current={
            place.section === (page.section === 'control' ? 'own' : page.section) ? 'page' : undefined
          }
        >
          {l().tabs[place.section]}
        </a>
      ))}
    </nav>
  )
}
