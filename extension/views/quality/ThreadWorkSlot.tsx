/** The plans and measures at a place of the thread; their code and rooms come once the page itself stands. */
import { lazyPages } from '../work/LazyPages'
import type { ThreadWorkProps } from './ThreadWork'

export const ThreadWorkSlot = lazyPages<ThreadWorkProps>(
  async () => (await import('./ThreadWork')).ThreadWork,
  () => null,
)
