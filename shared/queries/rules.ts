/**
 * Rules of recurrence: on which days a control is due where its rhythm does not say it, and what its periods are then.
 * The rule itself is expanded by the recurrence library; working days and holidays are ours.
 */
import { UTCDateMini } from '@date-fns/utc/date/mini'
import { getISOWeek } from 'date-fns/getISOWeek'
import { getISOWeekYear } from 'date-fns/getISOWeekYear'
import * as recurrence from 'rrule'
import { addDays, type Day, monthOf, yearOf } from '../days'
import { yearOfPeriod } from '../kinds/check'
import type { Rhythm } from '../kinds/control'
import type { Rule, Shift } from '../kinds/rule'
import { isWorkingDay, type Period, workingDay } from './periods'

// A bundler sees a module of names; Node 20 sees CommonJS, with all of them under `default`.
const { RRule } = 'RRule' in recurrence ? recurrence : (recurrence as { default: typeof recurrence }).default

/** A Monday, so that rules that count weeks agree on where a week begins. */
const BEGINNING = '2001-01-01'
const LONGEST = 200
/** Parts that a rule may have. Without times of day: a hostile rule of seconds would never end. */
const PARTS: Readonly<Record<string, RegExp>> = {
  FREQ: /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^([1-9]|[1-9]\d|1[01]\d|120)$/,
  BYMONTH: /^([1-9]|1[0-2])(,([1-9]|1[0-2])){0,11}$/,
  BYMONTHDAY: /^-?([1-9]|[12]\d|3[01])(,-?([1-9]|[12]\d|3[01])){0,30}$/,
  BYDAY: /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)(,([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)){0,6}$/,
  BYSETPOS: /^-?([1-9]|[12]\d)$/,
  WKST: /^MO$/,
}

/** Whether the words of a rule make sense here. */
export const isRule = ({ rrule, workingDay: n }: Rule): boolean => {
  if (rrule.length > LONGEST || !rrule.startsWith('FREQ=')) return false
  const parts = rrule.split(';').map((part) => part.split('=') as [string, string?])
  const names = parts.map(([name]) => name)
  if (new Set(names).size !== names.length) return false
  if (!parts.every(([name, value]) => Object.hasOwn(PARTS, name) && PARTS[name]?.test(value ?? '')))
    return false
  // Day after day until the end of time for a day that never comes.
  if (rrule.startsWith('FREQ=DAILY') && names.some((name) => name === 'BYMONTHDAY' || name === 'BYSETPOS'))
    return false
  return n === undefined || (Number.isInteger(n) && n !== 0 && Math.abs(n) <= 23)
}

/** One turn: the day the rule names, and the day on which it is due. */
export type Turn = { readonly named: Day; readonly due: Day }

/** The turns of which the rule names a day from a day to a day, both included. */
export const turnsOf = (rule: Rule, { from, to }: { readonly from: Day; readonly to: Day }): Turn[] => {
  if (!isRule(rule) || to < from) return []
  const start = rule.from ?? BEGINNING
  const expander = new RRule({
    ...RRule.parseString(rule.rrule),
    dtstart: new Date(`${start}T00:00:00Z`),
    until: new Date(`${to}T00:00:00Z`),
    wkst: RRule.MO,
  })
  const named = expander.between(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`), true).map(text)
  const chosen =
    rule.workingDay === undefined ? named : [...new Set(named.map((day) => nthOf(day, rule.workingDay)))]
  return chosen.flatMap((day) => {
    const due = shifted(day, rule.shift)
    return due === undefined ? [] : [{ named: day, due }]
  })
}

/** The days on which a rule is due, named from a day to a day. */
export const ruleDays = (rule: Rule, window: { readonly from: Day; readonly to: Day }): Day[] =>
  turnsOf(rule, window).map(({ due }) => due)

/**
 * The periods of a year that a rule makes in a rhythm, in order. Of several turns in one period the first counts, since
 * a period has one answer; {@link isTooOften} says so beforehand.
 */
export const periodsOfRule = (rhythm: Rhythm, rule: Rule, year: number): readonly Period[] => {
  const key = JSON.stringify([rhythm, year, rule.rrule, rule.from, rule.workingDay, rule.shift, rule.of])
  const known = computed.get(key)
  if (known) return known
  const periods = compute(rhythm, rule, year)
  if (computed.size > MOST) computed.clear()
  computed.set(key, periods)
  return periods
}
// A rule never changes; whoever types one passes by many.
const computed = new Map<string, readonly Period[]>()
const MOST = 2_000

/** Whether a rule names more than one day in one period of a rhythm, in the years from one to another. */
export const isTooOften = (rhythm: Rhythm, rule: Rule, fromYear: number, toYear: number): boolean => {
  const names = turnsOf(rule, { from: `${fromYear}-01-01`, to: `${toYear}-12-31` }).map(({ named }) =>
    periodName(rhythm, named),
  )
  return new Set(names).size < names.length
}

const compute = (rhythm: Rhythm, rule: Rule, year: number): readonly Period[] => {
  const found = new Map<string, Period>()
  // A period may be due in the year after its own, and a week begin in the year before.
  for (const { named, due } of turnsOf(rule, { from: `${year - 1}-12-01`, to: `${year + 1}-12-31` })) {
    const period = rule.of === 'last' ? before(rhythm, named) : periodName(rhythm, named)
    if (yearOfPeriod(period) !== year || found.has(period)) continue
    const opens = rhythm === 'weekly' ? monday(named) : `${monthOf(named)}-01`
    found.set(period, { period, opens: opens < due ? opens : due, due })
  }
  return [...found.values()]
}

/** The name of the period of a rhythm in which a day lies: "2026-Q4". */
export const periodName = (rhythm: Rhythm, day: Day): string => {
  const [year, month] = [yearOf(day), Number(day.slice(5, 7))]
  switch (rhythm) {
    case 'weekly': {
      const date = new UTCDateMini(day)
      return `${getISOWeekYear(date)}-W${String(getISOWeek(date)).padStart(2, '0')}`
    }
    case 'monthly':
      return monthOf(day)
    case 'quarterly':
      return `${year}-Q${Math.ceil(month / 3)}`
    case 'half-yearly':
      return `${year}-H${month <= 6 ? 1 : 2}`
    case 'yearly':
      return `${year}`
  }
}

const LENGTHS = { monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 } as const

const before = (rhythm: Rhythm, day: Day): string => {
  if (rhythm === 'weekly') return periodName(rhythm, addDays(day, -7))
  const months = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 - LENGTHS[rhythm]
  return periodName(rhythm, `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`)
}

const nthOf = (day: Day, n = 1): Day => {
  const [year, month] = [yearOf(day), Number(day.slice(5, 7))]
  if (n > 0) {
    const found = workingDay(year, month, n)
    return monthOf(found) === monthOf(day) ? found : nthOf(day, -1)
  }
  let last = addDays(
    month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`,
    -1,
  )
  for (let left = -n; ; last = addDays(last, -1)) {
    if (isWorkingDay(last)) left -= 1
    if (left === 0) return monthOf(last) === monthOf(day) ? last : workingDay(year, month, 1)
  }
}

const shifted = (day: Day, shift: Shift): Day | undefined => {
  if (shift === 'keep' || isWorkingDay(day)) return day
  if (shift === 'skip') return undefined
  let found = day
  while (!isWorkingDay(found)) found = addDays(found, shift === 'after' ? 1 : -1)
  return found
}

const monday = (day: Day): Day => addDays(day, -((new Date(day).getUTCDay() + 6) % 7))
const text = (date: Date): Day => date.toISOString().slice(0, 10)

// Rules as people choose them

/** 1 is Monday. No months: all of them. */
export type RuleForm =
  | { readonly by: 'weekday'; readonly weekday: number; readonly every: number }
  | { readonly by: 'month-day'; readonly day: number; readonly months: readonly number[] }
  | { readonly by: 'working-day'; readonly n: number; readonly months: readonly number[] }
  | {
      readonly by: 'nth-weekday'
      readonly nth: number
      readonly weekday: number
      readonly months: readonly number[]
    }
  | { readonly by: 'quarter-end' }

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** The rule that a form says. @param given what becomes of free days, which period it is about, where counting begins */
export const ruleOf = (
  form: RuleForm,
  { shift = 'after', of = 'this', from }: Partial<Pick<Rule, 'shift' | 'of' | 'from'>> = {},
): Rule => {
  const rest = { shift, of, ...(from !== undefined && { from }) }
  switch (form.by) {
    case 'weekday':
      return { rrule: `FREQ=WEEKLY;INTERVAL=${form.every};BYDAY=${WEEKDAYS[form.weekday - 1]}`, ...rest }
    case 'month-day':
      return {
        rrule: `FREQ=MONTHLY${inMonths(form.months)};BYMONTHDAY=${form.day}${orLast(form.day)}`,
        ...rest,
      }
    case 'working-day':
      return { rrule: `FREQ=MONTHLY${inMonths(form.months)};BYMONTHDAY=1`, workingDay: form.n, ...rest }
    case 'nth-weekday':
      return {
        rrule: `FREQ=MONTHLY${inMonths(form.months)};BYDAY=${form.nth}${WEEKDAYS[form.weekday - 1]}`,
        ...rest,
      }
    case 'quarter-end':
      return { rrule: 'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1', ...rest }
  }
}

const inMonths = (months: readonly number[]): string =>
  months.length === 0 || months.length === 12 ? '' : `;BYMONTH=${[...months].sort((a, b) => a - b).join(',')}`

// The 31st of a month of thirty days is its last: of the days named, the first one counts that there is.
const orLast = (day: number): string =>
  day < 29
    ? ''
    : `${Array.from({ length: day - 28 }, (_, index) => `,${day - 1 - index}`).join('')};BYSETPOS=-1`

/** The form that says a rule; `undefined` for a rule that no form can say. */
export const formOf = (rule: Rule): RuleForm | undefined => {
  const parts = new Map(rule.rrule.split(';').map((part) => part.split('=') as [string, string]))
  const months = (parts.get('BYMONTH') ?? '').split(',').filter(Boolean).map(Number)
  const [, nth, weekday] = /^(-?\d)?([A-Z]{2})$/.exec(parts.get('BYDAY') ?? '') ?? []
  const days = (parts.get('BYMONTHDAY') ?? '').split(',').filter(Boolean).map(Number)
  const form: RuleForm | undefined =
    weekday && parts.get('FREQ') === 'WEEKLY'
      ? { by: 'weekday', weekday: WEEKDAYS.indexOf(weekday) + 1, every: Number(parts.get('INTERVAL') ?? 1) }
      : weekday
        ? { by: 'nth-weekday', nth: Number(nth ?? 1), weekday: WEEKDAYS.indexOf(weekday) + 1, months }
        : rule.workingDay !== undefined
          ? { by: 'working-day', n: rule.workingDay, months }
          : days[0] === -1 && months.join() === '3,6,9,12'
            ? { by: 'quarter-end' }
            : { by: 'month-day', day: days[0] ?? 1, months }
  const again = ruleOf(form, rule)
  return again.rrule === rule.rrule && again.workingDay === rule.workingDay ? form : undefined
}
