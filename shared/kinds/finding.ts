/**
 * A finding: something is not as it should be. It has a cause, measures, and is closed only when their effect is shown.
 * What was born from it says so itself: a measure by its origin, a plan by its links.
 */
import { checkKey } from './check'
import {
  dayOrNone,
  defineKind,
  numberOrNone,
  objectOrNone,
  oneOf,
  type Reader,
  type RecordOf,
  text,
  textOrNone,
} from './kind'
import { BONES, whys } from './plan'

export const FINDING_STATES = ['open', 'closed'] as const
export const SEVERITIES = ['low', 'moderate', 'high', 'critical'] as const
export type Severity = (typeof SEVERITIES)[number]

/** How one knows that it helped: the same check in order afterwards, or a figure. */
export type Effect =
  | { readonly by: 'check'; readonly check: string }
  | { readonly by: 'figure'; readonly text: string }

const effect: Reader<Effect | undefined> = (value) => {
  const object = objectOrNone(value)
  if (object?.by === 'check' && text(object.check) !== '') return { by: 'check', check: text(object.check) }
  if (object?.by === 'figure' && text(object.text) !== '') return { by: 'figure', text: text(object.text) }
  return undefined
}

export const finding = defineKind(
  'finding',
  ['dept', 'team'],
  {
    title: text,
    note: text,
    department: textOrNone,
    /** Key of the control, and the check that showed it. */
    control: textOrNone,
    check: textOrNone,
    found: dayOrNone,
    owner: textOrNone,
    severity: oneOf(SEVERITIES, 'moderate'),
    whys,
    bone: oneOf(BONES, undefined),
    state: oneOf(FINDING_STATES, 'open'),
    effect,
    closedBy: textOrNone,
    closedAt: numberOrNone,
    /** Why it was opened again, the last time. */
    reason: text,
  },
  ['closedBy', 'closedAt', 'reason'],
)
export type Finding = RecordOf<typeof finding>

export const findingAbout = (key: string): string => `finding:${key}`

/**
 * The key of what a check showed: "bur/c065/2026-11". Two people who note it apart note one finding; the department is in
 * it, since many departments answer one control.
 */
export const findingKeyOf = (department: string, checkAbout: string): string | undefined => {
  const key = checkAbout.startsWith('check:') ? checkAbout.slice('check:'.length) : ''
  return checkKey(key) ? `${department}/${key}` : undefined
}

/** Where a finding is written down: with its department; without one, with the management team. */
export const roomOfFinding = (department: string | undefined): string =>
  department === undefined ? 'team' : `dept/${department}`
