import './chance'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { updatesBeyond } from '../../extension/state/outbox'
import { gate, LIMITS } from '../../server/gate'
import { advance, createStanding } from '../../server/standing'
import { declareRoots } from '../../shared/ledger'
import { parseRoom, type Room } from '../../shared/rooms'
import { type Chance, seeded, seeds } from './chance'

/**
 * The disk of a device after a long time without network: written by very many popups, in one of which a row may have been
 * damaged. The server has some of it already.
 */
test.each(seeds(0.5))(
  'seed %i: whatever a device lacks and has, the gate takes what it sends, and all of it arrives',
  (seed) => {
    const { chance, release } = seeded(seed)
    try {
      const rows = writeRows(chance)
      const server = createServer()
      for (const row of rows.slice(0, chance.between(0, rows.length))) server.take(row)
      const lost = chance.flip() ? chance.below(rows.length) : -1
      const device = documentOf(rows.filter((_, index) => index !== lost))

      for (const update of updatesBeyond(device, server.vector())) server.take(update)

      const held = Y.decodeStateVector(Y.encodeStateVector(device))
      for (const [client, clock] of held)
        expect(server.vector().get(client) ?? 0).toBeGreaterThanOrEqual(clock)
    } finally {
      release()
    }
  },
)

/** Updates as popups store them: each one has read what was there, and says a little. */
const writeRows = (chance: Chance): Uint8Array[] => {
  const rows: Uint8Array[] = []
  for (let popups = chance.pick([1, 3, 10, 45]); popups > 0; popups--) {
    // Two that are open at the same time do not always hear each other.
    const doc = documentOf(chance.flip(0.8) ? rows : rows.slice(0, chance.between(0, rows.length)))
    doc.on('update', (update: Uint8Array) => rows.push(update))
    for (let n = chance.between(1, 4); n > 0; n--) {
      const count = chance.flip(0.03) ? 300 : 1
      const text = 'x'.repeat(count === 1 && chance.flip(0.02) ? 30_000 : 10)
      const said = Array.from({ length: count }, () => [1, chance.id(), 0, 'els', 'note:a', { text }])
      doc.getArray('statements').push(said)
    }
    doc.destroy()
  }
  return rows
}

const documentOf = (rows: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc()
  declareRoots(doc)
  doc.transact(() => {
    for (const row of rows) Y.applyUpdate(doc, row)
  })
  return doc
}

const createServer = () => {
  const standing = createStanding()
  const room = parseRoom('dept/bur/2026') as Room
  return {
    vector: () => standing.vector,
    take(update: Uint8Array) {
      expect(update.length).toBeLessThan(LIMITS.bytes)
      const accepted = gate(update, { member: 'els', room, standing, mayWrite: true, recover: false })
      if (accepted) advance(standing, { member: 'els', ranges: accepted.ranges })
    },
  }
}
