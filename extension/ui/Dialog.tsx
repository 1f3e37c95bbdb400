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
  useEffect(() => {
    element.current?.showModal()
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
      <div class="dialog-body">{children}</div>
      {footer && <div class="dialog-foot">{footer}</div>}
    </dialog>
  )
}
