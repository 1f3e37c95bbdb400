/** Which rooms hold the work that one sees: those of departments, and that of the management team. */
import { computed, effect, type ReadonlySignal, signal as signalOf } from '@preact/signals'
import { mayEnter } from '../../shared/access'
import { startOfDay } from '../../shared/days'
import { readObject, writeObject } from './items'
import type { Base } from './quality-base'
import { isKnown } from './quality-ground'
import type { Progress } from './quality-types'
import { stableList } from './stable'
import type { Work, WorkScope } from './work-types'

export type WorkRooms = Pick<Work, 'open' | 'ready' | 'progress' | 'departments' | 'seesTeam'> & {
  /** Of those that are open. */
  readonly names: ReadonlySignal<readonly string[]>
  /** Remembers on this device in which departments somebody has a measure: his popup opens those too. */
  keepMine(departments: readonly string[]): void
}

const roomOf = (department: string): string => `dept/${department}`

/** Opens none before `open`. */
export const openWorkRooms = (base: Base): WorkRooms => {
  const { facts, rooms, work, member, today, signal } = base
  const scope = signalOf<WorkScope | undefined>(undefined)
  const mayLook = (room: Parameters<typeof mayEnter>[2]): boolean =>
    mayEnter(facts.org.value.records, member, room, startOfDay(today.value))

  const place = `waarborg.work/${member}`
  const remembered = textsOf(readObject(place)?.departments)

  const departments = stableList(() =>
    facts.departments.value
      .map(({ key }) => key)
      .filter((department) => mayLook({ kind: 'dept', department })),
  )
  const seesTeam = computed(() => mayLook({ kind: 'team' }))
  const mine = stableList(() => {
    const own = new Set(facts.grants.value.flatMap((grant) => grant.departments))
    const performed = facts.controls.value.filter(({ performers }) => performers.includes(member))
    for (const control of performed) for (const key of control.departments) own.add(key)
    for (const key of remembered) own.add(key)
    return departments.value.filter((key) => own.has(key))
  })
  const names = stableList(() => {
    if (scope.value === undefined) return []
    const wanted = scope.value === 'all' ? departments.value : mine.value
    return [...(seesTeam.value ? ['team'] : []), ...wanted.map(roomOf)]
  })
  const stop = effect(() => {
    work.value = new Set(names.value)
  })
  signal.addEventListener('abort', stop)

  const isRead = (name: string): boolean => rooms.value.get(name)?.ledger.value !== undefined
  const isKnownIn = (name: string): boolean => {
    const room = rooms.value.get(name)
    return room !== undefined && isKnown(room).value
  }
  let wasReady = false
  const ready = computed(() => {
    wasReady ||= scope.value !== undefined && isKnownIn('org') && names.value.every(isRead)
    return wasReady
  })
  return {
    names,
    departments,
    seesTeam,
    ready,
    progress: computed<Progress>(() => ({
      known: names.value.filter(isKnownIn).length,
      all: names.value.length,
    })),
    keepMine(keys) {
      // Only whoever sees everything knows where there is none any more.
      if (scope.peek() === 'all') writeObject(place, { departments: keys })
    },
    open(wanted) {
      if (scope.peek() !== 'all') scope.value = wanted
    },
  }
}

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
