/** What the agenda proposes by itself, each with its reason in a sentence and one click to make it a point. */
import { useState } from 'preact/hooks'
import { agendaOf, type MeetingLine, meetingsOf, nextMeeting } from '../../../shared/queries/meetings'
import type { Proposal, ProposalKind } from '../../../shared/queries/proposals'
import type { Place } from '../../state/quality-types'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { Menu, type MenuItem } from '../../ui/Menu'
import { useModel } from '../dashboard/context'
import { parseRoute } from '../dashboard/route'
import { Area } from '../work/fields'
import { useWork } from '../work/world'
import { Backlog } from './Backlog'
import { lastPlace } from './PointForm'
import { FormDialog } from './parts'
import { m } from './say'
import { useSubjects } from './subject'
import { meetingName, proposalHead, proposalReason, proposalTitle } from './words'
import { useMayWrite, useNames, useProposals, useSay } from './world'

export const ProposalsPage = () => {
  const ground = useWork().ground.value
  const next = nextMeeting(ground)
  const words = m().proposals
  return (
    <div class="page">
      <header class="page-head">
        <div>
          <h1>{words.title}</h1>
          <p class="quiet">
            {words.intro} {next ? words.forMeeting(meetingName(next, ground.today)) : words.forBacklog}
          </p>
        </div>
      </header>
      <div class="columns">
        <section class="panel" aria-label={words.title}>
          <ProposalList meeting={next} atFirst={5} isWhole />
        </section>
        <Backlog meeting={next} />
      </div>
    </div>
  )
}

/** @param meeting the one a proposal goes to; none: the backlog */
export const ProposalList = ({
  meeting,
  atFirst,
  isWhole = false,
}: {
  readonly meeting: MeetingLine | undefined
  /** So many of each kind at first. */
  readonly atFirst: number
  /** On a page of its own, with what was put aside; else beside an agenda. */
  readonly isWhole?: boolean
}) => {
  const { open, dismissed, isReading } = useProposals()
  const [dismissing, setDismissing] = useState<Proposal | undefined>()
  const [showsAll, setShowsAll] = useState<ReadonlySet<ProposalKind>>(new Set())
  const words = m().proposals
  const kinds = [...new Set(open.map(({ kind }) => kind))]
  const Heading = isWhole ? 'h2' : 'h3'
  return (
    <>
      {isReading && (
        <p class="quiet" role="status">
          {words.reading}
        </p>
      )}
      {!isReading && open.length === 0 && <EmptyState title={words.none}>{words.noneNext}</EmptyState>}
      {kinds.map((kind) => {
        const all = open.filter((each) => each.kind === kind)
        const shown = showsAll.has(kind) ? all : all.slice(0, atFirst)
        return (
          <section key={kind} class="team-kind" aria-label={words.many[kind]}>
            <Heading class="team-kind-title">
              {words.many[kind]} <span class="quiet">{all.length}</span>
            </Heading>
            <ul class="team-proposals">
              {shown.map((each) => (
                <ProposalRow
                  key={each.key}
                  proposal={each}
                  meeting={meeting}
                  onDismiss={() => setDismissing(each)}
                />
              ))}
            </ul>
            {all.length > shown.length && (
              <Button
                look="plain"
                class="team-start"
                onClick={() => setShowsAll(new Set([...showsAll, kind]))}
              >
                {words.more(all.length - shown.length)}
              </Button>
            )}
          </section>
        )
      })}
      {isWhole && dismissed.length > 0 && <Dismissed proposals={dismissed} />}
      {dismissing && <DismissForm proposal={dismissing} onClose={() => setDismissing(undefined)} />}
    </>
  )
}

const ProposalRow = ({
  proposal,
  meeting,
  onDismiss,
}: {
  readonly proposal: Proposal
  readonly meeting: MeetingLine | undefined
  readonly onDismiss: () => void
}) => {
  const names = useNames()
  const find = useSubjects()
  const { router } = useModel()
  const mayWrite = useMayWrite()
  const make = useMakePoint(meeting)
  const words = m().proposals
  const title = proposalTitle(proposal, names)
  const href = find(proposal.about, proposal.department)?.href
  const more: MenuItem[] = [
    ...(href && href !== HERE
      ? [{ icon: 'link' as const, label: words.see, onChoose: () => router.go(parseRoute(href)) }]
      : []),
    ...(mayWrite ? [{ icon: 'close' as const, label: words.dismiss, onChoose: onDismiss }] : []),
  ]
  return (
    <li class="team-proposal">
      <div>
        <p class="team-point-title">{proposalHead(proposal, names)}</p>
        <p class="quiet">{proposalReason(proposal, names)}</p>
      </div>
      <div class="team-proposal-verbs">
        {mayWrite && (
          <Button aria-label={words.makeOf(title)} onClick={() => make(proposal)}>
            <Icon name="plus" />
            {words.make}
          </Button>
        )}
        {more.length > 0 && <Menu label={words.moreFor(title)} items={more} />}
      </div>
    </li>
  )
}

const HERE = '#/team/voorstellen'

/** One click: a point with its link, on the agenda of a meeting or in the backlog. */
export const useMakePoint = (meeting: MeetingLine | undefined) => {
  const work = useWork()
  const names = useNames()
  const { done } = useSay()
  return (proposal: Proposal): void => {
    const words = m().proposals
    const title = proposalTitle(proposal, names)
    const ground = work.ground.peek()
    const { facts } = proposal
    const to = meeting && meetingsOf(ground).find(({ key }) => key === meeting.key)
    const agenda = to && agendaOf(ground, to.key)
    // A point that was not got to is itself the point: it goes there, with its history.
    if (facts.kind === 'unfinished') {
      const objection = work.movePoint(facts.point as Place & { place: string }, {
        meeting: to?.key ?? null,
        section: facts.point.section,
        among: agenda?.points.filter(({ section }) => section === facts.point.section) ?? [],
        index: Number.POSITIVE_INFINITY,
      })
      done(objection, to ? words.made(title) : words.madeBacklog(title))
      return
    }
    const said = facts.kind === 'suggestion' ? facts.point : undefined
    const { objection } = work.pointFromProposal(proposal, {
      title,
      ...(said && {
        note: said.note || null,
        url: said.url || null,
        quote: said.quote || null,
        horizon: said.horizon,
      }),
      ...(to && { meeting: to.key, place: lastPlace(agenda, proposal.section) }),
    })
    done(objection, to ? words.made(title) : words.madeBacklog(title))
  }
}

const Dismissed = ({ proposals }: { readonly proposals: readonly Proposal[] }) => {
  const names = useNames()
  const work = useWork()
  const mayWrite = useMayWrite()
  const { done } = useSay()
  const words = m().proposals
  return (
    <details class="team-dismissed">
      <summary>{words.dismissedTitle(proposals.length)}</summary>
      <ul class="team-proposals">
        {proposals.map((proposal) => (
          <li key={proposal.key}>
            <p>
              <Badge>{words.kinds[proposal.kind]}</Badge> {proposalHead(proposal, names)}.{' '}
              {proposalReason(proposal, names)}
            </p>
            <p class="quiet">{reasonOf(work, proposal)}</p>
            {mayWrite && (
              <div class="team-verbs">
                <Button
                  look="plain"
                  onClick={() =>
                    done(work.recallProposal(proposal.key), words.recalled(proposalTitle(proposal, names)))
                  }
                >
                  {words.recall}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

const reasonOf = (work: ReturnType<typeof useWork>, { key }: Proposal): string => {
  const reason = work.ground.value.records('team')?.get(`dismissal:${key}`)?.fields.get('reason')?.value
  return typeof reason === 'string' ? reason : ''
}

const DismissForm = ({
  proposal,
  onClose,
}: {
  readonly proposal: Proposal
  readonly onClose: () => void
}) => {
  const work = useWork()
  const names = useNames()
  const { done } = useSay()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | undefined>()
  const words = m().proposals
  return (
    <FormDialog
      title={words.dismissTitle}
      save={words.dismissDo}
      problem={problem}
      onSave={() => {
        if (reason.trim() === '') return setProblem(words.reasonMissing)
        done(
          work.dismissProposal(proposal.key, reason.trim()),
          words.dismissed(proposalTitle(proposal, names)),
        )
        onClose()
      }}
      onClose={onClose}
    >
      <p>
        {proposalHead(proposal, names)}. {proposalReason(proposal, names)}
      </p>
      <Area
        label={words.reason}
        hint={words.dismissHint}
        value={reason}
        rows={2}
        maxLength={500}
        error={problem}
        onInput={setReason}
      />
    </FormDialog>
  )
}
