/** A text on this device: what "on this device" and "confirmed" mean for it, for what was put in and for what was taken out. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type * as Y from 'yjs'
import type { SettlingStore } from '../../extension/state/store'
import type { Text } from '../../extension/state/text-types'
import { unsentRooms } from '../../extension/state/unsent'
import { heading, line } from '../../shared/prose/blocks'
import { compareProse } from '../../shared/prose/compare'
import { elementOf } from '../../shared/prose/outline'
import { plainText } from '../../shared/prose/read'
import { momentOf } from '../../shared/prose/snapshots'
import {
  type FakeServer,
  fillOrganisation,
  makeStore,
  newDevice,
  restart,
  sessionOf,
  startServer,
} from './make-store'

vi.setConfig({ testTimeout: 30_000 })

const ROOM = 'dept/bur'
const ABOUT = 'plan:k2f7'
const NAME = 'text/dept/bur/plan.k2f7'

let server: FakeServer
const stores: SettlingStore[] = []

beforeEach(async () => {
  newDevice()
  server = await startServer()
  fillOrganisation(server.doc('org'))
})
afterEach(async () => {
  for (const store of stores.splice(0)) store.close()
  await server.stop()
})

const eventually = (assertion: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(assertion, { timeout: 8_000, interval: 5 })
const open = async (
  member = 'p05',
  options: Parameters<typeof makeStore>[1] = {},
): Promise<{ store: SettlingStore; text: Text }> => {
  const store = makeStore(sessionOf(server, member), options)
  stores.push(store)
  const text = await store.openText(ROOM, ABOUT)
  await eventually(() => expect(text.doc.value).toBeDefined())
  return { store, text }
}
const confirmed = (text: Text): Promise<void> =>
  eventually(() => {
    expect(text.isOnline.value).toBe(true)
    expect(text.status.value).toBe('confirmed')
  })
const prose = (text: Text): Y.XmlFragment => (text.doc.value as Y.Doc).getXmlFragment('prose')
const add = (text: Text, words: string): void => {
  prose(text).push([elementOf(line(words))])
}
const take = (text: Text, index: number): void => prose(text).delete(index, 1)
const words = (text: Text): string => plainText(text.read())
const onServer = (): string => server.doc(NAME).getXmlFragment('prose').toString()

test('what is taken out is on its way until the server has it, like what is put in', async () => {
  const { text } = await open()
  await confirmed(text)
  add(text, 'een')
  add(text, 'twee')
  expect(text.status.value).not.toBe('confirmed')
  await confirmed(text)
  expect(onServer()).toContain('twee')
  server.holdConfirms()
  take(text, 0)
  expect(text.status.value).toBe('saving')
  await eventually(() => expect(text.status.value).toBe('sent'))
  server.confirm()
  await confirmed(text)
  expect(onServer()).not.toContain('een')
})

test('what was taken out without a network survives the page, and counts as unsent until the server has it', async () => {
  const first = await open()
  await confirmed(first.text)
  add(first.text, 'een')
  add(first.text, 'twee')
  await confirmed(first.text)
  await first.store.settled()
  const stopped = server
  await stopped.stop()
  await eventually(() => expect(first.text.isOnline.value).toBe(false))
  take(first.text, 0)
  await eventually(() => expect(first.text.status.value).toBe('here'))
  first.store.close()
  stores.splice(0)
  expect(await unsentRooms(sessionOf(server))).toContain(NAME)

  const again = await open()
  expect(words(again.text)).toBe('twee')
  expect(again.text.status.value).toBe('here')
  server = await restart(stopped)
  await confirmed(again.text)
  expect(onServer()).not.toContain('een')
  await again.store.settled()
  await eventually(async () => expect(await unsentRooms(sessionOf(server))).toEqual([]))
})

test('two pages of one device see each other without a network, also what is taken out', async () => {
  const stopped = server
  const one = await open()
  await confirmed(one.text)
  add(one.text, 'een')
  add(one.text, 'twee')
  await confirmed(one.text)
  const two = await open()
  await eventually(() => expect(words(two.text)).toBe('een\ntwee'))
  await confirmed(two.text)
  await stopped.stop()
  await eventually(() => expect(two.text.isOnline.value).toBe(false))
  take(one.text, 0)
  add(two.text, 'drie')
  await eventually(() => expect(words(one.text)).toBe('twee\ndrie'))
  await eventually(() => expect(words(two.text)).toBe('twee\ndrie'))
  await eventually(() => expect([one.text.status.value, two.text.status.value]).toEqual(['here', 'here']))
  server = await restart(stopped)
  await confirmed(one.text)
  await confirmed(two.text)
})

test('long work without a network goes in pieces, with all that was taken out', async () => {
  const { text } = await open()
  await confirmed(text)
  const stopped = server
  await stopped.stop()
  await eventually(() => expect(text.isOnline.value).toBe(false))
  const doc = text.doc.value as Y.Doc
  doc.transact(() => {
    for (let index = 0; index < 900; index += 1) add(text, `regel ${index}`)
  })
  doc.transact(() => {
    for (let index = 890; index > 0; index -= 3) take(text, index)
  })
  const written = words(text)
  server = await restart(stopped)
  await confirmed(text)
  const other = await open('p01')
  await eventually(() => expect(words(other.text)).toBe(written))
})

test('comments and kept moments are said in the room to which the text belongs', async () => {
  const els = await open()
  await confirmed(els.text)
  add(els.text, 'De kas wordt geteld')
  const about = els.text.comment({ body: 'Door wie?', quote: 'geteld' })
  els.text.keepVersion('Eerste')
  const an = await open('p01')
  await eventually(() =>
    expect(an.text.conversations.value).toMatchObject([{ body: 'Door wie?', by: 'p05' }]),
  )
  an.text.reply(String(about), 'Door Els.')
  an.text.resolve(String(about), true)
  await eventually(() =>
    expect(els.text.conversations.value).toMatchObject([{ resolved: true, replies: [{ by: 'p01' }] }]),
  )
  await eventually(() => expect(words(an.text)).toBe('De kas wordt geteld'))
  add(an.text, 'Elke week')
  const [version] = an.text.versions.value
  expect(version).toMatchObject({ title: 'Eerste', by: 'p05', automatic: false })
  const lines = compareProse(
    an.text.doc.value as Y.Doc,
    momentOf(an.text.versions.value, String(version?.about)),
    undefined,
  )
  expect(lines.map(({ what }) => what)).toEqual(['same', 'added'])
  // Who stops writing leaves a moment behind by itself, and one's undo is not about that.
  an.text.close()
  await eventually(() =>
    expect(els.text.versions.value).toMatchObject([{ by: 'p05' }, { by: 'p01', automatic: true }]),
  )
  expect(els.text.writers.value.get((els.text.doc.value as Y.Doc).clientID)).toBe('p05')
})

test('who writes at the same time is known by name before a moment is kept', async () => {
  const an = await open('p01')
  await confirmed(an.text)
  const els = await open('p05')
  await confirmed(els.text)
  add(els.text, 'een')
  const { clientID } = els.text.doc.value as Y.Doc
  await eventually(() => expect(an.text.writers.value.get(clientID)).toBe('p05'))
  expect(an.text.versions.value).toEqual([])
})

test('a template goes into an empty text that this device knows, and can be taken back', async () => {
  const { text } = await open()
  await confirmed(text)
  expect(text.insertOutline([heading('Probleem'), line()])).toBeUndefined()
  expect(words(text)).toBe('Probleem\n')
  expect(text.insertOutline([heading('Nog eens')])).toBe('not-empty')
  await confirmed(text)
  text.undoOutline()
  expect(words(text)).toBe('')
})

test('who may not write reads, and nothing of what he does goes anywhere', async () => {
  const els = await open()
  await confirmed(els.text)
  add(els.text, 'een')
  const audrey = await open('p08')
  await eventually(() => expect(words(audrey.text)).toBe('een'))
  expect(audrey.text.mayWrite.value).toBe(false)
  expect(audrey.text.insertOutline([line('x')])).toBe('may-not-write')
  audrey.text.keepVersion('Mijn versie')
  expect(audrey.text.versions.value).toEqual([])
})

test('what one typed without a network in a line that another took out comes back as a suggestion, once', async () => {
  const before = await open()
  await confirmed(before.text)
  add(before.text, 'blijft')
  add(before.text, 'gaat weg')
  await confirmed(before.text)
  await before.store.settled()
  before.store.close()
  const tim = await open('p01')
  await eventually(() => expect(words(tim.text)).toBe('blijft\ngaat weg'))

  const els = await open('p05', { stays: true })
  const line = prose(els.text).get(1) as Y.XmlElement
  ;(line.get(0) as Y.XmlText).insert(4, ' lang niet')
  expect(words(els.text)).toBe('blijft\ngaat lang niet weg')
  take(tim.text, 1)
  await confirmed(tim.text)
  els.store.connect()
  await confirmed(els.text)
  for (const { text } of [els, tim])
    await eventually(() => {
      expect(prose(text).toString().split('lang niet').length - 1).toBe(1)
      expect(prose(text).toString()).toContain('<insertion')
      expect(prose(text).toString()).not.toContain('gaat')
    })
  expect(prose(els.text).toString()).toBe(prose(tim.text).toString())
})

test('what one’s own words are taken out of by somebody who saw them stays out', async () => {
  const els = await open()
  await confirmed(els.text)
  add(els.text, 'gezien')
  await confirmed(els.text)
  const tim = await open('p01')
  await eventually(() => expect(words(tim.text)).toBe('gezien'))
  take(tim.text, 0)
  await eventually(() => expect(words(els.text)).toBe(''))
  await confirmed(els.text)
  expect(prose(els.text).toString()).toBe('')
})

test('a text that is closed with unsent work stays in sight until the server has it', async () => {
  const { store, text } = await open()
  await confirmed(text)
  const stopped = server
  await stopped.stop()
  await eventually(() => expect(text.isOnline.value).toBe(false))
  add(text, 'nog niet weg')
  await eventually(() => expect(text.status.value).toBe('here'))
  text.close()
  await store.settled()
  expect(store.sync.value.unsent).toBeGreaterThan(0)
  server = await restart(stopped)
  await eventually(() => expect(onServer()).toContain('nog niet weg'))
  await eventually(() => expect(store.sync.value).toMatchObject({ word: 'confirmed', unsent: 0 }))
})
