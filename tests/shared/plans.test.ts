import { beforeEach, expect, test } from 'vitest'
import { addMeasure, stepMeasure } from '../../shared/commands/measures'
import {
  addPlan,
  finishPlan,
  objectionsToRasci,
  objectionToEnd,
  objectionToTurn,
  reopenPlan,
  stopPlan,
  type Turn,
  turnPlan,
} from '../../shared/commands/plans'
import type { RasciRow } from '../../shared/kinds/plan'
import { BONES, PLAN_TEMPLATES } from '../../shared/kinds/plan'
import { A3_BOXES, PLAN_OUTLINES } from '../../shared/libraries/plan-templates'
import { boardOf, planIn, plansOf, quadrantOf, timelineOf } from '../../shared/queries/plans'
import { type Desk, makeDesk, meet, setClock } from './make-work'

const ROOM = 'dept/tec'
beforeEach(() => setClock('2026-11-02'))

const add = (desk: Desk, key = 'p1', more = {}) =>
  desk.say(ROOM, (seen, author) => addPlan(seen, key, { title: 'Meldingen', ...more }, author))
const turn = (desk: Desk, to: Turn['to'], more: Omit<Turn, 'to'> = {}) =>
  desk.say(ROOM, (seen, author) => turnPlan(seen, 'p1', { to, ...more }, author))
const plan = (desk: Desk) => planIn(desk, 'plan:p1')

test('the wheel turns step by step, says who checked, and starts again after acting', () => {
  const dries = makeDesk('dries')
  add(dries)
  expect(turn(dries, 'check')).toEqual([])
  turn(dries, 'do', { note: 'Gestart.' })
  turn(dries, 'check')
  expect(objectionToTurn(dries.records(ROOM) as never, 'p1', { to: 'act' })).toBe('checker-missing')
  setClock('2026-11-09')
  turn(dries, 'act', { checkedBy: 'an', note: 'Werkt half.' })
  turn(dries, 'plan', { note: 'Tweede ronde.' })
  expect(
    plan(dries)?.turns.map(({ to, day, checkedBy, reopened }) => [to, day, checkedBy, reopened]),
  ).toEqual([
    ['plan', '2026-11-02', undefined, false],
    ['do', '2026-11-02', undefined, false],
    ['check', '2026-11-02', undefined, false],
    ['act', '2026-11-09', 'an', false],
    ['plan', '2026-11-09', undefined, true],
  ])
})

test('a plan ends after acting or with a reason, and starts again at planning', () => {
  const dries = makeDesk('dries')
  add(dries)
  expect(objectionToEnd(dries.records(ROOM) as never, 'p1', { to: 'finished' })).toBe('not-at-act')
  dries.say(ROOM, (seen, author) => stopPlan(seen, 'p1', ' ', author))
  expect(plan(dries)?.state).toBe('open')
  for (const to of ['do', 'check', 'act'] as const) turn(dries, to, { checkedBy: 'an' })
  dries.say(ROOM, (seen, author) => finishPlan(seen, 'p1', 'Geborgd.', author))
  expect(plan(dries)?.state).toBe('finished')
  expect(objectionToTurn(dries.records(ROOM) as never, 'p1', { to: 'plan' })).toBe('not-open')
  dries.say(ROOM, (seen, author) => reopenPlan(seen, 'p1', 'Het komt terug.', author))
  expect(plan(dries)).toMatchObject({ state: 'open', pdca: 'plan', reason: 'Het komt terug.' })
})

test('two who turn the wheel apart lose neither turn, and see that they differ', () => {
  const dries = makeDesk('dries')
  const an = makeDesk('an')
  add(dries)
  turn(dries, 'do')
  turn(dries, 'check')
  meet(dries, an)
  turn(dries, 'act', { checkedBy: 'els' })
  turn(an, 'do', { note: 'Nog niet goed.' })
  meet(dries, an)
  for (const desk of [dries, an]) {
    expect(plan(desk)?.turns).toHaveLength(5)
    expect(plan(desk)?.clashes).toContain('pdca')
  }
  expect(plan(dries)?.pdca).toBe(plan(an)?.pdca)
})

test('of two phases or ends that were said apart either can be chosen, whichever counts for now', () => {
  const dries = makeDesk('dries')
  const an = makeDesk('an')
  add(dries)
  for (const chosen of ['do', 'act'] as const) {
    turn(dries, 'do')
    turn(dries, 'check')
    meet(dries, an)
    turn(dries, 'act', { checkedBy: 'els' })
    turn(an, 'do', { note: 'Nog niet goed.' })
    meet(dries, an)
    turn(dries, chosen, { checkedBy: 'els' })
    expect(plan(dries)).toMatchObject({ pdca: chosen })
    expect(plan(dries)?.clashes).not.toContain('pdca')
  }
  for (const chosen of ['finished', 'stopped'] as const) {
    meet(dries, an)
    dries.say(ROOM, (seen, author) => finishPlan(seen, 'p1', 'Geborgd.', author))
    an.say(ROOM, (seen, author) => stopPlan(seen, 'p1', 'Niet nodig.', author))
    meet(dries, an)
    expect(plan(an)?.clashes).toContain('state')
    const end = chosen === 'finished' ? finishPlan : stopPlan
    an.say(ROOM, (seen, author) => end(seen, 'p1', 'Afgesproken.', author))
    expect(plan(an)).toMatchObject({ state: chosen })
    expect(plan(an)?.clashes).not.toContain('state')
    an.say(ROOM, (seen, author) => reopenPlan(seen, 'p1', 'Het komt terug.', author))
    for (const to of ['do', 'check', 'act'] as const) turn(an, to, { checkedBy: 'els' })
  }
})

const row = (more: Partial<RasciRow>): RasciRow => ({
  task: 'Tellen',
  R: ['dries'],
  A: ['an'],
  S: [],
  C: [],
  I: [],
  ...more,
})

test('a task has exactly one who answers for it and at least one who does it; they may be the same', () => {
  expect(objectionsToRasci([row({}), row({ A: ['dries'] }), row({ A: ['an', ' an '] })])).toEqual([])
  expect(
    objectionsToRasci([row({ A: [] }), row({ A: ['an', 'els'] }), row({ R: [' '] }), row({ task: '' })]),
  ).toEqual([
    { row: 0, problem: 'accountable-missing' },
    { row: 1, problem: 'accountable-several' },
    { row: 2, problem: 'responsible-missing' },
    { row: 3, problem: 'task-missing' },
  ])
})

test('a plan is as far as its measures, and stands still when all that is open is late or nothing turns', () => {
  const dries = makeDesk('dries')
  add(dries)
  add(dries, 'p2')
  const measure = (key: string, due: string, plan = 'plan:p1') =>
    dries.say(ROOM, (seen, author) =>
      addMeasure(seen, key, { title: key, owner: 'dries', due, status: 'planned', plan }, author),
    )
  measure('a', '2026-11-10')
  measure('b', '2026-12-10')
  measure('c', '2026-12-20')
  for (const [key, to] of [
    ['a', 'done'],
    ['c', 'stopped'],
  ] as const)
    dries.say(ROOM, (seen, author) => stepMeasure(seen, key, { to, reason: 'x' }, author))
  expect(plan(dries)).toMatchObject({
    progress: { done: 1, total: 2, percent: 50, late: 0 },
    stuck: false,
    due: '2026-12-10',
  })
  expect(plansOf(dries.on('2026-12-11'))[0]).toMatchObject({ key: 'p1', stuck: true })
  expect(planIn(dries.on('2027-03-01'), 'plan:p2')?.stuck).toBe(true)
  expect(planIn(dries, 'plan:p2')).toMatchObject({ stuck: false, progress: { total: 0, percent: undefined } })
})

test('the board has every plan once, the timeline ends where its last measure does', () => {
  const dries = makeDesk('dries')
  add(dries)
  add(dries, 'p2', { effect: 5, effort: 2 })
  turn(dries, 'do')
  const plans = plansOf(dries)
  const board = boardOf(plans)
  expect(board.do.map(({ key }) => key)).toEqual(['p1'])
  expect(board.plan.map(({ key }) => key)).toEqual(['p2'])
  expect(Object.values(board).flat()).toHaveLength(2)
  expect(timelineOf(plans, '2026-11-20').map(({ from, to }) => [from, to])).toEqual([
    ['2026-11-02', '2026-11-20'],
    ['2026-11-02', '2026-11-20'],
  ])
  expect(plans.map(quadrantOf)).toEqual([undefined, 'quick-win'])
})

test('every template asks its questions in Dutch and in English, in the same shape', () => {
  for (const name of PLAN_TEMPLATES) {
    const { outline } = PLAN_OUTLINES[name]
    const shape = (language: 'nl' | 'en') => outline[language].map((block) => Object.keys(block).join())
    expect(shape('nl'), name).toEqual(shape('en'))
    expect(outline.nl).not.toEqual(outline.en)
  }
  expect(A3_BOXES).toHaveLength(7)
  expect(BONES).toHaveLength(6)
})
