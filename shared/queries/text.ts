/**
 * The text of a control: what exactly an answer is an answer to, which texts it had, and what changed word by word. Also
 * what the built-in library says now that it did not say when a control was taken from it.
 */
import { diffWordsWithSpace } from 'diff'
import type { Folded } from '../fold'
import {
  type Control,
  type ControlText,
  control as controlKind,
  hashOfText,
  textHash,
} from '../kinds/control'
import { readRecord } from '../kinds/kind'

/** A text that a control had, since when, and by whom. */
export type TextVersion = ControlText & { readonly hash: string; readonly at: number; readonly by: string }

/** Every text that was said of a control, oldest first; two that were said apart are both there. */
export const textVersions = (folded: Folded | undefined): TextVersion[] => {
  const versions: TextVersion[] = []
  let [title, method] = ['', '']
  for (const { set, at, by } of folded?.statements ?? []) {
    if (!('title' in set) && !('method' in set)) continue
    if ('title' in set) title = typeof set.title === 'string' ? set.title : ''
    if ('method' in set) method = typeof set.method === 'string' ? set.method : ''
    const hash = hashOfText({ title, method })
    if (versions.at(-1)?.hash !== hash) versions.push({ title, method, hash, at, by })
  }
  return versions
}

export type Part = { readonly text: string; readonly is: 'same' | 'added' | 'removed' }

/** What changed between two texts, word by word. */
export const wordsChanged = (before: string, after: string): Part[] =>
  diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    is: added ? 'added' : removed ? 'removed' : 'same',
  }))

export type TextChange = {
  readonly before: ControlText
  readonly after: ControlText
  readonly title: readonly Part[]
  readonly method: readonly Part[]
}

/** What changed since the text with a hash; `undefined` when it never was a text of this control, or nothing changed. */
export const textChange = (folded: Folded | undefined, hash: string): TextChange | undefined => {
  const before = textVersions(folded).find((version) => version.hash === hash)
  const after = folded && readRecord(controlKind, folded)
  if (!before || !after || textHash(after) === hash) return undefined
  return {
    before,
    after,
    title: wordsChanged(before.title, after.title),
    method: wordsChanged(before.method, after.method),
  }
}

/** A control of the library that says something else than when it was adopted. */
export type LibraryNews = {
  readonly control: Control
  readonly library: LibraryText
  readonly parts: readonly Part[]
  /** The organisation had put it in words of its own. */
  readonly reworded: boolean
}
export type LibraryText = {
  readonly key: string
  readonly title: string
  readonly method?: string | undefined
}

/** What the library says newly of controls that were adopted from it. */
export const libraryNews = (controls: readonly Control[], library: readonly LibraryText[]): LibraryNews[] =>
  controls.flatMap((control) => {
    const found = library.find(({ key }) => key === control.origin)
    if (control.gone || !found || control.originText === undefined) return []
    const now = hashOfText({ title: found.title, method: found.method ?? '' })
    if (now === control.originText || now === textHash(control)) return []
    return [
      {
        control,
        library: found,
        parts: wordsChanged(control.title, found.title),
        reworded: textHash(control) !== control.originText,
      },
    ]
  })
