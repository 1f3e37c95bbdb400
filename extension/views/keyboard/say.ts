/** What the palette, jumping and the list of keys say, in the present language; a dictionary that only they load. */
import { language } from '../../text'
import { keyboardEn } from '../../text/keyboard.en'
import { type KeyboardText, keyboardNl } from '../../text/keyboard.nl'

const DICTIONARIES: Readonly<Record<'nl' | 'en', KeyboardText>> = { nl: keyboardNl, en: keyboardEn }

export const k = (): KeyboardText => DICTIONARIES[language.value]
