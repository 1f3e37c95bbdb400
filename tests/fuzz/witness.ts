/**
 * Watches what comes to be on the server's disk: nothing may, that nobody had the right to write. Follows `org` by itself,
 * since what it finds must not come from whom it watches.
 */
import * as Y from 'yjs'
import type { Entry } from '../../server/store/store'
import { mayWrite } from '../../shared/access'
import { yearAbout } from '../../shared/kinds/year'
import { type Ledger, openLedger } from '../../shared/ledger'
import { parseRoom } from '../../shared/rooms'

export const createWitness = (fail: (line: string) => void) => {
  // What went through the gate while one commit was on its way is in the next: it is judged by `org` as of then.
  const [before, now] = [openLedger(new Y.Doc()), openLedger(new Y.Doc())]
  let news: readonly Uint8Array[] = []
  const may = ({ fold }: Ledger, { member, at }: Entry, name: string): boolean => {
    const place = parseRoom(name)
    if (!place) return false
    // Beside what the product answers: what a closed year means at least.
    if (place.kind === 'year') {
      const closed = fold.get(yearAbout(place.department, place.year))?.fields.get('closed')
      if (closed?.value === true) return false
    }
    return fold.length === 0 || mayWrite(fold, member, place, at)
  }
  return (batch: ReadonlyMap<string, readonly Entry[]>): void => {
    for (const [name, entries] of batch)
      for (const entry of entries)
        if (!may(now, entry, name) && !may(before, entry, name))
          fail(`${entry.member} wrote in ${name} without a right`)
    for (const update of news) Y.applyUpdate(before.doc, update)
    news = batch.get('org')?.map(({ bytes }) => bytes) ?? []
    for (const update of news) Y.applyUpdate(now.doc, update)
  }
}
