import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { SettlingStore } from '../../extension/state/store'
import type { Work } from '../../extension/state/work-types'
import { measuresOf } from '../../shared/queries/measures'
import {
  actionList,
  agendaOf,
  backlogOf,
  decisionList,
  meetingsOf,
  nextMeeting,
  type PointLine,
} from '../../shared/queries/meetings'
import { allProposalsOf, type Proposal, proposalsOf } from '../../shared/queries/proposals'
import { reportOf, reportsOf } from '../../shared/queries/reports'
import {
  type FakeServer,
  fillOrganisation,
  makeStore,
  newDevice,
  restart,
  sessionOf,
  startServer,
} from './make-store'

// Wednesday 18 November 2026; director p01, managers p05 of bur and p04 of tec, auditor p08.

vi.setConfig({ testTimeout: 30_000 })

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
  vi.waitFor(assertion, { timeout: 8_000, interval: 5 })

const page = async (member = 'p01'): Promise<Work & { readonly store: SettlingStore }> => {
  const store = makeStore(sessionOf(server, member), { scope: 'all' })
  stores.push(store)
  await eventually(() => expect(store.isThrough.value).toBe(true))
  const work = await store.work()
  work.open('all')
  await eventually(() => {
    const { known, all } = work.progress.value
    expect(work.ready.value && all > 0 && known === all).toBe(true)
  })
  return { ...work, store }
}

const planned = (work: Work, day = '2026-11-26'): string => {
  const { added } = work.addMeeting({ day })
  if (!added) throw new Error('no meeting')
  return added.key
}
const point = (work: Work, title: string, meeting?: string): PointLine => {
  const { added } = work.addPoint({ title, ...(meeting && { meeting, section: 'decision' }), minutes: 10 })
  if (!added) throw new Error('no point')
  return found(work, added.about)
}
const found = ({ ground }: Work, about: string): PointLine => {
  const all = [
    ...backlogOf(ground.value),
    ...meetingsOf(ground.value).flatMap(({ key }) => agendaOf(ground.value, key)?.points ?? []),
  ]
  const one = all.find((each) => each.about === about)
  if (!one) throw new Error('no such point')
  return one
}
const titles = ({ ground }: Work, meeting: string): string[] =>
  agendaOf(ground.value, meeting)?.points.map(({ title }) => title) ?? []

describe('a meeting', () => {
  test('without a day is not added, and says so', async () => {
    const work = await page()
    expect(work.addMeeting({ day: '' })).toEqual({ objection: 'day-missing' })
    expect(server.statements('team')).toEqual([])
    const key = planned(work)
    expect(nextMeeting(work.ground.value)?.key).toBe(key)
    expect(work.changeMeeting(key, { day: null })).toBe('day-missing')
    expect(work.changeMeeting('nergens', { where: 'Raadzaal' })).toBe('no-such-meeting')
  })

  test('is nobody’s to write who is not in the management team', async () => {
    const key = planned(await page())
    const auditor = await page('p08')
    expect(auditor.startMeeting(key)).toBe('not-for-you')
    expect(auditor.addPoint({ title: 'Iets' })).toEqual({ objection: 'not-for-you' })
  })

  test('is removed and brought back by undo', async () => {
    const work = await page()
    const key = planned(work)
    work.removeMeeting(key)
    expect(meetingsOf(work.ground.value)).toEqual([])
    work.undo()
    expect(meetingsOf(work.ground.value).map((each) => each.key)).toEqual([key])
  })

  test('notes who is there, all of them as one act', async () => {
    const work = await page()
    const key = planned(work)
    work.attend(key, ['p01', 'p05'], 'present')
    expect(agendaOf(work.ground.value, key)?.attendance).toHaveLength(2)
    work.undo()
    expect(agendaOf(work.ground.value, key)?.attendance).toEqual([])
  })
})

describe('the order of the agenda', () => {
  test('follows what is moved, also among points that have no place yet', async () => {
    const work = await page()
    const key = planned(work)
    for (const title of ['A', 'B', 'C', 'D']) point(work, title, key)
    const among = (): readonly PointLine[] => agendaOf(work.ground.value, key)?.points ?? []
    const move = (title: string, index: number): void => {
      const moved = among().find((each) => each.title === title) as PointLine
      work.movePoint(moved, { meeting: key, section: 'decision', among: among(), index })
    }
    const before = titles(work, key)
    move('D', 0)
    expect(titles(work, key)).toEqual(['D', 'A', 'B', 'C'])
    move('D', 2)
    expect(titles(work, key)).toEqual(['A', 'B', 'D', 'C'])
    move('A', Number.POSITIVE_INFINITY)
    expect(titles(work, key)).toEqual(['B', 'D', 'C', 'A'])
    for (const _ of [1, 2, 3]) work.undo()
    expect(titles(work, key)).toEqual(before)
  })

  test('takes a point from the backlog, and gives it back', async () => {
    const work = await page()
    const key = planned(work)
    const waiting = point(work, 'Telewerk')
    work.movePoint(waiting, { meeting: key, section: 'strategy', among: [], index: 0 })
    expect(found(work, waiting.about)).toMatchObject({ meeting: key, section: 'strategy' })
    work.movePoint(found(work, waiting.about), {
      meeting: null,
      section: 'strategy',
      among: [],
      index: 0,
    })
    expect(backlogOf(work.ground.value).map(({ title }) => title)).toEqual(['Telewerk'])
  })
})

describe('what comes of a point', () => {
  test('is a measure in the department of its owner, seen from both sides, and one act', async () => {
    const work = await page()
    const key = planned(work)
    const late = point(work, 'Kas niet geteld', key)
    const objection = work.concludePoint(late, { outcome: 'measure', conclusion: 'Burgerzaken telt.' }, [
      { title: 'Kas tellen', owner: 'p05', due: '2026-12-01', department: 'bur', status: 'planned' },
    ])
    expect(objection).toBeUndefined()
    expect(found(work, late.about).measures).toMatchObject([{ title: 'Kas tellen', room: 'dept/bur' }])
    expect(measuresOf(work.ground.value)).toMatchObject([{ origin: late.about }])
    expect(actionList(work.ground.value, key)).toHaveLength(1)
    work.undo()
    expect(measuresOf(work.ground.value)).toEqual([])
    expect(found(work, late.about).outcome).toBeUndefined()
  })

  test('is refused whole when a part of it is missing', async () => {
    const work = await page()
    const one = point(work, 'Punt', planned(work))
    expect(work.concludePoint(one, { outcome: 'decision', conclusion: ' ' })).toBe('conclusion-missing')
    const measure = { title: 'Iets doen', owner: 'p05', status: 'planned' } as const
    expect(work.concludePoint(one, { outcome: 'measure', conclusion: '' }, [measure])).toBe('due-missing')
    expect(found(work, one.about).outcome).toBeUndefined()
  })
})

describe('a proposal', () => {
  const lateOnes = (work: Work, store: SettlingStore): Proposal[] =>
    proposalsOf({ ground: work.ground.value, checks: store.checks.value, series: [] }).filter(
      ({ kind }) => kind === 'late',
    )

  test('becomes a point with its link, and is a proposal again after undo', async () => {
    const { store, ...work } = await page()
    const key = planned(work)
    const [first, ...rest] = lateOnes(work, store)
    if (!first) throw new Error('nothing late')
    const { added } = work.pointFromProposal(first, { title: 'Te late controle', meeting: key })
    expect(found(work, added?.about ?? '').links).toEqual([first.about])
    expect(lateOnes(work, store).map((each) => each.key)).toEqual(rest.map((each) => each.key))
    work.undo()
    expect(lateOnes(work, store).map((each) => each.key)).toContain(first.key)
  })

  test('is waved away with a reason, and taken back', async () => {
    const { store, ...work } = await page()
    const [first] = lateOnes(work, store)
    if (!first) throw new Error('nothing late')
    work.dismissProposal(first.key, 'Is vandaag geteld.')
    expect(lateOnes(work, store).map(({ key }) => key)).not.toContain(first.key)
    const all = allProposalsOf({ ground: work.ground.value, checks: store.checks.value, series: [] })
    expect(all.find(({ key }) => key === first.key)?.dismissed).toBe(true)
    work.recallProposal(first.key)
    expect(lateOnes(work, store).map(({ key }) => key)).toContain(first.key)
  })

  test('of a department is taken over by the team, and no longer waits', async () => {
    const manager = await page('p05')
    const { added } = manager.addPoint({ title: 'Openingsuren' }, 'dept/bur')
    expect(added?.room).toBe('dept/bur')
    const work = await page()
    await eventually(() => expect(backlogOf(work.ground.value)).toHaveLength(1))
    const [suggested] = proposalsOf({ ground: work.ground.value, checks: [], series: [] }).filter(
      ({ kind }) => kind === 'suggestion',
    )
    if (!suggested) throw new Error('no suggestion')
    const key = planned(work)
    work.pointFromProposal(suggested, { title: 'Openingsuren', meeting: key })
    expect(titles(work, key)).toEqual(['Openingsuren'])
    expect(backlogOf(work.ground.value)).toEqual([])
  })
})

describe('closing', () => {
  const contentOf = ({ ground }: Work, key: string, words: string) =>
    reportOf(ground.value, key, [{ type: 'line', kind: 'text', inlines: [{ text: words }] }])

  test('freezes the report with its hash, carries over the rest, and cannot be undone', async () => {
    const work = await page()
    const [key, next] = [planned(work), planned(work, '2026-12-10')]
    work.startMeeting(key)
    work.concludePoint(point(work, 'Beslist', key), { outcome: 'decision', conclusion: 'Zo doen we het.' })
    const left = point(work, 'Blijft liggen', key)
    const content = contentOf(work, key, 'Verslag')
    if (!content) throw new Error('no content')
    expect(work.closeMeeting(key, { content, carryTo: next })).toBeUndefined()
    expect(decisionList(work.ground.value, key).map(({ words }) => words)).toEqual(['Zo doen we het.'])
    expect(found(work, left.about)).toMatchObject({ meeting: next, carriedFrom: [key] })
    expect(work.closeMeeting(key, { content })).toBe('closed-already')
    const [report] = reportsOf(work.ground.value, key)
    expect(report?.variants).toMatchObject([
      { intact: true, by: 'p01', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ])
    work.undo()
    expect(reportsOf(work.ground.value, key)).toEqual([report])
  })

  test('makes a later edit a new version, with its reason', async () => {
    const work = await page()
    const key = planned(work)
    work.startMeeting(key)
    const content = contentOf(work, key, 'Verslag')
    if (!content) throw new Error('no content')
    work.closeMeeting(key, { content })
    expect(work.amendReport(key, { content, reason: 'Tikfout' })).toBe('nothing-changed')
    const better = contentOf(work, key, 'Verslag, verbeterd')
    if (!better) throw new Error('no content')
    expect(work.amendReport(key, { content: better, reason: '' })).toBe('reason-missing')
    expect(work.amendReport(key, { content: better, reason: 'Tikfout' })).toBeUndefined()
    expect(reportsOf(work.ground.value, key).map(({ n, reason }) => [n, reason])).toEqual([
      [1, ''],
      [2, 'Tikfout'],
    ])
  })

  test('keeps both reports of two people who closed apart', async () => {
    const one = await page('p01')
    const key = planned(one)
    one.startMeeting(key)
    // A second device of the director, which has not heard of the first since.
    await eventually(() => expect(server.statements('team').length).toBeGreaterThan(1))
    await server.stop()
    const device = globalThis.indexedDB
    server = await restart(server)
    newDevice()
    const other = await page('p01')
    await eventually(() => expect(meetingsOf(other.ground.value)).toHaveLength(1))
    await eventually(() => expect(one.store.sync.value.word).toBe('confirmed'))
    await server.stop()
    await eventually(() =>
      expect([one, other].map(({ store }) => store.sync.value.online)).toEqual([false, false]),
    )
    for (const [work, words] of [
      [one, 'Zoals An het schreef'],
      [other, 'Zoals Chaima het schreef'],
    ] as const) {
      const content = contentOf(work, key, words)
      if (!content) throw new Error('no content')
      expect(work.closeMeeting(key, { content })).toBeUndefined()
    }
    server = await restart(server)
    for (const work of [one, other])
      await eventually(() => expect(reportsOf(work.ground.value, key)[0]?.variants).toHaveLength(2))
    const hashes = ({ ground }: Work): string[] =>
      reportsOf(ground.value, key).flatMap(({ variants }) => variants.map(({ hash }) => hash))
    expect(hashes(one).sort()).toEqual(hashes(other).sort())
    globalThis.indexedDB = device
  })

  test('refuses a report that no update can carry', async () => {
    const work = await page()
    const key = planned(work)
    work.startMeeting(key)
    const content = contentOf(work, key, 'x'.repeat(700_000))
    if (!content) throw new Error('no content')
    expect(work.closeMeeting(key, { content })).toBe('too-large')
    expect(meetingsOf(work.ground.value)[0]?.state).toBe('running')
  })
})
