/** The register as a table for a spreadsheet. */
import Papa from 'papaparse'
import { IMPACTS, type Rating } from '../../../shared/kinds/risk'
import type { RiskLine, RiskScore } from '../../../shared/queries/risks'
import { nameOf, titleOf } from '../../text'
import type { Model } from '../dashboard/model'
import { k } from './say'
import { bandWords, riskPlace } from './words'

/** Semicolons, and a byte order mark, so that a Belgian spreadsheet opens it as it should; what looks like a formula is text. */
export const riskCsv = (lines: readonly RiskLine[], model: Model): Blob => {
  const { columns, impacts, treatments, open, closed } = k()
  const rated = (side: string): string[] => [
    `${side}: ${columns.likelihood}`,
    ...IMPACTS.map((each) => `${side}: ${impacts[each]}`),
    side,
    `${side}: ${columns.band}`,
  ]
  const head = [
    columns.title,
    columns.cause,
    columns.consequence,
    columns.place,
    columns.theme,
    columns.goal,
    columns.owner,
    ...rated(columns.inherent),
    ...rated(columns.residual),
    columns.treatment,
    columns.until,
    columns.reviewed,
    columns.controls,
    columns.findings,
    columns.state,
  ]
  const rows = lines.map((line) => {
    const theme = model.theme.value.get(line.theme)
    return [
      line.title,
      line.cause,
      line.consequence,
      riskPlace(line.department, model),
      theme ? nameOf(theme) : line.theme,
      line.goal,
      line.owner ? model.nameOf(line.owner) : '',
      ...ratingCells(line.inherent, line.inherentScore),
      ...ratingCells(line.residual, line.residualScore),
      line.treatment ? treatments[line.treatment] : '',
      line.acceptedUntil ?? '',
      line.reviewedOn ?? '',
      line.controls.map(titleOf).join('; '),
      line.findings.length,
      line.state === 'closed' ? closed : open,
    ]
  })
  const text = Papa.unparse([head, ...rows], { delimiter: ';', newline: '\r\n', escapeFormulae: true })
  return new Blob([`\ufeff${text}\r\n`], { type: 'text/csv' })
}

const ratingCells = (rating: Rating | undefined, score: RiskScore | undefined): (string | number)[] => [
  rating?.likelihood ?? '',
  ...IMPACTS.map((each) => rating?.impacts[each] ?? ''),
  score?.score ?? '',
  score ? bandWords(score.band) : '',
]
