/** The button, and a link that looks like one. */
import type { ButtonHTMLAttributes, ComponentChildren } from 'preact'

type Look = 'standard' | 'primary' | 'danger' | 'plain' | 'icon'

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'size'> & {
  readonly look?: Look
  readonly large?: boolean
  readonly children: ComponentChildren
}

/** @param look `icon` is square and has no border: give it an `aria-label` */
export const Button = ({ look = 'standard', large = false, children, class: extra, ...rest }: Props) => (
  <button type="button" {...rest} class={classes(look, large, extra as string | undefined)}>
    {children}
  </button>
)

const classes = (look: Look, large: boolean, extra: string | undefined): string =>
  ['button', look !== 'standard' && `button-${look}`, large && 'button-large', extra]
    .filter(Boolean)
    .join(' ')
