/** An agreement between politics and administration (afsprakennota), looked at again every year. */
import { dayOrNone, defineKind, oneOf, type RecordOf, text, textOrNone, texts } from './kind'

export const AGREEMENT_STATES = ['draft', 'in-force', 'ended'] as const
export type AgreementState = (typeof AGREEMENT_STATES)[number]

export const agreement = defineKind('agreement', 'team', {
  title: text,
  text,
  /** Who agreed, as people name them: "college", "managementteam". */
  parties: texts,
  state: oneOf(AGREEMENT_STATES, 'draft'),
  since: dayOrNone,
  until: dayOrNone,
  /** The day on which it is to be looked at again; when it was, and what came of it. */
  review: dayOrNone,
  reviewedOn: dayOrNone,
  reviewNote: text,
  /** Member id. */
  owner: textOrNone,
})
export type Agreement = RecordOf<typeof agreement>

export const agreementAbout = (key: string): string => `agreement:${key}`
