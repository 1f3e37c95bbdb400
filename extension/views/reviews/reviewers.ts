/** Who may look at an answer, besides who gave it. */
import { startOfDay } from '../../../shared/days'
import { mayReview } from '../../../shared/queries/reviews'
import type { Check, Store } from '../../state/types'

/** Those named as reviewers, else the heads of the department, else those who answer for all. */
export const reviewersOf = (
  { members, today }: Pick<Store, 'members' | 'today'>,
  check: Check,
): readonly string[] => {
  const at = startOfDay(today.value)
  const may = members.value.filter(({ key, roles }) =>
    mayReview(
      check,
      key,
      roles.filter(({ until }) => until === undefined || startOfDay(until) >= at),
    ),
  )
  const heads = may.filter(({ roles }) =>
    roles.some((each) => each.role === 'manager' && each.departments.includes(check.department)),
  )
  return (check.control.reviewers.length > 0 || heads.length === 0 ? may : heads).map(({ name }) => name)
}
