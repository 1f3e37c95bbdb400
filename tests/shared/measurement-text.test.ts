import fc from 'fast-check'
import { expect, test } from 'vitest'
import { notationOf, readNumber, readPeriod } from '../../shared/measurement-text'

test('numbers are read as people here write them', () => {
  const cases = {
    '12': 12,
    '12,5': 12.5,
    '1.234,5': 1234.5,
    '1 234,5': 1234.5,
    '1\u202f234': 1234,
    '1.234.567': 1_234_567,
    '1.234': 1234,
    '12.5': 12.5,
    '1,234.5': 1234.5,
    '0,924': 0.924,
    '0.924': 0.924,
    '92,4 %': 92.4,
    '-3,5': -3.5,
    '−3,5': -3.5,
    '(3,5)': -3.5,
    '€ 1.250,00': 1250,
    '1.250,00 EUR': 1250,
    '+7': 7,
    ',5': 0.5,
  }
  for (const [text, number] of Object.entries(cases)) expect(readNumber(text)?.number, text).toBe(number)
})

test('what is no number is none', () => {
  for (const text of ['', 'n.v.t.', '12 dagen', '1.23.4', '1,2,3', '12,', '3-4', '1e5', '--2', '.', '12..5'])
    expect(readNumber(text), text).toBeUndefined()
})

test('a percent sign is noticed, and a number that could be two is doubtful', () => {
  expect(readNumber('92,4 %')).toEqual({ number: 92.4, isPercent: true, isDoubtful: false })
  expect(readNumber('1.234')).toEqual({ number: 1234, isPercent: false, isDoubtful: true })
  expect(readNumber('1.234', 'dot')).toEqual({ number: 1.234, isPercent: false, isDoubtful: false })
  expect(readNumber('1.234', 'comma')).toEqual({ number: 1234, isPercent: false, isDoubtful: false })
  expect(readNumber('1,234', 'dot')?.number).toBe(1234)
})

test('one number of a column tells how the others are written', () => {
  expect(notationOf(['1.234', '12,5', '7'])).toBe('comma')
  expect(notationOf(['1.234', '12.5', '7'])).toBe('dot')
  expect(notationOf(['1.234', '7'])).toBeUndefined()
  expect(notationOf(['12,5', '12.5'])).toBeUndefined()
})

test('every number comes back from the way a Belgian spreadsheet writes it', () => {
  const format = new Intl.NumberFormat('nl-BE', { maximumFractionDigits: 2 })
  fc.assert(
    fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (cents) => {
      expect(readNumber(format.format(cents / 100), 'comma')?.number).toBeCloseTo(cents / 100, 6)
    }),
  )
})

const month = (text: string, year?: number) => readPeriod(text, 'monthly', year)

test('a month is recognised in every notation that spreadsheets and people use', () => {
  const same = [
    '2026-11',
    '2026/11',
    '202611',
    '11/2026',
    '11-2026',
    '11.2026',
    'nov 2026',
    'nov. 2026',
    'nov-26',
    "nov '26",
    'November 2026',
    '2026 november',
    'novembre 2026',
    '2026-11-30',
    '2026-11-30 14:05',
    '2026-11-30T00:00:00Z',
    '1/11/2026',
    '30-11-26',
    '30.11.2026',
    '30 november 2026',
    '11/30/2026',
    '46356',
  ]
  for (const text of same) expect(month(text), text).toEqual({ period: '2026-11' })
  expect(month('mrt 2026')).toEqual({ period: '2026-03' })
  expect(month('août 2026')).toEqual({ period: '2026-08' })
  expect(month('februari', 2025)).toEqual({ period: '2025-02' })
})

test('quarters, half-years, weeks and years are recognised, and days fall in them', () => {
  for (const text of [
    '2026-Q4',
    'Q4 2026',
    'K4 2026',
    '4e kwartaal 2026',
    'kwartaal 4 2026',
    'T4 2026',
    '12/12/2026',
  ])
    expect(readPeriod(text, 'quarterly'), text).toEqual({ period: '2026-Q4' })
  for (const text of [
    '2026-H1',
    'S1 2026',
    '1e semester 2026',
    '1ste halfjaar 2026',
    '2026 H1',
    '30/06/2026',
  ])
    expect(readPeriod(text, 'half-yearly'), text).toEqual({ period: '2026-H1' })
  for (const text of ['2026-W47', '2026W47', 'week 47 2026', 'wk 47/2026', '47/2026', '16/11/2026'])
    expect(readPeriod(text, 'weekly'), text).toEqual({ period: '2026-W47' })
  for (const text of ['2026', 'jaar 2026', '31/12/2026'])
    expect(readPeriod(text, 'yearly'), text).toEqual({ period: '2026' })
  expect(readPeriod('1/1/2027', 'weekly')).toEqual({ period: '2026-W53' })
})

test('a period that is none, or of another rhythm, or without its year, says so', () => {
  for (const text of ['', 'totaal', '31/02/2026', '2026-13', 'ju 2026', 'ma 2026', '12'])
    expect(month(text), text).toEqual({ problem: 'not-a-period' })
  expect(month('Q4 2026')).toEqual({ problem: 'other-rhythm' })
  expect(readPeriod('nov 2026', 'quarterly')).toEqual({ problem: 'other-rhythm' })
  expect(readPeriod('2026', 'monthly')).toEqual({ problem: 'other-rhythm' })
  expect(month('november')).toEqual({ problem: 'year-missing' })
  expect(readPeriod('week 53 2025', 'weekly')).toEqual({ problem: 'not-a-period' })
})
