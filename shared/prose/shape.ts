/**
 * What a text is made of: the nodes and marks of a prose room, and which values of theirs are sound. A text of a newer
 * version, or of someone who means harm, may hold anything; what is not listed here is *strange*.
 */
import * as Y from 'yjs'
import { PROSE } from '../ledger'

/** What a paragraph is. All lines of text are one node, so that who turns one into a heading takes nothing out of it. */
export const KINDS_OF_LINE = ['heading', 'bullet', 'number', 'task', 'quote'] as const
export type KindOfLine = (typeof KINDS_OF_LINE)[number]

export const MAX_LEVEL = 3
export const MAX_INDENT = 6
const MAX_SPAN = 50
const MAX_DEPTH = 8
const MAX_TEXT = 2_000

type Sound = (value: unknown) => boolean

const isOne =
  (words: readonly string[]): Sound =>
  (value) =>
    typeof value === 'string' && words.includes(value)
const isWhole =
  (least: number, most: number): Sound =>
  (value) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most
const isText: Sound = (value) => typeof value === 'string' && value.length <= MAX_TEXT
const isFlag: Sound = (value) => typeof value === 'boolean'
const isMoment: Sound = (value) => typeof value === 'number' && Number.isFinite(value)

const span = { colspan: isWhole(1, MAX_SPAN), rowspan: isWhole(1, MAX_SPAN), colwidth: () => true }

type Node = { readonly attributes: Readonly<Record<string, Sound>>; readonly children: readonly string[] }

/** The text itself, among the children of a node. */
const TEXT = '#text'

const NODES: Readonly<Record<string, Node>> = {
  paragraph: {
    attributes: {
      kind: isOne(KINDS_OF_LINE),
      level: isWhole(1, MAX_LEVEL),
      indent: isWhole(0, MAX_INDENT),
      done: isFlag,
    },
    children: [TEXT, 'mention', 'break'],
  },
  table: { attributes: {}, children: ['table_row'] },
  table_row: { attributes: {}, children: ['table_cell', 'table_header'] },
  table_cell: { attributes: span, children: ['paragraph'] },
  table_header: { attributes: span, children: ['paragraph'] },
  rule: { attributes: {}, children: [] },
  mention: { attributes: { about: isText, label: isText }, children: [] },
  break: { attributes: {}, children: [] },
}

const BLOCKS = ['paragraph', 'table', 'rule']

const SUGGESTION = { id: isText, by: isText, at: isMoment }
const MARKS: Readonly<Record<string, Readonly<Record<string, Sound>>>> = {
  bold: {},
  italic: {},
  link: { href: isText },
  insertion: SUGGESTION,
  deletion: SUGGESTION,
}

/** What about a text this version does not know, in a few words; nothing when it knows all. */
export const strangeIn = (doc: Y.Doc): string | undefined => {
  for (const child of doc.getXmlFragment(PROSE).toArray()) {
    const found = strangeChild(child, BLOCKS, 0)
    if (found !== undefined) return found
  }
  return undefined
}

/** The same for what a change brought: cheap enough for every change that comes in. */
export const strangeInEvent = ({
  target,
  changes,
}: Y.YEvent<Y.AbstractType<unknown>>): string | undefined => {
  if (target instanceof Y.XmlText) return strangeText(target)
  if (target instanceof Y.XmlElement) {
    const { parent } = target
    const allowed = parent instanceof Y.XmlElement ? NODES[parent.nodeName]?.children : BLOCKS
    return strangeChild(target, allowed ?? [], 0)
  }
  for (const { content } of changes.added) {
    const found = strangeChild(content instanceof Y.ContentType ? content.type : undefined, BLOCKS, 0)
    if (found !== undefined) return found
  }
  return undefined
}

const strangeChild = (child: unknown, allowed: readonly string[], depth: number): string | undefined => {
  if (depth > MAX_DEPTH) return 'depth'
  if (child instanceof Y.XmlText) return allowed.includes(TEXT) ? strangeText(child) : 'text'
  const name = nameOf(child)
  if (!(child instanceof Y.XmlElement) || !allowed.includes(name)) return name
  const node = Object.hasOwn(NODES, name) ? NODES[name] : undefined
  if (!node) return name
  const attribute = strangeAttribute(attributesOf(child), node.attributes)
  if (attribute !== undefined) return `${name}.${attribute}`
  for (const inner of child.toArray()) {
    const found = strangeChild(inner, node.children, depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}

const nameOf = (child: unknown): string => (child instanceof Y.XmlElement ? child.nodeName : 'type')

// As pairs: as an object, some names would reach its prototype instead.
const attributesOf = (element: Y.XmlElement): [string, unknown][] =>
  [...element._map]
    .filter(([, item]) => !item.deleted)
    .map(([key, item]) => [key, item.content.getContent()[item.length - 1]])

const strangeAttribute = (
  attributes: readonly (readonly [string, unknown])[],
  known: Readonly<Record<string, Sound>>,
): string | undefined =>
  attributes.find(([key, value]) => {
    if (value === null || value === undefined) return false
    return !Object.hasOwn(known, key) || !known[key]?.(value)
  })?.[0]

const strangeText = (text: Y.XmlText): string | undefined => {
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue
    const { content } = item
    if (content instanceof Y.ContentString) continue
    if (!(content instanceof Y.ContentFormat)) return 'embed'
    const { key, value } = content as { key: string; value: unknown }
    if (!Object.hasOwn(MARKS, key)) return key
    if (value !== null && !isMark(value, key)) return key
  }
  return undefined
}

const isMark = (value: unknown, name: string): boolean =>
  typeof value === 'object' &&
  value !== null &&
  strangeAttribute(Object.entries(value), MARKS[name] ?? {}) === undefined

/** Whether an address may be a link: https, or a host of the organisation's own network. Never with a name in it. */
export const isSafeLink = (href: unknown, hosts: readonly string[] = []): href is string => {
  if (typeof href !== 'string' || !URL.canParse(href)) return false
  const { protocol, host, hostname, username, password } = new URL(href)
  if (username !== '' || password !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && (hosts.includes(host) || hosts.includes(hostname)))
}
