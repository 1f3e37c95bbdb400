/** Who stands in for somebody, now or later. Pure. */
import type { Day } from '../../../shared/days'
import type { Grant, Member } from '../../../shared/kinds/member'
import { type Check, mine } from '../../../shared/queries/schedule'

export type Deputy = { readonly deputy: string; readonly from: Day; readonly until: Day }

/** Those that are not over yet, the first first. */
export const standInsFor = (members: readonly Member[], absent: string, today: Day): readonly Deputy[] =>
  members
    .flatMap(({ key, standIns }) =>
      standIns
        .filter((each) => each.for === absent && each.until >= today)
        .map(({ from, until }) => ({ deputy: key, from, until })),
    )
    .sort((a, b) => (a.from < b.from ? -1 : 1))

/** The roles that pass on to who stands in. */
export const lentBy = (roles: readonly Grant[], today: Day): readonly Grant[] =>
  roles.filter(
    ({ role, until }) =>
      (role === 'manager' || role === 'contributor') && (until === undefined || until >= today),
  )

/** Controls in somebody's name that do not pass on to who stands in. */
export const keptBack = (checks: readonly Check[], absent: string, lent: readonly Grant[]): number =>
  new Set(
    checks
      .filter(({ control }) => control.performers.includes(absent))
      .filter((check) => !mine(check, absent, lent))
      .map(({ control }) => control.key),
  ).size
