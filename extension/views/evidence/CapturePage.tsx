/** The window in which a captured page, a file or a link becomes evidence of a check that is chosen here. */
import './evidence.css'
import './capture.css'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { checksHere } from '../../../shared/queries/pages'
import type { EvidenceDesk, PageCapture } from '../../state/evidence-types'
import type { Check, Store } from '../../state/types'
import { nameOf, t, titleOf } from '../../text'
import { dueWords, momentWords, periodWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/Field'
import { Icon } from '../../ui/Icon'
import { Notice } from '../../ui/Notice'
import { Mark } from '../shared/Mark'
import { SyncWord } from '../shared/SyncWord'
import type { Shell } from '../shared/shell'
import { AddEvidence } from './AddEvidence'
import { useDesk } from './desk'
import { e, evidenceProblemWords } from './say'

type Props = {
  readonly store: Store
  readonly shell: Shell
  /** What the window was opened for. */
  readonly asked: {
    readonly capture?: string | undefined
    readonly problem?: string | undefined
    readonly room?: string | undefined
    readonly about?: string | undefined
  }
  readonly close: () => void
}

export const CapturePage = ({ store, shell, asked, close }: Props) => {
  const desk = useDesk(store)
  return (
    <div class="capture">
      <header class="capture-head">
        <Mark size="1.75rem" />
        <h1>{e().window.title}</h1>
      </header>
      <main class="capture-main">
        {asked.problem && <Notice tone="warning" title={evidenceProblemWords(asked.problem)} urgent />}
        {desk && store.ready.value ? (
          <Capturing store={store} desk={desk} shell={shell} asked={asked} close={close} />
        ) : (
          <p class="quiet" role="status">
            {t().app.loading}
          </p>
        )}
      </main>
      <footer class="capture-foot">
        <SyncWord
          sync={store.sync.value}
          onRescue={() => shell.download(store.rescueFile(), `waarborg-${store.today.value}.json`)}
          onSignIn={shell.openOptions}
        />
      </footer>
    </div>
  )
}

const Capturing = ({ store, desk, shell, asked, close }: Props & { readonly desk: EvidenceDesk }) => {
  const waiting = desk.captures.value
  const [picked, setPicked] = useState<string | undefined>(asked.capture)
  const capture = waiting.find(({ id }) => id === picked)
  const likely = useLikely(store, desk, asked, capture)
  const [chosen, setChosen] = useState<Check | undefined>()
  const [saved, setSaved] = useState<{ readonly title: string; readonly check: Check } | undefined>()
  const check = chosen ?? likely[0]?.check
  // What was asked for may still be on its way from the disk.
  if (asked.capture && !capture && !saved && waiting.length === 0) return null
  if (saved) return <Saved {...saved} shell={shell} close={close} />
  const others = waiting.filter(({ id }) => id !== picked)
  return (
    <>
      <section aria-labelledby="capture-which" class="capture-part">
        <h2 id="capture-which">{e().window.forWhich}</h2>
        <Chooser store={store} likely={likely} chosen={check} onChoose={setChosen} />
      </section>
      <section aria-labelledby="capture-what" class="capture-part">
        <h2 id="capture-what">{e().window.what}</h2>
        <AddEvidence
          key={capture?.id ?? 'file'}
          store={store}
          desk={desk}
          shell={shell}
          check={check}
          initial={capture && { from: 'page', capture }}
          onAdded={(title) => check && setSaved({ title, check })}
          onCancel={capture ? close : undefined}
        />
      </section>
      {others.length > 0 && <Waiting captures={others} desk={desk} onPick={setPicked} />}
    </>
  )
}

type Likely = { readonly check: Check; readonly why: 'asked' | 'busyWith' | 'here' | undefined }

/** Checks in the order in which one probably means them. */
const useLikely = (
  store: Store,
  desk: EvidenceDesk,
  { room, about }: Props['asked'],
  capture: PageCapture | undefined,
): readonly Likely[] => {
  const [turned] = useState(desk.turnedTo)
  const checks = store.checks.value
  const mine = store.mine.value
  return useMemo(() => {
    const may = (check: Check): boolean => desk.mayAdd(check)
    const is = (
      check: Check,
      place: { room?: string | undefined; about?: string | undefined } | undefined,
    ): boolean => check.room === place?.room && check.about === place?.about
    const found: Likely[] = []
    const add = (list: readonly Check[], why: Likely['why']): void => {
      for (const check of list)
        if (may(check) && !found.some((each) => is(check, each.check))) found.push({ check, why })
    }
    add(
      checks.filter((check) => is(check, { room, about })),
      'asked',
    )
    add(
      checks.filter((check) => is(check, turned)),
      'busyWith',
    )
    if (capture) add(checksHere(checks, capture.url), 'here')
    add(
      mine.filter(({ state }) => state !== 'done' && state !== 'later'),
      undefined,
    )
    add(mine.filter(({ state }) => state === 'done').toReversed(), undefined)
    add(
      checks.filter(({ state }) => state !== 'later'),
      undefined,
    )
    return found
  }, [checks, mine, desk, room, about, turned, capture])
}

/** So many before one searches: what one saves has to stay in sight. */
const FEW = 3
const SHOWN = 6

const Chooser = ({
  store,
  likely,
  chosen,
  onChoose,
}: {
  readonly store: Store
  readonly likely: readonly Likely[]
  readonly chosen: Check | undefined
  readonly onChoose: (check: Check) => void
}) => {
  const [search, setSearch] = useState('')
  const departments = new Map(store.departments.value.map((each) => [each.key, nameOf(each)]))
  const placeOf = (check: Check): string =>
    `${departments.get(check.department) ?? check.department} · ${periodWords(check.period)}`
  const words = search.trim().toLowerCase().split(/\s+/)
  const found = likely.filter(({ check }) => {
    const text = `${titleOf(check.control)} ${placeOf(check)}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const shown = found.slice(0, search === '' ? FEW : SHOWN)
  const isHidden = chosen !== undefined && !shown.some(({ check }) => check === chosen)
  const list = isHidden && search === '' ? [{ check: chosen, why: undefined }, ...shown] : shown
  if (likely.length === 0) return <p>{e().window.none}</p>
  return (
    <>
      <TextField label={e().window.search} inputMode="search" value={search} onInput={setSearch} />
      {list.length === 0 && <p class="quiet">{e().window.noneFound}</p>}
      <fieldset class="capture-choices" aria-label={e().window.forWhich}>
        {list.map(({ check, why }) => (
          <label key={`${check.room} ${check.about}`} class="capture-choice">
            <input
              type="radio"
              name="check"
              checked={check.room === chosen?.room && check.about === chosen.about}
              onChange={() => onChoose(check)}
            />
            <span>
              <span class="capture-choice-title">{titleOf(check.control)}</span>
              <span class="quiet">
                {placeOf(check)} · {dueWords(check.due, store.today.value)}
                {(why === 'here' || why === 'busyWith') && <strong> · {e().window[why]}</strong>}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
    </>
  )
}

const Saved = ({
  title,
  check,
  shell,
  close,
}: {
  readonly title: string
  readonly check: Check
  readonly shell: Shell
  readonly close: () => void
}) => {
  useEffect(() => document.querySelector<HTMLElement>('.capture-done button')?.focus(), [])
  return (
    <div class="capture-done">
      <Notice tone="success" title={e().add.saved(title)} urgent>
        <p>{titleOf(check.control)}</p>
      </Notice>
      <div class="evidence-ways">
        <Button look="primary" onClick={close}>
          {e().window.close}
        </Button>
        <Button onClick={() => shell.openDashboard(check)}>
          <Icon name="right" />
          {e().window.openCheck}
        </Button>
      </div>
    </div>
  )
}

/** What was captured earlier and never given a check. */
const Waiting = ({
  captures,
  desk,
  onPick,
}: {
  readonly captures: readonly PageCapture[]
  readonly desk: EvidenceDesk
  readonly onPick: (id: string) => void
}) => (
  <section class="capture-part">
    <p>{e().window.waiting(captures.length)}</p>
    <ul class="capture-waiting">
      {captures.map(({ id, title, url, at }) => (
        <li key={id}>
          <Button look="plain" aria-label={e().window.pick(title || url)} onClick={() => onPick(id)}>
            {title || url}
          </Button>
          <span class="quiet">{momentWords(at)}</span>
          <Button
            look="icon"
            aria-label={e().window.dropOf(title || url)}
            onClick={() => void desk.dropCapture(id)}
          >
            <Icon name="trash" />
          </Button>
        </li>
      ))}
    </ul>
  </section>
)
