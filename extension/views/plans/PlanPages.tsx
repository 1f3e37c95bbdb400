/** The pages about plans, loaded when one is opened. */
import { lazyPages } from '../work/LazyPages'
import type { PlansPage } from './route'

export const PlanPages = lazyPages<{ readonly page: PlansPage }>(async () => (await import('./Plans')).Plans)
