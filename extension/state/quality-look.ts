/** Looks at the world of quality: as it stands, and as it stood. Objects stay the same while nothing was said about them. */
import { computed, type ReadonlySignal } from '@preact/signals'
import { dayOf } from '../../shared/days'
import type { Folded } from '../../shared/fold'
import { indicator } from '../../shared/kinds/indicator'
import { objective } from '../../shared/kinds/objective'
import { recordsAsOf } from '../../shared/queries/as-of'
import type { Ground } from '../../shared/queries/figures'
import { asOf } from '../../shared/queries/history'
import type { Records } from '../../shared/queries/schedule'
import { by, recordsOf } from './facts'
import type { Base } from './quality-base'
import type { Look } from './quality-types'
import { stableList } from './stable'

/** The world as it stands. */
export const lookNow = ({ facts, today }: Base, ground: ReadonlySignal<Ground>): Look =>
  lookAt(() => facts.org.value.all(), today, ground)

/** The world as it stood: what had been said by a moment, on the day of then. */
export const lookAsOf = ({ facts }: Base, ground: ReadonlySignal<Ground>, moment: number): Look => {
  const earlier = remembering((folded: Folded) => asOf(folded, moment))
  const earlierRecords = remembering((records: Records) => recordsAsOf(records, moment))
  const today = computed(() => dayOf(moment))
  const groundThen = computed<Ground>(() => {
    const { records } = ground.value
    return {
      today: today.value,
      records: (room) => {
        const open = records(room)
        return open && earlierRecords(open)
      },
    }
  })
  return lookAt(
    () => [...facts.org.value.all()].flatMap((folded) => earlier(folded) ?? []),
    today,
    groundThen,
  )
}

const lookAt = (all: () => Iterable<Folded>, today: Look['today'], ground: Look['ground']): Look => ({
  today,
  indicators: stableList(() => recordsOf(all(), indicator, by('name')).filter(({ gone }) => !gone)),
  objectives: stableList(() => recordsOf(all(), objective, by('code', 'name')).filter(({ gone }) => !gone)),
  ground,
})

const remembering = <K extends object, V>(make: (key: K) => V): ((key: K) => V) => {
  const known = new WeakMap<K, { readonly made: V }>()
  return (key) => {
    const found = known.get(key) ?? { made: make(key) }
    known.set(key, found)
    return found.made
  }
}
