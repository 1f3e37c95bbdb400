/** The form of a control: a new one, or the changes of one that stands. A standing one's rhythm has a form of its own. */
import { useState } from 'preact/hooks'
import { CONTROL_TYPES, type Control, hashOfText, textHash } from '../../../shared/kinds/control'
import { risksOf } from '../../../shared/queries/risks'
import type { Library } from '../../state/library-types'
import { nameOf, t } from '../../text'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { Notice } from '../../ui/Notice'
import { useModel } from '../dashboard/context'
import { DepartmentChoice } from '../dashboard/people/DepartmentChoice'
import { Restored, useFormDraft } from '../quality/form-draft'
import { Area, Choice } from '../work/fields'
import { useWork, WithWork } from '../work/world'
import { RhythmFields } from './RhythmFields'
import { emptyRhythm, type RhythmForm, rhythmInputOf } from './rhythm-form'
import { l, problemWords } from './say'
import { useLibrary } from './world'

type Form = RhythmForm & {
  readonly title: string
  readonly titleEn: string
  readonly method: string
  readonly methodEn: string
  readonly theme: string
  readonly goal: string
  readonly type: string
  readonly isKey: boolean
  readonly ownerRole: string
  readonly departments: readonly string[]
  readonly performers: readonly string[]
  readonly lead: string
  readonly evidence: string
  readonly evidenceEn: string
  readonly needsEvidence: boolean
  readonly needsReview: boolean
  readonly reviewers: readonly string[]
  readonly risks: readonly string[]
  readonly requirements: readonly string[]
  readonly patterns: string
}

export const NewControl = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title={l().form.add} closeLabel={t().app.close} onClose={onClose} wide>
    <WithWork>
      <Fields onClose={onClose} />
    </WithWork>
  </Dialog>
)

export const ChangeControl = ({
  control,
  onClose,
}: {
  readonly control: Control
  readonly onClose: () => void
}) => (
  <Dialog title={l().form.change} closeLabel={t().app.close} onClose={onClose} wide>
    <WithWork>
      <Fields control={control} onClose={onClose} />
    </WithWork>
  </Dialog>
)

const Fields = ({ control, onClose }: { readonly control?: Control; readonly onClose: () => void }) => {
  const { store, toast, department } = useModel()
  const library = useLibrary()
  const work = useWork()
  const [start] = useState(() => initial(control))
  const draft = useFormDraft<Form>(
    library.drafts,
    control ? `change ${control.about}` : 'control',
    () => start,
  )
  const { form, set } = draft
  const [problem, setProblem] = useState<string | undefined>()
  const words = l().form
  const themes = store.themes.value
  const goals = themes.find(({ key }) => key === form.theme)?.goals ?? []
  const members = store.members.value.map((each) => [each.key, each.name] as const)
  const departments = [...department.value.values()].map((each) => [each.key, nameOf(each)] as const)
  const risks = risksOf(work.ground.value, store.controls.value)
  const requirements = library.requirements.value
  const isOtherText = control !== undefined && textHash(control) !== hashOfText(form)
  const save = (): void => {
    const said = say(form, start, control, library)
    setProblem(said)
    if (said) return
    draft.clear()
    const title = form.title.trim()
    toast.value = { text: control ? words.saved(title) : words.added(title), undo: () => library.undo() }
    onClose()
  }
  const error = (...codes: string[]): string | undefined =>
    problem && codes.includes(problem) ? problemWords(problem) : undefined
  return (
    <form
      class="form control-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Restored draft={draft} />
      <fieldset class="form-part">
        <legend>{words.what}</legend>
        <TextField
          label={words.title}
          hint={words.titleHint}
          error={error('title-missing')}
          value={form.title}
          maxLength={400}
          onInput={(title) => set({ title })}
        />
        <Area
          label={words.method}
          hint={words.methodHint}
          value={form.method}
          onInput={(method) => set({ method })}
        />
        {isOtherText && <Notice tone="info" title={words.textChanges} />}
        <div class="form-row">
          <Choice
            label={words.theme}
            error={error('theme-missing')}
            value={form.theme}
            options={[['', words.themeNone], ...themes.map((each) => [each.key, nameOf(each)] as const)]}
            onChoose={(theme) => set({ theme, goal: theme === control?.theme ? control.goal : '' })}
          />
          <Choice
            label={words.goal}
            value={form.goal}
            options={[
              ['', words.goalNone],
              ...goals.map((goal) => [goal.code, `${goal.code} ${nameOf(goal)}`] as const),
            ]}
            onChoose={(goal) => set({ goal })}
          />
        </div>
        <Choice
          label={words.kind}
          value={form.type}
          options={[
            ['', words.kindNone],
            ...CONTROL_TYPES.map((type) => [type, l().typeHints[type]] as const),
          ]}
          onChoose={(type) => set({ type })}
        />
        <Tick label={words.isKey} isOn={form.isKey} onChange={(isKey) => set({ isKey })} />
        <details class="more-fields">
          <summary>{words.english}</summary>
          <div class="form">
            <TextField
              label={words.titleEn}
              value={form.titleEn}
              maxLength={400}
              onInput={(titleEn) => set({ titleEn })}
            />
            <Area label={words.methodEn} value={form.methodEn} onInput={(methodEn) => set({ methodEn })} />
            <TextField
              label={words.evidenceEn}
              value={form.evidenceEn}
              maxLength={400}
              onInput={(evidenceEn) => set({ evidenceEn })}
            />
          </div>
        </details>
      </fieldset>

      <fieldset class="form-part">
        <legend>{words.who}</legend>
        <TextField
          label={words.owner}
          hint={words.ownerHint}
          value={form.ownerRole}
          maxLength={120}
          onInput={(ownerRole) => set({ ownerRole })}
        />
        <div>
          <DepartmentChoice
            label={words.departments}
            options={departments}
            chosen={form.departments}
            onChange={(chosen) => set({ departments: chosen })}
          />
          <p class="field-hint">{words.departmentsHint}</p>
          <div class="pick-verbs">
            <Button look="plain" onClick={() => set({ departments: departments.map(([key]) => key) })}>
              {words.all}
            </Button>
            <Button look="plain" onClick={() => set({ departments: [] })}>
              {words.noneOf}
            </Button>
          </div>
        </div>
        <details class="more-fields" open={form.performers.length > 0}>
          <summary>{words.performers}</summary>
          <p class="field-hint">{words.performersHint}</p>
          <DepartmentChoice
            label={words.performers}
            options={members}
            chosen={form.performers}
            onChange={(performers) => set({ performers })}
          />
        </details>
      </fieldset>

      <fieldset class="form-part">
        <legend>{words.when}</legend>
        {!control && (
          <>
            <RhythmFields
              form={form}
              bounds={{ since: library.today.value, until: undefined }}
              onChange={set}
            />
            {error('not-a-rule', 'never', 'too-often') && (
              <p class="field-error" role="alert">
                {error('not-a-rule', 'never', 'too-often')}
              </p>
            )}
          </>
        )}
        <TextField
          label={words.lead}
          hint={words.leadHint}
          error={error('lead-odd')}
          inputMode="text"
          value={form.lead}
          maxLength={3}
          onInput={(lead) => set({ lead })}
        />
      </fieldset>

      <fieldset class="form-part">
        <legend>{words.proof}</legend>
        <TextField
          label={words.evidence}
          hint={words.evidenceHint}
          value={form.evidence}
          maxLength={400}
          onInput={(evidence) => set({ evidence })}
        />
        {form.isKey ? (
          <p class="quiet">{words.needsEvidenceKey}</p>
        ) : (
          <Tick
            label={words.needsEvidence}
            isOn={form.needsEvidence}
            onChange={(needsEvidence) => set({ needsEvidence })}
          />
        )}
        <Tick
          label={words.needsReview}
          isOn={form.needsReview}
          onChange={(needsReview) => set({ needsReview })}
        />
        {form.needsReview && (
          <div>
            <p class="field-hint">{words.reviewersHint}</p>
            <DepartmentChoice
              label={words.reviewers}
              options={members}
              chosen={form.reviewers}
              onChange={(reviewers) => set({ reviewers })}
            />
          </div>
        )}
      </fieldset>

      <fieldset class="form-part">
        <legend>{words.why}</legend>
        {risks.length === 0 ? (
          <p class="quiet">{words.risksNone}</p>
        ) : (
          <details class="more-fields" open={form.risks.length > 0}>
            <summary>
              {words.risks} <span class="group-count">{form.risks.length}</span>
            </summary>
            <DepartmentChoice
              label={words.risks}
              options={risks.map((risk) => [risk.key, risk.title] as const)}
              chosen={form.risks}
              onChange={(chosen) => set({ risks: chosen })}
            />
          </details>
        )}
        {requirements.length === 0 ? (
          <p class="quiet">{words.requirementsNone}</p>
        ) : (
          <details class="more-fields" open={form.requirements.length > 0}>
            <summary>
              {words.requirements} <span class="group-count">{form.requirements.length}</span>
            </summary>
            <DepartmentChoice
              label={words.requirements}
              options={requirements.map((each) => [each.about, `${each.code} ${nameOf(each)}`] as const)}
              chosen={form.requirements}
              onChange={(chosen) => set({ requirements: chosen })}
            />
          </details>
        )}
        <Area
          label={words.patterns}
          hint={words.patternsHint}
          error={error('pattern-odd')}
          rows={2}
          value={form.patterns}
          onInput={(patterns) => set({ patterns })}
        />
      </fieldset>
      {problem && (
        <p class="field-error" role="alert">
          {problemWords(problem)}
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

const Tick = ({
  label,
  isOn,
  onChange,
}: {
  readonly label: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}) => (
  <label class="check-field">
    <input type="checkbox" checked={isOn} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
    <span>{label}</span>
  </label>
)

const initial = (control: Control | undefined): Form => ({
  ...emptyRhythm('monthly'),
  title: control?.title ?? '',
  titleEn: control?.titleEn ?? '',
  method: control?.method ?? '',
  methodEn: control?.methodEn ?? '',
  theme: control?.theme ?? '',
  goal: control?.goal ?? '',
  type: control?.type ?? '',
  isKey: control?.isKey ?? false,
  ownerRole: control?.ownerRole ?? '',
  departments: control?.departments ?? [],
  performers: control?.performers ?? [],
  lead: String(control?.lead ?? ''),
  evidence: control?.evidence ?? '',
  evidenceEn: control?.evidenceEn ?? '',
  needsEvidence: control?.needsEvidence ?? false,
  needsReview: control?.needsReview ?? false,
  reviewers: control?.reviewers ?? [],
  risks: control?.risks ?? [],
  requirements: control?.requirements ?? [],
  patterns: (control?.patterns ?? []).join('\n'),
})

/** The fields of a control as the form says them; what is empty is no value. */
const fieldsOf = (form: Form) => ({
  titleEn: orNone(form.titleEn.trim()),
  method: orNone(form.method.trim()),
  methodEn: orNone(form.methodEn.trim()),
  goal: orNone(form.goal),
  type: orNone(form.type as NonNullable<Control['type']> | ''),
  isKey: form.isKey || null,
  ownerRole: orNone(form.ownerRole.trim()),
  departments: form.departments,
  performers: someOrNone(form.performers),
  lead: form.lead.trim() === '' ? null : Number(form.lead),
  evidence: orNone(form.evidence.trim()),
  evidenceEn: orNone(form.evidenceEn.trim()),
  needsEvidence: form.needsEvidence || null,
  needsReview: form.needsReview || null,
  reviewers: someOrNone(form.reviewers),
  risks: someOrNone(form.risks),
  requirements: someOrNone(form.requirements),
  patterns: someOrNone(
    form.patterns
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
})

const orNone = <T extends string>(text: T | ''): T | null => (text === '' ? null : text)
const someOrNone = (list: readonly string[]): readonly string[] | null => (list.length === 0 ? null : list)

/**
 * Says it; why not, where it cannot be said.
 * @param start the form as it was opened: what was not touched is left as others may have changed it since
 */
const say = (form: Form, start: Form, control: Control | undefined, library: Library): string | undefined => {
  const fields = fieldsOf(form)
  const { lead } = fields
  const [title, theme] = [form.title.trim(), form.theme]
  if (title === '') return 'title-missing'
  if (lead !== null && !(Number.isInteger(lead) && lead >= 1 && lead <= 366)) return 'lead-odd'
  if (!control) {
    const today = library.today.value
    const rhythm = rhythmInputOf(form, undefined, today)
    return library.addControl({ ...fields, ...rhythm, title, theme, since: today }).objection
  }
  const before: Readonly<Record<string, unknown>> = {
    ...fieldsOf(start),
    title: start.title,
    theme: start.theme,
  }
  const touched = Object.entries({ ...fields, title, theme }).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field]),
  )
  return library.changeControl(control.key, Object.fromEntries(touched))
}
