import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type ChartKind, type ChartOptions, controlChart, type Observation, pareto } from '../../shared/spc'
import { chartFactors } from '../../shared/spc/constants'
import computed from '../fixtures/spc/computed.json'
import sampleSeries from '../fixtures/spc/sample_series.json'
import published from '../fixtures/spc/spc_expected.json'

/** The figures of the last column of a table. */
function column(file: string): number[] {
  const text = readFileSync(new URL(`../fixtures/spc/${file}`, import.meta.url), 'utf8')
  const [, ...rows] = text.trim().split('\n')
  return rows.map((row) => Number(row.split(',').at(-1)))
}

const values = (figures: readonly number[]): Observation[] => figures.map((value) => ({ value }))

/** Published and recomputed figures are given to this precision. */
const PRECISION = 1e-4

function expectNear(actual: unknown, expected: number, within = PRECISION): void {
  expect(actual).toBeTypeOf('number')
  expect(Math.abs(Number(actual) - expected)).toBeLessThanOrEqual(
    Math.max(within * Math.abs(expected), 1e-12),
  )
}

const expectAllNear = (actual: readonly unknown[], expected: readonly number[]) => {
  expect(actual).toHaveLength(expected.length)
  for (const [i, figure] of expected.entries()) expectNear(actual[i], figure)
}

/** Recomputed figures of a published example. */
// biome-ignore lint/suspicious/noExplicitAny: each example has figures of its own
const example = (id: string): any => published.examples.find((one) => one.id === id)

describe('published examples', () => {
  test('NIST/SEMATECH 6.3.2.2, flow rate: individuals and moving ranges', () => {
    const expected = example('nist-flowrate-xmr')
    const chart = controlChart('xmr', values(column('nist_flowrate_xmr.csv')))
    for (const source of [expected.published, expected.computed]) {
      expectNear(chart.center, source.cl)
      expectNear(chart.lower, source.lcl)
      expectNear(chart.upper, source.ucl)
      expectNear(chart.range?.center, source.mr_bar)
    }
    expectNear(chart.sigma, expected.computed.sigma)
    expectNear(chart.range?.upper, expected.computed.mr_ucl)
    expect(chart.range?.lower).toBe(0)
    expect(chart.lower?.toFixed(4)).toBe('45.8159')
    expect(chart.points.flatMap((point) => point.signals)).toEqual([])
  })

  test('NIST/SEMATECH 6.3.3.1, wafer defects: a count on the limit is no signal', () => {
    const { computed } = example('nist-wafer-c')
    const chart = controlChart('c', values(column('nist_wafer_c.csv')))
    expectNear(chart.center, computed.cl)
    expectNear(chart.lower, computed.lcl)
    expectNear(chart.upper, computed.ucl)
    const beyond = chart.points.flatMap((point, i) => (point.signals.includes('beyond3') ? [i + 1] : []))
    expect(beyond).toEqual(computed.out_of_control)
    expect(chart.points[2]).toMatchObject({ value: 28, upper: 28, z: 3, signals: [] })
  })

  test('NIST/SEMATECH 6.3.2.4, EWMA: from 50 on, with asymptotic limits', () => {
    const { published, computed } = example('nist-ewma')
    const options = { lambda: 0.3, start: 50, sigma: 2.0539 }
    const chart = controlChart('ewma', values(column('nist_ewma.csv')), options)
    expect(chart.center).toBe(50)
    expect(chart.sigma).toBe(2.0539)
    expectNear(chart.lower, computed.lcl)
    expectNear(chart.upper, computed.ucl)
    const drawn = chart.points.map((point) => point.value)
    expectAllNear([50, ...drawn], computed.ewma)
    expectAllNear([50, ...drawn], published.ewma)
    expect(chart.points.flatMap((point) => point.signals)).toEqual([])
  })

  // The source multiplies by 2.66, which is 3/1.128 = 2.6596 rounded up: its limits lie 0.00016 of their width further out.
  test.each([
    { id: 'screening-xmr-off', screen: false },
    { id: 'screening-xmr-on', screen: true },
  ])('NHSRplotthedots, $id: limits of one outlier among eighteen', ({ id, screen }) => {
    const { published, computed } = example(id)
    const chart = controlChart('xmr', values(column('screening_example_xmr.csv')), { screen })
    expectNear(chart.center, computed.cl)
    expectNear(chart.range?.center, computed.mr_bar)
    expectNear(chart.range?.upper, computed.mr_ucl)
    expect(Math.abs((chart.lower ?? 0) - published.lcl)).toBeLessThan(0.005)
    expect(Math.abs((chart.upper ?? 0) - published.ucl)).toBeLessThan(0.005)
    expectNear((chart.upper ?? 0) - chart.center, computed.ucl - computed.cl, 2e-4)
    expectNear(chart.center - (chart.lower ?? 0), computed.cl - computed.lcl, 2e-4)
  })

  test('NHSRplotthedots: with exact constants sigma and the limit of moving ranges are the recomputed ones', () => {
    for (const [id, screen] of [
      ['screening-xmr-off', false],
      ['screening-xmr-on', true],
    ] as const) {
      const chart = controlChart('xmr', values(column('screening_example_xmr.csv')), { screen, d2: 'exact' })
      expectNear(chart.sigma, example(id).computed.sigma)
      expectNear(chart.range?.upper, example(id).computed.mr_ucl)
    }
  })

  test('the Pareto example of qcc', () => {
    const { params, published, computed } = example('pareto')
    const bars = pareto(params.categories)
    expect(bars.map((bar) => bar.name)).toEqual(published.order)
    expectAllNear(
      bars.map((bar) => bar.cumulative),
      computed.cumulative_pct,
    )
    expect(bars.map((bar) => bar.vital)).toEqual([true, true, true, false, false])
  })
})

describe('sample series of a municipality', () => {
  test.each(sampleSeries.series)('$indicator against its frozen first year', (series) => {
    const { expected } = series
    const chart = controlChart('xmr', values(series.values), {
      baseline: [1, 12],
      rules: ['beyond3', 'side7', 'two_of_three_2s', 'four_of_five_1s'],
      direction: series.direction as 'lower',
      target: series.target,
    })
    expectNear(chart.center, expected.cl)
    expectNear(chart.lower, expected.lcl)
    expectNear(chart.upper, expected.ucl)
    expectNear(chart.range?.center, expected.mr_bar)
    expect(flagged(chart.points)).toEqual(expected.signals)
    expect(chart.assurance).toBe('hit-or-miss')
    expect(chart.provisional).toBe(false)
  })

  test('FI01, the payment term: fewer days is better, so the shift down is an improvement', () => {
    const [series] = sampleSeries.series
    const chart = controlChart('xmr', values(series?.values ?? []), {
      baseline: [1, 12],
      rules: ['beyond3', 'side7'],
      direction: 'lower',
    })
    expect(chart.variation).toBe('improvement')
  })

  test('HR01, absence: the month of the spike was a concern, the months after are noise', () => {
    const figures = sampleSeries.series[1]?.values ?? []
    const options: ChartOptions = { baseline: [1, 12], direction: 'lower' }
    expect(controlChart('xmr', values(figures.slice(0, 19)), options).variation).toBe('concern')
    expect(controlChart('xmr', values(figures), options).variation).toBe('common-cause')
  })
})

describe('examples recomputed independently', () => {
  type Expected = {
    center: number
    sigma?: number
    lower?: number
    upper?: number
    lowers?: number[]
    uppers?: number[]
    values?: number[]
    z?: number[]
    rangeCenter?: number
    rangeLower?: number
    rangeUpper?: number
  }

  test.each(computed.examples)('$id', ({ kind, data, options, expected }) => {
    const chart = controlChart(kind as ChartKind, data as Observation[], options as ChartOptions)
    const { center, sigma, lower, upper, lowers, uppers, values, z, ...range } = expected as Expected
    expectNear(chart.center, center)
    if (sigma !== undefined) expectNear(chart.sigma, sigma)
    if (lower !== undefined) expectNear(chart.lower, lower)
    if (upper !== undefined) expectNear(chart.upper, upper)
    if (lowers) {
      expectAllNear(
        chart.points.map((point) => point.lower),
        lowers,
      )
      expect(chart.lower).toBeNull()
    }
    if (uppers) {
      expectAllNear(
        chart.points.map((point) => point.upper),
        uppers,
      )
      expect(chart.upper).toBeNull()
    }
    if (values) {
      expectAllNear(
        chart.points.map((point) => point.value),
        values,
      )
    }
    if (z) {
      expectAllNear(
        chart.points.map((point) => point.z),
        z,
      )
    }
    if (range.rangeCenter !== undefined) {
      expectNear(chart.range?.center, range.rangeCenter)
      expectNear(chart.range?.lower, range.rangeLower ?? Number.NaN)
      expectNear(chart.range?.upper, range.rangeUpper ?? Number.NaN)
    }
  })

  test('a p-prime chart of half a million visits a week has sigma_z 10.64, and nothing to signal', () => {
    const visits = computed.examples.find((one) => one.id === 'pprime-nhs-accidents')
    const data = visits?.data as Observation[]
    const corrected = controlChart('pprime', data)
    const plain = controlChart('p', data)
    expect((corrected.sigma / plain.sigma).toFixed(2)).toBe('10.64')
    expect(corrected.points.flatMap((point) => point.signals)).toEqual([])
    expect(plain.points.filter((point) => point.signals.includes('beyond3')).length).toBeGreaterThan(10)
  })

  test('the constants of all charts, n = 2 to 25', () => {
    const text = readFileSync(new URL('../fixtures/spc/spc_constants.csv', import.meta.url), 'utf8')
    const [head = '', ...rows] = text.trim().split('\n')
    const names = head.split(',')
    expect(rows).toHaveLength(24)
    for (const row of rows) {
      const table = Object.fromEntries(row.split(',').map((cell, i) => [names[i], Number(cell)]))
      const factors = chartFactors(table.n ?? 0)
      for (const [name, factor] of Object.entries(factors ?? {})) {
        expect(Math.abs(factor - (table[name] ?? Number.NaN)), `${name} of ${table.n}`).toBeLessThan(1.1e-5)
      }
      expect(Object.keys(factors ?? {})).toHaveLength(9)
    }
    for (const n of [0, 1, 26, 2.5]) expect(chartFactors(n)).toBeUndefined()
  })
})

function flagged(points: readonly { signals: readonly string[] }[]): Record<string, number[]> {
  const found: Record<string, number[]> = {}
  for (const [i, point] of points.entries()) {
    for (const rule of point.signals) {
      found[rule] ??= []
      found[rule].push(i + 1)
    }
  }
  return found
}
