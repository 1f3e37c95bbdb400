/** The closed loop: a failed check becomes a finding, and it is closed only when the repair was seen to work. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { answerCheck, reviewCheck } from '../../shared/commands/checks'
import {
  addFinding,
  changeFinding,
  closeFinding,
  findingFromCheck,
  objectionToReopening,
  reopenFinding,
} from '../../shared/commands/findings'
import { addMeasure, stepMeasure } from '../../shared/commands/measures'
import { addPlan, finishPlan, turnPlan } from '../../shared/commands/plans'
import type { Control } from '../../shared/kinds/control'
import { type Effect, findingAbout, findingKeyOf } from '../../shared/kinds/finding'
import {
  effectNow,
  effectShown,
  findingIn,
  findingsOf,
  objectionToClosing,
  proofOf,
  withoutFinding,
} from '../../shared/queries/findings'
import { type Check, yearChecks } from '../../shared/queries/schedule'
import { makeAuthor, makeControl } from '../make'
import { type Desk, makeDesk, meet, setClock } from './make-work'

const YEAR = 'dept/tec/2026'
const DEPT = 'dept/tec'
const KEY = 'tec/c065/2026-09'
const ABOUT = findingAbout(KEY)
const byCheck = (period: string): Effect => ({ by: 'check', check: `check:c065/${period}` })

const checksAt = (desk: Desk, control: Control = makeControl()): Check[] =>
  yearChecks({
    controls: [control],
    department: 'tec',
    year: 2026,
    records: desk.records(YEAR) ?? { get: () => undefined },
    today: desk.today,
  })
const answer = (
  desk: Desk,
  period: string,
  outcome: 'in-order' | 'partly' | 'not-in-order',
  day: string,
): void => {
  setClock(day)
  desk.say(YEAR, (seen, author) => answerCheck(seen, { control: 'c065', period, outcome, note: 'x' }, author))
}
const failed = (desk: Desk, control = makeControl()) => {
  answer(desk, '2026-09', 'not-in-order', '2026-09-10')
  const check = checksAt(desk, control).find(({ period }) => period === '2026-09') as Check
  desk.say(DEPT, (seen, author) => addFinding(seen, KEY, findingFromCheck(check, author.at), author))
}
const measured = (desk: Desk, key: string, day: string): void => {
  setClock(day)
  const fields = {
    title: 'Tellen met twee',
    owner: 'els',
    due: '2026-10-01',
    status: 'running',
    origin: ABOUT,
  } as const
  desk.say(DEPT, (seen, author) => addMeasure(seen, key, fields, author))
}
const done = (desk: Desk, key: string, day: string): void => {
  setClock(day)
  desk.say(DEPT, (seen, author) => stepMeasure(seen, key, { to: 'done' }, author))
}
const refusal = (desk: Desk, effect: Effect | undefined, control?: Control) =>
  objectionToClosing(proofOf(desk, ABOUT, checksAt(desk, control)), effect)

test('a failed check gives a finding its words, and two who note it apart note one', () => {
  const [els, jan] = [makeDesk('els'), makeDesk('jan')]
  for (const desk of [els, jan]) failed(desk)
  meet(els, jan)
  expect(findingKeyOf('tec', 'check:c065/2026-09')).toBe(KEY)
  expect(findingsOf(els)).toHaveLength(1)
  expect(findingIn(els, ABOUT)).toMatchObject({
    title: 'Niet in orde: Stock geteld',
    note: 'x',
    department: 'tec',
    control: 'c065',
    check: 'check:c065/2026-09',
    found: '2026-09-10',
    severity: 'moderate',
    stage: 'cause',
    clashes: [],
  })
})

test('a finding says step by step why it is not closed, and closes when the same check was in order afterwards', () => {
  const els = makeDesk('els')
  expect(refusal(els, byCheck('2026-10'))).toEqual({ why: 'no-such-finding' })
  failed(els)
  expect(refusal(els, byCheck('2026-10'))).toEqual({ why: 'measure-missing' })
  measured(els, 'm1', '2026-09-12')
  expect(refusal(els, byCheck('2026-10'))).toMatchObject({ why: 'measure-open', measures: [{ key: 'm1' }] })
  done(els, 'm1', '2026-10-05')
  expect(refusal(els, undefined)).toMatchObject({ why: 'effect-missing', next: { period: '2026-10' } })
  expect(refusal(els, byCheck('2026-10'))).toMatchObject({ why: 'not-answered' })
  // Late by now, and still the first that can show it.
  setClock('2026-10-30')
  expect(refusal(els, undefined)).toMatchObject({ why: 'effect-missing', next: { period: '2026-10' } })
  expect(refusal(els, byCheck('2025-10'))).toEqual({ why: 'other-check' })
  answer(els, '2026-10', 'partly', '2026-10-13')
  expect(refusal(els, byCheck('2026-10'))).toMatchObject({
    why: 'not-in-order',
    check: { period: '2026-10' },
  })
  answer(els, '2026-11', 'in-order', '2026-11-10')
  expect(refusal(els, undefined)).toMatchObject({ next: { period: '2026-11' } })
  expect(refusal(els, byCheck('2026-11'))).toBeUndefined()
  expect(effectShown(proofOf(els, ABOUT, checksAt(els)))?.period).toBe('2026-11')
  const said = els.say(DEPT, (seen, author) =>
    closeFinding(seen, KEY, byCheck('2026-11'), proofOf(els, ABOUT, checksAt(els)), author),
  )
  expect(said).toHaveLength(1)
  expect(findingIn(els, ABOUT)).toMatchObject({ state: 'closed', stage: 'closed', closedBy: 'els' })
  expect(refusal(els, byCheck('2026-11'))).toEqual({ why: 'closed' })
})

test('a check of before the measure was done, or the failed one put right, shows no effect', () => {
  const els = makeDesk('els')
  failed(els)
  answer(els, '2026-10', 'in-order', '2026-10-02')
  measured(els, 'm1', '2026-09-12')
  done(els, 'm1', '2026-10-05')
  expect(refusal(els, byCheck('2026-10'))).toMatchObject({ why: 'too-early', since: expect.any(Number) })
  answer(els, '2026-09', 'in-order', '2026-10-20')
  expect(refusal(els, byCheck('2026-09'))).toMatchObject({ why: 'too-early' })
  expect(
    els.say(DEPT, (seen, author) =>
      closeFinding(seen, KEY, byCheck('2026-10'), proofOf(els, ABOUT, checksAt(els)), author),
    ),
  ).toEqual([])
})

test('an answer on which two people differ shows no effect until somebody settled it', () => {
  const [els, jan] = [makeDesk('els'), makeDesk('jan')]
  failed(els)
  measured(els, 'm1', '2026-09-12')
  done(els, 'm1', '2026-10-05')
  answer(jan, '2026-11', 'partly', '2026-11-10')
  answer(els, '2026-11', 'in-order', '2026-11-10')
  els.records(YEAR)
  Y.applyUpdate(els.doc(YEAR), Y.encodeStateAsUpdate(jan.doc(YEAR)))
  expect(refusal(els, byCheck('2026-11'))).toMatchObject({ why: 'clash' })
  answer(els, '2026-11', 'in-order', '2026-11-12')
  expect(refusal(els, byCheck('2026-11'))).toBeUndefined()
})

test('a control that asks for four eyes shows its effect only once somebody accepted the answer', () => {
  const els = makeDesk('els')
  const control = makeControl({ needsReview: true })
  failed(els, control)
  measured(els, 'm1', '2026-09-12')
  done(els, 'm1', '2026-10-05')
  answer(els, '2026-11', 'in-order', '2026-11-10')
  expect(refusal(els, byCheck('2026-11'), control)).toMatchObject({ why: 'not-reviewed' })
  els.say(YEAR, (seen) =>
    reviewCheck(seen, { control: 'c065', period: '2026-11' }, { verdict: 'accepted' }, makeAuthor('jan')),
  )
  expect(refusal(els, byCheck('2026-11'), control)).toBeUndefined()
})

test('a plan that was born from it has to be over as well; a figure that is stated will do', () => {
  const els = makeDesk('els')
  failed(els)
  els.say(DEPT, (seen, author) =>
    addPlan(seen, 'p1', { title: 'Plan', links: [ABOUT], departments: ['tec'] }, author),
  )
  expect(refusal(els, { by: 'figure', text: '0 tekorten' })).toMatchObject({ why: 'plan-open' })
  for (const to of ['do', 'check', 'act'] as const)
    els.say(DEPT, (seen, author) => turnPlan(seen, 'p1', { to, checkedBy: 'jan' }, author))
  els.say(DEPT, (seen, author) => finishPlan(seen, 'p1', 'Klaar', author))
  expect(refusal(els, { by: 'figure', text: ' ' })).toEqual({ why: 'figure-missing' })
  expect(refusal(els, { by: 'figure', text: '0 tekorten in 3 tellingen' })).toBeUndefined()
})

test('a measure that was added apart from the closing is seen, and an effect that is corrected away is lost', () => {
  const [els, jan] = [makeDesk('els'), makeDesk('jan')]
  failed(els)
  measured(els, 'm1', '2026-09-12')
  done(els, 'm1', '2026-10-05')
  answer(els, '2026-11', 'in-order', '2026-11-10')
  meet(els, jan)
  measured(jan, 'm2', '2026-11-12')
  const proof = proofOf(els, ABOUT, checksAt(els))
  els.say(DEPT, (seen, author) => closeFinding(seen, KEY, byCheck('2026-11'), proof, author))
  meet(els, jan)
  expect(findingIn(jan, ABOUT)).toMatchObject({ state: 'closed', measures: [{ key: 'm2' }, { key: 'm1' }] })
  expect(effectNow(proofOf(els, ABOUT, checksAt(els)))).toBe('held')
  answer(els, '2026-11', 'partly', '2026-11-18')
  expect(effectNow(proofOf(els, ABOUT, checksAt(els)))).toBe('lost')
  // Of a year that is not here nothing can be said.
  const elsewhere = checksAt(els).filter(({ period }) => !period.startsWith('2026'))
  expect(effectNow(proofOf(els, ABOUT, elsewhere))).toBe('unseen')
})

test('a closing and an opening said apart contradict each other, and either can be chosen', () => {
  const [els, jan] = [makeDesk('els'), makeDesk('jan')]
  failed(els)
  measured(els, 'm1', '2026-09-12')
  done(els, 'm1', '2026-10-05')
  answer(els, '2026-10', 'in-order', '2026-10-12')
  const close = (desk: Desk) => {
    const proof = proofOf(desk, ABOUT, checksAt(desk))
    return desk.say(DEPT, (seen, author) => closeFinding(seen, KEY, byCheck('2026-10'), proof, author))
  }
  close(els)
  meet(els, jan)
  jan.say(DEPT, (seen, author) => reopenFinding(seen, KEY, 'Het is terug', author))
  els.say(DEPT, (seen, author) => reopenFinding(seen, KEY, 'Te vroeg', author))
  close(els)
  meet(els, jan)
  expect(findingIn(els, ABOUT)?.clashes).toEqual(['state', 'effect'])
  expect(close(els)).toHaveLength(1)
  expect(findingIn(els, ABOUT)).toMatchObject({ state: 'closed', clashes: [] })
})

test('a closed finding is opened again with a reason; its stage follows what is said of it', () => {
  const els = makeDesk('els')
  failed(els)
  expect(objectionToReopening(els.records(DEPT) as never, KEY, 'x')).toBe('not-closed')
  els.say(DEPT, (seen, author) =>
    changeFinding(
      seen,
      KEY,
      { whys: [{ answer: 'Niemand telt na', evidence: true }], bone: 'method' },
      author,
    ),
  )
  expect(findingIn(els, ABOUT)?.stage).toBe('measure')
  measured(els, 'm1', '2026-09-12')
  expect(findingIn(els, ABOUT)?.stage).toBe('doing')
  done(els, 'm1', '2026-10-05')
  expect(findingIn(els, ABOUT)?.stage).toBe('effect')
  els.say(DEPT, (seen, author) =>
    closeFinding(seen, KEY, { by: 'figure', text: '0' }, proofOf(els, ABOUT, []), author),
  )
  expect(els.say(DEPT, (seen, author) => reopenFinding(seen, KEY, ' ', author))).toEqual([])
  els.say(DEPT, (seen, author) => reopenFinding(seen, KEY, 'Het gebeurde weer', author))
  expect(findingIn(els, ABOUT)).toMatchObject({
    state: 'open',
    effect: undefined,
    reason: 'Het gebeurde weer',
  })
})

test('failed checks without a finding are named, in their own department only', () => {
  const els = makeDesk('els')
  answer(els, '2026-09', 'partly', '2026-09-10')
  const checks = checksAt(els)
  expect(withoutFinding(checks, []).map(({ period }) => period)).toEqual(['2026-09'])
  failed(els)
  expect(withoutFinding(checks, findingsOf(els))).toEqual([])
  expect(
    withoutFinding(
      checks,
      findingsOf(els).map((each) => ({ ...each, department: 'bur' })),
    ),
  ).toHaveLength(1)
})
