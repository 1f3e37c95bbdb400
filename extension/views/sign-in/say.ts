/** What the page of settings says, in the present language; a dictionary that only it loads. */
import { language } from '../../text'
import { optionsEn } from '../../text/options.en'
import { type OptionsText, optionsNl } from '../../text/options.nl'

const DICTIONARIES: Readonly<Record<'nl' | 'en', OptionsText>> = { nl: optionsNl, en: optionsEn }

export const o = (): OptionsText => DICTIONARIES[language.value]
