/** The box that chooses a row; the place stays where there is nothing to choose. */
import type { Chosen } from '../keyboard/chosen'
import { w } from './say'

export const ChooseBox = <T,>({
  title,
  mayChoose,
  item,
  chosen,
}: {
  readonly title: string
  readonly mayChoose: boolean
  readonly item: T
  readonly chosen: Chosen<T>
}) => (
  <span class="choose">
    {mayChoose && (
      <input
        type="checkbox"
        data-choose
        aria-label={w().checks.choose(title)}
        checked={chosen.has(item)}
        onClick={(event) => chosen.choose(item, event.currentTarget.checked, event.shiftKey)}
      />
    )}
  </span>
)
