/** What "Mijn werk" counts, and what passes on to who stands in. */
import { expect, test } from 'vitest'
import { countsOf } from '../../extension/views/mine/arrange'
import { keptBack, lentBy } from '../../extension/views/mine/stand-ins'
import { readsOnly } from '../../extension/views/shared/reads-only'
import { lateList } from '../../shared/queries/overview'
import { yearChecks } from '../../shared/queries/schedule'
import { grant, makeControl, recordsOf } from '../make'

const TODAY = '2026-11-30'
const checks = yearChecks({
  controls: [
    makeControl({ key: 'a', since: '2026-11-01', performers: ['an'] }),
    makeControl({ key: 'b', since: '2026-11-01' }),
  ],
  department: 'tec',
  year: 2026,
  records: recordsOf([]),
  today: TODAY,
})
const late = checks.filter(({ state }) => state === 'late')

test('a contradiction is a group of its own, neither late nor done, and the counts add up to the list', () => {
  const [first, ...others] = late
  const shown = [{ ...first, clash: true } as (typeof late)[number], ...others]
  const counts = countsOf(shown.map((check) => ({ check, through: 'me' as const })))
  expect(counts).toMatchObject({ clash: 1, late: others.length })
  expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(shown.length)
  expect(lateList(shown)).toHaveLength(others.length)
})

test('a control in the name of the director stays behind when somebody stands in; one of a head passes on', () => {
  expect(late.length).toBeGreaterThan(0)
  expect(keptBack(checks, 'an', lentBy([grant('director', [])], TODAY))).toBe(1)
  expect(keptBack(checks, 'an', lentBy([grant('manager', ['tec'])], TODAY))).toBe(0)
  expect(keptBack(checks, 'els', lentBy([grant('director', [])], TODAY))).toBe(0)
})

test('an auditor reads along; whoever also has work does not', () => {
  expect(readsOnly([grant('auditor', [])])).toBe(true)
  expect(readsOnly([grant('auditor', []), grant('contributor', ['tec'])])).toBe(false)
})
