/** How far one is: of what runs now or is overdue, what has been answered. */
import { expect, test } from 'vitest'
import { answerCheck } from '../../shared/commands/checks'
import type { Seen } from '../../shared/commands/say'
import { progressOf } from '../../shared/queries/progress'
import { yearChecks } from '../../shared/queries/schedule'
import type { Statement } from '../../shared/statement'
import { makeAuthor, makeControl, moment, recordsOf } from '../make'

const TODAY = '2026-11-18'
const control = makeControl({ key: 'kas', rhythm: 'monthly', since: '2026-10-01' })
const NOTHING: Seen = { get: () => undefined }

const progress = (statements: readonly Statement[]) =>
  progressOf(
    yearChecks({
      controls: [control],
      department: 'tec',
      year: 2026,
      records: recordsOf(statements),
      today: TODAY,
    }),
    TODAY,
  )
const october = (outcome: 'in-order' | 'partly', by: string, day: string, seen = NOTHING): Statement[] =>
  answerCheck(seen, { control: 'kas', period: '2026-10', outcome }, makeAuthor(by, moment(day)))

test('a late check that is answered today counts as done', () => {
  expect(progress([])).toEqual({ done: 0, total: 2 })
  expect(progress(october('in-order', 'els', TODAY))).toEqual({ done: 1, total: 2 })
})

test('answers that contradict each other are still to be done, and settling them moves the count', () => {
  const apart = [...october('in-order', 'els', '2026-10-05'), ...october('partly', 'jan', '2026-10-06')]
  expect(progress(apart)).toEqual({ done: 0, total: 2 })
  const settled = (day: string) => [...apart, ...october('partly', 'els', day, recordsOf(apart))]
  expect(progress(settled(TODAY))).toEqual({ done: 1, total: 2 })
  expect(progress(settled('2026-11-17'))).toEqual({ done: 0, total: 1 })
})
