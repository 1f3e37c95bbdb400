/**
 * Reads the content of a frozen report, which may be of a newer version or damaged. Total: of what it does not know it
 * keeps nothing, and never throws.
 */
import { PRESENCES, type Presence } from '../../../../shared/kinds/meeting'
import { POINT_OUTCOMES, type PointOutcome, SECTIONS, type Section } from '../../../../shared/kinds/point'
import type { Json } from '../../../../shared/statement'

export type ReportPoint = {
  readonly key: string
  readonly title: string
  readonly presenter: string | undefined
  readonly behindClosedDoors: boolean
  readonly outcome: PointOutcome | undefined
  readonly conclusion: string
}
export type ReportAction = {
  /** The key of the point it came from. */
  readonly point: string
  readonly about: string
  readonly title: string
  readonly owner: string | undefined
  readonly department: string | undefined
  readonly due: string | undefined
}

export type MinutesInline = {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
  readonly href: string | undefined
}
export type MinutesLine = {
  readonly type: 'line'
  readonly kind: string
  readonly level: number
  readonly indent: number
  readonly done: boolean
  readonly inlines: readonly MinutesInline[]
}
export type MinutesCell = {
  readonly header: boolean
  readonly colspan: number
  readonly rowspan: number
  readonly lines: readonly MinutesLine[]
}
export type MinutesBlock =
  | MinutesLine
  | { readonly type: 'table'; readonly rows: readonly (readonly MinutesCell[])[] }
  | { readonly type: 'rule' }

export type ReportContent = {
  readonly title: string
  readonly day: string
  readonly start: string | undefined
  readonly where: string
  readonly chair: string | undefined
  readonly secretary: string | undefined
  readonly behindClosedDoors: boolean
  readonly attendance: readonly { readonly member: string; readonly presence: Presence }[]
  readonly sections: readonly { readonly section: Section; readonly points: readonly ReportPoint[] }[]
  readonly decisions: readonly { readonly point: string; readonly title: string; readonly words: string }[]
  readonly actions: readonly ReportAction[]
  readonly unfinished: readonly string[]
  readonly minutes: readonly MinutesBlock[]
}

export const readReport = (content: Json): ReportContent => {
  const whole = object(content)
  const meeting = object(whole.meeting)
  return {
    title: text(meeting.title),
    day: text(meeting.day),
    start: textOrNone(meeting.start),
    where: text(meeting.where),
    chair: textOrNone(meeting.chair),
    secretary: textOrNone(meeting.secretary),
    behindClosedDoors: meeting.behindClosedDoors === true,
    attendance: list(whole.attendance).flatMap((each) => {
      const { member, presence } = object(each)
      const known = PRESENCES.find((word) => word === presence)
      return typeof member === 'string' && known ? [{ member, presence: known }] : []
    }),
    sections: list(whole.sections).map((each) => {
      const { section, points } = object(each)
      const known = SECTIONS.find((word) => word === section) ?? 'varia'
      return { section: known, points: list(points).map(pointFrom) }
    }),
    decisions: list(whole.decisions).map((each) => {
      const { point, title, words } = object(each)
      return { point: text(point), title: text(title), words: text(words) }
    }),
    actions: list(whole.actions).map(actionFrom),
    unfinished: list(whole.unfinished).map((each) => text(object(each).point)),
    minutes: list(whole.minutes).flatMap(blockFrom),
  }
}

/** Whether the minutes say anything at all. */
export const hasMinutes = ({ minutes }: Pick<ReportContent, 'minutes'>): boolean =>
  minutes.some((block) => block.type !== 'line' || block.inlines.some((inline) => inline.text.trim() !== ''))

/** What came of a point: its conclusion and the measures that were agreed under it. */
export const resultOf = (
  { actions }: Pick<ReportContent, 'actions'>,
  { key, conclusion }: ReportPoint,
): string => {
  const titles = actions.filter(({ point }) => point === key).map(({ title }) => title)
  const agreed = titles.join('; ')
  if (conclusion === '' || agreed === '') return conclusion || agreed
  return `${conclusion} (${agreed})`
}

const pointFrom = (value: Json): ReportPoint => {
  const point = object(value)
  return {
    key: text(point.key),
    title: text(point.title),
    presenter: textOrNone(point.presenter),
    behindClosedDoors: point.behindClosedDoors === true,
    outcome: POINT_OUTCOMES.find((word) => word === point.outcome),
    conclusion: text(point.conclusion),
  }
}

const actionFrom = (value: Json): ReportAction => {
  const { point, about, title, owner, department, due } = object(value)
  return {
    point: text(point),
    about: text(about),
    title: text(title),
    owner: textOrNone(owner),
    department: textOrNone(department),
    due: textOrNone(due),
  }
}

const blockFrom = (value: Json): MinutesBlock[] => {
  const block = object(value)
  if (block.type === 'rule') return [{ type: 'rule' }]
  if (block.type === 'line') return [lineFrom(block)]
  if (block.type !== 'table') return []
  return [{ type: 'table', rows: list(block.rows).map((row) => list(row).map(cellFrom)) }]
}

const cellFrom = (value: Json): MinutesCell => {
  const { header, colspan, rowspan, lines } = object(value)
  return {
    header: header === true,
    colspan: spanFrom(colspan),
    rowspan: spanFrom(rowspan),
    lines: list(lines).map((line) => lineFrom(object(line))),
  }
}

const lineFrom = ({ kind, level, indent, done, inlines }: Readonly<Record<string, Json>>): MinutesLine => ({
  type: 'line',
  kind: text(kind),
  level: within(level, 1, 3),
  indent: within(indent, 0, 6),
  done: done === true,
  inlines: list(inlines).flatMap(inlineFrom),
})

const inlineFrom = (value: Json): MinutesInline[] => {
  const { text: words, label, bold, italic, href, break: isBreak } = object(value)
  const plain = isBreak === true ? '\n' : text(words) || text(label)
  if (plain === '') return []
  return [{ text: plain, bold: bold === true, italic: italic === true, href: webAddress(href) }]
}

const webAddress = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && /^https?:\/\//i.test(value) ? value : undefined

const within = (value: Json | undefined, low: number, high: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.round(Math.min(high, Math.max(low, value))) : low

const spanFrom = (value: Json | undefined): number => within(value, 1, 20)

const object = (value: Json | undefined): Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, Json>) : {}
const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')
const textOrNone = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined
