/** A control of the library: what is checked, by which departments, in which rhythm. */
import { dayOrNone, defineKind, flag, numberOrNone, oneOf, type RecordOf, text, texts } from './kind'

export const RHYTHMS = ['weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly'] as const
export type Rhythm = (typeof RHYTHMS)[number]
export const CONTROL_TYPES = ['preventive', 'detective', 'corrective'] as const

export const control = defineKind('control', 'org', {
  title: text,
  titleEn: text,
  /** Key of a theme record. */
  theme: text,
  /** Code of a goal of that theme: "T4.2". */
  goal: text,
  /** Ids of the departments that carry it out, each for itself. */
  departments: texts,
  /** Ids of the members who carry it out; none: every manager and contributor of the department. */
  performers: texts,
  rhythm: oneOf(RHYTHMS, 'yearly'),
  /** Month (1-12) at the end of which a yearly control is due. */
  month: numberOrNone,
  /** A yearly control that returns only every so many years. */
  every: numberOrNone,
  /** First and last day on which a period may begin or end: no checks outside them. */
  since: dayOrNone,
  until: dayOrNone,
  /** A key control: the organisation leans on it. */
  isKey: flag,
  type: oneOf(CONTROL_TYPES, undefined),
  evidence: text,
  evidenceEn: text,
  ownerRole: text,
})
export type Control = RecordOf<typeof control>
