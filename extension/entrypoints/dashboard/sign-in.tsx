/** Signing in from the dashboard: by hand, or at once when the address brought an invitation. */
import '../../views/sign-in/sign-in.css'
import { render } from 'preact'
import { deviceName } from '../../state/shell'
import { signIn } from '../../state/sign-in'
import type { Shell } from '../../views/shared/shell'
import { Options } from '../../views/sign-in/Options'

/** @param invited what stood after "?" in the address: server, organisation and code */
export const showSignIn = (root: HTMLElement, shell: Shell, invited: URLSearchParams | undefined): void => {
  // The code works once and is nobody else's business: not in the address, not in the history.
  history.replaceState(null, '', `${location.pathname}${location.hash}`)
  render(
    <Options
      shell={shell}
      store={undefined}
      greeted={undefined}
      initial={{
        device: deviceName(),
        server: invited?.get('server') ?? '',
        organisation: invited?.get('organisation') ?? '',
        code: invited?.get('code') ?? '',
      }}
      signIn={signIn}
      // Starts the dashboard afresh, as the one who is signed in now.
      onSignedIn={shell.reload}
    />,
    root,
  )
  if (invited) root.querySelector<HTMLFormElement>('form')?.requestSubmit()
}
