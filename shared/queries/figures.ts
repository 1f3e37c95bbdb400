/**
 * Which figures there should be, and how they stand. A figure is never stored before someone measures it: it follows
 * from an indicator, a department and the calendar. What the figures say together is series.ts.
 */
import { addDays, type Day, startOfDay, yearOf } from '../days'
import type { Folded } from '../fold'
import { RHYTHMS } from '../kinds/control'
import type { Indicator } from '../kinds/indicator'
import { readRecord } from '../kinds/kind'
import { type Measurement, measurementAbout, measurement as measurementKind } from '../kinds/measurement'
import type { Grant } from '../kinds/member'
import { yearRoom } from '../rooms'
import { figureOf } from '../spc/numbers'
import { isAskedFor, type Span, spansOfYear } from './measuring-periods'
import type { Records } from './schedule'

/** What figures are read from. */
export type Ground = {
  readonly today: Day
  /** The records of a room, by subject; `undefined` when the room is not open here. */
  records(room: string): Records | undefined
}

/**
 * done: there is a figure. late: its due day is over. today: this is its due day. soon: its period is over. later: its
 * period is not over. unasked: outside the days that are measured. unknown: its room is not open here.
 */
export type FigureState = 'done' | 'late' | 'today' | 'soon' | 'later' | 'unasked' | 'unknown'

/** One indicator, one department, one period: what is to be measured, and what was. */
export type Figure = Span & {
  readonly about: string
  readonly indicator: Indicator
  readonly department: string
  readonly room: string
  readonly state: FigureState
  /** As shown: a fraction times the factor. `undefined` while there is none, and where there were no cases. */
  readonly value: number | undefined
  readonly measurement?: Measurement
  /** When it was first measured, and whether that was on the due day at the latest. */
  readonly measuredAt?: number
  readonly onTime?: boolean
  /** Who gave the figure that counts now, and when. */
  readonly by?: string
  readonly at?: number
  /** A later statement gave another figure. */
  readonly corrected: boolean
  /** People measured apart and differently, and nobody has settled which counts. */
  readonly clash: boolean
}

/** How far back figures are sought that lie before the first day an indicator asks for. */
const YEARS_BACK = 12

/**
 * The figures of an indicator in a department, oldest first: from the first that was measured or asked for to the last,
 * with every period between, so that a gap is seen as a gap.
 */
export const figuresOf = (indicator: Indicator, department: string, ground: Ground): Figure[] => {
  const found = sightings(indicator, department, ground)
  const isOver = ({ span }: Sighting) => span.to < ground.today
  const starts = (each: Sighting) =>
    isMeasured(each.folded) || (indicator.since !== undefined && isAskedFor(indicator, each.span))
  const ends = (each: Sighting) =>
    isMeasured(each.folded) || (isOver(each) && isAskedFor(indicator, each.span))
  const last = found.findLastIndex(ends)
  const first = found.findIndex(starts)
  // Nothing measured and no first day: the last period that is over is asked for, and no history is claimed.
  const from = first < 0 || first > last ? Math.max(0, last) : first
  return found.slice(from, last + 1).map((each) => makeFigure(indicator, department, each, ground.today))
}

/**
 * Figures that were given in another rhythm than the indicator has now: they do not fit on its chart, and are shown
 * beside it, so that a change of rhythm hides nothing.
 */
export const figuresOfOtherRhythms = (indicator: Indicator, department: string, ground: Ground): Figure[] =>
  RHYTHMS.filter((rhythm) => rhythm !== indicator.rhythm)
    .flatMap((rhythm) => {
      const before = { ...indicator, rhythm, every: undefined }
      return sightings(before, department, ground)
        .filter(({ folded }) => isMeasured(folded))
        .map((each) => makeFigure(before, department, each, ground.today))
    })
    .sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to))

/** The figures that can be given or should have been, of many indicators and departments, in due order. */
export const dueFigures = (
  indicators: readonly Indicator[],
  ground: Ground,
  isWanted: (department: string) => boolean = () => true,
): Figure[] =>
  indicators
    .filter(({ gone }) => !gone)
    .flatMap((indicator) =>
      indicator.departments
        .filter(isWanted)
        .flatMap((department) => figuresOf(indicator, department, ground))
        .filter(({ state }) => state === 'late' || state === 'today' || state === 'soon'),
    )
    .sort(byDue)

/** Whether a figure is this member's to give: of the department's people, or of the indicator's owner who may write there. */
export const isMyFigure = (
  { indicator, department }: Pick<Figure, 'indicator' | 'department'>,
  memberId: string,
  grants: readonly Grant[],
): boolean => {
  const worksHere = grants.some(
    ({ role, departments }) =>
      (role === 'manager' || role === 'contributor') && departments.includes(department),
  )
  const writesAll = grants.some(({ role }) => role === 'director' || role === 'coordinator')
  return worksHere || (writesAll && indicator.owner === memberId)
}

/**
 * The figure as shown: a fraction times the factor, a count, a measured figure, or the mean of a sample. `undefined` where
 * there is none, or none that can be drawn.
 */
export const shownValue = (
  { data, factor }: Pick<Indicator, 'data' | 'factor'>,
  { numerator, denominator, value, sample = [] }: FigureParts,
): number | undefined => {
  if (data === 'count') return figureOf(numerator ?? value)
  if (numerator !== undefined && denominator) return figureOf((numerator / denominator) * factor)
  if (value !== undefined || sample.length === 0) return figureOf(value)
  return figureOf(sample.reduce((total, each) => total + each, 0) / sample.length)
}

/** What a figure is made of. */
export type FigureParts = {
  readonly numerator?: number | undefined
  readonly denominator?: number | undefined
  readonly value?: number | undefined
  readonly sample?: readonly number[] | undefined
}

/** The fields that make a figure; the others say something about it. */
export const FIGURE_FIELDS = ['numerator', 'denominator', 'value', 'sample', 'categories'] as const

/** The record of a folded measurement, read once. */
export const measurementOf = (folded: Folded): Measurement => {
  const known = read.get(folded)
  if (known) return known
  const record = readRecord(measurementKind, folded)
  read.set(folded, record)
  return record
}
const read = new WeakMap<Folded, Measurement>()

/** A period with what was said about it. */
export type Sighting = {
  readonly span: Span
  readonly room: string
  readonly about: string
  /** Its room is open here. */
  readonly isOpen: boolean
  readonly folded: Folded | undefined
}

/** Every period from long ago to the end of this year, with what was said about it; far back only where rooms are open. */
export const sightings = (indicator: Indicator, department: string, ground: Ground): Sighting[] => {
  const found: Sighting[] = []
  const thisYear = yearOf(ground.today)
  const since = indicator.since === undefined ? thisYear : yearOf(indicator.since)
  for (let year = Math.min(since, thisYear - YEARS_BACK); year <= thisYear + 1; year += 1) {
    const room = yearRoom(department, year)
    const records = ground.records(room)
    if (!records && year < since) continue
    for (const { span, about } of subjects(indicator, year))
      found.push({ span, room, about, isOpen: records !== undefined, folded: records?.get(about) })
  }
  return found
}

type Subject = { readonly span: Span; readonly about: string }
const subjectsOf = new WeakMap<Indicator, Map<number, readonly Subject[]>>()

// Per indicator and year once: the same list serves every department, at every look.
const subjects = (indicator: Indicator, year: number): readonly Subject[] => {
  const years = subjectsOf.get(indicator) ?? new Map<number, readonly Subject[]>()
  subjectsOf.set(indicator, years)
  const known = years.get(year)
  if (known) return known
  const list = spansOfYear(indicator, year).map((span) => ({
    span,
    about: measurementAbout(indicator.key, span.period),
  }))
  years.set(year, list)
  return list
}

/** Earlier due first; equal days by indicator and department, so that a list never jumps. */
export const byDue = (a: Figure, b: Figure): number =>
  compare(a.due, b.due) || compare(a.indicator.key, b.indicator.key) || compare(a.department, b.department)

const makeFigure = (
  indicator: Indicator,
  department: string,
  { span, room, about, isOpen, folded }: Sighting,
  today: Day,
): Figure => {
  const place = { ...span, about, indicator, department, room }
  if (!folded || !isMeasured(folded)) {
    const state = openState(indicator, span, isOpen, today)
    return { ...place, state, value: undefined, corrected: false, clash: false }
  }
  const known = worked.get(folded)
  if (known?.indicator === indicator) return known
  const measurement = measurementOf(folded)
  const { first, last, isCorrected } = givings(folded)
  const figure: Figure = {
    ...place,
    state: 'done',
    value: shownValue(indicator, measurement),
    measurement,
    measuredAt: first.at,
    onTime: first.at < startOfDay(addDays(span.due, 1)),
    by: last.by,
    at: last.at,
    corrected: isCorrected,
    clash: FIGURE_FIELDS.some((field) => measurement.clashes.includes(field)),
  }
  worked.set(folded, figure)
  return figure
}
// A figure that was given is the same on every day: worked out once, whoever looks.
const worked = new WeakMap<Folded, Figure>()

const openState = (indicator: Indicator, span: Span, isOpen: boolean, today: Day): FigureState => {
  if (!isAskedFor(indicator, span)) return 'unasked'
  if (span.to >= today) return 'later'
  if (!isOpen) return 'unknown'
  if (span.due < today) return 'late'
  return span.due === today ? 'today' : 'soon'
}

const isMeasured = (folded: Folded | undefined): boolean => {
  if (!folded) return false
  const { gone, numerator, value, sample } = measurementOf(folded)
  return !gone && (numerator !== undefined || value !== undefined || sample.length > 0)
}

const GIVING: readonly string[] = ['numerator', 'denominator', 'value', 'sample']

const givings = ({ statements, fields }: Folded) => {
  const given = statements.filter(({ set }) => GIVING.some((field) => (set[field] ?? null) !== null))
  const heads = GIVING.flatMap((field) => fields.get(field)?.heads ?? [])
  const first = given.reduce((earliest, each) => (each.at < earliest.at ? each : earliest))
  const last = given.filter((each) => heads.includes(each)).at(-1) ?? first
  return { first, last, isCorrected: given.length > 1 }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
