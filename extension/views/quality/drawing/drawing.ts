/**
 * A drawing as a list of strokes and words, for the screen and for paper: drawn once, so that a file shows what the page
 * shows. The screen gives each look its colours in CSS, paper has its own.
 */
export type PathLook =
  | 'grid'
  | 'bar'
  | 'bar-vital'
  | 'bar-rest'
  | 'sum'
  | 'sum-dot'
  | 'threshold'
  | 'limit'
  | 'limit-inner'
  | 'center'
  | 'common-cause'
  | 'concern'
  | 'improvement'
  | 'neutral'
export type TextLook = 'words' | 'quiet' | 'strong'

export type Mark =
  | { readonly kind: 'path'; readonly look: PathLook; readonly d: string }
  | {
      readonly kind: 'text'
      readonly look: TextLook
      readonly x: number
      readonly y: number
      readonly words: string
      readonly anchor?: 'middle' | 'end'
    }
  /** Marks that lead somewhere. On paper just the marks. */
  | {
      readonly kind: 'link'
      readonly href: string
      /** Everything it says, for those who do not see it. */
      readonly label: string
      readonly isChosen: boolean
      readonly marks: readonly Mark[]
      /** What can be clicked. */
      readonly area: string
    }

export type Drawing = { readonly width: number; readonly height: number; readonly marks: readonly Mark[] }

/** What stands around a drawing on paper. */
export type Caption = {
  readonly title: string
  /** Department, period, filters, made when. */
  readonly lines: readonly string[]
  readonly legend: readonly (readonly [look: PathLook, words: string])[]
  /** Below the drawing. */
  readonly notes?: readonly string[]
}

/** How wide a drawing for paper is. */
export const PAPER_WIDTH = 920

const MARGIN = 20
const INK = '#12202f'
const QUIET = '#425060'
const LINE = '#76828f'

const PATHS: Readonly<Record<PathLook, string>> = {
  grid: 'fill="none" stroke="#d7dde4"',
  bar: `fill="#b9c2cc" stroke="${LINE}"`,
  'bar-vital': 'fill="#0a4a93"',
  'bar-rest': `fill="#fff" stroke="${LINE}" stroke-dasharray="3 2"`,
  sum: `fill="none" stroke="${INK}" stroke-width="1.75"`,
  'sum-dot': `fill="#fff" stroke="${INK}" stroke-width="1.75"`,
  threshold: 'fill="none" stroke="#7a4b00" stroke-width="1.5" stroke-dasharray="6 4"',
  limit: `fill="none" stroke="${LINE}" stroke-width="1.5"`,
  'limit-inner': `fill="none" stroke="${LINE}" stroke-dasharray="3 3"`,
  center: `fill="none" stroke="${INK}" stroke-width="1.75"`,
  'common-cause': `fill="${QUIET}"`,
  concern: 'fill="#7a4b00"',
  improvement: 'fill="#0a4a93"',
  neutral: 'fill="#6b2c91"',
}
const TEXTS: Readonly<Record<TextLook, string>> = {
  words: `fill="${INK}"`,
  quiet: `fill="${QUIET}"`,
  strong: `fill="${INK}" font-weight="600"`,
}

/** The drawing as a file that stands by itself, in the colours of paper. */
export const paperSvg = (drawing: Drawing, caption: Caption): string => {
  const top = 56 + 18 * caption.lines.length
  const foot = top + drawing.height + 26
  const rows = Math.ceil(caption.legend.length / 3)
  const notes = foot + 22 * rows + 6
  const height = notes + 18 * (caption.notes?.length ?? 0) + 8
  const width = drawing.width + 2 * MARGIN
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, 'Segoe UI', 'Noto Sans', sans-serif" font-size="13" role="img">`,
    `<title>${escaped(caption.title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    line(MARGIN, 32, caption.title, `fill="${INK}" font-size="20" font-weight="600"`),
    ...caption.lines.map((words, index) => line(MARGIN, 54 + 18 * index, words, TEXTS.quiet)),
    `<g transform="translate(${MARGIN} ${top})">${drawing.marks.map(onPaper).join('')}</g>`,
    ...caption.legend.map(([look, words], index) => {
      const [x, y] = [MARGIN + (index % 3) * 300, foot + 22 * Math.floor(index / 3)]
      return `<g transform="translate(${x} ${y})"><path d="${sampleOf(look)}" ${PATHS[look]}/>${line(36, 4, words, TEXTS.quiet)}</g>`
    }),
    ...(caption.notes ?? []).map((words, index) => line(MARGIN, notes + 18 * index, words, TEXTS.quiet)),
    '</svg>',
  ].join('')
}

const onPaper = (mark: Mark): string => {
  switch (mark.kind) {
    case 'path':
      return `<path d="${mark.d}" ${PATHS[mark.look]}/>`
    case 'text':
      return line(mark.x, mark.y, mark.words, `${TEXTS[mark.look]} text-anchor="${mark.anchor ?? 'start'}"`)
    case 'link':
      return mark.marks.map(onPaper).join('')
  }
}

/** What stands before words in the explanation of signs, around 0, 28 wide. */
export const sampleOf = (look: PathLook): string => {
  switch (look) {
    case 'bar':
    case 'bar-vital':
    case 'bar-rest':
      return 'M2 -6h24v12h-24z'
    case 'sum-dot':
    case 'common-cause':
      return 'M9.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z'
    case 'concern':
      return 'M14 -7l6.5 11.5h-13z'
    case 'improvement':
      return 'M14 -7l7 7l-7 7l-7 -7z'
    case 'neutral':
      return 'M9 -5h10v10h-10z'
    default:
      return 'M0 0h28'
  }
}

const line = (x: number, y: number, words: string, look: string): string =>
  `<text x="${x}" y="${y}" ${look}>${escaped(words)}</text>`

const escaped = (words: string): string =>
  words.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  )

/** Words in so many lines of so many letters; what does not fit ends in three dots. */
export const wrapped = (words: string, letters: number, most: number): string[] => {
  const lines: string[] = []
  let rest = words.trim().replace(/\s+/g, ' ')
  while (rest !== '' && lines.length < most) {
    if (rest.length <= letters) return [...lines, rest]
    const space = rest.lastIndexOf(' ', letters)
    const end = space > letters / 3 ? space : letters
    const isLast = lines.length === most - 1
    lines.push(
      isLast ? `${rest.slice(0, Math.min(end, letters - 1)).trimEnd()}…` : rest.slice(0, end).trimEnd(),
    )
    rest = rest.slice(end).trimStart()
  }
  return lines
}

export const round = (value: number): number => Math.round(value * 10) / 10
