/** The pages about risks; loaded when one is opened. */
import { lazyPages } from '../work/LazyPages'
import type { RisksPage } from './route'

export const RiskPages = lazyPages<{ readonly page: RisksPage }>(async () => (await import('./Risks')).Risks)
