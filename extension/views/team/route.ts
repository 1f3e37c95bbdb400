/** Where one is with the management team, as the part of the address after "#/team". Reading never fails. */
import { addressOf } from '../dashboard/address'

export const TEAM_SECTIONS = ['meetings', 'proposals', 'deadlines', 'agreements'] as const
export type TeamSection = (typeof TEAM_SECTIONS)[number]

export type MeetingRoute = {
  readonly page: 'team'
  readonly section: 'meeting'
  readonly meeting: string
  readonly part: 'agenda' | 'screen' | 'report'
  /** Of the report; the newest where there is none. */
  readonly version: number | undefined
}
export type TeamPage = { readonly page: 'team'; readonly section: TeamSection } | MeetingRoute

export const TEAM: TeamPage = { page: 'team', section: 'meetings' }

const SECTION_WORDS = { proposals: 'voorstellen', deadlines: 'termijnen', agreements: 'afspraken' } as const
const PART_WORDS = { screen: 'scherm', report: 'verslag' } as const

/** @param parts what follows "team", already decoded */
export const parseTeam = ([first, second]: readonly string[], asked: URLSearchParams): TeamPage => {
  if (!first) return TEAM
  const section = keyOf(SECTION_WORDS, first)
  if (section) return { page: 'team', section }
  const version = Number(asked.get('versie'))
  return {
    page: 'team',
    section: 'meeting',
    meeting: first,
    part: keyOf(PART_WORDS, second) ?? 'agenda',
    version: Number.isInteger(version) && version > 0 ? version : undefined,
  }
}

export const teamHref = (page: TeamPage): string => {
  if (page.section === 'meetings') return addressOf(['team'])
  if (page.section !== 'meeting') return addressOf(['team', SECTION_WORDS[page.section]])
  const part = page.part === 'agenda' ? [] : [PART_WORDS[page.part]]
  return addressOf(['team', page.meeting, ...part], { versie: page.version?.toString() })
}

/** The page of a meeting. */
export const meetingHref = (
  meeting: string,
  part: MeetingRoute['part'] = 'agenda',
  version?: number,
): string => teamHref({ page: 'team', section: 'meeting', meeting, part, version })

/** One word for the page, the same as long as one stays on it. */
export const placeOfTeam = (page: TeamPage): string =>
  page.section === 'meeting' ? `team/${page.meeting}/${page.part}` : `team/${page.section}`

const keyOf = <K extends string>(
  words: Readonly<Record<K, string>>,
  word: string | undefined,
): K | undefined => (Object.keys(words) as K[]).find((key) => words[key] === word)
