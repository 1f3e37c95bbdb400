/** Figures, targets, signals and hints of indicators in words of the present language. */
import type { Indicator } from '../../../shared/kinds/indicator'
import type { Comparison } from '../../../shared/queries/did-it-help'
import type { Hint } from '../../../shared/queries/hints'
import type { Series } from '../../../shared/queries/series'
import type { Word } from '../../../shared/queries/words'
import { language } from '../../text'
import { periodWords } from '../../text/dates'
import { inWords, q } from './say'

export const DASH = '–'
const NBSP = '\u00a0'

const formats = new Map<string, Intl.NumberFormat>()

/** "1.204,5": with exactly so many decimals, or as many as there are up to `most`. */
export const numberWords = (value: number, decimals?: number, most = 6): string => {
  const locale = language.value === 'nl' ? 'nl-BE' : 'en-GB'
  const name = `${locale} ${decimals ?? ''} ${most}`
  const format =
    formats.get(name) ??
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: decimals ?? 0,
      maximumFractionDigits: decimals ?? most,
    })
  formats.set(name, format)
  // "-0,0" is nothing.
  return format.format(Object.is(Number(value.toFixed(decimals ?? most)), -0) ? 0 : value)
}

type Shown = Pick<Indicator, 'unit' | 'unitEn' | 'decimals'>

/** "92,4 %", "12,0 dagen"; a dash where there is none. */
export const figureWords = (indicator: Shown, value: number | null | undefined): string => {
  if (value === null || value === undefined) return DASH
  const unit = inWords(indicator, 'unit')
  const number = numberWords(value, indicator.decimals)
  if (unit === 'EUR') return `€${NBSP}${number}`
  return unit === '' ? number : `${number}${NBSP}${unit}`
}

/** The figure without its unit, for tables and axes. */
export const bareWords = ({ decimals }: Shown, value: number | null | undefined): string =>
  value === null || value === undefined ? DASH : numberWords(value, decimals)

/** A figure on the chart: of most charts the figure as shown; a chart of numbers of cases has a scale of its own. */
export const pointWords = (indicator: Indicator, value: number | null | undefined): string =>
  indicator.chart === 'np' ? bareWords({ ...indicator, decimals: 1 }, value) : figureWords(indicator, value)

/** "hoogstens 10 dagen"; nothing where there is no target. */
export const targetWords = (indicator: Indicator): string | undefined => {
  const { target, targetTo, direction, unit, unitEn } = indicator
  if (target === undefined) return undefined
  const words = q().indicator
  const plain = (value: number): string => figureWords({ unit, unitEn, decimals: placesOf(value) }, value)
  if (targetTo !== undefined)
    return words.targetBetween(numberWords(Math.min(target, targetTo)), plain(Math.max(target, targetTo)))
  if (direction === 'higher') return words.targetAtLeast(plain(target))
  return direction === 'lower' ? words.targetAtMost(plain(target)) : plain(target)
}

const placesOf = (value: number): number => Math.min(6, (String(value).split('.')[1] ?? '').length)

/** "acht maanden op rij boven het gemiddelde: er is iets veranderd." The first sentence about a signal. */
export const signalWords = (word: Word, indicator: Indicator): string =>
  q().signal({
    rule: word.rule,
    side: word.side,
    count: word.count,
    of: word.of,
    rhythm: indicator.rhythm,
    period: periodWords(word.period),
    ...passedWords(word, indicator),
    isMedian: indicator.chart === 'run',
  })

/** The figure and the limit it passed, with as many decimals as it takes to see that it did. */
const passedWords = (word: Word, indicator: Indicator): { value: string; limit: string | undefined } => {
  const limit = word.side === 'above' ? word.upper : word.lower
  if (limit === null) return { value: pointWords(indicator, word.value), limit: undefined }
  for (let more = 0; more < 3; more += 1) {
    const finer = { ...indicator, decimals: Math.min(6, indicator.decimals + more) }
    const [value, passed] = [pointWords(finer, word.value), pointWords(finer, limit)]
    if (value !== passed) return { value, limit: passed }
  }
  return { value: pointWords(indicator, word.value), limit: pointWords(indicator, limit) }
}

/** What follows the first sentence: whether it is good, and how sure it is. */
export const readingWords = (word: Word): string =>
  [q().readings[word.reading], word.provisional && q().provisionalSignal].filter(Boolean).join(' ')

/** All of it. */
export const fullSignalWords = (word: Word, indicator: Indicator): string =>
  [signalWords(word, indicator), readingWords(word)].filter((text) => text !== '').join(' ')

export const hintWords = (hint: Hint, indicator: Indicator): string => {
  const words = q().hints
  switch (hint.code) {
    case 'provisional':
      return words.provisional(hint.points, hint.needed, indicator.rhythm)
    case 'small-numbers':
      return words['small-numbers'](numberWords(hint.cases, undefined, 0))
    case 'large-numbers':
      return words['large-numbers'](numberWords(hint.cases, undefined, 0), q().charts[hint.proposed])
    case 'no-denominator':
      return words['no-denominator'](hint.points, q().charts[hint.proposed])
    case 'no-variation':
      return words['no-variation']()
  }
}

/** Before and after a phase, in sentences: the answer first, then the figures, then why. */
export const helpedWords = (comparison: Comparison, { indicator }: Series): string[] => {
  const words = q().helped
  const facts = {
    title: comparison.title ? `“${comparison.title}”` : words.unnamed,
    from: periodWords(comparison.from),
    points: comparison.after.points,
    rhythm: indicator.rhythm,
  }
  const answer = words.verdicts[comparison.verdict]
  if (comparison.after.points < 3) return [answer, words.wait(facts)]
  const change = changeWords(comparison, indicator)
  const before = pointWords(indicator, comparison.before.center)
  const after = pointWords(indicator, comparison.after.center)
  const sentence = words.sentence({ ...facts, before, after, change })
  const isShift = comparison.verdict !== 'no-change' && comparison.verdict !== 'too-early'
  return comparison.word && isShift
    ? [answer, sentence, words.why(lower(signalWords(comparison.word, indicator)))]
    : [answer, sentence]
}

// From 80 to 90 % is ten points, and an eighth more: saying "10 %" would be neither.
const changeWords = ({ change }: Comparison, indicator: Indicator): string => {
  const sign = change > 0 ? '+' : change < 0 ? '−' : ''
  return indicator.unit === '%' && indicator.chart !== 'np'
    ? `${sign}${bareWords(indicator, Math.abs(change))}${NBSP}${q().helped.points}`
    : `${sign}${pointWords(indicator, Math.abs(change))}`
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
