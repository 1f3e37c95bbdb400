/** What the pages about plans say, in the present language; a dictionary that only they load. */
import { language } from '../../text'
import { plansEn } from '../../text/work/plans.en'
import { type PlansText, plansNl } from '../../text/work/plans.nl'

const DICTIONARIES: Readonly<Record<'nl' | 'en', PlansText>> = { nl: plansNl, en: plansEn }

export const p = (): PlansText => DICTIONARIES[language.value]

/** Why something was not saved, in a sentence. */
export const planProblemWords = (why: string): string => {
  const words = p().problems
  return words[why as keyof typeof words] ?? words.unknown
}
