/**
 * Self-assessment rounds: who is ready, what the group scored and how far apart, what it agreed on, and how rounds and
 * departments compare. Scores of others are read only where their rooms are open; before that there is nothing to read.
 */
import type { Day } from '../days'
import { readRecord } from '../kinds/kind'
import {
  type Consensus,
  consensusAbout,
  consensus as consensusKind,
  PARTS,
  type Panel,
  type Parts,
  type Round,
  round as roundKind,
  roundRoom,
  type Score,
  scoreAbout,
  score as scoreKind,
  submission,
  submissionAbout,
} from '../kinds/round'
import { FRAMEWORKS, type FrameworkItem } from '../libraries/frameworks'
import type { Json } from '../statement'
import { foldedOf, type WorkGround, workRooms } from './ground'
import type { Records } from './schedule'

/** Every round that is not gone, the newest first. */
export const roundsOf = (org: Records | undefined): Round[] =>
  foldedOf(org, 'round')
    .map((folded) => readRecord(roundKind, folded))
    .filter(({ gone, title }) => !gone && title !== '')
    .sort((a, b) => compare(b.opened ?? '9999', a.opened ?? '9999') || compare(a.key, b.key))

export const roundIn = (org: Records | undefined, key: string): Round | undefined =>
  roundsOf(org).find((each) => each.key === key)

/** What can be scored in a framework: themes, or subcriteria. */
export const subjectsOf = (framework: Round['framework']): readonly FrameworkItem[] => {
  const items = FRAMEWORKS.find(({ id }) => id === framework)?.items ?? []
  return items.filter(({ parent }) =>
    framework === 'leidraad' ? parent === undefined : parent !== undefined,
  )
}

/** Whether a subject is about what is done or about what comes of it; themes are about what is done. */
export const typeOf = ({ framework }: Pick<Round, 'framework'>, code: string): 'enabler' | 'result' =>
  subjectsOf(framework).find((item) => item.code === code)?.type ?? 'enabler'

/** Who of the group said that he is ready; read where he said it, in a department of his or with the team. */
export const whoSubmitted = (ground: WorkGround, round: Pick<Round, 'key' | 'members'>): string[] =>
  round.members.filter((member) =>
    workRooms(ground).some(({ records }) => {
      const folded = records.get(submissionAbout(round.key, member))
      return folded !== undefined && readRecord(submission, folded).submitted
    }),
  )

/** The points of a score, in the measure of its panel: 0-4, or 0-100. */
export const pointsOf = (
  panel: Panel,
  type: 'enabler' | 'result',
  { level, score, parts }: Pick<Score, 'level' | 'score' | 'parts'>,
): number | undefined => {
  if (panel === 'maturity') return level
  if (panel === 'classical') return score
  return meanOfParts(type, parts)
}

/** The mean of all parts: plan, do, check and act, or trends and targets. `undefined` while one is missing. */
const meanOfParts = (type: 'enabler' | 'result', parts: Parts | undefined): number | undefined => {
  const values = PARTS[type].map((name) => parts?.[name])
  if (values.some((each) => each === undefined)) return undefined
  return mean(values as number[])
}

export type Spread = {
  readonly count: number
  readonly min: number
  readonly max: number
  /** What lies between the lowest and the highest: the first thing to talk about. */
  readonly range: number
  readonly mean: number
}

export const spreadOf = (values: readonly number[]): Spread | undefined => {
  if (values.length === 0) return undefined
  const [min, max] = [Math.min(...values), Math.max(...values)]
  return { count: values.length, min, max, range: max - min, mean: mean(values) }
}

/** One subject of a round: what each scored, how far apart, what was agreed. */
export type SubjectLine = {
  readonly code: string
  readonly type: 'enabler' | 'result'
  readonly own: Score | undefined
  /** Empty while the scores are blind. */
  readonly scores: readonly { readonly member: string; readonly score: Score; readonly points: number }[]
  readonly spread: Spread | undefined
  readonly consensus: Consensus | undefined
  readonly points: number | undefined
}

/**
 * The subjects of a round. The scores of others are given only once scoring is closed, even where a room happens to be
 * open here.
 */
export const linesOf = (
  round: Round,
  { member, records }: { readonly member: string; records(room: string): Records | undefined },
): SubjectLine[] => {
  const isBlind = round.state === 'preparing' || round.state === 'scoring'
  return round.subjects.map((code) => {
    const type = typeOf(round, code)
    const scoreBy = (author: string): Score | undefined => {
      const folded = records(roundRoom(round.key, author))?.get(scoreAbout(code))
      return folded && readRecord(scoreKind, folded)
    }
    const scores = (isBlind ? [] : round.members).flatMap((author) => {
      const score = scoreBy(author)
      const points = score && pointsOf(round.panel, type, score)
      return score && points !== undefined ? [{ member: author, score, points }] : []
    })
    const agreed = records('org')?.get(consensusAbout(round.key, code))
    const consensus = agreed && readRecord(consensusKind, agreed)
    return {
      code,
      type,
      own: scoreBy(member),
      scores,
      spread: spreadOf(scores.map(({ points }) => points)),
      consensus: consensus?.gone ? undefined : consensus,
      points: consensus && !consensus.gone ? pointsOf(round.panel, type, consensus) : undefined,
    }
  })
}

/** How far one's own scoring is. */
export const scoredOf = (round: Round, lines: readonly SubjectLine[]): { done: number; total: number } => ({
  done: lines.filter(({ own, type }) => own && pointsOf(round.panel, type, own) !== undefined).length,
  total: lines.length,
})

/** The mean of the subcriteria of each criterion, as CAF has it: without weights. */
export const criterionMeans = (
  lines: readonly Pick<SubjectLine, 'code' | 'points'>[],
): { readonly code: string; readonly points: number; readonly count: number }[] => {
  const groups = new Map<string, number[]>()
  for (const { code, points } of lines) {
    const criterion = code.split('.')[0] as string
    if (points !== undefined) groups.set(criterion, [...(groups.get(criterion) ?? []), points])
  }
  return [...groups].map(([code, values]) => ({ code, points: mean(values), count: values.length }))
}

export type Compared = {
  readonly code: string
  readonly values: readonly {
    readonly round: string
    readonly department: string | undefined
    readonly day: Day | undefined
    /** In percent of the highest there is, so that panels can stand side by side. */
    readonly percent: number
    readonly points: number
  }[]
}

/** Rounds and departments beside each other, subject by subject, oldest round first. */
export const compareRounds = (
  rounds: readonly { readonly round: Round; readonly lines: readonly SubjectLine[] }[],
): Compared[] => {
  const inOrder = [...rounds].sort((a, b) => compare(a.round.opened ?? '', b.round.opened ?? ''))
  const codes = [...new Set(inOrder.flatMap(({ lines }) => lines.map(({ code }) => code)))]
  return codes.map((code) => ({
    code,
    values: inOrder.flatMap(({ round, lines }) => {
      const points = lines.find((line) => line.code === code)?.points
      if (points === undefined) return []
      const percent = round.panel === 'maturity' ? points * 25 : points
      return [
        {
          round: round.key,
          department: round.department,
          day: round.closed ?? round.opened,
          percent,
          points,
        },
      ]
    }),
  }))
}

/** Everything a validated round consists of, from records alone: two devices that know the same make the same. */
export const assessmentOf = (round: Round, lines: readonly SubjectLine[]): Json => ({
  format: 'waarborg.assessment.1',
  round: {
    key: round.key,
    title: round.title,
    framework: round.framework,
    panel: round.panel,
    department: round.department ?? null,
    members: round.members,
    reader: round.reader ?? null,
    opened: round.opened ?? null,
    closed: round.closed ?? null,
  },
  subjects: lines.map(({ code, points, spread, consensus }) => ({
    code,
    points: points ?? null,
    parts: (consensus?.parts ?? null) as Json,
    ambition: consensus?.ambition ?? null,
    range: spread ? [spread.min, spread.max] : null,
    count: spread?.count ?? 0,
    comment: consensus?.comment ?? '',
    strengths: consensus?.strengths ?? '',
    weaknesses: consensus?.weaknesses ?? '',
    remark: consensus?.remark ?? '',
  })),
})

const mean = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / values.length
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
