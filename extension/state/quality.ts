/**
 * Quality indicators as views know them: opens the rooms they need, and turns each verb into one act. Loaded apart from
 * the store, which lends it what it needs.
 */
import { computed, effect, signal as signalOf } from '@preact/signals'
import { mayEnter } from '../../shared/access'
import { keyFrom } from '../../shared/commands/change'
import { addEvent, changeEvent, excludePoint, rebaseChart, removeEvent } from '../../shared/commands/charts'
import {
  addIndicator,
  adoptIndicator,
  assignIndicator,
  changeIndicator,
  endIndicator,
  removeIndicator,
} from '../../shared/commands/indicators'
import {
  explainFigure,
  type FigureObjection,
  giveFigure,
  objectionToFigure,
  takeBackFigure,
} from '../../shared/commands/measurements'
import { addObjective, changeObjective, removeObjective } from '../../shared/commands/objectives'
import { startOfDay } from '../../shared/days'
import { yearRoom } from '../../shared/rooms'
import { createFormDrafts } from './drafts'
import type { Act, Base, MoreRooms } from './quality-base'
import { followGround, isKnown } from './quality-ground'
import { lookAsOf, lookNow } from './quality-look'
import { createMyFigures } from './quality-mine'
import { furtherBack, roomsNeeded } from './quality-rooms'
import type { Look, Progress, Quality } from './quality-types'
import { visitRooms } from './quality-visits'
import { stableList } from './stable'

/** Makes it; opens nothing until `open`. */
export const createQuality = (base: Base): Quality => {
  const ground = followGround(base)
  const look = lookNow(base, ground)
  const rooms = openRooms(base, look)
  return {
    ...look,
    ...rooms,
    myFigures: createMyFigures(base, look),
    asOf: createAsOf(base, look),
    drafts: createFormDrafts(base.member),
    statusOf: base.statusOf,
    history: base.historyOf,
    undo: base.undo,
    ...figureVerbs(base, look, rooms.openYear),
    ...chartVerbs(base),
    ...definitionVerbs(base),
  }
}

// Rooms

type Rooms = Pick<Quality, 'open' | 'openYear' | 'ready' | 'progress' | 'departments'>

const openRooms = (base: Base, { indicators, ground, today }: Look): Rooms => {
  const { facts, rooms, more, member, signal } = base
  const isOpen = signalOf(false)
  const asked = signalOf<readonly string[]>([])

  const departments = stableList(() => {
    const { records } = facts.org.value
    const at = startOfDay(today.value)
    return facts.departments.value
      .map(({ key }) => key)
      .filter((department) => mayEnter(records, member, { kind: 'dept', department }, at))
  })
  const needs = computed(() => ({
    indicators: indicators.value,
    departments: departments.value,
    today: today.value,
  }))
  const needed = computed(() => roomsNeeded(needs.value))
  const all = stableList(() => [...needed.value.live, ...needed.value.visited])
  const isRead = (name: string): boolean => rooms.value.get(name)?.ledger.value !== undefined
  let wasReady = false
  const ready = computed(() => {
    const org = rooms.value.get('org')
    wasReady ||= isOpen.value && org !== undefined && isKnown(org).value && all.value.every(isRead)
    return wasReady
  })
  // Only then, so that nothing waits for rooms that are nearly always empty.
  const further = stableList(() => (ready.value ? furtherBack(needs.value, ground.value) : []))
  const wanted = computed<MoreRooms>(() => {
    if (!isOpen.value) return { live: new Set(), visited: new Set(asked.value) }
    const { live, visited } = needed.value
    return { live, visited: new Set([...visited, ...further.value, ...asked.value]) }
  })
  const stop = effect(() => {
    more.value = wanted.value
  })
  signal.addEventListener('abort', stop)
  visitRooms({
    ...base,
    rooms: stableList(() => [...wanted.value.visited].flatMap((name) => rooms.value.get(name) ?? [])),
  })

  const known = computed(() => all.value.filter((name) => isKnownIn(name)).length)
  const isKnownIn = (name: string): boolean => {
    const room = rooms.value.get(name)
    return room !== undefined && isKnown(room).value
  }
  return {
    departments,
    ready,
    progress: computed<Progress>(() => ({ known: known.value, all: all.value.length })),
    open() {
      isOpen.value = true
    },
    openYear(department, year) {
      const name = yearRoom(department, year)
      if (!rooms.peek().has(name)) asked.value = [...asked.peek(), name]
      return when(() => isRead(name))
    },
  }
}

/** Resolves as soon as a condition on signals holds. */
const when = (holds: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const stop = effect(() => {
      if (!holds()) return
      resolve()
      queueMicrotask(() => stop())
    })
  })

// Looking back

/** So many moments are remembered: comparing two, or going to and fro, makes nothing anew. */
const MOMENTS = 6

const createAsOf = (base: Base, { ground }: Look): Quality['asOf'] => {
  const looks = new Map<number, Look>()
  return (moment) => {
    const look = looks.get(moment) ?? lookAsOf(base, ground, moment)
    looks.delete(moment)
    looks.set(moment, look)
    for (const oldest of looks.keys()) if (looks.size > MOMENTS) looks.delete(oldest)
    return look
  }
}

// Verbs

const figureVerbs = (
  { act, author, mayWriteIn }: Base,
  { ground }: Look,
  openYear: Quality['openYear'],
): Pick<Quality, 'mayMeasure' | 'giveFigure' | 'explainFigure' | 'takeBackFigure' | 'importRows'> => ({
  mayMeasure: ({ room }) => mayWriteIn(room),
  giveFigure({ room, indicator, period }, input) {
    let objection: FigureObjection | undefined
    const command: Act['command'] = (seen, by) => {
      objection = objectionToFigure(seen, indicator, period, input)
      return giveFigure(seen, indicator, period, input, by)
    }
    act({ room, command })
    return objection
  },
  explainFigure: ({ room, indicator, period }, comment) =>
    void act({ room, command: (seen, by) => explainFigure(seen, indicator.key, period, comment, by) }),
  takeBackFigure: ({ room, indicator, period }, reason) =>
    void act({ room, command: (seen, by) => takeBackFigure(seen, indicator.key, period, reason, by) }),
  async importRows(rows, to) {
    const { importStatements, yearsOfRows } = await import('./quality-import')
    await Promise.all(yearsOfRows(rows).map((year) => openYear(to.department, year)))
    const parts = importStatements(rows, to, ground.peek(), author())
    return act(...parts.map(({ room, statements }) => ({ room, command: () => statements }))).length
  },
})

const chartVerbs = ({
  act,
  mayWriteIn,
}: Base): Pick<
  Quality,
  'mayChart' | 'rebaseChart' | 'excludePoint' | 'addEvent' | 'changeEvent' | 'removeEvent'
> => {
  const inDepartment = (department: string, command: Act['command']): void =>
    void act({ room: `dept/${department}`, command })
  return {
    mayChart: ({ department }) => mayWriteIn(`dept/${department}`),
    rebaseChart: ({ indicator, department }, input) =>
      inDepartment(department, (seen, by) => rebaseChart(seen, indicator.key, input, by)),
    excludePoint: ({ indicator, department }, period, reason) =>
      inDepartment(department, (seen, by) => excludePoint(seen, indicator.key, period, reason, by)),
    addEvent: ({ indicator, department }, period, input) =>
      inDepartment(department, (seen, by) => addEvent(seen, indicator.key, period, input, by)),
    changeEvent: ({ indicator, department }, period, changes) =>
      inDepartment(department, (seen, by) => changeEvent(seen, indicator.key, period, changes, by)),
    removeEvent: ({ indicator, department }, period) =>
      inDepartment(department, (seen, by) => removeEvent(seen, indicator.key, period, by)),
  }
}

const definitionVerbs = ({
  act,
  author,
  facts,
  mayWriteIn,
}: Base): Pick<
  Quality,
  | 'mayManageIndicators'
  | 'addIndicator'
  | 'adoptIndicator'
  | 'changeIndicator'
  | 'assignIndicator'
  | 'endIndicator'
  | 'removeIndicator'
  | 'addObjective'
  | 'changeObjective'
  | 'removeObjective'
> => {
  const inOrg = (command: Act['command']): void => void act({ room: 'org', command })
  const newKey = (name: string): string => keyFrom(name, author().id())
  const isTaken = (key: string): boolean => {
    const folded = facts.org.peek().records.get(`indicator:${key}`)
    return folded !== undefined && folded.fields.get('gone')?.value !== true
  }
  return {
    mayManageIndicators: () => mayWriteIn('org'),
    addIndicator(input) {
      const key = newKey(input.name)
      inOrg((seen, by) => addIndicator(seen, key, input, by))
      return key
    },
    adoptIndicator(adoption, own = {}) {
      const { id, fields } = adoption.entry
      const key = isTaken(id) ? newKey(own.name ?? fields.name) : id
      inOrg((seen, by) => adoptIndicator(seen, key, adoption, own, by))
      return key
    },
    changeIndicator: (key, changes) => inOrg((seen, by) => changeIndicator(seen, key, changes, by)),
    assignIndicator: (key, to) => inOrg((seen, by) => assignIndicator(seen, key, to, by)),
    endIndicator: (key, until) => inOrg((seen, by) => endIndicator(seen, key, until, by)),
    removeIndicator: (key) => inOrg((seen, by) => removeIndicator(seen, key, by)),
    addObjective(input) {
      const key = newKey(input.name)
      inOrg((seen, by) => addObjective(seen, key, input, by))
      return key
    },
    changeObjective: (key, changes) => inOrg((seen, by) => changeObjective(seen, key, changes, by)),
    removeObjective: (key) => inOrg((seen, by) => removeObjective(seen, key, by)),
  }
}
