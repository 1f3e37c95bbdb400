import { expect, test } from 'vitest'
import { mayWrite, objection } from '../../shared/access'
import { type Day, dayOf, startOfDay } from '../../shared/days'
import { createFold, type RunningFold } from '../../shared/fold'
import { checkKey, yearOfPeriod } from '../../shared/kinds/check'
import { CONTROLS } from '../../shared/libraries/controls'
import { DEPARTMENTS } from '../../shared/libraries/zandrode'
import { demoStatements } from '../../shared/libraries/zandrode-history'
import { MEASURES } from '../../shared/libraries/zandrode-stories'
import { demoTexts, meetingKeyOf, workStatements } from '../../shared/libraries/zandrode-work'
import { agreementsToReview } from '../../shared/queries/agreements'
import type { WorkGround } from '../../shared/queries/ground'
import { askedOfMe, measuresOf, slippage } from '../../shared/queries/measures'
import {
  actionList,
  agendaOf,
  backlogOf,
  decisionList,
  meetingsOf,
  nextMeeting,
} from '../../shared/queries/meetings'
import { periodsOfYear } from '../../shared/queries/periods'
import { plansOf } from '../../shared/queries/plans'
import { proposalsOf } from '../../shared/queries/proposals'
import { reportsOf } from '../../shared/queries/reports'
import { parseRoom, type Room, textRoomName } from '../../shared/rooms'
import { parse, toTuple } from '../../shared/statement'

const DAYS: readonly Day[] = ['2026-11-21', '2027-01-04', '2026-07-20', '2028-02-29']

const worldOf = (today: Day) => {
  const batches = workStatements({ today })
  const rooms = new Map<string, RunningFold>()
  for (const { room, statements } of batches) {
    const records = rooms.get(room) ?? createFold()
    rooms.set(room, records)
    records.insert(records.length, statements)
  }
  const ground: WorkGround = {
    today,
    departments: DEPARTMENTS.map(({ key }) => key),
    records: (room) => rooms.get(room),
  }
  return { batches, ground }
}
const worlds = new Map(DAYS.map((today) => [today, worldOf(today)]))
const world = (today: Day) => worlds.get(today) as ReturnType<typeof worldOf>

test.each(DAYS)(
  'on %s everything is said by somebody who may, and nothing is ahead of the clock',
  (today) => {
    const org = createFold()
    org.insert(0, demoStatements({ today })[0]?.statements ?? [])
    const { batches } = world(today)
    const ids = new Set<string>()
    for (const { room, member, statements } of batches) {
      const place = parseRoom(room) as Room
      for (const statement of statements) {
        expect(parse(toTuple(statement))).toEqual(statement)
        const said = (about: string) =>
          batches.flatMap((each) =>
            each.room === room ? each.statements.filter((other) => other.about === about) : [],
          )
        expect(objection(member, place, statement, said), statement.about).toBeUndefined()
        expect(statement.at).toBeLessThan(startOfDay(today))
        ids.add(statement.id)
      }
      expect(mayWrite(org, member, place, startOfDay(today)), `${member} in ${room}`).toBe(true)
    }
    expect(ids.size).toBe(batches.flatMap(({ statements }) => statements).length)
  },
)

test.each(DAYS)(
  'on %s two plans are finished, one runs for the second time, and one stands still',
  (today) => {
    const plans = plansOf(world(today).ground)
    expect(plans.filter(({ state }) => state === 'finished')).toHaveLength(2)
    const [stuck, running] = plans.filter(({ state }) => state === 'open')
    expect(stuck).toMatchObject({ key: 'back-up-r9t4', stuck: true })
    expect(running).toMatchObject({ key: 'meldingen-x7q3', stuck: false, pdca: 'do' })
    expect(running?.turns.some(({ reopened }) => reopened)).toBe(true)
    for (const plan of plans) expect(plan.measures.length, plan.key).toBeGreaterThan(0)
  },
)

test.each(DAYS)('on %s every measure of the stories lived its life to the end', (today) => {
  const { ground } = world(today)
  const lines = new Map(measuresOf(ground).map((line) => [line.key, line]))
  for (const { key, life, fields } of MEASURES) {
    const line = lines.get(key)
    expect(line, key).toMatchObject({ owner: fields.owner })
    expect(line?.folded.statements, key).toHaveLength(1 + life.length)
  }
  expect(lines.get('server-j2u7')).toMatchObject({ slipped: 2, shown: 'blocked', late: true })
  expect(slippage(lines.get('server-j2u7')?.folded).moves.map(({ reason }) => reason)[0]).toMatch(/offerte/)
  const all = [...lines.values()]
  expect(all.filter(({ selfVerified }) => selfVerified)).toEqual([])
  expect(all.filter(({ verified }) => verified).length).toBeGreaterThan(10)
  expect(all.some(({ origin }) => origin?.startsWith('check:'))).toBe(true)
  expect(askedOfMe(ground, 'p04').map(({ key }) => key)).toEqual(['antwoord-g8s5'])
})

test.each(DAYS)(
  'on %s there is a year of meetings with reports that are what they say, and one to come',
  (today) => {
    const { ground } = world(today)
    const meetings = meetingsOf(ground)
    const closed = meetings.filter(({ state }) => state === 'closed')
    expect(closed.length).toBeGreaterThan(20)
    for (const { key } of closed) {
      const reports = reportsOf(ground, key)
      expect(reports, key).toHaveLength(1)
      expect(reports[0]?.variants.map(({ intact }) => intact)).toEqual([true])
      expect(agendaOf(ground, key)?.attendance.length).toBe(7)
      expect(decisionList(ground, key).length).toBeGreaterThan(0)
    }
    const coming = nextMeeting(ground)
    expect(coming).toMatchObject({ state: expect.stringMatching(/draft|open/) })
    expect(coming?.points).toBeGreaterThan(0)
    expect(closed.flatMap(({ key }) => actionList(ground, key)).length).toBeGreaterThan(20)
  },
)

test('points that there was no time for moved on, some are in the backlog, and two departments put one forward', () => {
  const { ground } = world('2026-11-21')
  const points = meetingsOf(ground).flatMap(({ key }) => agendaOf(ground, key)?.points ?? [])
  expect(points.some(({ carriedFrom }) => carriedFrom.length > 0)).toBe(true)
  expect(backlogOf(ground).filter(({ room }) => room !== 'team')).toHaveLength(2)
  expect(backlogOf(ground).length).toBeGreaterThanOrEqual(6)
  expect(agreementsToReview(ground).map(({ key }) => key)).toEqual(['afsprakennota-y8j5'])
  const kinds = new Set(proposalsOf({ ground, checks: [], series: [] }).map(({ kind }) => kind))
  expect([...kinds]).toEqual(expect.arrayContaining(['suggestion', 'slip', 'deadline', 'review']))
})

test('the same day gives the same year, and the texts belong to plans and to meetings that are over', () => {
  const today = '2026-11-21'
  expect(workStatements({ today })).toEqual(world(today).batches)
  const texts = demoTexts({ today })
  const { ground } = world(today)
  for (const { room, about, outline } of texts) {
    expect(ground.records(room)?.get(about), about).toBeDefined()
    expect(parseRoom(textRoomName(room, about)), about).toBeDefined()
    expect(outline.length).toBeGreaterThan(3)
  }
  expect(texts.filter(({ about }) => about.startsWith('meeting:')).length).toBeGreaterThan(20)
  expect(meetingKeyOf(dayOf(0))).toBe('mt-1970-01-01')
})

test.each(DAYS)('on %s what a check led to began after a check of that control was due', (today) => {
  const { ground } = world(today)
  const named = [
    ...measuresOf(ground).map((line) => ({ line, abouts: [line.origin ?? ''] })),
    ...plansOf(ground).map((line) => ({ line, abouts: line.links })),
  ].flatMap(({ line, abouts }) =>
    abouts.flatMap((about) => (about.startsWith('check:') ? { line, key: checkKey(about.slice(6)) } : [])),
  )
  const checks = named.filter(({ key }) => key !== undefined)
  expect(checks.length).toBeGreaterThan(3)
  for (const { line, key } of checks) {
    const control = CONTROLS.find((each) => each.key === key?.control)
    const year = yearOfPeriod(key?.period ?? '') ?? 0
    const found = control && periodsOfYear(control.rhythm, year, control.month)
    const begun = dayOf(line.folded.statements[0]?.at ?? 0)
    const period = found?.find((each) => each.period === key?.period)
    expect(period && period.due <= begun, `${line.about} ${key?.control}/${key?.period}`).toBe(true)
  }
})
