/** What the pages about findings say, in the present language; a dictionary that only they load. */
import { language } from '../../text'
import { findingsEn } from '../../text/work/findings.en'
import { type FindingsText, findingsNl } from '../../text/work/findings.nl'

const DICTIONARIES: Readonly<Record<'nl' | 'en', FindingsText>> = { nl: findingsNl, en: findingsEn }

export const f = (): FindingsText => DICTIONARIES[language.value]

/** Why something was not saved, in a sentence. */
export const findingProblemWords = (why: string): string => {
  const words = f().problems
  return words[why as keyof typeof words] ?? words.unknown
}
