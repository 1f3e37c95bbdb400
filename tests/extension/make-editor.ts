/** Editors as pages make them, each on a document of its own; what one says reaches the others when told to. */
import { onTestFinished } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createEditor, type Editor, type EditorOptions } from '../../extension/views/writing/editor'
import { elementOf } from '../../shared/prose/outline'
import { type ProseBlock, plainText, readProse } from '../../shared/prose/read'

export type Desk = Editor & {
  readonly doc: Y.Doc
  /** Whether the editor has let go of a text that it does not know all of. */
  readonly isStrange: () => boolean
  words(): string
  /** Types at a position, as a stroke does. */
  type(position: number, text: string): void
}

let client = 0

export const makeDoc = (blocks: readonly ProseBlock[] = []): Y.Doc => {
  const doc = new Y.Doc({ gc: false })
  client += 1
  doc.clientID = client
  doc.getXmlFragment('prose').insert(0, blocks.map(elementOf))
  return doc
}

export const makeDesk = (doc: Y.Doc = makeDoc(), options: Partial<EditorOptions> = {}): Desk => {
  const place = document.createElement('div')
  document.body.append(place)
  const awareness = new Awareness(doc)
  let isStrange = false
  const editor = createEditor({
    place,
    doc,
    awareness,
    label: 'Tekst',
    hosts: [],
    names: (member) => member,
    titleOf: () => undefined,
    onOpen: undefined,
    follow: (draw) => {
      draw()
      return () => undefined
    },
    taskLabel: 'Gedaan',
    placeholder: 'Begin',
    suggester: { by: 'p05', at: () => 1, id: () => 's1' },
    isSuggesting: () => false,
    changed: () => undefined,
    onStrange: () => {
      isStrange = true
    },
    onTooMuch: () => undefined,
    onLink: () => true,
    onComment: () => true,
    mentions: { changed: () => undefined, key: () => false },
    ...options,
  })
  onTestFinished(() => {
    editor.destroy()
    awareness.destroy()
    place.remove()
  })
  return {
    ...editor,
    doc,
    isStrange: () => isStrange,
    words: () => plainText(readProse(doc)),
    type(position, text) {
      editor.view.dispatch(editor.view.state.tr.insertText(text, position))
    },
  }
}

/** Everyone hears everything. */
export const sync = (...docs: readonly Y.Doc[]): void => {
  for (const from of docs)
    for (const to of docs)
      if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'far')
}
