/**
 * Files for the demo town's evidence: pictures of pages, a PDF, a list. Small, and the same bytes on every machine, so that
 * their hashes can stand in statements.
 */
import { digest } from 'lib0/hash/sha256'

export type DemoFile = { readonly sha256: string; readonly bytes: Uint8Array<ArrayBuffer> }

/** What is written on a page: a heading, and lines below it. */
export type DemoPage = { readonly address: string; readonly title: string; readonly lines: readonly string[] }

/** A picture of a page, and a small one. */
export const pageFiles = (page: DemoPage): { readonly picture: DemoFile; readonly thumbnail: DemoFile } => {
  const canvas = drawPage(page)
  return { picture: fileOf(pngOf(canvas)), thumbnail: fileOf(pngOf(halved(canvas))) }
}

export const pdfFile = ({ title, lines }: DemoPage): DemoFile => {
  const text = [
    '/F1 18 Tf 56 770 Td',
    show(title),
    '/F1 11 Tf',
    ...lines.flatMap((line) => ['0 -20 Td', show(line)]),
  ]
  const stream = `BT ${text.join('\n')} ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let pdf = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = pdf.length
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  pdf += `${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`
  return fileOf(bytesOf(pdf))
}

export const listFile = ({ title, lines }: DemoPage): DemoFile =>
  fileOf(bytesOf([title, ...lines].map((line) => `"${plain(line).replaceAll('"', '""')}"`).join('\r\n')))

const fileOf = (bytes: Uint8Array<ArrayBuffer>): DemoFile => ({
  bytes,
  sha256: [...digest(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
})

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0))

const show = (text: string): string => `(${plain(text).replace(/[\\()]/g, '\\$&')}) Tj`

/** In the letters that these files have. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’]/g, "'")
    .replace(/[^\x20-\x7a]/g, '-')

// Drawing: four colours, one byte a dot.

type Canvas = { readonly width: number; readonly height: number; readonly dots: Uint8Array }
const [PAPER, SHADE, INK, BAR] = [0, 1, 2, 3]
const COLOURS = [0xff, 0xff, 0xff, 0xee, 0xf1, 0xf5, 0x12, 0x20, 0x2f, 0x0a, 0x4a, 0x93]
const [WIDTH, HEIGHT] = [480, 300]

const drawPage = ({ address, title, lines }: DemoPage): Canvas => {
  const canvas = { width: WIDTH, height: HEIGHT, dots: new Uint8Array(WIDTH * HEIGHT).fill(PAPER) }
  fill(canvas, 0, 0, WIDTH, 22, BAR)
  write(canvas, address, 12, 8, 1, PAPER)
  write(canvas, title, 12, 38, 2, INK)
  lines.forEach((line, index) => {
    const top = 70 + index * 20
    if (index % 2 === 0) fill(canvas, 12, top - 6, WIDTH - 24, 20, SHADE)
    write(canvas, line, 18, top, 1, INK)
  })
  return canvas
}

const fill = (
  { width, dots }: Canvas,
  left: number,
  top: number,
  wide: number,
  high: number,
  colour: number,
): void => {
  for (let y = top; y < top + high; y += 1) dots.fill(colour, y * width + left, y * width + left + wide)
}

const write = (
  canvas: Canvas,
  text: string,
  left: number,
  top: number,
  scale: number,
  colour: number,
): void => {
  const most = Math.floor((canvas.width - left - 12) / (6 * scale))
  ;[...plain(text)].slice(0, most).forEach((letter, index) => {
    for (let column = 0; column < 5; column += 1)
      for (let row = 0; row < 7; row += 1)
        if (dotOf(letter, column) & (1 << row))
          fill(canvas, left + (index * 6 + column) * scale, top + row * scale, scale, scale, colour)
  })
}

const dotOf = (letter: string, column: number): number => {
  const at = ((letter.codePointAt(0) ?? 32) - 32) * 10 + column * 2
  return Number.parseInt(LETTERS.slice(at, at + 2) || '0', 16)
}

/** Letters from space to z: five columns each, the lowest bit on top. */
const LETTERS =
  '000000000000005F00000007000700147F147F14242A7F2A12231308646236495522500005030000001C2241000041221C00' +
  '082A1C2A0808083E080800503000000808080808006060000020100804023E5149453E00427F400042615149462141454B31' +
  '1814127F1027454545393C4A49493001710905033649494936064949291E0036360000005636000000081422411414141414' +
  '41221408000201510906324979413E7E1111117E7F494949363E414141227F4141221C7F494949417F090901013E41415132' +
  '7F0808087F00417F41002040413F017F081422417F404040407F0204027F7F0408107F3E4141413E7F090909063E4151215E' +
  '7F09192946464949493101017F01013F4040403F1F2040201F7F2018207F6314081463030478040361514945430000000000' +
  '0000000000000000000000000000000000000000000000000020545454787F484444383844444420384444487F3854545418' +
  '087E090102081454543C7F0804047800447D40002040443D00007F10284400417F40007C041804787C080404783844444438' +
  '7C14141408081414187C7C080404084854545420043F4440203C4040207C1C2040201C3C4030403C44281028440C5050503C' +
  '4464544C44'

const halved = ({ width, height, dots }: Canvas): Canvas => {
  const small = new Uint8Array((width / 2) * (height / 2))
  for (let y = 0; y < height; y += 2)
    for (let x = 0; x < width; x += 2) {
      const around = [0, 1, width, width + 1].map((step) => dots[y * width + x + step] ?? PAPER)
      // What is written stays to be seen.
      small[(y / 2) * (width / 2) + x / 2] = Math.max(...around)
    }
  return { width: width / 2, height: height / 2, dots: small }
}

// PNG, without compression: four dots a byte.

const pngOf = ({ width, height, dots }: Canvas): Uint8Array<ArrayBuffer> => {
  const stride = width / 4
  const rows = new Uint8Array(height * (stride + 1))
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * (stride + 1) + 1 + (x >> 2)
      rows[at] = (rows[at] ?? 0) | ((dots[y * width + x] ?? 0) << (6 - 2 * (x & 3)))
    }
  const head = [...word(width), ...word(height), 2, 3, 0, 0, 0]
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', head),
    ...chunk('PLTE', COLOURS),
    ...chunk('IDAT', stored(rows)),
    ...chunk('IEND', []),
  ])
}

const word = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff)

const chunk = (type: string, data: readonly number[]): number[] => {
  const body = [...bytesOf(type), ...data]
  return [...word(data.length), ...body, ...word(crc(body))]
}

/** As zlib writes what it does not compress. */
const stored = (rows: Uint8Array): number[] => {
  const out = [0x78, 0x01]
  const MOST = 65_535
  for (let at = 0; at < rows.length; at += MOST) {
    const part = rows.subarray(at, at + MOST)
    const isLast = at + MOST >= rows.length
    const length = [part.length & 0xff, part.length >>> 8]
    out.push(isLast ? 1 : 0, ...length, ...length.map((byte) => byte ^ 0xff))
    for (const byte of part) out.push(byte)
  }
  return [...out, ...word(adler(rows))]
}

const adler = (rows: Uint8Array): number => {
  let [a, b] = [1, 0]
  for (const byte of rows) {
    a = (a + byte) % 65_521
    b = (b + a) % 65_521
  }
  return ((b << 16) | a) >>> 0
}

const crc = (bytes: readonly number[]): number => {
  let value = 0xffffffff
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
const TABLE = Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})
