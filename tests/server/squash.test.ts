import { create, uint32 } from 'lib0/prng'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { encodeSections, readSections, squash } from '../../server/squash'
import { toTuple } from '../../shared/statement'
import { makeAnswer } from './make'

/** What several devices, which hear of each other now and then, send over time. */
const updatesOf = (seed: number): Uint8Array[] => {
  const gen = create(seed)
  const devices = Array.from({ length: 5 }, () => {
    const doc = new Y.Doc()
    doc.clientID = uint32(gen, 1, 0x7fff_ffff)
    return doc
  })
  const sent: Uint8Array[] = []
  for (const doc of devices)
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'own') sent.push(update)
    })
  for (let step = 0; step < 150; step++) {
    const doc = devices[uint32(gen, 0, 4)] as Y.Doc
    if (uint32(gen, 0, 4) === 0) for (const update of sent) Y.applyUpdate(doc, update)
    const news = Array.from({ length: uint32(gen, 1, 3) }, () =>
      toTuple(makeAnswer('p01', 'é'.repeat(uint32(gen, 0, 9)))),
    )
    doc.transact(() => doc.getArray('statements').push(news), 'own')
  }
  return sent
}

const readAll = (updates: readonly Uint8Array[]): unknown[] => {
  const doc = new Y.Doc()
  const array = doc.getArray('statements')
  for (const update of updates) Y.applyUpdate(doc, update)
  expect(doc.store.pendingStructs).toBeNull()
  return array.toArray()
}

test('merged without being decoded, updates say the same as one by one, whenever they are merged', () => {
  for (let seed = 1; seed <= 15; seed++) {
    const updates = updatesOf(seed)
    const expected = readAll(updates)
    const gen = create(seed)
    let sections = squash([], [])
    for (let from = 0; from < updates.length; ) {
      const to = from + uint32(gen, 1, 90)
      const stored = encodeSections(sections)
      const lengths = sections.map(({ bytes }) => bytes.length)
      expect([...encodeSections(readSections(stored, lengths))]).toEqual([...stored])
      sections = squash(readSections(stored, lengths), updates.slice(from, to))
      from = to
    }
    const merged = encodeSections(sections)
    expect(readAll([merged])).toEqual(expected)
    expect(Y.encodeStateVectorFromUpdate(merged)).toEqual(
      Y.encodeStateVectorFromUpdate(Y.mergeUpdates(updates)),
    )
    const half = updates.slice(0, 80)
    expect(readAll([...half, encodeSections(squash([], updates.slice(80)))])).toEqual(expected)
  }
})

test('who says one thing after another takes one struct, however many updates it came in', () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let n = 0; n < 100; n++) doc.getArray('statements').push([toTuple(makeAnswer('p01'))])
  const sections = squash([], updates)
  expect(sections.map(({ structs }) => structs)).toEqual([1])
  expect(encodeSections(sections)).toEqual(Buffer.from(Y.encodeStateAsUpdate(doc)))
})

test('an update of several devices, or of anything but a plain push, is merged as well', () => {
  const updates = updatesOf(7)
  const several = Y.mergeUpdates(updates.slice(0, 50))
  const rest = updates.slice(50)
  expect(readAll([encodeSections(squash([], [several, ...rest]))])).toEqual(readAll(updates))
})

test('nothing merged is the empty update', () => {
  expect([...encodeSections(squash([], []))]).toEqual([0, 0])
})
