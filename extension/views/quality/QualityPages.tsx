/** Brings the pages about indicators, which nobody else waits for. */
import { lazyPages } from '../work/LazyPages'
import type { QualityPage } from './route'

export const QualityPages = lazyPages<{ readonly page: QualityPage }>(
  async () => (await import('./Quality')).Quality,
)
