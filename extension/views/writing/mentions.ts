/** Picking a person ("@") or a record ("#") while typing; what is put in keeps the subject, and shows its title of today. */
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import type { EditorView, NodeViewConstructor } from 'prosemirror-view'
import type { WritingSchema } from './schema'

export type Query = {
  readonly sign: '@' | '#'
  readonly text: string
  readonly from: number
  readonly to: number
}

export type MentionOptions = {
  /** Somebody is typing a name, or no longer. */
  readonly changed: (query: Query | undefined, view: EditorView) => void
  /** A key while the list is open; true when it was for the list. */
  readonly key: (event: KeyboardEvent) => boolean
}

const key = new PluginKey<Query | undefined>('mentions')
const PATTERN = /(?:^|[\s(])([@#])([\p{L}\p{N}.'’-]{0,30}(?: [\p{L}\p{N}.'’-]{1,30})?)$/u
const CLOSED = 'closed'

const queryIn = ({ selection, doc }: EditorState): Query | undefined => {
  const { $from, empty } = selection
  if (!empty || $from.parent.type.name !== 'paragraph') return undefined
  const before = doc.textBetween($from.start(), $from.pos, undefined, '\ufffc')
  const found = PATTERN.exec(before)
  if (!found) return undefined
  const [, sign, text = ''] = found
  return { sign: sign as '@' | '#', text, from: $from.pos - text.length - 1, to: $from.pos }
}

export const mentions = ({ changed, key: onKey }: MentionOptions): Plugin<Query | undefined> =>
  new Plugin<Query | undefined>({
    key,
    state: {
      init: () => undefined,
      apply(transaction: Transaction, before, _old, state) {
        if (transaction.getMeta(key) === CLOSED) return undefined
        const isOwn = transaction.docChanged && !transaction.getMeta('y-sync$')
        if (!isOwn && !before) return undefined
        const query = queryIn(state)
        // One opens it by typing, not by moving there.
        return isOwn || (before && query?.from === before.from) ? query : undefined
      },
    },
    props: {
      handleKeyDown: (view, event) => key.getState(view.state) !== undefined && onKey(event),
    },
    view: () => ({
      update(view, before) {
        const query = key.getState(view.state)
        if (query !== key.getState(before)) changed(query, view)
      },
    }),
  })

export const closeMentions = (view: EditorView): void => view.dispatch(view.state.tr.setMeta(key, CLOSED))

/** Puts a mention in the place of what was typed. */
export const putMention = (
  view: EditorView,
  schema: WritingSchema,
  { from, to }: Query,
  { about, title }: { readonly about: string; readonly title: string },
): void => {
  const mention = schema.nodes.mention.create({ about, label: title })
  view.dispatch(view.state.tr.replaceWith(from, to, [mention, schema.text(' ')]).setMeta(key, CLOSED))
  view.focus()
}

/** A mention with the title of today; `follow` runs again when that changes. */
export const mentionView =
  (
    follow: (draw: () => void) => () => void,
    titleOf: (about: string) => string | undefined,
    onOpen: ((about: string) => void) | undefined,
  ): NodeViewConstructor =>
  (node) => {
    const dom = document.createElement('span')
    const about = String(node.attrs.about)
    dom.className = 'mention'
    dom.dataset.mention = about
    if (onOpen) {
      dom.addEventListener('click', () => onOpen(about))
      dom.classList.add('can-open')
    }
    const stop = follow(() => {
      const title = titleOf(about) ?? String(node.attrs.label)
      dom.textContent = `${about.startsWith('member:') ? '@' : ''}${title}`
    })
    return { dom, destroy: stop, ignoreMutation: () => true }
  }
