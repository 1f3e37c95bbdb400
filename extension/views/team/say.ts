/** What the pages of the management team say, in the present language; a dictionary that only they load. */
import { language } from '../../text'
import { teamEn } from '../../text/team/en'
import { type TeamText, teamNl } from '../../text/team/nl'

const DICTIONARIES: Readonly<Record<'nl' | 'en', TeamText>> = { nl: teamNl, en: teamEn }

export const m = (): TeamText => DICTIONARIES[language.value]
