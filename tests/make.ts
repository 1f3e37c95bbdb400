/** Things that many tests need: statements, authors, records, an organisation. All deterministic. */
import type { Author } from '../shared/commands/say'
import type { Day } from '../shared/days'
import { startOfDay } from '../shared/days'
import { createFold, type Folded, type RunningFold } from '../shared/fold'
import { type Control, control as controlKind } from '../shared/kinds/control'
import { readRecord } from '../shared/kinds/kind'
import type { Grant, Role } from '../shared/kinds/member'
import type { Json, Statement } from '../shared/statement'

/** A moment by the clocks of Flanders: `moment('2026-11-30', 14.5)` is half past two. */
export const moment = (day: Day, hour = 12): number => startOfDay(day) + Math.round(hour * 3_600_000)

/** Ids in order: readable in a failing test, and of the right shape. */
export const makeIds = (prefix = 's'): (() => string) => {
  let count = 0
  return () => {
    count += 1
    return `${prefix}${String(count).padStart(16 - prefix.length, '0')}`
  }
}

const nextId = makeIds('m')

/** A statement of which only what matters needs saying. */
export const makeStatement = (given: Partial<Statement> = {}): Statement => ({
  v: 1,
  id: nextId(),
  at: moment('2026-11-16', 9),
  by: 'els',
  about: 'check:c065/2026-11',
  set: { outcome: 'in-order' },
  ...given,
})

/** Somebody who speaks. */
export const makeAuthor = (by = 'els', at: number = moment('2026-11-16', 9)): Author => ({
  by,
  at,
  id: nextId,
})

/** The records of a list of statements. */
export const recordsOf = (statements: readonly Statement[]): RunningFold => {
  const records = createFold()
  records.insert(0, statements)
  return records
}

/** What each field of a record is worth, with every head's value where there is a clash. */
export const valuesOf = (folded: Folded | undefined): Record<string, Json> =>
  Object.fromEntries(
    [...(folded?.fields ?? [])].map(([field, { value, clash, heads }]) => [
      field,
      clash ? { clash: heads.map((head) => head.set[field] as Json).sort(byText) } : value,
    ]),
  )

const byText = (a: Json, b: Json): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

/** A control's record; departments `tec` and monthly unless said otherwise. */
export const makeControl = (given: Partial<Control> & { key?: string } = {}): Control => {
  const { key = 'c065', ...fields } = given
  const set = {
    title: 'Stock geteld',
    theme: 'doelstellingen',
    departments: ['tec'],
    rhythm: 'monthly',
    ...fields,
  }
  const about = `control:${key}`
  return readRecord(controlKind, recordsOf([makeStatement({ about, set: plain(set) })]).get(about) as Folded)
}

// Through JSON, as a value comes out of a ledger.
const plain = (value: unknown): Record<string, Json> => JSON.parse(JSON.stringify(value))

/** A grant; of these departments. */
export const grant = (role: Role, departments: readonly string[] = [], until?: Day): Grant => ({
  role,
  departments,
  until,
})

/** The records of an `org` room with these members and departments. */
export const makeOrg = (
  members: Readonly<Record<string, readonly Grant[]>>,
  departments: readonly string[] = ['tec', 'bur'],
): RunningFold =>
  recordsOf([
    ...Object.entries(members).map(([key, roles]) =>
      makeStatement({ by: 'founder', about: `member:${key}`, set: plain({ name: key, roles }) }),
    ),
    ...departments.map((key) =>
      makeStatement({ by: 'founder', about: `department:${key}`, set: { name: key } }),
    ),
  ])
