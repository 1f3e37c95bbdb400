/** Improvement plans as a list, a board and a line in time; how far they are, by their measures and by their charts. */
import { addDays, type Day, dayOf } from '../days'
import type { Folded } from '../fold'
import { readRecord } from '../kinds/kind'
import { PDCA, type Pdca, type Plan, plan } from '../kinds/plan'
import { type Comparison, comparisonsOf } from './did-it-help'
import { foldedOf, type WorkGround, workRooms } from './ground'
import { isDone, isOpen, type MeasureLine, measuresOf } from './measures'
import type { Series } from './series'

/** One turn of the wheel. */
export type TurnMade = {
  readonly to: Pdca
  readonly day: Day
  readonly at: number
  readonly by: string
  readonly checkedBy: string | undefined
  readonly note: string
  /** It went from acting, or from an end, back to planning. */
  readonly reopened: boolean
}

export type PlanProgress = {
  readonly done: number
  readonly total: number
  /** `undefined` without measures. */
  readonly percent: number | undefined
  readonly late: number
}

export type PlanLine = Plan & {
  readonly room: string
  readonly folded: Folded
  readonly opened: Day
  readonly turns: readonly TurnMade[]
  readonly measures: readonly MeasureLine[]
  readonly progress: PlanProgress
  /** Nothing moves: no turn for a quarter of a year, or a measure that is late or blocked and none that runs as it should. */
  readonly stuck: boolean
  /** The last day of its open measures. */
  readonly due: Day | undefined
}

/** So long without a turn, and a plan stands still. */
const STILL = 90

/** All plans that are not gone: open ones first, those that stand still before the others, then by title. */
export const plansOf = (ground: WorkGround): PlanLine[] => {
  const measures = new Map<string, MeasureLine[]>()
  for (const line of measuresOf(ground))
    if (line.plan) measures.set(line.plan, [...(measures.get(line.plan) ?? []), line])
  return workRooms(ground)
    .flatMap(({ room, records }) =>
      foldedOf(records, 'plan').map((folded) =>
        lineOf(folded, room, measures.get(folded.about) ?? [], ground.today),
      ),
    )
    .filter(({ gone, title }) => !gone && title !== '')
    .sort(byUrgency)
}

export const planIn = (ground: WorkGround, about: string): PlanLine | undefined =>
  plansOf(ground).find((line) => line.about === about)

/** Every turn, oldest first; also those that two people made apart. */
export const turnsOf = (folded: Folded): TurnMade[] => {
  let before: Pdca | undefined
  return folded.statements.flatMap(({ set, at, by }) => {
    const to = PDCA.find((each) => each === set.pdca)
    if (to === undefined) return []
    const reopened = to === 'plan' && before !== undefined
    before = to
    const { checkedBy, turnNote, reason } = set
    return [
      {
        to,
        day: dayOf(at),
        at,
        by,
        checkedBy: typeof checkedBy === 'string' ? checkedBy : undefined,
        note: ([turnNote, reason].find((words) => typeof words === 'string') as string | undefined) ?? '',
        reopened,
      },
    ]
  })
}

/** How far a plan is by its measures; stopped ones do not count. */
export const planProgress = (measures: readonly MeasureLine[]): PlanProgress => {
  const counted = measures.filter(({ status }) => status !== 'stopped')
  const done = counted.filter(isDone).length
  const total = counted.length
  return {
    done,
    total,
    percent: total === 0 ? undefined : Math.round((done / total) * 100),
    late: counted.filter(({ late }) => late).length,
  }
}

/** What the linked charts say: the newest phase of each beside the one before it. */
export const chartProgress = (
  { links }: Pick<Plan, 'links'>,
  series: readonly Series[],
): { series: Series; comparison: Comparison | undefined }[] =>
  series
    .filter(({ indicator }) => links.includes(indicator.about))
    .map((each) => ({ series: each, comparison: comparisonsOf(each).at(-1) }))

export type Column = Pdca | 'finished' | 'stopped'
export const COLUMNS: readonly Column[] = [...PDCA, 'finished', 'stopped']

/** The column of the board in which a plan stands. */
export const columnOf = ({ state, pdca }: Pick<Plan, 'state' | 'pdca'>): Column =>
  state === 'open' ? pdca : state

export const boardOf = (plans: readonly PlanLine[]): Readonly<Record<Column, readonly PlanLine[]>> =>
  Object.fromEntries(
    COLUMNS.map((column) => [column, plans.filter((each) => columnOf(each) === column)]),
  ) as Record<Column, PlanLine[]>

export type TimelineRow = {
  readonly plan: PlanLine
  readonly from: Day
  /** The last day of what is to be done; of what ended, the day on which it did. */
  readonly to: Day
  readonly turns: readonly TurnMade[]
  readonly measures: readonly MeasureLine[]
}

/** The plans as bars in time, earliest first. */
export const timelineOf = (plans: readonly PlanLine[], today: Day): TimelineRow[] =>
  plans
    .map((each) => ({
      plan: each,
      from: each.opened,
      to: endOf(each, today),
      turns: each.turns,
      measures: each.measures,
    }))
    .sort((a, b) => compare(a.from, b.from) || compare(a.plan.about, b.plan.about))

export type Quadrant = 'quick-win' | 'project' | 'fill-in' | 'leave'

/** Effect against effort; `undefined` as long as either is not estimated. */
export const quadrantOf = ({ effect, effort }: Pick<Plan, 'effect' | 'effort'>): Quadrant | undefined => {
  if (effect === undefined || effort === undefined) return undefined
  if (effect >= 4) return effort <= 3 ? 'quick-win' : 'project'
  return effort <= 2 ? 'fill-in' : 'leave'
}

const lineOf = (folded: Folded, room: string, measures: readonly MeasureLine[], today: Day): PlanLine => {
  const record = readRecord(plan, folded)
  const turns = turnsOf(folded)
  const opened = dayOf(folded.statements[0]?.at ?? 0)
  const open = measures.filter(isOpen)
  return {
    ...record,
    room,
    folded,
    opened,
    turns,
    measures,
    progress: planProgress(measures),
    stuck: record.state === 'open' && isStuck(turns.at(-1)?.day ?? opened, open, today),
    due: open
      .flatMap(({ due }) => due ?? [])
      .sort()
      .at(-1),
  }
}

const isStuck = (turned: Day, open: readonly MeasureLine[], today: Day): boolean => {
  const halting = open.filter(({ late, shown }) => late || shown === 'blocked')
  if (open.length > 0 && halting.length === open.length) return true
  const runsOn = open.some(({ late, due }) => !late && due !== undefined)
  return addDays(turned, STILL) < today && !runsOn
}

const endOf = ({ state, folded, due, opened, measures }: PlanLine, today: Day): Day => {
  const ended = folded.fields.get('state')?.heads.at(-1)?.at
  if (state !== 'open' && ended !== undefined) return dayOf(ended)
  const last =
    due ??
    measures
      .flatMap((each) => each.due ?? [])
      .sort()
      .at(-1) ??
    today
  return last > opened ? last : opened
}

const byUrgency = (a: PlanLine, b: PlanLine): number =>
  Number(b.state === 'open') - Number(a.state === 'open') ||
  Number(b.stuck) - Number(a.stuck) ||
  compare(a.title, b.title) ||
  compare(a.about, b.about)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
