/** What lies over a page at its right side: a list of lines, a check. A native dialog: it keeps the focus and closes on Escape. */
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { t } from '../../text'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { useModel } from './context'
import { Toast } from './Toast'

export const Sheet = ({
  title,
  above,
  isOnTop = true,
  onClose,
  children,
}: {
  readonly title: ComponentChildren
  /** What stands above the title: the way back, a theme. */
  readonly above?: ComponentChildren
  /** Nothing else lies over it. */
  readonly isOnTop?: boolean
  readonly onClose: () => void
  readonly children: ComponentChildren
}) => {
  const { toast } = useModel()
  const element = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null
    element.current?.showModal()
    // It is taken away without having been closed, so the browser does not give the focus back.
    return () => before?.focus()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click closes by the backdrop; Escape does the same by keyboard
    <dialog
      ref={element}
      class="sheet"
      aria-labelledby={id}
      onCancel={(event) => {
        // The address decides whether it is open.
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === element.current) onClose()
      }}
    >
      <div class="sheet-head">
        <div>
          {above}
          <h2 id={id}>{title}</h2>
        </div>
        <Button look="icon" aria-label={t().app.close} onClick={onClose}>
          <Icon name="close" />
        </Button>
      </div>
      <div class="sheet-body">{children}</div>
      {/* What lies outside an open dialog can be neither seen nor reached. */}
      {isOnTop && <Toast toast={toast} />}
    </dialog>
  )
}
