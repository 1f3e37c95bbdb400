/**
 * What people write for numbers and periods, in forms and in tables: "1.234,5", "92,4 %", "nov 2026", "4e kwartaal
 * 2026", "30/11/2026". Belgian first; says when it is not sure.
 */
import type { Day } from './days'
import type { Rhythm } from './kinds/control'
import { periodOfDay, spansOfYear } from './queries/measuring-periods'

/** Which sign stands before the decimals in a column. */
export type Notation = 'comma' | 'dot'

export type ReadNumber = {
  readonly number: number
  /** It was written with a percent sign. */
  readonly isPercent: boolean
  /** "1.234" with nothing beside it that tells: read as a thousand, and worth a look. */
  readonly isDoubtful: boolean
}

/** Reads a number as people write it; `undefined` when it is none. @param notation of its column, when known */
export const readNumber = (text: string, notation?: Notation): ReadNumber | undefined => {
  const bare = text
    .replace(/[\s\u00a0\u202f\u2009]/g, '')
    .replace(/€|EUR/gi, '')
    .replace(/^[−–]/, '-')
    .replace(/^\+/, '')
  const isPercent = bare.endsWith('%')
  const isNegative = /^-|^\(.*\)$/.test(bare)
  const digits = bare
    .replace(/%$/, '')
    .replace(/^-/, '')
    .replace(/^\((.*)\)$/, '$1')
  const plain = withoutGroups(digits, notation)
  if (plain === undefined) return undefined
  const number = Number(plain)
  const isDoubtful = notation === undefined && GROUPED_ONCE.test(digits)
  return { number: isNegative ? -number : number, isPercent, isDoubtful }
}

/** The notation that the numbers of a column betray; `undefined` when none does, or when they contradict each other. */
export const notationOf = (cells: readonly string[]): Notation | undefined => {
  const bare = cells.map((cell) => cell.replace(/[^\d.,]/g, ''))
  const isComma = bare.some((cell) => /,\d{1,2}$|,\d{4,}$|\.\d{3},\d+$|^0,/.test(cell))
  const isDot = bare.some((cell) => /\.\d{1,2}$|\.\d{4,}$|,\d{3}\.\d+$|^0\./.test(cell))
  return isComma === isDot ? undefined : isComma ? 'comma' : 'dot'
}

const GROUPED_ONCE = /^[1-9]\d{0,2}\.\d{3}$/

/** The digits of a number with a dot for its decimals. */
const withoutGroups = (digits: string, notation: Notation | undefined): string | undefined => {
  if (/^\d+$/.test(digits)) return digits
  const comma = /^(\d+|\d{1,3}(?:\.\d{3})+)?,(\d+)$/.exec(digits)
  const dot = /^(\d+|\d{1,3}(?:,\d{3})+)?\.(\d+)$/.exec(digits)
  if (notation === 'dot' && dot) return `${(dot[1] ?? '0').replaceAll(',', '')}.${dot[2]}`
  if (notation === 'dot' && /^\d{1,3}(,\d{3})+$/.test(digits)) return digits.replaceAll(',', '')
  if (/^[1-9]\d{0,2}(\.\d{3})+$/.test(digits)) return digits.replaceAll('.', '')
  if (comma) return `${(comma[1] ?? '0').replaceAll('.', '')}.${comma[2]}`
  if (dot) return `${(dot[1] ?? '0').replaceAll(',', '')}.${dot[2]}`
  return /^\d{1,3}(,\d{3}){2,}$/.test(digits) ? digits.replaceAll(',', '') : undefined
}

/** Why a text is no period of a rhythm. */
export type PeriodProblem = 'not-a-period' | 'other-rhythm' | 'year-missing'

/**
 * Reads a period of a rhythm as people write it, or the one in which a day lies.
 * @param year of periods that are written without one: "januari", "Q3", "week 7"
 */
export const readPeriod = (
  text: string,
  rhythm: Rhythm,
  year?: number,
): { readonly period: string } | { readonly problem: PeriodProblem } => {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'`]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  const found = dayIn(words) ?? partIn(words, rhythm)
  if (found === undefined) return { problem: 'not-a-period' }
  if ('day' in found) return { period: periodOfDay(rhythm, found.day) }
  const ofYear = found.year ?? year
  if (ofYear === undefined) return { problem: 'year-missing' }
  if (found.rhythm !== rhythm) return { problem: 'other-rhythm' }
  const period = `${ofYear}${found.part === '' ? '' : `-${found.part}`}`
  const exists = spansOfYear(
    { rhythm, moment: 1, every: undefined, since: undefined, until: undefined },
    ofYear,
  ).some((span) => span.period === period)
  return exists ? { period } : { problem: 'not-a-period' }
}

type Found = { readonly day: Day }
type FoundPart = { readonly rhythm: Rhythm; readonly part: string; readonly year: number | undefined }

const dayIn = (words: string): Found | undefined => {
  const iso = /^(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$/.exec(words)
  if (iso) return realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const belgian = /^(\d{1,2})[-/. ](\d{1,2})[-/. ]((?:20)?\d\d)(?: \d.*)?$/.exec(words)
  if (belgian) {
    const [day, month, year] = [Number(belgian[1]), Number(belgian[2]), fullYear(belgian[3] ?? '')]
    // Only an American date has a "month" above twelve.
    return month > 12 ? realDay(year, day, month) : realDay(year, month, day)
  }
  const named = /^(\d{1,2})[- .]([a-z]+)\.?[- .]((?:20)?\d\d)$/.exec(words)
  const month = named && monthNamed(named[2] ?? '')
  if (named && month) return realDay(fullYear(named[3] ?? ''), month, Number(named[1]))
  return /^[3-7]\d{4}$/.test(words) ? { day: serialDay(Number(words)) } : undefined
}

const realDay = (year: number, month: number, day: number): Found | undefined => {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? { day: date.toISOString().slice(0, 10) } : undefined
}

/** A day as spreadsheets count them, when its format was lost: 46356 is 30 November 2026. */
const serialDay = (days: number): Day => new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10)

const YEAR = '(20\\d\\d)'
const ORDINAL = '(?:e|de|ste|st|nd|rd|th|er|eme)?'
/** Each with the number of its part and, where it has one, its year; in the two orders in which people write them. */
const PARTS: readonly (readonly [Rhythm, string, string])[] = [
  ['weekly', `(?:week|wk|w) ?(\\d{1,2})`, 'W'],
  [
    'quarterly',
    `(?:(?:q|k|kw|t|kwartaal|quarter|trimester) ?([1-4])|([1-4])${ORDINAL} ?(?:kwartaal|kw|q|quarter|trimester))`,
    'Q',
  ],
  [
    'half-yearly',
    `(?:(?:h|s|sem|semester|halfjaar|half) ?([12])|([12])${ORDINAL} ?(?:semester|sem|halfjaar|half year|half))`,
    'H',
  ],
]

const partIn = (words: string, rhythm: Rhythm): FoundPart | undefined => {
  const year = /^(?:jaar |boekjaar |year )?(20\d\d)$/.exec(words)
  if (year) return { rhythm: 'yearly', part: '', year: Number(year[1]) }
  const slashed = /^(\d{1,2})[-/. ](20\d\d)$/.exec(words) ?? swapped(/^(20\d\d)[-/. ]?(\d{1,2})$/.exec(words))
  // "47/2026" is a week where weeks are measured; everywhere else a month.
  if (slashed) {
    const isWeek = rhythm === 'weekly'
    return {
      rhythm: isWeek ? 'weekly' : 'monthly',
      part: `${isWeek ? 'W' : ''}${pad(Number(slashed[1]))}`,
      year: Number(slashed[2]),
    }
  }
  for (const [name, pattern, letter] of PARTS) {
    const found =
      new RegExp(`^${pattern}(?:[-/. ,]*${YEAR})?$`).exec(words) ??
      rotated(new RegExp(`^${YEAR}[-/. ,]*${pattern}$`).exec(words))
    if (!found) continue
    const numbers = found.slice(1).filter((group) => group !== undefined)
    const number = Number(numbers[0])
    return {
      rhythm: name,
      part: `${letter}${name === 'weekly' ? pad(number) : number}`,
      year: numbers[1] === undefined ? undefined : Number(numbers[1]),
    }
  }
  return namedMonth(words)
}

const namedMonth = (words: string): FoundPart | undefined => {
  const found =
    /^([a-z]{3,})\.?(?:[-/. ,]*((?:20)?\d\d))?$/.exec(words) ??
    swapped(/^(20\d\d)[-/. ,]*([a-z]{3,})\.?$/.exec(words))
  const month = found ? monthNamed(found[1] ?? '') : undefined
  if (!found || month === undefined) return undefined
  return {
    rhythm: 'monthly',
    part: pad(month),
    year: found[2] === undefined ? undefined : fullYear(found[2]),
  }
}

/** Dutch, English and French, in full or cut short to what tells them apart. */
const MONTHS = [
  'januari january janvier',
  'februari february fevrier feb',
  'maart march mars mrt maa mar',
  'april avril avr',
  'mei may mai',
  'juni june juin',
  'juli july juillet',
  'augustus august aout',
  'september septembre',
  'oktober october octobre',
  'november novembre',
  'december decembre',
].map((names) => names.split(' '))

const monthNamed = (word: string): number | undefined => {
  const matching = MONTHS.flatMap((names, index) =>
    names.some((name) => name === word || (word.length >= 3 && name.startsWith(word))) ? [index + 1] : [],
  )
  return matching.length === 1 ? matching[0] : undefined
}

const swapped = (found: RegExpExecArray | null): readonly (string | undefined)[] | null =>
  found && [found[0], found[2], found[1]]

/** The year first: put behind what it belongs to. */
const rotated = (found: RegExpExecArray | null): readonly (string | undefined)[] | null =>
  found && [found[0], ...found.slice(2), found[1]]

const fullYear = (digits: string): number => (digits.length === 2 ? 2000 : 0) + Number(digits)
const pad = (number: number): string => String(number).padStart(2, '0')
