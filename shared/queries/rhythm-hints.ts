/** Controls whose rhythm might be another: those that never fail less often, those that fail often more often. A proposal. */
import { type Control, RHYTHMS, type Rhythm } from '../kinds/control'
import type { Check } from './schedule'

export type RhythmHint = {
  readonly control: Control
  readonly to: Rhythm
  readonly why: 'never-fails' | 'fails-often'
  /** Judged answers it rests on, and how many of them were not in order. */
  readonly judged: number
  readonly failed: number
}

/** So many answers without a failure before less often is proposed: a failure rate above a fifth would show by then. */
const ENOUGH = 16
/** So many answers, and this share of failures, before more often is. */
const FEW = 6
const OFTEN = 1 / 3

/** @param checks of the last years, all departments; a key control never gets less often */
export const rhythmHints = (controls: readonly Control[], checks: readonly Check[]): RhythmHint[] => {
  const byControl = new Map<string, { judged: number; failed: number }>()
  for (const { control, outcome } of checks) {
    if (outcome === undefined || outcome === 'not-applicable') continue
    const counted = byControl.get(control.key) ?? { judged: 0, failed: 0 }
    counted.judged += 1
    if (outcome !== 'in-order') counted.failed += 1
    byControl.set(control.key, counted)
  }
  return controls.flatMap((control): RhythmHint[] => {
    const counted = byControl.get(control.key)
    if (control.gone || control.rule || !counted) return []
    const index = RHYTHMS.indexOf(control.rhythm)
    const [more, less] = [RHYTHMS[index - 1], RHYTHMS[index + 1]]
    if (counted.failed === 0 && counted.judged >= ENOUGH && less && !control.isKey)
      return [{ control, to: less, why: 'never-fails', ...counted }]
    if (counted.judged >= FEW && counted.failed / counted.judged >= OFTEN && more)
      return [{ control, to: more, why: 'fails-often', ...counted }]
    return []
  })
}
