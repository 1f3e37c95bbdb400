/** The chart as a file: a drawing, an image made of that drawing, or a table. Everything on it says what was chosen. */
import { language } from '../../../text'
import { momentWords, periodWords } from '../../../text/dates'
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

export const svgFile = (picture: Picture, lines: readonly string[]): Blob =>
  new Blob([chartSvg(picture, captionOf(picture, lines))], { type: 'image/svg+xml' })

/** Twice as fine as the screen, so that it stays sharp in a report. Rejects where the browser cannot make one. */
export const pngFile = async (picture: Picture, lines: readonly string[]): Promise<Blob> => {
  const image = new Image()
  image.src = dataAddress(picture, lines)
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * 2
  canvas.height = image.naturalHeight * 2
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no image'))), 'image/png')
  })
}

/** The drawing as the source of an image: what is printed. */
export const dataAddress = (picture: Picture, lines: readonly string[]): string =>
  `data:image/svg+xml;charset=utf-8,${encodeURIComponent(chartSvg(picture, captionOf(picture, lines)))}`

/** Semicolons, and a byte order mark, so that a Belgian spreadsheet opens it as it should. */
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
  const text = [...title, head, ...rows].map((row) => row.map(quoted).join(';')).join('\r\n')
  return new Blob([`\ufeff${text}\r\n`], { type: 'text/csv' })
}

// Without points between the thousands, which a spreadsheet may take for decimals.
const plainNumber = (value: number): string =>
  language.value === 'nl'
    ? String(Number(value.toFixed(6))).replace('.', ',')
    : String(Number(value.toFixed(6)))

// A leading sign of a formula would be run by a spreadsheet.
const quoted = (cell: string): string => {
  const safe = /^[=+@\t]|^-(?![\d,.]+$)/.test(cell) ? `'${cell}` : cell
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** "wachttijd-balie-bur-2026-11-21". */
export const fileName = (picture: Picture, day: string): string => {
  const { indicator, department } = picture.series
  const name = inWords(indicator, 'name')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return [name, department, day].filter(Boolean).join('-')
}

/** The limits of the newest point, for a line of the caption. */
export const limitWords = ({ points, series: { indicator } }: Picture): string => {
  const last = points.findLast(({ lower, upper }) => lower !== null && upper !== null)
  return last
    ? q().indicator.limits(pointWords(indicator, last.lower), pointWords(indicator, last.upper))
    : q().indicator.noLimits
}
