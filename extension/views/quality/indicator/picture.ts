/** A series as a picture: what a chart draws, on the screen or in a file, from one list. Pure. */
import type { Figure } from '../../../../shared/queries/figures'
import type { Mark, Series } from '../../../../shared/queries/series'
import { type Word, wordsOf } from '../../../../shared/queries/words'
import { monthWords } from '../../../text/dates'
import { q } from '../say'

export type PicturePoint = {
  readonly figure: Figure
  readonly value: number | null
  readonly center: number | undefined
  readonly lower: number | null
  readonly upper: number | null
  readonly word: Word | undefined
  /** Why it does not count for the limits. */
  readonly excluded: string | undefined
  /** Its phase, from 0. */
  readonly phase: number
  /** In the moving range, range or standard deviation chart. */
  readonly spread: number | null
}

export type Picture = {
  readonly series: Series
  readonly points: readonly PicturePoint[]
  /** Events at their places, from 0; numbered as they are listed. */
  readonly marks: readonly (Omit<Mark, 'at'> & { readonly index: number; readonly number: number })[]
  readonly target: number | undefined
  readonly targetTo: number | undefined
  readonly axis: Axis
  readonly spread:
    | { readonly center: number; readonly upper: number; readonly lower: number; readonly axis: Axis }
    | undefined
}

/** A scale with round steps around everything that is drawn. */
export type Axis = { readonly low: number; readonly high: number; readonly step: number }

/** @param last how many of the newest points to show; all when left out */
export const pictureOf = (series: Series, last?: number): Picture => {
  const { indicator, chart, figures, phases, excluded } = series
  const words = new Map(wordsOf(series).map((word) => [word.at, word]))
  const reasons = new Map(excluded.map(({ at, reason }) => [at, reason]))
  const from = last === undefined ? 0 : Math.max(0, figures.length - last)
  const hasCenter = chart.points.some(({ value }) => value !== null)
  const points = figures.map((figure, index): PicturePoint => {
    const point = chart.points[index]
    const phase = phases.findIndex(({ first, last: end }) => first <= index + 1 && index + 1 <= end)
    const isEstimated = (phases[phase]?.baseline.length ?? 0) > 0
    return {
      figure,
      value: point?.value ?? null,
      center: hasCenter && isEstimated ? point?.center : undefined,
      lower: point?.lower ?? null,
      upper: point?.upper ?? null,
      word: words.get(index + 1),
      excluded: reasons.get(index + 1),
      phase: Math.max(0, phase),
      spread: chart.range?.values[index] ?? null,
    }
  })
  const shown = points.slice(from)
  const isOfNumbers = indicator.chart === 'np'
  const target = isOfNumbers ? undefined : indicator.target
  const targetTo = isOfNumbers ? undefined : indicator.targetTo
  const drawn = shown.flatMap(({ value, lower, upper, center }) => [value, lower, upper, center])
  const { range } = chart
  const spreads = shown.flatMap(({ spread }) => spread ?? [])
  return {
    series,
    points: shown,
    marks: series.marks
      .map(({ at, ...mark }, index) => ({ ...mark, index: at - 1 - from, number: index + 1 }))
      .filter(({ index }) => index >= 0),
    target,
    targetTo,
    axis: axisOf(
      [...drawn, target, targetTo],
      indicator.data === 'proportion' && !isOfNumbers ? indicator.factor : undefined,
    ),
    spread: range && {
      center: range.center,
      upper: range.upper,
      lower: range.lower,
      axis: axisOf([...spreads, range.center, range.upper, 0]),
    },
  }
}

/** Round steps around figures. @param most what no figure can exceed: 100 percent */
export const axisOf = (figures: readonly (number | null | undefined)[], most?: number): Axis => {
  const all = figures.filter((each): each is number => typeof each === 'number' && Number.isFinite(each))
  if (all.length === 0) return { low: 0, high: 1, step: 0.5 }
  const [least, greatest] = [Math.min(...all), Math.max(...all)]
  const room = (greatest - least || Math.abs(greatest) || 1) * 0.06
  const step = roundStep((greatest - least + 2 * room) / 5)
  const low = Math.floor((least - room) / step) * step
  const high = Math.ceil((greatest + room) / step) * step
  return {
    low: least >= 0 ? Math.max(0, low) : low,
    high: most === undefined ? high : Math.min(Math.max(most, greatest), high),
    step,
  }
}

export const ticksOf = ({ low, high, step }: Axis): number[] => {
  const ticks: number[] = []
  for (let n = Math.ceil(low / step - 1e-9); n * step <= high + step * 1e-9; n += 1)
    ticks.push(Number((n * step).toPrecision(12)))
  return ticks
}

const roundStep = (rough: number): number => {
  const power = 10 ** Math.floor(Math.log10(rough))
  return ([1, 2, 2.5, 5, 10].find((each) => each * power >= rough * 0.999) ?? 10) * power
}

/** A period as short as an axis needs: "nov 26", "K4 26", "2026". */
export const shortPeriod = (period: string): string => {
  const [year = '', part = ''] = period.split('-')
  if (part === '') return year
  if (/^\d/.test(part))
    return `${monthWords(Number(year), Number(part), 'short').replace('.', '')} ${year.slice(2)}`
  return q().shortParts(part, year.slice(2))
}
