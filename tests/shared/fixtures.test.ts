/** What was written once is read for ever: a ledger of every released version of the statement. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { fold } from '../../shared/fold'
import { check } from '../../shared/kinds/check'
import { readRecord } from '../../shared/kinds/kind'
import { openLedger } from '../../shared/ledger'
import { digest, parse, VERSION } from '../../shared/statement'
import first from '../fixtures/ledger-v1.json'

const RELEASED = [first]

const recordsOf = (entries: readonly unknown[]): unknown =>
  Object.fromEntries(
    [...fold(entries.map(parse))].map(([about, { fields }]) => [
      about,
      Object.fromEntries(
        [...fields].map(([name, { value, heads, clash }]) => [
          name,
          { value, heads: heads.map(({ id }) => id), clash },
        ]),
      ),
    ]),
  )

test('every version of the statement that this code can meet has its ledger', () => {
  expect(RELEASED.map(({ version }) => version)).toEqual(
    Array.from({ length: VERSION }, (_, index) => index + 1),
  )
})

test.each(RELEASED)('the entries of version $version fold to the records they folded to then', (released) => {
  expect(recordsOf(released.entries)).toEqual(released.records)
})

test.each(RELEASED)('the bytes of version $version open as the same ledger', (released) => {
  const ledger = openLedger(new Y.Doc())
  Y.applyUpdate(ledger.doc, Buffer.from(released.update, 'base64'))
  expect(ledger.doc.getArray('statements').toJSON()).toEqual(released.entries)
  expect([...ledger.fold.all()].map(({ about }) => about).sort()).toEqual(
    Object.keys(released.records).sort(),
  )
})

test.each(RELEASED)('the digests of version $version are what they were', (released) => {
  for (const [id, expected] of Object.entries(released.digest)) {
    const statement = released.entries.map(parse).find((each) => each?.id === id)
    expect(statement && digest(statement)).toBe(expected)
  }
})

test('a check of version 1 is read with its outcome, note and performer, whatever else was said of it', () => {
  const folded = fold(first.entries.map(parse)).get('check:c034/2026-Q1')
  expect(folded && readRecord(check, folded)).toMatchObject({
    outcome: 'in-order',
    note: '',
    performer: undefined,
  })
})
