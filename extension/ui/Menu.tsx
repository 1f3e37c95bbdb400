/** A button that shows a list of things to do or places to go; closes on Escape, on choice and when focus leaves. */
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { Button } from './Button'
import { Icon, type IconName } from './Icon'

export type MenuItem = {
  readonly icon: IconName
  readonly label: ComponentChildren
  readonly onChoose: () => void
  /** Language of the label, where it is not that of the page. */
  readonly lang?: string
}

export const Menu = ({
  label,
  items,
  icon = 'more',
}: {
  readonly label: string
  readonly items: readonly MenuItem[]
  readonly icon?: IconName
}) => {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const id = useId()
  useEffect(() => {
    if (!open) return
    const closeOutside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', closeOutside)
    return () => document.removeEventListener('pointerdown', closeOutside)
  }, [open])
  const button = () => root.current?.querySelector('button')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only watches keys and focus of the buttons inside
    <div
      class="menu"
      ref={root}
      onKeyDown={(event) => {
        if (open) event.stopPropagation()
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.preventDefault()
          event.stopPropagation()
          moveFocus(root.current, event.key === 'ArrowDown' ? 1 : -1)
        }
        if (!open || event.key !== 'Escape') return
        event.preventDefault()
        setOpen(false)
        button()?.focus()
      }}
      onFocusOut={(event) => {
        // No related target: a click on something without focus, which may be inside.
        if (event.relatedTarget && !root.current?.contains(event.relatedTarget as Node)) setOpen(false)
      }}
    >
      <Button
        look="icon"
        aria-label={label}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Icon name={icon} />
      </Button>
      <ul class="menu-list" id={id} hidden={!open}>
        {items.map((item) => (
          <li key={item.icon}>
            <button
              type="button"
              class="menu-item"
              lang={item.lang}
              onClick={() => {
                setOpen(false)
                button()?.focus()
                item.onChoose()
              }}
            >
              <Icon name={item.icon} />
              <span>{item.label}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

const moveFocus = (root: HTMLElement | null, by: number): void => {
  const buttons = Array.from(root?.querySelectorAll<HTMLButtonElement>('.menu-item') ?? [])
  const at = buttons.indexOf(root?.ownerDocument.activeElement as HTMLButtonElement)
  buttons[(at + by + buttons.length) % buttons.length]?.focus()
}
