/** What views know of evidence and its files: facts as signals, and verbs. `store.evidence()` gives it. */
import type { ReadonlySignal } from '@preact/signals'
import type { EvidenceObjection } from '../../shared/commands/evidence'
import type { Day } from '../../shared/days'
import type { EvidenceLine } from '../../shared/queries/evidence'
import type { Place } from './quality-types'
import type { Check, LineStatus } from './types'
import type { Added, Objection } from './work-types'

/** Why a page could not be captured. */
export type CaptureProblem =
  /** A page of the browser itself, or a shop of extensions: no extension may look there. */
  | 'not-a-page'
  /** The browser lets us look only at the tab on which the user called for it. */
  | 'not-called'

/** A page as it stood in front of the user. */
export type PageCapture = {
  readonly id: string
  readonly at: number
  readonly url: string
  readonly title: string
  /** The words that were selected. */
  readonly selection: string
  /** A picture in PNG of what was visible; none where the browser gave none. */
  readonly picture: Uint8Array<ArrayBuffer> | undefined
  /** The disk was full: it is only in memory. */
  readonly isLoose: boolean
}

/** Why bytes could not be kept. */
export type KeepProblem = 'disk-full' | 'disk-broken' | 'too-large' | 'empty' | 'unreadable'

export type EvidenceProblem = EvidenceObjection | KeepProblem

/** What is said of a piece besides its bytes. */
export type Said = {
  readonly title: string
  /** The day it is about, where that is not the day on which it was captured. */
  readonly day?: Day | undefined
  readonly validUntil?: Day | undefined
}

/** What is brought: the page as captured, a file or pasted picture, or an address. */
export type Brought =
  | { readonly from: 'page'; readonly capture: PageCapture }
  | { readonly from: 'file' | 'picture'; readonly file: File }
  | { readonly from: 'link'; readonly url: string }

/** An original: its bytes with the hash that was just recomputed, or why it is not here. */
export type Original =
  | { readonly blob: Blob; readonly isPicture: boolean; readonly name: string }
  /** other-bytes: what came is not what was captured. */
  | { readonly missing: 'no-network' | 'not-on-server' | 'not-for-you' | 'other-bytes' }

/** How safe the bytes of a piece are. */
export type FileStatus = Extract<LineStatus, 'here' | 'confirmed' | 'refused'>

export type Usage = {
  /** Of this person on this device: files, bytes, and how much of that the server has too. */
  readonly files: number
  readonly bytes: number
  readonly spare: number
  readonly waiting: number
  /** What the browser uses and may use for the whole extension, where it says so. */
  readonly used: number | undefined
  readonly quota: number | undefined
}

export type EvidenceDesk = {
  add(check: Check, brought: Brought, said: Said): Promise<Added<EvidenceProblem>>
  change(place: Place, said: Partial<Said>): Objection<'valid-before-day'>
  remove(place: Place): Objection<never>
  /** Takes back one's own last act on this page. */
  undo(): Place | undefined
  mayAdd(check: Check): boolean
  /** As safe as its least safe part: what was said, and the bytes. */
  statusOf(line: EvidenceLine): LineStatus
  /** Addresses that may be opened: https, and the hosts of the intranet. */
  linkOf(line: Pick<EvidenceLine, 'url'>): string | undefined
  /** The small picture; from the server when it is not here yet. */
  thumbnail(line: EvidenceLine): Promise<Blob | undefined>
  /** The bytes, with their hash recomputed. */
  original(line: EvidenceLine): Promise<Original>

  /** The page in the tab in front of the user. */
  capture(): Promise<PageCapture | CaptureProblem>
  /** Captures that wait for a check, the latest first. */
  readonly captures: ReadonlySignal<readonly PageCapture[]>
  dropCapture(id: string): Promise<void>

  /** The check one was last busy with on this device: what is captured next belongs there. */
  turnTo(place: Place): void
  turnedTo(): Place | undefined

  /** Another number whenever files came, went or were confirmed. */
  readonly changes: ReadonlySignal<number>
  usage(): Promise<Usage>
  /** Lets go of originals that the server has too. @returns bytes */
  free(): Promise<number>
  /** Machines of the intranet that may be linked to without https. */
  readonly hosts: ReadonlySignal<readonly string[]>
  nameHosts(hosts: readonly string[]): Objection<never>
  /** Opens the small window in which a file or page becomes evidence. */
  openWindow(place: Place | undefined): void
}
