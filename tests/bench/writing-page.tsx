/** What the bench of the editor does inside its page: a long text with many comments, beside plain y-prosemirror on the same text. */
import '../../extension/views/writing/writing.css'
import { signal } from '@preact/signals'
import { render } from 'preact'
import { baseKeymap } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { yCursorPlugin, ySyncPlugin, yUndoPlugin } from 'y-prosemirror'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Text } from '../../extension/state/text-types'
import { placeAt, writePlace } from '../../extension/views/writing/positions'
import { createSchema } from '../../extension/views/writing/schema'
import { Writing } from '../../extension/views/writing/Writing'
import { heading, line } from '../../shared/prose/blocks'
import { elementOf } from '../../shared/prose/outline'
import type { Conversation } from '../../shared/queries/texts'

/** Words on a page, and lines of so many words. */
const PAGE = 500
const LINE = 50
const COMMENTS = 500

const sentence = (index: number): string =>
  Array.from({ length: LINE }, (_, word) => `woord${(index * LINE + word) % 997}`).join(' ')

const makeText = (pages: number): Y.Doc => {
  const doc = new Y.Doc({ gc: false })
  const lines = (pages * PAGE) / LINE
  const blocks = Array.from({ length: lines }, (_, index) =>
    elementOf(index % 20 === 0 ? heading(`Hoofdstuk ${index / 20}`) : line(sentence(index))),
  )
  doc.getXmlFragment('prose').insert(0, blocks)
  return doc
}

const makeComments = (doc: Y.Doc): Conversation[] => {
  const prose = doc.getXmlFragment('prose')
  const size = prose
    .toArray()
    .reduce((sum, block) => sum + ((block as Y.XmlElement).get(0) as Y.XmlText).length + 2, 0)
  return Array.from({ length: COMMENTS }, (_, index) => {
    const from = Math.floor(((index + 0.5) * size) / COMMENTS)
    const about = `comment:c${index}`
    const [start, end] = [writePlace(placeAt(prose, from, 0)), writePlace(placeAt(prose, from + 12, -1))]
    return {
      about,
      key: `c${index}`,
      gone: false,
      clashes: [],
      text: 'plan:a',
      body: `Opmerking ${index}`,
      thread: undefined,
      from: start,
      to: end,
      quote: 'woord',
      resolved: false,
      by: 'p05',
      at: index,
      replies: [],
    }
  })
}

/** The text box of the product, margin and all. */
const openOurs = (pages: number): void => {
  const doc = makeText(pages)
  const text: Text = {
    room: 'text/team/plan.a',
    about: 'plan:a',
    member: 'p05',
    doc: signal(doc),
    awareness: signal(new Awareness(doc)),
    status: signal('confirmed'),
    isOnline: signal(true),
    problem: signal(undefined),
    isKnown: signal(true),
    presence: signal([]),
    mayWrite: signal(true),
    conversations: signal(makeComments(doc)),
    comment: () => undefined,
    reply: () => undefined,
    changeComment: () => undefined,
    resolve: () => undefined,
    removeComment: () => undefined,
    versions: signal([]),
    writers: signal(new Map()),
    keepVersion: () => undefined,
    insertOutline: () => undefined,
    undoOutline: () => undefined,
    read: () => [],
    close: () => undefined,
  }
  render(
    <Writing
      text={text}
      title="Tekst"
      names={(member) => member}
      people={() => []}
      records={() => []}
      titleOf={() => undefined}
    />,
    document.body,
  )
}

/** The same text in y-prosemirror as it comes from the registry. */
const openPlain = (pages: number): void => {
  const doc = makeText(pages)
  const place = document.createElement('div')
  document.body.append(place)
  new EditorView(place, {
    attributes: { class: 'plain-text' },
    state: EditorState.create({
      schema: createSchema([]),
      plugins: [
        ySyncPlugin(doc.getXmlFragment('prose')),
        yCursorPlugin(new Awareness(doc)),
        yUndoPlugin(),
        keymap(baseKeymap),
      ],
    }),
  })
}

const times: number[] = []

/** From here on each stroke is timed, from the key to after the paint that shows it. */
const timeStrokes = (): void => {
  document.addEventListener(
    'keydown',
    ({ timeStamp }) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => times.push(performance.now() - timeStamp)
        port2.postMessage(0)
      }),
    true,
  )
}

/** Opens one of both, with the cursor in the middle of the text. */
const openWriting = async (kind: 'ours' | 'plain', pages: number): Promise<void> => {
  if (kind === 'ours') openOurs(pages)
  else openPlain(pages)
  while (!document.querySelector('.ProseMirror p')) await new Promise((done) => setTimeout(done, 10))
  const lines = document.querySelectorAll('.ProseMirror p')
  const middle = lines[Math.floor(lines.length / 2)] as HTMLElement
  document.querySelector<HTMLElement>('.ProseMirror')?.focus()
  getSelection()?.collapse(middle.firstChild, 5)
  middle.scrollIntoView({ block: 'center' })
  timeStrokes()
}

const strokes = (): number[] => times.splice(0)

export const writingParts = { openWriting, strokes }
