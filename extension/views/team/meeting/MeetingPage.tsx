/** One meeting: its agenda, what may still come on it, and while it runs, who is there, what is said and what comes of it. */
import { useState } from 'preact/hooks'
import { type Agenda as AgendaFacts, agendaOf } from '../../../../shared/queries/meetings'
import { dayWords, relativeWords } from '../../../text/dates'
import { Button } from '../../../ui/Button'
import { EmptyState } from '../../../ui/EmptyState'
import { Icon } from '../../../ui/Icon'
import { Menu, type MenuItem } from '../../../ui/Menu'
import { useModel } from '../../dashboard/context'
import { useWork } from '../../work/world'
import { Backlog } from '../Backlog'
import { DeadlineList } from '../Deadlines'
import { MeetingForm, USUAL_LENGTH } from '../MeetingForm'
import { StateBadge } from '../Meetings'
import { ProposalList } from '../Proposals'
import { meetingHref, TEAM, teamHref } from '../route'
import { m } from '../say'
import { hourAfter, meetingTitle } from '../words'
import { useMayWrite, useSay } from '../world'
import { Agenda } from './Agenda'
import { Attendance } from './Attendance'
import { Closing } from './Closing'
import { Minutes } from './Minutes'
import { Elapsed } from './Timer'

export const MeetingPage = ({ meeting: key }: { readonly meeting: string }) => {
  const agenda = agendaOf(useWork().ground.value, key)
  if (!agenda)
    return (
      <div class="page">
        <EmptyState title={m().meeting.notFound}>
          <p>{m().meeting.notFoundNext}</p>
          <p>
            <a href={teamHref(TEAM)}>{m().meeting.back}</a>
          </p>
        </EmptyState>
      </div>
    )
  const { state } = agenda.meeting
  return (
    <div class="page team-meeting">
      <Head agenda={agenda} />
      <div class={state === 'draft' || state === 'open' ? 'columns' : 'columns team-running'}>
        <div class="team-stack">
          <section class="panel" aria-labelledby="agenda-title">
            <Agenda agenda={agenda} />
          </section>
        </div>
        <div class="team-stack">
          {state === 'draft' || state === 'open' ? (
            <Preparing agenda={agenda} />
          ) : (
            <>
              <Attendance agenda={agenda} />
              <Minutes meeting={key} />
              {state === 'running' && (
                <details class="panel team-fold">
                  <summary>{m().backlog.title}</summary>
                  <Backlog meeting={agenda.meeting} hasSuggestions />
                </details>
              )}
            </>
          )}
        </div>
      </div>
    </div>
  )
}

const Preparing = ({ agenda: { meeting } }: { readonly agenda: AgendaFacts }) => {
  const words = m()
  return (
    <>
      <section class="panel" aria-labelledby="proposals-title">
        <div class="panel-head">
          <h2 id="proposals-title">{words.proposals.title}</h2>
          <a href={teamHref({ page: 'team', section: 'proposals' })}>{words.proposals.all}</a>
        </div>
        <ProposalList meeting={meeting} atFirst={2} />
      </section>
      <Backlog meeting={meeting} />
      <section class="panel" aria-labelledby="deadlines-title">
        <div class="panel-head">
          <h2 id="deadlines-title">{words.deadlines.title}</h2>
          <a href={teamHref({ page: 'team', section: 'deadlines' })}>{words.deadlines.further}</a>
        </div>
        <DeadlineList days={30} />
      </section>
    </>
  )
}

const Head = ({ agenda: { meeting, undecided } }: { readonly agenda: AgendaFacts }) => {
  const work = useWork()
  const { router, store, nameOf } = useModel()
  const { done } = useSay()
  const [opened, setOpened] = useState<'change' | 'close' | undefined>()
  const mayWrite = useMayWrite()
  const words = m().meeting
  const title = meetingTitle(meeting)
  const { state, start, length = USUAL_LENGTH } = meeting
  const today = store.today.value
  const more: MenuItem[] = [
    { icon: 'edit', label: words.change, onChoose: () => setOpened('change') },
    {
      icon: 'trash',
      label: words.remove,
      onChoose: () => {
        if (done(work.removeMeeting(meeting.key), m().form.removed(title))) router.go(TEAM)
      },
    },
  ]
  return (
    <header class="team-head">
      <p>
        <a href={teamHref(TEAM)}>{words.back}</a>
      </p>
      <div class="page-head">
        <div>
          <h1>
            {title} <StateBadge meeting={meeting} />
          </h1>
          <p class="quiet">
            {[
              `${dayWords(meeting.day, today)} (${relativeWords(meeting.day, today)})`,
              start && `${start}–${hourAfter(start, length)}`,
              meeting.where,
              meeting.chair && `${words.chair}: ${nameOf(meeting.chair)}`,
              meeting.secretary && `${words.secretary}: ${nameOf(meeting.secretary)}`,
              meeting.behindClosedDoors && m().closedDoors,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <div class="team-verbs">
          {state === 'running' && <Elapsed meeting={meeting} />}
          {mayWrite && state === 'draft' && (
            <Button title={words.openHint} onClick={() => done(work.openMeeting(meeting.key), words.opened)}>
              {words.open}
            </Button>
          )}
          {mayWrite && (state === 'draft' || state === 'open') && (
            <Button look="primary" onClick={() => done(work.startMeeting(meeting.key), words.started)}>
              {words.startIt}
            </Button>
          )}
          {state === 'running' && (
            <a class="button" href={meetingHref(meeting.key, 'screen')}>
              <Icon name="device" />
              {words.screen}
            </a>
          )}
          {mayWrite && state === 'running' && (
            <Button look={undecided.length === 0 ? 'primary' : 'standard'} onClick={() => setOpened('close')}>
              {words.close}
            </Button>
          )}
          {state === 'closed' && (
            <a class="button button-primary" href={meetingHref(meeting.key, 'report')}>
              {words.report}
            </a>
          )}
          {mayWrite && state !== 'closed' && <Menu label={words.more} items={more} />}
        </div>
      </div>
      {opened === 'change' && <MeetingForm meeting={meeting} onClose={() => setOpened(undefined)} />}
      {opened === 'close' && <Closing meeting={meeting.key} onClose={() => setOpened(undefined)} />}
    </header>
  )
}
