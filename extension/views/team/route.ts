/** Where one is with the management team, as the part of the address after "#/team". Reading never fails. */
import { addressOf } from '../dashboard/address'

export type TeamPage = { readonly page: 'team'; readonly section: 'all' }

export const TEAM: TeamPage = { page: 'team', section: 'all' }

/** @param _parts what follows "team", already decoded */
export const parseTeam = (_parts: readonly string[], _asked: URLSearchParams): TeamPage => TEAM

export const teamHref = (_page: TeamPage): string => addressOf(['team'])

/** One word for the page, the same as long as one stays on it. */
export const placeOfTeam = (page: TeamPage): string => `team/${page.section}`
