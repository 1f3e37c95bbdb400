/** Drawings and tables as files. */
import { language } from '../../../text'

export const svgBlob = (svg: string): Blob => new Blob([svg], { type: 'image/svg+xml' })

/** A drawing as the source of an image. */
export const addressOf = (svg: string): string =>
  `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`

/** Twice as fine as the screen, so that it stays sharp in a report. Rejects where the browser cannot make one. */
export const pngBlob = async (svg: string): Promise<Blob> => {
  const image = new Image()
  image.src = addressOf(svg)
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * 2
  canvas.height = image.naturalHeight * 2
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no image'))), 'image/png')
  })
}

/** Semicolons, and a byte order mark, so that a Belgian spreadsheet opens it as it should. */
export const csvBlob = (rows: readonly (readonly string[])[]): Blob => {
  const text = rows.map((row) => row.map(quoted).join(';')).join('\r\n')
  return new Blob([`\ufeff${text}\r\n`], { type: 'text/csv' })
}

/** Without points between the thousands, which a spreadsheet may take for decimals. */
export const plainNumber = (value: number): string => {
  const text = String(Number(value.toFixed(6)))
  return language.value === 'nl' ? text.replace('.', ',') : text
}

// A leading sign of a formula would be run by a spreadsheet.
const quoted = (cell: string): string => {
  const safe = /^[=+@\t]|^-(?![\d,.]+$)/.test(cell) ? `'${cell}` : cell
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** "wachttijd-balie-bur-2026-11-21". */
export const fileNameOf = (parts: readonly (string | undefined)[]): string =>
  parts
    .flatMap((part) => part ?? [])
    .join('-')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
