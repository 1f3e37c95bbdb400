/** Fields of forms: a choice, a longer text, a filter, an act that needs words. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { Icon } from '../../ui/Icon'

export type Option<T extends string> = readonly [value: T, word: string]

type ChoiceProps<T extends string> = {
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly value: T
  readonly options: readonly Option<T>[]
  readonly onChoose: (value: T) => void
}

/** One of a list. A value that is no longer offered is still what stands there. */
export const Choice = <T extends string>({
  label,
  hint,
  error,
  value,
  options,
  onChoose,
}: ChoiceProps<T>) => (
  <Field label={label} hint={hint} error={error}>
    {(input) => (
      <select {...input} value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value as T)}>
        <Options value={value} options={options} />
      </select>
    )}
  </Field>
)

/** The same beside its label, to filter with. */
export const Filter = <T extends string>({ label, value, options, onChoose }: ChoiceProps<T>) => (
  <label class="inline-field">
    <span>{label}</span>
    <select class="input" value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value as T)}>
      <Options value={value} options={options} />
    </select>
  </label>
)

const Options = <T extends string>({ value, options }: Pick<ChoiceProps<T>, 'value' | 'options'>) => (
  <>
    {!options.some(([option]) => option === value) && <option value={value}>{value}</option>}
    {options.map(([option, word]) => (
      <option key={option} value={option}>
        {word}
      </option>
    ))}
  </>
)

export const Search = ({
  label,
  value,
  onInput,
}: {
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
}) => (
  <label class="inline-field">
    <span>{label}</span>
    <input
      class="input"
      type="search"
      value={value}
      onInput={({ currentTarget }) => onInput(currentTarget.value)}
    />
  </label>
)

export const Area = ({
  label,
  hint,
  error,
  value,
  rows = 3,
  maxLength = 4000,
  onInput,
}: {
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly value: string
  readonly rows?: number
  readonly maxLength?: number
  readonly onInput: (value: string) => void
}) => (
  <Field label={label} hint={hint} error={error}>
    {(input) => (
      <textarea
        {...input}
        rows={rows}
        maxLength={maxLength}
        value={value}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
    )}
  </Field>
)

/** An act that is not there until it is wanted. */
export const Fold = ({
  title,
  children,
}: {
  readonly title: string
  readonly children: (close: () => void) => ComponentChildren
}) => {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div class={isOpen ? 'act-fold is-open' : 'act-fold'}>
      <Button aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <Icon name={isOpen ? 'down' : 'right'} />
        {title}
      </Button>
      {isOpen && <div class="act-body">{children(() => setIsOpen(false))}</div>}
    </div>
  )
}

/** Some words, and a button that says them. `onSave` gives the sentence about why it was not saved. */
export const SayForm = ({
  label,
  hint,
  button,
  initial = '',
  children,
  onSave,
}: {
  readonly label: string
  readonly hint?: string | undefined
  readonly button: string
  readonly initial?: string
  readonly children?: ComponentChildren
  readonly onSave: (words: string) => string | undefined
}) => {
  const [words, setWords] = useState(initial)
  const [problem, setProblem] = useState<string | undefined>()
  return (
    <form
      class="say-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setProblem(onSave(words.trim()))
      }}
    >
      {children}
      <Area
        label={label}
        rows={2}
        hint={hint}
        error={problem}
        value={words}
        onInput={(value) => {
          setWords(value)
          setProblem(undefined)
        }}
      />
      <div class="form-foot">
        <Button type="submit" look="primary">
          {button}
        </Button>
      </div>
    </form>
  )
}
