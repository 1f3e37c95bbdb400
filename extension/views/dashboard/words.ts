/** Figures and places in words of the present language. */
import type { Day } from '../../../shared/days'
import { waitsForReview } from '../../../shared/queries/reviews'
import type { Check } from '../../../shared/queries/schedule'
import { type Language, language, t } from '../../text'
import { dashboardEn } from '../../text/dashboard.en'
import { type DashboardText, dashboardNl } from '../../text/dashboard.nl'
import { dayWords, monthWords, periodWords } from '../../text/dates'
import type { Mark } from '../../ui/IconMark'

const DICTIONARIES: Readonly<Record<Language, DashboardText>> = { nl: dashboardNl, en: dashboardEn }

/** What the dashboard says, in the present language. Not part of `t()`, which the popup loads before its first paint. */
export const d = (): DashboardText => DICTIONARIES[language.value]

/** "92%"; a dash where there is nothing to divide. */
export const percent = (share: number | undefined): string =>
  share === undefined ? '–' : PERCENT[language.value].format(share)

const PERCENT = {
  nl: new Intl.NumberFormat('nl-BE', { style: 'percent' }),
  en: new Intl.NumberFormat('en-GB', { style: 'percent' }),
} as const

const NUMBER = { nl: new Intl.NumberFormat('nl-BE'), en: new Intl.NumberFormat('en-GB') } as const

/** "1.204". */
export const number = (value: number): string => NUMBER[language.value].format(value)

/** The sign that stands for how a check is now. */
export const markOf = ({ clash, outcome, state }: Pick<Check, 'clash' | 'outcome' | 'state'>): Mark => {
  if (clash) return 'clash'
  if (outcome) return outcome
  return state === 'late' ? 'late' : 'open'
}

/** How a check stands, as short as it can be said: "In orde", "te laat sinds ma 2 nov", "vanaf di 1 dec". */
export const standing = (check: Check, today: Day): string => {
  const words = d().department
  if (check.outcome) return t().outcomes[check.outcome]
  if (check.state === 'late') return words.lateSince(dayWords(check.due, today))
  if (check.state === 'later') return words.opensOn(dayWords(check.opens, today))
  return words.dueOn(dayWords(check.due, today))
}

/** The same in a full sentence, for those who do not see the signs. */
export const standingInFull = (check: Check, today: Day): string =>
  d().department.cell(
    periodWords(check.period),
    [
      standing(check, today),
      check.outcome && (check.onTime ? d().department.doneOnTime : d().department.doneLate),
      check.clash && t().clash.toLowerCase(),
      reviewWord(check)?.toLowerCase(),
    ]
      .filter(Boolean)
      .join(', '),
  )

/** Whether somebody else has yet to look at the answer, did so, or sent it back; nothing where nobody is asked. */
export const reviewWord = (check: Check): string | undefined => {
  if (waitsForReview(check)) return t().reviews.submitted
  const state = check.review?.state
  return state === 'accepted' || state === 'returned' ? t().reviews[state] : undefined
}

/** "nov": a month 1-12. */
export const shortMonth = (month: number): string => monthWords(2000, month, 'short').replace('.', '')

/** "november 2026" of "2026-11". */
export const longMonth = (month: string): string =>
  monthWords(Number(month.slice(0, 4)), Number(month.slice(5)))

/** "An, Bart en Chaima". */
export const listOf = (names: readonly string[]): string =>
  new Intl.ListFormat(language.value === 'nl' ? 'nl-BE' : 'en-GB').format(names)
