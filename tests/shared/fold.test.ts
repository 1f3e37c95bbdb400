import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFold, type Folded, fold, foldSubject } from '../../shared/fold'
import type { Json, Statement } from '../../shared/statement'
import { makeIds, makeStatement, recordsOf, valuesOf } from '../make'

const ABOUT = 'check:c065/2026-11'
const VALUES: readonly Json[] = ['in-order', 'partly', null, 3, { a: 1 }]

/** People who work apart and meet now and then: each statement replaces the heads that its author has seen. */
type Act = { who: number; subject: number; field: number; value: number; meets: number | undefined }
const act = fc.record({
  who: fc.nat(3),
  subject: fc.nat(1),
  field: fc.nat(1),
  value: fc.nat(VALUES.length - 1),
  meets: fc.option(fc.nat(3), { nil: undefined }),
})

const play = (acts: readonly Act[]): Statement[] => {
  const id = makeIds()
  const replicas: Statement[][] = [[], [], [], []]
  const said: Statement[] = []
  for (const { who, subject, field, value, meets } of acts) {
    const mine = replicas[who] as Statement[]
    for (const each of meets === undefined ? [] : (replicas[meets] as Statement[]))
      if (!mine.includes(each)) mine.push(each)
    const about = `check:c${subject}/2026`
    const name = ['outcome', 'note'][field] as string
    const heads = recordsOf(mine).get(about)?.fields.get(name)?.heads ?? []
    const set = { [name]: VALUES[value] as Json }
    const over = heads.length > 0 ? { over: { [name]: heads.map((head) => head.id) } } : {}
    const statement = makeStatement({ id: id(), by: `p${who}`, about, set, ...over })
    mine.push(statement)
    said.push(statement)
  }
  return said
}

const standing = (records: Iterable<Folded>): unknown =>
  [...records]
    .map((folded) => [folded.about, Object.entries(valuesOf(folded)).sort(byName)] as const)
    .sort(byName)
const byName = ([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]): number =>
  a < b ? -1 : 1

test('whatever the order in which statements arrive, the same values stand and the same clashes are open', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 24 }), fc.func(fc.nat()), (acts, weigh) => {
      const said = play(acts)
      const shuffled = [...said].sort((a, b) => weigh(a.id) - weigh(b.id))
      expect(standing(fold(shuffled).values())).toEqual(standing(fold(said).values()))
    }),
    { numRuns: 300 },
  )
})

test('a fold that was added to piece by piece, also in the middle, equals the fold of the whole list', () => {
  const pieces = fc.array(fc.tuple(fc.nat(), fc.nat(4)), { maxLength: 12 })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 24 }), pieces, (acts, cuts) => {
      const left: (Statement | undefined)[] = play(acts)
      const running = createFold()
      let list: (Statement | undefined)[] = []
      for (const [where, count] of [...cuts, [0, left.length] as const]) {
        const piece = [...left.splice(0, count), ...(count === 3 ? [undefined] : [])]
        const index = list.length === 0 ? 0 : where % (list.length + 1)
        const touched = running.insert(index, piece)
        list = [...list.slice(0, index), ...piece, ...list.slice(index)]
        expect(touched).toEqual(new Set(piece.flatMap((each) => (each ? [each.about] : []))))
        // Reading in between must not leave an old record behind.
        for (const about of touched) running.get(about)
      }
      expect(running.length).toBe(list.length)
      const scratch = fold(list)
      for (const [about, folded] of scratch) expect(running.get(about)).toEqual(folded)
      expect(new Set([...running.all()].map(({ about }) => about))).toEqual(new Set(scratch.keys()))
    }),
    { numRuns: 300 },
  )
})

test('two who answered apart clash: both answers are kept, the last in the list counts', () => {
  const els = makeStatement({ set: { outcome: 'in-order' } })
  const jan = makeStatement({ by: 'jan', set: { outcome: 'partly' } })
  const field = foldSubject(ABOUT, [els, jan]).fields.get('outcome')
  expect(field).toEqual({ value: 'partly', heads: [els, jan], clash: true })
})

test('two who answered the same apart do not clash, whatever the order of what they wrote', () => {
  const els = makeStatement({ set: { value: { a: 1, b: [2] } } })
  const jan = makeStatement({ set: { value: { b: [2], a: 1 } } })
  const field = foldSubject(ABOUT, [els, jan]).fields.get('value')
  expect(field?.clash).toBe(false)
  expect(field?.heads).toHaveLength(2)
})

test('a statement over both settles a clash, wherever it arrives', () => {
  const els = makeStatement({ set: { outcome: 'in-order' } })
  const jan = makeStatement({ by: 'jan', set: { outcome: 'partly' } })
  const settled = makeStatement({ set: { outcome: 'partly' }, over: { outcome: [els.id, jan.id] } })
  for (const list of [
    [els, jan, settled],
    [settled, jan, els],
  ])
    expect(foldSubject(ABOUT, list).fields.get('outcome')).toEqual({
      value: 'partly',
      heads: [settled],
      clash: false,
    })
})

test('a third answer that saw only one of two leaves the other standing', () => {
  const els = makeStatement({ set: { outcome: 'in-order' } })
  const jan = makeStatement({ set: { outcome: 'partly' } })
  const later = makeStatement({ set: { outcome: 'not-in-order' }, over: { outcome: [els.id] } })
  expect(foldSubject(ABOUT, [els, jan, later]).fields.get('outcome')?.heads).toEqual([jan, later])
})

test('a field is replaced for itself alone', () => {
  const first = makeStatement({ set: { outcome: 'in-order', note: 'geteld' } })
  const second = makeStatement({ set: { outcome: 'partly' }, over: { outcome: [first.id] } })
  expect(valuesOf(foldSubject(ABOUT, [first, second]))).toEqual({ outcome: 'partly', note: 'geteld' })
})

test('a value that was taken away stands as nothing, and clashes with one that was not', () => {
  const first = makeStatement({ set: { outcome: 'in-order' } })
  const away = makeStatement({ set: { outcome: null }, over: { outcome: [first.id] } })
  const kept = makeStatement({ set: { outcome: 'partly' }, over: { outcome: [first.id] } })
  expect(foldSubject(ABOUT, [first, away]).fields.get('outcome')).toMatchObject({ value: null, clash: false })
  expect(foldSubject(ABOUT, [first, away, kept]).fields.get('outcome')?.clash).toBe(true)
})

test('statements that replace each other in a ring leave no value, and throw nothing', () => {
  const [a, b] = [makeStatement(), makeStatement()]
  const ring = [
    { ...a, over: { outcome: [b.id] } },
    { ...b, over: { outcome: [a.id] } },
  ]
  expect(foldSubject(ABOUT, ring).fields.size).toBe(0)
})

test('as of a moment: what had been said by then, that millisecond included', () => {
  const first = makeStatement({ at: 1000, set: { outcome: 'partly' } })
  const second = makeStatement({ at: 2000, set: { outcome: 'in-order' }, over: { outcome: [first.id] } })
  const at = (asOf: number) => fold([first, second], { asOf }).get(first.about)?.fields.get('outcome')?.value
  expect([at(999), at(1000), at(1999), at(2000)]).toEqual([undefined, 'partly', 'partly', 'in-order'])
})

test('a hundred and fifty thousand statements can arrive in the middle of a list', () => {
  const running = createFold()
  running.insert(0, [makeStatement(), makeStatement()])
  const statement = makeStatement({ about: 'check:other/2026' })
  running.insert(1, Array(150_000).fill(statement))
  expect(running.length).toBe(150_002)
})
