/** The letters one can jump by. Waits for the next key as long as that takes. */
import { useLayoutEffect } from 'preact/hooks'
import { t } from '../../text'
import { Dialog } from '../../ui/Dialog'
import { Icon } from '../../ui/Icon'
import { JUMPS, nameOfJump } from './pages'
import { k } from './say'

export const JumpPanel = ({
  typed,
  onGo,
  onClose,
}: {
  readonly typed: () => string
  readonly onGo: (href: string) => void
  readonly onClose: () => void
}) => {
  useLayoutEffect(() => {
    const early = JUMPS.find(({ letter }) => letter === typed().slice(0, 1).toLowerCase())
    if (early) onGo(early.href)
  }, [])
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const jump = JUMPS.find(({ letter }) => letter === event.key.toLowerCase())
      if (!jump) return
      event.preventDefault()
      event.stopPropagation()
      onGo(jump.href)
    }
    // Before the dialog, which keeps keys to itself.
    addEventListener('keydown', onKey, { capture: true })
    return () => removeEventListener('keydown', onKey, { capture: true })
  }, [onGo])
  const words = k().jump
  return (
    <Dialog title={words.title} closeLabel={t().app.close} onClose={onClose}>
      <p class="quiet">{words.hint}</p>
      <ul class="jumps">
        {JUMPS.map((jump) => (
          <li key={jump.letter}>
            <a
              href={jump.href}
              onClick={(event) => {
                event.preventDefault()
                onGo(jump.href)
              }}
            >
              <kbd>{jump.letter}</kbd>
              <Icon name={jump.icon} />
              <span>{nameOfJump(jump)}</span>
            </a>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
