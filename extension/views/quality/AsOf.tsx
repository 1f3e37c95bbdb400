/** Seeing everything as it stood on a day: the choice, and what says so for as long as it holds. */
import type { Day } from '../../../shared/days'
import { dayWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { useModel } from '../dashboard/context'
import { q } from './say'

export const AsOf = ({
  asOf,
  onChoose,
}: {
  readonly asOf: Day | undefined
  readonly onChoose: (day: Day | undefined) => void
}) => {
  const { store } = useModel()
  const today = store.today.value
  return (
    <label class="inline-field as-of">
      <span>{q().scorecard.asOf}</span>
      <input
        class="input"
        type="date"
        max={today}
        value={asOf ?? today}
        onChange={({ currentTarget: { value } }) =>
          onChoose(value === '' || value >= today ? undefined : value)
        }
      />
    </label>
  )
}

export const AsOfBanner = ({ asOf, onNow }: { readonly asOf: Day; readonly onNow: () => void }) => (
  <div class="as-of-banner" role="status">
    <Icon name="calendar" />
    <p>{q().scorecard.asOfBanner(dayWords(asOf))}</p>
    <Button onClick={onNow}>{q().scorecard.now}</Button>
  </div>
)
