/** Who is asked to look at an answer, besides who gave it. */
import { startOfDay } from '../../../shared/days'
import { isAskedToReview, mayReview } from '../../../shared/queries/reviews'
import type { Check, Store } from '../../state/types'

/** The keys of those who are asked; where nobody is, of those who may. */
export const askedOf = (
  { members, today }: Pick<Store, 'members' | 'today'>,
  check: Check,
): readonly string[] => {
  const at = startOfDay(today.value)
  const may = members.value
    .map(({ key, roles }) => ({
      key,
      grants: roles.filter(({ until }) => until === undefined || startOfDay(until) >= at),
    }))
    .filter(({ key, grants }) => mayReview(check, key, grants))
  const asked = may.filter(({ key, grants }) => isAskedToReview(check, key, grants))
  return (asked.length > 0 ? asked : may).map(({ key }) => key)
}

/** Their names. */
export const reviewersOf = (store: Pick<Store, 'members' | 'today'>, check: Check): readonly string[] => {
  const asked = askedOf(store, check)
  return store.members.value.filter(({ key }) => asked.includes(key)).map(({ name }) => name)
}
