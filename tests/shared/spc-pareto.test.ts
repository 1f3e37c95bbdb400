import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pareto } from '../../shared/spc'

const names = (counts: Record<string, number>) => pareto(counts).map((bar) => bar.name)

describe('Pareto', () => {
  test('categories come from large to small, equal ones in alphabetical order', () => {
    expect(names({ wegen: 3, Afval: 3, éclairage: 3, groen: 9 })).toEqual([
      'groen',
      'Afval',
      'éclairage',
      'wegen',
    ])
  })

  test('"andere" comes last however large it is', () => {
    expect(names({ andere: 50, groen: 9, wegen: 3 })).toEqual(['groen', 'wegen', 'andere'])
    expect(names({ Andere: 50, groen: 9 })).toEqual(['groen', 'Andere'])
  })

  test('the vital few go up to and including the first that reaches 80 %', () => {
    const bars = pareto({ a: 50, b: 30, c: 15, d: 5 })
    expect(bars.map((bar) => [bar.cumulative, bar.vital])).toEqual([
      [50, true],
      [80, true],
      [95, false],
      [100, false],
    ])
    expect(pareto({ a: 79, b: 20, c: 1 }).map((bar) => bar.vital)).toEqual([true, true, false])
    expect(pareto({ a: 1 })).toEqual([{ name: 'a', count: 1, cumulative: 100, vital: true }])
  })

  test('no categories, and categories without a count, are no reason to divide by 0', () => {
    expect(pareto({})).toEqual([])
    expect(pareto({ b: 0, a: 0 })).toEqual([
      { name: 'a', count: 0, cumulative: 0, vital: false },
      { name: 'b', count: 0, cumulative: 0, vital: false },
    ])
    expect(pareto({ a: Number.NaN, b: -3, c: 4 }).map((bar) => bar.count)).toEqual([4, 0, 0])
  })

  const counts = fc.uniqueArray(fc.tuple(fc.string(), fc.oneof(fc.nat(20), fc.double())), {
    selector: ([name]) => name,
  })

  test('the order of the counts does not matter', () => {
    fc.assert(
      fc.property(counts, fc.nat(), (entries, turn) => {
        const at = entries.length ? turn % entries.length : 0
        const turned = [...entries.slice(at), ...entries.slice(0, at)].reverse()
        expect(pareto(fromEntries(turned))).toEqual(pareto(fromEntries(entries)))
      }),
    )
  })

  test('shares rise to 100 %, and the vital ones come first', () => {
    fc.assert(
      fc.property(counts, (entries) => {
        const bars = pareto(fromEntries(entries))
        const shares = bars.map((bar) => bar.cumulative)
        expect(shares).toEqual([...shares].sort((a, b) => a - b))
        if (bars.some((bar) => bar.count > 0)) expect(shares.at(-1)).toBeCloseTo(100, 9)
        const vital = bars.filter((bar) => bar.vital).length
        expect(bars.slice(0, vital).every((bar) => bar.vital)).toBe(true)
        expect(bars.every((bar) => Number.isFinite(bar.cumulative) && Number.isFinite(bar.count))).toBe(true)
      }),
    )
  })
})

/** Without a prototype, so that "__proto__" is a name like any other. */
const fromEntries = (entries: readonly (readonly [string, number])[]): Record<string, number> => {
  const counts: Record<string, number> = Object.create(null)
  for (const [name, count] of entries) counts[name] = count
  return counts
}
