/** Controls and rhythms in words of the present language. */
import type { RhythmInput } from '../../../shared/commands/controls'
import type { Day } from '../../../shared/days'
import { isWorkingDay } from '../../../shared/queries/periods'
import { formOf } from '../../../shared/queries/rules'
import { t } from '../../text'
import { dayWords } from '../../text/dates'
import { l } from './say'

/** "op de 5e werkdag van elke maand; op een vrije dag: de werkdag erna". */
export const rhythmWords = ({ rhythm, month, every, rule }: RhythmInput): string => {
  const { words } = l().rhythm
  if (!rule) return rhythm === 'yearly' ? words.yearly(month ?? 12, every ?? 1) : words.usual[rhythm]
  const form = formOf(rule)
  const said = form ? ruleWords(form) : words.own
  const isWorking = form?.by === 'working-day'
  return [said, rule.of === 'last' && words.last, !isWorking && words.shifts[rule.shift]]
    .filter(Boolean)
    .join('; ')
}

const ruleWords = (form: NonNullable<ReturnType<typeof formOf>>): string => {
  const { words } = l().rhythm
  switch (form.by) {
    case 'weekday':
      return words.weekday(form.weekday, form.every)
    case 'month-day':
      return words['month-day'](form.day, form.months)
    case 'working-day':
      return words['working-day'](form.n, form.months)
    case 'nth-weekday':
      return words['nth-weekday'](form.nth, form.weekday, form.months)
    case 'quarter-end':
      return words['quarter-end']
  }
}

/** The same as a sentence: with a capital and a full stop. */
export const rhythmSentence = (input: RhythmInput): string => {
  const words = rhythmWords(input)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

/** "Maandelijks", or what a rule says. */
export const shortRhythm = (input: RhythmInput): string =>
  input.rule ? rhythmWords(input) : t().rhythms[input.rhythm]

/** So that "financien" finds "financiën". */
export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** A day, and that people are not at work then: "vr 25 dec (feestdag)". */
export const withFree = (day: Day, today?: Day): string => {
  const words = dayWords(day, today)
  return isWorkingDay(day) ? words : `${words} (${l().rhythm.free[FREE_DAYS[weekdayOf(day)] ?? 'holiday']})`
}
const FREE_DAYS: Readonly<Record<number, 'saturday' | 'sunday'>> = { 0: 'sunday', 6: 'saturday' }
const weekdayOf = (day: Day): number => new Date(day).getUTCDay()
