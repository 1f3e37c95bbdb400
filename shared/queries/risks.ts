/** The risk register: what each risk scores, where it stands on the matrix, and which controls hold it. */
import type { Day } from '../days'
import type { Folded } from '../fold'
import type { Control } from '../kinds/control'
import { readRecord } from '../kinds/kind'
import { IMPACTS, type Impact, type Rating, type Risk, risk as riskKind } from '../kinds/risk'
import { BANDS, type Band } from '../libraries/risk-matrix'
import type { FindingLine } from './findings'
import { foldedOf, type WorkGround, workRooms } from './ground'
import type { Check } from './schedule'

/** Likelihood and impact always go together: 1 by 5 and 5 by 1 score alike and are not. */
export type RiskScore = {
  readonly likelihood: number
  readonly impact: number
  readonly score: number
  readonly band: Band
  /** What it hurts most. */
  readonly worst: readonly Impact[]
}

export type RiskLine = Risk & {
  readonly room: string
  readonly folded: Folded
  readonly inherentScore: RiskScore | undefined
  readonly residualScore: RiskScore | undefined
  /** Two who rated apart left more after control than before it. */
  readonly isAbove: boolean
  readonly controls: readonly Control[]
  readonly findings: readonly FindingLine[]
  readonly accepted: 'no' | 'yes' | 'over'
}

export const bandOf = (score: number): Band =>
  BANDS.find(({ min, max }) => score >= min && score <= max) ?? (BANDS.at(-1) as Band)

/** The gravest impact counts. */
export const scoreOf = (rating: Rating | undefined): RiskScore | undefined => {
  if (!rating) return undefined
  const { likelihood, impacts } = rating
  const impact = Math.max(...IMPACTS.map((each) => impacts[each] ?? 0))
  const score = likelihood * impact
  return {
    likelihood,
    impact,
    score,
    band: bandOf(score),
    worst: IMPACTS.filter((each) => impacts[each] === impact),
  }
}

/** All risks that are not gone: open ones first, what scores highest after control first. */
export const risksOf = (
  ground: WorkGround,
  controls: readonly Control[],
  findings: readonly FindingLine[] = [],
): RiskLine[] =>
  workRooms(ground)
    .flatMap(({ room, records }) =>
      foldedOf(records, 'risk').map((folded) =>
        lineOf(folded, room, { controls, findings, today: ground.today }),
      ),
    )
    .filter(({ gone, title }) => !gone && title !== '')
    .sort(byScore)

export type HeatCell = {
  readonly likelihood: number
  readonly impact: number
  readonly score: number
  readonly band: Band
  readonly risks: readonly RiskLine[]
}

/** The matrix, the most likely row on top, impact from left to right. Without a residual rating the inherent one counts. */
export const heatMap = (risks: readonly RiskLine[], which: 'inherent' | 'residual'): HeatCell[][] =>
  [5, 4, 3, 2, 1].map((likelihood) =>
    [1, 2, 3, 4, 5].map((impact) => ({
      likelihood,
      impact,
      score: likelihood * impact,
      band: bandOf(likelihood * impact),
      risks: risks.filter((line) => {
        const found = which === 'inherent' ? line.inherentScore : (line.residualScore ?? line.inherentScore)
        return line.state === 'open' && found?.likelihood === likelihood && found.impact === impact
      }),
    })),
  )

/** working: the last time that was due it was in order. failing: it was not, or nobody did it. unknown: nothing was due. */
export type Working = 'working' | 'failing' | 'unknown'

/** How a control works, in one department or in all that carry it out: one that fails makes it fail. */
export const workingOf = (
  control: Control,
  checks: readonly Check[],
  department: string | undefined,
): Working => {
  const last = new Map<string, Check>()
  for (const check of checks) {
    if (check.control.key !== control.key || (department !== undefined && check.department !== department))
      continue
    if (check.state !== 'done' && check.state !== 'late') continue
    if (check.outcome === 'not-applicable') continue
    const known = last.get(check.department)
    if (!known || check.due > known.due) last.set(check.department, check)
  }
  if (last.size === 0) return 'unknown'
  return [...last.values()].every(({ outcome }) => outcome === 'in-order') ? 'working' : 'failing'
}

export type Coverage = {
  readonly withoutControl: readonly RiskLine[]
  /** It has controls, and none of them works. */
  readonly withoutWorkingControl: readonly RiskLine[]
  readonly controlsWithoutRisk: readonly Control[]
}

/**
 * Where register and library do not meet. Closed risks, and controls that are gone or over, do not count.
 * @param seen departments one may see, when that is not all: then only their controls count, and a risk that a control names
 * covers, because one that cannot be read is not therefore gone
 */
export const coverageOf = (
  risks: readonly RiskLine[],
  controls: readonly Control[],
  checks: readonly Check[],
  today: Day,
  seen?: readonly string[],
): Coverage => {
  const open = risks.filter(({ state }) => state === 'open')
  const known = new Set(risks.map(({ key }) => key))
  const standing = controls.filter(
    ({ gone, until, departments }) =>
      !gone &&
      (until === undefined || until >= today) &&
      (seen === undefined || departments.some((key) => seen.includes(key))),
  )
  const controlled = open.filter((line) => line.controls.length > 0)
  return {
    withoutControl: open.filter((line) => line.controls.length === 0),
    withoutWorkingControl: controlled.filter(
      (line) => !line.controls.some((each) => workingOf(each, checks, line.department) === 'working'),
    ),
    controlsWithoutRisk: standing.filter(
      (each) => !each.risks.some((key) => seen !== undefined || known.has(key)),
    ),
  }
}

const lineOf = (
  folded: Folded,
  room: string,
  given: { controls: readonly Control[]; findings: readonly FindingLine[]; today: Day },
): RiskLine => {
  const record = readRecord(riskKind, folded)
  const controls = given.controls.filter(({ gone, risks }) => !gone && risks.includes(record.key))
  const keys = new Set(controls.map(({ key }) => key))
  const [inherentScore, residualScore] = [scoreOf(record.inherent), scoreOf(record.residual)]
  return {
    ...record,
    room,
    folded,
    inherentScore,
    residualScore,
    isAbove: (residualScore?.score ?? 0) > (inherentScore?.score ?? Number.POSITIVE_INFINITY),
    controls,
    findings: given.findings.filter(
      ({ control, department }) =>
        control !== undefined &&
        keys.has(control) &&
        (record.department === undefined || department === record.department),
    ),
    accepted: acceptedOf(record, given.today),
  }
}

const acceptedOf = ({ treatment, acceptedUntil }: Risk, today: Day): RiskLine['accepted'] => {
  if (treatment !== 'accept') return 'no'
  return acceptedUntil !== undefined && acceptedUntil >= today ? 'yes' : 'over'
}

const byScore = (a: RiskLine, b: RiskLine): number =>
  Number(a.state === 'closed') - Number(b.state === 'closed') ||
  points(b) - points(a) ||
  (a.title < b.title ? -1 : a.title > b.title ? 1 : a.about < b.about ? -1 : 1)

const points = ({ residualScore, inherentScore }: RiskLine): number =>
  (residualScore ?? inherentScore)?.score ?? 0
