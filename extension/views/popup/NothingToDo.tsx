/** Nothing asks for an answer: says until when, and what to do next. */
import { t } from '../../text'
import { dayWords } from '../../text/dates'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { IconMark } from '../../ui/IconMark'
import { Skeleton } from '../../ui/Skeleton'
import type { Shell } from '../shared/shell'
import type { Agenda } from './agenda'

export const NothingToDo = ({ agenda, shell }: { readonly agenda: Agenda; readonly shell: Shell }) => {
  if (agenda.progress.value === undefined) return <Reading />
  const next = agenda.next.value
  const today = agenda.today.value
  const dashboard = <Button onClick={() => shell.openDashboard()}>{t().popup.dashboard}</Button>
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

const Reading = () => (
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
