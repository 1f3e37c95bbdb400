/** A risk: what may happen, how likely and how bad before and after control, and what one does about it. */
import {
  dayOrNone,
  defineKind,
  numberBetween,
  objectOrNone,
  oneOf,
  type Reader,
  type RecordOf,
  text,
  textOrNone,
} from './kind'

/** What a risk can hurt. */
export const IMPACTS = ['money', 'service', 'people', 'law', 'reputation'] as const
export type Impact = (typeof IMPACTS)[number]
export const TREATMENTS = ['avoid', 'reduce', 'share', 'accept'] as const
export type Treatment = (typeof TREATMENTS)[number]
export const RISK_STATES = ['open', 'closed'] as const

/** How likely, and how bad in each respect that was thought of: whole numbers from 1 to 5. */
export type Rating = {
  readonly likelihood: number
  readonly impacts: Readonly<Partial<Record<Impact, number>>>
}

const level = numberBetween(1, 5)

// One field, so that two who rate apart clash as a whole and nobody's half is mixed with another's.
const rating: Reader<Rating | undefined> = (value) => {
  const object = objectOrNone(value)
  const likelihood = level(object?.likelihood)
  const given = objectOrNone(object?.impacts)
  const impacts: Partial<Record<Impact, number>> = {}
  for (const impact of IMPACTS) {
    const found = level(given?.[impact])
    if (found !== undefined) impacts[impact] = found
  }
  return likelihood === undefined || Object.keys(impacts).length === 0 ? undefined : { likelihood, impacts }
}

export const risk = defineKind(
  'risk',
  ['dept', 'team'],
  {
    title: text,
    cause: text,
    consequence: text,
    department: textOrNone,
    /** Key of a theme, code of a goal. */
    theme: text,
    goal: text,
    owner: textOrNone,
    /** Without any control, and with those there are. */
    inherent: rating,
    residual: rating,
    treatment: oneOf(TREATMENTS, undefined),
    treatmentNote: text,
    /** The last day on which it is accepted, and by whom. */
    acceptedUntil: dayOrNone,
    acceptedBy: textOrNone,
    state: oneOf(RISK_STATES, 'open'),
    /** Why it was closed or opened again, the last time. */
    reason: text,
    reviewedOn: dayOrNone,
  },
  ['acceptedBy', 'reason'],
)
export type Risk = RecordOf<typeof risk>

export const riskAbout = (key: string): string => `risk:${key}`

/** Where a risk is written down: with its department; of the whole organisation, with the management team. */
export const roomOfRisk = (department: string | undefined): string =>
  department === undefined ? 'team' : `dept/${department}`
