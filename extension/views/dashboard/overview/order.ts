/** In which order the departments stand in the matrix. */
import { punctuality, shareInOrder, type Tally } from '../../../../shared/queries/overview'
import type { Board } from '../board'

/** "fixed", one of the totals, or the key of a theme. */
export type Order = string

/** Keys of the departments: the weakest first, those without figures last. */
export const orderOf = (board: Board, order: Order | undefined): readonly string[] => {
  const keys = board.departments.map(({ key }) => key)
  if (order === undefined || order === 'fixed') return keys
  const badness = new Map(keys.map((key) => [key, badnessOf(board, key, order)] as const))
  return keys.toSorted((a, b) => (badness.get(b) ?? 0) - (badness.get(a) ?? 0))
}

const NOTHING = -1

const badnessOf = ({ overview, now }: Board, key: string, order: Order): number => {
  const total = overview.byDepartment.get(key)
  if (order === 'late') return now.lateIn[key] ?? 0
  if (order === 'on-time') return lack(total && punctuality(total))
  if (order === 'in-order') return lack(total && shareInOrder(total))
  const cell: Tally | undefined = overview.cells.get(key)?.get(order)
  return lack(cell && shareInOrder(cell))
}

const lack = (share: number | undefined): number => (share === undefined ? NOTHING : 1 - share)
