import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayOf, endOfDay, monthOf, startOfDay, yearOf } from '../../shared/days'

test('a moment falls on the day that clocks in Flanders show', () => {
  expect(dayOf(Date.parse('2026-11-30T22:59:59.999Z'))).toBe('2026-11-30')
  expect(dayOf(Date.parse('2026-11-30T23:00:00Z'))).toBe('2026-12-01')
  expect(dayOf(Date.parse('2026-06-30T21:59:59.999Z'))).toBe('2026-06-30')
  expect(dayOf(Date.parse('2026-06-30T22:00:00Z'))).toBe('2026-07-01')
})

test('the days on which the clock changes have 23 and 25 hours', () => {
  const hours = (day: string): number => (endOfDay(day) - startOfDay(day)) / 3_600_000
  expect(['2026-03-29', '2026-10-25', '2026-10-26'].map(hours)).toEqual([23, 25, 24])
})

test('before the end of a day is the same as on that day or earlier', () => {
  const at = fc.integer({ min: Date.parse('2015-01-01'), max: Date.parse('2060-12-31') })
  fc.assert(
    fc.property(at, fc.integer({ min: -1, max: 1 }), (moment, shift) => {
      const day = addDays(dayOf(moment), shift)
      expect(moment < endOfDay(day)).toBe(dayOf(moment) <= day)
      expect(moment >= startOfDay(day)).toBe(dayOf(moment) >= day)
    }),
  )
})

test('days are counted over the ends of months, years and leap Februaries', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2027-02-28', 1)).toBe('2027-03-01')
  expect(addDays('2027-01-01', -1)).toBe('2026-12-31')
  expect([yearOf('2026-11-30'), monthOf('2026-11-30')]).toEqual([2026, '2026-11'])
})
