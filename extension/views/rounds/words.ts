/** Subjects and scores of a round in words of the present language. */
import { PARTS, type Panel, type Round } from '../../../shared/kinds/round'
import {
  CLASSICAL_ENABLERS,
  CLASSICAL_RESULTS,
  FINE_TUNED_ENABLERS,
  FINE_TUNED_TARGETS,
  FINE_TUNED_TRENDS,
  type Step,
} from '../../../shared/libraries/caf-panels'
import { FRAMEWORKS } from '../../../shared/libraries/frameworks'
import { MATURITY } from '../../../shared/libraries/leidraad'
import { subjectsOf } from '../../../shared/queries/rounds'
import { inLanguage, nameOf } from '../../text'
import type { Model } from '../dashboard/model'
import { numberWords } from '../quality/words'
import { z } from './say'

/** "T4 Financieel management" */
export const subjectWords = ({ framework }: Pick<Round, 'framework'>, code: string): string => {
  const found = subjectsOf(framework).find((item) => item.code === code)
  return found ? `${code} ${nameOf(found)}` : code
}

/** Code of the criterion of which a subcriterion is part; themes stand by themselves. */
export const criterionOf = ({ framework }: Pick<Round, 'framework'>, code = ''): string | undefined =>
  framework === 'caf2020' ? code.split('.')[0] : undefined

/** The criterion of a subcriterion: "1 Leiderschap". */
export const criterionWords = (code: string): string => {
  const found = FRAMEWORKS.find(({ id }) => id === 'caf2020')?.items.find((item) => item.code === code)
  return found ? `${code} ${nameOf(found)}` : code
}

/** The highest there is. */
export const mostOf = (panel: Panel): number => (panel === 'maturity' ? 4 : 100)

/** "3 Gedefinieerd", "62"; a mean has one decimal. */
export const pointsWords = (panel: Panel, points: number): string => {
  const number = numberWords(points, Number.isInteger(points) ? 0 : 1)
  if (panel !== 'maturity') return number
  const level = MATURITY.find((each) => each.level === points)
  return level ? `${number} ${nameOf(level)}` : number
}

export const plainPoints = (points: number): string => numberWords(points, Number.isInteger(points) ? 0 : 1)

type Type = 'enabler' | 'result'

export const stepsOf = (panel: Panel, type: Type, part = ''): readonly Step[] => {
  if (panel === 'classical') return type === 'enabler' ? CLASSICAL_ENABLERS : CLASSICAL_RESULTS
  if (type === 'enabler') return FINE_TUNED_ENABLERS
  return part === 'trends' ? FINE_TUNED_TRENDS : FINE_TUNED_TARGETS
}

export const stepWords = ({ from, to, meaning, meaningEn }: Step): string =>
  `${from}-${to}: ${inLanguage(meaning, meaningEn)}`

/** In the middle of a step, in fives: what choosing a step means until somebody says it finer. */
export const middleOf = ({ from, to }: Step): number => Math.round((from + to) / 10) * 5

export const partsOf = (type: Type): readonly string[] => PARTS[type]

/** "Burgerzaken", or the whole organisation. */
export const roundPlace = (
  { department }: Pick<Round, 'department'>,
  { department: known }: Pick<Model, 'department'>,
): string => {
  const found = department === undefined ? undefined : known.value.get(department)
  return department === undefined ? z().whole : found ? nameOf(found) : department
}
