/** Findings through the store, with a server in between: noted, closed only with an effect, and known to others. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { SettlingStore } from '../../extension/state/store'
import type { Check } from '../../extension/state/types'
import type { Work } from '../../extension/state/work-types'
import { effectNow, type FindingLine, findingsOf, proofFor } from '../../shared/queries/findings'
import { type FakeServer, fillOrganisation, makeStore, newDevice, sessionOf, startServer } from './make-store'

// Wednesday 18 November 2026; director p01, managers p05 of bur and p04 of tec, auditor p08.

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

const eventually = (assertion: () => void): Promise<void> =>
  vi.waitFor(assertion, { timeout: 5_000, interval: 5 })

type Desk = { readonly store: SettlingStore; readonly work: Work }

const desk = async (member: string): Promise<Desk> => {
  const store = makeStore(sessionOf(server, member), { scope: 'all' })
  stores.push(store)
  await eventually(() => expect(store.isThrough.value).toBe(true))
  const work = await store.work()
  work.open('all')
  await eventually(() => {
    const { known, all } = work.progress.value
    expect(work.ready.value && all > 0 && known === all).toBe(true)
  })
  return { store, work }
}
const findings = ({ work }: Desk): FindingLine[] => findingsOf(work.ground.value)
const only = (at: Desk): FindingLine => {
  const [line] = findings(at)
  if (!line) throw new Error('no finding')
  return line
}
const checksOf = ({ store }: Desk): readonly Check[] =>
  store.checks.value.filter(({ department, opens }) => department === 'bur' && opens <= store.today.value)
const failed = (at: Desk): Check => {
  const [first] = checksOf(at)
  if (!first) throw new Error('no check')
  at.store.answer(first, { outcome: 'not-in-order', note: 'Twee ontbreken' })
  return checksOf(at)[0] as Check
}

describe('a finding', () => {
  test('of a failed check begins with what is known, stays one however often it is noted, and shows elsewhere', async () => {
    const els = await desk('p05')
    const boss = await desk('p01')
    const check = failed(els)
    const { added } = els.work.noteFinding(check)
    expect(added?.room).toBe('dept/bur')
    expect(els.work.noteFinding(check).added?.about).toBe(added?.about)
    expect(findings(els)).toHaveLength(1)
    await eventually(() => expect(findings(boss)).toHaveLength(1))
    expect(only(boss)).toMatchObject({
      title: `Niet in orde: ${check.control.title}`,
      note: 'Twee ontbreken',
      department: 'bur',
      check: check.about,
      owner: 'p05',
      stage: 'cause',
    })
    els.work.undo()
    els.work.undo()
    await eventually(() => expect(findings(boss)).toEqual([]))
  })

  test('says why it cannot be closed, with what it hangs on, and nothing changes', async () => {
    const els = await desk('p05')
    els.work.noteFinding(failed(els))
    const close = () => els.work.closeFinding(only(els), { by: 'figure', text: '0 fouten' }, checksOf(els))
    expect(close()).toEqual({ why: 'measure-missing' })
    els.work.addMeasure({
      title: 'Met twee tellen',
      owner: 'p05',
      department: 'bur',
      due: '2026-12-01',
      status: 'running',
      origin: only(els).about,
    })
    expect(close()).toMatchObject({ why: 'measure-open', measures: [{ title: 'Met twee tellen' }] })
    expect(only(els).state).toBe('open')
    const [measure] = only(els).measures
    if (!measure) throw new Error('no measure')
    els.work.stepMeasure(measure, { to: 'done' })
    expect(els.work.closeFinding(only(els), undefined, checksOf(els))).toMatchObject({
      why: 'effect-missing',
    })
    expect(close()).toBeUndefined()
    expect(only(els)).toMatchObject({ state: 'closed', closedBy: 'p05', stage: 'closed' })
    expect(effectNow(proofFor(only(els), checksOf(els)))).toBe('stated')
    expect(els.work.reopenFinding(only(els), ' ')).toBe('reason-missing')
    expect(els.work.reopenFinding(only(els), 'Weer een tekort')).toBeUndefined()
    expect(only(els)).toMatchObject({ state: 'open', reason: 'Weer een tekort', effect: undefined })
    els.work.undo()
    expect(only(els).state).toBe('closed')
  })

  test('that was removed comes back from the bin, and by undo', async () => {
    const els = await desk('p05')
    els.work.noteFinding(failed(els))
    const place = only(els)
    els.work.removeFinding(place)
    expect(findings(els)).toEqual([])
    expect(els.work.restore(place)).toBeUndefined()
    els.work.removeFinding(place)
    els.work.undo()
    expect(only(els).title).toBe(place.title)
  })

  test('of which one may not speak stays as it is, and the verb says so', async () => {
    const els = await desk('p05')
    const check = failed(els)
    els.work.noteFinding(check)
    const auditor = await desk('p08')
    await eventually(() => expect(findings(auditor)).toHaveLength(1))
    expect(auditor.work.noteFinding(check)).toEqual({ objection: 'not-for-you' })
    expect(auditor.work.changeFinding(only(auditor), { severity: 'low' })).toBe('not-for-you')
    expect(auditor.work.addFinding({ title: ' ', department: 'bur' })).toEqual({ objection: 'not-for-you' })
    expect(els.work.addFinding({ title: ' ', department: 'bur' })).toEqual({ objection: 'title-missing' })
    expect(findings(els)).toHaveLength(1)
  })
})
