/** What is being done about an objective, an indicator or a control: plans with their measures, and measures alone. */
import '../measures/measures.css'
import './css/work-on.css'
import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { PDCA_WORDS } from '../../../shared/libraries/plan-templates'
import type { MeasureLine, WorkGround } from '../../../shared/queries/measures'
import type { PlanLine } from '../../../shared/queries/plans'
import { threadWork } from '../../../shared/queries/thread-work'
import { language } from '../../text'
import { Badge } from '../../ui/Badge'
import { MeasureItem } from '../measures/parts'
import { isEnded } from '../measures/words'
import { planHref } from '../plans/route'
import { p } from '../plans/say'
import { useWork, WithWork } from '../work/world'
import { q } from './say'

export type WorkOnProps = {
  /** "objective:bd1", "indicator:dv03", "control:c017" */
  readonly about: string
  /** Among the facts of a check: with its own term. */
  readonly isFact?: boolean
  /** Where many stand under each other: measures of plans are folded away. */
  readonly isShort?: boolean
}

export const WorkOn = (props: WorkOnProps) => (
  <WithWork waiting={null}>
    <Lines {...props} />
  </WithWork>
)

const Lines = ({ about, isFact = false, isShort = false }: WorkOnProps) => {
  const ground = useWork().ground.value
  const { plans, measures } = useMemo(() => workOf(ground)(about), [ground, about])
  if (plans.length + measures.length === 0) return null
  const [running, over] = split(plans, ({ state }) => state !== 'open')
  const [open, ended] = split(measures, isEnded)
  const list = (
    <ul class="work-on" aria-label={isFact ? undefined : q().work.title}>
      {running.map((plan) => (
        <PlanItem key={plan.about} plan={plan} isShort={isShort} />
      ))}
      {open.map((line) => (
        <MeasureItem key={line.about} line={line} />
      ))}
      <Ended count={over.length + ended.length}>
        {over.map((plan) => (
          <PlanItem key={plan.about} plan={plan} isShort />
        ))}
        {ended.map((line) => (
          <MeasureItem key={line.about} line={line} />
        ))}
      </Ended>
    </ul>
  )
  if (!isFact) return list
  return (
    <>
      <dt>{q().work.title}</dt>
      <dd>{list}</dd>
    </>
  )
}

const PlanItem = ({ plan, isShort }: { readonly plan: PlanLine; readonly isShort: boolean }) => {
  const { key, title, state, pdca, stuck, measures, progress } = plan
  const words = p()
  const facts = [
    words.progress(progress.done, progress.total),
    progress.late > 0 && words.late(progress.late),
    stuck && state === 'open' && words.stuck.toLowerCase(),
  ]
  return (
    <li class="work-plan">
      <Badge tone={state === 'open' ? 'info' : 'neutral'}>
        {state === 'open' ? PDCA_WORDS[pdca][language.value] : words.shows[state]}
      </Badge>
      <div>
        <p class="work-plan-name">
          <a href={planHref(key)}>{title}</a>
        </p>
        <p class="quiet">
          {q().work.plan} · {facts.filter(Boolean).join(' · ')}
        </p>
        {measures.length > 0 && (
          <details open={!isShort}>
            <summary>{q().work.measures(measures.length)}</summary>
            <ul>
              {measures.map((line) => (
                <MeasureItem key={line.about} line={line} />
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  )
}

/** What is over stays on the thread, out of the way of what still is to be done. */
const Ended = ({ count, children }: { readonly count: number; readonly children: ComponentChildren }) =>
  count === 0 ? null : (
    <li>
      <details>
        <summary>{q().work.ended(count)}</summary>
        <ul>{children}</ul>
      </details>
    </li>
  )

/** Read once for all places on a page. */
const workOf = (ground: WorkGround): ReturnType<typeof threadWork> => {
  const found = known.get(ground) ?? threadWork(ground)
  known.set(ground, found)
  return found
}
const known = new WeakMap<WorkGround, ReturnType<typeof threadWork>>()

const split = <L extends PlanLine | MeasureLine>(
  lines: readonly L[],
  isOver: (line: L) => boolean,
): readonly [L[], L[]] => [lines.filter((line) => !isOver(line)), lines.filter(isOver)]
