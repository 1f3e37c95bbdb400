/** The small window of evidence: what was captured, and the check it belongs to. */
import '../../ui/index.css'
import '../../views/shared/shared.css'
import { render } from 'preact'
import { readSession, watchSession } from '../../state/session'
import { readLanguage } from '../../state/settings'
import { createShell } from '../../state/shell'
import { createStore } from '../../state/store'
import { type Language, language } from '../../text'
import { CapturePage } from '../../views/evidence/CapturePage'
import { ErrorGuard } from '../../views/shared/ErrorGuard'
import { LaunchError } from '../../views/shared/LaunchError'

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

const start = async (): Promise<void> => {
  const session = await readSession()
  if (!session) {
    shell.openOptions()
    return window.close()
  }
  const query = new URLSearchParams(location.search)
  const asked = (name: string): string | undefined => query.get(name) ?? undefined
  const store = createStore(session, { scope: 'all' })
  // Signed out in another page: this one must not go on as who one was.
  watchSession((next) => {
    if (next?.token === session.token) return
    store.close()
    shell.reload()
  })
  render(
    <ErrorGuard onReload={shell.reload}>
      <CapturePage
        store={store}
        shell={shell}
        asked={{
          capture: asked('capture'),
          problem: asked('problem'),
          room: asked('room'),
          about: asked('about'),
        }}
        close={() => window.close()}
      />
    </ErrorGuard>,
    root,
  )
}

speak(readLanguage())
start().catch((error: unknown) => {
  console.error(error)
  render(<LaunchError error={error} onReload={shell.reload} />, root)
})
