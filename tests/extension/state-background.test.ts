import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { startBackground } from '../../extension/state/background'
import { badgeOf } from '../../extension/state/badge'
import { messageFrom } from '../../extension/state/messages'
import { forgetSession, writeSession } from '../../extension/state/session'
import { settle } from '../../extension/state/settle'
import type { SettlingStore } from '../../extension/state/store'
import {
  type FakeServer,
  fillOrganisation,
  makeStore,
  NOW,
  newDevice,
  restart,
  sessionOf,
  startServer,
} from './make-store'

// Other work may be going on on the same processor.
vi.setConfig({ testTimeout: 30_000 })

let server: FakeServer

beforeEach(async () => {
  newDevice()
  fakeBrowser.reset()
  server = await startServer()
  fillOrganisation(server.doc('org'))
})

afterEach(async () => {
  vi.restoreAllMocks()
  await server.stop()
})

const eventually = (assertion: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(assertion, { timeout: 8_000, interval: 10 })
const ROOM = 'dept/bur/2026'
const OCTOBER = 'check:kas-telling/2026-10'

/** Someone ticks in a popup while the server is away, and closes it in the same task. */
const tickOffline = async (): Promise<void> => {
  const store = makeStore(sessionOf(server))
  await eventually(() => expect(store.isThrough.value).toBe(true))
  await server.stop()
  await eventually(() => expect(store.sync.value.word).toBe('offline'))
  tick(store)
  store.close()
}
const tick = (store: SettlingStore): void => {
  const check = store.mine.value.find(({ about }) => about === OCTOBER)
  if (!check) throw new Error('nothing to tick')
  store.answer(check, { outcome: 'in-order' })
}

describe('a visit of the background', () => {
  test('brings what a closed popup left unsent, and counts what is left to do', async () => {
    await tickOffline()
    server = await restart(server)
    const tally = await settle(sessionOf(server), { now: () => NOW })
    expect(server.statements(ROOM).map(({ about }) => about)).toEqual([OCTOBER])
    // September and November of the monthly control, weeks 45 and 46 of the weekly one.
    expect(tally).toEqual({ late: 4, today: 0, unsent: 0, word: 'confirmed' })
  })

  test('without network ends soon, and forgets nothing', async () => {
    await tickOffline()
    const tally = await settle(sessionOf(server), { now: () => NOW })
    expect(tally).toMatchObject({ unsent: 1, word: 'offline', late: 4 })
    server = await restart(server)
    expect(await settle(sessionOf(server), { now: () => NOW })).toMatchObject({ unsent: 0 })
  })

  test('after a tick that a page brought itself does not go to the server at all', async () => {
    const store = makeStore(sessionOf(server))
    await eventually(() => expect(store.isThrough.value).toBe(true))
    tick(store)
    await eventually(() => expect(store.sync.value.word).toBe('confirmed'))
    await store.settled()
    store.close()
    await eventually(() => expect(server.connections()).toBe(0))
    const tally = await settle(sessionOf(server), { onlyIfUnsent: true, now: () => NOW })
    expect(tally).toMatchObject({ late: 4, unsent: 0 })
    expect(server.connections()).toBe(0)
  })

  test('also reaches rooms that are no longer mine to do', async () => {
    await tickOffline()
    server = await restart(server)
    const other = 'dept/tec/2026'
    const fold = makeStore(sessionOf(server, 'p01'), { scope: 'all' })
    await eventually(() => expect(fold.isThrough.value).toBe(true))
    fold.changeMember('p05', { roles: [{ role: 'manager', departments: ['tec'], until: undefined }] })
    await eventually(() => expect(fold.sync.value).toMatchObject({ word: 'confirmed', unsent: 0 }))
    fold.close()
    await settle(sessionOf(server), { now: () => NOW })
    expect(server.rooms()).toContain(other)
    expect(server.statements(ROOM)).toHaveLength(1)
  })
})

describe('the background', () => {
  const looks: string[] = []
  beforeEach(() => {
    looks.length = 0
    vi.spyOn(Date, 'now').mockReturnValue(NOW)
    Object.assign(fakeBrowser.action, {
      setBadgeText: async ({ text }: { text: string }) => void looks.push(text),
      setBadgeBackgroundColor: async () => undefined,
      setBadgeTextColor: async () => undefined,
      setTitle: async () => undefined,
    })
  })

  test('counts on starting, hurries while something is unsent, and calms down once it is sent', async () => {
    await tickOffline()
    await writeSession(sessionOf(server))
    startBackground()
    await fakeBrowser.runtime.onStartup.trigger()
    await eventually(() => expect(looks).toContain('4'))
    await eventually(async () => expect((await fakeBrowser.alarms.get('settle'))?.periodInMinutes).toBe(0.5))
    server = await restart(server)
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'settle', scheduledTime: NOW })
    await eventually(() => expect(server.statements(ROOM)).toHaveLength(1))
    await eventually(async () => expect((await fakeBrowser.alarms.get('settle'))?.periodInMinutes).toBe(5))
  })

  test('looks after the unsent work when a page says that there is some', async () => {
    await tickOffline()
    server = await restart(server)
    startBackground()
    await fakeBrowser.storage.local.set({ session: sessionOf(server) })
    const said = { type: 'dirty', rooms: [ROOM] }
    await fakeBrowser.runtime.onMessage.trigger(said, { id: fakeBrowser.runtime.id })
    await eventually(() => expect(server.statements(ROOM)).toHaveLength(1))
  })

  test('shows nothing to count when nobody is signed in', async () => {
    await forgetSession()
    startBackground()
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install', temporary: false })
    await eventually(() => expect(looks.at(-1)).toBe(''))
  })
})

test('only pages of this extension are heard', () => {
  const said = { type: 'dirty', rooms: ['dept/bur/2026', 5] }
  expect(messageFrom(said, { id: fakeBrowser.runtime.id })).toEqual({ type: 'dirty', rooms: [ROOM] })
  expect(messageFrom(said, { id: 'another-extension' })).toBeUndefined()
  expect(messageFrom({ type: 'erase' }, { id: fakeBrowser.runtime.id })).toBeUndefined()
})

describe('the button', () => {
  const tally = { late: 2, today: 1, unsent: 0, word: 'confirmed' } as const

  test('says the number, and the same in words', () => {
    expect(badgeOf(tally, 'nl')).toMatchObject({ text: '3', title: 'Waarborg: 2 te laat, 1 voor vandaag' })
    expect(badgeOf({ ...tally, unsent: 2 }, 'en').title).toContain('2 on this device, not on the server yet')
    expect(badgeOf({ ...tally, late: 0, today: 0 }, 'nl').text).toBe('')
    expect(badgeOf({ ...tally, late: 250 }, 'nl').text).toBe('99+')
  })

  test('says so when work may not be safe', () => {
    expect(badgeOf({ ...tally, word: 'not-saved' }, 'nl').text).toBe('!')
    expect(badgeOf({ ...tally, word: 'signed-out' }, 'nl').title).toContain('niet aangemeld')
  })
})
