import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Library } from '../../extension/state/library-types'
import type { SettlingStore } from '../../extension/state/store'
import { FRAMEWORKS } from '../../shared/libraries/frameworks'
import { ruleOf } from '../../shared/queries/rules'
import { textVersions } from '../../shared/queries/text'
import {
  createReader,
  guessColumns,
  type Known,
  type Row,
  readSheet,
  type Sheet,
} from '../../shared/work-import'
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
  vi.unstubAllGlobals()
  for (const store of stores.splice(0)) store.close()
  await server.stop()
})

const eventually = (assertion: () => void): Promise<void> =>
  vi.waitFor(assertion, { timeout: 5_000, interval: 5 })

const open = async (member = 'p01'): Promise<{ store: SettlingStore; library: Library }> => {
  const store = makeStore(sessionOf(server, member), { scope: 'all' })
  stores.push(store)
  await eventually(() => expect(store.isThrough.value).toBe(true))
  return { store, library: await store.library() }
}
const titles = ({ controls }: SettlingStore): string[] => controls.value.map(({ title }) => title)
const find = ({ controls }: SettlingStore, key: string) => {
  const found = controls.value.find((control) => control.key === key)
  if (!found) throw new Error(`no control ${key}`)
  return found
}

describe('the built-in library', () => {
  test('is adopted with the themes it needs, taken back as one act, and adopted again', async () => {
    const { store, library } = await open()
    const before = titles(store)
    expect(library.adopt(['c001', 'c058'], ['bur', 'tec'])).toBe(2)
    expect(find(store, 'c001').departments).toEqual(['bur', 'tec'])
    expect(store.themes.value.some(({ key }) => key === 'aanpak')).toBe(true)
    library.undo()
    expect(titles(store)).toEqual(before)
    expect(store.themes.value.some(({ name }) => name === '')).toBe(false)
    expect(library.adopt(['c001'], ['bur'])).toBe(1)
    expect(library.adopt(['c001'], ['tec'])).toBe(0)
    expect(find(store, 'c001').departments).toEqual(['bur'])
  })

  test('of themes is put in own words, with goals of one’s own, and refused where a code is not its own', async () => {
    const { store, library } = await open()
    library.adoptTheme('aanpak')
    const theme = () => store.themes.value.find(({ key }) => key === 'aanpak')
    const goals = theme()?.goals ?? []
    const own = { code: 'Z1', name: 'Van ons', nameEn: '' }
    expect(library.changeTheme('aanpak', { goals: [...goals, { ...own, code: goals[0]?.code ?? '' }] })).toBe(
      'code-taken',
    )
    expect(library.changeTheme('aanpak', { name: ' ' })).toBe('name-missing')
    expect(library.changeTheme('aanpak', { name: 'Onze aanpak', goals: [...goals, own] })).toBeUndefined()
    expect(theme()?.name).toBe('Onze aanpak')
    expect(theme()?.goals.at(-1)).toEqual(own)
    library.undo()
    expect(theme()?.goals).toEqual(goals)
  })

  test('of frameworks is adopted once, reworded, added to, and linked to controls as one act', async () => {
    const { store, library } = await open()
    const caf = FRAMEWORKS.find(({ id }) => id === 'caf2020')
    if (!caf) throw new Error('CAF is gone')
    expect(library.adoptFramework(caf)).toBe(caf.items.length)
    expect(library.adoptFramework(caf)).toBe(0)
    const [first] = library.requirements.value.filter(({ code }) => code === '1.1')
    if (!first) throw new Error('1.1 is gone')
    library.changeRequirement(first.key, { name: 'In onze woorden' })
    expect(library.addRequirement({ framework: 'caf2020', code: '1.1', name: 'Dubbel' })).toBe('code-taken')
    expect(library.addRequirement({ framework: 'caf2020', code: 'Z1', name: 'Van ons' })).toBeUndefined()
    expect(library.requirements.value.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['In onze woorden', 'Van ons']),
    )
    const [one, two] = store.controls.value.map(({ key }) => key)
    library.coverRequirement(first.about, [one ?? '', two ?? ''])
    expect(
      store.controls.value.filter(({ requirements }) => requirements.includes(first.about)),
    ).toHaveLength(2)
    library.coverRequirement(first.about, [two ?? ''])
    expect(find(store, one ?? '').requirements).toEqual([])
    library.undo()
    expect(find(store, one ?? '').requirements).toEqual([first.about])
  })
})

describe('a control', () => {
  test('is added, reworded with its texts kept, ended, and refused where something is missing', async () => {
    const { store, library } = await open()
    expect(library.addControl({ title: 'Zonder thema', theme: '' }).objection).toBe('theme-missing')
    const { added } = library.addControl({
      title: 'Badges nagezien',
      theme: 'geld',
      departments: ['bur'],
      rhythm: 'monthly',
      rule: ruleOf({ by: 'working-day', n: 5, months: [] }),
    })
    if (!added) throw new Error('not added')
    expect(library.changeControl(added.key, { title: ' ' })).toBe('title-missing')
    expect(library.changeControl(added.key, { patterns: ['file:///etc'] })).toBe('pattern-odd')
    library.changeControl(added.key, { title: 'Badges en sleutels nagezien' })
    expect(textVersions(library.folded(added.key)).map(({ title }) => title)).toEqual([
      'Badges nagezien',
      'Badges en sleutels nagezien',
    ])
    expect(find(store, added.key).textSince).toBe('2026-11-18')
    library.endControl(added.key, '2026-12-31')
    expect(find(store, added.key).until).toBe('2026-12-31')
    library.removeControl(added.key)
    expect(titles(store)).not.toContain('Badges en sleutels nagezien')
  })

  test('gets another rhythm from a day on, and says why it cannot', async () => {
    const { store, library } = await open()
    const [control] = store.controls.value
    if (!control) throw new Error('no control')
    const weekly = { rhythm: 'weekly', rule: ruleOf({ by: 'weekday', weekday: 2, every: 1 }) } as const
    expect(library.changeRhythm(control.key, weekly, '2026-12-01')).toBeUndefined()
    expect(find(store, control.key).rule?.rrule).toContain('BYDAY=TU')
    expect(find(store, control.key).former.at(-1)?.until).toBe('2026-11-30')
    expect(library.changeRhythm(control.key, weekly, '2026-12-01')).toBe('nothing-changed')
    const often = { rhythm: 'yearly', rule: ruleOf({ by: 'month-day', day: 1, months: [3, 9] }) } as const
    expect(library.changeRhythm(control.key, often, '2026-12-01')).toBe('too-often')
  })

  test('is changed by nobody who only reads', async () => {
    const { store, library } = await open('p05')
    const [control] = store.controls.value
    expect(library.mayManage()).toBe(false)
    expect(library.changeControl(control?.key ?? '', { title: 'Anders' })).toBe('not-for-you')
    expect(library.addControl({ title: 'Nieuw', theme: 'geld' }).objection).toBe('not-for-you')
  })
})

describe('a spreadsheet', () => {
  const known: Known = {
    themes: [{ key: 'geld', code: 'T4', name: 'Geld', goals: [] }],
    departments: [
      { key: 'bur', name: 'Burgerzaken' },
      { key: 'tec', name: 'Technische dienst' },
    ],
    members: [],
    titles: [],
    since: '2026-11-18',
  }
  const read = async (
    library: Library,
    text: string,
    target: 'controls' | 'measures',
  ): Promise<readonly Row[]> => {
    const sheet = readSheet(text) as Sheet
    const reader = createReader(sheet, target, guessColumns(sheet, target), known)
    return library.previewRows(sheet, target, reader, () => false)
  }

  test('of a thousand controls is taken over in parts, and taken back as one', async () => {
    const { store, library } = await open()
    const before = titles(store)
    const lines = Array.from(
      { length: 1_000 },
      (_, index) => `Controle ${index};Geld;Burgerzaken;maandelijks`,
    )
    const rows = await read(library, ['Controle;Thema;Diensten;Ritme', ...lines].join('\n'), 'controls')
    const steps: number[] = []
    const { added, barred, undo } = await library.importRows(rows, (done) => steps.push(done) < 0)
    expect({ added, barred }).toEqual({ added: 1_000, barred: [] })
    expect(steps.length).toBeGreaterThan(1)
    expect(steps.at(-1)).toBe(1_000)
    expect(store.controls.value).toHaveLength(before.length + 1_000)
    // On its way to the server in messages that its gate takes.
    await eventually(() => expect(store.sync.value.word).toBe('confirmed'))
    expect(await undo(() => false)).toBe(1_000)
    expect(titles(store)).toEqual(before)
  })

  test('of actions leaves out departments in which one may not write, and names them', async () => {
    const { store, library } = await open('p05')
    const work = await store.work()
    work.open('all')
    await eventually(() => expect(work.ready.value).toBe(true))
    const rows = await read(
      library,
      'Actie;Dienst\nVan ons;Burgerzaken\nVan hen;Technische dienst',
      'measures',
    )
    const { added, barred } = await library.importRows(rows, () => false)
    expect({ added, barred }).toEqual({ added: 1, barred: ['dept/tec'] })
  })

  test('that is stopped keeps what was taken over, and that can be taken back', async () => {
    const { store, library } = await open()
    const before = store.controls.value.length
    const lines = Array.from({ length: 1_200 }, (_, index) => `Controle ${index};Geld`)
    const rows = await read(library, ['Controle;Thema', ...lines].join('\n'), 'controls')
    const { added, undo } = await library.importRows(rows, () => true)
    expect(added).toBeLessThan(1_200)
    expect(store.controls.value).toHaveLength(before + added)
    await undo(() => false)
    expect(store.controls.value).toHaveLength(before)
  })
})
