/** The pages about risks: what they share, and which one is drawn. */
import '../measures/measures.css'
import './risks.css'
import { d } from '../dashboard/words'
import { useWork, WithWork } from '../work/world'
import { Coverage } from './Coverage'
import { Register } from './Register'
import { RiskPage } from './RiskPage'
import { ALL_RISKS, COVERAGE, type RisksPage, risksHref } from './route'
import { k } from './say'

export const Risks = ({ page }: { readonly page: RisksPage }) => (
  <div class="work">
    {page.section !== 'risk' && <Tabs page={page} />}
    <WithWork>
      <Still />
      {page.section === 'all' && <Register page={page} />}
      {page.section === 'coverage' && <Coverage page={page} />}
      {page.section === 'risk' && <RiskPage key={page.risk} risk={page.risk} />}
    </WithWork>
  </div>
)

const Tabs = ({ page }: { readonly page: RisksPage }) => (
  <nav class="tabs work-tabs" aria-label={k().sections}>
    {([ALL_RISKS, COVERAGE] as const).map((place) => (
      <a
        key={place.section}
        href={risksHref(place)}
        aria-current={place.section === page.section ? 'page' : undefined}
      >
        {k().tabs[place.section as 'all' | 'coverage']}
      </a>
    ))}
  </nav>
)

/** A register that is not whole looks safer than it is. */
const Still = () => {
  const { known, all } = useWork().progress.value
  return known < all ? (
    <p class="quiet" role="status" aria-label={d().frame.arriving}>
      {k().still(known, all)}
    </p>
  ) : null
}
