/** Several of a list, with checkboxes. */
import { useId } from 'preact/hooks'
import { Icon } from '../../../ui/Icon'

export const DepartmentChoice = ({
  label,
  options,
  chosen,
  error,
  onChange,
}: {
  readonly label: string
  readonly options: readonly (readonly [key: string, name: string])[]
  readonly chosen: readonly string[]
  readonly error?: string | undefined
  readonly onChange: (chosen: readonly string[]) => void
}) => {
  const id = useId()
  return (
    <fieldset class="pick" aria-describedby={error ? id : undefined}>
      <legend>{label}</legend>
      {error && (
        <p class="field-error" id={id}>
          <Icon name="warning" />
          <span>{error}</span>
        </p>
      )}
      <ul>
        {options.map(([key, name], index) => (
          <li key={key}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(key)}
                aria-invalid={error && index === 0 ? 'true' : undefined}
                onChange={({ currentTarget }) =>
                  onChange(currentTarget.checked ? [...chosen, key] : chosen.filter((other) => other !== key))
                }
              />
              <span>{name}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
