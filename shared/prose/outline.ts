/**
 * Puts a template into a text in such a way that two people who do so at the same moment put it there once: the update
 * follows from its content alone, client id and all, so that both make the very same one and Yjs takes it as one.
 */
import * as sha256 from 'lib0/hash/sha256'
import * as Y from 'yjs'
import { PROSE } from '../ledger'
import type { ProseBlock, ProseInline, ProseLine } from './read'

export type Outline = { readonly client: number; readonly update: Uint8Array }

/** @param isTaken whether a text has had this outline before: then it was taken out again, and comes as a new one */
export const outlineOf = (
  room: string,
  blocks: readonly ProseBlock[],
  isTaken: (client: number) => boolean,
): Outline => {
  const plain = encode(1, blocks)
  for (let round = 0; ; round++) {
    const client = clientFrom(plain, `${room}#${round}`)
    if (!isTaken(client)) return { client, update: encode(client, blocks) }
  }
}

const encode = (client: number, blocks: readonly ProseBlock[]): Uint8Array => {
  const doc = new Y.Doc({ gc: false })
  doc.clientID = client
  doc.transact(() => doc.getXmlFragment(PROSE).insert(0, blocks.map(elementOf)))
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

const clientFrom = (update: Uint8Array, salt: string): number => {
  const text = new TextEncoder().encode(salt)
  const bytes = new Uint8Array(update.length + text.length)
  bytes.set(update)
  bytes.set(text, update.length)
  const [a = 0, b = 0, c = 0, d = 0] = sha256.digest(bytes)
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0
}

/** A block as an element that is not in a document yet. */
export const elementOf = (block: ProseBlock): Y.XmlElement => {
  if (block.type === 'rule') return new Y.XmlElement('rule')
  if (block.type === 'line') return paragraphOf(block)
  const table = new Y.XmlElement('table')
  table.insert(
    0,
    block.rows.map((cells) => {
      const row = new Y.XmlElement('table_row')
      row.insert(
        0,
        cells.map(({ header, colspan, rowspan, lines }) => {
          const cell = new Y.XmlElement(header ? 'table_header' : 'table_cell')
          setAttribute(cell, 'colspan', colspan)
          setAttribute(cell, 'rowspan', rowspan)
          cell.insert(0, (lines.length > 0 ? lines : [EMPTY]).map(paragraphOf))
          return cell
        }),
      )
      return row
    }),
  )
  return table
}

const EMPTY: ProseLine = { type: 'line', kind: 'text', level: 1, indent: 0, done: false, inlines: [] }

const paragraphOf = ({ kind, level, indent, done, inlines }: ProseLine): Y.XmlElement => {
  const line = new Y.XmlElement('paragraph')
  if (kind !== 'text') setAttribute(line, 'kind', kind)
  if (kind === 'heading') setAttribute(line, 'level', level)
  if (indent > 0) setAttribute(line, 'indent', indent)
  if (done) setAttribute(line, 'done', true)
  line.insert(0, inlines.flatMap(inlineOf))
  return line
}

// The types of Yjs know texts as attributes only; it stores any JSON.
const setAttribute = (element: Y.XmlElement, key: string, value: unknown): void =>
  element.setAttribute(key, value as string)

const inlineOf = (inline: ProseInline): (Y.XmlElement | Y.XmlText)[] => {
  if ('break' in inline) return [new Y.XmlElement('break')]
  if ('mention' in inline) {
    const mention = new Y.XmlElement('mention')
    mention.setAttribute('about', inline.mention)
    mention.setAttribute('label', inline.label)
    return [mention]
  }
  const { text, bold, italic, href } = inline
  const words = new Y.XmlText()
  const attributes = {
    ...(bold && { bold: {} }),
    ...(italic && { italic: {} }),
    ...(href && { link: { href } }),
  }
  words.applyDelta([{ insert: text, attributes }])
  return [words]
}
