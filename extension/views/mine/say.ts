/** What the pages about one's own work say, in the present language; a dictionary that only they load. */
import { language } from '../../text'
import { mineEn } from '../../text/mine.en'
import { type MineText, mineNl } from '../../text/mine.nl'

const DICTIONARIES: Readonly<Record<'nl' | 'en', MineText>> = { nl: mineNl, en: mineEn }

export const w = (): MineText => DICTIONARIES[language.value]
