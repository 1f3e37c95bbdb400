/** What the pages about findings and reviews rest on: words in two languages, addresses, and what is listed where. */
import { afterEach, describe, expect, test } from 'vitest'
import type { Check } from '../../extension/state/types'
import { language } from '../../extension/text'
import { findingsEn } from '../../extension/text/work/findings.en'
import { findingsNl } from '../../extension/text/work/findings.nl'
import { reviewsEn } from '../../extension/text/work/reviews.en'
import { reviewsNl } from '../../extension/text/work/reviews.nl'
import { hrefOf, parseRoute, type Route } from '../../extension/views/dashboard/route'
import { reviewWord } from '../../extension/views/dashboard/words'
import { isUnder, passes, type Shown, shownOf, summaryOf } from '../../extension/views/findings/arrange'
import { ALL_FINDINGS, findingHref } from '../../extension/views/findings/route'
import { findingProblemWords } from '../../extension/views/findings/say'
import { refusalWords } from '../../extension/views/findings/words'
import { asks, isOpen, rowOfCheck } from '../../extension/views/popup/rows'
import { reviewProblemWords } from '../../extension/views/reviews/say'
import { addFinding, type FindingInput } from '../../shared/commands/findings'
import type { Author } from '../../shared/commands/say'
import { createFold } from '../../shared/fold'
import type { WorkGround } from '../../shared/queries/ground'
import { check } from './fake-store'

const TODAY = '2026-11-18'

afterEach(() => {
  language.value = 'nl'
})

describe('the words', () => {
  const shape = (value: unknown): unknown => {
    if (typeof value === 'function') return `function of ${value.length}`
    if (typeof value !== 'object' || value === null) return typeof value
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [key, shape(inner)]),
    )
  }
  test.each([
    ['findings', findingsNl, findingsEn],
    ['reviews', reviewsNl, reviewsEn],
  ])('of %s say the same in both languages', (_, nl, en) => {
    expect(shape(en)).toEqual(shape(nl))
  })

  test('of every refusal to close say what to do, in both languages', () => {
    for (const chosen of ['nl', 'en'] as const) {
      language.value = chosen
      const said = (
        ['no-such-finding', 'closed', 'measure-missing', 'figure-missing', 'other-check'] as const
      ).map((why) => refusalWords({ why }, TODAY))
      said.push(
        refusalWords({ why: 'measure-open', measures: [] }, TODAY),
        refusalWords({ why: 'plan-open', plans: [] }, TODAY),
        refusalWords({ why: 'effect-missing', next: undefined }, TODAY),
        refusalWords({ why: 'not-for-you' }, TODAY),
      )
      expect(new Set(said).size).toBe(said.length)
      for (const sentence of said) expect(sentence.length).toBeGreaterThan(30)
    }
  })

  test('name what was not saved, also where a newer version objects', () => {
    expect(findingProblemWords('title-missing')).toBe('Schrijf eerst wat er niet in orde is.')
    expect(findingProblemWords('something-new')).toContain('Er is niets gewijzigd')
    expect(reviewProblemWords('own-answer')).toContain('iemand anders')
    expect(reviewProblemWords('something-new')).toContain('Er is niets gewijzigd')
  })
})

describe('an address', () => {
  const routes: readonly Route[] = [
    ALL_FINDINGS,
    {
      ...ALL_FINDINGS,
      show: 'lost',
      department: 'bur',
      severity: 'critical',
      owner: 'p05',
      search: 'kas & stock',
    },
    { page: 'findings', section: 'finding', finding: 'bur/c065/2026-11' },
    { page: 'findings', section: 'finding', finding: 'losse-vaststelling-k3f9' },
    { page: 'reviews' },
  ]
  test.each(routes.map((route) => [hrefOf(route), route] as const))(
    '%s leads where it says',
    (href, route) => {
      expect(parseRoute(href)).toEqual(route)
    },
  )

  test('that says something odd leads to the whole list', () => {
    expect(parseRoute('#/bevindingen?welke=zoek&ernst=erg')).toEqual(ALL_FINDINGS)
    expect(parseRoute('#/bevinding/')).toEqual(ALL_FINDINGS)
    expect(findingHref('finding:bur/c065/2026-11')).toBe('#/bevinding/bur/c065/2026-11')
  })
})

describe('an answer that was sent back', () => {
  const names = {
    title: () => 'Kas',
    department: (key: string) => key,
    theme: (key: string) => key,
    member: (key: string) => (key === 'p06' ? 'Sofie' : key),
    absent: () => undefined,
  }
  const review = { state: 'returned', reviewer: 'p06', remark: 'Telblad?', clash: false } as const
  const back: Check = { ...check('kas', 'Kas', '2026-11-20'), state: 'done', outcome: 'in-order', review }

  test('asks for its performer again, under a heading of its own, until it is answered anew', () => {
    expect(asks(back)).toBe(true)
    const row = rowOfCheck(back, names, TODAY)
    expect(row).toMatchObject({ group: 'returned', returned: { by: 'Sofie', remark: 'Telblad?' } })
    expect(isOpen(row)).toBe(true)
    const anew: Check = { ...back, review: { state: 'submitted', remark: '', clash: false } }
    expect(asks(anew)).toBe(false)
    expect(isOpen(rowOfCheck(anew, names, TODAY))).toBe(false)
  })

  test('is said in a word in lists: it waits, it came back, or somebody looked at it', () => {
    expect(reviewWord(back)).toBe('Teruggestuurd')
    expect(reviewWord({ ...back, review: { ...review, state: 'submitted' } })).toBe('Wacht op nazicht')
    expect(reviewWord({ ...back, review: { ...review, state: 'accepted' } })).toBe('Nagezien')
    expect(reviewWord(check('kas', 'Kas', '2026-11-20'))).toBeUndefined()
  })
})

describe('the list', () => {
  const fold = createFold()
  let count = 0
  const by: Author = {
    by: 'p01',
    at: Date.UTC(2026, 10, 2),
    id: () => `list${String(++count).padStart(12, '0')}`,
  }
  const add = (key: string, input: FindingInput): void =>
    void fold.insert(fold.length, addFinding(fold, key, input, by))
  add('laag', { title: 'Kas telt niet', severity: 'low', department: 'bur', owner: 'p05' })
  add('hoog', {
    title: 'Stock wijkt af',
    severity: 'high',
    department: 'bur',
    whys: [{ answer: 'Geen sleutelplan', evidence: true }],
  })
  const ground: WorkGround = {
    records: (room) => (room === 'dept/bur' ? fold : createFold()),
    today: TODAY,
    departments: ['bur'],
  }
  const all = shownOf(ground, [])
  const keys = (shown: readonly Shown[]): string[] => shown.map(({ line }) => line.key)

  test('shows the gravest first, and each under the step that is to be taken', () => {
    expect(keys(all)).toEqual(['hoog', 'laag'])
    expect(keys(all.filter((each) => isUnder(each, 'cause')))).toEqual(['laag'])
    expect(keys(all.filter((each) => isUnder(each, 'measure')))).toEqual(['hoog'])
    expect(summaryOf(all)).toEqual({ open: 2, grave: 1, effect: 0, ready: 0 })
  })

  test('keeps to every filter at once', () => {
    expect(keys(all.filter(passes({ ...ALL_FINDINGS, owner: 'p05', search: 'KAS' })))).toEqual(['laag'])
    expect(keys(all.filter(passes({ ...ALL_FINDINGS, severity: 'high', owner: 'p05' })))).toEqual([])
    expect(keys(all.filter(passes({ ...ALL_FINDINGS, department: 'tec' })))).toEqual([])
  })
})
