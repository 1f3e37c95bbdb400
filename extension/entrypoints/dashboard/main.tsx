/** The dashboard paints the stored picture at once; the store, and all it needs, comes after. */
import '../../ui/index.css'
import '../../views/shared/shared.css'
import '../../views/dashboard/dashboard.css'
import { signal } from '@preact/signals'
import { render } from 'preact'
import { createDrafts } from '../../state/drafts'
import { readItem, writeItem } from '../../state/items'
import { readSession } from '../../state/session'
import { readLanguage } from '../../state/settings'
import { createShell } from '../../state/shell'
import { keepView, readView } from '../../state/snapshot'
import type { Session } from '../../state/types'
import { type Language, language } from '../../text'
import { Dashboard } from '../../views/dashboard/Dashboard'
import { createModel, type Model, type Tools } from '../../views/dashboard/model'
import { type Picture, packPicture, unpackPicture } from '../../views/dashboard/picture'
import { hrefOf } from '../../views/dashboard/route'
import { createRouter } from '../../views/dashboard/router'
import { ErrorGuard } from '../../views/shared/ErrorGuard'
import { LaunchError } from '../../views/shared/LaunchError'

const root = document.getElementById('app') as HTMLElement
const speak = (chosen: Language): void => {
  language.value = chosen
  document.documentElement.lang = chosen
}
const shell = createShell({
  hrefOfCheck: (place) => hrefOf({ sheet: 'check', ...place }),
  applyLanguage: speak,
})
const router = createRouter(window)
const model = signal<Model | undefined>(undefined)
const trouble = signal<unknown>(undefined)
const narrow = matchMedia('(max-width: 48rem)')
const isNarrow = signal(narrow.matches)
narrow.addEventListener('change', ({ matches }) => {
  isNarrow.value = matches
})

const toolsFor = (member: string): Tools => ({
  ...shell,
  drafts: createDrafts(member),
  copy: (text) => navigator.clipboard.writeText(text),
  print: () => print(),
  setTitle: (title) => {
    document.title = title
  },
  memory: {
    get: (name) => readItem(`waarborg.memory/${member}/${name}`),
    set: (name, value) => writeItem(`waarborg.memory/${member}/${name}`, value),
  },
})

const draw = (tools: Tools, picture: Picture | undefined): void =>
  render(
    <ErrorGuard onReload={shell.reload}>
      <Dashboard
        router={router}
        tools={tools}
        picture={picture}
        model={model}
        trouble={trouble}
        isNarrow={isNarrow}
      />
    </ErrorGuard>,
    root,
  )

/** The store, and the figures that follow from it. */
const open = async (session: Session, tools: Tools): Promise<void> => {
  const { createStore } = await import('../../state/store')
  const store = createStore(session, { scope: 'all' })
  const visited = Number(tools.memory.get(VISITED)) || undefined
  const made = createModel({ store, router, tools, lastVisit: visited })
  model.value = made
  addEventListener('pagehide', () => {
    tools.memory.set(VISITED, String(Date.now()))
    keepPicture(made)
  })
  addEventListener('visibilitychange', () => keepPicture(made))
}
const VISITED = 'visited'

const keepPicture = ({ store, board }: Model): void => {
  if (!store.ready.peek()) return
  const name = store.me.peek()?.name ?? ''
  const organisation = store.organisationName.peek()
  keepView(
    'dashboard',
    packPicture({ member: store.session.member, name, organisation, board: board.peek() }),
  )
}

const start = async (painted: Picture | undefined): Promise<void> => {
  const invited = new URLSearchParams(location.search)
  if (invited.has('code')) return signIn(invited)
  const session = await readSession()
  if (!session) return signIn(undefined)
  const tools = toolsFor(session.member)
  // Nobody sees what was another's.
  draw(tools, painted?.member === session.member ? painted : undefined)
  await open(session, tools)
}

const signIn = async (invited: URLSearchParams | undefined): Promise<void> => {
  const { showSignIn } = await import('./sign-in')
  showSignIn(root, shell, invited)
}

speak(readLanguage())
const painted = unpackPicture(readView('dashboard'), undefined)
if (painted && location.search === '') draw(toolsFor(painted.member), painted)
start(painted).catch((error: unknown) => {
  console.error(error)
  render(<LaunchError error={error} onReload={shell.reload} />, root)
})
