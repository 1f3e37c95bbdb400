/** How a measure shows wherever it belongs: its status, its day with how often that moved, and its line. */
import type { MeasureLine } from '../../../shared/queries/measures'
import { t } from '../../text'
import { Badge } from '../../ui/Badge'
import { Icon } from '../../ui/Icon'
import { IconMark } from '../../ui/IconMark'
import { useModel } from '../dashboard/context'
import { rowAt } from '../keyboard/rows'
import { measureHref } from './route'
import { m } from './say'
import { dueOf, type Shown, signOf, slipWords } from './words'

export const StatusTag = ({ shown }: { readonly shown: Shown }) => {
  const { tone, mark } = signOf[shown]
  return (
    <Badge tone={tone} mark={mark}>
      {m().statuses[shown]}
    </Badge>
  )
}

export const Due = ({ line }: { readonly line: MeasureLine }) => {
  const { store } = useModel()
  const today = store.today.value
  const slip = slipWords(line, today)
  return (
    <span class="measure-due">
      <span class={line.late ? 'late-word' : undefined}>{dueOf(line, today)}</span>
      {slip && <span class="measure-slip">{slip}</span>}
    </span>
  )
}

/** The title, which opens the measure, and what stands out about it. */
export const MeasureTitle = ({ line }: { readonly line: MeasureLine }) => (
  <span class="measure-title">
    <a href={measureHref(line.about)}>{line.title}</a>
    {line.priority === 'high' && <span class="measure-note is-high">{m().high}</span>}
    {line.clashes.length > 0 && (
      <span class="measure-note is-clash">
        <IconMark mark="clash" size="1em" />
        {t().clash}
      </span>
    )}
    {line.asked && (
      <span class="measure-note is-asked">
        <Icon name="question" size="1em" />
        {m().asked}
      </span>
    )}
    {line.status === 'running' && line.progress !== undefined && (
      <span class="measure-note">{m().done(line.progress)}</span>
    )}
  </span>
)

/** A measure in a few words, for lists elsewhere: on a check, on an indicator, under a point. */
export const MeasureItem = ({ line }: { readonly line: MeasureLine }) => {
  const { nameOf } = useModel()
  return (
    <li class="measure-item" {...rowAt(line)}>
      <StatusTag shown={line.shown} />
      <div>
        <MeasureTitle line={line} />
        <p class="quiet">
          {line.owner ? nameOf(line.owner) : m().nobody} · <Due line={line} />
        </p>
      </div>
    </li>
  )
}
