/** The dashboard: paints the stored picture at once, and the living figures as soon as the store has them. */
import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { yearOf } from '../../../shared/days'
import { yearRoom } from '../../../shared/rooms'
import type { SyncState } from '../../state/types'
import { nameOf } from '../../text'
import { Skeleton } from '../../ui/Skeleton'
import { QualityPages } from '../quality/QualityPages'
import { LaunchError } from '../shared/LaunchError'
import { SignOutDialog } from '../shared/SignOutDialog'
import { CheckSheet } from './check/CheckSheet'
import { ModelContext } from './context'
import { Department } from './department/Department'
import { Frame } from './Frame'
import { Late } from './Late'
import { Lines } from './Lines'
import type { Model, Tools } from './model'
import { Overview } from './overview/Overview'
import { Avatars } from './Presence'
import { People } from './people/People'
import type { Picture } from './picture'
import { hrefOf, type Page } from './route'
import type { Router } from './router'
import { Toast } from './Toast'
import { d } from './words'

type Props = {
  readonly router: Router
  readonly tools: Tools
  readonly picture: Picture | undefined
  /** There as soon as the store has been loaded. */
  readonly model: ReadonlySignal<Model | undefined>
  /** Why it will not come. */
  readonly trouble: ReadonlySignal<unknown>
  readonly isNarrow: ReadonlySignal<boolean>
}

const LOADING: SyncState = {
  word: 'loading',
  unsent: 0,
  online: true,
  confirmedAt: undefined,
  problem: undefined,
}

export const Dashboard = ({ router, tools, picture, model, trouble, isNarrow }: Props) => {
  const isLeaving = useSignal(false)
  if (trouble.value !== undefined) return <LaunchError error={trouble.value} onReload={tools.reload} />
  const live = model.value?.store.ready.value ? model.value : undefined
  const store = model.value?.store
  const page = router.page.value
  const board = live?.board.value ?? picture?.board
  const rescue = (): void => {
    if (store) tools.download(store.rescueFile(), `waarborg-${store.today.value}.json`)
  }
  const frame = (
    <Frame
      page={page}
      organisation={live?.store.organisationName.value ?? picture?.organisation ?? ''}
      name={live?.store.me.value?.name ?? picture?.name ?? ''}
      board={board}
      sync={store?.sync.value ?? LOADING}
      tools={tools}
      avatars={live && <Avatars />}
      onRescue={rescue}
      onSignOut={() => {
        isLeaving.value = true
      }}
    >
      {page.page === 'overview' && board && (live || board.span === page.span) ? (
        <Overview
          board={board}
          page={page}
          isLive={live !== undefined}
          isNarrow={isNarrow.value}
          memory={tools.memory}
          go={router.go}
          swap={router.swap}
        />
      ) : live ? (
        <LivePage key={page.page === 'department' ? page.department : page.page} page={page} />
      ) : (
        <Reading />
      )}
      {isLeaving.value && (
        <SignOutDialog
          unsent={store?.sync.value.unsent ?? 0}
          onRescue={rescue}
          onSignOut={() => {
            isLeaving.value = false
            void store?.signOut().then(tools.reload)
          }}
          onClose={() => {
            isLeaving.value = false
          }}
        />
      )}
    </Frame>
  )
  if (!live) return frame
  return (
    <ModelContext.Provider value={live}>
      {frame}
      <Overlay router={router} />
      {!router.lines.value && !router.check.value && <Toast toast={live.toast} />}
      <Watch model={live} />
    </ModelContext.Provider>
  )
}

const LivePage = ({ page }: { readonly page: Page }) => {
  switch (page.page) {
    case 'late':
      return <Late page={page} />
    case 'department':
      return <Department page={page} />
    case 'people':
      return <People page={page} />
    case 'quality':
      return <QualityPages page={page} />
    default:
      return null
  }
}

/** What lies over the page: a list of lines, a check, or a check over the list it was opened from. */
const Overlay = ({ router }: { readonly router: Router }) => {
  const lines = router.lines.value
  const check = router.check.value
  return (
    <>
      {lines && <Lines key="lines" route={lines} />}
      {check && <CheckSheet key={hrefOf(check)} route={check} />}
    </>
  )
}

const Reading = () => (
  <div class="page" aria-busy="true">
    <p class="visually-hidden" role="status">
      {d().frame.reading}
    </p>
    <Skeleton width="40%" />
    <Skeleton width="90%" />
    <Skeleton width="75%" />
  </div>
)

/** What follows from where one is, without being drawn: the title of the tab, what others see, and undo by key. */
const Watch = ({ model }: { readonly model: Model }) => {
  const { router, store, tools } = model
  useSignalEffect(() => {
    const page = router.page.value
    const check = router.check.value
    tools.setTitle(`${titleOfPage(model)} · ${store.organisationName.value}`)
    if (check) store.lookAt({ room: check.room, about: check.about })
    else if (page.page === 'department')
      store.lookAt({ room: yearRoom(page.department, page.year ?? yearOf(store.today.value)) })
    else store.lookAt({ room: 'org' })
  })
  useEffect(() => {
    const undo = (event: KeyboardEvent): void => {
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || isTyping(event)) return
      const back = model.toast.value?.undo
      if (!back) return
      event.preventDefault()
      model.toast.value = { text: d().check.undone, undo: undefined }
      back()
    }
    addEventListener('keydown', undo)
    return () => removeEventListener('keydown', undo)
  }, [model])
  return null
}

const isTyping = ({ target }: KeyboardEvent): boolean =>
  (target as Element | null)?.closest('input, textarea, select') != null

const titleOfPage = ({ router, department }: Model): string => {
  const page = router.page.value
  if (page.page !== 'department') return d().pages[page.page]
  const record = department.value.get(page.department)
  return record ? nameOf(record) : d().frame.departments
}
