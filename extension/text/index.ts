/** The language of the interface as a signal, and `t()`, the dictionary in that language. Reading either follows a switch. */
import { signal } from '@preact/signals'
import { en } from './en'
import { type Dictionary, nl } from './nl'

export const LANGUAGES = ['nl', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

const DICTIONARIES: Readonly<Record<Language, Dictionary>> = { nl, en }

/** Dutch until the user chooses otherwise. */
export const language = signal<Language>('nl')

/** The dictionary in the present language: `t().popup.title`. */
export const t = (): Dictionary => DICTIONARIES[language.value]

/** The one of two texts of a record that fits the language; English falls back on Dutch. */
export const inLanguage = (dutch: string, english: string | undefined): string =>
  language.value === 'en' && english ? english : dutch

/** Name of a department, theme or goal. */
export const nameOf = ({ name, nameEn }: { readonly name: string; readonly nameEn?: string }): string =>
  inLanguage(name, nameEn)

/** Title of a control. */
export const titleOf = ({ title, titleEn }: { readonly title: string; readonly titleEn?: string }): string =>
  inLanguage(title, titleEn)

export type { Dictionary }
