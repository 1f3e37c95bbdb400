/** Agreements between politics and administration, and which of them are to be looked at again. */
import { addDays } from '../days'
import { type Agreement, agreement } from '../kinds/agreement'
import { readRecord } from '../kinds/kind'
import { foldedOf, type WorkGround } from './ground'

/** All that are not gone: in force first, the earliest review first. */
export const agreementsOf = (ground: WorkGround): Agreement[] =>
  foldedOf(ground.records('team'), 'agreement')
    .map((folded) => readRecord(agreement, folded))
    .filter(({ gone, title }) => !gone && title !== '')
    .sort(
      (a, b) =>
        ORDER[a.state] - ORDER[b.state] ||
        compare(a.review ?? '9999', b.review ?? '9999') ||
        compare(a.about, b.about),
    )
const ORDER = { 'in-force': 0, draft: 1, ended: 2 } as const

/** Agreements in force whose review comes within so many days, or should have been. */
export const agreementsToReview = (ground: WorkGround, within = 60): Agreement[] =>
  agreementsOf(ground).filter(
    ({ state, review }) =>
      state === 'in-force' && review !== undefined && review <= addDays(ground.today, within),
  )

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
