/** Smaller questions of the control cycle: checks of a page, samples, rhythms that might change, the year, the grid. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerCheck } from '../../shared/commands/checks'
import type { Outcome } from '../../shared/kinds/check'
import type { Theme } from '../../shared/kinds/theme'
import { plannedVersusDone } from '../../shared/queries/grid'
import { checksHere, isPattern, matchesPage } from '../../shared/queries/pages'
import { rhythmHints } from '../../shared/queries/rhythm-hints'
import { sampleOf } from '../../shared/queries/sample'
import { yearChecks } from '../../shared/queries/schedule'
import { yearFacts } from '../../shared/queries/year-facts'
import { makeAuthor, makeControl, moment, recordsOf } from '../make'
import { makeDesk } from './make-work'

const TODAY = '2026-11-21'
const checksOf = (control = makeControl(), answers: Readonly<Record<string, Outcome>> = {}, year = 2026) => {
  const records = recordsOf([])
  for (const [period, outcome] of Object.entries(answers))
    records.insert(
      records.length,
      answerCheck(
        records,
        { control: control.key, period, outcome },
        makeAuthor('els', moment(`${period}-05`)),
      ),
    )
  return yearChecks({ controls: [control], department: 'tec', year, records, today: TODAY })
}

test.each([
  ['https://boekhouding.example/*', 'https://boekhouding.example/posten?jaar=2026', true],
  ['https://boekhouding.example', 'https://boekhouding.example/posten', true],
  ['https://boekhouding.example/posten', 'https://boekhouding.example/posten/1', false],
  ['https://boekhouding.example/*/open', 'https://boekhouding.example/2026/11/open', true],
  ['https://*.zandrode.example/*', 'https://hr.zandrode.example/x', true],
  ['https://*.zandrode.example/*', 'https://zandrode.example.evil.be/x', false],
  ['https://zandrode.example/*', 'http://zandrode.example/x', false],
  ['*://zandrode.example/*', 'http://zandrode.example/x', true],
  ['*', 'https://zandrode.example/', false],
  ['https://zandrode.example/*', 'javascript:alert(1)', false],
])('the pattern %s and the page %s: %s', (pattern, url, expected) => {
  expect(matchesPage([pattern], url)).toBe(expected)
})

test('a pattern of many stars is no trap, and what is no pattern is said so', () => {
  expect(
    matchesPage([`https://x.example/${'*a'.repeat(80)}b`], `https://x.example/${'a'.repeat(5_000)}`),
  ).toBe(false)
  expect(['https://x.example/*', '*://x.example', 'x.example', 'file:///c/*', ''].map(isPattern)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})

test('on a page one sees the open checks that belong there, and none that is done', () => {
  const control = makeControl({ patterns: ['https://kas.example/*'] })
  const checks = checksOf(control, { '2026-10': 'in-order' })
  const here = checksHere(checks, 'https://kas.example/telling').map(({ period }) => period)
  expect(here).toContain('2026-11')
  expect(here).not.toContain('2026-10')
  expect(here).not.toContain('2026-12')
  expect(checksHere(checks, 'https://elders.example/')).toEqual([])
})

test('a sample can be drawn again from the same seed, whatever the order of the list', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 20, maxLength: 60 }), fc.nat(15), (list, size) => {
      const drawn = sampleOf(list, (each) => each, size, 'audit 2026')
      expect(drawn).toEqual(sampleOf([...list].reverse(), (each) => each, size, 'audit 2026'))
      expect(new Set(drawn).size).toBe(size)
    }),
  )
  const files = Array.from({ length: 212 }, (_, index) => `dossier ${index}`)
  const draw = (seed: string) => sampleOf(files, (each) => each, 15, seed)
  expect(draw('a')).not.toEqual(draw('b'))
})

test('a control that never fails may come less often, unless it is a key control; one that fails often comes more', () => {
  const months = Array.from({ length: 10 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`)
  const all = (outcome: Outcome) => Object.fromEntries(months.map((month) => [month, outcome]))
  const hints = (control = makeControl(), outcome: Outcome = 'in-order') =>
    rhythmHints([control], [...checksOf(control, all(outcome)), ...checksOf(control, all(outcome))])
  expect(hints()).toMatchObject([{ to: 'quarterly', why: 'never-fails', judged: 20, failed: 0 }])
  expect(hints(makeControl({ isKey: true }))).toEqual([])
  expect(hints(makeControl(), 'partly')).toMatchObject([{ to: 'weekly', why: 'fails-often', failed: 20 }])
  expect(hints(makeControl(), 'not-applicable')).toEqual([])
})

test('the grid shows the worst of each month, for one department and for all together', () => {
  const one = checksOf(makeControl(), { '2026-09': 'in-order', '2026-10': 'partly' })
  const other = checksOf(makeControl(), { '2026-09': 'not-in-order' }).map((each) => ({
    ...each,
    department: 'bur',
  }))
  const shown = (list: typeof one) =>
    Object.fromEntries(
      plannedVersusDone(list, 'month').rows.flatMap(({ cells }) =>
        cells.map(({ column, shown }) => [column, shown]),
      ),
    )
  expect(shown(one)).toMatchObject({
    '2026-09': 'done',
    '2026-10': 'partly',
    '2026-11': 'late',
    '2026-12': 'later',
  })
  expect(shown([...one, ...other])).toMatchObject({ '2026-09': 'failed', '2026-10': 'late' })
  expect(plannedVersusDone([...one, ...other], 'month').rows[0]).toMatchObject({ planned: 24, done: 3 })
  expect(plannedVersusDone(one, 'week').columns).toContain('2026-W47')
})

test('the facts of a year count what was due in it, by theme, beside the year before', () => {
  const now = checksOf(makeControl(), { '2026-09': 'in-order', '2026-10': 'partly' })
  const before = checksOf(makeControl(), { '2025-10': 'in-order' }, 2025)
  const themes = [
    { key: 'doelstellingen', code: 'T1' },
    { key: 'ict', code: 'T10' },
  ] as Theme[]
  const facts = yearFacts(2026, {
    work: makeDesk('els', TODAY),
    checks: [...now, ...before],
    themes,
    findings: [],
    risks: [],
  })
  expect(facts.total).toMatchObject({ due: 11, done: 2, inOrder: 1, partly: 1 })
  expect(facts.totalBefore).toMatchObject({ due: 12, done: 1 })
  expect(facts.themes.map(({ now }) => now.due)).toEqual([11, 0])
  expect(facts.failed.map(({ period }) => period)).toEqual(['2026-10'])
  expect(facts.risks).toEqual({ low: 0, moderate: 0, high: 0, critical: 0 })
})
