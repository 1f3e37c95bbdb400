/** A spreadsheet of last year becomes controls or measures, row by row, with every error where it stands. */
import { expect, test } from 'vitest'
import { roomOfMeasure } from '../../shared/kinds/measure'
import { THEMES } from '../../shared/libraries/themes'
import {
  guessColumns,
  type Known,
  LIMITS,
  previewSheet,
  readSheet,
  type Sheet,
  statementsOf,
  type Target,
  undoImport,
} from '../../shared/work-import'
import { makeAuthor, recordsOf } from '../make'

const KNOWN: Known = {
  themes: THEMES,
  departments: [
    { key: 'tec', name: 'Technische uitvoering (wegen, groen)' },
    { key: 'bur', name: 'Burgerzaken en onthaal' },
  ],
  members: [{ key: 'p05', name: 'Els Goossens' }],
  titles: ['Bestaat al'],
  since: '2027-01-01',
}
const sheetIn = (text: string): Sheet => {
  const sheet = readSheet(text)
  if (typeof sheet === 'string') throw new Error(sheet)
  return sheet
}
const preview = (text: string, target: Target) => {
  const sheet = sheetIn(text)
  return previewSheet(sheet, target, guessColumns(sheet, target), KNOWN)
}

test('a list of actions is read as people keep it, with days before months and words of their own', () => {
  const rows = preview(
    [
      'Actie;Trekker;Dienst;Einddatum;Status;Prioriteit;Voortgang',
      'Tellen met twee;Els Goossens;burgerzaken en onthaal;1/2/2027;In uitvoering;Hoog;40 %',
      'Idee voor later;;;;;;',
      ';;;;;;',
      'Werkboekdag;els goossens;tec;46388;gepland;2;0,5',
    ].join('\n'),
    'measures',
  )
  expect(rows.map(({ line, standing }) => [line, standing])).toEqual([
    [2, 'new'],
    [3, 'new'],
    [4, 'empty'],
    [5, 'new'],
  ])
  expect(rows[0]?.measure).toMatchObject({
    title: 'Tellen met twee',
    owner: 'p05',
    department: 'bur',
    due: '2027-02-01',
    status: 'running',
    priority: 'high',
    progress: 40,
  })
  expect(rows[1]?.measure).toMatchObject({ status: 'proposed' })
  expect(rows[3]?.measure).toMatchObject({ due: '2027-01-01', progress: 50 })
})

test('every cell that cannot be read is named, and its row is left out', () => {
  const rows = preview(
    [
      'Actie;Trekker;Dienst;Einddatum;Status',
      'A;Onbekende;Nergens;31/02/2027;misschien',
      ';Els Goossens;tec;01/03/2027;gepland',
      'B;;tec;;lopend',
      'Bestaat al;;;;',
      'C;;;;',
      'c ;;;;',
    ].join('\n'),
    'measures',
  )
  expect(rows.map(({ problems }) => problems.map(({ field, code }) => `${field} ${code}`))).toEqual([
    ['owner unknown-member', 'department unknown-department', 'due not-a-day', 'status unknown-word'],
    ['title title-missing'],
    ['owner owner-missing'],
    [],
    [],
    [],
  ])
  expect(rows.map(({ standing }) => standing)).toEqual(['wrong', 'wrong', 'wrong', 'twice', 'new', 'twice'])
})

test('a list of controls is read with themes by code, name or goal, and departments by name', () => {
  const rows = preview(
    [
      'Controle\tThema\tDoelstelling\tDiensten\tFrequentie\tMaand\tSleutelcontrole\tSoort',
      'Kas geteld\tFinancieel management\tT4.4\talle\tkwartaal\t\tja\tdetectief',
      'Kader herzien\t\tT0.1\ttec; bur\tjaarlijks\tmaart\tnee\tPreventief',
      'Fout\tKoken\t\tTechnische uitvoering (wegen, groen)\tsoms\t13\t\t',
    ].join('\n'),
    'controls',
  )
  expect(rows[0]?.control).toMatchObject({
    theme: 'financieel',
    goal: 'T4.4',
    departments: ['tec', 'bur'],
    rhythm: 'quarterly',
    isKey: true,
    type: 'detective',
    since: '2027-01-01',
  })
  expect(rows[1]?.control).toMatchObject({ theme: 'aanpak', rhythm: 'yearly', month: 3, isKey: false })
  expect(rows[2]?.problems.map(({ code }) => code)).toEqual([
    'unknown-theme',
    'unknown-rhythm',
    'not-a-number',
  ])
})

test('a quote that does not fit spoils its own row only, and the last line break is no row', () => {
  const rows = preview(
    [
      'Actie;Dienst',
      '"Goed";bur',
      '"Kas" geteld;bur',
      '"Op twee\nregels, en ""zo""";bur',
      'Niet gesloten;"bur',
      'Laatste;tec',
      '',
    ].join('\r\n'),
    'measures',
  )
  expect(rows.map(({ standing }) => standing)).toEqual(['new', 'wrong', 'new', 'wrong', 'new'])
  expect(rows[1]?.problems).toEqual([{ field: 'title', code: 'quotes', cell: '"Kas" geteld' }])
  expect(rows[2]?.measure?.title).toBe('Op twee\nregels, en "zo"')
  expect(rows[3]?.problems).toEqual([{ field: 'department', code: 'quotes', cell: '"bur' }])
  expect(rows[4]?.measure).toMatchObject({ title: 'Laatste', department: 'tec' })
})

test('what is taken over comes in its own rooms, and is taken back as one act', () => {
  const rooms = new Map([
    ['dept/bur', recordsOf([])],
    ['team', recordsOf([])],
  ])
  const seen = (room: string) => rooms.get(room) ?? recordsOf([])
  const rows = preview('Actie;Dienst\nEen;bur\nTwee;\nDrie;bur', 'measures')
  const imported = statementsOf(rows, seen, makeAuthor('p03'))
  expect(imported.map(({ room, statements }) => [room, statements.length])).toEqual([
    [roomOfMeasure('bur'), 2],
    ['team', 1],
  ])
  for (const { room, statements } of imported) seen(room).insert(0, statements)
  for (const { room, statements } of undoImport(imported, seen, makeAuthor('p03'))) {
    expect(statements).toHaveLength(room === 'team' ? 1 : 2)
    seen(room).insert(seen(room).length, statements)
  }
  for (const [, records] of rooms)
    for (const { fields } of records.all()) expect(fields.get('title')?.value).toBeNull()
})

test('five thousand rows are read, and what is no list is refused with a word for it', () => {
  const many = Array.from({ length: 5_000 }, (_, index) => `Actie ${index};bur`)
  expect(
    preview(['Actie;Dienst', ...many].join('\n'), 'measures').every(({ standing }) => standing === 'new'),
  ).toBe(true)
  expect(readSheet('')).toBe('empty')
  expect(readSheet('Actie;Dienst\n;')).toBe('empty')
  expect(readSheet('PK\u0003\u0004xl/workbook.xml')).toBe('not-text')
  expect(readSheet('MZ\u0000\u0000')).toBe('not-text')
  expect(readSheet('a\n'.repeat(LIMITS.rows + 5))).toBe('too-many-rows')
  expect(readSheet(`a\n${';'.repeat(LIMITS.columns + 1)}`)).toBe('too-many-columns')
  expect(readSheet(`a\n${'x'.repeat(LIMITS.cell + 1)}`)).toBe('cell-too-long')
  expect(readSheet('a'.repeat(LIMITS.bytes + 1))).toBe('too-large')
})

test.each(['__proto__', 'constructor', 'toString', '=HYPERLINK("http://x")', '<script>'])(
  'a cell with %s is words and nothing else',
  (cell) => {
    const [row] = preview(`Actie;Status\n${cell.replaceAll('"', '')};${cell.replaceAll('"', '')}`, 'measures')
    expect(row?.problems.map(({ code }) => code)).toEqual(['unknown-word'])
  },
)
