/**
 * The editor's document. Every line of text is a paragraph with a kind, lists and headings too: who turns a line into
 * something else changes an attribute, and what another types in it meanwhile stays.
 */
import { type DOMOutputSpec, type Node, type NodeSpec, Schema } from 'prosemirror-model'
import { isSafeLink, KINDS_OF_LINE, MAX_INDENT, MAX_LEVEL } from '../../../shared/prose/shape'

export type WritingSchema = ReturnType<typeof createSchema>

const span = {
  colspan: { default: 1 },
  rowspan: { default: 1 },
  colwidth: { default: null },
}

const cell = (tag: 'td' | 'th', role: 'cell' | 'header_cell'): NodeSpec => ({
  content: 'paragraph+',
  attrs: span,
  tableRole: role,
  isolating: true,
  parseDOM: [
    {
      tag,
      getAttrs: (dom) => ({
        colspan: spanOf(dom as HTMLElement, 'colspan'),
        rowspan: spanOf(dom as HTMLElement, 'rowspan'),
      }),
    },
  ],
  toDOM: ({ attrs }): DOMOutputSpec => [
    tag,
    {
      ...(attrs.colspan > 1 && { colspan: String(attrs.colspan) }),
      ...(attrs.rowspan > 1 && { rowspan: String(attrs.rowspan) }),
    },
    0,
  ],
})

const spanOf = (dom: HTMLElement, name: string): number => {
  const value = Number(dom.getAttribute(name) ?? 1)
  return Number.isInteger(value) && value >= 1 && value <= 50 ? value : 1
}

/** @param hosts hosts of one's own network that may be linked to without https */
export const createSchema = (hosts: readonly string[]) =>
  new Schema({
    nodes: {
      doc: { content: 'block+' },
      paragraph: {
        group: 'block',
        content: 'inline*',
        attrs: {
          kind: { default: null },
          level: { default: null },
          indent: { default: null },
          done: { default: null },
        },
        parseDOM: [
          { tag: 'p[data-kind], div[data-kind]', getAttrs: (dom) => attributesFrom(dom as HTMLElement) },
          ...[1, 2, 3, 4, 5, 6].map((level) => ({
            tag: `h${level}`,
            getAttrs: () => ({ kind: 'heading', level: Math.min(MAX_LEVEL, Math.max(1, level - 1)) }),
          })),
          { tag: 'li', getAttrs: (dom) => itemFrom(dom as HTMLElement) },
          { tag: 'blockquote', getAttrs: () => ({ kind: 'quote' }) },
          { tag: 'p' },
        ],
        toDOM: lineToDom,
      },
      rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
      table: {
        group: 'block',
        content: 'table_row+',
        tableRole: 'table',
        isolating: true,
        parseDOM: [{ tag: 'table' }],
        toDOM: () => ['div', { class: 'writing-table' }, ['table', ['tbody', 0]]],
      },
      table_row: {
        content: '(table_cell | table_header)*',
        tableRole: 'row',
        parseDOM: [{ tag: 'tr' }],
        toDOM: () => ['tr', 0],
      },
      table_cell: cell('td', 'cell'),
      table_header: cell('th', 'header_cell'),
      text: { group: 'inline' },
      mention: {
        group: 'inline',
        inline: true,
        atom: true,
        attrs: { about: { default: '' }, label: { default: '' } },
        parseDOM: [
          {
            tag: 'span[data-mention]',
            getAttrs: (dom) => ({
              about: (dom as HTMLElement).dataset.mention ?? '',
              label: (dom as HTMLElement).textContent?.replace(/^@/, '').slice(0, 200) ?? '',
            }),
          },
        ],
        toDOM: ({ attrs }) => [
          'span',
          { class: 'mention', 'data-mention': String(attrs.about) },
          `@${attrs.label}`,
        ],
        leafText: ({ attrs }) => `@${attrs.label}`,
      },
      break: {
        group: 'inline',
        inline: true,
        selectable: false,
        parseDOM: [{ tag: 'br' }],
        toDOM: () => ['br'],
        leafText: () => '\n',
      },
    },
    marks: {
      link: {
        inclusive: false,
        attrs: { href: { default: '' } },
        parseDOM: [
          {
            tag: 'a[href]',
            getAttrs: (dom) => {
              const href = (dom as HTMLElement).getAttribute('href') ?? ''
              return isSafeLink(href, hosts) ? { href } : false
            },
          },
        ],
        // What came in from another device is no safer than what is pasted.
        toDOM: ({ attrs }) =>
          isSafeLink(attrs.href, hosts)
            ? [
                'a',
                {
                  href: attrs.href,
                  title: attrs.href,
                  rel: 'noopener noreferrer nofollow',
                  target: '_blank',
                },
                0,
              ]
            : ['span', { class: 'link-blocked', title: String(attrs.href) }, 0],
      },
      bold: {
        parseDOM: [
          { tag: 'strong' },
          { tag: 'b', getAttrs: (dom) => (isPlain(dom as HTMLElement, 'fontWeight') ? false : null) },
        ],
        toDOM: () => ['strong', 0],
      },
      italic: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
      insertion: suggestion('ins'),
      deletion: suggestion('del'),
    },
  })

const suggestion = (tag: 'ins' | 'del') => ({
  inclusive: false,
  excludes: 'insertion deletion',
  attrs: { id: { default: '' }, by: { default: '' }, at: { default: 0 } },
  toDOM: ({ attrs }: { attrs: Readonly<Record<string, unknown>> }): DOMOutputSpec => [
    tag,
    { class: 'suggestion', 'data-suggestion': String(attrs.id) },
    0,
  ],
})

// Google Docs wraps everything in a <b> that is not bold.
const isPlain = (dom: HTMLElement, property: 'fontWeight'): boolean => dom.style[property] === 'normal'

const within = (value: unknown, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.round(Number(value)) || least))

/** What a line is, whatever stands in its attributes. */
export const lineOf = ({ attrs }: Node): { kind: string; level: number; indent: number; done: boolean } => ({
  kind: KINDS_OF_LINE.find((word) => word === attrs.kind) ?? 'text',
  level: within(attrs.level, 1, MAX_LEVEL),
  indent: within(attrs.indent, 0, MAX_INDENT),
  done: attrs.done === true,
})

function lineToDom(node: Node): DOMOutputSpec {
  const { kind, level, indent, done } = lineOf(node)
  if (kind === 'heading') return [`h${level + 1}`, 0]
  if (kind === 'quote') return ['blockquote', 0]
  if (kind === 'text') return ['p', 0]
  const attributes = {
    'data-kind': kind,
    'data-indent': String(indent),
    ...(done && { 'data-done': 'true' }),
  }
  return ['p', attributes, 0]
}

const attributesFrom = (dom: HTMLElement) => ({
  kind: KINDS_OF_LINE.find((word) => word === dom.dataset.kind) ?? null,
  indent: within(dom.dataset.indent, 0, MAX_INDENT) || null,
  done: dom.dataset.done === 'true' || null,
})

/** A list item of any page: how deep it lies says how far it is indented. */
const itemFrom = (dom: HTMLElement) => {
  const list = dom.parentElement
  let depth = -1
  for (let up = list; up; up = up.parentElement) if (up.nodeName === 'UL' || up.nodeName === 'OL') depth += 1
  return {
    kind: list?.nodeName === 'OL' ? 'number' : 'bullet',
    indent: within(depth, 0, MAX_INDENT) || null,
  }
}
