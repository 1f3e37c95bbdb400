/**
 * What people say about the chart of an indicator in their department: which points make the limits, which do not, and
 * what happened when.
 */
import { chart, chartAbout, type Exclusion } from '../kinds/chart'
import { event } from '../kinds/event'
import { readRecord } from '../kinds/kind'
import type { Statement } from '../statement'
import { add, change, remove } from './change'
import { type Author, type Seen, say } from './say'

/**
 * Chooses the points from which the limits come, and so calculates them anew. @returns none without a reason
 * @param baseline first and last period, both included; `undefined`: the first points again
 */
export const rebaseChart = (
  seen: Seen,
  indicatorKey: string,
  {
    baseline,
    reason,
  }: {
    readonly baseline: { readonly from: string; readonly to: string } | undefined
    readonly reason: string
  },
  author: Author,
): Statement[] =>
  reason.trim() === ''
    ? []
    : say(
        seen,
        chartAbout(indicatorKey),
        { baselineFrom: baseline?.from ?? null, baselineTo: baseline?.to ?? null, reason },
        author,
      )

/** Leaves a point out of the limits, or takes it in again. It stays on the chart. @param reason '' takes it in again */
export const excludePoint = (
  seen: Seen,
  indicatorKey: string,
  period: string,
  reason: string,
  author: Author,
): Statement[] => {
  const folded = seen.get(chartAbout(indicatorKey))
  const others = (folded ? readRecord(chart, folded).excluded : []).filter((each) => each.period !== period)
  const excluded: Exclusion[] = reason.trim() === '' ? [...others] : [...others, { period, reason }]
  excluded.sort((a, b) => (a.period < b.period ? -1 : 1))
  return change(seen, chart, indicatorKey, { excluded: excluded.length > 0 ? excluded : null }, author)
}

export type EventInput = { readonly title: string; readonly note?: string; readonly phase?: boolean }

/** Marks what happened from a period on; with `phase`, from there on the chart has limits of its own. */
export const addEvent = (
  seen: Seen,
  indicatorKey: string,
  period: string,
  { title, note = '', phase = false }: EventInput,
  author: Author,
): Statement[] => add(seen, event, keyOfEvent(indicatorKey, period), { title, note, phase }, author)

export const changeEvent = (
  seen: Seen,
  indicatorKey: string,
  period: string,
  changed: Partial<EventInput>,
  author: Author,
): Statement[] => change(seen, event, keyOfEvent(indicatorKey, period), changed, author)

export const removeEvent = (seen: Seen, indicatorKey: string, period: string, author: Author): Statement[] =>
  remove(seen, event, keyOfEvent(indicatorKey, period), author)

const keyOfEvent = (indicatorKey: string, period: string): string => `${indicatorKey}/${period}`
