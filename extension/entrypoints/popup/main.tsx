/**
 * The run through one's checks, as popup or beside the page: paints the stored view at once; the store, and all it needs,
 * comes after.
 */
import '../../ui/index.css'
import '../../views/shared/shared.css'
import '../../views/popup/popup.css'
import { signal } from '@preact/signals'
import { type ComponentChildren, render } from 'preact'
import { createDrafts, type Drafts } from '../../state/drafts'
import { readSession, watchSession } from '../../state/session'
import { readLanguage } from '../../state/settings'
import { createShell } from '../../state/shell'
import { readSnapshot } from '../../state/snapshot'
import type { Snapshot } from '../../state/snapshot-types'
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

const noDrafts = { readDraft: () => undefined, writeDraft: () => undefined, clearDraft: () => undefined }

/** The same page beside a web page: it stays open, and knows which checks belong to that page. */
const isBeside = document.body.classList.contains('panel-body')
const above = signal<ComponentChildren>(undefined)

const make = (snapshot: Snapshot | undefined, drafts: Drafts): Agenda =>
  createAgenda({ snapshot, drafts, staysOpen: isBeside })

const draw = (agenda: Agenda): void =>
  render(
    <ErrorGuard onReload={shell.reload}>
      <Popup agenda={agenda} shell={shell} above={above} />
    </ErrorGuard>,
    root,
  )

/** The stored view, if it is this person's; nobody sees what was another's. */
const open = async (painted: Agenda | undefined, member: string | undefined): Promise<void> => {
  const session = await readSession()
  if (!session) return render(<Welcome shell={shell} />, root)
  const agenda =
    painted && member === session.member ? painted : make(undefined, createDrafts(session.member))
  if (agenda !== painted) draw(agenda)
  if (isBeside) void import('./here').then(({ hereOf }) => hereOf(agenda, above), console.error)
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
const painted = snapshot && make(snapshot, createDrafts(snapshot.member))
draw(painted ?? make(undefined, noDrafts))
open(painted, snapshot?.member).catch((error: unknown) => {
  console.error(error)
  render(<LaunchError error={error} onReload={shell.reload} />, root)
})
