/**
/**
 * Findings, risks, plans and measures on the thread: what is the matter with an objective, an indicator or what a control
 * checks, why that control is there, and what is being done about it. They hang on it by what is said of them: a finding by
 * its control, a risk by the controls that cover it, a plan by its links and a measure by what it was born from.
 */
import type { Control } from '../kinds/control'
import { finding } from '../kinds/finding'
import { readRecord } from '../kinds/kind'
import { type Point, point } from '../kinds/point'
import { kindOf } from '../statement'
import { type FindingLine, findingsOf } from './findings'
import { foldedOf, type WorkGround, workRooms } from './ground'
import { type MeasureLine, measuresOf } from './measures'
import { type PlanLine, plansOf } from './plans'
import { type RiskLine, risksOf } from './risks'

/**
 * What hangs on one place of the thread: plans without those of its findings and measures without those of its findings and
 * plans, which stand there.
 */
export type ThreadWork = {
  readonly findings: readonly FindingLine[]
  readonly plans: readonly PlanLine[]
  readonly measures: readonly MeasureLine[]
  /** Those that are not closed. */
  readonly risks: readonly RiskLine[]
}

/**
 * Reads all work once, and gives what hangs on an objective, an indicator, a control or a risk.
 * @param controls of the library, which say what risks they cover
 * @returns by subject: "objective:bd1", "indicator:dv03", "control:c017", "risk:k2f7"
 */
export const threadWork = (
  ground: WorkGround,
  controls: readonly Control[] = [],
): ((about: string) => ThreadWork) => {
  const above: Above = { points: pointsBy(ground), findings: controlsOfFindings(ground) }
  const findings = groupBy(findingsOf(ground), ({ control }) => (control ? [`control:${control}`] : []))
  const plans = groupBy(plansOf(ground), (line) => placesOfPlan(line, above))
  const measures = groupBy(measuresOf(ground), (line) => placesOfMeasure(line, above))
  const open = risksOf(ground, controls).filter(({ state }) => state === 'open')
  const risks = groupBy(open, (line) => line.controls.map(({ key }) => `control:${key}`))
  return (about) => {
    const found = findings.get(about) ?? []
    const born = new Set(found.flatMap((each) => [...each.plans, ...each.measures].map((one) => one.about)))
    const own = (plans.get(about) ?? []).filter((each) => !born.has(each.about))
    const shown = new Set(own.map((each) => each.about))
    return {
      findings: found,
      plans: own,
      measures: (measures.get(about) ?? []).filter(
        (each) => !born.has(each.about) && !(each.plan && shown.has(each.plan)),
      ),
      risks: risks.get(about) ?? [],
    }
  }
}

/** What itself hangs on the thread, by subject: points of the agenda, and the controls of findings. */
export type Above = {
  readonly points: ReadonlyMap<string, Pick<Point, 'origin' | 'links'>>
  readonly findings: ReadonlyMap<string, string>
}
const NOTHING: Above = { points: new Map(), findings: new Map() }

/** The same thread upwards: the places on which a plan hangs, in the order of its links. */
export const placesOfPlan = ({ links }: Pick<PlanLine, 'links'>, above = NOTHING): string[] =>
  unique(links.flatMap((about) => placeOf(above.findings.get(about) ?? about)))

/** Where a measure was born. One that the management team decided on hangs where the point of the agenda hangs. */
export const placesOfMeasure = ({ origin }: Pick<MeasureLine, 'origin'>, above = NOTHING): string[] => {
  if (origin === undefined) return []
  const point = above.points.get(origin)
  const subjects = point ? [point.origin ?? '', ...point.links] : [origin]
  return unique(subjects.flatMap((about) => placeOf(above.findings.get(about) ?? about)))
}

/** The place on the thread to which a subject belongs: a check to its control, a figure to its indicator. */
const placeOf = (about: string): string[] => {
  const kind = PLACES.get(kindOf(about))
  const key = /^[^:]+:([^/]+)/.exec(about)?.[1]
  return kind && key ? [`${kind}:${key}`] : []
}

const PLACES: ReadonlyMap<string, string> = new Map([
  ['objective', 'objective'],
  ['indicator', 'indicator'],
  ['measurement', 'indicator'],
  ['chart', 'indicator'],
  ['event', 'indicator'],
  ['control', 'control'],
  ['check', 'control'],
  ['risk', 'risk'],
])

const pointsBy = (ground: WorkGround): ReadonlyMap<string, Point> =>
  new Map(
    workRooms(ground)
      .flatMap(({ records }) => foldedOf(records, point.name))
      .map((folded) => readRecord(point, folded))
      .filter(({ gone }) => !gone)
      .map((each) => [each.about, each]),
  )

// Also those that were removed: what was born of them still hangs there.
const controlsOfFindings = (ground: WorkGround): ReadonlyMap<string, string> =>
  new Map(
    workRooms(ground)
      .flatMap(({ records }) => foldedOf(records, finding.name))
      .flatMap((folded) => {
        const { about, control } = readRecord(finding, folded)
        return control ? [[about, `control:${control}`] as const] : []
      }),
  )

const groupBy = <L>(
  lines: readonly L[],
  placesOf: (line: L) => readonly string[],
): ReadonlyMap<string, L[]> => {
  const groups = new Map<string, L[]>()
  for (const line of lines)
    for (const place of placesOf(line)) {
      const group = groups.get(place)
      if (group) group.push(line)
      else groups.set(place, [line])
    }
  return groups
}

const unique = (places: readonly string[]): string[] => [...new Set(places)]
