/** The pages about findings: which one is drawn. */
import '../measures/measures.css'
import '../plans/plans.css'
import './findings.css'
import { WithWork } from '../work/world'
import { AllFindings } from './AllFindings'
import { FindingPage } from './FindingPage'
import type { FindingsPage } from './route'

export const Findings = ({ page }: { readonly page: FindingsPage }) => (
  <div class="work">
    <WithWork>
      {page.section === 'all' ? (
        <AllFindings page={page} />
      ) : (
        <FindingPage key={page.finding} finding={page.finding} />
      )}
    </WithWork>
  </div>
)
