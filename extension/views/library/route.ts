/** Where one is in the control library, as the part of the address after "#/controles". Reading never fails. */
import type { Rhythm } from '../../../shared/kinds/control'
import { addressOf, keyOfWord, keyOfWordOrNone } from '../dashboard/address'

export const OWN_SHOWS = ['all', 'key', 'nowhere', 'news', 'hints', 'ended'] as const
export type OwnShow = (typeof OWN_SHOWS)[number]
export const COVERAGE_SHOWS = ['all', 'open'] as const
export type CoverageShow = (typeof COVERAGE_SHOWS)[number]
export const YEAR_COLUMNS = ['month', 'week'] as const
export type YearColumns = (typeof YEAR_COLUMNS)[number]

export type OwnRoute = {
  readonly page: 'controls'
  readonly section: 'own'
  readonly show: OwnShow
  readonly search: string
  readonly theme: string | undefined
  readonly department: string | undefined
  readonly rhythm: Rhythm | undefined
}
export type LibrariesRoute = {
  readonly page: 'controls'
  readonly section: 'libraries'
  /** Id of a framework; "controls" for the controls themselves. */
  readonly library: string
}
export type CoverageRoute = {
  readonly page: 'controls'
  readonly section: 'coverage'
  readonly framework: string
  readonly show: CoverageShow
}
export type YearRoute = {
  readonly page: 'controls'
  readonly section: 'year'
  readonly year: number | undefined
  readonly columns: YearColumns
  readonly department: string | undefined
  readonly theme: string | undefined
}
export type ControlsPage =
  | OwnRoute
  | LibrariesRoute
  | CoverageRoute
  | YearRoute
  | { readonly page: 'controls'; readonly section: 'spreadsheet' }
  | { readonly page: 'controls'; readonly section: 'control'; readonly control: string }

export const ALL_CONTROLS: OwnRoute = {
  page: 'controls',
  section: 'own',
  show: 'all',
  search: '',
  theme: undefined,
  department: undefined,
  rhythm: undefined,
}
export const LIBRARIES: LibrariesRoute = { page: 'controls', section: 'libraries', library: 'controls' }
export const COVERAGE: CoverageRoute = {
  page: 'controls',
  section: 'coverage',
  framework: 'leidraad',
  show: 'all',
}
export const WHOLE_YEAR: YearRoute = {
  page: 'controls',
  section: 'year',
  year: undefined,
  columns: 'month',
  department: undefined,
  theme: undefined,
}
export const SPREADSHEET = { page: 'controls', section: 'spreadsheet' } as const

const SHOW_WORDS = {
  all: 'alle',
  key: 'sleutel',
  nowhere: 'zonder-dienst',
  news: 'nieuwe-tekst',
  hints: 'ritme',
  ended: 'beeindigd',
} as const
const RHYTHM_WORDS = {
  weekly: 'week',
  monthly: 'maand',
  quarterly: 'kwartaal',
  'half-yearly': 'halfjaar',
  yearly: 'jaar',
} as const
const COVERAGE_WORDS = { all: 'alle', open: 'zonder' } as const
const COLUMN_WORDS = { month: 'maand', week: 'week' } as const
// No key of a control is one of these: it ends in a hyphen and four characters, or is "c" and a number.
const PLACES = {
  libraries: 'bibliotheken',
  coverage: 'dekking',
  year: 'jaar',
  spreadsheet: 'inlezen',
} as const

/** @param parts what follows "controles", already decoded */
export const parseControls = ([first]: readonly string[], asked: URLSearchParams): ControlsPage => {
  const theme = asked.get('thema') ?? undefined
  const department = asked.get('dienst') ?? undefined
  switch (first) {
    case PLACES.libraries:
      return { page: 'controls', section: 'libraries', library: asked.get('welke') ?? LIBRARIES.library }
    case PLACES.coverage:
      return {
        page: 'controls',
        section: 'coverage',
        framework: asked.get('kader') ?? COVERAGE.framework,
        show: keyOfWord(COVERAGE_WORDS, asked.get('toon'), COVERAGE.show),
      }
    case PLACES.year:
      return {
        page: 'controls',
        section: 'year',
        year: yearOf(asked.get('jaar')),
        columns: keyOfWord(COLUMN_WORDS, asked.get('per'), WHOLE_YEAR.columns),
        department,
        theme,
      }
    case PLACES.spreadsheet:
      return SPREADSHEET
    case undefined:
    case '':
      return {
        page: 'controls',
        section: 'own',
        show: keyOfWord(SHOW_WORDS, asked.get('welke'), ALL_CONTROLS.show),
        search: asked.get('zoek') ?? '',
        theme,
        department,
        rhythm: keyOfWordOrNone(RHYTHM_WORDS, asked.get('ritme')),
      }
    default:
      return { page: 'controls', section: 'control', control: first }
  }
}

export const controlsHref = (page: ControlsPage): string => {
  switch (page.section) {
    case 'own':
      return addressOf(['controles'], {
        welke: page.show === ALL_CONTROLS.show ? undefined : SHOW_WORDS[page.show],
        thema: page.theme,
        dienst: page.department,
        ritme: page.rhythm && RHYTHM_WORDS[page.rhythm],
        zoek: page.search,
      })
    case 'libraries':
      return addressOf(['controles', PLACES.libraries], {
        welke: page.library === LIBRARIES.library ? undefined : page.library,
      })
    case 'coverage':
      return addressOf(['controles', PLACES.coverage], {
        kader: page.framework === COVERAGE.framework ? undefined : page.framework,
        toon: page.show === COVERAGE.show ? undefined : COVERAGE_WORDS[page.show],
      })
    case 'year':
      return addressOf(['controles', PLACES.year], {
        jaar: page.year?.toString(),
        per: page.columns === WHOLE_YEAR.columns ? undefined : COLUMN_WORDS[page.columns],
        dienst: page.department,
        thema: page.theme,
      })
    case 'spreadsheet':
      return addressOf(['controles', PLACES.spreadsheet])
    case 'control':
      return controlHref(page.control)
  }
}

/** One control of the library. */
export const controlHref = (key: string): string => addressOf(['controles', key])

/** One word for the page, the same as long as one stays on it. */
export const placeOfControls = (page: ControlsPage): string =>
  `controls/${page.section === 'control' ? page.control : page.section}`

const yearOf = (text: string | null): number | undefined =>
  text !== null && /^20\d\d$/.test(text) ? Number(text) : undefined
