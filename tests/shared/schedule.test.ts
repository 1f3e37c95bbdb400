import { expect, test } from 'vitest'
import { answerCheck, takeBackCheck } from '../../shared/commands/checks'
import { undoStatement } from '../../shared/commands/undo'
import { createFold, type RunningFold } from '../../shared/fold'
import type { Outcome } from '../../shared/kinds/check'
import { type Check, dueAndLate, mine, occurrences, yearChecks } from '../../shared/queries/schedule'
import { grant, makeAuthor, makeControl, makeStatement, moment, recordsOf } from '../make'

const TODAY = '2026-11-16'
const CHECK = { control: 'c065', period: '2026-11' }
const ABOUT = 'check:c065/2026-11'

const checksOf = (records: RunningFold, control = makeControl(), today = TODAY): Check[] =>
  yearChecks({ controls: [control], department: 'tec', year: 2026, records, today })
const november = (records: RunningFold, today = TODAY): Check =>
  checksOf(records, makeControl(), today).find(({ period }) => period === '2026-11') as Check
const answer = (records: RunningFold, outcome: Outcome, by: string, at: number, note = ''): void =>
  void records.insert(records.length, answerCheck(records, { ...CHECK, outcome, note }, makeAuthor(by, at)))

// Which checks there are

test('the periods due between two days are found, also those that began in the year before', () => {
  const quarterly = makeControl({ rhythm: 'quarterly' })
  expect(
    occurrences(quarterly, { from: '2027-01-01', to: '2027-04-30' }).map(({ period }) => period),
  ).toEqual(['2026-Q4', '2027-Q1'])
  expect(occurrences(quarterly, { from: '2027-02-01', to: '2027-04-29' })).toEqual([])
})

test('a control has no checks due before it began or after it ended', () => {
  const control = makeControl({ since: '2026-03-13', until: '2026-06-12' })
  const due = occurrences(control, { from: '2026-01-01', to: '2026-12-31' })
  expect(due.map((each) => [each.period, each.due])).toEqual([
    ['2026-03', '2026-03-13'],
    ['2026-04', '2026-04-15'],
    ['2026-05', '2026-05-18'],
    ['2026-06', '2026-06-12'],
  ])
  expect(checksOf(recordsOf([]), control)).toHaveLength(4)
})

test('a control of every two years counts from the year in which it began', () => {
  const control = makeControl({ rhythm: 'yearly', month: 9, every: 2, since: '2024-11-01' })
  const due = occurrences(control, { from: '2024-01-01', to: '2031-12-31' })
  expect(due.map((each) => each.due)).toEqual(['2026-09-30', '2028-09-30', '2030-09-30'])
})

test.each([0, -3, 1, 1.9])('a control of every %d years comes each year', (every) => {
  const control = makeControl({ rhythm: 'yearly', every, since: '2020-01-01' })
  expect(occurrences(control, { from: '2024-01-01', to: '2026-12-31' })).toHaveLength(3)
})

test.each([0, 13, 6.5, undefined])('a yearly control of month %s is due in December', (month) => {
  const control = makeControl({ rhythm: 'yearly', month })
  expect(occurrences(control, { from: '2026-01-01', to: '2026-12-31' })[0]?.due).toBe('2026-12-31')
})

test('a check lives in the room of the year of its period, whenever it is due', () => {
  const control = makeControl({ rhythm: 'quarterly' })
  const last = checksOf(recordsOf([]), control).at(-1)
  expect(last).toMatchObject({ period: '2026-Q4', due: '2027-01-31', room: 'dept/tec/2026' })
})

test('a department has the checks of its own controls, and none of a control that is gone', () => {
  const controls = [
    makeControl({ key: 'a', departments: ['tec', 'bur'] }),
    makeControl({ key: 'b', departments: ['bur'] }),
    makeControl({ key: 'c', gone: true } as Parameters<typeof makeControl>[0]),
  ]
  const checks = yearChecks({ controls, department: 'tec', year: 2026, records: recordsOf([]), today: TODAY })
  expect(new Set(checks.map(({ control }) => control.key))).toEqual(new Set(['a']))
  expect(checks).toHaveLength(12)
})

test('what was answered remains when the control is gone, over, or given to another department', () => {
  const records = recordsOf([])
  answer(records, 'in-order', 'els', moment('2026-11-10'))
  for (const changed of [{ gone: true }, { until: '2026-01-31' }, { departments: ['bur'] }]) {
    const periods = checksOf(records, makeControl(changed as object)).map(({ period }) => period)
    expect(periods.filter((period) => period !== '2026-01')).toEqual(['2026-11'])
  }
})

test('an answer that was taken back does not keep an ended control alive', () => {
  const records = recordsOf([])
  answer(records, 'in-order', 'els', moment('2026-11-10'))
  records.insert(records.length, takeBackCheck(records, CHECK, makeAuthor('els')))
  expect(checksOf(records, makeControl({ departments: ['bur'] }))).toEqual([])
})

test('checks come in the order in which they are due', () => {
  const controls = [makeControl({ key: 'b', rhythm: 'quarterly' }), makeControl({ key: 'a' })]
  const checks = yearChecks({ controls, department: 'tec', year: 2026, records: recordsOf([]), today: TODAY })
  expect(checks.map(({ due }) => due)).toEqual(checks.map(({ due }) => due).sort())
})

// How they stand

test.each([
  ['2026-10-31', 'later'],
  ['2026-11-01', 'soon'],
  ['2026-11-15', 'soon'],
  ['2026-11-16', 'today'],
  ['2026-11-17', 'late'],
])('on %s the open check of November is %s', (today, state) => {
  expect(november(recordsOf([]), today)).toMatchObject({
    state,
    opens: '2026-11-01',
    due: '2026-11-16',
    clash: false,
  })
})

test('an answered check is done, and says who, when and what', () => {
  const records = recordsOf([])
  answer(records, 'partly', 'els', moment('2026-11-10', 9.5), 'Eén te weinig.')
  expect(november(records)).toMatchObject({
    state: 'done',
    outcome: 'partly',
    note: 'Eén te weinig.',
    performer: 'els',
    answeredBy: 'els',
    answeredAt: moment('2026-11-10', 9.5),
    onTime: true,
    clash: false,
  })
})

test('an answer is on time until midnight in Flanders of its due day', () => {
  const at = (when: number): boolean | undefined => {
    const records = recordsOf([])
    answer(records, 'in-order', 'els', when)
    return november(records).onTime
  }
  expect(at(moment('2026-11-16', 24) - 1)).toBe(true)
  expect(at(moment('2026-11-17', 0))).toBe(false)
})

test('a late correction does not make a timely answer late, nor take it from who gave it', () => {
  const records = recordsOf([])
  answer(records, 'partly', 'els', moment('2026-11-10'))
  answer(records, 'in-order', 'jan', moment('2026-12-01'))
  expect(november(records)).toMatchObject({ outcome: 'in-order', onTime: true, answeredBy: 'els' })
})

test('a take-back ends a run of answers: what comes after it begins anew', () => {
  const records = recordsOf([])
  answer(records, 'in-order', 'els', moment('2026-11-10'))
  records.insert(1, takeBackCheck(records, CHECK, makeAuthor('els', moment('2026-11-11'))))
  const open = november(records, '2026-11-18')
  expect(open).toMatchObject({ state: 'late', note: '' })
  for (const field of ['outcome', 'answeredAt', 'answeredBy', 'onTime', 'performer', 'heads'])
    expect(open).not.toHaveProperty(field)
  answer(records, 'in-order', 'jan', moment('2026-11-18'))
  expect(november(records)).toMatchObject({
    onTime: false,
    answeredBy: 'jan',
    answeredAt: moment('2026-11-18'),
  })
})

test('an undone correction leaves the answer as timely as it was', () => {
  const records = recordsOf([])
  answer(records, 'in-order', 'els', moment('2026-11-10'))
  answer(records, 'partly', 'els', moment('2026-11-20'))
  const wrong = records.get(ABOUT)?.statements[1]?.id as string
  records.insert(2, undoStatement(records.get(ABOUT), wrong, makeAuthor('els', moment('2026-11-20', 13))))
  expect(november(records)).toMatchObject({
    outcome: 'in-order',
    onTime: true,
    answeredAt: moment('2026-11-10'),
  })
})

test('two who answered apart clash: both are shown, the earliest says whether it was on time, in any order', () => {
  const blind = createFold()
  const early = answerCheck(blind, { ...CHECK, outcome: 'in-order' }, makeAuthor('els', moment('2026-11-10')))
  const late = answerCheck(
    blind,
    { ...CHECK, outcome: 'partly', note: 'x' },
    makeAuthor('jan', moment('2026-11-20')),
  )
  for (const list of [
    [...early, ...late],
    [...late, ...early],
  ]) {
    const check = november(recordsOf(list))
    expect(check).toMatchObject({ clash: true, onTime: true, answeredBy: 'els' })
    expect(check.outcome).toBe(list.at(-1)?.set.outcome)
    expect(check.heads).toEqual(
      list.map(({ set, by, at }) => ({ outcome: set.outcome, note: set.note ?? '', by, at })),
    )
  }
})

test('people who only name different performers do not clash', () => {
  const blind = createFold()
  const same = (by: string) => answerCheck(blind, { ...CHECK, outcome: 'in-order' }, makeAuthor(by))
  expect(november(recordsOf([...same('els'), ...same('jan')]))).toMatchObject({ clash: false })
})

test('an answer in words of a newer version leaves the check open here', () => {
  const records = recordsOf([makeStatement({ about: ABOUT, set: { outcome: 'excellent', note: 7 } })])
  expect(november(records)).toMatchObject({ state: 'today', note: '' })
})

// Whose they are

test.each<[string, readonly string[], Parameters<typeof mine>[2], boolean]>([
  ['the head of the department', [], [grant('manager', ['tec'])], true],
  ['who works for the department', [], [grant('contributor', ['bur', 'tec'])], true],
  ['the head of another department', [], [grant('manager', ['bur'])], false],
  ['who reads in the department', [], [grant('reader', ['tec'])], false],
  ['a director who is not named', [], [grant('director')], false],
  ['a director who is named', ['els'], [grant('director')], true],
  ['a coordinator who is named', ['jan', 'els'], [grant('coordinator')], true],
  ['a head who is not named', ['jan'], [grant('manager', ['tec'])], false],
  ['someone named who may not write there', ['els'], [grant('manager', ['bur']), grant('auditor')], false],
])('%s: a check with performers %j', (_, performers, grants, expected) => {
  const [check] = checksOf(recordsOf([]), makeControl({ performers }))
  expect(mine(check as Check, 'els', grants)).toBe(expected)
})

test('the number on the button counts what is late and what is due today', () => {
  const records = recordsOf([])
  answer(records, 'in-order', 'els', moment('2026-11-10'))
  expect(dueAndLate(checksOf(recordsOf([])))).toBe(11)
  expect(dueAndLate(checksOf(records))).toBe(10)
})
