/** Something to know, with what to do about it. */
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './Icon'

type Tone = 'info' | 'warning' | 'danger' | 'success'

const ICONS: Readonly<Record<Tone, IconName>> = {
  info: 'info',
  warning: 'warning',
  danger: 'refused',
  success: 'confirmed',
}

/** @param urgent read out at once by screen readers, for what appears after an action */
export const Notice = ({
  tone = 'info',
  title,
  urgent = false,
  children,
}: {
  readonly tone?: Tone
  readonly title: string
  readonly urgent?: boolean
  readonly children?: ComponentChildren
}) => (
  <div class={`notice notice-${tone}`} role={urgent ? 'alert' : undefined}>
    <Icon name={ICONS[tone]} />
    <p class="notice-title">{title}</p>
    {children && <div class="notice-body">{children}</div>}
  </div>
)
