/** Plans and measures about a check or an indicator: those there are, and making one from here. */
import { useSignal } from '@preact/signals'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { MeasureDialog, type Prefill } from '../measures/MeasureDialog'
import { m } from '../measures/say'
import { NewPlan } from '../plans/PlanDialog'
import { useThreadWork, WorkList } from './WorkList'
import { useWork, WithWork } from './world'

export type WorkAbout = {
  /** The place on the thread: "control:c017", "indicator:dv03". */
  readonly place: string
  /** What a plan that is made here is linked to. */
  readonly subject: string
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

const Found = ({ place, subject, department, prefill, isAlways, isPanel = false }: WorkAbout) => {
  const work = useWork()
  const dialog = useSignal<'measure' | 'plan' | undefined>(undefined)
  const found = useThreadWork(place)
  const isHere = (departments: readonly string[]): boolean =>
    department === undefined || departments.length === 0 || departments.includes(department)
  const isIn = ({ department: own }: { readonly department?: string | undefined }): boolean =>
    isHere(own === undefined ? [] : [own])
  // What a check showed has a place of its own above; what is done about it is born from there, and stands here.
  const finding = found.findings.find((line) => line.check === subject && isIn(line))
  const origin = finding?.about ?? subject
  const ofPlans = new Set(finding?.plans.map(({ about }) => about))
  const here = {
    findings: found.findings.filter((line) => line !== finding && isIn(line)),
    plans: [...(finding?.plans ?? []), ...found.plans.filter((plan) => isHere(plan.departments))],
    measures: [
      ...(finding?.measures ?? []).filter(({ plan }) => !plan || !ofPlans.has(plan)),
      ...found.measures.filter(isIn),
    ],
    risks: found.risks.filter(isIn),
  }
  const isEmpty = here.findings.length + here.plans.length + here.measures.length + here.risks.length === 0
  const mayMake =
    prefill !== undefined &&
    (work.mayWriteIn('team') || (prefill.department ? work.mayWriteIn(`dept/${prefill.department}`) : false))
  if (isEmpty && !(isAlways && mayMake)) return null
  const words = m().about
  const close = (): void => {
    dialog.value = undefined
  }
  return (
    <section class={isPanel ? 'panel about-work' : 'about-work'} aria-labelledby="about-work">
      {isPanel ? <h2 id="about-work">{words.title}</h2> : <h3 id="about-work">{words.title}</h3>}
      <WorkList work={here} />
      {isEmpty && <p class="quiet">{words.none}</p>}
      {mayMake && (
        <div class="step-list">
          <Button
            aria-keyshortcuts="a"
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
      {dialog.value === 'measure' && <MeasureDialog prefill={{ ...prefill, origin }} onClose={close} />}
      {dialog.value === 'plan' && prefill && (
        <NewPlan
          prefill={{
            links: finding ? [finding.about, subject] : [subject],
            departments: prefill.department ? [prefill.department] : [],
          }}
          onClose={close}
        />
      )}
    </section>
  )
}
