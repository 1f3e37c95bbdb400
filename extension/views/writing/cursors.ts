/** The cursors and selections of others, with their names. What they say of themselves is read like anything from outside. */
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { ySyncPluginKey } from 'y-prosemirror'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { PROSE } from '../../../shared/ledger'
import { placeAt, positionOf, startsIn } from './positions'

const key = new PluginKey<DecorationSet>('cursors')

/** Others see where one is a few times a second, however fast one types. */
const EVERY = 80
/** Colours that the style sheet knows. */
const COLOURS = 8

/** The colour of a member: the same on every screen. */
export const colourOf = (member: string): number => {
  let hash = 0
  for (const character of member) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0
  return hash % COLOURS
}

export type CursorOptions = {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly names: (member: string) => string
}

/** Shows others' cursors, and shows mine to them. */
export const cursors = (options: CursorOptions): Plugin<DecorationSet> => {
  const { doc, awareness } = options
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, before, _old, state) {
        const isOthers = transaction.getMeta(ySyncPluginKey)?.isChangeOrigin
        if (transaction.getMeta(key) || isOthers) return draw(state, options)
        return before.map(transaction.mapping, transaction.doc)
      },
    },
    props: { decorations: (state) => key.getState(state) },
    view(view) {
      let timer: ReturnType<typeof setTimeout> | undefined
      const redraw = ({
        added,
        updated,
        removed,
      }: Record<'added' | 'updated' | 'removed', number[]>): void => {
        const isOthers = [...added, ...updated, ...removed].some((client) => client !== doc.clientID)
        if (isOthers && !view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, true))
      }
      const tell = (): void => {
        timer = undefined
        if (!view.isDestroyed) awareness.setLocalStateField('cursor', cursorOf(view, doc))
      }
      const tellSoon = (): void => {
        timer ??= setTimeout(tell, EVERY)
      }
      awareness.on('change', redraw)
      view.dom.addEventListener('focusin', tellSoon)
      view.dom.addEventListener('focusout', tellSoon)
      return {
        update(_view, before) {
          if (!before.selection.eq(view.state.selection) || before.doc !== view.state.doc) tellSoon()
        },
        destroy() {
          clearTimeout(timer)
          awareness.off('change', redraw)
          view.dom.removeEventListener('focusin', tellSoon)
          view.dom.removeEventListener('focusout', tellSoon)
          if (awareness.getLocalState()) awareness.setLocalStateField('cursor', null)
        },
      }
    },
  })
}

const cursorOf = (view: EditorView, doc: Y.Doc): object | null => {
  if (!view.hasFocus()) return null
  const fragment = doc.getXmlFragment(PROSE)
  const { anchor, head } = view.state.selection
  const place = (position: number): unknown => Y.relativePositionToJSON(placeAt(fragment, position, 0))
  return { anchor: place(anchor), head: place(head) }
}

const draw = (state: EditorState, { doc, awareness, names }: CursorOptions): DecorationSet => {
  const others = [...awareness.getStates()].filter(([client]) => client !== doc.clientID)
  if (others.length === 0) return DecorationSet.empty
  const starts = startsIn(doc.getXmlFragment(PROSE))
  const most = state.doc.content.size
  const decorations: Decoration[] = []
  for (const [client, told] of others) {
    const { user, cursor } = Object(told) as { user?: unknown; cursor?: unknown }
    const { member } = Object(user) as { member?: unknown }
    const { anchor, head } = Object(cursor) as { anchor?: unknown; head?: unknown }
    const to = at(doc, starts, head, most)
    if (typeof member !== 'string' || to === undefined) continue
    const from = at(doc, starts, anchor, most) ?? to
    const colour = colourOf(member)
    decorations.push(
      Decoration.widget(to, () => cursorElement(names(member), colour), {
        key: `${client} ${names(member)}`,
        side: 10,
        ignoreSelection: true,
      }),
    )
    if (from !== to)
      decorations.push(
        Decoration.inline(Math.min(from, to), Math.max(from, to), {
          class: `others-selection writer-${colour}`,
        }),
      )
  }
  return DecorationSet.create(state.doc, decorations)
}

const at = (
  doc: Y.Doc,
  starts: ReadonlyMap<unknown, number>,
  told: unknown,
  most: number,
): number | undefined => {
  try {
    const place = Y.createRelativePositionFromJSON(told)
    const position = positionOf(doc, starts, place)
    return position === undefined ? undefined : Math.min(position, most)
  } catch {
    // Whatever it is, it is no place.
    return undefined
  }
}

const cursorElement = (name: string, colour: number): HTMLElement => {
  const cursor = document.createElement('span')
  cursor.className = `others-cursor writer-${colour}`
  const label = document.createElement('span')
  label.className = 'others-name'
  label.textContent = name
  cursor.append('\u2060', label, '\u2060')
  return cursor
}
