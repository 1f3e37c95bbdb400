/**
 * The thread from objective to indicator to control, with how the controls stand and what is being done at each place;
 * each place is a link.
 */

import type { Indicator } from '../../../../shared/kinds/indicator'
import type { Check } from '../../../../shared/queries/schedule'
import { threadOfIndicator } from '../../../../shared/queries/thread'
import { titleOf } from '../../../text'
import { useModel } from '../../dashboard/context'
import { hrefOf } from '../../dashboard/route'
import { qualityHref } from '../route'
import { inWords, q } from '../say'
import { ThreadWorkSlot } from '../ThreadWorkSlot'
import { useWorld } from '../world'

export const Thread = ({ indicator }: { readonly indicator: Indicator }) => {
  const { store } = useModel()
  const { look, asOf } = useWorld()
  // What was being done on an earlier day is not shown: plans are read as they stand.
  const work = (place: string) => asOf === undefined && <ThreadWorkSlot place={place} />
  const words = q().indicator
  const thread = threadOfIndicator(indicator, {
    objectives: look.objectives.value,
    indicators: look.indicators.value,
    controls: store.controls.value,
  })
  return (
    <section class="panel" aria-labelledby="thread-title">
      <h2 id="thread-title">{words.thread}</h2>
      <ol class="thread">
        {thread.objectives.map((objective) => (
          <li key={objective.key} class={`thread-${objective.level}`}>
            <span class="eyebrow">
              {q().levels[objective.level]}
              {objective.priority && ` · ${q().priority}`}
            </span>
            <a href={`${qualityHref({ page: 'quality', section: 'objectives' })}`}>
              {`${objective.code} ${inWords(objective, 'name')}`.trim()}
            </a>
            {work(objective.about)}
          </li>
        ))}
        {thread.objectives.length === 0 && <li class="quiet">{words.threadNoObjective}</li>}
        <li class="thread-here" aria-current="true">
          <span class="eyebrow">{q().scorecard.indicator}</span>
          <strong>{inWords(indicator, 'name')}</strong>
        </li>
        {thread.controls.map((control) => (
          <li key={control.key} class="thread-control">
            <span class="eyebrow">{words.control}</span>
            <Control title={titleOf(control)} checks={checksOf(store.checks.value, control.key)} />
            {work(control.about)}
          </li>
        ))}
        {thread.controls.length === 0 && <li class="quiet">{words.threadNoControls}</li>}
      </ol>
      {thread.lost.length > 0 && <p class="quiet">{words.threadLost(thread.lost.length)}</p>}
    </section>
  )
}

const checksOf = (checks: readonly Check[], key: string): readonly Check[] =>
  checks.filter(({ control }) => control.key === key)

const Control = ({ title, checks }: { readonly title: string; readonly checks: readonly Check[] }) => {
  const { store } = useModel()
  const words = q().indicator
  const today = store.today.value
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  const recent = checks.filter(({ due, outcome }) => due > yearAgo && due <= today && outcome !== undefined)
  const judged = recent.filter(({ outcome }) => outcome !== 'not-applicable')
  const good = judged.filter(({ outcome }) => outcome === 'in-order').length
  const late = checks.filter(({ state }) => state === 'late').length
  const last = checks.findLast(({ outcome }) => outcome !== undefined) ?? checks[0]
  return (
    <>
      {last ? (
        <a href={hrefOf({ sheet: 'check', room: last.room, about: last.about })}>{title}</a>
      ) : (
        <span>{title}</span>
      )}
      <span class="quiet">
        {[judged.length > 0 && words.threadChecks(good, judged.length), late > 0 && words.threadLate(late)]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  )
}
