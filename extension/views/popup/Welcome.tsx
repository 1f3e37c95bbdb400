/** The popup of a device that is not signed in: one sentence and one button. */
import { t } from '../../text'
import { Button } from '../../ui/Button'
import { Mark } from '../shared/Mark'
import type { Shell } from '../shared/shell'

export const Welcome = ({ shell }: { readonly shell: Shell }) => (
  <main class="popup welcome">
    <Mark size="3.5rem" />
    <h1>{t().welcome.title}</h1>
    <p>{t().welcome.text}</p>
    <Button look="primary" large onClick={shell.openOptions}>
      {t().welcome.button}
    </Button>
  </main>
)
