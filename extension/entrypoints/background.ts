/** The background: short visits that bring unsent work to the server and count what is due; the menu and the shortcuts of web pages. */
import { defineBackground } from 'wxt/utils/define-background'
import { startBackground } from '../state/background'
import { startContextMenu } from '../state/context-menu'
import { startPageCalled } from '../state/page-called'
import { startReminders } from '../state/reminders'

export default defineBackground({
  type: 'module',
  main() {
    const visit = startBackground()
    startReminders()
    startContextMenu(() => visit({ onlyIfUnsent: true }))
    startPageCalled()
  },
})
