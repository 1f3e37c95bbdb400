/** A small municipality for tests of the dashboard: three departments, five controls, a year of answers, one clash. */
import { signal } from '@preact/signals'
import { act, render } from '@testing-library/preact'
import { Dashboard, type Parts } from '../../extension/views/dashboard/Dashboard'
import { createModel, type Model, type Tools } from '../../extension/views/dashboard/model'
import * as parts from '../../extension/views/dashboard/parts'
import type { Picture } from '../../extension/views/dashboard/picture'
import { createRouter } from '../../extension/views/dashboard/router'
import { answerCheck } from '../../shared/commands/checks'
import { addControl, addTheme } from '../../shared/commands/controls'
import { addDepartment } from '../../shared/commands/departments'
import { addMember } from '../../shared/commands/members'
import { nameOrganisation } from '../../shared/commands/organisation'
import type { Author } from '../../shared/commands/say'
import type { Outcome } from '../../shared/kinds/check'
import type { Grant } from '../../shared/kinds/member'
import type { Statement } from '../../shared/statement'
import './patience'
import { createFakeStore, type FakeStore } from './fake-dashboard-store'
import { createFakeDrafts, createFakeShell } from './fake-store'

/** Saturday 21 November 2026, 14:02 in Flanders. */
export const NOW = Date.UTC(2026, 10, 21, 13, 2)
const NOTHING = { get: () => undefined }

let made = 0
const author = (by: string, day: string): Author => ({
  by,
  at: Date.parse(`${day}T09:00:00Z`),
  id: () => {
    made += 1
    return `made${String(made).padStart(12, '0')}`
  },
})

const grant = (role: Grant['role'], ...departments: string[]): Grant => ({
  role,
  departments,
  until: undefined,
})

const SINCE = '2026-01-01'

const org = (): Statement[] => {
  const an = author('p01', SINCE)
  return [
    ...nameOrganisation(NOTHING, 'Gemeente Zandrode', an),
    ...addMember(
      NOTHING,
      'p01',
      { name: 'An Verlinden', title: 'Algemeen directeur', roles: [grant('director')] },
      an,
    ),
    ...addMember(
      NOTHING,
      'p05',
      { name: 'Els Goossens', title: 'Diensthoofd', roles: [grant('manager', 'bur')] },
      an,
    ),
    ...addMember(
      NOTHING,
      'p24',
      { name: 'Sofie Dewaele', title: 'Medewerker', roles: [grant('contributor', 'bur')] },
      an,
    ),
    ...addMember(NOTHING, 'p30', { name: 'Rik Lezer', title: 'Raadslid', roles: [grant('team')] }, an),
    ...addDepartment(
      NOTHING,
      'bur',
      { name: 'Burgerzaken', nameEn: 'Civil affairs', cluster: 'Burger', place: '1' },
      an,
    ),
    ...addDepartment(NOTHING, 'tec', { name: 'Technische uitvoering', nameEn: 'Works', place: '2' }, an),
    ...addDepartment(NOTHING, 'kla', { name: 'Klachten', nameEn: 'Complaints', place: '3' }, an),
    ...addTheme(
      NOTHING,
      'financieel',
      { code: 'T4', name: 'Financieel management', nameEn: 'Finance', place: '1' },
      an,
    ),
    ...addTheme(NOTHING, 'ict', { code: 'T10', name: 'ICT', nameEn: 'ICT', place: '2' }, an),
    ...addControl(
      NOTHING,
      'kas',
      {
        title: 'Kas geteld',
        titleEn: 'Cash counted',
        theme: 'financieel',
        rhythm: 'monthly',
        departments: ['bur', 'tec'],
        evidence: 'Telblad',
        since: SINCE,
        isKey: true,
      },
      an,
    ),
    ...addControl(
      NOTHING,
      'post',
      { title: 'Post opgevolgd', theme: 'ict', rhythm: 'weekly', departments: ['bur'], since: '2026-10-15' },
      an,
    ),
    ...addControl(
      NOTHING,
      'rechten',
      { title: 'Rechten nagekeken', theme: 'ict', rhythm: 'quarterly', departments: ['bur'], since: SINCE },
      an,
    ),
  ]
}

const answer = (
  by: string,
  day: string,
  control: string,
  period: string,
  outcome: Outcome,
  note = '',
): Statement[] => answerCheck(NOTHING, { control, period, outcome, note }, author(by, day))

const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10']

const bur = (): Statement[] => [
  ...MONTHS.flatMap((month) =>
    month === '06'
      ? answer('p24', `2026-${month}-05`, 'kas', `2026-${month}`, 'partly', 'Eén kassabon ontbrak.')
      : answer('p05', `2026-${month}-05`, 'kas', `2026-${month}`, 'in-order'),
  ),
  ...answer('p05', '2026-04-12', 'rechten', '2026-Q1', 'in-order'),
  ...answer('p05', '2026-07-12', 'rechten', '2026-Q2', 'not-applicable'),
  // Two people answered the third quarter while apart.
  ...answer('p05', '2026-10-12', 'rechten', '2026-Q3', 'in-order'),
  ...answer('p24', '2026-10-13', 'rechten', '2026-Q3', 'not-in-order', 'Twee accounts bleven open.'),
]

const tec = (): Statement[] => [
  ...answer('p01', '2026-01-05', 'kas', '2026-01', 'in-order'),
  ...answer('p01', '2026-03-30', 'kas', '2026-02', 'not-in-order', 'Verschil van 40 euro.'),
]

export const ledgers = (): Map<string, readonly Statement[]> =>
  new Map([
    ['org', org()],
    ['dept/bur/2026', bur()],
    ['dept/tec/2026', tec()],
    ['dept/kla/2026', []],
  ])

export type World = {
  readonly store: FakeStore
  readonly model: Model
  readonly copied: string[]
  readonly titles: string[]
  /** Goes to an address, as a link or a pasted address does. */
  visit(hash: string): void
  unmount(): void
}

/** Opens the dashboard at an address. */
export const openDashboard = ({
  hash = '#/overzicht',
  me = 'p01',
  lastVisit,
  picture,
  isNarrow = false,
  arriving = 0,
}: {
  hash?: string
  me?: string
  lastVisit?: number
  picture?: Picture
  isNarrow?: boolean
  arriving?: number
} = {}): World => {
  history.replaceState(null, '', hash)
  const store = createFakeStore({ ledgers: ledgers(), me, now: NOW })
  store.arriving.value = arriving
  const router = createRouter(window)
  const copied: string[] = []
  const titles: string[] = []
  const memory = new Map<string, string>()
  const tools: Tools = {
    ...createFakeShell(),
    drafts: createFakeDrafts(new Map()),
    copy: async (text) => {
      copied.push(text)
    },
    print: () => undefined,
    setTitle: (title) => {
      titles.push(title)
    },
    memory: {
      get: (name) => memory.get(name),
      set: (name, value) => {
        memory.set(name, value)
      },
    },
  }
  const model = createModel({ store, router, tools, lastVisit })
  const { unmount } = render(
    <Dashboard
      router={router}
      tools={tools}
      picture={picture}
      model={signal<Model | undefined>(model)}
      parts={signal<Parts | undefined>(parts)}
      trouble={signal<unknown>(undefined)}
      isNarrow={signal(isNarrow)}
    />,
  )
  return {
    store,
    model,
    copied,
    titles,
    visit: (next) => {
      act(() => {
        history.pushState(null, '', next)
        window.dispatchEvent(new Event('hashchange'))
      })
    },
    unmount: () => {
      unmount()
      router.stop()
    },
  }
}
