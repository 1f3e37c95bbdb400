/**
 * Three years of figures of Zandrode, made up from seeds: the same day gives the same statements. The first year was
 * taken over from spreadsheets when Waarborg came; since then departments give their figures themselves. Everything is
 * said by commands, as people would say it.
 */

import { addEvent, excludePoint, rebaseChart } from '../commands/charts'
import { adoptIndicator } from '../commands/indicators'
import { explainFigure, type FigureInput, giveFigure } from '../commands/measurements'
import { addObjective } from '../commands/objectives'
import type { Author } from '../commands/say'
import { addDays, type Day, dayOf, startOfDay, yearOf } from '../days'
import { createFold, type RunningFold } from '../fold'
import { yearOfPeriod } from '../kinds/check'
import { type Indicator, indicator as indicatorKind } from '../kinds/indicator'
import { readRecord } from '../kinds/kind'
import type { Ground } from '../queries/figures'
import { isAskedFor, type Span, spansOfYear, workingDayAfter } from '../queries/measuring-periods'
import { isWorkingDay } from '../queries/periods'
import { freshSeries } from '../queries/series'
import { wordsOf } from '../queries/words'
import { yearRoom } from '../rooms'
import type { Statement } from '../statement'
import { type Dice, diceOf } from './dice'
import { INDICATOR_LIBRARY, INDICATORS } from './indicators'
import { PEOPLE } from './zandrode'
import {
  COMPLAINT_WEIGHTS,
  CORRECTIONS,
  EPISODES,
  EXPLANATIONS,
  HAPPENINGS,
  LEFT_OUT,
  OBJECTIVES,
  REBASED,
  RECIPES,
  type Recipe,
  SEASONS,
  UNMEASURED,
  WORKED_OUT,
} from './zandrode-figures'
import type { Batch } from './zandrode-history'

const COORDINATOR = 'p03'
const HOUR = 3_600_000
const MONTHS = 36

/** Chance that a contributor gives the figures instead of the head. */
const CONTRIBUTORS: Readonly<Record<string, readonly [string, number]>> = {
  bur: ['p24', 0.4],
  tec: ['p25', 0.25],
  aan: ['p16', 0.5],
}

/**
 * Objectives, indicators and their figures, ready to be said: per room in order of time, cut where another member
 * speaks. Nothing of today or later is in it. They follow on demoStatements, which founds members and departments.
 */
export const indicatorStatements = ({ today }: { readonly today: Day }): Batch[] => {
  const rooms = createRooms(today)
  // Two weeks after the organisation was founded; the history of checks begins on this day too.
  const start = nextWorkingDay(`${yearOf(today) - 2}${today.slice(4, 7)}-01`)
  const since = monthsBefore(today, MONTHS)
  foundPlan(rooms, start, since)
  for (const indicator of indicatorsIn(rooms.open('org')))
    for (const department of indicator.departments) tell(rooms, { indicator, department, start, today })
  return rooms.batches()
}

// The rooms

type Rooms = Ground & {
  open(room: string): RunningFold
  /** Says something, unless its moment has not come yet. */
  say(room: string, author: Author, make: (seen: RunningFold, author: Author) => Statement[]): void
  batches(): Batch[]
}

const createRooms = (today: Day): Rooms => {
  const folds = new Map<string, RunningFold>()
  const said = new Map<string, Statement[]>()
  const open = (room: string): RunningFold => {
    const known = folds.get(room) ?? createFold()
    folds.set(room, known)
    return known
  }
  return {
    today,
    open,
    records: open,
    say(room, author, make) {
      if (author.at >= startOfDay(today)) return
      const records = open(room)
      const statements = make(records, author)
      records.insert(records.length, statements)
      said.set(room, [...(said.get(room) ?? []), ...statements])
    },
    batches: () =>
      [...said].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([room, list]) => inBatches(room, list)),
  }
}

const inBatches = (room: string, statements: readonly Statement[]): Batch[] => {
  const batches: { room: string; member: string; statements: Statement[] }[] = []
  for (const statement of [...statements].sort((a, b) => a.at - b.at)) {
    const last = batches.at(-1)
    if (last?.member === statement.by) last.statements.push(statement)
    else batches.push({ room, member: statement.by, statements: [statement] })
  }
  return batches
}

// The plan and the definitions

const foundPlan = (rooms: Rooms, start: Day, since: Day): void => {
  const dice = diceOf('org/indicators')
  const author = (minutes: number): Author => ({
    by: COORDINATOR,
    at: startOfDay(start) + 10 * HOUR + minutes * 60_000,
    id: dice.id,
  })
  OBJECTIVES.forEach(({ key, indicators: _, ...fields }, index) => {
    const until = fields.level === 'action' ? `${yearOf(start) + 3}-12-31` : '2031-12-31'
    rooms.say('org', author(index), (seen, by) => addObjective(seen, key, { ...fields, until }, by))
  })
  INDICATORS.forEach((entry, index) => {
    const [first = ''] = entry.fields.departments ?? []
    const objective = OBJECTIVES.find(({ indicators = [] }) => indicators.includes(entry.id))?.key
    const own = { since, owner: headOf(first), ...(objective && { objective }) }
    rooms.say('org', author(60 + index), (seen, by) =>
      adoptIndicator(seen, entry.id, { ...INDICATOR_LIBRARY, entry }, own, by),
    )
  })
}

const indicatorsIn = (records: RunningFold): Indicator[] =>
  [...records.all()]
    .filter(({ about }) => about.startsWith('indicator:'))
    .map((folded) => readRecord(indicatorKind, folded))

// One indicator in one department

type Story = {
  readonly indicator: Indicator
  readonly department: string
  readonly start: Day
  readonly today: Day
}

const tell = (rooms: Rooms, story: Story): void => {
  const { indicator, department, today } = story
  const place = `${indicator.key}/${department}`
  const spans = spansIn(indicator, today)
  spans.forEach((span, index) => {
    const back = spans.length - 1 - index
    if (back >= (UNMEASURED[place] ?? 0)) measure(rooms, story, span, back, spans.length)
  })
  happen(rooms, story, spans)
  explain(rooms, story)
}

const spansIn = (indicator: Indicator, today: Day): Span[] => {
  const first = yearOf(indicator.since ?? today)
  const years = Array.from({ length: yearOf(today) - first + 1 }, (_, index) => first + index)
  return years
    .flatMap((year) => spansOfYear(indicator, year))
    .filter((span) => span.to < today && isAskedFor(indicator, span))
}

const measure = (rooms: Rooms, story: Story, span: Span, back: number, count: number): void => {
  const { indicator, department, start } = story
  const dice = diceOf(`${department}/${indicator.key}/${span.period}`)
  const room = yearRoom(department, yearOfPeriod(span.period) ?? 0)
  const input = figureOf(indicator, department, span, back, count, dice)
  const by = authorOf(department, dice)
  const day = dayFor(span, dice)
  const said = day < start ? { by: headOf(department), at: importedAt(story) } : { by, at: hourOn(day, dice) }
  const isCorrected = day >= start && input.denominator !== undefined && dice.chance(0.012)
  const wrong = isCorrected ? { ...input, denominator: Math.round((input.denominator ?? 0) * 1.22) } : input
  rooms.say(room, { ...said, id: dice.id }, (seen, author) =>
    giveFigure(seen, indicator, span.period, wrong, author),
  )
  if (!isCorrected) return
  const reason = dice.oneOf(CORRECTIONS)
  const later = { by: said.by, at: said.at + dice.int(1, 9) * 24 * HOUR, id: dice.id }
  rooms.say(room, later, (seen, author) =>
    giveFigure(seen, indicator, span.period, { ...input, reason }, author),
  )
}

/** The numbers of a period: its level with what chance makes of it. */
const figureOf = (
  indicator: Indicator,
  department: string,
  span: Span,
  back: number,
  count: number,
  dice: Dice,
): FigureInput => {
  const place = `${indicator.key}/${department}`
  const recipe = recipeOf(indicator.key, department)
  const episode = EPISODES[place]?.find(({ from, to }) => back <= from && back >= to)
  const worked = WORKED_OUT[place]?.at(-1 - back)
  const progress = count > 1 ? 1 - back / (count - 1) : 1
  const level =
    (episode?.level ?? levelAt(indicator.key, span, recipe)) + (recipe.drift ?? 0) * (progress - 0.5)
  const cases = casesIn(recipe, span, dice)
  const comment = episode?.comment
  return {
    ...numbersOf(indicator, { level, noise: recipe.noise ?? 0, cases, worked }, dice),
    ...(comment !== undefined && { comment }),
  }
}

type Throw = {
  readonly level: number
  readonly noise: number
  readonly cases: number
  /** The figure itself, where it was worked out by hand. */
  readonly worked: number | undefined
}

const numbersOf = (indicator: Indicator, { level, noise, cases, worked }: Throw, dice: Dice): FigureInput => {
  const { data, factor, chart, decimals, categories } = indicator
  const figure = worked ?? Math.max(0, level + noise * dice.normal())
  switch (data) {
    case 'count': {
      const numerator = dice.poisson(figure)
      return { numerator, ...(categories.length > 0 && { categories: sorted(numerator, dice) }) }
    }
    case 'proportion':
      return { numerator: dice.binomial(cases, Math.min(0.999, figure / factor)), denominator: cases }
    case 'rate': {
      if (chart === 'u') return { numerator: dice.poisson((figure / factor) * cases), denominator: cases }
      // Worked out figures come back exactly: so many cases that the sum has no remainder.
      const denominator = worked === undefined ? cases : Math.max(1, Math.round(cases / 1000)) * 1000
      return {
        numerator: rounded((figure / factor) * denominator, worked === undefined ? 0 : 1),
        denominator,
      }
    }
    default:
      return { value: rounded(figure, decimals) }
  }
}

const recipeOf = (key: string, department: string): Recipe => {
  const recipe = RECIPES[key] as Recipe
  return { ...recipe, ...recipe.departments?.[department] }
}

/** The realisation of investments rises within each year, slowly at first. */
const INVESTED = [10, 25, 44, 71]

const levelAt = (key: string, { period }: Span, { level }: Recipe): number =>
  key === 'fi03' ? (INVESTED[Number(period.at(-1)) - 1] ?? level) : level

const casesIn = ({ cases = 0, season }: Recipe, { period }: Span, dice: Dice): number => {
  const month = Number(period.slice(5))
  const busy = season && month >= 1 ? (SEASONS[season][month - 1] ?? 1) : 1
  // Large numbers of cases differ by some percent from period to period, small ones by counting.
  const spread = cases > 60 ? 1 + 0.05 * dice.normal() : 1
  const usual = cases * busy * spread
  return cases > 60 ? Math.round(usual) : cases === 0 ? 0 : Math.max(1, dice.poisson(usual))
}

const sorted = (count: number, dice: Dice): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (let each = 0; each < count; each += 1) {
    let left = dice.real()
    const name = Object.keys(COMPLAINT_WEIGHTS).find((sort) => {
      left -= COMPLAINT_WEIGHTS[sort] ?? 0
      return left < 0
    })
    const sort = name ?? 'andere'
    counts[sort] = (counts[sort] ?? 0) + 1
  }
  return counts
}

/** What happened in the department, and what was said about limits. */
const happen = (rooms: Rooms, { indicator, department, start }: Story, spans: readonly Span[]): void => {
  const { key } = indicator
  const place = `${key}/${department}`
  const room = `dept/${department}`
  const dice = diceOf(`${department}/chart/${key}`)
  const periodAt = (back: number): string => spans.at(-1 - back)?.period ?? ''
  const author = (day: Day): Author => {
    const later = day < start ? addDays(start, 20) : day
    return { by: headOf(department), at: hourOn(nextWorkingDay(later), dice), id: dice.id }
  }
  for (const { back, ...event } of HAPPENINGS[place] ?? []) {
    const span = spans.at(-1 - back)
    if (span)
      rooms.say(room, author(addDays(span.from, 5)), (seen, by) =>
        addEvent(seen, key, span.period, event, by),
      )
  }
  const left = LEFT_OUT[place]
  if (left)
    rooms.say(room, author(start), (seen, by) =>
      excludePoint(seen, key, periodAt(left.back), left.reason, by),
    )
  const rebased = REBASED[place]
  if (rebased) {
    const baseline = { from: periodAt(rebased.from), to: periodAt(rebased.to) }
    const day = addDays(spans.at(-1 - rebased.to)?.due ?? start, 9)
    rooms.say(room, author(day), (seen, by) =>
      rebaseChart(seen, key, { baseline, reason: rebased.reason }, by),
    )
  }
}

/** Most signals were explained, within days; the newest one not yet. */
const explain = (rooms: Rooms, { indicator, department, start }: Story): void => {
  const series = freshSeries(indicator, department, rooms)
  for (const { period, reading, comment } of wordsOf(series)) {
    const figure = series.figures.find((each) => each.period === period)
    const dice = diceOf(`${department}/${indicator.key}/${period}/why`)
    if (!figure?.at || comment !== '' || figure === series.newest || dice.chance(0.2)) continue
    const day = nextWorkingDay(addDays(dayOf(figure.at), dice.int(1, 5)))
    const author = { by: headOf(department), at: hourOn(day < start ? start : day, dice), id: dice.id }
    rooms.say(figure.room, author, (seen, by) =>
      explainFigure(seen, indicator.key, period, dice.oneOf(EXPLANATIONS[reading]), by),
    )
  }
}

// People and days

const headOf = (department: string): string =>
  PEOPLE.find(({ roles }) => roles.manager?.includes(department))?.key ?? COORDINATOR

const authorOf = (department: string, dice: Dice): string => {
  const [contributor, share] = CONTRIBUTORS[department] ?? ['', 0]
  return dice.chance(share) ? contributor : headOf(department)
}

/** Mostly some days before it is due; now and then some days too late. */
const dayFor = ({ to, due }: Span, dice: Dice): Day => {
  if (dice.chance(0.07)) return workingDayAfter(due, dice.int(1, 6))
  const first = workingDayAfter(to, 1)
  const days = Math.max(0, Math.round((Date.parse(due) - Date.parse(first)) / (24 * HOUR)))
  const day = nextWorkingDay(addDays(first, Math.floor(days * Math.sqrt(dice.real()))))
  return day > due ? due : day
}

/** The year before Waarborg came was taken over in the first weeks, a spreadsheet at a time. */
const importedAt = ({ indicator, department, start }: Story): number => {
  const dice = diceOf(`${department}/${indicator.key}/import`)
  return hourOn(workingDayAfter(start, dice.int(1, 12)), dice)
}

const hourOn = (day: Day, dice: Dice): number =>
  Math.floor(startOfDay(day) + (dice.chance(0.5) ? 8.4 + 3.4 * dice.real() : 13.1 + 3.6 * dice.real()) * HOUR)

const nextWorkingDay = (day: Day): Day => (isWorkingDay(day) ? day : workingDayAfter(day, 1))

const monthsBefore = (today: Day, months: number): Day => {
  const index = yearOf(today) * 12 + Number(today.slice(5, 7)) - 1 - months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`
}

const rounded = (figure: number, decimals: number): number => Number(figure.toFixed(decimals))
