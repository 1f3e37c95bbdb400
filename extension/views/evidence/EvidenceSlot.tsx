/** The place of evidence in the sheet of a check; comes once it is loaded. */
import { lazyPages } from '../work/LazyPages'
import type { EvidenceOfCheckProps } from './EvidenceOfCheck'

export const EvidenceSlot = lazyPages<EvidenceOfCheckProps>(
  async () => (await import('./EvidenceOfCheck')).EvidenceOfCheck,
  () => null,
)
