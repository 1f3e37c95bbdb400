/**
 * What views know of the control library: facts as signals, and verbs. `store.library()` gives it. Hand records and
 * checks to the queries (`libraryNews`, `rhythmHints`, `previewRhythm`, `textVersions`, …).
 */
import type { ReadonlySignal } from '@preact/signals'
import type { Changes } from '../../shared/commands/change'
import type { ControlInput, RhythmInput, RhythmObjection } from '../../shared/commands/controls'
import type { Day } from '../../shared/days'
import type { Folded } from '../../shared/fold'
import type { control } from '../../shared/kinds/control'
import type { Requirement, requirement } from '../../shared/kinds/requirement'
import type { theme } from '../../shared/kinds/theme'
import type { Framework } from '../../shared/libraries/frameworks'
import type { HistoryEntry } from '../../shared/queries/history'
import type { LibraryText } from '../../shared/queries/text'
import type { Row, Sheet, Target } from '../../shared/work-import'
import type { FormDrafts } from './drafts'
import type { SheetTrouble } from './read-sheet'
import type { LineStatus } from './types'
import type { Added, Objection } from './work-types'

export type ControlObjection = 'title-missing' | 'theme-missing' | 'pattern-odd' | RhythmObjection
export type RequirementObjection = 'code-missing' | 'name-missing' | 'code-taken'

/** How far a long job is; return `true` from the listener to stop it. */
export type Tick = (done: number, all: number) => boolean

/** What an import said, to be taken back as one. */
export type ImportDone = {
  readonly added: number
  /** Rooms in which one may not write, or that are not open here: nothing was said there. */
  readonly barred: readonly string[]
  /** Takes back all of it. Says how many records it took back. */
  undo(tick: Tick): Promise<number>
}

export type Library = {
  readonly today: ReadonlySignal<Day>
  /** What frameworks ask, as the organisation adopted or worded it; without what is gone. */
  readonly requirements: ReadonlySignal<readonly Requirement[]>
  readonly drafts: FormDrafts
  mayManage(): boolean
  /** Everything that was said of a control: for its texts through time. */
  folded(key: string): Folded | undefined
  history(key: string): readonly HistoryEntry[]
  statusOf(key: string): LineStatus
  /** Takes back one's own last act on this page, whatever it was about. */
  undo(): void

  addControl(input: ControlInput): Added<ControlObjection>
  changeControl(key: string, changes: Changes<typeof control>): Objection<ControlObjection>
  changeRhythm(key: string, input: RhythmInput, from: Day): Objection<RhythmObjection>
  endControl(key: string, until: Day): Objection<never>
  removeControl(key: string): Objection<never>

  /** Takes controls over from the built-in library, with the themes they belong to. Says how many. */
  adopt(keys: readonly string[], departments: readonly string[]): number
  /** Takes a theme of the guide over, with its goals. */
  adoptTheme(key: string): void
  /** Puts a theme and its goals in the organisation's own words, or adds a goal of its own. */
  changeTheme(
    key: string,
    changes: Changes<typeof theme>,
  ): Objection<'name-missing' | 'code-missing' | 'code-taken'>
  takeOverText(key: string, library: LibraryText): Objection<never>
  keepOwnText(key: string, library: LibraryText): Objection<never>

  adoptFramework(framework: Framework): number
  addRequirement(input: {
    framework: string
    code: string
    name: string
    reference?: string
  }): Objection<RequirementObjection>
  changeRequirement(key: string, changes: Changes<typeof requirement>): Objection<RequirementObjection>
  removeRequirement(key: string): Objection<never>
  /** Says which controls cover a requirement, as one act. */
  coverRequirement(about: string, controls: readonly string[]): Objection<never>

  /** Reads a spreadsheet off the page's own thread. */
  readSheet(file: File): Promise<Sheet | SheetTrouble>
  /** Reads rows bit by bit, so that the page stays awake. */
  previewRows(
    sheet: Sheet,
    target: Target,
    read: (cells: readonly string[], index: number) => Row,
    tick: Tick,
  ): Promise<readonly Row[]>
  /** Says the rows that are new, bit by bit. */
  importRows(rows: readonly Row[], tick: Tick): Promise<ImportDone>
}
