import { expect, test } from 'vitest'
import { mayWrite, objection, refusalAtDoor } from '../../shared/access'
import { addDays, type Day, dayOf, startOfDay, yearOf } from '../../shared/days'
import { createFold, fold, type RunningFold } from '../../shared/fold'
import { control as controlKind } from '../../shared/kinds/control'
import { readRecord } from '../../shared/kinds/kind'
import { member } from '../../shared/kinds/member'
import { theme } from '../../shared/kinds/theme'
import { CONTROLS } from '../../shared/libraries/controls'
import { THEMES } from '../../shared/libraries/themes'
import { DEMO_PEOPLE, DEPARTMENTS, PEOPLE } from '../../shared/libraries/zandrode'
import { type Batch, demoStatements } from '../../shared/libraries/zandrode-history'
import { NOTES } from '../../shared/libraries/zandrode-notes'
import { lastTwelveMonths, lateList, overview, punctuality, trend } from '../../shared/queries/overview'
import { isWorkingDay } from '../../shared/queries/periods'
import { type Check, mine, yearChecks } from '../../shared/queries/schedule'
import { parseRoom, type Room } from '../../shared/rooms'
import { type Json, parse, sameJson, toTuple } from '../../shared/statement'

// A Saturday in November, a Monday after New Year, a holiday week, a leap day, the last day of a year of 53 weeks.
const DAYS: readonly Day[] = ['2026-11-21', '2027-01-04', '2026-05-15', '2028-02-29', '2026-12-31']
const TODAY = DAYS[0] as Day
const told = new Map(DAYS.map((today) => [today, demoStatements({ today })]))
const demoOf = (today: Day): readonly Batch[] => told.get(today) as readonly Batch[]
const demo = demoOf(TODAY)

const foldRooms = (batches: readonly Batch[]): Map<string, RunningFold> => {
  const rooms = new Map<string, RunningFold>()
  for (const { room, statements } of batches) {
    const records = rooms.get(room) ?? createFold()
    records.insert(records.length, statements)
    rooms.set(room, records)
  }
  return rooms
}

const allChecks = (batches: readonly Batch[], today: Day): { checks: Check[]; org: RunningFold } => {
  const rooms = foldRooms(batches)
  const org = rooms.get('org') as RunningFold
  const controls = [...org.all()]
    .filter(({ about }) => about.startsWith('control:'))
    .map((folded) => readRecord(controlKind, folded))
  const nothing = createFold()
  const checks = DEPARTMENTS.flatMap(({ key: department }) =>
    [2, 1, 0].flatMap((ago) => {
      const year = yearOf(today) - ago
      const records = rooms.get(`dept/${department}/${year}`) ?? nothing
      return yearChecks({ controls, department, year, records, today })
    }),
  )
  return { checks, org }
}

test('the library has 67 controls that cover the eleven themes and all their goals', () => {
  expect(CONTROLS).toHaveLength(67)
  expect(THEMES).toHaveLength(11)
  const goals = new Map(THEMES.map(({ key, goals }) => [key, new Set(goals.map(({ code }) => code))]))
  for (const { key, theme: themeKey, goal } of CONTROLS)
    expect(goals.get(themeKey)?.has(goal), key).toBe(true)
  expect(new Set(CONTROLS.map(({ goal }) => goal)).size).toBe(
    [...goals.values()].flatMap((each) => [...each]).length,
  )
})

test('everything in the library is said in Dutch and in English', () => {
  for (const each of CONTROLS)
    for (const words of [each.title, each.titleEn, each.evidence, each.evidenceEn])
      expect(words, each.key).not.toBe('')
  for (const each of THEMES) expect([each.name, each.nameEn].every((words) => words !== '')).toBe(true)
})

test('a control that comes once a year names its month, and no other does', () => {
  for (const { key, rhythm, month } of CONTROLS) expect(month !== undefined, key).toBe(rhythm === 'yearly')
})

test('every department of Zandrode has somebody, and every note belongs to a control', () => {
  for (const { key } of DEPARTMENTS)
    expect(
      PEOPLE.some(({ roles }) => roles.manager?.includes(key)),
      key,
    ).toBe(true)
  const keys = new Set(CONTROLS.map(({ key }) => key))
  expect(Object.keys(NOTES).filter((key) => !keys.has(key))).toEqual([])
})

test('who is handed a code has the role that is written beside it', () => {
  const org = foldRooms(demo).get('org') as RunningFold
  for (const { role, member: key, departments } of DEMO_PEOPLE) {
    const folded = org.get(`member:${key}`)
    const grants = folded ? readRecord(member, folded).roles : []
    expect(
      grants.some((grant) => grant.role === role),
      key,
    ).toBe(true)
    for (const department of departments)
      expect(
        grants.some((grant) => grant.departments.includes(department)),
        key,
      ).toBe(true)
  }
})

test('the same day tells the same history, to the letter', () => {
  expect(JSON.stringify(demoStatements({ today: TODAY }))).toBe(JSON.stringify(demo))
})

test.each(DAYS)('on %s every statement is one that its author may make, there and then', (today) => {
  const batches = demoOf(today)
  const org = foldRooms(batches).get('org') as RunningFold
  const ids = new Set<string>()
  const refused: unknown[] = []
  for (const { room: name, member: by, statements } of batches) {
    const room = parseRoom(name) as Room
    for (const statement of statements) {
      const { at } = statement
      const fine =
        sameJson(parse(toTuple(statement)) as unknown as Json, statement as unknown as Json) &&
        objection(by, room, statement) === undefined &&
        refusalAtDoor(org, by, room, at) === undefined &&
        mayWrite(org, by, room, at)
      if (!fine) refused.push([name, by, statement])
      ids.add(statement.id)
    }
  }
  expect(refused).toEqual([])
  expect(ids.size).toBe(batches.reduce((total, { statements }) => total + statements.length, 0))
})

test.each(DAYS)('on %s everything was said before that day, in order, while people were at work', (today) => {
  const last = new Map<string, number>()
  const odd: unknown[] = []
  for (const { room, statements } of demoOf(today)) {
    for (const { at } of statements) {
      const day = dayOf(at)
      const hour = (at - startOfDay(day)) / 3_600_000
      const fine = day < today && at >= (last.get(room) ?? 0) && isWorkingDay(day) && hour > 8 && hour < 17.5
      if (!fine) odd.push([room, day, hour])
      last.set(room, at)
    }
  }
  expect(odd).toEqual([])
})

test('nothing is said about a check that there is not', () => {
  const { checks } = allChecks(demo, TODAY)
  const unknown: string[] = []
  const known = new Set(checks.map(({ room, about }) => `${room} ${about}`))
  for (const { room, statements } of demo.filter((batch) => batch.room !== 'org'))
    for (const { about } of statements) if (!known.has(`${room} ${about}`)) unknown.push(about)
  expect(unknown).toEqual([])
})

test.each(DAYS)('on %s no department is empty, and most of what was due is done', (today) => {
  const { checks } = allChecks(demoOf(today), today)
  const { byDepartment, byTheme, total } = overview(checks, lastTwelveMonths(today), today)
  expect(byTheme.size).toBe(11)
  for (const { key } of DEPARTMENTS) expect(byDepartment.get(key)?.done, key).toBeGreaterThan(20)
  expect(total.done / total.due).toBeGreaterThan(0.95)
  expect(total.late).toBeGreaterThan(3)
  for (const outcome of ['inOrder', 'partly', 'notInOrder', 'notApplicable'] as const)
    expect(total[outcome], outcome).toBeGreaterThan(20)
})

test.each(DAYS)('on %s whoever tries the demo finds something to do, and something late', (today) => {
  const { checks, org } = allChecks(demoOf(today), today)
  for (const key of ['p01', 'p04', 'p05', 'p24']) {
    const folded = org.get(`member:${key}`)
    const grants = folded ? readRecord(member, folded).roles : []
    const open = checks.filter(
      (check) => mine(check, key, grants) && ['late', 'today', 'soon'].includes(check.state),
    )
    expect(open.length, key).toBeGreaterThanOrEqual(3)
    expect(lateList(open).length, key).toBeGreaterThan(0)
  }
})

test.each(DAYS)(
  'on %s one department improves, one slips, and the punctual are told from the late',
  (today) => {
    const { checks } = allChecks(demoOf(today), today)
    const of = (department: string) =>
      trend(
        checks.filter((check) => check.department === department),
        today,
      )
    expect(of('tec')).toMatchObject({ inOrder: 'rises', onTime: 'rises' })
    expect(of('jsp').onTime).toBe('falls')
    const { byDepartment } = overview(checks, lastTwelveMonths(today), today)
    const share = (department: string): number => punctuality(byDepartment.get(department) as never) as number
    expect(share('sec')).toBeGreaterThan(0.9)
    expect(share('oud')).toBeLessThan(0.65)
  },
)

test('the count of identity cards fails in part every third month', () => {
  const { checks } = allChecks(demo, TODAY)
  const counts = checks.filter(
    ({ control, state, clash }) => control.key === 'c065' && state === 'done' && !clash,
  )
  const third = counts.filter(({ period }) => Number(period.slice(5)) % 3 === 0)
  const failed = (list: readonly Check[]): number =>
    list.filter(({ outcome }) => outcome === 'partly').length / list.length
  expect(failed(third)).toBeGreaterThan(0.6)
  expect(failed(counts.filter((check) => !third.includes(check)))).toBeLessThan(0.3)
})

test.each(DAYS)('on %s one clash stands open', (today) => {
  const { checks } = allChecks(demoOf(today), today)
  const clashes = checks.filter(({ clash }) => clash)
  expect(clashes.map(({ department, heads }) => [department, heads?.length])).toEqual([['bur', 2]])
})

test('answers are corrected, taken back and settled now and then', () => {
  const subjects = demo.flatMap(({ room, statements }) => (room === 'org' ? [] : statements))
  const corrected = subjects.filter(({ over, set }) => over?.outcome && set.outcome !== null)
  const takenBack = subjects.filter(({ set }) => set.outcome === null)
  const settled = subjects.filter(({ over }) => (over?.outcome?.length ?? 0) > 1)
  expect(corrected.length).toBeGreaterThan(40)
  expect(takenBack.length).toBeGreaterThan(5)
  expect(settled.length).toBe(1)
})

test('notes are sentences, varied, and without a hole', () => {
  const notes = demo
    .flatMap(({ statements }) => statements.map(({ set }) => set.note))
    .filter((note) => typeof note === 'string')
  expect(notes.length).toBeGreaterThan(500)
  expect(new Set(notes).size).toBeGreaterThan(150)
  for (const note of notes) expect(note).toMatch(/^[A-ZÉ0-9].*\.$/)
})

test('themes and their goals come in the order of the guide', () => {
  const org = foldRooms(demo).get('org') as RunningFold
  const themes = [...org.all()]
    .filter(({ about }) => about.startsWith('theme:'))
    .map((folded) => readRecord(theme, folded))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
  expect(themes.map(({ code }) => code)).toEqual(Array.from({ length: 11 }, (_, index) => `T${index}`))
  expect(themes.flatMap(({ goals }) => goals)).toHaveLength(44)
})

test('the founding says each subject once, so that a second look finds no clash', () => {
  const founding = demo[0] as Batch
  expect(founding).toMatchObject({ room: 'org', member: 'p01' })
  for (const folded of fold(founding.statements).values()) expect(folded.statements).toHaveLength(1)
  expect(dayOf(founding.statements[0]?.at ?? 0) < addDays(TODAY, -730)).toBe(true)
})
