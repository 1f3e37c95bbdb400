/** What was just saved, and a way back. */
import type { Signal } from '@preact/signals'
import { t } from '../../text'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'

export const SaidLine = ({
  said,
  onUndo,
}: {
  readonly said: Signal<string | undefined>
  readonly onUndo: () => void
}) => (
  <p class="figures-said" role="status">
    {said.value && (
      <>
        <span>{said.value}</span>
        <Button
          look="plain"
          onClick={() => {
            onUndo()
            said.value = undefined
          }}
        >
          <Icon name="undo" />
          {t().popup.undo}
        </Button>
      </>
    )}
  </p>
)
