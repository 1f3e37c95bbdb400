/** What the keys bring over the page or the popup: the palette, the letters to jump by, the list of keys. */
import './keyboard.css'
import type { Store } from '../../state/types'
import { Palette } from '../palette/Palette'
import type { Shell } from '../shared/shell'
import { Help } from './Help'
import { JumpPanel } from './JumpPanel'
import type { LayerName } from './Keyboard'

export type LayerProps = {
  readonly name: LayerName
  /** Nothing before the disk has been read. */
  readonly store: Store | undefined
  readonly shell: Shell
  readonly isPopup: boolean
  /** What was typed while it was being loaded. */
  readonly typed: () => string
  readonly onGo: (href: string) => void
  readonly onClose: () => void
}

export const Layer = ({ name, store, shell, isPopup, typed, onGo, onClose }: LayerProps) => {
  const go = (href: string): void => {
    onClose()
    onGo(href)
  }
  if (name === 'help') return <Help shell={shell} isPopup={isPopup} onClose={onClose} />
  if (name === 'jump') return <JumpPanel typed={typed} onGo={go} onClose={onClose} />
  return <Palette store={store} shell={shell} isPopup={isPopup} typed={typed} onGo={go} onClose={onClose} />
}
