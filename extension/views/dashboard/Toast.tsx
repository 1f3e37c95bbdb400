/** What was just done, with the way back. Stays until something else is done or it is closed: nobody has to be quick. */
import type { Signal } from '@preact/signals'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import type { Toast as Said } from './model'
import { d } from './words'

export const Toast = ({ toast }: { readonly toast: Signal<Said | undefined> }) => (
  <div class="toast-place" role="status">
    {toast.value && (
      <div class="toast">
        <span>{toast.value.text}</span>
        {toast.value.undo && (
          <Button
            look="plain"
            aria-keyshortcuts="u"
            onClick={() => {
              const undo = toast.value?.undo
              toast.value = { text: d().check.undone, undo: undefined }
              undo?.()
            }}
          >
            <Icon name="undo" />
            {d().frame.undo}
          </Button>
        )}
        <Button
          look="icon"
          aria-label={d().frame.dismiss}
          onClick={() => {
            toast.value = undefined
          }}
        >
          <Icon name="close" />
        </Button>
      </div>
    )}
  </div>
)
