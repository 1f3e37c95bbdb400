/**
 * Plans and measures on the thread: what is being done about an objective, an indicator or what a control checks. They
 * hang on it by what they say themselves, a plan by its links and a measure by what it was born from.
 */
import { readRecord } from '../kinds/kind'
import { type Point, point } from '../kinds/point'
import { kindOf } from '../statement'
import { foldedOf, type MeasureLine, measuresOf, type WorkGround, workRooms } from './measures'
import { type PlanLine, plansOf } from './plans'

/** What hangs on one place of the thread; measures without those of its plans, which stand there. */
export type ThreadWork = { readonly plans: readonly PlanLine[]; readonly measures: readonly MeasureLine[] }

/**
 * Reads all work once, and gives what hangs on an objective, an indicator or a control.
 * @returns by subject: "objective:bd1", "indicator:dv03", "control:c017"
 */
export const threadWork = (ground: WorkGround): ((about: string) => ThreadWork) => {
  const points = pointsBy(ground)
  const plans = groupBy(plansOf(ground), placesOfPlan)
  const measures = groupBy(measuresOf(ground), (line) => placesOfMeasure(line, points))
  return (about) => {
    const own = plans.get(about) ?? []
    const shown = new Set(own.map((each) => each.about))
    return {
      plans: own,
      measures: (measures.get(about) ?? []).filter(({ plan }) => !plan || !shown.has(plan)),
    }
  }
}

/** The same thread upwards: the places on which a plan hangs, in the order of its links. */
export const placesOfPlan = ({ links }: Pick<PlanLine, 'links'>): string[] => unique(links.flatMap(placeOf))

/**
 * Where a measure was born. One that the management team decided on hangs where the point of the agenda hangs.
 * @param points by subject, those that are not gone
 */
export const placesOfMeasure = (
  { origin }: Pick<MeasureLine, 'origin'>,
  points: ReadonlyMap<string, Pick<Point, 'origin' | 'links'>>,
): string[] => {
  if (origin === undefined) return []
  const found = points.get(origin)
  return found ? unique([found.origin ?? '', ...found.links].flatMap(placeOf)) : placeOf(origin)
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
])

const pointsBy = (ground: WorkGround): ReadonlyMap<string, Point> =>
  new Map(
    workRooms(ground)
      .flatMap(({ records }) => foldedOf(records, point.name))
      .map((folded) => readRecord(point, folded))
      .filter(({ gone }) => !gone)
      .map((each) => [each.about, each]),
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
