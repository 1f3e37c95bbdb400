/** What another rhythm would do to the turns of a control, before anybody decides: added, moved, removed; never what is done. */
import { formerAt, type RhythmInput } from '../commands/controls'
import type { Day } from '../days'
import type { Control } from '../kinds/control'
import type { Period } from './periods'
import { occurrences } from './schedule'

export type RhythmPreview = {
  readonly added: readonly Period[]
  readonly moved: readonly { readonly period: string; readonly from: Day; readonly to: Day }[]
  readonly removed: readonly Period[]
  /** As they were. */
  readonly kept: readonly Period[]
  /** Turns that somebody has done, whatever would have become of them. */
  readonly done: readonly Period[]
}

/**
 * Compares the turns of a control with those it would have with another rhythm from a day on.
 * @param isDone whether some department has done a turn
 */
export const previewRhythm = (
  control: Control,
  next: RhythmInput,
  {
    from,
    window,
    isDone,
  }: {
    readonly from: Day
    readonly window: { readonly from: Day; readonly to: Day }
    isDone(period: string): boolean
  },
): RhythmPreview => {
  const before = occurrences(control, window)
  const after = occurrences({ ...control, ...withRhythm(next), former: formerAt(control, from) }, window)
  const done = before.filter(({ period }) => isDone(period))
  const untouched = new Set(done.map(({ period }) => period))
  const open = (periods: readonly Period[]) => periods.filter(({ period }) => !untouched.has(period))
  const was = new Map(open(before).map((each) => [each.period, each]))
  const becomes = new Map(open(after).map((each) => [each.period, each]))
  const both = [...was.values()].flatMap((old) => {
    const now = becomes.get(old.period)
    return now ? [{ old, now }] : []
  })
  return {
    added: [...becomes.values()].filter(({ period }) => !was.has(period)),
    removed: [...was.values()].filter(({ period }) => !becomes.has(period)),
    moved: both
      .filter(({ old, now }) => old.due !== now.due)
      .map(({ old, now }) => ({ period: old.period, from: old.due, to: now.due })),
    kept: both.filter(({ old, now }) => old.due === now.due).map(({ now }) => now),
    done,
  }
}

const withRhythm = ({ rhythm, month, every, rule }: RhythmInput) => ({ rhythm, month, every, rule })
