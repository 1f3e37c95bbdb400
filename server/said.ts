/**
 * What is said about a subject in a ledger room, for the few rules that ask: whose measure it is that somebody verifies.
 * Read from the stored bytes at the first question, and kept up to date from one question to the next.
 */
import * as Y from 'yjs'
import type { Said } from '../shared/access'
import { type Ledger, openLedger } from '../shared/ledger'

/** @param lacking everything the room holds, also what is not on the disk yet, that a state vector lacks */
export const createSaid = (lacking: (vector: Uint8Array) => readonly Uint8Array[]): Said => {
  let ledger: Ledger | undefined
  return (about) => {
    ledger ??= openLedger(new Y.Doc())
    const { doc } = ledger
    for (const update of lacking(Y.encodeStateVector(doc))) Y.applyUpdate(doc, update)
    return ledger.fold.get(about)?.statements ?? []
  }
}
