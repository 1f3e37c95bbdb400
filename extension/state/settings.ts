/** What the user chose for this device: the language, and whether single letters are keys. Read at once by pages, and by the background, which has no such store. */
import { browser } from 'wxt/browser'
import { readItem, writeItem } from './items'

export type Language = 'nl' | 'en'

const KEY = 'waarborg.language'
const STORED = 'language'

/** The language of this device; Dutch until the user chooses otherwise. */
export const readLanguage = (): Language => languageFrom(readItem(KEY))

/** Keeps the choice, for pages and for the background. */
export const keepLanguage = async (language: Language): Promise<void> => {
  writeItem(KEY, language)
  await browser.storage.local.set({ [STORED]: language })
}

/** The same for the background. */
export const storedLanguage = async (): Promise<Language> =>
  languageFrom((await browser.storage.local.get(STORED))[STORED])

const languageFrom = (value: unknown): Language => (value === 'en' ? 'en' : 'nl')

const SINGLE_KEYS = 'waarborg.single-keys'

/** Whether keys of one letter act by themselves; so until the user switches them off. */
export const readSingleKeys = (): boolean => readItem(SINGLE_KEYS) !== 'off'

export const keepSingleKeys = (isOn: boolean): void => writeItem(SINGLE_KEYS, isOn ? 'on' : 'off')
