/** How far: a bar beside the words that say the same. */
export const Progress = ({
  value,
  max,
  label,
}: {
  readonly value: number
  readonly max: number
  readonly label: string
}) => <progress class="progress" value={value} max={Math.max(max, 1)} aria-label={label} />
