/** A rhythm in plain words: how often, on which day, what becomes of free days; and which days that makes. */
import { useId } from 'preact/hooks'
import { objectionToRule } from '../../../shared/commands/controls'
import { type Control, RHYTHMS, type Rhythm } from '../../../shared/kinds/control'
import { type Rule, SHIFTS } from '../../../shared/kinds/rule'
import { t } from '../../text'
import { monthWords, periodWords } from '../../text/dates'
import { Choice } from '../work/fields'
import { bysOf, nextDays, type RhythmForm, rhythmInputOf, withRhythm } from './rhythm-form'
import { l, problemWords } from './say'
import { rhythmSentence, withFree } from './words'
import { useLibrary } from './world'

const RANGE = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)
const DAYS = [...RANGE(1, 28), -1]
const WORKING_DAYS = [...RANGE(1, 20), -1, -2, -3, -5]
const NTHS = [1, 2, 3, 4, -1]

export const RhythmFields = ({
  form,
  own,
  bounds,
  onChange,
}: {
  readonly form: RhythmForm
  /** The rule that stands, where no form can say it. */
  readonly own?: Rule | undefined
  /** First and last day of the control. */
  readonly bounds: Pick<Control, 'since' | 'until'>
  readonly onChange: (changes: Partial<RhythmForm>) => void
}) => {
  const { today } = useLibrary()
  const words = l().rhythm
  const number = (value: string, label: (n: number) => string): readonly [string, string] => [
    value,
    label(Number(value)),
  ]
  const input = rhythmInputOf(form, own, today.value)
  const objection = input.rule && objectionToRule(input.rhythm, input.rule, today.value)
  return (
    <div class="rhythm-fields">
      <div class="form-row">
        <Choice<Rhythm>
          label={words.rhythm}
          value={form.rhythm}
          options={RHYTHMS.map((each) => [each, t().rhythms[each]])}
          onChoose={(rhythm) => onChange(withRhythm(form, rhythm))}
        />
        <Choice<RhythmForm['due']>
          label={words.due}
          value={form.due}
          options={[
            ['usual', words.usual[form.rhythm]],
            ...bysOf(form.rhythm).map((by) => [by, words.by[by]] as const),
            ...(form.due === 'own' ? ([['own', words.words.own]] as const) : []),
          ]}
          onChoose={(due) => onChange({ due })}
        />
      </div>
      <div class="form-row">
        {form.due === 'usual' && form.rhythm === 'yearly' && (
          <>
            <Choice
              label={words.month}
              value={form.month}
              options={RANGE(1, 12).map((month) => [String(month), monthName(month)])}
              onChoose={(month) => onChange({ month })}
            />
            <Choice
              label={words.every}
              value={form.every}
              options={RANGE(1, 6).map((n) => number(String(n), words.years))}
              onChoose={(every) => onChange({ every })}
            />
          </>
        )}
        {form.due === 'nth-weekday' && (
          <Choice
            label={words.nth}
            value={form.nth}
            options={NTHS.map((n) => number(String(n), words.nthWord))}
            onChoose={(nth) => onChange({ nth })}
          />
        )}
        {(form.due === 'weekday' || form.due === 'nth-weekday') && (
          <Choice
            label={words.weekday}
            value={form.weekday}
            options={words.weekdays.map((name, index) => [String(index + 1), name])}
            onChoose={(weekday) => onChange({ weekday })}
          />
        )}
        {form.due === 'weekday' && (
          <Choice
            label={words.step}
            value={form.step}
            options={RANGE(1, 8).map((n) => number(String(n), words.weeks))}
            onChoose={(step) => onChange({ step })}
          />
        )}
        {form.due === 'month-day' && (
          <Choice
            label={words.day}
            value={form.day}
            options={DAYS.map((n) => number(String(n), (day) => (day === -1 ? words.lastDay : String(day))))}
            onChoose={(day) => onChange({ day })}
          />
        )}
        {form.due === 'working-day' && (
          <Choice
            label={words.n}
            value={form.n}
            options={WORKING_DAYS.map((n) => number(String(n), words.nthWorking))}
            onChoose={(n) => onChange({ n })}
          />
        )}
        {form.due !== 'usual' && form.due !== 'own' && form.due !== 'working-day' && (
          <Choice<RhythmForm['shift']>
            label={words.shift}
            value={form.shift}
            options={SHIFTS.toReversed().map((shift) => [shift, words.shifts[shift]])}
            onChoose={(shift) => onChange({ shift })}
          />
        )}
        {form.due !== 'usual' && form.due !== 'own' && form.rhythm !== 'weekly' && (
          <Choice<RhythmForm['of']>
            label={words.of}
            value={form.of}
            options={[
              ['this', words.ofs.this],
              ['last', words.ofs.last],
            ]}
            onChoose={(of) => onChange({ of })}
          />
        )}
      </div>
      {(form.due === 'month-day' || form.due === 'working-day' || form.due === 'nth-weekday') && (
        <Months chosen={form.months} onChange={(months) => onChange({ months })} />
      )}
      <div class="rhythm-said" role="status">
        <p>
          <strong>{rhythmSentence(input)}</strong>
        </p>
        {objection ? (
          <p class="field-error">{problemWords(objection)}</p>
        ) : (
          <NextDays control={{ ...bounds, ...input }} />
        )}
      </div>
    </div>
  )
}

export const NextDays = ({ control }: { readonly control: Parameters<typeof nextDays>[0] }) => {
  const { today } = useLibrary()
  const days = nextDays(control, today.value)
  const words = l().rhythm
  if (days.length === 0) return <p class="quiet">{words.noNext}</p>
  return (
    <ul class="next-days" aria-label={words.next}>
      {days.map(({ period, due }) => (
        <li key={period}>
          {withFree(due, today.value)}
          {/* Of the month in which it lies nobody needs to hear. */}
          {period !== due.slice(0, 7) && <span class="quiet"> {periodWords(period)}</span>}
        </li>
      ))}
    </ul>
  )
}

const Months = ({
  chosen,
  onChange,
}: {
  readonly chosen: readonly number[]
  readonly onChange: (months: readonly number[]) => void
}) => {
  const id = useId()
  const words = l().rhythm
  return (
    <fieldset class="months" aria-describedby={id}>
      <legend>{words.months}</legend>
      <p class="field-hint" id={id}>
        {words.monthsHint}
      </p>
      <div class="months-list">
        {RANGE(1, 12).map((month) => (
          <label key={month} class="month">
            <input
              type="checkbox"
              checked={chosen.includes(month)}
              onChange={({ currentTarget }) =>
                onChange(
                  currentTarget.checked
                    ? [...chosen, month].sort((a, b) => a - b)
                    : chosen.filter((other) => other !== month),
                )
              }
            />
            <span>{monthName(month)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** "maart". */
const monthName = (month: number): string => monthWords(2000, month).replace(/\s*2000/, '')
