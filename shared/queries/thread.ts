/**
 * The thread from what the council wants to what is checked every month: objectives, indicators and controls, read in
 * both directions. Plans and measures join it in thread-work.ts.
 */
import type { Control } from '../kinds/control'
import type { Indicator } from '../kinds/indicator'
import { OBJECTIVE_LEVELS, type Objective } from '../kinds/objective'

/** Everything that can be on a thread; what is gone is left out. */
export type ThreadRecords = {
  readonly objectives: readonly Objective[]
  readonly indicators: readonly Indicator[]
  readonly controls: readonly Control[]
}

/** An objective with what hangs under it. */
export type ObjectiveNode = {
  readonly objective: Objective
  readonly children: readonly ObjectiveNode[]
  readonly indicators: readonly IndicatorNode[]
}

/** An indicator with the controls that keep it in order. */
export type IndicatorNode = { readonly indicator: Indicator; readonly controls: readonly Control[] }

/** The whole plan as a tree, and what hangs nowhere. */
export type Plan = {
  readonly roots: readonly ObjectiveNode[]
  /** Indicators without an objective, or of one that is gone. */
  readonly looseIndicators: readonly IndicatorNode[]
  /** Controls that no indicator names. */
  readonly looseControls: readonly Control[]
}

/** The tree of objectives, plans and actions; one whose parent is gone is a root of its own. */
export const planOf = (records: ThreadRecords): Plan => {
  const objectives = records.objectives.filter(({ gone }) => !gone).sort(byCode)
  const indicators = records.indicators.filter(({ gone }) => !gone)
  const controls = new Map(alive(records.controls).map((control) => [control.key, control]))
  const known = new Set(objectives.map(({ key }) => key))
  const withControls = (indicator: Indicator): IndicatorNode => ({
    indicator,
    controls: indicator.controls.flatMap((key) => controls.get(key) ?? []),
  })
  const node = (objective: Objective): ObjectiveNode => ({
    objective,
    // One level at a time, so that two people who hang things apart can never make a circle.
    children: objectives
      .filter((each) => each.parent === objective.key && depth(each) > depth(objective))
      .map(node),
    indicators: indicators.filter((each) => each.objective === objective.key).map(withControls),
  })
  const isRoot = ({ parent, level }: Objective): boolean => {
    const above = objectives.find(({ key }) => key === parent)
    return above === undefined || OBJECTIVE_LEVELS.indexOf(level) <= depth(above)
  }
  const named = new Set(indicators.flatMap((each) => each.controls))
  return {
    roots: objectives.filter(isRoot).map(node),
    looseIndicators: indicators
      .filter(({ objective }) => objective === undefined || !known.has(objective))
      .map(withControls),
    looseControls: [...controls.values()].filter(({ key }) => !named.has(key)),
  }
}

/** The thread through one objective: from the top down to it, and everything under it. */
export type ObjectiveThread = { readonly above: readonly Objective[]; readonly node: ObjectiveNode }

export const threadOfObjective = (key: string, records: ThreadRecords): ObjectiveThread | undefined => {
  const search = (
    nodes: readonly ObjectiveNode[],
    above: readonly Objective[],
  ): ObjectiveThread | undefined => {
    for (const node of nodes) {
      if (node.objective.key === key) return { above, node }
      const found = search(node.children, [...above, node.objective])
      if (found) return found
    }
    return undefined
  }
  return search(planOf(records).roots, [])
}

/** The thread through one indicator: the objectives it serves, from the top, and the controls that keep it in order. */
export type IndicatorThread = {
  readonly objectives: readonly Objective[]
  readonly indicator: Indicator
  readonly controls: readonly Control[]
  /** Keys it names of which there is no record any more. */
  readonly lost: readonly string[]
}

export const threadOfIndicator = (indicator: Indicator, records: ThreadRecords): IndicatorThread => {
  const controls = alive(records.controls)
  const found = indicator.controls.flatMap((key) => controls.find((each) => each.key === key) ?? [])
  const objectives = pathTo(indicator.objective, alive(records.objectives))
  const lostObjective =
    indicator.objective !== undefined && objectives.length === 0 ? [indicator.objective] : []
  return {
    objectives,
    indicator,
    controls: found,
    lost: [...lostObjective, ...indicator.controls.filter((key) => !found.some((each) => each.key === key))],
  }
}

/** The threads that end in one control: every indicator that names it, with its objectives. */
export const threadsOfControl = (controlKey: string, records: ThreadRecords): IndicatorThread[] =>
  alive(records.indicators)
    .filter(({ controls }) => controls.includes(controlKey))
    .map((indicator) => threadOfIndicator(indicator, records))

const pathTo = (key: string | undefined, objectives: readonly Objective[]): Objective[] => {
  const own = objectives.find((each) => each.key === key)
  if (!own) return []
  const above = pathTo(
    own.parent,
    objectives.filter((each) => depth(each) < depth(own)),
  )
  return [...above, own]
}

const depth = ({ level }: Objective): number => OBJECTIVE_LEVELS.indexOf(level)

const alive = <R extends { readonly gone: boolean }>(records: readonly R[]): R[] =>
  records.filter(({ gone }) => !gone)

const byCode = (a: Objective, b: Objective): number =>
  a.code.localeCompare(b.code, 'nl', { numeric: true }) || (a.key < b.key ? -1 : 1)
