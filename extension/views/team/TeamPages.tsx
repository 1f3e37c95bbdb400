/** The pages of the management team, loaded when one is opened. */
import { lazyPages } from '../work/LazyPages'
import type { TeamPage } from './route'

export const TeamPages = lazyPages<{ readonly page: TeamPage }>(async () => (await import('./Team')).Team)
