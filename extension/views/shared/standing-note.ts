/** The note that goes along with an answer when none is typed for it: what was written before is not lost. Pure. */
import type { Outcome } from '../../../shared/kinds/check'
import type { Head } from '../../../shared/queries/schedule'

type Standing = { readonly note: string; readonly clash: boolean; readonly heads?: readonly Head[] }

/**
 * The note that stands. Where answers contradict each other: what was written for the answer that is chosen now, and
 * what one wrote oneself.
 */
export const standingNote = ({ note, clash, heads = [] }: Standing, outcome: Outcome, me: string): string => {
  if (!clash) return note
  const kept = heads.filter((head) => head.outcome === outcome || head.by === me).map((head) => head.note)
  return [...new Set(kept)].filter((text) => text !== '').join('\n')
}
