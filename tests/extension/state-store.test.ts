import { effect } from '@preact/signals'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { countRows } from '../../extension/state/database'
import { databasePrefix } from '../../extension/state/session'
import type { SettlingStore, StoreOptions } from '../../extension/state/store'
import type { Check, Session } from '../../extension/state/types'
import { answerCheck } from '../../shared/commands/checks'
import { addDepartment } from '../../shared/commands/departments'
import { addEvidence } from '../../shared/commands/evidence'
import { createFold } from '../../shared/fold'
import { toTuple } from '../../shared/statement'
import {
  author,
  type FakeServer,
  fillOrganisation,
  makeStore,
  newDevice,
  restart,
  sessionOf,
  startServer,
} from './make-store'

// Other work may be going on on the same processor.
vi.setConfig({ testTimeout: 30_000 })

let server: FakeServer
const stores: SettlingStore[] = []

beforeEach(async () => {
  newDevice()
  server = await startServer()
  fillOrganisation(server.doc('org'))
})

afterEach(async () => {
  vi.restoreAllMocks()
  for (const store of stores.splice(0)) store.close()
  await server.stop()
})

const open = (session: Session = sessionOf(server), options: Partial<StoreOptions> = {}): SettlingStore => {
  const store = makeStore(session, options)
  stores.push(store)
  return store
}
const eventually = (assertion: () => void): Promise<void> =>
  vi.waitFor(assertion, { timeout: 5_000, interval: 5 })
const confirmed = (store: SettlingStore): Promise<void> =>
  eventually(() => expect(store.sync.value).toMatchObject({ word: 'confirmed', online: true, unsent: 0 }))
const find = (store: SettlingStore, about: string, department = 'bur'): Check => {
  const check = store.checks.value.find((each) => each.about === about && each.department === department)
  if (!check) throw new Error(`no ${about} in ${department}`)
  return check
}
/** A store that has everything and is connected. */
const visit = async (session?: Session, options?: Partial<StoreOptions>): Promise<SettlingStore> => {
  const store = open(session, options)
  await eventually(() => expect(store.mine.value.length + store.checks.value.length).toBeGreaterThan(0))
  await confirmed(store)
  await eventually(() => expect(store.isThrough.value).toBe(true))
  return store
}
/** Statements of someone else that these checks are in order, as tuples. */
const answered = (...abouts: string[]): unknown[] =>
  abouts.map((about) => {
    const [control = '', period = ''] = about.replace('check:', '').split('/')
    const [said] = answerCheck(createFold(), { control, period, outcome: 'in-order' }, author('p04'))
    return said && toTuple(said)
  })
const OCTOBER = 'check:kas-telling/2026-10'
const NOVEMBER = 'check:kas-telling/2026-11'
const ROOM = 'dept/bur/2026'

test('a room of which a part is on the disk is still arriving, for this page and for the next', async () => {
  const session = sessionOf(server)
  const [first, ...others] = answered(OCTOBER, 'check:lokalen/2026-W46')
  server.doc(ROOM).getArray('statements').push([first])
  server.holdHistory(ROOM)
  const early = open(session)
  await eventually(() => expect(early.checks.value.length).toBeGreaterThan(0))
  // Said by someone with another client id, so that it can come before the rest.
  const elsewhere = new Y.Doc()
  elsewhere.getArray('statements').push(others)
  await eventually(() => expect(server.connections(ROOM)).toBe(1))
  Y.applyUpdate(server.doc(ROOM), Y.encodeStateAsUpdate(elsewhere))
  await eventually(() => expect(find(early, 'check:lokalen/2026-W46').outcome).toBe('in-order'))
  await early.settled()
  early.close()

  const late = open(session)
  await eventually(() => expect(late.ready.value).toBe(true))
  await eventually(() => expect(late.sync.value.online).toBe(true))
  expect(find(late, 'check:lokalen/2026-W46').outcome).toBe('in-order')
  expect(find(late, OCTOBER).outcome).toBe(undefined)
  await eventually(() => expect(late.arriving.value).toBe(1))
  server.deliver()
  await eventually(() => expect(late.arriving.value).toBe(0))
  expect(find(late, OCTOBER).outcome).toBe('in-order')
  await late.settled()
  late.close()
  await server.stop()
  const offline = open(session)
  await eventually(() => expect(offline.ready.value).toBe(true))
  await eventually(() => expect(offline.arriving.value).toBe(0))
})

describe('a tick', () => {
  test('is first on this device, and confirmed only after the echo of the server', async () => {
    const store = await visit()
    server.holdConfirms()
    store.answer(find(store, OCTOBER), { outcome: 'in-order' })
    expect(store.statusOf(find(store, OCTOBER))).toBe('saving')
    await eventually(() => expect(server.statements(ROOM)).toHaveLength(1))
    await eventually(() => expect(store.statusOf(find(store, OCTOBER))).toBe('sent'))
    expect(store.sync.value).toMatchObject({ word: 'here', unsent: 1 })
    server.confirm()
    await eventually(() => expect(store.statusOf(find(store, OCTOBER))).toBe('confirmed'))
    expect(store.sync.value).toMatchObject({ word: 'confirmed', unsent: 0 })
  })

  test('survives when the page closes in the same task, and arrives at the next opening', async () => {
    const session = sessionOf(server)
    const store = await visit(session)
    await server.stop()
    await eventually(() => expect(store.sync.value.word).toBe('offline'))
    store.answer(find(store, OCTOBER), { outcome: 'partly', note: 'één munt te weinig' })
    store.close()

    const again = open(session)
    await eventually(() => expect(find(again, OCTOBER)).toMatchObject({ outcome: 'partly' }))
    expect(again.statusOf(find(again, OCTOBER))).toBe('here')
    server = await restart(server)
    await eventually(() => expect(server.statements(ROOM)).toHaveLength(1))
    await confirmed(again)
  })

  test('made while the socket opens waits for what was made offline: the server refuses gaps', async () => {
    const store = await visit()
    await server.stop()
    await eventually(() => expect(store.sync.value.word).toBe('offline'))
    store.answer(find(store, OCTOBER), { outcome: 'in-order' })
    server = await restart(server, { isSilent: true })
    await eventually(() => expect(server.connections()).toBe(3))
    store.answer(find(store, NOVEMBER), { outcome: 'in-order' })
    server.greet()
    await confirmed(store)
    expect(server.statements(ROOM).map(({ about }) => about)).toEqual([OCTOBER, NOVEMBER])
  })

  test('is one statement, also when the answer settles a clash', async () => {
    const [mine, theirs] = [await visit(), await visit(sessionOf(server, 'p01'), { scope: 'all' })]
    await server.stop()
    await eventually(() =>
      expect([mine.sync.value.word, theirs.sync.value.word]).toEqual(['offline', 'offline']),
    )
    mine.answer(find(mine, OCTOBER), { outcome: 'in-order' })
    theirs.answer(find(theirs, OCTOBER), { outcome: 'not-in-order', note: 'kas niet geteld' })
    server = await restart(server)
    for (const store of [mine, theirs]) await eventually(() => expect(find(store, OCTOBER).clash).toBe(true))
    mine.answer(find(mine, OCTOBER), { outcome: 'partly', note: 'nageteld' })
    expect(mine.history(find(mine, OCTOBER))).toHaveLength(3)
    await eventually(() => expect(find(theirs, OCTOBER)).toMatchObject({ clash: false, outcome: 'partly' }))
  })

  test('that is undone stands open again, and its history says so', async () => {
    const store = await visit()
    store.answer(find(store, OCTOBER), { outcome: 'in-order' })
    expect(store.undo()?.about).toBe(OCTOBER)
    expect(find(store, OCTOBER).outcome).toBeUndefined()
    expect(store.history(find(store, OCTOBER))).toHaveLength(2)
    expect(store.undo()).toBeUndefined()
  })

  test('in a department where one may not write is refused before it is said', async () => {
    const store = await visit(sessionOf(server, 'p01'), { scope: 'all' })
    const stranger = await visit(sessionOf(server, 'p04'))
    const check = find(store, OCTOBER)
    expect(stranger.mayAnswer(check)).toBe(false)
    expect(() => stranger.answer(check, { outcome: 'in-order' })).toThrow('no-such-room')
  })
})

describe('pages of one device', () => {
  test('see each other at once, and store what is said once', async () => {
    const session = sessionOf(server)
    const [popup, dashboard] = [await visit(session), await visit(session)]
    await server.stop()
    await eventually(() => expect(popup.sync.value.word).toBe('offline'))
    const before = await countRows(databasePrefix(session) + ROOM)
    popup.answer(find(popup, OCTOBER), { outcome: 'in-order' })
    await eventually(() => expect(find(dashboard, OCTOBER).outcome).toBe('in-order'))
    await eventually(() => expect(dashboard.statusOf(find(dashboard, OCTOBER))).toBe('here'))
    await Promise.all([popup.settled(), dashboard.settled()])
    expect(await countRows(databasePrefix(session) + ROOM)).toBe(before + 1)
  })

  test('tell each other what the server has confirmed', async () => {
    const session = sessionOf(server)
    const dashboard = await visit(session)
    // A popup that never goes to the server itself.
    const popup = open(session, { stays: true })
    await eventually(() => expect(popup.mine.value.length).toBeGreaterThan(0))
    popup.answer(find(popup, OCTOBER), { outcome: 'in-order' })
    await eventually(() => expect(popup.statusOf(find(popup, OCTOBER))).toBe('confirmed'))
    expect(server.statements(ROOM)).toHaveLength(1)
    expect(dashboard.statusOf(find(dashboard, OCTOBER))).toBe('confirmed')
  })

  test('never take back "confirmed" because a greeting is older than the confirmation that another page got', async () => {
    const session = sessionOf(server)
    const dashboard = await visit(session)
    const sockets = server.connections()
    server.holdGreetings()
    const popup = open(session)
    await eventually(() => expect(popup.mine.value.length).toBeGreaterThan(0))
    await eventually(() => expect(server.connections()).toBe(2 * sockets))
    const words: string[] = []
    const stop = effect(() => void words.push(popup.statusOf(find(popup, OCTOBER))))
    popup.answer(find(popup, OCTOBER), { outcome: 'in-order' })
    await eventually(() => expect(words.at(-1)).toBe('confirmed'))
    const said = words.length
    dashboard.close()
    server.greet()
    // Only the popup's own socket can confirm this, after its greeting.
    popup.answer(find(popup, NOVEMBER), { outcome: 'in-order' })
    await eventually(() => expect(popup.statusOf(find(popup, NOVEMBER))).toBe('confirmed'))
    stop()
    expect(words.slice(said).filter((word) => word !== 'confirmed')).toEqual([])
  })

  test('of two people never share anything', async () => {
    const [els, tom] = [await visit(sessionOf(server, 'p05')), await visit(sessionOf(server, 'p04'))]
    els.answer(find(els, OCTOBER), { outcome: 'in-order' })
    await confirmed(els)
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
    expect(names.filter((name) => name.includes('/p05/')).length).toBeGreaterThan(1)
    expect(names.filter((name) => name.includes('/p04/') && name.includes('/bur/'))).toEqual([])
    expect(tom.checks.value.some(({ department }) => department === 'bur')).toBe(false)
  })
})

describe('the server closes', () => {
  test('everything, because the token is gone: signed out, and work goes on here', async () => {
    const store = await visit()
    server.refuse('*', 4401)
    await eventually(() =>
      expect(store.sync.value).toMatchObject({ word: 'signed-out', problem: 'signed-out' }),
    )
    store.answer(find(store, OCTOBER), { outcome: 'in-order' })
    await eventually(() => expect(store.statusOf(find(store, OCTOBER))).toBe('here'))
    expect(store.sync.value).toMatchObject({ word: 'signed-out', unsent: 1 })
  })

  test('one room, because it refuses what was said: the others go on, and a file holds the work', async () => {
    const store = await visit(sessionOf(server, 'p01'), { scope: 'all' })
    server.holdConfirms()
    store.answer(find(store, OCTOBER), { outcome: 'partly', note: 'wordt geweigerd' })
    server.refuse(ROOM, 4422)
    await eventually(() => expect(store.statusOf(find(store, OCTOBER))).toBe('refused'))
    expect(store.sync.value).toMatchObject({ word: 'refused', problem: 'refused-by-gate', unsent: 1 })
    server.confirm()
    store.answer(find(store, OCTOBER, 'tec'), { outcome: 'in-order' })
    await eventually(() => expect(store.statusOf(find(store, OCTOBER, 'tec'))).toBe('confirmed'))
    const file = JSON.parse(await store.rescueFile().text())
    expect(file.rooms).toEqual([
      expect.objectContaining({
        room: ROOM,
        statements: [expect.objectContaining({ about: OCTOBER, by: 'p01' })],
      }),
    ])
  })

  test('one room, and its work is let go once it is kept: it comes from the server again, on every page', async () => {
    const session = sessionOf(server, 'p01')
    const [store, page] = [await visit(session, { scope: 'all' }), await visit(session, { scope: 'all' })]
    store.answer(find(store, NOVEMBER), { outcome: 'in-order' })
    await confirmed(store)
    server.holdConfirms()
    server.refuse(ROOM, 4422)
    await eventually(() => expect(server.connections()).toBe(8))
    store.answer(find(store, OCTOBER), { outcome: 'partly', note: 'wordt geweigerd' })
    await eventually(() => expect(page.sync.value).toMatchObject({ word: 'refused', unsent: 1 }))

    server.allow(ROOM)
    server.confirm()
    await store.letGo?.()
    for (const each of [store, page]) {
      await eventually(() => expect(find(each, NOVEMBER).outcome).toBe('in-order'))
      await confirmed(each)
      expect(find(each, OCTOBER).outcome).toBeUndefined()
    }
    expect(server.statements(ROOM).map(({ about }) => about)).toEqual([NOVEMBER])
  })

  test('one room in which nothing is unsent: that is no news', async () => {
    const store = await visit(sessionOf(server, 'p01'), { scope: 'all' })
    server.refuse(ROOM, 4403)
    await eventually(() => expect(server.connections()).toBe(4))
    expect(store.sync.value.word).toBe('confirmed')
  })
})

describe('the organisation changes', () => {
  test('a new department: its room opens, and closes when it is removed', async () => {
    const store = await visit(sessionOf(server, 'p01'), { scope: 'all' })
    const key = store.addDepartment({ name: 'Cultuur' })
    store.assignControl('kas-telling', { departments: ['bur', 'tec', key] })
    await eventually(() => expect(find(store, OCTOBER, key).room).toBe(`dept/${key}/2026`))
    await confirmed(store)
    store.removeDepartment(key)
    await eventually(() => expect(store.checks.value.some((check) => check.department === key)).toBe(false))
  })

  test('a department of which the server hears a moment later is tried again', async () => {
    server.refuse('dept/cul/2026', 4404)
    const store = await visit(sessionOf(server, 'p01'), { scope: 'all' })
    const fold = createFold()
    const said = addDepartment(fold, 'cul', { name: 'Cultuur' }, author('p01'))
    server.doc('org').getArray('statements').push(said.map(toTuple))
    await eventually(() => expect(store.departments.value).toHaveLength(3))
    await eventually(() => expect(store.isThrough.value).toBe(true))
    server.allow('dept/cul/2026')
    store.addMember({ name: 'Nieuwe collega', title: '', roles: [] })
    await eventually(() => expect(server.rooms()).toContain('dept/cul/2026'))
  })

  test('a change elsewhere leaves every other check the same object', async () => {
    const [store, other] = [await visit(sessionOf(server, 'p01'), { scope: 'all' }), await visit()]
    const before = store.checks.value
    const untouched = find(store, OCTOBER, 'tec')
    other.answer(find(other, OCTOBER), { outcome: 'in-order' })
    await eventually(() => expect(find(store, OCTOBER).outcome).toBe('in-order'))
    expect(store.checks.value).not.toBe(before)
    expect(find(store, OCTOBER, 'tec')).toBe(untouched)
    const after = store.checks.value
    other.answer(find(other, OCTOBER), { outcome: 'in-order' })
    expect(store.checks.value).toBe(after)
  })
})

test('presence shows others where they look, and never oneself', async () => {
  const [els, an] = [await visit(), await visit(sessionOf(server, 'p01'), { scope: 'all' })]
  expect(an.presence.value).toEqual([])
  els.lookAt(find(els, OCTOBER))
  await eventually(() =>
    expect(an.presence.value).toEqual([{ member: 'p05', name: 'Naam van p05', room: ROOM, at: OCTOBER }]),
  )
  expect(server.awareness(ROOM)).toContain(OCTOBER)
  expect(els.presence.value).toEqual([])
  els.lookAt(undefined)
  await eventually(() => expect(an.presence.value).toEqual([]))
})

describe('a key control', () => {
  const KEYS = 'check:sleutels/2026'
  const bring = (store: SettlingStore): void =>
    void store.base.act({
      room: ROOM,
      command: (seen, by) =>
        addEvidence(seen, 'e1', { check: KEYS, type: 'link', url: 'https://zandrode.be/sleutels' }, [], by),
    })

  test('is not in order without evidence: nothing is said, and the answer to why is given', async () => {
    const store = await visit()
    expect(store.answer(find(store, KEYS), { outcome: 'in-order' })).toBe('evidence-missing')
    expect(find(store, KEYS).outcome).toBeUndefined()
    bring(store)
    expect(store.evidenceOf(find(store, KEYS))).toMatchObject([{ type: 'link' }])
    expect(store.answer(find(store, KEYS), { outcome: 'in-order' })).toBeUndefined()
    expect(find(store, KEYS)).toMatchObject({ outcome: 'in-order', review: { state: 'submitted' } })
  })

  test('is left when many are answered at once; one undo takes back all the others', async () => {
    const store = await visit()
    const many = [KEYS, OCTOBER, NOVEMBER].map((about) => find(store, about))
    expect(store.answerMany(many, { outcome: 'in-order' })).toMatchObject([
      { check: { about: KEYS }, why: 'evidence-missing' },
    ])
    expect(find(store, NOVEMBER).outcome).toBe('in-order')
    store.undo()
    for (const { about } of many) expect(find(store, about).outcome).toBeUndefined()
  })

  test('is judged by somebody else than who answered it', async () => {
    const mine = await visit()
    mine.answer(find(mine, KEYS), { outcome: 'not-in-order', note: 'een sleutel kwijt' })
    expect(mine.review(find(mine, KEYS), { verdict: 'accepted' })).toBe('own-answer')
    await confirmed(mine)
    newDevice()
    const theirs = await visit(sessionOf(server, 'p01'), { scope: 'all' })
    expect(theirs.review(find(theirs, KEYS), { verdict: 'returned' })).toBe('remark-missing')
    expect(theirs.review(find(theirs, KEYS), { verdict: 'returned', remark: 'welke?' })).toBeUndefined()
    await eventually(() =>
      expect(find(mine, KEYS).review).toMatchObject({ state: 'returned', remark: 'welke?' }),
    )
  })
})
