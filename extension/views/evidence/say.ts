/** What is said about evidence, in the present language; a dictionary that only its pages load. */
import { language } from '../../text'
import { evidenceEn } from '../../text/work/evidence.en'
import { type EvidenceText, evidenceNl } from '../../text/work/evidence.nl'

const DICTIONARIES: Readonly<Record<'nl' | 'en', EvidenceText>> = { nl: evidenceNl, en: evidenceEn }

export const e = (): EvidenceText => DICTIONARIES[language.value]

/** Why something was not saved, in a sentence. */
export const evidenceProblemWords = (why: string): string => {
  const words = e().problems
  return words[why as keyof typeof words] ?? words.unknown
}

const UNITS = [
  ['bytes', 1],
  ['kB', 1e3],
  ['MB', 1e6],
  ['GB', 1e9],
] as const

/** "1,4 MB": as people say it. */
export const sizeWords = (bytes: number): string => {
  const [unit, by] = UNITS.findLast(([, least]) => bytes >= least) ?? UNITS[0]
  const value = bytes / by
  const text = value >= 10 || by === 1 ? String(Math.round(value)) : value.toFixed(1)
  return `${language.value === 'nl' ? text.replace('.', ',') : text} ${e().sizes[unit]}`
}
