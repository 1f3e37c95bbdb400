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

/**
 * @param urgent read out at once by screen readers, for what appears after an action
 * @param heading where the title is the heading of a page or part
 */
export const Notice = ({
  tone = 'info',
  title,
  urgent = false,
  heading: Title = 'p',
  children,
}: {
  readonly tone?: Tone
  readonly title: string
  readonly urgent?: boolean
  readonly heading?: 'p' | 'h1' | 'h2'
  readonly children?: ComponentChildren
}) => (
  <div class={`notice notice-${tone}`} role={urgent ? 'alert' : undefined}>
    <Icon name={ICONS[tone]} />
    <Title class="notice-title">{title}</Title>
    {children && <div class="notice-body">{children}</div>}
  </div>
)
