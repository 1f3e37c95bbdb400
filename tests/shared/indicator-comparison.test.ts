import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  checksBehind,
  paretoOfCategories,
  paretoOfChecks,
  runChartOf,
  withRest,
} from '../../shared/queries/causes'
import { comparisonsOf } from '../../shared/queries/did-it-help'
import { funnelOf, isComparable } from '../../shared/queries/funnel'
import type { Check } from '../../shared/queries/schedule'
import { freshSeries } from '../../shared/queries/series'
import { pareto } from '../../shared/spc'
import { makeControl } from '../make'
import { makeIndicator, makeWorld, monthsFrom } from './make-indicators'

const share = makeIndicator('fi02', {
  data: 'proportion',
  factor: 100,
  chart: 'p',
  direction: 'higher',
  departments: ['tec', 'bur', 'cul'],
})

const funnel = (given: Record<string, [number, number]>, one = share) => {
  const world = makeWorld('2024-02-20')
  for (const [department, [numerator, denominator]] of Object.entries(given))
    world.give(one, department, '2024-01', { numerator, denominator })
  return funnelOf(
    one,
    one.departments.map((department) => freshSeries(one, department, world)),
    { from: '2024-01', to: '2024-12' },
  )
}

test('a small department may lie far from the average and be no signal, a large one may not', () => {
  // Together 1 800 of 2 000: 90 %. One standard error is sqrt(0.09/n): 3 % at 100, 1 % at 900.
  const found = funnel({ tec: [85, 100], bur: [851, 900], cul: [864, 1000] })
  expect(found?.center).toBeCloseTo(90, 10)
  const [tec, bur, cul] = found?.points ?? []
  expect(tec).toMatchObject({ beyond: 0, reading: 'common-cause' })
  expect(tec?.z).toBeCloseTo(-5 / 3, 6)
  expect([tec?.lower2, tec?.upper2, tec?.lower3, tec?.upper3].map((limit) => limit?.toFixed(2))).toEqual([
    '84.00',
    '96.00',
    '81.00',
    '99.00',
  ])
  // 94.56 % is 4.56 standard errors above, 86.4 % is 3.79 below.
  expect(bur).toMatchObject({ beyond: 3, reading: 'improvement' })
  expect(cul).toMatchObject({ beyond: 3, reading: 'concern' })
})

test('rates have the limits of a Poisson count', () => {
  const accidents = makeIndicator('hr07', {
    data: 'rate',
    factor: 1_000_000,
    chart: 'u',
    direction: 'lower',
    departments: ['tec', 'bur'],
  })
  // 20 in 1 000 000 hours; the standard error at 250 000 hours is sqrt(0.00002/250000) = 8.944 per million.
  const found = funnel({ tec: [12, 250_000], bur: [8, 750_000] }, accidents)
  expect(found?.center).toBeCloseTo(20, 10)
  expect(found?.points[0]?.value).toBeCloseTo(48, 10)
  expect(found?.points[0]?.z).toBeCloseTo(28 / 8.94427, 4)
  expect(found?.points[0]).toMatchObject({
    beyond: 3,
    reading: 'concern',
    lower2: expect.closeTo(2.1115, 3),
    lower3: 0,
  })
})

test('a funnel needs two departments with cases, and figures with a spread that is known', () => {
  expect(funnel({ tec: [85, 100] })).toBeUndefined()
  expect(funnel({ tec: [85, 100], bur: [1, 2] })?.without).toEqual(['cul'])
  expect(isComparable(makeIndicator('fi01', { data: 'rate', chart: 'xmr' }))).toBe(false)
  expect(isComparable(makeIndicator('kl01', { data: 'count', chart: 'c' }))).toBe(false)
})

test('no limit of a funnel is ever outside what is possible', () => {
  const pair = fc
    .integer({ min: 1, max: 5000 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
  fc.assert(
    fc.property(pair, pair, (tec, bur) => {
      const found = funnel({ tec: tec as [number, number], bur: bur as [number, number] })
      const limits = [...(found?.points ?? []), ...(found?.curve ?? [])]
      const odd = limits.filter(({ lower3, lower2, upper2, upper3 }) => {
        const all = [0, lower3, lower2, found?.center ?? 0, upper2, upper3, 100]
        return all.some((limit, index) => limit < (all[index - 1] ?? 0) - 1e-9)
      })
      expect(odd).toEqual([])
    }),
    { numRuns: 30 },
  )
})

const days = makeIndicator('fi01', { data: 'measure', direction: 'lower' })
const changed = (after: readonly number[], direction = 'lower') => {
  const one = { ...days, direction: direction as 'lower' }
  const world = makeWorld('2026-01-20')
  const before = [30, 31, 30, 32, 29, 30, 31, 30, 32, 29, 30, 31]
  monthsFrom(2024, 12 + after.length).forEach((month, index) => {
    world.give(one, 'fin', month, { value: [...before, ...after][index] })
  })
  world.event(one, 'fin', '2025-01', 'Elektronische facturen')
  return comparisonsOf(freshSeries(one, 'fin', world))[0]
}

test('did it help? Ten months well below the limits of before say yes, in numbers', () => {
  const found = changed([27, 28, 27, 28, 27, 28, 27, 28, 27, 28])
  expect(found).toMatchObject({ from: '2025-01', title: 'Elektronische facturen', verdict: 'improved' })
  expect(found?.before).toMatchObject({ center: 365 / 12, points: 12 })
  expect(found?.after).toMatchObject({ center: 27.5, points: 10 })
  expect(found?.change).toBeCloseTo(27.5 - 365 / 12, 10)
  expect(found?.word).toMatchObject({ rule: 'side8', side: 'below', count: 10 })
  // The moving ranges of before add up to 17 over 11 steps.
  expect(found?.sigmas).toBeCloseTo((27.5 - 365 / 12) / (17 / 11 / 1.128), 6)
})

test('did it help? More of the same says no, two months say nothing yet, and worse is worse', () => {
  expect(changed([30, 31, 30, 32, 29, 30, 31, 30, 32, 29])?.verdict).toBe('no-change')
  expect(changed([20, 20])?.verdict).toBe('too-early')
  expect(changed([30, 31, 29, 30])?.verdict).toBe('too-early')
  expect(changed([36, 37, 36, 37])?.verdict).toBe('worsened')
  expect(changed([36, 37, 36, 37], 'none')?.verdict).toBe('changed')
})

test('one good month after the event does not make a change', () => {
  expect(changed([22, 30, 31, 30, 32, 31, 30, 31, 30, 32, 31, 30])?.verdict).toBe('no-change')
})

test('Pareto of complaints: the few sorts that make most of them, over months and departments', () => {
  const complaints = makeIndicator('kl01', { data: 'count', chart: 'c', departments: ['bur', 'tec'] })
  const world = makeWorld('2024-04-20')
  world.give(complaints, 'bur', '2024-01', {
    numerator: 10,
    categories: { wachttijd: 6, hoffelijkheid: 3, andere: 1 },
  })
  world.give(complaints, 'tec', '2024-02', {
    numerator: 9,
    categories: { wachttijd: 2, informatie: 1, andere: 6 },
  })
  world.give(complaints, 'bur', '2024-03', { numerator: 99, categories: { hoffelijkheid: 99 } })
  const list = ['bur', 'tec'].map((department) => freshSeries(complaints, department, world))
  expect(
    paretoOfCategories(list, { from: '2024-01', to: '2024-02' }).map(({ name, count }) => [name, count]),
  ).toEqual([
    ['wachttijd', 8],
    ['hoffelijkheid', 3],
    ['informatie', 1],
    ['andere', 7],
  ])
})

const check = (control: string, outcome: Check['outcome'], note = '', due = '2024-03-14'): Check =>
  ({
    control: makeControl({ key: control, theme: control === 'c1' ? 'geld' : 'mensen' }),
    department: 'tec',
    due,
    note,
    ...(outcome && { outcome }),
  }) as Check

test('Pareto of checks: outcomes of all, reasons of those that were not in order', () => {
  const checks = [
    check('c1', 'in-order'),
    check('c1', 'partly', 'Nog 2 facturen open.'),
    check('c2', 'not-in-order', 'nog 5 facturen open'),
    check('c1', 'partly', 'Wacht op ICT.'),
    check('c1', undefined),
    check('c1', 'partly', 'Wacht op ICT.', '2025-01-01'),
  ]
  const bars = (sort: Parameters<typeof paretoOfChecks>[1]) =>
    paretoOfChecks(checks, sort, { from: '2024-01-01', to: '2024-12-31' }).map(({ name, count }) => [
      name,
      count,
    ])
  expect(bars('outcome')).toEqual([
    ['partly', 2],
    ['in-order', 1],
    ['not-in-order', 1],
  ])
  expect(bars('control')).toEqual([
    ['c1', 2],
    ['c2', 1],
  ])
  expect(bars('theme')).toEqual([
    ['geld', 2],
    ['mensen', 1],
  ])
  expect(bars('reason')).toEqual([
    ['Nog 2 facturen open.', 2],
    ['Wacht op ICT.', 1],
  ])
})

test('behind a bar of Pareto lie as many checks as it counts', () => {
  const window = { from: '2024-01-01', to: '2024-12-31' }
  const checks = [
    check('c1', 'in-order'),
    check('c1', 'partly', 'Nog 2 facturen open.'),
    check('c2', 'not-in-order', 'nog 5 facturen open'),
    check('c1', 'not-in-order'),
    check('c1', 'partly', '', '2025-01-01'),
  ]
  for (const sort of ['outcome', 'control', 'theme', 'department', 'reason'] as const)
    for (const { name, count } of paretoOfChecks(checks, sort, window))
      expect(checksBehind(checks, sort, name, window)).toHaveLength(count)
  expect(checksBehind(checks, 'reason', '', window)).toEqual([checks[3]])
})

test('bars that are too many to take in are one bar together, however large', () => {
  const bars = pareto({ a: 5, b: 4, c: 3, d: 3, e: 3, f: 0 })
  expect(withRest(bars, 5).rest).toBeUndefined()
  const { bars: shown, rest } = withRest(bars, 3)
  expect(shown.map(({ name }) => name)).toEqual(['a', 'b'])
  expect(rest).toEqual({ names: ['c', 'd', 'e'], count: 9 })
})

test('a run chart lies around the median of all its points and says whether the level shifted', () => {
  const world = makeWorld('2026-01-05')
  monthsFrom(2024, 24).forEach((month, index) => {
    world.give(days, 'fin', month, { value: index < 12 ? 30 + (index % 2) : 20 + (index % 2) })
  })
  const { series, test: found } = runChartOf(freshSeries(days, 'fin', world))
  expect(series.chart.center).toBe(25.5)
  expect(found).toMatchObject({ useful: 24, longestRun: 12, longestRunMax: 8, crossings: 1, shift: true })
})
