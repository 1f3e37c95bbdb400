/** What the pages about risks say, in the present language; a dictionary that only they load. */
import { language } from '../../text'
import { risksEn } from '../../text/work/risks.en'
import { type RisksText, risksNl } from '../../text/work/risks.nl'

const DICTIONARIES: Readonly<Record<'nl' | 'en', RisksText>> = { nl: risksNl, en: risksEn }

export const k = (): RisksText => DICTIONARIES[language.value]

/** Why something was not saved, in a sentence. */
export const riskProblemWords = (why: string): string => {
  const words = k().problems
  return words[why as keyof typeof words] ?? words.unknown
}
