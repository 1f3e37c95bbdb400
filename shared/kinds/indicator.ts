/** An indicator: what is measured, by which departments, in which rhythm, how it is drawn and what is aimed for. */
import type { ChartKind } from '../spc'
import { RULE_NAMES, type RuleName } from '../spc/signals'
import { RHYTHMS } from './control'
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
  texts,
} from './kind'

/** Which way is better. `none`: neither, or between two figures. */
export const DIRECTIONS = ['higher', 'lower', 'none'] as const
export type Direction = (typeof DIRECTIONS)[number]

/**
 * What the figure is. `proportion`: so many of so many cases. `rate`: so much per unit of opportunity, and every mean
 * (a sum per case). `count`: so many. `measure`: one measured figure. `rare`: time or cases between rare events.
 */
export const DATA_KINDS = ['proportion', 'rate', 'count', 'measure', 'rare'] as const
export type DataKind = (typeof DATA_KINDS)[number]

export const CHART_KINDS = [
  'xmr',
  'run',
  'p',
  'np',
  'pprime',
  'c',
  'u',
  'uprime',
  'xbar-r',
  'xbar-s',
  'ewma',
  't',
  'g',
] as const satisfies readonly ChartKind[]

/** Why the target is what it is: a legal norm, a published comparison, a common norm of service, one's own choice. */
export const TARGET_BASES = ['legal', 'benchmark', 'practice', 'own'] as const
export type TargetBasis = (typeof TARGET_BASES)[number]

/** The four perspectives of the balanced scorecard. */
export const PERSPECTIVES = ['citizen', 'finance', 'processes', 'people'] as const
export type Perspective = (typeof PERSPECTIVES)[number]

/** `register`: counted in one's own files. `survey`: asked of people. */
export const SOURCE_KINDS = ['register', 'survey'] as const

/** Where a definition was taken from, so that a newer version of the library can be compared with it. */
export type LibraryReference = { readonly library: string; readonly id: string; readonly version: number }

const libraryReference: Reader<LibraryReference | undefined> = (value) => {
  const object = objectOrNone(value)
  const { library, id, version } = object ?? {}
  if (typeof library !== 'string' || typeof id !== 'string') return undefined
  return { library, id, version: numberOrNone(version) ?? 1 }
}

const rules: Reader<readonly RuleName[]> = (value) => RULE_NAMES.filter((name) => texts(value).includes(name))

/** The working day after the end of a period on which the figure is due, unless said. */
export const USUAL_MOMENT = 10

const moment: Reader<number> = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 250 ? value : USUAL_MOMENT

const factor: Reader<number> = (value) =>
  typeof value === 'number' && value >= 1e-9 && value <= 1e12 ? value : 1

const decimals: Reader<number> = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 6 ? value : 1

const lambda: Reader<number | undefined> = (value) =>
  typeof value === 'number' && value > 0 && value <= 1 ? value : undefined

export const indicator = defineKind('indicator', 'org', {
  name: text,
  nameEn: text,
  /** What it says, and what counts and what does not. */
  description: text,
  descriptionEn: text,
  formula: text,
  formulaEn: text,
  /** As shown behind the figure: "%", "dagen". */
  unit: text,
  unitEn: text,
  direction: oneOf(DIRECTIONS, 'none'),
  rhythm: oneOf(RHYTHMS, 'monthly'),
  /** A yearly one that is measured only every so many years, counted from the year of `since`. */
  every: numberOrNone,
  moment,
  data: oneOf(DATA_KINDS, 'measure'),
  /** What a fraction is multiplied by before it is shown: 100 for percent, 1 000 000 for "per million hours". */
  factor,
  decimals,
  numerator: text,
  numeratorEn: text,
  denominator: text,
  denominatorEn: text,
  chart: oneOf(CHART_KINDS, 'xmr'),
  /** The rules that make a signal; none: the lean set of spc.ts. */
  rules,
  /** EWMA: the weight of the newest point. */
  lambda,
  /** On the scale of the figure as shown. */
  target: numberOrNone,
  /** The other end, where the aim lies between two figures. */
  targetTo: numberOrNone,
  targetBasis: oneOf(TARGET_BASES, undefined),
  targetNote: text,
  targetNoteEn: text,
  /** Member id. */
  owner: textOrNone,
  /** Ids of the departments that measure it, each for itself. */
  departments: texts,
  /** Key of a theme record. */
  theme: textOrNone,
  /** Code of a subcriterion of CAF 2020: "9.2". */
  caf: textOrNone,
  perspective: oneOf(PERSPECTIVES, undefined),
  /** Key of an objective record. */
  objective: textOrNone,
  /** Keys of control records. */
  controls: texts,
  /** Keys of risk records. */
  risks: texts,
  /** Names of the categories a figure is split into, in the order of the form. */
  categories: texts,
  source: text,
  sourceKind: oneOf(SOURCE_KINDS, 'register'),
  /** The first and the last day that are measured: periods that lie outside them are not asked for. */
  since: dayOrNone,
  until: dayOrNone,
  library: libraryReference,
})
export type Indicator = RecordOf<typeof indicator>
