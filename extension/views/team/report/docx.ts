/** The report as a Word file. Its library is large: loaded only when somebody asks for the file. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { dayWords } from '../../../text/dates'
import { m } from '../say'
import { meetingTitle } from '../words'
import {
  hasMinutes,
  type MinutesBlock,
  type MinutesInline,
  type MinutesLine,
  type ReportContent,
  resultOf,
} from './content'
import { numberOf, signOf } from './FrozenMinutes'

export type DocxInput = {
  readonly content: ReportContent
  readonly version: number
  /** Why this version was made; '' of the first. */
  readonly reason: string
  readonly hash: string
  /** Who froze it, and when, in a sentence. */
  readonly frozen: string
  readonly organisation: string
  nameOf(member: string | undefined): string
  department(key: string): string
  readonly today: string
}

/** Makes the file. */
export const docxOf = (input: DocxInput): Promise<Blob> => Packer.toBlob(documentOf(input))

/** The same as bytes: where there is no `Blob` to make. */
export const docxBytesOf = (input: DocxInput): Promise<Uint8Array> =>
  Packer.toArrayBuffer(documentOf(input)).then((buffer) => new Uint8Array(buffer))

const documentOf = (input: DocxInput): Document => {
  const { content, version, reason, hash, frozen, organisation } = input
  const words = m().report
  const title = `${meetingTitle(content)}, ${dayWords(content.day)}`
  return new Document({
    title: words.title(title),
    creator: organisation,
    styles: { default: { document: { run: { font: 'Calibri', size: 22 } } } },
    sections: [
      {
        footers: { default: footer(hash) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(words.title(title))] }),
          line(organisation),
          line([version > 1 && words.version(version), frozen].filter(Boolean).join('. ')),
          ...(reason === '' ? [] : [line(words.laterVersion(version, reason))]),
          ...facts(input),
          ...decisions(content),
          ...actions(input),
          ...points(input),
          heading(words.minutes),
          ...(hasMinutes(content)
            ? content.minutes.flatMap(blockOf(content.minutes))
            : [line(words.noMinutes)]),
        ],
      },
    ],
  })
}

const heading = (text: string, level: 1 | 2 | 3 = 1): Paragraph =>
  new Paragraph({
    heading:
      [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3][level - 1] ??
      HeadingLevel.HEADING_3,
    keepNext: true,
    children: [new TextRun(text)],
  })

const line = (text: string): Paragraph =>
  new Paragraph({ spacing: { after: 80 }, children: [new TextRun(text)] })

const labelled = (label: string, text: string): Paragraph =>
  new Paragraph({
    spacing: { after: 80 },
    children: [new TextRun({ text: label, bold: true }), new TextRun(text === '' ? '' : `: ${text}`)],
  })

const facts = ({ content, nameOf }: DocxInput): Paragraph[] => {
  const words = m()
  const { attendance, chair, secretary, where, start } = content
  const people = (presence: 'present' | 'excused' | 'absent'): string =>
    attendance
      .filter((each) => each.presence === presence)
      .map(({ member }) => nameOf(member))
      .join(', ')
  const rows: readonly (readonly [string, string])[] = [
    [words.meeting.chair, nameOf(chair)],
    [words.meeting.secretary, nameOf(secretary)],
    [words.form.where, [where, start].filter(Boolean).join(', ')],
    [words.report.attendance, people('present')],
    [words.report.excused, people('excused')],
    [words.report.absent, people('absent')],
  ]
  return rows.filter(([, value]) => value !== '').map(([label, value]) => labelled(label, value))
}

const decisions = (content: ReportContent): Paragraph[] => {
  const words = m().report
  if (content.decisions.length === 0) return [heading(words.decisions), line(words.noDecisions)]
  return [
    heading(words.decisions),
    ...content.decisions.map(({ title, words: said }, index) => labelled(`${index + 1}. ${title}`, said)),
  ]
}

const actions = ({ content, nameOf, department }: DocxInput): (Paragraph | Table)[] => {
  const words = m().report
  if (content.actions.length === 0) return [heading(words.actions), line(words.noActions)]
  const row = (cells: readonly string[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      children: cells.map((text) =>
        cell([new Paragraph({ children: [new TextRun({ text, bold: isHead })] })]),
      ),
    })
  return [
    heading(words.actions),
    table([
      row([words.what, words.who, words.by], true),
      ...content.actions.map(({ title, owner, department: key, due }) =>
        row(
          [
            title,
            [owner && nameOf(owner), key && department(key)].filter(Boolean).join(', '),
            due ? dayWords(due) : '',
          ],
          false,
        ),
      ),
    ]),
  ]
}

const points = ({ content, nameOf }: DocxInput): Paragraph[] => {
  const words = m()
  let number = 0
  return [
    heading(words.report.points),
    ...content.sections.flatMap(({ section, points: own }) => [
      heading(words.sections[section], 2),
      ...own.flatMap((point) => {
        number += 1
        const marks = [
          point.presenter && nameOf(point.presenter),
          point.behindClosedDoors && words.report.closedPart,
        ].filter(Boolean)
        return [
          labelled(
            `${number}. ${point.title}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`,
            point.outcome
              ? [words.outcomes[point.outcome], resultOf(content, point)].filter(Boolean).join(': ')
              : content.unfinished.includes(point.key)
                ? words.report.carried
                : words.report.noOutcome,
          ),
        ]
      }),
    ]),
  ]
}

const blockOf =
  (all: readonly MinutesBlock[]) =>
  (block: MinutesBlock, index: number): (Paragraph | Table)[] => {
    if (block.type === 'line') return [lineOf(block, numberOf(all, index))]
    if (block.type === 'rule')
      return [
        new Paragraph({
          border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '999999', space: 1 } },
        }),
      ]
    if (block.rows.length === 0) return []
    return [
      table(
        block.rows.map(
          (row) =>
            new TableRow({
              children: row.map(({ lines, colspan, rowspan }) =>
                cell(
                  lines.length === 0 ? [new Paragraph({})] : lines.map((each, at) => lineOf(each, at + 1)),
                  { columnSpan: colspan, rowSpan: rowspan },
                ),
              ),
            }),
        ),
      ),
    ]
  }

const lineOf = (written: MinutesLine, number: number): Paragraph => {
  const runs = written.inlines.map(runOf)
  if (written.kind === 'heading') {
    // The report's own headings stand above those of the minutes.
    const level = [HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4][written.level - 1]
    return new Paragraph({ heading: level ?? HeadingLevel.HEADING_4, children: runs })
  }
  const sign = signOf(written, number)
  if (sign === undefined)
    return new Paragraph({
      spacing: { after: 80 },
      ...(written.kind === 'quote' && { indent: { left: 400 } }),
      children: runs,
    })
  return new Paragraph({
    indent: { left: 400 * (written.indent + 1), hanging: 300 },
    children: [new TextRun(`${sign} `), ...runs],
  })
}

const runOf = ({ text, bold, italic, href }: MinutesInline): ParagraphChild => {
  if (text === '\n') return new TextRun({ text: '', break: 1 })
  if (href)
    return new ExternalHyperlink({
      link: href,
      children: [new TextRun({ text, bold, italics: italic, style: 'Hyperlink' })],
    })
  return new TextRun({ text, bold, italics: italic })
}

const table = (rows: TableRow[]): Table =>
  new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, layout: TableLayoutType.AUTOFIT, rows })

const cell = (children: Paragraph[], spans: { columnSpan?: number; rowSpan?: number } = {}): TableCell =>
  new TableCell({ ...spans, margins: { top: 60, bottom: 60, left: 100, right: 100 }, children })

const footer = (hash: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.LEFT,
        children: [
          new TextRun({ text: `${m().report.footer(hash)} · `, size: 16 }),
          new TextRun({ children: [`${m().report.pageOf} `, PageNumber.CURRENT], size: 16 }),
        ],
      }),
    ],
  })
