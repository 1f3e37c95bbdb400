import { expect, test } from 'vitest'
import { guessMapping, importStatements, previewImport, readTable } from '../../shared/measurement-import'
import { seriesOf } from '../../shared/queries/series'
import { makeAuthor } from '../make'
import { makeIndicator, makeWorld } from './make-indicators'

const share = makeIndicator('dv03', {
  data: 'proportion',
  factor: 100,
  chart: 'p',
  numerator: 'beantwoorde oproepen',
  denominator: 'aangeboden oproepen',
})
const days = makeIndicator('fi01', { data: 'measure', unit: 'dagen' })

const preview = (text: string, indicator = share, mapping = {}, world = makeWorld('2024-06-20')) => {
  const table = readTable(text, indicator)
  const rows = previewImport(
    table,
    { ...guessMapping(table, indicator), ...mapping },
    indicator,
    'fin',
    world,
  )
  return rows.map(({ line, period, value, standing, problems }) => [
    line,
    period,
    value && Math.round(value * 1000) / 1000,
    standing,
    ...problems.map(({ code }) => code),
  ])
}

test('a column pasted from a spreadsheet with its months becomes figures', () => {
  expect(
    preview(
      'Maand\tBeantwoorde oproepen\tAangeboden oproepen\njan 2024\t870\t1.000\nfeb 2024\t1.900\t2.000\n',
    ),
  ).toEqual([
    [2, '2024-01', 87, 'new'],
    [3, '2024-02', 95, 'new'],
  ])
})

test('semicolons with decimal commas, quotes with line breaks and a byte order mark are read', () => {
  const text =
    '\ufeffperiode;waarde;toelichting\n"2024-01";"30,5";"Nieuwe software;\nveel vertraging"\n2024-02;28,25;\n'
  const table = readTable(text, days)
  expect(table.header).toEqual(['periode', 'waarde', 'toelichting'])
  const rows = previewImport(table, guessMapping(table, days), days, 'fin', makeWorld('2024-06-20'))
  expect(rows.map(({ value, input }) => [value, input?.comment])).toEqual([
    [30.5, 'Nieuwe software;\nveel vertraging'],
    [28.25, undefined],
  ])
})

test('commas between the cells are read when decimals have dots', () => {
  expect(preview('period,value\n2024-01,30.5\n2024-02,28\n', days)).toEqual([
    [2, '2024-01', 30.5, 'new'],
    [3, '2024-02', 28, 'new'],
  ])
})

test('a bare column of numbers follows on from the first period', () => {
  expect(preview('30,5\n28\n\n31,25', days, { start: '2023-12' })).toEqual([
    [1, '2023-12', 30.5, 'new'],
    [2, '2024-01', 28, 'new'],
    [4, '2024-02', 31.25, 'new'],
  ])
})

test('a table with its months across is turned', () => {
  expect(preview('\tjan 2024\tfeb 2024\tmrt 2024\nteller\t870\t950\t880\nnoemer\t1000\t1000\t1000')).toEqual([
    [2, '2024-01', 87, 'new'],
    [3, '2024-02', 95, 'new'],
    [4, '2024-03', 88, 'new'],
  ])
})

test('without names the part and the whole are told apart by their size', () => {
  expect(preview('2024-01\t1000\t870\n2024-02\t2000\t1900')).toEqual([
    [1, '2024-01', 87, 'new'],
    [2, '2024-02', 95, 'new'],
  ])
})

test('old percentages without cases are taken as they are, and parts of one as percentages', () => {
  expect(preview('2024-01;87,5 %\n2024-02;90%')).toEqual([
    [1, '2024-01', 87.5, 'new'],
    [2, '2024-02', 90, 'new'],
  ])
  expect(preview('2024-01;0,875\n2024-02;0,9')).toEqual([
    [1, '2024-01', 87.5, 'new'],
    [2, '2024-02', 90, 'new'],
  ])
})

test('every row that cannot be taken over says why, and the others still can', () => {
  const text = [
    'maand;teller;noemer',
    'jan 2024;870;1000',
    'jan 2024;880;1000',
    'febr 2024;1200;1000',
    'maart 2024;veel;1000',
    'Q2 2024;1;2',
    'april;5;10',
    'mei 2024;-;',
    'juni 2024;5;10',
    'april 2024;5;0',
    'Totaal;3000;4000',
    ';;',
    'dec 2023;5;',
  ].join('\n')
  expect(preview(text)).toEqual([
    [2, '2024-01', 87, 'new'],
    [3, '2024-01', undefined, 'wrong', 'period-twice'],
    [4, '2024-02', undefined, 'wrong', 'numerator-above-denominator'],
    [5, '2024-03', undefined, 'wrong', 'not-a-number'],
    [6, undefined, undefined, 'wrong', 'other-rhythm'],
    [7, undefined, undefined, 'wrong', 'year-missing'],
    [8, '2024-05', undefined, 'empty'],
    [9, '2024-06', undefined, 'wrong', 'period-not-over'],
    [10, '2024-04', undefined, 'wrong', 'denominator-zero'],
    [11, undefined, undefined, 'wrong', 'not-a-period'],
    [13, '2023-12', undefined, 'wrong', 'denominator-missing'],
  ])
})

test('a number that could be two things is taken over with a doubt', () => {
  const table = readTable('2024-01;1.234\n2024-02;1.300', days)
  const [row] = previewImport(table, guessMapping(table, days), days, 'fin', makeWorld('2024-06-20'))
  expect(row).toMatchObject({ value: 1234, doubts: [{ column: 1, cell: '1.234' }] })
})

test('what stands already is told from what is new and from what is corrected', () => {
  const world = makeWorld('2024-06-20')
  world.give(share, 'fin', '2024-01', { numerator: 870, denominator: 1000, comment: 'Storing.' })
  world.give(share, 'fin', '2024-02', { numerator: 1900, denominator: 2000, categories: { spits: 4 } })
  const text = '2024-01;870;1000\n2024-02;1800;2000\n2024-03;5;10'
  expect(preview(text, share, {}, world)).toEqual([
    [1, '2024-01', 87, 'same'],
    [2, '2024-02', 90, 'correction'],
    [3, '2024-03', 50, 'new'],
  ])
  const table = readTable(text, share)
  const rows = previewImport(table, guessMapping(table, share), share, 'fin', world)
  const author = makeAuthor('p02')
  const without = importStatements(rows, { indicator: share, department: 'fin' }, world, author)
  expect(without.map(({ room, statements }) => [room, statements.map(({ about }) => about)])).toEqual([
    ['dept/fin/2024', ['measurement:dv03/2024-03']],
  ])
  const [batch] = importStatements(
    rows,
    { indicator: share, department: 'fin', reason: 'Uit het jaarverslag.' },
    world,
    author,
  )
  world.say('dept/fin/2024', () => batch?.statements ?? [])
  const figures = seriesOf(share, 'fin', world).figures
  expect(
    figures.slice(0, 3).map(({ value, corrected, measurement }) => [value, corrected, measurement?.reason]),
  ).toEqual([
    [87, false, ''],
    [90, true, 'Uit het jaarverslag.'],
    [50, false, ''],
  ])
  expect(figures[0]?.measurement?.comment).toBe('Storing.')
  expect(figures[1]?.measurement?.categories).toEqual({ spits: 4 })
})

test('categories with a column of their own come along', () => {
  const complaints = makeIndicator('kl01', {
    data: 'count',
    chart: 'c',
    categories: ['wachttijd', 'hoffelijkheid'],
  })
  const table = readTable('maand;aantal;wachttijd;hoffelijkheid\n2024-01;9;6;3', complaints)
  const [row] = previewImport(
    table,
    guessMapping(table, complaints),
    complaints,
    'fin',
    makeWorld('2024-06-20'),
  )
  expect(row).toMatchObject({ value: 9, input: { categories: { wachttijd: 6, hoffelijkheid: 3 } } })
})

test('an import of nothing is nothing', () => {
  expect(preview('')).toEqual([])
  expect(preview('\n\n')).toEqual([])
  expect(preview('maand;teller;noemer')).toEqual([])
})
