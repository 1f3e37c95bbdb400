/** The figures that are mine to give, of the rooms that are open: enough for the popup. */
import type { ReadonlySignal } from '@preact/signals'
import { byDue, dueFigures, type Figure, isMyFigure } from '../../shared/queries/figures'
import type { Base } from './quality-base'
import type { Look } from './quality-types'
import { reuse, stableList } from './stable'

/** Late, today and soon, in due order; the same objects while nothing changed. */
export const createMyFigures = (
  { facts, member }: Base,
  { indicators, ground }: Look,
): ReadonlySignal<readonly Figure[]> => {
  let last: readonly Figure[] = []
  return stableList(() => {
    const grants = facts.grants.value
    const made = indicators.value.flatMap((indicator) =>
      dueFigures([indicator], ground.value, (department) =>
        isMyFigure({ indicator, department }, member, grants),
      ),
    )
    last = reuse(last, made.sort(byDue), ({ room, about }) => `${room} ${about}`)
    return last
  })
}
