/** The risk register: five by five, before and after control, and where risks and controls do not meet. */
import { expect, test } from 'vitest'
import { answerCheck } from '../../shared/commands/checks'
import {
  addRisk,
  closeRisk,
  objectionToRating,
  objectionToRisk,
  objectionToTreatment,
  rateRisk,
  treatRisk,
} from '../../shared/commands/risks'
import type { Rating } from '../../shared/kinds/risk'
import { BANDS } from '../../shared/libraries/risk-matrix'
import { bandOf, coverageOf, heatMap, risksOf, scoreOf, workingOf } from '../../shared/queries/risks'
import { yearChecks } from '../../shared/queries/schedule'
import { makeAuthor, makeControl, moment, recordsOf } from '../make'
import { makeDesk, meet } from './make-work'

const rating = (likelihood: number, service: number, money?: number): Rating => ({
  likelihood,
  impacts: { service, ...(money !== undefined && { money }) },
})
const arrange = () => {
  const els = makeDesk('els')
  els.say('dept/tec', (seen, author) =>
    addRisk(seen, 'r1', { title: 'Stock verdwijnt', department: 'tec', inherent: rating(3, 4, 2) }, author),
  )
  return els
}

test('every cell of the matrix has the band of its product', () => {
  const bands = [1, 2, 3, 4, 5].map((likelihood) =>
    [1, 2, 3, 4, 5].map((impact) => bandOf(likelihood * impact).key),
  )
  expect(bands).toEqual([
    ['low', 'low', 'low', 'low', 'moderate'],
    ['low', 'low', 'moderate', 'moderate', 'high'],
    ['low', 'moderate', 'moderate', 'high', 'critical'],
    ['low', 'moderate', 'high', 'critical', 'critical'],
    ['moderate', 'high', 'critical', 'critical', 'critical'],
  ])
  expect(BANDS.map(({ min, max }) => [min, max])).toEqual([
    [1, 4],
    [5, 9],
    [10, 14],
    [15, 25],
  ])
})

test('the gravest impact counts, and likelihood and impact always go together', () => {
  expect(scoreOf(rating(3, 4, 2))).toMatchObject({ likelihood: 3, impact: 4, score: 12, worst: ['service'] })
  expect(scoreOf(rating(2, 3, 3))).toMatchObject({ score: 6, worst: ['money', 'service'] })
  expect(scoreOf(undefined)).toBeUndefined()
})

test('what is left after control is never more than there was before, nor outside of one to five', () => {
  const els = arrange()
  const seen = els.records('dept/tec') as never
  expect(objectionToRating(seen, 'r1', { residual: rating(4, 4) })).toBe('residual-above-inherent')
  expect(objectionToRating(seen, 'r1', { inherent: rating(0, 4) })).toBe('out-of-range')
  expect(objectionToRating(seen, 'r1', { inherent: rating(1, 6) })).toBe('out-of-range')
  expect(objectionToRating(seen, 'r2', { inherent: rating(1, 1) })).toBe('no-such-risk')
  expect(objectionToRating(seen, 'r1', { residual: rating(2, 4) })).toBeUndefined()
  expect(objectionToRisk({ title: 'x', residual: rating(1, 1) })).toBe('not-rated')
  expect(objectionToRisk({ title: ' ' })).toBe('title-missing')
})

test('a risk is accepted by somebody until a day, and after that it no longer is', () => {
  const els = arrange()
  const accept = { treatment: 'accept', acceptedUntil: '2026-12-31' } as const
  expect(objectionToTreatment(els.records('dept/tec') as never, 'r1', { treatment: 'accept' })).toBe(
    'until-missing',
  )
  els.say('dept/tec', (seen, author) => treatRisk(seen, 'r1', accept, author))
  expect(risksOf(els, [])[0]).toMatchObject({ accepted: 'yes', acceptedBy: 'els' })
  expect(risksOf(els.on('2027-01-01'), [])[0]).toMatchObject({ accepted: 'over' })
  els.say('dept/tec', (seen, author) => treatRisk(seen, 'r1', { treatment: 'reduce' }, author))
  expect(risksOf(els, [])[0]).toMatchObject({ accepted: 'no', acceptedUntil: undefined })
})

test('two who rate apart clash as a whole; nobody’s half is mixed with another’s', () => {
  const [els, jan] = [arrange(), makeDesk('jan')]
  meet(els, jan)
  els.say('dept/tec', (seen, author) => rateRisk(seen, 'r1', { inherent: rating(5, 1) }, author))
  jan.say('dept/tec', (seen, author) => rateRisk(seen, 'r1', { inherent: rating(1, 5) }, author))
  meet(els, jan)
  const [line] = risksOf(els, [])
  expect(line?.clashes).toEqual(['inherent'])
  expect([rating(5, 1), rating(1, 5)]).toContainEqual(line?.inherent)
})

test('the heat map shows each open risk in one cell, after control where that was rated', () => {
  const els = arrange()
  els.say('dept/tec', (seen, author) => rateRisk(seen, 'r1', { residual: rating(2, 3) }, author))
  els.say('team', (seen, author) => addRisk(seen, 'r2', { title: 'Uitval', inherent: rating(1, 5) }, author))
  const where = (which: 'inherent' | 'residual') =>
    heatMap(risksOf(els, []), which)
      .flat()
      .flatMap(({ likelihood, impact, risks }) => risks.map(({ key }) => `${key} ${likelihood}x${impact}`))
      .sort()
  expect(where('inherent')).toEqual(['r1 3x4', 'r2 1x5'])
  expect(where('residual')).toEqual(['r1 2x3', 'r2 1x5'])
  els.say('team', (seen, author) => closeRisk(seen, 'r2', 'Verkocht', author))
  expect(where('residual')).toEqual(['r1 2x3'])
})

test('a control works when the last time that was due it was in order, in every department', () => {
  const records = recordsOf([])
  const control = makeControl({ key: 'c1', departments: ['tec', 'bur'] })
  const checks = () =>
    ['tec', 'bur'].flatMap((department) =>
      yearChecks({
        controls: [control],
        department,
        year: 2026,
        records: department === 'tec' ? records : recordsOf([]),
        today: '2026-11-21',
      }),
    )
  const answer = (outcome: 'in-order' | 'not-in-order' | 'not-applicable') =>
    records.insert(
      records.length,
      answerCheck(
        records,
        { control: 'c1', period: '2026-11', outcome },
        makeAuthor('els', moment('2026-11-10')),
      ),
    )
  expect(workingOf(control, [], undefined)).toBe('unknown')
  expect(workingOf(control, checks(), 'tec')).toBe('failing')
  answer('in-order')
  expect(workingOf(control, checks(), 'tec')).toBe('working')
  expect(workingOf(control, checks(), undefined)).toBe('failing')
  answer('not-in-order')
  expect(workingOf(control, checks(), 'tec')).toBe('failing')
})

test('coverage names risks without a control, risks whose controls fail, and controls without a risk', () => {
  const els = arrange()
  els.say('dept/tec', (seen, author) =>
    addRisk(seen, 'r2', { title: 'Zonder controle', department: 'tec' }, author),
  )
  const controls = [
    makeControl({ key: 'a', risks: ['r1'] }),
    makeControl({ key: 'b', risks: ['gone'] }),
    makeControl({ key: 'c', until: '2026-01-31' }),
  ]
  const found = coverageOf(risksOf(els, controls), controls, [], els.today)
  expect(found.withoutControl.map(({ key }) => key)).toEqual(['r2'])
  expect(found.withoutWorkingControl.map(({ key }) => key)).toEqual(['r1'])
  expect(found.controlsWithoutRisk.map(({ key }) => key)).toEqual(['b'])
})

test('to who does not see every department, a risk out of sight covers, and controls of others do not count', () => {
  const els = arrange()
  const controls = [
    makeControl({ key: 'a', departments: ['tec'], risks: ['elders'] }),
    makeControl({ key: 'b', departments: ['bur'] }),
    makeControl({ key: 'c', departments: ['tec', 'bur'] }),
  ]
  const risks = risksOf(els, controls)
  const without = (seen?: readonly string[]) =>
    coverageOf(risks, controls, [], els.today, seen).controlsWithoutRisk.map(({ key }) => key)
  expect(without()).toEqual(['a', 'b', 'c'])
  expect(without(['tec'])).toEqual(['c'])
})
