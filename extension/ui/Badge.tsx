/** A word on a quiet ground; with a mark where it stands for an outcome or a state. */
import type { ComponentChildren } from 'preact'
import { IconMark, type Mark } from './IconMark'

type Tone = Mark | 'info' | 'warning' | 'danger' | 'neutral'

export const Badge = ({
  tone = 'neutral',
  mark,
  children,
}: {
  readonly tone?: Tone
  readonly mark?: Mark
  readonly children: ComponentChildren
}) => (
  <span class={`badge badge-${tone}`}>
    {mark && <IconMark mark={mark} size="1.15em" />}
    <span>{children}</span>
  </span>
)

/** An outcome or state: colour and icon and word, never one alone. */
export const OutcomeTag = ({
  mark,
  children,
}: {
  readonly mark: Mark
  readonly children: ComponentChildren
}) => (
  <Badge tone={mark} mark={mark}>
    {children}
  </Badge>
)
