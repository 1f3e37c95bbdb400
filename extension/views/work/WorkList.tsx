/** What the matter is and what is being done: risks, findings and plans with what came of them, and measures alone. */
import '../measures/measures.css'
import '../plans/plans.css'
import './work-list.css'
import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Control } from '../../../shared/kinds/control'
import type { FindingLine } from '../../../shared/queries/findings'
import type { WorkGround } from '../../../shared/queries/ground'
import type { MeasureLine } from '../../../shared/queries/measures'
import type { PlanLine } from '../../../shared/queries/plans'
import { type ThreadWork, threadWork } from '../../../shared/queries/thread-work'
import { useModel } from '../dashboard/context'
import { stageShown } from '../findings/arrange'
import { FindingFacts, FindingTitle, StageTag } from '../findings/parts'
import { f } from '../findings/say'
import { MeasureItem } from '../measures/parts'
import { m } from '../measures/say'
import { isEnded } from '../measures/words'
import { PhaseTag } from '../plans/AllPlans'
import { planHref } from '../plans/route'
import { p } from '../plans/say'
import { RiskItem } from '../risks/parts'
import { useWork } from './world'

/** @param place "objective:bd1", "indicator:dv03", "control:c017" */
export const useThreadWork = (place: string): ThreadWork => {
  const ground = useWork().ground.value
  const controls = useModel().store.controls.value
  return useMemo(() => workOf(ground, controls)(place), [ground, controls, place])
}

/** Read once for all places on a page. */
const workOf = (ground: WorkGround, controls: readonly Control[]): ReturnType<typeof threadWork> => {
  const found = known.get(ground)
  if (found?.controls === controls) return found.work
  const work = threadWork(ground, controls)
  known.set(ground, { controls, work })
  return work
}
const known = new WeakMap<
  WorkGround,
  { readonly controls: readonly Control[]; readonly work: ReturnType<typeof threadWork> }
>()

export const WorkList = ({
  work: { findings, plans, measures, risks },
  isShort = false,
  isWhole = false,
}: {
  readonly work: ThreadWork
  readonly isShort?: boolean
  /** What is over is part of the story: shown at once. */
  readonly isWhole?: boolean
}) => {
  if (findings.length + plans.length + measures.length + risks.length === 0) return null
  const [standing, closed] = split(findings, ({ state }) => state === 'closed')
  const [running, over] = split(plans, ({ state }) => state !== 'open')
  const [open, ended] = split(measures, isEnded)
  return (
    <ul class="work-list" aria-label={m().about.title}>
      {risks.map((line) => (
        <RiskItem key={line.about} line={line} />
      ))}
      {standing.map((line) => (
        <FindingItem key={line.about} line={line} />
      ))}
      {running.map((plan) => (
        <PlanItem key={plan.about} plan={plan} isShort={isShort} />
      ))}
      <Measures lines={open} />
      <Ended count={closed.length + over.length + ended.length} isOpen={isWhole}>
        {closed.map((line) => (
          <FindingItem key={line.about} line={line} />
        ))}
        {over.map((plan) => (
          <PlanItem key={plan.about} plan={plan} isShort />
        ))}
        <Measures lines={ended} />
      </Ended>
    </ul>
  )
}

/** A finding, with what came of it folded away. */
const FindingItem = ({ line }: { readonly line: FindingLine }) => {
  const { store } = useModel()
  const ofPlans = new Set(line.plans.map(({ about }) => about))
  const alone = line.measures.filter(({ plan }) => !plan || !ofPlans.has(plan))
  return (
    <li class="work-plan">
      <StageTag stage={stageShown(line, store.checks.value)} />
      <div>
        <div class="work-plan-name">
          <FindingTitle line={line} />
        </div>
        <p class="quiet">
          {f().here.title.toLowerCase()} · <FindingFacts line={line} />
        </p>
        {line.plans.length + alone.length > 0 && (
          <details>
            <summary>{m().about.born}</summary>
            <ul>
              {line.plans.map((plan) => (
                <PlanItem key={plan.about} plan={plan} isShort />
              ))}
              <Measures lines={alone} />
            </ul>
          </details>
        )}
      </div>
    </li>
  )
}

const PlanItem = ({ plan, isShort }: { readonly plan: PlanLine; readonly isShort: boolean }) => {
  const { key, title, measures, progress } = plan
  const words = p()
  return (
    <li class="work-plan">
      <PhaseTag plan={plan} />
      <div>
        <p class="work-plan-name">
          <a href={planHref(key)}>{title}</a>
        </p>
        <p class="quiet">
          {[
            m().about.plan,
            words.progress(progress.done, progress.total),
            progress.late > 0 && words.late(progress.late),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {measures.length > 0 && (
          <details open={!isShort}>
            <summary>{m().about.measures(measures.length)}</summary>
            <ul>
              <Measures lines={measures} />
            </ul>
          </details>
        )}
      </div>
    </li>
  )
}

const Measures = ({ lines }: { readonly lines: readonly MeasureLine[] }) => (
  <>
    {lines.map((line) => (
      <MeasureItem key={`${line.room} ${line.about}`} line={line} />
    ))}
  </>
)

/** What is over stays on the thread, out of the way of what still is to be done. */
const Ended = ({
  count,
  isOpen,
  children,
}: {
  readonly count: number
  readonly isOpen: boolean
  readonly children: ComponentChildren
}) =>
  count === 0 ? null : (
    <li>
      <details open={isOpen}>
        <summary>{m().about.ended(count)}</summary>
        <ul>{children}</ul>
      </details>
    </li>
  )

const split = <L extends FindingLine | PlanLine | MeasureLine>(
  lines: readonly L[],
  isOver: (line: L) => boolean,
): readonly [L[], L[]] => [lines.filter((line) => !isOver(line)), lines.filter(isOver)]
