/**
 * A sheet from the bytes of a file: a workbook of Excel or LibreOffice (.xlsx), or delimited text. What a workbook says to
 * hold is added up before anything of it is unpacked, and only what was looked at is given to the library that reads it.
 */
import { unzipSync, type Zippable, zipSync } from 'fflate'
import { readSheet as readWorkbookSheet } from 'read-excel-file/universal'
import { LIMITS, readSheet, type Sheet, type SheetProblem, sheetOf } from '../../shared/work-import'

/**
 * @remarks `old-workbook`: .xls, or protected by a password. `too-much-inside`: it unpacks to more than a list can be.
 * `not-a-workbook`: packed, but no workbook. `too-slow`: it was given up.
 */
export type SheetTrouble =
  | SheetProblem
  | 'unreadable'
  | 'old-workbook'
  | 'too-much-inside'
  | 'not-a-workbook'
  | 'too-slow'

/** What a workbook may hold, unpacked: twenty thousand rows are some ten million bytes. */
export const UNPACKED = { entries: 1_000, bytes: 60_000_000 } as const

/** Reads a file; never throws. */
export const readBytes = async (bytes: Uint8Array): Promise<Sheet | SheetTrouble> => {
  try {
    if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'old-workbook'
    if (startsWith(bytes, [0x50, 0x4b])) return await readWorkbook(bytes)
    const text = textOf(bytes)
    return text === undefined ? 'not-text' : readSheet(text)
  } catch {
    // Damaged, or made to look like something it is not: said in one word, whatever broke.
    return 'unreadable'
  }
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)

// Text

/** Spreadsheets write text in UTF-8, in UTF-16 with a mark, or in the alphabet of Windows. */
const textOf = (bytes: Uint8Array): string | undefined => {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8: then what older spreadsheets write, or no text: their alphabet has no sign for some bytes.
    if (bytes.some((byte) => NO_SIGN.has(byte))) return undefined
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const NO_SIGN: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

// Workbooks

const readWorkbook = async (bytes: Uint8Array): Promise<Sheet | SheetTrouble> => {
  const trouble = troubleInside(bytes)
  if (trouble) return trouble
  const parts = unzipSync(bytes, { filter: ({ name }) => isRead(name) })
  const sheets = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/'))
  for (const name of sheets) {
    const sheet = trimmed(decoder.decode(parts[name]))
    const problem = problemOfPlaces(sheet)
    if (problem) return problem
    parts[name] = encoder.encode(sheet)
  }
  // Packed again without pressing: the library unpacks it at once, and finds only what was looked at.
  const checked = zipSync(parts as Zippable, { level: 0 })
  const rows = await readWorkbookSheet(checked.buffer as ArrayBuffer, 1)
  return sheetOf(rows.map((row) => row.map(cellText)))
}

const decoder = new TextDecoder()
const encoder = new TextEncoder()

const isRead = (name: string): boolean => name.endsWith('.xml') || name.endsWith('.rels')

/** By the list of contents, before anything is unpacked. */
const troubleInside = (bytes: Uint8Array): SheetTrouble | undefined => {
  let [entries, total] = [0, 0]
  let isWorkbook = false
  unzipSync(bytes, {
    filter({ name, originalSize }) {
      entries += 1
      if (isRead(name)) total += originalSize
      isWorkbook ||= name === 'xl/workbook.xml'
      return false
    },
  })
  if (entries > UNPACKED.entries || total > UNPACKED.bytes) return 'too-much-inside'
  return isWorkbook ? undefined : 'not-a-workbook'
}

/** Without cells and rows that are only formatted, which reach to the end of a sheet when somebody coloured a column. */
const trimmed = (sheet: string): string => sheet.replace(EMPTY_CELL, '').replace(EMPTY_ROW, '')
const EMPTY_CELL = /<(?:\w+:)?c\s[^>]*?\br=["'][A-Z]+\d+["'][^>]*?\/>/g
const EMPTY_ROW = /<((?:\w+:)?row)\s[^>]*?\br=["']\d+["'][^>]*?(?:\/>|>\s*<\/\1>)/g

/** A single cell in the farthest corner would make rows and columns up to there. */
const problemOfPlaces = (sheet: string): SheetProblem | undefined => {
  for (const [, row] of sheet.matchAll(/<(?:\w+:)?row\s[^>]*?\br=["'](\d+)["']/g))
    if (Number(row) > LIMITS.rows + 1) return 'too-many-rows'
  for (const [, column = '', row] of sheet.matchAll(/<(?:\w+:)?c\s[^>]*?\br=["']([A-Z]+)(\d+)["']/g)) {
    if (columnOf(column) > LIMITS.columns) return 'too-many-columns'
    if (Number(row) > LIMITS.rows + 1) return 'too-many-rows'
  }
  return undefined
}

const columnOf = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)

/** A cell as people would have typed it. */
const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? 'ja' : 'nee'
  return String(value)
}
