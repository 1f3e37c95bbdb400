/** One point of a chart in a sentence: what a pointer, a key and a screen reader get to know of it. */
import type { Figure } from '../../../../shared/queries/figures'
import { momentWords, periodWords } from '../../../text/dates'
import { q } from '../say'
import { figureWords, fullSignalWords, numberWords, pointWords } from '../words'
import type { PicturePoint } from './picture'

export const readout = (
  { figure, value, center, lower, upper, word, excluded }: PicturePoint,
  nameOf: (member: string | undefined) => string,
): string => {
  const words = q().indicator.readout
  const { indicator } = figure
  const isRun = indicator.chart === 'run'
  return [
    `${periodWords(figure.period)}: ${value === null ? noFigure(figure) : pointWords(indicator, value)}${partsWords(figure)}`,
    center !== undefined &&
      (isRun ? words.median(pointWords(indicator, center)) : words.center(pointWords(indicator, center))),
    lower !== null &&
      upper !== null &&
      words.limits(pointWords(indicator, lower), pointWords(indicator, upper)),
    excluded !== undefined && words.excluded(excluded),
    figure.clash && words.clash,
    figure.at !== undefined && words.by(nameOf(figure.by), momentWords(figure.at)),
    figure.corrected && words.corrected,
    word && fullSignalWords(word, indicator).replace(/\.$/, ''),
  ]
    .filter(Boolean)
    .join(' · ')
}

const noFigure = ({ state }: Figure): string =>
  state === 'done' ? q().indicator.readout.noCases : q().indicator.readout.noValue

/** " (1.109 op 1.200)": what a fraction is made of. */
export const partsWords = ({ measurement, indicator }: Figure): string => {
  const { numerator, denominator } = measurement ?? {}
  if (numerator === undefined || denominator === undefined || indicator.data === 'count') return ''
  return ` (${q().indicator.readout.of(numberWords(numerator), numberWords(denominator))})`
}

/** The figure as given, for histories. */
export const givenWords = (figure: Figure): string =>
  figureWords(figure.indicator, figure.value) + partsWords(figure)
