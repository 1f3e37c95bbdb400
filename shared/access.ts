/**
 * Who may enter a room, who may write in it, and what may be said there: the one answer, asked by the server to refuse
 * and by views to hide. It follows from `org` and the moment, and from nothing else. Table: docs/decisions, design section 3.
 */
import { dayOf } from './days'
import type { Folded } from './fold'
import { KINDS } from './kinds'
import { checkKey, yearOfPeriod } from './kinds/check'
import { department } from './kinds/department'
import { isSha256 } from './kinds/evidence'
import { livesIn, readRecord } from './kinds/kind'
import { type Grant, member, type Role } from './kinds/member'
import { reportKey } from './kinds/report'
import { type Round, round as roundKind } from './kinds/round'
import { year, yearAbout } from './kinds/year'
import type { Problem } from './protocol'
import type { Room } from './rooms'
import { digestOf, keyOf, kindOf, type Statement } from './statement'

/** The records of `org`, by subject. */
export type Org = { get(about: string): Folded | undefined }

/** Everything that is said of a subject. */
export type Said = (about: string) => readonly Statement[]

/** Whether a room exists. Rooms of kinds whose register is not in `org` exist for nobody. */
export const roomExists = (org: Org, room: Room): boolean => {
  switch (room.kind) {
    case 'org':
    case 'team':
    case 'complaints':
      return true
    case 'dept':
    case 'year':
      return hasDepartment(org, room.department)
    case 'text':
      return roomExists(org, room.room)
    case 'round':
      return roundIn(org, room.round)?.members.includes(room.member) ?? false
    case 'complaint':
      return false
  }
}

/** Whether a member may read a room now. */
export const mayEnter = (org: Org, memberId: string, room: Room, at: number): boolean => {
  const grants = grantsOf(org, memberId, at)
  if (grants === undefined) return false
  const has = hasRole(grants)
  switch (room.kind) {
    case 'org':
      return true
    case 'dept':
    case 'year':
      return has('director', 'coordinator', 'team', 'auditor') || isOf(grants, room.department)
    case 'team':
      return has('director', 'team', 'coordinator', 'auditor')
    case 'complaints':
      return has('director', 'coordinator', 'complaints', 'auditor')
    case 'complaint':
      return has('director', 'complaints')
    case 'round':
      return mayReadScores(roundIn(org, room.round), room.member, memberId, has)
    case 'text':
      return mayEnter(org, memberId, room.room, at)
  }
}

/** Whether a member may write in a room now. */
export const mayWrite = (org: Org, memberId: string, room: Room, at: number): boolean => {
  const grants = grantsOf(org, memberId, at)
  if (grants === undefined) return false
  const has = hasRole(grants)
  switch (room.kind) {
    case 'org':
      return has('director', 'coordinator')
    case 'year':
      if (isClosed(org, room.department, room.year)) return false
      return has('director', 'coordinator') || isOf(grants, room.department, 'manager', 'contributor')
    case 'dept':
      return has('director', 'coordinator') || isOf(grants, room.department, 'manager', 'contributor')
    case 'team':
      return has('director', 'team', 'coordinator')
    case 'complaints':
    case 'complaint':
      return has('director', 'complaints')
    case 'round':
      return isScorer(roundIn(org, room.round), room.member, memberId)
    case 'text':
      return mayWrite(org, memberId, room.room, at)
  }
}

/**
 * Why a member may not make a statement in a room that he or she may write in; `undefined` when it is fine.
 * Kinds that this version does not know pass: a newer device may write them, and older ones ignore them.
 * @param said what else is said of a subject, in the room or in the same update; asked for only where a rule needs it
 */
export const objection = (
  memberId: string,
  room: Room,
  statement: Statement,
  said: Said = () => [],
): string | undefined => {
  if (statement.by !== memberId) return 'bears another member'
  const kind = KINDS.get(kindOf(statement.about))
  if (kind && !livesIn(kind, room.kind)) return `a ${kind.name} does not belong in this room`
  if (kind?.name === 'measure') return objectionToVerifying(statement, said)
  if (kind?.name === 'report' || kind?.name === 'assessment') return objectionToFrozen(kind.name, statement)
  if (kind?.name === 'round') return objectionToRound(statement, said)
  if (kind?.name === 'evidence') return objectionToEvidence(statement, said)
  if (kind?.name === 'submission' && !keyOf(statement.about).endsWith(`/${memberId}`))
    return 'submits the scores of another'
  if (room.kind !== 'year' || (kind?.name !== 'check' && kind?.name !== 'measurement')) return undefined
  // A measurement is keyed as a check is: what is measured, and the period.
  const key = checkKey(keyOf(statement.about))
  if (!key || yearOfPeriod(key.period) !== room.year) return `a ${kind.name} of another year`
  return kind.name === 'check' ? objectionToReview(statement, said) : undefined
}

/**
 * Nobody judges what he did or said himself, nor in another's name. Judged, as with measures, by the statements of the
 * answer that the author says he saw; a judgement that names too few of them convinces no reader.
 */
const objectionToReview = (statement: Statement, said: Said): string | undefined => {
  const { about, set, by } = statement
  const isJudged = set.review === 'accepted' || set.review === 'returned'
  if (!isJudged && typeof set.reviewer !== 'string') return undefined
  const others = said(about).filter(({ id }) => id !== statement.id)
  if (isJudged && set.reviewer === by && sawAnAnswer(statement, others)) return undefined
  // Undone is not done anew: what somebody judged is put back.
  const isPutBack = others.some(
    (each) =>
      each.set.reviewer === each.by &&
      each.set.reviewer === (set.reviewer ?? each.by) &&
      each.set.review === (set.review ?? each.set.review) &&
      sawAnAnswer(each, others),
  )
  if (isPutBack) return undefined
  return set.reviewer === undefined || set.reviewer === by
    ? 'reviews his own check, or nobody’s'
    : 'reviews in another’s name'
}

const sawAnAnswer = ({ by, over }: Statement, others: readonly Statement[]): boolean => {
  const named = new Set(over?.reviewedFor)
  const answers = others.filter(({ id, set }) => named.has(id) && ('outcome' in set || 'performer' in set))
  return answers.length > 0 && answers.every((each) => each.by !== by && each.set.performer !== by)
}

/** Scoring is not opened again by who saw it closed: the group has read the scores by then. */
const objectionToRound = ({ about, set, over }: Statement, said: Said): string | undefined => {
  if (set.state !== 'preparing' && set.state !== 'scoring') return undefined
  const seen = new Set(over?.state)
  const closed = said(about).some((each) => seen.has(each.id) && isClosing(each))
  return closed ? 'opens scoring again' : undefined
}

const isClosing = ({ set }: Statement): boolean => set.state === 'consensus' || set.state === 'validated'

/** The bytes of a piece of evidence are named once and never become others. */
const objectionToEvidence = ({ id, about, set }: Statement, said: Said): string | undefined => {
  for (const field of ['sha256', 'picture'] as const) {
    const value = set[field]
    if (value === undefined || value === null) continue
    if (!isSha256(value)) return 'evidence without a SHA-256'
    const other = said(about).some(
      (each) => each.id !== id && isSha256(each.set[field]) && each.set[field] !== value,
    )
    if (other) return 'evidence with other bytes'
  }
  return undefined
}

/**
 * Nobody verifies his own work, nor in another's name. Judged by the statements about the owner that the author says he
 * saw, so that nobody is refused for what was said while he was away; whoever names old ones convinces nobody, since
 * readers do not count what an owner verified.
 */
const objectionToVerifying = (statement: Statement, said: Said): string | undefined => {
  const { about, set, by } = statement
  if (typeof set.verifiedBy !== 'string') return undefined
  if (set.owner === set.verifiedBy) return 'verifies his own measure'
  const others = said(about).filter(({ id }) => id !== statement.id)
  if (set.verifiedBy === by && sawAnOwner(statement, others)) return undefined
  // Undone is not done anew: what somebody verified is put back.
  const isPutBack = others.some(
    (each) => each.by === set.verifiedBy && each.set.verifiedBy === each.by && sawAnOwner(each, others),
  )
  if (isPutBack) return undefined
  return set.verifiedBy === by ? 'verifies his own measure, or nobody’s' : 'verifies in another’s name'
}

const sawAnOwner = ({ by, set, over }: Statement, others: readonly Statement[]): boolean => {
  const named = new Set(over?.verifiedFor)
  const owners = others.filter(({ id, set }) => named.has(id) && typeof set.owner === 'string')
  return (
    owners.length > 0 &&
    owners.every((each) => each.set.owner !== by) &&
    owners.some((each) => each.set.owner === set.verifiedFor)
  )
}

/** A report or an assessment is said whole and once, and its hash is that of what it says. */
const objectionToFrozen = (name: string, { about, set, over }: Statement): string | undefined => {
  if (over !== undefined) return `a ${name} is never changed`
  if (reportKey(keyOf(about)) === undefined) return `a ${name} without a version`
  if (set.content === undefined || set.content === null) return `a ${name} without content`
  return set.hash === digestOf(set.content) ? undefined : `a ${name} with another hash`
}

/** Why a member may not be in a room, as the code of a refusal; `undefined` when welcome. Existence comes before rights. */
export const refusalAtDoor = (
  org: Org,
  memberId: string,
  room: Room | undefined,
  at: number,
): Problem | undefined => {
  if (room === undefined) return 'no-such-room'
  // Whether a complaint or somebody's scores exist is itself not for everyone.
  const secret = room.kind === 'complaint' || room.kind === 'round'
  if (secret && !mayEnter(org, memberId, room, at)) return 'not-for-you'
  if (!roomExists(org, room)) return 'no-such-room'
  return mayEnter(org, memberId, room, at) ? undefined : 'not-for-you'
}

/** Whether a department's year has been closed. */
export const isClosed = (org: Org, departmentId: string, calendarYear: number): boolean => {
  const folded = org.get(yearAbout(departmentId, calendarYear))
  return folded !== undefined && readRecord(year, folded).closed
}

/**
 * The grants of a member that hold at a moment, with those of whom he stands in for; `undefined` when there is no such
 * member.
 */
export const grantsOf = (org: Org, memberId: string, at: number): readonly Grant[] | undefined => {
  const own = readMember(org, memberId)
  if (!own) return undefined
  const today = dayOf(at)
  const valid = own.roles.filter(holds(today))
  // Someone all of whose roles have ended is nobody: an auditor whose term is over reads nothing, not even `org`.
  if (own.roles.length > 0 && valid.length === 0) return undefined
  const standsFor = own.standIns.filter(({ from, until }) => from <= today && today <= until)
  return standsFor.length === 0
    ? valid
    : [...valid, ...standsFor.flatMap((each) => lent(org, each.for, today))]
}

/** Standing in lends the work of a department, never what somebody may do in the whole organisation; and no further. */
const lent = (org: Org, absent: string, today: string): Grant[] =>
  (readMember(org, absent)?.roles ?? [])
    .filter(({ role }) => role === 'manager' || role === 'contributor')
    .filter(holds(today))
    .map((grant) => ({ ...grant, for: absent }))

const holds =
  (today: string) =>
  ({ until }: Grant): boolean =>
    until === undefined || today <= until

const readMember = (org: Org, memberId: string) => {
  const folded = org.get(`member:${memberId}`)
  const record = folded && readRecord(member, folded)
  return record?.gone ? undefined : record
}

const roundIn = (org: Org, key: string): Round | undefined => {
  const folded = org.get(`round:${key}`)
  const record = folded && readRecord(roundKind, folded)
  return record?.gone ? undefined : record
}

const isScorer = (round: Round | undefined, author: string, memberId: string): boolean =>
  round !== undefined &&
  round.state === 'scoring' &&
  !round.clashes.includes('state') &&
  author === memberId &&
  round.members.includes(memberId)

/** Blind until scoring is closed: nobody reads another's scores, whatever his role. Then the group talks about them. */
const mayReadScores = (
  round: Round | undefined,
  author: string,
  memberId: string,
  has: ReturnType<typeof hasRole>,
): boolean => {
  if (!round?.members.includes(author)) return false
  if (author === memberId) return true
  if (round.state === 'preparing' || round.state === 'scoring' || round.clashes.includes('state'))
    return false
  const isOfRound = round.members.includes(memberId) || round.reader === memberId
  return isOfRound || has('director', 'coordinator') || (round.state === 'validated' && has('auditor'))
}

const hasDepartment = (org: Org, id: string): boolean => {
  const folded = org.get(`department:${id}`)
  return folded !== undefined && !readRecord(department, folded).gone
}

const hasRole =
  (grants: readonly Grant[]) =>
  (...roles: Role[]): boolean =>
    grants.some(({ role }) => roles.includes(role))

const isOf = (grants: readonly Grant[], departmentId: string, ...roles: Role[]): boolean =>
  grants.some(
    (grant) => grant.departments.includes(departmentId) && (roles.length === 0 || roles.includes(grant.role)),
  )
