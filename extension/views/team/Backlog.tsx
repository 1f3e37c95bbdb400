/** Points without a meeting: anyone of the team adds one, also departments put them forward. */
import { useState } from 'preact/hooks'
import {
  agendaOf,
  backlogOf,
  type MeetingLine,
  type PointLine,
  suggestionKey,
} from '../../../shared/queries/meetings'
import { nameOf } from '../../text'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { useModel } from '../dashboard/context'
import { useWork } from '../work/world'
import { dragged } from './meeting/dragging'
import { PointMenu } from './meeting/PointMenu'
import { PointSource } from './meeting/PointSource'
import { lastPlace, PointForm } from './PointForm'
import { m } from './say'
import { meetingTitle } from './words'
import { useMayWrite, useSay } from './world'

/** @param meeting where a point goes with one click */
export const Backlog = ({
  meeting,
  hasSuggestions = false,
}: {
  readonly meeting: MeetingLine | undefined
  /** Also what departments put forward, where that is not among the proposals beside it. */
  readonly hasSuggestions?: boolean
}) => {
  const [isAdding, setIsAdding] = useState(false)
  const points = backlogOf(useWork().ground.value).filter(({ room }) => hasSuggestions || room === 'team')
  const mayWrite = useMayWrite()
  const words = m().backlog
  return (
    <section class="panel" aria-labelledby="backlog-title">
      <div class="panel-head">
        <h2 id="backlog-title">{words.title}</h2>
        {mayWrite && (
          <Button onClick={() => setIsAdding(true)}>
            <Icon name="plus" />
            {words.add}
          </Button>
        )}
      </div>
      {points.length === 0 ? (
        <EmptyState title={words.none}>{words.noneNext}</EmptyState>
      ) : (
        <ul class="team-backlog">
          {points.map((point) => (
            <BacklogRow key={`${point.room} ${point.key}`} point={point} meeting={meeting} />
          ))}
        </ul>
      )}
      {isAdding && <PointForm onClose={() => setIsAdding(false)} />}
    </section>
  )
}

const BacklogRow = ({
  point,
  meeting,
}: {
  readonly point: PointLine
  readonly meeting: MeetingLine | undefined
}) => {
  const mayWrite = useMayWrite()
  const { department, nameOf: nameOfMember } = useModel()
  const plan = usePlanPoint()
  const words = m()
  const from = point.room === 'team' ? undefined : department.value.get(point.room.slice('dept/'.length))
  return (
    <li
      draggable={mayWrite && meeting !== undefined}
      onDragStart={() => {
        dragged.value = point
      }}
      onDragEnd={() => {
        dragged.value = undefined
      }}
    >
      <div class="team-backlog-head">
        <span class="team-point-title">{point.title}</span>
        {mayWrite && <PointMenu point={point} />}
      </div>
      {point.note && <p class="quiet team-note">{point.note}</p>}
      <p class="quiet">
        {[
          from ? words.point.from(nameOf(from)) : nameOfMember(point.folded.statements[0]?.by),
          words.sections[point.section],
          point.minutes !== undefined && words.span(point.minutes),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <PointSource point={point} />
      {mayWrite && meeting && (
        <Button
          class="team-start"
          aria-label={words.meeting.toAgendaOf(point.title)}
          onClick={() => plan(point, meeting)}
        >
          <Icon name="plus" />
          {words.meeting.toAgenda}
        </Button>
      )}
    </li>
  )
}

/** Puts a point on the agenda of a meeting, last in its section or where it is dropped; one of a department is taken over. */
export const usePlanPoint = () => {
  const work = useWork()
  const { done } = useSay()
  return (
    point: PointLine,
    meeting: MeetingLine,
    to?: { readonly section: PointLine['section']; readonly index: number },
  ): void => {
    const agenda = agendaOf(work.ground.peek(), meeting.key)
    const section = to?.section ?? point.section
    const words = m()
    const objection =
      point.room === 'team'
        ? work.movePoint(point, {
            meeting: meeting.key,
            section,
            among: agenda?.points.filter((each) => each.section === section) ?? [],
            index: to?.index ?? Number.POSITIVE_INFINITY,
          })
        : work.pointFromProposal(
            {
              key: suggestionKey(point.key),
              about: point.about,
              links: [...point.links, point.about],
              section,
              minutes: point.minutes ?? 10,
            },
            {
              title: point.title,
              note: point.note || null,
              url: point.url || null,
              quote: point.quote || null,
              horizon: point.horizon,
              presenter: point.presenter ?? null,
              meeting: meeting.key,
              place: lastPlace(agenda, section),
            },
          ).objection
    done(objection, words.meeting.toAgendaDone(point.title, words.sections[section]) || meetingTitle(meeting))
  }
}
