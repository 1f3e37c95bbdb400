/** A small municipality that measures: two departments, two years of one figure, and a store of quality by hand. */
import { computed, signal } from '@preact/signals'
import { render } from '@testing-library/preact'
import type { Look, Quality } from '../../extension/state/quality-types'
import { Dashboard, type Parts } from '../../extension/views/dashboard/Dashboard'
import { createModel, type Model, type Tools } from '../../extension/views/dashboard/model'
import * as parts from '../../extension/views/dashboard/parts'
import { createRouter } from '../../extension/views/dashboard/router'
import { keyFrom } from '../../shared/commands/change'
import { addEvent, changeEvent, excludePoint, rebaseChart, removeEvent } from '../../shared/commands/charts'
import {
  addIndicator,
  adoptIndicator,
  assignIndicator,
  changeIndicator,
  endIndicator,
  type IndicatorInput,
  removeIndicator,
} from '../../shared/commands/indicators'
import {
  explainFigure,
  giveFigure,
  objectionToFigure,
  takeBackFigure,
} from '../../shared/commands/measurements'
import { addObjective, changeObjective, removeObjective } from '../../shared/commands/objectives'
import type { Author } from '../../shared/commands/say'
import { undoStatement } from '../../shared/commands/undo'
import { dayOf } from '../../shared/days'
import { createFold, type RunningFold } from '../../shared/fold'
import { type Indicator, indicator } from '../../shared/kinds/indicator'
import { type Kind, type RecordOf, readRecord } from '../../shared/kinds/kind'
import { objective } from '../../shared/kinds/objective'
import { importStatements } from '../../shared/measurement-import'
import { groundAsOf } from '../../shared/queries/as-of'
import { dueFigures, type Ground } from '../../shared/queries/figures'
import { asOf, history } from '../../shared/queries/history'
import { kindOf, type Statement } from '../../shared/statement'
import { ledgers as dashboardLedgers, NOW } from './dashboard-world'
import { createFakeStore } from './fake-dashboard-store'
import { createFakeDrafts, createFakeShell, type FakeShell } from './fake-store'

export { NOW }

const TODAY = dayOf(NOW)
const NOTHING = { get: () => undefined }

let made = 0
const author = (by: string, at: number): Author => ({
  by,
  at,
  id: () => {
    made += 1
    return `figu${String(made).padStart(12, '0')}`
  },
})

const DEFINITION: IndicatorInput = {
  name: 'Telefonische bereikbaarheid',
  nameEn: 'Telephone answer rate',
  formula: 'beantwoord / aangeboden',
  unit: '%',
  unitEn: '%',
  direction: 'higher',
  rhythm: 'monthly',
  data: 'proportion',
  factor: 100,
  decimals: 1,
  numerator: 'beantwoorde oproepen',
  denominator: 'aangeboden oproepen',
  chart: 'p',
  target: 90,
  targetBasis: 'practice',
  departments: ['bur', 'tec'],
  theme: 'ict',
  caf: '6.2',
  perspective: 'citizen',
  objective: 'bd1',
  controls: ['kas'],
  since: '2025-01-01',
}

/** The record of the indicator, always the same object. */
export const indicatorOf = (): Indicator => THE_INDICATOR
const THE_INDICATOR = (() => {
  const fold = createFold()
  fold.insert(0, addIndicator(NOTHING, 'tel', DEFINITION, author('p01', 0)))
  const folded = fold.get('indicator:tel')
  if (!folded) throw new Error('no indicator')
  return readRecord(indicator, folded)
})()

const MONTHS = Array.from({ length: 22 }, (_, index) => {
  const month = String((index % 12) + 1).padStart(2, '0')
  return `${2025 + Math.floor(index / 12)}-${month}`
})

/** Of 400 calls about 368 are answered, and 330 in the last month; the other department has twelve calls a month. */
const given = (department: 'bur' | 'tec', period: string, index: number): Statement[] => {
  const isLast = index === MONTHS.length - 1
  if (department === 'tec' && isLast) return []
  const [numerator, denominator] =
    department === 'bur' ? [isLast ? 330 : 365 + (index % 4) * 2, 400] : [10 + (index % 3), 12]
  const at = Date.parse(`${period}-28T10:00:00Z`) + 10 * 24 * 3_600_000
  return giveFigure(NOTHING, THE_INDICATOR, period, { numerator, denominator }, author('p05', at))
}

/** Statements by room. @param phaseAt the period in which a phase begins */
export const shareLedgers = ({ phaseAt }: { phaseAt?: string } = {}): Map<string, readonly Statement[]> => {
  const rooms = new Map<string, Statement[]>([
    [
      'org',
      [
        ...addIndicator(NOTHING, 'tel', DEFINITION, author('p01', Date.parse('2025-01-02T09:00:00Z'))),
        ...addObjective(
          NOTHING,
          'bd1',
          { code: 'BD 1', name: 'Een vlotte dienstverlening', level: 'objective', priority: true },
          author('p01', Date.parse('2025-01-02T09:00:00Z')),
        ),
      ],
    ],
  ])
  for (const department of ['bur', 'tec'] as const) {
    for (const year of [2025, 2026]) rooms.set(`dept/${department}/${year}`, [])
    rooms.set(`dept/${department}`, [])
    for (const [index, period] of MONTHS.entries())
      rooms.get(`dept/${department}/${period.slice(0, 4)}`)?.push(...given(department, period, index))
  }
  if (phaseAt)
    rooms
      .get('dept/bur')
      ?.push(
        ...addEvent(
          NOTHING,
          'tel',
          phaseAt,
          { title: 'Nieuwe telefooncentrale', phase: true },
          author('p05', Date.parse('2026-02-02T09:00:00Z')),
        ),
      )
  return rooms
}

const foldsOf = (ledgers: ReadonlyMap<string, readonly Statement[]>): Map<string, RunningFold> =>
  new Map(
    [...ledgers].map(([room, statements]) => {
      const fold = createFold()
      fold.insert(0, statements)
      return [room, fold] as const
    }),
  )

/** What figures are read from, without a store. */
export const groundOf = (ledgers: ReadonlyMap<string, readonly Statement[]>): Ground => {
  const folds = foldsOf(ledgers)
  return { today: TODAY, records: (room) => folds.get(room) }
}

export type FakeQuality = Quality & {
  /** Everything said through it, oldest first. */
  readonly said: readonly { readonly room: string; readonly statement: Statement }[]
  readonly ready: ReturnType<typeof signal<boolean>>
  readonly progress: ReturnType<typeof signal<{ known: number; all: number }>>
}

const MANAGERS: Readonly<Record<string, string>> = { p05: 'bur' }

/** A store of quality by hand: real statements, commands and queries. @param me p01 directs, p05 heads bur, others read */
export const createFakeQuality = (
  ledgers: ReadonlyMap<string, readonly Statement[]>,
  me: string,
): FakeQuality => {
  const folds = foldsOf(ledgers)
  const version = signal(0)
  const said: { room: string; statement: Statement }[] = []
  const foldOf = (room: string): RunningFold => {
    const fold = folds.get(room) ?? createFold()
    folds.set(room, fold)
    return fold
  }
  const put = (room: string, statements: readonly Statement[]): void => {
    const fold = foldOf(room)
    fold.insert(fold.length, statements)
    version.value += 1
  }
  const say = (room: string, command: (seen: RunningFold, by: Author) => readonly Statement[]): void => {
    const statements = command(foldOf(room), author(me, NOW))
    said.push(...statements.map((statement) => ({ room, statement })))
    if (statements.length > 0) put(room, statements)
  }
  const cache = new WeakMap<object, unknown>()
  const read = <K extends Kind>(kind: K): RecordOf<K>[] =>
    [...foldOf('org').all()]
      .filter(({ about }) => kindOf(about) === kind.name)
      .map((folded) => {
        const known = (cache.get(folded) as RecordOf<K> | undefined) ?? readRecord(kind, folded)
        cache.set(folded, known)
        return known
      })
      .filter(({ gone }) => !gone)
  const isManager = me === 'p01'
  const mayWrite = (department: string): boolean => isManager || MANAGERS[me] === department
  const today = signal(TODAY)
  const indicators = computed(() => {
    version.value
    return read(indicator)
  })
  const ground = computed<Ground>(() => {
    version.value
    return { today: TODAY, records: (room) => folds.get(room) }
  })
  const ready = signal(true)
  const progress = signal({ known: 1, all: 1 })
  const looks = new Map<number, Look>()
  const forms = new Map<string, Record<string, unknown>>()
  const chart = (department: string): string => `dept/${department}`
  return {
    said,
    ready,
    progress,
    today,
    indicators,
    objectives: computed(() => {
      version.value
      return read(objective)
    }),
    ground,
    departments: signal(['bur', 'tec', 'kla']),
    myFigures: computed(() => dueFigures(indicators.value, ground.value, mayWrite)),
    open: () => undefined,
    openYear: async () => undefined,
    asOf: (moment) => {
      const known = looks.get(moment)
      if (known) return known
      const look: Look = {
        today: signal(dayOf(moment)),
        objectives: signal(read(objective)),
        indicators: signal(
          [...foldOf('org').all()]
            .filter(({ about }) => kindOf(about) === 'indicator')
            .flatMap((folded) => asOf(folded, moment) ?? [])
            .map((folded) => readRecord(indicator, folded)),
        ),
        ground: signal(groundAsOf(ground.value, moment)),
      }
      looks.set(moment, look)
      return look
    },
    drafts: {
      read: (name) => forms.get(name),
      write: (name, form) => void forms.set(name, { ...form }),
      clear: (name) => void forms.delete(name),
    },
    statusOf: () => 'confirmed',
    history: ({ room, about }) => history(foldOf(room).get(about)),
    mayMeasure: ({ room }) => mayWrite(room.split('/')[1] ?? ''),
    mayChart: ({ department }) => mayWrite(department),
    mayManageIndicators: () => isManager,
    giveFigure: (figure, input) => {
      const objection = objectionToFigure(foldOf(figure.room), figure.indicator, figure.period, input)
      if (!objection)
        say(figure.room, (seen, by) => giveFigure(seen, figure.indicator, figure.period, input, by))
      return objection
    },
    explainFigure: ({ room, indicator: { key }, period }, comment) =>
      say(room, (seen, by) => explainFigure(seen, key, period, comment, by)),
    takeBackFigure: ({ room, indicator: { key }, period }, reason) =>
      say(room, (seen, by) => takeBackFigure(seen, key, period, reason, by)),
    importRows: async (rows, to) => {
      const batches = importStatements(rows, to, ground.value, author(me, NOW))
      for (const { room, statements } of batches) say(room, () => statements)
      return batches.reduce((sum, { statements }) => sum + statements.length, 0)
    },
    rebaseChart: ({ indicator: { key }, department }, input) =>
      say(chart(department), (seen, by) => rebaseChart(seen, key, input, by)),
    excludePoint: ({ indicator: { key }, department }, period, reason) =>
      say(chart(department), (seen, by) => excludePoint(seen, key, period, reason, by)),
    addEvent: ({ indicator: { key }, department }, period, input) =>
      say(chart(department), (seen, by) => addEvent(seen, key, period, input, by)),
    changeEvent: ({ indicator: { key }, department }, period, changes) =>
      say(chart(department), (seen, by) => changeEvent(seen, key, period, changes, by)),
    removeEvent: ({ indicator: { key }, department }, period) =>
      say(chart(department), (seen, by) => removeEvent(seen, key, period, by)),
    addIndicator: (input) => {
      const key = keyFrom(input.name, author(me, NOW).id())
      say('org', (seen, by) => addIndicator(seen, key, input, by))
      return key
    },
    adoptIndicator: (adoption, own = {}) => {
      say('org', (seen, by) => adoptIndicator(seen, adoption.entry.id, adoption, own, by))
      return adoption.entry.id
    },
    changeIndicator: (key, changes) => say('org', (seen, by) => changeIndicator(seen, key, changes, by)),
    assignIndicator: (key, to) => say('org', (seen, by) => assignIndicator(seen, key, to, by)),
    endIndicator: (key, until) => say('org', (seen, by) => endIndicator(seen, key, until, by)),
    removeIndicator: (key) => say('org', (seen, by) => removeIndicator(seen, key, by)),
    addObjective: (input) => {
      const key = keyFrom(input.name, author(me, NOW).id())
      say('org', (seen, by) => addObjective(seen, key, input, by))
      return key
    },
    changeObjective: (key, changes) => say('org', (seen, by) => changeObjective(seen, key, changes, by)),
    removeObjective: (key) => say('org', (seen, by) => removeObjective(seen, key, by)),
    undo: () => {
      const last = said.pop()
      if (!last) return undefined
      const { room, statement } = last
      put(room, undoStatement(foldOf(room).get(statement.about), statement.id, author(me, NOW)))
      return { room, about: statement.about }
    },
  }
}

export type QualityWorld = {
  readonly quality: FakeQuality
  readonly model: Model
  readonly shell: FakeShell
  readonly titles: string[]
  unmount(): void
}

/** Opens the dashboard at a page about indicators. */
export const openQuality = ({
  hash,
  me = 'p01',
  ledgers = shareLedgers(),
}: {
  hash: string
  me?: string
  ledgers?: ReadonlyMap<string, readonly Statement[]>
}): QualityWorld => {
  replaceAddress(hash)
  const quality = createFakeQuality(ledgers, me)
  const store = {
    ...createFakeStore({ ledgers: dashboardLedgers(), me, now: NOW }),
    quality: async () => quality,
  }
  const router = createRouter(window)
  const titles: string[] = []
  const shell = createFakeShell()
  const tools: Tools = {
    ...shell,
    drafts: createFakeDrafts(new Map()),
    copy: async () => undefined,
    print: () => void shell.did.push('print'),
    setTitle: (title) => void titles.push(title),
    memory: { get: () => undefined, set: () => undefined },
  }
  const model = createModel({ store, router, tools, lastVisit: undefined })
  const { unmount } = render(
    <Dashboard
      router={router}
      tools={tools}
      picture={undefined}
      model={signal<Model | undefined>(model)}
      parts={signal<Parts | undefined>(parts)}
      trouble={signal<unknown>(undefined)}
      isNarrow={signal(false)}
    />,
  )
  return {
    quality,
    model,
    shell,
    titles,
    unmount: () => {
      unmount()
      router.stop()
    },
  }
}

const replaceAddress = (hash: string): void => globalThis.history.replaceState(null, '', hash)
