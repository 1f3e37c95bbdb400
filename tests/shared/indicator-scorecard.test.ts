import { expect, test } from 'vitest'
import { startOfDay } from '../../shared/days'
import { groundAsOf } from '../../shared/queries/as-of'
import { dueFigures, isMyFigure } from '../../shared/queries/figures'
import { groupRows, scorecard, sortRows, summaryOf } from '../../shared/queries/scorecard'
import { seriesOf } from '../../shared/queries/series'
import { smallMultiple } from '../../shared/queries/small-multiple'
import { grant } from '../make'
import { makeIndicator, makeWorld, monthsFrom } from './make-indicators'

const share = makeIndicator('be03', {
  data: 'proportion',
  factor: 100,
  chart: 'p',
  direction: 'higher',
  target: 95,
  departments: ['tec', 'bur'],
  perspective: 'processes',
  caf: '5.1',
  theme: 'monitoring',
  objective: 'bd1',
})
const wait = makeIndicator('dv01', {
  data: 'measure',
  direction: 'lower',
  departments: ['bur'],
  perspective: 'citizen',
  caf: '6.2',
})

test('the total of two departments is the sum of their cases, not the mean of their percentages', () => {
  const world = makeWorld('2024-02-20')
  world.give(share, 'tec', '2024-01', { numerator: 10, denominator: 20 })
  world.give(share, 'bur', '2024-01', { numerator: 72, denominator: 80 })
  const rows = scorecard([share], world)
  expect(rows.map(({ department, value }) => [department, value])).toEqual([
    [undefined, 82],
    ['tec', 50],
    ['bur', 90],
  ])
})

test('half a total is no total: a department that is late leaves a gap in it', () => {
  const world = makeWorld('2024-03-20')
  world.give(share, 'tec', '2024-01', { numerator: 10, denominator: 20 })
  world.give(share, 'bur', '2024-01', { numerator: 72, denominator: 80 })
  world.give(share, 'tec', '2024-02', { numerator: 19, denominator: 20 })
  const [total, tec, bur] = scorecard([share], world)
  expect(total).toMatchObject({ value: 82, period: '2024-01', stale: true, missing: 1 })
  expect(total?.series.chart.points.map(({ value }) => value && Math.round(value))).toEqual([82, null])
  expect(tec).toMatchObject({ value: 95, period: '2024-02', stale: false, missing: 0 })
  expect(bur).toMatchObject({ value: 90, period: '2024-01', stale: true, missing: 1 })
})

test('an indicator that was never measured is on the scorecard, with all that is missing', () => {
  const [row] = scorecard([wait], makeWorld('2024-04-20'))
  expect(row).toMatchObject({ value: undefined, stale: true, missing: 3, variation: 'common-cause' })
})

test('measured figures that cannot be added up have no total', () => {
  const both = makeIndicator('hr04', { data: 'measure', departments: ['tec', 'bur'] })
  expect(scorecard([both], makeWorld('2024-02-20')).map(({ department }) => department)).toEqual([
    'tec',
    'bur',
  ])
})

const filled = () => {
  const world = makeWorld('2025-02-20')
  monthsFrom(2024, 13).forEach((month, index) => {
    world.give(wait, 'bur', month, { value: index === 12 ? 20 : 8 + (index % 2) })
    world.give(share, 'tec', month, { numerator: 190 + (index % 3), denominator: 200 })
    if (index < 12) world.give(share, 'bur', month, { numerator: 150 + (index % 3), denominator: 200 })
  })
  return world
}

test('by signal the worst comes first: a bad signal, then what is stale', () => {
  const rows = scorecard([share, wait], filled())
  expect(
    sortRows(rows, 'signal').map(({ indicator, department }) => `${indicator.key} ${department}`),
  ).toEqual(['dv01 bur', 'be03 undefined', 'be03 bur', 'be03 tec'])
  expect(sortRows(rows, 'target')[0]).toMatchObject({ department: undefined, assurance: 'failing' })
  expect(sortRows(rows, 'name').map(({ indicator }) => indicator.key)).toEqual([
    'be03',
    'be03',
    'be03',
    'dv01',
  ])
})

test('the counts above the scorecard are those of departments, totals not counted twice', () => {
  expect(summaryOf(scorecard([share, wait], filled()))).toEqual({
    rows: 3,
    concern: 1,
    improvement: 0,
    neutral: 0,
    stale: 1,
    failing: 1,
    passing: 0,
  })
})

test('rows are grouped by perspective, CAF criterion, theme and objective; what belongs nowhere comes last', () => {
  const rows = scorecard([share, wait], filled(), (department) => department === 'bur')
  const keys = (by: Parameters<typeof groupRows>[1]) =>
    groupRows(rows, by).map(({ key, rows: { length } }) => [key, length])
  expect(keys('perspective')).toEqual([
    ['citizen', 1],
    ['processes', 1],
  ])
  expect(keys('caf')).toEqual([
    ['5', 1],
    ['6', 1],
  ])
  expect(keys('theme')).toEqual([
    ['monitoring', 1],
    ['', 1],
  ])
  expect(keys('objective')).toEqual([
    ['bd1', 1],
    ['', 1],
  ])
})

test('the scorecard as of a day knows nothing of what was said later', () => {
  const world = makeWorld('2024-06-20')
  world.at('2024-02-05')
  world.give(wait, 'bur', '2024-01', { value: 8 })
  world.at('2024-03-05')
  world.give(wait, 'bur', '2024-02', { value: 9 })
  world.at('2024-04-05')
  world.give(wait, 'bur', '2024-01', { value: 18, reason: 'Verkeerde kolom overgenomen.' })
  const onDay = (day: string) =>
    scorecard([wait], groundAsOf(world, startOfDay(day))).map(({ value, period, stale, missing }) => ({
      value,
      period,
      stale,
      missing,
    }))
  expect(onDay('2024-02-20')).toEqual([{ value: 8, period: '2024-01', stale: false, missing: 0 }])
  expect(onDay('2024-03-20')).toEqual([{ value: 9, period: '2024-02', stale: false, missing: 0 }])
  expect(onDay('2024-05-20')).toEqual([{ value: 9, period: '2024-02', stale: true, missing: 2 }])
  const figures = (day: string) =>
    seriesOf(wait, 'bur', groundAsOf(world, startOfDay(day))).figures.map(({ value, corrected }) => [
      value,
      corrected,
    ])
  expect(figures('2024-03-20')).toEqual([
    [8, false],
    [9, false],
  ])
  expect(figures('2024-05-01').slice(0, 2)).toEqual([
    [18, true],
    [9, false],
  ])
})

test('what is to be measured is listed in due order, and is mine when I work there or own it', () => {
  const weekly = makeIndicator('wk', {
    data: 'count',
    rhythm: 'weekly',
    since: '2024-05-06',
    departments: ['tec'],
    moment: 2,
    owner: 'p01',
  })
  const figures = dueFigures([wait, weekly], makeWorld('2024-05-17'), (department) =>
    ['bur', 'tec'].includes(department),
  )
  expect(figures.map(({ indicator, period, due, state }) => [indicator.key, period, due, state])).toEqual([
    ['dv01', '2024-01', '2024-02-14', 'late'],
    ['dv01', '2024-02', '2024-03-14', 'late'],
    ['dv01', '2024-03', '2024-04-15', 'late'],
    // Two working days after Sunday 12 May.
    ['wk', '2024-W19', '2024-05-14', 'late'],
    // 1 May, Ascension and Whit Monday: the first and ninth are no working days.
    ['dv01', '2024-04', '2024-05-16', 'late'],
  ])
  const [first] = figures
  const week = figures.find(({ indicator }) => indicator.key === 'wk')
  if (!first || !week) throw new Error('nothing is due')
  expect(isMyFigure(first, 'p24', [grant('contributor', ['bur'])])).toBe(true)
  expect(isMyFigure(first, 'p04', [grant('manager', ['tec'])])).toBe(false)
  expect(isMyFigure(week, 'p01', [grant('director')])).toBe(true)
  expect(isMyFigure(first, 'p01', [grant('director')])).toBe(false)
})

test('a survey of every three years is asked for in its years only', () => {
  const survey = makeIndicator('dv09', {
    data: 'proportion',
    rhythm: 'yearly',
    every: 3,
    since: '2020-01-01',
    departments: ['com'],
    moment: 60,
  })
  const series = seriesOf(survey, 'com', makeWorld('2027-02-01'))
  expect(series.figures.map(({ period, state }) => [period, state])).toEqual([
    ['2020', 'late'],
    ['2023', 'late'],
    ['2026', 'soon'],
  ])
})

test('a small picture holds what is drawn, and how far it reaches', () => {
  const [row] = scorecard([wait], filled())
  const picture = smallMultiple(row?.series as never)
  expect(picture.values).toEqual([8, 9, 8, 9, 8, 9, 8, 9, 8, 9, 8, 9, 20])
  expect(picture.signals).toEqual([{ at: 13, reading: 'concern' }])
  // 8.5 - 3 x 1 / 1.128.
  expect(picture.extent?.[0]).toBeCloseTo(5.8404, 4)
  expect(picture.extent?.[1]).toBe(20)
})
