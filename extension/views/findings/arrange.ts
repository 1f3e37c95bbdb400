/** The findings as they are listed: each with whether its effect still holds, filtered by what the address says. Pure. */
import {
  effectNow,
  effectShown,
  type FindingLine,
  findingsOf,
  proofFor,
  type Stage,
} from '../../../shared/queries/findings'
import type { WorkGround } from '../../../shared/queries/ground'
import type { Check } from '../../../shared/queries/schedule'
import { TEAM } from '../measures/arrange'
import type { FindingShow, FindingsRoute } from './route'

/** shown: its effect is shown, so that it can be closed. lost: it was closed, and its effect shows no more. */
export type ShownStage = Stage | 'shown' | 'lost'
export type Shown = { readonly line: FindingLine; readonly stage: ShownStage }

/** All findings, with the stage that shows: by what their checks say of the effect. */
export const shownOf = (ground: WorkGround, checks: readonly Check[]): Shown[] => {
  const own = checksByControl(checks)
  return findingsOf(ground).map((line) => ({ line, stage: stageShown(line, own.get(placeOf(line)) ?? []) }))
}

/** @param checks any; those of its control and department count */
export const stageShown = (line: FindingLine, checks: readonly Check[]): ShownStage => {
  if (line.stage === 'closed') return effectNow(proofFor(line, checks)) === 'lost' ? 'lost' : 'closed'
  if (line.stage === 'effect') return effectShown(proofFor(line, checks)) ? 'shown' : 'effect'
  return line.stage
}

const placeOf = (of: { readonly department?: string | undefined; readonly control?: string | undefined }) =>
  `${of.department} ${of.control}`

const checksByControl = (checks: readonly Check[]): ReadonlyMap<string, Check[]> => {
  const groups = new Map<string, Check[]>()
  for (const check of checks) {
    const place = placeOf({ department: check.department, control: check.control.key })
    const group = groups.get(place)
    if (group) group.push(check)
    else groups.set(place, [check])
  }
  return groups
}

/** Whether what is shown belongs under a heading of the list. One that lost its effect is for all of them to see. */
export const isUnder = ({ stage, line }: Shown, show: FindingShow): boolean => {
  if (show === 'all') return true
  if (show === 'open') return line.state === 'open' || stage === 'lost'
  if (show === 'closed') return line.state === 'closed'
  return stage === show
}

export const passes =
  ({ show, ...filters }: FindingsRoute) =>
  (shown: Shown): boolean =>
    isUnder(shown, show) && passesFilters(filters)(shown)

/** The same without what one chose to show: for the counts beside that choice. */
export const passesFilters =
  ({ department, severity, owner, search }: Omit<FindingsRoute, 'show'>) =>
  ({ line }: Shown): boolean =>
    (department === undefined || line.room === (department === TEAM ? TEAM : `dept/${department}`)) &&
    (severity === undefined || line.severity === severity) &&
    (owner === undefined || line.owner === owner) &&
    line.title.toLowerCase().includes(search.trim().toLowerCase())

export const summaryOf = (
  all: readonly Shown[],
): { readonly open: number; readonly grave: number; readonly effect: number; readonly ready: number } => {
  const open = all.filter(({ line }) => line.state === 'open')
  return {
    open: open.length,
    grave: open.filter(({ line }) => line.severity === 'high' || line.severity === 'critical').length,
    effect: open.filter(({ stage }) => stage === 'effect').length,
    ready: open.filter(({ stage }) => stage === 'shown').length,
  }
}
