/** Short ways to write blocks down: for templates, demonstration texts and tests. */
import type { ProseBlock, ProseInline, ProseLine, ProseTable } from './read'

const inlinesOf = (text: string): ProseInline[] => (text === '' ? [] : [{ text }])

const make = (kind: ProseLine['kind'], text: string, more: Partial<ProseLine> = {}): ProseLine => ({
  type: 'line',
  kind,
  level: 1,
  indent: 0,
  done: false,
  inlines: inlinesOf(text),
  ...more,
})

export const line = (text = ''): ProseLine => make('text', text)
export const heading = (text: string, level = 1): ProseLine => make('heading', text, { level })
export const bullet = (text = '', indent = 0): ProseLine => make('bullet', text, { indent })
export const number = (text = '', indent = 0): ProseLine => make('number', text, { indent })
export const task = (text = '', done = false): ProseLine => make('task', text, { done })
export const quote = (text = ''): ProseLine => make('quote', text)

/** A table of texts; its first row is the header. */
export const table = (rows: readonly (readonly string[])[]): ProseTable => ({
  type: 'table',
  rows: rows.map((cells, index) =>
    cells.map((text) => ({ header: index === 0, colspan: 1, rowspan: 1, lines: [line(text)] })),
  ),
})

export type { ProseBlock }
