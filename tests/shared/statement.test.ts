import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from '../../shared/days'
import { canonical, digest, type Json, keyOf, kindOf, parse, toTuple } from '../../shared/statement'
import { makeStatement } from '../make'

const ID = 'AAAAAAAAAAAAAAA1'
const OTHER = 'AAAAAAAAAAAAAAA2'
const GOOD = [
  1,
  ID,
  1_700_000_000_000,
  'els',
  'check:c065/2026-11',
  { outcome: 'partly' },
  { outcome: [OTHER] },
]
const change = (index: number, value: unknown): unknown[] =>
  GOOD.map((each, at) => (at === index ? value : each))
const withoutPrototype = (): unknown => Object.assign(Object.create(null), { outcome: 'partly' })
const poisoned = (): unknown => JSON.parse('{"outcome":"partly","__proto__":{"outcome":"in-order"}}')
const deep = (depth: number): Json => (depth === 0 ? 1 : [deep(depth - 1)])

test('a tuple of a ledger is read as a statement, with and without what it replaces', () => {
  expect(parse(GOOD)).toEqual({
    v: 1,
    id: ID,
    at: 1_700_000_000_000,
    by: 'els',
    about: 'check:c065/2026-11',
    set: { outcome: 'partly' },
    over: { outcome: [OTHER] },
  })
  expect(parse(GOOD.slice(0, 6))).not.toHaveProperty('over')
})

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['text', 'check'],
  ['an object', { v: 1 }],
  ['too few elements', GOOD.slice(0, 5)],
  ['too many elements for its version', [...GOOD, 'more']],
  ['version zero', change(0, 0)],
  ['a version that is no number', change(0, '1')],
  ['half a version', change(0, 1.5)],
  ['a short id', change(1, 'AAAA')],
  ['an id with a foreign character', change(1, 'AAAAAAAAAAAAAA=1')],
  ['a moment before 1970', change(2, -1)],
  ['half a millisecond', change(2, 0.5)],
  ['no moment at all', change(2, Number.NaN)],
  ['a moment that no calendar has', change(2, 8_640_000_000_000_001)],
  ['a moment after the year 9999', change(2, 253_402_300_800_000)],
  ['a member in capitals', change(3, 'Els')],
  ['a member with a slash', change(3, 'els/x')],
  ['no member', change(3, '')],
  ['a subject without a kind', change(4, 'c065')],
  ['a subject with an empty key', change(4, 'check:')],
  ['a subject that climbs', change(4, 'check:../org')],
  ['nothing set', change(5, {})],
  ['a list instead of fields', change(5, ['outcome'])],
  ['a field in capitals', change(5, { Outcome: 1 })],
  ['a field that reaches the prototype', change(5, { constructor: 1 })],
  ['fields with a foreign prototype', change(5, { a: poisoned() })],
  ['fields without a prototype', change(5, withoutPrototype())],
  ['an endless number', change(5, { a: Number.POSITIVE_INFINITY })],
  ['a value that is no JSON', change(5, { a: undefined })],
  ['bytes', change(5, { a: new Uint8Array(2) })],
  ['a value too deep', change(5, { a: deep(40) })],
  ['more than 64 fields', change(5, Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`f${i}`, 1])))],
  ['a replaced field that it does not set', change(6, { note: [OTHER] })],
  ['a replacement of nothing', change(6, { outcome: [] })],
  ['a replacement of itself', change(6, { outcome: [ID] })],
  ['a replacement that is no id', change(6, { outcome: ['x'] })],
  ['more replaced than a statement may name', change(6, { outcome: Array(257).fill(OTHER) })],
])('%s is no statement', (_, entry) => {
  expect(parse(entry)).toBeUndefined()
})

test('a newer version may say more; it is read as far as this version knows it', () => {
  expect(parse([2, ...GOOD.slice(1), { signature: 'x' }])).toMatchObject({
    v: 2,
    id: ID,
    set: { outcome: 'partly' },
  })
})

test('every moment a statement may have falls on a day that sorts as text', () => {
  expect(dayOf(parse(change(2, 253_402_300_799_999 - 7_200_000))?.at as number)).toBe('9999-12-31')
})

test('anything at all can be read without throwing', () => {
  fc.assert(fc.property(fc.anything({ withNullPrototype: true }), (entry) => void parse(entry)))
  fc.assert(
    fc.property(fc.array(fc.anything(), { minLength: 6, maxLength: 8 }), (entry) => void parse(entry)),
  )
})

test('a statement survives the way into a tuple and back, whatever JSON it sets', () => {
  const field = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,8}$/).filter((name) => name !== 'valueOf')
  const value = fc
    .jsonValue({ maxDepth: 5 })
    .filter((json) => !/__proto__|constructor|prototype|toString|valueOf|hasOwn/.test(JSON.stringify(json)))
  const fields = fc.dictionary(field, value, { minKeys: 1, maxKeys: 5, noNullPrototype: true })
  fc.assert(
    fc.property(fields, (set) => {
      // Through JSON first: a ledger knows no minus zero either.
      const statement = makeStatement({ set: JSON.parse(JSON.stringify(set)) })
      expect(parse(JSON.parse(JSON.stringify(toTuple(statement))))).toEqual(statement)
    }),
  )
})

test('an empty list of what is replaced is left out of the tuple', () => {
  expect(toTuple(makeStatement({ over: {} }))).toHaveLength(6)
})

test('the digest of a statement does not depend on the order of fields, and on everything else', () => {
  const statement = makeStatement({ id: ID, set: { outcome: 'partly', note: 'x' } })
  const same = makeStatement({ id: ID, set: { note: 'x', outcome: 'partly' } })
  expect(digest(statement)).toBe(digest(same))
  expect(digest(statement)).toMatch(/^[0-9a-f]{64}$/)
  for (const other of [
    { by: 'jan' },
    { at: 5 },
    { id: OTHER },
    { set: { outcome: 'partly' } },
    { about: 'check:x/2026' },
  ])
    expect(digest({ ...statement, ...other })).not.toBe(digest(statement))
})

test('canonical JSON is that of RFC 8785', () => {
  expect(canonical({ b: [1, -0, 1e21], a: 'é"\n', '\u20ac': null })).toBe(
    '{"a":"é\\"\\n","b":[1,0,1e+21],"€":null}',
  )
})

test('kind and key of a subject', () => {
  expect([kindOf('check:c065/2026-11'), keyOf('check:c065/2026-11')]).toEqual(['check', 'c065/2026-11'])
})
