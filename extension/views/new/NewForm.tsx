/** Which form it is, and what it begins with. */
import '../measures/measures.css'
import '../plans/plans.css'
import '../findings/findings.css'
import '../risks/risks.css'
import { FindingDialog } from '../findings/FindingDialog'
import { MeasureDialog } from '../measures/MeasureDialog'
import { NewPlan } from '../plans/PlanDialog'
import { RiskDialog } from '../risks/RiskDialog'
import { WithWork } from '../work/world'
import type { NewSheetRoute } from './route'

export const NewForm = ({
  route: { what, about, department },
  onClose,
}: {
  readonly route: NewSheetRoute
  readonly onClose: () => void
}) => (
  <WithWork waiting={null}>
    {what === 'measure' && (
      <MeasureDialog
        prefill={{ ...(about && { origin: about }), ...(department && { department }) }}
        onClose={onClose}
      />
    )}
    {what === 'plan' && (
      <NewPlan
        prefill={{ links: about ? [about] : [], departments: department ? [department] : [] }}
        onClose={onClose}
      />
    )}
    {what === 'finding' && <FindingDialog onClose={onClose} />}
    {what === 'risk' && <RiskDialog onClose={onClose} />}
  </WithWork>
)
