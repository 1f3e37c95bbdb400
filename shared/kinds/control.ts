/** A control of the library: what is checked, by which departments, in which rhythm. */
import { digestOf } from '../statement'
import {
  dayOrNone,
  defineKind,
  flag,
  numberBetween,
  numberOrNone,
  objectOrNone,
  oneOf,
  type Reader,
  type RecordOf,
  text,
  textOrNone,
  texts,
} from './kind'
import { type Rule, ruleOrNone } from './rule'

export const RHYTHMS = ['weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly'] as const
export type Rhythm = (typeof RHYTHMS)[number]
export const CONTROL_TYPES = ['preventive', 'detective', 'corrective'] as const

/** A rhythm that a control had, and the last due day that followed it. */
export type FormerRhythm = {
  readonly rhythm: Rhythm
  readonly month: number | undefined
  readonly every: number | undefined
  readonly rule: Rule | undefined
  readonly until: string
}

const rhythmOf = oneOf(RHYTHMS, 'yearly')

const former: Reader<readonly FormerRhythm[]> = (value) =>
  Array.isArray(value) ? value.map(formerRhythm).filter((each) => each !== undefined) : []

const formerRhythm = (value: unknown): FormerRhythm | undefined => {
  const object = objectOrNone(value)
  const until = dayOrNone(object?.until)
  if (!object || until === undefined) return undefined
  return {
    rhythm: rhythmOf(object.rhythm),
    month: numberOrNone(object.month),
    every: numberOrNone(object.every),
    rule: ruleOrNone(object.rule),
    until,
  }
}

export const control = defineKind(
  'control',
  'org',
  {
    title: text,
    titleEn: text,
    /** How it is done; with the title the text that an answer is an answer to. */
    method: text,
    methodEn: text,
    /** The day on which that text was last changed. */
    textSince: dayOrNone,
    /** The control of the built-in library it was adopted from, and the hash of that one's text at the time. */
    origin: textOrNone,
    originText: textOrNone,
    /** Key of a theme record. */
    theme: text,
    /** Code of a goal of that theme: "T4.2". */
    goal: text,
    /** Subjects of requirements of other frameworks: "requirement:caf2020/1.1". */
    requirements: texts,
    /** Keys of the risks it covers. */
    risks: texts,
    /** Ids of the departments that carry it out, each for itself. */
    departments: texts,
    /** Ids of the members who carry it out; none: every manager and contributor of the department. */
    performers: texts,
    /** It also names the periods; on which day of a period it is due may be said by a rule. */
    rhythm: rhythmOf,
    rule: ruleOrNone,
    /** Month (1-12) at the end of which a yearly control is due. */
    month: numberOrNone,
    /** A yearly control that returns only every so many years. */
    every: numberOrNone,
    /** The rhythms it had before, oldest first. */
    former,
    /** First and last day on which a period may begin or end: no checks outside them. */
    since: dayOrNone,
    until: dayOrNone,
    /** So many days before it is due one starts preparing. */
    lead: numberBetween(1, 366),
    /** A key control: the organisation leans on it. */
    isKey: flag,
    type: oneOf(CONTROL_TYPES, undefined),
    evidence: text,
    evidenceEn: text,
    /** In order only with evidence; a key control always. */
    needsEvidence: flag,
    /** Somebody else looks at each answer. None named: whoever answers for the department. */
    needsReview: flag,
    /** The day from which that holds: what was answered before is not looked at afterwards. */
    reviewSince: dayOrNone,
    reviewers: texts,
    ownerRole: text,
    /** Addresses of pages where it is carried out: "https://boekhouding.example/*". */
    patterns: texts,
  },
  ['textSince', 'reviewSince'],
)
export type Control = RecordOf<typeof control>

/** What a control asks: an answer is an answer to this. */
export type ControlText = { readonly title: string; readonly method: string }

/** Enough of a SHA-256 to tell the texts of one control apart. */
const LENGTH = 16
const hashes = new WeakMap<Control, string>()

/** The hash of what a control asks, as an answer bears it. */
export const textHash = (record: Control): string => {
  const known = hashes.get(record)
  if (known !== undefined) return known
  const hash = hashOfText(record)
  hashes.set(record, hash)
  return hash
}

export const hashOfText = ({ title, method }: ControlText): string =>
  digestOf([title.trim(), method.trim()]).slice(0, LENGTH)
