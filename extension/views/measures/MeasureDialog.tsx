/** The form of a measure: a new one, prefilled with where it began, or the changes of one that stands. */
import { useState } from 'preact/hooks'
import { type MeasureInput, objectionToMeasure } from '../../../shared/commands/measures'
import {
  HORIZONS,
  type Horizon,
  PRIORITIES,
  type Priority,
  roomOfMeasure,
} from '../../../shared/kinds/measure'
import type { MeasureLine } from '../../../shared/queries/measures'
import { plansOf } from '../../../shared/queries/plans'
import { t } from '../../text'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { Notice } from '../../ui/Notice'
import { useModel } from '../dashboard/context'
import { Restored, useFormDraft } from '../quality/form-draft'
import { Choice } from '../work/fields'
import { linkOf } from '../work/links'
import { useWork } from '../work/world'
import { m, problemWords } from './say'
import { placeWords } from './words'

export type Prefill = Pick<MeasureInput, 'origin' | 'plan' | 'owner' | 'department' | 'due'> & {
  readonly title?: string
}

type Form = {
  readonly title: string
  readonly owner: string
  readonly department: string
  readonly due: string
  readonly status: string
  readonly horizon: Horizon
  readonly priority: Priority
  readonly effect: string
  readonly effort: string
  readonly plan: string
}

const SCALE = ['1', '2', '3', '4', '5'] as const
const TEAM_PLACE = ''

/** @param line the one to change; a new one without */
export const MeasureDialog = ({
  line,
  prefill = {},
  onClose,
}: {
  readonly line?: MeasureLine
  readonly prefill?: Prefill
  readonly onClose: () => void
}) => (
  <Dialog title={line ? m().form.change : m().form.title} closeLabel={t().app.close} onClose={onClose}>
    <MeasureForm {...(line ? { line } : {})} prefill={prefill} onClose={onClose} />
  </Dialog>
)

const MeasureForm = ({
  line,
  prefill,
  onClose,
}: {
  readonly line?: MeasureLine
  readonly prefill: Prefill
  readonly onClose: () => void
}) => {
  const model = useModel()
  const work = useWork()
  const { store, toast } = model
  const name = line ? `change ${line.about}` : `measure ${prefill.origin ?? prefill.plan ?? ''}`
  const draft = useFormDraft<Form>(work.drafts, name, () =>
    initial(
      line,
      prefill,
      work.mayWriteIn('team')
        ? TEAM_PLACE
        : (work.departments.value.find((key) => work.mayWriteIn(`dept/${key}`)) ?? TEAM_PLACE),
    ),
  )
  const { form, set } = draft
  const [isAsked, setIsAsked] = useState(false)
  const [refused, setRefused] = useState<string | undefined>()
  const words = m().form
  const room = line?.room ?? roomOfMeasure(form.department || undefined)
  const objection = line
    ? form.title.trim() === ''
      ? 'title-missing'
      : undefined
    : objectionToMeasure(inputOf(form, prefill))
  const save = (): void => {
    setIsAsked(true)
    if (objection) return
    const said = line
      ? { added: line, objection: work.changeMeasure(line, changesOf(form)) }
      : work.addMeasure(inputOf(form, prefill))
    setRefused(said.objection)
    if (said.objection) return
    draft.clear()
    const title = form.title.trim()
    toast.value = {
      text: line ? m().sheet.saved(title) : m().sheet.added(title),
      undo: () => void work.undo(),
    }
    onClose()
  }
  const error = (...codes: string[]): string | undefined =>
    isAsked && objection && codes.includes(objection) ? problemWords(objection) : undefined
  const writable = ['', ...work.departments.value].filter(
    (key) => key === form.department || work.mayWriteIn(roomOfMeasure(key || undefined)),
  )
  const origin = prefill.origin ?? line?.origin
  const link = origin && linkOf(origin, { model, ground: work.ground.value, quality: undefined }, room)
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
      {link && link.title !== undefined && (
        <p class="quiet">
          {words.from}: {link.title}
        </p>
      )}
      <TextField
        label={words.name}
        hint={words.nameHint}
        error={error('title-missing')}
        value={form.title}
        maxLength={300}
        onInput={(title) => set({ title })}
      />
      <div class="form-row">
        <Choice
          label={words.owner}
          value={form.owner}
          error={error('owner-missing')}
          options={[
            ['', words.ownerNone],
            ...store.members.value.map((member) => [member.key, member.name] as const),
          ]}
          onChoose={(owner) => set({ owner })}
        />
        {line ? (
          <div class="field">
            <span class="field-label">{words.department}</span>
            <p>{placeWords(line.room, model)}</p>
            <p class="field-hint">{words.departmentFixed}</p>
          </div>
        ) : (
          <Choice
            label={words.department}
            value={form.department}
            options={writable.map((key) => [
              key,
              key === TEAM_PLACE ? words.departmentTeam : placeWords(key, model),
            ])}
            onChoose={(department) => set({ department })}
          />
        )}
      </div>
      {form.owner !== '' && !work.mayOwnIn(form.owner, room) && (
        <Notice
          tone="warning"
          title={words.cannotAnswer(model.nameOf(form.owner), placeWords(room, model))}
        />
      )}
      {!line && (
        <div class="form-row">
          <TextField
            label={words.due}
            type="date"
            error={error('due-missing')}
            value={form.due}
            onInput={(due) => set({ due })}
          />
          <Choice
            label={words.status}
            hint={words.statusHint}
            value={form.status}
            options={[
              ['proposed', m().statuses.proposed],
              ['planned', m().statuses.planned],
              ['running', m().statuses.running],
            ]}
            onChoose={(status) => set({ status })}
          />
        </div>
      )}
      <div class="form-row">
        <Choice
          label={words.priority}
          value={form.priority}
          options={PRIORITIES.map((each) => [each, m().priorities[each]])}
          onChoose={(priority) => set({ priority })}
        />
        <Choice
          label={words.horizon}
          value={form.horizon}
          options={HORIZONS.map((each) => [each, m().horizons[each]])}
          onChoose={(horizon) => set({ horizon })}
        />
      </div>
      <details class="more-fields">
        <summary>{words.more}</summary>
        <div class="form">
          <Choice
            label={words.plan}
            value={form.plan}
            options={[
              ['', words.planNone],
              ...plansOf(work.ground.value)
                .filter(({ state, about }) => state === 'open' || about === form.plan)
                .map(({ about, title }) => [about, title] as const),
            ]}
            onChoose={(plan) => set({ plan })}
          />
          <div class="form-row">
            {(['effect', 'effort'] as const).map((field) => (
              <Choice
                key={field}
                label={words[field]}
                value={form[field]}
                options={[['', words.scaleNone], ...SCALE.map((each) => [each, each] as const)]}
                onChoose={(value) => set({ [field]: value })}
              />
            ))}
          </div>
        </div>
      </details>
      {refused && (
        <p class="field-error" role="alert">
          {problemWords(refused)}
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

const initial = (line: MeasureLine | undefined, prefill: Prefill, usual: string): Form => ({
  title: line?.title ?? prefill.title ?? '',
  owner: line?.owner ?? prefill.owner ?? '',
  department: line?.department ?? prefill.department ?? usual,
  due: line?.due ?? prefill.due ?? '',
  status: line?.status ?? 'planned',
  horizon: line?.horizon ?? 'short',
  priority: line?.priority ?? 'medium',
  effect: String(line?.effect ?? ''),
  effort: String(line?.effort ?? ''),
  plan: line?.plan ?? prefill.plan ?? '',
})

/** Without a person or a day it is a proposal, whatever was chosen: the form says so. */
const inputOf = (form: Form, { origin }: Prefill): MeasureInput => ({
  ...changesOf(form),
  title: form.title.trim(),
  origin: origin ?? null,
  department: form.department || null,
  due: form.due || null,
  status: form.owner !== '' && form.due !== '' ? (form.status as MeasureInput['status']) : 'proposed',
})

const changesOf = (form: Form) => ({
  title: form.title.trim(),
  owner: form.owner || null,
  horizon: form.horizon,
  priority: form.priority,
  effect: form.effect === '' ? null : Number(form.effect),
  effort: form.effort === '' ? null : Number(form.effort),
  plan: form.plan || null,
})
