/** What people do with figures: give one, correct it with a reason, explain it, take it back. */
import type { Indicator } from '../kinds/indicator'
import { readRecord } from '../kinds/kind'
import { type Counts, measurement, measurementAbout } from '../kinds/measurement'
import { type Json, type Statement, sameJson } from '../statement'
import { type Author, type Seen, say } from './say'

/** A figure as people give it. What is left out is taken away: the figure is given whole. */
export type FigureInput = {
  readonly numerator?: number | undefined
  readonly denominator?: number | undefined
  readonly value?: number | undefined
  readonly sample?: readonly number[] | undefined
  readonly categories?: Counts | undefined
  readonly comment?: string | undefined
  /** Why the figure that stood here was wrong: needed when there was one. */
  readonly reason?: string | undefined
  /** The member who measured; the author when left out. */
  readonly performer?: string | undefined
}

/** Why a figure cannot be given like this. */
export type FigureObjection =
  | 'nothing'
  | 'numerator-missing'
  | 'denominator-missing'
  | 'denominator-zero'
  | 'numerator-above-denominator'
  | 'negative'
  | 'not-whole'
  | 'not-a-percentage'
  | 'sample-too-small'
  | 'reason-missing'

/** What of an indicator says how its figures are given. */
export type Measurable = Pick<Indicator, 'key' | 'data' | 'factor' | 'chart'>

/**
 * Gives the figure of a period, or corrects it. The earlier figure stays in the history.
 * @returns none when nothing changes, or when {@link objectionToFigure} has one
 */
export const giveFigure = (
  seen: Seen,
  indicator: Measurable,
  period: string,
  input: FigureInput,
  author: Author,
): Statement[] => {
  if (objectionToFigure(seen, indicator, period, input)) return []
  const isCorrection = stands(seen, indicator.key, period) && changes(seen, indicator.key, period, input)
  const about = measurementAbout(indicator.key, period)
  const rest = {
    comment: orNull(input.comment),
    performer: input.performer ?? author.by,
    // A first figure has nothing to give a reason for; a comment that changes later leaves the old reason alone.
    ...(isCorrection && { reason: orNull(input.reason) }),
  }
  return say(seen, about, { ...figureFields(input), ...rest }, author)
}

/** Why a figure may not be given like this; `undefined` when it is fine. */
export const objectionToFigure = (
  seen: Seen,
  indicator: Measurable,
  period: string,
  input: FigureInput,
): FigureObjection | undefined => {
  const wrong = objectionToParts(indicator, input)
  if (wrong) return wrong
  const isCorrection = stands(seen, indicator.key, period) && changes(seen, indicator.key, period, input)
  return isCorrection && (input.reason ?? '').trim() === '' ? 'reason-missing' : undefined
}

/** Why these numbers make no figure of this indicator; `undefined` when they do. */
export const objectionToParts = (indicator: Measurable, input: FigureInput): FigureObjection | undefined => {
  const { numerator, denominator, value, sample = [] } = input
  if (numerator === undefined && denominator === undefined && value === undefined && sample.length === 0)
    return 'nothing'
  if (indicator.chart.startsWith('xbar') && value === undefined)
    return sample.length > 1 ? undefined : 'sample-too-small'
  const isFraction = indicator.data === 'proportion' || indicator.data === 'rate'
  return isFraction ? objectionToFraction(indicator, input) : objectionToOne(indicator, input)
}

/** Says something about a figure without touching it. */
export const explainFigure = (
  seen: Seen,
  indicatorKey: string,
  period: string,
  comment: string,
  author: Author,
): Statement[] => say(seen, measurementAbout(indicatorKey, period), { comment: orNull(comment) }, author)

/** Takes a figure back, with a reason: it was never this indicator's, or never measured. @returns none without a reason */
export const takeBackFigure = (
  seen: Seen,
  indicatorKey: string,
  period: string,
  reason: string,
  author: Author,
): Statement[] =>
  reason.trim() === '' || !stands(seen, indicatorKey, period)
    ? []
    : say(seen, measurementAbout(indicatorKey, period), { ...figureFields({}), reason }, author)

/** The fields that make a figure, given whole. */
export const figureFields = ({ numerator, denominator, value, sample, categories }: FigureInput) => ({
  numerator: numerator ?? null,
  denominator: denominator ?? null,
  value: value ?? null,
  sample: sample && sample.length > 0 ? sample : null,
  categories: categories && Object.keys(categories).length > 0 ? categories : null,
})

const objectionToFraction = (
  { data, factor }: Measurable,
  { numerator, denominator, value }: FigureInput,
): FigureObjection | undefined => {
  const isProportion = data === 'proportion'
  if (numerator === undefined && value !== undefined) {
    // A figure from before numerators were kept: a percentage and no more.
    if (value < 0 || (isProportion && value > factor)) return isProportion ? 'not-a-percentage' : 'negative'
    return denominator !== undefined && denominator <= 0 ? 'denominator-zero' : undefined
  }
  if (numerator === undefined) return 'numerator-missing'
  if (denominator === undefined) return 'denominator-missing'
  if (numerator < 0 || denominator < 0) return 'negative'
  // None of none: there were no cases, and that is an answer.
  if (denominator === 0) return numerator === 0 ? undefined : 'denominator-zero'
  return isProportion && numerator > denominator ? 'numerator-above-denominator' : undefined
}

const objectionToOne = (
  { data }: Measurable,
  { numerator, value = numerator, sample = [] }: FigureInput,
): FigureObjection | undefined => {
  if (value === undefined) return sample.length > 0 ? undefined : 'numerator-missing'
  if (data === 'count' && !Number.isInteger(value)) return 'not-whole'
  return data !== 'measure' && value < 0 ? 'negative' : undefined
}

const figureNow = (seen: Seen, indicatorKey: string, period: string) => {
  const folded = seen.get(measurementAbout(indicatorKey, period))
  return folded && readRecord(measurement, folded)
}

const stands = (seen: Seen, indicatorKey: string, period: string): boolean => {
  const now = figureNow(seen, indicatorKey, period)
  return (
    now !== undefined && (now.numerator !== undefined || now.value !== undefined || now.sample.length > 0)
  )
}

const changes = (seen: Seen, indicatorKey: string, period: string, input: FigureInput): boolean => {
  const now = figureNow(seen, indicatorKey, period)
  return !sameJson(figureFields(now ?? {}) as Json, figureFields(input) as Json)
}

const orNull = (words: string | undefined): string | null =>
  words === undefined || words === '' ? null : words
