/** The form of a finding: a new one that no check showed, or the changes of one that stands. */
import { useState } from 'preact/hooks'
import { objectionToFinding } from '../../../shared/commands/findings'
import { roomOfFinding, SEVERITIES, type Severity } from '../../../shared/kinds/finding'
import type { FindingLine } from '../../../shared/queries/findings'
import { t, titleOf } from '../../text'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { useModel } from '../dashboard/context'
import { TEAM } from '../measures/arrange'
import { placeWords } from '../measures/words'
import { Restored, useFormDraft } from '../quality/form-draft'
import { Area, Choice } from '../work/fields'
import { useWork } from '../work/world'
import { f, findingProblemWords } from './say'

type Form = {
  readonly title: string
  readonly note: string
  readonly department: string
  readonly control: string
  readonly severity: Severity
  readonly owner: string
  readonly found: string
}

type Props = {
  readonly line?: FindingLine
  /** Where a new one begins, as the filter of the list has it: a department or the management team. */
  readonly department?: string | undefined
  readonly onClose: () => void
}

/** @param line the one to change; a new one without */
export const FindingDialog = (props: Props) => (
  <Dialog
    title={props.line ? f().form.change : f().form.title}
    closeLabel={t().app.close}
    onClose={props.onClose}
  >
    <FindingForm {...props} />
  </Dialog>
)

const FindingForm = ({ line, department, onClose }: Props) => {
  const model = useModel()
  const { store, toast, router } = model
  const work = useWork()
  const places = [TEAM, ...work.departments.value].filter((key) => work.mayWriteIn(roomOfPlace(key)))
  const draft = useFormDraft<Form>(work.drafts, line ? `change ${line.about}` : 'finding', () =>
    line ? formOf(line) : { ...EMPTY, department: usual(places, department), found: store.today.peek() },
  )
  const { form, set } = draft
  const [problem, setProblem] = useState<string | undefined>()
  const words = f().form
  const save = (): void => {
    const fields = fieldsOf(form)
    const missing = objectionToFinding(fields) ?? (form.department === '' ? 'department-missing' : undefined)
    const { added, objection } = missing
      ? { objection: missing }
      : line
        ? { added: line, objection: work.changeFinding(line, fields) }
        : work.addFinding({
            ...fields,
            department: departmentOf(form.department) ?? null,
            control: form.control || null,
          })
    setProblem(objection)
    if (objection || !added) return
    draft.clear()
    toast.value = {
      text: line ? f().page.saved(fields.title) : f().page.added(fields.title),
      undo: () => void work.undo(),
    }
    onClose()
    if (!line) router.go({ page: 'findings', section: 'finding', finding: added.key })
  }
  const owners = store.members.value.filter(
    ({ key }) =>
      key === line?.owner || form.department === '' || work.mayOwnIn(key, roomOfPlace(form.department)),
  )
  const controls = store.controls.value.filter(
    ({ gone, departments }) => !gone && departments.includes(form.department),
  )
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
        error={problem === 'title-missing' ? findingProblemWords(problem) : undefined}
        value={form.title}
        maxLength={300}
        onInput={(title) => {
          set({ title })
          setProblem(undefined)
        }}
      />
      <Area label={words.note} value={form.note} onInput={(note) => set({ note })} />
      <div class="form-row">
        <Choice<Severity>
          label={words.severity}
          value={form.severity}
          options={SEVERITIES.map((each) => [each, f().severities[each]])}
          onChoose={(severity) => set({ severity })}
        />
        <Choice
          label={words.owner}
          hint={words.ownerHint}
          value={owners.some(({ key }) => key === form.owner) ? form.owner : ''}
          options={[['', words.ownerNone], ...owners.map(({ key, name }) => [key, name] as const)]}
          onChoose={(owner) => set({ owner })}
        />
      </div>
      <div class="form-row">
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
            error={problem === 'department-missing' ? findingProblemWords(problem) : undefined}
            options={[
              ...(form.department === '' ? [['', words.departmentChoose] as const] : []),
              ...places.map(
                (key) => [key, key === TEAM ? words.departmentTeam : placeWords(key, model)] as const,
              ),
            ]}
            onChoose={(department) => {
              const isTheirs = form.owner === '' || work.mayOwnIn(form.owner, roomOfPlace(department))
              set({ department, control: '', ...(isTheirs ? {} : { owner: '' }) })
              setProblem(undefined)
            }}
          />
        )}
        <TextField label={words.found} type="date" value={form.found} onInput={(found) => set({ found })} />
      </div>
      {!line && controls.length > 0 && (
        <Choice
          label={words.control}
          hint={words.controlHint}
          value={form.control}
          options={[
            ['', words.controlNone],
            ...controls.map((control) => [control.key, titleOf(control)] as const),
          ]}
          onChoose={(control) => set({ control })}
        />
      )}
      {problem && !AT_FIELD.has(problem) && (
        <p class="field-error" role="alert">
          {findingProblemWords(problem)}
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

const EMPTY: Form = {
  title: '',
  note: '',
  department: '',
  control: '',
  severity: 'moderate',
  owner: '',
  found: '',
}

/** Problems that are said at their field. */
const AT_FIELD: ReadonlySet<string> = new Set(['title-missing', 'department-missing'])

const departmentOf = (place: string): string | undefined => (place === TEAM ? undefined : place || undefined)
const roomOfPlace = (place: string): string => roomOfFinding(departmentOf(place))

/** The department of the filter, or the only one there is; with more to choose from, one has to choose. */
const usual = (places: readonly string[], wanted: string | undefined): string =>
  wanted !== undefined && places.includes(wanted) ? wanted : places.length === 1 ? (places[0] ?? '') : ''

const formOf = (line: FindingLine): Form => ({
  title: line.title,
  note: line.note,
  department: line.department ?? TEAM,
  control: line.control ?? '',
  severity: line.severity,
  owner: line.owner ?? '',
  found: line.found ?? '',
})

const fieldsOf = (form: Form) => ({
  title: form.title.trim(),
  note: form.note.trim(),
  severity: form.severity,
  owner: form.owner || null,
  found: form.found || null,
})
