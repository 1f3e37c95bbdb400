/**
 * A table of text, as pasted from a spreadsheet or opened from a file, and what its columns probably hold. The only
 * module that needs the library for delimited text.
 */
import Papa from 'papaparse'
import type { Indicator } from './kinds/indicator'
import { notationOf, readNumber, readPeriod } from './measurement-text'

/** A table of text; rows may differ in length. */
export type Table = {
  /** The first row, when it names the columns. */
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** The row of the text at which `rows` begins, from 1. */
  readonly firstRow: number
  /** Rows and columns were changed places, because the periods stood in a row. */
  readonly isTurned: boolean
}

/** What each column holds; columns count from 0. */
export type Mapping = {
  readonly period?: number | undefined
  readonly numerator?: number | undefined
  readonly denominator?: number | undefined
  readonly value?: number | undefined
  readonly comment?: number | undefined
  readonly categories?: readonly { readonly column: number; readonly name: string }[]
  /** Without a column of periods: the period of the first row; the next rows follow on. */
  readonly start?: string | undefined
  /** Of periods that are written without a year. */
  readonly year?: number | undefined
  /** Values are parts of one (0,924) where the indicator shows percentages. */
  readonly isFraction?: boolean
}

/** Reads pasted or opened text. Tabs, semicolons or commas; quotes; a header or none; periods down or across. */
export const readTable = (text: string, indicator: Indicator): Table => {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter: delimiterOf(text) })
  const all = data.map((row) => row.map((cell) => cell.trim()))
  const filled = withoutEmptyEnds(all)
  const isTurned = periodsAcross(filled.rows, indicator) > periodsDown(filled.rows, indicator)
  const rows = isTurned ? turned(filled.rows) : filled.rows
  const hasHeader = isHeader(rows, indicator)
  return {
    header: hasHeader ? (rows[0] ?? []) : [],
    rows: hasHeader ? rows.slice(1) : rows,
    firstRow: (isTurned ? 1 : filled.first) + (hasHeader ? 1 : 0),
    isTurned,
  }
}

/** What the columns probably hold, from their names and contents. */
export const guessMapping = ({ header, rows }: Table, indicator: Indicator): Mapping => {
  const width = Math.max(header.length, ...rows.map(({ length }) => length), 0)
  const columns = Array.from({ length: width }, (_, index) => index)
  const cells = (column: number): string[] =>
    rows.map((row) => row[column] ?? '').filter((cell) => cell !== '')
  const named = (...names: readonly string[]): number | undefined =>
    columns.find((column) => names.some((name) => name !== '' && alike(header[column] ?? '') === alike(name)))
  const period =
    named(
      'periode',
      'period',
      'maand',
      'month',
      'kwartaal',
      'quarter',
      'week',
      'jaar',
      'year',
      'datum',
      'date',
    ) ??
    columns.find((column) =>
      isMostly(cells(column), (cell) => isPeriod(cell, indicator) && !isPlainNumber(cell)),
    ) ??
    columns.find((column) => isMostly(cells(column), (cell) => isPeriod(cell, indicator)))
  const comment = named('opmerking', 'toelichting', 'commentaar', 'comment', 'note')
  const categories = indicator.categories.flatMap((name) => {
    const column = named(name)
    return column === undefined ? [] : [{ column, name }]
  })
  const taken = [period, comment, ...categories.map(({ column }) => column)]
  const numeric = columns.filter(
    (column) => !taken.includes(column) && isMostly(cells(column), (cell) => readNumber(cell) !== undefined),
  )
  const figures = guessFigures(indicator, numeric, cells, named)
  const values = figures.value === undefined ? [] : cells(figures.value)
  return {
    period,
    comment,
    ...figures,
    ...(categories.length > 0 && { categories }),
    isFraction: indicator.data === 'proportion' && indicator.factor === 100 && areFractions(values),
  }
}

const delimiterOf = (text: string): string => {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  if (lines.some((line) => line.includes('\t'))) return '\t'
  if (lines.some((line) => line.includes(';'))) return ';'
  // One column of Belgian numbers: the commas in it are decimals.
  return lines.every((line) => readNumber(line.replaceAll('"', '')) || !line.includes(',')) ? '\t' : ','
}

type Rows = readonly (readonly string[])[]

const withoutEmptyEnds = (rows: Rows): { rows: Rows; first: number } => {
  const holds = (row: readonly string[]) => row.some((cell) => cell !== '')
  const first = Math.max(0, rows.findIndex(holds))
  return { rows: rows.slice(first, rows.findLastIndex(holds) + 1), first: first + 1 }
}

const turned = (rows: Rows): Rows => {
  const width = Math.max(0, ...rows.map(({ length }) => length))
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? ''))
}

const periodsAcross = ([first = []]: Rows, indicator: Indicator): number =>
  first.filter((cell) => isPeriod(cell, indicator)).length > 1
    ? first.filter((cell) => isPeriod(cell, indicator)).length
    : 0

const periodsDown = (rows: Rows, indicator: Indicator): number => {
  const width = Math.max(0, ...rows.map(({ length }) => length))
  return Math.max(
    0,
    ...Array.from(
      { length: width },
      (_, column) => rows.filter((row) => isPeriod(row[column] ?? '', indicator)).length,
    ),
  )
}

/** A first row without a number or period above a row that has one. */
const isHeader = ([first = [], second = []]: Rows, indicator: Indicator): boolean => {
  const holds = (row: readonly string[]) =>
    row.some((cell) => isPeriod(cell, indicator) || readNumber(cell) !== undefined)
  return !holds(first) && (holds(second) || second.length === 0)
}

// Without a year too: "januari" is a period whose year is asked for.
const isPeriod = (cell: string, { rhythm }: Indicator): boolean =>
  cell !== '' && 'period' in readPeriod(cell, rhythm, 2024)

const isPlainNumber = (cell: string): boolean => /^\d+$/.test(cell)

const isMostly = (cells: readonly string[], holds: (cell: string) => boolean): boolean =>
  cells.length > 0 && cells.filter(holds).length > cells.length / 2

const guessFigures = (
  indicator: Indicator,
  numeric: readonly number[],
  cells: (column: number) => string[],
  named: (...names: readonly string[]) => number | undefined,
): Pick<Mapping, 'numerator' | 'denominator' | 'value'> => {
  const numerator = named('teller', 'numerator', indicator.numerator, indicator.numeratorEn)
  const denominator = named('noemer', 'denominator', indicator.denominator, indicator.denominatorEn)
  const value = named(
    'waarde',
    'value',
    'resultaat',
    'percentage',
    '%',
    indicator.unit,
    indicator.name,
    indicator.nameEn,
  )
  const isFraction = indicator.data === 'proportion' || indicator.data === 'rate'
  if (!isFraction) return { value: value ?? numerator ?? numeric[0] }
  if (numerator !== undefined && denominator !== undefined) return { numerator, denominator }
  if (value !== undefined || numeric.length < 2) return { value: value ?? numeric[0] }
  const [first = 0, second = 0] = numeric
  // Of a part and its whole the whole is the larger one, whichever stands first.
  const isSwapped = indicator.data === 'proportion' && sumOf(cells(first)) > sumOf(cells(second))
  return isSwapped ? { numerator: second, denominator: first } : { numerator: first, denominator: second }
}

const sumOf = (cells: readonly string[]): number =>
  cells.reduce((total, cell) => total + (readNumber(cell)?.number ?? 0), 0)

const areFractions = (cells: readonly string[]): boolean => {
  const numbers = cells.flatMap((cell) => readNumber(cell, notationOf(cells)) ?? [])
  return numbers.length > 0 && numbers.every(({ number, isPercent }) => number <= 1 && !isPercent)
}

const alike = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()
    .toLowerCase()
