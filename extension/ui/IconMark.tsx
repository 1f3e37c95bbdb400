/** The sign of an outcome or state: each has its own shape, so that it can be told without colour. Always beside its word. */

export type Mark =
  | 'in-order'
  | 'partly'
  | 'not-in-order'
  | 'not-applicable'
  | 'open'
  | 'late'
  | 'clash'
  /** Of shares, not of answers: below what is good, and far below. */
  | 'fair'
  | 'poor'

/** Decorative for screen readers: the word stands beside it, or give `label` where there is no room for the word. */
export const IconMark = ({
  mark,
  size = '1.25em',
  label,
}: {
  readonly mark: Mark
  readonly size?: string
  readonly label?: string
}) => (
  <svg
    class={`mark mark-${mark}`}
    width={size}
    height={size}
    viewBox="0 0 20 20"
    focusable="false"
    role={label === undefined ? undefined : 'img'}
    aria-label={label}
    aria-hidden={label === undefined ? 'true' : undefined}
  >
    {SHAPES[mark]}
  </svg>
)

const line = { fill: 'none', stroke: 'currentColor', 'stroke-width': '2', 'stroke-linecap': 'round' } as const
const cut = { fill: 'none', class: 'mark-cut', 'stroke-width': '2.2', 'stroke-linecap': 'round' } as const

const SHAPES = {
  'in-order': (
    <>
      <circle cx="10" cy="10" r="9" fill="currentColor" />
      <path {...cut} stroke-linejoin="round" d="m5.8 10.4 2.9 2.9 5.6-6.2" />
    </>
  ),
  partly: (
    <>
      <circle {...line} cx="10" cy="10" r="8" />
      <path fill="currentColor" d="M10 2a8 8 0 0 0 0 16z" />
    </>
  ),
  'not-in-order': (
    <>
      <rect x="1.5" y="1.5" width="17" height="17" rx="3" fill="currentColor" />
      <path {...cut} d="m6.3 6.3 7.4 7.4m0-7.4-7.4 7.4" />
    </>
  ),
  'not-applicable': <path {...line} stroke-width="3" d="M4 10h12" />,
  open: <circle {...line} stroke-dasharray="2.6 3.7" cx="10" cy="10" r="8" />,
  late: (
    <>
      <circle {...line} cx="10" cy="10" r="8" />
      <path {...line} stroke-linejoin="round" d="M10 5.5V10l3 2" />
    </>
  ),
  // Steps, two of three and one: a level, and no direction.
  fair: (
    <>
      <path fill="currentColor" d="M1 12.5h5V18H1zM7.5 7.5h5V18h-5z" />
      <path fill="currentColor" opacity="0.3" d="M14 2.5h5V18h-5z" />
    </>
  ),
  poor: (
    <>
      <path fill="currentColor" d="M1 12.5h5V18H1z" />
      <path fill="currentColor" opacity="0.3" d="M7.5 7.5h5V18h-5zM14 2.5h5V18h-5z" />
    </>
  ),
  clash: (
    <>
      <path fill="currentColor" d="m10 .8 9.2 9.2-9.2 9.2L.8 10z" />
      <path {...cut} d="M10 5.6v5m0 3.4v.1" />
    </>
  ),
}
