/** Which of one's checks are shown, and in which groups. Pure. */
import type { Day } from '../../../shared/days'
import type { MyCheck } from '../../../shared/queries/my-work'
import type { Check } from '../../../shared/queries/schedule'
import { throughOf } from '../../../shared/queries/stand-ins'
import type { MineShow } from './route'

export const GROUPS = ['clash', 'late', 'today', 'soon', 'prepare'] as const
export type Group = (typeof GROUPS)[number]

export const groupOf = ({ clash, state }: Pick<Check, 'clash' | 'state'>): Group => {
  if (clash) return 'clash'
  if (state === 'late' || state === 'today' || state === 'soon') return state
  return 'prepare'
}

/** In one's name: it names who does it, me or whom I stand in for. */
export const isNamed = ({ check }: MyCheck): boolean => check.control.performers.length > 0

export const shownChecks = (all: readonly MyCheck[], show: MineShow): readonly MyCheck[] =>
  show === 'mine' ? all.filter(isNamed) : all

/** Answers that contradict each other are mine to settle too, whatever their state. */
export const clashing = (
  checks: readonly Check[],
  member: string,
  grants: Parameters<typeof throughOf>[2],
): readonly MyCheck[] =>
  checks.flatMap((check) => {
    const found = check.clash ? throughOf(check, member, grants) : undefined
    return found ? [{ check, ...found }] : []
  })

/** The counts of the sentence above the list: of each group, so that they add up to it. */
export const countsOf = (shown: readonly MyCheck[]): Readonly<Record<Group, number>> => {
  const count = (group: Group): number => shown.filter(({ check }) => groupOf(check) === group).length
  return {
    clash: count('clash'),
    late: count('late'),
    today: count('today'),
    soon: count('soon'),
    prepare: count('prepare'),
  }
}

/** The first check that opens later. */
export const nextOf = (checks: readonly Check[], today: Day): Check | undefined =>
  checks
    .filter(({ state, opens }) => state === 'later' && opens > today)
    .sort((a, b) => (a.opens < b.opens ? -1 : 1))[0]
