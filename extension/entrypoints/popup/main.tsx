/** The popup paints the stored view at once; the store, and all it needs, comes after. */
import '../../ui/index.css'
import '../../views/shared/shared.css'
import '../../views/popup/popup.css'
import { render } from 'preact'
import { createDrafts } from '../../state/drafts'
import { readSession, watchSession } from '../../state/session'
import { readLanguage } from '../../state/settings'
import { createShell } from '../../state/shell'
import { readSnapshot } from '../../state/snapshot'
import type { Session } from '../../state/types'
import { type Language, language } from '../../text'
import { type Agenda, createAgenda } from '../../views/popup/agenda'
import { Popup } from '../../views/popup/Popup'
import { Welcome } from '../../views/popup/Welcome'
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

const draw = (agenda: Agenda): void =>
  render(
    <ErrorGuard onReload={shell.reload}>
      <Popup agenda={agenda} shell={shell} />
    </ErrorGuard>,
    root,
  )

const noDrafts = { readDraft: () => undefined, writeDraft: () => undefined, clearDraft: () => undefined }

/** The stored view, if it is this person's; nobody sees what was another's. */
const open = async (painted: Agenda | undefined, member: string | undefined): Promise<void> => {
  const session = await readSession()
  if (!session) return render(<Welcome shell={shell} />, root)
  const agenda =
    painted && member === session.member
      ? painted
      : createAgenda({ snapshot: undefined, drafts: createDrafts(session.member) })
  if (agenda !== painted) draw(agenda)
  await connect(agenda, session)
}

const connect = async (agenda: Agenda, session: Session): Promise<void> => {
  const { createStore } = await import('../../state/store')
  const store = createStore(session, { scope: 'mine' })
  agenda.connect(store)
  // Signed out in another page: this one must not go on as who one was.
  watchSession((next) => {
    if (next?.token === session.token) return
    store.close()
    shell.reload()
  })
}

speak(readLanguage())
const snapshot = readSnapshot()
const painted = snapshot && createAgenda({ snapshot, drafts: createDrafts(snapshot.member) })
draw(painted ?? createAgenda({ snapshot: undefined, drafts: noDrafts }))
open(painted, snapshot?.member).catch((error: unknown) => {
  console.error(error)
  render(<LaunchError error={error} onReload={shell.reload} />, root)
})
