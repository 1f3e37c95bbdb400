/** An improvement plan: what is wrong, what is aimed for, where it stands. Its text is prose in a room of its own. */

import type { Json } from '../statement'
import {
  defineKind,
  numberBetween,
  objectOrNone,
  oneOf,
  type Reader,
  type RecordOf,
  text,
  textOrNone,
  texts,
} from './kind'
import { HORIZONS } from './measure'

export const PDCA = ['plan', 'do', 'check', 'act'] as const
export type Pdca = (typeof PDCA)[number]
export const PLAN_STATES = ['open', 'finished', 'stopped'] as const
export type PlanState = (typeof PLAN_STATES)[number]
/** The six bones of an Ishikawa diagram for services. */
export const BONES = ['people', 'method', 'means', 'material', 'measuring', 'surroundings'] as const
export type Bone = (typeof BONES)[number]
export const PLAN_TEMPLATES = ['a3', 'pdca', 'five-why', 'ishikawa', 'rasci'] as const
export type PlanTemplate = (typeof PLAN_TEMPLATES)[number]

/** One "why?", and whether the answer was seen and not only thought. */
export type Why = { readonly answer: string; readonly evidence: boolean }
/** Who does a task, answers for it, helps, is asked, is told: members or functions. */
export type RasciRow = {
  readonly task: string
  readonly R: readonly string[]
  readonly A: readonly string[]
  readonly S: readonly string[]
  readonly C: readonly string[]
  readonly I: readonly string[]
}
export type Bones = Readonly<Record<Bone, readonly string[]>>

const objects = (value: unknown): Readonly<Record<string, Json>>[] =>
  Array.isArray(value) ? value.map(objectOrNone).filter((each) => each !== undefined) : []

export const whys: Reader<readonly Why[]> = (value) =>
  objects(value).map(({ answer, evidence }) => ({ answer: text(answer), evidence: evidence === true }))

const bones: Reader<Bones> = (value) => {
  const given = objectOrNone(value)
  return Object.fromEntries(BONES.map((bone) => [bone, texts(given?.[bone])])) as Bones
}

const rasci: Reader<readonly RasciRow[]> = (value) =>
  objects(value).map(({ task, R, A, S, C, I }) => {
    return { task: text(task), R: texts(R), A: texts(A), S: texts(S), C: texts(C), I: texts(I) }
  })

export const plan = defineKind(
  'plan',
  ['dept', 'team'],
  {
    title: text,
    /** Member id. */
    owner: textOrNone,
    departments: texts,
    /** Subjects it is about: indicators, an objective, checks. */
    links: texts,
    pdca: oneOf(PDCA, 'plan'),
    /** Who checked, at the last turn. */
    checkedBy: textOrNone,
    turnNote: text,
    state: oneOf(PLAN_STATES, 'open'),
    /** Why it was stopped or taken up again, the last time. */
    reason: text,
    horizon: oneOf(HORIZONS, 'medium'),
    effect: numberBetween(1, 5),
    effort: numberBetween(1, 5),
    template: oneOf(PLAN_TEMPLATES, undefined),
    problem: text,
    goal: text,
    whys,
    bones,
    rasci,
  },
  // They belong to a turn, and turns are read from the history.
  ['checkedBy', 'turnNote', 'reason'],
)
export type Plan = RecordOf<typeof plan>

export const planAbout = (key: string): string => `plan:${key}`

/** Where a plan is written down: with its department when there is one, else with the management team. */
export const roomOfPlan = (departments: readonly string[]): string =>
  departments.length === 1 ? `dept/${departments[0]}` : 'team'
