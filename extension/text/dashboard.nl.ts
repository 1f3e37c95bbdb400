/** What the dashboard says, in Dutch. Part of the dictionary: `t().dashboard`. */
export const dashboardNl = {
  title: 'Dashboard',
}
