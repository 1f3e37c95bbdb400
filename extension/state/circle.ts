/** Which rooms of checks a store opens: it follows from `org`, from who one is and from the day. Pure. */
import { mayEnter, type Org } from '../../shared/access'
import { addDays, type Day, startOfDay, yearOf } from '../../shared/days'
import type { Control } from '../../shared/kinds/control'
import type { Department } from '../../shared/kinds/department'
import type { Grant } from '../../shared/kinds/member'
import { yearRoom } from '../../shared/rooms'

/** "mine": where I have something to do. "all": wherever I may look. */
export type Scope = 'mine' | 'all'

export type CircleInput = {
  readonly org: Org
  readonly member: string
  readonly grants: readonly Grant[]
  readonly departments: readonly Department[]
  readonly controls: readonly Control[]
  readonly today: Day
  readonly scope: Scope
}

/** Names of the rooms, departments in their order, newest year first. */
export const roomsInScope = (input: CircleInput): string[] =>
  departmentsInScope(input).flatMap((department) =>
    yearsAround(input.today).map((year) => yearRoom(department, year)),
  )

/** This year, the one before (what was due in its last weeks), and the next once its first week has begun. */
export const yearsAround = (today: Day): number[] => {
  const year = yearOf(today)
  const next = yearOf(addDays(today, 7))
  return next > year ? [next, year, year - 1] : [year, year - 1]
}

const departmentsInScope = ({
  org,
  member,
  grants,
  departments,
  controls,
  today,
  scope,
}: CircleInput): string[] => {
  const keys = departments.map(({ key }) => key)
  const mayLook = (department: string): boolean =>
    mayEnter(org, member, { kind: 'year', department, year: yearOf(today) }, startOfDay(today))
  if (scope === 'all') return keys.filter(mayLook)
  const mine = new Set<string>()
  for (const { role, departments } of grants)
    if (role === 'manager' || role === 'contributor') for (const key of departments) mine.add(key)
  for (const { performers, departments, gone } of controls)
    if (!gone && performers.includes(member)) for (const key of departments) mine.add(key)
  return keys.filter((key) => mine.has(key) && mayLook(key))
}
