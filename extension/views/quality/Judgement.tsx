/** The two judgements on an indicator, each a sign of its own shape and colour beside its word. */
import type { Assurance, Variation } from '../../../shared/spc'
import { q } from './say'

const line = {
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': '2',
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
} as const

// The shapes are those of the signals on the charts.
const VARIATION = {
  concern: (
    <>
      <path fill="currentColor" d="M10 1.2 17 13H3z" />
      <path {...line} d="M2 17.5h16" />
    </>
  ),
  improvement: (
    <>
      <path fill="currentColor" d="m10 .8 6.6 6.6-6.6 6.6-6.6-6.6z" />
      <path {...line} d="M2 17.5h16" />
    </>
  ),
  neutral: (
    <>
      <path fill="currentColor" d="M4.5 2h11v11h-11z" />
      <path {...line} d="M2 17.5h16" />
    </>
  ),
  'common-cause': (
    <>
      <path {...line} stroke-width="1.5" stroke-dasharray="2.5 2.6" d="M1.5 4.5h17M1.5 18h17" />
      <path {...line} d="M2 11.5c2-5 3.6-5 5.4 0s3.4 5 5.2 0 3.6-5 5.4 0" />
    </>
  ),
} as const

const ASSURANCE = {
  passing: (
    <>
      <circle {...line} cx="10" cy="10" r="8" />
      <path {...line} stroke-width="2.4" d="m6 10.4 2.8 2.8 5.2-6" />
    </>
  ),
  failing: (
    <>
      <path {...line} d="M6.4 2h7.2L18 6.4v7.2L13.6 18H6.4L2 13.6V6.4z" />
      <path {...line} stroke-width="2.4" d="m7 7 6 6m0-6-6 6" />
    </>
  ),
  'hit-or-miss': (
    <>
      <circle {...line} cx="10" cy="10" r="8" />
      <path {...line} d="M5.5 8.2h9m0 0L12 5.8M14.500 12h-9m0 0L8 14.400" />
    </>
  ),
  'no-target': <path {...line} stroke-width="2.4" d="M6 10h8" />,
} as const

type Size = { readonly size?: string }

const Sign = ({ class: name, size = '1.25rem', children }: Size & { class: string; children: unknown }) => (
  <svg
    class={`sign ${name}`}
    width={size}
    height={size}
    viewBox="0 0 20 20"
    aria-hidden="true"
    focusable="false"
  >
    {children as never}
  </svg>
)

export const VariationSign = ({ variation, size }: Size & { readonly variation: Variation }) => (
  <Sign class={`sign-${variation}`} {...(size ? { size } : {})}>
    {VARIATION[variation]}
  </Sign>
)

export const AssuranceSign = ({ assurance, size }: Size & { readonly assurance: Assurance }) => (
  <Sign class={`sign-${assurance}`} {...(size ? { size } : {})}>
    {ASSURANCE[assurance]}
  </Sign>
)

/** @param isEmpty nothing was measured yet: then there is nothing to judge */
export const VariationTag = ({
  variation,
  isEmpty = false,
}: {
  readonly variation: Variation
  readonly isEmpty?: boolean
}) =>
  isEmpty ? (
    <span class="judgement quiet">{q().nothingMeasured}</span>
  ) : (
    <span class={`judgement judgement-${variation}`} title={q().variationWhy[variation]}>
      <VariationSign variation={variation} />
      <span>{q().variation[variation]}</span>
    </span>
  )

export const AssuranceTag = ({ assurance }: { readonly assurance: Assurance }) => (
  <span class={`judgement judgement-${assurance}`} title={q().assuranceWhy[assurance]}>
    <AssuranceSign assurance={assurance} />
    <span>{q().assurance[assurance]}</span>
  </span>
)
