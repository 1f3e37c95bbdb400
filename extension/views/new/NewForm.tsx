/** Which form it is, and what it begins with. */
import '../measures/measures.css'
import '../plans/plans.css'
import { MeasureDialog } from '../measures/MeasureDialog'
import { NewPlan } from '../plans/PlanDialog'
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
  </WithWork>
)
