/** A definition as it stands in a form: texts as typed, and what they become. Pure. */
import type { IndicatorInput } from '../../../../shared/commands/indicators'
import type { Day } from '../../../../shared/days'
import type { Rhythm } from '../../../../shared/kinds/control'
import {
  type DataKind,
  type Direction,
  type Indicator,
  type Perspective,
  type TargetBasis,
  USUAL_MOMENT,
} from '../../../../shared/kinds/indicator'
import { readNumber } from '../../../../shared/measurement-text'
import { language } from '../../../text'

export type Draft = {
  readonly name: string
  readonly nameEn: string
  readonly description: string
  readonly formula: string
  readonly data: DataKind
  readonly numerator: string
  readonly denominator: string
  readonly unit: string
  readonly factor: string
  readonly decimals: string
  readonly direction: Direction
  readonly chart: Indicator['chart']
  readonly target: string
  readonly targetTo: string
  readonly targetBasis: TargetBasis | ''
  readonly targetNote: string
  readonly owner: string
  readonly departments: readonly string[]
  readonly rhythm: Rhythm
  readonly every: string
  readonly moment: string
  readonly since: string
  readonly theme: string
  readonly caf: string
  readonly perspective: Perspective | ''
  readonly objective: string
  readonly controls: readonly string[]
  readonly risks: string
  readonly source: string
  readonly sourceKind: Indicator['sourceKind']
  readonly categories: string
}

export const NUMBERS = ['factor', 'decimals', 'target', 'targetTo', 'every', 'moment'] as const
export type NumberName = (typeof NUMBERS)[number]

/**
 * @param keep which departments of a library entry exist here
 */
export const draftOf = (
  record: Partial<Indicator> | IndicatorInput | undefined,
  today: Day,
  keep: (departments: readonly string[]) => readonly string[] = (departments) => departments,
): Draft => {
  const from: IndicatorInput = record?.name === undefined ? { name: '' } : { ...record, name: record.name }
  return {
    name: from.name,
    nameEn: from.nameEn ?? '',
    description: from.description ?? '',
    formula: from.formula ?? '',
    data: from.data ?? 'proportion',
    numerator: from.numerator ?? '',
    denominator: from.denominator ?? '',
    unit: from.unit ?? (record ? '' : '%'),
    factor: typed(from.factor ?? (record ? 1 : 100)),
    decimals: typed(from.decimals ?? 1),
    direction: from.direction ?? (record ? 'none' : 'higher'),
    chart: from.chart ?? (record ? 'xmr' : 'p'),
    target: typed(from.target),
    targetTo: typed(from.targetTo),
    targetBasis: from.targetBasis ?? '',
    targetNote: from.targetNote ?? '',
    owner: from.owner ?? '',
    departments: keep(from.departments ?? []),
    rhythm: from.rhythm ?? 'monthly',
    every: typed(from.every),
    moment: typed(from.moment ?? USUAL_MOMENT),
    since: from.since ?? `${today.slice(0, 4)}-01-01`,
    theme: from.theme ?? '',
    caf: from.caf ?? '',
    perspective: from.perspective ?? '',
    objective: from.objective ?? '',
    controls: from.controls ?? [],
    risks: (from.risks ?? []).join(', '),
    source: from.source ?? '',
    sourceKind: from.sourceKind ?? 'register',
    categories: (from.categories ?? []).join('\n'),
  }
}

/** What the draft becomes; what is left empty is taken away. */
export const fieldsOf = (draft: Draft) => ({
  name: draft.name.trim(),
  nameEn: draft.nameEn.trim(),
  description: draft.description.trim(),
  formula: draft.formula.trim(),
  data: draft.data,
  numerator: draft.numerator.trim(),
  denominator: draft.denominator.trim(),
  unit: draft.unit.trim(),
  factor: read(draft.factor) ?? 1,
  decimals: read(draft.decimals) ?? 1,
  direction: draft.direction,
  chart: draft.chart,
  target: read(draft.target) ?? null,
  targetTo: read(draft.targetTo) ?? null,
  targetBasis: draft.targetBasis || null,
  targetNote: draft.targetNote.trim(),
  owner: draft.owner || null,
  departments: draft.departments,
  rhythm: draft.rhythm,
  every: draft.rhythm === 'yearly' ? (read(draft.every) ?? null) : null,
  moment: read(draft.moment) ?? USUAL_MOMENT,
  since: draft.since || undefined,
  until: undefined,
  theme: draft.theme || null,
  caf: draft.caf || null,
  perspective: draft.perspective || null,
  objective: draft.objective || null,
  controls: draft.controls,
  risks: list(draft.risks, ','),
  source: draft.source.trim(),
  sourceKind: draft.sourceKind,
  categories: list(draft.categories, '\n'),
})

/** Fields that should hold a number and do not. */
export const unreadableIn = (draft: Draft): readonly NumberName[] =>
  NUMBERS.filter((name) => {
    if (draft[name].trim() === '') return false
    const number = read(draft[name])
    if (number === undefined) return true
    const isWhole = Number.isInteger(number)
    if (name === 'factor') return number <= 0
    if (name === 'decimals') return !isWhole || number < 0 || number > 6
    if (name === 'moment') return !isWhole || number < 1 || number > 250
    return name === 'every' && (!isWhole || number < 1)
  })

const read = (text: string): number | undefined =>
  readNumber(text, language.value === 'en' ? 'dot' : undefined)?.number

const typed = (value: number | null | undefined): string =>
  value === undefined || value === null
    ? ''
    : language.value === 'nl'
      ? String(value).replace('.', ',')
      : String(value)

const list = (text: string, separator: string): string[] => [
  ...new Set(
    text
      .split(separator)
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  ),
]
