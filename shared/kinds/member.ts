/** A person of the organisation and what he or she may do. */
import { isKey } from '../statement'
import { dayOrNone, defineKind, objectOrNone, type Reader, type RecordOf, text, texts } from './kind'

/** The roles of design section 3. `manager` and `contributor` are roles in named departments. */
export const ROLES = [
  'director',
  'coordinator',
  'team',
  'manager',
  'contributor',
  'complaints',
  'auditor',
  'reader',
] as const
export type Role = (typeof ROLES)[number]

/** One role, where it holds (for roles of departments) and until which day (inclusive, "2026-12-31"). */
export type Grant = {
  readonly role: Role
  readonly departments: readonly string[]
  readonly until: string | undefined
  /** It holds because its bearer stands in for this member. */
  readonly for?: string
}

/** Whom a member stands in for, from a day to a day, both included. */
export type StandIn = { readonly for: string; readonly from: string; readonly until: string }

const grants: Reader<readonly Grant[]> = (value) =>
  Array.isArray(value) ? value.map(grant).filter((each): each is Grant => each !== undefined) : []

const grant = (value: unknown): Grant | undefined => {
  const object = objectOrNone(value)
  const role = ROLES.find((word) => word === object?.role)
  if (!object || !role) return undefined
  return { role, departments: texts(object.departments).filter(isKey), until: dayOrNone(object.until) }
}

const standIns: Reader<readonly StandIn[]> = (value) =>
  Array.isArray(value) ? value.map(standIn).filter((each): each is StandIn => each !== undefined) : []

const standIn = (value: unknown): StandIn | undefined => {
  const object = objectOrNone(value)
  const [from, until] = [dayOrNone(object?.from), dayOrNone(object?.until)]
  return object && isKey(object.for) && from && until ? { for: object.for, from, until } : undefined
}

export const member = defineKind('member', 'org', {
  name: text,
  /** The name of the function, as people know it: "Diensthoofd burgerzaken". */
  title: text,
  /** One field, so that two people who change someone's roles while apart see a clash. */
  roles: grants,
  /** Said of the one who stands in, because his rights follow from it. */
  standIns,
})
export type Member = RecordOf<typeof member>
