import { beforeEach, expect, test } from 'vitest'
import { objection } from '../../shared/access'
import { restore } from '../../shared/commands/bin'
import { bulkOf } from '../../shared/commands/bulk'
import {
  addMeasure,
  answerState,
  askState,
  changeMeasure,
  moveDue,
  objectionToChange,
  objectionToMeasure,
  objectionToMove,
  objectionToStep,
  removeMeasure,
  type Step,
  sayCourse,
  stepMeasure,
} from '../../shared/commands/measures'
import { undoStatement } from '../../shared/commands/undo'
import { measureAbout } from '../../shared/kinds/measure'
import { binOf } from '../../shared/queries/bin'
import {
  askedOfMe,
  countsBy,
  halfYearFigures,
  measureIn,
  measuresOf,
  slippage,
} from '../../shared/queries/measures'
import type { Room } from '../../shared/rooms'
import { type Desk, makeDesk, meet, setClock } from './make-work'

const ROOM = 'dept/tec'
const room: Room = { kind: 'dept', department: 'tec' }
beforeEach(() => setClock('2026-11-02'))

const add = (desk: Desk, key = 'm1', more = {}) =>
  desk.say(ROOM, (seen, author) =>
    addMeasure(
      seen,
      key,
      {
        title: 'Stockbeheer',
        owner: 'dries',
        department: 'tec',
        due: '2026-11-30',
        status: 'planned',
        ...more,
      },
      author,
    ),
  )
const step = (desk: Desk, to: Step['to'], more: Omit<Step, 'to'> = {}, key = 'm1') =>
  desk.say(ROOM, (seen, author) => stepMeasure(seen, key, { to, ...more }, author))
const move = (desk: Desk, due: string, reason = 'Levering te laat.', key = 'm1') =>
  desk.say(ROOM, (seen, author) => moveDue(seen, key, due, reason, author))
const line = (desk: Desk, key = 'm1') => measureIn(desk, measureAbout(key))

test('a measure runs from planned to verified, and each step is one statement', () => {
  const dries = makeDesk('dries')
  const an = makeDesk('an')
  add(dries)
  expect(step(dries, 'running')).toHaveLength(1)
  expect(step(dries, 'done', { result: 'Gedaan.' })).toHaveLength(1)
  expect(line(dries)).toMatchObject({ status: 'done', progress: 100, verified: false })
  meet(dries, an)
  expect(step(an, 'verified')).toHaveLength(1)
  expect(line(an)).toMatchObject({
    shown: 'verified',
    verified: true,
    verifiedBy: 'an',
    verifiedFor: 'dries',
  })
})

test('a step that is not next, or has no reason where one is needed, says nothing', () => {
  const dries = makeDesk('dries')
  add(dries)
  expect(step(dries, 'verified')).toEqual([])
  expect(step(dries, 'stopped')).toEqual([])
  expect(objectionToStep(dries.records(ROOM) as never, 'm1', { to: 'stopped' }, 'dries')).toBe(
    'reason-missing',
  )
  expect(objectionToStep(dries.records(ROOM) as never, 'm9', { to: 'done' }, 'dries')).toBe('no-such-measure')
  expect(step(dries, 'stopped', { reason: 'Budget geschrapt.' })).toHaveLength(1)
  expect(line(dries)).toMatchObject({ status: 'stopped', reason: 'Budget geschrapt.', late: false })
  expect(step(dries, 'running')).toEqual([])
  expect(step(dries, 'running', { reason: 'Budget is er weer.' })).toHaveLength(1)
})

test('a proposal needs neither owner nor day, whatever is planned needs both', () => {
  expect(objectionToMeasure({ title: ' ' })).toBe('title-missing')
  expect(objectionToMeasure({ title: 'x' })).toBeUndefined()
  expect(objectionToMeasure({ title: 'x', status: 'planned', due: '2026-12-01' })).toBe('owner-missing')
  expect(objectionToMeasure({ title: 'x', status: 'planned', owner: 'els' })).toBe('due-missing')
  const an = makeDesk('an')
  add(an, 'm1', { status: 'proposed', owner: undefined, due: undefined })
  expect(objectionToStep(an.records(ROOM) as never, 'm1', { to: 'planned' }, 'an')).toBe('owner-missing')
})

test('nobody verifies his own measure, and the server refuses who tries with another program', () => {
  const dries = makeDesk('dries')
  add(dries)
  step(dries, 'running')
  step(dries, 'done')
  expect(step(dries, 'verified')).toEqual([])
  expect(objectionToStep(dries.records(ROOM) as never, 'm1', { to: 'verified' }, 'dries')).toBe('own-measure')
  const said = () => dries.records(ROOM)?.get('measure:m1')?.statements ?? []
  const forged = (set: Record<string, string>, over: Record<string, string[]> = {}) =>
    objection(
      'dries',
      room,
      { v: 1, id: 'forgedforgedforg', at: 1, by: 'dries', about: 'measure:m1', set, over },
      said,
    )
  const first = said()[0]?.id as string
  expect(forged({ status: 'verified', verifiedBy: 'dries' })).toBeDefined()
  expect(forged({ verifiedBy: 'dries', verifiedFor: 'jan' }, { verifiedFor: [first] })).toBeDefined()
  expect(forged({ verifiedBy: 'dries', verifiedFor: 'jan', owner: 'dries' })).toBeDefined()
  expect(forged({ verifiedBy: 'an', verifiedFor: 'dries' }, { verifiedFor: [first] })).toBeDefined()
  expect(forged({ result: 'Klaar.' })).toBeUndefined()
})

test('who verified while somebody made him the owner is not refused, and does not count', () => {
  const an = makeDesk('an')
  const els = makeDesk('els')
  add(an)
  step(an, 'running')
  step(an, 'done')
  meet(an, els)
  an.say(ROOM, (seen, author) => changeMeasure(seen, 'm1', { owner: 'els' }, author))
  const [verification] = step(els, 'verified')
  meet(an, els)
  const said = () => an.records(ROOM)?.get('measure:m1')?.statements ?? []
  expect(objection('els', room, verification as never, said)).toBeUndefined()
  expect(line(an)).toMatchObject({ shown: 'done', verified: false, selfVerified: true })
})

test('two who verify apart agree, and a third finds nothing to settle', () => {
  const dries = makeDesk('dries')
  const an = makeDesk('an')
  const els = makeDesk('els')
  add(dries)
  step(dries, 'running')
  step(dries, 'done')
  meet(dries, an, els)
  step(an, 'verified')
  step(els, 'verified')
  meet(dries, an, els)
  expect(line(dries)).toMatchObject({ verified: true, clashes: [] })
})

test('whoever verified a measure does not become its owner', () => {
  const dries = makeDesk('dries')
  const an = makeDesk('an')
  add(dries)
  step(dries, 'running')
  step(dries, 'done')
  meet(dries, an)
  step(an, 'verified')
  expect(objectionToChange(an.records(ROOM) as never, 'm1', { owner: 'an' })).toBe('owner-is-verifier')
  expect(an.say(ROOM, (seen, author) => changeMeasure(seen, 'm1', { owner: 'an' }, author))).toEqual([])
})

test('a verified measure is taken up again with a reason, and undoing that brings the verification back', () => {
  const dries = makeDesk('dries')
  const an = makeDesk('an')
  add(dries)
  step(dries, 'running')
  step(dries, 'done')
  meet(dries, an)
  step(an, 'verified')
  meet(dries, an)
  expect(step(dries, 'running')).toEqual([])
  const [reopened] = step(dries, 'running', { reason: 'Klopt toch niet.' })
  expect(line(dries)).toMatchObject({ status: 'running', verifiedBy: undefined })
  const [undone] = dries.say(ROOM, (seen, author) =>
    undoStatement(seen.get('measure:m1'), reopened?.id as string, author),
  )
  expect(line(dries)).toMatchObject({ verified: true, verifiedBy: 'an' })
  const said = () => dries.records(ROOM)?.get('measure:m1')?.statements ?? []
  expect(objection('dries', room, undone as never, said)).toBeUndefined()
})

test('moving the day asks a reason, keeps the old day, and is counted', () => {
  const dries = makeDesk('dries')
  add(dries)
  expect(move(dries, '2026-12-15', '')).toEqual([])
  expect(objectionToMove(dries.records(ROOM) as never, 'm1', '2026-12-15', ' ')).toBe('reason-missing')
  expect(objectionToMove(dries.records(ROOM) as never, 'm1', '2026-11-30', 'x')).toBe('same-day')
  expect(objectionToMove(dries.records(ROOM) as never, 'm1', '2026-13-45', 'x')).toBe('day-missing')
  move(dries, '2026-12-15')
  move(dries, '2027-01-31', 'Ziekte.')
  const { first, moves } = slippage(dries.records(ROOM)?.get('measure:m1'))
  expect(first).toBe('2026-11-30')
  expect(moves.map(({ from, to, reason }) => [from, to, reason])).toEqual([
    ['2026-11-30', '2026-12-15', 'Levering te laat.'],
    ['2026-12-15', '2027-01-31', 'Ziekte.'],
  ])
  expect(line(dries)).toMatchObject({ due: '2027-01-31', slipped: 2 })
})

test('a move that is undone is no slip, and one that is undone twice is; a move back with a reason counts', () => {
  const dries = makeDesk('dries')
  add(dries)
  const undo = (id: string | undefined) =>
    dries.say(ROOM, (seen, author) => undoStatement(seen.get('measure:m1'), id ?? '', author))
  const [moved] = move(dries, '2026-12-15')
  const [undone] = undo(moved?.id)
  expect(line(dries)).toMatchObject({ due: '2026-11-30', slipped: 0 })
  undo(undone?.id)
  expect(line(dries)).toMatchObject({ due: '2026-12-15', slipped: 1 })
  const [again] = move(dries, '2027-01-31', 'Ziekte.')
  undo(again?.id)
  expect(line(dries)).toMatchObject({ due: '2026-12-15', slipped: 1 })
  move(dries, '2026-11-30', 'Toch sneller.')
  expect(line(dries)).toMatchObject({ due: '2026-11-30', slipped: 2 })
})

test('two who move a day apart both moved it, and settling on one of the days moves it no further', () => {
  const dries = makeDesk('dries')
  const an = makeDesk('an')
  add(dries)
  meet(dries, an)
  move(dries, '2026-12-15')
  move(an, '2026-12-31', 'In overleg.')
  meet(dries, an)
  expect(line(dries)).toMatchObject({ slipped: 2, clashes: expect.arrayContaining(['due']) })
  move(an, line(an)?.due as string, 'Dit is de afspraak.')
  meet(dries, an)
  expect(line(dries)).toMatchObject({ slipped: 2 })
  expect(line(dries)?.clashes).not.toContain('due')
  expect(line(dries)).toEqual(expect.objectContaining({ due: line(an)?.due }))
})

test('of two statuses or days that were said apart either can be chosen, whatever counts for now', () => {
  const dries = makeDesk('dries')
  const an = makeDesk('an')
  add(dries)
  meet(dries, an)
  for (const kept of ['done', 'stopped'] as const) {
    step(dries, 'running', { reason: 'Opnieuw.' })
    meet(dries, an)
    step(dries, 'done')
    step(an, 'stopped', { reason: 'Geen geld.' })
    meet(dries, an)
    expect(line(an)?.clashes).toContain('status')
    expect(step(an, kept)).toHaveLength(1)
    meet(dries, an)
    expect(line(dries)).toMatchObject({ status: kept })
    expect(line(dries)?.clashes).not.toContain('status')
  }
  step(dries, 'running', { reason: 'Opnieuw.' })
  meet(dries, an)
  move(dries, '2026-12-15')
  move(an, '2026-12-31')
  meet(dries, an)
  step(an, 'done')
  for (const due of ['2026-12-31', '2026-12-15'])
    expect(objectionToMove(an.records(ROOM) as never, 'm1', due, 'Afspraak.')).toBeUndefined()
  expect(objectionToMove(an.records(ROOM) as never, 'm1', '2026-12-24', 'Afspraak.')).toBe('over')
})

test('a day that was set for the first time is no slip, and a measure that is over is not moved', () => {
  const an = makeDesk('an')
  add(an, 'm1', { status: 'proposed', due: undefined })
  expect(move(an, '2026-12-01', '')).toHaveLength(1)
  expect(line(an)?.slipped).toBe(0)
  step(an, 'stopped', { reason: 'Niet nodig.' })
  expect(objectionToMove(an.records(ROOM) as never, 'm1', '2027-01-01', 'x')).toBe('over')
})

test('late follows from the day, blocked is said and needs a reason', () => {
  const dries = makeDesk('dries')
  add(dries)
  step(dries, 'running')
  expect(line(dries)).toMatchObject({ shown: 'running', late: false })
  expect(measureIn(dries.on('2026-12-01'), 'measure:m1')).toMatchObject({ shown: 'late', late: true })
  const say = (input: object) => dries.say(ROOM, (seen, author) => sayCourse(seen, 'm1', input, author))
  expect(say({ course: 'blocked' })).toEqual([])
  expect(say({ progress: 120 })).toEqual([])
  expect(say({ course: 'blocked', reason: 'Wacht op de leverancier.', progress: 40 })).toHaveLength(1)
  expect(line(dries)).toMatchObject({ shown: 'blocked', progress: 40 })
})

test('whoever is asked how it stands finds the question until he answers, and again when asked again', () => {
  const an = makeDesk('an')
  const dries = makeDesk('dries')
  add(an)
  const ask = () => an.say(ROOM, (seen, author) => askState(seen, 'm1', 'Lukt november?', author))
  ask()
  meet(an, dries)
  expect(askedOfMe(dries, 'dries')).toHaveLength(1)
  expect(askedOfMe(dries, 'an')).toHaveLength(0)
  dries.say(ROOM, (seen, author) => answerState(seen, 'm1', { answer: 'Ja.', progress: 80 }, author))
  meet(an, dries)
  expect(askedOfMe(dries, 'dries')).toHaveLength(0)
  expect(line(an)).toMatchObject({ answer: 'Ja.', answeredBy: 'dries', progress: 80 })
  ask()
  meet(an, dries)
  expect(askedOfMe(dries, 'dries')).toHaveLength(1)
})

test('all measures are found wherever they are, late ones first, by every filter', () => {
  const an = makeDesk('an')
  add(an, 'm1', { due: '2026-12-24', horizon: 'long', plan: 'plan:p1' })
  add(an, 'm2', { due: '2026-11-10', title: 'Brandoefening', origin: 'check:c065/2026-10' })
  an.say('team', (seen, author) =>
    addMeasure(
      seen,
      'm3',
      { title: 'Delegaties', owner: 'an', due: '2026-12-01', status: 'planned' },
      author,
    ),
  )
  const keys = (filter = {}) => measuresOf(an, filter).map(({ key }) => key)
  expect(keys()).toEqual(['m2', 'm3', 'm1'])
  expect(keys({ status: 'late' })).toEqual(['m2'])
  expect(keys({ owner: 'an' })).toEqual(['m3'])
  expect(keys({ horizon: 'long' })).toEqual(['m1'])
  expect(keys({ plan: 'plan:p1' })).toEqual(['m1'])
  expect(keys({ origin: 'check:c065/2026-10' })).toEqual(['m2'])
  expect(keys({ words: 'BRAND' })).toEqual(['m2'])
  expect(countsBy(measuresOf(an), 'owner')).toEqual([
    { key: 'dries', total: 2, late: 1, done: 0 },
    { key: 'an', total: 1, late: 0, done: 0 },
  ])
})

test('what is removed lies in the bin with who did it, and comes back as it was', () => {
  const an = makeDesk('an')
  add(an)
  move(an, '2026-12-20')
  an.say(ROOM, (seen, author) => removeMeasure(seen, 'm1', author))
  expect(measuresOf(an)).toEqual([])
  expect(binOf(an)).toMatchObject([{ about: 'measure:m1', title: 'Stockbeheer', by: 'an', room: ROOM }])
  an.say(ROOM, (seen, author) => restore(seen, 'measure:m1', author))
  expect(binOf(an)).toEqual([])
  expect(line(an)).toMatchObject({ due: '2026-12-20', slipped: 1 })
})

test('a change to many shows before what it will do, and leaves out with a word what it cannot do', () => {
  const an = makeDesk('an')
  add(an, 'm1')
  add(an, 'm2', { due: '2026-12-10' })
  an.say('team', (seen, author) => addMeasure(seen, 'm3', { title: 'Idee' }, author))
  an.say(ROOM, (seen, author) => stepMeasure(seen, 'm2', { to: 'stopped', reason: 'Weg.' }, author))
  const chosen = [
    { room: ROOM, key: 'm1', seen: an.records(ROOM) as never },
    { room: ROOM, key: 'm2', seen: an.records(ROOM) as never },
    { room: 'team', key: 'm3', seen: an.records('team') as never },
  ]
  let count = 0
  const author = { by: 'an', at: 1, id: () => `bulk${String(count++).padStart(12, '0')}` }
  const { said, preview, left } = bulkOf(chosen, { do: 'shift', days: 30, reason: 'Reces.' }, author)
  expect(left).toEqual([
    { room: ROOM, about: 'measure:m2', why: 'over' },
    { room: 'team', about: 'measure:m3', why: 'day-missing' },
  ])
  expect(preview).toEqual([
    {
      room: ROOM,
      about: 'measure:m1',
      changes: [
        { field: 'due', before: '2026-11-30', after: '2026-12-30' },
        { field: 'reason', before: null, after: 'Reces.' },
      ],
    },
  ])
  expect(said).toMatchObject([{ room: ROOM, statements: [{ about: 'measure:m1' }] }])
})

test('the half-year figures are as they stood on its last day, whatever was done since', () => {
  const an = makeDesk('an', '2026-08-20')
  setClock('2025-11-03')
  add(an, 'old', { priority: 'high' })
  step(an, 'done', {}, 'old')
  setClock('2026-02-02')
  for (const key of ['a', 'b', 'c', 'd'])
    add(an, key, { priority: key === 'd' ? 'low' : 'high', due: '2026-06-15' })
  add(an, 'x', { priority: 'high' })
  setClock('2026-05-04')
  step(an, 'done', {}, 'a')
  move(an, '2026-09-30', 'Levering.', 'b')
  step(an, 'stopped', { reason: 'Weg.' }, 'x')
  setClock('2026-07-06')
  step(an, 'done', {}, 'b')
  add(an, 'late', { priority: 'high' })
  const figures = halfYearFigures(an, '2026-H1')
  expect(figures.priority).toEqual({ total: 3, done: 1, percent: 33 })
  expect(figures.all).toEqual({ total: 4, done: 1, percent: 25 })
  expect(figures).toMatchObject({ moves: 1, stopped: 1, late: 2, from: '2026-01-01', to: '2026-06-30' })
  expect(halfYearFigures(an, '2026-H2').priority).toMatchObject({ total: 3, done: 1 })
})
