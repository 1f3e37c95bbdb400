/** What is said about figures: every signal, hint and answer in both languages, and what files and small pictures hold. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { language } from '../../extension/text'
import { qualityEn } from '../../extension/text/quality.en'
import { qualityNl, type SignalFacts } from '../../extension/text/quality.nl'
import { readTyped, typedOf } from '../../extension/views/quality/figure/parts'
import { chartSvg } from '../../extension/views/quality/indicator/chart-svg'
import { captionOf } from '../../extension/views/quality/indicator/export'
import { axisOf, pictureOf, shortPeriod, ticksOf } from '../../extension/views/quality/indicator/picture'
import { draftOf, fieldsOf, unreadableIn } from '../../extension/views/quality/library/draft'
import { parseQuality, qualityHref, SCORECARD } from '../../extension/views/quality/route'
import { strokesOf } from '../../extension/views/quality/small-picture'
import {
  figureWords,
  fullSignalWords,
  helpedWords,
  hintWords,
  numberWords,
  signalWords,
  targetWords,
} from '../../extension/views/quality/words'
import { RHYTHMS } from '../../shared/kinds/control'
import { INDICATORS } from '../../shared/libraries/indicators'
import { comparisonsOf } from '../../shared/queries/did-it-help'
import { hintsOf } from '../../shared/queries/hints'
import { seriesOf } from '../../shared/queries/series'
import { smallMultiple } from '../../shared/queries/small-multiple'
import { newestWord, wordsOf } from '../../shared/queries/words'
import { RULE_NAMES } from '../../shared/spc'
import { groundOf, indicatorOf, shareLedgers } from './quality-world'

beforeEach(() => {
  language.value = 'nl'
})
afterEach(() => {
  language.value = 'nl'
})

const facts = (more: Partial<SignalFacts>): SignalFacts => ({
  rule: 'side8',
  side: 'above',
  count: 8,
  of: 8,
  rhythm: 'monthly',
  period: 'november 2026',
  value: '12,0 %',
  limit: '10,0 %',
  isMedian: false,
  ...more,
})
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

describe('signals', () => {
  test('a run is told in number words, with the right plural for each rhythm', () => {
    expect(qualityNl.signal(facts({}))).toBe(
      'Acht maanden op rij boven het gemiddelde: er is iets veranderd.',
    )
    expect(qualityNl.signal(facts({ rhythm: 'quarterly', count: 9, side: 'below' }))).toBe(
      'Negen kwartalen op rij onder het gemiddelde: er is iets veranderd.',
    )
    expect(qualityNl.signal(facts({ rhythm: 'yearly' }))).toContain('Acht jaar op rij')
    expect(qualityEn.signal(facts({ rhythm: 'half-yearly' }))).toBe(
      'Eight half-years in a row above the average: something has changed.',
    )
    expect(
      qualityNl.signal(facts({ rule: 'trend6', side: 'falling', count: 6, rhythm: 'quarterly' })),
    ).toContain('Zes kwartalen op rij lager')
  })

  test('a run chart speaks of its median', () => {
    expect(qualityNl.signal(facts({ isMedian: true }))).toContain('boven de mediaan')
  })

  test('every rule, side and rhythm has a sentence in both languages', () => {
    for (const words of [qualityNl, qualityEn])
      for (const rule of RULE_NAMES)
        for (const rhythm of RHYTHMS)
          for (const side of ['above', 'below', 'rising', 'falling', 'both'] as const) {
            const sentence = words.signal(facts({ rule, rhythm, side }))
            expect(sentence).toMatch(/^[A-Z][^:]+: .+\.$/)
            expect(sentence).not.toMatch(/undefined|NaN/)
          }
  })

  test('what lies hardly beyond a limit is written with as many decimals as show it', () => {
    const series = seriesOf(indicatorOf(), 'bur', groundOf(shareLedgers()))
    const word = newestWord(series)
    expect(
      word && plain(signalWords({ ...word, value: 89.641, upper: 89.632, side: 'above' }, indicatorOf())),
    ).toContain('(89,64 %) ligt boven de bovengrens van 89,63 %')
  })

  test('a signal says whether it is good, and how sure it is', () => {
    const series = seriesOf(indicatorOf(), 'bur', groundOf(shareLedgers()))
    const word = newestWord(series)
    if (!word) throw new Error('the newest figure is no signal')
    expect(fullSignalWords(word, indicatorOf())).toContain('Dat vraagt aandacht.')
    expect(fullSignalWords({ ...word, provisional: true }, indicatorOf())).toContain('nog voorlopig')
    expect(fullSignalWords({ ...word, reading: 'neutral' }, indicatorOf())).not.toContain('Dat vraagt')
  })
})

describe('figures', () => {
  test('a figure has the decimals and unit of its indicator, and never a minus before nothing', () => {
    expect(plain(figureWords({ unit: '%', unitEn: '%', decimals: 1 }, 92.44))).toBe('92,4 %')
    expect(plain(figureWords({ unit: 'EUR', unitEn: 'EUR', decimals: 0 }, 1204500))).toBe('€ 1.204.500')
    expect(figureWords({ unit: '', unitEn: '', decimals: 0 }, undefined)).toBe('–')
    expect(numberWords(-0.01, 1)).toBe('0,0')
    language.value = 'en'
    expect(plain(figureWords({ unit: 'dagen', unitEn: 'days', decimals: 1 }, 3.25))).toMatch(/^3\.[23] days$/)
  })

  test('a target says on which side one should be', () => {
    const indicator = indicatorOf()
    expect(plain(targetWords(indicator) ?? '')).toBe('minstens 90 %')
    expect(plain(targetWords({ ...indicator, direction: 'lower' }) ?? '')).toBe('hoogstens 90 %')
    expect(plain(targetWords({ ...indicator, target: 5, targetTo: 2.5 }) ?? '')).toBe('tussen 2,5 en 5 %')
    expect(targetWords({ ...indicator, target: undefined })).toBeUndefined()
  })

  test('what is typed is read in the notation of the language', () => {
    const form = { ...typedOf(indicatorOf(), undefined), numerator: '1.234', denominator: '2000' }
    expect(readTyped(indicatorOf(), form).input).toMatchObject({ numerator: 1234, denominator: 2000 })
    expect(readTyped(indicatorOf(), form).doubtful).toEqual({ numerator: 1234 })
    expect(readTyped(indicatorOf(), { ...form, numerator: 'veel' }).unreadable).toEqual(['numerator'])
    language.value = 'en'
    expect(readTyped(indicatorOf(), form).input).toMatchObject({ numerator: 1.234 })
  })
})

describe('hints and answers', () => {
  test('small numbers are explained, large ones get a proposal', () => {
    const small = seriesOf(indicatorOf(), 'tec', groundOf(shareLedgers()))
    const hint = hintsOf(small).find(({ code }) => code === 'small-numbers')
    expect(hint && hintWords(hint, indicatorOf())).toContain('Dat is normaal')
    expect(
      plain(hintWords({ code: 'large-numbers', cases: 4179.4, proposed: 'pprime' }, indicatorOf())),
    ).toContain('ongeveer 4.179 gevallen per maand')
    expect(hintWords({ code: 'provisional', points: 1, needed: 12 }, indicatorOf())).toContain(
      'ze steunen op één maand',
    )
  })

  test('did it help is answered first, and only then explained', () => {
    const series = seriesOf(indicatorOf(), 'bur', groundOf(shareLedgers({ phaseAt: '2026-02' })))
    const [comparison] = comparisonsOf(series)
    if (!comparison) throw new Error('no phase was opened')
    const sentences = helpedWords(comparison, series)
    expect(sentences[0]).toMatch(/^(Ja|Nee|Nog te vroeg)/)
    expect(sentences.join(' ')).toContain('Nieuwe telefooncentrale')
    expect(sentences.join(' ')).not.toMatch(/NaN|undefined/)
  })
})

describe('pictures', () => {
  const picture = () =>
    pictureOf(seriesOf(indicatorOf(), 'bur', groundOf(shareLedgers({ phaseAt: '2026-02' }))))

  test('an axis has round steps around everything that is drawn', () => {
    expect(ticksOf(axisOf([81, 93.2, null, 88]))).toEqual([80, 85, 90, 95])
    expect(axisOf([0, 3]).low).toBe(0)
    expect(axisOf([]).high).toBeGreaterThan(0)
    expect(axisOf([5, 5]).high).toBeGreaterThan(axisOf([5, 5]).low)
    expect(axisOf([97, 99.5], 100).high).toBe(100)
  })

  test('periods on an axis are short in both languages', () => {
    expect(['2026-11', '2026-Q4', '2026-H1', '2026-W07', '2026'].map(shortPeriod)).toEqual([
      'nov 26',
      'K4 26',
      'H1 26',
      'w07 26',
      '2026',
    ])
  })

  test('the drawing for a file bears its name, what was chosen and when, and no odd number', () => {
    const svg = chartSvg(
      picture(),
      captionOf(picture(), ['Zandrode · <Burgerzaken>', 'Gemaakt op 21 nov 2026']),
    )
    expect(svg).toContain('Telefonische bereikbaarheid')
    expect(svg).toContain('Zandrode · &lt;Burgerzaken&gt;')
    expect(svg).toContain('Gemaakt op 21 nov 2026')
    expect(svg).toContain('1. februari 2026: Nieuwe telefooncentrale')
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
    expect(new DOMParserLike().parse(svg)).toBe(true)
  })

  test('a small picture is a handful of paths, with signals in shapes of their own', () => {
    const series = seriesOf(indicatorOf(), 'bur', groundOf(shareLedgers()))
    const strokes = strokesOf(smallMultiple(series))
    expect(strokes?.concern).toContain('z')
    expect(Object.values(strokes ?? {}).join('')).not.toMatch(/NaN|undefined|Infinity/)
    expect(strokes?.concern.split('M')).toHaveLength(
      wordsOf(series).filter(({ reading }) => reading === 'concern').length + 1,
    )
  })

  test('figures too close for dots have only a line, but one that stands alone keeps its dot', () => {
    const values = Array.from({ length: 120 }, (_, index) => (index === 5 || index === 7 ? null : index % 9))
    const strokes = strokesOf({
      values,
      centers: values.map(() => 4),
      lowers: values.map((_, index) => (index < 60 ? 1 : 2)),
      uppers: values.map(() => 8),
      signals: [],
      target: undefined,
      targetTo: undefined,
      extent: [0, 8],
    })
    expect(strokes?.dots.match(/M/g)).toHaveLength(1)
    // One step per run of the same limits, and a whole line for a centre that never moves.
    expect(strokes?.band.match(/H/g)).toHaveLength(4)
    expect(strokes?.center.match(/[MH]/g)).toHaveLength(2)
  })

  test('nothing measured draws nothing', () => {
    const series = seriesOf(indicatorOf(), 'leeg', groundOf(shareLedgers()))
    expect(strokesOf(smallMultiple(series))).toBeUndefined()
  })
})

/** Well-formed enough: every element that opens is closed. */
class DOMParserLike {
  parse(svg: string): boolean {
    const open: string[] = []
    for (const [, close, name = '', self] of svg.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
      if (self) continue
      if (!close) open.push(name)
      else if (open.pop() !== name) return false
    }
    return open.length === 0
  }
}

describe('addresses', () => {
  test('a page that is written in an address is read back from it', () => {
    const pages = [
      SCORECARD,
      {
        ...SCORECARD,
        group: 'caf',
        sort: 'stale',
        show: 'failing',
        department: 'bur',
        search: 'a b',
        asOf: '2026-03-31',
      },
      { page: 'quality', section: 'indicator', indicator: 'dv03', department: 'bur', asOf: undefined },
      { page: 'quality', section: 'indicator', indicator: 'dv03', department: undefined, asOf: '2026-01-31' },
      { page: 'quality', section: 'entry', everyone: true },
      { page: 'quality', section: 'objectives' },
      { page: 'quality', section: 'library', part: 'library' },
    ] as const
    for (const page of pages) {
      const [path = '', query = ''] = qualityHref(page).replace('#/kwaliteit', '').split('?')
      const parts = path.split('/').slice(1).map(decodeURIComponent)
      expect(parseQuality(parts, new URLSearchParams(query))).toEqual(page)
    }
  })

  test('nonsense in an address is the scorecard as it stands', () => {
    expect(parseQuality([''], new URLSearchParams('groep=x&volgorde=y&op=2026-13-77'))).toEqual(SCORECARD)
    expect(parseQuality([''], new URLSearchParams('op=2026-02-30'))).toEqual(SCORECARD)
  })
})

describe('definitions', () => {
  test('every entry of the library goes through the form unchanged', () => {
    for (const { fields } of INDICATORS) {
      const draft = draftOf(fields, '2026-11-21')
      expect(unreadableIn(draft)).toEqual([])
      const { name, unit, target, departments, chart, decimals } = fieldsOf(draft)
      expect({ name, unit, target, departments, chart, decimals }).toEqual({
        name: fields.name,
        unit: fields.unit ?? '',
        target: fields.target ?? null,
        departments: fields.departments,
        chart: fields.chart,
        decimals: fields.decimals ?? 1,
      })
    }
  })

  test('a number that is none is named', () => {
    const draft = { ...draftOf(undefined, '2026-11-21'), target: 'veel', decimals: '9', factor: '0' }
    expect(unreadableIn(draft)).toEqual(['factor', 'decimals', 'target'])
  })
})
