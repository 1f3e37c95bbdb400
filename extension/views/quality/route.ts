/** Where one is among the indicators, as the part of the address after "#/kwaliteit". Reading never fails. */
import type { Day } from '../../../shared/days'

export const GROUPINGS = ['perspective', 'caf', 'theme', 'objective', 'department', 'none'] as const
export type Grouping = (typeof GROUPINGS)[number]
export const SORTS = ['signal', 'target', 'stale', 'name'] as const
export type Sort = (typeof SORTS)[number]
export const SHOWS = ['all', 'signals', 'failing', 'stale'] as const
export type Show = (typeof SHOWS)[number]
export const LIBRARY_SECTIONS = ['own', 'library'] as const
export type LibrarySection = (typeof LIBRARY_SECTIONS)[number]

/** By what trouble is counted: checks, or the categories of an indicator. */
export const CAUSES = ['control', 'reason', 'theme', 'department', 'outcome', 'category'] as const
export type Cause = (typeof CAUSES)[number]
export const WINDOWS = ['year-back', 'this-year', 'last-year'] as const
export type CausesWindow = (typeof WINDOWS)[number]

export type ScorecardRoute = {
  readonly page: 'quality'
  readonly section: 'scorecard'
  readonly group: Grouping
  readonly sort: Sort
  readonly show: Show
  readonly department: string | undefined
  readonly search: string
  readonly asOf: Day | undefined
}
export type IndicatorRoute = {
  readonly page: 'quality'
  readonly section: 'indicator'
  readonly indicator: string
  /** `undefined`: all departments together, and beside each other. */
  readonly department: string | undefined
  readonly asOf: Day | undefined
}
export type CausesRoute = {
  readonly page: 'quality'
  readonly section: 'causes'
  readonly by: Cause
  /** Whose categories; the first that carries any when there is none. */
  readonly indicator: string | undefined
  readonly department: string | undefined
  readonly theme: string | undefined
  readonly window: CausesWindow
  /** The bar of which the lines are shown. */
  readonly bar: string | undefined
}
export type QualityPage =
  | ScorecardRoute
  | IndicatorRoute
  | CausesRoute
  | { readonly page: 'quality'; readonly section: 'entry'; readonly everyone: boolean }
  | { readonly page: 'quality'; readonly section: 'objectives' }
  | { readonly page: 'quality'; readonly section: 'library'; readonly part: LibrarySection }

export const SCORECARD: ScorecardRoute = {
  page: 'quality',
  section: 'scorecard',
  group: 'perspective',
  sort: 'signal',
  show: 'all',
  department: undefined,
  search: '',
  asOf: undefined,
}

export const CAUSES_PAGE: CausesRoute = {
  page: 'quality',
  section: 'causes',
  by: 'control',
  indicator: undefined,
  department: undefined,
  theme: undefined,
  window: 'year-back',
  bar: undefined,
}

const GROUP_WORDS = {
  perspective: 'perspectief',
  caf: 'caf',
  theme: 'thema',
  objective: 'doelstelling',
  department: 'dienst',
  none: 'niet',
} as const
const SORT_WORDS = { signal: 'signaal', target: 'doel', stale: 'ontbrekend', name: 'naam' } as const
const SHOW_WORDS = { all: 'alle', signals: 'signalen', failing: 'doel', stale: 'ontbrekend' } as const
const CAUSE_WORDS = {
  control: 'controle',
  reason: 'reden',
  theme: 'thema',
  department: 'dienst',
  outcome: 'uitkomst',
  category: 'categorie',
} as const
const WINDOW_WORDS = {
  'year-back': '12-maanden',
  'this-year': 'dit-jaar',
  'last-year': 'vorig-jaar',
} as const
const ENTRY = 'invullen'
const CAUSES_PART = 'oorzaken'
const OBJECTIVES = 'doelstellingen'
const LIBRARY = 'bibliotheek'
const ADOPT = 'overnemen'

/** @param parts what follows "kwaliteit", already decoded */
export const parseQuality = (parts: readonly string[], asked: URLSearchParams): QualityPage => {
  const [first, second] = parts
  const asOf = realDay(asked.get('op'))
  switch (first) {
    case undefined:
    case '':
      return {
        page: 'quality',
        section: 'scorecard',
        group: wordOf(GROUP_WORDS, asked.get('groep'), SCORECARD.group),
        sort: wordOf(SORT_WORDS, asked.get('volgorde'), SCORECARD.sort),
        show: wordOf(SHOW_WORDS, asked.get('tonen'), SCORECARD.show),
        department: asked.get('dienst') ?? undefined,
        search: asked.get('zoek') ?? '',
        asOf,
      }
    case ENTRY:
      return { page: 'quality', section: 'entry', everyone: asked.get('wie') === 'iedereen' }
    case CAUSES_PART:
      return {
        page: 'quality',
        section: 'causes',
        by: wordOf(CAUSE_WORDS, asked.get('wat'), CAUSES_PAGE.by),
        indicator: asked.get('indicator') ?? undefined,
        department: asked.get('dienst') ?? undefined,
        theme: asked.get('thema') ?? undefined,
        window: wordOf(WINDOW_WORDS, asked.get('periode'), CAUSES_PAGE.window),
        bar: asked.get('balk') ?? undefined,
      }
    case OBJECTIVES:
      return { page: 'quality', section: 'objectives' }
    case LIBRARY:
      return { page: 'quality', section: 'library', part: second === ADOPT ? 'library' : 'own' }
    default:
      return {
        page: 'quality',
        section: 'indicator',
        indicator: first,
        department: second || undefined,
        asOf,
      }
  }
}

/** The address of a page, to put in a link. */
export const qualityHref = (page: QualityPage): string => {
  switch (page.section) {
    case 'scorecard':
      return address('', {
        groep: page.group === SCORECARD.group ? undefined : GROUP_WORDS[page.group],
        volgorde: page.sort === SCORECARD.sort ? undefined : SORT_WORDS[page.sort],
        tonen: page.show === SCORECARD.show ? undefined : SHOW_WORDS[page.show],
        dienst: page.department,
        zoek: page.search === '' ? undefined : page.search,
        op: page.asOf,
      })
    case 'indicator': {
      const department = page.department === undefined ? '' : `/${encodeURIComponent(page.department)}`
      return address(`/${encodeURIComponent(page.indicator)}${department}`, { op: page.asOf })
    }
    case 'entry':
      return address(`/${ENTRY}`, { wie: page.everyone ? 'iedereen' : undefined })
    case 'causes':
      return address(`/${CAUSES_PART}`, {
        wat: page.by === CAUSES_PAGE.by ? undefined : CAUSE_WORDS[page.by],
        indicator: page.indicator,
        dienst: page.department,
        thema: page.theme,
        periode: page.window === CAUSES_PAGE.window ? undefined : WINDOW_WORDS[page.window],
        balk: page.bar,
      })
    case 'objectives':
      return address(`/${OBJECTIVES}`, {})
    case 'library':
      return address(page.part === 'library' ? `/${LIBRARY}/${ADOPT}` : `/${LIBRARY}`, {})
  }
}

/** The page of an indicator. */
export const indicatorHref = (indicator: string, department?: string, asOf?: Day): string =>
  qualityHref({ page: 'quality', section: 'indicator', indicator, department, asOf })

/** One word for the page, the same as long as one stays on it: filters and dates do not count. */
export const placeOfQuality = (page: QualityPage): string =>
  page.section === 'indicator'
    ? `quality/${page.indicator}/${page.department ?? ''}`
    : `quality/${page.section}`

const address = (path: string, asked: Readonly<Record<string, string | undefined>>): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value !== undefined) query.set(name, value)
  const text = query.toString()
  return `#/kwaliteit${path}${text === '' ? '' : `?${text}`}`
}

const wordOf = <K extends string>(words: Readonly<Record<K, string>>, word: unknown, fallback: K): K =>
  (Object.keys(words) as K[]).find((key) => words[key] === word) ?? fallback

/** "2026-02-30" looks like a day and is none. */
const realDay = (text: string | null): Day | undefined => {
  const at = text !== null && /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T12:00:00Z`) : Number.NaN
  return text !== null && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? text : undefined
}
