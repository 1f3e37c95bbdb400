/**
 * Plans, measures and the management team as views know them: opens the rooms they need, and turns each verb into one
 * act. Loaded apart from the store, which lends it what it needs.
 */
import { computed, effect } from '@preact/signals'
import { mayWrite } from '../../shared/access'
import { restore } from '../../shared/commands/bin'
import { type BulkVerb, bulkOf } from '../../shared/commands/bulk'
import {
  addMeasure,
  answerState,
  askState,
  changeMeasure,
  moveDue,
  objectionToChange,
  objectionToCourse,
  objectionToMeasure,
  objectionToMove,
  objectionToStep,
  removeMeasure,
  sayCourse,
  stepMeasure,
} from '../../shared/commands/measures'
import {
  addPlan,
  changePlan,
  finishPlan,
  objectionToEnd,
  objectionToPlan,
  objectionToTurn,
  removePlan,
  reopenPlan,
  stopPlan,
  turnPlan,
} from '../../shared/commands/plans'
import { agreement } from '../../shared/kinds/agreement'
import { deadline, met } from '../../shared/kinds/deadline'
import { dismissal } from '../../shared/kinds/dismissal'
import { finding } from '../../shared/kinds/finding'
import { measure, roomOfMeasure } from '../../shared/kinds/measure'
import { attendance, meeting } from '../../shared/kinds/meeting'
import { plan, roomOfPlan } from '../../shared/kinds/plan'
import { point } from '../../shared/kinds/point'
import { report } from '../../shared/kinds/report'
import { risk } from '../../shared/kinds/risk'
import { submission } from '../../shared/kinds/round'
import type { WorkGround } from '../../shared/queries/ground'
import { myMeasures } from '../../shared/queries/measures'
import { parseRoom } from '../../shared/rooms'
import { keyOf } from '../../shared/statement'
import { createFormDrafts } from './drafts'
import type { Base } from './quality-base'
import { followGround } from './quality-ground'
import type { Place } from './quality-types'
import { findingVerbs } from './work-findings'
import { riskVerbs } from './work-risks'
import { openWorkRooms } from './work-rooms'
import { createSayer, type Sayer } from './work-say'
import { teamVerbs } from './work-team'
import type { MeasureVerbs, PlanVerbs, Work } from './work-types'

const KINDS: ReadonlySet<string> = new Set(
  [
    plan,
    measure,
    finding,
    risk,
    submission,
    meeting,
    attendance,
    point,
    agreement,
    deadline,
    met,
    dismissal,
    report,
  ].map(({ name }) => name),
)

/** Makes it; opens nothing until `open`. */
export const createWork = (base: Base): Work => {
  const { names, keepMine, ...rooms } = openWorkRooms(base)
  const open = computed(
    () =>
      new Map(
        names.value.flatMap((name) => {
          const room = base.rooms.value.get(name)
          return room ? [[name, room] as const] : []
        }),
      ),
  )
  const records = followGround({ ...base, rooms: open, kinds: KINDS })
  const ground = computed<WorkGround>(() => {
    const { records: org, all } = base.facts.org.value
    return {
      ...records.value,
      // Rounds of self-assessment are said in the room of the organisation, which is always open.
      records: (name) => (name === 'org' ? { get: org.get, all } : records.value.records(name)),
      departments: rooms.departments.value,
    }
  })
  const stop = effect(() => {
    if (!rooms.ready.value) return
    const { open: mine } = myMeasures(ground.value, base.member)
    keepMine([...new Set(mine.flatMap(({ department }) => department ?? []))])
  })
  base.signal.addEventListener('abort', stop)
  const sayer = createSayer(base)
  return {
    today: base.today,
    ...rooms,
    ground,
    drafts: createFormDrafts(base.member),
    statusOf: base.statusOf,
    history: base.historyOf,
    mayWriteIn: base.mayWriteIn,
    mayOwnIn(member, name) {
      const room = parseRoom(name)
      return room !== undefined && mayWrite(base.facts.org.value.records, member, room, base.now())
    },
    undo: base.undo,
    restore: ({ room, about }) =>
      sayer.say(
        room,
        (seen, by) => restore(seen, about, by),
        (seen) => (seen.get(about)?.fields.get('gone')?.value === true ? undefined : 'not-gone'),
      ),
    ...measureVerbs(base, sayer),
    ...planVerbs(sayer),
    ...findingVerbs(base, sayer, () => ground.peek()),
    ...riskVerbs(base, sayer),
    ...teamVerbs(base, sayer),
  }
}

const measureVerbs = ({ act, author }: Base, { say, add, seenIn }: Sayer): MeasureVerbs => {
  const judge = (places: readonly Place[], verb: BulkVerb) => {
    const chosen = places.flatMap(({ room, about }) => {
      const seen = seenIn(room)
      return seen ? [{ room, key: keyOf(about), seen }] : []
    })
    const barred = places
      .filter(({ room }) => !seenIn(room))
      .map(({ room, about }) => ({ room, about, why: 'not-for-you' }))
    const { said, preview, left } = bulkOf(chosen, verb, author())
    return { said, outcome: { preview, left: [...left, ...barred] } }
  }
  return {
    addMeasure: (input) =>
      add(
        roomOfMeasure(input.department ?? undefined),
        measure.name,
        input.title,
        (seen, key, by) => addMeasure(seen, key, input, by),
        () => objectionToMeasure(input),
      ),
    changeMeasure: ({ room, about }, changes) =>
      say(
        room,
        (seen, by) => changeMeasure(seen, keyOf(about), changes, by),
        (seen) => objectionToChange(seen, keyOf(about), changes),
      ),
    moveDue: ({ room, about }, due, reason) =>
      say(
        room,
        (seen, by) => moveDue(seen, keyOf(about), due, reason, by),
        (seen) => objectionToMove(seen, keyOf(about), due, reason),
      ),
    stepMeasure: ({ room, about }, step) =>
      say(
        room,
        (seen, by) => stepMeasure(seen, keyOf(about), step, by),
        (seen, by) => objectionToStep(seen, keyOf(about), step, by),
      ),
    sayCourse: ({ room, about }, input) =>
      say(
        room,
        (seen, by) => sayCourse(seen, keyOf(about), input, by),
        (seen) => objectionToCourse(seen, keyOf(about), input),
      ),
    askState: ({ room, about }, question) =>
      say(room, (seen, by) => askState(seen, keyOf(about), question, by)),
    answerState: ({ room, about }, answer) =>
      say(
        room,
        (seen, by) => answerState(seen, keyOf(about), answer, by),
        (seen) => objectionToCourse(seen, keyOf(about), answer),
      ),
    removeMeasure: ({ room, about }) => say(room, (seen, by) => removeMeasure(seen, keyOf(about), by)),
    previewBulk: (places, verb) => judge(places, verb).outcome,
    bulk(places, verb) {
      const { said, outcome } = judge(places, verb)
      act(...said.map(({ room, statements }) => ({ room, command: () => statements })))
      return outcome
    },
  }
}

const planVerbs = ({ say, add }: Sayer): PlanVerbs => ({
  addPlan: (input) =>
    add(
      roomOfPlan(input.departments ?? []),
      plan.name,
      input.title,
      (seen, key, by) => addPlan(seen, key, input, by),
      () => objectionToPlan(input),
    ),
  changePlan: ({ room, about }, changes) =>
    say(
      room,
      (seen, by) => changePlan(seen, keyOf(about), changes, by),
      () => (typeof changes.title === 'string' ? objectionToPlan({ title: changes.title }) : undefined),
    ),
  turnPlan: ({ room, about }, turn) =>
    say(
      room,
      (seen, by) => turnPlan(seen, keyOf(about), turn, by),
      (seen) => objectionToTurn(seen, keyOf(about), turn),
    ),
  finishPlan: ({ room, about }, note) =>
    say(
      room,
      (seen, by) => finishPlan(seen, keyOf(about), note, by),
      (seen) => objectionToEnd(seen, keyOf(about), { to: 'finished' }),
    ),
  stopPlan: ({ room, about }, reason) =>
    say(
      room,
      (seen, by) => stopPlan(seen, keyOf(about), reason, by),
      (seen) => objectionToEnd(seen, keyOf(about), { to: 'stopped', reason }),
    ),
  reopenPlan: ({ room, about }, reason) =>
    say(
      room,
      (seen, by) => reopenPlan(seen, keyOf(about), reason, by),
      (seen) => objectionToEnd(seen, keyOf(about), { to: 'open', reason }),
    ),
  removePlan: ({ room, about }) => say(room, (seen, by) => removePlan(seen, keyOf(about), by)),
})
