/** The dashboard: paints the stored picture at once, and the living figures as soon as the store has them. */
import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals'
import type { SyncState } from '../../state/types'
import { nameOf } from '../../text'
import { Skeleton } from '../../ui/Skeleton'
import { VisuallyHidden } from '../../ui/VisuallyHidden'
import { LaunchError } from '../shared/LaunchError'
import { SignOutDialog } from '../shared/SignOutDialog'
import { SyncWord, syncAnnouncement } from '../shared/SyncWord'
import type { Board } from './board'
import { ModelContext } from './context'
import { Frame } from './Frame'
import type { Model, Tools } from './model'
import { Overview } from './overview/Overview'
import { Avatars } from './Presence'
import type { Picture } from './picture'
import type { Page } from './route'
import type { Router } from './router'
import { d } from './words'

/** The parts that are loaded beside the store. */
export type Parts = Pick<typeof import('./parts'), 'LivePage' | 'Overlay' | 'Watch'>

type Props = {
  readonly router: Router
  readonly tools: Tools
  readonly picture: Picture | undefined
  /** There as soon as the store has been loaded. */
  readonly model: ReadonlySignal<Model | undefined>
  readonly parts: ReadonlySignal<Parts | undefined>
  /** Why it will not come. */
  readonly trouble: ReadonlySignal<unknown>
  readonly isNarrow: ReadonlySignal<boolean>
}

// Each signal is read as deep as can be: what changes often draws little.
export const Dashboard = ({ router, tools, picture, model, parts, trouble, isNarrow }: Props) => {
  const isLeaving = useSignal(false)
  const live = useComputed(() => (model.value?.isComplete.value && parts.value ? model.value : undefined))
  const board = useComputed(() => live.value?.board.value ?? picture?.board)
  if (trouble.value !== undefined) return <LaunchError error={trouble.value} onReload={tools.reload} />
  const { LivePage, Overlay, Watch } = parts.value ?? {}
  const known = live.value
  const page = router.page.value
  return (
    <ModelContext.Provider value={known}>
      <Frame
        page={page}
        organisation={model.value?.store.organisationName.value || (picture?.organisation ?? '')}
        name={model.value?.store.me.value?.name ?? picture?.name ?? ''}
        board={board}
        tools={tools}
        sync={<Sync model={model.value} tools={tools} />}
        avatars={known && <Avatars />}
        onSignOut={() => {
          isLeaving.value = true
        }}
      >
        {page.page === 'overview' ? (
          <Figures
            model={model.value}
            board={board}
            page={page}
            isLive={known !== undefined}
            isNarrow={isNarrow}
            router={router}
            tools={tools}
          />
        ) : known && LivePage ? (
          <LivePage key={page.page === 'department' ? page.department : page.page} page={page} />
        ) : (
          <Reading model={model.value} page={page} board={board} />
        )}
      </Frame>
      {known && Overlay && <Overlay model={known} />}
      {known && Watch && <Watch model={known} />}
      {isLeaving.value && (
        <Leaving
          model={model.value}
          tools={tools}
          onClose={() => {
            isLeaving.value = false
          }}
        />
      )}
    </ModelContext.Provider>
  )
}

/** The overview, with the figures of the window that is asked for. */
const Figures = ({
  model,
  board,
  page,
  isLive,
  isNarrow,
  router,
  tools,
}: {
  readonly model: Model | undefined
  readonly board: ReadonlySignal<Board | undefined>
  readonly page: Page & { readonly page: 'overview' }
  readonly isLive: boolean
  readonly isNarrow: ReadonlySignal<boolean>
  readonly router: Router
  readonly tools: Tools
}) => {
  const figures = board.value
  if (!figures || (!isLive && figures.span !== page.span))
    return <Reading model={model} page={page} board={board} />
  return (
    <Overview
      board={figures}
      page={page}
      isLive={isLive}
      isNarrow={isNarrow.value}
      memory={tools.memory}
      go={router.go}
      swap={router.swap}
    />
  )
}

const LOADING: SyncState = {
  word: 'loading',
  unsent: 0,
  online: true,
  confirmedAt: undefined,
  problem: undefined,
}

const rescue = ({ store }: Model, tools: Tools): void =>
  tools.download(store.rescueFile(), `waarborg-${store.today.value}.json`)

const Sync = ({ model, tools }: { readonly model: Model | undefined; readonly tools: Tools }) => {
  const sync = model?.store.sync.value ?? LOADING
  return (
    <>
      <SyncWord sync={sync} onRescue={() => model && rescue(model, tools)} onSignIn={tools.openOptions} />
      <VisuallyHidden>
        <span role="status">{syncAnnouncement(sync)}</span>
      </VisuallyHidden>
    </>
  )
}

const Leaving = ({
  model,
  tools,
  onClose,
}: {
  readonly model: Model | undefined
  readonly tools: Tools
  readonly onClose: () => void
}) => (
  <SignOutDialog
    unsent={model?.store.sync.value.unsent ?? 0}
    onRescue={() => model && rescue(model, tools)}
    onSignOut={() => {
      onClose()
      void model?.store.signOut().then(tools.reload)
    }}
    onClose={onClose}
  />
)

/** Before there are figures. On a new device it says how much is still to come: half of it would be untrue. */
const Reading = ({
  model,
  page,
  board,
}: {
  readonly model: Model | undefined
  readonly page: Page
  readonly board: ReadonlySignal<Board | undefined>
}) => {
  const arriving = model?.store.ready.value ? model.store.arriving.value : 0
  return (
    <div class="page" aria-busy="true">
      <h1>{titleOf(page, board.value)}</h1>
      <p class="quiet" role="status">
        {arriving > 0 ? d().frame.arriving : d().frame.reading}
      </p>
      {arriving > 0 && <p class="quiet">{d().frame.stillToCome(arriving)}</p>}
      <Skeleton width="40%" />
      <Skeleton width="90%" />
      <Skeleton width="75%" />
    </div>
  )
}

const titleOf = (page: Page, board: Board | undefined): string => {
  if (page.page !== 'department') return d().pages[page.page]
  const known = board?.departments.find(({ key }) => key === page.department)
  return known ? nameOf(known) : d().frame.departments
}
