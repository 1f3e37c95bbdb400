/** Nothing to show: says why, and what to do next. */
import type { ComponentChildren } from 'preact'

export const EmptyState = ({
  title,
  picture,
  children,
}: {
  readonly title: string
  readonly picture?: ComponentChildren
  readonly children?: ComponentChildren
}) => (
  <div class="empty">
    {picture}
    <p class="empty-title">{title}</p>
    {children && <div class="empty-text">{children}</div>}
  </div>
)
