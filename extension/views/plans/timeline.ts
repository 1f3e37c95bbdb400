/** Plans in time: where on a line days lie, in percent. Pure. */
import type { Day } from '../../../shared/days'
import type { TimelineRow } from '../../../shared/queries/plans'
import { daysBetween } from '../../text/dates'

export type Axis = {
  readonly from: Day
  readonly to: Day
  /** The first day of each quarter. */
  readonly ticks: readonly Day[]
  /** In percent of the whole. */
  at(day: Day): number
}

const MONTHS_PER_TICK = 3

/** From the quarter in which the first plan began to the end of that of the last day; today is always on it. */
export const axisOf = (rows: readonly Pick<TimelineRow, 'from' | 'to'>[], today: Day): Axis => {
  const days = [today, ...rows.flatMap(({ from, to }) => [from, to])].sort()
  const from = quarterOf(days[0] ?? today)
  const to = nextQuarter(quarterOf(days.at(-1) ?? today))
  const length = Math.max(1, daysBetween(from, to))
  const ticks: Day[] = []
  for (let tick = from; tick < to; tick = nextQuarter(tick)) ticks.push(tick)
  // Of a long row of years, only as many as can be read.
  const step = Math.ceil(ticks.length / 12)
  return {
    from,
    to,
    ticks: ticks.filter((_, index) => index % step === 0),
    at: (day) => Math.min(100, Math.max(0, (daysBetween(from, day) / length) * 100)),
  }
}

const quarterOf = (day: Day): Day => {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / MONTHS_PER_TICK) * MONTHS_PER_TICK + 1
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
}

const nextQuarter = (day: Day): Day => {
  const month = Number(day.slice(5, 7)) + MONTHS_PER_TICK
  return month > 12
    ? `${Number(day.slice(0, 4)) + 1}-01-01`
    : `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
}
