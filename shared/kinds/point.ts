/**
 * A point of the agenda; without a meeting it is in the backlog. A department puts one forward in its own room, since it
 * may not write in the room of the management team.
 */
import { defineKind, flag, numberBetween, oneOf, type RecordOf, text, textOrNone, texts } from './kind'
import { HORIZONS } from './measure'

/** The parts of an agenda, in their order. */
export const SECTIONS = [
  'report',
  'follow-up',
  'steering',
  'decision',
  'preparation',
  'strategy',
  'varia',
] as const
export type Section = (typeof SECTIONS)[number]
export const POINT_OUTCOMES = ['decision', 'information', 'measure'] as const
export type PointOutcome = (typeof POINT_OUTCOMES)[number]

export const point = defineKind(
  'point',
  ['team', 'dept'],
  {
    title: text,
    note: text,
    /** Key of the meeting it is on the agenda of. */
    meeting: textOrNone,
    section: oneOf(SECTIONS, 'steering'),
    /** Member id. */
    presenter: textOrNone,
    minutes: numberBetween(0, 600),
    behindClosedDoors: flag,
    horizon: oneOf(HORIZONS, 'short'),
    /** Subjects it is about. */
    links: texts,
    place: text,
    /** The subject it was born from. */
    origin: textOrNone,
    /** The key of the proposal it was. */
    proposal: textOrNone,
    /** The page it was put forward from, and what was marked on it. */
    url: text,
    quote: text,
    outcome: oneOf(POINT_OUTCOMES, undefined),
    /** What was decided or told, in one or two sentences. */
    conclusion: text,
    /** Keys of the meetings that did not get to it. */
    carriedFrom: texts,
  },
  ['place'],
)
export type Point = RecordOf<typeof point>

export const pointAbout = (key: string): string => `point:${key}`
