/** Where one is among the measures, as the part of the address after "#/maatregelen". Reading never fails. */
import type { Horizon, Priority } from '../../../shared/kinds/measure'
import { addressOf, keyOfWord, keyOfWordOrNone } from '../dashboard/address'
import { HORIZON_WORDS } from '../plans/route'

export const MEASURE_SHOWS = [
  'open',
  'late',
  'blocked',
  'asked',
  'slipped',
  'proposed',
  'verify',
  'stopped',
  'all',
] as const
export type MeasureShow = (typeof MEASURE_SHOWS)[number]
export const MEASURE_GROUPS = ['none', 'owner', 'department', 'horizon', 'status'] as const
export type MeasureGroup = (typeof MEASURE_GROUPS)[number]

export type MeasuresRoute = {
  readonly page: 'measures'
  readonly section: 'all'
  readonly show: MeasureShow
  readonly group: MeasureGroup
  readonly owner: string | undefined
  readonly department: string | undefined
  readonly horizon: Horizon | undefined
  readonly priority: Priority | undefined
  readonly search: string
}
export type MeasuresPage =
  | MeasuresRoute
  /** `half`: "2026-H1"; the one that runs where there is none. */
  | { readonly page: 'measures'; readonly section: 'half-year'; readonly half: string | undefined }
  | { readonly page: 'measures'; readonly section: 'bin' }

/** One measure, over whatever page one is on. */
export type MeasureSheetRoute = { readonly sheet: 'measure'; readonly measure: string }

export const ALL_MEASURES: MeasuresRoute = {
  page: 'measures',
  section: 'all',
  show: 'open',
  group: 'none',
  owner: undefined,
  department: undefined,
  horizon: undefined,
  priority: undefined,
  search: '',
}

const SHOW_WORDS = {
  open: 'open',
  late: 'te-laat',
  blocked: 'geblokkeerd',
  asked: 'gevraagd',
  slipped: 'verschoven',
  proposed: 'voorgesteld',
  verify: 'na-te-zien',
  stopped: 'stopgezet',
  all: 'alle',
} as const
const GROUP_WORDS = {
  none: 'niet',
  owner: 'wie',
  department: 'dienst',
  horizon: 'termijn',
  status: 'stand',
} as const
const PRIORITY_WORDS = { high: 'hoog', medium: 'gewoon', low: 'laag' } as const
const HALF_YEAR = 'halfjaar'
const BIN = 'prullenbak'

/** @param parts what follows "maatregelen", already decoded */
export const parseMeasures = ([first]: readonly string[], asked: URLSearchParams): MeasuresPage => {
  if (first === HALF_YEAR) return { page: 'measures', section: 'half-year', half: realHalf(asked.get('van')) }
  if (first === BIN) return { page: 'measures', section: 'bin' }
  return {
    page: 'measures',
    section: 'all',
    show: keyOfWord(SHOW_WORDS, asked.get('welke'), ALL_MEASURES.show),
    group: keyOfWord(GROUP_WORDS, asked.get('groep'), ALL_MEASURES.group),
    owner: asked.get('wie') ?? undefined,
    department: asked.get('dienst') ?? undefined,
    horizon: keyOfWordOrNone(HORIZON_WORDS, asked.get('termijn')),
    priority: keyOfWordOrNone(PRIORITY_WORDS, asked.get('voorrang')),
    search: asked.get('zoek') ?? '',
  }
}

export const measuresHref = (page: MeasuresPage): string => {
  switch (page.section) {
    case 'half-year':
      return addressOf(['maatregelen', HALF_YEAR], { van: page.half })
    case 'bin':
      return addressOf(['maatregelen', BIN])
    case 'all':
      return addressOf(['maatregelen'], {
        welke: page.show === ALL_MEASURES.show ? undefined : SHOW_WORDS[page.show],
        groep: page.group === ALL_MEASURES.group ? undefined : GROUP_WORDS[page.group],
        wie: page.owner,
        dienst: page.department,
        termijn: page.horizon && HORIZON_WORDS[page.horizon],
        voorrang: page.priority && PRIORITY_WORDS[page.priority],
        zoek: page.search,
      })
  }
}

/** One measure, over the page one is on. @param about "measure:<key>" */
export const measureHref = (about: string): string =>
  measureSheetHref({ sheet: 'measure', measure: about.slice(about.indexOf(':') + 1) })

export const measureSheetHref = ({ measure }: MeasureSheetRoute): string => addressOf(['maatregel', measure])

/** One word for the page, the same as long as one stays on it. */
export const placeOfMeasures = (page: MeasuresPage): string => `measures/${page.section}`

const realHalf = (text: string | null): string | undefined =>
  text !== null && /^20\d\d-H[12]$/.test(text) ? text : undefined
