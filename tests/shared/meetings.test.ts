import { beforeEach, expect, test } from 'vitest'
import { objection } from '../../shared/access'
import { addAgreement, reviewAgreement } from '../../shared/commands/agreements'
import { setDeadline, tickDeadline } from '../../shared/commands/deadlines'
import { explainFigure } from '../../shared/commands/measurements'
import { addMeasure, moveDue } from '../../shared/commands/measures'
import {
  addMeeting,
  amendReport,
  attend,
  closeMeeting,
  objectionToAmending,
  objectionToClosing,
  showPoint,
  startMeeting,
} from '../../shared/commands/meetings'
import {
  addPoint,
  concludePoint,
  dismissProposal,
  movePoint,
  type PointInput,
  placeBetween,
  pointFromProposal,
  recallProposal,
} from '../../shared/commands/points'
import { undoStatement } from '../../shared/commands/undo'
import { agreementsToReview } from '../../shared/queries/agreements'
import { deadlineAfter, deadlineCalendar, deadlinesNear } from '../../shared/queries/deadlines'
import type { WorkGround } from '../../shared/queries/ground'
import {
  actionList,
  agendaOf,
  backlogOf,
  decisionList,
  meetingsOf,
  nextMeeting,
  timeSpent,
} from '../../shared/queries/meetings'
import { allProposalsOf, proposalsOf } from '../../shared/queries/proposals'
import { reportHash, reportOf, reportsOf } from '../../shared/queries/reports'
import type { Check } from '../../shared/queries/schedule'
import { seriesOf } from '../../shared/queries/series'
import type { Json, Statement } from '../../shared/statement'
import { makeControl, moment } from '../make'
import { makeIndicator, makeWorld, monthsFrom } from './make-indicators'
import { type Desk, makeDesk, meet, setClock } from './make-work'

beforeEach(() => setClock('2026-11-02'))

const say = (desk: Desk, make: Parameters<Desk['say']>[1], room = 'team') => desk.say(room, make)
const plan = (desk: Desk, key = 'm1', day = '2026-11-12') =>
  say(desk, (seen, author) => addMeeting(seen, key, { day, title: 'Managementteam' }, author))
const point = (desk: Desk, key: string, input: Partial<PointInput> = {}, room = 'team') =>
  say(desk, (seen, author) => addPoint(seen, key, { title: key, meeting: 'm1', ...input }, author), room)
const conclude = (
  desk: Desk,
  key: string,
  outcome: 'decision' | 'information' | 'measure',
  conclusion = 'Goed.',
) => say(desk, (seen, author) => concludePoint(seen, key, { outcome, conclusion }, author))
const contentOf = (desk: Desk, text: Json = 'verslag') => reportOf(desk, 'm1', text) as Json
const close = (desk: Desk, text: Json = 'verslag', carryTo?: string) =>
  say(desk, (seen, author) => closeMeeting(seen, 'm1', { content: contentOf(desk, text), carryTo }, author))
const start = (desk: Desk) => say(desk, (seen, author) => startMeeting(seen, 'm1', author))

test('an agenda has its sections in order, sums their minutes, and says when the long term gets too little', () => {
  const an = makeDesk('an')
  plan(an)
  point(an, 'varia', { section: 'varia', minutes: 5 })
  point(an, 'b', { section: 'decision', minutes: 25, place: 'r' })
  point(an, 'a', { section: 'decision', minutes: 10, place: 'i' })
  point(an, 'long', { section: 'strategy', minutes: 15, horizon: 'long' })
  const agenda = agendaOf(an, 'm1')
  expect(
    agenda?.sections.map(({ section, points, minutes }) => [section, points.map(({ key }) => key), minutes]),
  ).toEqual([
    ['decision', ['a', 'b'], 35],
    ['strategy', ['long'], 15],
    ['varia', ['varia'], 5],
  ])
  expect(agenda).toMatchObject({ minutes: 55, longTerm: { minutes: 15, kept: 20, short: true } })
})

test('a place is found between any two others, always', () => {
  let places = ['i']
  for (let index = 0; index < 400; index += 1) {
    const at = (index * 7919) % (places.length + 1)
    const made = placeBetween(places[at - 1], places[at])
    places = [...places.slice(0, at), made, ...places.slice(at)]
  }
  expect(places).toEqual([...places].sort())
  expect(new Set(places).size).toBe(places.length)
  let first = 'i'
  for (let index = 0; index < 50; index += 1) {
    const earlier = placeBetween('', first)
    expect(earlier < first).toBe(true)
    first = earlier
  }
})

test('two who move the same point to different places see no clash, and the same order', () => {
  const an = makeDesk('an')
  const bart = makeDesk('bart')
  plan(an)
  for (const [key, place] of [
    ['a', 'c'],
    ['b', 'i'],
    ['c', 'r'],
  ] as const)
    point(an, key, { place })
  meet(an, bart)
  say(an, (seen, author) => movePoint(seen, 'c', { before: 'c' }, author))
  say(bart, (seen, author) => movePoint(seen, 'c', { after: 'c', before: 'i' }, author))
  meet(an, bart)
  const order = (desk: Desk) => agendaOf(desk, 'm1')?.points.map(({ key, clashes }) => [key, clashes.length])
  expect(order(an)).toEqual(order(bart))
  expect(order(an)?.every(([, clashes]) => clashes === 0)).toBe(true)
})

test('what is decided and who does what follow from the points, and a measure is seen from both sides', () => {
  const an = makeDesk('an')
  plan(an)
  point(an, 'a')
  point(an, 'b')
  expect(conclude(an, 'a', 'decision', ' ')).toEqual([])
  conclude(an, 'a', 'decision', 'We doen het.')
  conclude(an, 'b', 'measure', 'Dries doet het.')
  say(
    an,
    (seen, author) =>
      addMeasure(
        seen,
        'x',
        {
          title: 'Doen',
          owner: 'dries',
          department: 'tec',
          due: '2026-12-01',
          status: 'planned',
          origin: 'point:b',
        },
        author,
      ),
    'dept/tec',
  )
  expect(decisionList(an, 'm1').map(({ words }) => words)).toEqual(['We doen het.'])
  expect(actionList(an, 'm1').map(({ point, measure }) => [point?.key, measure.key, measure.room])).toEqual([
    ['b', 'x', 'dept/tec'],
  ])
})

test('the time of a point runs from when the chair turns to it until he turns away', () => {
  const an = makeDesk('an')
  plan(an)
  point(an, 'a')
  point(an, 'b')
  setClock('2026-11-12', 9)
  start(an)
  say(an, (seen, author) => showPoint(seen, 'm1', 'a', author))
  setClock('2026-11-12', 9.25)
  say(an, (seen, author) => showPoint(seen, 'm1', 'b', author))
  const [meeting] = meetingsOf(an)
  const spent = timeSpent(meeting?.folded as never, moment('2026-11-12', 9.5))
  expect(Math.round((spent.get('a') ?? 0) / 60_000)).toBe(15)
  expect(Math.round((spent.get('b') ?? 0) / 60_000)).toBe(15)
})

test('closing freezes the report, and what was not got to moves to the next meeting or to the backlog', () => {
  const an = makeDesk('an')
  plan(an)
  plan(an, 'm2', '2026-11-26')
  point(an, 'done')
  point(an, 'open')
  conclude(an, 'done', 'information')
  start(an)
  expect(close(an, 'verslag', 'm2').map(({ about }) => about)).toEqual([
    'report:m1/1',
    'meeting:m1',
    'point:open',
  ])
  expect(agendaOf(an, 'm2')?.points.map(({ key, carriedFrom }) => [key, carriedFrom])).toEqual([
    ['open', ['m1']],
  ])
  expect(nextMeeting(an.on('2026-11-13'))?.key).toBe('m2')
  expect(objectionToClosing(an.records('team') as never, 'm1', { content: 1 })).toBe('closed-already')
  expect(close(an)).toEqual([])
  const [version] = reportsOf(an, 'm1')
  expect(version).toMatchObject({ n: 1, variants: [{ by: 'an', intact: true }] })
  expect(JSON.stringify(version?.variants[0]?.content)).toContain(
    '"unfinished":[{"point":"open","title":"open"}]',
  )
})

test('a report made again after the closing is what was frozen, until somebody edits what it is made of', () => {
  const an = makeDesk('an')
  plan(an)
  plan(an, 'm2', '2026-11-26')
  point(an, 'done')
  point(an, 'open')
  conclude(an, 'done', 'measure')
  const fields = {
    title: 'x',
    owner: 'els',
    due: '2026-12-01',
    status: 'planned',
    origin: 'point:done',
  } as const
  say(an, (seen, author) => addMeasure(seen, 'x', fields, author))
  start(an)
  close(an, 'verslag', 'm2')
  say(an, (seen, author) => moveDue(seen, 'x', '2027-02-01', 'Te druk.', author))
  conclude(an, 'open', 'decision', 'Later beslist.')
  const frozen = reportsOf(an, 'm1')[0]?.variants[0]
  expect(contentOf(an)).toEqual(frozen?.content)
  expect(agendaOf(an, 'm1')?.points.map(({ key, carriedOn }) => [key, carriedOn])).toEqual([
    ['done', false],
    ['open', true],
  ])
  conclude(an, 'done', 'measure', 'Els doet het.')
  expect(reportHash(contentOf(an))).not.toBe(frozen?.hash)
})

test('a report is the same to the hash on every device that knows the same', () => {
  const an = makeDesk('an')
  const bart = makeDesk('bart')
  plan(an)
  meet(an, bart)
  for (const [desk, name] of [
    [an, 'a'],
    [bart, 'b'],
  ] as const) {
    for (let index = 0; index < 8; index += 1)
      point(desk, `${name}${index}`, { section: index % 2 ? 'decision' : 'steering' })
    conclude(desk, `${name}1`, 'decision')
    say(desk, (seen, author) => attend(seen, 'm1', name, 'present', author))
    say(
      desk,
      (seen, author) => addMeasure(seen, `x${name}`, { title: 'x', origin: `point:${name}1` }, author),
      'dept/tec',
    )
  }
  meet(an, bart)
  const order = (desk: Desk) => [...(desk.records('team')?.all?.() ?? [])].map(({ about }) => about)
  expect(reportHash(contentOf(an))).toBe(reportHash(contentOf(bart)))
  const shuffledGround: WorkGround = {
    ...an,
    records: (room) => {
      const records = an.records(room)
      return (
        records && { get: (about) => records.get(about), all: () => [...(records.all?.() ?? [])].reverse() }
      )
    },
  }
  expect(order(an).length).toBeGreaterThan(15)
  expect(reportHash(reportOf(shuffledGround, 'm1', 'verslag') as Json)).toBe(reportHash(contentOf(an)))
})

test('two who close a meeting apart, differently, both keep their report, and it says so', () => {
  const an = makeDesk('an')
  const bart = makeDesk('bart')
  plan(an)
  point(an, 'a')
  start(an)
  meet(an, bart)
  close(an, 'tekst van An')
  close(bart, 'tekst van Bart')
  meet(an, bart)
  for (const desk of [an, bart]) {
    const [version] = reportsOf(desk, 'm1')
    expect(version?.variants.map(({ by, intact }) => [by, intact])).toEqual([
      ['an', true],
      ['bart', true],
    ])
    expect(meetingsOf(desk)[0]).toMatchObject({ state: 'closed', clashes: [] })
    expect(backlogOf(desk).map(({ key, clashes }) => [key, clashes])).toEqual([['a', []]])
  }
})

test('two who close a meeting apart with the same report have one', () => {
  const an = makeDesk('an')
  const bart = makeDesk('bart')
  plan(an)
  start(an)
  meet(an, bart)
  close(an)
  close(bart)
  meet(an, bart)
  expect(reportsOf(bart, 'm1')).toMatchObject([{ n: 1, variants: [{ by: 'an' }] }])
})

test('a report that was frozen is never changed: a later edit is the next version, with its reason', () => {
  const an = makeDesk('an')
  plan(an)
  start(an)
  const [frozen] = close(an)
  const team = an.records('team') as never
  const amend = (reason: string, text: string) =>
    say(an, (seen, author) => amendReport(seen, 'm1', { content: contentOf(an, text), reason }, author))
  expect(amend('', 'beter')).toEqual([])
  expect(objectionToAmending(team, 'm1', { content: contentOf(an), reason: 'x' })).toBe('nothing-changed')
  amend('De aanwezigheden klopten niet.', 'beter')
  expect(reportsOf(an, 'm1').map(({ n, reason }) => [n, reason])).toEqual([
    [1, ''],
    [2, 'De aanwezigheden klopten niet.'],
  ])
  expect(
    say(an, (seen, author) => undoStatement(seen.get('report:m1/1'), frozen?.id as string, author)),
  ).toEqual([])
  const forge = (more: Partial<Statement>) =>
    objection('an', { kind: 'team' }, { ...(frozen as Statement), id: 'forgedforgedforg', ...more })
  expect(forge({})).toBeUndefined()
  expect(forge({ over: { content: [frozen?.id as string] } })).toBeDefined()
  expect(forge({ set: { ...frozen?.set, content: 'anders' } })).toBeDefined()
  expect(forge({ set: { gone: true } })).toBeDefined()
})

// Proposals

const lateCheck = (key = 'c065', department = 'tec'): Check => ({
  about: `check:${key}/2026-10`,
  control: makeControl({ key }),
  department,
  period: '2026-10',
  room: `dept/${department}/2026`,
  opens: '2026-10-01',
  due: '2026-10-14',
  state: 'late',
  note: '',
  clash: false,
})
const proposed = (desk: WorkGround, checks: Check[] = [lateCheck()]) =>
  proposalsOf({ ground: desk, checks, series: [] })
const ofKind = (desk: WorkGround, kind: string) => proposed(desk).filter((each) => each.kind === kind)

test('a proposal keeps its key, becomes a point once, and is then proposed no more, also not to others', () => {
  const an = makeDesk('an')
  const bart = makeDesk('bart')
  plan(an)
  meet(an, bart)
  const [late] = ofKind(an, 'late')
  expect(late?.key).toBe('late/tec/c065/2026-10')
  expect(ofKind(bart.on('2026-11-29'), 'late')[0]?.key).toBe(late?.key)
  say(an, (seen, author) =>
    pointFromProposal(seen, 'x1', late as never, { title: 'Stock niet geteld', meeting: 'm1' }, author),
  )
  meet(an, bart)
  expect(ofKind(bart, 'late')).toEqual([])
  const known = allProposalsOf({ ground: bart, checks: [lateCheck()], series: [] }).find(
    ({ kind }) => kind === 'late',
  )
  expect(known?.point).toMatchObject({
    key: 'x1',
    links: ['check:c065/2026-10'],
    origin: 'check:c065/2026-10',
  })
})

test('a proposal that is waved away stays away until it is called back', () => {
  const an = makeDesk('an')
  say(an, (seen, author) => dismissProposal(seen, 'late/tec/c065/2026-10', 'Is besproken.', author))
  expect(ofKind(an, 'late')).toEqual([])
  say(an, (seen, author) => recallProposal(seen, 'late/tec/c065/2026-10', author))
  expect(ofKind(an, 'late')).toHaveLength(1)
})

test('no proposal comes twice, and the list is the same whatever the order of what it is made of', () => {
  const an = makeDesk('an')
  const checks = [lateCheck('c065'), lateCheck('c017'), lateCheck('c065', 'bur'), lateCheck('c065')]
  const keys = proposed(an, checks).map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys.filter((key) => key.startsWith('late/'))).toHaveLength(3)
  expect(proposed(an, [...checks].reverse()).map(({ key }) => key)).toEqual(keys)
})

test('a measure that is late, blocked or nearly due is proposed, and again only when its new day nears', () => {
  const an = makeDesk('an')
  const add = (key: string, due: string) =>
    say(an, (seen, author) =>
      addMeasure(seen, key, { title: key, owner: 'els', due, status: 'planned' }, author),
    )
  add('late', '2026-11-01')
  add('soon', '2026-11-30')
  add('far', '2027-03-01')
  expect(ofKind(an, 'slip').map(({ key }) => key)).toEqual(['slip/late/2026-11-01', 'slip/soon/2026-11-30'])
  say(an, (seen, author) => dismissProposal(seen, 'slip/far/2027-03-01', '', author))
  expect(ofKind(an.on('2027-02-25'), 'slip').map(({ key }) => key)).not.toContain('slip/far/2027-03-01')
})

test('a point that an earlier meeting did not get to is proposed, and moves instead of being copied', () => {
  const an = makeDesk('an')
  plan(an)
  plan(an, 'm2', '2026-11-26')
  point(an, 'open')
  start(an)
  close(an)
  const [left] = ofKind(an, 'unfinished')
  expect(left).toMatchObject({ key: 'left/open/m1', about: 'point:open' })
  say(an, (seen, author) =>
    pointFromProposal(seen, 'new', left as never, { title: 'open', meeting: 'm2' }, author),
  )
  expect(agendaOf(an, 'm2')?.points.map(({ key }) => key)).toEqual(['open'])
  expect(ofKind(an, 'unfinished')).toEqual([])
})

test('a department that may not write in the team’s room puts a point forward in its own', () => {
  const dries = makeDesk('dries')
  point(dries, 'winter', { meeting: undefined, title: 'Winterdienst' }, 'dept/tec')
  plan(dries)
  expect(backlogOf(dries).map(({ key, room }) => [key, room])).toEqual([['winter', 'dept/tec']])
  const [suggestion] = ofKind(dries, 'suggestion')
  say(dries, (seen, author) =>
    pointFromProposal(seen, 'w2', suggestion as never, { title: 'Winterdienst', meeting: 'm1' }, author),
  )
  expect(backlogOf(dries)).toEqual([])
  expect(agendaOf(dries, 'm1')?.points[0]).toMatchObject({ key: 'w2', origin: 'point:winter' })
  expect(ofKind(dries, 'suggestion')).toEqual([])
})

test('people who say different things apart are proposed to be brought together', () => {
  const an = makeDesk('an')
  const bart = makeDesk('bart')
  point(an, 'a', { title: 'Eén', place: 'b' })
  point(bart, 'a', { title: 'Twee', place: 'c' })
  meet(an, bart)
  expect(ofKind(an, 'clash')).toMatchObject([{ key: 'clash/point/a', facts: { fields: ['title'] } }])
})

// Deadlines and agreements

test('deadlines of the law come with their article, and are gone once they are ticked', () => {
  const an = makeDesk('an', '2026-06-01')
  const near = () => deadlinesNear(an).find(({ key }) => key === 'd11')
  expect(near()).toMatchObject({
    day: '2026-06-30',
    basis: 'art. 217-220 (219) DLB',
    source: 'law',
    owner: 'AD',
  })
  expect(ofKind(an, 'deadline').map(({ key }) => key)).toContain('deadline/d11/2026-06-30')
  say(an, (seen, author) => tickDeadline(seen, 'd11', '2026-06-30', author))
  expect(near()?.met).toBe(true)
  expect(ofKind(an, 'deadline').map(({ key }) => key)).not.toContain('deadline/d11/2026-06-30')
  expect(
    deadlineCalendar(an, '2026-01-01', '2028-12-31')
      .filter(({ key }) => key === 'd16')
      .map(({ day }) => day),
  ).toEqual(['2026-02-28', '2027-02-28', '2028-02-29'])
})

test('an organisation changes a deadline of the library, turns one off and adds its own', () => {
  const an = makeDesk('an', '2026-06-01')
  const keys = () => deadlinesNear(an).map(({ key, day }) => `${key} ${day}`)
  say(an, (seen, author) => setDeadline(seen, 'd11', { day: 15 }, author))
  say(an, (seen, author) => setDeadline(seen, 'd13', { off: true }, author))
  say(an, (seen, author) =>
    setDeadline(seen, 'eigen', { title: 'Kermisreglement', on: '2026-06-20' }, author),
  )
  expect(keys()).toContain('d11 2026-06-15')
  expect(keys().some((key) => key.startsWith('d13'))).toBe(false)
  expect(keys()).toContain('eigen 2026-06-20')
})

test('days that count from an event are counted in calendar days', () => {
  expect(deadlineAfter('d04', '2026-06-22')).toBe('2026-07-02')
  expect(deadlineAfter('d01', '2026-06-22')).toBe('2026-06-14')
  expect(deadlineAfter('d11', '2026-06-22')).toBeUndefined()
})

test('an agreement comes back every year, and moves on once it was looked at', () => {
  const an = makeDesk('an')
  say(an, (seen, author) =>
    addAgreement(
      seen,
      'a1',
      { title: 'Afsprakennota', parties: ['College'], state: 'in-force', review: '2026-12-01' },
      author,
    ),
  )
  expect(agreementsToReview(an).map(({ key }) => key)).toEqual(['a1'])
  expect(ofKind(an, 'review').map(({ key }) => key)).toEqual(['review/a1/2026-12-01'])
  say(an, (seen, author) => reviewAgreement(seen, 'a1', { day: '2026-11-20', note: 'Blijft.' }, author))
  expect(agreementsToReview(an)).toEqual([])
})

test('a new signal on a chart is proposed under one key as its run grows, until somebody explains it', () => {
  const indicator = makeIndicator('fi01', { direction: 'lower', data: 'measure' })
  const world = makeWorld('2026-11-20')
  const months = monthsFrom(2025, 22)
  months.forEach((month, index) => {
    world.give(indicator, 'fin', month, { value: (index < 12 ? 10 : 11.2) + (index % 2 ? 0.4 : -0.4) })
  })
  const an = makeDesk('an')
  const signalsOn = (today: string) =>
    proposalsOf({ ground: an, checks: [], series: [seriesOf(indicator, 'fin', world.on(today))] }).filter(
      ({ kind }) => kind === 'signal',
    )
  const [signal] = signalsOn('2026-11-20')
  expect(signal).toMatchObject({ key: 'signal/fin/fi01/2025-12', about: 'indicator:fi01', department: 'fin' })
  world.give(indicator, 'fin', '2026-11', { value: 11.5 })
  expect(signalsOn('2026-12-20').map(({ key }) => key)).toEqual([signal?.key])
  world.say('dept/fin/2026', (seen, author) =>
    explainFigure(seen, 'fi01', '2026-11', 'Nieuwe leverancier.', author),
  )
  expect(signalsOn('2026-12-20')).toEqual([])
})
