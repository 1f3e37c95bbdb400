/** What an import needs to be saved; loaded only then. */
import { yearOfPeriod } from '../../shared/kinds/check'
import type { ImportRow } from '../../shared/measurement-import'

export { importStatements } from '../../shared/measurement-import'

/** The years in which rows would be said. */
export const yearsOfRows = (rows: readonly ImportRow[]): number[] => [
  ...new Set(
    rows.flatMap(({ standing, period }) =>
      (standing === 'new' || standing === 'correction') && period !== undefined
        ? (yearOfPeriod(period) ?? [])
        : [],
    ),
  ),
]
