import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { SettlingStore } from '../../extension/state/store'
import { addDepartment } from '../../shared/commands/departments'
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

let server: FakeServer
let store: SettlingStore | undefined
const Native = globalThis.WebSocket

beforeEach(async () => {
  newDevice()
  server = await startServer()
  fillOrganisation(server.doc('org'))
})

afterEach(async () => {
  globalThis.WebSocket = Native
  store?.close()
  await server.stop()
})

const addDepartments = (count: number): void => {
  const statements = Array.from({ length: count }, (_, index) =>
    addDepartment(createFold(), `dienst-${index}`, { name: `Dienst ${index}` }, author('p01')),
  )
  server.doc('org').getArray('statements').push(statements.flat().map(toTuple))
}

/** Counts sockets that are opening. */
const countOpening = (): { readonly most: () => number } => {
  let opening = 0
  let most = 0
  globalThis.WebSocket = class extends Native {
    constructor(...given: ConstructorParameters<typeof Native>) {
      super(...given)
      opening += 1
      most = Math.max(most, opening)
      this.addEventListener('open', () => {
        opening -= 1
      })
    }
  }
  return { most: () => most }
}

test('a page with many rooms opens a few sockets at a time, and in the end all of them', async () => {
  addDepartments(20)
  const sockets = countOpening()
  store = makeStore(sessionOf(server, 'p01'), { scope: 'all' })
  // org, and of 22 departments this year and last year.
  await vi.waitFor(() => expect(server.connections()).toBe(45), { timeout: 15_000, interval: 5 })
  await vi.waitFor(() => expect(store?.isThrough.value).toBe(true), { timeout: 15_000, interval: 5 })
  expect(sockets.most()).toBeLessThanOrEqual(8)
}, 30_000)

test('rooms that may not be entered hold nobody up', async () => {
  addDepartments(20)
  for (let index = 0; index < 20; index += 1)
    for (const year of [2025, 2026]) server.refuse(`dept/dienst-${index}/${year}`, 4403)
  store = makeStore(sessionOf(server, 'p01'), { scope: 'all' })
  await vi.waitFor(() => expect(store?.isThrough.value).toBe(true), { timeout: 15_000, interval: 5 })
  expect(server.connections()).toBe(5)
}, 30_000)
