/** Where trouble comes from: outcomes of checks, the reasons people wrote, categories of figures; each bar with its lines. */
import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { Outcome } from '../../../../shared/kinds/check'
import type { Indicator } from '../../../../shared/kinds/indicator'
import { checksBehind, paretoOfCategories, paretoOfChecks } from '../../../../shared/queries/causes'
import type { Figure } from '../../../../shared/queries/figures'
import type { Check } from '../../../../shared/queries/schedule'
import { seriesOf } from '../../../../shared/queries/series'
import { nameOf, t, titleOf } from '../../../text'
import { dayWords, momentWords, periodWords } from '../../../text/dates'
import { OutcomeTag } from '../../../ui/Badge'
import { Button } from '../../../ui/Button'
import { EmptyState } from '../../../ui/EmptyState'
import { windowOf } from '../../dashboard/board'
import { useModel } from '../../dashboard/context'
import type { Model } from '../../dashboard/model'
import { hrefOf } from '../../dashboard/route'
import { d, markOf, standing } from '../../dashboard/words'
import { fileNameOf } from '../drawing/files'
import { CAUSES, type Cause, type CausesRoute, indicatorHref, qualityHref, WINDOWS } from '../route'
import { inWords, q } from '../say'
import { numberWords } from '../words'
import { useWorld } from '../world'
import { Pareto } from './Pareto'

const PAGE = 50

export const Causes = ({ page }: { readonly page: CausesRoute }) => {
  const words = q().causes
  return (
    <div class="page causes">
      <header class="page-head">
        <div>
          <h1>{words.title}</h1>
          <p class="quiet">{words.intro}</p>
        </div>
      </header>
      <Filters page={page} />
      {page.by === 'category' ? <Categories page={page} /> : <Checks page={page} by={page.by} />}
    </div>
  )
}

const Filters = ({ page }: { readonly page: CausesRoute }) => {
  const { router, departments, theme } = useModel()
  const words = q().causes
  const swap = (changes: Partial<CausesRoute>): void => router.swap({ ...page, ...changes, bar: undefined })
  return (
    <search class="scorecard-filters">
      <label class="inline-field">
        <span>{words.by}</span>
        <select
          class="input"
          value={page.by}
          onChange={({ currentTarget }) => swap({ by: currentTarget.value as Cause })}
        >
          {CAUSES.map((by) => (
            <option key={by} value={by}>
              {words.sorts[by]}
            </option>
          ))}
        </select>
      </label>
      <label class="inline-field">
        <span>{q().scorecard.department}</span>
        <select
          class="input"
          value={page.department ?? ''}
          onChange={({ currentTarget }) => swap({ department: currentTarget.value || undefined })}
        >
          <option value="">{q().scorecard.everyDepartment}</option>
          {departments.value.map((each) => (
            <option key={each.key} value={each.key}>
              {nameOf(each)}
            </option>
          ))}
        </select>
      </label>
      <label class="inline-field">
        <span>{words.theme}</span>
        <select
          class="input"
          value={page.theme ?? ''}
          onChange={({ currentTarget }) => swap({ theme: currentTarget.value || undefined })}
        >
          <option value="">{words.everyTheme}</option>
          {[...theme.value.values()].map((each) => (
            <option key={each.key} value={each.key}>
              {nameOf(each)}
            </option>
          ))}
        </select>
      </label>
      <label class="inline-field">
        <span>{d().span.label}</span>
        <select
          class="input"
          value={page.window}
          onChange={({ currentTarget }) => swap({ window: currentTarget.value as CausesRoute['window'] })}
        >
          {WINDOWS.map((window) => (
            <option key={window} value={window}>
              {d().span[window]}
            </option>
          ))}
        </select>
      </label>
    </search>
  )
}

/** What one chose to see, and when: on every file and page. */
const linesOf = (
  page: CausesRoute,
  { store, department, theme }: Model,
  window: string,
): readonly string[] => {
  const where = page.department === undefined ? undefined : department.value.get(page.department)
  const what = page.theme === undefined ? undefined : theme.value.get(page.theme)
  return [
    [
      store.organisationName.value,
      where ? nameOf(where) : q().scorecard.everyDepartment,
      what ? nameOf(what) : q().causes.everyTheme,
    ].join(' · '),
    window,
    q().indicator.made(momentWords(Date.now())),
  ]
}

type ChecksProps = { readonly page: CausesRoute; readonly by: Exclude<Cause, 'category'> }

const Checks = ({ page, by }: ChecksProps) => {
  const model = useModel()
  const { store } = model
  const today = store.today.value
  const all = store.checks.value
  const window = windowOf(page.window, today)
  const wanted = useMemo(
    () =>
      all.filter(
        (check) =>
          (page.department === undefined || check.department === page.department) &&
          (page.theme === undefined || check.control.theme === page.theme),
      ),
    [all, page.department, page.theme],
  )
  const bars = useMemo(() => paretoOfChecks(wanted, by, window), [wanted, by, window.from, window.to])
  const words = q().causes
  const wordsOf = wordsOfBars(by, wanted, model)
  const between = d().span.between(dayWords(window.from), dayWords(window.to < today ? window.to : today))
  return (
    <>
      <section class="panel" aria-labelledby="causes-title">
        <h2 id="causes-title">{words.titles[by]}</h2>
        <p class="quiet">
          {between}. {words.why[by]}
        </p>
        <Pareto
          key={by}
          bars={bars}
          title={words.titles[by]}
          lines={linesOf(page, model, between)}
          fileName={fileNameOf([words.titles[by], page.department, page.theme, today])}
          unit={words.units[by]}
          counted={(total) => words.counted(numberWords(total), total === 1, by === 'outcome')}
          none={words.none}
          noneNext={words.noneNext}
          wordsOf={wordsOf}
          hrefOf={(name) => qualityHref({ ...page, bar: name })}
          chosen={page.bar}
        />
      </section>
      {page.bar !== undefined && (
        <Behind
          page={page}
          title={wordsOf(page.bar)}
          checks={checksBehind(wanted, by, page.bar, window).toReversed()}
        />
      )}
    </>
  )
}

const wordsOfBars = (by: ChecksProps['by'], checks: readonly Check[], model: Model) => {
  const titles = new Map(checks.map(({ control }) => [control.key, control] as const))
  return (name: string): string => {
    switch (by) {
      case 'control': {
        const control = titles.get(name)
        return control ? titleOf(control) : name
      }
      case 'theme': {
        const theme = model.theme.value.get(name)
        return theme ? nameOf(theme) : name
      }
      case 'department': {
        const department = model.department.value.get(name)
        return department ? nameOf(department) : name
      }
      case 'outcome':
        return t().outcomes[name as Outcome] ?? name
      case 'reason':
        return name === '' ? q().causes.noReason : name
    }
  }
}

/** The checks that a bar counts; each opens. */
const Behind = ({
  page,
  title,
  checks,
}: {
  readonly page: CausesRoute
  readonly title: string
  readonly checks: readonly Check[]
}) => {
  const { store, department, nameOf: nameOfMember, router } = useModel()
  const shown = useSignal(PAGE)
  return (
    <section class="panel" aria-labelledby="behind-title">
      <div class="panel-head">
        <h2 id="behind-title">{q().causes.behind(title)}</h2>
        <Button onClick={() => router.swap({ ...page, bar: undefined })}>{q().causes.close}</Button>
      </div>
      <p class="quiet" role="status">
        {d().lines.count(checks.length)}
      </p>
      {checks.length === 0 && <EmptyState title={q().causes.none} />}
      <ul class="lines">
        {checks.slice(0, shown.value).map((check) => {
          const where = department.value.get(check.department)
          return (
            <li key={`${check.room} ${check.about}`} class="line">
              <div class="line-what">
                <a href={hrefOf({ sheet: 'check', room: check.room, about: check.about })}>
                  {titleOf(check.control)}
                </a>
                <p class="quiet">
                  {[
                    where ? nameOf(where) : check.department,
                    periodWords(check.period),
                    check.answeredAt !== undefined &&
                      `${nameOfMember(check.performer ?? check.answeredBy)}, ${momentWords(check.answeredAt)}`,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                {check.note !== '' && <p class="line-note">{check.note}</p>}
              </div>
              <div class="line-state">
                <OutcomeTag mark={markOf(check)}>{standing(check, store.today.value)}</OutcomeTag>
              </div>
            </li>
          )
        })}
      </ul>
      {checks.length > shown.value && (
        <Button
          onClick={() => {
            shown.value += PAGE
          }}
        >
          {d().lines.more(checks.length - shown.value)}
        </Button>
      )}
    </section>
  )
}

const Categories = ({ page }: { readonly page: CausesRoute }) => {
  const model = useModel()
  const { look, quality } = useWorld()
  const today = model.store.today.value
  const words = q().causes
  const offered = look.indicators.value.filter(
    ({ categories, theme, departments }) =>
      categories.length > 0 &&
      (page.theme === undefined || theme === page.theme) &&
      (page.department === undefined || departments.includes(page.department)),
  )
  const indicator = offered.find(({ key }) => key === page.indicator) ?? offered[0]
  if (!indicator)
    return (
      <section class="panel">
        <EmptyState title={words.noCategories}>{words.noCategoriesNext}</EmptyState>
      </section>
    )
  const window = windowOf(page.window, today)
  const measured = indicator.departments
    .filter(
      (key) =>
        quality.departments.value.includes(key) && (page.department === undefined || key === page.department),
    )
    .flatMap((key) => seriesOf(indicator, key, look.ground.value))
  const periods = measured
    .flatMap(({ figures }) => figures)
    .filter(({ to, measurement }) => measurement && to >= window.from && to <= window.to)
    .map(({ period }) => period)
    .sort()
  const [from, to] = [periods[0], periods.at(-1)]
  const bars = from && to ? paretoOfCategories(measured, { from, to }) : []
  const name = inWords(indicator, 'name')
  const between = from && to ? q().pareto.figures(periodWords(from), periodWords(to)) : ''
  return (
    <>
      <section class="panel" aria-labelledby="causes-title">
        <div class="panel-head">
          <h2 id="causes-title">{name}</h2>
          {offered.length > 1 && (
            <label class="inline-field">
              <span>{words.indicator}</span>
              <select
                class="input"
                value={indicator.key}
                onChange={({ currentTarget }) =>
                  model.router.swap({ ...page, indicator: currentTarget.value, bar: undefined })
                }
              >
                {offered.map((each) => (
                  <option key={each.key} value={each.key}>
                    {inWords(each, 'name')}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
        <p class="quiet">
          {[between, words.why.category].filter(Boolean).join('. ')}{' '}
          <a href={indicatorHref(indicator.key, page.department)}>{words.toIndicator}</a>
        </p>
        <Pareto
          bars={bars}
          title={name}
          lines={linesOf(page, model, between)}
          fileName={fileNameOf([name, page.department, today])}
          unit={words.units.category}
          counted={(total) => words.cases(numberWords(total))}
          none={words.noneCounted}
          wordsOf={(category) => category}
          hrefOf={(category) => qualityHref({ ...page, indicator: indicator.key, bar: category })}
          chosen={page.bar}
        />
      </section>
      {page.bar !== undefined && from && to && (
        <FiguresBehind
          page={page}
          indicator={indicator}
          category={page.bar}
          figures={measured
            .flatMap(({ figures }) => figures)
            .filter(({ period }) => period >= from && period <= to)}
        />
      )}
    </>
  )
}

/** The figures that count a category: where and when, newest first. */
const FiguresBehind = ({
  page,
  indicator,
  category,
  figures,
}: {
  readonly page: CausesRoute
  readonly indicator: Indicator
  readonly category: string
  readonly figures: readonly Figure[]
}) => {
  const { department, router } = useModel()
  const words = q().causes
  const counted = figures
    .flatMap((figure) => {
      const count = figure.measurement?.categories[category] ?? 0
      return count > 0 ? [{ figure, count }] : []
    })
    .sort((a, b) => (a.figure.period < b.figure.period ? 1 : -1))
  return (
    <section class="panel" aria-labelledby="behind-title">
      <div class="panel-head">
        <h2 id="behind-title">{words.behind(category)}</h2>
        <Button onClick={() => router.swap({ ...page, bar: undefined })}>{words.close}</Button>
      </div>
      <ul class="lines">
        {counted.map(({ figure, count }) => {
          const where = department.value.get(figure.department)
          return (
            <li key={`${figure.room} ${figure.about}`} class="line">
              <div class="line-what">
                <a href={indicatorHref(indicator.key, figure.department)}>
                  {[where ? nameOf(where) : figure.department, periodWords(figure.period)].join(' · ')}
                </a>
                {figure.measurement?.comment && <p class="line-note">{figure.measurement.comment}</p>}
              </div>
              <div class="line-state">{numberWords(count)}</div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
