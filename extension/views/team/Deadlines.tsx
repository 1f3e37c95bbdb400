/** Deadlines that come near, of the law, the year's calendar and the organisation itself, each with its reason; ticked when met. */
import { useState } from 'preact/hooks'
import { addDays, type Day } from '../../../shared/days'
import { LEGAL_DEADLINES } from '../../../shared/libraries/legal-deadlines'
import {
  type DeadlineLine,
  deadlineCalendar,
  deadlinesNear,
  ownDeadlines,
} from '../../../shared/queries/deadlines'
import { inLanguage, t } from '../../text'
import { dayWords, dueWords } from '../../text/dates'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { TextField } from '../../ui/Field'
import { Icon } from '../../ui/Icon'
import { Menu } from '../../ui/Menu'
import { useModel } from '../dashboard/context'
import { Area, Choice } from '../work/fields'
import { useWork } from '../work/world'
import { FormDialog } from './parts'
import { m } from './say'
import { useDraft, useMayWrite, useSay } from './world'

/** Half a year back and a year ahead: what was ticked can be seen, and what comes can be planned. */
const WINDOWS = [45, 120, 365] as const

export const DeadlinesPage = () => {
  const [days, setDays] = useState<number>(WINDOWS[0])
  const [isAdding, setIsAdding] = useState(false)
  const mayWrite = useMayWrite()
  const words = m().deadlines
  return (
    <div class="page">
      <header class="page-head">
        <div>
          <h1>{words.title}</h1>
          <p class="quiet">{words.intro}</p>
        </div>
        <div class="team-verbs">
          <label class="inline-field">
            {words.further}
            <select
              class="input"
              value={days}
              onChange={({ currentTarget }) => setDays(Number(currentTarget.value))}
            >
              {WINDOWS.map((each) => (
                <option key={each} value={each}>
                  {words.window(each)}
                </option>
              ))}
            </select>
          </label>
          {mayWrite && (
            <Button onClick={() => setIsAdding(true)}>
              <Icon name="plus" />
              {words.add}
            </Button>
          )}
        </div>
      </header>
      <section class="panel" aria-label={words.title}>
        <DeadlineList days={days} isWhole />
      </section>
      <FromEvents />
      {isAdding && <DeadlineForm onClose={() => setIsAdding(false)} />}
    </div>
  )
}

/** Those of the law that have no day of their own. */
const FromEvents = () => {
  const words = m().deadlines
  return (
    <details class="panel team-fold">
      <summary>{words.fromEvent}</summary>
      <ul class="team-deadlines">
        {LEGAL_DEADLINES.filter(({ rule }) => rule.kind !== 'yearly').map(
          ({ key, title, titleEn, rule, basis, basisEn, sure }) => (
            <li key={key}>
              <div class="team-deadlines-what">
                <p class="team-point-title">{inLanguage(title, titleEn)}</p>
                <p>
                  {rule.kind === 'days' && words.after(rule.days, words.events[rule.from])}
                  {rule.kind === 'said' && inLanguage(rule.text, rule.textEn)}
                </p>
                <p class="quiet">
                  {[inLanguage(basis, basisEn), !sure && words.unsure].filter(Boolean).join(' · ')}
                </p>
              </div>
            </li>
          ),
        )}
      </ul>
    </details>
  )
}

/** @param isWhole with what can be changed; else as short as can be, beside an agenda */
export const DeadlineList = ({
  days,
  isWhole = false,
}: {
  readonly days: number
  readonly isWhole?: boolean
}) => {
  const ground = useWork().ground.value
  const [changing, setChanging] = useState<DeadlineLine | undefined>()
  const near = deadlinesNear(ground, days)
  // What is asked for with a longer notice of its own is near anyway.
  const further = isWhole ? deadlineCalendar(ground, ground.today, addDays(ground.today, days)) : []
  const seen = new Set(near.map(placeOf))
  const all = [...near, ...further.filter((each) => !seen.has(placeOf(each)))]
    .filter(({ day }) => isWhole || day <= addDays(ground.today, days))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
  const words = m().deadlines
  if (all.length === 0) return <EmptyState title={words.none}>{words.noneNext}</EmptyState>
  return (
    <>
      <ul class="team-deadlines">
        {all.map((each) => (
          <DeadlineRow
            key={placeOf(each)}
            deadline={each}
            onChange={isWhole ? () => setChanging(each) : undefined}
          />
        ))}
      </ul>
      {changing && <DeadlineForm deadline={changing} onClose={() => setChanging(undefined)} />}
    </>
  )
}

const placeOf = ({ key, day }: DeadlineLine): string => `${key} ${day}`

const DeadlineRow = ({
  deadline,
  onChange,
}: {
  readonly deadline: DeadlineLine
  readonly onChange: (() => void) | undefined
}) => {
  const work = useWork()
  const { store, nameOf } = useModel()
  const { done } = useSay()
  const mayWrite = useMayWrite()
  const words = m().deadlines
  const title = inLanguage(deadline.title, deadline.titleEn)
  const basis = inLanguage(deadline.basis, deadline.basisEn)
  const { key, day, source, owner, met, sure } = deadline
  const tick = (checked: boolean): void => {
    const objection = checked ? work.tickDeadline(key, day) : work.untickDeadline(key, day)
    done(objection, checked ? words.ticked(title) : words.unticked(title))
  }
  return (
    <li class={met ? 'is-met' : undefined}>
      {mayWrite && (
        <input
          type="checkbox"
          aria-label={words.tick(title)}
          checked={met}
          onChange={({ currentTarget }) => tick(currentTarget.checked)}
        />
      )}
      <div class="team-deadlines-what">
        <p class="team-point-title">{title}</p>
        <p class={!met && day < store.today.value ? 'late-word' : undefined}>
          {met ? `${dayWords(day, store.today.value)} · ${words.done}` : dueWords(day, store.today.value)}
        </p>
        <p class="quiet">
          <Badge tone={source === 'law' ? 'warning' : 'neutral'}>{words[source]}</Badge>{' '}
          {[
            source === 'calendar' ? undefined : basis,
            source === 'law' && !sure && words.unsure,
            owner && (functionOf(owner) ?? nameOf(owner)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {mayWrite && onChange && <RowMenu deadline={deadline} title={title} onChange={onChange} />}
    </li>
  )
}

/** The calendar names functions, since it does not know who holds them. */
const functionOf = (owner: string): string | undefined =>
  Object.entries(m().deadlines.functions).find(([code]) => code === owner)?.[1]

const RowMenu = ({
  deadline: { key, source },
  title,
  onChange,
}: {
  readonly deadline: DeadlineLine
  readonly title: string
  readonly onChange: () => void
}) => {
  const work = useWork()
  const { done } = useSay()
  const words = m().deadlines
  return (
    <Menu
      label={words.edit(title)}
      items={[
        { icon: 'edit', label: m().point.edit, onChoose: onChange },
        source === 'own'
          ? {
              icon: 'trash',
              label: words.remove,
              onChoose: () => void done(work.removeDeadline(key), words.removed(title)),
            }
          : {
              icon: 'trash',
              label: words.turnOff,
              onChoose: () => void done(work.changeDeadline(key, { off: true }), words.turnedOff(title)),
            },
      ]}
    />
  )
}

type Draft = { title: string; day: string; once: string; owner: string; notice: string; basis: string }
type Problem = 'title-missing' | 'day-missing' | 'number'

const DeadlineForm = ({
  deadline,
  onClose,
}: {
  readonly deadline?: DeadlineLine
  readonly onClose: () => void
}) => {
  const work = useWork()
  const { store } = useModel()
  const { done } = useSay()
  const words = m().deadlines
  const own = ownDeadlines(work.ground.value).find(({ key }) => key === deadline?.key)
  const { draft, set, forget, wasKept } = useDraft<Draft>(`deadline/${deadline?.key ?? 'new'}`, {
    title: deadline?.title ?? '',
    day: deadline?.day ?? '',
    once: own?.on === undefined ? 'yearly' : 'once',
    owner: deadline?.owner ?? '',
    notice: String(own?.notice ?? 45),
    basis: deadline?.basis ?? '',
  })
  const [problem, setProblem] = useState<Problem | undefined>()
  const save = () => {
    const found = problemOf(draft)
    setProblem(found)
    if (found) return
    const title = draft.title.trim()
    // Only what differs from what stood there: the library may still change the rest.
    const fields = {
      ...(title !== deadline?.title && { title }),
      ...(draft.day !== deadline?.day || draft.once !== (own?.on ? 'once' : 'yearly')
        ? whenOf(draft.day, draft.once === 'once')
        : {}),
      ...(draft.owner !== (deadline?.owner ?? '') && { owner: draft.owner || null }),
      ...(Number(draft.notice) !== (own?.notice ?? 45) && { notice: Number(draft.notice) }),
      ...(draft.basis.trim() !== (deadline?.basis ?? '') && { basis: draft.basis.trim() || null }),
    }
    const objection = deadline
      ? work.changeDeadline(deadline.key, fields)
      : work.addDeadline({ ...fields, title }).objection
    done(objection, deadline ? words.saved(title) : words.added(title))
    forget()
    onClose()
  }
  return (
    <FormDialog
      title={deadline ? words.changeTitle : words.add}
      save={t().app.save}
      hasDraft={wasKept}
      problem={problem}
      onForget={forget}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        label={words.name}
        value={draft.title}
        maxLength={200}
        error={problem === 'title-missing' ? words.problems[problem] : undefined}
        onInput={(title) => set({ title })}
      />
      <div class="form-row">
        <TextField
          label={words.when}
          type="date"
          value={draft.day}
          error={problem === 'day-missing' ? words.problems[problem] : undefined}
          onInput={(day) => set({ day })}
        />
        <Choice
          label={words.repeats}
          value={draft.once}
          options={[
            ['yearly', words.yearly],
            ['once', words.once],
          ]}
          onChoose={(once) => set({ once })}
        />
      </div>
      <div class="form-row">
        <Choice
          label={words.owner}
          value={draft.owner}
          options={[
            ['', m().nobodyYet] as const,
            ...store.members.value.map(({ key, name }) => [key, name] as const),
          ]}
          onChoose={(owner) => set({ owner })}
        />
        <TextField
          label={words.notice}
          value={draft.notice}
          maxLength={3}
          error={problem === 'number' ? words.problems[problem] : undefined}
          onInput={(notice) => set({ notice })}
        />
      </div>
      <Area label={words.basis} value={draft.basis} rows={2} onInput={(basis) => set({ basis })} />
    </FormDialog>
  )
}

const whenOf = (day: Day, isOnce: boolean) =>
  isOnce
    ? { on: day, month: null, day: null }
    : { on: null, month: Number(day.slice(5, 7)), day: Number(day.slice(8)) }

const problemOf = ({ title, day, notice }: Draft): Problem | undefined => {
  if (title.trim() === '') return 'title-missing'
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return 'day-missing'
  return /^\d{1,3}$/.test(notice.trim()) && Number(notice) <= 365 ? undefined : 'number'
}
