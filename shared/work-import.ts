/**
 * From a spreadsheet of controls or actions to records, by way of a preview: every row with what it would become, or why
 * not, cell by cell. Saves nothing, and works row by row, so that five thousand need not be done in one breath.
 */
import Papa from 'papaparse'
import { keyFrom } from './commands/change'
import { addControl, type ControlInput } from './commands/controls'
import { addMeasure, type MeasureInput, objectionToMeasure } from './commands/measures'
import type { Author, Seen } from './commands/say'
import { undoStatement } from './commands/undo'
import type { Day } from './days'
import { readDelimited } from './delimited'
import type { CONTROL_TYPES, Rhythm } from './kinds/control'
import { type Measure, roomOfMeasure, type Status } from './kinds/measure'
import type { Statement } from './statement'

/** More than this is no list that people keep. */
export const LIMITS = { bytes: 10 * 1_048_576, rows: 20_000, columns: 200, cell: 4_000 } as const

export type Sheet = {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** The row of the file at which `rows` begins, from 1. */
  readonly firstRow: number
  /** Of `rows`, those whose quotes do not fit, and the column in which that is. */
  readonly broken?: ReadonlyMap<number, number>
}
/** @remarks `not-text`: the bytes of something else, as a workbook or a program. */
export type SheetProblem =
  | 'empty'
  | 'not-text'
  | 'too-large'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'cell-too-long'

/** Reads delimited text: tabs, semicolons or commas, with a row of names on top. */
export const readSheet = (text: string): Sheet | SheetProblem => {
  if (text.length > LIMITS.bytes) return 'too-large'
  if (NO_TEXT.test(text)) return 'not-text'
  const body = text.replace(/^\ufeff/, '')
  const { delimiter } = Papa.parse(body, { preview: 10 }).meta
  const { rows, broken } = readDelimited(body, delimiter || ',', LIMITS.rows + 2)
  const sheet = sheetOf(rows)
  if (typeof sheet === 'string') return sheet
  const above = rows.length - sheet.rows.length
  return { ...sheet, broken: new Map([...broken].map(([row, column]) => [row - above, column])) }
}
// Signs that steer a machine. Those of 128 to 159 stay: text that went through the wrong alphabet once has them.
const NO_TEXT = /[^\P{Cc}\s\u007f-\u009f]/u

/** A sheet of cells that were read elsewhere, a workbook for instance. */
export const sheetOf = (cells: readonly (readonly string[])[]): Sheet | SheetProblem => {
  const first = cells.findIndex((row) => row.some((cell) => cell.trim() !== ''))
  if (first < 0) return 'empty'
  if (cells.length - first > LIMITS.rows + 1) return 'too-many-rows'
  if (cells.some(({ length }) => length > LIMITS.columns)) return 'too-many-columns'
  if (cells.some((row) => row.some(({ length }) => length > LIMITS.cell))) return 'cell-too-long'
  const [header = [], ...rows] = cells.slice(first).map((row) => row.map((cell) => cell.trim()))
  return rows.some((row) => row.some((cell) => cell !== '')) ? { header, rows, firstRow: first + 2 } : 'empty'
}

/** What a sheet is about. */
export type Target = 'controls' | 'measures'
export const FIELDS = {
  controls: [
    'title',
    'theme',
    'goal',
    'departments',
    'rhythm',
    'month',
    'ownerRole',
    'evidence',
    'isKey',
    'type',
  ],
  measures: ['title', 'owner', 'department', 'due', 'status', 'priority', 'progress', 'result'],
} as const
export type Field = (typeof FIELDS)[Target][number]
/** Field -> column, counted from 0. */
export type Mapping = Readonly<Partial<Record<Field, number>>>

const NAMES: Readonly<Record<Field, readonly string[]>> = {
  title: [
    'titel',
    'title',
    'controle',
    'control',
    'actie',
    'action',
    'maatregel',
    'measure',
    'omschrijving',
    'item',
  ],
  theme: ['thema', 'theme'],
  goal: ['doelstelling', 'goal', 'doel'],
  departments: ['diensten', 'departments', 'dienst', 'department', 'afdeling'],
  department: ['dienst', 'department', 'afdeling', 'diensten'],
  rhythm: ['ritme', 'rhythm', 'frequentie', 'frequency', 'periodiciteit'],
  month: ['maand', 'month'],
  ownerRole: ['verantwoordelijke functie', 'rol', 'role', 'functie', 'verantwoordelijke', 'eigenaar'],
  evidence: ['bewijs', 'bewijsstuk', 'evidence'],
  isKey: ['sleutelcontrole', 'key control', 'sleutel', 'key'],
  type: ['soort', 'type', 'aard'],
  owner: ['trekker', 'owner', 'eigenaar', 'verantwoordelijke', 'uitvoerder'],
  due: ['einddatum', 'deadline', 'due', 'due date', 'termijn', 'streefdatum', 'datum'],
  status: ['status', 'stand', 'stand van zaken', 'toestand'],
  priority: ['prioriteit', 'priority'],
  progress: ['voortgang', 'progress', '%', 'percentage'],
  result: ['resultaat', 'result', 'opmerking', 'toelichting', 'comment'],
}

/** Which column probably holds what, by its name; a column serves one field. */
export const guessColumns = ({ header }: Sheet, target: Target): Mapping => {
  const taken = new Set<number>()
  const found: Partial<Record<Field, number>> = {}
  for (const field of FIELDS[target]) {
    for (const name of NAMES[field]) {
      const column = header.findIndex((cell, index) => !taken.has(index) && alike(cell) === alike(name))
      if (column < 0) continue
      taken.add(column)
      found[field] = column
      break
    }
  }
  return found
}

export type RowProblem = {
  readonly field: Field
  readonly code:
    | 'title-missing'
    | 'unknown-theme'
    | 'unknown-goal'
    | 'unknown-department'
    | 'unknown-rhythm'
    | 'unknown-member'
    | 'unknown-word'
    | 'not-a-day'
    | 'not-a-number'
    | 'owner-missing'
    | 'due-missing'
    | 'quotes'
  readonly cell: string
}

export type Row = {
  /** The row of the file, from 1. */
  readonly line: number
  readonly cells: readonly string[]
  /** new: it will be added. twice: there is one of that title already. empty: nothing stands in it. */
  readonly standing: 'new' | 'twice' | 'empty' | 'wrong'
  readonly problems: readonly RowProblem[]
  readonly control?: ControlInput
  readonly measure?: MeasureInput
}

/** What names in the sheet are compared with. Titles: of what is there already. */
export type Known = {
  readonly themes: readonly {
    readonly key: string
    readonly code: string
    readonly name: string
    readonly goals: readonly { readonly code: string }[]
  }[]
  readonly departments: readonly { readonly key: string; readonly name: string }[]
  readonly members: readonly { readonly key: string; readonly name: string }[]
  readonly titles: readonly string[]
  /** From when adopted controls run. */
  readonly since: Day
}

/** Reads rows one by one, remembering which titles passed. */
export const createReader = (
  { firstRow, broken }: Sheet,
  target: Target,
  mapping: Mapping,
  known: Known,
): ((cells: readonly string[], index: number) => Row) => {
  const titles = new Set(known.titles.map(alike))
  return (cells, index) => {
    const line = firstRow + index
    if (cells.every((cell) => cell === '')) return { line, cells, standing: 'empty', problems: [] }
    const brokenAt = broken?.get(index)
    if (brokenAt !== undefined) {
      const field = FIELDS[target].find((each) => mapping[each] === brokenAt) ?? 'title'
      const problem: RowProblem = { field, code: 'quotes', cell: cells[brokenAt] ?? '' }
      return { line, cells, standing: 'wrong', problems: [problem] }
    }
    const row = createRow(cells, mapping)
    const input = target === 'controls' ? readControl(row, known) : readMeasure(row, known)
    if (row.problems.length > 0) return { line, cells, standing: 'wrong', problems: row.problems }
    const isTwice = titles.has(alike(input.title))
    titles.add(alike(input.title))
    return {
      line,
      cells,
      standing: isTwice ? 'twice' : 'new',
      problems: [],
      ...(target === 'controls' ? { control: input as ControlInput } : { measure: input as MeasureInput }),
    }
  }
}

/** Every row of a sheet. For large ones a reader is used bit by bit. */
export const previewSheet = (sheet: Sheet, target: Target, mapping: Mapping, known: Known): Row[] => {
  const read = createReader(sheet, target, mapping, known)
  return sheet.rows.map(read)
}

export type Imported = { readonly room: string; readonly statements: readonly Statement[] }

/** The statements of the rows that are new, by room. @param seen the records of a room */
export const statementsOf = (
  rows: readonly Row[],
  seen: (room: string) => Seen,
  author: Author,
): Imported[] => {
  const rooms = new Map<string, Statement[]>()
  for (const { standing, control, measure } of rows) {
    if (standing !== 'new') continue
    const room = control ? 'org' : roomOfMeasure(measure?.department ?? undefined)
    const list = rooms.get(room) ?? []
    rooms.set(room, list)
    if (control) list.push(...addControl(seen(room), keyFrom(control.title, author.id()), control, author))
    if (measure) list.push(...addMeasure(seen(room), keyFrom(measure.title, author.id()), measure, author))
  }
  return [...rooms].map(([room, statements]) => ({ room, statements }))
}

/** Takes a whole import back, as one act. */
export const undoImport = (
  imported: readonly Imported[],
  seen: (room: string) => Seen,
  author: Author,
): Imported[] =>
  imported.map(({ room, statements }) => ({
    room,
    statements: statements.flatMap(({ about, id }) => undoStatement(seen(room).get(about), id, author)),
  }))

// Rows

type Cells = {
  readonly problems: RowProblem[]
  text(field: Field): string
  /** Reads a cell that holds something; notes a problem when it cannot be read. */
  read<T>(field: Field, code: RowProblem['code'], reader: (cell: string) => T | undefined): T | undefined
}

const createRow = (cells: readonly string[], mapping: Mapping): Cells => {
  const problems: RowProblem[] = []
  const text = (field: Field): string => {
    const column = mapping[field]
    return column === undefined ? '' : (cells[column] ?? '')
  }
  return {
    problems,
    text,
    read(field, code, reader) {
      const cell = text(field)
      if (cell === '') return undefined
      const value = reader(cell)
      if (value === undefined) problems.push({ field, code, cell })
      return value
    },
  }
}

const titleOf = ({ text, problems }: Cells): string => {
  const title = text('title')
  if (title === '') problems.push({ field: 'title', code: 'title-missing', cell: '' })
  return title
}

const readControl = (row: Cells, known: Known): ControlInput => {
  const title = titleOf(row)
  const goal = row.read('goal', 'unknown-goal', (cell) =>
    known.themes.flatMap(({ goals }) => goals).find(({ code }) => alike(code) === alike(cell)),
  )
  const theme =
    row.read('theme', 'unknown-theme', (cell) => named(known.themes, cell)) ??
    known.themes.find(({ goals }) => goals.some(({ code }) => code === goal?.code))
  if (!theme && row.text('theme') === '')
    row.problems.push({ field: 'theme', code: 'unknown-theme', cell: row.text('goal') })
  const departments = row.read('departments', 'unknown-department', (cell) => departmentsIn(cell, known))
  const rhythm = row.read('rhythm', 'unknown-rhythm', (cell) => RHYTHM_WORDS[alike(cell)])
  const month = row.read('month', 'not-a-number', monthIn)
  const isKey = row.read('isKey', 'unknown-word', yesOrNo)
  const type = row.read('type', 'unknown-word', (cell) => TYPE_WORDS[alike(cell)])
  return {
    title,
    theme: theme?.key ?? '',
    goal: goal?.code,
    departments: departments ?? [],
    rhythm: rhythm ?? 'yearly',
    month,
    ownerRole: row.text('ownerRole'),
    evidence: row.text('evidence'),
    isKey,
    type,
    since: known.since,
  }
}

const readMeasure = (row: Cells, known: Known): MeasureInput => {
  const title = titleOf(row)
  const owner = row.read('owner', 'unknown-member', (cell) => named(known.members, cell)?.key)
  const department = row.read(
    'department',
    'unknown-department',
    (cell) => named(known.departments, cell)?.key,
  )
  const due = row.read('due', 'not-a-day', dayIn)
  const status = row.read('status', 'unknown-word', (cell) => STATUS_WORDS[alike(cell)])
  const priority = row.read('priority', 'unknown-word', (cell) => PRIORITY_WORDS[alike(cell)])
  const progress = row.read('progress', 'not-a-number', percentIn)
  const fallback: Status = owner && due ? 'planned' : 'proposed'
  const input = {
    title,
    owner,
    department,
    due,
    status: status ?? fallback,
    priority,
    progress,
    result: row.text('result'),
  }
  const objection = title === '' ? undefined : objectionToMeasure(input)
  if (objection === 'owner-missing' && row.text('owner') === '')
    row.problems.push({ field: 'owner', code: objection, cell: '' })
  if (objection === 'due-missing' && row.text('due') === '')
    row.problems.push({ field: 'due', code: objection, cell: '' })
  return input
}

// Words

const alike = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9%]+/g, ' ')
    .trim()

const named = <T extends { readonly key: string; readonly name: string; readonly code?: string }>(
  list: readonly T[],
  cell: string,
): T | undefined => {
  const wanted = alike(cell)
  return list.find(({ key, name, code = key }) => [key, name, code].some((each) => alike(each) === wanted))
}

const departmentsIn = (cell: string, { departments }: Known): readonly string[] | undefined => {
  if (['alle', 'allen', 'all', 'alle diensten'].includes(alike(cell)))
    return departments.map(({ key }) => key)
  const whole = named(departments, cell)
  if (whole) return [whole.key]
  const found = cell.split(/[;,/|]/).map((part) => named(departments, part)?.key)
  return found.every((key) => key !== undefined) ? (found as string[]) : undefined
}

const words = <T>(list: Readonly<Record<string, T>>): Readonly<Record<string, T | undefined>> =>
  Object.assign(Object.create(null), list)

const RHYTHM_WORDS = words<Rhythm>({
  week: 'weekly',
  wekelijks: 'weekly',
  weekly: 'weekly',
  maand: 'monthly',
  maandelijks: 'monthly',
  monthly: 'monthly',
  kwartaal: 'quarterly',
  driemaandelijks: 'quarterly',
  quarterly: 'quarterly',
  halfjaar: 'half-yearly',
  halfjaarlijks: 'half-yearly',
  semester: 'half-yearly',
  'half yearly': 'half-yearly',
  jaar: 'yearly',
  jaarlijks: 'yearly',
  yearly: 'yearly',
})
const TYPE_WORDS = words<(typeof CONTROL_TYPES)[number]>({
  preventief: 'preventive',
  preventive: 'preventive',
  detectief: 'detective',
  detective: 'detective',
  correctief: 'corrective',
  corrective: 'corrective',
})
const STATUS_WORDS = words<Status>({
  voorstel: 'proposed',
  voorgesteld: 'proposed',
  proposed: 'proposed',
  idee: 'proposed',
  gepland: 'planned',
  planned: 'planned',
  'niet gestart': 'planned',
  'te doen': 'planned',
  'in uitvoering': 'running',
  lopend: 'running',
  bezig: 'running',
  running: 'running',
  'in progress': 'running',
  gerealiseerd: 'done',
  klaar: 'done',
  afgerond: 'done',
  uitgevoerd: 'done',
  done: 'done',
  stopgezet: 'stopped',
  geschrapt: 'stopped',
  stopped: 'stopped',
})
const PRIORITY_WORDS = words<Measure['priority']>({
  hoog: 'high',
  high: 'high',
  '1': 'high',
  midden: 'medium',
  gemiddeld: 'medium',
  normaal: 'medium',
  medium: 'medium',
  '2': 'medium',
  laag: 'low',
  low: 'low',
  '3': 'low',
})
const YES_NO = words<boolean>({
  ja: true,
  yes: true,
  x: true,
  '1': true,
  waar: true,
  nee: false,
  no: false,
  '0': false,
  onwaar: false,
})
const yesOrNo = (cell: string): boolean | undefined => YES_NO[alike(cell)]

const MONTHS =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')
const monthIn = (cell: string): number | undefined => {
  const number = Number(cell)
  if (Number.isInteger(number)) return number >= 1 && number <= 12 ? number : undefined
  const index = MONTHS.findIndex((month) => alike(cell).length >= 3 && month.startsWith(alike(cell)))
  return index < 0 ? undefined : index + 1
}

const percentIn = (cell: string): number | undefined => {
  const number = Number(cell.replace('%', '').replace(',', '.').trim())
  const percent = !cell.includes('%') && number > 0 && number < 1 ? number * 100 : number
  return Number.isFinite(percent) && percent >= 0 && percent <= 100 ? Math.round(percent) : undefined
}

/** A day as people write it, the day before the month; or as a workbook counts it. */
const dayIn = (cell: string): Day | undefined => {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(cell) ?? []
  if (year && month && day) return realDay(year, month, day)
  const [, d, m, y] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(cell) ?? []
  if (d && m && y) return realDay(y.length === 2 ? `20${y}` : y, m, d)
  const serial = /^\d{5}$/.test(cell) ? Number(cell) : 0
  if (serial < 36_526 || serial > 73_050) return undefined
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)
}

const realDay = (year: string, month: string, day: string): Day | undefined => {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined
}
