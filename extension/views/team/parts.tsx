/** Small parts of the forms and lists of the management team. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { t } from '../../text'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { m } from './say'

export const Tick = ({
  checked,
  onTick,
  children,
}: {
  readonly checked: boolean
  readonly onTick: (checked: boolean) => void
  readonly children: ComponentChildren
}) => (
  <label class="team-tick">
    <input
      type="checkbox"
      checked={checked}
      onChange={({ currentTarget }) => onTick(currentTarget.checked)}
    />
    <span>{children}</span>
  </label>
)

/** A form in a dialog; a wrong field gets the focus, and what was half written is said to be there. */
export const FormDialog = ({
  title,
  save,
  wide = false,
  hasDraft,
  problem,
  onForget,
  onSave,
  onClose,
  children,
}: {
  readonly title: string
  readonly save: string
  readonly wide?: boolean
  readonly hasDraft?: boolean
  /** Why it was not saved; a new one moves the focus to the field. */
  readonly problem: string | undefined
  readonly onForget?: () => void
  readonly onSave: () => void
  readonly onClose: () => void
  readonly children: ComponentChildren
}) => {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (problem !== undefined) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [problem])
  return (
    <Dialog title={title} closeLabel={t().app.close} wide={wide} onClose={onClose}>
      <form
        ref={form}
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onSave()
        }}
      >
        {hasDraft && (
          <p class="team-draft">
            {m().form.draft}{' '}
            <Button look="plain" onClick={onForget}>
              {m().form.forget}
            </Button>
          </p>
        )}
        {children}
        <div class="form-foot">
          <Button onClick={onClose}>{t().app.cancel}</Button>
          <Button type="submit" look="primary">
            {save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
