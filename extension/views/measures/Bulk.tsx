/** What to do with the chosen measures: a verb, what it would change and what not, and only then the act. */
import { useMemo, useState } from 'preact/hooks'
import type { BulkVerb } from '../../../shared/commands/bulk'
import { HORIZONS, type Horizon, PRIORITIES, type Priority, type Status } from '../../../shared/kinds/measure'
import type { MeasureLine } from '../../../shared/queries/measures'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/Field'
import { Icon } from '../../ui/Icon'
import { useModel } from '../dashboard/context'
import { Area, Choice } from '../work/fields'
import { useWork } from '../work/world'
import { m, problemWords } from './say'
import { valueWords } from './words'

const VERBS = ['shift', 'move', 'owner', 'step', 'priority', 'horizon', 'ask'] as const
type VerbName = (typeof VERBS)[number]
const STEPS = ['planned', 'running', 'done', 'verified', 'stopped'] as const

type Form = {
  readonly verb: VerbName | ''
  readonly days: string
  readonly due: string
  readonly owner: string
  readonly step: Status
  readonly priority: Priority
  readonly horizon: Horizon
  readonly words: string
}

const EMPTY: Form = {
  verb: '',
  days: '14',
  due: '',
  owner: '',
  step: 'planned',
  priority: 'high',
  horizon: 'short',
  words: '',
}

export const Bulk = ({
  lines,
  onDone,
}: {
  readonly lines: readonly MeasureLine[]
  readonly onDone: () => void
}) => {
  const { toast } = useModel()
  const work = useWork()
  const [form, setForm] = useState(EMPTY)
  const set = (changes: Partial<Form>): void => setForm((before) => ({ ...before, ...changes }))
  const verb = verbOf(form)
  const outcome = useMemo(() => verb && work.previewBulk(lines, verb), [work, lines, JSON.stringify(verb)])
  const words = m().bulk
  const count = outcome?.preview.length ?? 0
  const apply = (): void => {
    if (!verb) return
    const done = work.bulk(lines, verb).preview.length
    toast.value = {
      text: verb.do === 'ask' ? words.appliedAsk(done) : words.applied(done),
      undo: () => void work.undo(),
    }
    onDone()
  }
  return (
    <section class="panel bulk" aria-label={words.label}>
      <div class="panel-head">
        <h2>{words.chosen(lines.length)}</h2>
        <Button look="plain" onClick={onDone}>
          <Icon name="close" />
          {words.clear}
        </Button>
      </div>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (count > 0) apply()
        }}
      >
        <div class="form-row">
          <Choice
            label={words.label}
            value={form.verb}
            options={[['', words.choose], ...VERBS.map((each) => [each, words.verbs[each]] as const)]}
            onChoose={(next) => set({ verb: next })}
          />
          <What form={form} set={set} />
        </div>
        {needsWords(form) && (
          <Area
            rows={2}
            label={form.verb === 'ask' ? m().sheet.question : m().sheet.reason}
            value={form.words}
            onInput={(next) => set({ words: next })}
          />
        )}
        {outcome && <Outcome outcome={outcome} lines={lines} isAsking={verb?.do === 'ask'} />}
        {verb && (
          <div class="form-foot">
            <Button type="submit" look="primary" disabled={count === 0}>
              {verb.do === 'ask' ? words.applyAsk(count) : words.apply(count)}
            </Button>
          </div>
        )}
      </form>
    </section>
  )
}

const What = ({ form, set }: { readonly form: Form; readonly set: (changes: Partial<Form>) => void }) => {
  const { store } = useModel()
  const words = m()
  switch (form.verb) {
    case 'shift':
      return (
        <TextField
          label={words.bulk.days}
          value={form.days}
          maxLength={4}
          onInput={(days) => set({ days })}
        />
      )
    case 'move':
      return (
        <TextField label={words.sheet.newDay} type="date" value={form.due} onInput={(due) => set({ due })} />
      )
    case 'owner':
      return (
        <Choice
          label={words.columns.owner}
          value={form.owner}
          options={[
            ['', words.form.ownerNone],
            ...store.members.value.map(({ key, name }) => [key, name] as const),
          ]}
          onChoose={(owner) => set({ owner })}
        />
      )
    case 'step':
      return (
        <Choice<Status>
          label={words.columns.status}
          value={form.step}
          options={STEPS.map((each) => [each, words.statuses[each]])}
          onChoose={(step) => set({ step })}
        />
      )
    case 'priority':
      return (
        <Choice
          label={words.columns.priority}
          value={form.priority}
          options={PRIORITIES.map((each) => [each, words.priorities[each]])}
          onChoose={(priority) => set({ priority })}
        />
      )
    case 'horizon':
      return (
        <Choice
          label={words.columns.horizon}
          value={form.horizon}
          options={HORIZONS.map((each) => [each, words.horizons[each]])}
          onChoose={(horizon) => set({ horizon })}
        />
      )
    default:
      return null
  }
}

const Outcome = ({
  outcome: { preview, left },
  lines,
  isAsking,
}: {
  readonly outcome: ReturnType<ReturnType<typeof useWork>['previewBulk']>
  readonly lines: readonly MeasureLine[]
  readonly isAsking: boolean
}) => {
  const model = useModel()
  const words = m().bulk
  const lineOf = (about: string): MeasureLine | undefined => lines.find((line) => line.about === about)
  return (
    <div class="bulk-outcome">
      {preview.length === 0 && <p>{words.nothing}</p>}
      {preview.length > 0 && (
        <>
          <h3>{words.preview}</h3>
          <ul>
            {preview.map(({ room, about, changes }) => (
              <li key={`${room} ${about}`}>
                <strong>{lineOf(about)?.title}</strong>:{' '}
                {isAsking
                  ? words.ask(model.nameOf(lineOf(about)?.owner) || m().nobody)
                  : changes
                      .filter(({ field }) => SHOWN.has(field))
                      .map(({ field, before, after }) =>
                        words.change(valueWords(field, before, model), valueWords(field, after, model)),
                      )
                      .join('; ')}
              </li>
            ))}
          </ul>
        </>
      )}
      {left.length > 0 && (
        <>
          <h3>{words.left}</h3>
          <ul>
            {left.map(({ room, about, why }) => (
              <li key={`${room} ${about}`}>
                <strong>{lineOf(about)?.title}</strong>: {problemWords(why)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

const SHOWN: ReadonlySet<string> = new Set(['due', 'owner', 'status', 'priority', 'horizon'])

const needsWords = ({ verb, step }: Form): boolean =>
  verb === 'shift' ||
  verb === 'move' ||
  verb === 'ask' ||
  (verb === 'step' && (step === 'stopped' || step === 'running'))

/** Nothing as long as the verb is not whole. */
const verbOf = (form: Form): BulkVerb | undefined => {
  const reason = form.words.trim()
  switch (form.verb) {
    case '':
      return undefined
    case 'shift': {
      const days = Number(form.days)
      return Number.isInteger(days) && days !== 0 && form.days.trim() !== ''
        ? { do: 'shift', days, reason }
        : undefined
    }
    case 'move':
      return form.due === '' ? undefined : { do: 'move', due: form.due, reason }
    case 'owner':
      return form.owner === '' ? undefined : { do: 'owner', owner: form.owner }
    case 'step':
      return { do: 'step', to: form.step, ...(reason !== '' && { reason }) }
    case 'priority':
      return { do: 'priority', priority: form.priority }
    case 'horizon':
      return { do: 'horizon', horizon: form.horizon }
    case 'ask':
      return { do: 'ask', question: reason }
  }
}
