/**
 * A self-assessment round: who scores what, and how far it is. Blind scores stand in a room of their author; that somebody
 * is ready stands where the coordinator reads it; what was agreed stands in `org`.
 */
import type { Json } from '../statement'
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

export const ROUND_STATES = ['preparing', 'scoring', 'consensus', 'validated'] as const
export type RoundState = (typeof ROUND_STATES)[number]
/** maturity: 0-4 per theme. classical, fine-tuned: the two panels of CAF. */
export const PANELS = ['maturity', 'classical', 'fine-tuned'] as const
export type Panel = (typeof PANELS)[number]
export const ROUND_FRAMEWORKS = ['leidraad', 'caf2020'] as const

export const round = defineKind('round', 'org', {
  title: text,
  framework: oneOf(ROUND_FRAMEWORKS, 'leidraad'),
  panel: oneOf(PANELS, 'maturity'),
  /** Codes of themes or subcriteria. */
  subjects: texts,
  /** The group: who scores alone first. */
  members: texts,
  /** Reads the result with other eyes before it is validated. */
  reader: textOrNone,
  /** The department it is about; none: the whole organisation. */
  department: textOrNone,
  state: oneOf(ROUND_STATES, 'preparing'),
  opened: dayOrNone,
  closed: dayOrNone,
})
export type Round = RecordOf<typeof round>

/** The parts of the fine-tuned panels, for what is done and for what comes of it. */
export const PARTS = { enabler: ['plan', 'do', 'check', 'act'], result: ['trends', 'targets'] } as const
export type Parts = Readonly<Record<string, number>>

const hundred = numberBetween(0, 100)
const PART_NAMES: readonly string[] = [...PARTS.enabler, ...PARTS.result]

const parts: Reader<Parts | undefined> = (value) => {
  const object = objectOrNone(value)
  if (!object) return undefined
  const found: Record<string, number> = {}
  for (const name of PART_NAMES) {
    const points = hundred(object[name])
    if (points !== undefined) found[name] = points
  }
  return Object.keys(found).length > 0 ? found : undefined
}

const scored = {
  /** 0-4. */
  level: numberBetween(0, 4),
  /** 0-100. */
  score: hundred,
  parts,
  comment: text,
  strengths: text,
  weaknesses: text,
}

export const score = defineKind('score', 'round', scored)
export type Score = RecordOf<typeof score>

/** That somebody has scored everything, and never what. Subject: "submission:<round>/<member>". */
export const submission = defineKind('submission', ['dept', 'team'], { submitted: flag, at: numberOrNone })
export type Submission = RecordOf<typeof submission>

/** What the group agreed on. Subject: "consensus:<round>/<code>". */
export const consensus = defineKind('consensus', 'org', {
  ...scored,
  /** Where one wants to be in the next round. */
  ambition: numberBetween(0, 100),
  /** Of the second reader. */
  remark: text,
})
export type Consensus = RecordOf<typeof consensus>

const anything: Reader<Json> = (value) => (value === undefined ? null : (value as Json))

/** The round as it was validated, with its hash; never changed. Subject: "assessment:<round>/<n>". */
export const assessment = defineKind('assessment', 'org', { content: anything, hash: text, reason: text })
export type Assessment = RecordOf<typeof assessment>

export const roundAbout = (key: string): string => `round:${key}`
export const roundRoom = (key: string, member: string): string => `round/${key}/${member}`
export const scoreAbout = (code: string): string => `score:${code}`
export const submissionAbout = (key: string, member: string): string => `submission:${key}/${member}`
export const consensusAbout = (key: string, code: string): string => `consensus:${key}/${code}`
export const assessmentAbout = (key: string, version: number): string => `assessment:${key}/${version}`
