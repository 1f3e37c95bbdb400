/** What the pages about plans and measures rest on: words in two languages, addresses, groups, and where drawings lie. */
import { afterEach, describe, expect, test } from 'vitest'
import { language } from '../../extension/text'
import { measuresEn } from '../../extension/text/work/measures.en'
import { measuresNl } from '../../extension/text/work/measures.nl'
import { plansEn } from '../../extension/text/work/plans.en'
import { plansNl } from '../../extension/text/work/plans.nl'
import type { Model } from '../../extension/views/dashboard/model'
import { hrefOf, parseRoute, type Route } from '../../extension/views/dashboard/route'
import { createRouter } from '../../extension/views/dashboard/router'
import { groupsOf, isIn, summaryOf } from '../../extension/views/measures/arrange'
import { csvOf } from '../../extension/views/measures/csv'
import { ALL_MEASURES } from '../../extension/views/measures/route'
import { problemWords } from '../../extension/views/measures/say'
import { drawFishbone, wrap } from '../../extension/views/plans/fishbone'
import { ALL_PLANS } from '../../extension/views/plans/route'
import { planProblemWords } from '../../extension/views/plans/say'
import { axisOf } from '../../extension/views/plans/timeline'
import { TEMPLATE_NAMES, templateBlocks } from '../../extension/views/plans/words'
import { addMeasure, type MeasureInput, moveDue } from '../../shared/commands/measures'
import type { Author } from '../../shared/commands/say'
import { createFold } from '../../shared/fold'
import { BONES, type Bones } from '../../shared/kinds/plan'
import type { WorkGround } from '../../shared/queries/ground'
import { type MeasureLine, measuresOf } from '../../shared/queries/measures'

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
  const texts = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(texts)
        : []

  test.each([
    ['measures', measuresNl, measuresEn],
    ['plans', plansNl, plansEn],
  ])('of %s say the same in both languages, and leave nothing empty', (_, nl, en) => {
    expect(shape(en)).toEqual(shape(nl))
    expect(texts(nl).filter((text) => text.trim() === '')).toEqual([])
    expect(texts(en).filter((text) => text.trim() === '')).toEqual([])
  })

  test('name what was not saved, also where a newer version objects', () => {
    expect(problemWords('own-measure')).toBe('Nazien doet iemand anders dan de verantwoordelijke.')
    expect(problemWords('something-new')).toContain('Er is niets gewijzigd')
    expect(planProblemWords('not-at-act')).toContain('Afronden kan pas')
  })

  test('of a template are headings and questions, in the language of now', () => {
    for (const name of TEMPLATE_NAMES) {
      const dutch = templateBlocks(name)
      language.value = 'en'
      const english = templateBlocks(name)
      language.value = 'nl'
      expect(dutch.length).toBeGreaterThan(2)
      expect(english).not.toEqual(dutch)
      expect(english.map(({ type }) => type)).toEqual(dutch.map(({ type }) => type))
    }
  })
})

describe('an address', () => {
  const routes: readonly Route[] = [
    ALL_PLANS,
    {
      ...ALL_PLANS,
      look: 'board',
      show: 'stuck',
      owner: 'p05',
      department: 'bur',
      horizon: 'long',
      search: 'loket & meer',
    },
    { page: 'plans', section: 'plan', plan: 'vlotter-loket-k3f9' },
    ALL_MEASURES,
    {
      ...ALL_MEASURES,
      show: 'late',
      group: 'owner',
      owner: 'p01',
      department: 'team',
      horizon: 'short',
      priority: 'high',
      search: 'sleutel',
    },
    { page: 'measures', section: 'half-year', half: '2026-H1' },
    { page: 'measures', section: 'half-year', half: undefined },
    { page: 'measures', section: 'bin' },
    { sheet: 'measure', measure: 'sleutelplan-k3f9' },
  ]
  test.each(routes.map((route) => [hrefOf(route), route] as const))(
    '%s leads where it says',
    (href, route) => {
      expect(parseRoute(href)).toEqual(route)
    },
  )

  test('that says something odd leads to the whole list', () => {
    expect(parseRoute('#/plannen?toon=zwevend&termijn=eeuwig')).toEqual(ALL_PLANS)
    expect(parseRoute('#/maatregelen?welke=zoek&voorrang=alles')).toEqual(ALL_MEASURES)
    expect(parseRoute('#/maatregelen/halfjaar?van=2026-H3')).toMatchObject({ half: undefined })
    expect(parseRoute('#/maatregel/')).toEqual(ALL_MEASURES)
  })

  test('of a measure keeps what lies beneath it, and closing it goes back there', () => {
    const location = { hash: '#/plannen/loket' }
    const router = createRouter({
      location,
      history: {
        pushState: (_: unknown, __: string, href: string) => {
          location.hash = href
        },
        replaceState: (_: unknown, __: string, href: string) => {
          location.hash = href
        },
      },
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    } as unknown as Parameters<typeof createRouter>[0])
    router.go({ sheet: 'check', room: 'dept/bur/2026', about: 'check:kas/2026-10' })
    router.go({ sheet: 'measure', measure: 'sleutelplan' })
    expect(router.page.value).toMatchObject({ plan: 'loket' })
    expect(router.check.value).toMatchObject({ about: 'check:kas/2026-10' })
    router.closeSheet()
    expect(router.measure.value).toBeUndefined()
    expect(location.hash).toBe('#/controle/dept/bur/2026/check:kas/2026-10')
    router.closeSheet()
    expect(location.hash).toBe('#/plannen/loket')
  })
})

let made = 0
const author = (by: string): Author => ({
  by,
  at: Date.parse('2026-10-01T10:00:00Z'),
  id: () => {
    made += 1
    return `work${String(made).padStart(12, '0')}`
  },
})

/** Measures of bur and of the team, as a page finds them. */
const linesOf = (...inputs: readonly (MeasureInput & { readonly moved?: string })[]): MeasureLine[] => {
  const folds = new Map([
    ['team', createFold()],
    ['dept/bur', createFold()],
  ])
  for (const [index, { moved, ...input }] of inputs.entries()) {
    const fold = folds.get(input.department ? `dept/${input.department}` : 'team')
    if (!fold) throw new Error('no such room')
    const by = author('p01')
    fold.insert(fold.length, addMeasure(fold, `m${index}`, input, by))
    if (moved) fold.insert(fold.length, moveDue(fold, `m${index}`, moved, 'Later geleverd', by))
  }
  const ground: WorkGround = { today: TODAY, departments: ['bur'], records: (room) => folds.get(room) }
  return measuresOf(ground)
}

const LINES = linesOf(
  { title: 'Sleutels', owner: 'p05', department: 'bur', due: '2026-11-01', status: 'running' },
  {
    title: 'Loket',
    owner: 'p05',
    department: 'bur',
    due: '2026-10-20',
    status: 'planned',
    moved: '2026-12-01',
  },
  { title: '=1+1; "formule"', owner: 'p01', due: '2026-12-24', status: 'running' },
)

describe('measures in a list', () => {
  test('are grouped, those with most that is late first, and counted in one sentence', () => {
    expect(groupsOf(LINES, 'none').map(({ lines }) => lines.length)).toEqual([3])
    expect(groupsOf(LINES, 'owner').map(({ key, lines }) => [key, lines.length])).toEqual([
      ['p05', 2],
      ['p01', 1],
    ])
    expect(summaryOf(LINES)).toEqual({ open: 3, late: 1, slipped: 1 })
    expect(LINES.filter(isIn('team')).map(({ title }) => title)).toEqual(['=1+1; "formule"'])
  })

  test('go to a spreadsheet that runs none of it', async () => {
    const model = {
      nameOf: (member: string | undefined) => `Naam ${member}`,
      department: { value: new Map([['bur', { name: 'Burgerzaken' }]]) },
    } as unknown as Model
    const text = await csvOf(LINES, model, () => undefined).text()
    const rows = text.trim().split('\r\n')
    expect(rows).toHaveLength(4)
    expect(rows[1]).toBe('Sleutels;Naam p05;Burgerzaken;Te laat;2026-11-01;0;Kort;Gewoon;;;;;')
    expect(rows.find((row) => row.startsWith('Loket'))).toContain(';2026-12-01;1;')
    expect(text).toContain(`"'=1+1; ""formule"""`)
  })
})

describe('a timeline', () => {
  test('runs in whole quarters from the first day to the last, with today on it', () => {
    const axis = axisOf([{ from: '2026-02-03', to: '2026-08-31' }], TODAY)
    expect([axis.from, axis.to]).toEqual(['2026-01-01', '2027-01-01'])
    expect(axis.ticks).toEqual(['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'])
    expect(axis.at('2026-01-01')).toBe(0)
    expect(axis.at('2027-01-01')).toBe(100)
    expect(axis.at(TODAY)).toBeCloseTo(87.9, 0)
  })

  test('of many years names no more quarters than can be read', () => {
    const axis = axisOf([{ from: '2018-01-01', to: '2031-12-31' }], TODAY)
    expect(axis.ticks.length).toBeLessThanOrEqual(12)
  })
})

describe('a fishbone', () => {
  const bones = (causes: Partial<Bones>): Bones =>
    Object.fromEntries(BONES.map((bone) => [bone, causes[bone] ?? []])) as unknown as Bones

  test('has six bones, and a place for each cause between its name and the spine', () => {
    const drawn = drawFishbone(
      bones({ people: ['Nieuwe collega’s', 'Ziekte'], measuring: ['Niemand telt de wachtenden'] }),
      'Lange wachttijden aan het loket',
    )
    expect(drawn.bones.map(({ bone }) => bone)).toEqual(BONES)
    for (const { causes } of drawn.bones)
      for (const { x, y } of causes) {
        expect(x).toBeGreaterThan(0)
        expect(y).toBeGreaterThan(0)
        expect(y).toBeLessThan(drawn.height)
      }
    const above = drawn.bones[0]?.causes.map(({ y }) => y) ?? []
    expect(above[0]).toBeLessThan(above[1] ?? 0)
    expect(Math.max(...above)).toBeLessThan(drawn.spine)
    expect(drawn.bones[4]?.causes[0]?.y).toBeGreaterThan(drawn.spine)
  })

  test('grows with its causes, and cuts long words off visibly', () => {
    const many = Array.from({ length: 8 }, (_, index) => `Oorzaak nummer ${index}`)
    expect(drawFishbone(bones({ method: many }), 'x').height).toBeGreaterThan(
      drawFishbone(bones({}), 'x').height,
    )
    expect(wrap('een twee drie vier vijf', 9, 2)).toEqual(['een twee', 'drie vie…'])
    expect(wrap('gemeenteraadscommissie', 10, 3)).toEqual(['gemeenter…'])
  })
})
