/** Which departments carry out which control: a list to search in, and a form to assign. */
import { useSignal } from '@preact/signals'
import type { Control } from '../../../../shared/kinds/control'
import { nameOf, t, titleOf } from '../../../text'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { EmptyState } from '../../../ui/EmptyState'
import { useModel } from '../context'
import { closeAround } from '../dialogs'
import { d, listOf } from '../words'
import { DepartmentChoice } from './DepartmentChoice'

const FEW = 3

export const Controls = () => {
  const { store, theme, departments } = useModel()
  const search = useSignal('')
  const within = useSignal('')
  const open = useSignal<string | undefined>(undefined)
  const words = d().controls
  const may = store.mayManage()
  const found = store.controls.value.filter(
    (control) =>
      (within.value === '' || control.departments.includes(within.value)) &&
      plain(`${titleOf(control)} ${nameOf(theme.value.get(control.theme) ?? { name: '' })}`).includes(
        plain(search.value),
      ),
  )
  const chosen = store.controls.value.find(({ key }) => key === open.value)
  return (
    <section class="panel" aria-label={d().people.sections.controls}>
      <div class="panel-head filters">
        <label class="inline-field">
          <span>{words.search}</span>
          <input
            class="input"
            type="search"
            value={search.value}
            onInput={({ currentTarget }) => {
              search.value = currentTarget.value
            }}
          />
        </label>
        <label class="inline-field">
          <span>{d().late.filter}</span>
          <select
            class="input"
            value={within.value}
            onChange={({ currentTarget }) => {
              within.value = currentTarget.value
            }}
          >
            <option value="">{d().late.everyDepartment}</option>
            {departments.value.map((each) => (
              <option key={each.key} value={each.key}>
                {nameOf(each)}
              </option>
            ))}
          </select>
        </label>
        <p class="quiet" role="status">
          {d().lines.count(found.length)}
        </p>
      </div>
      {found.length === 0 ? (
        <EmptyState title={words.none}>{words.noneNext}</EmptyState>
      ) : (
        <table class="table">
          <caption class="visually-hidden">{words.intro}</caption>
          <thead>
            <tr>
              <th scope="col">{words.control}</th>
              <th scope="col">{words.rhythm}</th>
              <th scope="col">{words.departments}</th>
              {may && (
                <th scope="col">
                  <span class="visually-hidden">{d().people.verbs}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {found.map((control) => (
              <Row
                key={control.key}
                control={control}
                may={may}
                onOpen={() => {
                  open.value = control.key
                }}
              />
            ))}
          </tbody>
        </table>
      )}
      {chosen && (
        <Assign
          control={chosen}
          onClose={() => {
            open.value = undefined
          }}
        />
      )}
    </section>
  )
}

const Row = ({
  control,
  may,
  onOpen,
}: {
  readonly control: Control
  readonly may: boolean
  readonly onOpen: () => void
}) => {
  const { theme, department, departments } = useModel()
  const words = d().controls
  const what = theme.value.get(control.theme)
  const names = control.departments
    .map((key) => department.value.get(key))
    .filter((each) => each !== undefined)
    .map(nameOf)
  return (
    <tr>
      <th scope="row" data-label={words.control}>
        {titleOf(control)}
        {what && <p class="quiet">{nameOf(what)}</p>}
      </th>
      <td data-label={words.rhythm}>{t().rhythms[control.rhythm]}</td>
      <td data-label={words.departments} title={listOf(names)}>
        {names.length === 0 ? (
          <span class="quiet">{words.nowhere}</span>
        ) : names.length >= departments.value.length ? (
          words.every
        ) : names.length > FEW ? (
          words.count(names.length)
        ) : (
          listOf(names)
        )}
      </td>
      {may && (
        <td class="verbs">
          <Button aria-label={words.assignOf(titleOf(control))} onClick={onOpen}>
            {words.assign}
          </Button>
        </td>
      )}
    </tr>
  )
}

const Assign = ({ control, onClose }: { readonly control: Control; readonly onClose: () => void }) => {
  const { store, toast, departments } = useModel()
  const chosen = useSignal<readonly string[]>(control.departments)
  const performers = useSignal<readonly string[]>(control.performers)
  const words = d().controls
  const options = departments.value.map((each) => [each.key, nameOf(each)] as const)
  const save = (event: Event): void => {
    event.preventDefault()
    store.assignControl(control.key, { departments: chosen.value, performers: performers.value })
    toast.value = { text: words.saved, undo: () => void store.undo() }
    closeAround(event.currentTarget)
  }
  return (
    <Dialog title={words.assignOf(titleOf(control))} closeLabel={t().app.close} onClose={onClose} wide>
      <form class="form" onSubmit={save}>
        <div class="pick-verbs">
          <Button
            look="plain"
            onClick={() => {
              chosen.value = options.map(([key]) => key)
            }}
          >
            {words.all}
          </Button>
          <Button
            look="plain"
            onClick={() => {
              chosen.value = []
            }}
          >
            {words.noneOf}
          </Button>
        </div>
        <DepartmentChoice
          label={words.departments}
          options={options}
          chosen={chosen.value}
          onChange={(next) => {
            chosen.value = next
          }}
        />
        <details>
          <summary>{words.performers}</summary>
          <p class="field-hint">{words.performersHint}</p>
          <DepartmentChoice
            label={words.performers}
            options={store.members.value.map((each) => [each.key, each.name] as const)}
            chosen={performers.value}
            onChange={(next) => {
              performers.value = next
            }}
          />
        </details>
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

// So that "financien" finds "financiën".
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
