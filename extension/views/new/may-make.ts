/** Whether there is anywhere one may write: who only reads is offered nothing new. */
import type { Role } from '../../../shared/kinds/member'
import type { Store } from '../../state/types'

const WRITERS: readonly Role[] = ['director', 'coordinator', 'team', 'manager', 'contributor']

export const mayMake = ({ grants }: Pick<Store, 'grants'>): boolean =>
  grants.value.some(({ role }) => WRITERS.includes(role))
