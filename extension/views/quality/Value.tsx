/** A figure with its unit beside it, the number in full view. */
import type { Indicator } from '../../../shared/kinds/indicator'
import { inWords } from './say'
import { bareWords, figureWords } from './words'

export const Value = ({
  indicator,
  value,
}: {
  readonly indicator: Indicator
  readonly value: number | undefined
}) => {
  const unit = inWords(indicator, 'unit')
  // Short units stay with the number; longer ones may go to the next line.
  if (value === undefined || unit.length < 4)
    return <span class="line-value">{figureWords(indicator, value)}</span>
  return (
    <>
      <span class="line-value">{bareWords(indicator, value)}</span> <span class="line-unit">{unit}</span>
    </>
  )
}
