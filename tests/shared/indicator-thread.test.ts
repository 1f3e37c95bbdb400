import { expect, test } from 'vitest'
import type { Control } from '../../shared/kinds/control'
import { readRecord } from '../../shared/kinds/kind'
import { type Objective, objective } from '../../shared/kinds/objective'
import { planOf, threadOfIndicator, threadOfObjective, threadsOfControl } from '../../shared/queries/thread'
import { makeControl, makeStatement, recordsOf } from '../make'
import { makeIndicator } from './make-indicators'

const goal = (key: string, level: string, parent: string | null, code: string): Objective => {
  const about = `objective:${key}`
  const set = { name: key, level, parent, code }
  return readRecord(objective, recordsOf([makeStatement({ about, set })]).get(about) as never)
}
const objectives = [
  goal('a2', 'action', 'p1', 'A 1.1.2'),
  goal('a10', 'action', 'p1', 'A 1.1.10'),
  goal('p1', 'plan', 'bd1', 'AP 1.1'),
  goal('bd1', 'objective', null, 'BD 1'),
  goal('lost', 'plan', 'bd9', 'AP 9.1'),
]
const indicators = [
  makeIndicator('dv03', { objective: 'p1', controls: ['c017', 'c999'] }),
  makeIndicator('kl01', { objective: 'bd1', controls: [] }),
  makeIndicator('it01', { controls: ['c061', 'c017'] }),
  makeIndicator('old', { objective: 'p1', gone: true }),
]
const controls: Control[] = ['c017', 'c061', 'c001'].map((key) => makeControl({ key }))
const records = { objectives, indicators, controls }

test('the plan is a tree, numbered as people number', () => {
  const { roots, looseIndicators, looseControls } = planOf(records)
  const shape = (nodes: typeof roots): unknown[] =>
    nodes.map(({ objective: { key }, children, indicators: own }) => [
      key,
      own.map(({ indicator, controls: kept }) => [indicator.key, ...kept.map((each) => each.key)]),
      shape(children),
    ])
  expect(shape(roots)).toEqual([
    ['lost', [], []],
    [
      'bd1',
      [['kl01']],
      [
        [
          'p1',
          [['dv03', 'c017']],
          [
            ['a2', [], []],
            ['a10', [], []],
          ],
        ],
      ],
    ],
  ])
  expect(looseIndicators.map(({ indicator }) => indicator.key)).toEqual(['it01'])
  expect(looseControls.map(({ key }) => key)).toEqual(['c001'])
})

test('the thread is read downwards from an objective and upwards from a control', () => {
  const down = threadOfObjective('p1', records)
  expect(down?.above.map(({ key }) => key)).toEqual(['bd1'])
  expect(down?.node.indicators[0]?.controls.map(({ key }) => key)).toEqual(['c017'])
  const up = threadsOfControl('c017', records)
  expect(up.map(({ indicator, objectives: path }) => [indicator.key, path.map(({ key }) => key)])).toEqual([
    ['dv03', ['bd1', 'p1']],
    ['it01', []],
  ])
})

test('a thread says which ends are lost', () => {
  const [dv03, , it01] = indicators
  expect(threadOfIndicator(dv03 as never, records).lost).toEqual(['c999'])
  expect(threadOfIndicator(it01 as never, records).lost).toEqual([])
  expect(threadOfIndicator(makeIndicator('z', { objective: 'bd9' }), records).lost).toEqual(['bd9'])
})

test('plans that people hung under each other while apart are both still there', () => {
  const round = [goal('p1', 'plan', 'p2', 'AP 1'), goal('p2', 'plan', 'p1', 'AP 2')]
  expect(
    planOf({ objectives: round, indicators: [], controls: [] }).roots.map(({ objective: { key } }) => key),
  ).toEqual(['p1', 'p2'])
})
