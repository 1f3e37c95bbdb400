import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openLedger, readAsKnown } from '../../shared/ledger'
import { makeStatement, valuesOf } from '../make'

const meet = (a: Y.Doc, b: Y.Doc): void => {
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)))
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)))
}

test('statements that are appended are read back in order', () => {
  const ledger = openLedger(new Y.Doc())
  const said = [makeStatement(), makeStatement({ set: { note: 'x' } })]
  ledger.append(said)
  expect(ledger.read()).toEqual(said)
})

test('one append is one transaction, and an empty one is none', () => {
  const ledger = openLedger(new Y.Doc())
  let updates = 0
  ledger.doc.on('update', () => {
    updates += 1
  })
  ledger.append([makeStatement(), makeStatement(), makeStatement()])
  ledger.append([])
  expect(updates).toBe(1)
})

test('two who wrote apart have the same list and the same records once they meet', () => {
  const [here, there] = [openLedger(new Y.Doc()), openLedger(new Y.Doc())]
  here.append([
    makeStatement({ by: 'els', set: { outcome: 'in-order' } }),
    makeStatement({ about: 'check:a/2026' }),
  ])
  there.append([makeStatement({ by: 'jan', set: { outcome: 'partly' } })])
  here.append([makeStatement({ by: 'els', about: 'check:b/2026' })])
  meet(here.doc, there.doc)
  expect(here.read()).toEqual(there.read())
  for (const { about } of here.fold.all()) expect(here.fold.get(about)).toEqual(there.fold.get(about))
  expect(valuesOf(here.fold.get('check:c065/2026-11'))).toEqual({
    outcome: { clash: ['in-order', 'partly'] },
  })
})

test('the records after meetings equal those of a ledger that is opened afresh on the same document', () => {
  const ledgers = [1, 2, 3].map(() => openLedger(new Y.Doc()))
  for (let round = 0; round < 30; round += 1) {
    const from = ledgers[round % 3]
    const to = ledgers[(round * 2 + 1) % 3]
    from?.append([makeStatement({ about: `check:c${round % 4}/2026`, set: { outcome: round } })])
    if (from && to && round % 5 === 0) meet(from.doc, to.doc)
  }
  const [one, two, three] = ledgers as [(typeof ledgers)[0], (typeof ledgers)[0], (typeof ledgers)[0]]
  meet(one.doc, two.doc)
  meet(two.doc, three.doc)
  meet(one.doc, two.doc)
  for (const ledger of ledgers) {
    const afresh = openLedger(ledger.doc)
    expect(ledger.fold.length).toBe(30)
    for (const { about } of afresh.fold.all()) expect(ledger.fold.get(about)).toEqual(afresh.fold.get(about))
  }
})

test('whoever watches hears which subjects a transaction touched, until told to stop', () => {
  const ledger = openLedger(new Y.Doc())
  const heard: string[][] = []
  const stop = ledger.watch((touched) => heard.push([...touched]))
  ledger.append([makeStatement({ about: 'check:a/2026' }), makeStatement({ about: 'check:b/2026' })])
  stop()
  ledger.append([makeStatement({ about: 'check:c/2026' })])
  expect(heard).toEqual([['check:a/2026', 'check:b/2026']])
})

test('an entry that is no statement is passed over, and those after it are found', () => {
  const doc = new Y.Doc()
  const ledger = openLedger(doc)
  const array = doc.getArray<unknown>('statements')
  array.push(['text', 42, null, { v: 1 }, new Y.Map()])
  const statement = makeStatement()
  ledger.append([statement])
  array.insert(2, [['not', 'one']])
  const corrected = makeStatement({ set: { outcome: 'partly' }, over: { outcome: [statement.id] } })
  ledger.append([corrected])
  expect(ledger.read()).toEqual([statement, corrected])
  expect(valuesOf(ledger.fold.get(statement.about))).toEqual({ outcome: 'partly' })
  expect(valuesOf(openLedger(doc).fold.get(statement.about))).toEqual({ outcome: 'partly' })
})

test('a closed ledger hears nothing more, and its document lives on', () => {
  const ledger = openLedger(new Y.Doc())
  ledger.close()
  ledger.append([makeStatement()])
  expect(ledger.fold.length).toBe(0)
  expect(ledger.read()).toHaveLength(1)
})

test('as known: what had arrived when a report was made, though a colleague said something earlier that came later', () => {
  const [report, colleague] = [openLedger(new Y.Doc()), openLedger(new Y.Doc())]
  const early = makeStatement({ at: 1000, by: 'jan', set: { outcome: 'not-in-order' } })
  const known = makeStatement({ at: 2000, set: { outcome: 'in-order' } })
  colleague.append([early])
  report.append([known])
  const vector = Y.decodeStateVector(Y.encodeStateVector(report.doc))
  meet(report.doc, colleague.doc)
  report.append([makeStatement({ at: 3000, set: { outcome: 'partly' } })])
  expect(report.read()).toHaveLength(3)
  expect(readAsKnown(report.doc, vector)).toEqual([known])
})

test('as known cuts in the middle of what one device wrote', () => {
  const ledger = openLedger(new Y.Doc())
  const said = Array.from({ length: 10 }, () => makeStatement())
  for (const statement of said) ledger.append([statement])
  const [client] = [...Y.decodeStateVector(Y.encodeStateVector(ledger.doc)).keys()]
  expect(readAsKnown(ledger.doc, new Map([[client as number, 4]]))).toEqual(said.slice(0, 4))
})
