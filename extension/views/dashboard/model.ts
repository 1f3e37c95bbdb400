/** What the pages of the dashboard have in common: derived facts, each computed once, and what is half written. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Department } from '../../../shared/kinds/department'
import type { Member, Role } from '../../../shared/kinds/member'
import type { Theme } from '../../../shared/kinds/theme'
import type { Check } from '../../../shared/queries/schedule'
import type { Presence, Store } from '../../state/types'
import type { Drafts } from '../shared/drafts'
import type { Shell } from '../shared/shell'
import { type Board, boardOf } from './board'
import type { Span } from './route'
import type { Router } from './router'

/** What the dashboard asks of the browser, beside what every page asks. */
export type Tools = Shell & {
  /** Puts a text on the clipboard; rejects when the browser refuses. */
  copy(text: string): Promise<void>
  print(): void
  setTitle(title: string): void
  /** Remembers small choices on this device: that a hint was read. */
  readonly memory: { get(name: string): string | undefined; set(name: string, value: string): void }
  readonly drafts: Drafts
}

/** Said after an act, with the way back. */
export type Toast = { readonly text: string; readonly undo: (() => void) | undefined }

export type Model = {
  readonly store: Store
  readonly router: Router
  readonly tools: Tools
  readonly board: ReadonlySignal<Board>
  /** Enough is known for figures to be true; from then on for good. */
  readonly isComplete: ReadonlySignal<boolean>
  /** Departments that one may enter, in order. */
  readonly departments: ReadonlySignal<readonly Department[]>
  readonly department: ReadonlySignal<ReadonlyMap<string, Department>>
  readonly theme: ReadonlySignal<ReadonlyMap<string, Theme>>
  readonly member: ReadonlySignal<ReadonlyMap<string, Member>>
  readonly byDepartment: ReadonlySignal<ReadonlyMap<string, readonly Check[]>>
  /** Others who are here, each once. */
  readonly others: ReadonlySignal<readonly Presence[]>
  readonly toast: Signal<Toast | undefined>
  /** When one last looked at the dashboard on this device. */
  readonly lastVisit: number | undefined
  find(room: string, about: string): Check | undefined
  /** The name of a person, also of one who is gone. */
  nameOf(member: string | undefined): string
}

export const createModel = ({
  store,
  router,
  tools,
  lastVisit,
}: {
  readonly store: Store
  readonly router: Router
  readonly tools: Tools
  readonly lastVisit: number | undefined
}): Model => {
  let lastSpan: Span = 'year-back'
  const span = computed(() => {
    const page = router.page.value
    if (page.page === 'overview') lastSpan = page.span
    return lastSpan
  })
  let wasComplete = false
  const isComplete = computed(() => {
    wasComplete ||= store.ready.value && store.arriving.value === 0
    return wasComplete
  })
  const departments = computed(() => within(store.departments.value, store.me.value, store.today.value))
  const member = computed(() => byKey(store.members.value))
  const places = computed(() => new Map(store.checks.value.map((check) => [placeOf(check), check] as const)))
  return {
    store,
    router,
    tools,
    isComplete,
    board: computed(() =>
      boardOf(store.checks.value, {
        span: span.value,
        today: store.today.value,
        departments: departments.value,
        themes: store.themes.value,
        controls: store.controls.value,
      }),
    ),
    departments,
    department: computed(() => byKey(store.departments.value)),
    theme: computed(() => byKey(store.themes.value)),
    member,
    byDepartment: computed(() => grouped(store.checks.value)),
    others: computed(() => onceEach(store.presence.value, store.session.member)),
    toast: signal(undefined),
    lastVisit,
    find: (room, about) => places.value.get(placeOf({ room, about })),
    nameOf: (key) => (key === undefined ? '' : (member.value.get(key)?.name ?? key)),
  }
}

/** One string for the place of a check: control and period name it within its room only. */
export const placeOf = ({ room, about }: { readonly room: string; readonly about: string }): string =>
  `${room} ${about}`

const EVERYWHERE: readonly Role[] = ['director', 'coordinator', 'team', 'auditor']

// Hides what the server would refuse; the rights themselves are decided by shared/access.
const within = (
  departments: readonly Department[],
  me: Member | undefined,
  today: string,
): readonly Department[] => {
  const grants = (me?.roles ?? []).filter(({ until }) => until === undefined || today <= until)
  if (grants.some(({ role }) => EVERYWHERE.includes(role))) return departments
  const own = new Set(grants.flatMap((grant) => grant.departments))
  return departments.filter(({ key }) => own.has(key))
}

const onceEach = (present: readonly Presence[], me: string): readonly Presence[] => {
  const once = new Map<string, Presence>()
  // Whoever has several pages open is shown where he or she looks at something.
  for (const each of present) {
    if (each.member === me) continue
    const known = once.get(each.member)
    if (!known || (known.at === undefined && each.at !== undefined)) once.set(each.member, each)
  }
  return [...once.values()].sort((a, b) => a.name.localeCompare(b.name, 'nl'))
}

const grouped = (checks: readonly Check[]): ReadonlyMap<string, readonly Check[]> => {
  const groups = new Map<string, Check[]>()
  for (const check of checks) {
    const group = groups.get(check.department)
    if (group) group.push(check)
    else groups.set(check.department, [check])
  }
  return groups
}

const byKey = <T extends { readonly key: string }>(records: readonly T[]): ReadonlyMap<string, T> =>
  new Map(records.map((record) => [record.key, record]))
