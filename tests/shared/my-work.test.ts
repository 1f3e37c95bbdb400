/** One list of everything one has to do: one's own, one's department's, and for whom is away; evidence; the quiet word. */
import { expect, test } from 'vitest'
import { grantsOf, objection } from '../../shared/access'
import { answerCheck, reviewCheck } from '../../shared/commands/checks'
import {
  addEvidence,
  changeEvidence,
  type EvidenceInput,
  objectionToEvidence,
} from '../../shared/commands/evidence'
import { endStandIn, objectionToStandIn, standIn } from '../../shared/commands/members'
import { undoStatement } from '../../shared/commands/undo'
import type { Grant } from '../../shared/kinds/member'
import { evidenceOf, expiring, linkOf, usageOf, withoutEvidence } from '../../shared/queries/evidence'
import { myWork, reminderOf } from '../../shared/queries/my-work'
import { isAskedToReview } from '../../shared/queries/reviews'
import { type Check, yearChecks } from '../../shared/queries/schedule'
import { deputiesOf, standInsOf } from '../../shared/queries/stand-ins'
import { parseRoom, type Room } from '../../shared/rooms'
import { grant, makeAuthor, makeControl, makeOrg, makeStatement, moment, recordsOf } from '../make'
import { makeDesk } from './make-work'

const TODAY = '2026-11-16'
const CONTROLS = [
  makeControl({ key: 'a', since: '2026-11-01' }),
  makeControl({ key: 'b', since: '2026-11-01', performers: ['els'], needsReview: true }),
  makeControl({ key: 'c', since: '2026-12-01', lead: 30 }),
  makeControl({ key: 'd', since: '2026-12-01' }),
]
const records = () => recordsOf([])
const checksOf = (answers = records()) =>
  yearChecks({ controls: CONTROLS, department: 'tec', year: 2026, records: answers, today: TODAY })
const workOf = (member: string, grants: readonly Grant[], answers = records()) =>
  myWork({ member, grants, checks: checksOf(answers), work: makeDesk(member, TODAY) })

test('what is open now is mine or my department’s; what opens later only when it is to be prepared', () => {
  const work = workOf('els', [grant('manager', ['tec'])])
  expect(work.checks.map(({ check, through }) => `${check.control.key} ${through}`)).toEqual([
    'a department',
    'b me',
    'c department',
  ])
  expect(work.checks.at(-1)?.check).toMatchObject({
    state: 'later',
    prepare: '2026-11-14',
    due: '2026-12-14',
  })
})

test('who stands in sees the work of who is away, by name, and answers it for him', () => {
  const org = makeOrg({ els: [grant('manager', ['tec'])], jan: [grant('contributor', ['bur'])] })
  const standIns = { for: 'els', from: '2026-11-16', until: '2026-11-20' }
  expect(objectionToStandIn(org, 'jan', { ...standIns, for: 'jan' })).toBe('himself')
  expect(objectionToStandIn(org, 'jan', { ...standIns, until: '2026-11-15' })).toBe('until-before-from')
  expect(objectionToStandIn(org, 'piet', standIns)).toBe('no-such-member')
  org.insert(org.length, standIn(org, 'jan', standIns, makeAuthor('kc')))
  expect(standInsOf(org, 'jan', TODAY)).toEqual([standIns])
  expect(deputiesOf(org, 'els', TODAY)).toEqual(['jan'])
  expect(deputiesOf(org, 'els', '2026-11-21')).toEqual([])
  const work = workOf('jan', grantsOf(org, 'jan', moment(TODAY)) ?? [])
  expect(work.checks.map((each) => [each.check.control.key, each.through, each.for])).toEqual([
    ['a', 'stand-in', 'els'],
    ['b', 'stand-in', 'els'],
    ['c', 'stand-in', 'els'],
  ])
  const answers = records()
  const named = { control: 'b', period: '2026-11' }
  answers.insert(
    0,
    answerCheck(answers, { ...named, outcome: 'in-order', performer: 'els' }, makeAuthor('jan')),
  )
  const answered = checksOf(answers).find(({ outcome }) => outcome)
  expect(answered).toMatchObject({ performer: 'els', answeredBy: 'jan' })
  expect(reviewCheck(answers, named, { verdict: 'accepted' }, makeAuthor('els'))).toEqual([])
  org.insert(org.length, endStandIn(org, 'jan', standIns, makeAuthor('kc')))
  expect(grantsOf(org, 'jan', moment(TODAY))).toHaveLength(1)
})

test('an answer that waits for four eyes is with the head and the coordinator, and comes back when it is sent back', () => {
  const answers = records()
  const named = { control: 'b', period: '2026-11' }
  answers.insert(0, answerCheck(answers, { ...named, outcome: 'in-order', submit: true }, makeAuthor('els')))
  const reviewsOf = (member: string, ...grants: Grant[]) => workOf(member, grants, answers).reviews.length
  expect(reviewsOf('els', grant('manager', ['tec']))).toBe(0)
  expect(reviewsOf('an', grant('manager', ['tec']))).toBe(1)
  expect(reviewsOf('kc', grant('coordinator'))).toBe(1)
  expect(reviewsOf('p01', grant('director'))).toBe(0)
  expect(reviewsOf('jan', grant('contributor', ['tec']))).toBe(0)
  answers.insert(1, reviewCheck(answers, named, { verdict: 'returned', remark: 'x' }, makeAuthor('an')))
  expect(workOf('els', [grant('manager', ['tec'])], answers).returned).toHaveLength(1)
  expect(reviewsOf('an', grant('manager', ['tec']))).toBe(0)
})

test('one quiet word per part of the day, and none when there is nothing', () => {
  const work = workOf('els', [grant('manager', ['tec'])])
  const word = reminderOf(work, { today: TODAY, hour: 9, shown: undefined })
  expect(word).toMatchObject({ key: '2026-11-16-am', today: 2, late: 0 })
  expect(reminderOf(work, { today: TODAY, hour: 11, shown: word?.key })).toBeUndefined()
  expect(reminderOf(work, { today: TODAY, hour: 13, shown: word?.key })?.key).toBe('2026-11-16-pm')
  const nothing = workOf('piet', [grant('manager', ['bur'])])
  expect(reminderOf(nothing, { today: TODAY, hour: 9, shown: undefined })).toBeUndefined()
})

// Evidence

const HASH = 'a'.repeat(64)
const FILE: EvidenceInput = {
  check: 'check:b/2026-11',
  type: 'file',
  sha256: HASH,
  size: 10,
  name: 'telblad.pdf',
}

test('evidence has its check and its bytes, no more than 25 MiB of them, and ends no sooner than it begins', () => {
  const ask = (more: Partial<EvidenceInput>) => objectionToEvidence({ ...FILE, ...more }, ['intranet'])
  expect(ask({})).toBeUndefined()
  expect(ask({ check: '' })).toBe('check-missing')
  expect(ask({ sha256: 'x' })).toBe('hash-missing')
  expect(ask({ size: 0 })).toBe('empty')
  expect(ask({ size: 25 * 1_048_576 })).toBeUndefined()
  expect(ask({ size: 25 * 1_048_576 + 1 })).toBe('too-large')
  expect(ask({ day: '2026-11-02', validUntil: '2026-11-01' })).toBe('valid-before-day')
  const link = (url: string) => ask({ type: 'link', sha256: null, size: null, url })
  expect(link('https://example.be/a')).toBeUndefined()
  expect(link('http://intranet/a')).toBeUndefined()
  for (const bad of ['http://example.be', 'javascript:alert(1)', 'file:///c:/x', 'data:text/html,x', ''])
    expect(link(bad), bad).toBe('not-a-link')
})

test('only https and the hosts of the intranet become links; nothing that hides where it goes', () => {
  expect(linkOf('https://example.be/a?b=1', [])).toBe('https://example.be/a?b=1')
  expect(linkOf('http://INTRANET/a', ['Intranet'])).toBe('http://intranet/a')
  for (const bad of [
    'https://bank.be@evil.be/',
    'http://intranet.evil.be/',
    'ftp://intranet/',
    'JaVaScRiPt:1',
    undefined,
  ])
    expect(linkOf(bad, ['intranet'])).toBeUndefined()
})

test('evidence shows with its check, warns before it runs out, and can be taken back; its bytes never change', () => {
  const year = records()
  year.insert(0, addEvidence(year, 'e1', { ...FILE, validUntil: '2026-12-10' }, [], makeAuthor('els')))
  const lines = () => evidenceOf(year, 'dept/tec/2026', 'check:b/2026-11')
  expect(lines()).toMatchObject([{ key: 'e1', by: 'els', name: 'telblad.pdf' }])
  expect(expiring(lines(), TODAY)).toHaveLength(1)
  expect(expiring(lines(), '2026-11-09')).toHaveLength(0)
  expect(changeEvidence(year, 'e1', { day: '2026-12-11' }, makeAuthor('els'))).toEqual([])
  const room = parseRoom('dept/tec/2026') as Room
  const said = () => year.get('evidence:e1')?.statements ?? []
  const other = makeStatement({ by: 'els', about: 'evidence:e1', set: { sha256: 'b'.repeat(64) } })
  expect(objection('els', room, other, said)).toBeDefined()
  expect(objection('els', room, { ...other, set: { sha256: '../../x' } }, said)).toBeDefined()
  const undone = undoStatement(year.get('evidence:e1'), said()[0]?.id ?? '', makeAuthor('els'))
  expect(undone[0] && objection('els', room, undone[0], said)).toBeUndefined()
})

test('a file that proves two checks takes its room once, and a key control in order without proof is named', () => {
  expect(
    usageOf([
      { sha256: HASH, size: 10 },
      { sha256: HASH, size: 10 },
      { sha256: undefined, size: undefined },
    ]),
  ).toEqual({
    files: 1,
    bytes: 10,
  })
  const key = makeControl({ key: 'k', isKey: true })
  const answers = records()
  answers.insert(
    0,
    answerCheck(answers, { control: 'k', period: '2026-11', outcome: 'in-order' }, makeAuthor('els')),
  )
  const checks = yearChecks({
    controls: [key],
    department: 'tec',
    year: 2026,
    records: answers,
    today: TODAY,
  })
  expect(withoutEvidence(checks, []).map(({ period }) => period)).toEqual(['2026-11'])
})

test('the director may judge every answer, and is not asked to; the coordinator and the head of the department are', () => {
  const [check] = checksOf()
  const asked = (role: 'director' | 'coordinator') => isAskedToReview(check as Check, 'kc', [grant(role, [])])
  expect(asked('director')).toBe(false)
  expect(asked('coordinator')).toBe(true)
  expect(isAskedToReview(check as Check, 'els', [grant('manager', ['tec'])])).toBe(true)
  expect(isAskedToReview(check as Check, 'els', [grant('manager', ['bur'])])).toBe(false)
  const named = { ...(check as Check), control: makeControl({ key: 'a', reviewers: ['an'] }) }
  expect(isAskedToReview(named, 'an', [grant('director', [])])).toBe(true)
})
