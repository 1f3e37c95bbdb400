/** The pages of the management team: which one is drawn. */
import './css/team.css'
import type { ComponentChildren } from 'preact'
import { useWork, WithWork } from '../work/world'
import { Agreements } from './Agreements'
import { DeadlinesPage } from './Deadlines'
import { Meetings } from './Meetings'
import { MeetingPage } from './meeting/MeetingPage'
import { ProposalsPage } from './Proposals'
import { Report } from './report/Report'
import { TEAM_SECTIONS, type TeamPage, teamHref } from './route'
import { Screen } from './Screen'
import { Suggest } from './Suggest'
import { m } from './say'

export const Team = ({ page }: { readonly page: TeamPage }) => (
  <WithWork>
    <Inside page={page} />
  </WithWork>
)

const Inside = ({ page }: { readonly page: TeamPage }) => {
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
