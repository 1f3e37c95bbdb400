/**
 * From a table that someone pastes or opens to figures, by way of a preview: every row with what it would become, or why
 * not. Saves nothing. Loaded only for an import, since measurement-table.ts brings a library.
 */
import { type FigureInput, type FigureObjection, giveFigure, objectionToParts } from './commands/measurements'
import type { Author, Seen } from './commands/say'
import { yearOfPeriod } from './kinds/check'
import type { Indicator } from './kinds/indicator'
import { measurementAbout } from './kinds/measurement'
import type { Mapping, Table } from './measurement-table'
import { type Notation, notationOf, type PeriodProblem, readNumber, readPeriod } from './measurement-text'
import { type Ground, measurementOf, shownValue } from './queries/figures'
import { type Span, spansOfYear } from './queries/measuring-periods'
import { yearRoom } from './rooms'
import type { Statement } from './statement'

export { guessMapping, type Mapping, readTable, type Table } from './measurement-table'

/** Why a row cannot be taken over. */
export type ImportProblem = {
  readonly code:
    | PeriodProblem
    | 'not-a-number'
    | 'period-twice'
    | 'period-not-over'
    | 'period-not-measured'
    | FigureObjection
  /** The column, where the fault is in one cell, and what stands there. */
  readonly column?: number
  readonly cell?: string
}

export type ImportRow = {
  /** The row of the text, from 1; the column when the table was turned. */
  readonly line: number
  readonly cells: readonly string[]
  readonly period: string | undefined
  readonly input: FigureInput | undefined
  /** The figure as it will be shown, and the one that stands there now. */
  readonly value: number | undefined
  readonly before: number | undefined
  /** empty: a period without figures, which is skipped. wrong: it has problems. */
  readonly standing: 'new' | 'same' | 'correction' | 'empty' | 'wrong'
  readonly problems: readonly ImportProblem[]
  /** Cells that could be read in two ways: "1.234" was taken for a thousand. */
  readonly doubts: readonly { readonly column: number; readonly cell: string }[]
}

/** Every row of a table that holds something, and what it would become. */
export const previewImport = (
  table: Table,
  mapping: Mapping,
  indicator: Indicator,
  department: string,
  ground: Ground,
): ImportRow[] => {
  const notations = notationsOf(table, mapping)
  const seen = new Set<string>()
  let next = mapping.start
  return table.rows.flatMap((cells, index) => {
    if (cells.every((cell) => cell === '')) return []
    const follows = next
    next = follows && followingPeriod(indicator, follows)
    const row = readRow(cells, mapping, indicator, notations, follows)
    const twice = row.period !== undefined && seen.has(row.period) ? [{ code: 'period-twice' as const }] : []
    if (row.period !== undefined && !row.isEmpty) seen.add(row.period)
    const problems = [...row.problems, ...twice, ...notYet(indicator, row.period, ground)]
    return [
      {
        line: table.firstRow + index,
        cells,
        ...standingOf({ ...row, problems }, indicator, department, ground),
      },
    ]
  })
}

/**
 * The statements of the rows that can be taken over, by room.
 * @param reason of rows that correct a figure; without one those are left out
 */
export const importStatements = (
  rows: readonly ImportRow[],
  {
    indicator,
    department,
    reason,
  }: { readonly indicator: Indicator; readonly department: string; readonly reason?: string | undefined },
  ground: Ground,
  author: Author,
): { readonly room: string; readonly statements: Statement[] }[] => {
  const byRoom = new Map<string, Statement[]>()
  for (const { standing, period, input } of rows) {
    if ((standing !== 'new' && standing !== 'correction') || period === undefined || !input) continue
    const room = roomOf(department, period)
    const seen = { get: (about: string) => ground.records(room)?.get(about) }
    const said = giveFigure(
      seen,
      indicator,
      period,
      { ...kept(seen, indicator, period), ...input, reason },
      author,
    )
    if (said.length > 0) byRoom.set(room, [...(byRoom.get(room) ?? []), ...said])
  }
  return [...byRoom].map(([room, statements]) => ({ room, statements }))
}

/** What the table says nothing of stays as it is. */
const kept = (seen: Seen, { key }: Indicator, period: string): FigureInput => {
  const folded = seen.get(measurementAbout(key, period))
  if (!folded) return {}
  const { comment, categories } = measurementOf(folded)
  return { comment, categories }
}

// Reading a row

type FigureColumn = 'numerator' | 'denominator' | 'value'
const FIGURES: readonly FigureColumn[] = ['numerator', 'denominator', 'value']

const notationsOf = ({ rows }: Table, mapping: Mapping): ReadonlyMap<number, Notation | undefined> => {
  const columns = FIGURES.flatMap((name) => mapping[name] ?? [])
  // One hand wrote them all: what one column betrays holds for one that does not.
  const own = columns.map((column) => notationOf(rows.map((row) => row[column] ?? '')))
  const common = new Set(own.filter((notation) => notation !== undefined))
  const [shared] = common.size === 1 ? common : []
  return new Map(columns.map((column, index) => [column, own[index] ?? shared]))
}

type ReadRow = {
  readonly period: string | undefined
  readonly input: FigureInput | undefined
  readonly isEmpty: boolean
  readonly problems: readonly ImportProblem[]
  readonly doubts: ImportRow['doubts']
}

const readRow = (
  cells: readonly string[],
  mapping: Mapping,
  indicator: Indicator,
  notations: ReadonlyMap<number, Notation | undefined>,
  follows: string | undefined,
): ReadRow => {
  const problems: ImportProblem[] = []
  const doubts: { column: number; cell: string }[] = []
  const period = periodIn(cells, mapping, indicator, follows, problems)
  const number = (column: number | undefined): number | undefined => {
    const cell = column === undefined ? '' : (cells[column] ?? '')
    if (column === undefined || isBlank(cell)) return undefined
    const read = readNumber(cell, notations.get(column))
    if (!read) problems.push({ code: 'not-a-number', column, cell })
    if (read?.isDoubtful) doubts.push({ column, cell })
    return read?.number
  }
  const value = number(mapping.value)
  const counted = (mapping.categories ?? []).flatMap(({ column, name }) => {
    const count = number(column)
    return count === undefined ? [] : [[name, count] as const]
  })
  const input: FigureInput = {
    numerator: number(mapping.numerator),
    denominator: number(mapping.denominator),
    value: value !== undefined && mapping.isFraction ? value * indicator.factor : value,
    ...(counted.length > 0 && { categories: Object.fromEntries(counted) }),
    ...(mapping.comment !== undefined && cells[mapping.comment] && { comment: cells[mapping.comment] }),
  }
  const columns = FIGURES.flatMap((name) => mapping[name] ?? [])
  const isEmpty = columns.every((column) => isBlank(cells[column] ?? ''))
  const wrong = isEmpty || problems.length > 0 ? undefined : objectionToParts(indicator, input)
  if (wrong) problems.push({ code: wrong })
  return { period, input: isEmpty ? undefined : input, isEmpty, problems, doubts }
}

// What spreadsheets and people write where there is no figure.
const isBlank = (cell: string): boolean =>
  /^(-|–|—|\.|n\.?v\.?t\.?|n\/?a|#n\/a|#div\/0!)?$/i.test(cell.trim())

const periodIn = (
  cells: readonly string[],
  { period: column, year }: Mapping,
  { rhythm }: Indicator,
  follows: string | undefined,
  problems: ImportProblem[],
): string | undefined => {
  if (column === undefined) {
    if (follows === undefined) problems.push({ code: 'not-a-period' })
    return follows
  }
  const cell = cells[column] ?? ''
  const read = readPeriod(cell, rhythm, year)
  if ('period' in read) return read.period
  problems.push({ code: read.problem, column, cell })
  return undefined
}

const notYet = (indicator: Indicator, period: string | undefined, { today }: Ground): ImportProblem[] => {
  if (period === undefined) return []
  const span = spanOf(indicator, period)
  if (!span) return [{ code: 'period-not-measured' }]
  return span.to >= today ? [{ code: 'period-not-over' }] : []
}

const standingOf = (
  { period, input, isEmpty, problems, doubts }: ReadRow,
  indicator: Indicator,
  department: string,
  ground: Ground,
): Omit<ImportRow, 'line' | 'cells'> => {
  const value = input && problems.length === 0 ? shownValue(indicator, input) : undefined
  const folded =
    period === undefined
      ? undefined
      : ground.records(roomOf(department, period))?.get(measurementAbout(indicator.key, period))
  const before = folded && shownValue(indicator, measurementOf(folded))
  const isSame =
    folded !== undefined &&
    FIGURES.every((name) => (measurementOf(folded)[name] ?? undefined) === (input?.[name] ?? undefined))
  const fine = before === undefined ? 'new' : isSame ? 'same' : 'correction'
  const isSkipped = isEmpty && problems.every(({ code }) => code === 'period-not-over')
  return {
    period,
    input,
    value,
    before,
    standing: isSkipped ? 'empty' : problems.length > 0 ? 'wrong' : fine,
    problems: isSkipped ? [] : problems,
    doubts,
  }
}

const roomOf = (department: string, period: string): string => yearRoom(department, yearOfPeriod(period) ?? 0)

const spanOf = (indicator: Indicator, period: string): Span | undefined =>
  spansOfYear(indicator, yearOfPeriod(period) ?? 0).find((span) => span.period === period)

const followingPeriod = (indicator: Indicator, period: string): string | undefined => {
  const year = yearOfPeriod(period) ?? 0
  for (let each = year; each <= year + 10; each += 1)
    for (const span of spansOfYear(indicator, each)) if (span.period > period) return span.period
  return undefined
}
