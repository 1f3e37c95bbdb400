/** A few choices beside one another, of which one holds; a group of radio buttons that looks like one bar. */
import { useId } from 'preact/hooks'

export const Segments = <T extends string>({
  label,
  options,
  chosen,
  onChoose,
}: {
  readonly label: string
  readonly options: readonly (readonly [value: T, word: string])[]
  readonly chosen: T
  readonly onChoose: (value: T) => void
}) => {
  const name = useId()
  return (
    <fieldset class="segments">
      <legend class="visually-hidden">{label}</legend>
      {options.map(([value, word]) => (
        <label key={value} class="segment">
          <input
            class="visually-hidden"
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          <span>{word}</span>
        </label>
      ))}
    </fieldset>
  )
}
