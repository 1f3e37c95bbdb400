/** Writes the stored view while the store changes, and once more when the page goes. */
import { effect, untracked } from '@preact/signals'
import { progressOf } from '../../shared/queries/progress'
import { type Language, readLanguage } from './settings'
import { writeSnapshot } from './snapshot'
import type { Returned, Snapshot, SnapshotRow } from './snapshot-types'
import type { Check, Store } from './types'

const WAIT = 300
/** More than fits a popup; the rest comes with the store. */
const MOST_ROWS = 60

/** Keeps the stored view in step with a store until `signal` ends it. */
export const keepSnapshot = (store: Store, signal: AbortSignal): void => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = (): void => {
    clearTimeout(timer)
    timer = undefined
    const made = snapshotOf(store, readLanguage())
    if (made) writeSnapshot(made)
  }
  const stop = effect(() => {
    store.mine.value
    store.sync.value
    store.organisationName.value
    if (isComplete(store)) timer ??= setTimeout(write, WAIT)
  })
  globalThis.addEventListener?.('pagehide', write, { signal })
  signal.addEventListener('abort', () => {
    stop()
    clearTimeout(timer)
  })
}

// What has come halfway would be painted at the next opening: checks that were answered long ago, called late.
const isComplete = ({ ready, arriving, me }: Store): boolean =>
  ready.value && arriving.value === 0 && me.value !== undefined

/** What the popup would draw now; nothing before all of it is known. */
export const snapshotOf = (store: Store, language: Language): Snapshot | undefined => {
  const me = store.me.peek()
  if (!untracked(() => isComplete(store)) || !me) return undefined
  const checks = store.mine.peek()
  const today = store.today.peek()
  const inLanguage = (dutch: string, english: string): string => (language === 'en' && english) || dutch
  const next = checks.find(({ state }) => state === 'later')
  return {
    v: 1,
    member: me.key,
    name: me.name,
    organisation: store.organisationName.peek(),
    today,
    language,
    rows: inOrder(checks)
      .slice(0, MOST_ROWS)
      .map((check) => rowOf(check, store, inLanguage)),
    ...progressOf(checks, today),
    next: next && {
      title: inLanguage(next.control.title, next.control.titleEn),
      opens: next.opens,
      due: next.due,
    },
    sync: store.sync.peek(),
  }
}

// Clashes first, then what was sent back; the checks themselves come in due order.
const inOrder = (checks: readonly Check[]): Check[] => [
  ...checks.filter(({ clash }) => clash),
  ...checks.filter((check) => !check.clash && check.review?.state === 'returned'),
  ...checks.filter(
    ({ clash, state }) => !clash && (state === 'late' || state === 'today' || state === 'soon'),
  ),
]

const rowOf = (
  check: Check,
  store: Store,
  inLanguage: (dutch: string, english: string) => string,
): SnapshotRow => {
  const department = store.departments.peek().find(({ key }) => key === check.department)
  const theme = store.themes.peek().find(({ key }) => key === check.control.theme)
  return {
    about: check.about,
    room: check.room,
    title: inLanguage(check.control.title, check.control.titleEn),
    department: department ? inLanguage(department.name, department.nameEn) : check.department,
    theme: theme ? inLanguage(theme.name, theme.nameEn) : '',
    due: check.due,
    state: check.state === 'later' ? 'soon' : check.state,
    outcome: check.outcome,
    note: check.note,
    clash: check.clash,
    returned: returnedOf(check, store),
    absent: absentIn(store, check),
    heads: (check.heads ?? []).map((head) => ({ ...head, name: nameIn(store, head.by) })),
  }
}

const absentIn = (store: Store, check: Check): string | undefined => {
  const member = store.forWhom(check)
  return member && nameIn(store, member)
}

const returnedOf = ({ review }: Check, store: Store): Returned | undefined =>
  review?.state === 'returned'
    ? { by: nameIn(store, review.reviewer ?? ''), remark: review.remark }
    : undefined

const nameIn = (store: Store, member: string): string =>
  store.members.peek().find(({ key }) => key === member)?.name ?? member
