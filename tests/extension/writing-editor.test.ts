// @vitest-environment happy-dom
/** The editor on a shared text: what people do apart is merged, and what does not fit is never taken out. */
import { joinBackward, splitBlock } from 'prosemirror-commands'
import { TextSelection } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { undoCommand } from 'y-prosemirror'
import * as Y from 'yjs'
import { makeLines } from '../../extension/views/writing/commands'
import { placeAt, positionOf, readPlace, startsIn, writePlace } from '../../extension/views/writing/positions'
import { decide, suggestionsIn } from '../../extension/views/writing/suggest'
import { heading, line, table, task } from '../../shared/prose/blocks'
import { plainText, readProse } from '../../shared/prose/read'
import { makeDesk, makeDoc, sync } from './make-editor'

// Not imported: in a file that has a DOM, imports are prepared as for a browser, which knows no `node:`.
const { readFileSync } = process.getBuiltinModule('node:fs')
const { join } = process.getBuiltinModule('node:path')
const { gunzipSync } = process.getBuiltinModule('node:zlib')

describe('writing apart', () => {
  test('who turns a line into a heading or a list takes nothing out of what another types in it', () => {
    const els = makeDesk(makeDoc([line('Een probleem')]))
    const tim = makeDesk()
    sync(els.doc, tim.doc)
    makeLines('heading', 2)(els.view.state, els.view.dispatch)
    tim.type(13, ' met wachttijden')
    sync(els.doc, tim.doc)
    makeLines('task')(tim.view.state, tim.view.dispatch)
    els.type(1, 'Nog ')
    sync(els.doc, tim.doc)
    expect(readProse(els.doc)).toEqual([task('Nog Een probleem met wachttijden')])
    expect(readProse(tim.doc)).toEqual(readProse(els.doc))
  })

  test('undo takes back one’s own and leaves what came after it from another', () => {
    const els = makeDesk(makeDoc([line('kas')]))
    const tim = makeDesk()
    sync(els.doc, tim.doc)
    els.type(4, ' telling')
    sync(els.doc, tim.doc)
    tim.type(1, 'grote ')
    sync(els.doc, tim.doc)
    undoCommand(els.view.state, els.view.dispatch)
    expect(els.words()).toBe('grote kas')
  })

  test('six thousand strokes of two people’s real typing end in the text that they made', () => {
    const file = readFileSync(join(import.meta.dirname, '../fixtures/editing-trace.json.gz'))
    const { patches, end } = JSON.parse(gunzipSync(file).toString()) as {
      patches: [number, number, string][]
      end: string
    }
    const desk = makeDesk(makeDoc([line()]))
    const other = makeDoc()
    desk.doc.on('update', (update: Uint8Array) => Y.applyUpdate(other, update))
    Y.applyUpdate(other, Y.encodeStateAsUpdate(desk.doc))
    let text = ''
    // Each end of a line takes two positions of the editor.
    const at = (offset: number): number => offset + 1 + (text.slice(0, offset).split('\n').length - 1)
    for (const [offset, removed, inserted] of patches) {
      const { view } = desk
      if (removed > 0) view.dispatch(view.state.tr.delete(at(offset), at(offset + removed)))
      text = text.slice(0, offset) + text.slice(offset + removed)
      if (inserted === '\n') {
        const cursor = TextSelection.create(view.state.doc, at(offset))
        view.dispatch(view.state.tr.setSelection(cursor))
        splitBlock(view.state, view.dispatch)
      } else if (inserted !== '') desk.type(at(offset), inserted)
      text = text.slice(0, offset) + inserted + text.slice(offset)
    }
    expect(text).toBe(end)
    expect(desk.words()).toBe(end)
    expect(plainText(readProse(other))).toBe(end)
  })
})

describe('places', () => {
  const wordsAt = (doc: Y.Doc, from: string, to: string): string => {
    const starts = startsIn(doc.getXmlFragment('prose'))
    const [a, b] = [readPlace(from), readPlace(to)].map((place) => place && positionOf(doc, starts, place))
    const desk = makeDesk(doc)
    return a === undefined || b === undefined ? 'weg' : desk.view.state.doc.textBetween(a, b, '\n')
  }
  test('a comment keeps to its words while people write around, between and before them', () => {
    const desk = makeDesk(
      makeDoc([heading('Kop'), line('De kas wordt elke week geteld'), table([['a', 'b']])]),
    )
    const prose = desk.doc.getXmlFragment('prose')
    const start = 5 + 1 + 'De kas wordt '.length
    expect(desk.view.state.doc.textBetween(start, start + 9)).toBe('elke week')
    const [from, to] = [writePlace(placeAt(prose, start, 0)), writePlace(placeAt(prose, start + 9, -1))]
    desk.type(start, 'zeker ')
    desk.type(start + 15, ' precies')
    desk.type(start + 10, ' halve')
    desk.type(1, 'Grote ')
    expect(wordsAt(desk.doc, from, to)).toBe('elke halve week')
    desk.view.dispatch(desk.view.state.tr.delete(8, desk.view.state.doc.content.size - 20))
    expect(wordsAt(desk.doc, from, to)).not.toContain('elke')
    expect(readPlace('geen plaats')).toBeUndefined()
  })

  test('every position of a text comes back as itself', () => {
    const desk = makeDesk(
      makeDoc([
        heading('Kop'),
        line(),
        table([
          ['a', 'b'],
          ['c', ''],
        ]),
        task('taak'),
      ]),
    )
    const prose = desk.doc.getXmlFragment('prose')
    const starts = startsIn(prose)
    for (let at = 0; at <= desk.view.state.doc.content.size; at += 1) {
      const $at = desk.view.state.doc.resolve(at)
      if (!$at.parent.inlineContent) continue
      for (const assoc of [0, -1] as const)
        expect(positionOf(desk.doc, starts, placeAt(prose, at, assoc))).toBe(at)
    }
  })
})

describe('what does not fit', () => {
  const bring = (change: (prose: Y.XmlFragment) => void): { text: string; isStrange: Promise<boolean> } => {
    const desk = makeDesk(makeDoc([line('Onze tekst')]))
    const other = makeDoc()
    sync(desk.doc, other)
    change(other.getXmlFragment('prose'))
    sync(desk.doc, other)
    const text = desk.doc.getXmlFragment('prose').toString()
    expect(text).toBe(other.getXmlFragment('prose').toString())
    return { text, isStrange: Promise.resolve().then(() => desk.isStrange()) }
  }
  test.each<[string, (prose: Y.XmlFragment) => void]>([
    ['a node of a newer version', (prose) => prose.insert(1, [new Y.XmlElement('callout')])],
    [
      'a node deep in what came',
      (prose) => {
        const paragraph = new Y.XmlElement('paragraph')
        paragraph.insert(0, [new Y.XmlElement('video')])
        prose.insert(1, [paragraph])
      },
    ],
    ['an attribute', (prose) => (prose.get(0) as Y.XmlElement).setAttribute('colour', 'red')],
    [
      'a mark',
      (prose) => ((prose.get(0) as Y.XmlElement).get(0) as Y.XmlText).format(0, 3, { blink: {} as never }),
    ],
    ['text beside the lines', (prose) => prose.insert(0, [new Y.XmlText('los') as unknown as Y.XmlElement])],
    [
      'a table as wide as the world',
      (prose) => {
        const cell = new Y.XmlElement('table_cell')
        cell.setAttribute('colspan', 1e9 as unknown as string)
        const row = new Y.XmlElement('table_row')
        row.insert(0, [cell])
        const wide = new Y.XmlElement('table')
        wide.insert(0, [row])
        prose.insert(1, [wide])
      },
    ],
  ])('%s stays in the text, and the editor lets go', async (_name, change) => {
    const { text, isStrange } = bring(change)
    expect(text).toMatch(/Onz.*e tekst/)
    expect(await isStrange).toBe(true)
  })

  test('a link that is none is shown, and leads nowhere', () => {
    const desk = makeDesk(makeDoc([line('klik hier')]))
    const words = (desk.doc.getXmlFragment('prose').get(0) as Y.XmlElement).get(0) as Y.XmlText
    words.format(0, 4, { link: { href: 'javascript:alert(1)' } as never })
    expect(desk.view.dom.querySelector('a')).toBeNull()
    expect(desk.view.dom.querySelector('.link-blocked')?.textContent).toBe('klik')
  })
})

describe('suggesting', () => {
  const suggest = (words: string) => makeDesk(makeDoc([line(words)]), { isSuggesting: () => true })
  test('what is typed and taken out is shown, and read as not done until it is accepted', () => {
    const desk = suggest('elke week geteld')
    const { view } = desk
    view.dispatch(view.state.tr.insertText('iedere dag', 1, 10))
    expect(desk.words()).toBe('elke week geteld')
    expect(suggestionsIn(view.state.doc)).toMatchObject([
      { by: 'p05', inserted: 'iedere dag', deleted: 'elke week' },
    ])
    view.dispatch(decide(view.state, 's1', true))
    expect(desk.words()).toBe('iedere dag geteld')
    expect(suggestionsIn(view.state.doc)).toEqual([])
  })

  test('refused, everything stands as it stood', () => {
    const desk = suggest('elke week geteld')
    const { view } = desk
    view.dispatch(view.state.tr.delete(1, 6))
    view.dispatch(view.state.tr.insertText('!', view.state.doc.content.size - 1))
    for (const { id } of suggestionsIn(view.state.doc)) view.dispatch(decide(view.state, id, false))
    expect(desk.words()).toBe('elke week geteld')
    expect(desk.view.state.doc.textContent).toBe('elke week geteld')
  })

  test('one’s own suggestion is simply taken back by deleting it', () => {
    const desk = suggest('geteld')
    desk.type(7, ' en genoteerd')
    desk.view.dispatch(desk.view.state.tr.delete(7, 20))
    expect(suggestionsIn(desk.view.state.doc)).toEqual([])
  })
})

test('lines can be split and joined without losing what another types in them', () => {
  const els = makeDesk(makeDoc([line('een twee')]))
  const tim = makeDesk()
  sync(els.doc, tim.doc)
  els.view.dispatch(els.view.state.tr.setSelection(TextSelection.create(els.view.state.doc, 4)))
  splitBlock(els.view.state, els.view.dispatch)
  tim.type(1, 'nul ')
  sync(els.doc, tim.doc)
  expect(tim.words()).toBe('nul een\n twee')
  joinBackward(els.view.state, els.view.dispatch)
  sync(els.doc, tim.doc)
  expect(tim.words()).toBe('nul een twee')
})
