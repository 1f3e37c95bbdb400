/** What colours, numbers and signs of the matrix mean. */
import { IconMark } from '../../../ui/IconMark'
import { d } from '../words'
import { Clock } from './Matrix'

export const Legend = () => {
  const words = d().matrix
  return (
    <ul class="legend" aria-label={words.legend}>
      <li>
        <span class="legend-number">92%</span> {words.legendInOrder}
      </li>
      <li>
        <Clock /> {words.legendOnTime}
      </li>
      <li>
        <span class="cell-late" aria-hidden="true">
          2
        </span>{' '}
        {words.legendLate}
      </li>
      <li class="legend-gap">
        <span class="swatch level-good" /> {words.legendGood}
      </li>
      <li>
        <span class="swatch level-fair">
          <IconMark mark="partly" size="0.7rem" />
        </span>{' '}
        {words.legendFair}
      </li>
      <li>
        <span class="swatch level-poor">
          <IconMark mark="not-in-order" size="0.7rem" />
        </span>{' '}
        {words.legendPoor}
      </li>
      <li>
        <IconMark mark="clash" size="0.8rem" /> {words.legendClash}
      </li>
      <li>
        <span class="legend-sign">○</span> {words.legendWaiting}
      </li>
      <li>
        <span class="legend-sign">–</span> {words.legendNone}
      </li>
    </ul>
  )
}
