import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isProse, parseRoom, type Room, textRoomName, yearRoom } from '../../shared/rooms'

test.each<[string, Room]>([
  ['org', { kind: 'org' }],
  ['team', { kind: 'team' }],
  ['complaints', { kind: 'complaints' }],
  ['complaints/k2f7', { kind: 'complaint', complaint: 'k2f7' }],
  ['dept/tec', { kind: 'dept', department: 'tec' }],
  ['dept/tec/2026', { kind: 'year', department: 'tec', year: 2026 }],
  ['dept/2026', { kind: 'dept', department: '2026' }],
  ['round/r2/els.goossens', { kind: 'round', round: 'r2', member: 'els.goossens' }],
  ['text/team/minutes.k2f7', { kind: 'text', room: { kind: 'team' }, about: 'minutes:k2f7' }],
  ['text/dept/tec/plan.k2', { kind: 'text', room: { kind: 'dept', department: 'tec' }, about: 'plan:k2' }],
])('%s is a room', (name, room) => {
  expect(parseRoom(name)).toEqual(room)
})

test.each([
  '',
  '/',
  'org/',
  '/org',
  'org/x',
  'team/x',
  'ORG',
  'dept',
  'dept/',
  'dept//2026',
  'dept/Tec',
  'dept/tec/26',
  'dept/tec/1999',
  'dept/tec/2026/x',
  'dept/../org',
  'dept/.',
  'dept/%2e%2e',
  'dept/tec\u0000',
  'dept/téc',
  'round/r2',
  'round/r2/els/x',
  'complaints/a/b',
  'text',
  'text/team',
  'text/minutes.k2',
  'text/team/minutes',
  'text/text/team/a.b',
  'text/team/Minutes.k2',
  'other',
  'C:\\org',
  `dept/${'a'.repeat(65)}`,
])('%j is no room', (name) => {
  expect(parseRoom(name)).toBeUndefined()
})

test('any name can be read without throwing', () => {
  fc.assert(fc.property(fc.string(), (name) => void parseRoom(name)))
})

test('names that are made are read back', () => {
  expect(parseRoom(yearRoom('tec', 2026))).toEqual({ kind: 'year', department: 'tec', year: 2026 })
  expect(parseRoom(textRoomName('dept/tec', 'plan:k2f7'))).toMatchObject({ kind: 'text', about: 'plan:k2f7' })
})

test('only a text is prose', () => {
  expect(
    ['org', 'dept/tec/2026', 'text/team/minutes.k2'].map((name) => isProse(parseRoom(name) as Room)),
  ).toEqual([false, false, true])
})
