/** What numbers, colours and signs of the matrix mean. */
import { IconMark } from '../../../ui/IconMark'
import { d } from '../words'
import { Clock } from './Matrix'

/** How to read one cell; stands in the empty corner of the table where there is room. */
export const Key = () => {
  const words = d().matrix
  return (
    <ul class="key" aria-label={words.legend}>
      <li>
        <span class="key-share">92%</span> {words.legendInOrder}
      </li>
      <li>
        <span class="key-punctual">
          <Clock /> 88%
        </span>{' '}
        {words.legendOnTime}
      </li>
      <li>
        <span class="cell-late">2</span> {words.legendLate}
      </li>
    </ul>
  )
}

export const Legend = () => {
  const words = d().matrix
  return (
    <ul class="legend" aria-label={words.legendSigns}>
      <li>
        <span class="swatch level-good" /> {words.legendGood}
      </li>
      <li>
        <span class="swatch level-fair">
          <IconMark mark="fair" size="0.7rem" />
        </span>{' '}
        {words.legendFair}
      </li>
      <li>
        <span class="swatch level-poor">
          <IconMark mark="poor" size="0.7rem" />
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
