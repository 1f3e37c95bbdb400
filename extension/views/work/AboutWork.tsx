/** Plans and measures about a check or an indicator: those there are, and making one from here. */
import '../measures/measures.css'
import { useSignal } from '@preact/signals'
import { measuresOf } from '../../../shared/queries/measures'
import { plansOf } from '../../../shared/queries/plans'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { MeasureDialog, type Prefill } from '../measures/MeasureDialog'
import { MeasureItem } from '../measures/parts'
import { m } from '../measures/say'
import { PhaseTag } from '../plans/AllPlans'
import { NewPlan } from '../plans/PlanDialog'
import { planHref } from '../plans/route'
import '../plans/plans.css'
import { useWork, WithWork } from './world'

export type WorkAbout = {
  /** Subjects that plans may be linked to, and measures may be born from. */
  readonly abouts: readonly string[]
  /** Only those of this department, where the same subject lives in several. */
  readonly department: string | undefined
  /** What a measure that is made here begins with; none can be made without. */
  readonly prefill: (Prefill & { readonly origin: string }) | undefined
  /** Shown even when there is nothing yet. */
  readonly isAlways: boolean
  /** A panel of its own on a page; part of what is around it in a sheet. */
  readonly isPanel?: boolean
}

export const AboutWork = (props: WorkAbout) => (
  <WithWork waiting={null}>
    <Found {...props} />
  </WithWork>
)

const Found = ({ abouts, department, prefill, isAlways, isPanel = false }: WorkAbout) => {
  const work = useWork()
  const dialog = useSignal<'measure' | 'plan' | undefined>(undefined)
  const ground = work.ground.value
  const measures = measuresOf(ground).filter(
    (line) =>
      line.origin !== undefined &&
      abouts.some((about) => line.origin === about || line.origin?.startsWith(`${about}/`)) &&
      (department === undefined || line.department === undefined || line.department === department),
  )
  const plans = plansOf(ground).filter(
    (plan) =>
      plan.links.some((about) => abouts.includes(about)) &&
      (department === undefined || plan.departments.length === 0 || plan.departments.includes(department)),
  )
  const mayMake =
    prefill !== undefined &&
    (work.mayWriteIn('team') || (prefill.department ? work.mayWriteIn(`dept/${prefill.department}`) : false))
  if (measures.length + plans.length === 0 && !(isAlways && mayMake)) return null
  const words = m().about
  const close = (): void => {
    dialog.value = undefined
  }
  return (
    <section class={isPanel ? 'panel about-work' : 'about-work'} aria-labelledby="about-work">
      {isPanel ? <h2 id="about-work">{words.title}</h2> : <h3 id="about-work">{words.title}</h3>}
      {plans.length > 0 && (
        <ul class="plain-list">
          {plans.map((plan) => (
            <li key={plan.about} class="measure-item">
              <PhaseTag plan={plan} />
              <a href={planHref(plan.key)}>{plan.title}</a>
            </li>
          ))}
        </ul>
      )}
      {measures.length > 0 && (
        <ul class="plain-list">
          {measures.map((line) => (
            <MeasureItem key={`${line.room} ${line.about}`} line={line} />
          ))}
        </ul>
      )}
      {measures.length + plans.length === 0 && <p class="quiet">{words.none}</p>}
      {mayMake && (
        <div class="step-list">
          <Button
            onClick={() => {
              dialog.value = 'measure'
            }}
          >
            <Icon name="plus" />
            {words.make}
          </Button>
          <Button
            look="plain"
            onClick={() => {
              dialog.value = 'plan'
            }}
          >
            {words.makePlan}
          </Button>
        </div>
      )}
      {dialog.value === 'measure' && <MeasureDialog prefill={prefill ?? {}} onClose={close} />}
      {dialog.value === 'plan' && prefill && (
        <NewPlan
          prefill={{
            links: [abouts[0] ?? prefill.origin],
            departments: prefill.department ? [prefill.department] : [],
          }}
          onClose={close}
        />
      )}
    </section>
  )
}
