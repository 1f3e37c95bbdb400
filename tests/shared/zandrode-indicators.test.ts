import { expect, test } from 'vitest'
import { grantsOf, mayWrite, objection } from '../../shared/access'
import { chartsFor, objectionToIndicator } from '../../shared/commands/indicators'
import { type Day, startOfDay } from '../../shared/days'
import { createFold, type RunningFold } from '../../shared/fold'
import { type Indicator, indicator } from '../../shared/kinds/indicator'
import { readRecord } from '../../shared/kinds/kind'
import { cafSubcriterion } from '../../shared/libraries/caf'
import { CONTROLS } from '../../shared/libraries/controls'
import { INDICATORS } from '../../shared/libraries/indicators'
import { THEMES } from '../../shared/libraries/themes'
import { DEPARTMENTS, zandrode } from '../../shared/libraries/zandrode'
import { OBJECTIVES } from '../../shared/libraries/zandrode-figures'
import { indicatorStatements } from '../../shared/libraries/zandrode-indicators'
import { comparisonsOf } from '../../shared/queries/did-it-help'
import { funnelOf } from '../../shared/queries/funnel'
import { hintsOf } from '../../shared/queries/hints'
import { type Row, scorecard } from '../../shared/queries/scorecard'
import { parseRoom, type Room } from '../../shared/rooms'
import { makeAuthor } from '../make'

const TODAY: Day = '2026-11-21'

const play = (today: Day) => {
  const rooms = new Map<string, RunningFold>()
  const open = (room: string): RunningFold => {
    const records = rooms.get(room) ?? createFold()
    rooms.set(room, records)
    return records
  }
  const founder = makeAuthor('p01', startOfDay('2024-01-01'))
  open('org').insert(
    0,
    zandrode({ get: () => undefined }, { since: '2024-01-15', auditUntil: '2099-12-31' }, founder),
  )
  const batches = indicatorStatements({ today })
  for (const { room, statements } of batches) open(room).insert(open(room).length, statements)
  const indicators = [...open('org').all()]
    .filter(({ about }) => about.startsWith('indicator:'))
    .map((folded): Indicator => readRecord(indicator, folded))
  const ground = { today, records: open }
  return { rooms, batches, indicators, ground, rows: scorecard(indicators, ground) }
}
const { rooms, batches, indicators, rows } = play(TODAY)
const row = (key: string, department: string): Row => {
  const found = rows.find((each) => each.indicator.key === key && each.department === department)
  if (!found) throw new Error(`no row ${key} ${department}`)
  return found
}

test('the library has 56 indicators whose charts, themes, criteria, controls and departments exist', () => {
  expect(INDICATORS).toHaveLength(56)
  expect(new Set(INDICATORS.map(({ id }) => id)).size).toBe(56)
  for (const one of indicators) {
    expect(objectionToIndicator(one), one.key).toBeUndefined()
    expect(chartsFor(one.data), one.key).toContain(one.chart)
    expect(
      THEMES.some(({ key }) => key === one.theme),
      one.key,
    ).toBe(true)
    expect(cafSubcriterion(one.caf ?? ''), one.key).toBeDefined()
    for (const key of one.controls)
      expect(
        CONTROLS.some((each) => each.key === key),
        `${one.key} ${key}`,
      ).toBe(true)
    for (const key of one.departments)
      expect(
        DEPARTMENTS.some((each) => each.key === key),
        `${one.key} ${key}`,
      ).toBe(true)
    expect(
      OBJECTIVES.some(({ key }) => key === one.objective),
      one.key,
    ).toBe(true)
    for (const words of [
      one.nameEn,
      one.description,
      one.descriptionEn,
      one.formula,
      one.formulaEn,
      one.source,
    ])
      expect(words, one.key).not.toBe('')
    const isFraction = one.data === 'proportion' || one.data === 'rate'
    for (const words of [one.numerator, one.numeratorEn, one.denominator, one.denominatorEn])
      expect(words !== '' || !isFraction || one.data === undefined, one.key).toBe(true)
  }
})

test('every figure of the demo may be said where it is said, by who says it, before today', () => {
  const org = rooms.get('org') as RunningFold
  const now = startOfDay(TODAY)
  for (const { room: name, member, statements } of batches) {
    const room = parseRoom(name) as Room
    expect(grantsOf(org, member, now), member).toBeDefined()
    expect(mayWrite(org, member, room, now), `${member} in ${name}`).toBe(true)
    for (const statement of statements) {
      expect(objection(member, room, statement), statement.about).toBeUndefined()
      expect(statement.at).toBeLessThan(now)
    }
  }
})

test('ids are unique within each room', () => {
  const seen = new Set<string>()
  for (const { room, statements } of batches)
    for (const { id } of statements) {
      expect(seen.has(`${room} ${id}`)).toBe(false)
      seen.add(`${room} ${id}`)
    }
})

test('the same day tells the same story', () => {
  expect(indicatorStatements({ today: TODAY })).toEqual(batches)
}, 60_000)

test('monthly indicators have 36 months, the others accordingly', () => {
  const lengths = new Map(rows.map(({ indicator: { key }, series }) => [key, series.figures.length]))
  expect(lengths.get('dv01')).toBe(36)
  expect(lengths.get('kl03')).toBe(12)
  expect(lengths.get('it03')).toBe(6)
  expect(lengths.get('be05')).toBe(3)
  expect(lengths.get('dv09')).toBe(1)
})

test('there is a shift after an event, and the chart says that it helped', () => {
  const { series } = row('fi01', 'fin')
  expect(series.phases).toHaveLength(2)
  expect(series.newest?.value).toBeCloseTo(26.9, 6)
  expect(comparisonsOf(series)).toMatchObject([
    { verdict: 'improved', title: 'Elektronische facturen verplicht' },
  ])
})

test('there is a spike, a stale one, one of small numbers, one that improves and one that always fails', () => {
  const spike = row('hr01', 'tec').series
  const at = spike.figures.findIndex(({ value }) => value !== undefined && Math.abs(value - 9.62) < 0.001)
  expect(spike.chart.points[at]?.signals).toContain('beyond3')
  expect(row('ov03', 'geb')).toMatchObject({ stale: true })
  expect(row('ov03', 'geb').missing).toBeGreaterThanOrEqual(2)
  expect(hintsOf(row('be01', 'sec').series).map(({ code }) => code)).toContain('small-numbers')
  expect(row('dv05', 'bur')).toMatchObject({ variation: 'improvement' })
  expect(row('dv04', 'bur')).toMatchObject({ assurance: 'failing' })
  expect(hintsOf(row('dv03', 'bur').series)).toContainEqual(
    expect.objectContaining({ code: 'large-numbers', proposed: 'pprime' }),
  )
  expect(row('dv12', 'tec')).toMatchObject({ variation: 'concern', word: { rule: 'side8' } })
})

test('departments with different volumes can be compared, and complaints have categories', () => {
  const paid = indicators.find(({ key }) => key === 'fi02') as Indicator
  const parts = rows
    .filter(({ indicator: { key }, department }) => key === 'fi02' && department)
    .map(({ series }) => series)
  const funnel = funnelOf(paid, parts, { from: '2025-11', to: '2026-10' })
  expect(funnel?.points).toHaveLength(6)
  expect(funnel?.points.some(({ beyond }) => beyond === 3)).toBe(true)
  for (const { measurement } of row('kl01', 'kla').series.figures)
    expect(Object.values(measurement?.categories ?? {}).reduce((total, count) => total + count, 0)).toBe(
      measurement?.numerator,
    )
})

test('most of the scorecard is calm, as it is in life', () => {
  const calm = rows.filter(({ variation }) => variation === 'common-cause')
  expect(calm.length / rows.length).toBeGreaterThan(0.6)
  expect(calm.length / rows.length).toBeLessThan(0.95)
  expect(rows.filter(({ value }) => value === undefined)).toEqual([])
})

test('whatever the day, the demo has its shift, its signal and something to measure', () => {
  for (const today of ['2027-01-02', '2028-02-29']) {
    const { rows: then } = play(today)
    const find = (key: string, department: string) =>
      then.find((each) => each.indicator.key === key && each.department === department) as Row
    expect(find('fi01', 'fin').series.phases, today).toHaveLength(2)
    expect(find('ov03', 'geb').stale, today).toBe(true)
    expect(find('dv07', 'bur').series.figures.at(-1)?.state, today).not.toBe('done')
  }
}, 60_000)
