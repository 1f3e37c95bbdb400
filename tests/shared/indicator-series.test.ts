import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excludePoint, rebaseChart } from '../../shared/commands/charts'
import { explainFigure } from '../../shared/commands/measurements'
import { CHART_KINDS, DATA_KINDS } from '../../shared/kinds/indicator'
import { comparisonsOf } from '../../shared/queries/did-it-help'
import { figuresOfOtherRhythms } from '../../shared/queries/figures'
import { hintsOf } from '../../shared/queries/hints'
import { freshSeries, seriesOf } from '../../shared/queries/series'
import { newestWord, unexplained, wordsOf } from '../../shared/queries/words'
import type { Json } from '../../shared/statement'
import { makeStatement } from '../make'
import { makeIndicator, makeWorld, monthsFrom } from './make-indicators'

const SAMPLE = JSON.parse(readFileSync('tests/fixtures/spc/sample_series.json', 'utf8')).series as {
  indicator: string
  months: string[]
  values: number[]
  expected: { cl: number; lcl: number; ucl: number; signals: Record<string, number[]> }
}[]

const payment = makeIndicator('fi01', { data: 'rate', chart: 'xmr', direction: 'lower', target: 30 })

const fill = (values: readonly (number | undefined)[], today = '2026-01-20', year = 2024) => {
  const world = makeWorld(today)
  const months = monthsFrom(year, values.length)
  values.forEach((value, index) => {
    if (value !== undefined) world.give(payment, 'fin', months[index] as string, { value })
  })
  return world
}

for (const { indicator, values, expected } of SAMPLE)
  test(`the series of ${indicator} has the limits and signals that were computed for its first twelve months`, () => {
    const one = makeIndicator(indicator.toLowerCase(), {
      data: 'measure',
      direction: 'lower',
      rules: ['beyond3', 'side7', 'two_of_three_2s', 'four_of_five_1s'],
    })
    const world = makeWorld('2026-01-05')
    monthsFrom(2024, values.length).forEach((month, index) => {
      world.give(one, 'fin', month, { value: values[index] })
    })
    const { chart, phases, missing, stale } = seriesOf(one, 'fin', world)
    expect(chart.points).toHaveLength(24)
    expect(chart.center).toBeCloseTo(expected.cl, 4)
    expect(chart.lower).toBeCloseTo(expected.lcl, 4)
    expect(chart.upper).toBeCloseTo(expected.ucl, 4)
    for (const [rule, points] of Object.entries(expected.signals))
      expect(
        chart.points.flatMap(({ signals }, index) => (signals.includes(rule as never) ? [index + 1] : [])),
        rule,
      ).toEqual(points)
    expect(phases).toMatchObject([{ first: 1, last: 24, frozen: true }])
    expect(phases[0]?.baseline).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect([missing, stale]).toEqual([[], false])
  })

test('limits do not move by themselves, whatever figures come after the first twelve', () => {
  const first = [29, 31.6, 32.6, 30.2, 28.9, 30.9, 31.8, 32.8, 29.1, 28.9, 32.1, 31.8]
  const before = freshSeries(payment, 'fin', fill(first)).chart
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.integer({ min: -500, max: 500 }), { nil: undefined }), { maxLength: 24 }),
      (later) => {
        const values = [
          ...first,
          ...later.map((value) => (value === undefined ? undefined : Math.abs(value))),
        ]
        const { chart } = freshSeries(payment, 'fin', fill(values, '2027-02-01'))
        expect([chart.center, chart.lower, chart.upper]).toEqual([before.center, before.lower, before.upper])
      },
    ),
    { numRuns: 30 },
  )
})

test('until there are twelve figures the limits are provisional and follow them', () => {
  const eight = freshSeries(payment, 'fin', fill([30, 31, 29, 32, 30, 31, 30, 33], '2024-09-16'))
  expect(eight.chart.provisional).toBe(true)
  expect(eight.phases[0]).toMatchObject({ frozen: false, baseline: [1, 2, 3, 4, 5, 6, 7, 8] })
  expect(hintsOf(eight)).toContainEqual({ code: 'provisional', points: 8, needed: 12 })
})

test('recalculating the limits needs a reason and takes the points that were named', () => {
  const values = [
    ...Array(12)
      .fill(0)
      .map((_, i) => 30 + (i % 2)),
    ...Array(12)
      .fill(0)
      .map((_, i) => 20 + (i % 2)),
  ]
  const world = fill(values)
  expect(
    world.say('dept/fin', (seen, author) =>
      rebaseChart(seen, 'fi01', { baseline: { from: '2025-01', to: '2025-12' }, reason: ' ' }, author),
    ),
  ).toEqual([])
  expect(freshSeries(payment, 'fin', world).chart.center).toBe(30.5)
  world.say('dept/fin', (seen, author) =>
    rebaseChart(
      seen,
      'fi01',
      { baseline: { from: '2025-01', to: '2025-12' }, reason: 'Nieuwe goedkeuringsstroom bevestigd.' },
      author,
    ),
  )
  const { chart, baseline, phases } = freshSeries(payment, 'fin', world)
  expect(chart.center).toBe(20.5)
  expect(chart.upper).toBeCloseTo(20.5 + (3 * 1) / 1.128, 9)
  expect(baseline).toEqual({ from: '2025-01', to: '2025-12', reason: 'Nieuwe goedkeuringsstroom bevestigd.' })
  expect(phases[0]?.frozen).toBe(true)
})

test('an event can open a phase, which has its own first twelve points and leaves the limits before it alone', () => {
  const values = [
    ...Array(12)
      .fill(0)
      .map((_, i) => 30 + (i % 2)),
    ...Array(12)
      .fill(0)
      .map((_, i) => 20 + (i % 2)),
  ]
  const world = fill(values)
  world.event(payment, 'fin', '2025-01', 'Elektronische facturen verplicht')
  const { chart, phases, marks } = freshSeries(payment, 'fin', world)
  expect(chart.points.map(({ center }) => center)).toEqual([...Array(12).fill(30.5), ...Array(12).fill(20.5)])
  expect(phases.map(({ first, last, title }) => [first, last, title])).toEqual([
    [1, 12, undefined],
    [13, 24, 'Elektronische facturen verplicht'],
  ])
  expect(marks).toMatchObject([{ period: '2025-01', at: 13, phase: true }])
})

test('a point that was left out with a reason stays on the chart and out of the limits', () => {
  const values = [30, 31, 30, 31, 90, 30, 31, 30, 31, 30, 31, 30, 31, 30]
  const world = fill(values, '2025-03-03')
  world.say('dept/fin', (seen, author) =>
    excludePoint(seen, 'fi01', '2024-05', 'Boekhouding lag stil door de overgang.', author),
  )
  const { chart, excluded, phases } = freshSeries(payment, 'fin', world)
  expect(excluded).toEqual([{ period: '2024-05', reason: 'Boekhouding lag stil door de overgang.', at: 5 }])
  expect(chart.points[4]).toMatchObject({ value: 90, signals: ['beyond3'] })
  expect(phases[0]?.baseline).toEqual([1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13])
  expect(chart.upper).toBeLessThan(40)
  world.say('dept/fin', (seen, author) => excludePoint(seen, 'fi01', '2024-05', '', author))
  expect(freshSeries(payment, 'fin', world).excluded).toEqual([])
})

test('a month without a figure is a gap on the chart and is named as missing', () => {
  const series = freshSeries(payment, 'fin', fill([30, 31, undefined, 30], '2024-06-17'))
  expect(series.figures.map(({ period, state, value }) => [period, state, value])).toEqual([
    ['2024-01', 'done', 30],
    ['2024-02', 'done', 31],
    ['2024-03', 'late', undefined],
    ['2024-04', 'done', 30],
    ['2024-05', 'late', undefined],
  ])
  expect(series.chart.points.map(({ value }) => value)).toEqual([30, 31, null, 30, null])
  expect(series.missing.map(({ period }) => period)).toEqual(['2024-03', '2024-05'])
  expect(series.stale).toBe(true)
})

test('a figure is due on the tenth working day after its period and late the day after', () => {
  const world = fill([30])
  const stateOn = (today: string) =>
    freshSeries(payment, 'fin', world.on(today)).figures.find(({ period }) => period === '2024-02')
  // March 2024 has no public holiday before Easter Monday, so the tenth working day is Thursday the fourteenth.
  expect(stateOn('2024-02-29')).toBeUndefined()
  expect(stateOn('2024-03-01')).toMatchObject({ state: 'soon', due: '2024-03-14' })
  expect(stateOn('2024-03-14')).toMatchObject({ state: 'today' })
  expect(stateOn('2024-03-15')).toMatchObject({ state: 'late' })
})

test('eight months on one side are a shift, and the ninth says nine', () => {
  const base = [29, 31, 30, 32, 28, 30, 31, 29, 30, 32, 29, 29]
  const series = freshSeries(payment, 'fin', fill([...base, ...Array(9).fill(29)], '2025-10-06'))
  expect(series.chart.center).toBe(30)
  expect(wordsOf(series).map(({ period, count }) => [period, count])).toEqual([
    // November and December 2024 lie below the average as well.
    ['2025-06', 8],
    ['2025-07', 9],
    ['2025-08', 10],
    ['2025-09', 11],
  ])
  expect(newestWord(series)).toMatchObject({
    rule: 'side8',
    count: 11,
    side: 'below',
    reading: 'improvement',
    since: '2024-11',
    provisional: false,
    comment: '',
  })
})

test('the reading of the newest figure is the variation of its chart', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 24 }),
      fc.constantFrom('higher', 'lower', 'none'),
      fc.subarray(
        ['beyond3', 'side7', 'side8', 'trend6', 'trend7', 'two_of_three_2s', 'four_of_five_1s'] as const,
        {
          minLength: 1,
        },
      ),
      (values, direction, rules) => {
        const one = makeIndicator('any', { data: 'measure', direction, rules })
        const world = makeWorld('2026-01-05')
        values.forEach((value, index) => {
          world.give(one, 'fin', monthsFrom(2024, 24)[index] as string, { value })
        })
        const series = freshSeries(one, 'fin', world)
        expect(newestWord(series)?.reading ?? 'common-cause').toBe(series.chart.variation)
      },
    ),
    { numRuns: 60 },
  )
})

test('a percentage is shown as a percentage, with limits that follow its number of cases', () => {
  const share = makeIndicator('dv03', {
    data: 'proportion',
    factor: 100,
    chart: 'p',
    direction: 'higher',
    target: 90,
  })
  const world = makeWorld('2024-07-01')
  // 90 of 100, 170 of 200, 88 of 100: together 348 of 400, so 87 %.
  for (const [period, numerator, denominator] of [
    ['2024-01', 90, 100],
    ['2024-02', 170, 200],
    ['2024-03', 88, 100],
  ] as const)
    world.give(share, 'fin', period, { numerator, denominator })
  const { chart, figures } = freshSeries(share, 'fin', world)
  expect(figures.slice(0, 3).map(({ value }) => value)).toEqual([90, 85, 88])
  expect(chart.points[0]?.value).toBeCloseTo(90, 10)
  expect(chart.points[0]?.center).toBeCloseTo(87, 10)
  // 87 - 3 sqrt(0.87 x 0.13 / 100) = 87 - 10.089; with 200 cases 87 - 7.134.
  expect(chart.points[0]?.lower).toBeCloseTo(87 - 10.0891, 3)
  expect(chart.points[1]?.lower).toBeCloseTo(87 - 7.1341, 3)
  expect(chart.assurance).toBe('hit-or-miss')
})

test('an aim between two figures is met when both limits lie between them', () => {
  const result = (target: number, targetTo: number) => {
    const one = makeIndicator('fi04', { data: 'measure', target, targetTo, direction: 'none' })
    const world = makeWorld('2025-02-03')
    monthsFrom(2024, 12).forEach((month, index) => {
      world.give(one, 'fin', month, { value: 97 + (index % 2) / 2 })
    })
    return freshSeries(one, 'fin', world).chart.assurance
  }
  expect([result(95, 100), result(98, 99), result(99, 100)]).toEqual(['passing', 'hit-or-miss', 'failing'])
})

test('a chart says when its numbers are small, when they are huge, and when cases were not kept', () => {
  const hints = (input: { numerator?: number; denominator?: number; value?: number }, fields = {}) => {
    const one = makeIndicator('be01', { data: 'proportion', factor: 100, chart: 'p', ...fields })
    const world = makeWorld('2025-02-03')
    monthsFrom(2024, 12).forEach((month) => {
      world.give(one, 'fin', month, input)
    })
    return hintsOf(freshSeries(one, 'fin', world)).map(({ code }) => code)
  }
  expect(hints({ numerator: 7, denominator: 8 })).toEqual(['small-numbers'])
  expect(hints({ numerator: 400, denominator: 800 })).toEqual([])
  expect(hints({ numerator: 2700, denominator: 3000 })).toEqual(['large-numbers'])
  expect(hints({ numerator: 2700, denominator: 3000 }, { chart: 'pprime' })).toEqual(['no-variation'])
  expect(hints({ value: 93.5 })).toContain('no-denominator')
})

test('a series stays the same object until something is said about it or the day changes', () => {
  const world = fill([30, 31, 30], '2024-04-16')
  const before = seriesOf(payment, 'fin', world)
  expect(seriesOf(payment, 'fin', world)).toBe(before)
  world.give(payment, 'tec', '2024-03', { value: 1 })
  expect(seriesOf(payment, 'fin', world)).toBe(before)
  world.give(payment, 'fin', '2024-04', { value: 29 })
  const after = seriesOf(payment, 'fin', world)
  expect(after).not.toBe(before)
  expect(after.newest?.value).toBe(29)
  expect(seriesOf(payment, 'fin', world.on('2024-06-03')).missing.map(({ period }) => period)).toEqual([])
  expect(seriesOf(payment, 'fin', world.on('2024-06-18')).missing.map(({ period }) => period)).toEqual([
    '2024-05',
  ])
})

test('figures from before a change of rhythm are not lost', () => {
  const world = fill([30, 31, 30], '2024-06-17')
  const quarterly = makeIndicator('fi01', { data: 'measure', rhythm: 'quarterly', since: '2024-01-01' })
  expect(freshSeries(quarterly, 'fin', world).figures.map(({ period, state }) => [period, state])).toEqual([
    ['2024-Q1', 'late'],
  ])
  expect(figuresOfOtherRhythms(quarterly, 'fin', world).map(({ period, value }) => [period, value])).toEqual([
    ['2024-01', 30],
    ['2024-02', 31],
    ['2024-03', 30],
  ])
})

test('one comment explains a whole run; another signal still asks for its own', () => {
  const world = fill(
    [30, 31, 30, 31, 30, 31, 30, 31, 30, 31, 30, 31, ...Array(10).fill(30), 99],
    '2025-12-15',
  )
  expect(unexplained(freshSeries(payment, 'fin', world)).map(({ rule, at }) => [rule, at])).toEqual([
    ['side8', 20],
    ['side8', 21],
    ['side8', 22],
    ['beyond3', 23],
  ])
  world.say('dept/fin/2025', (seen, author) =>
    explainFigure(seen, 'fi01', '2025-09', 'Nieuwe werkwijze.', author),
  )
  expect(unexplained(freshSeries(payment, 'fin', world)).map(({ rule }) => rule)).toEqual(['beyond3'])
})

test('a room that is not open here makes a figure unknown, not late', () => {
  const world = fill([30, 31], '2024-06-17')
  const closed = { today: world.today, records: () => undefined }
  const series = freshSeries(payment, 'fin', closed)
  expect(new Set(series.figures.map(({ state }) => state))).toEqual(new Set(['unknown']))
  expect([series.stale, series.missing]).toEqual([false, []])
})

test('whatever stands in a ledger, a series is drawn, and no number in it is odd', () => {
  const number = fc.oneof(
    fc.integer({ min: -5, max: 200 }),
    fc.double(),
    fc.constantFrom(0, 1e308, -1e308, 1e-320),
  )
  const odd = fc.oneof(
    number,
    fc.string({ maxLength: 3 }),
    fc.boolean(),
    fc.constant(null),
    fc.array(number, { maxLength: 4 }),
  )
  const fields = (names: readonly string[]) =>
    fc.record(Object.fromEntries(names.map((name) => [name, odd])), { requiredKeys: [] })
  const definition = fc.tuple(
    fields(['factor', 'target', 'targetTo', 'lambda', 'moment', 'every', 'rules', 'direction', 'decimals']),
    fc.constantFrom(...CHART_KINDS),
    fc.constantFrom(...DATA_KINDS),
  )
  const figures = fc.array(fields(['numerator', 'denominator', 'value', 'sample', 'categories', 'comment']), {
    maxLength: 30,
  })
  const settings = fc.constantFrom('2024-01', '2024-05', '2030-01', 'x', null)
  fc.assert(
    fc.property(
      definition,
      figures,
      settings,
      settings,
      fc.nat(30),
      ([own, chart, data], list, from, to, phase) => {
        const one = makeIndicator('any', json({ ...own, chart, data }))
        const world = makeWorld('2026-07-20')
        list.forEach((set, index) => {
          const period = monthsFrom(2024, 30)[index] as string
          if (Object.keys(set).length > 0)
            world.say(`dept/fin/${period.slice(0, 4)}`, () => [odds(`measurement:any/${period}`, json(set))])
        })
        world.say('dept/fin', () => [odds('chart:any', { baselineFrom: from, baselineTo: to })])
        world.event(one, 'fin', monthsFrom(2024, 30)[phase] as string, 'x')
        const series = freshSeries(one, 'fin', world)
        const { points, center, sigma, lower, upper } = series.chart
        const drawn = points.flatMap((point) => [point.value, point.center, point.lower, point.upper])
        const shown = series.figures.map(({ value }) => value ?? null)
        const numbers = [...drawn, ...shown, center, sigma, lower, upper]
        expect(numbers.filter((each) => each !== null && !Number.isFinite(each))).toEqual([])
        expect(points).toHaveLength(series.figures.length)
        hintsOf(series)
        wordsOf(series)
        for (const { change, percent, sigmas } of comparisonsOf(series))
          numbers.push(change, percent ?? null, sigmas ?? null)
        expect(numbers.filter((each) => each !== null && !Number.isFinite(each))).toEqual([])
      },
    ),
    { numRuns: 150 },
  )
}, 60_000)

// As it would come out of a ledger, which holds no NaN and no infinity.
const json = (value: unknown): Record<string, Json> =>
  JSON.parse(
    JSON.stringify(value, (_, each) => (typeof each === 'number' && !Number.isFinite(each) ? 0 : each)),
  )

const odds = (about: string, set: Record<string, Json>) => makeStatement({ about, set })
