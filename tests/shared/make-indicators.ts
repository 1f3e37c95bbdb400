/** What tests about indicators need: an indicator, figures by period, and the rooms they live in. */
import { addEvent } from '../../shared/commands/charts'
import { type FigureInput, giveFigure } from '../../shared/commands/measurements'
import type { Author } from '../../shared/commands/say'
import { startOfDay } from '../../shared/days'
import { createFold, type Folded, type RunningFold } from '../../shared/fold'
import { yearOfPeriod } from '../../shared/kinds/check'
import { type Indicator, indicator } from '../../shared/kinds/indicator'
import { readRecord } from '../../shared/kinds/kind'
import type { Ground } from '../../shared/queries/figures'
import { yearRoom } from '../../shared/rooms'
import type { Json, Statement } from '../../shared/statement'
import { makeIds } from '../make'

/** An indicator of which only what matters needs saying. */
export const makeIndicator = (key: string, fields: Record<string, Json> = {}): Indicator => {
  const records = createFold()
  const set = { name: key, departments: ['fin'], rhythm: 'monthly', since: '2024-01-01', ...fields }
  records.insert(0, [
    { v: 1, id: 'indicatorindicat', at: 1, by: 'p03', about: `indicator:${key}`, set },
  ] satisfies Statement[])
  return readRecord(indicator, records.get(`indicator:${key}`) as Folded)
}

/** Rooms in memory in which one can speak. */
export type World = Ground & {
  say(room: string, make: (seen: RunningFold, author: Author) => Statement[]): Statement[]
  give(indicator: Indicator, department: string, period: string, input: FigureInput): Statement[]
  event(indicator: Indicator, department: string, period: string, title: string): Statement[]
  /** The same rooms on another day. */
  on(today: string): World
  /** The clock of whoever speaks next. */
  at(day: string): void
}

const id = makeIds('w')

export const makeWorld = (
  today: string,
  rooms = new Map<string, RunningFold>(),
  clock = { at: startOfDay('2024-01-01') },
): World => {
  const open = (room: string): RunningFold => {
    const known = rooms.get(room) ?? createFold()
    rooms.set(room, known)
    return known
  }
  const world: World = {
    today,
    records: open,
    say(room, make) {
      const records = open(room)
      clock.at += 1000
      const said = make(records, { by: 'p02', at: clock.at, id })
      records.insert(records.length, said)
      return said
    },
    give: (one, department, period, input) =>
      world.say(yearRoom(department, yearOfPeriod(period) ?? 0), (seen, author) =>
        giveFigure(seen, one, period, input, author),
      ),
    event: (one, department, period, title) =>
      world.say(`dept/${department}`, (seen, author) =>
        addEvent(seen, one.key, period, { title, phase: true }, author),
      ),
    on: (day) => makeWorld(day, rooms, clock),
    at: (day) => {
      clock.at = startOfDay(day) + 9 * 3_600_000
    },
  }
  return world
}

/** So many months from January of a year on: "2024-01", "2024-02". */
export const monthsFrom = (year: number, months: number): string[] =>
  Array.from(
    { length: months },
    (_, index) => `${year + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
  )
