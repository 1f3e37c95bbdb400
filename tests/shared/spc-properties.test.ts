import fc from 'fast-check'
import * as prng from 'lib0/prng'
import { describe, expect, test } from 'vitest'
import {
  type ChartKind,
  type ChartOptions,
  type ControlChart,
  controlChart,
  type Observation,
  RULE_NAMES,
  signals,
} from '../../shared/spc'

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

const figure = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -5, max: 200 }) },
  { weight: 2, arbitrary: fc.double({ min: 0, max: 1000, noNaN: true }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.constantFrom(0, -0, 1e49, -1e49, 1e-49, 1e-320, Number.MAX_VALUE) },
)

const observation: fc.Arbitrary<Observation> = fc.record(
  { value: figure, numerator: figure, denominator: figure, sample: fc.array(figure, { maxLength: 28 }) },
  { requiredKeys: [] },
)

const place = fc.integer({ min: 1, max: 50 })

const options: fc.Arbitrary<ChartOptions> = fc.record(
  {
    baseline: fc.tuple(place, place).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]),
    exclude: fc.array(place),
    phases: fc.array(place),
    d2: fc.constantFrom('rounded' as const, 'exact' as const),
    screen: fc.boolean(),
    rules: fc.subarray([...RULE_NAMES]),
    lambda: fc.oneof(fc.double({ min: Number.MIN_VALUE, max: 1, noNaN: true }), fc.constantFrom(0.2, 1)),
    start: fc.double({ min: -1e50, max: 1e50, noNaN: true }),
    sigma: fc.double({ min: 0, max: 1e50, noNaN: true }),
    direction: fc.constantFrom('higher' as const, 'lower' as const, 'none' as const),
    target: fc.integer({ min: -10, max: 200 }),
  },
  { requiredKeys: [] },
)

/** Every number in a chart, wherever it stands. */
function* numbersIn(part: unknown): Generator<number> {
  if (typeof part === 'number') yield part
  else if (part !== null && typeof part === 'object')
    for (const one of Object.values(part)) yield* numbersIn(one)
}

describe('whatever the data and options', () => {
  test.each(KINDS)('a %s chart has one point per observation and no number that cannot be drawn', (kind) => {
    fc.assert(
      fc.property(fc.array(observation, { maxLength: 40 }), options, (data, asked) => {
        const chart = controlChart(kind, data, asked)
        expect(chart.points).toHaveLength(data.length)
        for (const number of numbersIn(chart)) expect(number).toSatisfy(Number.isFinite)
        if (chart.range) expect(chart.range.values).toHaveLength(data.length)
        for (const { lower, center, upper } of chart.points) {
          if (lower !== null) expect(lower).toBeLessThanOrEqual(center)
          if (upper !== null) expect(upper).toBeGreaterThanOrEqual(center)
        }
      }),
      { numRuns: 150 },
    )
  })

  test.each(KINDS)(
    'the same question about a %s chart has the same answer, and leaves the data alone',
    (kind) => {
      fc.assert(
        fc.property(fc.array(observation, { maxLength: 20 }), options, (data, asked) => {
          const before = structuredClone({ data, asked })
          expect(controlChart(kind, data, asked)).toEqual(controlChart(kind, data, asked))
          expect({ data, asked }).toEqual(before)
        }),
        { numRuns: 50 },
      )
    },
  )

  test.each(KINDS)('a point of a %s chart beyond its limits is a signal, one within is not', (kind) => {
    const ordinary = fc.record({
      value: fc.integer({ min: 0, max: 60 }),
      numerator: fc.integer({ min: 0, max: 60 }),
      denominator: fc.integer({ min: 60, max: 90 }),
      sample: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 5 }),
    })
    fc.assert(
      fc.property(
        fc.array(ordinary, { minLength: 3, maxLength: 30 }),
        fc.integer({ min: 2, max: 30 }),
        (data, last) => {
          const chart = controlChart(kind, data, { baseline: [1, last], rules: ['beyond3'] })
          for (const { value, lower, upper, z, signals } of chart.points) {
            if (value === null || lower === null || upper === null || z === null) continue
            const slack = 1e-8 * (upper - lower)
            if (value > upper + slack || value < lower - slack) expect(signals).toEqual(['beyond3'])
            if (value < upper - slack && value > lower + slack) expect(signals).toEqual([])
          }
        },
      ),
    )
  })
})

describe('another unit of measurement', () => {
  const series = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 40 })
  const scale = fc.integer({ min: 1, max: 2000 }).map((n) => n / 16)
  const shift = fc.integer({ min: -10_000, max: 10_000 })

  const expectMoved = (chart: ControlChart, moved: ControlChart, factor: number, plus: number) => {
    const near = (actual: number | null, expected: number | null) => {
      if (expected === null) expect(actual).toBeNull()
      else expect(actual).toBeCloseTo(expected * factor + plus, 5)
    }
    near(moved.center, chart.center)
    near(moved.lower, chart.lower)
    near(moved.upper, chart.upper)
    expect(moved.sigma).toBeCloseTo(chart.sigma * factor, 6)
    for (const [i, point] of chart.points.entries()) {
      near(moved.points[i]?.value ?? null, point.value)
      if (point.z === null) expect(moved.points[i]?.z).toBeNull()
      else expect(moved.points[i]?.z).toBeCloseTo(point.z, 6)
    }
    expect(moved.points.map((point) => point.signals)).toEqual(chart.points.map((point) => point.signals))
  }

  test.each(['xmr', 'ewma', 'run'] as const)(
    'scales and shifts the lines of a %s chart, and no signal',
    (kind) => {
      fc.assert(
        fc.property(series, scale, shift, fc.boolean(), (figures, factor, plus, screen) => {
          const chart = controlChart(
            kind,
            figures.map((value) => ({ value })),
            { screen },
          )
          const moved = controlChart(
            kind,
            figures.map((value) => ({ value: value * factor + plus })),
            { screen },
          )
          expectMoved(chart, moved, factor, plus)
        }),
      )
    },
  )

  test.each(['xbar-r', 'xbar-s'] as const)(
    'scales and shifts the lines of a %s chart, and no signal',
    (kind) => {
      const group = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 6 })
      fc.assert(
        fc.property(
          fc.array(group, { minLength: 1, maxLength: 20 }),
          scale,
          shift,
          (groups, factor, plus) => {
            const chart = controlChart(
              kind,
              groups.map((sample) => ({ sample })),
            )
            const moved = controlChart(
              kind,
              groups.map((sample) => ({ sample: sample.map((value) => value * factor + plus) })),
            )
            expectMoved(chart, moved, factor, plus)
          },
        ),
      )
    },
  )

  test('upside down is the same chart upside down', () => {
    fc.assert(
      fc.property(series, (figures) => {
        const chart = controlChart(
          'xmr',
          figures.map((value) => ({ value })),
        )
        const turned = controlChart(
          'xmr',
          figures.map((value) => ({ value: -value })),
        )
        expect(turned.center).toBeCloseTo(-chart.center, 9)
        if (chart.upper !== null) expect(turned.lower).toBeCloseTo(-chart.upper, 9)
        expect(turned.points.map((point) => point.signals)).toEqual(
          chart.points.map((point) => point.signals),
        )
      }),
    )
  })
})

describe('false alarms', () => {
  /** Standard normal figures, two at a time (Box and Muller 1958). */
  function* normals(seed: number): Generator<number, never> {
    const random = prng.create(seed)
    while (true) {
      const radius = Math.sqrt(-2 * Math.log(1 - prng.real53(random)))
      const angle = 2 * Math.PI * prng.real53(random)
      yield radius * Math.cos(angle)
      yield radius * Math.sin(angle)
    }
  }

  /** How many points a quiet process gives until the first signal. */
  function runLength(source: Generator<number, never>): number {
    const z: number[] = []
    while (true) {
      for (let i = 0; i < 200; i++) z.push(source.next().value)
      const { beyond3, side8 } = signals(z, ['beyond3', 'side8'])
      const first = Math.min(beyond3[0] ?? Number.POSITIVE_INFINITY, side8[0] ?? Number.POSITIVE_INFINITY)
      if (first < Number.POSITIVE_INFINITY) return first
    }
  }

  test('the lean set raises one in about 154 points of a process in which nothing happens', () => {
    const source = normals(20_261_130)
    const runs = 12_000
    let points = 0
    for (let run = 0; run < runs; run++) points += runLength(source)
    expect(points / runs / 154).toBeGreaterThan(0.95)
    expect(points / runs / 154).toBeLessThan(1.05)
  }, 20_000)
})
