/** The form of a rhythm: flat, so that it can be kept half filled; from a control and back to what a command takes. */
import type { RhythmInput } from '../../../shared/commands/controls'
import { addDays, type Day } from '../../../shared/days'
import type { Control, Rhythm } from '../../../shared/kinds/control'
import type { Rule, Shift } from '../../../shared/kinds/rule'
import { formOf, type RuleForm, ruleOf } from '../../../shared/queries/rules'
import { occurrences } from '../../../shared/queries/schedule'

export const BYS = ['weekday', 'month-day', 'working-day', 'nth-weekday', 'quarter-end'] as const
export type By = (typeof BYS)[number]

export type RhythmForm = {
  readonly rhythm: Rhythm
  /** "usual", one of {@link BYS}, or "own" for a rule that no form can say. */
  readonly due: 'usual' | By | 'own'
  readonly month: string
  readonly every: string
  readonly weekday: string
  readonly step: string
  readonly day: string
  readonly n: string
  readonly nth: string
  readonly months: readonly number[]
  readonly shift: Shift
  readonly of: 'this' | 'last'
}

/** The ways to say a due day that make sense in a rhythm. */
export const bysOf = (rhythm: Rhythm): readonly By[] =>
  rhythm === 'weekly'
    ? ['weekday']
    : rhythm === 'monthly'
      ? ['month-day', 'working-day', 'nth-weekday']
      : rhythm === 'quarterly'
        ? ['quarter-end', 'month-day', 'working-day', 'nth-weekday']
        : ['month-day', 'working-day', 'nth-weekday']

/** Months that go with a rhythm before somebody chooses others: one for each of its periods. */
const MONTHS: Readonly<Record<Rhythm, readonly number[]>> = {
  weekly: [],
  monthly: [],
  quarterly: [3, 6, 9, 12],
  'half-yearly': [6, 12],
  yearly: [12],
}

export const emptyRhythm = (rhythm: Rhythm): RhythmForm => ({
  rhythm,
  due: 'usual',
  month: '12',
  every: '1',
  weekday: '5',
  step: '1',
  day: '15',
  n: '5',
  nth: '1',
  months: MONTHS[rhythm],
  shift: 'after',
  of: 'this',
})

/** Another rhythm begins with its own months, and with its usual day where the chosen way makes no sense in it. */
export const withRhythm = (form: RhythmForm, rhythm: Rhythm): RhythmForm => ({
  ...form,
  rhythm,
  months: MONTHS[rhythm],
  due: form.due !== 'own' && form.due !== 'usual' && bysOf(rhythm).includes(form.due) ? form.due : 'usual',
})

export const rhythmFormOf = (control: Pick<Control, 'rhythm' | 'month' | 'every' | 'rule'>): RhythmForm => {
  const { rhythm, month, every, rule } = control
  const form = {
    ...emptyRhythm(rhythm),
    month: String(month ?? 12),
    every: String(every ?? 1),
    ...(rule && { shift: rule.shift, of: rule.of }),
  }
  if (!rule) return form
  const said = formOf(rule)
  return said ? { ...form, due: said.by, ...fieldsOf(said) } : { ...form, due: 'own' }
}

const fieldsOf = (said: RuleForm): Partial<RhythmForm> => {
  switch (said.by) {
    case 'weekday':
      return { weekday: String(said.weekday), step: String(said.every) }
    case 'month-day':
      return { day: String(said.day), months: said.months }
    case 'working-day':
      return { n: String(said.n), months: said.months }
    case 'nth-weekday':
      return { nth: String(said.nth), weekday: String(said.weekday), months: said.months }
    case 'quarter-end':
      return {}
  }
}

/** What a form says. @param own the rule that stays where no form can say it */
export const rhythmInputOf = (form: RhythmForm, own: Rule | undefined, from: Day): RhythmInput => {
  const { rhythm, due, month, every } = form
  if (due === 'own') return { rhythm, rule: own }
  if (due !== 'usual') return { rhythm, rule: ruleOf(ruleFormOf(form, due), whereOf(form, due, own, from)) }
  if (rhythm !== 'yearly') return { rhythm }
  const years = Number(every)
  return { rhythm, month: Number(month), ...(years > 1 && { every: years }) }
}

const ruleFormOf = (form: RhythmForm, by: By): RuleForm => {
  const { months } = form
  switch (by) {
    case 'weekday':
      return { by, weekday: Number(form.weekday), every: Number(form.step) }
    case 'month-day':
      return { by, day: Number(form.day), months }
    case 'working-day':
      return { by, n: Number(form.n), months }
    case 'nth-weekday':
      return { by, nth: Number(form.nth), weekday: Number(form.weekday), months }
    case 'quarter-end':
      return { by }
  }
}

// Every second week: counted from a day, or it would not be sure which. One that was counted already goes on so.
const whereOf = ({ shift, of, step }: RhythmForm, by: By, own: Rule | undefined, from: Day) => ({
  shift: by === 'working-day' ? 'keep' : shift,
  of,
  ...(by === 'weekday' && Number(step) > 1 && { from: own?.from ?? mondayOf(from) }),
})

const mondayOf = (day: Day): Day => addDays(day, -((new Date(day).getUTCDay() + 6) % 7))

/** The next days on which something is due. */
export const nextDays = (
  control: Pick<Control, 'since' | 'until'> & RhythmInput & Partial<Pick<Control, 'former'>>,
  from: Day,
  count = 5,
): readonly { readonly period: string; readonly due: Day }[] =>
  occurrences(
    {
      since: control.since,
      until: control.until,
      rhythm: control.rhythm,
      month: control.month,
      every: control.every,
      rule: control.rule,
      former: control.former ?? [],
    },
    { from, to: addDays(from, AHEAD) },
  ).slice(0, count)

/** Ten years: a control that returns only every so many has its next one within them. */
const AHEAD = 3_660
