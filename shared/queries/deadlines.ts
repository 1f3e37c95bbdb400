/** The deadlines that are near: of the law, of the year's calendar, and the organisation's own. */
import { addDays, type Day, yearOf } from '../days'
import { type Deadline, deadline, deadlineAbout, met, metAbout } from '../kinds/deadline'
import { readRecord } from '../kinds/kind'
import { LEGAL_DEADLINES } from '../libraries/legal-deadlines'
import { YEAR_CALENDAR } from '../libraries/year-calendar'
import { foldedOf, type WorkGround } from './ground'

export type DeadlineLine = {
  readonly key: string
  readonly about: string
  readonly day: Day
  readonly title: string
  readonly titleEn: string
  /** Why: the article, or who asks for it. */
  readonly basis: string
  readonly basisEn: string
  readonly source: 'law' | 'calendar' | 'own'
  /** Member id, or of the calendar a function: "FD". */
  readonly owner: string | undefined
  /** Its article was looked up. */
  readonly sure: boolean
  readonly met: boolean
}

/** A deadline of every year, or of one day. */
type Rule = Omit<DeadlineLine, 'day' | 'met'> & {
  readonly month: number | undefined
  readonly date: number | undefined
  readonly on: Day | undefined
  readonly notice: number | undefined
}

/** How long before its day a deadline is near. */
export const NOTICE = 45
/** How long after its day one that was not ticked is still shown. */
const AFTER = 30

/** Deadlines whose day comes within the notice, or has passed unticked not long ago; earliest first. */
export const deadlinesNear = (ground: WorkGround, notice = NOTICE): DeadlineLine[] =>
  deadlinesBetween(ground, addDays(ground.today, -AFTER), addDays(ground.today, 366))
    .filter(({ day, isMet, near }) =>
      day < ground.today ? !isMet : day <= addDays(ground.today, near ?? notice),
    )
    .map(({ isMet, near: _, ...line }) => ({ ...line, met: isMet }))

/** Every deadline of a stretch of days, both ends included; earliest first. */
export const deadlineCalendar = (ground: WorkGround, from: Day, to: Day): DeadlineLine[] =>
  deadlinesBetween(ground, from, to).map(({ isMet, near: _, ...line }) => ({ ...line, met: isMet }))

/** The day of a deadline that counts from an event; `undefined` when it does not. */
export const deadlineAfter = (key: string, event: Day): Day | undefined => {
  const rule = LEGAL_DEADLINES.find((each) => each.key === key)?.rule
  return rule?.kind === 'days' ? addDays(event, rule.days) : undefined
}

/** What the organisation itself said about deadlines: its own, and changes to the library. */
export const ownDeadlines = (ground: WorkGround): Deadline[] =>
  foldedOf(ground.records('team'), 'deadline')
    .map((folded) => readRecord(deadline, folded))
    .filter(({ gone }) => !gone)

const deadlinesBetween = (ground: WorkGround, from: Day, to: Day) => {
  const team = ground.records('team')
  const isMet = (key: string, day: Day): boolean => {
    const folded = team?.get(metAbout(key, day))
    return folded !== undefined && readRecord(met, folded).met
  }
  return rulesOf(ground)
    .flatMap((rule) => {
      const { month, date, on, notice, ...line } = rule
      return daysOf(rule, from, to).map((day) => ({
        ...line,
        day,
        isMet: isMet(line.key, day),
        near: notice,
      }))
    })
    .sort((a, b) => compare(a.day, b.day) || compare(a.key, b.key))
}

const daysOf = ({ month, date, on }: Rule, from: Day, to: Day): Day[] => {
  if (on !== undefined) return on >= from && on <= to ? [on] : []
  if (month === undefined) return []
  const days: Day[] = []
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    const day = dayIn(year, month, date)
    if (day >= from && day <= to) days.push(day)
  }
  return days
}

/** A day of a month; its last one when it has no such day. */
const dayIn = (year: number, month: number, date: number | undefined): Day => {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  // The last of February is said as the 28th: the library knows no leap years.
  const wanted = date === undefined || (month === 2 && date >= 28) ? last : Math.min(date, last)
  return `${year}-${pad(month)}-${pad(wanted)}`
}
const pad = (number: number): string => String(number).padStart(2, '0')

const rulesOf = (ground: WorkGround): Rule[] => {
  const own = new Map(ownDeadlines(ground).map((each) => [each.key, each]))
  const library = LIBRARY.flatMap((rule) => {
    const changed = own.get(rule.key)
    own.delete(rule.key)
    return changed ? changedRule(rule, changed) : [rule]
  })
  return [...library, ...[...own.values()].flatMap((each) => changedRule(emptyRule(each.key), each))]
}

const changedRule = (rule: Rule, changed: Deadline): Rule[] =>
  changed.off
    ? []
    : [
        {
          ...rule,
          title: changed.title || rule.title,
          titleEn: changed.titleEn || changed.title || rule.titleEn,
          basis: changed.basis || rule.basis,
          basisEn: changed.basis || rule.basisEn,
          owner: changed.owner ?? rule.owner,
          month: changed.month ?? rule.month,
          date: changed.day ?? (changed.month === undefined ? rule.date : undefined),
          on: changed.on ?? rule.on,
          notice: changed.notice ?? rule.notice,
        },
      ]

const emptyRule = (key: string): Rule => ({
  key,
  about: deadlineAbout(key),
  title: '',
  titleEn: '',
  basis: '',
  basisEn: '',
  source: 'own',
  owner: undefined,
  sure: true,
  month: undefined,
  date: undefined,
  on: undefined,
  notice: undefined,
})

const LAW: readonly Rule[] = LEGAL_DEADLINES.flatMap(({ key, title, titleEn, rule, basis, basisEn, sure }) =>
  rule.kind === 'yearly'
    ? [
        {
          ...emptyRule(key),
          title,
          titleEn,
          basis,
          basisEn,
          source: 'law',
          month: rule.month,
          date: rule.day,
          sure,
        },
      ]
    : [],
)

// A task of the calendar that a law is behind is that law's deadline, with its reason.
const CALENDAR: readonly Rule[] = YEAR_CALENDAR.filter(({ law }) => law === undefined).map(
  ({ key, title, titleEn, month, last, owner }) => ({
    ...emptyRule(key),
    title,
    titleEn,
    basis: 'Jaarkalender',
    basisEn: 'Year calendar',
    source: 'calendar',
    owner,
    month,
    date: last,
  }),
)

const LIBRARY: readonly Rule[] = [
  ...LAW.map((rule) => ({
    ...rule,
    owner: YEAR_CALENDAR.find(({ law }) => law === rule.key)?.owner,
  })),
  ...CALENDAR,
]

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
