/**
 * Delimited text, cell by cell. Where quotes do not fit, only that line is broken: it is cut without looking at quotes, and
 * reading goes on at the next line, so that one quote too many does not swallow what comes after it. Ours, since papaparse
 * reads on to the end of the file after such a quote, and cannot take up again at the next line.
 */

export type Delimited = {
  readonly rows: readonly (readonly string[])[]
  /** Rows whose quotes do not fit, counted from 0, and the column in which that is. */
  readonly broken: ReadonlyMap<number, number>
}

/** @param most rows that are read; the rest is left */
export const readDelimited = (text: string, delimiter: string, most: number): Delimited => {
  const rows: string[][] = []
  const broken = new Map<number, number>()
  // The line break at the end of the file ends its last row; it begins no other.
  for (let at = 0; at < text.length && rows.length < most; ) {
    const { cells, end, brokenAt } = readRow(text, at, delimiter)
    if (brokenAt !== undefined) broken.set(rows.length, brokenAt)
    rows.push(cells)
    at = end + (text.startsWith('\r\n', end) ? 2 : 1)
  }
  return { rows, broken }
}

type Read = { readonly cells: string[]; readonly end: number; readonly brokenAt?: number }

const readRow = (text: string, start: number, delimiter: string): Read => {
  const cells: string[] = []
  for (let at = start; ; at += 1) {
    const cell = text[at] === '"' ? quoted(text, at, delimiter) : plain(text, at, delimiter)
    if (!cell) {
      const end = endOfLine(text, at)
      return { cells: text.slice(start, end).split(delimiter), end, brokenAt: cells.length }
    }
    cells.push(cell.value)
    at = cell.end
    if (text[at] !== delimiter) return { cells, end: at }
  }
}

type Cell = { readonly value: string; readonly end: number }

const plain = (text: string, start: number, delimiter: string): Cell => {
  let end = start
  while (end < text.length && text[end] !== delimiter && !isBreak(text[end])) end += 1
  return { value: text.slice(start, end), end }
}

/** `undefined`: it is never closed, or something follows its closing quote. */
const quoted = (text: string, start: number, delimiter: string): Cell | undefined => {
  let close = text.indexOf('"', start + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close < 0) return undefined
  let end = close + 1
  while (text[end] === ' ') end += 1
  if (end < text.length && text[end] !== delimiter && !isBreak(text[end])) return undefined
  return { value: text.slice(start + 1, close).replaceAll('""', '"'), end }
}

const endOfLine = (text: string, start: number): number => {
  let end = start
  while (end < text.length && !isBreak(text[end])) end += 1
  return end
}

const isBreak = (letter: string | undefined): boolean => letter === '\n' || letter === '\r'
