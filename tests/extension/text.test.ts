/** The two languages: complete, free of each other's words, and right about days and numbers. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inLanguage, language, t } from '../../extension/text'
import { dashboardEn } from '../../extension/text/dashboard.en'
import { dashboardNl } from '../../extension/text/dashboard.nl'
import {
  daysBetween,
  dayWords,
  dueWords,
  momentWords,
  monthWords,
  periodWords,
  relativeWords,
  timeWords,
} from '../../extension/text/dates'
import { en as enOfAll } from '../../extension/text/en'
import { keyboardEn } from '../../extension/text/keyboard.en'
import { keyboardNl } from '../../extension/text/keyboard.nl'
import { mineEn } from '../../extension/text/mine.en'
import { mineNl } from '../../extension/text/mine.nl'
import { nl as nlOfAll } from '../../extension/text/nl'
import { optionsEn } from '../../extension/text/options.en'
import { optionsNl } from '../../extension/text/options.nl'
import { qualityEn } from '../../extension/text/quality.en'
import { qualityNl } from '../../extension/text/quality.nl'
import { teamEn } from '../../extension/text/team/en'
import { teamNl } from '../../extension/text/team/nl'

// Every page's own dictionary with that of all.
const nl = {
  ...nlOfAll,
  dashboard: dashboardNl,
  quality: qualityNl,
  team: teamNl,
  mine: mineNl,
  keyboard: keyboardNl,
  options: optionsNl,
}
const en: typeof nl = {
  ...enOfAll,
  dashboard: dashboardEn,
  quality: qualityEn,
  team: teamEn,
  mine: mineEn,
  keyboard: keyboardEn,
  options: optionsEn,
}

type Sentence = readonly [path: string, text: string]

/** Everything a dictionary can say; functions are asked with one and with several. */
const sentences = (value: unknown, path = ''): Sentence[] => {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function')
    return [1, 3].flatMap((sample) => sentences(saidWith(value as Says, sample), `${path}(${sample})`))
  if (Array.isArray(value)) return value.flatMap((each, index) => sentences(each, `${path}.${index}`))
  return Object.entries(value as object).flatMap(([key, inner]) =>
    sentences(inner, path ? `${path}.${key}` : key),
  )
}

type Says = (...given: readonly unknown[]) => unknown

/** What a function of a dictionary says: of numbers, else of texts, a rhythm, or an object that holds such. */
const saidWith = (say: Says, sample: number): unknown => {
  const tries = [
    [sample],
    [String(sample)],
    ['monthly', sample],
    [sample, 'monthly'],
    [holding(sample)],
    [String(sample), holding(sample)],
  ]
  for (const given of tries) {
    const last = given[given.length - 1]
    const said = tryTo(() => say(...given, ...Array(Math.max(0, say.length - given.length)).fill(last)))
    if (said !== undefined && said !== '' && !String(said).includes('undefined')) return said
  }
  throw new Error(`nothing that was given makes a sentence of ${say}`)
}

const tryTo = (act: () => unknown): unknown => {
  try {
    return act()
  } catch {
    // Given what it was not made for: the next try has something else.
    return undefined
  }
}

/** Stands for facts about figures: every count is the same, and every word one that a dictionary knows. */
const holding = (sample: number): object =>
  new Proxy(
    { rule: 'side8', side: 'above', rhythm: 'monthly', period: 'november 2026', value: '12', limit: '10' },
    {
      get: (known, name) =>
        name === Symbol.toPrimitive ? () => sample : (Reflect.get(known, name) ?? sample),
    },
  )

const shape = (value: unknown): unknown => {
  if (typeof value === 'function') return `function of ${value.length}`
  if (typeof value !== 'object' || value === null) return typeof value
  if (Array.isArray(value)) return value.map(shape)
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, shape(inner)]),
  )
}

/** Names of languages stand in their own language. */
const OWN_NAMES = new Set(['popup.otherLanguage', 'options.languages.en', 'options.languages.nl'])

/** Where there is nothing to say about one of several. */
const SILENT = new Set([
  'quality.readings.neutral',
  'quality.scorecard.nowhere.none',
  'quality.indicator.kindWhy.control',
])

const ENGLISH =
  /\b(the|and|your|you|with|this|that|from|save|saved|sign|signed|close|cancel|loading|device|settings|done|today|tomorrow|soon|undo|file|click|button|network|update|sync|login|log in|password|please|error|retry|user|download|overview|trend line|department|member|check|checks|task|owner|note|search|filter|next|previous)\b/i
const DUTCH =
  /\b(het|een|niet|uw|naar|geen|toestel|bewaren|dienst|controle|controles|vandaag|gedaan|ongedaan|toelichting|aanmelden|afmelden|uitkomst|deze|wordt)\b/i

beforeEach(() => {
  language.value = 'nl'
})
afterEach(() => {
  language.value = 'nl'
})

describe('the dictionaries', () => {
  test('say the same things, with the same blanks to fill in', () => {
    expect(shape(en)).toEqual(shape(nl))
  })

  test.each([
    ['nl', nl],
    ['en', en],
  ] as const)('%s leaves nothing empty or unfinished', (_, dictionary) => {
    const odd = sentences(dictionary).filter(
      ([path, text]) => (text.trim() === '' && !SILENT.has(path)) || /undefined|NaN|TODO|\[object/.test(text),
    )
    expect(odd).toEqual([])
  })

  test('Dutch has no English words', () => {
    const english = sentences(nl).filter(
      // "Download" is how Dutch says it; so does the verb.
      ([path, text]) => !OWN_NAMES.has(path) && ENGLISH.test(text.replace(/\bdownload\b/gi, '')),
    )
    expect(english).toEqual([])
  })

  test('English has no Dutch words', () => {
    const dutch = sentences(en).filter(([path, text]) => !OWN_NAMES.has(path) && DUTCH.test(text))
    expect(dutch).toEqual([])
  })

  test('every sentence in Dutch is short enough to be read once', () => {
    const long = sentences(nl)
      .flatMap(([path, text]) => text.split(/[.:;?!]\s/).map((sentence) => [path, sentence] as const))
      .filter(([, sentence]) => sentence.split(/\s+/).length > 26)
    expect(long).toEqual([])
  })

  test('every failure to sign in says what happened, what is safe and what to do', () => {
    for (const words of Object.values(nl.signIn.errors))
      for (const sentence of [words.what, words.safe, words.act]) expect(sentence).toMatch(/[a-z)]\.?$/)
  })

  test('one and many are told apart', () => {
    expect(nl.sync.here(1)).toBe('1 wijziging op dit toestel')
    expect(nl.sync.here(2)).toBe('2 wijzigingen op dit toestel')
    expect(en.sync.here(1)).toBe('1 change on this device')
    expect(en.sync.here(2)).toBe('2 changes on this device')
  })

  test('t() speaks the present language, and Dutch names stand in where English has none', () => {
    expect(t().outcomes.partly).toBe('Deels in orde')
    language.value = 'en'
    expect(t().outcomes.partly).toBe('Partly in order')
    expect(inLanguage('Burgerzaken', 'Civil affairs')).toBe('Civil affairs')
    expect(inLanguage('Burgerzaken', '')).toBe('Burgerzaken')
  })
})

describe('days and moments', () => {
  test('a due day is absolute and relative', () => {
    expect(dueWords('2026-11-30', '2026-11-21')).toBe('ma 30 nov · over 9 dagen')
    expect(dueWords('2026-11-22', '2026-11-21')).toBe('zo 22 nov · morgen')
    expect(dueWords('2026-11-21', '2026-11-21')).toBe('za 21 nov · vandaag')
    expect(dueWords('2026-11-20', '2026-11-21')).toBe('vr 20 nov · 1 dag te laat')
    expect(dueWords('2026-11-13', '2026-11-21')).toBe('vr 13 nov · 8 dagen te laat')
    language.value = 'en'
    expect(dueWords('2026-11-30', '2026-11-21')).toBe('Mon 30 Nov · in 9 days')
    expect(dueWords('2026-11-13', '2026-11-21')).toBe('Fri 13 Nov · 8 days late')
  })

  test('a day of another year names that year', () => {
    expect(dayWords('2027-01-31', '2026-11-21')).toBe('zo 31 jan 2027')
    expect(dayWords('2026-12-31', '2026-11-21')).toBe('do 31 dec')
  })

  test('days are counted across the change of the clock', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
    expect(daysBetween('2026-03-30', '2026-03-27')).toBe(-3)
    expect(relativeWords('2026-11-19', '2026-11-21')).toBe('eergisteren')
  })

  test('moments are told in the time of Flanders, in summer and in winter', () => {
    expect(timeWords(Date.UTC(2026, 10, 21, 13, 2))).toBe('14:02')
    expect(timeWords(Date.UTC(2026, 6, 21, 13, 2))).toBe('15:02')
    expect(momentWords(Date.UTC(2026, 10, 21, 23, 30))).toBe('zo 22 nov 2026 00:30')
  })

  test.each([
    ['nl', 'nl-BE'],
    ['en', 'en-GB'],
  ] as const)(
    'days and moments in %s read as the browser would write them, through four years',
    (spoken, locale) => {
      language.value = spoken
      const parts = { weekday: 'short', day: 'numeric', month: 'short' } as const
      const day = new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' })
      const clock = { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Brussels' } as const
      const time = new Intl.DateTimeFormat(locale, clock)
      const moment = new Intl.DateTimeFormat(locale, {
        ...parts,
        year: 'numeric',
        timeZone: 'Europe/Brussels',
      })
      for (let at = Date.UTC(2025, 0, 1); at < Date.UTC(2029, 0, 1); at += 59 * 60_000 * 7) {
        const key = new Date(at).toISOString().slice(0, 10)
        expect(dayWords(key, key)).toBe(day.format(Date.parse(key)).replace(',', ''))
        expect(timeWords(at)).toBe(time.format(at))
        expect(momentWords(at)).toBe(`${moment.format(at).replace(',', '')} ${time.format(at)}`)
      }
    },
  )

  test.each([
    ['nl', 'nl-BE'],
    ['en', 'en-GB'],
  ] as const)('how far a day is in %s reads as the browser would write it', (spoken, locale) => {
    language.value = spoken
    const browser = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
    for (let days = -400; days <= 400; days += 1) {
      const day = new Date(Date.UTC(2026, 10, 21 + days)).toISOString().slice(0, 10)
      expect(relativeWords(day, '2026-11-21')).toBe(browser.format(days, 'day'))
    }
  })

  test('a period of each rhythm has a name', () => {
    const periods = ['2026-W47', '2026-11', '2026-Q4', '2026-H2', '2026']
    expect(periods.map(periodWords)).toEqual([
      'week 47 van 2026',
      'november 2026',
      '4e kwartaal 2026',
      '2e halfjaar 2026',
      '2026',
    ])
    language.value = 'en'
    expect(periods.map(periodWords)).toEqual([
      'week 47 of 2026',
      'November 2026',
      'Q4 2026',
      'second half of 2026',
      '2026',
    ])
    expect(monthWords(2026, 11, 'short')).toBe('Nov')
  })
})
