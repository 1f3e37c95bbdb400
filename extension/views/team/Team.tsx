/** The pages of the management team: which one is drawn. */
import { d } from '../dashboard/words'
import { WithWork } from '../work/world'
import type { TeamPage } from './route'

export const Team = (_props: { readonly page: TeamPage }) => (
  <WithWork>
    <div class="page">
      <header class="page-head">
        <h1>{d().pages.team}</h1>
      </header>
    </div>
  </WithWork>
)
