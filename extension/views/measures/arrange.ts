/** The measures as they are listed: filtered by what the address says, and in groups. Pure. */
import { countsBy, type MeasureFilter, type MeasureLine } from '../../../shared/queries/measures'
import type { MeasuresRoute } from './route'

/** What the address asks of the query; `verify` and "the team" are sieved out afterwards. */
export const filterOf = ({ show, owner, horizon, priority, search }: MeasuresRoute): MeasureFilter => ({
  status: show === 'all' ? undefined : show === 'verify' ? 'done' : show,
  owner,
  horizon,
  priority,
  words: search,
})

/** Without a department a measure is the management team's. */
export const TEAM = 'team'

export const isIn =
  (department: string | undefined) =>
  (line: Pick<MeasureLine, 'room'>): boolean =>
    department === undefined || line.room === (department === TEAM ? TEAM : `dept/${department}`)

export type MeasureGroup = { readonly key: string; readonly lines: readonly MeasureLine[] }

/** Groups, those with most that is late first; one without a name when nothing groups them. */
export const groupsOf = (lines: readonly MeasureLine[], by: MeasuresRoute['group']): MeasureGroup[] => {
  if (by === 'none') return lines.length > 0 ? [{ key: '', lines }] : []
  return countsBy(lines, by).map(({ key }) => ({
    key,
    lines: lines.filter((line) => (line[by] ?? '') === key),
  }))
}

/** A small tree of numbers for the sentence above the list. */
export const summaryOf = (
  lines: readonly MeasureLine[],
): { readonly open: number; readonly late: number; readonly slipped: number } => {
  const open = lines.filter(
    ({ status }) => status === 'planned' || status === 'running' || status === 'proposed',
  )
  return {
    open: open.length,
    late: open.filter(({ late }) => late).length,
    slipped: open.filter(({ slipped }) => slipped > 0).length,
  }
}
