/** Keeps a list still under the hand: while someone points at it or works in it, nothing moves, leaves or cuts in. */
import { useRef, useState } from 'preact/hooks'

export type Steady<T> = {
  readonly items: readonly { readonly item: T; readonly gone: boolean }[]
  /** To put on the element around the list. */
  readonly hold: {
    readonly onPointerEnter: () => void
    readonly onPointerLeave: () => void
    readonly onFocusIn: () => void
    readonly onFocusOut: (event: FocusEvent) => void
  }
}

/** @param reset whenever this changes the list starts anew: the user chose another filter or order */
export const useSteady = <T>(list: readonly T[], keyOf: (item: T) => string, reset: unknown): Steady<T> => {
  const [held, setHeld] = useState(0)
  const shown = useRef<{ reset: unknown; items: Steady<T>['items'] }>({ reset, items: [] })
  const isHeld = held > 0 && shown.current.reset === reset
  shown.current = { reset, items: isHeld ? kept(shown.current.items, list, keyOf) : fresh(list) }
  return {
    items: shown.current.items,
    hold: {
      onPointerEnter: () => setHeld((by) => by | POINTER),
      onPointerLeave: () => setHeld((by) => by & ~POINTER),
      onFocusIn: () => setHeld((by) => by | FOCUS),
      onFocusOut: ({ currentTarget, relatedTarget }) => {
        if (!(currentTarget as Element | null)?.contains(relatedTarget as Node | null))
          setHeld((by) => by & ~FOCUS)
      },
    },
  }
}

const POINTER = 1
const FOCUS = 2

const fresh = <T>(list: readonly T[]): Steady<T>['items'] => list.map((item) => ({ item, gone: false }))

/** The same places, with what is known now; what left stays, marked; what is new comes last. */
const kept = <T>(
  before: Steady<T>['items'],
  list: readonly T[],
  keyOf: (item: T) => string,
): Steady<T>['items'] => {
  const now = new Map(list.map((item) => [keyOf(item), item] as const))
  const places = before.map(({ item }) => {
    const key = keyOf(item)
    const present = now.get(key)
    now.delete(key)
    return present === undefined ? { item, gone: true } : { item: present, gone: false }
  })
  return [...places, ...fresh([...now.values()])]
}
