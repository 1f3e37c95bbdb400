/** A store by hand for tests of views: real statements, real commands and queries, no disk and no network. */
import { computed, type Signal, signal } from '@preact/signals'
import type {
  Code,
  Device,
  LineStatus,
  OpenCode,
  Presence,
  Store,
  SyncState,
} from '../../extension/state/types'
import { grantsOf, isClosed, mayWrite } from '../../shared/access'
import { keyFrom } from '../../shared/commands/change'
import {
  answerCheck,
  confirmAnswer,
  objectionToReview,
  reviewCheck,
  submitCheck,
  takeBackCheck,
} from '../../shared/commands/checks'
import { assignControl } from '../../shared/commands/controls'
import { addDepartment, changeDepartment, removeDepartment } from '../../shared/commands/departments'
import {
  addMember,
  changeMember,
  endStandIn,
  objectionToStandIn,
  removeMember,
  standIn,
} from '../../shared/commands/members'
import type { Author } from '../../shared/commands/say'
import { undoStatement } from '../../shared/commands/undo'
import { dayOf } from '../../shared/days'
import { createFold, type RunningFold } from '../../shared/fold'
import { checkKey } from '../../shared/kinds/check'
import { control, textHash } from '../../shared/kinds/control'
import { department } from '../../shared/kinds/department'
import { type Kind, type RecordOf, readRecord } from '../../shared/kinds/kind'
import { member } from '../../shared/kinds/member'
import { ORGANISATION, organisation } from '../../shared/kinds/organisation'
import { theme } from '../../shared/kinds/theme'
import { evidenceOf } from '../../shared/queries/evidence'
import { history } from '../../shared/queries/history'
import { mayReview } from '../../shared/queries/reviews'
import { type Check, mine, yearChecks } from '../../shared/queries/schedule'
import { throughOf } from '../../shared/queries/stand-ins'
import { parseRoom } from '../../shared/rooms'
import { keyOf, kindOf, type Statement } from '../../shared/statement'

export type FakeStore = Store & {
  /** As if these statements arrived from elsewhere. */
  arrive(room: string, statements: readonly Statement[]): void
  /** Everything said through this store, oldest first. */
  readonly said: readonly { readonly room: string; readonly statement: Statement }[]
  readonly sync: ReturnType<typeof signal<SyncState>>
  readonly presence: ReturnType<typeof signal<readonly Presence[]>>
  /** What others would see one looking at. */
  readonly lookedAt: ReturnType<typeof signal<Parameters<Store['lookAt']>[0]>>
  readonly arriving: Signal<number>
  readonly deviceList: ReturnType<typeof signal<readonly Device[]>>
  readonly openCodeList: ReturnType<typeof signal<readonly OpenCode[]>>
  author(by: string, at?: number): Author
}

export type FakeOptions = {
  /** Statements by room: "org", "dept/bur/2026". */
  readonly ledgers: ReadonlyMap<string, readonly Statement[]>
  readonly me: string
  /** Milliseconds since 1970. */
  readonly now: number
}

const CONFIRMED: SyncState = {
  word: 'confirmed',
  unsent: 0,
  online: true,
  confirmedAt: undefined,
  problem: undefined,
}

export const createFakeStore = ({ ledgers, me, now }: FakeOptions): FakeStore => {
  const folds = new Map<string, RunningFold>()
  const version = signal(0)
  const said: { room: string; statement: Statement }[] = []
  let count = 0

  const foldOf = (room: string): RunningFold => {
    const known = folds.get(room)
    if (known) return known
    const fold = createFold()
    folds.set(room, fold)
    return fold
  }
  for (const [room, statements] of ledgers) foldOf(room).insert(0, statements)

  const arrive = (room: string, statements: readonly Statement[]): void => {
    const fold = foldOf(room)
    fold.insert(fold.length, statements)
    version.value += 1
  }
  const author = (by: string, at = now): Author => ({
    by,
    at,
    id: () => {
      count += 1
      return `fake${String(count).padStart(12, '0')}`
    },
  })
  const say = (room: string, command: (fold: RunningFold, by: Author) => readonly Statement[]): void => {
    const statements = command(foldOf(room), author(me))
    said.push(...statements.map((statement) => ({ room, statement })))
    if (statements.length > 0) arrive(room, statements)
  }
  const records = <K extends Kind>(kind: K): RecordOf<K>[] =>
    [...foldOf('org').all()]
      .filter(({ about }) => kindOf(about) === kind.name)
      .map((folded) => readRecord(kind, folded))
      .filter(({ gone }) => !gone)
  const list = <K extends Kind>(kind: K, sort: (a: RecordOf<K>, b: RecordOf<K>) => number) =>
    computed(() => {
      version.value
      return records(kind).sort(sort)
    })

  const today = signal(dayOf(now))
  const grants = computed(() => {
    version.value
    return grantsOf(foldOf('org'), me, now) ?? []
  })
  const members = list(member, (a, b) => a.name.localeCompare(b.name, 'nl'))
  const departments = list(
    department,
    (a, b) => a.place.localeCompare(b.place) || a.name.localeCompare(b.name, 'nl'),
  )
  const themes = list(theme, (a, b) => a.place.localeCompare(b.place) || a.code.localeCompare(b.code))
  const controls = list(control, (a, b) => a.title.localeCompare(b.title, 'nl'))
  const checks = computed<readonly Check[]>(() => {
    version.value
    const all: Check[] = []
    for (const [name, fold] of folds) {
      const room = parseRoom(name)
      if (room?.kind !== 'year') continue
      all.push(
        ...yearChecks({
          controls: controls.value,
          department: room.department,
          year: room.year,
          records: fold,
          today: today.value,
        }),
      )
    }
    return all.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
  })
  const mayWriteIn = (room: string): boolean => {
    const parsed = parseRoom(room)
    if (!parsed || (parsed.kind === 'year' && isClosed(foldOf('org'), parsed.department, parsed.year)))
      return false
    return mayWrite(foldOf('org'), me, parsed, now)
  }
  const keys = (check: Check): { control: string; period: string } =>
    checkKey(keyOf(check.about)) ?? { control: '', period: '' }

  const sync = signal<SyncState>({ ...CONFIRMED, confirmedAt: now })
  const presence = signal<readonly Presence[]>([])
  const lookedAt = signal<Parameters<Store['lookAt']>[0]>(undefined)
  const arriving = signal(0)
  const deviceList = signal<readonly Device[]>([])
  const openCodes = signal<readonly OpenCode[]>([])

  return {
    session: { server: 'http://127.0.0.1:4321', organisation: 'zandrode', token: 'token', member: me },
    ready: signal(true),
    arriving,
    today,
    me: computed(() => members.value.find(({ key }) => key === me)),
    organisationName: computed(() => {
      version.value
      const folded = foldOf('org').get(ORGANISATION)
      return folded ? readRecord(organisation, folded).name : ''
    }),
    members,
    departments,
    themes,
    controls,
    checks,
    mine: computed(() => checks.value.filter((check) => mine(check, me, []))),
    sync,
    presence,
    statusOf: (): LineStatus => (sync.value.word === 'confirmed' ? 'confirmed' : 'here'),
    history: (check) => history(foldOf(check.room).get(check.about)),
    mayAnswer: (check) => mayWriteIn(check.room),
    mayReview: (check) => mayWriteIn(check.room) && mayReview(check, me, grants.value),
    mayManage: () => mayWriteIn('org'),
    grants,
    forWhom: (check) => throughOf(check, me, grants.peek())?.for,
    standIn: (deputy, input) => {
      const objection = objectionToStandIn(foldOf('org'), deputy, input)
      if (!objection) say('org', (seen, by) => standIn(seen, deputy, input, by))
      return objection
    },
    endStandIn: (deputy, ended) => void say('org', (seen, by) => endStandIn(seen, deputy, ended, by)),

    answer(check, answer) {
      say(check.room, (seen, by) => answerCheck(seen, { ...keys(check), ...answer }, by))
      return undefined
    },
    evidenceOf: ({ room, about }) => evidenceOf(foldOf(room), room, about),
    answerMany: () => [],
    confirm: (check) =>
      say(check.room, (seen, by) =>
        confirmAnswer(seen, { ...keys(check), text: textHash(check.control) }, by),
      ),
    submit: (check) => say(check.room, (seen, by) => submitCheck(seen, keys(check), by)),
    review(check, input) {
      const objection = objectionToReview(foldOf(check.room), keys(check), input, me)
      if (!objection) say(check.room, (seen, by) => reviewCheck(seen, keys(check), input, by))
      return objection
    },
    takeBack: (check) => say(check.room, (seen, by) => takeBackCheck(seen, keys(check), by)),
    undo: () => {
      const last = said.pop()
      if (!last) return undefined
      const { room, statement } = last
      arrive(room, undoStatement(foldOf(room).get(statement.about), statement.id, author(me)))
      return checks.value.find((check) => check.room === room && check.about === statement.about)
    },
    lookAt: (place) => {
      lookedAt.value = place
    },

    addMember: (input) => {
      const by = author(me)
      const key = keyFrom(input.name, by.id())
      say('org', (seen) => addMember(seen, key, input, by))
      return key
    },
    changeMember: (key, input) => say('org', (seen, by) => changeMember(seen, key, input, by)),
    removeMember: (key) => say('org', (seen, by) => removeMember(seen, key, by)),
    addDepartment: (input) => {
      const by = author(me)
      const key = keyFrom(input.name, by.id())
      say('org', (seen) => addDepartment(seen, key, input, by))
      return key
    },
    changeDepartment: (key, input) => say('org', (seen, by) => changeDepartment(seen, key, input, by)),
    removeDepartment: (key) => say('org', (seen, by) => removeDepartment(seen, key, by)),
    assignControl: (key, input) => say('org', (seen, by) => assignControl(seen, key, input, by)),

    // Pages that need it are tested with a world of their own.
    quality: () => new Promise(() => undefined),
    work: () => new Promise(() => undefined),
    library: () => new Promise(() => undefined),
    rounds: () => new Promise(() => undefined),
    evidence: () => new Promise(() => undefined),
    openText: () => Promise.reject(new Error('there are no texts here')),

    makeCode: async (key): Promise<Code> => {
      const expires = now + 14 * 24 * 3_600_000
      openCodes.value = [{ created: now, expires }]
      return { code: '7KQM-3XWD-9FTP', member: key, expires }
    },
    openCodes: async () => openCodes.value,
    devices: async () => deviceList.value,
    revokeDevice: async (_key, id) => {
      deviceList.value = deviceList.value.filter((device) => device.id !== id)
    },
    revokeCodes: async () => {
      openCodes.value = []
    },
    signOut: async () => undefined,
    rescueFile: () => new Blob([]),
    close: () => undefined,

    arrive,
    said,
    lookedAt,
    deviceList,
    openCodeList: openCodes,
    author,
  }
}
