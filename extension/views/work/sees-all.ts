/** Whether somebody sees the whole register: to others, what they do not find may stand where they cannot look. */
import type { Store } from '../../state/types'
import type { Work } from '../../state/work-types'

export const seesAll = (store: Store, work: Work): boolean => {
  const seen = work.departments.value
  return work.seesTeam.value && store.departments.value.every(({ key }) => seen.includes(key))
}
