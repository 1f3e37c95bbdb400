/** What the dashboard says, in English. */
import type { dashboardNl } from './dashboard.nl'

export const dashboardEn: typeof dashboardNl = {
  title: 'Dashboard',
}
