/** The pages about plans: which one is drawn. */
import { d } from '../dashboard/words'
import { WithWork } from '../work/world'
import type { PlansPage } from './route'

export const Plans = (_props: { readonly page: PlansPage }) => (
  <WithWork>
    <div class="page">
      <header class="page-head">
        <h1>{d().pages.plans}</h1>
      </header>
    </div>
  </WithWork>
)
