/** The pages of the management team: which one is drawn. */
import './css/team.css'
import { useSignalEffect } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useModel } from '../dashboard/context'
import { useWork, WithWork } from '../work/world'
import { Agreements } from './Agreements'
import { DeadlinesPage } from './Deadlines'
import { Meetings } from './Meetings'
import { MeetingPage } from './meeting/MeetingPage'
import { ProposalsPage } from './Proposals'
import { Report } from './report/Report'
import { placeOfTeam, TEAM_SECTIONS, type TeamPage, teamHref } from './route'
import { Screen } from './Screen'
import { Suggest } from './Suggest'
import { m } from './say'

export const Team = ({ page }: { readonly page: TeamPage }) => (
  <WithWork>
    <Inside page={page} />
  </WithWork>
)

/** What was said so shortly before one went elsewhere is why one went. */
const JUST = 1_000

/** What was said on one page is not for the next. */
const useFreshToast = (place: string): void => {
  const { toast } = useModel()
  const saidAt = useRef(0)
  const before = useRef(place)
  useSignalEffect(() => {
    if (toast.value) saidAt.current = Date.now()
  })
  useEffect(() => {
    if (before.current !== place && Date.now() - saidAt.current > JUST) toast.value = undefined
    before.current = place
  }, [place, toast])
}

const Inside = ({ page }: { readonly page: TeamPage }) => {
  useFreshToast(placeOfTeam(page))
  if (!useWork().seesTeam.value) return <Suggest />
  if (page.section === 'meeting' && page.part === 'screen') return <Screen meeting={page.meeting} />
  return (
    <div class="team">
      <Tabs page={page} />
      <Section page={page} />
    </div>
  )
}

const Section = ({ page }: { readonly page: TeamPage }): ComponentChildren => {
  switch (page.section) {
    case 'meetings':
      return <Meetings />
    case 'proposals':
      return <ProposalsPage />
    case 'deadlines':
      return <DeadlinesPage />
    case 'agreements':
      return <Agreements />
    case 'meeting':
      return page.part === 'report' ? (
        <Report key={page.meeting} meeting={page.meeting} version={page.version} />
      ) : (
        <MeetingPage key={page.meeting} meeting={page.meeting} />
      )
  }
}

const Tabs = ({ page }: { readonly page: TeamPage }) => (
  <nav class="tabs team-tabs" aria-label={m().tabs.label}>
    {TEAM_SECTIONS.map((section) => (
      <a
        key={section}
        href={teamHref({ page: 'team', section })}
        aria-current={
          page.section === section || (page.section === 'meeting' && section === 'meetings')
            ? 'page'
            : undefined
        }
      >
        {m().tabs[section]}
      </a>
    ))}
  </nav>
)
