/** An event on the chart of an indicator: something happened from that period on. Subject: "event:<indicator>/<period>". */
import { defineKind, flag, type RecordOf, text } from './kind'

export const event = defineKind('event', 'dept', {
  title: text,
  note: text,
  /** Opens a new phase, with limits of its own. */
  phase: flag,
})
export type Event = RecordOf<typeof event>

export const eventAbout = (indicatorKey: string, period: string): string => `event:${indicatorKey}/${period}`
