import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RULE_NAMES, type RuleName, runTest, signals } from '../../shared/spc'
import fixture from '../fixtures/spc/spc_rule_cases.json'

const all = [...RULE_NAMES]

/** The rules that found something, and where. */
const found = (z: (number | null)[], rules: RuleName[] = all) =>
  Object.fromEntries(Object.entries(signals(z, rules)).filter(([, points]) => points.length > 0))

/** The rules a case speaks about; those it does not name must find nothing where it expects nothing at all. */
const asked = (expected: object): RuleName[] => {
  const named = Object.keys(expected) as RuleName[]
  return named.length > 0 ? named : all
}

const repeat = (length: number, z: (i: number) => number) => Array.from({ length }, (_, i) => z(i))

describe('the rule cases', () => {
  test.each(fixture.cases)('$id', ({ z, expected }) => {
    expect(found(z, asked(expected))).toEqual(expected)
  })

  test.each(fixture.cases)('$id: the lean set finds nothing that is not expected', ({ z, expected }) => {
    for (const [rule, points] of Object.entries(found(z, ['beyond3', 'side8']))) {
      expect((expected as Record<string, number[]>)[rule]).toEqual(points)
    }
  })

  test('every rule of every published set exists', () => {
    for (const rules of Object.values(fixture.rulesets)) {
      expect(() => signals([], rules as RuleName[])).not.toThrow()
    }
  })
})

describe('each rule by itself', () => {
  test('all eleven rules are answered, those not asked for with nothing', () => {
    const answer = signals([9, 9, 9], ['beyond3'])
    expect(Object.keys(answer).sort()).toEqual([...all].sort())
    expect(answer).toMatchObject({ beyond3: [1, 2, 3], two_of_three_2s: [] })
  })

  test('beyond3: exactly 3 is not beyond', () => {
    expect(found([3, -3, 3.0001, -3.0001], ['beyond3'])).toEqual({ beyond3: [3, 4] })
  })

  test.each([
    ['side7', 7],
    ['side8', 8],
    ['side9', 9],
  ] as const)('%s: flags the point that completes the run and every later one', (rule, length) => {
    expect(
      found(
        repeat(length + 2, () => -0.1),
        [rule],
      ),
    ).toEqual({ [rule]: [length, length + 1, length + 2] })
    expect(
      found(
        repeat(length - 1, () => 0.1),
        [rule],
      ),
    ).toEqual({})
  })

  test('side8: a point on the centre line breaks the run', () => {
    expect(found([1, 1, 1, 1, 0, 1, 1, 1, 1], ['side8'])).toEqual({})
  })

  test.each([
    ['trend6', 6],
    ['trend7', 7],
  ] as const)('%s: counts points, not steps, and a tie breaks it', (rule, length) => {
    expect(
      found(
        repeat(length, (i) => i),
        [rule],
      ),
    ).toEqual({ [rule]: [length] })
    expect(
      found(
        repeat(length, (i) => -i),
        [rule],
      ),
    ).toEqual({ [rule]: [length] })
    expect(found([...repeat(length - 1, (i) => i), length - 2], [rule])).toEqual({})
  })

  test('alternate14: fourteen points up and down in turn; a tie breaks it', () => {
    expect(
      found(
        repeat(15, (i) => (i % 2) + i / 10),
        ['alternate14'],
      ),
    ).toEqual({ alternate14: [14, 15] })
    expect(
      found(
        repeat(13, (i) => i % 2),
        ['alternate14'],
      ),
    ).toEqual({})
    expect(found([...repeat(13, (i) => i % 2), 0], ['alternate14'])).toEqual({})
  })

  test('two of three: needs three points, and the last one beyond on the same side', () => {
    expect(found([2.5, 2.5], ['two_of_three_2s'])).toEqual({})
    expect(found([2.5, 2.5, 0.5], ['two_of_three_2s'])).toEqual({})
    expect(found([2.5, -2.5, 2.5], ['two_of_three_2s'])).toEqual({ two_of_three_2s: [3] })
    expect(found([0, 2.5, -2.5, 0], ['two_of_three_2s'])).toEqual({})
    expect(found([0, 2, 2], ['two_of_three_2s'])).toEqual({})
  })

  test('four of five: needs five points, and the last one beyond on the same side', () => {
    expect(found([1.5, 1.5, 1.5, 1.5], ['four_of_five_1s'])).toEqual({})
    expect(found([1.5, 1.5, 1.5, 1.5, 0], ['four_of_five_1s'])).toEqual({})
    expect(found([1.5, -1.5, 1.5, 1.5, 1.5], ['four_of_five_1s'])).toEqual({ four_of_five_1s: [5] })
  })

  test('inside 1 sigma: a point on the line is not inside', () => {
    expect(
      found(
        repeat(16, (i) => (i % 2 ? 0.9 : -0.9)),
        ['inside15_1s'],
      ),
    ).toEqual({ inside15_1s: [15, 16] })
    expect(found([...repeat(14, () => 0.1), 1], ['inside15_1s'])).toEqual({})
  })

  test('outside 1 sigma: eight in a row with both sides among them', () => {
    expect(
      found(
        repeat(8, () => 1.2),
        ['outside8_1s_both'],
      ),
    ).toEqual({})
    expect(found([...repeat(7, () => 1.2), -1.2], ['outside8_1s_both'])).toEqual({ outside8_1s_both: [8] })
    expect(found([...repeat(7, () => 1.2), -1], ['outside8_1s_both'])).toEqual({})
  })

  test('a rule that does not exist is refused by name', () => {
    expect(() => signals([], ['beyond4' as RuleName])).toThrow(/"rules".*beyond4/)
  })
})

describe('what holds for every series', () => {
  const z = fc.oneof(
    { weight: 9, arbitrary: fc.double({ min: -4, max: 4, noNaN: true }) },
    { weight: 3, arbitrary: fc.constantFrom(-3, -2, -1, 0, 1, 2, 3, 1.2, -1.2) },
  )
  const series = fc.array(z, { maxLength: 40 })

  test('a missing point breaks every pattern', () => {
    fc.assert(
      fc.property(series, series, (before, after) => {
        const apart = signals(after, all)
        const together = signals([...before, null, ...after], all)
        for (const rule of all) {
          const moved = apart[rule].map((point) => point + before.length + 1)
          expect(together[rule]).toEqual([...signals(before, all)[rule], ...moved])
        }
      }),
    )
  })

  test('later points never change what earlier ones said', () => {
    fc.assert(
      fc.property(series, fc.nat(40), (points, length) => {
        const [whole, start] = [signals(points, all), signals(points.slice(0, length), all)]
        for (const rule of all) expect(start[rule]).toEqual(whole[rule].filter((point) => point <= length))
      }),
    )
  })

  test('up and down are alike', () => {
    fc.assert(
      fc.property(series, (points) => {
        expect(
          signals(
            points.map((point) => -point),
            all,
          ),
        ).toEqual(signals(points, all))
      }),
    )
  })

  test('what is no number is a missing point', () => {
    const odd = [Number.NaN, Number.POSITIVE_INFINITY]
    for (const gap of odd) expect(found([...repeat(7, () => 1), gap, 1], ['side8', 'beyond3'])).toEqual({})
  })
})

describe('the test of a run chart', () => {
  test('points on the median count neither for runs nor for crossings', () => {
    const answer = runTest([1, 9, 5, 9, 5, 5, 1, 1, 9])
    expect(answer).toMatchObject({ useful: 6, longestRun: 2, crossings: 3, shift: false })
  })

  // round(log2 n) + 3 and qbinom(0.05, n - 1, 0.5), as R computes them.
  test.each([
    [10, 6, 2],
    [12, 7, 3],
    [20, 7, 6],
    [24, 8, 8],
    [30, 8, 10],
    [50, 9, 19],
    [100, 10, 41],
    [2000, 14, 963],
  ])('%d useful points: at most %d in a row, at least %d crossings', (n, longest, crossings) => {
    const alternating = repeat(n, (i) => i % 2)
    expect(runTest(alternating)).toEqual({
      useful: n,
      longestRun: 1,
      longestRunMax: longest,
      crossings: n - 1,
      crossingsMin: crossings,
      shift: false,
    })
  })

  test('a shift half-way is found by both tests', () => {
    const answer = runTest([...repeat(12, (i) => 4 + (i % 3)), ...repeat(12, (i) => 9 + (i % 3))])
    expect(answer).toMatchObject({ longestRun: 12, crossings: 1, shift: true })
  })

  test('missing points are left out; nothing at all is no shift', () => {
    expect(runTest([1, null, 2, undefined, 1, Number.NaN, 2])).toMatchObject({ useful: 4, crossings: 3 })
    const nothing = {
      useful: 0,
      longestRun: 0,
      longestRunMax: 3,
      crossings: 0,
      crossingsMin: 0,
      shift: false,
    }
    expect(runTest([])).toEqual(nothing)
    expect(runTest([5, 5, 5])).toEqual(nothing)
  })
})
