import { expect, test } from 'vitest'
import { objection } from '../../shared/access'
import { parseRoom, type Room } from '../../shared/rooms'
import type { Statement } from '../../shared/statement'

const says = (about: string): Statement => ({
  v: 1,
  id: 'AAAAAAAAAAAAAAAA',
  at: 1_760_000_000_000,
  by: 'p05',
  about,
  set: { numerator: 1 },
})
const room = (name: string) => parseRoom(name) as Room

test('a measurement is welcome in the room of the year of its period', () => {
  expect(objection('p05', room('dept/bur/2026'), says('measurement:dv01/2026-11'))).toBeUndefined()
  expect(objection('p05', room('dept/bur/2026'), says('measurement:dv01/2026-W53'))).toBeUndefined()
  expect(objection('p05', room('dept/bur/2026'), says('measurement:dv09/2026'))).toBeUndefined()
})

test('a measurement of another year, or of no period at all, is refused', () => {
  expect(objection('p05', room('dept/bur/2026'), says('measurement:dv01/2025-12'))).toBe(
    'a measurement of another year',
  )
  expect(objection('p05', room('dept/bur/2026'), says('measurement:dv01'))).toBe(
    'a measurement of another year',
  )
  expect(objection('p05', room('dept/bur/2026'), says('measurement:dv01/2026-13'))).toBe(
    'a measurement of another year',
  )
})

test('measurements, charts, events, definitions and objectives each have one home', () => {
  const homes = {
    'measurement:dv01/2026-11': 'dept/bur/2026',
    'chart:dv01': 'dept/bur',
    'event:dv01/2026-03': 'dept/bur',
    'indicator:dv01': 'org',
    'objective:bd1': 'org',
  }
  for (const [about, home] of Object.entries(homes))
    for (const name of ['org', 'dept/bur', 'dept/bur/2026', 'team'])
      expect(objection('p05', room(name), says(about)) === undefined, `${about} in ${name}`).toBe(
        name === home,
      )
})
