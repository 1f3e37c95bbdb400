/** Workbooks as spreadsheets write them, as small as they can be; and those that nobody means well with. */
import { strToU8, type Zippable, zipSync } from 'fflate'

/** A cell: words, a number, or a day as a workbook counts it. */
export type CellValue = string | number | { readonly day: string } | undefined

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** The bytes of an .xlsx with one sheet. @param more parts to put in, or to put in place of others */
export const makeWorkbook = (
  rows: readonly (readonly CellValue[])[],
  more: Readonly<Record<string, string>> = {},
): Uint8Array => {
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns="${NAMESPACE}" xmlns:r="${RELATIONS}"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    // The second style is that of a day.
    'xl/styles.xml': `<styleSheet xmlns="${NAMESPACE}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': sheetOf(rows.map(rowOf).join('')),
    ...more,
  }
  const zippable: Zippable = Object.fromEntries(
    Object.entries(parts).map(([name, text]) => [name, strToU8(text)]),
  )
  return zipSync(zippable)
}

/** A sheet of what stands between its rows. */
export const sheetOf = (rows: string): string =>
  `<worksheet xmlns="${NAMESPACE}"><sheetData>${rows}</sheetData></worksheet>`

const rowOf = (cells: readonly CellValue[], index: number): string =>
  `<row r="${index + 1}">${cells.map((cell, column) => cellOf(cell, `${String.fromCharCode(65 + column)}${index + 1}`)).join('')}</row>`

const cellOf = (cell: CellValue, place: string): string => {
  if (cell === undefined) return `<c r="${place}"/>`
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  if (typeof cell === 'string') return `<c r="${place}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
  return `<c r="${place}" s="1"><v>${(Date.parse(cell.day) - Date.UTC(1899, 11, 30)) / 86_400_000}</v></c>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
