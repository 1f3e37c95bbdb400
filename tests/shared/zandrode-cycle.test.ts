/** The demo shows the whole cycle, said by people who may, in the order in which they may. */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { mayWrite, objection } from '../../shared/access'
import { adoptControls } from '../../shared/commands/controls'
import { assessmentIn } from '../../shared/commands/rounds'
import { addDays, type Day, dayOf, startOfDay, yearOf } from '../../shared/days'
import { createFold, type RunningFold } from '../../shared/fold'
import { control as controlKind } from '../../shared/kinds/control'
import { readRecord } from '../../shared/kinds/kind'
import { IMPACTS } from '../../shared/kinds/risk'
import { ADOPTABLE, CONTROLS } from '../../shared/libraries/controls'
import { DEPARTMENTS, PEOPLE } from '../../shared/libraries/zandrode'
import { cycleStatements } from '../../shared/libraries/zandrode-cycle'
import { RISKS } from '../../shared/libraries/zandrode-cycle-stories'
import { type Batch, demoStatements } from '../../shared/libraries/zandrode-history'
import { evidenceIn, expiring } from '../../shared/queries/evidence'
import { effectNow, findingsOf, proofOf } from '../../shared/queries/findings'
import type { WorkGround } from '../../shared/queries/ground'
import { coverageOf, risksOf } from '../../shared/queries/risks'
import { linesOf, roundsOf, whoSubmitted } from '../../shared/queries/rounds'
import { yearChecks } from '../../shared/queries/schedule'
import { libraryNews } from '../../shared/queries/text'
import { parseRoom, type Room } from '../../shared/rooms'
import { parse, toTuple } from '../../shared/statement'
import { makeAuthor } from '../make'

const DAYS: readonly Day[] = ['2026-11-21', '2027-01-04']

const worldOf = (today: Day) => {
  const history = demoStatements({ today })
  const cycle = cycleStatements({ today, history })
  const rooms = new Map<string, RunningFold>()
  const records = (room: string): RunningFold => {
    const known = rooms.get(room) ?? createFold()
    rooms.set(room, known)
    return known
  }
  const wrong: string[] = []
  const tell = ({ room, member, statements }: Batch, isNew: boolean): void => {
    const place = parseRoom(room) as Room
    for (const statement of statements) {
      if (isNew) {
        const said = (about: string) => [
          ...(records(room).get(about)?.statements ?? []),
          ...statements.filter((each) => each.about === about),
        ]
        const why = objection(member, place, statement, said)
        const isWellFormed = parse(toTuple(statement)) !== undefined
        const isAhead = statement.at >= startOfDay(today)
        if (why || !isWellFormed || isAhead)
          wrong.push(`${room} ${statement.about} ${why ?? dayOf(statement.at)}`)
      }
    }
    if (isNew && !mayWrite(records('org'), member, place, startOfDay(today)))
      wrong.push(`${member} in ${room}`)
    records(room).insert(records(room).length, statements)
  }
  for (const batch of history) tell(batch, false)
  for (const batch of [...cycle.first, ...cycle.then, ...cycle.last]) tell(batch, true)
  const ground: WorkGround = { today, departments: DEPARTMENTS.map(({ key }) => key), records }
  const controls = [...records('org').all()]
    .filter(({ about }) => about.startsWith('control:'))
    .map((folded) => readRecord(controlKind, folded))
  const checks = DEPARTMENTS.flatMap(({ key: department }) =>
    [1, 0].flatMap((ago) => {
      const year = yearOf(today) - ago
      return yearChecks({ controls, department, year, records: records(`dept/${department}/${year}`), today })
    }),
  )
  return { wrong, ground, records, controls, checks, cycle }
}
const worlds = new Map(DAYS.map((today) => [today, worldOf(today)]))
const world = (today: Day) => worlds.get(today) as ReturnType<typeof worldOf>

test.each(DAYS)(
  'on %s everything is said by somebody who may, and nothing is ahead of the clock',
  (today) => {
    expect(world(today).wrong).toEqual([])
  },
)

test.each(DAYS)('on %s findings stand at every stage, and what is closed was seen to work', (today) => {
  const { ground, checks } = world(today)
  const findings = findingsOf(ground)
  expect(findings.length).toBeGreaterThanOrEqual(8)
  const stages = new Set(findings.map(({ stage }) => stage))
  expect(stages.has('closed')).toBe(true)
  expect(stages.size).toBeGreaterThanOrEqual(3)
  for (const { about, state } of findings)
    if (state === 'closed') expect(effectNow(proofOf(ground, about, checks)), about).toBe('held')
})

test.each(DAYS)('on %s the register covers every impact, and some risks lack a working control', (today) => {
  const { ground, controls, checks } = world(today)
  const risks = risksOf(ground, controls, findingsOf(ground))
  expect(risks).toHaveLength(RISKS.length)
  expect(risks.some(({ isAbove }) => isAbove)).toBe(false)
  expect(new Set(risks.flatMap(({ inherent }) => Object.keys(inherent?.impacts ?? {})))).toEqual(
    new Set(IMPACTS),
  )
  expect(new Set(risks.map(({ accepted }) => accepted))).toEqual(new Set(['no', 'yes', 'over']))
  const coverage = coverageOf(risks, controls, checks, today)
  expect(coverage.withoutControl.length).toBeGreaterThan(0)
  expect(coverage.controlsWithoutRisk.length).toBeGreaterThan(0)
})

test.each(DAYS)('on %s recent answers of key controls have evidence, and some of it runs out', (today) => {
  const { ground, cycle } = world(today)
  const lines = ground.departments.flatMap((department) =>
    [yearOf(today) - 1, yearOf(today)].flatMap((year) => {
      const room = `dept/${department}/${year}`
      return evidenceIn(ground.records(room), room)
    }),
  )
  expect(lines.length).toBeGreaterThan(40)
  expect(expiring(lines, today, 60).length).toBeGreaterThan(0)
  // Each has its bytes, under the hash that is said of them.
  const named = lines
    .flatMap(({ sha256, thumbnail }) => [sha256, thumbnail])
    .filter((hash) => hash !== undefined)
  expect(named.length).toBeGreaterThan(lines.length)
  const hashes = cycle.files.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'))
  expect(new Set(hashes)).toEqual(new Set(named))
})

test.each(DAYS)('on %s one round is validated and one is scored, blind, by some', (today) => {
  const { ground, records } = world(today)
  const [now, before] = roundsOf(records('org'))
  expect([now?.state, before?.state]).toEqual(['scoring', 'validated'])
  expect(assessmentIn(records('org'), before?.key ?? '')?.intact).toBe(true)
  if (!now || !before) throw new Error('no rounds')
  expect(linesOf(before, { member: 'p03', records }).every(({ scores }) => scores.length === 5)).toBe(true)
  expect(linesOf(now, { member: 'p05', records }).every(({ scores }) => scores.length === 0)).toBe(true)
  expect(whoSubmitted(ground, now)).toEqual(['p04', 'p07'])
})

test('stories name people, departments and controls that there are', () => {
  const controls = new Set(CONTROLS.map(({ key }) => key))
  const people = new Set(PEOPLE.map(({ key }) => key))
  const themes = new Set(CONTROLS.map(({ theme }) => theme))
  for (const story of RISKS) {
    expect(people.has(story.by) && people.has(story.owner), story.key).toBe(true)
    expect(themes.has(story.theme), story.theme).toBe(true)
    expect(story.controls.filter((key) => !controls.has(key))).toEqual([])
  }
})

test('the library says more of one control than when Zandrode adopted it', () => {
  const news = libraryNews(world('2026-11-21').controls, CONTROLS)
  expect(news.map(({ control, reworded }) => [control.key, reworded])).toEqual([['c058', false]])
})

test('the built-in library is adopted as it stands, with functions in words and departments of one’s own', () => {
  const org = createFold()
  org.insert(
    0,
    adoptControls(org, ADOPTABLE, { since: '2027-01-01', departmentsOf: () => ['tec'] }, makeAuthor('p03')),
  )
  const first = org.get('control:c001')
  expect(first && readRecord(controlKind, first)).toMatchObject({
    ownerRole: 'algemeen directeur',
    departments: ['tec'],
    origin: 'c001',
  })
  expect(first?.fields.has('owner')).toBe(false)
  expect(org.length).toBe(CONTROLS.length)
})

test('answers wait for a judgement, were judged, and a rhythm changes from today on', () => {
  const { checks, controls } = world('2026-11-21')
  const states = new Set(checks.flatMap(({ review }) => review?.state ?? []))
  expect(states.has('submitted') && states.has('accepted')).toBe(true)
  const changed = controls.find(({ key }) => key === 'c026')
  expect(changed?.former).toMatchObject([{ rhythm: 'monthly', until: addDays('2026-11-21', -1) }])
})
