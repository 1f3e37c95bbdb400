/** The chart as a file: a drawing or a table. Everything on it says what was chosen. */
import { momentWords, periodWords } from '../../../text/dates'
import { csvBlob, fileNameOf, plainNumber } from '../drawing/files'
import { inWords, q } from '../say'
import { numberWords, pointWords, signalWords } from '../words'
import { type Caption, chartSvg } from './chart-svg'
import type { Picture } from './picture'

/** Everything that stands around the drawing. @param lines department, period, as of when, made when and for whom */
export const captionOf = (picture: Picture, lines: readonly string[]): Caption => {
  const { indicator } = picture.series
  const { legend } = q()
  return {
    title: inWords(indicator, 'name'),
    lines,
    events: picture.marks.map(({ number, title, period }) => `${number}. ${periodWords(period)}: ${title}`),
    legend: { ...legend, center: indicator.chart === 'run' ? legend.median : legend.center },
    number: (value) => numberWords(value),
    unit: inWords(indicator, 'unit'),
  }
}

/** The drawing as it is kept and printed. */
export const chartFile = (picture: Picture, lines: readonly string[]): string =>
  chartSvg(picture, captionOf(picture, lines))

/** Every figure with its limits, as a table for a spreadsheet. */
export const csvFile = (
  picture: Picture,
  lines: readonly string[],
  nameOf: (member: string | undefined) => string,
): Blob => {
  const { indicator } = picture.series
  const words = q().indicator.columns
  const head = [
    words.period,
    words.value,
    words.numerator,
    words.denominator,
    words.center,
    words.lower,
    words.upper,
    words.signal,
    words.comment,
    words.who,
  ]
  const bare = (value: number | null | undefined): string =>
    value === null || value === undefined ? '' : plainNumber(value)
  const rows = picture.points.map(({ figure, value, center, lower, upper, word }) => [
    periodWords(figure.period),
    bare(value),
    bare(figure.measurement?.numerator),
    bare(figure.measurement?.denominator),
    bare(center),
    bare(lower),
    bare(upper),
    word ? signalWords(word, indicator) : '',
    figure.measurement?.comment ?? '',
    figure.at === undefined ? '' : `${nameOf(figure.by)}, ${momentWords(figure.at)}`,
  ])
  const title = [[inWords(indicator, 'name')], ...lines.map((line) => [line]), []]
  return csvBlob([...title, head, ...rows])
}

/** "wachttijd-balie-bur-2026-11-21". */
export const fileName = (picture: Picture, day: string): string => {
  const { indicator, department } = picture.series
  return fileNameOf([inWords(indicator, 'name'), department, day])
}

/** The limits of the newest point, for a line of the caption. */
export const limitWords = ({ points, series: { indicator } }: Picture): string => {
  const last = points.findLast(({ lower, upper }) => lower !== null && upper !== null)
  return last
    ? q().indicator.limits(pointWords(indicator, last.lower), pointWords(indicator, last.upper))
    : q().indicator.noLimits
}
