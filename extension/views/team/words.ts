/** Meetings, proposals and lengths of time in words of the present language. */
import type { Department } from '../../../shared/kinds/department'
import type { Meeting } from '../../../shared/kinds/meeting'
import type { Proposal } from '../../../shared/queries/proposals'
import { inLanguage, nameOf, titleOf } from '../../text'
import { dayWords } from '../../text/dates'
import { inWords } from '../quality/say'
import { signalWords } from '../quality/words'
import { m } from './say'

/** What names are taken from. */
export type Names = {
  readonly today: string
  readonly member: (key: string | undefined) => string
  readonly department: (key: string) => Department | undefined
}

/** "Managementteam"; what somebody called it where he did. */
export const meetingTitle = ({ title }: Pick<Meeting, 'title'>): string =>
  title.trim() === '' ? m().meetings.untitled : title

/** "Managementteam, ma 30 nov": to tell one from another. */
export const meetingName = (meeting: Pick<Meeting, 'title' | 'day'>, today: string): string =>
  [meetingTitle(meeting), meeting.day && dayWords(meeting.day, today)].filter(Boolean).join(', ')

/** "4:07", "1:02:00": how long something takes already. */
export const clockWords = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const pad = (n: number): string => String(n).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours === 0 ? `${minutes}:${pad(seconds % 60)}` : `${hours}:${pad(minutes)}:${pad(seconds % 60)}`
}

/** "10:35": so many minutes after an hour of the day. */
export const hourAfter = (start: string, minutes: number): string => {
  const [hour = 0, minute = 0] = start.split(':').map(Number)
  const end = hour * 60 + minute + minutes
  return `${String(Math.floor(end / 60) % 24).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`
}

/** What a proposal is about, as short as can be. */
export const proposalSubject = (proposal: Proposal): string => titleIn(proposal).replace(/\.$/, '')

const titleIn = ({ facts }: Proposal): string => {
  switch (facts.kind) {
    case 'late':
      return titleOf(facts.check.control)
    case 'signal':
      return inWords(facts.series.indicator, 'name')
    case 'clash':
      return facts.title
    case 'slip':
      return facts.measure.title
    case 'deadline':
      return inLanguage(facts.deadline.title, facts.deadline.titleEn)
    case 'unfinished':
    case 'suggestion':
      return facts.point.title
    case 'review':
      return facts.agreement.title
  }
}

/** The title of the point that a proposal becomes. */
export const proposalTitle = (proposal: Proposal, names: Names): string =>
  m().proposals.pointTitles[proposal.kind](proposalSubject(proposal), placeOf(proposal, names))

/** What it is about, with where: "Kas geteld (Burgerzaken)". */
export const proposalHead = (proposal: Proposal, names: Names): string => {
  const where = proposal.kind === 'slip' ? '' : placeOf(proposal, names)
  return where === '' ? proposalSubject(proposal) : `${proposalSubject(proposal)} (${where})`
}

/** Why it is proposed, in one sentence. */
export const proposalReason = ({ facts, day: on, department }: Proposal, names: Names): string => {
  const words = m().proposals.reasons
  const day = (value: string | undefined): string => (value ? dayWords(value, names.today) : '')
  switch (facts.kind) {
    case 'late':
      return words.late(day(facts.check.due))
    case 'signal':
      return signalWords(facts.word, facts.series.indicator)
    case 'clash':
      return words.clash
    case 'slip':
      return slipReason(facts.measure, day(facts.measure.due), names)
    case 'deadline':
      return words.deadline(
        day(facts.deadline.day),
        facts.deadline.source === 'calendar' ? '' : inLanguage(facts.deadline.basis, facts.deadline.basisEn),
      )
    case 'unfinished':
      return words.unfinished(day(on))
    case 'suggestion':
      return words.suggestion(
        names.member(facts.point.folded.statements[0]?.by) || (department ?? ''),
        facts.point.note,
      )
    case 'review':
      return words.review(day(facts.agreement.review))
  }
}

const slipReason = (
  { late, shown, slipped, owner }: Extract<Proposal['facts'], { kind: 'slip' }>['measure'],
  due: string,
  names: Names,
): string => {
  const words = m().proposals.reasons
  const who = names.member(owner)
  const first = late
    ? words.slipLate(due, who)
    : shown === 'blocked'
      ? words.slipBlocked(who)
      : words.slipSoon(due, who)
  return slipped > 0 ? `${first} ${m().proposals.slipped(slipped)}` : first
}

const placeOf = ({ department }: Proposal, names: Names): string => {
  const record = department === undefined ? undefined : names.department(department)
  return record ? nameOf(record) : ''
}
