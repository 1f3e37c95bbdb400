/** The register as the pages see it: every risk with its controls and findings, worked out once for all pages. */
import { useMemo } from 'preact/hooks'
import type { Control } from '../../../shared/kinds/control'
import { findingsOf } from '../../../shared/queries/findings'
import type { WorkGround } from '../../../shared/queries/ground'
import { type RiskLine, risksOf } from '../../../shared/queries/risks'
import { useModel } from '../dashboard/context'
import { useWork } from '../work/world'

export const useRisks = (): readonly RiskLine[] => {
  const ground = useWork().ground.value
  const controls = useModel().store.controls.value
  return useMemo(() => linesOf(ground, controls), [ground, controls])
}

const linesOf = (ground: WorkGround, controls: readonly Control[]): readonly RiskLine[] =>
  risksOf(ground, controls, findingsOf(ground))
