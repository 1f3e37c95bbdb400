import { expect, test } from 'vitest'
import { answerCheck, takeBackCheck } from '../../shared/commands/checks'
import { asOf, history } from '../../shared/queries/history'
import { makeAuthor, moment, recordsOf, valuesOf } from '../make'

const CHECK = { control: 'c065', period: '2026-11' }
const ABOUT = 'check:c065/2026-11'
const els = makeAuthor('els', moment('2026-11-10'))
const jan = makeAuthor('jan', moment('2026-11-12'))

test('the history says who changed what from what, newest last', () => {
  const records = recordsOf([])
  const [first] = answerCheck(records, { ...CHECK, outcome: 'partly', note: 'Eén te weinig.' }, els)
  records.insert(0, [first])
  const [second] = answerCheck(records, { ...CHECK, outcome: 'in-order', performer: 'els' }, jan)
  records.insert(1, [second])
  expect(history(records.get(ABOUT))).toEqual([
    {
      id: first?.id,
      at: els.at,
      by: 'els',
      changes: [
        { field: 'outcome', before: null, after: 'partly' },
        { field: 'note', before: null, after: 'Eén te weinig.' },
        { field: 'performer', before: null, after: 'els' },
      ],
      replaced: [],
    },
    {
      id: second?.id,
      at: jan.at,
      by: 'jan',
      changes: [
        { field: 'outcome', before: 'partly', after: 'in-order' },
        { field: 'note', before: 'Eén te weinig.', after: null },
      ],
      replaced: [first?.id],
    },
  ])
})

test('who settled a clash replaced both answers; before it counted the last one', () => {
  const blind = recordsOf([])
  const apart = [
    ...answerCheck(blind, { ...CHECK, outcome: 'in-order', performer: 'x' }, els),
    ...answerCheck(blind, { ...CHECK, outcome: 'partly', performer: 'x' }, jan),
  ]
  const records = recordsOf(apart)
  records.insert(2, answerCheck(records, { ...CHECK, outcome: 'not-in-order', performer: 'x' }, els))
  const entries = history(records.get(ABOUT))
  // Neither of the two had seen the other.
  expect(entries.slice(0, 2).map(({ changes, replaced }) => [changes[0]?.before, replaced])).toEqual([
    [null, []],
    [null, []],
  ])
  expect(entries[2]?.changes).toEqual([{ field: 'outcome', before: 'partly', after: 'not-in-order' }])
  expect(entries[2]?.replaced).toEqual(apart.map(({ id }) => id))
})

test('a correction never comes before what it corrects, though its author had a slow clock', () => {
  const records = recordsOf([])
  records.insert(0, answerCheck(records, { ...CHECK, outcome: 'partly' }, jan))
  records.insert(1, answerCheck(records, { ...CHECK, outcome: 'in-order' }, { ...els, at: 1000 }))
  expect(history(records.get(ABOUT)).map(({ by }) => by)).toEqual(['jan', 'els'])
})

test('a subject as of a moment is what had been said by then', () => {
  const records = recordsOf([])
  records.insert(0, answerCheck(records, { ...CHECK, outcome: 'partly' }, els))
  records.insert(1, takeBackCheck(records, CHECK, jan))
  const folded = records.get(ABOUT)
  expect(asOf(folded, els.at - 1)).toBeUndefined()
  expect(valuesOf(asOf(folded, els.at))).toMatchObject({ outcome: 'partly' })
  expect(valuesOf(asOf(folded, jan.at))).toMatchObject({ outcome: null })
})

test('a subject of which nobody spoke has no history', () => {
  expect(history(undefined)).toEqual([])
  expect(asOf(undefined, 0)).toBeUndefined()
})
