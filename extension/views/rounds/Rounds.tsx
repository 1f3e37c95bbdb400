/** The pages about self-assessment: what they share, and which one is drawn. */
import '../measures/measures.css'
import '../quality/quality.css'
import './rounds.css'
import { WithWork } from '../work/world'
import { AllRounds } from './AllRounds'
import { Compare } from './Compare'
import { RoundPage } from './RoundPage'
import { ALL_ROUNDS, type RoundsPage, roundsHref } from './route'
import { z } from './say'
import { WithRounds } from './world'

export const Rounds = ({ page }: { readonly page: RoundsPage }) => (
  <div class="work rounds">
    {page.section !== 'round' && <Tabs page={page} />}
    <WithWork>
      <WithRounds>
        {page.section === 'all' && <AllRounds />}
        {page.section === 'compare' && <Compare page={page} />}
        {page.section === 'round' && <RoundPage key={page.round} page={page} />}
      </WithRounds>
    </WithWork>
  </div>
)

const COMPARE: RoundsPage = { page: 'rounds', section: 'compare', rounds: [] }

const Tabs = ({ page }: { readonly page: RoundsPage }) => (
  <nav class="tabs work-tabs" aria-label={z().sections}>
    {([ALL_ROUNDS, COMPARE] as const).map((place) => (
      <a
        key={place.section}
        href={roundsHref(place)}
        aria-current={place.section === page.section ? 'page' : undefined}
      >
        {z().tabs[place.section as 'all' | 'compare']}
      </a>
    ))}
  </nav>
)
