/** The background: short visits that bring unsent work to the server and count what is due. */
import { defineBackground } from 'wxt/utils/define-background'
import { startBackground } from '../state/background'

export default defineBackground({ type: 'module', main: startBackground })
