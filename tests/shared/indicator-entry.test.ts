import { expect, test } from 'vitest'
import { adoptIndicator, chartsFor, objectionToIndicator } from '../../shared/commands/indicators'
import {
  explainFigure,
  giveFigure,
  objectionToFigure,
  objectionToParts,
  takeBackFigure,
} from '../../shared/commands/measurements'
import { addObjective, objectionToObjective } from '../../shared/commands/objectives'
import { createFold } from '../../shared/fold'
import { indicator } from '../../shared/kinds/indicator'
import { readRecord } from '../../shared/kinds/kind'
import { history } from '../../shared/queries/history'
import { previewFigure } from '../../shared/queries/preview'
import { seriesOf } from '../../shared/queries/series'
import { makeAuthor, valuesOf } from '../make'
import { makeIndicator, makeWorld, monthsFrom } from './make-indicators'

const share = makeIndicator('dv03', { data: 'proportion', factor: 100, chart: 'p', direction: 'higher' })
const wait = makeIndicator('dv01', { data: 'measure', direction: 'lower' })
const ABOUT = 'measurement:dv03/2024-01'
const ROOM = 'dept/fin/2024'

test('a figure keeps its numerator and denominator and says who measured it', () => {
  const world = makeWorld('2024-02-05')
  world.give(share, 'fin', '2024-01', { numerator: 87, denominator: 100, comment: 'Nieuwe centrale.' })
  expect(valuesOf(world.records(ROOM)?.get(ABOUT))).toEqual({
    numerator: 87,
    denominator: 100,
    comment: 'Nieuwe centrale.',
    performer: 'p02',
  })
})

test('a correction asks a reason, and the old figure stays in the history', () => {
  const world = makeWorld('2024-02-05')
  world.give(share, 'fin', '2024-01', { numerator: 87, denominator: 100 })
  const seen = { get: (about: string) => world.records(ROOM)?.get(about) }
  const better = { numerator: 78, denominator: 100 }
  expect(objectionToFigure(seen, share, '2024-01', better)).toBe('reason-missing')
  expect(world.give(share, 'fin', '2024-01', better)).toEqual([])
  world.give(share, 'fin', '2024-01', { ...better, reason: 'Cijfers omgewisseld.' })
  const entries = history(world.records(ROOM)?.get(ABOUT))
  expect(entries).toHaveLength(2)
  expect(entries[1]?.changes).toContainEqual({ field: 'numerator', before: 87, after: 78 })
  expect(entries[1]?.changes).toContainEqual({ field: 'reason', before: null, after: 'Cijfers omgewisseld.' })
  expect(seriesOf(share, 'fin', world).newest).toMatchObject({ value: 78, corrected: true })
})

test('the same figure again says nothing, and a comment needs no reason', () => {
  const world = makeWorld('2024-02-05')
  world.give(share, 'fin', '2024-01', { numerator: 87, denominator: 100 })
  expect(world.give(share, 'fin', '2024-01', { numerator: 87, denominator: 100 })).toEqual([])
  world.say(ROOM, (seen, author) => explainFigure(seen, 'dv03', '2024-01', 'Storing op de lijn.', author))
  expect(seriesOf(share, 'fin', world).newest?.measurement?.comment).toBe('Storing op de lijn.')
})

test('a figure is taken back only with a reason, and is then missing', () => {
  const world = makeWorld('2024-02-20')
  world.give(share, 'fin', '2024-01', { numerator: 87, denominator: 100 })
  expect(world.say(ROOM, (seen, author) => takeBackFigure(seen, 'dv03', '2024-01', '', author))).toEqual([])
  world.say(ROOM, (seen, author) => takeBackFigure(seen, 'dv03', '2024-01', 'Van een andere dienst.', author))
  expect(seriesOf(share, 'fin', world)).toMatchObject({ newest: undefined, stale: true })
  expect(history(world.records(ROOM)?.get(ABOUT))).toHaveLength(2)
})

test('numbers that make no figure are named', () => {
  const count = makeIndicator('kl01', { data: 'count', chart: 'c' })
  const rate = makeIndicator('hr07', { data: 'rate', factor: 1e6, chart: 'u' })
  const mean = makeIndicator('xb', { data: 'measure', chart: 'xbar-r' })
  const cases = [
    [share, {}, 'nothing'],
    [share, { numerator: 5 }, 'denominator-missing'],
    [share, { denominator: 5 }, 'numerator-missing'],
    [share, { numerator: 5, denominator: 0 }, 'denominator-zero'],
    [share, { numerator: 0, denominator: 0 }, undefined],
    [share, { numerator: 6, denominator: 5 }, 'numerator-above-denominator'],
    [share, { numerator: -1, denominator: 5 }, 'negative'],
    [share, { value: 101 }, 'not-a-percentage'],
    [share, { value: 93.5 }, undefined],
    [share, { numerator: 5, denominator: 5 }, undefined],
    [rate, { numerator: 6, denominator: 5 }, undefined],
    [rate, { value: -2 }, 'negative'],
    [count, { numerator: 1.5 }, 'not-whole'],
    [count, { value: -1 }, 'negative'],
    [count, { numerator: 0 }, undefined],
    [wait, { value: -3.5 }, undefined],
    [mean, { sample: [1] }, 'sample-too-small'],
    [mean, { sample: [1, 2] }, undefined],
  ] as const
  for (const [one, input, problem] of cases)
    expect(objectionToParts(one, input), JSON.stringify(input)).toBe(problem)
})

const year = () => {
  const world = makeWorld('2025-01-20')
  monthsFrom(2024, 12).forEach((month, index) => {
    world.give(wait, 'fin', month, { value: 10 + (index % 2) })
  })
  return world
}

test('while one types, the figure already says whether it will be a signal, and nothing is saved', () => {
  const world = year()
  const calm = previewFigure(wait, 'fin', '2025-01', { value: 11 }, world.on('2025-02-03'))
  expect(calm).toMatchObject({
    objection: undefined,
    value: 11,
    word: undefined,
    center: 10.5,
    isCorrection: false,
  })
  // 10.5 + 3 x 1 / 1.128 = 13.16.
  expect(calm.upper).toBeCloseTo(13.1596, 4)
  const alarm = previewFigure(wait, 'fin', '2025-01', { value: 14 }, world.on('2025-02-03'))
  expect(alarm.word).toMatchObject({ rule: 'beyond3', side: 'above', reading: 'concern', at: 13 })
  expect(world.records('dept/fin/2025')?.get('measurement:dv01/2025-01')).toBeUndefined()
})

test('a figure typed before its period is over can be previewed too', () => {
  const preview = previewFigure(wait, 'fin', '2025-01', { value: 14 }, year())
  expect(preview.word?.rule).toBe('beyond3')
})

test('typing over a figure shows what it was and asks why', () => {
  const preview = previewFigure(wait, 'fin', '2024-12', { value: 30 }, year())
  expect(preview).toMatchObject({ objection: 'reason-missing', before: 11, isCorrection: true, value: 30 })
})

test('what makes no figure previews nothing', () => {
  expect(previewFigure(share, 'fin', '2024-12', { numerator: 3, denominator: 0 }, year())).toMatchObject({
    objection: 'denominator-zero',
    value: undefined,
    word: undefined,
  })
})

test('an adopted indicator keeps where it came from, in words of one’s own', () => {
  const records = createFold()
  const entry = { id: 'dv03', fields: { name: 'Telefonische bereikbaarheid', unit: '%', target: 90 } }
  records.insert(
    0,
    adoptIndicator(
      records,
      'bereikbaarheid-k3f9',
      { library: 'waarborg', version: 1, entry },
      { name: 'Opgenomen oproepen', target: 92, departments: ['bur'] },
      makeAuthor('p03'),
    ),
  )
  const folded = records.get('indicator:bereikbaarheid-k3f9')
  expect(folded && readRecord(indicator, folded)).toMatchObject({
    name: 'Opgenomen oproepen',
    unit: '%',
    target: 92,
    departments: ['bur'],
    library: { library: 'waarborg', id: 'dv03', version: 1 },
  })
})

test('a chart must be able to draw the kind of figure', () => {
  const fine = { ...makeIndicator('x', { data: 'count', chart: 'c' }), name: 'x' }
  expect(objectionToIndicator(fine)).toBeUndefined()
  expect(objectionToIndicator({ ...fine, chart: 'p' })).toBe('chart-does-not-fit')
  expect(objectionToIndicator({ ...fine, name: ' ' })).toBe('name-missing')
  expect(objectionToIndicator({ ...fine, departments: [] })).toBe('no-departments')
  expect(objectionToIndicator({ ...fine, since: '2025-01-01', until: '2024-01-01' })).toBe(
    'ends-before-it-begins',
  )
  expect(chartsFor('proportion')[0]).toBe('p')
})

test('an action plan hangs under an objective and an action under a plan', () => {
  const org = createFold()
  const author = makeAuthor('p03')
  org.insert(0, addObjective(org, 'bd1', { name: 'Vlotte dienstverlening', level: 'objective' }, author))
  org.insert(1, addObjective(org, 'ap1', { name: 'Bereikbaar', level: 'plan', parent: 'bd1' }, author))
  const check = (level: 'objective' | 'plan' | 'action', parent?: string) =>
    objectionToObjective(org, { name: 'x', level, parent })
  expect([check('objective'), check('plan', 'bd1'), check('action', 'ap1')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect([check('objective', 'bd1'), check('plan', 'ap1'), check('action', 'bd1')]).toEqual(
    Array(3).fill('parent-of-wrong-level'),
  )
  expect([check('plan'), check('plan', 'bd9')]).toEqual(['parent-missing', 'parent-missing'])
})

test('a month without cases is an answer: a gap on the chart that is not late', () => {
  const world = makeWorld('2024-03-20')
  world.give(share, 'fin', '2024-01', { numerator: 9, denominator: 10 })
  world.give(share, 'fin', '2024-02', { numerator: 0, denominator: 0 })
  const { figures, chart, stale, newest } = seriesOf(share, 'fin', world)
  expect(figures.map(({ state, value }) => [state, value])).toEqual([
    ['done', 90],
    ['done', undefined],
  ])
  expect(chart.points[1]?.value).toBeNull()
  expect([stale, newest?.period]).toEqual([false, '2024-01'])
})

test('giving a figure on two devices apart is a clash that shows both', () => {
  const world = makeWorld('2024-02-05')
  const nothing = { get: () => undefined }
  world.say(ROOM, (_, author) =>
    giveFigure(nothing, share, '2024-01', { numerator: 87, denominator: 100 }, author),
  )
  world.say(ROOM, (_, author) =>
    giveFigure(nothing, share, '2024-01', { numerator: 78, denominator: 100 }, author),
  )
  expect(seriesOf(share, 'fin', world).newest).toMatchObject({ value: 78, clash: true })
})
