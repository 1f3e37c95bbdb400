import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Place } from '../../extension/state/quality-types'
import type { SettlingStore, StoreOptions } from '../../extension/state/store'
import type { Work } from '../../extension/state/work-types'
import { addMeasure, changeMeasure } from '../../shared/commands/measures'
import { addRound, stepRound, submitScores } from '../../shared/commands/rounds'
import type { Author } from '../../shared/commands/say'
import { createFold, type RunningFold } from '../../shared/fold'
import { type MeasureLine, measuresOf, myMeasures, slippage } from '../../shared/queries/measures'
import { myWork } from '../../shared/queries/my-work'
import { plansOf } from '../../shared/queries/plans'
import { type Statement, toTuple } from '../../shared/statement'
import {
  author,
  type FakeServer,
  fillOrganisation,
  makeStore,
  NOW,
  newDevice,
  sessionOf,
  startServer,
} from './make-store'

// Wednesday 18 November 2026; director p01, managers p05 of bur and p04 of tec, auditor p08.

let server: FakeServer
const stores: SettlingStore[] = []

beforeEach(async () => {
  newDevice()
  server = await startServer()
  fillOrganisation(server.doc('org'))
})

afterEach(async () => {
  vi.unstubAllGlobals()
  for (const store of stores.splice(0)) store.close()
  await server.stop()
})

const eventually = (assertion: () => void): Promise<void> =>
  vi.waitFor(assertion, { timeout: 5_000, interval: 5 })

/** Says something on the server, as another device would have. */
const tell = (room: string, make: (seen: RunningFold, by: Author) => Statement[]): void => {
  const seen = createFold()
  seen.insert(0, server.statements(room))
  server
    .doc(room)
    .getArray('statements')
    .push(make(seen, author('p01', NOW - 3_600_000)).map(toTuple))
}
const stands = (room: string, key: string, owner = 'p05', due = '2026-11-30'): void =>
  tell(room, (seen, by) =>
    addMeasure(seen, key, { title: `Maatregel ${key}`, owner, due, status: 'running' }, by),
  )

const storeOf = async (member: string, options: Partial<StoreOptions> = {}): Promise<SettlingStore> => {
  const store = makeStore(sessionOf(server, member), { scope: 'all', ...options })
  stores.push(store)
  await eventually(() => expect(store.isThrough.value).toBe(true))
  return store
}
const page = async (member = 'p01'): Promise<Work> => {
  const work = await (await storeOf(member)).work()
  work.open('all')
  await eventually(() => {
    const { known, all } = work.progress.value
    expect(work.ready.value && all > 0 && known === all).toBe(true)
  })
  return work
}
const measures = ({ ground }: Work): MeasureLine[] => measuresOf(ground.value)
const only = (work: Work, key?: string): MeasureLine => {
  const found = measures(work).find((each) => key === undefined || each.key === key)
  if (!found) throw new Error('no measure')
  return found
}
const nowhere: Place = { room: 'dept/tec', about: 'measure:nergens' }

describe('rooms of plans and measures', () => {
  test('are opened for a page about them, and not before', async () => {
    const store = await storeOf('p01')
    const work = await store.work()
    expect(work.ready.value).toBe(false)
    expect(server.rooms()).not.toContain('team')
    work.open('all')
    await eventually(() => expect(work.progress.value).toEqual({ known: 3, all: 3 }))
    expect(server.rooms()).toEqual(expect.arrayContaining(['team', 'dept/bur', 'dept/tec']))
  })

  test('are in a popup only those of one’s own departments, and of the team for who is in it', async () => {
    stands('dept/bur', 'a')
    stands('dept/tec', 'b')
    const store = await storeOf('p05', { scope: 'mine' })
    const work = await store.work()
    work.open('mine')
    await eventually(() => expect(work.progress.value).toEqual({ known: 1, all: 1 }))
    expect(work.seesTeam.value).toBe(false)
    await eventually(() =>
      expect(myMeasures(work.ground.value, 'p05').open.map(({ key }) => key)).toEqual(['a']),
    )
    expect(server.connections('dept/tec')).toBe(0)
  })
})

test('a popup also finds one’s measures in departments where one was responsible when all were seen', async () => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  })
  stands('dept/bur', 'a', 'p01')
  tell('dept/bur', (seen, by) => changeMeasure(seen, 'a', { department: 'bur' }, by))
  expect(only(await page('p01')).owner).toBe('p01')
  await eventually(() => expect([...kept.values()].join()).toContain('bur'))
  const popup = await (await storeOf('p01', { scope: 'mine' })).work()
  popup.open('mine')
  await eventually(() =>
    expect(myMeasures(popup.ground.value, 'p01').open.map(({ key }) => key)).toEqual(['a']),
  )
  expect(popup.progress.value.all).toBe(2)
})

describe('a measure', () => {
  test('stands with the department of its owner, and shows elsewhere what was said of it', async () => {
    const director = await page('p01')
    const manager = await page('p05')
    const { added } = director.addMeasure({
      title: 'Sleutelplan',
      owner: 'p05',
      department: 'bur',
      due: '2026-12-01',
      status: 'planned',
    })
    expect(added).toMatchObject({ room: 'dept/bur', about: expect.stringMatching(/^measure:sleutelplan-/) })
    const before = manager.ground.value
    await eventually(() => expect(manager.ground.value).not.toBe(before))
    expect(only(manager).title).toBe('Sleutelplan')
    expect(manager.answerState(only(manager), { answer: 'De sleutels zijn besteld.' })).toBeUndefined()
    await eventually(() => expect(only(director).answer).toBe('De sleutels zijn besteld.'))
  })

  test('is not moved without a reason, and each move counts with its old day', async () => {
    stands('dept/bur', 'a')
    const work = await page()
    expect(work.moveDue(only(work), '2026-12-15', ' ')).toBe('reason-missing')
    expect(only(work).due).toBe('2026-11-30')
    expect(work.moveDue(only(work), '2026-12-15', 'Leverancier laat weten')).toBeUndefined()
    expect(only(work)).toMatchObject({ due: '2026-12-15', slipped: 1 })
    expect(slippage(only(work).folded).moves).toMatchObject([
      { from: '2026-11-30', to: '2026-12-15', reason: 'Leverancier laat weten', by: 'p01' },
    ])
    work.undo()
    expect(only(work).due).toBe('2026-11-30')
  })

  test('is verified by another than its owner', async () => {
    stands('dept/bur', 'a')
    const owner = await page('p05')
    expect(owner.stepMeasure(only(owner), { to: 'done' })).toBeUndefined()
    expect(owner.stepMeasure(only(owner), { to: 'verified' })).toBe('own-measure')
    const director = await page('p01')
    await eventually(() => expect(only(director).status).toBe('done'))
    expect(director.stepMeasure(only(director), { to: 'verified' })).toBeUndefined()
    expect(only(director)).toMatchObject({ status: 'verified', verified: true, verifiedBy: 'p01' })
  })

  test('of which one may not speak stays as it is, and the verb says so', async () => {
    stands('dept/tec', 'b', 'p04')
    const auditor = await page('p08')
    expect(auditor.moveDue(only(auditor), '2026-12-15', 'Omdat')).toBe('not-for-you')
    expect(auditor.addMeasure({ title: 'Iets', department: 'tec' })).toEqual({ objection: 'not-for-you' })
    expect(auditor.mayOwnIn('p04', 'dept/tec')).toBe(true)
    expect(auditor.mayOwnIn('p05', 'dept/tec')).toBe(false)
    expect(measures(auditor)).toHaveLength(1)
  })

  test('that was removed comes back from the bin', async () => {
    stands('dept/bur', 'a')
    const work = await page()
    const place = only(work)
    expect(work.restore(place)).toBe('not-gone')
    work.removeMeasure(place)
    expect(measures(work)).toEqual([])
    expect(work.restore(place)).toBeUndefined()
    expect(only(work)).toMatchObject({ key: 'a', due: '2026-11-30' })
  })
})

describe('many measures at once', () => {
  test('are previewed without a word, changed as one act, and taken back as one', async () => {
    stands('dept/bur', 'a')
    stands('dept/tec', 'b', 'p04', '2026-11-10')
    const work = await page()
    const chosen = [...measures(work), nowhere]
    const verb = { do: 'shift', days: 14, reason: 'Verlof' } as const
    const preview = work.previewBulk(chosen, verb)
    expect(preview.preview.map(({ about }) => about)).toEqual(['measure:b', 'measure:a'])
    expect(preview.left).toMatchObject([{ about: 'measure:nergens', why: 'no-such-measure' }])
    expect(only(work, 'a').due).toBe('2026-11-30')

    expect(work.bulk(chosen, verb).preview).toEqual(preview.preview)
    expect(measures(work).map(({ due, slipped }) => [due, slipped])).toEqual([
      ['2026-11-24', 1],
      ['2026-12-14', 1],
    ])
    work.undo()
    expect(measures(work).map(({ due }) => due)).toEqual(['2026-11-10', '2026-11-30'])
  })

  test('change only where one may write; the others are named', async () => {
    stands('dept/bur', 'a')
    stands('dept/tec', 'b', 'p04')
    const manager = await page('p05')
    await eventually(() => expect(measures(manager)).toHaveLength(1))
    const outcome = manager.bulk([...measures(manager), { room: 'dept/tec', about: 'measure:b' }], {
      do: 'priority',
      priority: 'high',
    })
    expect(outcome.left).toEqual([{ room: 'dept/tec', about: 'measure:b', why: 'not-for-you' }])
    expect(only(manager).priority).toBe('high')
  })
})

describe('a plan', () => {
  test('of one department stands there and turns; one of several stands with the team', async () => {
    const work = await page()
    const { added } = work.addPlan({ title: 'Vlotter loket', departments: ['bur'] })
    if (!added) throw new Error('not added')
    expect(added.room).toBe('dept/bur')
    expect(work.addPlan({ title: 'Samen', departments: ['bur', 'tec'] }).added?.room).toBe('team')
    expect(work.addPlan({ title: ' ' })).toEqual({ objection: 'title-missing' })
    work.addMeasure({ title: 'Wachtrij meten', department: 'bur', plan: added.about })
    const plan = () => plansOf(work.ground.value).find(({ about }) => about === added.about)
    expect(plan()).toMatchObject({ pdca: 'plan', progress: { total: 1, done: 0 } })
    expect(work.turnPlan(added, { to: 'act' })).toBe('not-next')
    for (const to of ['do', 'check'] as const) expect(work.turnPlan(added, { to })).toBeUndefined()
    expect(work.turnPlan(added, { to: 'act' })).toBe('checker-missing')
    expect(work.turnPlan(added, { to: 'act', checkedBy: 'p05' })).toBeUndefined()
    expect(work.finishPlan(added, 'Geborgd')).toBeUndefined()
    expect(work.reopenPlan(added, '')).toBe('reason-missing')
    expect(work.reopenPlan(added, 'De rij groeit weer')).toBeUndefined()
    expect(plan()?.turns.map(({ to }) => to)).toEqual(['plan', 'do', 'check', 'act', 'plan'])
  })
})

test('a self-assessment that asks for one’s scores is among one’s own work, until they are handed in', async () => {
  tell('org', (seen, by) =>
    addRound(seen, 'r1', { title: 'Ronde', subjects: ['T4'], members: ['p04', 'p05'] }, by),
  )
  tell('org', (seen, by) => stepRound(seen, 'r1', { to: 'scoring' }, by))
  const work = await page('p05')
  const asked = (): string[] =>
    myWork({ member: 'p05', grants: [], checks: [], work: work.ground.value }).rounds.map(({ key }) => key)
  await eventually(() => expect(asked()).toEqual(['r1']))
  tell('dept/bur', (seen, by) => submitScores(seen, 'r1', 'p05', by))
  await eventually(() => expect(asked()).toEqual([]))
})
