/** The pages about the control library; loaded when one is opened. */
import { lazyPages } from '../work/LazyPages'
import type { ControlsPage } from './route'

export const LibraryPages = lazyPages<{ readonly page: ControlsPage }>(
  async () => (await import('./Library')).Library,
)
