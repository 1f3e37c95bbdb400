/** The options page: signing in, language, what is kept where. */
import '../../ui/index.css'
import '../../views/shared/shared.css'
import '../../views/sign-in/sign-in.css'
import { render } from 'preact'
import { hasReminders, switchOffReminders, switchOnReminders } from '../../state/reminder-choice'
import { readSession, watchSession } from '../../state/session'
import { readLanguage } from '../../state/settings'
import { createShell, deviceName } from '../../state/shell'
import { signIn } from '../../state/sign-in'
import type { Session, Store } from '../../state/types'
import { type Language, language } from '../../text'
import { ErrorGuard } from '../../views/shared/ErrorGuard'
import { LaunchError } from '../../views/shared/LaunchError'
import { Options } from '../../views/sign-in/Options'

const root = document.getElementById('app') as HTMLElement
const speak = (chosen: Language): void => {
  language.value = chosen
  document.documentElement.lang = chosen
}
const shell = createShell({
  hrefOfCheck: async (place) => {
    const { hrefOf } = await import('../../views/dashboard/route')
    return hrefOf({ sheet: 'check', ...place })
  },
  applyLanguage: speak,
})

const reminders = { isOn: hasReminders, switchOn: switchOnReminders, switchOff: switchOffReminders }

const fail = (error: unknown): void => {
  console.error(error)
  render(<LaunchError error={error} onReload={shell.reload} />, root)
}

let present: { readonly session: Session; readonly store: Store } | undefined

const draw = async (session: Session | undefined, greeted?: string): Promise<void> => {
  if (session?.token !== present?.session.token) present?.store.close()
  if (!session) present = undefined
  else if (session.token !== present?.session.token) present = { session, store: await openStore(session) }
  render(
    <ErrorGuard onReload={shell.reload}>
      <Options
        shell={shell}
        store={present?.store}
        greeted={greeted}
        initial={{ device: deviceName() }}
        signIn={signIn}
        onSignedIn={(signedIn, name) => show(signedIn, name)}
        reminders={reminders}
      />
    </ErrorGuard>,
    root,
  )
}

// One after the other: who signs in again here is also heard of as somebody who signed in.
let drawn: Promise<void> = Promise.resolve()
const show = (session: Session | undefined, greeted?: string): void => {
  drawn = drawn.then(() => draw(session, greeted)).catch(fail)
}
/** Signed out, or in, in another page: this one must not go on as who one was. */
const follow = (session: Session | undefined): void => {
  drawn = drawn
    .then(() => (present && session?.token !== present.session.token ? draw(session) : undefined))
    .catch(fail)
}

// Most who come here sign in first, and need no store yet.
const openStore = async (session: Session) => {
  const { createStore } = await import('../../state/store')
  return createStore(session, { scope: 'mine' })
}

watchSession(follow)
speak(readLanguage())
readSession().then((session) => show(session), fail)
