import { expect, test } from 'vitest'
import { addDays } from '../../shared/days'
import { checkKey, yearOfPeriod } from '../../shared/kinds/check'
import { RHYTHMS } from '../../shared/kinds/control'
import { HOLIDAYS } from '../../shared/libraries/holidays-be'
import { isWorkingDay, periodsOfYear, workingDay } from '../../shared/queries/periods'

const YEARS = Array.from({ length: 30 }, (_, index) => 2020 + index)
const weekday = (day: string): string =>
  ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][new Date(`${day}T12:00Z`).getUTCDay()] as string

// Counted on a calendar, with the public holidays of the month in mind.
test.each([
  [2026, 1, '2026-01-15'], // 1 January is a Thursday: 2, 5-9, 12-15
  [2026, 4, '2026-04-15'], // Easter Monday on the 6th: 1-3, 7-10, 13-15
  [2026, 5, '2026-05-18'], // 1 May a Friday, Ascension on the 14th: 4-8, 11-13, 15, 18
  [2026, 8, '2026-08-14'], // 15 August is a Saturday: 3-7, 10-14
  [2026, 11, '2026-11-16'], // All Saints is a Sunday, 11 November a Wednesday: 2-6, 9, 10, 12, 13, 16
  [2026, 12, '2026-12-14'], // 1-4, 7-11, 14
  [2027, 2, '2027-02-12'], // the month begins on a Monday: 1-5, 8-12
  [2028, 5, '2028-05-15'], // 1 May a Monday: 2-5, 8-12, 15
])('the tenth working day of %i-%i is %s', (year, month, day) => {
  expect(workingDay(year, month, 10)).toBe(day)
})

test('the first working day of a year is never New Year', () => {
  for (const year of YEARS) expect(workingDay(year, 1, 1) > `${year}-01-01`).toBe(true)
})

test('weekends and public holidays are no working days', () => {
  expect(['2026-11-14', '2026-11-15', '2026-11-11', '2026-11-12'].map(isWorkingDay)).toEqual([
    false,
    false,
    false,
    true,
  ])
})

test('in thirty years every week runs from Monday to Friday, without a gap or an overlap', () => {
  let expected = '2019-12-30'
  for (const year of YEARS) {
    for (const { period, opens, due } of periodsOfYear('weekly', year)) {
      expect(opens, period).toBe(expected)
      expect([weekday(opens), weekday(due), addDays(opens, 4)]).toEqual(['mon', 'fri', due])
      // A week belongs to the year of its Thursday.
      expect(addDays(opens, 3).slice(0, 4), period).toBe(String(year))
      expected = addDays(opens, 7)
    }
  }
})

test('the years with a week 53 are those of the calendar', () => {
  const long = YEARS.filter((year) => periodsOfYear('weekly', year).length === 53)
  expect(long).toEqual([2020, 2026, 2032, 2037, 2043, 2048])
  expect(periodsOfYear('weekly', 2026).at(-1)).toEqual({
    period: '2026-W53',
    opens: '2026-12-28',
    due: '2027-01-01',
  })
  expect(periodsOfYear('weekly', 2026)[0]).toEqual({
    period: '2026-W01',
    opens: '2025-12-29',
    due: '2026-01-02',
  })
})

test('in thirty years each month is due on its tenth day of work', () => {
  for (const year of YEARS) {
    for (const [index, { opens, due }] of periodsOfYear('monthly', year).entries()) {
      expect(opens).toBe(`${year}-${String(index + 1).padStart(2, '0')}-01`)
      let worked = 0
      for (let day = opens; day <= due; day = addDays(day, 1))
        if (!['sat', 'sun'].includes(weekday(day)) && !HOLIDAYS.has(day)) worked += 1
      expect(worked, due).toBe(10)
      expect(isWorkingDay(due), due).toBe(true)
    }
  }
})

test('quarters are due a month after their end, the last one in the next year', () => {
  expect(periodsOfYear('quarterly', 2026)).toEqual([
    { period: '2026-Q1', opens: '2026-01-01', due: '2026-04-30' },
    { period: '2026-Q2', opens: '2026-04-01', due: '2026-07-31' },
    { period: '2026-Q3', opens: '2026-07-01', due: '2026-10-31' },
    { period: '2026-Q4', opens: '2026-10-01', due: '2027-01-31' },
  ])
})

test('half years are due at the end of April and of October', () => {
  expect(periodsOfYear('half-yearly', 2026)).toEqual([
    { period: '2026-H1', opens: '2026-04-01', due: '2026-04-30' },
    { period: '2026-H2', opens: '2026-10-01', due: '2026-10-31' },
  ])
})

test('a year is due at the end of its month, in a leap year on 29 February', () => {
  expect(periodsOfYear('yearly', 2026, 6)).toEqual([
    { period: '2026', opens: '2026-06-01', due: '2026-06-30' },
  ])
  expect(periodsOfYear('yearly', 2028, 2)[0]?.due).toBe('2028-02-29')
  expect(periodsOfYear('yearly', 2027, 2)[0]?.due).toBe('2027-02-28')
  expect(periodsOfYear('yearly', 2026)[0]?.due).toBe('2026-12-31')
})

test('every period of thirty years is one that a check can be about, opens before it is due, and comes in order', () => {
  for (const rhythm of RHYTHMS) {
    for (const year of YEARS) {
      const periods = periodsOfYear(rhythm, year)
      expect([...periods].sort((a, b) => (a.due < b.due ? -1 : 1))).toEqual(periods)
      for (const { period, opens, due } of periods) {
        expect(checkKey(`c065/${period}`), period).toBeDefined()
        expect(yearOfPeriod(period)).toBe(year)
        expect(opens <= due).toBe(true)
      }
    }
  }
})
