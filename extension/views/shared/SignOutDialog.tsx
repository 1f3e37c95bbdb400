/** Asks before signing out, and says what is not on the server yet. */
import { t } from '../../text'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Icon } from '../../ui/Icon'
import { Notice } from '../../ui/Notice'

export const SignOutDialog = ({
  unsent,
  onRescue,
  onSignOut,
  onClose,
}: {
  readonly unsent: number
  readonly onRescue: () => void
  readonly onSignOut: () => void
  readonly onClose: () => void
}) => (
  <Dialog
    title={t().signOut.title}
    closeLabel={t().app.close}
    onClose={onClose}
    footer={
      <>
        <Button onClick={onClose}>{t().signOut.stay}</Button>
        <Button look={unsent > 0 ? 'danger' : 'primary'} onClick={onSignOut}>
          {unsent > 0 ? t().signOut.anyway : t().signOut.confirm}
        </Button>
      </>
    }
  >
    <div class="prose">
      <p>{t().signOut.text}</p>
      {unsent > 0 && (
        <Notice tone="warning" title={t().signOut.unsent(unsent)}>
          <Button onClick={onRescue}>
            <Icon name="download" />
            {t().sync.rescue}
          </Button>
        </Notice>
      )}
    </div>
  </Dialog>
)
