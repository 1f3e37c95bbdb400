/** How checks come to a member: by name, by department, or because somebody is away; and who stands in for whom. */
import type { Day } from '../days'
import { readRecord } from '../kinds/kind'
import { type Grant, member as memberKind, type StandIn } from '../kinds/member'
import { foldedOf } from './ground'
import { type Check, mine, type Records } from './schedule'

/** me: I am named. department: nobody is, and I work there. stand-in: for somebody who is away. */
export type Through = 'me' | 'department' | 'stand-in'

/** How a check comes to a member; `undefined` when it is not his. */
export const throughOf = (
  check: Check,
  member: string,
  grants: readonly Grant[],
): { readonly through: Through; readonly for?: string } | undefined => {
  const own = grants.filter((grant) => grant.for === undefined)
  if (mine(check, member, own))
    return { through: check.control.performers.includes(member) ? 'me' : 'department' }
  for (const absent of new Set(grants.flatMap((grant) => grant.for ?? []))) {
    const lent = grants.filter((grant) => grant.for === absent)
    if (mine(check, absent, lent)) return { through: 'stand-in', for: absent }
  }
  return undefined
}

/** For whom a member stands in on a day. @param org the records of `org` */
export const standInsOf = (org: Records | undefined, member: string, today: Day): readonly StandIn[] => {
  const folded = org?.get(`member:${member}`)
  const { gone, standIns } = folded ? readRecord(memberKind, folded) : { gone: true, standIns: [] }
  return gone ? [] : standIns.filter((each) => isOn(each, today))
}

/** Who stands in for a member on a day. */
export const deputiesOf = (org: Records | undefined, absent: string, today: Day): string[] =>
  foldedOf(org, 'member')
    .map((folded) => readRecord(memberKind, folded))
    .filter(
      ({ gone, standIns }) => !gone && standIns.some((each) => each.for === absent && isOn(each, today)),
    )
    .map(({ key }) => key)

const isOn = ({ from, until }: StandIn, today: Day): boolean => from <= today && today <= until
