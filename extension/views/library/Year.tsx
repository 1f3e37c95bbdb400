/** Planned versus done over a year, for the whole organisation or for one department, by month or by week. */
import { useMemo } from 'preact/hooks'
import { yearOf } from '../../../shared/days'
import type { Check } from '../../../shared/queries/schedule'
import { nameOf } from '../../text'
import { EmptyState } from '../../ui/EmptyState'
import { useModel } from '../dashboard/context'
import { PlanGrid, PlanLegend } from '../dashboard/department/PlanGrid'
import { type Plan, planOf } from '../dashboard/plan'
import { Segments } from '../dashboard/Segments'
import { d } from '../dashboard/words'
import { Filter } from '../work/fields'
import { YEAR_COLUMNS, type YearRoute } from './route'
import { l } from './say'

export const Year = ({ page }: { readonly page: YearRoute }) => {
  const { store, router, department, departments } = useModel()
  const today = store.today.value
  const year = page.year ?? yearOf(today)
  const all = store.checks.value
  const themes = store.themes.value
  const swap = (changes: Partial<YearRoute>): void => router.swap({ ...page, ...changes })
  const checks = useMemo(
    () =>
      all.filter(
        (check) =>
          yearOf(check.due) === year &&
          (page.department === undefined || check.department === page.department) &&
          (page.theme === undefined || check.control.theme === page.theme),
      ),
    [all, year, page.department, page.theme],
  )
  const plan = useMemo(
    () => planOf(checks, { year, by: page.columns, themes: themes.map(({ key }) => key) }),
    [checks, year, page.columns, themes],
  )
  const years = useMemo(
    () => [...new Set([year, yearOf(today), ...all.map(({ due }) => yearOf(due))])].sort((a, b) => a - b),
    [all, year, today],
  )
  const words = l().year
  const where = page.department === undefined ? undefined : department.value.get(page.department)
  const name = where ? nameOf(where) : words.whole
  return (
    <div class="page year">
      <header class="page-head">
        <div>
          <h1>{words.title(year)}</h1>
          <p class="quiet">
            {checks.length > 0 ? words.figures(figuresOf(plan, checks), year) : words.intro}
          </p>
        </div>
      </header>
      <search class="work-filters">
        <Segments
          label={words.year}
          options={years.map((each) => [String(each), String(each)] as const)}
          chosen={String(year)}
          onChoose={(chosen) => swap({ year: Number(chosen) })}
        />
        <Segments
          label={words.by}
          options={YEAR_COLUMNS.map((by) => [by, words.bys[by]] as const)}
          chosen={page.columns}
          onChoose={(columns) => swap({ columns })}
        />
        <Filter
          label={words.department}
          value={page.department ?? ''}
          options={[
            ['', words.everywhere],
            ...departments.value.map((each) => [each.key, nameOf(each)] as const),
          ]}
          onChoose={(chosen) => swap({ department: chosen || undefined })}
        />
        <Filter
          label={words.theme}
          value={page.theme ?? ''}
          options={[
            ['', l().filters.everyTheme],
            ...themes.map((theme) => [theme.key, nameOf(theme)] as const),
          ]}
          onChoose={(theme) => swap({ theme: theme || undefined })}
        />
      </search>
      {plan.groups.length === 0 ? (
        <EmptyState title={words.none(year)}>{words.noneNext}</EmptyState>
      ) : (
        <section class="panel" aria-label={name}>
          <PlanLegend />
          <PlanGrid plan={plan} by={page.columns} label={d().department.planCaption(name, year)} />
        </section>
      )}
    </div>
  )
}

/** Counted as the rows count: the whole year, also what is yet to come. */
const figuresOf = ({ groups }: Plan, checks: readonly Check[]) => {
  const rows = groups.flatMap((group) => group.rows)
  return {
    planned: rows.reduce((sum, { planned }) => sum + planned, 0),
    done: rows.reduce((sum, { done }) => sum + done, 0),
    late: checks.filter(({ state }) => state === 'late').length,
    clashes: checks.filter(({ clash }) => clash).length,
  }
}
