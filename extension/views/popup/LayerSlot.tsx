/** What the keys bring over the popup; loaded when it is first asked for. */
import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Store } from '../../state/types'
import type { LayerProps } from '../keyboard/Layer'
import type { Shell } from '../shared/shell'

export type LayerName = LayerProps['name']

export const LayerSlot = ({
  name,
  store,
  shell,
  typed,
  onClose,
}: {
  readonly name: LayerName
  readonly store: Store | undefined
  readonly shell: Shell
  readonly typed: () => string
  readonly onClose: () => void
}) => {
  const [Layer, setLayer] = useState<FunctionComponent<LayerProps> | undefined>()
  useEffect(() => {
    import('../keyboard/Layer').then(
      (loaded) => setLayer(() => loaded.Layer),
      // The run goes on without it.
      (error: unknown) => console.error(error),
    )
  }, [])
  if (!Layer) return null
  const go = (hash: string): void => shell.openDashboard({ hash })
  return <Layer name={name} store={store} shell={shell} isPopup typed={typed} onGo={go} onClose={onClose} />
}
