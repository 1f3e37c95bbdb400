/** Which rooms a quality page needs: it follows from the indicators, from where one may look and from the day. Pure. */
import { type Day, yearOf } from '../../shared/days'
import type { Indicator } from '../../shared/kinds/indicator'
import { measurement } from '../../shared/kinds/measurement'
import type { Ground } from '../../shared/queries/figures'
import type { Records } from '../../shared/queries/schedule'
import { yearRoom } from '../../shared/rooms'
import { kindOf } from '../../shared/statement'
import { yearsAround } from './circle'
import type { MoreRooms } from './quality-base'

export type Needs = {
  readonly indicators: readonly Indicator[]
  /** Where one may look. */
  readonly departments: readonly string[]
  readonly today: Day
}

/** The first year a room can be named after. */
const FIRST_YEAR = 2000

/** What lasts and the years that still change stay live; earlier years are visited. */
export const roomsNeeded = ({ indicators, departments, today }: Needs): MoreRooms => {
  const firsts = firstYears(indicators, today)
  const live = new Set<string>()
  const visited = new Set<string>()
  const around = yearsAround(today)
  for (const department of departments) {
    const first = firsts.get(department)
    if (first === undefined) continue
    live.add(`dept/${department}`)
    for (const year of around) live.add(yearRoom(department, year))
    for (let year = Math.min(...around) - 1; year >= first; year -= 1) visited.add(yearRoom(department, year))
  }
  return { live, visited }
}

/**
 * Years before the first day that is asked for, department by department: a year that may hold figures, as after an
 * import that reached further back, and beyond each one that does the year before.
 */
export const furtherBack = ({ indicators, departments, today }: Needs, ground: Ground): string[] => {
  const firsts = firstYears(indicators, today)
  return departments.flatMap((department) => {
    const names: string[] = []
    let year = Math.min(firsts.get(department) ?? 0, ...yearsAround(today))
    while (year > FIRST_YEAR) {
      year -= 1
      names.push(yearRoom(department, year))
      if (!holdsFigures(ground.records(yearRoom(department, year)))) break
    }
    return names
  })
}

const holdsFigures = (records: Records | undefined): boolean => {
  for (const { about } of records?.all?.() ?? []) if (kindOf(about) === measurement.name) return true
  return false
}

/** By department, the year in which its first indicator begins. */
const firstYears = (indicators: readonly Indicator[], today: Day): ReadonlyMap<string, number> => {
  const firsts = new Map<string, number>()
  for (const { since, departments } of indicators) {
    const year = Math.max(FIRST_YEAR, yearOf(since ?? today))
    for (const department of departments)
      firsts.set(department, Math.min(year, firsts.get(department) ?? year))
  }
  return firsts
}
