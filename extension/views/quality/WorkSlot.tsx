/** The plans and measures at a place of the thread; their code and rooms come once the page itself stands. */
import { lazyPages } from '../work/LazyPages'
import type { WorkOnProps } from './WorkOn'

export const WorkSlot = lazyPages<WorkOnProps>(
  async () => (await import('./WorkOn')).WorkOn,
  () => null,
)
