/** The definition of an indicator in a form. */
import type { Indicator } from '../../../../shared/kinds/indicator'
export const IndicatorDialog = ({
  indicator,
  onClose,
}: {
  readonly indicator: Indicator
  readonly onClose: () => void
}) => (
  <button type="button" onClick={onClose}>
    {indicator.name}
  </button>
)
