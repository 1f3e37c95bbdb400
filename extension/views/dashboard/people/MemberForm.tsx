/** Adds a person or changes one: name, function, and roles with their departments and last day. Saved as one statement. */
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { type Grant, type Member, ROLES, type Role } from '../../../../shared/kinds/member'
import { nameOf, t } from '../../../text'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { Field, TextField } from '../../../ui/Field'
import { Icon } from '../../../ui/Icon'
import { Notice } from '../../../ui/Notice'
import { useModel } from '../context'
import { closeAround } from '../dialogs'
import { d } from '../words'
import { DepartmentChoice } from './DepartmentChoice'
import { grantProblem, inDepartments, isDirector, isLastDirector } from './roles'

type Row = Grant & { readonly id: number }

export const MemberForm = ({
  member,
  onClose,
}: {
  readonly member: Member | undefined
  readonly onClose: () => void
}) => {
  const { store, toast } = useModel()
  const form = useRef<HTMLFormElement>(null)
  const counter = useRef(0)
  const withId = (grant: Grant): Row => ({ ...grant, id: counter.current++ })
  const name = useSignal(member?.name ?? '')
  const title = useSignal(member?.title ?? '')
  const rows = useSignal<readonly Row[]>((member?.roles ?? [NEW]).map(withId))
  const tried = useSignal(false)
  const words = d().people
  // What was ticked for another role is kept in the form, but gives no rights: every department named lets one in.
  const roles = rows.value.map(({ role, departments, until }) => ({
    role,
    departments: inDepartments(role) ? departments : [],
    until,
  }))
  const losesDirector =
    member !== undefined &&
    !isDirector(roles, store.today.value) &&
    isLastDirector(store.members.value, member.key, store.today.value)
  const nameError = tried.value && name.value.trim() === '' ? words.nameNeeded : undefined

  const save = (event: Event): void => {
    event.preventDefault()
    tried.value = true
    const input = { name: name.value.trim(), title: title.value.trim(), roles }
    if (input.name === '' || losesDirector || roles.some(grantProblem)) {
      // After the errors have been drawn.
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    if (member) store.changeMember(member.key, input)
    else store.addMember(input)
    toast.value = {
      text: member ? words.saved(input.name) : words.added(input.name),
      undo: () => void store.undo(),
    }
    closeAround(event.currentTarget)
  }
  const change = (id: number, changes: Partial<Grant>): void => {
    rows.value = rows.value.map((row) => (row.id === id ? { ...row, ...changes } : row))
  }
  return (
    <Dialog
      title={member ? words.changeOf(member.name) : words.add}
      closeLabel={t().app.close}
      onClose={onClose}
      wide
    >
      <form ref={form} class="form" onSubmit={save} noValidate>
        {member && member.clashes.length > 0 && <Notice tone="warning" title={words.clash} />}
        <TextField
          label={words.name}
          value={name.value}
          error={nameError}
          autocomplete="off"
          onInput={(value) => {
            name.value = value
          }}
        />
        <TextField
          label={words.function}
          hint={words.functionHint}
          value={title.value}
          autocomplete="off"
          onInput={(value) => {
            title.value = value
          }}
        />
        <fieldset class="form-group">
          <legend>{words.roles}</legend>
          {losesDirector && <Notice tone="danger" title={words.lastDirector} urgent />}
          {rows.value.map((row) => (
            <RoleRow
              key={row.id}
              row={row}
              tried={tried.value}
              onChange={(changes) => change(row.id, changes)}
              onRemove={() => {
                rows.value = rows.value.filter(({ id }) => id !== row.id)
              }}
            />
          ))}
          <Button
            look="plain"
            onClick={() => {
              rows.value = [...rows.value, withId(NEW)]
            }}
          >
            <Icon name="plus" />
            {words.addRole}
          </Button>
        </fieldset>
        <div class="form-foot">
          <Button onClick={(event) => closeAround(event.currentTarget)}>{t().app.cancel}</Button>
          <Button look="primary" type="submit">
            {t().app.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const NEW: Grant = { role: 'contributor', departments: [], until: undefined }

const RoleRow = ({
  row,
  tried,
  onChange,
  onRemove,
}: {
  readonly row: Row
  readonly tried: boolean
  readonly onChange: (changes: Partial<Grant>) => void
  readonly onRemove: () => void
}) => {
  const { departments } = useModel()
  const words = d().people
  const problem = tried ? grantProblem(row) : undefined
  return (
    <div class="role-row">
      <Field label={words.roleWord}>
        {(input) => (
          <select
            {...input}
            value={row.role}
            onChange={({ currentTarget }) => onChange({ role: currentTarget.value as Role })}
          >
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {t().roles[role]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField
        label={words.until}
        hint={words.untilHint}
        type="date"
        value={row.until ?? ''}
        error={problem === 'until' ? words.untilNeeded : undefined}
        onInput={(value) => onChange({ until: value === '' ? undefined : value })}
      />
      <Button
        look="icon"
        aria-label={`${words.removeRole}: ${t().roles[row.role]}`}
        title={words.removeRole}
        onClick={onRemove}
      >
        <Icon name="trash" />
      </Button>
      {inDepartments(row.role) && (
        <DepartmentChoice
          label={words.inDepartments}
          options={departments.value.map((each) => [each.key, nameOf(each)] as const)}
          chosen={row.departments}
          error={problem === 'departments' ? words.departmentsNeeded : undefined}
          onChange={(chosen) => onChange({ departments: chosen })}
        />
      )}
    </div>
  )
}
