/**
 * Finds anything by a few letters, and goes there. A combo box: the words are typed in one place, the arrows choose in the
 * list. What the disk still has to give is added below as it comes.
 */
import './palette.css'
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Store } from '../../state/types'
import type { Work } from '../../state/work-types'
import { language, t } from '../../text'
import { EmptyState } from '../../ui/EmptyState'
import { Icon, type IconName } from '../../ui/Icon'
import { k } from '../keyboard/say'
import { mayMake } from '../new/may-make'
import type { Shell } from '../shared/shell'
import { entriesOfStore, entriesOfWork, type PaletteEntry, placesToGo } from './entries'
import { prepare, rank } from './ranking'

type Props = {
  readonly store: Store | undefined
  readonly shell: Shell
  readonly isPopup: boolean
  /** What was typed while it was being loaded. */
  readonly typed: () => string
  readonly onGo: (href: string) => void
  readonly onClose: () => void
}

const ICONS: Readonly<Record<PaletteEntry['kind'], IconName>> = {
  page: 'right',
  act: 'plus',
  department: 'dashboard',
  check: 'mine',
  control: 'settings',
  measure: 'measures',
  plan: 'plans',
  finding: 'warning',
  risk: 'warning',
  person: 'people',
  meeting: 'team',
}

export const Palette = ({ store, shell, isPopup, typed, onGo, onClose }: Props) => {
  const element = useRef<HTMLDialogElement>(null)
  const id = useId()
  const [query, setQuery] = useState(typed)
  const [at, setAt] = useState(0)
  const work = useWorkOf(store, isPopup)
  const ground = work?.ready.value ? work.ground.value : undefined
  const checks = store?.checks.value
  const prepared = useMemo(
    () =>
      prepare([
        ...placesToGo(store === undefined || mayMake(store)),
        ...(store ? entriesOfStore(store) : []),
        ...(store && ground ? entriesOfWork(ground, store) : []),
      ]),
    [store, checks, ground, language.value],
  )
  const found = useMemo(() => rank(prepared, query), [prepared, query])
  const chosen = found[Math.min(at, found.length - 1)]
  // Before the next key arrives, which belongs in it.
  useLayoutEffect(() => element.current?.showModal(), [])
  useEffect(() => {
    element.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const words = k().palette
  const take = ({ target }: PaletteEntry): void => {
    if ('href' in target) {
      onGo(target.href)
      return
    }
    onClose()
    if (target.act === 'options') shell.openOptions()
    else shell.setLanguage(language.value === 'nl' ? 'en' : 'nl')
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click closes by the backdrop; Escape does the same by keyboard
    <dialog
      ref={element}
      class="palette"
      aria-label={words.title}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === element.current) element.current?.close()
      }}
    >
      <div class="palette-ask">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          class="palette-input"
          aria-label={words.label}
          placeholder={words.placeholder}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={chosen ? `${id}-${found.indexOf(chosen)}` : undefined}
          autocomplete="off"
          spellcheck={false}
          value={query}
          onInput={({ currentTarget }) => {
            setQuery(currentTarget.value)
            setAt(0)
          }}
          onKeyDown={(event) => {
            if (event.isComposing) return
            const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
            if (step !== undefined && found.length > 0) {
              event.preventDefault()
              setAt((Math.min(at, found.length - 1) + step + found.length) % found.length)
            } else if (event.key === 'Enter' && chosen) {
              event.preventDefault()
              take(chosen)
            }
          }}
        />
      </div>
      {found.length === 0 ? (
        <EmptyState title={words.none(query.trim())}>{words.noneNext}</EmptyState>
      ) : (
        <div class="palette-list" id={`${id}-list`} role="listbox" aria-label={words.title}>
          {found.map((entry, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: chosen by the keys of the field above
            <div
              key={entry.key}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              class="palette-entry"
              aria-selected={entry === chosen}
              onClick={() => take(entry)}
            >
              <Icon name={entry.icon ?? ICONS[entry.kind]} />
              <span class="palette-what">
                <span class="palette-title">{entry.title}</span>
                {entry.more !== '' && <span class="palette-more">{entry.more}</span>}
              </span>
              <span class="palette-kind">{words.kinds[entry.kind]}</span>
            </div>
          ))}
        </div>
      )}
      <p class="palette-foot">
        <span role="status">
          {query !== '' && words.found(found.length)}
          {store && !ground && ` ${words.reading}`}
        </span>
        <span aria-hidden="true">{words.hint}</span>
        <button type="button" class="visually-hidden" onClick={() => element.current?.close()}>
          {t().app.close}
        </button>
      </p>
    </dialog>
  )
}

/** Plans, measures and meetings, once they have been read. */
const useWorkOf = (store: Store | undefined, isPopup: boolean): Work | undefined => {
  const [work, setWork] = useState<Work | undefined>()
  useEffect(() => {
    let isOver = false
    store?.work().then(
      (loaded) => {
        if (isOver) return
        loaded.open(isPopup ? 'mine' : 'all')
        setWork(loaded)
      },
      // The rest can be found without it; the pages themselves say what is wrong.
      (error: unknown) => console.error(error),
    )
    return () => {
      isOver = true
    }
  }, [store, isPopup])
  return work
}
