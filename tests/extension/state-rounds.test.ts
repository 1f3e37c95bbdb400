import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Rounds } from '../../extension/state/rounds'
import type { SettlingStore } from '../../extension/state/store'
import { addControl } from '../../shared/commands/controls'
import { addRound, sayConsensus, sayScore, stepRound } from '../../shared/commands/rounds'
import type { Author } from '../../shared/commands/say'
import { createFold, type RunningFold } from '../../shared/fold'
import { roundRoom, submissionAbout } from '../../shared/kinds/round'
import { risksOf } from '../../shared/queries/risks'
import { roundIn } from '../../shared/queries/rounds'
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

// Wednesday 18 November 2026; director p01, managers p05 of bur and p04 of tec.

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
const tell = (room: string, make: (seen: RunningFold, by: Author) => Statement[], by = 'p01'): void => {
  const seen = createFold()
  seen.insert(0, server.statements(room))
  const said = make(seen, author(by, NOW - 3_600_000))
  expect(said.length).toBeGreaterThan(0)
  server.doc(room).getArray('statements').push(said.map(toTuple))
}
const prepare = (): void => {
  tell('org', (seen, by) =>
    addRound(seen, 'r1', { title: 'Ronde', subjects: ['T4'], members: ['p04', 'p05'] }, by),
  )
  tell('org', (seen, by) => stepRound(seen, 'r1', { to: 'scoring' }, by))
}
const close = (): void =>
  tell('org', (seen, by) => stepRound(seen, 'r1', { to: 'consensus', anyway: true }, by))
/** As that member says it, on another device. */
const scores = (member: string, level: number): void => {
  const org = createFold()
  org.insert(0, server.statements('org'))
  const round = roundIn(org, 'r1')
  if (!round) throw new Error('no round')
  tell(roundRoom('r1', member), (seen, by) => sayScore(seen, round, 'T4', { level }, 'enabler', by), member)
}

const storeOf = async (member: string): Promise<SettlingStore> => {
  const store = makeStore(sessionOf(server, member), { scope: 'all' })
  stores.push(store)
  await eventually(() => expect(store.isThrough.value).toBe(true))
  return store
}
const pageOf = async (member: string): Promise<{ store: SettlingStore; rounds: Rounds }> => {
  const store = await storeOf(member)
  const work = await store.work()
  work.open('all')
  const rounds = await store.rounds()
  rounds.look('r1')
  await eventually(() => expect(work.ready.value && rounds.ready.value).toBe(true))
  await eventually(() => expect(rounds.rounds.value).toHaveLength(1))
  return { store, rounds }
}
const visited = (): string[] => server.rooms().filter((room) => room.startsWith('round/'))
const lineOf = (rounds: Rounds) => {
  const round = rounds.rounds.value[0]
  const line = round && rounds.lines.value(round)[0]
  if (!line) throw new Error('no line')
  return { round, line }
}

describe('a round', () => {
  test('opens one’s own scores and nobody else’s while people score, and those of the group once that is closed', async () => {
    prepare()
    scores('p05', 1)
    const { rounds } = await pageOf('p04')
    await eventually(() => expect(rounds.progress.value).toEqual({ known: 1, all: 1 }))
    expect(visited().filter((room) => server.connections(room) > 0)).toEqual(['round/r1/p04'])
    expect(lineOf(rounds).line.scores).toEqual([])
    close()
    await eventually(() => expect(rounds.progress.value).toEqual({ known: 2, all: 2 }))
    await eventually(() => expect(lineOf(rounds).line.scores.map(({ points }) => points)).toEqual([1]))
  })

  test('is scored in one’s own room, and that one is ready is said in one’s own department', async () => {
    prepare()
    const { rounds } = await pageOf('p05')
    const { round } = lineOf(rounds)
    await eventually(() => expect(rounds.mayScore(round)).toBe(true))
    expect(rounds.sayScore(round, 'T4', { level: 9 })).toBe('out-of-range')
    expect(rounds.sayScore(round, 'T4', { level: 3 })).toBeUndefined()
    expect(lineOf(rounds).line.own?.level).toBe(3)
    const ready = (): unknown[] =>
      server
        .statements('dept/bur')
        .filter(({ about }) => about === submissionAbout('r1', 'p05'))
        .map(({ set }) => set.submitted)
    expect(rounds.submit(round)).toBeUndefined()
    await eventually(() => expect(ready()).toEqual([true]))
    expect(rounds.takeBack(round)).toBeUndefined()
    await eventually(() => expect(ready()).toEqual([true, false]))
    await eventually(() => expect(server.statements('round/r1/p05')).toHaveLength(1))
  })

  test('is led by whoever may: others cannot close it, and who leads hears who is missing', async () => {
    prepare()
    const { rounds } = await pageOf('p04')
    expect(rounds.mayLead()).toBe(false)
    expect(rounds.stepRound('r1', { to: 'consensus', anyway: true })).toEqual({ why: 'not-for-you' })
    const lead = (await pageOf('p01')).rounds
    expect(lead.stepRound('r1', { to: 'consensus', submitted: ['p04'] })).toEqual({
      why: 'not-all-submitted',
      missing: ['p05'],
    })
    expect(lead.addRound({ title: 'Nog een', subjects: ['T4'], members: ['p04'] })).toEqual({
      objection: 'group-too-small',
    })
  })

  test('that two people led on apart stays blind until one of them settles it', async () => {
    prepare()
    const before = server.statements('org')
    close()
    // Somebody who had not seen even the opening opened it too.
    const late = createFold()
    late.insert(
      0,
      before.filter(({ set }) => set.state === undefined),
    )
    server
      .doc('org')
      .getArray('statements')
      .push(stepRound(late, 'r1', { to: 'scoring' }, author('p03', NOW)).map(toTuple))
    const lead = (await pageOf('p01')).rounds
    expect(lead.rounds.value[0]?.clashes).toContain('state')
    expect(visited().filter((room) => server.connections(room) > 0)).toEqual([])
    expect(lead.stepRound('r1', { to: 'consensus', anyway: true })).toBeUndefined()
    expect(lead.rounds.value[0]).toMatchObject({ state: 'consensus', clashes: [] })
    await eventually(() => expect(lead.progress.value.all).toBe(2))
  })

  test('is not frozen before all scores are here; then it is, with a hash that holds', async () => {
    prepare()
    scores('p04', 2)
    scores('p05', 1)
    close()
    tell('org', (seen, by) => sayConsensus(seen, 'r1', 'T4', { level: 2 }, 'enabler', by))
    server.holdHistory('round/r1/p05')
    const { rounds } = await pageOf('p01')
    await eventually(() => expect(lineOf(rounds).line.scores).toHaveLength(1))
    expect(rounds.validateRound('r1')).toEqual({ why: 'scores-arriving' })
    server.deliver()
    await eventually(() => expect(rounds.validateRound('r1')).toBeUndefined())
    expect(rounds.frozen('r1')).toMatchObject({
      intact: true,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      content: { subjects: [{ code: 'T4', points: 2, range: [1, 2], count: 2 }] },
    })
    expect(rounds.rounds.value[0]?.state).toBe('validated')
  })
})

describe('a risk', () => {
  test('is covered by the controls one chose and no others; only whoever keeps the library says so', async () => {
    tell('org', (seen, by) => addControl(seen, 'kas', { title: 'Kas geteld', theme: 'geld' }, by))
    tell('org', (seen, by) => addControl(seen, 'brand', { title: 'Blussers nagezien', theme: 'geld' }, by))
    const store = await storeOf('p01')
    const work = await store.work()
    work.open('all')
    await eventually(() => expect(work.ready.value && work.mayWriteIn('dept/bur')).toBe(true))
    const { added } = work.addRisk({ title: 'Kasgeld verdwijnt', department: 'bur' })
    if (!added) throw new Error('no risk')
    const covering = (): string[] =>
      risksOf(work.ground.value, store.controls.value)[0]?.controls.map(({ key }) => key) ?? []
    expect(work.coverRisk(added, ['kas', 'brand'])).toBeUndefined()
    await eventually(() => expect(covering().sort()).toEqual(['brand', 'kas']))
    expect(work.coverRisk(added, ['brand'])).toBeUndefined()
    await eventually(() => expect(covering()).toEqual(['brand']))
    work.undo()
    await eventually(() => expect(covering().sort()).toEqual(['brand', 'kas']))

    expect(work.treatRisk(added, { treatment: 'accept' })).toBe('not-rated')
    expect(work.closeRisk(added, ' ')).toBe('reason-missing')
    const head = await (await storeOf('p05')).work()
    head.open('all')
    await eventually(() => expect(head.mayWriteIn('dept/bur') && head.ready.value).toBe(true))
    expect(head.coverRisk(added, [])).toBe('not-for-you')
  })
})
