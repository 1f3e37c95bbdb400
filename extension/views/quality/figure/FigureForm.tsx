/** Giving or correcting one figure, with the word on it before it is saved: is it a signal, and why. */
import { useMemo, useRef, useState } from 'preact/hooks'
import type { FigureObjection } from '../../../../shared/commands/measurements'
import type { Figure, Ground } from '../../../../shared/queries/figures'
import { type Preview, previewFigure } from '../../../../shared/queries/preview'
import type { Quality } from '../../../state/quality-types'
import { periodWords } from '../../../text/dates'
import { Button } from '../../../ui/Button'
import { Field } from '../../../ui/Field'
import { Icon } from '../../../ui/Icon'
import { Restored, useFormDraft } from '../form-draft'
import { VariationSign } from '../Judgement'
import { inWords, q } from '../say'
import { figureWords, fullSignalWords, numberWords, pointWords } from '../words'
import { type Part, partsAsked, type Reading, readTyped, type Typed, typedOf } from './parts'

type Props = {
  readonly figure: Figure
  readonly quality: Quality
  readonly ground: Ground
  /** Says what was saved. */
  readonly onSaved: (said: string) => void
  readonly saveLabel?: string
  /** Every figure that a judgement rests on is here; until then there is none. */
  readonly isComplete: boolean
  /** Takes the focus on opening. */
  readonly isFirst?: boolean
}

export const FigureForm = ({
  figure,
  quality,
  ground,
  onSaved,
  saveLabel,
  isComplete,
  isFirst = false,
}: Props) => {
  const { indicator, department, period, measurement } = figure
  const draft = useFormDraft(quality.drafts, `figure/${figure.room}/${figure.about}`, () => ({
    typed: typedOf(indicator, measurement),
    comment: measurement?.comment ?? '',
    reason: '',
  }))
  const { typed: form, comment, reason } = draft.form
  const [isAsked, setIsAsked] = useState(false)
  const element = useRef<HTMLFormElement>(null)
  const reading = readTyped(indicator, form)
  const fingerprint = JSON.stringify([reading.input, reason !== ''])
  const preview = useMemo(
    () =>
      reading.isStarted && reading.unreadable.length === 0
        ? previewFigure(indicator, department, period, { ...reading.input, reason }, ground)
        : undefined,
    [fingerprint, ground, indicator, department, period, reading.unreadable.length],
  )
  const word = isComplete ? preview?.word : undefined
  const trouble = troubleOf(reading, preview, word !== undefined && comment.trim() === '', isAsked)
  const save = (): void => {
    setIsAsked(true)
    const now = troubleOf(reading, preview, word !== undefined && comment.trim() === '', true)
    if (now.objection || now.unreadable.length > 0 || now.needsComment) {
      focusTrouble(element.current)
      return
    }
    const objection = quality.giveFigure(figure, { ...reading.input, comment, reason })
    if (objection !== undefined) return
    draft.clear()
    onSaved(
      q().enter.saved(
        inWords(indicator, 'name'),
        periodWords(period),
        figureWords(indicator, preview?.value),
      ),
    )
  }
  const set = (changes: Partial<Typed>): void => draft.set({ typed: { ...form, ...changes } })
  const words = q().enter
  const asksComment = word !== undefined
  return (
    <form
      class="figure-form"
      ref={element}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Restored draft={draft} />
      <div class="figure-parts">
        {partsAsked(indicator, form.isBare).map((part, index) => (
          <NumberField
            key={part}
            label={labelOf(figure, part)}
            hint={part === 'sample' ? words.sampleHint : undefined}
            value={form[part]}
            reading={reading}
            name={part}
            error={trouble.at === part && trouble.objection ? q().objections[trouble.objection] : undefined}
            isFirst={isFirst && index === 0}
            onInput={(text) => set({ [part]: text })}
          />
        ))}
      </div>
      {(indicator.data === 'proportion' || indicator.data === 'rate') &&
        !indicator.chart.startsWith('xbar') && (
          <Button look="plain" class="figure-switch" onClick={() => set({ isBare: !form.isBare })}>
            {form.isBare ? words.withParts : words.onlyValue}
          </Button>
        )}
      {indicator.categories.length > 0 && (
        <Categories figure={figure} form={form} reading={reading} onChange={set} />
      )}
      {trouble.objection && trouble.at === undefined && trouble.objection !== 'reason-missing' && (
        <p class="field-error" role="alert">
          <Icon name="warning" />
          <span>{q().objections[trouble.objection]}</span>
        </p>
      )}
      <Verdict figure={figure} preview={preview} isComplete={isComplete} />
      {preview?.isCorrection && (
        <Field
          label={words.reason}
          hint={words.before(figureWords(indicator, preview.before))}
          error={trouble.objection === 'reason-missing' ? q().objections['reason-missing'] : undefined}
        >
          {(input) => (
            <input
              {...input}
              value={reason}
              maxLength={1000}
              onInput={({ currentTarget }) => draft.set({ reason: currentTarget.value })}
            />
          )}
        </Field>
      )}
      {(asksComment || comment !== '') && (
        <Field
          label={asksComment ? words.commentAsked : words.comment}
          hint={asksComment ? words.commentHint : undefined}
          error={trouble.needsComment ? words.commentNeeded : undefined}
        >
          {(input) => (
            <textarea
              {...input}
              rows={2}
              value={comment}
              maxLength={2000}
              onInput={({ currentTarget }) => draft.set({ comment: currentTarget.value })}
            />
          )}
        </Field>
      )}
      <div class="form-foot">
        <Button type="submit" look="primary">
          {saveLabel ?? words.save}
        </Button>
      </div>
    </form>
  )
}

type Trouble = {
  readonly objection: FigureObjection | undefined
  /** The field it belongs to. */
  readonly at: Part | undefined
  readonly unreadable: readonly string[]
  readonly needsComment: boolean
}

// While one types only what cannot become right by typing on is said; on saving everything.
const troubleOf = (
  { unreadable, isStarted }: Reading,
  preview: Preview | undefined,
  lacksComment: boolean,
  isAsked: boolean,
): Trouble => {
  const found: FigureObjection | undefined = isStarted ? preview?.objection : 'nothing'
  const isEarly = found === 'nothing' || found?.endsWith('-missing') === true || found === 'sample-too-small'
  const objection = found && (isAsked || !isEarly) ? found : undefined
  return {
    objection,
    at: objection && PLACES[objection],
    unreadable,
    needsComment: isAsked && lacksComment,
  }
}

const PLACES: Partial<Record<FigureObjection, Part>> = {
  'numerator-missing': 'numerator',
  'denominator-missing': 'denominator',
  'denominator-zero': 'denominator',
  'numerator-above-denominator': 'numerator',
  'sample-too-small': 'sample',
}

const focusTrouble = (form: HTMLFormElement | null): void => {
  // The fields know of their trouble once they are drawn again.
  requestAnimationFrame(() => {
    const wrong =
      form?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? form?.querySelector<HTMLElement>('input')
    wrong?.focus()
  })
}

const labelOf = ({ indicator }: Figure, part: Part): string => {
  const words = q().enter
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
  const unit = inWords(indicator, 'unit')
  switch (part) {
    case 'numerator':
      return capital(inWords(indicator, 'numerator')) || words.numerator
    case 'denominator':
      return capital(inWords(indicator, 'denominator')) || words.denominator
    case 'sample':
      return words.sample
    case 'value': {
      const label =
        indicator.data === 'count' ? capital(inWords(indicator, 'numerator')) || words.count : words.value
      return unit === '' || indicator.data === 'count' ? label : `${label} (${unit})`
    }
  }
}

const NumberField = ({
  label,
  hint,
  value,
  reading,
  name,
  error,
  isFirst,
  onInput,
}: {
  readonly label: string
  readonly hint: string | undefined
  readonly value: string
  readonly reading: Reading
  readonly name: string
  readonly error: string | undefined
  readonly isFirst: boolean
  readonly onInput: (text: string) => void
}) => {
  const taken = reading.doubtful[name]
  return (
    <Field
      label={label}
      hint={taken === undefined ? hint : q().enter.doubtful(numberWords(taken))}
      error={reading.unreadable.includes(name) ? q().enter.notANumber : error}
    >
      {(input) => (
        <input
          {...input}
          ref={isFirst ? focusOnce : null}
          inputMode="decimal"
          autocomplete="off"
          value={value}
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
        />
      )}
    </Field>
  )
}

// The same function each time, so that it runs when the field appears and not at each drawing.
const focusOnce = (input: HTMLInputElement | null): void => input?.focus()

const Categories = ({
  figure: { indicator },
  form,
  reading,
  onChange,
}: {
  readonly figure: Figure
  readonly form: Typed
  readonly reading: Reading
  readonly onChange: (changes: Partial<Typed>) => void
}) => {
  const counts = Object.values(reading.input.categories ?? {})
  const sum = counts.reduce((total, each) => total + each, 0)
  const whole = reading.input.numerator ?? reading.input.value
  return (
    <fieldset class="figure-categories">
      <legend>{q().enter.categories}</legend>
      <div class="figure-parts">
        {indicator.categories.map((name) => (
          <NumberField
            key={name}
            label={name}
            hint={undefined}
            value={form.categories[name] ?? ''}
            reading={reading}
            name={name}
            error={undefined}
            isFirst={false}
            onInput={(text) => onChange({ categories: { ...form.categories, [name]: text } })}
          />
        ))}
      </div>
      {counts.length > 0 && whole !== undefined && sum !== whole && (
        <p class="quiet">{q().enter.categoriesSum(numberWords(sum), numberWords(whole))}</p>
      )}
    </fieldset>
  )
}

type Said = { readonly figure: Figure; readonly preview: Preview; readonly isComplete: boolean }

/** What the figure will be and say, read out as one types. */
const Verdict = ({ preview, ...rest }: Omit<Said, 'preview'> & { readonly preview: Preview | undefined }) => (
  <div class="verdict" role="status">
    {preview && !isBlocked(preview) && <VerdictWords preview={preview} {...rest} />}
  </div>
)

const isBlocked = ({ objection }: Preview): boolean =>
  objection !== undefined && objection !== 'reason-missing'

const VerdictWords = ({ figure: { indicator }, preview, isComplete }: Said) => {
  const words = q().enter
  const { value } = preview
  const word = isComplete ? preview.word : undefined
  if (value === undefined) return <p>{words.noCases}</p>
  return (
    <div class={word ? `verdict-word verdict-${word.reading}` : 'verdict-word'}>
      <VariationSign variation={word?.reading ?? 'common-cause'} />
      <p>
        <strong>{words.result(figureWords(indicator, value))}</strong>{' '}
        {!isComplete
          ? words.notComplete
          : word
            ? fullSignalWords(word, indicator)
            : calmWords(indicator, preview)}
      </p>
    </div>
  )
}

const calmWords = (indicator: Figure['indicator'], { lower, upper, series }: Preview): string => {
  const words = q().enter
  if (lower !== undefined && upper !== undefined)
    return words.calmLimits(pointWords(indicator, lower), pointWords(indicator, upper))
  return (series.phases.at(-1)?.baseline.length ?? 0) > 1 ? words.calm : words.noJudgement
}
