/**
 * What views know of quality indicators: facts as signals, and verbs. `store.quality()` gives it; in tests of views it is
 * made by hand.
 */
import type { ReadonlySignal } from '@preact/signals'
import type { Changes } from '../../shared/commands/change'
import type { EventInput } from '../../shared/commands/charts'
import type { IndicatorInput, LibraryEntry } from '../../shared/commands/indicators'
import type { FigureInput, FigureObjection } from '../../shared/commands/measurements'
import type { ObjectiveInput } from '../../shared/commands/objectives'
import type { Day } from '../../shared/days'
import type { Indicator, indicator } from '../../shared/kinds/indicator'
import type { Objective, objective } from '../../shared/kinds/objective'
import type { ImportRow } from '../../shared/measurement-import'
import type { Figure, Ground } from '../../shared/queries/figures'
import type { HistoryEntry } from '../../shared/queries/history'
import type { FormDrafts } from './drafts'
import type { LineStatus } from './types'

/**
 * The world as pages look at it: as it stands, or as it stood. Hand `indicators` and `ground` to the queries
 * (`scorecard`, `seriesOf`, `totalOf`, …). Records and series stay the same objects while nothing was said about them.
 */
export type Look = {
  /** The day up to which figures are judged. */
  readonly today: ReadonlySignal<Day>
  /** Without those that are gone, by name. */
  readonly indicators: ReadonlySignal<readonly Indicator[]>
  /** Without those that are gone, by code. */
  readonly objectives: ReadonlySignal<readonly Objective[]>
  /** Another object whenever a figure, chart or event changed, a room arrived, or the day did. */
  readonly ground: ReadonlySignal<Ground>
}

/** How far the rooms are that a quality page needs. */
export type Progress = {
  /** Rooms that have been in step with the server at least once, now or earlier. Figures of others are "unknown". */
  readonly known: number
  readonly all: number
}

/** A subject in a room: every `Figure` is one. */
export type Place = { readonly room: string; readonly about: string }

/** A chart: an indicator in a department. Every `Figure` is one, and every `Series` of a department. */
export type ChartPlace = { readonly indicator: Pick<Indicator, 'key'>; readonly department: string }

/** A figure to give or to speak of; every `Figure` is one. */
export type FigurePlace = Place & {
  readonly indicator: Indicator
  readonly department: string
  readonly period: string
}

export type Quality = Look & {
  /**
   * Opens what a quality page needs besides the rooms of checks: what lasts in each department, and its years back to the
   * first day of its earliest indicator. Once; the rooms stay open as long as the page. This year, last year and what
   * lasts are live; what others correct in earlier years shows within some ten minutes.
   */
  open(): void
  /** Opens a year of a department, for an import that reaches further back. Resolves once this device's disk was read. */
  openYear(department: string, year: number): Promise<void>
  /** After `open`: every room has been read from this device's disk. What a page shows before that is incomplete. */
  readonly ready: ReadonlySignal<boolean>
  readonly progress: ReadonlySignal<Progress>
  /** Departments into which one may look, in their order: `isWanted` for `scorecard`. */
  readonly departments: ReadonlySignal<readonly string[]>
  /** Figures that are mine to give: late, today and soon, due order. Needs no `open`: of the rooms that are open. */
  readonly myFigures: ReadonlySignal<readonly Figure[]>
  /** The world as of a moment, milliseconds since 1970. The same object for the same moment. Nothing can be said in it. */
  asOf(moment: number): Look

  /** Forms that were closed before they were saved. */
  readonly drafts: FormDrafts
  statusOf(place: Place): LineStatus
  history(place: Place): readonly HistoryEntry[]
  /** May give, correct, explain and take back figures here. */
  mayMeasure(figure: Pick<FigurePlace, 'room'>): boolean
  /** May rebase, exclude points and mark events here. */
  mayChart(place: Pick<ChartPlace, 'department'>): boolean
  /** Director or coordinator: indicators and objectives. */
  mayManageIndicators(): boolean

  /**
   * Gives or corrects a figure, whole: keep `comment` and `categories` of a figure that is corrected by handing them in.
   * @returns why it was not saved; nothing when it was, or when nothing changed
   */
  giveFigure(figure: FigurePlace, input: FigureInput): FigureObjection | undefined
  explainFigure(figure: FigurePlace, comment: string): void
  /** Does nothing without a reason. */
  takeBackFigure(figure: FigurePlace, reason: string): void
  /** Takes over the rows of a preview as one act. Without a reason corrections are left out. @returns how many figures were said */
  importRows(rows: readonly ImportRow[], to: ImportTarget): Promise<number>

  /** Calculates limits anew; does nothing without a reason. @param baseline first and last period; none: the first points again */
  rebaseChart(place: ChartPlace, input: RebaseInput): void
  /** Leaves a point out of the limits; reason '' takes it in again. */
  excludePoint(place: ChartPlace, period: string, reason: string): void
  addEvent(place: ChartPlace, period: string, input: EventInput): void
  changeEvent(place: ChartPlace, period: string, changes: Partial<EventInput>): void
  removeEvent(place: ChartPlace, period: string): void

  /** @returns its key */
  addIndicator(input: IndicatorInput): string
  /** Takes over an entry of a library, in own words where given; a second time under a key of its own. @returns its key */
  adoptIndicator(adoption: Adoption, own?: Changes<typeof indicator>): string
  changeIndicator(key: string, changes: Changes<typeof indicator>): void
  assignIndicator(
    key: string,
    to: { readonly departments: readonly string[]; readonly owner?: string | null },
  ): void
  /** Periods that begin after that day are not asked for. */
  endIndicator(key: string, until: Day): void
  removeIndicator(key: string): void
  /** @returns its key */
  addObjective(input: ObjectiveInput): string
  changeObjective(key: string, changes: Changes<typeof objective>): void
  removeObjective(key: string): void

  /** Takes back one's own last act on this page, whatever it was about; says the place, or nothing. Same as `store.undo`. */
  undo(): Place | undefined
}

/** `{ ...INDICATOR_LIBRARY, entry }` */
export type Adoption = { readonly library: string; readonly version: number; readonly entry: LibraryEntry }

export type RebaseInput = {
  readonly baseline: { readonly from: string; readonly to: string } | undefined
  readonly reason: string
}

export type ImportTarget = {
  readonly indicator: Indicator
  readonly department: string
  readonly reason?: string | undefined
}
