/**
 * A year of Zandrode's management team, made up: improvement plans that were finished, that run and that stand still;
 * measures that slipped, were verified or stopped; a meeting every fortnight. Everything is said by commands, as people
 * would say it, and nothing on the day itself or later.
 */
import * as prng from 'lib0/prng'
import { addAgreement, reviewAgreement } from '../commands/agreements'
import { addMeasure, answerState, askState, moveDue, sayCourse, stepMeasure } from '../commands/measures'
import {
  addMeeting,
  attend,
  closeMeeting,
  openMeeting,
  type SeenAll,
  showPoint,
  startMeeting,
} from '../commands/meetings'
import { addPlan, finishPlan, reopenPlan, stopPlan, turnPlan } from '../commands/plans'
import { addPoint, concludePoint, placeBetween } from '../commands/points'
import type { Author } from '../commands/say'
import { addDays, type Day, startOfDay } from '../days'
import { createFold, type RunningFold } from '../fold'
import { checkAbout } from '../kinds/check'
import { meetingAbout } from '../kinds/meeting'
import { planAbout } from '../kinds/plan'
import { pointAbout } from '../kinds/point'
import { isWorkingDay, periodsOfYear } from '../queries/periods'
import { reportOf } from '../queries/reports'
import type { Statement } from '../statement'
import { CONTROLS } from './controls'
import { DEPARTMENTS } from './zandrode'
import type { Batch } from './zandrode-history'
import {
  AGREEMENTS,
  BACKLOG,
  MEASURES,
  type MeasureStory,
  PLANS,
  type PlanStory,
  SUGGESTIONS,
  TOPICS,
  type Topic,
} from './zandrode-stories'
import { type DemoText, demoTextsOf, minutesText } from './zandrode-texts'

const DIRECTOR = 'p01'
const COORDINATOR = 'p03'
/** The management team, and the secretary's stand-in who types. */
const TEAM = ['p01', 'p02', 'p03', 'p07', 'p11', 'p12', 'p18'] as const
const HOUR = 3_600_000
const MINUTE = 60_000
/** Meetings of a year, one every fortnight, without the recess. */
const FORTNIGHT = 14
const MEETINGS = 26

/** Everything the demo's people said about plans, measures and meetings, in order of time within a room. */
export const workStatements = ({ today }: { readonly today: Day }): Batch[] => {
  const stage = createStage(today)
  const acts: Act[] = [
    ...PLANS.flatMap((story) => planActs(story, stage)),
    ...MEASURES.flatMap((story) => measureActs(story, stage)),
    ...AGREEMENTS.flatMap((story) => [
      stage.act('team', DIRECTOR, story.back, 10, (seen, author) =>
        addAgreement(seen, story.key, { ...story.fields, review: stage.day(story.review) }, author),
      ),
      ...(story.reviewed === undefined
        ? []
        : [
            stage.act('team', DIRECTOR, story.reviewed, 16, (seen, author) =>
              reviewAgreement(
                seen,
                story.key,
                {
                  day: stage.day(story.reviewed ?? 0),
                  next: stage.day(story.review),
                  note: story.note ?? '',
                },
                author,
              ),
            ),
          ]),
    ]),
    ...BACKLOG.map(({ key, by, back, ...input }) =>
      stage.act('team', by, back, 11, (seen, author) => addPoint(seen, key, input, author)),
    ),
    ...SUGGESTIONS.map(({ key, by, back, department, ...input }) =>
      stage.act(`dept/${department}`, by, back, 11, (seen, author) => addPoint(seen, key, input, author)),
    ),
    ...meetingActs(stage),
  ]
  return perform(acts, today, stage)
}

// The stage: days counted back from today, and acts that are played in order of time.

type Act = {
  readonly room: string
  readonly member: string
  readonly at: number
  readonly say: (seen: SeenAll, author: Author) => Statement[]
}

type Stage = {
  readonly today: Day
  /** So many days before today; after it for a negative number. */
  day(back: number): Day
  /** At an hour of the working day on or before that. */
  act(room: string, member: string, back: number, hour: number, say: Act['say']): Act
  readonly rooms: Map<string, RunningFold>
}

const createStage = (today: Day): Stage => {
  const day = (back: number): Day => addDays(today, -back)
  return {
    today,
    day,
    act: (room, member, back, hour, say) => ({
      room,
      member,
      at: moment(workingDayUpTo(day(back)), hour),
      say,
    }),
    rooms: new Map(),
  }
}

const perform = (acts: readonly Act[], today: Day, { rooms }: Stage): Batch[] => {
  const id = ids(prng.create(20_261_121))
  const batches = new Map<string, { room: string; member: string; statements: Statement[] }[]>()
  const start = startOfDay(today)
  for (const { room, member, at, say } of [...acts].sort((a, b) => a.at - b.at)) {
    if (at >= start) continue
    const records = rooms.get(room) ?? createFold()
    rooms.set(room, records)
    const statements = say(records, { by: member, at, id })
    if (statements.length === 0) continue
    records.insert(records.length, statements)
    const list = batches.get(room) ?? []
    batches.set(room, list)
    const last = list.at(-1)
    if (last?.member === member) last.statements.push(...statements)
    else list.push({ room, member, statements: [...statements] })
  }
  return [...batches.values()].flat()
}

// Plans and measures

const planActs = ({ key, room, by, back, fields, turns, control }: PlanStory, stage: Stage): Act[] => [
  stage.act(room, by, back, 9, (seen, author) => {
    const links = [...(fields.links ?? []), ...(control ? [lastCheck(control, stage.day(back))] : [])]
    return addPlan(seen, key, { ...fields, links }, author)
  }),
  ...turns.map((turn) =>
    stage.act(room, turn.by ?? by, turn.back, 14, (seen, author) => {
      switch (turn.to) {
        case 'finished':
          return finishPlan(seen, key, turn.note, author)
        case 'stopped':
          return stopPlan(seen, key, turn.note, author)
        case 'reopened':
          return reopenPlan(seen, key, turn.note, author)
        default:
          return turnPlan(seen, key, { to: turn.to, note: turn.note, checkedBy: turn.checkedBy }, author)
      }
    }),
  ),
]

/** The check of a control that was due last on a day. */
const lastCheck = (key: string, day: Day): string => {
  const control = CONTROLS.find((each) => each.key === key)
  if (!control) throw new Error(`there is no control ${key}`)
  const year = Number(day.slice(0, 4))
  const periods = [year - 1, year].flatMap((each) => periodsOfYear(control.rhythm, each, control.month))
  return checkAbout(key, periods.findLast(({ due }) => due <= day)?.period ?? '')
}

const measureActs = (
  { key, room, by, back, due, fields, life, plan, control }: MeasureStory,
  stage: Stage,
): Act[] => [
  stage.act(room, by, back, 9.5, (seen, author) =>
    addMeasure(
      seen,
      key,
      {
        ...fields,
        due: stage.day(due),
        status: 'planned',
        ...(plan && { plan: planAbout(plan) }),
        ...(control && { origin: lastCheck(control, stage.day(back)) }),
      },
      author,
    ),
  ),
  ...life.map((turn) =>
    stage.act(room, turn.by ?? fields.owner, turn.back, 15, (seen, author) => {
      switch (turn.do) {
        case 'move':
          return moveDue(seen, key, stage.day(turn.to), turn.reason, author)
        case 'step':
          return stepMeasure(seen, key, { to: turn.to, reason: turn.reason, result: turn.result }, author)
        case 'course':
          return sayCourse(
            seen,
            key,
            { course: turn.course, progress: turn.progress, reason: turn.reason },
            author,
          )
        case 'ask':
          return askState(seen, key, turn.question, author)
        case 'answer':
          return answerState(seen, key, { answer: turn.answer, progress: turn.progress }, author)
      }
    }),
  ),
]

// Meetings

const meetingActs = (stage: Stage): Act[] => {
  const dice = prng.create(179)
  let left: readonly Planned[] = []
  return sittings(stage.today).flatMap((sitting) => {
    const { acts, unfinished } = meetingAct({ ...sitting, stage, dice, left })
    left = unfinished
    return acts
  })
}

/** Every meeting with the topics on its agenda; the last one is still to come. */
const sittings = (today: Day) => {
  const days = meetingDays(today)
  const topics = shuffled(TOPICS, prng.create(180))
  return days.map((day, index) => ({
    day,
    number: index + 1,
    key: meetingKeyOf(day),
    next: days[index + 1],
    topics: Array.from({ length: 4 }, (_, n) => topics[(index * 4 + n) % topics.length] as Topic),
  }))
}

/** The texts of the plans, and the minutes of the meetings that are over. */
export const demoTexts = ({ today }: { readonly today: Day }): DemoText[] =>
  demoTextsOf(sittings(today).filter(({ day }) => day < today))

type Sitting = {
  readonly stage: Stage
  readonly day: Day
  readonly number: number
  readonly topics: readonly Topic[]
  readonly next: Day | undefined
  readonly dice: prng.PRNG
  /** What the meeting before it did not get to. */
  readonly left: readonly Planned[]
}
type Told = { readonly acts: readonly Act[]; readonly unfinished: readonly Planned[] }

const meetingAct = ({ stage, day, number, topics, next, dice, left }: Sitting): Told => {
  const key = meetingKeyOf(day)
  const isOver = day < stage.today
  const at = (hours: number): number => moment(day, hours)
  const before = (back: number, hour: number): number => moment(workingDayUpTo(addDays(day, -back)), hour)
  const act = (member: string, when: number, say: Act['say']): Act => ({
    room: 'team',
    member,
    at: when,
    say,
  })
  const points = agendaPoints(key, topics)
  const absent = prng.int32(dice, 0, 8)
  const start = 9
  const acts: Act[] = [
    act(DIRECTOR, before(15, 10), (seen, author) =>
      addMeeting(
        seen,
        key,
        {
          title: 'Managementteam',
          day,
          start: '09:00',
          where: 'Raadzaal, gemeentehuis',
          chair: DIRECTOR,
          secretary: COORDINATOR,
          longTerm: 20,
        },
        author,
      ),
    ),
    ...points.map(({ key: pointKey, input }, index) =>
      act(input.presenter, before(7, 10) + index * 7 * MINUTE, (seen, author) =>
        addPoint(seen, pointKey, input, author),
      ),
    ),
    act(DIRECTOR, before(4, 16), (seen, author) => openMeeting(seen, key, author)),
  ]
  if (!isOver) return { acts, unfinished: [] }
  const unfinished: Planned[] = []
  let clock = at(start)
  acts.push(act(DIRECTOR, clock, (seen, author) => startMeeting(seen, key, author)))
  TEAM.forEach((member, index) => {
    const presence = index === absent && index > 0 ? 'excused' : 'present'
    acts.push(
      act(COORDINATOR, clock + (index + 1) * 4_000, (seen, author) =>
        attend(seen, key, member, presence, author),
      ),
    )
  })
  for (const planned of [...left, ...points]) {
    const { key: pointKey, input, topic } = planned
    const from = clock
    acts.push(act(DIRECTOR, from + MINUTE / 2, (seen, author) => showPoint(seen, key, pointKey, author)))
    clock += (input.minutes + prng.int32(dice, -3, 4)) * MINUTE
    const end = clock
    // Now and then there is no time left for a point, which gets its turn the next time.
    const isLastTopic = topic !== undefined && topic === topics.at(-1) && next !== undefined
    if (!left.includes(planned) && isLastTopic && (number % 4 === 0 || next >= stage.today)) {
      unfinished.push(planned)
      continue
    }
    if (topic?.action) acts.push(...actionActs(topic, pointKey, number, day, end - 3 * MINUTE))
    const { outcome, conclusion } = topic ?? FIXED_CONCLUSION[input.section] ?? FIXED_CONCLUSION.report
    acts.push(
      act(COORDINATOR, end - MINUTE, (seen, author) =>
        concludePoint(seen, pointKey, { outcome, conclusion }, author),
      ),
    )
  }
  const text = minutesText(number, topics)
  acts.push(
    act(DIRECTOR, clock + 5 * MINUTE, (seen, author) =>
      closeMeeting(
        seen,
        key,
        {
          content: reportOf(groundOf(stage), key, text),
          carryTo: next && hasMeeting(seen, next) ? meetingKeyOf(next) : undefined,
        },
        author,
      ),
    ),
  )
  return { acts, unfinished }
}

type Conclusion = { readonly outcome: 'decision' | 'information' | 'measure'; readonly conclusion: string }
const FIXED_CONCLUSION: Readonly<Record<string, Conclusion>> & { readonly report: Conclusion } = {
  report: { outcome: 'decision', conclusion: 'Het verslag wordt goedgekeurd.' },
  'follow-up': {
    outcome: 'information',
    conclusion:
      'De openstaande maatregelen zijn overlopen; de trekkers van wat te laat is, geven een nieuwe stand.',
  },
  varia: { outcome: 'information', conclusion: 'Geen bijkomende punten.' },
}

type Planned = {
  readonly key: string
  readonly topic: Topic | undefined
  readonly input: { title: string; minutes: number; presenter: string } & Pick<
    Topic,
    'section' | 'horizon' | 'links'
  > & {
      meeting: string
      place: string
    }
}

const agendaPoints = (meeting: string, topics: readonly Topic[]): Planned[] => {
  const fixed = (section: Topic['section'], title: string, minutes: number, presenter: string) => ({
    key: `${meeting}-${section}`,
    topic: undefined,
    fields: { section, title, minutes, presenter, horizon: 'short' as const, links: [] },
  })
  const list = [
    fixed('report', 'Verslag vorige vergadering', 5, COORDINATOR),
    fixed('follow-up', 'Opvolging maatregelen en acties', 15, COORDINATOR),
    ...topics.map((topic, index) => ({
      key: `${meeting}-${index + 1}`,
      topic,
      fields: {
        section: topic.section,
        title: topic.title,
        minutes: topic.minutes,
        presenter: topic.presenter,
        horizon: topic.horizon,
        links: topic.links,
      },
    })),
    fixed('varia', 'Varia', 5, DIRECTOR),
  ]
  let place = ''
  return list.map(({ key, topic, fields }) => {
    place = placeBetween(place)
    return { key, topic, input: { ...fields, meeting, place } }
  })
}

const actionActs = (topic: Topic, pointKey: string, number: number, day: Day, at: number): Act[] => {
  const { action } = topic
  if (!action) return []
  const key = `mt${number}-${action.key}`
  const room = `dept/${action.department}`
  const due = addDays(day, action.days)
  const { owner, department, title, horizon = 'short', priority = 'medium' } = action
  const later = (days: number, say: Act['say'], member = DIRECTOR): Act => ({
    room,
    member,
    at: moment(workingDayUpTo(addDays(day, days)), 15.5),
    say,
  })
  const fields = {
    title,
    owner,
    department,
    due,
    horizon,
    priority,
    status: 'planned' as const,
    origin: pointAbout(pointKey),
  }
  const slips = number % 3 === 0
  const end = action.days + (slips ? 24 : -3)
  return [
    { room, member: DIRECTOR, at, say: (seen, author) => addMeasure(seen, key, fields, author) },
    later(5, (seen, author) => stepMeasure(seen, key, { to: 'running' }, author), DIRECTOR),
    ...(slips
      ? [
          later(action.days - 2, (seen: SeenAll, author: Author) =>
            moveDue(seen, key, addDays(due, 28), 'De dienst had de voorbije weken te weinig handen.', author),
          ),
        ]
      : []),
    ...(number % 7 === 0
      ? []
      : [
          later(end, (seen, author) =>
            stepMeasure(seen, key, { to: 'done', result: 'Uitgevoerd zoals afgesproken.' }, author),
          ),
          later(
            end + 9,
            (seen, author) => stepMeasure(seen, key, { to: 'verified' }, author),
            owner === COORDINATOR ? DIRECTOR : COORDINATOR,
          ),
        ]),
  ]
}

/** The days of the meetings: Thursdays of a fortnight, without the recess; the last one is still to come. */
export const meetingDays = (today: Day): readonly Day[] => {
  const next = comingThursday(today)
  return Array.from({ length: MEETINGS }, (_, index) =>
    addDays(next, -(MEETINGS - 1 - index) * FORTNIGHT),
  ).filter(
    (day) => day === next || (isWorkingDay(day) && !(day.slice(5) >= '07-11' && day.slice(5) <= '08-15')),
  )
}

export const meetingKeyOf = (day: Day): string => `mt-${day}`

/** The subject of the minutes of a meeting, and of the text of a plan. */
export const meetingAboutOf = (day: Day): string => meetingAbout(meetingKeyOf(day))

const comingThursday = (today: Day): Day => {
  let day = addDays(today, 2)
  while (!isThursday(day) || !isWorkingDay(day)) day = addDays(day, 1)
  return day
}
const isThursday = (day: Day): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() === 4

const hasMeeting = (seen: SeenAll, day: Day): boolean =>
  seen.get(meetingAbout(meetingKeyOf(day))) !== undefined

const groundOf = ({ today, rooms }: Stage) => ({
  today,
  departments: DEPARTMENTS.map(({ key }) => key),
  records: (room: string) => rooms.get(room),
})

const shuffled = <T>(list: readonly T[], dice: prng.PRNG): T[] =>
  list
    .map((each) => ({ each, order: prng.real53(dice) }))
    .sort((a, b) => a.order - b.order)
    .map(({ each }) => each)

const workingDayUpTo = (day: Day): Day => (isWorkingDay(day) ? day : workingDayUpTo(addDays(day, -1)))

const moment = (day: Day, hour: number): number => Math.floor(startOfDay(day) + hour * HOUR)

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const ids =
  (dice: prng.PRNG): Author['id'] =>
  () =>
    Array.from({ length: 16 }, () => LETTERS[prng.int32(dice, 0, 63)]).join('')
