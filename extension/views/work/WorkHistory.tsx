/** Who said what of a record and when, the newest first, folded away. */
import type { Json } from '../../../shared/statement'
import type { Place } from '../../state/quality-types'
import { momentWords } from '../../text/dates'
import { useModel } from '../dashboard/context'
import { m } from '../measures/say'
import { useWork } from './world'

export const WorkHistory = ({
  place,
  hidden,
  names,
  words,
}: {
  readonly place: Place
  /** Fields that say nothing to people: moments and the like. */
  readonly hidden: ReadonlySet<string>
  readonly names: Readonly<Record<string, string>>
  readonly words: (field: string, value: Json) => string
}) => {
  const model = useModel()
  const entries = useWork().history(place).toReversed()
  return (
    <details class="work-history">
      <summary>{m().sheet.history}</summary>
      <ol>
        {entries.map(({ id, by, at, changes }) => (
          <li key={id}>
            <p>
              <strong>{model.nameOf(by)}</strong> <span class="quiet">{momentWords(at)}</span>
            </p>
            <ul>
              {changes
                .filter(({ field, after }) => !hidden.has(field) && !(field === 'gone' && after === null))
                .map(({ field, before, after }) => (
                  <li key={field}>
                    {names[field] ?? field}: {before !== null && <del>{words(field, before)}</del>}{' '}
                    {words(field, after)}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ol>
    </details>
  )
}
