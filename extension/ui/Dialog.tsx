/** A dialog on the native element: it traps focus, closes on Escape and gives the focus back. */
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { Button } from './Button'
import { Icon } from './Icon'

type Props = {
  readonly title: string
  /** What the button that closes says to screen readers. */
  readonly closeLabel: string
  readonly onClose: () => void
  readonly wide?: boolean
  readonly footer?: ComponentChildren
  readonly children: ComponentChildren
}

/** Open for as long as it is rendered. */
export const Dialog = ({ title, closeLabel, onClose, wide = false, footer, children }: Props) => {
  const element = useRef<HTMLDialogElement>(null)
  const id = useId()
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    element.current?.showModal()
    // By itself the focus goes to what closes: whoever begins to type would close it.
    if (!body.current?.contains(document.activeElement)) firstField(body.current)?.focus()
  }, [])
  return (
    <dialog
      ref={element}
      class={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === element.current) element.current?.close()
      }}
      // Keys typed here are not for the page below.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div class="dialog-head">
        <h2 id={id}>{title}</h2>
        <Button look="icon" aria-label={closeLabel} onClick={() => element.current?.close()}>
          <Icon name="close" />
        </Button>
      </div>
      <div ref={body} class="dialog-body">
        {children}
      </div>
      {footer && <div class="dialog-foot">{footer}</div>}
    </dialog>
  )
}

/** Where one begins to fill in a form; of several to choose from, the one that is chosen. */
const firstField = (body: HTMLElement | null): HTMLElement | null | undefined => {
  const first = body?.querySelector<HTMLInputElement>(
    'input:not([type=hidden]):not([disabled]), select:not([disabled]), textarea:not([disabled])',
  )
  if (first?.type !== 'radio') return first
  return body?.querySelector<HTMLElement>(`input[name="${CSS.escape(first.name)}"]:checked`) ?? first
}
