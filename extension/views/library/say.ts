/** What the pages about the control library say, in the present language; a dictionary that only they load. */
import { language } from '../../text'
import { libraryEn } from '../../text/library/en'
import { type LibraryWords, libraryNl } from '../../text/library/nl'

const DICTIONARIES: Readonly<Record<'nl' | 'en', LibraryWords>> = { nl: libraryNl, en: libraryEn }

export const l = (): LibraryWords => DICTIONARIES[language.value]

/** Why something was not saved, in a sentence. */
export const problemWords = (why: string): string => {
  const words = l().problems
  return words[why as keyof typeof words] ?? words.unknown
}
