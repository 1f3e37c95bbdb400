/** What should have been done and is not: who, what, since when; what waits longest comes first. */
import { useComputed } from '@preact/signals'
import { lateList } from '../../../shared/queries/overview'
import type { Check } from '../../../shared/queries/schedule'
import { nameOf, t, titleOf } from '../../text'
import { daysBetween, dayWords, periodWords } from '../../text/dates'
import { EmptyState } from '../../ui/EmptyState'
import { IconMark } from '../../ui/IconMark'
import { type Chosen, useChosen } from '../keyboard/chosen'
import { rowAt } from '../keyboard/rows'
import { BulkAnswer } from '../mine/BulkAnswer'
import { ChooseBox } from '../mine/ChooseBox'
import { useModel } from './context'
import { type Model, placeOf } from './model'
import { hrefOf, type Page } from './route'
import { useSteady } from './steady'
import { d, listOf, markOf } from './words'

export const Late = ({ page }: { readonly page: Page & { readonly page: 'late' } }) => {
  const model = useModel()
  const { store, departments, router } = model
  const all = useComputed(() => lateList(store.checks.value))
  const late = all.value.filter(({ department }) => !page.department || department === page.department)
  const { items, hold } = useSteady(late, placeOf, page.department)
  const mayChoose = (check: Check): boolean => store.mayAnswer(check)
  const chosen = useChosen(late, placeOf, mayChoose)
  const mayAny = late.some(mayChoose)
  const oldest = late[0]
  return (
    <div class="page late">
      <header class="page-head">
        <div>
          <h1>{d().late.title}</h1>
          {oldest && (
            <p class="quiet">{d().late.summary(late.length, dayWords(oldest.due, store.today.value))}</p>
          )}
        </div>
        <label class="inline-field">
          <span>{d().late.filter}</span>
          <select
            class="input"
            value={page.department ?? ''}
            onChange={({ currentTarget }) =>
              router.swap({ page: 'late', department: currentTarget.value || undefined })
            }
          >
            <option value="">{d().late.everyDepartment}</option>
            {departments.value.map((each) => (
              <option key={each.key} value={each.key}>
                {nameOf(each)}
              </option>
            ))}
          </select>
        </label>
      </header>
      <section class="panel" {...hold}>
        {items.length === 0 ? (
          <EmptyState
            title={page.department ? d().late.noneHere : d().late.none}
            picture={<IconMark mark="in-order" size="2.5rem" />}
          >
            {!page.department && d().late.noneNext}
          </EmptyState>
        ) : (
          <>
            {mayAny && (
              <BulkAnswer
                chosen={chosen.items}
                onDone={() => chosen.set([])}
                onAll={() => chosen.set(late.filter(mayChoose))}
              />
            )}
            <table class="table late-table">
              <caption class="visually-hidden">{d().late.title}</caption>
              <colgroup>
                {mayAny && <col class="late-choose" />}
                <col class="late-due" />
                <col />
                <col class="late-department" />
                <col class="late-period" />
                <col class="late-who" />
              </colgroup>
              <thead>
                <tr>
                  {mayAny && (
                    <th scope="col">
                      <span class="visually-hidden">{d().late.choose}</span>
                    </th>
                  )}
                  <th scope="col">{d().late.due}</th>
                  <th scope="col">{d().late.control}</th>
                  <th scope="col">{d().late.department}</th>
                  <th scope="col">{d().late.period}</th>
                  <th scope="col">{d().late.who}</th>
                </tr>
              </thead>
              <tbody>
                {items.map(({ item, gone }) => (
                  <Row key={placeOf(item)} check={item} gone={gone} chosen={mayAny ? chosen : undefined} />
                ))}
              </tbody>
            </table>
          </>
        )}
      </section>
    </div>
  )
}

const Row = ({
  check,
  gone,
  chosen,
}: {
  readonly check: Check
  readonly gone: boolean
  /** Nothing where one may answer none. */
  readonly chosen: Chosen<Check> | undefined
}) => {
  const model = useModel()
  const { store, department, theme } = model
  const today = store.today.value
  const now = gone ? model.find(check.room, check.about) : undefined
  const where = department.value.get(check.department)
  const what = theme.value.get(check.control.theme)
  return (
    <tr class={gone ? 'is-gone' : chosen?.has(check) ? 'is-chosen' : undefined} {...rowAt(check)}>
      {chosen && (
        <td class="late-choose-cell">
          <ChooseBox
            title={titleOf(check.control)}
            mayChoose={!gone && store.mayAnswer(check)}
            item={check}
            chosen={chosen}
          />
        </td>
      )}
      <td data-label={d().late.due}>
        <span class="late-day">{dayWords(check.due, today)}</span>
        {now?.outcome ? (
          <span class="done-word">
            <IconMark mark={markOf(now)} size="1em" />
            {d().late.answered}
          </span>
        ) : (
          <span class="late-word">{t().dates.late(daysBetween(check.due, today))}</span>
        )}
      </td>
      <th scope="row" data-label={d().late.control}>
        <a href={hrefOf({ sheet: 'check', room: check.room, about: check.about })}>
          {titleOf(check.control)}
        </a>
        {what && <p class="quiet">{nameOf(what)}</p>}
      </th>
      <td data-label={d().late.department}>{where ? nameOf(where) : check.department}</td>
      <td data-label={d().late.period}>{periodWords(check.period)}</td>
      <td data-label={d().late.who}>{listOf(whoDoes(model, check)) || d().late.nobody}</td>
    </tr>
  )
}

/** Names of those who carry a check out: who was named, or the heads and contributors of the department. */
export const whoDoes = ({ store, nameOf: name }: Model, check: Check): readonly string[] => {
  if (check.control.performers.length > 0) return check.control.performers.map((key) => name(key))
  const works = (role: 'manager' | 'contributor') =>
    store.members.value.filter(({ roles }) =>
      roles.some((grant) => grant.role === role && grant.departments.includes(check.department)),
    )
  const heads = works('manager')
  return (heads.length > 0 ? heads : works('contributor')).map((member) => member.name)
}
