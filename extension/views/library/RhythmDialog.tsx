/** Another rhythm for a control: what it would add, move and take away is shown before anybody decides. */
import { useMemo, useState } from 'preact/hooks'
import { addDays } from '../../../shared/days'
import type { Control, Rhythm } from '../../../shared/kinds/control'
import type { Period } from '../../../shared/queries/periods'
import { previewRhythm, type RhythmPreview } from '../../../shared/queries/rhythm-change'
import { t, titleOf } from '../../text'
import { dayWords, periodWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { useModel } from '../dashboard/context'
import { RhythmFields } from './RhythmFields'
import { rhythmFormOf, rhythmInputOf, withRhythm } from './rhythm-form'
import { l, problemWords } from './say'
import { withFree } from './words'
import { useLibrary } from './world'

/** So far ahead changes are shown; where nothing changes by then, as far as a control returns only every so many years. */
const AHEAD = 400
const FAR_AHEAD = 4_400
const FEW = 6

/** @param to the rhythm that is proposed */
export const RhythmDialog = ({
  control,
  to,
  onClose,
}: {
  readonly control: Control
  readonly to?: Rhythm | undefined
  readonly onClose: () => void
}) => {
  const { store, toast } = useModel()
  const library = useLibrary()
  const today = library.today.value
  const [form, setForm] = useState(() => {
    const now = rhythmFormOf(control)
    return to ? withRhythm(now, to) : now
  })
  const [from, setFrom] = useState(today)
  const [refused, setRefused] = useState<string | undefined>()
  const words = l().rhythm
  const input = rhythmInputOf(form, control.rule, today)
  const key = JSON.stringify(input)
  const checks = store.checks.value
  const done = useMemo(
    () =>
      new Set(
        checks
          .filter((check) => check.control.key === control.key && check.state === 'done')
          .map(({ period }) => period),
      ),
    [checks, control.key],
  )
  const preview = useMemo(() => {
    const start = from || today
    const within = (days: number): RhythmPreview =>
      previewRhythm(control, input, {
        from: start,
        window: { from: start, to: addDays(start, days) },
        isDone: (period) => done.has(period),
      })
    const near = within(AHEAD)
    return isIdle(near) ? within(FAR_AHEAD) : near
  }, [control, key, from, today, done])
  const save = (): void => {
    const objection = from === '' ? 'from-missing' : library.changeRhythm(control.key, input, from)
    setRefused(objection)
    if (objection) return
    toast.value = { text: words.saved(titleOf(control)), undo: () => library.undo() }
    onClose()
  }
  return (
    <Dialog title={words.title} closeLabel={t().app.close} onClose={onClose} wide>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <p>{titleOf(control)}</p>
        <RhythmFields
          form={form}
          own={control.rule}
          bounds={control}
          onChange={(changes) => setForm((before) => ({ ...before, ...changes }))}
        />
        <TextField label={words.from} hint={words.fromHint} type="date" value={from} onInput={setFrom} />
        <section class="rhythm-preview" aria-labelledby="rhythm-preview">
          <h3 id="rhythm-preview">{words.preview}</h3>
          <p role="status" id="rhythm-summary">
            {words.summary({
              added: preview.added.length,
              moved: preview.moved.length,
              removed: preview.removed.length,
              kept: preview.kept.length,
              done: preview.done.length,
            })}{' '}
            {control.departments.length > 1 && words.perDepartment(control.departments.length)}
          </p>
          <div class="rhythm-lists">
            <Turns title={words.added} sign="+" turns={preview.added.map(dueOn)} />
            <Turns
              title={words.moved}
              sign="→"
              turns={preview.moved.map(({ period, from: was, to: becomes }) =>
                words.movedTo(periodWords(period), dayWords(was, today), withFree(becomes, today)),
              )}
            />
            <Turns title={words.removed} sign="−" turns={preview.removed.map(dueOn)} />
          </div>
        </section>
        {refused && (
          <p class="field-error" role="alert">
            {problemWords(refused)}
          </p>
        )}
        <div class="form-foot">
          <Button onClick={onClose}>{t().app.cancel}</Button>
          <Button type="submit" look="primary" disabled={isIdle(preview)} aria-describedby="rhythm-summary">
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const isIdle = ({ added, moved, removed }: RhythmPreview): boolean =>
  added.length + moved.length + removed.length === 0

const dueOn = ({ period, due }: Period): string => l().rhythm.dueOn(periodWords(period), withFree(due))

const Turns = ({
  title,
  sign,
  turns,
}: {
  readonly title: string
  readonly sign: string
  readonly turns: readonly string[]
}) =>
  turns.length === 0 ? null : (
    <div class="turns">
      <h4>
        <span aria-hidden="true">{sign}</span> {title} <span class="group-count">{turns.length}</span>
      </h4>
      <ul>
        {turns.slice(0, FEW).map((turn) => (
          <li key={turn}>{turn}</li>
        ))}
        {turns.length > FEW && <li class="quiet">{l().rhythm.andMore(turns.length - FEW)}</li>}
      </ul>
    </div>
  )
