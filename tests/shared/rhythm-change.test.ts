/** Another rhythm, another text: what was done stays done, and an answer stands only for the text it was given to. */
import { expect, test } from 'vitest'
import { answerCheck, confirmAnswer } from '../../shared/commands/checks'
import {
  adoptControls,
  adoptRequirements,
  changeControl,
  changeRhythm,
  keepOwnText,
  objectionToRhythm,
  type RhythmInput,
  takeOverText,
} from '../../shared/commands/controls'
import { undoStatement } from '../../shared/commands/undo'
import type { Day } from '../../shared/days'
import type { RunningFold } from '../../shared/fold'
import { type Control, control as controlKind, textHash } from '../../shared/kinds/control'
import { readRecord } from '../../shared/kinds/kind'
import { FRAMEWORKS } from '../../shared/libraries/frameworks'
import { previewRhythm } from '../../shared/queries/rhythm-change'
import { ruleOf } from '../../shared/queries/rules'
import { occurrences, yearChecks } from '../../shared/queries/schedule'
import { libraryNews, textChange } from '../../shared/queries/text'
import { makeAuthor, makeStatement, moment, recordsOf } from '../make'

const TODAY = '2026-11-21'
const WINDOW = { from: '2026-01-01', to: '2026-12-31' }

const makeOrgWith = (fields: Record<string, string> = {}): RunningFold =>
  recordsOf([
    makeStatement({
      about: 'control:c1',
      set: { title: 'De kas is geteld.', rhythm: 'monthly', departments: ['tec'], ...fields },
    }),
  ])
const controlIn = (org: RunningFold): Control => {
  const folded = org.get('control:c1')
  if (!folded) throw new Error('no control')
  return readRecord(controlKind, folded)
}
const rhythm = (org: RunningFold, input: RhythmInput, from: Day) =>
  org.insert(org.length, changeRhythm(org, 'c1', input, from, makeAuthor('p01', moment(TODAY))))
const answerIn = (records: RunningFold, period: string, at: number, text?: string) =>
  records.insert(
    records.length,
    answerCheck(
      records,
      { control: 'c1', period, outcome: 'in-order', ...(text && { text }) },
      makeAuthor('els', at),
    ),
  )
const checksIn = (org: RunningFold, records: RunningFold, today: Day = TODAY) =>
  yearChecks({ controls: [controlIn(org)], department: 'tec', year: 2026, records, today })

const FIFTH: RhythmInput = {
  rhythm: 'monthly',
  rule: ruleOf({ by: 'working-day', n: 5, months: [] }),
}

test('another day of the month moves what is to come, and leaves what was due as it was', () => {
  const org = makeOrgWith()
  rhythm(org, FIFTH, '2026-11-22')
  expect(occurrences(controlIn(org), { from: '2026-10-01', to: '2027-01-31' })).toEqual([
    { period: '2026-10', opens: '2026-10-01', due: '2026-10-14' },
    { period: '2026-11', opens: '2026-11-01', due: '2026-11-16' },
    { period: '2026-12', opens: '2026-12-01', due: '2026-12-07' },
    { period: '2027-01', opens: '2027-01-01', due: '2027-01-08' },
  ])
})

test('what stood open on the day of the change, and would have been due before it, is due on that day', () => {
  const org = makeOrgWith()
  rhythm(org, FIFTH, '2026-11-11')
  const november = occurrences(controlIn(org), WINDOW).filter(({ period }) => period === '2026-11')
  expect(november).toEqual([{ period: '2026-11', opens: '2026-11-01', due: '2026-11-11' }])
})

test('the preview says which turns are added, moved and removed, and that done ones stay', () => {
  const org = makeOrgWith()
  const options = { from: '2026-11-22', window: { from: '2026-10-01', to: '2027-12-31' } }
  const done = (period: string) => period === '2026-11' || period === '2026-12'
  const fifth = previewRhythm(controlIn(org), FIFTH, { ...options, isDone: done })
  expect(fifth.done.map(({ period }) => period)).toEqual(['2026-11', '2026-12'])
  expect(fifth.kept.map(({ period }) => period)).toEqual(['2026-10'])
  expect(fifth.moved[0]).toEqual({ period: '2027-01', from: '2027-01-15', to: '2027-01-08' })
  expect(fifth.moved).toHaveLength(12)
  expect([...fifth.added, ...fifth.removed]).toEqual([])

  const quarterly = previewRhythm(controlIn(org), { rhythm: 'quarterly' }, { ...options, isDone: done })
  expect(quarterly.added.map(({ period }) => period)).toEqual(['2026-Q4', '2027-Q1', '2027-Q2', '2027-Q3'])
  expect(quarterly.removed.map(({ period }) => period)).toHaveLength(12)
  expect(quarterly.removed.map(({ period }) => period)).not.toContain('2026-12')
})

test('what the preview shows is what becomes of it', () => {
  const org = makeOrgWith()
  const window = { from: '2026-10-01', to: '2027-12-31' }
  const before = occurrences(controlIn(org), window)
  const shown = previewRhythm(controlIn(org), FIFTH, { from: '2026-11-22', window, isDone: () => false })
  rhythm(org, FIFTH, '2026-11-22')
  const after = occurrences(controlIn(org), window)
  expect(after).toHaveLength(before.length + shown.added.length - shown.removed.length)
  for (const { period, to } of shown.moved) expect(after.find((each) => each.period === period)?.due).toBe(to)
})

test('a run that was done keeps its day and its timeliness, also one done early whose turn is no more', () => {
  const org = makeOrgWith()
  const records = recordsOf([])
  answerIn(records, '2026-10', moment('2026-10-13'))
  answerIn(records, '2026-12', moment('2026-11-20'))
  rhythm(org, { rhythm: 'quarterly' }, '2026-11-22')
  const checks = checksIn(org, records)
  expect(checks.find(({ period }) => period === '2026-10')).toMatchObject({ due: '2026-10-14', onTime: true })
  expect(checks.find(({ period }) => period === '2026-12')).toMatchObject({
    due: '2026-12-14',
    state: 'done',
    onTime: true,
  })
  expect(checks.filter(({ period }) => period.includes('Q')).map(({ period }) => period)).toEqual(['2026-Q4'])
})

test('a rhythm that was changed twice, or for an earlier day, leaves one calendar without doubles', () => {
  const org = makeOrgWith()
  rhythm(org, { rhythm: 'quarterly' }, '2026-06-01')
  rhythm(org, FIFTH, '2026-11-22')
  rhythm(org, { rhythm: 'half-yearly' }, '2026-09-01')
  const names = occurrences(controlIn(org), WINDOW).map(({ period }) => period)
  expect(names).toEqual(['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-Q2', '2026-H2'])
})

test('a rhythm that changes nothing is said so, and undoing a change brings the old calendar back', () => {
  const org = makeOrgWith()
  expect(objectionToRhythm(org, 'c1', { rhythm: 'monthly' }, TODAY)).toBe('nothing-changed')
  const before = occurrences(controlIn(org), WINDOW)
  const [said] = changeRhythm(org, 'c1', FIFTH, TODAY, makeAuthor('p01'))
  org.insert(1, said ? [said] : [])
  expect(occurrences(controlIn(org), WINDOW)).not.toEqual(before)
  org.insert(2, undoStatement(org.get('control:c1'), said?.id ?? '', makeAuthor('p01')))
  expect(occurrences(controlIn(org), WINDOW)).toEqual(before)
})

// Texts

const reword = (org: RunningFold, title: string, day: Day) =>
  org.insert(org.length, changeControl(org, 'c1', { title }, makeAuthor('p01', moment(day))))

test('an answer to a text that changed before the day was over stands open until somebody confirms it', () => {
  const org = makeOrgWith()
  const records = recordsOf([])
  const old = textHash(controlIn(org))
  answerIn(records, '2026-10', moment('2026-10-13'), old)
  answerIn(records, '2026-11', moment('2026-11-10'), old)
  reword(org, 'De kas is door twee mensen geteld.', '2026-11-12')
  const [october, november] = ['2026-10', '2026-11'].map((name) =>
    checksIn(org, records).find(({ period }) => period === name),
  )
  expect(october).toMatchObject({ state: 'done', outcome: 'in-order' })
  expect(november).toMatchObject({ state: 'late', former: { outcome: 'in-order', by: 'els', text: old } })
  expect(november).not.toHaveProperty('outcome')
  const text = textHash(controlIn(org))
  records.insert(2, confirmAnswer(records, { control: 'c1', period: '2026-11', text }, makeAuthor('els')))
  expect(checksIn(org, records).find(({ period }) => period === '2026-11')).toMatchObject({
    state: 'done',
    outcome: 'in-order',
    onTime: true,
  })
})

test('the difference between the text that was answered and the one of now is shown word by word', () => {
  const org = makeOrgWith()
  const old = textHash(controlIn(org))
  reword(org, 'De kas is door twee mensen geteld.', '2026-11-12')
  const change = textChange(org.get('control:c1'), old)
  expect(change?.before.title).toBe('De kas is geteld.')
  expect(change?.title.filter(({ is }) => is === 'added').map(({ text }) => text.trim())).toEqual([
    'door twee mensen',
  ])
  expect(change?.title.some(({ is }) => is === 'removed')).toBe(false)
  expect(textChange(org.get('control:c1'), textHash(controlIn(org)))).toBeUndefined()
})

test('a text put back makes the answer stand again, and what is not text leaves it alone', () => {
  const org = makeOrgWith()
  const records = recordsOf([])
  answerIn(records, '2026-11', moment('2026-11-10'), textHash(controlIn(org)))
  org.insert(org.length, changeControl(org, 'c1', { evidence: 'Foto' }, makeAuthor('p01')))
  expect(controlIn(org).textSince).toBeUndefined()
  reword(org, 'Iets anders.', '2026-11-12')
  reword(org, 'De kas is geteld.', '2026-11-13')
  expect(checksIn(org, records).find(({ period }) => period === '2026-11')).toMatchObject({ state: 'done' })
})

test('an answer of before texts were kept stands as it stood', () => {
  const org = makeOrgWith()
  const records = recordsOf([])
  answerIn(records, '2026-11', moment('2026-11-10'))
  reword(org, 'De kas is door twee mensen geteld.', '2026-11-12')
  expect(checksIn(org, records).find(({ period }) => period === '2026-11')).toMatchObject({ state: 'done' })
})

test('the library tells what it says anew of what was adopted, once, and one takes it over or keeps one’s own', () => {
  const org = recordsOf([])
  const first = [{ key: 'c1', title: 'De kas is geteld.', theme: 'financieel' }]
  const adopt = () =>
    adoptControls(org, first, { since: '2026-01-01', departmentsOf: () => ['tec'] }, makeAuthor('p01'))
  org.insert(0, adopt())
  expect(adopt()).toEqual([])
  expect(libraryNews([controlIn(org)], first)).toEqual([])
  const next = { key: 'c1', title: 'De kas is door twee mensen geteld.' }
  expect(libraryNews([controlIn(org)], [next])).toMatchObject([{ reworded: false, library: next }])
  const kept = recordsOf([...(org.get('control:c1')?.statements ?? [])])
  kept.insert(kept.length, keepOwnText(kept, 'c1', next, makeAuthor('p01')))
  expect(libraryNews([controlIn(kept)], [next])).toEqual([])
  expect(controlIn(kept).title).toBe('De kas is geteld.')
  org.insert(org.length, takeOverText(org, 'c1', next, makeAuthor('p01', moment(TODAY))))
  expect(controlIn(org)).toMatchObject({ title: next.title, textSince: TODAY })
  expect(libraryNews([controlIn(org)], [next])).toEqual([])
})

test('a framework is adopted once, and what was reworded stays so', () => {
  const [, caf] = FRAMEWORKS
  if (!caf) throw new Error('no CAF')
  expect(caf.items.filter(({ parent }) => parent !== undefined)).toHaveLength(28)
  const org = recordsOf([])
  org.insert(0, adoptRequirements(org, caf, makeAuthor('p01')))
  expect(org.length).toBe(37)
  expect(adoptRequirements(org, caf, makeAuthor('p01'))).toEqual([])
})
