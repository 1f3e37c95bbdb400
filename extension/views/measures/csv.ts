/** Measures as a table for a spreadsheet. */
import Papa from 'papaparse'
import { type MeasureLine, slippage } from '../../../shared/queries/measures'
import type { Model } from '../dashboard/model'
import { m } from './say'
import { placeWords } from './words'

/** Semicolons, and a byte order mark, so that a Belgian spreadsheet opens it as it should; what looks like a formula is text. */
export const csvOf = (
  lines: readonly MeasureLine[],
  model: Model,
  titleOf: (about: string, room: string) => string | undefined,
): Blob => {
  const { columns, statuses, shortHorizons, priorities } = m()
  const head = [
    columns.title,
    columns.owner,
    columns.department,
    columns.status,
    columns.due,
    columns.slipped,
    columns.horizon,
    columns.priority,
    columns.progress,
    columns.plan,
    columns.origin,
    columns.reason,
    columns.answer,
  ]
  const rows = lines.map((line) => [
    line.title,
    line.owner ? model.nameOf(line.owner) : '',
    placeWords(line.room, model),
    statuses[line.shown],
    line.due ?? '',
    slippage(line.folded).moves.length,
    shortHorizons[line.horizon],
    priorities[line.priority],
    line.progress ?? '',
    (line.plan && titleOf(line.plan, line.room)) ?? '',
    (line.origin && titleOf(line.origin, line.room)) ?? '',
    line.reason,
    line.answer,
  ])
  const text = Papa.unparse([head, ...rows], { delimiter: ';', newline: '\r\n', escapeFormulae: true })
  return new Blob([`\ufeff${text}\r\n`], { type: 'text/csv' })
}
