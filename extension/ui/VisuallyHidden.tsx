/** Text for screen readers only. */
import type { ComponentChildren } from 'preact'

export const VisuallyHidden = ({ children }: { readonly children: ComponentChildren }) => (
  <span class="visually-hidden">{children}</span>
)
