/** The management team in words: addresses, lengths of time, the report as it is read and as a Word file. */
import JSZip from 'jszip'
import { afterEach, describe, expect, test } from 'vitest'
import { language } from '../../extension/text'
import { teamEn } from '../../extension/text/team/en'
import { teamNl } from '../../extension/text/team/nl'
import { parseRoute } from '../../extension/views/dashboard/route'
import { readReport } from '../../extension/views/team/report/content'
import { type DocxInput, docxBytesOf } from '../../extension/views/team/report/docx'
import { numberOf } from '../../extension/views/team/report/FrozenMinutes'
import { meetingHref, type TeamPage, teamHref } from '../../extension/views/team/route'
import { clockWords, hourAfter, meetingName } from '../../extension/views/team/words'
import type { Json } from '../../shared/statement'

afterEach(() => {
  language.value = 'nl'
})

describe('the address of a page of the management team', () => {
  const meeting = { page: 'team', section: 'meeting', meeting: 'mt-2026-11-26' } as const
  test.each<[string, TeamPage]>([
    ['#/team', { page: 'team', section: 'meetings' }],
    ['#/team/voorstellen', { page: 'team', section: 'proposals' }],
    ['#/team/termijnen', { page: 'team', section: 'deadlines' }],
    ['#/team/afspraken', { page: 'team', section: 'agreements' }],
    ['#/team/mt-2026-11-26', { ...meeting, part: 'agenda', version: undefined }],
    ['#/team/mt-2026-11-26/scherm', { ...meeting, part: 'screen', version: undefined }],
    ['#/team/mt-2026-11-26/verslag?versie=2', { ...meeting, part: 'report', version: 2 }],
  ])('%s is read and written alike', (hash, page) => {
    expect(parseRoute(hash)).toEqual(page)
    expect(teamHref(page)).toBe(hash)
  })

  test('that is odd leads to something that exists', () => {
    expect(parseRoute('#/team/x/onzin?versie=-3')).toMatchObject({ part: 'agenda', version: undefined })
    expect(meetingHref('a/b')).toBe('#/team/a%2Fb')
  })
})

test('lengths of time and hours are said as people say them', () => {
  expect([0, 45, 60, 95].map(teamNl.span)).toEqual(['0 min', '45 min', '1 u', '1 u 35 min'])
  expect([0, 67_000, 3_725_000].map(clockWords)).toEqual(['0:00', '1:07', '1:02:05'])
  expect(hourAfter('09:30', 95)).toBe('11:05')
  expect(meetingName({ title: '', day: '2026-11-26' }, '2026-11-21')).toBe('Managementteam, do 26 nov')
})

test('the two languages say the same things', () => {
  const shape = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
      : typeof value === 'function'
        ? value.length
        : typeof value
  expect(shape(teamEn)).toEqual(shape(teamNl))
})

const line = (text: string, more: object = {}): Json => ({
  type: 'line',
  kind: 'text',
  level: 0,
  indent: 0,
  done: false,
  inlines: [{ text }],
  ...more,
})

const CONTENT: Json = {
  format: 'waarborg.report.1',
  meeting: { key: 'mt', title: '', day: '2026-11-26', start: '09:00', where: 'Raadzaal', chair: 'p01' },
  attendance: [
    { member: 'p01', presence: 'present' },
    { member: 'p05', presence: 'excused' },
  ],
  sections: [
    {
      section: 'decision',
      minutes: 10,
      points: [
        { key: 'a', title: 'Kas <tellen>', outcome: 'decision', conclusion: 'Elke week & samen.' },
        { key: 'b', title: 'Telewerk', outcome: null, conclusion: '' },
      ],
    },
  ],
  decisions: [{ point: 'a', title: 'Kas <tellen>', words: 'Elke week & samen.' }],
  actions: [
    {
      point: 'a',
      about: 'measure:m',
      title: 'Kluis kopen',
      owner: 'p05',
      department: 'bur',
      due: '2026-12-24',
    },
  ],
  unfinished: [{ point: 'b', title: 'Telewerk' }],
  minutes: [
    line('Inleiding', { kind: 'heading', level: 1 }),
    line('eerste', { kind: 'number' }),
    line('daaronder', { kind: 'bullet', indent: 1 }),
    line('tweede', { kind: 'number' }),
    {
      type: 'table',
      rows: [
        [
          { header: true, colspan: 1, rowspan: 1, lines: [line('Bedrag')] },
          { header: false, colspan: 1, rowspan: 1, lines: [line('1.204 €')] },
        ],
      ],
    },
    line('', {
      inlines: [
        { text: 'Zie ', bold: true },
        { text: 'de site', href: 'https://zandrode.be/kas' },
        { text: ' en niet ', italic: true },
        { text: 'dit', href: 'javascript:alert(1)' },
        { mention: 'member:p05', label: 'Els Goossens' },
      ],
    }),
  ],
}

describe('the content of a frozen report', () => {
  test('is read whatever it holds', () => {
    expect(readReport(CONTENT)).toMatchObject({
      day: '2026-11-26',
      decisions: [{ words: 'Elke week & samen.' }],
      unfinished: ['b'],
    })
    for (const odd of [
      null,
      3,
      'x',
      [],
      { sections: 'x', minutes: [null, { type: 'nieuw' }, 7], meeting: [] },
    ])
      expect(readReport(odd as Json)).toMatchObject({ title: '', decisions: [], minutes: [] })
  })

  test('never leads to anything but the web', () => {
    const links = readReport(CONTENT).minutes.flatMap((block) =>
      block.type === 'line' ? block.inlines.flatMap(({ href }) => href ?? []) : [],
    )
    expect(links).toEqual(['https://zandrode.be/kas'])
  })

  test('numbers a list through what is indented below it', () => {
    const { minutes } = readReport(CONTENT)
    expect(minutes.map((_, index) => numberOf(minutes, index))).toEqual([0, 1, 0, 2, 0, 0])
  })
})

describe('the report as a Word file', () => {
  const input: DocxInput = {
    content: readReport(CONTENT),
    version: 2,
    reason: 'Bedrag verbeterd',
    hash: 'ab12'.repeat(16),
    frozen: 'Bevroren op do 26 nov 2026 11:04 door An Verlinden.',
    organisation: 'Gemeente Zandrode',
    nameOf: (member) => ({ p01: 'An Verlinden', p05: 'Els Goossens' })[member ?? ''] ?? '',
    department: () => 'Burgerzaken',
    today: '2026-11-26',
  }
  const read = async (): Promise<{ words: string[]; xml: string; footer: string; links: string }> => {
    const zip = await JSZip.loadAsync(await docxBytesOf(input))
    const part = async (name: string): Promise<string> => (await zip.file(name)?.async('string')) ?? ''
    const xml = await part('word/document.xml')
    const words = [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
      [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
    )
    return {
      words,
      xml,
      footer: (await part('word/footer1.xml')).replace(/<[^>]*>/g, ''),
      links: await part('word/_rels/document.xml.rels'),
    }
  }

  test('holds both lists, the points, the minutes, who was there and which version it is', async () => {
    const { words, xml, footer, links } = await read()
    const text = words.join('\n')
    for (const part of [
      'Verslag: Managementteam, do 26 nov 2026',
      'Versie 2. Bevroren op do 26 nov 2026 11:04 door An Verlinden.',
      'Reden van de wijziging: Bedrag verbeterd',
      '1. Kas &lt;tellen&gt;: Elke week &amp; samen.',
      'Kluis kopen',
      'Els Goossens, Burgerzaken',
      'do 24 dec 2026',
      '1. Kas &lt;tellen&gt;: Beslissing: Elke week &amp; samen. (Kluis kopen)',
      '2. Telewerk: Doorgeschoven',
      'Aanwezig: An Verlinden',
      'Verontschuldigd: Els Goossens',
      'Bedrag',
      '1.204 €',
      'Zie de site en niet ditEls Goossens',
    ])
      expect(text).toContain(part)
    expect(words.filter((each) => /^(1|2|•)\.? /.test(each)).slice(-3)).toEqual([
      '1. eerste',
      '• daaronder',
      '2. tweede',
    ])
    expect(xml.match(/<w:tbl>/g)).toHaveLength(2)
    expect(footer).toContain('ab12'.repeat(16))
    expect(links).toContain('https://zandrode.be/kas')
    expect(links).not.toContain('javascript:')
  })

  test('speaks the language of the page', async () => {
    language.value = 'en'
    const { words } = await read()
    expect(words).toContain('Decision list')
    expect(words).not.toContain('Besluitenlijst')
  })
})
