/** The meetings: the next one first, then what was discussed and decided. */
import { useState } from 'preact/hooks'
import {
  agendaOf,
  backlogOf,
  decisionList,
  type MeetingLine,
  meetingsOf,
  nextMeeting,
} from '../../../shared/queries/meetings'
import { dayWords, relativeWords } from '../../text/dates'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { useModel } from '../dashboard/context'
import { useWork } from '../work/world'
import { MeetingForm, USUAL_LENGTH } from './MeetingForm'
import { meetingHref, teamHref } from './route'
import { m } from './say'
import { hourAfter, meetingTitle } from './words'
import { useMayWrite, useProposals } from './world'

/** So many past ones at first. */
const AT_FIRST = 8

export const Meetings = () => {
  const work = useWork()
  const { router } = useModel()
  const [isAdding, setIsAdding] = useState(false)
  const [showsAll, setShowsAll] = useState(false)
  const ground = work.ground.value
  const words = m().meetings
  const all = meetingsOf(ground)
  const next = nextMeeting(ground)
  const planned = all.filter(
    ({ key, state, day }) => key !== next?.key && state !== 'closed' && day >= ground.today,
  )
  const past = all.filter(
    ({ key, state, day }) => key !== next?.key && (state === 'closed' || day < ground.today),
  )
  const mayWrite = useMayWrite()
  return (
    <div class="page">
      <header class="page-head">
        <div>
          <h1>{m().title}</h1>
          <p class="quiet">{mayWrite ? words.intro : m().readOnly}</p>
        </div>
        {mayWrite && (
          <Button look={next ? 'standard' : 'primary'} onClick={() => setIsAdding(true)}>
            <Icon name="plus" />
            {words.add}
          </Button>
        )}
      </header>
      {all.length === 0 ? (
        <section class="panel">
          <EmptyState title={words.none}>{words.noneNext}</EmptyState>
        </section>
      ) : (
        <div class="team-meetings">
          <div class="team-stack">
            {next ? (
              <NextMeeting meeting={next} />
            ) : (
              <section class="panel">
                <p>{words.noNext}</p>
              </section>
            )}
            {past.length > 0 && (
              <section class="panel" aria-labelledby="past-title">
                <h2 id="past-title">{words.past}</h2>
                <ul class="team-past">
                  {(showsAll ? past : past.slice(0, AT_FIRST)).map((each) => (
                    <PastMeeting key={each.key} meeting={each} />
                  ))}
                </ul>
                {!showsAll && past.length > AT_FIRST && (
                  <Button class="team-start" onClick={() => setShowsAll(true)}>
                    {words.olderThan} ({past.length - AT_FIRST})
                  </Button>
                )}
              </section>
            )}
          </div>
          <aside class="team-stack" aria-label={m().proposals.title}>
            <Preparation />
            {planned.length > 0 && (
              <section class="panel" aria-labelledby="planned-title">
                <h2 id="planned-title">{words.planned}</h2>
                <ul class="team-plain">
                  {planned.reverse().map((each) => (
                    <li key={each.key}>
                      <a href={meetingHref(each.key)}>{meetingTitle(each)}</a>{' '}
                      <span class="quiet">
                        {dayWords(each.day, ground.today)} · {m().points(each.points)}
                      </span>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </aside>
        </div>
      )}
      {isAdding && (
        <MeetingForm
          like={all[0]}
          onClose={() => setIsAdding(false)}
          onAdded={(key) =>
            router.go({ page: 'team', section: 'meeting', meeting: key, part: 'agenda', version: undefined })
          }
        />
      )}
    </div>
  )
}

const NextMeeting = ({ meeting }: { readonly meeting: MeetingLine }) => {
  const ground = useWork().ground.value
  const { nameOf } = useModel()
  const words = m().meetings
  const agenda = agendaOf(ground, meeting.key)
  const isRunning = meeting.state === 'running'
  const { start, length = USUAL_LENGTH } = meeting
  return (
    <section class="panel team-next" aria-labelledby="next-title">
      <p class="eyebrow">{isRunning ? words.now : words.next}</p>
      <div class="panel-head">
        <h2 id="next-title">
          {meetingTitle(meeting)} · {dayWords(meeting.day, ground.today)}
        </h2>
        <StateBadge meeting={meeting} />
      </div>
      <p class="quiet">
        {[
          relativeWords(meeting.day, ground.today),
          start && `${start}–${hourAfter(start, length)}`,
          meeting.where,
          meeting.chair && `${m().meeting.chair}: ${nameOf(meeting.chair)}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {agenda && agenda.points.length > 0 ? (
        <ol class="team-summary">
          {agenda.points.map((each) => (
            <li key={each.key}>
              <span>{each.title}</span>
              {each.minutes !== undefined && <span class="quiet numeric">{m().span(each.minutes)}</span>}
            </li>
          ))}
        </ol>
      ) : (
        <p>{words.noPoints}</p>
      )}
      <a class="button button-primary team-start" href={meetingHref(meeting.key)}>
        {isRunning ? words.openRunning : words.openAgenda}
      </a>
    </section>
  )
}

/** What waits for the agenda, with the way to it. */
const Preparation = () => {
  const { open } = useProposals()
  const waiting = backlogOf(useWork().ground.value).filter(({ room }) => room === 'team')
  const words = m().meetings
  return (
    <section class="panel" aria-labelledby="waiting-title">
      <h2 id="waiting-title">{m().proposals.title}</h2>
      <ul class="team-plain">
        <li>
          <a href={teamHref({ page: 'team', section: 'proposals' })}>{words.proposals(open.length)}</a>
        </li>
        <li>
          <a href={teamHref({ page: 'team', section: 'proposals' })}>{words.waiting(waiting.length)}</a>
        </li>
      </ul>
    </section>
  )
}

const PastMeeting = ({ meeting }: { readonly meeting: MeetingLine }) => {
  const ground = useWork().ground.value
  const words = m().meetings
  const decisions = decisionList(ground, meeting.key)
  return (
    <li>
      <div class="team-past-head">
        <a href={meetingHref(meeting.key, meeting.state === 'closed' ? 'report' : 'agenda')}>
          {meetingTitle(meeting)} · {dayWords(meeting.day, ground.today)}
        </a>
        {meeting.state !== 'closed' && <StateBadge meeting={meeting} />}
        <span class="quiet">
          {m().points(meeting.points)} · {words.decisions(decisions.length)}
        </span>
      </div>
      {decisions.length > 0 && (
        <ul class="team-decisions">
          {decisions.slice(0, 3).map(({ point, words: said }) => (
            <li key={point.key}>{said}</li>
          ))}
          {decisions.length > 3 && <li class="quiet">{words.moreDecisions(decisions.length - 3)}</li>}
        </ul>
      )}
    </li>
  )
}

export const StateBadge = ({ meeting: { state } }: { readonly meeting: Pick<MeetingLine, 'state'> }) => (
  <Badge tone={state === 'running' ? 'warning' : state === 'open' ? 'info' : 'neutral'}>
    {m().states[state]}
  </Badge>
)
