/** The pages about findings, and what is offered of one elsewhere; loaded when one is opened. */
import { lazyPages } from '../work/LazyPages'
import type { FindingHereProps } from './FindingHere'
import type { FindingsPage } from './route'

export const FindingPages = lazyPages<{ readonly page: FindingsPage }>(
  async () => (await import('./Findings')).Findings,
)

/** What is known of a finding about a check, and making one. */
export const FindingSlot = lazyPages<FindingHereProps>(
  async () => (await import('./FindingHere')).FindingHere,
  () => null,
)
