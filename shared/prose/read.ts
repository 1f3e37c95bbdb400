/**
 * Reads a text as plain structure: for reports, files, hashing and comparison, now or as it stood at a snapshot. Total:
 * of what it does not know it keeps the words. A suggestion that nobody accepted is read as not made.
 */
import * as Y from 'yjs'
import { PROSE } from '../ledger'
import { KINDS_OF_LINE, type KindOfLine, MAX_INDENT, MAX_LEVEL } from './shape'

/** A stretch of text of one make, and the Yjs client that typed it. */
export type ProseWords = {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  readonly href?: string
}
export type ProseInline =
  | ProseWords
  /** A person or a record; `label` is what it was called when it was put there. */
  | { readonly mention: string; readonly label: string }
  | { readonly break: true }

export type ProseLine = {
  readonly type: 'line'
  readonly kind: KindOfLine | 'text'
  /** Of a heading, 1 to 3. */
  readonly level: number
  /** How far a list item is indented, 0 to 6. */
  readonly indent: number
  /** Of a task. */
  readonly done: boolean
  readonly inlines: readonly ProseInline[]
}
export type ProseCell = {
  readonly header: boolean
  readonly colspan: number
  readonly rowspan: number
  readonly lines: readonly ProseLine[]
}
export type ProseTable = { readonly type: 'table'; readonly rows: readonly (readonly ProseCell[])[] }
export type ProseBlock = ProseLine | ProseTable | { readonly type: 'rule' }

/** What stands in a text now. */
export const readProse = (doc: Y.Doc): ProseBlock[] => blocksIn(doc, NOW, (pieces) => plainInlines(pieces))

/** The words of a text, a line each. */
export const plainText = (blocks: readonly ProseBlock[]): string => blocks.flatMap(textOfBlock).join('\n')

/** Whether nobody has put anything in it yet. */
export const isEmptyProse = (doc: Y.Doc): boolean =>
  readProse(doc).every(
    (block) => block.type === 'line' && block.kind === 'text' && block.inlines.length === 0,
  )

const textOfBlock = (block: ProseBlock): string[] => {
  if (block.type === 'line') return [textOfLine(block)]
  if (block.type === 'rule') return []
  return block.rows.map((row) => row.map(({ lines }) => lines.map(textOfLine).join(' ')).join('\t'))
}

export const textOfLine = ({ inlines }: Pick<ProseLine, 'inlines'>): string =>
  inlines
    .map((inline) => ('text' in inline ? inline.text : 'mention' in inline ? inline.label : '\n'))
    .join('')

// Walking

/** Whether an element of a client counts: now, or at a snapshot. */
export type Visible = (item: Y.Item, clock: number) => boolean

const NOW: Visible = (item) => !item.deleted

/** What had been said, and not taken out, at a snapshot. */
export const visibleAt =
  ({ sv, ds }: Y.Snapshot): Visible =>
  ({ id }, clock) =>
    clock < (sv.get(id.client) ?? 0) && !Y.isDeleted(ds, Y.createID(id.client, clock))

export type Attributes = Readonly<Record<string, unknown>>

/** A stretch of a line by one client: words, or something that is not words. */
export type Piece = {
  readonly client: number
  readonly clock: number
  readonly attributes: Attributes
  readonly text?: string
  readonly mention?: { readonly about: string; readonly label: string }
}

type InlinesOf<T> = (pieces: readonly Piece[]) => T

/** The blocks of a document as its visible items make them; how the pieces of a line are read is up to the caller. */
export const blocksIn = (
  doc: Y.Doc,
  isVisible: Visible,
  inlinesOf: InlinesOf<readonly ProseInline[]>,
): ProseBlock[] => {
  const blocks: ProseBlock[] = []
  const add = (element: Y.XmlElement, depth: number): void => {
    if (element.nodeName === 'table') blocks.push(tableOf(element, isVisible, inlinesOf))
    else if (element.nodeName === 'rule') blocks.push({ type: 'rule' })
    else if (element.nodeName !== 'paragraph' && hasElements(element) && depth < 8) walk(element, depth + 1)
    else blocks.push(lineOf(element, isVisible, inlinesOf))
  }
  const walk = (parent: Y.XmlFragment, depth: number): void => {
    for (const { type, item } of typesIn(parent, isVisible)) {
      if (type instanceof Y.XmlElement) add(type, depth)
      else if (type instanceof Y.XmlText) blocks.push(textLine(inlinesOf(piecesOf(type, isVisible, item))))
    }
  }
  walk(doc.getXmlFragment(PROSE), 0)
  return blocks
}

const textLine = (inlines: readonly ProseInline[]): ProseLine => ({
  type: 'line',
  kind: 'text',
  level: 1,
  indent: 0,
  done: false,
  inlines,
})

const hasElements = (element: Y.XmlElement): boolean =>
  element.toArray().some((child) => child instanceof Y.XmlElement && child.nodeName === 'paragraph')

function* typesIn(
  parent: Y.XmlFragment,
  isVisible: Visible,
): Generator<{ readonly type: unknown; readonly item: Y.Item }> {
  for (let item = parent._start; item !== null; item = item.right)
    if (item.content instanceof Y.ContentType && isVisible(item, item.id.clock))
      yield { type: item.content.type, item }
}

const tableOf = (
  table: Y.XmlElement,
  isVisible: Visible,
  inlinesOf: InlinesOf<readonly ProseInline[]>,
): ProseTable => {
  const rows: ProseCell[][] = []
  for (const { type: row } of typesIn(table, isVisible)) {
    if (!(row instanceof Y.XmlElement)) continue
    const cells: ProseCell[] = []
    for (const { type: cell } of typesIn(row, isVisible))
      if (cell instanceof Y.XmlElement) cells.push(cellOf(cell, isVisible, inlinesOf))
    rows.push(cells)
  }
  return { type: 'table', rows }
}

const cellOf = (
  cell: Y.XmlElement,
  isVisible: Visible,
  inlinesOf: InlinesOf<readonly ProseInline[]>,
): ProseCell => {
  const { colspan, rowspan } = attributesOf(cell, isVisible)
  const lines: ProseLine[] = []
  for (const { type: line } of typesIn(cell, isVisible))
    if (line instanceof Y.XmlElement) lines.push(lineOf(line, isVisible, inlinesOf))
  return {
    header: cell.nodeName === 'table_header',
    colspan: within(colspan, 1, 50),
    rowspan: within(rowspan, 1, 50),
    lines,
  }
}

const lineOf = (
  line: Y.XmlElement,
  isVisible: Visible,
  inlinesOf: InlinesOf<readonly ProseInline[]>,
): ProseLine => {
  const { kind, level, indent, done } = attributesOf(line, isVisible)
  return {
    type: 'line',
    kind: KINDS_OF_LINE.find((word) => word === kind) ?? 'text',
    level: within(level, 1, MAX_LEVEL),
    indent: within(indent, 0, MAX_INDENT),
    done: done === true,
    inlines: inlinesOf(piecesIn(line, isVisible, 0)),
  }
}

const within = (value: unknown, least: number, most: number): number =>
  typeof value === 'number' && Number.isInteger(value) ? Math.min(most, Math.max(least, value)) : least

/** Attributes as they stood: of each key the last that is visible. */
const attributesOf = (element: Y.XmlElement, isVisible: Visible): Attributes => {
  const found: Record<string, unknown> = Object.create(null)
  for (const [key, last] of element._map) {
    let item: Y.Item | null = last
    // At a snapshot an older value counts, which the newer one took out only later.
    while (item !== null && !isVisible(item, item.id.clock)) item = item.left
    if (item) found[key] = item.content.getContent()[item.length - 1]
  }
  return found
}

const piecesIn = (line: Y.XmlElement, isVisible: Visible, depth: number): Piece[] => {
  const pieces: Piece[] = []
  for (const { type, item } of typesIn(line, isVisible)) {
    if (type instanceof Y.XmlText) pieces.push(...piecesOf(type, isVisible, item))
    else if (type instanceof Y.XmlElement) pieces.push(...pieceOf(type, item, isVisible, depth))
  }
  return pieces
}

const pieceOf = (element: Y.XmlElement, item: Y.Item, isVisible: Visible, depth: number): Piece[] => {
  const { client, clock } = item.id
  if (element.nodeName === 'break') return [{ client, clock, attributes: {} }]
  const { about, label } = attributesOf(element, isVisible)
  if (element.nodeName === 'mention' && typeof about === 'string')
    return [
      { client, clock, attributes: {}, mention: { about, label: typeof label === 'string' ? label : about } },
    ]
  return depth < 8 ? piecesIn(element, isVisible, depth + 1) : []
}

const piecesOf = (text: Y.XmlText, isVisible: Visible, _item: Y.Item): Piece[] => {
  const pieces: Piece[] = []
  let attributes: Record<string, unknown> = {}
  for (let item = text._start; item !== null; item = item.right) {
    const { content } = item
    if (content instanceof Y.ContentFormat && isVisible(item, item.id.clock)) {
      const { key, value } = content as { key: string; value: unknown }
      attributes = { ...attributes, [key]: value }
    }
    if (content instanceof Y.ContentString)
      pieces.push(...visiblePieces(item, content.str, attributes, isVisible))
  }
  return pieces
}

/** An item holds what one client typed in one go; a snapshot may cut through it. */
const visiblePieces = (item: Y.Item, text: string, attributes: Attributes, isVisible: Visible): Piece[] => {
  const { client, clock } = item.id
  const pieces: Piece[] = []
  let from = -1
  for (let index = 0; index <= text.length; index++) {
    const isIn = index < text.length && isVisible(item, clock + index)
    if (isIn && from < 0) from = index
    if (isIn || from < 0) continue
    pieces.push({ client, clock: clock + from, attributes, text: text.slice(from, index) })
    from = -1
  }
  return pieces
}

/** What a reader sees of the pieces: no suggestions, neighbours of the same make as one. */
export const plainInlines = (pieces: readonly Piece[]): ProseInline[] => {
  const inlines: ProseInline[] = []
  for (const { text, mention, attributes } of pieces) {
    if (isObject(attributes.insertion)) continue
    if (mention) inlines.push({ mention: mention.about, label: mention.label })
    else if (text === undefined) inlines.push({ break: true })
    else addWords(inlines, wordsOf(text, attributes))
  }
  return inlines
}

const addWords = (inlines: ProseInline[], words: ProseWords): void => {
  const last = inlines[inlines.length - 1]
  const isSame =
    last &&
    'text' in last &&
    last.bold === words.bold &&
    last.italic === words.italic &&
    last.href === words.href
  if (isSame) inlines[inlines.length - 1] = { ...last, text: last.text + words.text }
  else inlines.push(words)
}

const wordsOf = (text: string, { bold, italic, link }: Attributes): ProseWords => {
  const href = isObject(link) ? link.href : undefined
  return {
    text,
    ...(isObject(bold) && { bold: true as const }),
    ...(isObject(italic) && { italic: true as const }),
    ...(typeof href === 'string' && { href }),
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
