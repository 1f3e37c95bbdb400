/** The plans and measures that belong to a subject, shown where that subject is; comes once it is loaded. */

import type { WorkAbout } from './AboutWork'
import { lazyPages } from './LazyPages'

export const WorkSlot = lazyPages<WorkAbout>(
  async () => (await import('./AboutWork')).AboutWork,
  () => null,
)
