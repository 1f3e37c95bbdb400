/** The scorecard: every indicator with its newest figure, its course and two judgements. What is missing is said. */
import { useMemo } from 'preact/hooks'
import { CAF_CRITERIA } from '../../../../shared/libraries/caf'
import { type Row, scorecard, summaryOf } from '../../../../shared/queries/scorecard'
import { inLanguage, language, nameOf } from '../../../text'
import { dayWords } from '../../../text/dates'
import { Button } from '../../../ui/Button'
import { EmptyState } from '../../../ui/EmptyState'
import { useModel } from '../../dashboard/context'
import type { Model } from '../../dashboard/model'
import { Segments } from '../../dashboard/Segments'
import { AsOf, AsOfBanner } from '../AsOf'
import { Legend } from '../Legend'
import { Progress } from '../Progress'
import { GROUPINGS, qualityHref, type ScorecardRoute, SHOWS, SORTS } from '../route'
import { inWords, q } from '../say'
import { useWorld } from '../world'
import { type LineGroup, linesOf } from './arrange'
import { Lines } from './Lines'

export const Scorecard = ({ page }: { readonly page: ScorecardRoute }) => {
  const model = useModel()
  const { look, quality } = useWorld()
  const indicators = look.indicators.value
  const ground = look.ground.value
  const mayEnter = quality.departments.value
  const rows = useMemo(
    () =>
      scorecard(indicators, ground, (department) =>
        page.department === undefined ? mayEnter.includes(department) : department === page.department,
      ),
    [indicators, ground, mayEnter, page.department],
  )
  const order = orderOf(page.group, model, look.objectives.value)
  const groups = useMemo(
    () => linesOf(rows, page, order, language.value),
    [rows, page.group, page.sort, page.show, page.search, order.join(), language.value],
  )
  const words = q().scorecard
  return (
    <div class="page scorecard">
      <header class="page-head">
        <div>
          <h1>{words.title}</h1>
          {rows.length > 0 && <p class="scorecard-summary">{summaryWords(rows)}</p>}
        </div>
        <div class="page-verbs">
          <AsOf asOf={page.asOf} onChoose={(asOf) => model.router.swap({ ...page, asOf })} />
          <Button onClick={model.tools.print}>{words.print}</Button>
        </div>
      </header>
      {page.asOf && (
        <AsOfBanner asOf={page.asOf} onNow={() => model.router.swap({ ...page, asOf: undefined })} />
      )}
      <Progress />
      <p class="print-only">{words.printed(filterWords(page, model), dayWords(model.store.today.value))}</p>
      {indicators.length === 0 ? (
        <NoIndicators />
      ) : (
        <>
          <Filters page={page} />
          <Count groups={groups} all={indicators.length} />
          {groups.length === 0 ? (
            <EmptyState title={words.none}>{words.noneNext}</EmptyState>
          ) : (
            <section class="panel scorecard-panel">
              <Lines
                groups={groups}
                titleOf={(key) => groupTitle(page.group, key, model, look.objectives.value)}
                asOf={page.asOf}
              />
            </section>
          )}
          <Legend />
        </>
      )}
    </div>
  )
}

const summaryWords = (rows: readonly Row[]): string => {
  const summary = summaryOf(rows)
  return q().scorecard.summary({
    ...summary,
    indicators: new Set(rows.map(({ indicator }) => indicator.key)).size,
    series: summary.rows,
  })
}

const Count = ({ groups, all }: { readonly groups: readonly LineGroup[]; readonly all: number }) => {
  const shown = new Set(groups.flatMap(({ lines }) => lines.map(({ indicator }) => indicator.key)))
  return (
    <p class="visually-hidden" role="status">
      {q().scorecard.count(shown.size, all)}
    </p>
  )
}

const NoIndicators = () => {
  const { quality, asOf } = useWorld()
  const words = q().scorecard
  if (asOf !== undefined) return <EmptyState title={words.asOfLimit(dayWords(asOf))} />
  return (
    <EmptyState title={words.empty}>
      {quality.mayManageIndicators() ? (
        <>
          <p>{words.emptyNext}</p>
          <a
            class="button button-primary"
            href={qualityHref({ page: 'quality', section: 'library', part: 'library' })}
          >
            {words.toLibrary}
          </a>
        </>
      ) : (
        words.emptyAsk
      )}
    </EmptyState>
  )
}

const Filters = ({ page }: { readonly page: ScorecardRoute }) => {
  const { router, departments } = useModel()
  const words = q().scorecard
  const swap = (changes: Partial<ScorecardRoute>): void => router.swap({ ...page, ...changes })
  return (
    <search class="scorecard-filters">
      <Segments
        label={words.show}
        options={SHOWS.map((show) => [show, words.shows[show]] as const)}
        chosen={page.show}
        onChoose={(show) => swap({ show })}
      />
      <label class="inline-field">
        <span>{words.search}</span>
        <input
          class="input"
          type="search"
          value={page.search}
          onInput={({ currentTarget }) => swap({ search: currentTarget.value })}
        />
      </label>
      <Choice
        label={words.group}
        value={page.group}
        options={GROUPINGS}
        words={words.groups}
        onChoose={(group) => swap({ group })}
      />
      <Choice
        label={words.sort}
        value={page.sort}
        options={SORTS}
        words={words.sorts}
        onChoose={(sort) => swap({ sort })}
      />
      <label class="inline-field">
        <span>{words.department}</span>
        <select
          class="input"
          value={page.department ?? ''}
          onChange={({ currentTarget }) => swap({ department: currentTarget.value || undefined })}
        >
          <option value="">{words.everyDepartment}</option>
          {departments.value.map((each) => (
            <option key={each.key} value={each.key}>
              {nameOf(each)}
            </option>
          ))}
        </select>
      </label>
    </search>
  )
}

const Choice = <T extends string>({
  label,
  value,
  options,
  words,
  onChoose,
}: {
  readonly label: string
  readonly value: T
  readonly options: readonly T[]
  readonly words: Readonly<Record<T, string>>
  readonly onChoose: (value: T) => void
}) => (
  <label class="inline-field">
    <span>{label}</span>
    <select class="input" value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value as T)}>
      {options.map((option) => (
        <option key={option} value={option}>
          {words[option]}
        </option>
      ))}
    </select>
  </label>
)

type Objectives = readonly {
  readonly key: string
  readonly code: string
  readonly name: string
  readonly nameEn: string
}[]

const orderOf = (group: ScorecardRoute['group'], model: Model, objectives: Objectives): readonly string[] => {
  if (group === 'theme') return [...model.theme.value.keys()]
  if (group === 'objective') return objectives.map(({ key }) => key)
  return group === 'department' ? model.departments.value.map(({ key }) => key) : []
}

const groupTitle = (
  group: ScorecardRoute['group'],
  key: string,
  { theme, department }: Model,
  objectives: Objectives,
): string => {
  if (key === '') return q().scorecard.nowhere[group]
  switch (group) {
    case 'perspective':
      return q().perspectives[key as keyof ReturnType<typeof q>['perspectives']] ?? key
    case 'caf': {
      const criterion = CAF_CRITERIA.find(({ code }) => code === key)
      return criterion ? `${key}. ${inLanguage(criterion.name, criterion.nameEn)}` : key
    }
    case 'theme': {
      const found = theme.value.get(key)
      return found ? nameOf(found) : key
    }
    case 'objective': {
      const found = objectives.find((each) => each.key === key)
      return found ? `${found.code} ${inWords(found, 'name')}`.trim() : key
    }
    case 'department': {
      const found = department.value.get(key)
      return found ? nameOf(found) : key
    }
    case 'none':
      return ''
  }
}

/** What one chose to see, for what is printed. */
const filterWords = (page: ScorecardRoute, { department, store }: Model): string => {
  const words = q().scorecard
  const where = page.department === undefined ? undefined : department.value.get(page.department)
  return [
    store.organisationName.value,
    where ? nameOf(where) : words.everyDepartment,
    words.shows[page.show],
    `${words.group}: ${words.groups[page.group]}`,
    words.sorts[page.sort],
    page.search !== '' && `“${page.search}”`,
    page.asOf && `${words.asOf} ${dayWords(page.asOf)}`,
  ]
    .filter(Boolean)
    .join(' · ')
}
