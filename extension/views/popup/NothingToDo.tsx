/** Nothing asks for an answer: says until when, and what to do next. */
import type { SyncState } from '../../state/types'
import { t } from '../../text'
import { dayWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { IconMark } from '../../ui/IconMark'
import { Skeleton } from '../../ui/Skeleton'
import { readsOnly } from '../shared/reads-only'
import { syncWords } from '../shared/SyncWord'
import type { Shell } from '../shared/shell'
import type { Agenda } from './agenda'

export const NothingToDo = ({ agenda, shell }: { readonly agenda: Agenda; readonly shell: Shell }) => {
  if (agenda.progress.value === undefined) return <Reading sync={agenda.sync.value} />
  const next = agenda.next.value
  const today = agenda.today.value
  const dashboard = <Button onClick={() => shell.openDashboard()}>{t().popup.dashboard}</Button>
  if (!agenda.hasAny.value && readsOnly(agenda.live.value?.grants.value ?? []))
    return (
      <EmptyState title={t().popup.reader} picture={<IconMark mark="open" size="2.5rem" />}>
        <p>{t().popup.readerNext}</p>
        {dashboard}
        <Button onClick={() => shell.openDashboard({ hash: '#/bevindingen' })}>{t().popup.findings}</Button>
      </EmptyState>
    )
  if (!agenda.hasAny.value)
    return (
      <EmptyState title={t().popup.none} picture={<IconMark mark="open" size="2.5rem" />}>
        <p>{t().popup.noneNext}</p>
        {dashboard}
      </EmptyState>
    )
  return (
    <EmptyState
      title={next ? t().popup.doneUntil(dayWords(next.opens, today)) : t().popup.doneTitle}
      picture={<IconMark mark="in-order" size="2.5rem" />}
    >
      {next ? (
        <p class="next">
          <span>{t().popup.doneNext}</span>
          <strong>{next.title}</strong>
          <span>{t().popup.due(dayWords(next.due, today))}</span>
        </p>
      ) : (
        <p>{t().popup.doneNothing}</p>
      )}
      {dashboard}
    </EmptyState>
  )
}

/** Nothing has been read yet. When it is not going to be soon, that is said, with the reason. */
const Reading = ({ sync }: { sync: SyncState }) => {
  if (sync.word === 'loading' || sync.word === 'confirmed' || sync.word === 'here') return <Lines />
  return (
    <EmptyState title={syncWords(sync)} picture={<Icon name="warning" size="2.5rem" />}>
      <p>{t().popup.unread}</p>
      <p>{sync.problem ? t().problems[sync.problem] : t().popup.unreadNext}</p>
    </EmptyState>
  )
}

const Lines = () => (
  <div class="reading">
    <p class="visually-hidden">{t().popup.reading}</p>
    {['70%', '85%', '60%'].map((width) => (
      <div class="reading-row" key={width}>
        <Skeleton width={width} />
        <Skeleton width="45%" />
      </div>
    ))}
  </div>
)
