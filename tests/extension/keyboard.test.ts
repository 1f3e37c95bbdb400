// @vitest-environment happy-dom
/** What a key means, which row it goes to, which rows are chosen, and what the palette finds. */
import { cleanup, renderHook } from '@testing-library/preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { useChosen } from '../../extension/views/keyboard/chosen'
import { meaningOf } from '../../extension/views/keyboard/keys'
import { JUMPS } from '../../extension/views/keyboard/pages'
import {
  clearRows,
  extendRows,
  placeOfRow,
  rowHere,
  stepRow,
  toggleRow,
} from '../../extension/views/keyboard/rows'
import { newMeasureFor, parseNew } from '../../extension/views/new/route'
import { type Entry, plainOf, prepare, rank } from '../../extension/views/palette/ranking'
import { verbOf } from '../../extension/views/popup/keys'
import { isTyping } from '../../extension/views/shared/typing'

const NO_KEYS = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, code: '' }
const ON = { isOn: true, isTyping: false }
const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({ ...NO_KEYS, key, ...more })

describe('a key', () => {
  test('alone does what the help says, on a Belgian keyboard too', () => {
    expect(meaningOf(press('j'), ON)).toEqual({ act: 'step', by: 1 })
    expect(meaningOf(press('J', { shiftKey: true }), ON)).toEqual({ act: 'extend', by: 1 })
    // With Caps Lock a letter is still that letter.
    expect(meaningOf(press('X'), ON)).toEqual({ act: 'choose' })
    expect(meaningOf(press('/', { shiftKey: true }), ON)).toEqual({ act: 'search' })
    expect(meaningOf(press('&', { code: 'Digit1' }), ON)).toEqual({ act: 'press', key: '1' })
    expect(meaningOf(press('e'), ON)).toEqual({ act: 'press', key: 'e' })
  })

  test('of the browser is left to it, and Ctrl+K or Cmd+K is the palette, also while one types', () => {
    for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }])
      expect(meaningOf(press('j', more), ON)).toBeUndefined()
    const typing = { isOn: true, isTyping: true }
    expect(meaningOf(press('k', { ctrlKey: true }), typing)).toEqual({ act: 'palette' })
    expect(meaningOf(press('K', { metaKey: true }), typing)).toEqual({ act: 'palette' })
    expect(meaningOf(press('k', { ctrlKey: true, shiftKey: true }), ON)).toBeUndefined()
    expect(verbOf(press('k', { ctrlKey: true }), typing)).toEqual({ verb: 'palette' })
  })

  test('of one letter does nothing while one types, nor when letters are switched off', () => {
    for (const given of [
      { isOn: true, isTyping: true },
      { isOn: false, isTyping: false },
    ])
      for (const key of ['?', '/', 'g', 'a', 'x', 'j', '1', 'u']) {
        expect(meaningOf(press(key), given), key).toBeUndefined()
        expect(verbOf(press(key), given), key).toBeUndefined()
      }
    // Arrows and Enter are not letters.
    expect(verbOf(press('ArrowDown'), { isOn: false, isTyping: false })).toEqual({ verb: 'next' })
  })

  test('belongs to a text in a field or a text, and not in a box to tick', () => {
    document.body.innerHTML =
      '<input id="a"><textarea id="b"></textarea><input id="c" type="checkbox"><p contenteditable="true"><b id="d">x</b></p>'
    const typing = ['a', 'b', 'c', 'd'].filter((id) => isTyping(document.getElementById(id)))
    expect(typing).toEqual(['a', 'b', 'd'])
  })

  test('leads to one page only', () => {
    expect(new Set(JUMPS.map(({ letter }) => letter)).size).toBe(JUMPS.length)
    expect(new Set(JUMPS.map(({ href }) => href)).size).toBe(JUMPS.length)
  })
})

describe('rows', () => {
  const rows = (): string[] =>
    [...document.querySelectorAll<HTMLInputElement>('input:checked')].map((box) => box.id)
  const here = () => placeOfRow(rowHere(document.body))?.about

  beforeEach(() => {
    document.body.innerHTML = [1, 2, 3]
      .map(
        (n) =>
          `<li data-row="dept/bur/2026 check:k${n}/2026-11"><input type="checkbox" data-choose id="box${n}"><a href="#/k${n}">k${n}</a></li>`,
      )
      .join('')
  })

  test('j and k go to the next and the one before, and stay at the ends', () => {
    stepRow(document.body, 1)
    expect(here()).toBe('check:k1/2026-11')
    stepRow(document.body, 1)
    stepRow(document.body, 1)
    expect(here()).toBe('check:k3/2026-11')
    expect(stepRow(document.body, 1)).toBe(true)
    expect(here()).toBe('check:k3/2026-11')
    stepRow(document.body, -1)
    expect(placeOfRow(rowHere(document.body))).toEqual({ room: 'dept/bur/2026', about: 'check:k2/2026-11' })
  })

  test('x chooses, Shift and j choose on, Escape lets go of all', () => {
    stepRow(document.body, 1)
    toggleRow(document.body)
    expect(rows()).toEqual(['box1'])
    toggleRow(document.body)
    expect(rows()).toEqual([])
    extendRows(document.body, 1)
    extendRows(document.body, 1)
    expect(rows()).toEqual(['box1', 'box2', 'box3'])
    expect(clearRows(document.body)).toBe(true)
    expect(rows()).toEqual([])
    expect(clearRows(document.body)).toBe(false)
  })
})

describe('what is chosen', () => {
  afterEach(cleanup)
  const LIST = ['a', 'b', 'c', 'd'] as const
  const choosing = () =>
    renderHook(
      ({ list }: { list: readonly string[] }) =>
        useChosen(
          list,
          (item) => item,
          (item) => item !== 'c',
        ),
      { initialProps: { list: LIST as readonly string[] } },
    )

  test('is, with Shift, all between the last one and this one but what cannot be changed', () => {
    const { result } = choosing()
    act(() => result.current.choose('a', true, false))
    act(() => result.current.choose('d', true, true))
    expect(result.current.items).toEqual(['a', 'b', 'd'])
    act(() => result.current.choose('b', false, false))
    expect(result.current.items).toEqual(['a', 'd'])
  })

  test('leaves with the list', () => {
    const { result, rerender } = choosing()
    act(() => result.current.set(['a', 'b']))
    rerender({ list: ['b', 'd'] })
    expect(result.current.items).toEqual(['b'])
  })
})

describe('the palette', () => {
  const entry = (title: string, more: Partial<Entry> = {}): Entry => ({
    kind: 'check',
    key: title + (more.more ?? ''),
    title,
    more: '',
    weight: 0,
    ...more,
  })
  const ask = (query: string, ...entries: Entry[]): string[] =>
    rank(prepare(entries), query).map(({ title }) => title)

  test('finds without capitals or accents, in any order, and only when every word is found', () => {
    expect(plainOf('Geïnd Écart')).toBe('geind ecart')
    expect(ask('loket KAS', entry('Kas geteld aan het loket'), entry('Kas van het zwembad'))).toEqual([
      'Kas geteld aan het loket',
    ])
    expect(ask('coordinator', entry('Chaima', { more: 'Kwaliteitscoördinator' }))).toEqual(['Chaima'])
  })

  test('puts the beginning of the title before the beginning of a word, that before its middle, and all before what stands below it', () => {
    const found = ask(
      'plan',
      entry('Onderhoud', { more: 'plan van tec' }),
      entry('Meerjarenplanning'),
      entry('Het plan'),
      entry('Plannen van het jaar'),
      entry('Plan'),
    )
    expect(found).toEqual(['Plan', 'Plannen van het jaar', 'Het plan', 'Meerjarenplanning', 'Onderhoud'])
  })

  test('puts what is to be done before what is over, and never a worse fit before a better one', () => {
    expect(ask('kas', entry('Kas oud'), entry('Kas nu', { weight: 5 }))).toEqual(['Kas nu', 'Kas oud'])
    expect(ask('kas', entry('Sterkassen', { weight: 12 }), entry('Kas'))).toEqual(['Kas', 'Sterkassen'])
  })

  test('shows few of one control, so that others are seen too', () => {
    const months = [1, 2, 3, 4].map((n) =>
      entry('Kas geteld', { more: `maand ${n}`, family: 'bur kas', weight: n }),
    )
    expect(ask('kas', ...months, entry('Kas van het zwembad'))).toEqual([
      'Kas geteld',
      'Kas geteld',
      'Kas van het zwembad',
    ])
    // Named closely enough, any of them is found.
    expect(rank(prepare(months), 'kas maand 1').map(({ more }) => more)).toEqual(['maand 1'])
  })

  test('finds by first letters of words, and takes no letters from anywhere', () => {
    expect(ask('kgl', entry('Kas geteld aan het loket'))).toHaveLength(1)
    expect(ask('kts', entry('Kas geteld aan het loket'))).toHaveLength(0)
  })

  test('shows beside the page that is named only what has those words, not little words from anywhere', () => {
    const page = entry('Na te zien', { kind: 'page', weight: 12 })
    const noise = entry('Na de zitting is het verslag te lezen en te zien')
    const phrase = entry('Antwoorden na te zien door de coördinator')
    expect(ask('na te zien', noise, phrase, page)).toEqual(['Na te zien', phrase.title])
    expect(ask('na te zien', noise)).toEqual([noise.title])
  })

  test('offers pages and acts before anything is typed, in their order, and nothing else', () => {
    expect(
      ask(
        '',
        entry('Kas', { weight: 5 }),
        entry('Overzicht', { weight: 12 }),
        entry('Te laat', { weight: 12 }),
      ),
    ).toEqual(['Overzicht', 'Te laat'])
    expect(ask('zwembad', entry('Overzicht', { weight: 12 }))).toEqual([])
  })
})

test('a measure begins with the check one is at, and otherwise only with its department', () => {
  const asked = (href: string) => parseNew(['maatregel'], new URLSearchParams(href.split('?')[1]))
  expect(asked(newMeasureFor({ room: 'dept/bur/2026', about: 'check:kas/2026-11' }))).toEqual({
    sheet: 'new',
    what: 'measure',
    about: 'check:kas/2026-11',
    department: 'bur',
  })
  expect(asked(newMeasureFor({ room: 'dept/bur', about: 'measure:x' }))).toMatchObject({
    about: undefined,
    department: 'bur',
  })
  expect(asked(newMeasureFor(undefined))).toMatchObject({ about: undefined, department: undefined })
  expect(parseNew(['iets'], new URLSearchParams())).toBeUndefined()
})
