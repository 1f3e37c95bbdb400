/** What views ask of the browser around them. Made in the entry points; in tests by hand. */
import type { Language } from '../../text'

export type Shell = {
  /** Opens the dashboard in a tab, at a check when one is named, or at an address: "#/kwaliteit". */
  openDashboard(place?: { readonly room: string; readonly about: string } | { readonly hash: string }): void
  /** Opens the page for signing in and settings in a tab. */
  openOptions(): void
  /** Opens the run through one's checks beside the page, where the browser can; within a click. */
  openBeside?(): void
  /** Keeps and applies the language of the interface. */
  setLanguage(language: Language): void
  /** Whether keys of one letter act by themselves. */
  singleKeys(): boolean
  setSingleKeys(isOn: boolean): void
  /** Lets the user keep a file. */
  download(file: Blob, name: string): void
  reload(): void
}
