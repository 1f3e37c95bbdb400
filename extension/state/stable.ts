/** Signals of lists that stay the same object while nothing in them changed, so that nothing is drawn or counted again. */
import { computed, type ReadonlySignal } from '@preact/signals'

/** A computed list; equal elements in equal order give the list of before. */
export const stableList = <T>(compute: () => readonly T[]): ReadonlySignal<readonly T[]> => {
  let last: readonly T[] = []
  return computed(() => {
    const next = compute()
    if (!sameItems(last, next)) last = next
    return last
  })
}

/** Puts the objects of before in the place of those that say the same. */
export const reuse = <T extends object>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): readonly T[] => {
  const known = new Map(before.map((item) => [keyOf(item), item]))
  return after.map((item) => {
    const old = known.get(keyOf(item))
    return old && sameFields(old, item) ? old : item
  })
}

const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index])

// One level deep is enough: what lies deeper (controls) is kept as one object; lists are compared by their text.
const sameFields = (a: object, b: object): boolean => {
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => sameValue(a[name as keyof object], b[name as keyof object]))
  )
}

const sameValue = (a: unknown, b: unknown): boolean =>
  a === b || (Array.isArray(a) && Array.isArray(b) && JSON.stringify(a) === JSON.stringify(b))
