/** The store against the real server, in this process: the gate, the roles and the codes are its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createApi } from '../../extension/state/api'
import { createRoom } from '../../extension/state/room'
import { readSession } from '../../extension/state/session'
import { signIn } from '../../extension/state/sign-in'
import type { SettlingStore } from '../../extension/state/store'
import type { Check, Session } from '../../extension/state/types'
import { createOrganisation } from '../../server/author'
import { inspectHere } from '../../server/inspect'
import { type Server, startServer } from '../../server/server'
import { answerCheck } from '../../shared/commands/checks'
import type { Ledger } from '../../shared/ledger'
import { author, makeStore, NOW, newDevice, organisationStatements } from './make-store'

// Other work may be going on on the same processor.
vi.setConfig({ testTimeout: 30_000 })

const data = mkdtempSync(join(tmpdir(), 'waarborg-state-'))
const codes = new Map<string, string>()
let server: Server
const stores: SettlingStore[] = []

beforeAll(async () => {
  const options = { now: () => NOW, recover: false, report: () => undefined }
  await createOrganisation(
    data,
    { id: 'zandrode', name: 'Zandrode' },
    options,
    async ({ write, makeCode }) => {
      await write('org', 'p01', organisationStatements())
      for (const member of ['p01', 'p05', 'p08'])
        codes.set(member, await makeCode(member, { reusable: true }))
    },
  )
  server = await serve(0)
})
afterAll(async () => {
  await server.stop()
  rmSync(data, { recursive: true, force: true })
})
beforeEach(newDevice)
afterEach(() => {
  for (const store of stores.splice(0)) store.close()
})

const serve = (port: number): Promise<Server> =>
  startServer({
    config: { data, host: '127.0.0.1', port, origins: [], extension: undefined, log: 'error' },
    version: 'test',
    report: () => undefined,
    inspect: inspectHere,
    tell: () => undefined,
    now: () => NOW,
  })
const sessionFor = async (member: string): Promise<Session> => {
  const result = await signIn({
    server: `127.0.0.1:${server.port}`,
    organisation: 'zandrode',
    code: (codes.get(member) ?? '').toLowerCase().replaceAll('-', ' '),
  })
  if (!('session' in result)) throw new Error(`not signed in: ${result.step} ${result.problem}`)
  return result.session
}
const open = (session: Session, scope: 'mine' | 'all' = 'mine'): SettlingStore => {
  const store = makeStore(session, { scope })
  stores.push(store)
  return store
}
const eventually = (assertion: () => void): Promise<void> =>
  vi.waitFor(assertion, { timeout: 8_000, interval: 10 })
const visit = async (session: Session, scope: 'mine' | 'all' = 'mine'): Promise<SettlingStore> => {
  const store = open(session, scope)
  await eventually(() => expect(store.isThrough.value).toBe(true))
  return store
}
const find = (store: SettlingStore, period: string): Check => {
  const check = store.checks.value.find(
    (each) => each.control.key === 'kas-telling' && each.period === period && each.department === 'bur',
  )
  if (!check) throw new Error(`no ${period}`)
  return check
}

test('a tick of the manager reaches the director, who sees who looks where', async () => {
  const [els, an] = [await visit(await sessionFor('p05')), await visit(await sessionFor('p01'), 'all')]
  els.answer(find(els, '2026-09'), { outcome: 'partly', note: 'één munt te weinig' })
  await eventually(() => expect(els.statusOf(find(els, '2026-09'))).toBe('confirmed'))
  await eventually(() => expect(find(an, '2026-09')).toMatchObject({ outcome: 'partly', answeredBy: 'p05' }))
  els.lookAt(find(els, '2026-09'))
  await eventually(() =>
    expect(an.presence.value).toEqual([
      { member: 'p05', name: 'Els Burger', room: 'dept/bur/2026', at: 'check:kas-telling/2026-09' },
    ]),
  )
})

test('seventy popups of a device that was weeks without network are let in', async () => {
  const session = await sessionFor('p05')
  ;(await visit(session)).close()
  for (let popup = 0; popup < 70; popup += 1) {
    const ending = new AbortController()
    const room = createRoom('dept/bur/2026', { session, now: () => NOW, signal: ending.signal })
    await vi.waitUntil(() => room.ledger.value, { interval: 1 })
    const { fold, append } = room.ledger.value as Ledger
    const answer = { control: 'kas-telling', period: '2026-10', outcome: 'partly', note: `${popup}` } as const
    append(answerCheck(fold, answer, author('p05')))
    await room.settled()
    ending.abort()
  }
  const store = open(session)
  await eventually(() => expect(store.sync.value.unsent).toBe(70))
  await eventually(() => expect(store.sync.value).toMatchObject({ word: 'confirmed', unsent: 0 }))
  const other = await visit(await sessionFor('p01'), 'all')
  expect(other.history(find(other, '2026-10'))).toHaveLength(70)
}, 30_000)

test('work goes on while the server restarts, and is confirmed after', async () => {
  const store = await visit(await sessionFor('p05'))
  const { port } = server
  await server.stop()
  await eventually(() => expect(store.sync.value.word).toBe('offline'))
  store.answer(find(store, '2026-11'), { outcome: 'in-order' })
  await eventually(() => expect(store.statusOf(find(store, '2026-11'))).toBe('here'))
  server = await serve(port)
  await eventually(() => expect(store.statusOf(find(store, '2026-11'))).toBe('confirmed'))
})

test('a code made by the director signs a new colleague in, and a device that is taken away is signed out', async () => {
  const an = await visit(await sessionFor('p01'), 'all')
  const key = an.addMember({
    name: 'Noor Nieuw',
    title: 'Medewerker',
    roles: [{ role: 'contributor', departments: ['bur'], until: undefined }],
  })
  await eventually(() => expect(an.sync.value.unsent).toBe(0))
  const { code } = await an.makeCode(key)
  codes.set(key, code)
  const noor = await visit(await sessionFor(key))
  expect(noor.me.value?.name).toBe('Noor Nieuw')
  expect(noor.mayAnswer(find(noor, '2026-11'))).toBe(true)

  const [device] = await an.devices(key)
  await an.revokeDevice(key, device?.id ?? '')
  await eventually(() => expect(noor.sync.value.word).toBe('signed-out'))
  await expect(sessionFor(key)).rejects.toThrow('code-used')
})

test('a department added and worked in at once is accepted everywhere', async () => {
  const an = await visit(await sessionFor('p01'), 'all')
  const key = an.addDepartment({ name: 'Cultuur' })
  an.assignControl('kas-telling', { departments: ['bur', 'tec', key] })
  await eventually(() => expect(an.checks.value.some(({ department }) => department === key)).toBe(true))
  const check = an.checks.value.find(({ department, period }) => department === key && period === '2026-10')
  if (!check) throw new Error('no check')
  await eventually(() => {
    expect(an.mayAnswer(check)).toBe(true)
    expect(an.sync.value.word).not.toBe('loading')
  })
  an.answer(check, { outcome: 'in-order' })
  await eventually(() => expect(an.statusOf(check)).toBe('confirmed'))
  expect(an.sync.value).toMatchObject({ word: 'confirmed', problem: undefined })
})

test('who may only read is told so before saying anything', async () => {
  const auditor = await visit(await sessionFor('p08'), 'all')
  const check = find(auditor, '2026-11')
  expect(auditor.mayAnswer(check)).toBe(false)
  expect(() => auditor.answer(check, { outcome: 'in-order' })).toThrow('not-for-you')
  expect(auditor.mayManage()).toBe(false)
})

test('who signs out is forgotten by the server too, and without a server just here', async () => {
  const session = await sessionFor('p05')
  const els = await visit(session)
  await els.signOut()
  await expect(createApi(session).devices('p05')).rejects.toThrow('signed-out')
  expect(await readSession()).toBeUndefined()

  const away = await visit(await sessionFor('p05'))
  const { port } = server
  await server.stop()
  await away.signOut()
  expect(await readSession()).toBeUndefined()
  server = await serve(port)
})

test('who signs in again as the same person goes on with what was unsent; someone else does not see it', async () => {
  const els = await visit(await sessionFor('p05'))
  const [device] = (await els.devices('p05')).slice(-1)
  const { port } = server
  await server.stop()
  await eventually(() => expect(els.sync.value.word).toBe('offline'))
  els.answer(find(els, '2026-10'), { outcome: 'partly', note: 'nog te sturen' })
  await eventually(() => expect(els.statusOf(find(els, '2026-10'))).toBe('here'))
  els.close()
  server = await serve(port)
  const an = await visit(await sessionFor('p01'), 'all')
  expect(an.sync.value.unsent).toBe(0)
  await an.revokeDevice('p05', device?.id ?? '')
  expect(find(an, '2026-10').note).not.toBe('nog te sturen')

  const again = await visit(await sessionFor('p05'))
  expect(again.statusOf(find(again, '2026-10'))).toBe('confirmed')
  await eventually(() =>
    expect(find(an, '2026-10')).toMatchObject({ note: 'nog te sturen', answeredBy: 'p05' }),
  )
})
