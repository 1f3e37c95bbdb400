import { describe, expect, test } from 'vitest'
import {
  type ChartKind,
  type ChartOptions,
  controlChart,
  type Observation,
  RULE_NAMES,
} from '../../shared/spc'

const values = (figures: readonly (number | null)[]): Observation[] =>
  figures.map((value) => (value === null ? {} : { value }))

const parts = (figures: readonly (readonly [number, number])[]): Observation[] =>
  figures.map(([numerator, denominator]) => ({ numerator, denominator }))

const KINDS: ChartKind[] = [
  'xmr',
  'run',
  'p',
  'np',
  'pprime',
  'c',
  'u',
  'uprime',
  'xbar-r',
  'xbar-s',
  'ewma',
  't',
  'g',
]

/** What every kind of chart can read. */
const anything = (numerator: number, denominator = 100): Observation => ({
  value: numerator,
  numerator,
  denominator,
  sample: [numerator, numerator + 1],
})

const YEAR = [7, 9, 6, 8, 10, 7, 5, 8, 9, 6, 7, 8]

describe('too little to go on', () => {
  test.each(KINDS)('an empty %s chart is a chart without points or limits', (kind) => {
    expect(controlChart(kind, [])).toEqual({
      points: [],
      center: 0,
      sigma: 0,
      lower: null,
      upper: null,
      provisional: true,
      variation: 'common-cause',
      assurance: 'no-target',
    })
  })

  test.each(['xmr', 'ewma', 't', 'pprime', 'uprime', 'run'] as const)(
    'one point of a %s chart has a centre and no limits',
    (kind) => {
      const chart = controlChart(kind, [{ value: 4, numerator: 4, denominator: 10 }])
      const here = kind === 'pprime' || kind === 'uprime' ? 0.4 : 4
      expect(chart.points[0]?.value).toBeCloseTo(here, 12)
      expect(chart.points[0]?.center).toBeCloseTo(here, 12)
      expect(chart.points[0]).toMatchObject({ lower: null, upper: null, z: null, signals: [] })
      expect(chart).toMatchObject({ sigma: 0, lower: null, upper: null })
      expect(chart.range).toBeUndefined()
    },
  )

  test.each(['p', 'np', 'c', 'u', 'g', 'xbar-r', 'xbar-s'] as const)(
    'one point of a %s chart suffices for limits',
    (kind) => {
      const chart = controlChart(kind, [{ numerator: 4, denominator: 10, sample: [4, 6, 5] }])
      expect(chart.upper).toBeGreaterThan(chart.center)
      expect(chart.points[0]).toMatchObject({ z: 0, signals: [] })
    },
  )

  test('eleven points give provisional limits, twelve do not; missing and excluded ones do not count', () => {
    expect(controlChart('xmr', values(YEAR.slice(1))).provisional).toBe(true)
    expect(controlChart('xmr', values(YEAR)).provisional).toBe(false)
    expect(controlChart('xmr', values(YEAR), { exclude: [3] }).provisional).toBe(true)
    expect(controlChart('xmr', values([...YEAR.slice(1), null])).provisional).toBe(true)
  })
})

describe('missing points', () => {
  test('a missing point keeps its place between the lines and says nothing', () => {
    const chart = controlChart('xmr', values([5, 7, null, 6, 8]))
    expect(chart.points).toHaveLength(5)
    expect(chart.points[2]).toEqual({
      value: null,
      center: chart.center,
      lower: chart.lower,
      upper: chart.upper,
      z: null,
      signals: [],
    })
  })

  test('there is no moving range at or after a missing point', () => {
    const { range } = controlChart('xmr', values([5, 7, null, 6, 9]))
    expect(range).toMatchObject({ values: [null, 2, null, null, 3], center: 2.5 })
  })

  test('where limits vary a missing point has none', () => {
    const chart = controlChart('p', [...parts([[3, 10]]), {}, ...parts([[8, 20]])])
    expect(chart.points[1]).toMatchObject({ value: null, lower: null, upper: null, z: null })
    expect(chart.points[1]?.center).toBe(chart.center)
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e60])('%s is a missing figure', (value) => {
    expect(controlChart('xmr', values([4, value, 6])).points[1]?.value).toBeNull()
  })

  test('a missing last point leaves the word to the one before', () => {
    const data = values([...YEAR, 30, null])
    const chart = controlChart('xmr', data, { baseline: [1, 12], direction: 'lower' })
    expect(chart.variation).toBe('concern')
  })
})

describe('denominators', () => {
  test.each(['p', 'np', 'pprime', 'u', 'uprime', 'xmr'] as const)(
    'a zero denominator makes a missing point of a %s chart',
    (kind) => {
      const data = parts([
        [3, 10],
        [0, 0],
        [4, 12],
        [5, 11],
      ])
      expect(controlChart(kind, data).points[1]).toMatchObject({ value: null, z: null, signals: [] })
    },
  )

  test('more cases than there were, or fewer than none, are no proportion', () => {
    const data = parts([
      [3, 10],
      [11, 10],
      [-1, 10],
      [10, 10],
    ])
    expect(controlChart('p', data).points.map((point) => point.value)).toEqual([0.3, null, null, 1])
  })

  test('limits are wider where there were fewer cases, and shared by the chart only where they are equal', () => {
    const data = parts([
      [30, 100],
      [3, 10],
      [33, 100],
      [4, 10],
    ])
    const chart = controlChart('p', data)
    expect(chart).toMatchObject({ lower: null, upper: null })
    const widths = chart.points.map((point) => (point.upper ?? 0) - point.center)
    expect(widths[1]).toBeGreaterThan(widths[0] ?? 0)
    const same = controlChart(
      'p',
      parts([
        [3, 10],
        [4, 10],
      ]),
    )
    expect(same.upper).toBe(same.points[0]?.upper)
  })

  test('the centre of an np chart follows the denominator; as a whole it is at the mean one', () => {
    const chart = controlChart(
      'np',
      parts([
        [10, 100],
        [20, 200],
      ]),
    )
    expect(chart.points.map((point) => point.center)).toEqual([10, 20])
    expect(chart.center).toBe(15)
    expect(chart.points.map((point) => point.value)).toEqual([10, 20])
  })

  test('limits of parts stay between 0 and 1, of counts and rates above 0', () => {
    const high = controlChart(
      'p',
      parts([
        [9, 10],
        [10, 10],
        [9, 10],
      ]),
    )
    expect(high.upper).toBe(1)
    expect(controlChart('np', parts([[9, 10]])).upper).toBe(10)
    expect(controlChart('c', values([1, 2, 0])).lower).toBe(0)
    expect(controlChart('u', parts([[1, 2]])).lower).toBe(0)
    expect(controlChart('g', values([1, 2, 5])).lower).toBe(0)
    expect(controlChart('t', values([1, 40, 2])).lower).toBe(0)
    expect(controlChart('xmr', values([1, 40, 2])).lower).toBeLessThan(0)
  })

  test('a part may come as value and denominator, a percentage on an xmr chart as its two numbers', () => {
    expect(controlChart('p', [{ value: 0.25, denominator: 8 }]).points[0]?.value).toBe(0.25)
    expect(controlChart('xmr', parts([[1, 8]])).points[0]?.value).toBe(0.125)
    expect(controlChart('xmr', [{ value: 12.5, numerator: 1, denominator: 8 }]).points[0]?.value).toBe(12.5)
    expect(controlChart('c', [{ numerator: 3, value: 99 }]).points[0]?.value).toBe(3)
  })
})

describe('nothing varies', () => {
  test.each(KINDS.filter((kind) => !['c', 'u', 'p', 'np', 'g', 'run'].includes(kind)))(
    'equal figures on a %s chart: limits on the centre line, no distances, no signals',
    (kind) => {
      const data = Array.from({ length: 20 }, () => ({ ...anything(0.1, 7), sample: [0.1, 0.1, 0.1] }))
      const chart = controlChart(kind, data, { rules: [...RULE_NAMES] })
      expect(chart.sigma).toBe(0)
      expect(chart.lower).toBe(chart.center)
      expect(chart.upper).toBe(chart.center)
      expect(chart.points.every((point) => point.z === null && point.signals.length === 0)).toBe(true)
    },
  )

  test('no events at all have limits at 0; so have all cases at 1', () => {
    expect(controlChart('c', values([0, 0, 0]))).toMatchObject({ center: 0, sigma: 0, lower: 0, upper: 0 })
    const all = parts([
      [10, 10],
      [20, 20],
    ])
    expect(controlChart('p', all)).toMatchObject({ center: 1, sigma: 0, lower: 1, upper: 1 })
    expect(controlChart('pprime', all)).toMatchObject({ center: 1, sigma: 0, lower: 1, upper: 1 })
  })

  test('after a baseline without variation the sides still tell a shift', () => {
    const data = values([...Array(12).fill(0), ...Array(8).fill(1)])
    const chart = controlChart('c', data, { baseline: [1, 12], direction: 'lower' })
    expect(chart.points.slice(0, 19).flatMap((point) => point.signals)).toEqual([])
    expect(chart.points[19]).toMatchObject({ z: null, signals: ['side8'] })
    expect(chart.variation).toBe('concern')
  })
})

describe('baseline, exclusion and phases', () => {
  test('limits come from the baseline alone and stay when points are added', () => {
    const frozen = controlChart('xmr', values(YEAR), { baseline: [1, 12] })
    const later = controlChart('xmr', values([...YEAR, 40, 50]), { baseline: [1, 12] })
    expect(later).toMatchObject({ center: frozen.center, sigma: frozen.sigma, upper: frozen.upper })
  })

  test('a baseline longer than the data is what there is of it', () => {
    const chart = controlChart('xmr', values(YEAR.slice(0, 5)), { baseline: [1, 12] })
    const { center, sigma } = controlChart('xmr', values(YEAR.slice(0, 5)))
    expect(chart).toMatchObject({ center, sigma, provisional: true })
  })

  test('a baseline that begins behind the data counts for nothing yet', () => {
    const chart = controlChart('xmr', values(YEAR), { baseline: [13, 24] })
    expect(chart.center).toBe(controlChart('xmr', values(YEAR)).center)
  })

  test('an excluded point is drawn and judged, but neither it nor its moving ranges make the limits', () => {
    const figures = [7, 9, 60, 8, 10, 7]
    const chart = controlChart('xmr', values(figures), { exclude: [3] })
    expect(chart.center).toBeCloseTo(8.2, 12)
    expect(chart.range?.center).toBeCloseTo((2 + 2 + 3) / 3, 12)
    expect(chart.points[2]).toMatchObject({ value: 60, signals: ['beyond3'] })
    expect(chart.range?.values).toEqual([null, 2, 51, 52, 2, 3])
  })

  test('with every point excluded there is nothing to judge by', () => {
    const chart = controlChart('xmr', values([5, 6, 7]), { exclude: [1, 2, 3], target: 4 })
    expect(chart).toMatchObject({ center: 0, sigma: 0, lower: null, upper: null, assurance: 'hit-or-miss' })
    const average = controlChart('ewma', values([5, 5, 7]), { exclude: [1, 2, 3], lambda: 0.5 })
    expect(average.points.map((point) => point.value)).toEqual([5, 5, 6])
    const long = controlChart('xmr', values(YEAR), { exclude: YEAR.map((_, i) => i + 1) })
    expect(long.points.map((point) => point.value)).toEqual(YEAR)
    expect(long.points.flatMap((point) => point.signals)).toEqual([])
  })

  test('each phase has its own limits, and no run or moving range goes through its border', () => {
    const figures = [1, 2, 1, 2, 1, 2, 11, 12, 11, 12, 11, 12]
    const chart = controlChart('xmr', values(figures), { phases: [7] })
    expect(chart.points.map((point) => point.center)).toEqual([...Array(6).fill(1.5), ...Array(6).fill(11.5)])
    expect(chart.center).toBe(11.5)
    expect(chart.range?.values[6]).toBeNull()
    const together = controlChart('xmr', values([...Array(6).fill(3), 4, 5, 4, 5]), {
      phases: [7],
      rules: ['side7'],
    })
    expect(together.points.flatMap((point) => point.signals)).toEqual([])
  })

  test('the order of phases, doubles, point 1 and points to come change nothing', () => {
    const data = values([...YEAR, ...YEAR.map((figure) => figure + 20), ...YEAR])
    const sorted = controlChart('xmr', data, { phases: [13, 25] })
    expect(controlChart('xmr', data, { phases: [25, 13, 1, 25, 99] })).toEqual(sorted)
  })

  test('a baseline belongs to the phase in which it begins and ends with it', () => {
    const data = values([...YEAR, 40, 42, 41, 43])
    const phased = controlChart('xmr', data, { baseline: [3, 14], phases: [13] })
    expect(phased.points[0]?.center).toBe(controlChart('xmr', values(YEAR.slice(2))).center)
    expect(phased.center).toBe(41.5)
    const second = controlChart('xmr', data, { baseline: [13, 14], phases: [13] })
    expect(second.center).toBe(41)
    expect(second.points[0]?.center).toBe(controlChart('xmr', values(YEAR)).center)
  })

  test('an EWMA begins anew at the centre of each phase, and does not move over a missing point', () => {
    const data = values([4, 6, null, 5, 14, 16, 15])
    const chart = controlChart('ewma', data, { phases: [5], lambda: 0.5 })
    const drawn = chart.points.map((point) => point.value)
    expect(drawn).toEqual([4.5, 5.25, null, 5.125, 14.5, 15.25, 15.125])
  })

  test('screening looks once: the moving range of 9 goes, that of 8 would go at a second look', () => {
    const figures = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1]
    const off = controlChart('xmr', values(figures))
    const on = controlChart('xmr', values(figures), { screen: true })
    expect(on.center).toBe(off.center)
    expect(off.range?.center).toBeCloseTo(24 / 9, 12)
    expect(on.range?.center).toBe(15 / 8)
    expect(on.range?.values).toEqual(off.range?.values)
    expect(controlChart('xmr', values([5, 5, 5, 5]), { screen: true }).range?.center).toBe(0)
  })
})

describe('subgroups', () => {
  const groups: Observation[] = [{ sample: [4, 6, 5] }, { sample: [5, 7, 6] }, { sample: [4, 5, 6] }]

  test.each([
    ['one', [9]],
    ['twenty-six', Array(26).fill(9)],
  ])('a subgroup of %s is drawn without limits and counts for nothing', (_, sample) => {
    for (const kind of ['xbar-r', 'xbar-s'] as const) {
      const chart = controlChart(kind, [...groups, { sample }])
      expect(chart.points[3]).toMatchObject({ value: 9, lower: null, upper: null, z: null, signals: [] })
      expect(chart.center).toBe(controlChart(kind, groups).center)
      expect(chart.range?.values[3]).toBeNull()
      expect(chart.upper).toBe(controlChart(kind, groups).upper)
    }
  })

  test('subgroups of one alone have no centre, no limits and no signals', () => {
    const chart = controlChart(
      'xbar-r',
      Array.from({ length: 9 }, () => ({ sample: [5] })),
    )
    expect(chart).toMatchObject({ center: 0, sigma: 0, lower: null, upper: null })
    expect(chart.points.every((point) => point.value === 5 && point.signals.length === 0)).toBe(true)
  })

  test('subgroups of different sizes have limits of their own and share no range limits', () => {
    const chart = controlChart('xbar-s', [...groups, { sample: [4, 6, 5, 6, 4, 5] }])
    expect(chart.points[3]?.upper).toBeLessThan(chart.points[0]?.upper ?? 0)
    expect(chart.upper).toBeNull()
    expect(chart.range).toBeUndefined()
    expect(chart.center).toBeCloseTo((15 + 18 + 15 + 30) / 15, 12)
  })

  test('an empty sample is a missing point; figures that are none are left out of a sample', () => {
    const chart = controlChart('xbar-r', [{ sample: [] }, {}, { sample: [4, Number.NaN, 6] }])
    expect(chart.points.map((point) => point.value)).toEqual([null, null, 5])
  })
})

describe('run charts', () => {
  test('the centre is the median; there are no limits and no distances', () => {
    const chart = controlChart('run', values([3, 100, 4, 5]))
    expect(chart).toMatchObject({ center: 4.5, sigma: 0, lower: null, upper: null })
    expect(chart.points[1]).toMatchObject({ value: 100, z: null, signals: [] })
  })

  test('rules without a sigma work; the others cannot', () => {
    const figures = [2, 1, 2, 1, 2, 1, 2, 1, 9, 8, 9, 8, 9, 8, 9, 8]
    const chart = controlChart('run', values(figures), { rules: [...RULE_NAMES], direction: 'higher' })
    expect(chart.points[7]?.signals).toEqual(['side7', 'side8'])
    expect(chart.points[15]?.signals).toEqual(['side7', 'side8', 'alternate14'])
    expect(chart.variation).toBe('improvement')
    const rising = controlChart('run', values([1, 2, 3, 4, 5, 6, 7]), { rules: ['trend6', 'trend7'] })
    expect(rising.points[6]?.signals).toEqual(['trend6', 'trend7'])
  })
})

describe('variation: what the last point says', () => {
  const variationAfter = (later: readonly number[], options: ChartOptions) =>
    controlChart('xmr', values([...YEAR, ...later]), { baseline: [1, 12], ...options }).variation

  test.each([
    ['higher', 30, 'improvement'],
    ['higher', -30, 'concern'],
    ['lower', 30, 'concern'],
    ['lower', -30, 'improvement'],
    ['none', 30, 'neutral'],
    ['lower', 8, 'common-cause'],
  ] as const)('with %s better, %d is %s', (direction, figure, word) => {
    expect(variationAfter([figure], { direction })).toBe(word)
  })

  test('a signal of earlier points is past', () => {
    expect(variationAfter([30, 8], { direction: 'lower' })).toBe('common-cause')
  })

  test('a trend points where it goes, also on the other side of the centre', () => {
    const falling = [13, 12.5, 12, 11.5, 11, 10.5]
    const options: ChartOptions = { direction: 'lower', rules: ['trend6'] }
    expect(variationAfter(falling, options)).toBe('improvement')
    expect(variationAfter(falling, { ...options, direction: 'higher' })).toBe('concern')
  })

  test('a trend speaks before a side, a point beyond the limits before both', () => {
    const falling = [14, 13, 12, 11.5, 11, 10.5, 10, 9.5]
    expect(variationAfter(falling, { direction: 'lower', rules: ['side8'] })).toBe('concern')
    expect(variationAfter(falling, { direction: 'lower', rules: ['side8', 'trend7'] })).toBe('improvement')
    const high = falling.map((figure) => figure + 20)
    expect(variationAfter(high, { direction: 'lower', rules: ['trend7', 'beyond3'] })).toBe('concern')
  })

  test('too quiet, alternating and mixture are neutral whichever way is better', () => {
    const quiet = Array.from({ length: 15 }, (_, i) => 7.4 + 0.1 * (i % 3))
    expect(variationAfter(quiet, { direction: 'lower', rules: ['inside15_1s'] })).toBe('neutral')
  })
})

describe('assurance: what the limits say about the target', () => {
  const { lower, upper } = controlChart('xmr', values(YEAR))
  const [low, high] = [lower ?? 0, upper ?? 0]

  test.each([
    ['higher', low - 1, 'passing'],
    ['higher', high + 1, 'failing'],
    ['higher', 8, 'hit-or-miss'],
    ['lower', high + 1, 'passing'],
    ['lower', low - 1, 'failing'],
    ['lower', low, 'hit-or-miss'],
    ['lower', high, 'hit-or-miss'],
    ['none', 8, 'hit-or-miss'],
    ['none', low - 1, 'failing'],
    ['none', high + 1, 'failing'],
  ] as const)('with %s better and a target of %d it is %s', (direction, target, word) => {
    expect(controlChart('xmr', values(YEAR), { direction, target }).assurance).toBe(word)
  })

  test('without a target there is none to meet; a target of 0 is one', () => {
    expect(controlChart('xmr', values(YEAR)).assurance).toBe('no-target')
    expect(controlChart('xmr', values(YEAR), { target: 0, direction: 'higher' }).assurance).toBe('passing')
  })

  test('without limits it is not known', () => {
    expect(controlChart('run', values(YEAR), { target: 100, direction: 'lower' }).assurance).toBe(
      'hit-or-miss',
    )
    expect(controlChart('xmr', [], { target: 3 }).assurance).toBe('hit-or-miss')
  })

  test('where limits vary those at the last point count', () => {
    const data = parts([
      [5, 10],
      [500, 1000],
    ])
    const target = 0.6
    expect(controlChart('p', data, { target, direction: 'higher' }).assurance).toBe('failing')
    const reversed = [...data].reverse()
    expect(controlChart('p', reversed, { target, direction: 'higher' }).assurance).toBe('hit-or-miss')
  })

  test('the last phase counts', () => {
    const data = values([...YEAR, ...YEAR.map((figure) => figure + 50)])
    expect(controlChart('xmr', data, { phases: [13], target: 30, direction: 'higher' }).assurance).toBe(
      'passing',
    )
  })
})

describe('options that make no sense', () => {
  test.each<[string, unknown]>([
    ['baseline', { baseline: [5, 4] }],
    ['baseline', { baseline: [0, 4] }],
    ['baseline', { baseline: [1, 2.5] }],
    ['exclude', { exclude: [0] }],
    ['exclude', { exclude: [1.5] }],
    ['phases', { phases: [-3] }],
    ['phases', { phases: [Number.NaN] }],
    ['lambda', { lambda: 0 }],
    ['lambda', { lambda: 1.01 }],
    ['lambda', { lambda: Number.NaN }],
    ['sigma', { sigma: -1 }],
    ['sigma', { sigma: Number.POSITIVE_INFINITY }],
    ['start', { start: Number.NaN }],
    ['target', { target: Number.NaN }],
    ['d2', { d2: 'about' }],
    ['direction', { direction: 'up' }],
    ['rules', { rules: ['beyond4'] }],
    ['rules', { rules: ['toString'] }],
  ])('%s is refused by name: %j', (option, options) => {
    const chart = () => controlChart('xmr', values(YEAR), options as ChartOptions)
    expect(chart).toThrow(RangeError)
    expect(chart).toThrow(`Option "${option}"`)
  })

  test('a kind that does not exist is refused', () => {
    expect(() => controlChart('pie' as ChartKind, [])).toThrow(/no chart of kind "pie"/)
    expect(() => controlChart('toString' as ChartKind, [])).toThrow(RangeError)
  })

  test('a sigma of 0 for an EWMA means that nothing varies', () => {
    const chart = controlChart('ewma', values(YEAR), { sigma: 0, start: 7 })
    expect(chart).toMatchObject({ sigma: 0, lower: 7, upper: 7 })
    expect(chart.points.every((point) => point.z === null)).toBe(true)
  })
})
