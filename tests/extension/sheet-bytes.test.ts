/** Files as people and as attackers bring them: read, or refused with the right word before they are unpacked. */
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readBytes, UNPACKED } from '../../extension/state/sheet-bytes'
import { LIMITS, type Sheet } from '../../shared/work-import'
import { makeWorkbook, sheetOf } from '../workbook'

const text = (words: string): Uint8Array => new TextEncoder().encode(words)
const sheetIn = async (bytes: Uint8Array): Promise<Sheet> => {
  const found = await readBytes(bytes)
  if (typeof found === 'string') throw new Error(found)
  return found
}

const HEADER = ['Actie', 'Einddatum', 'Voortgang'] as const

describe('a list', () => {
  test('of a workbook is read as people would have typed it: words, numbers, and days', async () => {
    const bytes = makeWorkbook([
      [...HEADER],
      ['Kas & kluis <nazien>', { day: '2026-11-30' }, 0.4],
      [undefined, undefined, undefined],
      ['Tweede', '30/11/2026', 1],
    ])
    const { header, rows, firstRow } = await sheetIn(bytes)
    expect(header).toEqual(HEADER)
    expect(firstRow).toBe(2)
    expect(rows[0]).toEqual(['Kas & kluis <nazien>', '2026-11-30', '0.4'])
    expect(rows.at(-1)).toEqual(['Tweede', '30/11/2026', '1'])
  })

  test('keeps its row numbers although rows in between are empty', async () => {
    const bytes = makeWorkbook([[...HEADER], [], [], ['Vierde rij', undefined, undefined]])
    const { rows, firstRow } = await sheetIn(bytes)
    expect(firstRow + rows.findIndex(([title]) => title === 'Vierde rij')).toBe(4)
  })

  test('of a sheet that somebody coloured down to its last row and column is read all the same', async () => {
    const coloured = `<row r="1"><c r="A1" t="inlineStr"><is><t>Actie</t></is></c><c r="XFD1" s="1"/></row><row r="2"><c r="A2" t="inlineStr"><is><t>Eerste</t></is></c></row><row r="1048576" s="1"><c r="A1048576" s="1"/></row>`
    const { header, rows } = await sheetIn(
      makeWorkbook([], { 'xl/worksheets/sheet1.xml': sheetOf(coloured) }),
    )
    expect(header).toEqual(['Actie'])
    expect(rows).toEqual([['Eerste']])
  })

  test('is read with its letters, whichever alphabet the text was kept in', async () => {
    const line = 'Actie\nFinanciën nazien\n'
    const latin = Uint8Array.from([...line].map((letter) => letter.charCodeAt(0)))
    const wide = new Uint8Array(2 + line.length * 2)
    wide.set([0xff, 0xfe])
    new Uint16Array(wide.buffer, 2).set([...line].map((letter) => letter.charCodeAt(0)))
    for (const bytes of [text(line), text(`\ufeff${line}`), latin, wide])
      expect((await sheetIn(bytes)).rows).toEqual([['Financiën nazien']])
  })
})

describe('refused with a word for it', () => {
  test.each<[string, Uint8Array, string]>([
    [
      'an old workbook, or one with a password',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      'old-workbook',
    ],
    [
      'something packed that is no workbook',
      zipSync({ 'word/document.xml': text('<w/>') }),
      'not-a-workbook',
    ],
    ['half a workbook', makeWorkbook([['Actie'], ['Een']]).slice(0, 300), 'unreadable'],
    ['a program', Uint8Array.from([0x4d, 0x5a, 0, 0, 3, 0]), 'not-text'],
    ['a program without a zero byte', Uint8Array.from([0x4d, 0x5a, 0x90]), 'not-text'],
    ['a workbook with nothing in it', makeWorkbook([]), 'empty'],
    [
      'a workbook whose sheet is no sheet',
      makeWorkbook([], { 'xl/worksheets/sheet1.xml': '<<<' }),
      'unreadable',
    ],
    [
      'more parts than a workbook has',
      makeWorkbook(
        [['Actie']],
        Object.fromEntries(
          Array.from({ length: UNPACKED.entries }, (_, index) => [`x/${index}.xml`, '<x/>']),
        ),
      ),
      'too-much-inside',
    ],
    [
      'a cell in the farthest corner',
      makeWorkbook([], {
        'xl/worksheets/sheet1.xml': sheetOf('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
      }),
      'too-many-columns',
    ],
    [
      'a row at the far end',
      makeWorkbook([], {
        'xl/worksheets/sheet1.xml': sheetOf('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
      }),
      'too-many-rows',
    ],
    ['more rows than a list has', text(`Actie\n${'x\n'.repeat(LIMITS.rows + 5)}`), 'too-many-rows'],
  ])('%s', async (_, bytes, word) => {
    expect(await readBytes(bytes)).toBe(word)
  })

  test('a bomb, before anything of it is unpacked', async () => {
    const bomb = zipSync({
      ...unzipSync(makeWorkbook([['Actie'], ['Een']])),
      'xl/worksheets/sheet2.xml': new Uint8Array(UNPACKED.bytes + 1),
    })
    expect(bomb.length).toBeLessThan(200_000)
    const before = process.memoryUsage().arrayBuffers
    expect(await readBytes(bomb)).toBe('too-much-inside')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5_000_000)
  })

  test('a bomb that says it is small', async () => {
    const bomb = zipSync({
      ...unzipSync(makeWorkbook([['Actie'], ['Een']])),
      'xl/sharedStrings.xml': new Uint8Array(40_000_000),
    })
    // The list of contents at the end of the file says how large each part becomes.
    const view = new DataView(bomb.buffer)
    for (let at = 0; at < bomb.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 40_000_000)
        view.setUint32(at + 24, 100, true)
    const found = await readBytes(bomb)
    // What was said is all there is room for, so nothing larger comes of it.
    expect(typeof found === 'string' || found.rows.length === 1).toBe(true)
  })
})
