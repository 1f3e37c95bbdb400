/** Who stands in for somebody, now or later. Pure. */
import type { Day } from '../../../shared/days'
import type { Member } from '../../../shared/kinds/member'

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
