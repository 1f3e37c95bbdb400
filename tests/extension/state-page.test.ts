// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { signal } from '@preact/signals'
import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type Disk, openDisk } from '../../extension/state/disk'
import { createDrafts } from '../../extension/state/drafts'
import { keepSnapshot, snapshotOf } from '../../extension/state/keep-snapshot'
import { keepLanguage, readLanguage, storedLanguage } from '../../extension/state/settings'
import {
  clearSnapshots,
  keepView,
  readSnapshot,
  readView,
  writeSnapshot,
} from '../../extension/state/snapshot'
import type { Check, Store, SyncState } from '../../extension/state/types'
import { control } from '../../shared/kinds/control'
import { department } from '../../shared/kinds/department'
import { readRecord } from '../../shared/kinds/kind'
import { member } from '../../shared/kinds/member'

beforeEach(() => localStorage.clear())

const SNAPSHOT = 'waarborg.snapshot'

/** Whatever may stand in storage: nothing, garbage, JSON of any shape, a snapshot with odd fields. */
const anything = fc.oneof(
  fc.string(),
  fc.json(),
  fc
    .record(
      {
        v: fc.constantFrom(1, 2, '1'),
        today: fc.constantFrom('2026-11-18', 'gisteren', 5),
        member: fc.constantFrom('p05', null),
        rows: fc.array(
          fc.oneof(fc.object(), fc.constant({ about: 'a', room: 'b', due: '2026-11-30', state: 'late' })),
        ),
        sync: fc.object(),
        next: fc.object(),
        done: fc.double(),
      },
      { requiredKeys: [] },
    )
    .map((value) => JSON.stringify(value)),
)

describe('the stored view', () => {
  test('is nothing, or something that can be drawn, whatever stands in storage', () => {
    fc.assert(
      fc.property(anything, (text) => {
        localStorage.setItem(SNAPSHOT, text)
        const snapshot = readSnapshot()
        if (snapshot === undefined) return
        expect(snapshot.today).toMatch(/^\d{4}-\d\d-\d\d$/)
        for (const row of snapshot.rows) expect(['late', 'today', 'soon', 'done']).toContain(row.state)
        expect(Number.isInteger(snapshot.done)).toBe(true)
      }),
    )
  })

  test('holds what the popup would draw: clashes first, in the language of the moment', () => {
    const store = storeOf([
      checkOf('kas', { state: 'soon', due: '2026-11-30' }),
      checkOf('lokalen', { state: 'late', due: '2026-11-02' }),
      checkOf('post', { state: 'done', due: '2026-11-20', outcome: 'partly', clash: true }),
      checkOf('jaar', { state: 'later', opens: '2026-12-01', due: '2026-12-31' }),
    ])
    const snapshot = snapshotOf(store, 'en')
    expect(snapshot?.rows.map(({ title }) => title)).toEqual([
      'post in English',
      'kas in English',
      'lokalen in English',
    ])
    // A contradiction is not done before somebody has settled it.
    expect(snapshot).toMatchObject({ member: 'p05', done: 0, total: 3, next: { title: 'jaar in English' } })
    if (snapshot) writeSnapshot(snapshot)
    expect(readSnapshot()?.rows).toEqual(snapshot?.rows)
  })

  test('is not made of a history of which a part is still to come', () => {
    const ending = new AbortController()
    keepSnapshot(storeOf([checkOf('kas', { state: 'late' })], 1), ending.signal)
    window.dispatchEvent(new Event('pagehide'))
    expect(readSnapshot()).toBeUndefined()
    ending.abort()
  })

  test('is written when the page goes, also when nothing has changed for a while', () => {
    const ending = new AbortController()
    const store = storeOf([checkOf('kas', { state: 'late' })])
    keepSnapshot(store, ending.signal)
    window.dispatchEvent(new Event('pagehide'))
    expect(readSnapshot()?.rows).toHaveLength(1)
    ending.abort()
    localStorage.clear()
    window.dispatchEvent(new Event('pagehide'))
    expect(readSnapshot()).toBeUndefined()
  })

  test('does not claim to know of the network, nor of a problem that may be over', () => {
    const store = storeOf([])
    const snapshot = snapshotOf(store, 'nl')
    if (snapshot) writeSnapshot({ ...snapshot, sync: { ...SYNC, problem: 'disk-full', online: true } })
    expect(readSnapshot()?.sync).toMatchObject({ online: false, problem: undefined })
  })

  test('of a page is forgotten with everything else when someone signs out', () => {
    keepView('dashboard', { rows: 3 })
    expect(readView('dashboard')).toEqual({ rows: 3 })
    clearSnapshots()
    expect(readView('dashboard')).toBeUndefined()
  })
})

describe('a half-typed note', () => {
  test('outlives the page, for this check and this person only', () => {
    createDrafts('p05').writeDraft('dept/bur/2026|check:kas/2026-11', { outcome: 'partly', note: 'een mu' })
    expect(createDrafts('p05').readDraft('dept/bur/2026|check:kas/2026-11')).toEqual({
      outcome: 'partly',
      note: 'een mu',
    })
    expect(createDrafts('p05').readDraft('dept/tec/2026|check:kas/2026-11')).toBeUndefined()
    expect(createDrafts('p04').readDraft('dept/bur/2026|check:kas/2026-11')).toBeUndefined()
    createDrafts('p05').clearDraft('dept/bur/2026|check:kas/2026-11')
    expect(createDrafts('p05').readDraft('dept/bur/2026|check:kas/2026-11')).toBeUndefined()
  })

  test('is a note or nothing, whatever stands in storage', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        localStorage.setItem('waarborg.draft/p05/x', text)
        const draft = createDrafts('p05').readDraft('x')
        expect(draft === undefined || typeof draft.note === 'string').toBe(true)
      }),
    )
  })

  test('that cannot be kept is no reason to fail', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError')
    })
    expect(() => createDrafts('p05').writeDraft('x', { note: 'te lang' })).not.toThrow()
    vi.restoreAllMocks()
  })
})

describe('a tick of which the page closes while the disk is still busy', () => {
  const open = (ending: AbortController) =>
    openDisk('waarborg/test/zandrode/p05/dept/bur/2026', {
      signal: ending.signal,
      isFromServer: () => false,
      confirmed: () => new Map(),
      recall: () => undefined,
      changed: () => undefined,
    })
  const said = ({ doc }: Disk): unknown[] => doc.getArray('statements').toArray()

  test('is there at the next opening, and then on the disk', async () => {
    const closed = new AbortController()
    const first = await open(closed)
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('the page is gone', 'AbortError')
    })
    first.doc.getArray('statements').push([['een tik']])
    closed.abort()
    await vi.waitFor(() => expect(add).toHaveBeenCalled())
    vi.restoreAllMocks()

    const second = new AbortController()
    const again = await open(second)
    expect(said(again)).toEqual([['een tik']])
    await again.settled()
    await vi.waitFor(() => expect(Object.keys(localStorage)).toEqual([]))
    second.abort()
    const third = new AbortController()
    expect(said(await open(third))).toEqual([['een tik']])
    third.abort()
  })

  test('is not what someone else left in storage', async () => {
    localStorage.setItem('waarborg.pending/waarborg/test/zandrode/p05/dept/bur/2026#x', 'geen base64 ✗')
    localStorage.setItem('waarborg.pending/waarborg/test/zandrode/p05/dept/bur/2026#y', 'AAECAw==')
    const ending = new AbortController()
    const disk = await open(ending)
    expect(disk.problem()).toBeUndefined()
    ending.abort()
  })
})

test('the language is Dutch until chosen, then the same for pages and background', async () => {
  expect(readLanguage()).toBe('nl')
  await keepLanguage('en')
  expect(readLanguage()).toBe('en')
  expect(await storedLanguage()).toBe('en')
  localStorage.setItem('waarborg.language', 'klingon')
  expect(readLanguage()).toBe('nl')
})

const SYNC: SyncState = { word: 'here', unsent: 1, online: true, confirmedAt: undefined, problem: undefined }

const foldedOf = (about: string, set: Record<string, string>) => ({
  about,
  statements: [],
  fields: new Map(Object.entries(set).map(([name, value]) => [name, { value, heads: [], clash: false }])),
})

const checkOf = (key: string, given: Partial<Check>): Check => ({
  about: `check:${key}/2026-11`,
  control: readRecord(control, foldedOf(`control:${key}`, { title: key, titleEn: `${key} in English` })),
  department: 'bur',
  period: '2026-11',
  room: 'dept/bur/2026',
  opens: '2026-11-01',
  due: '2026-11-30',
  state: 'soon',
  note: '',
  clash: false,
  ...given,
})

/** The few facts that a snapshot is made of. */
const storeOf = (checks: readonly Check[], arriving = 0): Store =>
  ({
    ready: signal(true),
    arriving: signal(arriving),
    today: signal('2026-11-18'),
    me: signal(readRecord(member, foldedOf('member:p05', { name: 'Els Burger' }))),
    organisationName: signal('Zandrode'),
    departments: signal([readRecord(department, foldedOf('department:bur', { name: 'Burgerzaken' }))]),
    themes: signal([]),
    members: signal([]),
    mine: signal(checks),
    forWhom: () => undefined,
    sync: signal(SYNC),
  }) as unknown as Store
