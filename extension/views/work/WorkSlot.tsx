/** The plans and measures that belong to a subject, shown where that subject is; comes once it is loaded. */

import type { WorkAbout } from './AboutWork'
import { lazyPages } from './LazyPages'
import type { MeasureHereProps } from './MeasureHere'

export const WorkSlot = lazyPages<WorkAbout>(
  async () => (await import('./AboutWork')).AboutWork,
  () => null,
)

/** The form of a measure over such a page. */
export const NewMeasure = lazyPages<MeasureHereProps>(
  async () => (await import('./MeasureHere')).MeasureHere,
  () => null,
)
