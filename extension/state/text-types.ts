/** A text that is open on this page: what the editor knows of it, as signals, and what can be said about it. */
import type { ReadonlySignal } from '@preact/signals'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { ProseBlock } from '../../shared/prose/read'
import type { Conversation, SaidVersion } from '../../shared/queries/texts'
import type { LineStatus, Presence, SyncState } from './types'

export type NewComment = {
  readonly body: string
  /** Yjs positions in base64, and what stands between them. */
  readonly from?: string
  readonly to?: string
  readonly quote?: string
}

/** Why an outline was not put in. */
export type OutlineObjection = 'may-not-write' | 'not-empty' | 'not-known'

export type Text = {
  /** "text/dept/tec/plan.k2f7" */
  readonly room: string
  /** "plan:k2f7" */
  readonly about: string
  /** The member at this device. */
  readonly member: string
  /** Nothing until the disk has been read. Another one when what was here was let go. */
  readonly doc: ReadonlySignal<Y.Doc | undefined>
  readonly awareness: ReadonlySignal<Awareness | undefined>
  /** How safe everything in it is. */
  readonly status: ReadonlySignal<LineStatus>
  readonly isOnline: ReadonlySignal<boolean>
  /** Why it is not saved, or refused. */
  readonly problem: ReadonlySignal<SyncState['problem']>
  /** This device has heard all that the server had, now or on an earlier visit. */
  readonly isKnown: ReadonlySignal<boolean>
  /** Others who have it open now. */
  readonly presence: ReadonlySignal<readonly Presence[]>
  readonly mayWrite: ReadonlySignal<boolean>

  /** Comments with their replies, oldest first. */
  readonly conversations: ReadonlySignal<readonly Conversation[]>
  /** @returns the subject of the comment: "comment:c…"; nothing when it was empty */
  comment(input: NewComment): string | undefined
  reply(thread: string, body: string): void
  changeComment(about: string, body: string): void
  resolve(about: string, resolved: boolean): void
  /** Takes one's own comment away. */
  removeComment(about: string): void

  /** Kept moments, oldest first. */
  readonly versions: ReadonlySignal<readonly SaidVersion[]>
  /** Client id -> member id, as far as known. */
  readonly writers: ReadonlySignal<ReadonlyMap<number, string>>
  /** Keeps this moment: by hand, or on a turn of the plan. Does nothing where one may not write. */
  keepVersion(title?: string): void

  /** Puts a template into an empty text; two people who do so at once put it there once. */
  insertOutline(blocks: readonly ProseBlock[]): OutlineObjection | undefined
  /** Takes out what this page last put in by `insertOutline`, as far as nobody wrote in it. */
  undoOutline(): void
  /** What stands in it now, as plain structure. */
  read(): readonly ProseBlock[]
  close(): void
}
