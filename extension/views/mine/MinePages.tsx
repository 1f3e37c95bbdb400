/** One's own work, and who is away; loaded when one is opened. */
import { lazyPages } from '../work/LazyPages'
import type { AbsenceProps } from './Absence'
import type { MinePage } from './route'

export const MinePages = lazyPages<{ readonly page: MinePage }>(async () => (await import('./Mine')).MineOpen)

/** The form of an absence, over any page. */
export const AbsenceSlot = lazyPages<AbsenceProps>(
  async () => (await import('./Absence')).Absence,
  () => null,
)
