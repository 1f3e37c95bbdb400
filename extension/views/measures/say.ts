/** What the pages about measures say, in the present language; a dictionary that only they load. */
import { language } from '../../text'
import { measuresEn } from '../../text/work/measures.en'
import { type MeasuresText, measuresNl } from '../../text/work/measures.nl'

const DICTIONARIES: Readonly<Record<'nl' | 'en', MeasuresText>> = { nl: measuresNl, en: measuresEn }

export const m = (): MeasuresText => DICTIONARIES[language.value]

/** Why something was not saved, in a sentence. */
export const problemWords = (why: string): string => {
  const words = m().problems
  return words[why as keyof typeof words] ?? words.unknown
}
