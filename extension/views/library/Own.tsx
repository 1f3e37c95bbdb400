/** The organisation's own controls: to search and filter in, each a link to its page. */
import { useComputed, useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { type Control, RHYTHMS, type Rhythm } from '../../../shared/kinds/control'
import type { Theme } from '../../../shared/kinds/theme'
import { CONTROLS } from '../../../shared/libraries/controls'
import { rhythmHints } from '../../../shared/queries/rhythm-hints'
import { libraryNews } from '../../../shared/queries/text'
import { nameOf, t, titleOf } from '../../text'
import { dayWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { useModel } from '../dashboard/context'
import type { Model } from '../dashboard/model'
import { Segments } from '../dashboard/Segments'
import { listOf } from '../dashboard/words'
import { rowAt } from '../keyboard/rows'
import { Filter, Search } from '../work/fields'
import { useKeptFilters } from '../work/filters'
import { NewControl } from './ControlForm'
import { nextDays } from './rhythm-form'
import {
  ALL_CONTROLS,
  controlHref,
  controlsHref,
  LIBRARIES,
  OWN_SHOWS,
  type OwnRoute,
  SPREADSHEET,
} from './route'
import { l } from './say'
import { plain, shortRhythm } from './words'
import { useLibrary } from './world'

/** More rows than this are drawn only when somebody asks for them. */
const AT_ONCE = 150
const FEW = 2

/** What the library says anew and whose rhythm might be another, by key of the control. */
export const useNotes = () => {
  const { store } = useModel()
  return useComputed(() => ({
    news: new Map(libraryNews(store.controls.value, CONTROLS).map((each) => [each.control.key, each])),
    hints: new Map(
      rhythmHints(store.controls.value, store.checks.value).map((each) => [each.control.key, each]),
    ),
  })).value
}
type Notes = ReturnType<typeof useNotes>

export const Own = ({ page }: { readonly page: OwnRoute }) => {
  const model = useModel()
  const { store, router } = model
  useKeptFilters(page, ALL_CONTROLS)
  const library = useLibrary()
  const notes = useNotes()
  const isAdding = useSignal(false)
  const shown = useSignal(AT_ONCE)
  const all = store.controls.value
  const today = store.today.value
  const themes = store.themes.value
  const found = useMemo(
    () => byTheme(all.filter(isShown(page, notes, model, today)), themes),
    [all, page, notes, model, today, themes],
  )
  const may = library.mayManage()
  const words = l()
  const add = may && (
    <Button
      look="primary"
      onClick={() => {
        isAdding.value = true
      }}
    >
      <Icon name="plus" />
      {words.add}
    </Button>
  )
  return (
    <div class="page controls">
      <header class="page-head">
        <div>
          <h1>{words.title}</h1>
          <p class="quiet">
            {words.intro} {!may && words.readOnly}
          </p>
        </div>
        <div class="page-verbs">{all.length > 0 && add}</div>
      </header>
      {all.length === 0 ? (
        <EmptyState title={words.empty}>
          <p>{words.emptyNext}</p>
          {may && (
            <div class="page-verbs">
              <a class="button" href={controlsHref(LIBRARIES)}>
                {words.toLibraries}
              </a>
              <a class="button" href={controlsHref(SPREADSHEET)}>
                {words.toImport}
              </a>
              {add}
            </div>
          )}
        </EmptyState>
      ) : (
        <>
          <Filters page={page} notes={notes} />
          <p class="quiet" role="status">
            {words.count(found.length, all.length)}
          </p>
          {found.length === 0 ? (
            <EmptyState title={words.none}>
              <p>{words.noneNext}</p>
              <Button onClick={() => router.swap(ALL_CONTROLS)}>{words.showAll}</Button>
            </EmptyState>
          ) : (
            <section class="panel">
              <Table controls={found.slice(0, shown.value)} notes={notes} />
              {found.length > shown.value && (
                <Button
                  onClick={() => {
                    shown.value += AT_ONCE
                  }}
                >
                  {words.more(Math.min(AT_ONCE, found.length - shown.value))}
                </Button>
              )}
            </section>
          )}
        </>
      )}
      {isAdding.value && (
        <NewControl
          onClose={() => {
            isAdding.value = false
          }}
        />
      )}
    </div>
  )
}

/** In the order of themes; what belongs to none that is known comes last. */
const byTheme = (controls: readonly Control[], themes: readonly Theme[]): readonly Control[] => {
  const place = new Map(themes.map(({ key }, index) => [key, index]))
  const placeOf = ({ theme }: Control): number => place.get(theme) ?? themes.length
  return [...controls].sort((a, b) => placeOf(a) - placeOf(b))
}

const isEnded = ({ until }: Control, today: string): boolean => until !== undefined && until < today

const isShown = (
  { show, search, theme, department, rhythm }: OwnRoute,
  { news, hints }: Notes,
  { theme: themes }: Model,
  today: string,
) => {
  const wanted = plain(search.trim())
  return (control: Control): boolean => {
    if (theme !== undefined && control.theme !== theme) return false
    if (department !== undefined && !control.departments.includes(department)) return false
    if (rhythm !== undefined && control.rhythm !== rhythm) return false
    if (show === 'key' && !control.isKey) return false
    if (show === 'nowhere' && control.departments.length > 0) return false
    if (show === 'news' && !news.has(control.key)) return false
    if (show === 'hints' && !hints.has(control.key)) return false
    if (show === 'ended' && !isEnded(control, today)) return false
    if (wanted === '') return true
    const { name = '', nameEn = '' } = themes.value.get(control.theme) ?? {}
    return plain(
      [control.title, control.titleEn, control.goal, control.ownerRole, control.method, name, nameEn].join(
        ' ',
      ),
    ).includes(wanted)
  }
}

const Filters = ({ page, notes }: { readonly page: OwnRoute; readonly notes: Notes }) => {
  const { router, store } = useModel()
  const words = l().filters
  const swap = (changes: Partial<OwnRoute>): void => router.swap({ ...page, ...changes })
  const controls = store.controls.value
  const today = store.today.value
  // What there is nothing of is no choice, except while it is chosen.
  const isOffered = (show: OwnRoute['show']): boolean =>
    show === page.show ||
    (show === 'news'
      ? notes.news.size > 0
      : show === 'hints'
        ? notes.hints.size > 0
        : show === 'ended'
          ? controls.some((control) => isEnded(control, today))
          : true)
  return (
    <search class="work-filters">
      <Search label={words.search} value={page.search} onInput={(search) => swap({ search })} />
      <Segments
        label={words.show}
        options={OWN_SHOWS.filter(isOffered).map((show) => [show, words.shows[show]] as const)}
        chosen={page.show}
        onChoose={(show) => swap({ show })}
      />
      <Filter
        label={words.theme}
        value={page.theme ?? ''}
        options={[
          ['', words.everyTheme],
          ...store.themes.value.map((theme) => [theme.key, nameOf(theme)] as const),
        ]}
        onChoose={(theme) => swap({ theme: theme || undefined })}
      />
      <Filter
        label={words.department}
        value={page.department ?? ''}
        options={[
          ['', words.everywhere],
          ...store.departments.value.map((each) => [each.key, nameOf(each)] as const),
        ]}
        onChoose={(department) => swap({ department: department || undefined })}
      />
      <Filter<Rhythm | ''>
        label={words.rhythm}
        value={page.rhythm ?? ''}
        options={[['', words.any], ...RHYTHMS.map((each) => [each, t().rhythms[each]] as const)]}
        onChoose={(rhythm) => swap({ rhythm: rhythm || undefined })}
      />
    </search>
  )
}

const Table = ({ controls, notes }: { readonly controls: readonly Control[]; readonly notes: Notes }) => {
  const { theme } = useModel()
  const words = l().columns
  const themes = [...new Set(controls.map((control) => control.theme))]
  return (
    <table class="table controls-table">
      <thead>
        <tr>
          <th scope="col">{words.control}</th>
          <th scope="col">{words.rhythm}</th>
          <th scope="col">{words.next}</th>
          <th scope="col">{words.departments}</th>
        </tr>
      </thead>
      {themes.map((key) => (
        <tbody key={key}>
          <tr class="controls-theme">
            <th scope="rowgroup" colSpan={4}>
              {nameOf(theme.value.get(key) ?? { name: key })}
            </th>
          </tr>
          {controls
            .filter((control) => control.theme === key)
            .map((control) => (
              <Row key={control.key} control={control} notes={notes} />
            ))}
        </tbody>
      ))}
    </table>
  )
}

const Row = ({ control, notes }: { readonly control: Control; readonly notes: Notes }) => {
  const { store } = useModel()
  const words = l()
  const today = store.today.value
  const hint = notes.hints.get(control.key)
  const [next] = nextDays(control, today, 1)
  return (
    <tr
      class={isEnded(control, today) ? 'is-ended' : undefined}
      {...rowAt({ room: 'org', about: control.about })}
    >
      <th scope="row" data-label={words.columns.control}>
        <a href={controlHref(control.key)}>{titleOf(control)}</a>
        <span class="control-notes">
          {control.goal && <span class="quiet">{control.goal}</span>}
          {control.isKey && <span class="control-note is-key">{words.key}</span>}
          {notes.news.has(control.key) && (
            <span class="control-note">
              <Icon name="info" size="1em" />
              {words.newsTag}
            </span>
          )}
          {hint && (
            <span class="control-note">
              <Icon name="question" size="1em" />
              {words.hintTag(t().rhythms[hint.to])}
            </span>
          )}
        </span>
      </th>
      <td data-label={words.columns.rhythm}>{shortRhythm(control)}</td>
      <td data-label={words.columns.next}>
        {isEnded(control, today) && control.until ? (
          <span class="quiet">{words.endedOn(dayWords(control.until, today))}</span>
        ) : next ? (
          dayWords(next.due, today)
        ) : (
          <span class="quiet">{words.noNext}</span>
        )}
      </td>
      <td data-label={words.columns.departments}>
        <Departments control={control} />
      </td>
    </tr>
  )
}

/** By name where they are few. */
export const Departments = ({ control }: { readonly control: Control }) => {
  const { department, store } = useModel()
  const words = l()
  const names = control.departments.flatMap((key) => {
    const found = department.value.get(key)
    return found ? [nameOf(found)] : []
  })
  if (names.length === 0) return <span class="quiet">{words.nowhere}</span>
  if (names.length >= store.departments.value.length) return <>{words.every}</>
  if (names.length <= FEW) return <>{listOf(names)}</>
  return <span title={listOf(names)}>{words.departments(names.length)}</span>
}
