/** What the pages about indicators say, in the present language; a dictionary that only they load. */
import { inLanguage, language } from '../../text'
import { qualityEn } from '../../text/quality.en'
import { type QualityText, qualityNl } from '../../text/quality.nl'

const DICTIONARIES: Readonly<Record<'nl' | 'en', QualityText>> = { nl: qualityNl, en: qualityEn }

export const q = (): QualityText => DICTIONARIES[language.value]

/** The texts of an indicator in the present language; English falls back on Dutch. */
export const inWords = <
  F extends 'name' | 'description' | 'formula' | 'unit' | 'numerator' | 'denominator' | 'targetNote',
>(
  record: Readonly<Record<F | `${F}En`, string>>,
  field: F,
): string => inLanguage(record[field], record[`${field}En`])
