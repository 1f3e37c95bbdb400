/** Roles in words, and what a form may not leave empty. */
import type { Day } from '../../../../shared/days'
import type { Grant, Member, Role } from '../../../../shared/kinds/member'
import { t } from '../../../text'
import { dayWords } from '../../../text/dates'
import { d, listOf } from '../words'

/** Roles that hold in named departments: whoever has one enters those, and no others. */
export const inDepartments = (role: Role): boolean =>
  role === 'manager' || role === 'contributor' || role === 'reader'

/** "Diensthoofd Burgerzaken en onthaal", "Auditor, tot en met di 30 jun 2026". */
export const roleWords = (grant: Grant, nameOf: (department: string) => string, today: Day): string => {
  const words = d().people
  const role = t().roles[grant.role]
  const place =
    inDepartments(grant.role) && grant.departments.length > 0
      ? words.roleOf(role, listOf(grant.departments.map(nameOf)))
      : role
  if (grant.until === undefined) return place
  const day = dayWords(grant.until, today)
  return grant.until < today ? words.roleEnded(place, day) : words.roleUntil(place, day)
}

/** Whether an organisation would have no director without this member. */
export const isLastDirector = (members: readonly Member[], key: string, today: Day): boolean =>
  isDirector(members.find((each) => each.key === key)?.roles ?? [], today) &&
  !members.some((each) => each.key !== key && isDirector(each.roles, today))

export const isDirector = (roles: readonly Grant[], today: Day): boolean =>
  roles.some(({ role, until }) => role === 'director' && (until === undefined || until >= today))

/** What is the matter with a role in a form; nothing when it is fine. */
export const grantProblem = ({ role, departments, until }: Grant): 'departments' | 'until' | undefined => {
  if (inDepartments(role) && departments.length === 0) return 'departments'
  return role === 'auditor' && until === undefined ? 'until' : undefined
}
