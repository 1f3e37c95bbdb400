/** The form of a plan: a new one from a template, or the changes of one that stands. */
import { useState } from 'preact/hooks'
import { objectionToPlan, type PlanInput } from '../../../shared/commands/plans'
import { HORIZONS, type Horizon } from '../../../shared/kinds/measure'
import { roomOfPlan } from '../../../shared/kinds/plan'
import type { PlanLine } from '../../../shared/queries/plans'
import { nameOf, t } from '../../text'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { useModel } from '../dashboard/context'
import { DepartmentChoice } from '../dashboard/people/DepartmentChoice'
import { m } from '../measures/say'
import { Restored, useFormDraft } from '../quality/form-draft'
import { Area, Choice } from '../work/fields'
import { useWork } from '../work/world'
import { beginWith } from './fresh'
import { p, planProblemWords } from './say'
import { TEMPLATE_NAMES, type TemplateName, templateWords } from './words'

type Form = {
  readonly title: string
  readonly template: TemplateName | ''
  readonly owner: string
  readonly departments: readonly string[]
  readonly horizon: Horizon
  readonly effect: string
  readonly effort: string
  readonly problem: string
  readonly goal: string
}

export type PlanPrefill = Pick<PlanInput, 'links' | 'departments' | 'problem'>

/** Makes a plan, and goes to it. */
export const NewPlan = ({
  prefill = {},
  onClose,
}: {
  readonly prefill?: PlanPrefill
  readonly onClose: () => void
}) => (
  <Dialog title={p().form.title} closeLabel={t().app.close} wide onClose={onClose}>
    <PlanForm prefill={prefill} onClose={onClose} />
  </Dialog>
)

export const ChangePlan = ({ plan, onClose }: { readonly plan: PlanLine; readonly onClose: () => void }) => (
  <Dialog title={p().form.change} closeLabel={t().app.close} wide onClose={onClose}>
    <PlanForm plan={plan} prefill={{}} onClose={onClose} />
  </Dialog>
)

const SCALE = ['1', '2', '3', '4', '5'] as const

const PlanForm = ({
  plan,
  prefill,
  onClose,
}: {
  readonly plan?: PlanLine
  readonly prefill: PlanPrefill
  readonly onClose: () => void
}) => {
  const { store, router, toast, department } = useModel()
  const work = useWork()
  const draft = useFormDraft<Form>(
    work.drafts,
    plan ? `change ${plan.about}` : `plan ${prefill.links?.join(' ') ?? ''}`,
    () => initial(plan, prefill, store.session.member, usualDepartments(work)),
  )
  const { form, set } = draft
  const [problem, setProblem] = useState<string | undefined>()
  const words = p().form
  const save = (): void => {
    const objection = objectionToPlan({ title: form.title })
    setProblem(objection)
    if (objection) return
    const fields = fieldsOf(form)
    const { added, objection: refused } = plan
      ? { added: plan, objection: work.changePlan(plan, fields) }
      : work.addPlan({ ...fields, template: form.template || null, links: prefill.links ?? [] })
    setProblem(refused)
    if (refused || !added) return
    draft.clear()
    toast.value = {
      text: plan ? p().page.saved(fields.title) : p().page.added(fields.title),
      undo: () => void work.undo(),
    }
    onClose()
    if (plan) return
    if (form.template !== '') beginWith(added.about, form.template)
    router.go({ page: 'plans', section: 'plan', plan: added.key })
  }
  // A department where one may not write could not hold the plan.
  const options = work.departments.value
    .filter((key) => form.departments.includes(key) || work.mayWriteIn(`dept/${key}`))
    .map((key) => {
      const found = department.value.get(key)
      return [key, found ? nameOf(found) : key] as const
    })
  const mayHere = plan !== undefined || work.mayWriteIn(roomOfPlan(form.departments))
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Restored draft={draft} />
      <TextField
        label={words.name}
        hint={words.nameHint}
        error={problem === 'title-missing' ? planProblemWords(problem) : undefined}
        value={form.title}
        maxLength={200}
        onInput={(title) => {
          set({ title })
          setProblem(undefined)
        }}
      />
      {!plan && (
        <fieldset class="template-choice">
          <legend>{words.template}</legend>
          {TEMPLATE_NAMES.map((name) => (
            <Template
              key={name}
              {...templateWords(name)}
              isChosen={form.template === name}
              onChoose={() => set({ template: name })}
            />
          ))}
          <Template
            title={words.templateNone}
            text=""
            isChosen={form.template === ''}
            onChoose={() => set({ template: '' })}
          />
        </fieldset>
      )}
      <div class="form-row">
        <Choice
          label={words.owner}
          value={form.owner}
          options={[
            ['', words.ownerNone],
            ...store.members.value.map(({ key, name }) => [key, name] as const),
          ]}
          onChoose={(owner) => set({ owner })}
        />
        <Choice
          label={words.horizon}
          value={form.horizon}
          options={HORIZONS.map((each) => [each, m().horizons[each]])}
          onChoose={(horizon) => set({ horizon })}
        />
      </div>
      <div class="form-row">
        {(['effect', 'effort'] as const).map((field) => (
          <Choice
            key={field}
            label={words[field]}
            value={form[field]}
            options={[['', words.scaleNone], ...SCALE.map((each) => [each, words.scale[each]] as const)]}
            onChoose={(value) => set({ [field]: value })}
          />
        ))}
      </div>
      <Area rows={2} label={words.problem} value={form.problem} onInput={(next) => set({ problem: next })} />
      <Area rows={2} label={words.goal} value={form.goal} onInput={(goal) => set({ goal })} />
      <details class="more-fields" open={form.departments.length > 0 && !plan}>
        <summary>
          {words.departments} {form.departments.length > 0 && `(${form.departments.length})`}
        </summary>
        <p class="field-hint">{plan ? words.fixedRoom : words.departmentsHint}</p>
        <DepartmentChoice
          label={words.departments}
          options={options}
          chosen={form.departments}
          onChange={(departments) => set({ departments: [...departments] })}
        />
      </details>
      {(!mayHere || (problem && problem !== 'title-missing')) && (
        <p class="field-error" role="alert">
          {planProblemWords(mayHere && problem ? problem : 'not-for-you')}
        </p>
      )}
      <div class="form-foot">
        <Button onClick={onClose}>{t().app.cancel}</Button>
        <Button type="submit" look="primary" disabled={!mayHere}>
          {plan ? t().app.save : words.make}
        </Button>
      </div>
    </form>
  )
}

const Template = ({
  title,
  text,
  isChosen,
  onChoose,
}: {
  readonly title: string
  readonly text: string
  readonly isChosen: boolean
  readonly onChoose: () => void
}) => (
  <label class="template">
    <input type="radio" name="template" checked={isChosen} onChange={onChoose} />
    <span>
      <strong>{title}</strong>
      {text !== '' && <span class="quiet">{text}</span>}
    </span>
  </label>
)

/** Who may not write for the management team begins with the department where he may. */
const usualDepartments = ({ mayWriteIn, departments }: ReturnType<typeof useWork>): readonly string[] =>
  mayWriteIn('team') ? [] : departments.value.filter((key) => mayWriteIn(`dept/${key}`)).slice(0, 1)

const initial = (
  plan: PlanLine | undefined,
  prefill: PlanPrefill,
  me: string,
  usual: readonly string[],
): Form => ({
  title: plan?.title ?? '',
  template: plan ? '' : 'pdca',
  owner: plan ? (plan.owner ?? '') : me,
  departments: plan?.departments ?? prefill.departments ?? usual,
  horizon: plan?.horizon ?? 'medium',
  effect: String(plan?.effect ?? ''),
  effort: String(plan?.effort ?? ''),
  problem: plan?.problem ?? prefill.problem ?? '',
  goal: plan?.goal ?? '',
})

const fieldsOf = (form: Form) => ({
  title: form.title.trim(),
  owner: form.owner || null,
  departments: form.departments,
  horizon: form.horizon,
  effect: form.effect === '' ? null : Number(form.effect),
  effort: form.effort === '' ? null : Number(form.effort),
  problem: form.problem.trim(),
  goal: form.goal.trim(),
})
