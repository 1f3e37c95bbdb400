/** Where one is in the risk register, as the part of the address after "#/risicos". Reading never fails. */
import type { BandKey } from '../../../shared/libraries/risk-matrix'
import { addressOf, keyOfWord, keyOfWordOrNone } from '../dashboard/address'

export const RISK_SHOWS = ['open', 'over', 'uncontrolled', 'unrated', 'closed', 'all'] as const
export type RiskShow = (typeof RISK_SHOWS)[number]
/** With which figures the matrix is drawn: before control, or after it. */
export const RISK_SIDES = ['residual', 'inherent'] as const
export type RiskSide = (typeof RISK_SIDES)[number]
export type Cell = { readonly likelihood: number; readonly impact: number }

export type RisksRoute = {
  readonly page: 'risks'
  readonly section: 'all'
  readonly show: RiskShow
  readonly side: RiskSide
  /** One cell of the matrix. */
  readonly cell: Cell | undefined
  readonly band: BandKey | undefined
  /** `WHOLE`: what concerns the whole organisation. */
  readonly department: string | undefined
  readonly theme: string | undefined
  readonly owner: string | undefined
  readonly search: string
}
export type RisksPage =
  | RisksRoute
  | { readonly page: 'risks'; readonly section: 'coverage'; readonly department: string | undefined }
  | { readonly page: 'risks'; readonly section: 'risk'; readonly risk: string }

export const ALL_RISKS: RisksRoute = {
  page: 'risks',
  section: 'all',
  show: 'open',
  side: 'residual',
  cell: undefined,
  band: undefined,
  department: undefined,
  theme: undefined,
  owner: undefined,
  search: '',
}
export const COVERAGE: RisksPage = { page: 'risks', section: 'coverage', department: undefined }

const SHOW_WORDS = {
  open: 'open',
  over: 'aanvaarding-verlopen',
  uncontrolled: 'zonder-controle',
  unrated: 'niet-gewaardeerd',
  closed: 'afgesloten',
  all: 'alle',
} as const
const SIDE_WORDS = { residual: 'met', inherent: 'zonder' } as const
const BAND_WORDS = { low: 'laag', moderate: 'matig', high: 'hoog', critical: 'kritiek' } as const
const COVERAGE_WORD = 'dekking'

/** @param parts what follows "risicos", already decoded */
export const parseRisks = ([first]: readonly string[], asked: URLSearchParams): RisksPage => {
  const department = asked.get('dienst') ?? undefined
  if (first === COVERAGE_WORD) return { page: 'risks', section: 'coverage', department }
  return {
    page: 'risks',
    section: 'all',
    show: keyOfWord(SHOW_WORDS, asked.get('welke'), ALL_RISKS.show),
    side: keyOfWord(SIDE_WORDS, asked.get('controles'), ALL_RISKS.side),
    cell: cellOf(asked.get('vak')),
    band: keyOfWordOrNone(BAND_WORDS, asked.get('band')),
    department,
    theme: asked.get('thema') ?? undefined,
    owner: asked.get('wie') ?? undefined,
    search: asked.get('zoek') ?? '',
  }
}

export const risksHref = (page: RisksPage): string => {
  switch (page.section) {
    case 'risk':
      return riskHref(page.risk)
    case 'coverage':
      return addressOf(['risicos', COVERAGE_WORD], { dienst: page.department })
    case 'all':
      return addressOf(['risicos'], {
        welke: page.show === ALL_RISKS.show ? undefined : SHOW_WORDS[page.show],
        controles: page.side === ALL_RISKS.side ? undefined : SIDE_WORDS[page.side],
        vak: page.cell && `${page.cell.likelihood}x${page.cell.impact}`,
        band: page.band && BAND_WORDS[page.band],
        dienst: page.department,
        thema: page.theme,
        wie: page.owner,
        zoek: page.search,
      })
  }
}

/** The page of one risk. @param key of the risk */
export const riskHref = (key: string): string => addressOf(['risico', key])

/** One word for the page, the same as long as one stays on it. */
export const placeOfRisks = (page: RisksPage): string =>
  page.section === 'risk' ? `risk/${page.risk}` : `risks/${page.section}`

const cellOf = (text: string | null): Cell | undefined => {
  const found = /^([1-5])x([1-5])$/.exec(text ?? '')
  return found ? { likelihood: Number(found[1]), impact: Number(found[2]) } : undefined
}
