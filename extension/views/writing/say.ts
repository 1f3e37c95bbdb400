/** What the writing of texts says, in the present language; a dictionary that only it loads. */
import { language } from '../../text'
import { writingEn } from '../../text/writing.en'
import { type WritingText, writingNl } from '../../text/writing.nl'

const DICTIONARIES: Readonly<Record<'nl' | 'en', WritingText>> = { nl: writingNl, en: writingEn }

export const w = (): WritingText => DICTIONARIES[language.value]
