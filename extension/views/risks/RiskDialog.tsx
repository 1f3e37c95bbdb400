/** The form of a risk: a new one, or what stands about one. */
import { useState } from 'preact/hooks'
import { objectionToRisk, type RiskInput } from '../../../shared/commands/risks'
import { roomOfRisk } from '../../../shared/kinds/risk'
import { GOAL_NOTES } from '../../../shared/libraries/leidraad'
import type { RiskLine } from '../../../shared/queries/risks'
import { inLanguage, nameOf, t } from '../../text'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { useModel } from '../dashboard/context'
import { Restored, useFormDraft } from '../quality/form-draft'
import { Area, Choice } from '../work/fields'
import { useWork } from '../work/world'
import { formOfRating, isHalf, RatingFields, type RatingForm, ratingOfForm } from './RatingFields'
import { k, riskProblemWords } from './say'
import { riskPlace } from './words'

type Form = {
  readonly title: string
  readonly cause: string
  readonly consequence: string
  readonly department: string
  readonly theme: string
  readonly goal: string
  readonly owner: string
  readonly inherent: RatingForm
  readonly residual: RatingForm
}

const WHOLE_PLACE = ''

/** @param line the one to change; a new one without */
export const RiskDialog = ({ line, onClose }: { readonly line?: RiskLine; readonly onClose: () => void }) => (
  <Dialog wide title={line ? k().form.change : k().form.title} closeLabel={t().app.close} onClose={onClose}>
    <RiskForm {...(line ? { line } : {})} onClose={onClose} />
  </Dialog>
)

const RiskForm = ({ line, onClose }: { readonly line?: RiskLine; readonly onClose: () => void }) => {
  const model = useModel()
  const work = useWork()
  const { store, toast } = model
  const usual = work.mayWriteIn('team')
    ? WHOLE_PLACE
    : (work.departments.value.find((key) => work.mayWriteIn(`dept/${key}`)) ?? WHOLE_PLACE)
  const draft = useFormDraft<Form>(work.drafts, line ? `change ${line.about}` : 'risk', () =>
    initial(line, usual),
  )
  const { form, set } = draft
  const [isAsked, setIsAsked] = useState(false)
  const [refused, setRefused] = useState<string | undefined>()
  const words = k().form
  const input = inputOf(form)
  const objection = objectionToForm(form, line !== undefined)
  const save = (): void => {
    setIsAsked(true)
    if (objection) return
    const said = line
      ? { added: line, objection: work.changeRisk(line, changesOf(form)) }
      : work.addRisk(input)
    setRefused(said.objection)
    if (said.objection) return
    draft.clear()
    const { page } = k()
    const title = form.title.trim()
    toast.value = { text: line ? page.saved(title) : page.added(title), undo: () => void work.undo() }
    if (said.added && !line) model.router.go({ page: 'risks', section: 'risk', risk: said.added.key })
    onClose()
  }
  const error = (...codes: string[]): string | undefined =>
    isAsked && objection && codes.includes(objection) ? riskProblemWords(objection) : undefined
  const writable = ['', ...work.departments.value].filter(
    (key) => key === form.department || work.mayWriteIn(roomOfRisk(key || undefined)),
  )
  const theme = store.themes.value.find(({ key }) => key === form.theme)
  const example = GOAL_NOTES[form.goal]
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
        error={error('title-missing')}
        value={form.title}
        maxLength={300}
        onInput={(title) => set({ title })}
      />
      <div class="form-row">
        <Area label={words.cause} value={form.cause} rows={2} onInput={(cause) => set({ cause })} />
        <Area
          label={words.consequence}
          value={form.consequence}
          rows={2}
          onInput={(consequence) => set({ consequence })}
        />
      </div>
      <div class="form-row">
        {line ? (
          <div class="field">
            <span class="field-label">{words.department}</span>
            <p>{riskPlace(line.department, model)}</p>
            <p class="field-hint">{words.departmentFixed}</p>
          </div>
        ) : (
          <Choice
            label={words.department}
            value={form.department}
            options={writable.map((key) => [key, riskPlace(key || undefined, model)])}
            onChoose={(department) => set({ department })}
          />
        )}
        <Choice
          label={words.owner}
          value={form.owner}
          options={[
            ['', words.ownerNone],
            ...store.members.value.map((member) => [member.key, member.name] as const),
          ]}
          onChoose={(owner) => set({ owner })}
        />
      </div>
      <div class="form-row">
        <Choice
          label={words.theme}
          value={form.theme}
          options={[
            ['', words.themeNone],
            ...store.themes.value.map((each) => [each.key, nameOf(each)] as const),
          ]}
          onChoose={(next) => set({ theme: next, goal: '' })}
        />
        {theme && theme.goals.length > 0 && (
          <Choice
            label={words.goal}
            value={form.goal}
            options={[
              ['', words.goalNone],
              ...theme.goals.map((goal) => [goal.code, `${goal.code} ${nameOf(goal)}`] as const),
            ]}
            onChoose={(goal) => set({ goal })}
          />
        )}
      </div>
      {example && !line && form.title.trim() === '' && (
        <p class="risk-example">
          <span class="quiet">{words.examples}:</span> {inLanguage(example.risk, example.riskEn)}{' '}
          <Button look="plain" onClick={() => set({ title: inLanguage(example.risk, example.riskEn) })}>
            {words.takeOver}
          </Button>
        </p>
      )}
      {!line && (
        <details class="more-fields" open={isHalf(form.inherent) || form.inherent.likelihood !== ''}>
          <summary>
            {words.rateNow} <span class="quiet">{words.rateNowHint}</span>
          </summary>
          <BothRatings form={form} error={error} onChange={set} />
        </details>
      )}
      {refused && (
        <p class="field-error" role="alert">
          {riskProblemWords(refused)}
        </p>
      )}
      <div class="form-foot">
        <Button onClick={onClose}>{t().app.cancel}</Button>
        <Button type="submit" look="primary">
          {t().app.save}
        </Button>
      </div>
    </form>
  )
}

type Ratings = Pick<Form, 'inherent' | 'residual'>

const BothRatings = ({
  form,
  error,
  onChange,
}: {
  readonly form: Ratings
  readonly error: (...codes: string[]) => string | undefined
  readonly onChange: (changes: Partial<Ratings>) => void
}) => {
  const words = k()
  return (
    <div class="form">
      <RatingFields
        title={words.columns.inherent}
        hint={words.rating.inherentHint}
        form={form.inherent}
        error={error('not-rated', 'inherent-half')}
        onChange={(inherent) => onChange({ inherent })}
      />
      <RatingFields
        title={words.columns.residual}
        hint={words.rating.residualHint}
        form={form.residual}
        error={error('residual-above-inherent', 'out-of-range', 'residual-half')}
        onChange={(residual) => onChange({ residual })}
      />
    </div>
  )
}

/** Rates a risk anew, before and after control, as one thing said. */
export const RateDialog = ({ line, onClose }: { readonly line: RiskLine; readonly onClose: () => void }) => (
  <Dialog wide title={`${k().rating.title}: ${line.title}`} closeLabel={t().app.close} onClose={onClose}>
    <RateForm line={line} onClose={onClose} />
  </Dialog>
)

const RateForm = ({ line, onClose }: { readonly line: RiskLine; readonly onClose: () => void }) => {
  const { toast } = useModel()
  const work = useWork()
  const draft = useFormDraft<Ratings>(work.drafts, `rate ${line.about}`, () => ({
    inherent: formOfRating(line.inherent),
    residual: formOfRating(line.residual),
  }))
  const [problem, setProblem] = useState<string | undefined>()
  const save = (): void => {
    const { form } = draft
    const ratings = { inherent: ratingOfForm(form.inherent), residual: ratingOfForm(form.residual) }
    const found = halfOf(form) ?? work.rateRisk(line, ratings)
    setProblem(found)
    if (found) return
    draft.clear()
    toast.value = { text: k().page.saved(line.title), undo: () => void work.undo() }
    onClose()
  }
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
      <BothRatings
        form={draft.form}
        error={(...codes) => (problem && codes.includes(problem) ? riskProblemWords(problem) : undefined)}
        onChange={draft.set}
      />
      {problem === 'not-for-you' && (
        <p class="field-error" role="alert">
          {riskProblemWords(problem)}
        </p>
      )}
      <div class="form-foot">
        <Button onClick={onClose}>{t().app.cancel}</Button>
        <Button type="submit" look="primary">
          {t().app.save}
        </Button>
      </div>
    </form>
  )
}

const halfOf = ({ inherent, residual }: Ratings): string | undefined =>
  isHalf(inherent) ? 'inherent-half' : isHalf(residual) ? 'residual-half' : undefined

const objectionToForm = (form: Form, isChange: boolean): string | undefined =>
  form.title.trim() === ''
    ? 'title-missing'
    : isChange
      ? undefined
      : (halfOf(form) ?? objectionToRisk(inputOf(form)))

const initial = (line: RiskLine | undefined, usual: string): Form => ({
  title: line?.title ?? '',
  cause: line?.cause ?? '',
  consequence: line?.consequence ?? '',
  department: line?.department ?? (line ? WHOLE_PLACE : usual),
  theme: line?.theme ?? '',
  goal: line?.goal ?? '',
  owner: line?.owner ?? '',
  inherent: formOfRating(line?.inherent),
  residual: formOfRating(line?.residual),
})

const changesOf = (form: Form) => ({
  title: form.title.trim(),
  cause: form.cause.trim(),
  consequence: form.consequence.trim(),
  theme: form.theme,
  goal: form.goal,
  owner: form.owner || null,
})

const inputOf = (form: Form): RiskInput => ({
  ...changesOf(form),
  department: form.department || null,
  inherent: ratingOfForm(form.inherent),
  residual: ratingOfForm(form.residual),
})
