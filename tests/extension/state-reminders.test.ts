/** The quiet reminder: only for who asked, in working hours, once per part of the day, and one for everything that waits. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { hasReminders, switchOffReminders, switchOnReminders } from '../../extension/state/reminder-choice'
import { remind, sentencesOf, startReminders } from '../../extension/state/reminders'
import type { SettlingStore } from '../../extension/state/store'
import { addMeasure } from '../../shared/commands/measures'
import { createFold } from '../../shared/fold'
import { toTuple } from '../../shared/statement'
import {
  author,
  type FakeServer,
  fillOrganisation,
  makeStore,
  newDevice,
  sessionOf,
  startServer,
} from './make-store'

vi.setConfig({ testTimeout: 30_000 })

/** What the browser would ask its user, and what it has been given. */
const browserOf = (answer: boolean) => {
  let isGiven = false
  const added: (() => void)[] = []
  return {
    permissions: {
      contains: async () => isGiven,
      request: async () => {
        isGiven = answer
        for (const listener of added) if (isGiven) listener()
        return answer
      },
      remove: async () => {
        isGiven = false
        return true
      },
      onAdded: { addListener: (listener: () => void) => added.push(listener) },
    },
  }
}

let server: FakeServer
const stores: SettlingStore[] = []

beforeEach(async () => {
  newDevice()
  fakeBrowser.reset()
  Object.assign(fakeBrowser, browserOf(true))
  server = await startServer()
  fillOrganisation(server.doc('org'))
})

afterEach(async () => {
  for (const store of stores.splice(0)) store.close()
  await server.stop()
})

/** A store that has read and fetched everything, as at the end of a visit of the background. */
const visited = async (): Promise<SettlingStore> => {
  const store = makeStore(sessionOf(server))
  stores.push(store)
  await vi.waitFor(() => expect(store.isThrough.value && store.arriving.value === 0).toBe(true), {
    timeout: 8_000,
  })
  return store
}
/** An hour of Wednesday 18 November where the device is. */
const at = (hour: number) => () => new Date(2026, 10, 18, hour, 5).getTime()
const shown = async (): Promise<string[]> => Object.keys(await fakeBrowser.notifications.getAll())

test('nobody is reminded who did not ask for it, or to whom the browser gave no right', async () => {
  const store = await visited()
  await remind(store, at(10))
  expect(await shown()).toEqual([])
  Object.assign(fakeBrowser, browserOf(false))
  expect(await switchOnReminders()).toBe(false)
  expect(await hasReminders()).toBe(false)
  await remind(store, at(10))
  expect(await shown()).toEqual([])
})

test('once in the morning and once in the afternoon, and not at night', async () => {
  const store = await visited()
  expect(await switchOnReminders()).toBe(true)
  const clear = () => fakeBrowser.notifications.clear('waarborg.reminder')
  for (const [hour, isShown] of [
    [5, false],
    [9, true],
    [11, false],
    [13, true],
    [17, false],
    [20, false],
  ] as const) {
    await clear()
    await remind(store, at(hour))
    expect(await shown(), `${hour} o’clock`).toEqual(isShown ? ['waarborg.reminder'] : [])
  }
})

test('one notification says everything that waits', async () => {
  const statements = addMeasure(
    createFold(),
    'sloten',
    { title: 'Sloten vervangen', owner: 'p05', due: '2026-11-19', department: 'bur', status: 'planned' },
    author('p01'),
  )
  server.doc('dept/bur').getArray('statements').push(statements.map(toTuple))
  // A page of the dashboard was open, so this device has the room.
  const page = await visited()
  const work = await page.work()
  work.open('all')
  await vi.waitFor(() => expect(work.ground.value.records('dept/bur')?.get('measure:sloten')).toBeDefined())
  await switchOnReminders()
  await remind(page, at(10))
  const all: Record<string, unknown> = await fakeBrowser.notifications.getAll()
  expect(all['waarborg.reminder']).toMatchObject({
    message: '5 controles te laat\n1 maatregel te laat of tegen morgen',
    silent: true,
  })
})

test('a click on it opens one’s own work, also when the right came later than the background', async () => {
  startReminders()
  await switchOnReminders()
  const create = vi.spyOn(fakeBrowser.tabs, 'create')
  await fakeBrowser.notifications.onClicked.trigger('waarborg.reminder')
  await vi.waitFor(() =>
    expect(create).toHaveBeenCalledWith({ url: expect.stringMatching(/dashboard\.html#\/mijn-werk$/) }),
  )
})

test('who switches them off gives the right back', async () => {
  await switchOnReminders()
  await switchOffReminders()
  expect(await hasReminders()).toBe(false)
  expect(await fakeBrowser.permissions.contains({ permissions: ['notifications'] })).toBe(false)
})

test('it is said in whole words, one and many', () => {
  const one = { key: '', late: 1, today: 0, reviews: 1, returned: 1, measures: 1, asked: 1, evidence: 1 }
  expect(sentencesOf(one, 'nl')).toEqual([
    '1 controle te laat',
    '1 vraag over uw maatregelen',
    '1 antwoord naar u teruggestuurd',
    '1 antwoord na te zien',
    '1 maatregel te laat of tegen morgen',
    '1 bewijs vervalt binnenkort',
  ])
  expect(sentencesOf({ ...one, late: 3, today: 2, reviews: 0, returned: 0, measures: 0 }, 'en')).toEqual([
    '3 controls late, 2 due today',
    '1 question about your measures',
    '1 piece of evidence is about to run out',
  ])
})
