/** What is said about answers that somebody else looks at; a dictionary that only they load. */
import { language } from '../../text'
import { reviewsEn } from '../../text/work/reviews.en'
import { type ReviewsText, reviewsNl } from '../../text/work/reviews.nl'

const DICTIONARIES: Readonly<Record<'nl' | 'en', ReviewsText>> = { nl: reviewsNl, en: reviewsEn }

export const r = (): ReviewsText => DICTIONARIES[language.value]

/** Why something was not saved, in a sentence. */
export const reviewProblemWords = (why: string): string => {
  const words = r().problems
  return words[why as keyof typeof words] ?? words.unknown
}
