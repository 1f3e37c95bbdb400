/** Self-assessment: alone first, then together; what is blind stays blind, what was validated stays as it was. */
import { expect, test } from 'vitest'
import { mayEnter, objection } from '../../shared/access'
import {
  addRound,
  assessmentIn,
  changeRound,
  classicalStep,
  objectionToPoints,
  objectionToRound,
  objectionToRoundChange,
  objectionToRoundStep,
  objectionToScore,
  type RoundInput,
  sayConsensus,
  sayScore,
  stepReached,
  stepRound,
  submitScores,
  takeBackSubmission,
  validateRound,
} from '../../shared/commands/rounds'
import { undoStatement } from '../../shared/commands/undo'
import type { RunningFold } from '../../shared/fold'
import { consensusAbout, type Round, roundRoom } from '../../shared/kinds/round'
import {
  assessmentOf,
  compareRounds,
  criterionMeans,
  linesOf,
  pointsOf,
  roundIn,
  spreadOf,
  subjectsOf,
  whoSubmitted,
} from '../../shared/queries/rounds'
import { parseRoom, type Room } from '../../shared/rooms'
import type { Statement } from '../../shared/statement'
import { grant, makeAuthor, makeOrg, makeStatement, moment, recordsOf } from '../make'
import { makeDesk } from './make-work'

const GROUP = ['els', 'jan', 'an']
const INPUT: RoundInput = { title: 'Zelfevaluatie 2026', subjects: ['T4', 'T10'], members: GROUP }

const arrange = (input: Partial<RoundInput> = {}) => {
  const org = makeOrg({
    els: [grant('manager', ['tec'])],
    jan: [grant('contributor', ['bur'])],
    an: [grant('manager', ['bur'])],
    kc: [grant('coordinator')],
  })
  const rooms = new Map<string, RunningFold>([['org', org]])
  const open = (name: string): RunningFold => {
    const known = rooms.get(name) ?? recordsOf([])
    rooms.set(name, known)
    return known
  }
  const say = (make: (seen: RunningFold) => readonly Statement[], room = 'org') => {
    const said = make(open(room))
    open(room).insert(open(room).length, said)
    return said
  }
  say((seen) => addRound(seen, 'r1', { ...INPUT, ...input }, makeAuthor('kc')))
  const round = (): Round => {
    const found = roundIn(org, 'r1')
    if (!found) throw new Error('no round')
    return found
  }
  const step = (to: 'scoring' | 'consensus', anyway = false) =>
    say((seen) => stepRound(seen, 'r1', { to, anyway }, makeAuthor('kc', moment('2026-11-16'))))
  const score = (member: string, code: string, level: number, comment = '') =>
    say(
      (seen) => sayScore(seen, round(), code, { level, comment }, 'enabler', makeAuthor(member)),
      roundRoom('r1', member),
    )
  const lines = (member: string) => linesOf(round(), { member, records: (room) => rooms.get(room) })
  return { org, say, round, step, score, lines }
}

test('a round needs a title, subjects of its framework, and a group of at least two without the reader', () => {
  expect(objectionToRound({ ...INPUT, title: ' ' })).toBe('title-missing')
  expect(objectionToRound({ ...INPUT, subjects: [] })).toBe('subjects-missing')
  expect(objectionToRound({ ...INPUT, subjects: ['1.1'] })).toBe('unknown-subject')
  expect(objectionToRound({ ...INPUT, framework: 'caf2020', subjects: ['1.1'] })).toBeUndefined()
  expect(objectionToRound({ ...INPUT, panel: 'classical' })).toBe('panel-unfit')
  expect(objectionToRound({ ...INPUT, members: ['els', 'els'] })).toBe('group-too-small')
  expect(objectionToRound({ ...INPUT, reader: 'els' })).toBe('reader-in-group')
  expect([subjectsOf('leidraad').length, subjectsOf('caf2020').length]).toEqual([11, 28])
})

test('while scoring is open a score of another is not shown, even where its room happens to be here', () => {
  const { step, score, lines, org } = arrange()
  step('scoring')
  score('els', 'T4', 3)
  score('jan', 'T4', 1)
  expect(lines('els')[0]).toMatchObject({ own: { level: 3 }, scores: [], spread: undefined })
  const room = parseRoom(roundRoom('r1', 'jan')) as Room
  expect(mayEnter(org, 'els', room, moment('2026-11-17'))).toBe(false)
  expect(mayEnter(org, 'kc', room, moment('2026-11-17'))).toBe(false)
  step('consensus', true)
  expect(lines('els')[0]?.scores.map(({ member, points }) => [member, points])).toEqual([
    ['els', 3],
    ['jan', 1],
  ])
  expect(lines('els')[0]?.spread).toEqual({ count: 2, min: 1, max: 3, range: 2, mean: 2 })
  expect(mayEnter(org, 'els', room, moment('2026-11-17'))).toBe(true)
})

test('scoring closes when all are ready, or when the coordinator says so, and is never opened again', () => {
  const { org, step, say } = arrange()
  expect(objectionToRoundStep(org, 'r1', { to: 'consensus' })).toEqual({ why: 'not-from-here' })
  step('scoring')
  expect(objectionToRoundStep(org, 'r1', { to: 'consensus', submitted: ['els'] })).toEqual({
    why: 'not-all-submitted',
    missing: ['jan', 'an'],
  })
  expect(objectionToRoundStep(org, 'r1', { to: 'consensus', submitted: GROUP })).toBeUndefined()
  const [closing] = step('consensus', true)
  expect(objectionToRoundStep(org, 'r1', { to: 'scoring' })).toEqual({ why: 'not-from-here' })
  expect(undoStatement(org.get('round:r1'), closing?.id ?? '', makeAuthor('kc'))).toEqual([])
  const forged = makeStatement({
    by: 'kc',
    about: 'round:r1',
    set: { state: 'scoring' },
    over: { state: [closing?.id ?? ''] },
  })
  expect(objection('kc', { kind: 'org' }, forged, () => org.get('round:r1')?.statements ?? [])).toBeDefined()
  expect(say((seen) => changeRound(seen, 'r1', { members: [...GROUP, 'kc'] }, makeAuthor('kc')))).toEqual([])
})

test('who is ready is told where the coordinator reads it, and can be taken back; nobody tells it for another', () => {
  const desk = makeDesk('els')
  const { round } = arrange()
  desk.say('dept/tec', (seen, author) => submitScores(seen, 'r1', 'els', author))
  desk.say('dept/bur', (seen, author) => submitScores(seen, 'r1', 'jan', author))
  expect(whoSubmitted(desk, round())).toEqual(['els', 'jan'])
  desk.say('dept/tec', (seen, author) => takeBackSubmission(seen, 'r1', 'els', author))
  expect(whoSubmitted(desk, round())).toEqual(['jan'])
  const room = parseRoom('dept/tec') as Room
  const forged = makeStatement({ by: 'els', about: 'submission:r1/jan', set: { submitted: true } })
  expect(objection('els', room, forged)).toBeDefined()
  expect(objection('els', room, { ...forged, about: 'submission:r1/els' })).toBeUndefined()
})

test('one scores only what the round is about, while it is open, within its measure', () => {
  const { round, step } = arrange()
  expect(objectionToScore(round(), 'T4', { level: 3 }, 'enabler')).toBe('not-scoring')
  step('scoring')
  expect(objectionToScore(round(), 'T1', { level: 3 }, 'enabler')).toBe('not-in-round')
  expect(objectionToScore(round(), 'T4', { level: 5 }, 'enabler')).toBe('out-of-range')
  expect(objectionToScore(round(), 'T4', { comment: 'Eerst nalezen' }, 'enabler')).toBeUndefined()
  expect(objectionToPoints('result', { parts: { plan: 50 } })).toBe('out-of-range')
  expect(objectionToPoints('enabler', { parts: { plan: 50, do: 101 } })).toBe('out-of-range')
  expect(objectionToRoundChange(arrange().org, 'r1', { subjects: ['T4'] })).toBeUndefined()
})

test('the panels of CAF count as their guide says', () => {
  const parts = { plan: 65, do: 55, check: 35, act: 25 }
  expect(pointsOf('fine-tuned', 'enabler', { level: undefined, score: undefined, parts })).toBe(45)
  expect(
    pointsOf('fine-tuned', 'result', {
      level: undefined,
      score: undefined,
      parts: { trends: 55, targets: 45 },
    }),
  ).toBe(50)
  expect(
    pointsOf('fine-tuned', 'enabler', { level: undefined, score: 50, parts: { plan: 65 } }),
  ).toBeUndefined()
  expect(pointsOf('classical', 'result', { level: undefined, score: 62, parts: undefined })).toBe(62)
  expect([0, 10, 11, 50, 51, 90, 100].map(classicalStep)).toEqual([0, 0, 1, 2, 3, 4, 5])
  expect(stepReached([true, true, false, true, true])).toBe(2)
  expect(stepReached([true, true, true, true, true])).toBe(5)
  expect(spreadOf([])).toBeUndefined()
  expect(
    criterionMeans([
      { code: '1.1', points: 40 },
      { code: '1.2', points: 60 },
      { code: '2.1', points: undefined },
    ]),
  ).toEqual([{ code: '1', points: 50, count: 2 }])
})

const agreed = () => {
  const world = arrange()
  world.step('scoring')
  for (const [index, member] of GROUP.entries()) world.score(member, 'T4', index + 1, `Van ${member}`)
  world.step('consensus', true)
  const agree = (code: string, level: number) =>
    world.say((seen) =>
      sayConsensus(
        seen,
        'r1',
        code,
        { level, strengths: 'Vier ogen', weaknesses: 'Geen register' },
        'enabler',
        makeAuthor('kc'),
      ),
    )
  return { ...world, agree }
}

test('a round is validated once every subject is agreed on, and frozen with a hash that shows tampering', () => {
  const { org, say, round, lines, agree } = agreed()
  agree('T4', 2)
  expect(objectionToRoundStep(org, 'r1', { to: 'validated' })).toEqual({
    why: 'not-agreed',
    missing: ['T10'],
  })
  agree('T10', 3)
  const content = assessmentOf(round(), lines('kc'))
  expect(content).toMatchObject({
    subjects: [
      { code: 'T4', points: 2, range: [1, 3], count: 3 },
      { points: 3, range: null },
    ],
  })
  const said = say((seen) => validateRound(seen, 'r1', content, makeAuthor('kc')))
  expect(round().state).toBe('validated')
  expect(assessmentIn(org, 'r1')).toMatchObject({ intact: true, content })
  expect(assessmentOf({ ...round(), state: 'consensus' }, lines('els'))).toEqual(content)
  const [frozen] = said
  const ask = (set: Statement['set']) =>
    objection('kc', { kind: 'org' }, makeStatement({ by: 'kc', about: 'assessment:r1/1', set }))
  expect(frozen && objection('kc', { kind: 'org' }, frozen)).toBeUndefined()
  expect(ask({ ...frozen?.set, hash: 'f'.repeat(64) })).toBeDefined()
  expect(ask({ hash: 'f'.repeat(64) })).toBeDefined()
  expect(undoStatement(org.get('assessment:r1/1'), frozen?.id ?? '', makeAuthor('kc'))).toEqual([])
})

test('a subject on which two wrote another consensus apart is not agreed on', () => {
  const { org, agree } = agreed()
  agree('T4', 2)
  agree('T10', 3)
  const about = consensusAbout('r1', 'T10')
  org.insert(org.length, [makeStatement({ by: 'p01', about, set: { level: 1 } })])
  expect(objectionToRoundStep(org, 'r1', { to: 'validated' })).toEqual({
    why: 'not-agreed',
    missing: ['T10'],
  })
})

test('rounds and departments stand beside each other in percent of what can be reached', () => {
  const { round, lines, agree } = agreed()
  agree('T4', 2)
  const first = { ...round(), key: 'r0', opened: '2023-11-16', closed: '2023-12-01', department: 'tec' }
  const compared = compareRounds([
    { round: round(), lines: lines('kc') },
    { round: first, lines: [{ ...(lines('kc')[0] as ReturnType<typeof lines>[number]), points: 1 }] },
  ])
  expect(compared).toEqual([
    {
      code: 'T4',
      values: [
        { round: 'r0', department: 'tec', day: '2023-12-01', percent: 25, points: 1 },
        { round: 'r1', department: undefined, day: '2026-11-16', percent: 50, points: 2 },
      ],
    },
    { code: 'T10', values: [] },
  ])
})
