/**
 * A room's ledger on its Yjs document: append, read, watch. Push only; nothing is ever edited or taken out.
 * Leaves disk and network to whoever holds the document.
 */
import type * as Y from 'yjs'
import { createFold, type RunningFold } from './fold'
import { parse, type Statement, type Tuple, toTuple } from './statement'

/** Root of a ledger room: a `Y.Array` of tuples. */
export const STATEMENTS = 'statements'
/** Root of a prose room: a `Y.XmlFragment`. */
export const PROSE = 'prose'

export type Ledger = {
  readonly doc: Y.Doc
  /** The running fold of the whole list. */
  readonly fold: RunningFold
  /** Pushes statements in one transaction, so that they are stored and sent together. */
  append(statements: readonly Statement[], origin?: unknown): void
  /** The statements in list order; entries that are no statements are left out. */
  read(): Statement[]
  /** Calls back after each transaction with the subjects that it touched. Returns how to stop. */
  watch(listener: (touched: ReadonlySet<string>, transaction: Y.Transaction) => void): () => void
  /** Stops following the document; does not destroy it. */
  close(): void
}

/** Opens the ledger of a document. Declares both roots, since a root that is declared late is a root of no type. */
export const openLedger = (doc: Y.Doc): Ledger => {
  const array = declareRoots(doc)
  const fold = createFold()
  const listeners = new Set<(touched: ReadonlySet<string>, transaction: Y.Transaction) => void>()
  fold.insert(0, array.toArray().map(parse))

  const follow = (event: Y.YArrayEvent<Tuple>, transaction: Y.Transaction): void => {
    const touched = new Set<string>()
    let index = 0
    for (const { retain, insert } of event.changes.delta) {
      if (retain) index += retain
      if (!Array.isArray(insert)) continue
      for (const about of fold.insert(index, insert.map(parse))) touched.add(about)
      index += insert.length
    }
    for (const listener of listeners) listener(touched, transaction)
  }
  array.observe(follow)

  return {
    doc,
    fold,
    append(statements, origin) {
      if (statements.length > 0) doc.transact(() => array.push(statements.map(toTuple)), origin)
    },
    read: () => array.toArray().map(parse).filter(isStatement),
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => array.unobserve(follow),
  }
}

/** Declares every root a room can have. */
export const declareRoots = (doc: Y.Doc): Y.Array<Tuple> => {
  doc.getXmlFragment(PROSE)
  return doc.getArray<Tuple>(STATEMENTS)
}

/**
 * The statements that a state vector covers, in list order: what had *arrived* at that moment, whatever was said when.
 * @param known client id -> number of that client's elements that had arrived
 */
export const readAsKnown = (doc: Y.Doc, known: ReadonlyMap<number, number>): Statement[] => {
  const statements: Statement[] = []
  for (let item = doc.getArray<Tuple>(STATEMENTS)._start; item !== null; item = item.right) {
    if (item.deleted) continue
    const arrived = (known.get(item.id.client) ?? 0) - item.id.clock
    for (const entry of item.content.getContent().slice(0, Math.max(0, arrived))) {
      const statement = parse(entry)
      if (statement) statements.push(statement)
    }
  }
  return statements
}

const isStatement = (statement: Statement | undefined): statement is Statement => statement !== undefined
