/** Who only reads along. Pure. */
import type { Grant } from '../../../shared/kinds/member'

/** Somebody with roles of which none lets him write anything. */
export const readsOnly = (grants: readonly Pick<Grant, 'role'>[]): boolean =>
  grants.length > 0 && grants.every(({ role }) => role === 'auditor' || role === 'reader')
