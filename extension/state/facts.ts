/** What the `org` room says, as signals: me, people, departments, themes, controls. Record objects stay while nothing changed. */
import { computed, type ReadonlySignal } from '@preact/signals'
import { grantsOf, type Org } from '../../shared/access'
import type { Day } from '../../shared/days'
import type { Folded } from '../../shared/fold'
import { type Control, control } from '../../shared/kinds/control'
import { type Department, department } from '../../shared/kinds/department'
import { type Kind, type RecordOf, readRecord } from '../../shared/kinds/kind'
import { type Grant, type Member, member } from '../../shared/kinds/member'
import { ORGANISATION, organisation } from '../../shared/kinds/organisation'
import { type Theme, theme } from '../../shared/kinds/theme'
import { kindOf } from '../../shared/statement'
import type { Room } from './room'
import { stableList } from './stable'

export type Facts = {
  /** The records of `org`, following its changes. */
  readonly org: ReadonlySignal<{
    readonly records: Org
    readonly version: number
    all(): Iterable<Folded>
  }>
  readonly me: ReadonlySignal<Member | undefined>
  /** What I may do today. */
  readonly grants: ReadonlySignal<readonly Grant[]>
  readonly organisationName: ReadonlySignal<string>
  readonly members: ReadonlySignal<readonly Member[]>
  readonly departments: ReadonlySignal<readonly Department[]>
  readonly themes: ReadonlySignal<readonly Theme[]>
  readonly controls: ReadonlySignal<readonly Control[]>
  /** Also those that are gone: work that was done for them remains to be seen. */
  readonly everyControl: ReadonlySignal<readonly Control[]>
}

export const createFacts = (
  room: Room,
  memberId: string,
  today: ReadonlySignal<Day>,
  now: () => number,
): Facts => {
  const org = computed(() => {
    const version = room.version.value
    const ledger = room.ledger.value
    const records: Org = { get: (about) => ledger?.fold.get(about) }
    return { records, version, all: ledger?.fold.all.bind(ledger.fold) ?? (() => []) }
  })
  const every = <K extends Kind>(kind: K, compare: Compare<RecordOf<K>>) =>
    stableList(() => recordsOf(org.value.all(), kind, compare))
  const present = <R extends Named>(list: ReadonlySignal<readonly R[]>) =>
    stableList(() => list.value.filter((record) => !record.gone && !isTakenBack(record)))

  const everyControl = every(control, by('title'))
  const members = present(every(member, by('name')))
  return {
    org,
    me: computed(() => members.value.find(({ key }) => key === memberId)),
    grants: computed(() => {
      today.value
      return grantsOf(org.value.records, memberId, now()) ?? []
    }),
    organisationName: computed(() => {
      const folded = org.value.records.get(ORGANISATION)
      return folded ? recordOf(organisation, folded).name : ''
    }),
    members,
    departments: present(every(department, by('place', 'name'))),
    themes: present(every(theme, by('place', 'code', 'name'))),
    controls: present(everyControl),
    everyControl,
  }
}

/** The records of a kind among all that is known, in order; the same objects for the same folds. */
export const recordsOf = <K extends Kind>(
  all: Iterable<Folded>,
  kind: K,
  compare: Compare<RecordOf<K>>,
): RecordOf<K>[] => {
  const found: RecordOf<K>[] = []
  for (const folded of all) if (kindOf(folded.about) === kind.name) found.push(recordOf(kind, folded))
  return found.sort(compare)
}

/** Added and taken back: nothing of it is left, not even what it is called. */
const isTakenBack = ({ name, title }: Named): boolean => (name ?? title) === ''
type Named = { readonly gone: boolean; readonly name?: string; readonly title?: string }

type Compare<R> = (a: R, b: R) => number

const COLLATOR = new Intl.Collator('nl', { numeric: true })

/** Compares by fields, as people expect; records that are equal in those by key. */
export const by =
  <F extends string>(...fields: readonly F[]): Compare<Readonly<Record<F | 'key', string>>> =>
  (a, b) => {
    for (const field of fields) {
      const order = COLLATOR.compare(a[field], b[field])
      if (order !== 0) return order
    }
    return a.key < b.key ? -1 : 1
  }

// A fold gives the same object for a subject until something is said about it.
const known = new WeakMap<Folded, unknown>()
const recordOf = <K extends Kind>(kind: K, folded: Folded): RecordOf<K> => {
  const record = (known.get(folded) as RecordOf<K> | undefined) ?? readRecord(kind, folded)
  known.set(folded, record)
  return record
}
