/** One department and one year: its figures, and the grid of what was planned and what was done. */

import { yearOf } from '../../../../shared/days'
import { tally } from '../../../../shared/queries/overview'
import { parseRoom } from '../../../../shared/rooms'
import { nameOf } from '../../../text'
import { EmptyState } from '../../../ui/EmptyState'
import { Icon } from '../../../ui/Icon'
import { useModel } from '../context'
import { Also } from '../Presence'
import { planOf } from '../plan'
import { hrefOf, OVERVIEW, type Page } from '../route'
import { d } from '../words'
import { PlanGrid, PlanLegend } from './PlanGrid'

export const Department = ({ page }: { readonly page: Page & { readonly page: 'department' } }) => {
  const { store, department, byDepartment, others } = useModel()
  const { department: key } = page
  const today = store.today.value
  const year = page.year ?? yearOf(today)
  const record = department.value.get(key)
  const own = byDepartment.value.get(key) ?? []
  const checks = own.filter(({ due }) => yearOf(due) === year)
  const plan = planOf(checks, { year, by: 'month', themes: store.themes.value.map((theme) => theme.key) })
  const here = others.value.filter((other) => isIn(other.room, key))
  if (!record) return <Unknown />
  return (
    <div class="page department">
      <header class="page-head">
        <div>
          {record.cluster !== '' && <p class="eyebrow">{record.cluster}</p>}
          <h1>{nameOf(record)}</h1>
          {checks.length > 0 && <p class="quiet">{d().department.figures(tally(checks, today))}</p>}
        </div>
        <Years department={key} year={year} />
      </header>
      <section class="panel" aria-labelledby="plan-title">
        <div class="panel-head">
          <h2 id="plan-title">{d().department.planTitle(year)}</h2>
          <Also present={here} say={d().check.lookingDepartment} />
        </div>
        {plan.groups.length === 0 ? (
          <EmptyState title={d().department.none(year)}>
            {store.mayManage() && d().department.noneNext}
          </EmptyState>
        ) : (
          <>
            <PlanLegend />
            <PlanGrid plan={plan} by="month" label={d().department.planCaption(nameOf(record), year)} />
          </>
        )}
      </section>
    </div>
  )
}

const Unknown = () => (
  <div class="page">
    <h1 class="visually-hidden">{d().frame.departments}</h1>
    <EmptyState title={d().department.unknown}>
      <p>{d().department.unknownNext}</p>
      <a class="button button-primary" href={hrefOf(OVERVIEW)}>
        {d().department.toOverview}
      </a>
    </EmptyState>
  </div>
)

const isIn = (room: string, department: string): boolean => {
  const parsed = parseRoom(room)
  return (parsed?.kind === 'year' || parsed?.kind === 'dept') && parsed.department === department
}

/** The years of which this device has checks, and this year. */
const Years = ({ department, year }: { readonly department: string; readonly year: number }) => {
  const { store, byDepartment } = useModel()
  const known = new Set([year, yearOf(store.today.value)])
  for (const { due } of byDepartment.value.get(department) ?? []) known.add(yearOf(due))
  const years = [...known].sort((a, b) => a - b)
  return (
    <nav class="years" aria-label={d().department.year}>
      {years.map((each) => (
        <a
          key={each}
          href={hrefOf({ page: 'department', department, year: each })}
          aria-current={each === year ? 'page' : undefined}
        >
          {each === year && <Icon name="calendar" size="1rem" />}
          {each}
        </a>
      ))}
    </nav>
  )
}
