/** What the pages about risks and self-assessment rest on: words in two languages, addresses, filters, points, drawings. */
import { afterEach, describe, expect, test } from 'vitest'
import { language } from '../../extension/text'
import { risksEn } from '../../extension/text/work/risks.en'
import { risksNl } from '../../extension/text/work/risks.nl'
import { roundsEn } from '../../extension/text/work/rounds.en'
import { roundsNl } from '../../extension/text/work/rounds.nl'
import type { Model } from '../../extension/views/dashboard/model'
import { hrefOf, parseRoute, type Route } from '../../extension/views/dashboard/route'
import type { Mark } from '../../extension/views/quality/drawing/drawing'
import { risksInCell, risksOnMap, summaryOfRisks, WHOLE } from '../../extension/views/risks/arrange'
import { riskCsv } from '../../extension/views/risks/csv'
import { formOfRating, isHalf, ratingOfForm } from '../../extension/views/risks/RatingFields'
import { ALL_RISKS, type RisksRoute } from '../../extension/views/risks/route'
import { riskProblemWords } from '../../extension/views/risks/say'
import { meaningOf, scoreWords } from '../../extension/views/risks/words'
import { compareDrawing, LOOKS } from '../../extension/views/rounds/compare-drawing'
import { formOfPoints, pointsOfForm, totalOfForm } from '../../extension/views/rounds/PointsFields'
import { roundProblemWords } from '../../extension/views/rounds/say'
import { spreadDrawing } from '../../extension/views/rounds/spread-drawing'
import { middleOf, pointsWords, stepsOf, subjectWords } from '../../extension/views/rounds/words'
import { addRisk, closeRisk, type RiskInput, treatRisk } from '../../shared/commands/risks'
import type { Author } from '../../shared/commands/say'
import { createFold } from '../../shared/fold'
import type { WorkGround } from '../../shared/queries/ground'
import { type RiskLine, risksOf, scoreOf } from '../../shared/queries/risks'
import type { Compared } from '../../shared/queries/rounds'

const TODAY = '2026-11-18'
const by = (): Author => ({ by: 'p01', at: Date.parse(TODAY), id: nextId })
let count = 0
const nextId = (): string => `id${String(count++).padStart(14, '0')}`

afterEach(() => {
  language.value = 'nl'
})

describe('the words', () => {
  const shape = (value: unknown): unknown => {
    if (typeof value === 'function') return 'function'
    if (typeof value !== 'object' || value === null) return typeof value
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [key, shape(inner)]),
    )
  }
  const texts = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(texts)
        : []

  test.each([
    ['risks', risksNl, risksEn],
    ['self-assessment', roundsNl, roundsEn],
  ])('about %s say the same in both languages, and leave nothing empty', (_, nl, en) => {
    expect(shape(en)).toEqual(shape(nl))
    expect([...texts(nl), ...texts(en)].filter((text) => text.trim() === '')).toEqual([])
  })

  test('say why something was not saved, also where a newer version objects', () => {
    expect(riskProblemWords('until-missing')).toBe('Kies tot en met welke dag u het aanvaardt.')
    expect(roundProblemWords('group-too-small')).toBe('Kies minstens twee mensen die scoren.')
    for (const words of [riskProblemWords, roundProblemWords])
      expect(words('something-new')).toContain('Er is niets gewijzigd')
  })

  test('name a score by its number, its band and what it is made of, in the language one reads', () => {
    const score = scoreOf({ likelihood: 4, impacts: { money: 3, law: 4 } })
    expect(score && scoreWords(score)).toBe('16 kritiek (4 × 4)')
    language.value = 'en'
    expect(score && scoreWords(score)).toBe('16 critical (4 × 4)')
    expect(meaningOf('money', 3)).toBe('10 000 - 100 000 euro')
    expect(meaningOf('people', 1)).toBe('trouble in one department, solved the same day')
    expect(pointsWords('maturity', 3)).toBe('3 Defined')
    expect(pointsWords('maturity', 2.5)).toBe('2.5')
    expect(pointsWords('fine-tuned', 62)).toBe('62')
  })
})

test('addresses of risks and rounds read back as they were written', () => {
  const places: readonly Route[] = [
    ALL_RISKS,
    { ...ALL_RISKS, show: 'over', side: 'inherent', cell: { likelihood: 2, impact: 5 }, band: 'high' },
    { ...ALL_RISKS, department: WHOLE, theme: 't4', owner: 'p01', search: 'kas & co' },
    { page: 'risks', section: 'coverage', department: 'bur' },
    { page: 'risks', section: 'risk', risk: 'kas-k2f7' },
    { page: 'rounds', section: 'all' },
    { page: 'rounds', section: 'compare', rounds: ['a-1', 'b-2'] },
    { page: 'rounds', section: 'round', round: 'a-1', subject: 'T10' },
  ]
  for (const place of places) expect(parseRoute(hrefOf(place))).toEqual(place)
  expect(hrefOf(places[4] as Route)).toBe('#/risico/kas-k2f7')
  expect(parseRoute('#/risicos?vak=9x9')).toEqual(ALL_RISKS)
  expect(parseRoute('#/risico')).toEqual(ALL_RISKS)
  expect(parseRoute('#/zelfevaluatie/ronde')).toEqual({ page: 'rounds', section: 'all' })
})

describe('the register', () => {
  const rate = (likelihood: number, impact: number) => ({ likelihood, impacts: { service: impact } })
  const lines = (): readonly RiskLine[] => {
    const fold = createFold()
    let said = 0
    const say = (statements: ReturnType<typeof addRisk>): void => {
      fold.insert(said, statements)
      said += statements.length
    }
    const add = (key: string, input: Omit<RiskInput, 'title'>): void =>
      say(addRisk(fold, key, { title: `Risico ${key}`, ...input }, by()))
    add('a', { department: 'bur', inherent: rate(5, 4), residual: rate(3, 4), owner: 'p05' })
    add('b', { department: 'bur', inherent: rate(2, 2), cause: '=1+1' })
    add('c', { inherent: rate(3, 5) })
    add('d', { department: 'bur' })
    say(treatRisk(fold, 'b', { treatment: 'accept', acceptedUntil: '2026-11-17' }, by()))
    say(closeRisk(fold, 'c', 'voorbij', by()))
    const ground: WorkGround = {
      today: TODAY,
      departments: ['bur'],
      records: (room) => (room === 'dept/bur' ? fold : undefined),
    }
    return risksOf(ground, [])
  }
  const keys = (found: readonly RiskLine[]): string[] => found.map(({ key }) => key)
  const shown = (changes: Partial<RisksRoute>): string[] => {
    const page = { ...ALL_RISKS, ...changes }
    return keys(risksInCell(risksOnMap(lines(), page), page))
  }

  test('shows what the address asks: by state, cell, band, place, owner and words', () => {
    expect(shown({})).toEqual(['a', 'b', 'd'])
    expect(shown({ show: 'over' })).toEqual(['b'])
    expect(shown({ show: 'unrated' })).toEqual(['d'])
    expect(shown({ show: 'closed' })).toEqual(['c'])
    expect(shown({ cell: { likelihood: 3, impact: 4 } })).toEqual(['a'])
    expect(shown({ side: 'inherent', cell: { likelihood: 3, impact: 4 } })).toEqual([])
    expect(shown({ side: 'inherent', band: 'critical' })).toEqual(['a'])
    expect(shown({ band: 'high' })).toEqual(['a'])
    expect(shown({ owner: 'p05' })).toEqual(['a'])
    expect(shown({ search: 'RISICO B' })).toEqual(['b'])
    expect(shown({ department: WHOLE })).toEqual([])
  })

  test('counts what is open, what is grave after control, and what was accepted for too long', () => {
    expect(summaryOfRisks(lines())).toEqual({ open: 3, grave: 1, over: 1 })
  })

  test('as a table keeps what looks like a formula as text, with every degree in a column', async () => {
    const model = {
      department: { value: new Map([['bur', { name: 'Burgerzaken' }]]) },
      theme: { value: new Map() },
      nameOf: (key: string) => `Naam ${key}`,
    } as unknown as Model
    const text = await riskCsv(lines(), model).text()
    const [head = '', first = ''] = text.replace('\ufeff', '').split('\r\n')
    expect(head.split(';').slice(7, 15)).toEqual([
      'Zonder controles: Kans',
      'Zonder controles: Geld',
      'Zonder controles: Dienstverlening',
      'Zonder controles: Mensen',
      'Zonder controles: Wet en regels',
      'Zonder controles: Vertrouwen',
      'Zonder controles',
      'Zonder controles: Ernst',
    ])
    expect(first.split(';').slice(0, 15)).toEqual([
      ...['Risico a', '', '', 'Burgerzaken', '', '', 'Naam p05'],
      ...['5', '', '4', '', '', '', '20', 'kritiek'],
    ])
    expect(text).toContain("'=1+1")
  })

  test('a rating that was filled in by half is not taken for one, nor for none', () => {
    const none = formOfRating(undefined)
    expect([isHalf(none), ratingOfForm(none)]).toEqual([false, undefined])
    const half = { ...none, likelihood: '3' }
    expect([isHalf(half), ratingOfForm(half)]).toEqual([true, undefined])
    const whole = { ...half, law: '2' }
    expect([isHalf(whole), ratingOfForm(whole)]).toEqual([false, { likelihood: 3, impacts: { law: 2 } }])
    expect(formOfRating(ratingOfForm(whole))).toEqual(whole)
  })
})

describe('points', () => {
  test('are what the panel asks: a level, a number, or the mean of all parts', () => {
    const form = {
      ...formOfPoints(undefined),
      level: '3',
      score: '62',
      plan: '40',
      do: '60',
      check: '50',
      act: '10',
    }
    expect(totalOfForm('maturity', 'enabler', form)).toBe(3)
    expect(totalOfForm('classical', 'enabler', form)).toBe(62)
    expect(totalOfForm('fine-tuned', 'enabler', form)).toBe(40)
    expect(totalOfForm('fine-tuned', 'result', form)).toBeUndefined()
    expect(pointsOfForm('maturity', 'enabler', form)).toEqual({ level: 3 })
    expect(pointsOfForm('fine-tuned', 'result', form)).toEqual({ parts: null })
    expect(totalOfForm('classical', 'enabler', { ...form, score: 'veel' })).toBeUndefined()
  })

  test('of a step stay within that step, on every panel and for every part', () => {
    for (const [panel, type, part] of [
      ['classical', 'enabler', ''],
      ['classical', 'result', ''],
      ['fine-tuned', 'enabler', 'plan'],
      ['fine-tuned', 'result', 'trends'],
      ['fine-tuned', 'result', 'targets'],
    ] as const)
      for (const step of stepsOf(panel, type, part)) {
        expect(middleOf(step)).toBeGreaterThanOrEqual(step.from)
        expect(middleOf(step)).toBeLessThanOrEqual(step.to)
      }
  })

  test('belong to subjects with a code and a name', () => {
    expect(subjectWords({ framework: 'leidraad' }, 'T4')).toBe('T4 Financieel management')
    expect(subjectWords({ framework: 'caf2020' }, '1.1')).toMatch(/^1\.1 ./)
    expect(subjectWords({ framework: 'caf2020' }, '99')).toBe('99')
  })
})

describe('drawings', () => {
  const paths = (marks: readonly Mark[], look: string): string[] =>
    marks.flatMap((mark) => (mark.kind === 'path' && mark.look === look ? [mark.d] : []))

  test('of a group show a dot per member, and equal scores above each other', () => {
    const drawing = spreadDrawing({ points: [2, 2, 2, 2, 2, 3], agreed: 2, ambition: 4, most: 4 }, 400)
    const dots = paths(drawing.marks, 'common-cause')
    expect(dots).toHaveLength(6)
    expect(new Set(dots).size).toBe(6)
    expect(paths(drawing.marks, 'improvement')).toHaveLength(1)
    for (const mark of drawing.marks) {
      const y =
        mark.kind === 'text' ? mark.y : mark.kind === 'path' ? Number(/^M\S+ ([\d.]+)/.exec(mark.d)?.[1]) : 0
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThanOrEqual(drawing.height)
    }
  })

  test('of rounds beside each other give each round a shape of its own, and never hide one behind another', () => {
    const value = (round: string, percent: number) => ({
      round,
      department: undefined,
      day: undefined,
      percent,
      points: percent / 25,
    })
    const lines: readonly Compared[] = [
      { code: 'T4', values: [value('a', 50), value('b', 50), value('c', 75)] },
    ]
    const { marks } = compareDrawing(lines, ['a', 'b', 'c'], (code) => code, 700)
    const shapes = LOOKS.slice(0, 3).flatMap((look) => paths(marks, look))
    expect(shapes).toHaveLength(3)
    const starts = shapes.map((d) => /^M\S+ [\d.]+/.exec(d)?.[0])
    expect(new Set(starts).size).toBe(3)
    expect(paths(marks, 'limit-inner')).toHaveLength(1)
  })
})
