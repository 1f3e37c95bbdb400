/** The pages about plans: which one is drawn. */
import '../measures/measures.css'
import './plans.css'
import { WithWork } from '../work/world'
import { AllPlans } from './AllPlans'
import { PlanPage } from './PlanPage'
import type { PlansPage } from './route'

export const Plans = ({ page }: { readonly page: PlansPage }) => (
  <div class="work">
    <WithWork>
      {page.section === 'all' ? <AllPlans page={page} /> : <PlanPage key={page.plan} plan={page.plan} />}
    </WithWork>
  </div>
)
