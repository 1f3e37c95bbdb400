/** Verbs of the management team: meetings, points, proposals, agreements, deadlines. */
import type { Base } from './quality-base'
import type { Sayer } from './work-say'

export type TeamVerbs = Readonly<Record<never, never>>

export const teamVerbs = (_base: Base, _sayer: Sayer): TeamVerbs => ({})
