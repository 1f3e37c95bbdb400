/** The pages about self-assessment; loaded when one is opened. */
import { lazyPages } from '../work/LazyPages'
import type { RoundsPage } from './route'

export const RoundPages = lazyPages<{ readonly page: RoundsPage }>(
  async () => (await import('./Rounds')).Rounds,
)
