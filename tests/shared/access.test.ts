import { expect, test } from 'vitest'
import {
  grantsOf,
  isClosed,
  mayEnter,
  mayWrite,
  objection,
  refusalAtDoor,
  roomExists,
} from '../../shared/access'
import { closeYear, reopenYear } from '../../shared/commands/organisation'
import type { Grant } from '../../shared/kinds/member'
import { parseRoom, type Room } from '../../shared/rooms'
import { grant, makeAuthor, makeOrg, makeStatement, moment, recordsOf } from '../make'

const NOW = moment('2026-11-16', 9)

const PEOPLE: Readonly<Record<string, readonly Grant[]>> = {
  director: [grant('director')],
  coordinator: [grant('coordinator')],
  team: [grant('team')],
  manager: [grant('manager', ['tec'])],
  contributor: [grant('contributor', ['tec'])],
  complaints: [grant('complaints')],
  auditor: [grant('auditor', [], '2026-12-31')],
  reader: [grant('reader', ['tec'])],
  newcomer: [],
}
const org = makeOrg(PEOPLE)
const SCORERS = ['manager', 'contributor', 'coordinator']
const makeRound = (state: string) =>
  makeStatement({ by: 'coordinator', about: 'round:r2', set: { title: 'x', state, members: SCORERS } })
org.insert(org.length, [makeRound('scoring')])
const room = (name: string): Room => parseRoom(name) as Room

// Design section 3. w: enters and writes; r: only enters; -: neither.
const TABLE = `
                        director coordinator team manager contributor complaints auditor reader newcomer stranger
org                     w        w           r    r       r           r          r       r      r        -
team                    w        w           w    -       -           -          r       -      -        -
complaints              w        r           -    -       -           w          r       -      -        -
complaints/k2f7         w        -           -    -       -           w          -       -      -        -
dept/tec                w        w           r    w       w           -          r       r      -        -
dept/tec/2026           w        w           r    w       w           -          r       r      -        -
dept/bur                w        w           r    -       -           -          r       -      -        -
dept/bur/2026           w        w           r    -       -           -          r       -      -        -
text/dept/tec/plan.k2   w        w           r    w       w           -          r       r      -        -
text/team/minutes.k2    w        w           w    -       -           -          r       -      -        -
round/r2/manager        -        -           -    w       -           -          -       -      -        -
`
const [head = '', ...lines] = TABLE.trim().split('\n')
const names = head.trim().split(/\s+/)
const cases = lines.flatMap((line) => {
  const [place = '', ...rights] = line.trim().split(/\s+/)
  return names.map((name, index): [string, string, string] => [name, place, rights[index] as string])
})

test.each(cases)('the %s in %s: %s', (name, place, right) => {
  const entered = mayEnter(org, name, room(place), NOW)
  const wrote = mayWrite(org, name, room(place), NOW)
  expect(entered ? (wrote ? 'w' : 'r') : wrote ? 'writes without entering' : '-').toBe(right)
})

test.each([
  ['preparing', 'r - - - - -'],
  ['scoring', 'w - - - - -'],
  ['consensus', 'r r r r - -'],
  ['validated', 'r r r r r -'],
])(
  'while a round is %s, scores are read by their author, the group, who leads, the auditor: %s',
  (state, rights) => {
    const now = makeOrg(PEOPLE)
    now.insert(now.length, [makeRound(state)])
    const place = room('round/r2/manager')
    const right = (name: string): string =>
      mayWrite(now, name, place, NOW) ? 'w' : mayEnter(now, name, place, NOW) ? 'r' : '-'
    const people = ['manager', 'contributor', 'coordinator', 'director', 'auditor', 'team']
    expect(people.map(right).join(' ')).toBe(rights)
  },
)

test('scoring that one device closed and another opened is blind for everyone, and nobody scores', () => {
  const now = makeOrg(PEOPLE)
  now.insert(now.length, [makeRound('consensus'), makeRound('scoring')])
  const place = room('round/r2/manager')
  expect(mayEnter(now, 'contributor', place, NOW)).toBe(false)
  expect(mayWrite(now, 'manager', place, NOW)).toBe(false)
})

test('who is not in the group has no room for scores, and there is none of a round that is gone', () => {
  expect(roomExists(org, room('round/r2/team'))).toBe(false)
  expect(roomExists(org, room('round/r3/manager'))).toBe(false)
  expect(refusalAtDoor(org, 'director', room('round/r2/manager'), NOW)).toBe('not-for-you')
})

test('nobody opens scoring again after he saw it closed', () => {
  const closing = makeRound('consensus')
  const said = () => [closing]
  const again = (over: string[]) =>
    makeStatement({ by: 'coordinator', about: 'round:r2', set: { state: 'scoring' }, over: { state: over } })
  expect(objection('coordinator', room('org'), again([closing.id]), said)).toBeDefined()
  expect(objection('coordinator', room('org'), again([makeRound('preparing').id]), said)).toBeUndefined()
})

test('who stands in for somebody has his work of departments in those days, and nothing else of his', () => {
  const people = {
    ...PEOPLE,
    head: [grant('manager', ['bur']), grant('director')],
    deputy: [grant('contributor', ['tec'])],
  }
  const now = makeOrg(people)
  const standIns = [{ for: 'head', from: '2026-11-16', until: '2026-11-20' }]
  now.insert(now.length, [makeStatement({ by: 'director', about: 'member:deputy', set: { standIns } })])
  const at = (day: string) => mayWrite(now, 'deputy', room('dept/bur/2026'), moment(day))
  expect(['2026-11-15', '2026-11-16', '2026-11-20', '2026-11-21'].map(at)).toEqual([false, true, true, false])
  expect(mayWrite(now, 'deputy', room('org'), NOW)).toBe(false)
  expect(grantsOf(now, 'deputy', NOW)?.find(({ role }) => role === 'manager')).toMatchObject({ for: 'head' })
})

test('a role holds on its last day, and not on the day after', () => {
  expect(mayEnter(org, 'auditor', room('team'), moment('2026-12-31', 23.9))).toBe(true)
  expect(mayEnter(org, 'auditor', room('team'), moment('2027-01-01', 0))).toBe(false)
})

test('whose roles have all ended is nobody, also in org', () => {
  expect(grantsOf(org, 'auditor', moment('2027-01-01'))).toBeUndefined()
  expect(mayEnter(org, 'auditor', room('org'), moment('2027-01-01'))).toBe(false)
})

test('a member who was removed is nobody', () => {
  const left = recordsOf([
    makeStatement({
      about: 'member:jan',
      set: { roles: [{ role: 'director', departments: [] }], gone: true },
    }),
  ])
  expect(mayEnter(left, 'jan', room('org'), NOW)).toBe(false)
})

test('a role that a newer version gave is not taken for one this version knows', () => {
  const odd = recordsOf([
    makeStatement({
      about: 'member:jan',
      set: { roles: [{ role: 'emperor', departments: ['tec'] }, 'director', null] },
    }),
  ])
  expect(grantsOf(odd, 'jan', NOW)).toEqual([])
  expect(mayWrite(odd, 'jan', room('dept/tec'), NOW)).toBe(false)
})

test('a closed year is written by nobody, read by the same people, and can be opened again', () => {
  const closing = closeYear(org, 'tec', 2026, 'ab12', makeAuthor('director', NOW))
  const people = [...org.all()].flatMap(({ statements }) => statements)
  const closed = recordsOf([...people, ...closing])
  expect(isClosed(closed, 'tec', 2026)).toBe(true)
  for (const name of Object.keys(PEOPLE)) {
    expect(mayWrite(closed, name, room('dept/tec/2026'), NOW), name).toBe(false)
    expect(mayEnter(closed, name, room('dept/tec/2026'), NOW)).toBe(
      mayEnter(org, name, room('dept/tec/2026'), NOW),
    )
  }
  expect(mayWrite(closed, 'manager', room('dept/tec/2025'), NOW)).toBe(true)
  expect(mayWrite(closed, 'manager', room('dept/tec'), NOW)).toBe(true)
  const opened = recordsOf([
    ...people,
    ...closing,
    ...reopenYear(closed, 'tec', 2026, makeAuthor('director', NOW)),
  ])
  expect(mayWrite(opened, 'manager', room('dept/tec/2026'), NOW)).toBe(true)
})

test('rooms of departments exist as long as the department does', () => {
  expect(roomExists(org, room('dept/tec/2031'))).toBe(true)
  expect(roomExists(org, room('text/dept/tec/plan.k2'))).toBe(true)
  expect(roomExists(org, room('dept/xyz'))).toBe(false)
  expect(roomExists(org, room('text/dept/xyz/plan.k2'))).toBe(false)
  const without = recordsOf([makeStatement({ about: 'department:tec', set: { name: 'x', gone: true } })])
  expect(roomExists(without, room('dept/tec'))).toBe(false)
})

test.each([
  ['manager', 'dept/tec/2026', undefined],
  ['manager', 'dept/bur/2026', 'not-for-you'],
  ['manager', 'dept/xyz/2026', 'no-such-room'],
  ['manager', 'no room', 'no-such-room'],
  ['manager', 'complaints/k2f7', 'not-for-you'],
  ['director', 'complaints/k2f7', 'no-such-room'],
  ['manager', 'round/r2/director', 'not-for-you'],
  ['stranger', 'org', 'not-for-you'],
] as const)('at the door, %s for %s hears %s', (name, place, problem) => {
  expect(refusalAtDoor(org, name, parseRoom(place), NOW)).toBe(problem)
})

test.each<[string, string, string, boolean]>([
  ['a check in its year', 'dept/tec/2026', 'check:c065/2026-11', true],
  ['the last quarter in its own year', 'dept/tec/2026', 'check:c034/2026-Q4', true],
  ['a check of another year', 'dept/tec/2026', 'check:c065/2025-11', false],
  ['a check without a period', 'dept/tec/2026', 'check:c065', false],
  ['a check of an impossible month', 'dept/tec/2026', 'check:c065/2026-13', false],
  ['a check in what lasts', 'dept/tec', 'check:c065/2026-11', false],
  ['a check in org', 'org', 'check:c065/2026-11', false],
  ['a member outside org', 'dept/tec/2026', 'member:jan', false],
  ['a kind of a newer version', 'dept/tec/2026', 'photo:k2f7', true],
])('%s is accepted where it belongs only', (_, place, about, fine) => {
  expect(objection('els', room(place), makeStatement({ about })) === undefined).toBe(fine)
})

test("nobody speaks in another's name", () => {
  expect(objection('jan', room('dept/tec/2026'), makeStatement({ by: 'els' }))).toBeDefined()
})
