/** The departments: add one, change its name, remove one. */
import { useSignal } from '@preact/signals'
import type { Department } from '../../../../shared/kinds/department'
import { nameOf, t } from '../../../text'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { EmptyState } from '../../../ui/EmptyState'
import { TextField } from '../../../ui/Field'
import { Icon } from '../../../ui/Icon'
import { Menu } from '../../../ui/Menu'
import { useModel } from '../context'
import { closeAround } from '../dialogs'
import { hrefOf } from '../route'
import { d, number } from '../words'

export const Departments = () => {
  const { store, toast } = useModel()
  const open = useSignal<Department | 'new' | undefined>(undefined)
  const may = store.mayManage()
  const words = d().departments
  const remove = (department: Department): void => {
    store.removeDepartment(department.key)
    toast.value = { text: words.removed(nameOf(department)), undo: () => void store.undo() }
  }
  return (
    <section class="panel" aria-label={d().people.sections.departments}>
      {may && (
        <div class="panel-head">
          <Button
            look="primary"
            onClick={() => {
              open.value = 'new'
            }}
          >
            <Icon name="plus" />
            {words.add}
          </Button>
        </div>
      )}
      {store.departments.value.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <table class="table">
          <caption class="visually-hidden">{d().people.sections.departments}</caption>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.cluster}</th>
              <th scope="col" class="numeric">
                {words.controls}
              </th>
              <th scope="col" class="numeric">
                {words.people}
              </th>
              {may && (
                <th scope="col">
                  <span class="visually-hidden">{d().people.verbs}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {store.departments.value.map((department) => (
              <tr key={department.key}>
                <th scope="row" data-label={words.name}>
                  <a href={hrefOf({ page: 'department', department: department.key, year: undefined })}>
                    {nameOf(department)}
                  </a>
                </th>
                <td data-label={words.cluster}>{department.cluster}</td>
                <td class="numeric" data-label={words.controls}>
                  {number(
                    store.controls.value.filter((each) => each.departments.includes(department.key)).length,
                  )}
                </td>
                <td class="numeric" data-label={words.people}>
                  {number(
                    store.members.value.filter(({ roles }) =>
                      roles.some((grant) => grant.departments.includes(department.key)),
                    ).length,
                  )}
                </td>
                {may && (
                  <td class="verbs">
                    <Menu
                      label={d().people.moreFor(nameOf(department))}
                      items={[
                        {
                          icon: 'note',
                          label: words.change,
                          onChoose: () => {
                            open.value = department
                          },
                        },
                        { icon: 'trash', label: words.remove, onChoose: () => remove(department) },
                      ]}
                    />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open.value && (
        <DepartmentForm
          department={open.value === 'new' ? undefined : open.value}
          onClose={() => {
            open.value = undefined
          }}
        />
      )}
    </section>
  )
}

const DepartmentForm = ({
  department,
  onClose,
}: {
  readonly department: Department | undefined
  readonly onClose: () => void
}) => {
  const { store, toast } = useModel()
  const name = useSignal(department?.name ?? '')
  const nameEn = useSignal(department?.nameEn ?? '')
  const cluster = useSignal(department?.cluster ?? '')
  const tried = useSignal(false)
  const words = d().departments
  const save = (event: Event): void => {
    event.preventDefault()
    tried.value = true
    const input = { name: name.value.trim(), nameEn: nameEn.value.trim(), cluster: cluster.value.trim() }
    if (input.name === '') return
    if (department) store.changeDepartment(department.key, input)
    else store.addDepartment(input)
    toast.value = {
      text: department ? words.saved(input.name) : words.added(input.name),
      undo: () => void store.undo(),
    }
    closeAround(event.currentTarget)
  }
  return (
    <Dialog
      title={department ? words.changeOf(nameOf(department)) : words.add}
      closeLabel={t().app.close}
      onClose={onClose}
    >
      <form class="form" onSubmit={save} noValidate>
        <TextField
          label={words.name}
          value={name.value}
          error={tried.value && name.value.trim() === '' ? words.nameNeeded : undefined}
          autocomplete="off"
          onInput={(value) => {
            name.value = value
          }}
        />
        <TextField
          label={words.cluster}
          value={cluster.value}
          autocomplete="off"
          onInput={(value) => {
            cluster.value = value
          }}
        />
        <TextField
          label={words.nameEn}
          hint={words.nameEnHint}
          value={nameEn.value}
          autocomplete="off"
          onInput={(value) => {
            nameEn.value = value
          }}
        />
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
