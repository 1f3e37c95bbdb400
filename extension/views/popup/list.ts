/**
 * Which rows are shown, in which order. Follows the facts until the user touches anything; from then on it stands still,
 * and what is new waits until it is asked for.
 */
import { computed, signal } from '@preact/signals'
import type { Facts } from './facts'
import { inGroups, type Row } from './rows'

/** How many of those that are due later show before "show more". */
const SOON_SHOWN = 4

export type List = ReturnType<typeof createList>

export const createList = ({ asking, asItStands }: Facts) => {
  const frozen = signal<readonly Row[] | undefined>(undefined)
  const isSoonShown = signal(false)
  const listed = computed(() => frozen.value ?? asking.value)
  const rows = computed<readonly Row[]>(() => listed.value.map(asItStands))
  const visible = computed<readonly Row[]>(() => (isSoonShown.value ? rows.value : shortened(rows.value)))
  const news = computed<readonly Row[]>(() => {
    const known = new Set(listed.value.map(({ key }) => key))
    return asking.value.filter(({ key }) => !known.has(key))
  })
  return {
    /** As found, before what has changed since. */
    listed,
    rows,
    visible,
    news,
    isTouched: (): boolean => frozen.peek() !== undefined,
    /** From now on the list only changes when the user asks. */
    touch: (): void => {
      frozen.value ??= listed.peek()
    },
    showNews: (): void => {
      frozen.value = inGroups([...rows.peek(), ...news.peek()])
    },
    /** Makes sure that a row can be seen. */
    reveal: ({ key }: Row): void => {
      if (!visible.peek().some((row) => row.key === key)) isSoonShown.value = true
    },
  }
}

const shortened = (rows: readonly Row[]): Row[] => {
  let soon = 0
  return rows.filter(({ group }) => {
    if (group === 'soon') soon += 1
    return group !== 'soon' || soon <= SOON_SHOWN
  })
}
