/** Addresses of the dashboard: what a link says is what one gets, and a broken link shows the overview. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  homeOf,
  hrefOf,
  LINES,
  OVERVIEW,
  PEOPLE_SECTIONS,
  parseRoute,
  type Route,
  SPANS,
} from '../../extension/views/dashboard/route'

const key = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/)
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const routes: fc.Arbitrary<Route> = fc.oneof(
  fc.record({ page: fc.constant('overview' as const), span: fc.constantFrom(...SPANS), sort: optional(key) }),
  fc.record({ page: fc.constant('late' as const), department: optional(key) }),
  fc.record({
    page: fc.constant('department' as const),
    department: key,
    year: optional(fc.integer({ min: 2000, max: 2099 })),
  }),
  fc.record({ page: fc.constant('people' as const), section: fc.constantFrom(...PEOPLE_SECTIONS) }),
  fc.record({
    sheet: fc.constant('lines' as const),
    lines: fc.constantFrom(...LINES),
    span: fc.constantFrom(...SPANS),
    department: optional(key),
    theme: optional(key),
    month: optional(fc.constantFrom('2026-01', '2026-11')),
  }),
  fc.record({
    sheet: fc.constant('check' as const),
    room: key.map((department) => `dept/${department}/2026`),
    about: key.map((control) => `check:${control}/2026-11`),
  }),
)

describe('addresses', () => {
  test('every place has an address that leads back to it', () => {
    fc.assert(
      fc.property(routes, (route) => {
        expect(parseRoute(hrefOf(route))).toEqual(route)
      }),
    )
  })

  test('any other text leads somewhere, never to an error', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(hrefOf(parseRoute(`#${text}`))).toMatch(/^#\//)
      }),
    )
    expect(parseRoute('')).toEqual(OVERVIEW)
    expect(parseRoute('#/controle/dept/bur')).toEqual(OVERVIEW)
    expect(parseRoute('#/dienst/%E0%A4%A')).toEqual(OVERVIEW)
  })

  test('a check that is opened by its address lies over its department and year', () => {
    expect(homeOf({ sheet: 'check', room: 'dept/bur/2025', about: 'check:kas/2025-11' })).toEqual({
      page: 'department',
      department: 'bur',
      year: 2025,
    })
  })
})
