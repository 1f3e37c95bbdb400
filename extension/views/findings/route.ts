/** Where one is among the findings, as the part of the address after "#/bevindingen" or "#/bevinding". Reading never fails. */
import type { Severity } from '../../../shared/kinds/finding'
import { addressOf, keyOfWord, keyOfWordOrNone } from '../dashboard/address'

export const FINDING_SHOWS = [
  'open',
  'cause',
  'measure',
  'doing',
  'effect',
  'shown',
  'closed',
  'lost',
  'all',
] as const
export type FindingShow = (typeof FINDING_SHOWS)[number]

export type FindingsRoute = {
  readonly page: 'findings'
  readonly section: 'all'
  readonly show: FindingShow
  readonly department: string | undefined
  readonly severity: Severity | undefined
  readonly owner: string | undefined
  readonly search: string
}
/** `finding`: its key, "bur/c065/2026-11". */
export type FindingRoute = {
  readonly page: 'findings'
  readonly section: 'finding'
  readonly finding: string
}
export type FindingsPage = FindingsRoute | FindingRoute

export const ALL_FINDINGS: FindingsRoute = {
  page: 'findings',
  section: 'all',
  show: 'open',
  department: undefined,
  severity: undefined,
  owner: undefined,
  search: '',
}

const SHOW_WORDS = {
  open: 'open',
  cause: 'oorzaak',
  measure: 'maatregel',
  doing: 'uitvoering',
  effect: 'effect',
  shown: 'klaar',
  closed: 'afgesloten',
  lost: 'effect-weg',
  all: 'alle',
} as const
const SEVERITY_WORDS = { low: 'laag', moderate: 'matig', high: 'hoog', critical: 'kritiek' } as const

export const parseFindings = (asked: URLSearchParams): FindingsRoute => ({
  page: 'findings',
  section: 'all',
  show: keyOfWord(SHOW_WORDS, asked.get('welke'), ALL_FINDINGS.show),
  department: asked.get('dienst') ?? undefined,
  severity: keyOfWordOrNone(SEVERITY_WORDS, asked.get('ernst')),
  owner: asked.get('wie') ?? undefined,
  search: asked.get('zoek') ?? '',
})

/** @param parts what follows "bevinding", already decoded */
export const parseFinding = (parts: readonly string[], asked: URLSearchParams): FindingsPage => {
  const finding = parts.filter((part) => part !== '').join('/')
  return finding === '' ? parseFindings(asked) : { page: 'findings', section: 'finding', finding }
}

export const findingsHref = (page: FindingsPage): string =>
  page.section === 'finding'
    ? addressOf(['bevinding', ...page.finding.split('/')])
    : addressOf(['bevindingen'], {
        welke: page.show === ALL_FINDINGS.show ? undefined : SHOW_WORDS[page.show],
        dienst: page.department,
        ernst: page.severity && SEVERITY_WORDS[page.severity],
        wie: page.owner,
        zoek: page.search,
      })

/** The page of a finding. @param about "finding:<key>" */
export const findingHref = (about: string): string =>
  findingsHref({ page: 'findings', section: 'finding', finding: about.slice(about.indexOf(':') + 1) })

/** One word for the page, the same as long as one stays on it: filters do not count. */
export const placeOfFindings = (page: FindingsPage): string =>
  page.section === 'finding' ? `findings/${page.finding}` : 'findings'
