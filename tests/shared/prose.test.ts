/** A text as plain structure: read, compared, begun from a template, and recognised when it is not ours. */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addComment, keepVersion, resolveComment } from '../../shared/commands/texts'
import { createFold } from '../../shared/fold'
import { bullet, heading, line, table, task } from '../../shared/prose/blocks'
import { compareProse } from '../../shared/prose/compare'
import { elementOf, outlineOf } from '../../shared/prose/outline'
import { isEmptyProse, type ProseBlock, plainText, readProse } from '../../shared/prose/read'
import { isSafeLink, strangeIn } from '../../shared/prose/shape'
import { keepMoment, momentOf } from '../../shared/prose/snapshots'
import { conversations, type SaidVersion, versions, writersOf } from '../../shared/queries/texts'
import { makeId } from '../server/make'

const make = (client: number, blocks: readonly ProseBlock[] = []): Y.Doc => {
  const doc = new Y.Doc({ gc: false })
  doc.clientID = client
  doc.getXmlFragment('prose').insert(0, blocks.map(elementOf))
  return doc
}
const sync = (...docs: readonly Y.Doc[]): void => {
  for (const from of docs) for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
}
const wordsOf = (doc: Y.Doc, index: number): Y.XmlText =>
  (doc.getXmlFragment('prose').get(index) as Y.XmlElement).get(0) as Y.XmlText

const PLAN = [
  heading('Probleem', 2),
  line('Wie wacht'),
  bullet('lang', 1),
  task('bellen', true),
  table([['a', 'b']]),
]

describe('reading', () => {
  test('what was written down comes back as it was', () => {
    const doc = make(1, PLAN)
    expect(readProse(doc)).toEqual(PLAN)
    expect(plainText(readProse(doc))).toBe('Probleem\nWie wacht\nlang\nbellen\na\tb')
  })

  test('a suggestion that nobody accepted is read as not made', () => {
    const doc = make(1, [line('elke week')])
    wordsOf(doc, 0).format(0, 4, { deletion: { id: 'a', by: 'p05', at: 1 } })
    wordsOf(doc, 0).insert(0, 'iedere', { insertion: { id: 'a', by: 'p05', at: 1 } })
    expect(plainText(readProse(doc))).toBe('elke week')
  })

  test('of what it does not know it keeps the words', () => {
    const doc = make(1)
    const box = new Y.XmlElement('callout')
    box.insert(0, [elementOf(line('let op'))])
    const odd = new Y.XmlElement('paragraph')
    odd.setAttribute('kind', 'marquee')
    odd.setAttribute('level', '99')
    odd.insert(0, [new Y.XmlText('raar')])
    doc.getXmlFragment('prose').insert(0, [box, odd, new Y.XmlText('los') as unknown as Y.XmlElement])
    expect(plainText(readProse(doc))).toBe('let op\nraar\nlos')
    expect(readProse(doc)[1]).toEqual(line('raar'))
  })
})

describe('what is not ours', () => {
  const strange = (change: (prose: Y.XmlFragment) => void): string | undefined => {
    const doc = make(1, PLAN)
    change(doc.getXmlFragment('prose'))
    return strangeIn(doc)
  }
  test('a text of this version holds nothing strange', () => expect(strange(() => undefined)).toBeUndefined())
  test.each<[string, (prose: Y.XmlFragment) => void]>([
    ['script', (prose) => prose.insert(0, [new Y.XmlElement('script')])],
    ['text', (prose) => prose.insert(0, [new Y.XmlText('los') as unknown as Y.XmlElement])],
    ['type', (prose) => prose.insert(0, [new Y.XmlHook('hook') as unknown as Y.XmlElement])],
    ['table_row', (prose) => prose.insert(0, [new Y.XmlElement('table_row')])],
    ['paragraph.onclick', (prose) => (prose.get(1) as Y.XmlElement).setAttribute('onclick', 'x')],
    ['paragraph.__proto__', (prose) => (prose.get(1) as Y.XmlElement).setAttribute('__proto__', 'x')],
    [
      'paragraph.level',
      (prose) => (prose.get(0) as Y.XmlElement).setAttribute('level', 9 as unknown as string),
    ],
    ['constructor', (prose) => wordsOf(prose.doc as Y.Doc, 1).format(0, 1, JSON.parse('{"constructor":{}}'))],
    ['highlight', (prose) => wordsOf(prose.doc as Y.Doc, 1).format(0, 1, { highlight: {} })],
    [
      'link',
      (prose) => wordsOf(prose.doc as Y.Doc, 1).format(0, 1, { link: { href: 'https://a.be', style: 'x' } }),
    ],
    ['embed', (prose) => wordsOf(prose.doc as Y.Doc, 1).insertEmbed(0, { image: 'x' })],
  ])('%s is seen', (name, change) => expect(strange(change)).toBe(name))

  test('only https and hosts of one’s own network are links', () => {
    expect(
      ['https://zandrode.be/a', 'http://intranet/x'].map((href) => isSafeLink(href, ['intranet'])),
    ).toEqual([true, true])
    for (const href of [
      'http://zandrode.be',
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'https://belfius.be@boef.example/',
      '\\\\server\\share',
      '/pad',
      undefined,
      {},
    ])
      expect(isSafeLink(href, ['intranet'])).toBe(false)
  })
})

describe('templates', () => {
  test('two people who put in the same template at once put it there once', () => {
    const [els, tim] = [make(1), make(2)]
    for (const doc of [els, tim]) {
      const { update } = outlineOf('text/team/plan.a', PLAN, (client) => doc.store.clients.has(client))
      Y.applyUpdate(doc, update)
    }
    sync(els, tim)
    expect(readProse(els)).toEqual(PLAN)
    expect(readProse(tim)).toEqual(PLAN)
  })

  test('a template that was taken out comes back when asked for again', () => {
    const doc = make(1)
    const put = (): void =>
      Y.applyUpdate(
        doc,
        outlineOf('text/team/plan.a', PLAN, (client) => doc.store.clients.has(client)).update,
      )
    put()
    doc.getXmlFragment('prose').delete(0, PLAN.length)
    expect(isEmptyProse(doc)).toBe(true)
    put()
    expect(readProse(doc)).toEqual(PLAN)
  })
})

const makeVersion = (key: string, moment: { snapshot: string; base?: string | undefined }): SaidVersion => ({
  key,
  about: `version:${key}`,
  gone: false,
  clashes: [],
  text: 'plan:a',
  title: '',
  automatic: true,
  clients: [],
  base: undefined,
  by: 'p05',
  at: 1,
  ...moment,
})

describe('comparing', () => {
  test('words that came and went are shown, with who added them', () => {
    const els = make(1, [line('De kas wordt elke week geteld'), line('Blijft staan')])
    const before = Y.snapshot(els)
    const tim = make(2)
    sync(els, tim)
    wordsOf(tim, 0).delete(13, 9)
    wordsOf(tim, 0).insert(13, 'iedere dag')
    wordsOf(els, 0).insert(0, 'Opgelet: ')
    els.getXmlFragment('prose').insert(2, [elementOf(bullet('Nieuw punt'))])
    sync(els, tim)
    const [first, second, third] = compareProse(els, before, undefined)
    expect(first?.changes).toEqual([
      { what: 'added', text: 'Opgelet: ', client: 1 },
      { what: 'same', text: 'De kas wordt ' },
      { what: 'removed', text: 'elke' },
      { what: 'added', text: 'iedere', client: 2 },
      { what: 'same', text: ' ' },
      { what: 'removed', text: 'week' },
      { what: 'added', text: 'dag', client: 2 },
      { what: 'same', text: ' geteld' },
    ])
    expect(second).toMatchObject({ what: 'same', changes: [{ text: 'Blijft staan' }] })
    expect(third).toMatchObject({ what: 'added', line: { kind: 'bullet' }, changes: [{ client: 1 }] })
  })

  test('two earlier moments can be compared too', () => {
    const doc = make(1, [line('een')])
    const first = Y.snapshot(doc)
    wordsOf(doc, 0).insert(3, ' twee')
    const second = Y.snapshot(doc)
    wordsOf(doc, 0).delete(0, 4)
    expect(compareProse(doc, first, second)[0]?.changes).toEqual([
      { what: 'same', text: 'een' },
      { what: 'added', text: ' twee', client: 1 },
    ])
  })

  test('a text in which much was rewritten is kept fifty times in little room, each moment to the letter', () => {
    const doc = make(
      1,
      Array.from({ length: 400 }, (_, index) => line(`Alinea ${index} van een lang plan.`)),
    )
    const kept: SaidVersion[] = []
    const texts: string[] = []
    for (let moment = 0; moment < 50; moment++) {
      for (let index = moment * 40; index < moment * 40 + 40; index++) {
        const words = wordsOf(doc, (index * 7) % 400)
        words.insert(index % 7, 'nieuw')
        words.delete((index * 3) % 20, 4)
      }
      kept.push(makeVersion(`v${moment}`, keepMoment(doc, kept)))
      texts.push(plainText(readProse(doc)))
    }
    const sizes = kept.map(({ snapshot }) => snapshot.length)
    expect(Math.max(...sizes.slice(1))).toBeLessThan(600)
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(30_000)
    for (const [index, text] of texts.entries()) {
      const moment = momentOf(kept, `version:v${index}`)
      const lines = compareProse(doc, undefined, moment)
      expect(lines.map(({ changes }) => changes.map((each) => each.text).join('')).join('\n')).toBe(text)
    }
  })

  test('a moment that nobody can read, or that stands on itself, is none', () => {
    const kept = [
      makeVersion('a', { snapshot: 'geen snapshot' }),
      makeVersion('b', { ...keepMoment(make(1), []), base: 'version:a' }),
      makeVersion('c', { ...keepMoment(make(1), []), base: 'version:c' }),
    ]
    for (const { about } of kept) expect(momentOf(kept, about)).toBeUndefined()
    expect(momentOf(kept, 'version:geen')).toBeUndefined()
  })
})

test('comments and versions are statements: who, when, answered and settled', () => {
  const fold = createFold()
  const by = (member: string, at: number) => ({ by: member, at, id: makeId })
  const tell = (statements: Parameters<typeof fold.insert>[1]) => fold.insert(fold.length, statements)
  tell(addComment(fold, 'c1', { text: 'plan:a', body: ' Waarom? ', quote: 'x'.repeat(500) }, by('p05', 1)))
  tell(addComment(fold, 'c2', { text: 'plan:a', body: 'Daarom.', thread: 'comment:c1' }, by('p06', 2)))
  tell(addComment(fold, 'c3', { text: 'plan:b', body: 'Elders' }, by('p06', 3)))
  tell(resolveComment(fold, 'c1', true, by('p06', 4)))
  expect(addComment(fold, 'c4', { text: 'plan:a', body: '  ' }, by('p05', 5))).toEqual([])
  expect(conversations(fold, 'plan:a')).toMatchObject([
    { body: 'Waarom?', by: 'p05', resolved: true, replies: [{ body: 'Daarom.', by: 'p06', at: 2 }] },
  ])
  const version = { text: 'plan:a', automatic: true, snapshot: 'AA==', clients: [7] }
  tell(keepVersion(fold, 'v1', version, by('p05', 6)))
  tell(keepVersion(fold, 'v2', { ...version, clients: [7, 8] }, by('p06', 7)))
  expect([...writersOf(versions(fold, 'plan:a'))]).toEqual([
    [7, 'p05'],
    [8, 'p06'],
  ])
})
