import { effect } from '@preact/signals'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { FigurePlace, Look, Quality } from '../../extension/state/quality-types'
import type { SettlingStore, StoreOptions } from '../../extension/state/store'
import type { Session } from '../../extension/state/types'
import { addIndicator, type IndicatorInput } from '../../shared/commands/indicators'
import { giveFigure } from '../../shared/commands/measurements'
import type { Author } from '../../shared/commands/say'
import { createFold, type RunningFold } from '../../shared/fold'
import type { Indicator } from '../../shared/kinds/indicator'
import { guessMapping, previewImport, readTable } from '../../shared/measurement-import'
import { type Figure, figuresOf } from '../../shared/queries/figures'
import { scorecard } from '../../shared/queries/scorecard'
import { seriesOf } from '../../shared/queries/series'
import { type Statement, toTuple } from '../../shared/statement'
import {
  author,
  type FakeServer,
  fillOrganisation,
  makeStore,
  NOW,
  newDevice,
  restart,
  sessionOf,
  startServer,
} from './make-store'

// Wednesday 18 November 2026: the figure of October was due on the 16th.

const DAY = 24 * 3_600_000
/** When the organisation and what stands in it were written down. */
const THEN = NOW - 300 * DAY

const ERRORS: IndicatorInput = {
  name: 'Foute dossiers',
  data: 'proportion',
  chart: 'p',
  factor: 100,
  rhythm: 'monthly',
  departments: ['bur', 'tec'],
  since: '2024-07-01',
  owner: 'p05',
}

let server: FakeServer
const stores: SettlingStore[] = []

beforeEach(async () => {
  newDevice()
  server = await startServer()
  fillOrganisation(server.doc('org'))
  tell('org', (seen, by) => addIndicator(seen, 'fouten', ERRORS, by))
  for (const period of ['2024-07', '2024-08', '2025-12', '2026-08', '2026-09'])
    for (const department of ['bur', 'tec']) given(department, period, 4)
})

afterEach(async () => {
  vi.useRealTimers()
  for (const store of stores.splice(0)) store.close()
  await server.stop()
})

/** Says something on the server, as another device would have. */
const tell = (room: string, make: (seen: RunningFold, by: Author) => Statement[], at = THEN): void => {
  const seen = createFold()
  seen.insert(0, server.statements(room))
  server
    .doc(room)
    .getArray('statements')
    .push(make(seen, author('p01', at)).map(toTuple))
}
const given = (department: string, period: string, numerator: number, at = THEN): void =>
  tell(
    `dept/${department}/${period.slice(0, 4)}`,
    (seen, by) =>
      giveFigure(
        seen,
        { key: 'fouten', data: 'proportion', factor: 100, chart: 'p' },
        period,
        { numerator, denominator: 100, reason: 'nageteld' },
        by,
      ),
    at,
  )

const eventually = (assertion: () => void): Promise<void> =>
  vi.waitFor(assertion, { timeout: 5_000, interval: 5 })

const open = (session: Session, options: Partial<StoreOptions> = {}): SettlingStore => {
  const store = makeStore(session, options)
  stores.push(store)
  return store
}
type Page = { readonly store: SettlingStore; readonly quality: Quality }

/** A popup of someone: nothing is opened for it. */
const popup = async (member = 'p05'): Promise<Page> => {
  const store = open(sessionOf(server, member))
  await eventually(() => expect(store.isThrough.value).toBe(true))
  return { store, quality: await store.quality() }
}
/** A quality page of someone, with all it needs. */
const page = async (member = 'p01', options: Partial<StoreOptions> = {}): Promise<Page> => {
  const store = open(sessionOf(server, member), { scope: 'all', ...options })
  await eventually(() => expect(store.isThrough.value).toBe(true))
  const quality = await store.quality()
  quality.open()
  await eventually(() => expect(isComplete(quality)).toBe(true))
  return { store, quality }
}
const isComplete = ({ ready, progress }: Quality): boolean =>
  ready.value && progress.value.all > 0 && progress.value.known === progress.value.all

const only = ({ indicators }: Look, key = 'fouten'): Indicator => {
  const found = indicators.value.find((each) => each.key === key)
  if (!found) throw new Error(`no indicator ${key}`)
  return found
}
const figures = (look: Look, department = 'bur'): Figure[] =>
  figuresOf(only(look), department, look.ground.value)
const figure = (look: Look, period: string, department = 'bur'): Figure => {
  const found = figures(look, department).find((each) => each.period === period)
  if (!found) throw new Error(`no figure of ${period}`)
  return found
}
const OCTOBER = '2026-10'

describe('rooms', () => {
  test('of departments and earlier years are opened for a quality page, and not before', async () => {
    const store = open(sessionOf(server, 'p01'), { scope: 'all' })
    await eventually(() => expect(store.isThrough.value).toBe(true))
    const quality = await store.quality()
    expect(quality.ready.value).toBe(false)
    expect(server.rooms()).not.toContain('dept/bur')
    expect(figure(quality, '2024-07')).toMatchObject({ state: 'unknown' })

    quality.open()
    await eventually(() => expect(isComplete(quality)).toBe(true))
    await eventually(() => expect(figure(quality, '2024-07')).toMatchObject({ state: 'done', value: 4 }))
    expect(figure(quality, '2024-10')).toMatchObject({ state: 'late' })
    expect(server.rooms()).toEqual(expect.arrayContaining(['dept/bur', 'dept/tec', 'dept/tec/2024']))
    expect(quality.departments.value).toEqual(['bur', 'tec'])
  })

  test('of which a new device has seen nothing make no figure late', async () => {
    server.refuse('dept/bur/2024', 4429)
    const store = open(sessionOf(server, 'p01'), { scope: 'all' })
    const quality = await store.quality()
    quality.open()
    await eventually(() => expect(quality.progress.value).toEqual({ known: 7, all: 8 }))
    await eventually(() => expect(figure(quality, '2026-09').state).toBe('done'))
    expect(quality.ready.value).toBe(true)
    expect(figure(quality, '2024-10').state).toBe('unknown')
    expect(figure(quality, '2024-10', 'tec').state).toBe('late')
  })

  test('are all there from the disk of this device, without a server', async () => {
    const { store } = await page()
    await store.settled()
    store.close()
    await server.stop()

    const again = open(sessionOf(server, 'p01'), { scope: 'all' })
    const quality = await again.quality()
    quality.open()
    await eventually(() => expect(isComplete(quality)).toBe(true))
    await eventually(() => expect(figure(quality, '2024-08')).toMatchObject({ state: 'done', value: 4 }))
    server = await restart(server)
  })

  test('of earlier years leave the server once they are in step with it', async () => {
    const { store } = await page()
    // org, and of two departments this year, last year and what lasts.
    await eventually(() => expect(server.connections()).toBe(7))
    expect(store.sync.value).toMatchObject({ word: 'confirmed', online: true, unsent: 0 })
  })

  test('of earlier years show after a while what others said there', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] })
    let clock = NOW
    const { quality } = await page('p01', { now: () => clock })
    await eventually(() => expect(figure(quality, '2024-07').value).toBe(4))
    await eventually(() => expect(server.connections()).toBe(7))
    given('bur', '2024-07', 6, NOW)
    clock += 10 * 60_000
    vi.advanceTimersByTime(60_000)
    await eventually(() => expect(figure(quality, '2024-07').value).toBe(6))
    await eventually(() => expect(server.connections()).toBe(7))
  })

  test('of earlier years go back to the server with what is said in them', async () => {
    const { store, quality } = await page()
    await eventually(() => expect(server.connections()).toBe(7))
    const before = server.statements('dept/bur/2024').length
    const july = figure(quality, '2024-07')
    quality.giveFigure(july, { numerator: 5, denominator: 100, reason: 'één te weinig geteld' })
    expect(figure(quality, '2024-07')).toMatchObject({ value: 5, corrected: true })
    expect(store.sync.value.unsent).toBe(1)
    await eventually(() => expect(server.statements('dept/bur/2024')).toHaveLength(before + 1))
    await eventually(() => expect(quality.statusOf(july)).toBe('confirmed'))
    await eventually(() => expect(server.connections()).toBe(7))
  })

  test('before the first day of every indicator are found when figures stand in them', async () => {
    given('bur', '2023-05', 8)
    given('bur', '2022-11', 9)
    const { quality } = await page()
    await eventually(() => expect(figure(quality, '2022-11')).toMatchObject({ value: 9 }))
    expect(figure(quality, '2023-05')).toMatchObject({ value: 8 })
  })

  test('are those of one’s own department for its manager', async () => {
    const { quality } = await page('p05')
    expect(quality.departments.value).toEqual(['bur'])
    expect(quality.progress.value).toEqual({ known: 4, all: 4 })
  })
})

describe('what pages look at', () => {
  test('stays the same when a check is ticked, and changes with a figure', async () => {
    const { store, quality } = await popup()
    const grounds: unknown[] = []
    const stop = effect(() => void grounds.push(quality.ground.value))
    const check = store.checks.value.find(({ state }) => state === 'late')
    if (!check) throw new Error('no check')
    store.answer(check, { outcome: 'in-order' })
    await eventually(() => expect(store.statusOf(check)).toBe('confirmed'))
    expect(grounds).toHaveLength(1)
    quality.giveFigure(figure(quality, OCTOBER), { numerator: 3, denominator: 90 })
    expect(grounds).toHaveLength(2)
    stop()
  })

  test('keeps every series about which nothing was said', async () => {
    const { quality } = await page()
    const series = (department: string) => seriesOf(only(quality), department, quality.ground.value)
    await eventually(() => expect(series('tec').missing.length).toBeGreaterThan(0))
    const [bur, tec] = [series('bur'), series('tec')]
    quality.giveFigure(figure(quality, OCTOBER), { numerator: 3, denominator: 90 })
    expect(series('bur')).not.toBe(bur)
    expect(series('tec')).toBe(tec)
  })

  test('follows what others say elsewhere', async () => {
    const { quality } = await page()
    given('bur', OCTOBER, 8)
    await eventually(() => expect(figure(quality, OCTOBER)).toMatchObject({ state: 'done', value: 8 }))
  })

  test('can be as of an earlier moment: figures, charts and definitions', async () => {
    const { quality } = await page()
    const moment = NOW - 100 * DAY
    const look = quality.asOf(moment)
    expect(quality.asOf(moment)).toBe(look)
    await eventually(() => expect(figure(look, '2024-07').state).toBe('done'))
    const [was, other] = [figure(look, '2025-12'), figure(look, '2024-08')]

    given('bur', '2025-12', 6, NOW)
    await eventually(() => expect(figure(quality, '2025-12').value).toBe(6))
    expect(figure(look, '2025-12')).toEqual(was)
    expect(figure(look, '2024-08')).toBe(other)

    quality.changeIndicator('fouten', { name: 'Dossiers met een fout', target: 2 })
    expect(only(quality).name).toBe('Dossiers met een fout')
    expect(only(look)).toMatchObject({ name: 'Foute dossiers', target: undefined })
    expect(look.today.value).toBe('2026-08-10')
    expect(look.ground.value.today).toBe('2026-08-10')
    expect(quality.asOf(THEN - 1).indicators.value).toEqual([])
  })
})

describe('figures that are mine', () => {
  test('are in the popup without opening anything', async () => {
    const { quality } = await popup()
    await eventually(() =>
      expect(quality.myFigures.value.at(-1)).toMatchObject({ period: OCTOBER, state: 'late' }),
    )
    expect(quality.myFigures.value.every(({ department }) => department === 'bur')).toBe(true)
    // org, this year and last year.
    expect(server.connections()).toBe(3)
  })

  test('leave the list when they are given, and come back with undo; the others stay as they are', async () => {
    const { store, quality } = await popup()
    await eventually(() => expect(quality.myFigures.value.length).toBeGreaterThan(1))
    const [first, ...others] = quality.myFigures.value as [Figure, ...Figure[]]
    expect(quality.giveFigure(first, { numerator: 2, denominator: 80 })).toBeUndefined()
    expect(quality.myFigures.value).toHaveLength(others.length)
    for (const [index, other] of others.entries()) expect(quality.myFigures.value[index]).toBe(other)
    await eventually(() => expect(quality.statusOf(first)).toBe('confirmed'))
    expect(quality.history(first)).toMatchObject([{ by: 'p05' }])

    expect(quality.undo()).toMatchObject({ room: first.room, about: first.about })
    expect(quality.myFigures.value).toHaveLength(others.length + 1)
    expect(store.undo()).toBeUndefined()
  })

  test('are none for who only reads', async () => {
    const { quality } = await page('p08')
    expect(figures(quality).some(({ state }) => state === 'late')).toBe(true)
    expect(quality.myFigures.value).toEqual([])
    const october = figure(quality, OCTOBER)
    expect(quality.mayMeasure(october)).toBe(false)
    expect(quality.mayChart(october)).toBe(false)
    expect(quality.mayManageIndicators()).toBe(false)
    expect(() => quality.giveFigure(october, { numerator: 1, denominator: 10 })).toThrow()
  })
})

describe('a figure', () => {
  test('that cannot be is not saved, and one hears why', async () => {
    const { quality } = await page()
    const october = figure(quality, OCTOBER)
    const before = server.statements('dept/bur/2026').length
    expect(quality.giveFigure(october, { numerator: 9, denominator: 3 })).toBe('numerator-above-denominator')
    const september = figure(quality, '2026-09')
    expect(quality.giveFigure(september, { numerator: 9, denominator: 100 })).toBe('reason-missing')
    expect(quality.undo()).toBeUndefined()
    expect(server.statements('dept/bur/2026')).toHaveLength(before)
  })

  test('is explained and taken back', async () => {
    const { quality } = await page()
    await eventually(() => expect(figure(quality, '2026-09').state).toBe('done'))
    const september: FigurePlace = figure(quality, '2026-09')
    quality.explainFigure(september, 'Nieuwe collega')
    expect(figure(quality, '2026-09').measurement).toMatchObject({ comment: 'Nieuwe collega', numerator: 4 })
    quality.takeBackFigure(september, '')
    expect(figure(quality, '2026-09').state).toBe('done')
    quality.takeBackFigure(september, 'van een andere dienst')
    expect(figure(quality, '2026-09').state).toBe('late')
    quality.undo()
    quality.undo()
    expect(figure(quality, '2026-09').measurement).toMatchObject({ comment: '', numerator: 4 })
  })

  test('given while the server is away is here, and arrives later', async () => {
    const { store, quality } = await page()
    await server.stop()
    await eventually(() => expect(store.sync.value.word).toBe('offline'))
    const october = figure(quality, OCTOBER)
    quality.giveFigure(october, { numerator: 3, denominator: 90 })
    await eventually(() => expect(quality.statusOf(october)).toBe('here'))
    server = await restart(server)
    await eventually(() => expect(quality.statusOf(october)).toBe('confirmed'))
  })
})

describe('an import', () => {
  const TEXT = 'maand\tfouten\tdossiers\n2023-11\t3\t90\n2024-07\t4\t100\n2024-09\t5\t90\n2026-10\t6\t90'
  const rowsOf = (quality: Quality) => {
    const table = readTable(TEXT, only(quality))
    const mapping = { ...guessMapping(table, only(quality)), period: 0, numerator: 1, denominator: 2 }
    return previewImport(table, mapping, only(quality), 'bur', quality.ground.value)
  }

  test('is one act in several rooms, of which what stands already is no part', async () => {
    const { quality } = await page()
    await eventually(() => expect(figure(quality, '2024-07').state).toBe('done'))
    await quality.openYear('bur', 2023)
    await eventually(() =>
      expect(rowsOf(quality).map(({ standing }) => standing)).toEqual(['new', 'same', 'new', 'new']),
    )
    const target = { indicator: only(quality), department: 'bur' }
    expect(await quality.importRows(rowsOf(quality), target)).toBe(3)
    await eventually(() => expect(figure(quality, '2023-11').state).toBe('done'))
    expect(figure(quality, '2024-09').value).toBeCloseTo(5.5556, 3)
    await eventually(() => expect(server.statements('dept/bur/2023')).toHaveLength(1))

    quality.undo()
    expect(figure(quality, '2024-09').state).toBe('late')
    expect(figure(quality, OCTOBER).state).toBe('late')
    expect(quality.undo()).toBeUndefined()
  })

  test('that reaches into a closed year says nothing at all', async () => {
    tell('org', (_, by) => [
      { v: 1, id: by.id(), at: by.at, by: by.by, about: 'year:bur/2024', set: { closed: true } },
    ])
    const { quality } = await page()
    await eventually(() => expect(figure(quality, '2024-07').state).toBe('done'))
    const target = { indicator: only(quality), department: 'bur' }
    await expect(quality.importRows(rowsOf(quality), target)).rejects.toMatchObject({
      problem: 'not-for-you',
    })
    expect(figure(quality, OCTOBER).state).toBe('late')
  })
})

describe('a chart', () => {
  test('has its events, exclusions and limits changed, and changed back', async () => {
    const { quality } = await page('p05')
    const series = () => seriesOf(only(quality), 'bur', quality.ground.value)
    await eventually(() => expect(series().figures[0]).toMatchObject({ state: 'done' }))
    const place = { indicator: only(quality), department: 'bur' }

    quality.addEvent(place, '2026-08', { title: 'Nieuw loket', phase: true })
    expect(series().phases).toHaveLength(2)
    quality.changeEvent(place, '2026-08', { phase: false })
    expect(series()).toMatchObject({ marks: [{ title: 'Nieuw loket', phase: false }] })
    quality.excludePoint(place, '2025-12', 'server stuk')
    expect(series().excluded).toMatchObject([{ period: '2025-12', reason: 'server stuk' }])
    quality.rebaseChart(place, { baseline: { from: '2024-07', to: '2025-12' }, reason: 'nieuw begin' })
    expect(series().baseline).toMatchObject({ from: '2024-07', reason: 'nieuw begin' })
    await eventually(() => expect(server.statements('dept/bur')).toHaveLength(4))

    quality.undo()
    expect(series().baseline).toBeUndefined()
    quality.removeEvent(place, '2026-08')
    expect(series().marks).toEqual([])
  })
})

describe('a definition', () => {
  const entry = { id: 'dv01', fields: { name: 'Wachttijd', data: 'rate', departments: ['bur'] } } as const
  const adoption = { library: 'waarborg', version: 1, entry }

  test('is adopted under its own key, and a second time under another', async () => {
    const { quality } = await page()
    expect(quality.adoptIndicator(adoption, { since: '2026-01-01' })).toBe('dv01')
    expect(only(quality, 'dv01')).toMatchObject({ name: 'Wachttijd', since: '2026-01-01' })
    const second = quality.adoptIndicator(adoption, { name: 'Wachttijd aan loket 2' })
    expect(second).toMatch(/^wachttijd-aan-loket-2-/)
    expect(only(quality, second).library).toEqual({ library: 'waarborg', id: 'dv01', version: 1 })
    quality.removeIndicator('dv01')
    expect(quality.indicators.value.map(({ key }) => key)).not.toContain('dv01')
    expect(quality.adoptIndicator(adoption)).toBe('dv01')
  })

  test('is added, changed, assigned and ended, each of which can be undone', async () => {
    const { quality } = await page()
    const key = quality.addIndicator({ name: 'Klachten', data: 'count', chart: 'c', departments: ['bur'] })
    quality.assignIndicator(key, { departments: ['bur', 'tec'], owner: 'p04' })
    quality.endIndicator(key, '2026-12-31')
    expect(only(quality, key)).toMatchObject({ owner: 'p04', until: '2026-12-31' })
    expect(quality.undo()).toEqual(expect.objectContaining({ room: 'org', about: `indicator:${key}` }))
    quality.undo()
    expect(only(quality, key)).toMatchObject({ owner: undefined, until: undefined, departments: ['bur'] })
    const goal = quality.addObjective({ code: 'BD 1', name: 'Dienstverlening' })
    quality.changeObjective(goal, { priority: true })
    expect(quality.objectives.value).toMatchObject([{ key: goal, priority: true }])
    quality.removeObjective(goal)
    expect(quality.objectives.value).toEqual([])
  })

  test('that begins earlier opens the years it asks for', async () => {
    const { quality } = await page()
    quality.changeIndicator('fouten', { since: '2021-01-01' })
    await eventually(() => expect(quality.progress.value).toEqual({ known: 14, all: 14 }))
    await eventually(() => expect(figure(quality, '2021-03').state).toBe('late'))
    const rows = scorecard(quality.indicators.value, quality.ground.value)
    expect(rows.filter(({ department }) => department !== undefined)).toHaveLength(2)
  })

  test('is not for who manages a department', async () => {
    const { quality } = await page('p05')
    expect(quality.mayManageIndicators()).toBe(false)
    expect(() => quality.removeIndicator('fouten')).toThrow()
    expect(quality.mayChart({ department: 'bur' })).toBe(true)
    expect(quality.mayChart({ department: 'tec' })).toBe(false)
  })
})

test('undo takes back the last act, whether it was about a member or about a figure', async () => {
  const { store, quality } = await page()
  quality.giveFigure(figure(quality, OCTOBER), { numerator: 3, denominator: 90 })
  store.removeMember('p04')
  expect(store.members.value.map(({ key }) => key)).not.toContain('p04')
  expect(store.undo()).toBeUndefined()
  expect(store.members.value.map(({ key }) => key)).toContain('p04')
  expect(figure(quality, OCTOBER).state).toBe('done')
})
