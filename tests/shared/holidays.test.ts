/** Keeps the checked-in table of public holidays equal to date-holidays. `UPDATE=1 npx vitest run holidays` writes it anew. */
import { writeFileSync } from 'node:fs'
import Holidays from 'date-holidays'
import { expect, test } from 'vitest'
import { HOLIDAYS } from '../../shared/libraries/holidays-be'

const FIRST = 2015
const LAST = 2060
const TABLE = new URL('../../shared/libraries/holidays-be.ts', import.meta.url)

const publicHolidays = (year: number): string[] =>
  new Holidays('BE')
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date }) => date.slice(0, 10))
    .sort()

const computed = new Map(
  Array.from({ length: LAST - FIRST + 1 }, (_, index) => [FIRST + index, publicHolidays(FIRST + index)]),
)

const source = (): string => {
  const lines = [...computed].map(
    ([year, days]) => `  [${year}, '${days.map((day) => day.slice(5)).join(' ')}'],`,
  )
  return `/**
 * The public holidays of Belgium, ${FIRST}-${LAST}; outside those years none is known. Generated from date-holidays by
 * tests/shared/holidays.test.ts, which also keeps it true.
 */
const DAYS: readonly (readonly [number, string])[] = [
${lines.join('\n')}
]

/** Every public holiday, as "2026-05-14". */
export const HOLIDAYS: ReadonlySet<string> = new Set(
  DAYS.flatMap(([year, days]) => days.split(' ').map((day) => \`\${year}-\${day}\`)),
)
`
}

if (process.env.UPDATE) writeFileSync(TABLE, source())

test('the table of public holidays is what date-holidays computes', () => {
  expect([...HOLIDAYS]).toEqual([...computed.values()].flat())
})

test('every year has the ten public holidays of Belgium', () => {
  for (const [year, days] of computed) expect(days, String(year)).toHaveLength(10)
})

test('the public holidays of 2026 are those of the official calendar', () => {
  expect([...HOLIDAYS].filter((day) => day.startsWith('2026'))).toEqual([
    '2026-01-01', // Nieuwjaar
    '2026-04-06', // Paasmaandag
    '2026-05-01', // Dag van de Arbeid
    '2026-05-14', // Onze-Lieve-Heer-Hemelvaart
    '2026-05-25', // Pinkstermaandag
    '2026-07-21', // Nationale feestdag
    '2026-08-15', // Onze-Lieve-Vrouw-Hemelvaart
    '2026-11-01', // Allerheiligen
    '2026-11-11', // Wapenstilstand
    '2026-12-25', // Kerstmis
  ])
})
