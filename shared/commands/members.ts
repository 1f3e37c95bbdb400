/** People: add one, change name, function or roles, remove one. Never leaves the organisation without a director. */
import { dayOf } from '../days'
import type { Folded } from '../fold'
import { readRecord } from '../kinds/kind'
import { type Grant, member, type StandIn } from '../kinds/member'
import type { Statement } from '../statement'
import { add, type Changes, change, remove } from './change'
import type { Author, Seen } from './say'

export type MemberInput = { readonly name: string; readonly title: string; readonly roles: readonly Grant[] }

/** The records of `org`: whoever changes a member must see whether a director remains. */
export type SeenOrg = Seen & { all(): Iterable<Folded> }

/** Why a member may not be changed in this way. */
export type MemberObjection = 'last-director'

/** Adds a member. @param key `[a-z0-9][a-z0-9.-]{0,63}`, see keyFrom */
export const addMember = (seen: Seen, key: string, input: MemberInput, author: Author): Statement[] =>
  add(seen, member, key, input, author)

/** Changes what is given. @returns none when nothing changes, or when {@link objectionToMember} has one */
export const changeMember = (
  seen: SeenOrg,
  key: string,
  changes: Changes<typeof member>,
  author: Author,
): Statement[] =>
  changes.roles !== undefined && objectionToMember(seen, key, changes.roles ?? [], author.at)
    ? []
    : change(seen, member, key, changes, author)

/** Removes a member. @returns none when {@link objectionToMember} has one */
export const removeMember = (seen: SeenOrg, key: string, author: Author): Statement[] =>
  objectionToMember(seen, key, [], author.at) ? [] : remove(seen, member, key, author)

/**
 * Why a member may not be left with these roles; `undefined` when it is fine. Without a director nobody could give
 * anyone a right again. @param roles none: as if the member were removed
 */
export const objectionToMember = (
  seen: SeenOrg,
  key: string,
  roles: readonly Grant[],
  at: number,
): MemberObjection | undefined => {
  const today = dayOf(at)
  if (directs(roles, today) || !directs(rolesOf(seen.get(`member:${key}`)), today)) return undefined
  for (const folded of seen.all()) {
    if (!folded.about.startsWith('member:') || folded.about === `member:${key}`) continue
    if (directs(rolesOf(folded), today)) return undefined
  }
  return 'last-director'
}

// Standing in

/**
 * Says that a member stands in for another, from a day to a day; for the same one and the same beginning it replaces what
 * was said. Said of who stands in, since his rights follow from it.
 */
export const standIn = (seen: Seen, deputy: string, input: StandIn, author: Author): Statement[] => {
  if (objectionToStandIn(seen, deputy, input)) return []
  const others = standInsIn(seen, deputy).filter((each) => !isSame(each, input))
  return change(seen, member, deputy, { standIns: [...others, input] }, author)
}

export const objectionToStandIn = (
  seen: Seen,
  deputy: string,
  { for: absent, from, until }: StandIn,
): 'no-such-member' | 'himself' | 'day-missing' | 'until-before-from' | undefined => {
  if (!seen.get(`member:${deputy}`) || !seen.get(`member:${absent}`)) return 'no-such-member'
  if (deputy === absent) return 'himself'
  if (!isDay(from) || !isDay(until)) return 'day-missing'
  return until < from ? 'until-before-from' : undefined
}

export const endStandIn = (
  seen: Seen,
  deputy: string,
  ended: Pick<StandIn, 'for' | 'from'>,
  author: Author,
): Statement[] => {
  const now = standInsIn(seen, deputy)
  const left = now.filter((each) => !isSame(each, ended))
  return left.length === now.length ? [] : change(seen, member, deputy, { standIns: left }, author)
}

const isSame = (a: Pick<StandIn, 'for' | 'from'>, b: Pick<StandIn, 'for' | 'from'>): boolean =>
  a.for === b.for && a.from === b.from
const isDay = (day: string): boolean => /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day))
const standInsIn = (seen: Seen, deputy: string): readonly StandIn[] => {
  const folded = seen.get(`member:${deputy}`)
  return folded ? readRecord(member, folded).standIns : []
}

const directs = (roles: readonly Grant[], today: string): boolean =>
  roles.some(({ role, until }) => role === 'director' && (until === undefined || until >= today))

const rolesOf = (folded: Folded | undefined): readonly Grant[] => {
  if (!folded) return []
  const { gone, roles } = readRecord(member, folded)
  return gone ? [] : roles
}
