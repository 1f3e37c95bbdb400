/** An objective of the multi-year plan, an action plan under it, or an action under that. */
import { dayOrNone, defineKind, flag, oneOf, type RecordOf, text, textOrNone } from './kind'

/** Beleidsdoelstelling, actieplan, actie. */
export const OBJECTIVE_LEVELS = ['objective', 'plan', 'action'] as const
export type ObjectiveLevel = (typeof OBJECTIVE_LEVELS)[number]

export const objective = defineKind('objective', 'org', {
  /** As the multi-year plan numbers it: "BD 2", "AP 2.1", "A 2.1.3". */
  code: text,
  name: text,
  nameEn: text,
  level: oneOf(OBJECTIVE_LEVELS, 'objective'),
  /** Key of the objective or plan it belongs to. */
  parent: textOrNone,
  /** The councils follow it up by name. */
  priority: flag,
  /** Member id. */
  owner: textOrNone,
  until: dayOrNone,
})
export type Objective = RecordOf<typeof objective>
