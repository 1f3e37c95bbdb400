/** A store by hand, for tests of the popup: checks as given, answers put straight into them. No ledger, disk or network. */
import { computed, type Signal, signal } from '@preact/signals'
import type { Snapshot } from '../../extension/state/snapshot-types'
import type { Check, LineStatus, Store, SyncState } from '../../extension/state/types'
import type { Draft, Drafts } from '../../extension/views/shared/drafts'
import type { Shell } from '../../extension/views/shared/shell'
import type { Control } from '../../shared/kinds/control'
import type { Department } from '../../shared/kinds/department'
import type { Member } from '../../shared/kinds/member'
import type { Theme } from '../../shared/kinds/theme'

export const TODAY = '2026-11-21'
/** 14:02 in Flanders on that day. */
export const NOW = Date.UTC(2026, 10, 21, 13, 2)
export const ME = 'p05'

const record = (kind: string, key: string) => ({ key, about: `${kind}:${key}`, gone: false, clashes: [] })

export const department = (key: string, name: string, nameEn = ''): Department => ({
  ...record('department', key),
  name,
  nameEn,
  cluster: '',
  place: key,
})

export const theme = (key: string, name: string, nameEn = ''): Theme => ({
  ...record('theme', key),
  code: key,
  name,
  nameEn,
  goals: [],
  place: key,
})

export const member = (key: string, name: string): Member => ({
  ...record('member', key),
  name,
  title: '',
  roles: [],
  standIns: [],
})

export const control = (key: string, title: string, titleEn = '', themeKey = 'financieel'): Control => ({
  ...record('control', key),
  title,
  titleEn,
  method: '',
  methodEn: '',
  textSince: undefined,
  origin: undefined,
  originText: undefined,
  requirements: [],
  risks: [],
  rule: undefined,
  former: [],
  lead: undefined,
  needsEvidence: false,
  needsReview: false,
  reviewSince: undefined,
  reviewers: [],
  patterns: [],
  theme: themeKey,
  goal: '',
  departments: ['bur'],
  performers: [],
  rhythm: 'monthly',
  month: undefined,
  every: undefined,
  since: undefined,
  until: undefined,
  isKey: false,
  type: undefined,
  evidence: '',
  evidenceEn: '',
  ownerRole: '',
})

/** A check of this month, open unless told otherwise. */
export const check = (
  key: string,
  title: string,
  due: string,
  more: Partial<Check> & { readonly titleEn?: string; readonly theme?: string } = {},
): Check => {
  const { titleEn, theme: themeKey, ...rest } = more
  const owner = rest.department ?? 'bur'
  const opens = rest.opens ?? '2026-11-01'
  const open = due < TODAY ? 'late' : due === TODAY ? 'today' : opens <= TODAY ? 'soon' : 'later'
  return {
    about: `check:${key}/2026-11`,
    control: control(key, title, titleEn, themeKey),
    department: owner,
    period: '2026-11',
    room: `dept/${owner}/2026`,
    opens,
    due,
    state: rest.outcome ? 'done' : open,
    note: '',
    clash: false,
    ...rest,
  }
}

export const CONFIRMED: SyncState = {
  word: 'confirmed',
  unsent: 0,
  online: true,
  confirmedAt: NOW,
  problem: undefined,
}

export type FakeStore = Store & {
  readonly ready: Signal<boolean>
  readonly me: Signal<Member | undefined>
  readonly sync: Signal<SyncState>
  /** What the store was asked to say, oldest first. */
  readonly said: readonly Said[]
  /** As if a check arrived from elsewhere, new or changed. */
  arrive(check: Check): void
  readonly lines: Signal<LineStatus>
}

export type Said = {
  readonly about: string
  readonly room: string
  readonly verb: 'answer' | 'take-back' | 'undo'
  readonly outcome?: string
  readonly note?: string
}

const refuse = (): never => {
  throw new Error('the popup has no business with this')
}

export const createFakeStore = (
  checks: readonly Check[],
  { ready = true, mayAnswer = () => true }: { ready?: boolean; mayAnswer?: (check: Check) => boolean } = {},
): FakeStore => {
  const all = signal(checks)
  const said: Said[] = []
  const before: Check[] = []
  const sync = signal(CONFIRMED)
  const lines = signal<LineStatus>('here')
  const put = (next: Check) => {
    const isNew = !all.peek().some((each) => same(each, next))
    all.value = isNew ? [...all.peek(), next] : all.peek().map((each) => (same(each, next) ? next : each))
  }
  const opened = ({ outcome: _, answeredBy: __, answeredAt: ___, ...rest }: Check): Check => ({
    ...rest,
    note: '',
    state: rest.due < TODAY ? 'late' : rest.due === TODAY ? 'today' : 'soon',
  })
  return {
    session: { server: 'https://waarborg.zandrode.be', organisation: 'zandrode', token: 't', member: ME },
    ready: signal(ready),
    arriving: signal(0),
    today: signal(TODAY),
    me: signal<Member | undefined>(member(ME, 'Els Peeters')),
    organisationName: signal('Gemeente Zandrode'),
    members: signal([member(ME, 'Els Peeters'), member('p01', 'An Verlinden')]),
    departments: signal([
      department('bur', 'Burgerzaken en onthaal', 'Civil affairs and reception'),
      department('kla', 'Klachtenbehandeling en meldingen', 'Complaints and reports'),
    ]),
    themes: signal([
      theme('financieel', 'Financieel management', 'Financial management'),
      theme('doelstellingen', 'Doelstellingen en procesmanagement', 'Objectives and process management'),
      theme('ict', 'ICT', 'ICT'),
    ]),
    controls: computed(() => all.value.map((each) => each.control)),
    checks: all,
    mine: all,
    sync,
    lines,
    presence: signal([]),
    said,
    arrive: put,
    statusOf: () => lines.value,
    history: () => [],
    mayAnswer,
    grants: signal([]),
    forWhom: () => undefined,
    standIn: refuse,
    endStandIn: refuse,
    mayReview: () => false,
    mayManage: () => false,
    answer(target, { outcome, note = '' }) {
      if (outcome === 'in-order' && target.control.isKey) return 'evidence-missing'
      said.push({ about: target.about, room: target.room, verb: 'answer', outcome, note })
      before.push(all.peek().find((each) => same(each, target)) ?? target)
      const { heads: _, ...rest } = target
      put({ ...rest, outcome, note, state: 'done', clash: false, answeredBy: ME, answeredAt: NOW })
      return undefined
    },
    evidenceOf: () => [],
    answerMany: refuse,
    confirm: refuse,
    submit: refuse,
    review: refuse,
    takeBack(target) {
      said.push({ about: target.about, room: target.room, verb: 'take-back' })
      put(opened(target))
    },
    undo() {
      const last = before.pop()
      if (!last) return undefined
      said.push({ about: last.about, room: last.room, verb: 'undo' })
      put(last)
      return last
    },
    lookAt: () => {},
    addMember: refuse,
    changeMember: refuse,
    removeMember: refuse,
    addDepartment: refuse,
    changeDepartment: refuse,
    removeDepartment: refuse,
    assignControl: refuse,
    // Comes later than any test of checks waits for.
    quality: () => new Promise(() => undefined),
    work: () => new Promise(() => undefined),
    library: () => new Promise(() => undefined),
    rounds: () => new Promise(() => undefined),
    evidence: () => new Promise(() => undefined),
    openText: () => Promise.reject(new Error('there are no texts here')),
    makeCode: refuse,
    openCodes: refuse,
    devices: refuse,
    revokeDevice: refuse,
    revokeCodes: refuse,
    signOut: async () => {},
    rescueFile: () => new Blob(['{}'], { type: 'application/json' }),
    close: () => {},
  }
}

const same = (a: Check, b: Check): boolean => a.about === b.about && a.room === b.room

/** Drafts that outlive the window as long as the map is kept. */
export const createFakeDrafts = (kept = new Map<string, Draft>()): Drafts => ({
  readDraft: (key) => kept.get(key),
  writeDraft: (key, draft) => void kept.set(key, draft),
  clearDraft: (key) => void kept.delete(key),
})

export type FakeShell = Shell & { readonly did: string[]; readonly files: { file: Blob; name: string }[] }

export const createFakeShell = (): FakeShell => {
  const did: string[] = []
  let keys = true
  const files: { file: Blob; name: string }[] = []
  return {
    did,
    files,
    openDashboard: (place) => {
      const where = place && ('hash' in place ? place.hash : `${place.room} ${place.about}`)
      did.push(where === undefined ? 'dashboard' : `dashboard ${where}`)
    },
    openOptions: () => void did.push('options'),
    setLanguage: (language) => void did.push(`language ${language}`),
    singleKeys: () => keys,
    setSingleKeys: (isOn) => {
      keys = isOn
    },
    download: (file, name) => void files.push({ file, name }),
    reload: () => void did.push('reload'),
  }
}

/** The stored view of a list of checks. */
export const snapshotOf = (checks: readonly Check[], more: Partial<Snapshot> = {}): Snapshot => ({
  v: 1,
  member: ME,
  name: 'Els Peeters',
  organisation: 'Gemeente Zandrode',
  today: TODAY,
  language: 'nl',
  rows: checks.flatMap(
    ({ state, about, room, control: { title }, department: owner, due, outcome, note, clash, heads = [] }) =>
      state === 'later'
        ? []
        : [
            {
              about,
              room,
              title,
              department: owner,
              theme: '',
              due,
              state,
              outcome,
              note,
              clash,
              absent: undefined,
              heads: heads.map((head) => ({
                ...head,
                name: head.by === ME ? 'Els Peeters' : 'An Verlinden',
              })),
            },
          ],
  ),
  done: checks.filter(({ outcome }) => outcome).length,
  total: checks.length,
  next: undefined,
  sync: CONFIRMED,
  ...more,
})
