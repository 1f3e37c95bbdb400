/** What the pages about self-assessment say, in the present language; a dictionary that only they load. */
import { language } from '../../text'
import { roundsEn } from '../../text/work/rounds.en'
import { type RoundsText, roundsNl } from '../../text/work/rounds.nl'

const DICTIONARIES: Readonly<Record<'nl' | 'en', RoundsText>> = { nl: roundsNl, en: roundsEn }

export const z = (): RoundsText => DICTIONARIES[language.value]

/** Why something was not saved, in a sentence. */
export const roundProblemWords = (why: string): string => {
  const words = z().problems
  return words[why as keyof typeof words] ?? words.unknown
}
