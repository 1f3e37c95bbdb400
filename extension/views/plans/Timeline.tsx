/** Plans as bars in time, with their turns and the days of their measures; the same in words for who does not see it. */
import type { TimelineRow } from '../../../shared/queries/plans'
import { dayWords } from '../../text/dates'
import { useModel } from '../dashboard/context'
import { PhaseTag } from './AllPlans'
import { planHref } from './route'
import { p } from './say'
import { axisOf } from './timeline'
import { phaseWords } from './words'

export const Timeline = ({ rows }: { readonly rows: readonly TimelineRow[] }) => {
  const { store } = useModel()
  const today = store.today.value
  const axis = axisOf(rows, today)
  const words = p().timeline
  return (
    <section class="panel timeline" aria-label={words.label}>
      <div class="timeline-axis" aria-hidden="true">
        <div class="timeline-track">
          {axis.ticks.map((tick) => (
            <span key={tick} class="timeline-tick" style={{ insetInlineStart: `${axis.at(tick)}%` }}>
              {words.quarter(Math.ceil(Number(tick.slice(5, 7)) / 3), tick.slice(0, 4))}
            </span>
          ))}
        </div>
      </div>
      <ul>
        {rows.map(({ plan, from, to, turns, measures }) => (
          <li key={plan.about} class="timeline-row">
            <div class="timeline-name">
              <a href={planHref(plan.key)}>{plan.title}</a>
              <PhaseTag plan={plan} />
              <span class="visually-hidden">
                {[
                  words.bar(dayWords(from), dayWords(to)),
                  ...turns.map((turn) => words.turn(phaseWords(turn.to), dayWords(turn.day))),
                ].join('; ')}
              </span>
            </div>
            <div class="timeline-track" aria-hidden="true">
              {axis.ticks.map((tick) => (
                <span key={tick} class="timeline-line" style={{ insetInlineStart: `${axis.at(tick)}%` }} />
              ))}
              <span class="timeline-today" style={{ insetInlineStart: `${axis.at(today)}%` }} />
              <span
                class={`timeline-bar is-${plan.state}${plan.stuck ? ' is-stuck' : ''}`}
                style={{
                  insetInlineStart: `${axis.at(from)}%`,
                  inlineSize: `${Math.max(0.8, axis.at(to) - axis.at(from))}%`,
                }}
                title={words.bar(dayWords(from), dayWords(to))}
              />
              {turns.slice(1).map((turn) => (
                <span
                  key={`${turn.at} ${turn.to}`}
                  class="timeline-turn"
                  style={{ insetInlineStart: `${axis.at(turn.day)}%` }}
                  title={words.turn(phaseWords(turn.to), dayWords(turn.day))}
                />
              ))}
              {measures.map(
                (line) =>
                  line.due && (
                    <span
                      key={line.about}
                      class={line.late ? 'timeline-due is-late' : 'timeline-due'}
                      style={{ insetInlineStart: `${axis.at(line.due)}%` }}
                      title={words.measure(line.title, dayWords(line.due))}
                    />
                  ),
              )}
            </div>
          </li>
        ))}
      </ul>
      <p class="quiet">{words.legend}</p>
    </section>
  )
}
