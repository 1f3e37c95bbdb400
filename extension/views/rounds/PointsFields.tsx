/** Giving points on one of the three panels: a level, a step and a number, or a number for each part. */
import { useId } from 'preact/hooks'
import type { ScoreInput } from '../../../shared/commands/rounds'
import type { Panel, Score } from '../../../shared/kinds/round'
import { MATURITY } from '../../../shared/libraries/leidraad'
import { pointsOf } from '../../../shared/queries/rounds'
import { inLanguage, nameOf } from '../../text'
import { Choice } from '../work/fields'
import { z } from './say'
import { middleOf, partsOf, plainPoints, stepsOf, stepWords } from './words'

/** As a form has it: by name ("level", "score", "plan", …); "" is nothing. */
export type PointsForm = Readonly<Record<string, string>>

type Type = 'enabler' | 'result'
type Given = Pick<Score, 'level' | 'score' | 'parts'>

const NAMES = ['level', 'score', 'plan', 'do', 'check', 'act', 'trends', 'targets']

export const formOfPoints = (given: Given | undefined): PointsForm => {
  const values: Readonly<Record<string, number | undefined>> = {
    level: given?.level,
    score: given?.score,
    ...given?.parts,
  }
  return Object.fromEntries(NAMES.map((name) => [name, String(values[name] ?? '')]))
}

/** What the panel asks, and nothing else. */
export const pointsOfForm = (
  panel: Panel,
  type: Type,
  form: PointsForm,
): Pick<ScoreInput, 'level' | 'score' | 'parts'> => {
  const number = (name: string): number | undefined => {
    const text = (form[name] ?? '').trim()
    return text === '' ? undefined : Number(text.replace(',', '.'))
  }
  if (panel === 'maturity') return { level: number('level') ?? null }
  if (panel === 'classical') return { score: number('score') ?? null }
  const parts: Record<string, number> = {}
  for (const name of partsOf(type)) {
    const value = number(name)
    if (value !== undefined) parts[name] = value
  }
  return { parts: Object.keys(parts).length > 0 ? parts : null }
}

/** The points that a form comes to; nothing as long as a part is missing. */
export const totalOfForm = (panel: Panel, type: Type, form: PointsForm): number | undefined => {
  const { level, score, parts } = pointsOfForm(panel, type, form)
  const total = pointsOf(panel, type, {
    level: level ?? undefined,
    score: score ?? undefined,
    parts: parts ?? undefined,
  })
  return total === undefined || Number.isNaN(total) ? undefined : total
}

export const PointsFields = ({
  label,
  panel,
  type,
  form,
  error,
  onChange,
}: {
  readonly label: string
  readonly panel: Panel
  readonly type: Type
  readonly form: PointsForm
  readonly error: string | undefined
  readonly onChange: (form: PointsForm) => void
}) => {
  const id = useId()
  const set = (name: string, value: string): void => onChange({ ...form, [name]: value })
  const total = totalOfForm(panel, type, form)
  return (
    <fieldset class="points" aria-describedby={error ? id : undefined}>
      <legend>{label}</legend>
      {panel === 'maturity' && <Levels chosen={form.level ?? ''} onChoose={(level) => set('level', level)} />}
      {panel === 'classical' && (
        <Graded
          label={label}
          panel={panel}
          type={type}
          value={form.score ?? ''}
          onInput={(value) => set('score', value)}
        />
      )}
      {panel === 'fine-tuned' && (
        <>
          {partsOf(type).map((part) => (
            <Graded
              key={part}
              label={z().parts[part] ?? part}
              panel={panel}
              type={type}
              part={part}
              value={form[part] ?? ''}
              onInput={(value) => set(part, value)}
            />
          ))}
          <p class="points-total" role="status">
            {total === undefined ? <span class="quiet">–</span> : <strong>{plainPoints(total)} / 100</strong>}
          </p>
        </>
      )}
      {error && (
        <p class="field-error" id={id} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}

const Levels = ({
  chosen,
  onChoose,
}: {
  readonly chosen: string
  readonly onChoose: (level: string) => void
}) => {
  const name = useId()
  return (
    <div class="levels">
      {MATURITY.map((level) => (
        <label key={level.level} class="level">
          <input
            type="radio"
            name={name}
            checked={chosen === String(level.level)}
            onChange={() => onChoose(String(level.level))}
          />
          <span>
            <strong>
              {level.level} {nameOf(level)}
            </strong>
            <span class="quiet">{inLanguage(level.meaning, level.meaningEn)}</span>
          </span>
        </label>
      ))}
    </div>
  )
}

/** The step first, which says what it means; then the number, for who wants it finer. */
const Graded = ({
  label,
  panel,
  type,
  part,
  value,
  onInput,
}: {
  readonly label: string
  readonly panel: Panel
  readonly type: Type
  readonly part?: string
  readonly value: string
  readonly onInput: (value: string) => void
}) => {
  const steps = stepsOf(panel, type, part)
  const number = Number(value)
  const at = value === '' ? undefined : steps.find(({ from, to }) => number >= from && number <= to)
  return (
    <div class="graded">
      <Choice
        label={label}
        value={at ? String(at.from) : ''}
        options={[['', '–'], ...steps.map((step) => [String(step.from), stepWords(step)] as const)]}
        onChoose={(from) => {
          const step = steps.find((each) => String(each.from) === from)
          onInput(step ? String(middleOf(step)) : '')
        }}
      />
      <input
        class="input graded-number"
        type="number"
        min="0"
        max="100"
        step="1"
        aria-label={`${label}, 0-100`}
        value={value}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
    </div>
  )
}
