/** Rules of recurrence over thirty years: leap years, holidays, weeks 53; against the library and against plain counting. */
import fc from 'fast-check'
import { RRule } from 'rrule'
import { expect, test } from 'vitest'
import { objectionToRule } from '../../shared/commands/controls'
import { addDays, type Day, monthOf, yearOf } from '../../shared/days'
import { foldSubject } from '../../shared/fold'
import { control as controlKind, RHYTHMS, type Rhythm } from '../../shared/kinds/control'
import { readRecord } from '../../shared/kinds/kind'
import { SHIFTS } from '../../shared/kinds/rule'
import { HOLIDAYS } from '../../shared/libraries/holidays-be'
import { isWorkingDay, periodsOfYear } from '../../shared/queries/periods'
import { previewRhythm } from '../../shared/queries/rhythm-change'
import {
  formOf,
  isRule,
  periodName,
  periodsOfRule,
  type RuleForm,
  ruleDays,
  ruleOf,
  turnsOf,
} from '../../shared/queries/rules'
import { occurrences } from '../../shared/queries/schedule'

const YEARS = { from: '2020-01-01', to: '2050-12-31' }
const daysOf = ({ from, to }: { from: Day; to: Day }): Day[] => {
  const days: Day[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}
const DAYS = daysOf(YEARS)
const weekdayOf = (day: Day): number => ((new Date(day).getUTCDay() + 6) % 7) + 1
const isIn = (months: readonly number[], day: Day): boolean =>
  months.length === 0 || months.includes(Number(day.slice(5, 7)))
const lastOfMonth = (day: Day): boolean => monthOf(addDays(day, 1)) !== monthOf(day)

const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 11 })
const forms: fc.Arbitrary<RuleForm> = fc.oneof(
  fc.record({
    by: fc.constant('weekday' as const),
    weekday: fc.integer({ min: 1, max: 7 }),
    every: fc.integer({ min: 1, max: 8 }),
  }),
  fc.record({
    by: fc.constant('month-day' as const),
    day: fc.constantFrom(-1, 1, 15, 28, 29, 30, 31),
    months,
  }),
  fc.record({
    by: fc.constant('working-day' as const),
    n: fc.constantFrom(1, 2, 5, 10, 20, 23, -1, -3),
    months,
  }),
  fc.record({
    by: fc.constant('nth-weekday' as const),
    nth: fc.constantFrom(1, 2, 3, 4, -1),
    weekday: fc.integer({ min: 1, max: 7 }),
    months,
  }),
  fc.record({ by: fc.constant('quarter-end' as const) }),
)

/** By counting days, without the library. */
const counted = (form: RuleForm): Day[] => {
  switch (form.by) {
    case 'weekday':
      return DAYS.filter(
        (day) =>
          weekdayOf(day) === form.weekday &&
          Math.floor((Date.parse(day) - Date.parse('2001-01-01')) / (7 * 86_400_000)) % form.every === 0,
      )
    case 'month-day':
      return DAYS.filter((day) => {
        if (!isIn(form.months, day)) return false
        if (form.day === -1) return lastOfMonth(day)
        const number = Number(day.slice(8))
        return number === form.day || (number < form.day && lastOfMonth(day))
      })
    case 'working-day':
      return byMonth(form.months).map((days) => {
        const working = days.filter(isWorkingDay)
        return (form.n > 0 ? (working[form.n - 1] ?? working.at(-1)) : working.at(form.n)) as Day
      })
    case 'nth-weekday':
      return byMonth(form.months).map((days) => {
        const found = days.filter((day) => weekdayOf(day) === form.weekday)
        return (form.nth > 0 ? found[form.nth - 1] : found.at(-1)) as Day
      })
    case 'quarter-end':
      return DAYS.filter((day) => isIn([3, 6, 9, 12], day) && lastOfMonth(day))
  }
}
const byMonth = (chosen: readonly number[]): Day[][] => {
  const found = new Map<string, Day[]>()
  for (const day of DAYS)
    if (isIn(chosen, day)) found.set(monthOf(day), [...(found.get(monthOf(day)) ?? []), day])
  return [...found.values()]
}

test('thirty years of a rule are the days that counting finds, also over leap years and weeks 53', () => {
  fc.assert(
    fc.property(forms, (form) => {
      expect(ruleDays(ruleOf(form, { shift: 'keep' }), YEARS)).toEqual(counted(form))
    }),
    { numRuns: 40 },
  )
})

test('without working days and shifts a rule is what the recurrence library makes of it', () => {
  fc.assert(
    fc.property(forms, (form) => {
      fc.pre(form.by !== 'working-day')
      const rule = ruleOf(form, { shift: 'keep' })
      const own = new RRule({
        ...RRule.parseString(rule.rrule),
        dtstart: new Date('2001-01-01T00:00:00Z'),
        wkst: RRule.MO,
      }).between(new Date('2020-01-01T00:00:00Z'), new Date('2050-12-31T00:00:00Z'), true)
      expect(ruleDays(rule, YEARS)).toEqual(own.map((date) => date.toISOString().slice(0, 10)))
    }),
    { numRuns: 40 },
  )
})

/** The days that the recurrence library expands by itself. */
const expanded = (rrule: string): Day[] =>
  new RRule({ ...RRule.parseString(rrule), dtstart: new Date('2001-01-01T00:00:00Z'), wkst: RRule.MO })
    .between(new Date('2020-01-01T00:00:00Z'), new Date('2051-12-31T00:00:00Z'), true)
    .map((date) => date.toISOString().slice(0, 10))

test.each<[string, Rhythm, string, number?]>([
  ['a week is due on its Friday, weeks 53 included', 'weekly', 'FREQ=WEEKLY;BYDAY=FR'],
  ['a quarter at the end of the month after it', 'quarterly', 'FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=-1'],
  ['a half-year on 30 April and 31 October', 'half-yearly', 'FREQ=MONTHLY;BYMONTH=4,10;BYMONTHDAY=-1'],
  [
    'a year at the end of its month, in leap years on 29 February',
    'yearly',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1',
    2,
  ],
])(
  'over thirty years the usual days are those the recurrence library expands: %s',
  (_, rhythm, rrule, month) => {
    const own = Array.from({ length: 31 }, (_, index) => periodsOfYear(rhythm, 2020 + index, month))
      .flat()
      .map(({ due }) => due)
    const first = own[0] as Day
    expect(own.length).toBeGreaterThan(30)
    expect(own).toEqual(
      expanded(rrule)
        .filter((day) => day >= first)
        .slice(0, own.length),
    )
  },
)

test('over thirty years the nth working day is the nth weekday the library expands that is no holiday', () => {
  const weekdays = expanded('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR').filter(
    (day) => !HOLIDAYS.has(day) && day <= YEARS.to,
  )
  const byMonthOf = new Map<string, Day[]>()
  for (const day of weekdays) byMonthOf.set(monthOf(day), [...(byMonthOf.get(monthOf(day)) ?? []), day])
  for (const n of [1, 5, 10, 15, -1, -2])
    expect(ruleDays(ruleOf({ by: 'working-day', n, months: [] }), YEARS)).toEqual(
      [...byMonthOf.values()].map((days) => days.at(n > 0 ? n - 1 : n)),
    )
  // The usual day of a month is its tenth.
  const usual = Array.from({ length: 31 }, (_, index) => periodsOfYear('monthly', 2020 + index)).flat()
  expect(usual.map(({ due }) => due)).toEqual(
    ruleDays(ruleOf({ by: 'working-day', n: 10, months: [] }), YEARS),
  )
})

test('over thirty years another rhythm touches nothing that is done, whatever it was and becomes', () => {
  const rhythmOf = fc.record({
    rhythm: fc.constantFrom(...RHYTHMS),
    form: fc.option(forms, { nil: undefined }),
    shift: fc.constantFrom(...SHIFTS),
  })
  fc.assert(
    fc.property(rhythmOf, rhythmOf, fc.integer({ min: 2, max: 5 }), (was, becomes, each) => {
      const ruled = ({ rhythm, form, shift }: typeof was) => ({
        rhythm,
        rule: form && ruleOf(form, { shift }),
      })
      const control = { ...readRecord(controlKind, foldSubject('control:c1', [])), ...ruled(was) }
      const window = { from: '2026-01-01', to: '2055-12-31' }
      const before = occurrences(control, window)
      const done = new Map(
        before.filter((_, index) => index % each === 0).map((period) => [period.period, period]),
      )
      const preview = previewRhythm(control, ruled(becomes), {
        from: '2030-06-15',
        window,
        isDone: (period) => done.has(period),
      })
      expect(preview.done).toEqual([...done.values()])
      const touched = [...preview.added, ...preview.moved, ...preview.removed, ...preview.kept]
      expect(touched.filter(({ period }) => done.has(period))).toEqual([])
      // Nothing is lost: what was there is kept, moved, removed or done.
      expect(preview.kept.length + preview.moved.length + preview.removed.length + done.size).toBe(
        before.length,
      )
    }),
    { numRuns: 12 },
  )
})

test('a free day stays, falls away, or goes to the nearest working day before or after, by choice', () => {
  fc.assert(
    fc.property(forms, fc.constantFrom(...SHIFTS), (form, shift) => {
      for (const { named, due } of turnsOf(ruleOf(form, { shift }), YEARS)) {
        if (shift === 'keep' || isWorkingDay(named)) expect(due).toBe(named)
        else {
          expect(shift).not.toBe('skip')
          expect(isWorkingDay(due)).toBe(true)
          const [first, last] = shift === 'after' ? [named, addDays(due, -1)] : [addDays(due, 1), named]
          expect(daysOf({ from: first, to: last }).some(isWorkingDay)).toBe(false)
        }
      }
      const all = turnsOf(ruleOf(form, { shift: 'keep' }), YEARS)
      if (shift === 'skip')
        expect(turnsOf(ruleOf(form, { shift }), YEARS)).toEqual(
          all.filter(({ named }) => isWorkingDay(named)),
        )
      else expect(turnsOf(ruleOf(form, { shift }), YEARS)).toHaveLength(all.length)
    }),
    { numRuns: 15 },
  )
})

test('periods of a rule stand once in their own year, in order, and open no later than they are due', () => {
  fc.assert(
    fc.property(forms, fc.constantFrom(...RHYTHMS), fc.constantFrom('this', 'last'), (form, rhythm, of) => {
      const rule = ruleOf(form, { shift: 'after', of: of as 'this' | 'last' })
      const periods = Array.from({ length: 12 }, (_, index) =>
        periodsOfRule(rhythm, rule, 2024 + index),
      ).flat()
      const names = periods.map(({ period }) => period)
      expect(new Set(names).size).toBe(names.length)
      expect(periods.map(({ due }) => due)).toEqual(periods.map(({ due }) => due).sort())
      for (const { opens, due } of periods) expect(opens <= due).toBe(true)
    }),
    { numRuns: 40 },
  )
})

test.each<[string, RuleForm, Day[]]>([
  [
    'the fifth working day',
    { by: 'working-day', n: 5, months: [1, 5, 11] },
    ['2026-01-08', '2026-05-08', '2026-11-06'],
  ],
  ['the last working day', { by: 'working-day', n: -1, months: [5, 12] }, ['2026-05-29', '2026-12-31']],
  ['the end of the quarter', { by: 'quarter-end' }, ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31']],
  [
    'the last Friday of two months',
    { by: 'nth-weekday', nth: -1, weekday: 5, months: [2, 10] },
    ['2026-02-27', '2026-10-30'],
  ],
  [
    'the 31st of short months too',
    { by: 'month-day', day: 31, months: [2, 4] },
    ['2026-03-02', '2026-04-30'],
  ],
])('%s of 2026, after free days', (_, form, days) => {
  expect(ruleDays(ruleOf(form), { from: '2026-01-01', to: '2026-12-31' })).toEqual(days)
})

test('a week 53 has its turn, and the day after New Year belongs to the week it lies in', () => {
  const rule = ruleOf({ by: 'weekday', weekday: 5, every: 1 }, { shift: 'keep' })
  expect(periodsOfRule('weekly', rule, 2026).at(-1)).toEqual({
    period: '2026-W53',
    opens: '2026-12-28',
    due: '2027-01-01',
  })
  expect(periodName('weekly', '2027-01-01')).toBe('2026-W53')
})

test('a turn about the period before takes its name, over New Year too', () => {
  const rule = ruleOf({ by: 'working-day', n: 5, months: [1, 4, 7, 10] }, { of: 'last' })
  expect(periodsOfRule('quarterly', rule, 2026).map(({ period, due }) => [period, due])).toEqual([
    ['2026-Q1', '2026-04-08'],
    ['2026-Q2', '2026-07-07'],
    ['2026-Q3', '2026-10-07'],
    ['2026-Q4', '2027-01-08'],
  ])
})

test('a rule and the form it was chosen with say the same', () => {
  fc.assert(
    fc.property(forms, (form) => {
      const rule = ruleOf(form)
      expect(isRule(rule)).toBe(true)
      const again = formOf(rule)
      expect(again && ruleOf(again)).toEqual(rule)
    }),
  )
})

test.each([
  'FREQ=SECONDLY',
  'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=MONTHLY;BYHOUR=1,2',
  'FREQ=WEEKLY;COUNT=3',
  'FREQ=MONTHLY;FREQ=MONTHLY',
  'FREQ=MONTHLY;__proto__=1',
  'BYDAY=MO;FREQ=WEEKLY',
  `FREQ=MONTHLY;BYMONTHDAY=1${',1'.repeat(200)}`,
  '',
])('words that make no rule here, or one that would never end, make no days: %j', (rrule) => {
  const rule = { rrule, shift: 'keep', of: 'this' } as const
  expect(isRule(rule)).toBe(false)
  expect(ruleDays(rule, YEARS)).toEqual([])
  expect(objectionToRule('monthly', rule, '2026-11-21')).toBe('not-a-rule')
})

test('a rule that names no day, or two days in one period, is refused by name', () => {
  const rule = (rrule: string) => ({ rrule, shift: 'keep', of: 'this' }) as const
  expect(objectionToRule('monthly', rule('FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30'), '2026-11-21')).toBe('never')
  const twice = rule('FREQ=MONTHLY;BYMONTHDAY=1,15')
  expect(objectionToRule('monthly', twice, '2026-11-21')).toBe('too-often')
  expect(objectionToRule('weekly', twice, '2026-11-21')).toBeUndefined()
  expect(yearOf(ruleDays(twice, YEARS)[0] as Day)).toBe(2020)
})
