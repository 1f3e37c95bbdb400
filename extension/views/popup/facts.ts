/**
 * What the popup knows: the stored view first, the store as soon as it has read the disk, and between the two the answers
 * that wait for it. Says how each line stands; knows nothing of focus or notes.
 */
import { computed, signal } from '@preact/signals'
import type { Day } from '../../../shared/days'
import type { Outcome } from '../../../shared/kinds/check'
import { type Progress, progressOf } from '../../../shared/queries/progress'
import type { Snapshot } from '../../state/snapshot-types'
import type { Check, LineStatus, Store, SyncState } from '../../state/types'
import { nameOf, titleOf } from '../../text'
import { keyOfCheck } from '../shared/drafts'
import { asks, inGroups, type Names, type Row, rowOfCheck, rowOfSnapshot } from './rows'

export type Facts = ReturnType<typeof createFacts>

/** The first check that opens later. */
export type Next = { readonly title: string; readonly opens: Day; readonly due: Day }

/** An answer given before the store was there. */
export type Waiting = { readonly key: string; readonly outcome: Outcome; readonly note: string }

const LOADING: SyncState = {
  word: 'loading',
  unsent: 0,
  online: true,
  confirmedAt: undefined,
  problem: undefined,
}

export const createFacts = (snapshot: Snapshot | undefined) => {
  const store = signal<Store | undefined>(undefined)
  // A disk that is empty, or that would not open, is read in no time: nothing is known before one's own name is.
  let wasComplete = false
  const live = computed(() => {
    const known = store.value
    if (!known?.ready.value || !known.me.value) return undefined
    // On a new device a check whose room is still to come would be called late.
    wasComplete ||= known.arriving.value === 0
    return wasComplete ? known : undefined
  })
  const waiting = signal<readonly Waiting[]>([])
  const today = computed<Day>(() => live.value?.today.value ?? snapshot?.today ?? '')
  const names = computed(() => namesOf(live.value))
  const checks = computed<ReadonlyMap<string, Check>>(
    () => new Map((live.value?.mine.value ?? []).map((check) => [keyOfCheck(check), check])),
  )
  const rowOf = (check: Check): Row => rowOfCheck(check, names.value, today.value)

  return {
    store,
    /** The store, once it knows who one is. */
    live,
    waiting,
    today,
    checks,
    /** Everything that asks for an answer now. */
    asking: computed<readonly Row[]>(() =>
      inGroups(
        live.value
          ? [...checks.value.values()].filter(asks).map(rowOf)
          : (snapshot?.rows ?? []).filter(asks).map((row) => rowOfSnapshot(row, today.value)),
      ),
    ),
    /** A row as it stands now, in the group where it was found: what changes does not change place. */
    asItStands: (row: Row): Row => {
      const said = waiting.value.find(({ key }) => key === row.key)
      if (said) return { ...row, outcome: said.outcome, note: said.note, clash: false, returned: undefined }
      const check = checks.value.get(row.key)
      return check ? { ...rowOf(check), group: row.group } : row
    },
    mayAnswer: ({ key }: Row): boolean => {
      const check = checks.value.get(key)
      return live.value === undefined || (check !== undefined && live.value.mayAnswer(check))
    },
    statusOf: ({ key }: Row): LineStatus | undefined => {
      const check = checks.value.get(key)
      if (check && live.value) return live.value.statusOf(check)
      return waiting.value.some((said) => said.key === key) ? 'saving' : undefined
    },
    organisation: computed(() => live.value?.organisationName.value ?? snapshot?.organisation ?? ''),
    name: computed(() => live.value?.me.value?.name ?? snapshot?.name ?? ''),
    nameOfMember: (id: string): string => live.value?.members.value.find(({ key }) => key === id)?.name ?? id,
    /** Until the disk has been read, what was true the last time, with its hour. */
    sync: computed<SyncState>(() => {
      const now = store.value?.sync.value ?? LOADING
      return now.word === 'loading' && snapshot ? snapshot.sync : now
    }),
    progress: computed<Progress | undefined>(() => {
      if (live.value) return progressOf(live.value.mine.value, today.value)
      return snapshot && { done: snapshot.done + waiting.value.length, total: snapshot.total }
    }),
    next: computed<Next | undefined>(() => (live.value ? nextOf(live.value) : snapshot?.next)),
    /** Whether one has any checks at all, now or later. */
    hasAny: computed(() => (live.value ? live.value.mine.value.length > 0 : snapshot !== undefined)),
  }
}

const namesOf = (store: Store | undefined): Names => {
  const departments = new Map(store?.departments.value.map((each) => [each.key, nameOf(each)]))
  const themes = new Map(store?.themes.value.map((each) => [each.key, nameOf(each)]))
  return {
    title: ({ control }) => titleOf(control),
    department: (id) => departments.get(id) ?? id,
    theme: (key) => themes.get(key) ?? key,
    member: (id) => store?.members.value.find(({ key }) => key === id)?.name ?? id,
    absent: (check) => {
      const key = store?.forWhom(check)
      return key && (store?.members.value.find((each) => each.key === key)?.name ?? key)
    },
  }
}

const nextOf = ({ mine }: Store): Next | undefined => {
  const later = mine.value.filter(({ state }) => state === 'later').sort(byOpening)[0]
  return later && { title: titleOf(later.control), opens: later.opens, due: later.due }
}

const byOpening = (a: Check, b: Check): number => (a.opens < b.opens ? -1 : a.opens > b.opens ? 1 : 0)
