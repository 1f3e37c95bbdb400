/**
 * What changed in a text between two moments, word by word, with who added what. It compares words, not keystrokes: what
 * was moved shows as taken out and added, and who took something out is not known, because Yjs does not keep it.
 */
import { diffArrays } from 'diff'
import type * as Y from 'yjs'
import { blocksIn, type Piece, type ProseLine, type Visible, visibleAt } from './read'

/** A stretch of a line; `client` is who typed what was added. */
export type Change = {
  readonly text: string
  readonly what: 'same' | 'added' | 'removed'
  readonly client?: number
}
export type ChangedLine = {
  readonly what: 'same' | 'added' | 'removed' | 'changed'
  /** How it is made now, or was. */
  readonly line: Omit<ProseLine, 'inlines'>
  readonly changes: readonly Change[]
}

type Word = { readonly text: string; readonly client: number }
type Line = {
  readonly line: Omit<ProseLine, 'inlines'>
  readonly words: readonly Word[]
  readonly text: string
}

/** More edits between two lines than this are not looked for: one was taken out, the other added. */
const MOST_EDITS = 2_000

/** @param after nothing: as it stands now. @param before nothing: an empty text */
export const compareProse = (
  doc: Y.Doc,
  before: Y.Snapshot | undefined,
  after: Y.Snapshot | undefined,
): ChangedLine[] => {
  const old = before ? linesAt(doc, visibleAt(before)) : []
  const now = linesAt(doc, after ? visibleAt(after) : (item) => !item.deleted)
  const found: ChangedLine[] = []
  let removed: Line[] = []
  const flush = (added: readonly Line[]): void => {
    found.push(...pair(removed, added))
    removed = []
  }
  for (const part of diffArrays<Line>([...old], [...now], { comparator: isSameLine })) {
    if (part.removed) removed.push(...part.value)
    else if (part.added) flush(part.value)
    else {
      flush([])
      found.push(...part.value.map(same))
    }
  }
  flush([])
  return found
}

const isSameLine = (a: Line, b: Line): boolean => a.text === b.text && a.line.kind === b.line.kind

/** Lines that were taken out beside lines that came: those that share words are one that changed. */
const pair = (removed: readonly Line[], added: readonly Line[]): ChangedLine[] => {
  const found: ChangedLine[] = []
  let next = 0
  for (const line of added) {
    const match = removed.findIndex((each, index) => index >= next && likeness(each, line) > 0.5)
    if (match < 0) {
      found.push(wholly('added', line))
      continue
    }
    for (const gone of removed.slice(next, match)) found.push(wholly('removed', gone))
    found.push(changed(removed[match] as Line, line))
    next = match + 1
  }
  return [...found, ...removed.slice(next).map((line) => wholly('removed', line))]
}

/** The part of the words of the shorter of two lines that stands in the other too. */
const likeness = (a: Line, b: Line): number => {
  const words = new Set(a.words.map(({ text }) => text).filter(isWord))
  const others = new Set(b.words.map(({ text }) => text).filter(isWord))
  if (words.size === 0 || others.size === 0) return a.line.kind === b.line.kind ? 1 : 0
  return [...others].filter((text) => words.has(text)).length / Math.min(words.size, others.size)
}

const isWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

const changed = (old: Line, now: Line): ChangedLine => {
  const parts = diffArrays<Word>([...old.words], [...now.words], {
    comparator: (a, b) => a.text === b.text,
    maxEditLength: MOST_EDITS,
  })
  const changes: Change[] = []
  if (!parts) changes.push(...asChanges('removed', old.words), ...asChanges('added', now.words))
  for (const { added, removed, value } of parts ?? [])
    changes.push(...asChanges(added ? 'added' : removed ? 'removed' : 'same', value))
  return { what: 'changed', line: now.line, changes: joined(changes) }
}

const same = ({ line, text }: Line): ChangedLine => ({
  what: 'same',
  line,
  changes: [{ text, what: 'same' }],
})

const wholly = (what: 'added' | 'removed', { line, words }: Line): ChangedLine => ({
  what,
  line,
  changes: joined(asChanges(what, words)),
})

const asChanges = (what: Change['what'], words: readonly Word[]): Change[] =>
  words.map(({ text, client }) => (what === 'added' ? { text, what, client } : { text, what }))

const joined = (changes: readonly Change[]): Change[] => {
  const found: Change[] = []
  for (const change of changes) {
    const last = found[found.length - 1]
    if (last && last.what === change.what && last.client === change.client)
      found[found.length - 1] = { ...last, text: last.text + change.text }
    else found.push(change)
  }
  return found
}

// Words

const linesAt = (doc: Y.Doc, isVisible: Visible): Line[] => {
  // The pieces of each line come in the order of the lines.
  const pieces: (readonly Piece[])[] = []
  const blocks = blocksIn(doc, isVisible, (each) => {
    pieces.push(each)
    return []
  })
  const lines = blocks.flatMap((block) =>
    block.type === 'line'
      ? [block]
      : block.type === 'table'
        ? block.rows.flat().flatMap((cell) => cell.lines)
        : [],
  )
  return lines.map(({ inlines: _, ...line }, index) => {
    const words = wordsIn(pieces[index] ?? [])
    return { line, words, text: words.map(({ text }) => text).join('') }
  })
}

const WORD = /[\p{L}\p{N}\p{M}'’_-]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu

/** The words of a line; one that two people made together is of who made the most of it. */
const wordsIn = (pieces: readonly Piece[]): Word[] => {
  const owners: number[] = []
  let text = ''
  for (const piece of pieces) {
    const own = piece.mention ? `@${piece.mention.label}` : (piece.text ?? '\n')
    text += own
    for (let index = 0; index < own.length; index++) owners.push(piece.client)
  }
  return [...text.matchAll(WORD)].map((match) => ({
    text: match[0],
    client: mostOf(owners.slice(match.index, match.index + match[0].length)),
  }))
}

const mostOf = (clients: readonly number[]): number => {
  const counts = new Map<number, number>()
  for (const client of clients) counts.set(client, (counts.get(client) ?? 0) + 1)
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0]
}
