/** From a spreadsheet to controls or actions: open it, say which column is what, see what each row becomes, take it over. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { roomOfMeasure } from '../../../shared/kinds/measure'
import { measuresOf } from '../../../shared/queries/measures'
import {
  createReader,
  FIELDS,
  type Field as FieldName,
  guessColumns,
  type Known,
  type Mapping,
  type Row,
  type RowProblem,
  type Sheet,
  type Target,
} from '../../../shared/work-import'
import type { Library } from '../../state/library-types'
import type { Work } from '../../state/work-types'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { Field } from '../../ui/Field'
import { Notice } from '../../ui/Notice'
import { Progress } from '../../ui/Progress'
import { useModel } from '../dashboard/context'
import type { Model } from '../dashboard/model'
import { Segments } from '../dashboard/Segments'
import { placeWords } from '../measures/words'
import { Choice } from '../work/fields'
import { useWork, WithWork } from '../work/world'
import { l } from './say'
import { useLibrary } from './world'

/** More rows than this are not drawn: who looks for something in thousands filters. */
const AT_ONCE = 100

export const ImportPage = () => (
  <div class="page spreadsheet">
    <header class="page-head">
      <div>
        <h1>{l().tabs.spreadsheet}</h1>
        <p class="quiet">{l().import.intro}</p>
      </div>
    </header>
    <WithWork>
      <Steps />
    </WithWork>
  </div>
)

/** What is going on: nothing, a long job of which one sees how far it is, or a sentence about how it ended. */
type Busy = { readonly words: string; readonly done: number; readonly all: number }

const Steps = () => {
  const library = useLibrary()
  const work = useWork()
  const [target, setTarget] = useState<Target>(library.mayManage() ? 'controls' : 'measures')
  const [sheet, setSheet] = useState<Sheet | undefined>()
  const [trouble, setTrouble] = useState<string | undefined>()
  const [busy, setBusy] = useState<Busy | undefined>()
  const [visit, setVisit] = useState(0)
  const words = l().import
  const targets = (['controls', 'measures'] as const).filter((each) =>
    each === 'controls' ? library.mayManage() : mayAddMeasures(work),
  )
  if (targets.length === 0) return <EmptyState title={words.mayNot}>{words.mayNotNext}</EmptyState>
  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setSheet(undefined)
    setTrouble(undefined)
    setBusy({ words: words.reading, done: 0, all: 0 })
    const found = await library.readSheet(file)
    setBusy(undefined)
    if (typeof found === 'string') setTrouble(found)
    else setSheet(found)
    setVisit((before) => before + 1)
  }
  return (
    <>
      <section class="panel">
        {targets.length > 1 && (
          <fieldset class="import-target">
            <legend>{words.what}</legend>
            <Segments
              label={words.what}
              options={targets.map((each) => [each, words.targets[each]] as const)}
              chosen={target}
              onChoose={setTarget}
            />
          </fieldset>
        )}
        <Field
          label={words.file}
          hint={words.fileHint}
          error={trouble && `${words.troubles[trouble as keyof typeof words.troubles]} ${words.safe}`}
        >
          {(input) => (
            <input
              {...input}
              type="file"
              accept=".xlsx,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              onChange={({ currentTarget }) => void open(currentTarget.files?.[0])}
            />
          )}
        </Field>
        {busy && <Doing busy={busy} />}
      </section>
      {sheet && (
        <Rows
          // Another file or another aim is another table: what was chosen for the last one does not hold.
          key={`${visit} ${target}`}
          sheet={sheet}
          target={target}
        />
      )}
    </>
  )
}

const mayAddMeasures = (work: Work): boolean =>
  work.mayWriteIn('team') || work.departments.value.some((key) => work.mayWriteIn(`dept/${key}`))

const Doing = ({ busy, onStop }: { readonly busy: Busy; readonly onStop?: () => void }) => (
  <div class="doing">
    <p role="status">{busy.words}</p>
    {busy.all > 0 && <Progress value={busy.done} max={busy.all} label={l().import.progress} />}
    {onStop && <Button onClick={onStop}>{l().import.stop}</Button>}
  </div>
)

type Show = 'all' | 'wrong' | 'new' | 'twice'

const Rows = ({ sheet, target }: { readonly sheet: Sheet; readonly target: Target }) => {
  const model = useModel()
  const library = useLibrary()
  const work = useWork()
  const [mapping, setMapping] = useState<Mapping>(() => guessColumns(sheet, target))
  const [known] = useState(() => knownOf(model, work, library, target))
  const [rows, setRows] = useState<readonly Row[] | undefined>()
  const [busy, setBusy] = useState<Busy | undefined>()
  const [ended, setEnded] = useState<Ended | undefined>()
  const isStopped = useRef(false)
  const words = l().import
  const key = JSON.stringify(mapping)
  useEffect(() => {
    if (mapping.title === undefined) {
      setRows(undefined)
      return
    }
    let isOver = false
    const read = createReader(sheet, target, mapping, known)
    void library
      .previewRows(sheet, target, read, (done, all) => {
        if (!isOver && done < all) setBusy({ words: l().import.checking(done, all), done, all })
        return isOver
      })
      .then((found) => {
        if (isOver) return
        setBusy(undefined)
        setRows(found)
      })
    return () => {
      isOver = true
    }
  }, [sheet, target, key, known, library])
  const take = async (): Promise<void> => {
    if (!rows) return
    isStopped.current = false
    const { added, barred, undo } = await library.importRows(rows, (done, all) => {
      setBusy({ words: words.saving(done, all), done, all })
      return isStopped.current
    })
    setBusy(undefined)
    setEnded({ added, barred: barred.map((room) => placeWords(room, model)) })
    model.toast.value = {
      text: words.done(added),
      undo: () =>
        void undo((done, all) => {
          setBusy({ words: words.undoing, done, all })
          return false
        }).then((undone) => {
          setBusy(undefined)
          setEnded({ added: 0, barred: [], undone })
        }),
    }
  }
  if (ended && !busy) return <End ended={ended} />
  const fresh = rows?.filter(({ standing }) => standing === 'new').length ?? 0
  return (
    <section class="panel import-rows" aria-labelledby="import-columns">
      <h2 id="import-columns">{words.columns}</h2>
      {/* While it is being saved nothing of it can be changed any more. */}
      <fieldset class="bare" disabled={busy !== undefined && rows !== undefined}>
        <Columns sheet={sheet} target={target} mapping={mapping} onChange={setMapping} />
      </fieldset>
      {mapping.title === undefined && <Notice tone="warning" title={words.titleColumn} />}
      {busy && (
        <Doing
          busy={busy}
          onStop={() => {
            isStopped.current = true
          }}
        />
      )}
      {rows && !busy && mapping.title !== undefined && (
        <>
          <Preview rows={rows} sheet={sheet} mapping={mapping} target={target} />
          <div class="form-foot">
            {fresh === 0 ? (
              <p class="quiet">{words.nothing}</p>
            ) : (
              <Button look="primary" onClick={() => void take()}>
                {words.take(fresh)}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  )
}

type Ended = { readonly added: number; readonly barred: readonly string[]; readonly undone?: number }

const End = ({ ended }: { readonly ended: Ended }) => {
  const words = l().import
  const title = ended.undone === undefined ? words.done(ended.added) : words.undone(ended.undone)
  return (
    <Notice tone={ended.undone === undefined ? 'success' : 'info'} title={title} urgent>
      {ended.barred.length > 0 && <p>{words.barred(ended.barred)}</p>}
    </Notice>
  )
}

const Columns = ({
  sheet,
  target,
  mapping,
  onChange,
}: {
  readonly sheet: Sheet
  readonly target: Target
  readonly mapping: Mapping
  readonly onChange: (mapping: Mapping) => void
}) => {
  const words = l().import
  const width = Math.max(sheet.header.length, ...sheet.rows.slice(0, AT_ONCE).map(({ length }) => length))
  const fields: readonly FieldName[] = FIELDS[target]
  const assign = (column: number, field: FieldName | ''): void => {
    // A column serves one field, and a field has one column.
    const kept = Object.entries(mapping).filter(([name, at]) => at !== column && name !== field)
    onChange({ ...Object.fromEntries(kept), ...(field !== '' && { [field]: column }) })
  }
  return (
    <div class="import-columns">
      {Array.from({ length: width }, (_, column) => column).map((column) => (
        <Choice<FieldName | ''>
          key={column}
          label={sheet.header[column] || words.column(column + 1)}
          hint={exampleOf(sheet, column)}
          value={fields.find((field) => mapping[field] === column) ?? ''}
          options={[['', words.ignore], ...fields.map((field) => [field, words.fields[field]] as const)]}
          onChoose={(field) => assign(column, field)}
        />
      ))}
    </div>
  )
}

/** The first thing that stands in a column, so that one knows what it holds. */
const exampleOf = (sheet: Sheet, column: number): string | undefined => {
  const found = sheet.rows.find((row) => (row[column] ?? '') !== '')?.[column]
  return found && clipped(found)
}

const clipped = (words: string): string => (words.length > 40 ? `${words.slice(0, 39)}…` : words)

const Preview = ({
  rows,
  sheet,
  mapping,
  target,
}: {
  readonly rows: readonly Row[]
  readonly sheet: Sheet
  readonly mapping: Mapping
  readonly target: Target
}) => {
  const count = (standing: Row['standing']): number => rows.filter((row) => row.standing === standing).length
  const facts = { fresh: count('new'), twice: count('twice'), wrong: count('wrong'), empty: count('empty') }
  const [show, setShow] = useState<Show>('all')
  const words = l().import
  // Of all rows those with a mistake come first: what one has to look at does not hide below a hundred good ones.
  const found = rows
    .filter(({ standing }) => (show === 'all' ? standing !== 'empty' : standing === show))
    .sort((a, b) => Number(b.standing === 'wrong') - Number(a.standing === 'wrong'))
  const fields = (FIELDS[target] as readonly FieldName[]).filter((field) => mapping[field] !== undefined)
  const isOffered = (each: Show): boolean =>
    each === show || each === 'all' || facts[each === 'new' ? 'fresh' : each] > 0
  return (
    <>
      <div class="panel-head">
        <p role="status">
          <strong>{words.summary(facts)}</strong>
        </p>
        <Segments
          label={words.show}
          options={(['all', 'wrong', 'new', 'twice'] as const)
            .filter(isOffered)
            .map((each) => [each, words.shows[each]] as const)}
          chosen={show}
          onChoose={setShow}
        />
      </div>
      {facts.wrong > 0 && <p class="quiet">{words.fixFirst}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard */}
      <section class="table-scroll" tabIndex={0} aria-label={words.preview}>
        <table class="table import-table">
          <caption class="visually-hidden">{words.preview}</caption>
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              <th scope="col">{words.becomes}</th>
              {fields.map((field) => (
                <th key={field} scope="col">
                  {sheet.header[mapping[field] ?? 0] || words.fields[field]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.slice(0, AT_ONCE).map((row) => (
              <Line key={row.line} row={row} fields={fields} mapping={mapping} />
            ))}
          </tbody>
        </table>
      </section>
      <p class="quiet">{words.shown(Math.min(found.length, AT_ONCE), found.length)}</p>
    </>
  )
}

const TONES = {
  new: 'in-order',
  twice: 'not-applicable',
  wrong: 'not-in-order',
  empty: 'not-applicable',
} as const

const Line = ({
  row,
  fields,
  mapping,
}: {
  readonly row: Row
  readonly fields: readonly FieldName[]
  readonly mapping: Mapping
}) => {
  const words = l().import
  const odd = new Set(row.problems.map(({ field }) => field))
  return (
    <tr class={row.standing === 'wrong' ? 'is-wrong' : undefined}>
      <th scope="row" class="numeric">
        {row.line}
      </th>
      <td>
        <Badge tone={TONES[row.standing]} mark={TONES[row.standing]}>
          {words.standings[row.standing]}
        </Badge>
        {row.problems.length > 0 && (
          <ul class="row-problems">
            {row.problems.map((problem) => (
              <li key={`${problem.field}${problem.code}`}>{problemOf(problem)}</li>
            ))}
          </ul>
        )}
      </td>
      {fields.map((field) => (
        <td key={field} class={odd.has(field) ? 'is-odd' : undefined}>
          {row.cells[mapping[field] ?? -1] ?? ''}
        </td>
      ))}
    </tr>
  )
}

const problemOf = ({ field, code, cell }: RowProblem): string => {
  const words = l().import
  return words.problem(words.fields[field], clipped(cell), words.problems[code])
}

/** What names in the sheet are compared with, and what is there already. */
const knownOf = (model: Model, work: Work, library: Library, target: Target): Known => {
  const { store, department } = model
  const departments = [...department.value.values()].filter(
    ({ key }) => target === 'controls' || work.mayWriteIn(roomOfMeasure(key)),
  )
  return {
    themes: store.themes.value,
    departments: departments.map(({ key, name }) => ({ key, name })),
    members: store.members.value.map(({ key, name }) => ({ key, name })),
    titles: (target === 'controls' ? store.controls.value : measuresOf(work.ground.value)).map(
      ({ title }) => title,
    ),
    since: library.today.value,
  }
}
