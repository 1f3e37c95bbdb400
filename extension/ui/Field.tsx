/** A form field: label, hint and error, tied to its input. */
import type { ComponentChildren, Ref } from 'preact'
import { useId } from 'preact/hooks'
import { Icon } from './Icon'

/** What the input needs in order to belong to its label, hint and error. */
export type FieldInput = {
  readonly id: string
  readonly class: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': 'true' | undefined
}

type FieldProps = {
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  readonly error?: ComponentChildren
}

/** Any input: `<Field label="…">{(input) => <select {...input}>…</select>}</Field>`. */
export const Field = ({
  label,
  hint,
  error,
  children,
}: FieldProps & { readonly children: (input: FieldInput) => ComponentChildren }) => {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        class: 'input',
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': error ? 'true' : undefined,
      })}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          <Icon name="warning" />
          <span>{error}</span>
        </p>
      )}
    </div>
  )
}

type TextFieldProps = FieldProps & {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly type?: 'text' | 'date'
  readonly inputMode?: 'text' | 'url' | 'email' | 'search'
  readonly name?: string
  readonly placeholder?: string
  readonly autocomplete?: string
  readonly spellcheck?: boolean
  readonly readOnly?: boolean
  readonly maxLength?: number
  readonly inputRef?: Ref<HTMLInputElement>
}

export const TextField = ({ label, hint, error, value, onInput, inputRef, ...rest }: TextFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(input) => (
      <input
        {...(rest as { readonly type?: 'text' })}
        {...input}
        ref={inputRef ?? null}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    )}
  </Field>
)
