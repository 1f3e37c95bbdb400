/** One improvement plan: where it stands, what it works on, who does what by when, and the text people write together. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { planAbout } from '../../../shared/kinds/plan'
import { type PlanLine, planIn, quadrantOf } from '../../../shared/queries/plans'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { Menu, type MenuItem } from '../../ui/Menu'
import { useModel } from '../dashboard/context'
import { m } from '../measures/say'
import { placeWords } from '../measures/words'
import { useWork } from '../work/world'
import { PhaseTag, PlanProgress } from './AllPlans'
import { Causes } from './Causes'
import { PlanClashes } from './PlanClashes'
import { ChangePlan } from './PlanDialog'
import { PlanLinks } from './PlanLinks'
import { PlanMeasures } from './PlanMeasures'
import { PlanText } from './PlanText'
import { Quadrant } from './Quadrant'
import { ALL_PLANS, plansHref } from './route'
import { p, planProblemWords } from './say'
import { Wheel } from './Wheel'

export const PlanPage = ({ plan: key }: { readonly plan: string }) => {
  const { store } = useModel()
  const work = useWork()
  const plan = planIn(work.ground.value, planAbout(key))
  const room = plan?.room
  useEffect(() => {
    if (room !== undefined) store.lookAt({ room, about: planAbout(key) })
  }, [store, room, key])
  if (!plan)
    return (
      <div class="page">
        <EmptyState title={p().page.unknown}>
          <p>{p().page.unknownNext}</p>
          <a href={plansHref(ALL_PLANS)}>{p().page.back}</a>
        </EmptyState>
      </div>
    )
  const mayWrite = work.mayWriteIn(plan.room)
  return (
    <div class="page plan-page">
      <Head plan={plan} mayWrite={mayWrite} />
      {mayWrite && <PlanClashes plan={plan} />}
      <div class="plan-columns">
        <div class="stack">
          <Aim plan={plan} />
          <PlanMeasures plan={plan} mayWrite={mayWrite} />
        </div>
        <div class="stack">
          <Wheel plan={plan} mayWrite={mayWrite} />
          <PlanLinks plan={plan} mayWrite={mayWrite} />
          <Weight plan={plan} />
        </div>
      </div>
      <Causes plan={plan} mayWrite={mayWrite} />
      <PlanText key={`${plan.room} ${plan.about}`} plan={plan} />
    </div>
  )
}

const Head = ({ plan, mayWrite }: { readonly plan: PlanLine; readonly mayWrite: boolean }) => {
  const model = useModel()
  const work = useWork()
  const isChanging = useSignal(false)
  const words = p().page
  const remove = (): void => {
    const objection = work.removePlan(plan)
    model.toast.value = objection
      ? { text: planProblemWords(objection), undo: undefined }
      : { text: words.removed(plan.title), undo: () => void work.undo() }
    if (!objection) model.router.go(ALL_PLANS)
  }
  const items: readonly MenuItem[] = [{ icon: 'trash', label: words.remove, onChoose: remove }]
  const where = plan.departments.map((department) => placeWords(department, model))
  return (
    <header class="page-head">
      <div>
        <p class="eyebrow">
          <a href={plansHref(ALL_PLANS)}>{words.back}</a>
        </p>
        <h1>{plan.title}</h1>
        <div class="plan-facts">
          <PhaseTag plan={plan} />
          <span>{plan.owner ? model.nameOf(plan.owner) : m().nobody}</span>
          <span class="quiet">{where.length > 0 ? where.join(', ') : words.team}</span>
          <span class="quiet">{m().horizons[plan.horizon]}</span>
        </div>
        {!mayWrite && <p class="quiet">{words.mayNot}</p>}
      </div>
      <div class="page-verbs">
        <PlanProgress plan={plan} />
        {mayWrite && (
          <>
            <Button
              onClick={() => {
                isChanging.value = true
              }}
            >
              <Icon name="edit" />
              {words.edit}
            </Button>
            <Menu label={words.more} items={items} />
          </>
        )}
      </div>
      {isChanging.value && (
        <ChangePlan
          plan={plan}
          onClose={() => {
            isChanging.value = false
          }}
        />
      )}
    </header>
  )
}

const Aim = ({ plan }: { readonly plan: PlanLine }) => {
  const words = p().page
  if (plan.problem === '' && plan.goal === '') return null
  return (
    <section class="panel plan-aim">
      {plan.problem !== '' && (
        <div>
          <h2>{words.problem}</h2>
          <p>{plan.problem}</p>
        </div>
      )}
      {plan.goal !== '' && (
        <div>
          <h2>{words.goal}</h2>
          <p>{plan.goal}</p>
        </div>
      )}
    </section>
  )
}

const Weight = ({ plan }: { readonly plan: PlanLine }) => {
  const words = p().page
  const quadrant = quadrantOf(plan)
  return (
    <section class="panel" aria-labelledby="weight-title">
      <h2 id="weight-title">{words.quadrant}</h2>
      {quadrant && plan.effect !== undefined && plan.effort !== undefined ? (
        <div class="quadrant">
          <Quadrant effect={plan.effect} effort={plan.effort} />
          <div>
            <p class="plan-name">{words.quadrants[quadrant]}</p>
            <p class="quiet">{words.quadrantPoint(plan.effect, plan.effort)}</p>
          </div>
        </div>
      ) : (
        <p class="quiet">{words.notEstimated}</p>
      )}
    </section>
  )
}
