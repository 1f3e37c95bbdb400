/** The dashboard paints the stored picture at once; the store, and all it needs, comes after. */
import '../../ui/index.css'
import '../../views/shared/shared.css'
import '../../views/dashboard/dashboard.css'
import { batch, effect, signal } from '@preact/signals'
import { render } from 'preact'
import { createDrafts } from '../../state/drafts'
import { readItem, writeItem } from '../../state/items'
import { readSession, watchSession } from '../../state/session'
import { readLanguage } from '../../state/settings'
import { createShell } from '../../state/shell'
import { keepView, readView } from '../../state/snapshot'
import type { Session } from '../../state/types'
import { type Language, language } from '../../text'
import { Dashboard, type Parts } from '../../views/dashboard/Dashboard'
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
const parts = signal<Parts | undefined>(undefined)
const trouble = signal<unknown>(undefined)
const narrow = matchMedia('(max-width: 48rem)')
const isNarrow = signal(narrow.matches)
narrow.addEventListener('change', ({ matches }) => {
  isNarrow.value = matches
})

/** What ends when somebody signs out, here or in another page. */
const lifetime = new AbortController()

const toolsFor = (member: string): Tools => ({
  ...shell,
  reload: () => {
    // Nothing of who is leaving is kept for the next one.
    lifetime.abort()
    shell.reload()
  },
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
        parts={parts}
        trouble={trouble}
        isNarrow={isNarrow}
      />
    </ErrorGuard>,
    root,
  )

/** The store, and the figures that follow from it. */
const open = async (session: Session, tools: Tools): Promise<void> => {
  const [{ createStore }, loaded] = await Promise.all([
    import('../../state/store'),
    import('../../views/dashboard/parts'),
  ])
  const store = createStore(session, { scope: 'all' })
  watchSession((next) => {
    if (next?.token === session.token) return
    store.close()
    tools.reload()
  })
  const lastVisit = Number(tools.memory.get(VISITED)) || undefined
  const made = createModel({ store, router, tools, lastVisit })
  batch(() => {
    parts.value = loaded
    model.value = made
  })
  keepPicture(made, tools)
}

const VISITED = 'visited'
const WAIT = 1_000

/** Keeps what the next opening paints first, while the figures change and once more when the page goes. */
const keepPicture = ({ store, board, isComplete }: Model, { memory }: Tools): void => {
  const { signal } = lifetime
  let isPlanned = false
  const write = (): void => {
    isPlanned = false
    const me = store.me.peek()
    if (signal.aborted || !isComplete.peek() || !me) return
    const organisation = store.organisationName.peek()
    keepView('dashboard', packPicture({ member: me.key, name: me.name, organisation, board: board.peek() }))
  }
  effect(() => {
    if (!isComplete.value || !board.value || isPlanned) return
    isPlanned = true
    setTimeout(write, WAIT)
  })
  const leave = (): void => {
    memory.set(VISITED, String(Date.now()))
    write()
  }
  addEventListener('pagehide', leave, { signal })
}

const start = async (painted: Picture | undefined, tools: Tools | undefined): Promise<void> => {
  const invited = new URLSearchParams(location.search)
  if (invited.has('code')) return signIn(invited)
  const session = await readSession()
  if (!session) return signIn(undefined)
  // Nobody sees what was another's.
  if (tools && painted?.member === session.member) return open(session, tools)
  const own = toolsFor(session.member)
  draw(own, undefined)
  return open(session, own)
}

const signIn = async (invited: URLSearchParams | undefined): Promise<void> => {
  const { showSignIn } = await import('./sign-in')
  showSignIn(root, shell, invited)
}

speak(readLanguage())
const painted = location.search === '' ? unpackPicture(readView('dashboard'), undefined) : undefined
const tools = painted && toolsFor(painted.member)
if (tools) draw(tools, painted)
start(painted, tools).catch((error: unknown) => {
  console.error(error)
  render(<LaunchError error={error} onReload={shell.reload} />, root)
})
