/** That a proposal for the agenda was waved away. Subject: "dismissal:<key of the proposal>". */
import { defineKind, flag, type RecordOf, text } from './kind'

export const dismissal = defineKind('dismissal', 'team', { dismissed: flag, reason: text })
export type Dismissal = RecordOf<typeof dismissal>

export const dismissalAbout = (proposalKey: string): string => `dismissal:${proposalKey}`
