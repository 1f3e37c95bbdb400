/** Four eyes: nobody judges what he did or said himself; a judgement is of the answer it was given on; it works apart. */
import { expect, test } from 'vitest'
import { objection } from '../../shared/access'
import {
  answerCheck,
  answerMany,
  objectionToAnswer,
  objectionToReview,
  type ReviewInput,
  reviewCheck,
  submitCheck,
} from '../../shared/commands/checks'
import { undoStatement } from '../../shared/commands/undo'
import type { Evidence } from '../../shared/kinds/evidence'
import { mayReview, reviewOf } from '../../shared/queries/reviews'
import { yearChecks } from '../../shared/queries/schedule'
import { parseRoom, type Room } from '../../shared/rooms'
import type { Statement } from '../../shared/statement'
import { grant, makeAuthor, makeControl, makeStatement, moment, recordsOf } from '../make'

const ABOUT = 'check:c065/2026-11'
const NAMED = { control: 'c065', period: '2026-11' }
const ROOM = parseRoom('dept/tec/2026') as Room
const ACCEPT: ReviewInput = { verdict: 'accepted' }
const BACK: ReviewInput = { verdict: 'returned', remark: 'Waar is het telblad?' }

const arrange = (performer = 'els', by = 'els') => {
  const records = recordsOf([])
  const say = (statements: readonly Statement[]) => records.insert(records.length, statements)
  say(
    answerCheck(
      records,
      { ...NAMED, outcome: 'in-order', performer, submit: true },
      makeAuthor(by, moment('2026-11-10')),
    ),
  )
  return { records, say }
}
const gateOf = (statement: Statement, said: readonly Statement[]) =>
  objection(statement.by, ROOM, statement, (about) => said.filter((each) => each.about === about))

test('an answer is submitted, sent back with a remark, answered again and accepted by somebody else', () => {
  const { records, say } = arrange()
  const state = () => reviewOf(records.get(ABOUT))
  expect(state()).toMatchObject({ state: 'submitted' })
  say(reviewCheck(records, NAMED, BACK, makeAuthor('jan')))
  expect(state()).toMatchObject({ state: 'returned', reviewer: 'jan', remark: 'Waar is het telblad?' })
  say(answerCheck(records, { ...NAMED, outcome: 'partly', submit: true }, makeAuthor('els')))
  expect(state()).toMatchObject({ state: 'submitted', remark: '' })
  say(reviewCheck(records, NAMED, ACCEPT, makeAuthor('jan')))
  expect(state()).toMatchObject({ state: 'accepted', reviewer: 'jan' })
  expect(submitCheck(records, NAMED, makeAuthor('els'))).toEqual([])
})

test('neither who did it nor who said it for him may judge it; sending back asks for a remark', () => {
  const { records } = arrange('els', 'jan')
  expect(objectionToReview(records, NAMED, ACCEPT, 'els')).toBe('own-answer')
  expect(objectionToReview(records, NAMED, ACCEPT, 'jan')).toBe('own-answer')
  expect(objectionToReview(records, NAMED, { verdict: 'returned', remark: ' ' }, 'an')).toBe('remark-missing')
  expect(objectionToReview(records, { ...NAMED, period: '2026-10' }, ACCEPT, 'an')).toBe('not-answered')
  expect(objectionToReview(records, NAMED, ACCEPT, 'an')).toBeUndefined()
})

test('the gate lets the judgement of another pass, and refuses every way to judge oneself', () => {
  const { records } = arrange()
  const said = records.get(ABOUT)?.statements ?? []
  const [fine] = reviewCheck(records, NAMED, ACCEPT, makeAuthor('jan'))
  expect(fine && gateOf(fine, said)).toBeUndefined()
  const answer = said[0]?.id as string
  const make = (set: Statement['set'], over?: Record<string, string[]>, by = 'els') =>
    makeStatement({ by, about: ABOUT, set, ...(over && { over }) })
  const tries = [
    make({ review: 'accepted' }),
    make({ review: 'accepted', reviewer: 'els', reviewedFor: 'els' }, { reviewedFor: [answer] }),
    make({ review: 'accepted', reviewer: 'jan', reviewedFor: 'els' }, { reviewedFor: [answer] }),
    make({ review: 'accepted', reviewer: 'els', reviewedFor: 'piet' }, { reviewedFor: ['nobodysstatement'] }),
    make({ review: 'accepted', reviewer: 'els', reviewedFor: 'els', performer: 'piet' }),
    make({ reviewer: 'els' }),
    make({ reviewer: 'jan' }),
    make({ review: 'accepted', reviewer: 'jan', reviewedFor: 'els' }, undefined, 'jan'),
  ]
  for (const attempt of tries) expect(gateOf(attempt, said), JSON.stringify(attempt.set)).toBeDefined()
})

test('a judgement that a hand-made program slipped through convinces no reader', () => {
  const { records, say } = arrange()
  say([makeStatement({ by: 'els', about: ABOUT, set: { review: 'accepted', reviewer: 'els' } })])
  expect(reviewOf(records.get(ABOUT)).state).toBe('submitted')
})

test('an answer that was corrected apart waits again, whichever arrives first', () => {
  const { records } = arrange()
  const judged = reviewCheck(records, NAMED, ACCEPT, makeAuthor('jan'))
  const corrected = answerCheck(records, { ...NAMED, outcome: 'partly', submit: true }, makeAuthor('els'))
  const first = records.get(ABOUT)?.statements ?? []
  for (const list of [
    [...first, ...judged, ...corrected],
    [...first, ...corrected, ...judged],
  ])
    expect(reviewOf(recordsOf(list).get(ABOUT)).state).toBe('submitted')
})

test('two who judge apart and differ clash; two who agree do not', () => {
  const { records } = arrange()
  const first = records.get(ABOUT)?.statements ?? []
  const yes = reviewCheck(records, NAMED, ACCEPT, makeAuthor('jan'))
  const no = reviewCheck(records, NAMED, BACK, makeAuthor('an'))
  const alsoYes = reviewCheck(records, NAMED, ACCEPT, makeAuthor('an'))
  expect(reviewOf(recordsOf([...first, ...yes, ...no]).get(ABOUT)).clash).toBe(true)
  expect(reviewOf(recordsOf([...first, ...yes, ...alsoYes]).get(ABOUT))).toMatchObject({
    state: 'accepted',
    clash: false,
  })
})

test('undoing a correction passes the gate, also where it puts a judgement of another back', () => {
  const { records, say } = arrange()
  say(reviewCheck(records, NAMED, ACCEPT, makeAuthor('jan')))
  const correction = answerCheck(records, { ...NAMED, outcome: 'partly', submit: true }, makeAuthor('els'))
  say(correction)
  const undone = undoStatement(records.get(ABOUT), correction[0]?.id as string, makeAuthor('els'))
  expect(undone[0]?.set.review).toBe('accepted')
  expect(undone[0] && gateOf(undone[0], records.get(ABOUT)?.statements ?? [])).toBeUndefined()
})

test('who may judge: the named, or who leads there; never the doer', () => {
  const check = (reviewers: readonly string[] = []) => ({
    control: makeControl({ reviewers }),
    department: 'tec',
    performer: 'els',
    answeredBy: 'els',
  })
  expect(mayReview(check(), 'els', [grant('director')])).toBe(false)
  expect(mayReview(check(), 'jan', [grant('manager', ['tec'])])).toBe(true)
  expect(mayReview(check(), 'jan', [grant('manager', ['bur'])])).toBe(false)
  expect(mayReview(check(), 'jan', [grant('contributor', ['tec'])])).toBe(false)
  expect(mayReview(check(['jan']), 'jan', [grant('contributor', ['tec'])])).toBe(true)
  expect(mayReview(check(['piet']), 'jan', [grant('manager', ['tec'])])).toBe(false)
})

// Evidence with an answer

const proof = (given: Partial<Evidence> = {}): Evidence =>
  ({
    gone: false,
    sha256: 'a'.repeat(64),
    picture: undefined,
    url: undefined,
    validUntil: undefined,
    ...given,
  }) as Evidence

test('a key control is in order only with evidence that still holds; every other answer needs none', () => {
  const key = { isKey: true, needsEvidence: false }
  const ask = (control: typeof key, outcome: 'in-order' | 'partly', evidence: Evidence[]) =>
    objectionToAnswer(control, outcome, evidence, '2026-11-21')
  expect(ask(key, 'in-order', [])).toBe('evidence-missing')
  expect(ask({ isKey: false, needsEvidence: true }, 'in-order', [])).toBe('evidence-missing')
  expect(ask({ isKey: false, needsEvidence: false }, 'in-order', [])).toBeUndefined()
  expect(ask(key, 'partly', [])).toBeUndefined()
  expect(ask(key, 'in-order', [proof()])).toBeUndefined()
  expect(ask(key, 'in-order', [proof({ validUntil: '2026-11-20' })])).toBe('evidence-missing')
  expect(ask(key, 'in-order', [proof({ gone: true })])).toBe('evidence-missing')
})

test('many checks are answered in one go; what was done or lacks evidence is left and named', () => {
  const records = recordsOf([])
  const [plain, key] = [makeControl({ key: 'a' }), makeControl({ key: 'b', isKey: true })]
  const checks = yearChecks({
    controls: [plain, key],
    department: 'tec',
    year: 2026,
    records,
    today: '2026-11-21',
  })
  const november = checks.filter(({ period }) => period === '2026-11')
  const list = november.map((check) => ({ check, seen: records, evidence: [], performer: 'els' }))
  const { said, left } = answerMany(
    list,
    { outcome: 'in-order', note: '', today: '2026-11-21' },
    makeAuthor('jan'),
  )
  expect(said).toMatchObject([
    { room: 'dept/tec/2026', statements: [{ about: 'check:a/2026-11', set: { performer: 'els' } }] },
  ])
  expect(left).toMatchObject([{ why: 'evidence-missing', check: { control: { key: 'b' } } }])
})
