/** The register as it is listed: filtered by what the address says. Pure. */
import type { RiskLine, RiskScore } from '../../../shared/queries/risks'
import type { RiskSide, RisksRoute } from './route'

/** What concerns the whole organisation, as the filter by department says it. */
export const WHOLE = 'geheel'

export const isInPlace =
  (department: string | undefined) =>
  (line: Pick<RiskLine, 'department'>): boolean =>
    department === undefined || (line.department ?? WHOLE) === department

/** The score with which a risk stands on the matrix: as long as it was not rated with controls, that without. */
export const scoreAt = (line: RiskLine, side: RiskSide): RiskScore | undefined =>
  side === 'inherent' ? line.inherentScore : (line.residualScore ?? line.inherentScore)

/** Everything but the cell and the band: what the matrix is drawn of. */
export const risksOnMap = (lines: readonly RiskLine[], page: RisksRoute): RiskLine[] => {
  const words = page.search.trim().toLowerCase()
  return lines.filter(
    (line) =>
      isShown(line, page.show) &&
      isInPlace(page.department)(line) &&
      (page.theme === undefined || line.theme === page.theme) &&
      (page.owner === undefined || line.owner === page.owner) &&
      [line.title, line.cause, line.consequence].some((text) => text.toLowerCase().includes(words)),
  )
}

/** Those of the cell and the band that were chosen. */
export const risksInCell = (lines: readonly RiskLine[], { cell, band, side }: RisksRoute): RiskLine[] =>
  lines.filter((line) => {
    const score = scoreAt(line, side)
    if (band !== undefined && score?.band.key !== band) return false
    return cell === undefined || (score?.likelihood === cell.likelihood && score.impact === cell.impact)
  })

/** Numbers for the sentence above the list. */
export const summaryOfRisks = (
  lines: readonly RiskLine[],
): { readonly open: number; readonly grave: number; readonly over: number } => {
  const open = lines.filter(({ state }) => state === 'open')
  const bandOf = (line: RiskLine): string | undefined => scoreAt(line, 'residual')?.band.key
  return {
    open: open.length,
    grave: open.filter((line) => ['high', 'critical'].includes(bandOf(line) ?? '')).length,
    over: open.filter(({ accepted }) => accepted === 'over').length,
  }
}

const isShown = (line: RiskLine, show: RisksRoute['show']): boolean => {
  const isOpen = line.state === 'open'
  switch (show) {
    case 'all':
      return true
    case 'closed':
      return !isOpen
    case 'open':
      return isOpen
    case 'over':
      return isOpen && line.accepted === 'over'
    case 'uncontrolled':
      return isOpen && line.controls.length === 0
    case 'unrated':
      return isOpen && line.inherentScore === undefined
  }
}
