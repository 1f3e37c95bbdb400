/** Which of a list are chosen: one by one, or with Shift all between the last one and this one, as in a list of files. */
import { useSignal } from '@preact/signals'

export type Chosen<T> = {
  /** Those that are still in the list. */
  readonly items: readonly T[]
  has(item: T): boolean
  choose(item: T, isOn: boolean, isRange: boolean): void
  /** Exactly these. */
  set(items: readonly T[]): void
}

/** @param mayChoose what cannot be changed is passed over in a range */
export const useChosen = <T>(
  list: readonly T[],
  keyOf: (item: T) => string,
  mayChoose: (item: T) => boolean = () => true,
): Chosen<T> => {
  const keys = useSignal<ReadonlySet<string>>(new Set())
  const last = useSignal<string | undefined>(undefined)
  return {
    items: list.filter((item) => keys.value.has(keyOf(item))),
    has: (item) => keys.value.has(keyOf(item)),
    choose(item, isOn, isRange) {
      const from = list.findIndex((each) => keyOf(each) === last.value)
      const to = list.findIndex((each) => keyOf(each) === keyOf(item))
      const range =
        isRange && from >= 0 && to >= 0 ? list.slice(Math.min(from, to), Math.max(from, to) + 1) : [item]
      const next = new Set(keys.value)
      for (const each of range)
        if (isOn && mayChoose(each)) next.add(keyOf(each))
        else next.delete(keyOf(each))
      last.value = keyOf(item)
      keys.value = next
    },
    set(items) {
      keys.value = new Set(items.map(keyOf))
    },
  }
}
