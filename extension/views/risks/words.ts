/** Risks in words of the present language. */
import { IMPACTS, type Impact, type Rating } from '../../../shared/kinds/risk'
import {
  BANDS,
  type Band,
  type BandKey,
  type Degree,
  IMPACT_LEVELS,
  LIKELIHOODS,
} from '../../../shared/libraries/risk-matrix'
import { type RiskScore, scoreOf } from '../../../shared/queries/risks'
import type { Json } from '../../../shared/statement'
import { inLanguage, nameOf } from '../../text'
import { dayWords } from '../../text/dates'
import type { Model } from '../dashboard/model'
import { k } from './say'

export const bandWords = (band: Band): string => inLanguage(band.name, band.nameEn)
export const bandOfKey = (key: BandKey): Band => BANDS.find((band) => band.key === key) as Band

/** "4 Waarschijnlijk" */
export const degreeWords = (degrees: readonly Degree[], value: number): string => {
  const found = degrees.find((each) => each.value === value)
  return found ? `${value} ${nameOf(found)}` : String(value)
}
export const likelihoodWords = (value: number): string => degreeWords(LIKELIHOODS, value)
export const impactWords = (value: number): string => degreeWords(IMPACT_LEVELS, value)

/** "16 kritiek (4 × 4)" */
export const scoreWords = ({ score, band, likelihood, impact }: RiskScore): string =>
  `${score} ${bandWords(band)} (${k().score(likelihood, impact)})`

/** What a degree of impact means for what it hurts: money in euro, the rest in words. */
export const meaningOf = (impact: Impact, value: number): string => {
  const found = IMPACT_LEVELS.find((each) => each.value === value)
  if (!found) return ''
  return impact === 'money' ? `${found.money} ${k().rating.euro}` : inLanguage(found.meaning, found.meaningEn)
}

/** "Burgerzaken", of a department's key; without one the whole organisation. */
export const riskPlace = (key: string | undefined, { department }: Pick<Model, 'department'>): string => {
  const found = key === undefined ? undefined : department.value.get(key)
  return key === undefined ? k().whole : found ? nameOf(found) : key
}

/** The value of a field as people read it. */
export const riskValueWords = (field: string, value: Json, model: Model): string => {
  const words = k()
  if (value === null || value === '') return words.page.empty
  switch (field) {
    case 'owner':
      return model.nameOf(String(value))
    case 'acceptedUntil':
    case 'reviewedOn':
      return dayWords(String(value), model.store.today.value)
    case 'treatment':
      return words.treatments[value as keyof typeof words.treatments] ?? String(value)
    case 'state':
      return value === 'closed' ? words.closed : words.open
    case 'theme': {
      const found = model.theme.value.get(String(value))
      return found ? nameOf(found) : String(value)
    }
    case 'inherent':
    case 'residual':
      return ratingWords(value)
    default:
      return String(value)
  }
}

/** "12 hoog (3 × 4): Geld 4, Mensen 2", of what was said. */
const ratingWords = (value: Json): string => {
  const given = value as unknown as Rating
  const score = typeof given.likelihood === 'number' && given.impacts ? scoreOf(given) : undefined
  if (!score) return k().notRated
  const parts = IMPACTS.flatMap((impact) => {
    const degree = given.impacts[impact]
    return degree === undefined ? [] : [`${k().impacts[impact]} ${degree}`]
  })
  return `${scoreWords(score)}: ${parts.join(', ')}`
}
