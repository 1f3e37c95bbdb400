/** The pages about measures: what they share, and which one is drawn. */
import './measures.css'
import { d } from '../dashboard/words'
import { useWork, WithWork } from '../work/world'
import { Bin } from './Bin'
import { HalfYear } from './HalfYear'
import { ALL_MEASURES, type MeasuresPage, measuresHref } from './route'
import { Supervision } from './Supervision'
import { m } from './say'

export const Measures = ({ page }: { readonly page: MeasuresPage }) => (
  <div class="work">
    <Tabs page={page} />
    <WithWork>
      <Still />
      {page.section === 'all' && <Supervision page={page} />}
      {page.section === 'half-year' && <HalfYear page={page} />}
      {page.section === 'bin' && <Bin />}
    </WithWork>
  </div>
)

const Tabs = ({ page }: { readonly page: MeasuresPage }) => {
  const places: readonly MeasuresPage[] = [
    ALL_MEASURES,
    { page: 'measures', section: 'half-year', half: undefined },
    { page: 'measures', section: 'bin' },
  ]
  return (
    <nav class="tabs work-tabs" aria-label={m().sections}>
      {places.map((place) => (
        <a
          key={place.section}
          href={measuresHref(place)}
          aria-current={place.section === page.section ? 'page' : undefined}
        >
          {m().tabs[place.section]}
        </a>
      ))}
    </nav>
  )
}

/** What has not come yet is said: a list that is not whole looks as if less were to be done. */
export const Still = () => {
  const { known, all } = useWork().progress.value
  return known < all ? (
    <p class="quiet" role="status" aria-label={d().frame.arriving}>
      {m().still(known, all)}
    </p>
  ) : null
}
