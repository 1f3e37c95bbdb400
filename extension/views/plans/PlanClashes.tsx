/** What people said of a plan while apart: side by side, until one of it is chosen. */
import type { PlanChanges } from '../../../shared/commands/plans'
import { BONES, PDCA, plan as planKind } from '../../../shared/kinds/plan'
import type { PlanLine } from '../../../shared/queries/plans'
import type { Json, Statement } from '../../../shared/statement'
import { useModel } from '../dashboard/context'
import type { Model } from '../dashboard/model'
import { m } from '../measures/say'
import { valueWords as otherWords, placeWords } from '../measures/words'
import { ClashPanel, type Head } from '../work/ClashPanel'
import { useWork } from '../work/world'
import { p, planProblemWords } from './say'
import { boneWords, phaseWords } from './words'

export const PlanClashes = ({ plan }: { readonly plan: PlanLine }) => (
  <>
    {plan.clashes.map((field) => (
      <Clash key={field} plan={plan} field={field} />
    ))}
  </>
)

const Clash = ({ plan, field }: { readonly plan: PlanLine; readonly field: string }) => {
  const model = useModel()
  return (
    <ClashPanel
      field={field}
      name={fieldWords(field)}
      heads={plan.folded.fields.get(field)?.heads ?? []}
      words={(value) => valueWords(field, value, model)}
      onChoose={useChoose(plan, field)}
    />
  )
}

/** Says again what one of them said. @returns the sentence about why it could not be */
const useChoose = (plan: PlanLine, field: string): ((head: Head) => string | undefined) => {
  const { toast } = useModel()
  const work = useWork()
  return ({ set }) => {
    const value = set[field] ?? null
    const objection =
      field === 'pdca'
        ? work.turnPlan(plan, turnOf(set))
        : field === 'state'
          ? endOf(work, plan, set)
          : work.changePlan(plan, { [field]: value } as PlanChanges)
    if (objection !== undefined) return planProblemWords(objection)
    toast.value = { text: p().page.saved(plan.title), undo: () => void work.undo() }
    return undefined
  }
}

const turnOf = ({ pdca, checkedBy, turnNote }: Statement['set']) => ({
  to: PDCA.find((each) => each === pdca) ?? 'plan',
  ...(typeof checkedBy === 'string' && { checkedBy }),
  ...(typeof turnNote === 'string' && { note: turnNote }),
})

const endOf = (work: ReturnType<typeof useWork>, plan: PlanLine, set: Statement['set']) => {
  const reason = String(set.reason ?? '')
  if (set.state === 'finished') return work.finishPlan(plan, String(set.turnNote ?? ''))
  return set.state === 'stopped' ? work.stopPlan(plan, reason) : work.reopenPlan(plan, reason)
}

const fieldWords = (field: string): string => {
  const words: Readonly<Record<string, string>> = {
    pdca: p().wheel.title,
    state: p().wheel.title,
    problem: p().page.problem,
    goal: p().page.goal,
    departments: p().form.departments,
    links: p().links.title,
    template: p().form.template,
    whys: p().why.title,
    bones: p().bones.title,
    rasci: p().rasci.title,
  }
  return words[field] ?? m().sheet.fields[field] ?? field
}

const valueWords = (field: string, value: Json, model: Model): string => {
  const joined = linesOf(field, value, model)
  if (joined) return joined.length > 0 ? joined.join('; ') : m().sheet.empty
  if (field === 'pdca') return phaseWords(planKind.fields.pdca(value))
  if (field === 'state') return p().wheel.state[planKind.fields.state(value)]
  return otherWords(field, value, model)
}

const linesOf = (field: string, value: Json, model: Model): readonly string[] | undefined => {
  const { fields } = planKind
  switch (field) {
    case 'whys':
      return fields.whys(value).map(({ answer }) => answer)
    case 'bones': {
      const bones = fields.bones(value)
      return BONES.flatMap((bone) =>
        bones[bone].length > 0 ? [`${boneWords(bone)}: ${bones[bone].join(', ')}`] : [],
      )
    }
    case 'rasci':
      return fields.rasci(value).map(({ task, R, A }) => `${task} (R: ${R.join(', ')}, A: ${A.join(', ')})`)
    case 'departments':
      return fields.departments(value).map((each) => placeWords(each, model))
    case 'links':
      return fields.links(value)
    default:
      return undefined
  }
}
