/** From a spreadsheet: paste or open, see what each row becomes or why not, and take it over as one act. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import { yearOfPeriod } from '../../../../shared/kinds/check'
import type { Indicator } from '../../../../shared/kinds/indicator'
import type * as Import from '../../../../shared/measurement-import'
import type { ImportProblem, ImportRow, Mapping, Table } from '../../../../shared/measurement-import'
import { spansOfYear } from '../../../../shared/queries/measuring-periods'
import { nameOf, t } from '../../../text'
import { periodWords } from '../../../text/dates'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { Field } from '../../../ui/Field'
import { useModel } from '../../dashboard/context'
import { inWords, q } from '../say'
import { DASH, figureWords, numberWords } from '../words'
import { useWorld } from '../world'

type Importer = typeof Import

export const ImportDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { look, quality } = useWorld()
  const importer = useImporter()
  const indicators = look.indicators.value.filter((indicator) =>
    indicator.departments.some((key) => mayWrite(quality.mayChart, key)),
  )
  const [key, setKey] = useState(quality.myFigures.value[0]?.indicator.key ?? indicators[0]?.key ?? '')
  const indicator = indicators.find((each) => each.key === key) ?? indicators[0]
  const departments = (indicator?.departments ?? []).filter((each) => mayWrite(quality.mayChart, each))
  const [wanted, setWanted] = useState(quality.myFigures.value[0]?.department ?? '')
  const department = departments.includes(wanted) ? wanted : departments[0]
  const [text, setText] = useState('')
  return (
    <Dialog wide title={q().import.title} closeLabel={t().app.close} onClose={onClose}>
      {indicator === undefined || department === undefined ? (
        <p>{q().enter.mayNot}</p>
      ) : (
        <div class="form">
          <p>{q().import.intro}</p>
          <Target
            indicators={indicators}
            indicator={indicator}
            departments={departments}
            department={department}
            onIndicator={setKey}
            onDepartment={setWanted}
          />
          <Source indicator={indicator} text={text} onText={setText} />
          {text.trim() !== '' && importer && (
            <Rows
              // Another text or indicator is another table: what was chosen for the last one does not hold.
              key={`${indicator.key} ${text.length} ${text.slice(0, 80)}`}
              importer={importer}
              indicator={indicator}
              department={department}
              text={text}
              onDone={onClose}
            />
          )}
        </div>
      )}
    </Dialog>
  )
}

const mayWrite = (mayChart: (place: { department: string }) => boolean, department: string): boolean =>
  mayChart({ department })

const useImporter = (): Importer | undefined => {
  const [importer, setImporter] = useState<Importer | undefined>()
  useEffect(() => {
    import('../../../../shared/measurement-import').then((module) => setImporter(() => module))
  }, [])
  return importer
}

const Target = ({
  indicators,
  indicator,
  departments,
  department,
  onIndicator,
  onDepartment,
}: {
  readonly indicators: readonly Indicator[]
  readonly indicator: Indicator
  readonly departments: readonly string[]
  readonly department: string
  readonly onIndicator: (key: string) => void
  readonly onDepartment: (key: string) => void
}) => {
  const { department: known } = useModel()
  return (
    <div class="form-row">
      <Field label={q().import.indicator}>
        {(input) => (
          <select
            {...input}
            value={indicator.key}
            onChange={({ currentTarget }) => onIndicator(currentTarget.value)}
          >
            {indicators.map((each) => (
              <option key={each.key} value={each.key}>
                {inWords(each, 'name')}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={q().import.department}>
        {(input) => (
          <select
            {...input}
            value={department}
            onChange={({ currentTarget }) => onDepartment(currentTarget.value)}
          >
            {departments.map((key) => {
              const record = known.value.get(key)
              return (
                <option key={key} value={key}>
                  {record ? nameOf(record) : key}
                </option>
              )
            })}
          </select>
        )}
      </Field>
    </div>
  )
}

// A figure a week for a hundred years is smaller.
const LARGEST = 2_000_000

const Source = ({
  indicator,
  text,
  onText,
}: {
  readonly indicator: Indicator
  readonly text: string
  readonly onText: (text: string) => void
}) => {
  const words = q().import
  const [trouble, setTrouble] = useState<'fileFailed' | 'fileLarge' | undefined>()
  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const fail = (why: 'fileFailed' | 'fileLarge'): void => {
      // What was read before is not what this file holds.
      onText('')
      setTrouble(why)
    }
    if (file.size > LARGEST) return fail('fileLarge')
    try {
      onText(await textOf(file))
      setTrouble(undefined)
    } catch {
      // Said in the form, with what to do about it.
      fail('fileFailed')
    }
  }
  const isFraction = indicator.data === 'proportion' || indicator.data === 'rate'
  const parts = isFraction
    ? [words.holds.period, words.holds.numerator, words.holds.denominator]
    : [words.holds.period, words.holds.value]
  return (
    <>
      <Field label={words.paste} hint={words.example(parts.join(' · '))}>
        {(input) => (
          <textarea
            {...input}
            class="input import-text"
            rows={5}
            spellcheck={false}
            value={text}
            onInput={({ currentTarget }) => onText(currentTarget.value)}
          />
        )}
      </Field>
      <Field label={words.file} error={trouble && words[trouble]}>
        {(input) => (
          <input
            {...input}
            type="file"
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            onChange={({ currentTarget }) => void open(currentTarget.files?.[0])}
          />
        )}
      </Field>
    </>
  )
}

/** Spreadsheets write CSV in UTF-8 or in the alphabet of Windows. Rejects for what is no text at all. */
const textOf = async (file: File): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes.includes(0)) throw new Error('no text')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8: then what older spreadsheets write.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const Rows = ({
  importer,
  indicator,
  department,
  text,
  onDone,
}: {
  readonly importer: Importer
  readonly indicator: Indicator
  readonly department: string
  readonly text: string
  readonly onDone: () => void
}) => {
  const { look, quality } = useWorld()
  const { toast, department: known, store } = useModel()
  const table = useMemo(() => importer.readTable(text, indicator), [importer, text, indicator])
  const [mapping, setMapping] = useState<Mapping>(() =>
    withStart(importer.guessMapping(table, indicator), indicator, store.today.value),
  )
  const [reason, setReason] = useState('')
  const ground = look.ground.value
  const rows = useMemo(
    () => importer.previewImport(table, mapping, indicator, department, ground),
    [importer, table, mapping, indicator, department, ground],
  )
  useYears(department, rows)
  const count = (standing: ImportRow['standing']): number =>
    rows.filter((row) => row.standing === standing).length
  const corrections = count('correction')
  const taken = count('new') + (reason.trim() === '' ? 0 : corrections)
  const words = q().import
  const place = known.value.get(department)
  const confirm = async (): Promise<void> => {
    const said = await quality.importRows(rows, { indicator, department, reason: reason.trim() || undefined })
    toast.value = {
      text: words.done(said, `${inWords(indicator, 'name')}, ${place ? nameOf(place) : department}`),
      undo: () => void quality.undo(),
    }
    onDone()
  }
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault()
        void confirm()
      }}
    >
      {table.isTurned && <p class="quiet">{words.turned}</p>}
      <Columns
        table={table}
        mapping={mapping}
        indicator={indicator}
        asksYear={mapping.year !== undefined || rows.some(lacksYear)}
        onChange={setMapping}
      />
      <p role="status">
        <strong>
          {words.summary({ fresh: count('new'), corrections, same: count('same'), wrong: count('wrong') })}
        </strong>
      </p>
      <PreviewTable rows={rows} indicator={indicator} />
      {corrections > 0 && (
        <Field label={words.reason} hint={words.reasonHint}>
          {(input) => (
            <input
              {...input}
              maxLength={1000}
              value={reason}
              onInput={({ currentTarget }) => setReason(currentTarget.value)}
            />
          )}
        </Field>
      )}
      <div class="form-foot">
        {taken === 0 ? (
          <p class="quiet">{words.nothing}</p>
        ) : (
          <Button type="submit" look="primary">
            {words.confirm(taken)}
          </Button>
        )}
      </div>
    </form>
  )
}

const lacksYear = ({ problems }: ImportRow): boolean => problems.some(({ code }) => code === 'year-missing')

/** Years further back than this page had opened: their figures decide what is new and what a correction. */
const useYears = (department: string, rows: readonly ImportRow[]): void => {
  const { quality } = useWorld()
  const years = [...new Set(rows.flatMap(({ period }) => (period && yearOfPeriod(period)) ?? []))].sort()
  useEffect(() => {
    for (const year of years) if (typeof year === 'number') void quality.openYear(department, year)
  }, [quality, department, years.join()])
}

/** Without a column of periods the rows end at the newest period that is over. */
const withStart = (mapping: Mapping, indicator: Indicator, today: string): Mapping => {
  if (mapping.period !== undefined) return mapping
  const year = Number(today.slice(0, 4))
  const over = [year - 1, year].flatMap((each) => spansOfYear(indicator, each)).filter(({ to }) => to < today)
  return { ...mapping, start: over.at(-1)?.period }
}

type Role = 'period' | 'numerator' | 'denominator' | 'value' | 'comment'
const ROLES: readonly Role[] = ['period', 'numerator', 'denominator', 'value', 'comment']

const Columns = ({
  table,
  mapping,
  indicator,
  asksYear,
  onChange,
}: {
  readonly table: Table
  readonly mapping: Mapping
  readonly indicator: Indicator
  /** Periods were written without one. */
  readonly asksYear: boolean
  readonly onChange: (mapping: Mapping) => void
}) => {
  const words = q().import
  const width = Math.max(table.header.length, ...table.rows.map(({ length }) => length), 0)
  const roleOf = (column: number): string =>
    ROLES.find((role) => mapping[role] === column) ??
    mapping.categories?.find((category) => category.column === column)?.name ??
    ''
  const assign = (column: number, role: string): void => {
    const kept = Object.fromEntries(
      ROLES.map((each) => [each, mapping[each] === column ? undefined : mapping[each]]),
    )
    const categories = (mapping.categories ?? []).filter((category) => category.column !== column)
    const isRole = (ROLES as readonly string[]).includes(role)
    onChange({
      ...mapping,
      ...kept,
      ...(isRole ? { [role]: column } : {}),
      categories: !isRole && role !== '' ? [...categories, { column, name: role }] : categories,
    })
  }
  const isFraction = indicator.data === 'proportion' || indicator.data === 'rate'
  const offered = ROLES.filter((role) => isFraction || (role !== 'numerator' && role !== 'denominator'))
  return (
    <fieldset class="import-columns">
      <legend>{words.columns}</legend>
      {Array.from({ length: width }, (_, column) => column).map((column) => (
        <Field key={column} label={table.header[column] || words.column(column + 1)}>
          {(input) => (
            <select
              {...input}
              value={roleOf(column)}
              onChange={({ currentTarget }) => assign(column, currentTarget.value)}
            >
              <option value="">{words.holds.nothing}</option>
              {offered.map((role) => (
                <option key={role} value={role}>
                  {words.holds[role]}
                </option>
              ))}
              {indicator.categories.map((name) => (
                <option key={name} value={name}>
                  {words.holds.category(name)}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
      {mapping.period === undefined && (
        <StartField
          indicator={indicator}
          start={mapping.start}
          onChoose={(start) => onChange({ ...mapping, start })}
        />
      )}
      {mapping.period !== undefined && asksYear && (
        <Field label={words.year} hint={words.yearHint}>
          {(input) => (
            <input
              {...input}
              inputMode="numeric"
              maxLength={4}
              value={mapping.year ?? ''}
              onInput={({ currentTarget: { value } }) =>
                onChange({ ...mapping, year: /^20\d\d$/.test(value) ? Number(value) : undefined })
              }
            />
          )}
        </Field>
      )}
      {indicator.data === 'proportion' && mapping.value !== undefined && (
        <label class="check-field">
          <input
            type="checkbox"
            checked={mapping.isFraction ?? false}
            onChange={({ currentTarget }) => onChange({ ...mapping, isFraction: currentTarget.checked })}
          />
          <span>{words.fraction}</span>
        </label>
      )}
    </fieldset>
  )
}

const StartField = ({
  indicator,
  start,
  onChoose,
}: {
  readonly indicator: Indicator
  readonly start: string | undefined
  readonly onChoose: (period: string) => void
}) => {
  const { store } = useModel()
  const today = store.today.value
  const year = Number(today.slice(0, 4))
  const first =
    indicator.since === undefined ? year - 3 : Math.min(year - 3, Number(indicator.since.slice(0, 4)))
  const spans = Array.from({ length: year - first + 1 }, (_, index) => year - index)
    .flatMap((each) => [...spansOfYear(indicator, each)].reverse())
    .filter(({ to }) => to < today)
  return (
    <Field label={q().import.start}>
      {(input) => (
        <select
          {...input}
          value={start ?? ''}
          onChange={({ currentTarget }) => onChoose(currentTarget.value)}
        >
          {spans.map(({ period }) => (
            <option key={period} value={period}>
              {periodWords(period)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

const PreviewTable = ({
  rows,
  indicator,
}: {
  readonly rows: readonly ImportRow[]
  readonly indicator: Indicator
}) => {
  const words = q().import
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long table scrolls by keyboard too
    <section class="import-preview" tabIndex={0} aria-label={words.preview}>
      <table class="table">
        <caption class="visually-hidden">{words.preview}</caption>
        <thead>
          <tr>
            <th scope="col">{words.row}</th>
            <th scope="col">{words.period}</th>
            <th scope="col" class="numeric">
              {words.becomes}
            </th>
            <th scope="col" class="numeric">
              {words.was}
            </th>
            <th scope="col">{words.preview}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line} class={`import-${row.standing}`}>
              <td data-label={words.row}>{row.line}</td>
              <td data-label={words.period}>{row.period ? periodWords(row.period) : DASH}</td>
              <td class="numeric" data-label={words.becomes}>
                {figureWords(indicator, row.value)}
              </td>
              <td class="numeric" data-label={words.was}>
                {row.before === undefined ? '' : figureWords(indicator, row.before)}
              </td>
              <td data-label={words.preview}>
                <span class="import-standing">{words.standing[row.standing]}</span>
                {row.problems.map((problem) => (
                  <p key={problem.code} class="import-problem">
                    {problemWords(problem)}
                  </p>
                ))}
                {row.doubts.map(({ cell, column }) => (
                  <p key={column} class="quiet">
                    {words.doubt(cell, numberWords(Number(cell.replaceAll('.', ''))))}
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const problemWords = ({ code, cell = '' }: ImportProblem): string => {
  const words = q().import.problems[code]
  return typeof words === 'string' ? words : words(cell)
}
