/** The popup: one's checks of now, answered one after the other, by keyboard or by hand. */
import type { ReadonlySignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Store } from '../../state/types'
import { t } from '../../text'
import { Button } from '../../ui/Button'
import { VisuallyHidden } from '../../ui/VisuallyHidden'
import { SignOutDialog } from '../shared/SignOutDialog'
import { SyncWord, syncAnnouncement } from '../shared/SyncWord'
import type { Shell } from '../shared/shell'
import { isCharacter, isTyping } from '../shared/typing'
import type { Agenda } from './agenda'
import { CheckList } from './CheckList'
import { FiguresSlot } from './FiguresSlot'
import { Header } from './Header'
import { type Verb, verbOf } from './keys'
import { type LayerName, LayerSlot } from './LayerSlot'
import { MeasuresSlot } from './MeasuresSlot'
import { NothingToDo } from './NothingToDo'
import { ProgressLine } from './ProgressLine'

type Overlay = LayerName | 'sign-out' | undefined

export const Popup = ({
  agenda,
  shell,
  above,
}: {
  readonly agenda: Agenda
  readonly shell: Shell
  /** What stands above the checks. */
  readonly above?: ReadonlySignal<ComponentChildren>
}) => {
  const [overlay, setOverlay] = useState<Overlay>()
  const closeOverlay = () => {
    setOverlay(undefined)
    agenda.refocus()
  }
  const typed = useShortcuts(agenda, shell, overlay, setOverlay)
  const store = agenda.store.value
  const rescue = () => store && shell.download(store.rescueFile(), rescueName(agenda.today.value))
  return (
    <div class="popup">
      <Header
        organisation={agenda.organisation.value}
        name={agenda.name.value}
        shell={shell}
        onBeside={agenda.staysOpen ? undefined : shell.openBeside}
        onHelp={() => setOverlay('help')}
        onSignOut={() => setOverlay('sign-out')}
      />
      <ProgressLine progress={agenda.progress.value} />
      <main class="popup-main" onPointerDown={agenda.touch} onPointerMove={agenda.touch}>
        {above?.value}
        {agenda.rows.value.length > 0 ? (
          <CheckList agenda={agenda} shell={shell} />
        ) : (
          <NothingToDo agenda={agenda} shell={shell} />
        )}
        {agenda.live.value && <FiguresSlot store={agenda.live.value} shell={shell} />}
        {agenda.live.value && <MeasuresSlot store={agenda.live.value} shell={shell} />}
      </main>
      {agenda.news.value > 0 && (
        <div class="news">
          <Button look="primary" onClick={agenda.showNews}>
            {t().popup.news(agenda.news.value)}
          </Button>
        </div>
      )}
      <footer class="popup-foot">
        <SyncWord sync={agenda.sync.value} onRescue={rescue} onSignIn={shell.openOptions} />
        <button type="button" class="keys-hint" aria-keyshortcuts="?" onClick={() => setOverlay('help')}>
          <kbd>?</kbd> {t().popup.keysHint}
        </button>
      </footer>
      <Announcements agenda={agenda} />
      {overlay === 'sign-out' ? (
        <SignOutDialog
          unsent={agenda.sync.value.unsent}
          onRescue={rescue}
          onSignOut={() => void store?.signOut().then(() => leave(store, shell))}
          onClose={closeOverlay}
        />
      ) : (
        overlay && (
          <LayerSlot
            key={overlay}
            name={overlay}
            store={agenda.live.value}
            shell={shell}
            typed={typed}
            onClose={closeOverlay}
          />
        )
      )}
    </div>
  )
}

// Closed first, or the page would keep a last picture of what was just forgotten.
const leave = (store: Store, shell: Shell): void => {
  store.close()
  shell.reload()
}

const rescueName = (today: string): string => `waarborg-${today}.json`

/** Read out politely: what was answered, and when the work becomes more or less safe. */
const Announcements = ({ agenda }: { agenda: Agenda }) => (
  <>
    <VisuallyHidden>
      <span role="status">{agenda.message.value}</span>
    </VisuallyHidden>
    <VisuallyHidden>
      <span role="status">{syncAnnouncement(agenda.sync.value)}</span>
    </VisuallyHidden>
  </>
)

/** Keys work anywhere in the window, except where one types. */
const useShortcuts = (
  agenda: Agenda,
  shell: Shell,
  overlay: Overlay,
  show: (layer: LayerName) => void,
): (() => string) => {
  const typed = useRef('')
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (isInDialog(event.target)) return
      if (overlay) {
        // It is still coming: what is typed meanwhile is for it.
        if (isCharacter(event)) typed.current += event.key
        return
      }
      typed.current = ''
      const verb = verbOf(event, { isOn: shell.singleKeys(), isTyping: isTyping(event.target) })
      if (!verb || isForButton(verb, event.target)) return
      event.preventDefault()
      carryOut(verb, agenda, shell, show)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [agenda, shell, overlay, show])
  return () => typed.current
}

const carryOut = (verb: Verb, agenda: Agenda, shell: Shell, show: (layer: LayerName) => void): void => {
  const row = agenda.active.value
  const acts: Readonly<Record<Verb['verb'], () => void>> = {
    answer: () => row && 'outcome' in verb && agenda.choose(row, verb.outcome, 'keys'),
    note: () => row && agenda.note(row),
    open: () => shell.openDashboard(row),
    next: () => agenda.step(1),
    previous: () => agenda.step(-1),
    undo: () => agenda.undo('keys'),
    news: agenda.showNews,
    measure: () =>
      void import('../new/route').then(({ newMeasureFor }) =>
        shell.openDashboard({ hash: newMeasureFor(row) }),
      ),
    palette: () => show('palette'),
    jump: () => show('jump'),
    help: () => show('help'),
    press: () => 'key' in verb && press(verb.key),
  }
  acts[verb.verb]()
}

// A button that names the key as its own, of the row one is at; else of the one that was answered last.
const press = (key: string): void => {
  const named = (row: string) => document.querySelector<HTMLElement>(`${row} [aria-keyshortcuts="${key}"]`)
  const button = named('.row-active') ?? named('.row-last')
  button?.click()
}

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('dialog') !== null

// Enter presses the button that has the focus; on the head of a row it opens the check.
const isForButton = ({ verb }: Verb, target: EventTarget | null): boolean =>
  verb === 'open' && target instanceof HTMLElement && target.closest('button:not(.row-head), a') !== null
