/**
 * The editor on a shared text: ProseMirror bound to Yjs, with others' cursors, comments, suggestions and an undo of one's
 * own. Never bound to a text that holds what this version does not know, because the binding would take it out.
 */
import { baseKeymap } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import { EditorState, Plugin, type EditorState as State, type Transaction } from 'prosemirror-state'
import { tableEditing } from 'prosemirror-tables'
import { Decoration, DecorationSet, EditorView, type NodeViewConstructor } from 'prosemirror-view'
import { ySyncPlugin, ySyncPluginKey, yUndoPlugin } from 'y-prosemirror'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { PROSE } from '../../../shared/ledger'
import { strangeInEvent } from '../../../shared/prose/shape'
import { keysOf, rulesOf } from './commands'
import { cursors } from './cursors'
import { comments } from './marginal'
import { type MentionOptions, mentions, mentionView } from './mentions'
import { cleanPaste, MAX_PASTE } from './paste'
import { createSchema, lineOf, type WritingSchema } from './schema'
import { type Suggester, suggesting } from './suggest'

export type EditorOptions = {
  readonly place: HTMLElement
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly label: string
  readonly hosts: readonly string[]
  readonly names: (member: string) => string
  readonly titleOf: (about: string) => string | undefined
  readonly onOpen: ((about: string) => void) | undefined
  /** Runs what it is given now and whenever a signal that it read changes. */
  readonly follow: (draw: () => void) => () => void
  readonly taskLabel: string
  readonly placeholder: string
  readonly suggester: Suggester
  readonly isSuggesting: () => boolean
  /** After every change of the editor. */
  readonly changed: (view: EditorView, before: State) => void
  /** Somebody brought what this version does not know: the editor has let go. */
  readonly onStrange: () => void
  readonly onTooMuch: () => void
  readonly onLink: () => boolean
  readonly onComment: () => boolean
  readonly mentions: MentionOptions
}

export type Editor = { readonly view: EditorView; readonly schema: WritingSchema; destroy(): void }

export const createEditor = (options: EditorOptions): Editor => {
  const { place, doc, awareness, hosts, names, titleOf, onOpen, follow } = options
  const schema = createSchema(hosts)
  const fragment = doc.getXmlFragment(PROSE)
  let isOver = false

  const end = (): void => {
    if (isOver) return
    isOver = true
    fragment.unobserveDeep(guard)
    view.destroy()
  }
  // Before the binding hears of it, which takes out what does not fit its schema.
  const guard = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void => {
    if (transaction.local) return
    const isStrange = events.some((event) => strangeInEvent(event) !== undefined)
    if (!isStrange || isOver) return
    const binding = ySyncPluginKey.getState(view.state)?.binding
    binding?.destroy()
    queueMicrotask(() => {
      end()
      options.onStrange()
    })
  }
  fragment.observeDeep(guard)

  const view: EditorView = new EditorView(place, {
    state: EditorState.create({
      schema,
      plugins: [
        ySyncPlugin(fragment),
        yUndoPlugin(),
        cursors({ doc, awareness, names }),
        comments(doc),
        mentions(options.mentions),
        rulesOf(schema),
        keymap(keysOf(schema, { link: options.onLink, comment: options.onComment })),
        keymap(baseKeymap),
        tableEditing(),
        placeholder(options.placeholder),
      ],
    }),
    attributes: {
      'aria-label': options.label,
      'aria-multiline': 'true',
      role: 'textbox',
      class: 'writing-text',
    },
    nodeViews: {
      mention: mentionView(follow, titleOf, onOpen),
      paragraph: taskView(options.taskLabel) as NodeViewConstructor,
    },
    transformPastedHTML: (html) => cleanPaste(html),
    handlePaste(_view, _event, slice) {
      if (slice.size <= MAX_PASTE) return false
      options.onTooMuch()
      return true
    },
    // The first comes while the view is being made.
    dispatchTransaction(this: EditorView, transaction: Transaction) {
      if (isOver) return
      const before = this.state
      const meant = options.isSuggesting() ? suggesting(before, transaction, options.suggester) : transaction
      this.updateState(before.apply(meant))
      options.changed(this, before)
    },
  })
  return { view, schema, destroy: end }
}

/** A task has a box to tick; every other line is drawn by its schema. */
const taskView =
  (label: string) =>
  (...[node, view, getPos]: Parameters<NodeViewConstructor>): ReturnType<NodeViewConstructor> | undefined => {
    if (lineOf(node).kind !== 'task') return undefined
    const dom = document.createElement('div')
    const box = document.createElement('input')
    const content = document.createElement('p')
    box.type = 'checkbox'
    box.contentEditable = 'false'
    box.setAttribute('aria-label', label)
    box.addEventListener('mousedown', (event) => event.preventDefault())
    box.addEventListener('click', (event) => {
      event.preventDefault()
      const position = getPos()
      if (position === undefined || !view.editable) return
      const now = view.state.doc.nodeAt(position)
      if (now) view.dispatch(view.state.tr.setNodeAttribute(position, 'done', lineOf(now).done ? null : true))
    })
    dom.append(box, content)
    const draw = (shown: typeof node): void => {
      const { indent, done } = lineOf(shown)
      dom.dataset.kind = 'task'
      dom.dataset.indent = String(indent)
      dom.dataset.done = String(done)
      // After the click itself, which the browser takes back.
      setTimeout(() => {
        box.checked = done
      })
    }
    draw(node)
    return {
      dom,
      contentDOM: content,
      update(next) {
        if (next.type !== node.type || lineOf(next).kind !== 'task') return false
        draw(next)
        return true
      },
      stopEvent: (event) => event.target === box,
      ignoreMutation: (mutation) => mutation.target === box || mutation.target === dom,
    }
  }

const placeholder = (text: string): Plugin =>
  new Plugin({
    props: {
      decorations({ doc }) {
        const first = doc.firstChild
        if (doc.childCount !== 1 || !first?.isTextblock || first.content.size > 0) return null
        return DecorationSet.create(doc, [
          Decoration.node(0, first.nodeSize, { class: 'is-empty', 'data-placeholder': text }),
        ])
      },
    },
  })
