/** What people do in a self-assessment round: prepare it, score alone, close the scoring, agree, validate. */
import { dayOf } from '../days'
import { readRecord } from '../kinds/kind'
import {
  assessment,
  assessmentAbout,
  type Consensus,
  consensus,
  PARTS,
  type Round,
  type RoundState,
  round,
  roundAbout,
  score,
  submissionAbout,
} from '../kinds/round'
import { CLASSICAL_ENABLERS } from '../libraries/caf-panels'
import { pointsOf, subjectsOf } from '../queries/rounds'
import { digestOf, type Json, type Statement } from '../statement'
import { add, type Changes, change, remove } from './change'
import { type Author, type Seen, say } from './say'

export type RoundInput = Omit<Changes<typeof round>, 'state' | 'opened' | 'closed'> & {
  readonly title: string
  readonly subjects: readonly string[]
  readonly members: readonly string[]
}
export type RoundObjection =
  | 'title-missing'
  | 'subjects-missing'
  | 'unknown-subject'
  | 'group-too-small'
  | 'reader-in-group'
  | 'panel-unfit'

/** Prepares a round. @param key lower-case, it names rooms. @returns none when {@link objectionToRound} has one */
export const addRound = (seen: Seen, key: string, input: RoundInput, author: Author): Statement[] =>
  objectionToRound(input) ? [] : add(seen, round, key, input, author)

export const objectionToRound = ({
  title,
  subjects,
  members,
  reader,
  framework,
  panel,
}: RoundInput): RoundObjection | undefined => {
  if (title.trim() === '') return 'title-missing'
  if (subjects.length === 0) return 'subjects-missing'
  const known = new Set(subjectsOf(framework ?? 'leidraad').map(({ code }) => code))
  if (!subjects.every((code) => known.has(code))) return 'unknown-subject'
  // The panels of CAF score what is done and what comes of it; themes are scored by maturity.
  if ((framework ?? 'leidraad') === 'leidraad' && panel && panel !== 'maturity') return 'panel-unfit'
  if (new Set(members).size < 2) return 'group-too-small'
  return reader && members.includes(reader) ? 'reader-in-group' : undefined
}

/** Changes a round that nobody has scored in yet; its title and reader always. */
export const changeRound = (
  seen: Seen,
  key: string,
  changes: Partial<RoundInput>,
  author: Author,
): Statement[] =>
  objectionToRoundChange(seen, key, changes) ? [] : change(seen, round, key, changes, author)

export const objectionToRoundChange = (
  seen: Seen,
  key: string,
  changes: Partial<RoundInput>,
): 'no-such-round' | 'scoring-began' | RoundObjection | undefined => {
  const now = standing(seen, key)
  if (!now) return 'no-such-round'
  const isFree = Object.keys(changes).every((field) => field === 'title' || field === 'reader')
  if (now.state !== 'preparing' && !isFree) return 'scoring-began'
  return objectionToRound({ ...now, ...changes })
}

export const removeRound = (seen: Seen, key: string, author: Author): Statement[] =>
  standing(seen, key) ? remove(seen, round, key, author) : []

/** The steps of a round, one way: scores that the group has read are blind no more. */
const NEXT: Readonly<Record<RoundState, RoundState | undefined>> = {
  preparing: 'scoring',
  scoring: 'consensus',
  consensus: 'validated',
  validated: undefined,
}

export type RoundStepObjection =
  | { readonly why: 'no-such-round' | 'not-from-here' }
  /** Not everybody is ready, and nobody said to go on without them. */
  | { readonly why: 'not-all-submitted'; readonly missing: readonly string[] }
  | { readonly why: 'not-agreed'; readonly missing: readonly string[] }

export type RoundStep = {
  readonly to: RoundState
  /** Who said that he is ready. */
  readonly submitted?: readonly string[]
  /** The coordinator closes the scoring although some are not ready. */
  readonly anyway?: boolean
}

/** Opens the scoring, or closes it: from then on the group reads each other's scores. */
export const stepRound = (seen: Seen, key: string, step: RoundStep, author: Author): Statement[] => {
  if (step.to === 'validated' || objectionToRoundStep(seen, key, step)) return []
  const day = dayOf(author.at)
  const set: Record<string, Json> = {
    state: step.to,
    ...(step.to === 'scoring' && { opened: day }),
    ...(step.to === 'consensus' && { closed: day }),
  }
  return say(seen, roundAbout(key), set, author)
}

export const objectionToRoundStep = (
  seen: Seen,
  key: string,
  { to, submitted = [], anyway = false }: RoundStep,
): RoundStepObjection | undefined => {
  const now = standing(seen, key)
  if (!now) return { why: 'no-such-round' }
  const settles = now.clashes.includes('state') && to === 'consensus'
  if (NEXT[now.state] !== to && !settles) return { why: 'not-from-here' }
  if (to === 'consensus' && !anyway && !settles) {
    const missing = now.members.filter((member) => !submitted.includes(member))
    if (missing.length > 0) return { why: 'not-all-submitted', missing }
  }
  if (to === 'validated') {
    const missing = now.subjects.filter((code) => !isAgreed(seen, now, code))
    if (missing.length > 0) return { why: 'not-agreed', missing }
  }
  return undefined
}

/** Validates a round: what it came to is frozen with its hash. @param content of `assessmentOf` */
export const validateRound = (seen: Seen, key: string, content: Json, author: Author): Statement[] => {
  if (objectionToRoundStep(seen, key, { to: 'validated' })) return []
  return [
    ...say(seen, assessmentAbout(key, 1), { content, hash: digestOf(content), reason: '' }, author),
    ...say(seen, roundAbout(key), { state: 'validated' }, author),
  ]
}

/** What stands frozen of a round, and whether it is what its hash says. */
export const assessmentIn = (
  seen: Seen,
  key: string,
): { readonly content: Json; readonly hash: string; readonly intact: boolean } | undefined => {
  const folded = seen.get(assessmentAbout(key, 1))
  if (!folded) return undefined
  const { content, hash } = readRecord(assessment, folded)
  return { content, hash, intact: digestOf(content) === hash }
}

// Scores

export type ScoreInput = Pick<
  Changes<typeof score>,
  'level' | 'score' | 'parts' | 'comment' | 'strengths' | 'weaknesses'
>
export type ScoreObjection = 'not-scoring' | 'not-in-round' | 'out-of-range'

/**
 * Scores a subject, in one's own room of the round.
 * @param seen the records of that room
 */
export const sayScore = (
  seen: Seen,
  now: Round,
  code: string,
  input: ScoreInput,
  type: 'enabler' | 'result',
  author: Author,
): Statement[] => (objectionToScore(now, code, input, type) ? [] : add(seen, score, code, input, author))

/** Why a subject cannot be scored like this. Words alone are fine: a score may follow. */
export const objectionToScore = (
  { state, subjects }: Pick<Round, 'state' | 'subjects'>,
  code: string,
  input: ScoreInput,
  type: 'enabler' | 'result',
): ScoreObjection | undefined => {
  if (state !== 'scoring') return 'not-scoring'
  return subjects.includes(code) ? objectionToPoints(type, input) : 'not-in-round'
}

/** Why points do not fit: outside of their measure, or of a part that is not scored there. */
export const objectionToPoints = (
  type: 'enabler' | 'result',
  { level, score: points, parts }: Pick<ScoreInput, 'level' | 'score' | 'parts'>,
): 'out-of-range' | undefined => {
  const fits = (value: number | null | undefined, most: number): boolean =>
    value === undefined || value === null || (Number.isInteger(value) && value >= 0 && value <= most)
  if (!fits(level, 4) || !fits(points, 100)) return 'out-of-range'
  const given = Object.entries(parts ?? {})
  const names: readonly string[] = PARTS[type]
  return given.every(([name, value]) => names.includes(name) && fits(value, 100)) ? undefined : 'out-of-range'
}

/** The step of the classical panel that points stand for: 0 for nothing, then plan, do, check, act, all of them. */
export const classicalStep = (points: number): number =>
  CLASSICAL_ENABLERS.findIndex(({ from, to }) => points >= from && points <= to)

/**
 * How far the classical panel lets one go: cumulative, so a step counts only when all before it are taken.
 * @param met whether there is a plan, it is carried out, checked, adjusted, and learned from
 */
export const stepReached = (met: readonly boolean[]): number => {
  const missing = met.indexOf(false)
  return missing < 0 ? met.length : missing
}

/** Says that one is ready: that, and never what. Said in a department of one's own, or with the team. */
export const submitScores = (seen: Seen, roundKey: string, member: string, author: Author): Statement[] =>
  say(seen, submissionAbout(roundKey, member), { submitted: true, at: author.at }, author)

export const takeBackSubmission = (
  seen: Seen,
  roundKey: string,
  member: string,
  author: Author,
): Statement[] => say(seen, submissionAbout(roundKey, member), { submitted: false, at: author.at }, author)

// Consensus

export type ConsensusInput = ScoreInput & Pick<Changes<typeof consensus>, 'ambition' | 'remark'>

/** Says what the group agreed on about a subject, while the round is about that. */
export const sayConsensus = (
  seen: Seen,
  roundKey: string,
  code: string,
  input: ConsensusInput,
  type: 'enabler' | 'result',
  author: Author,
): Statement[] =>
  objectionToConsensus(seen, roundKey, code, input, type)
    ? []
    : add(seen, consensus, `${roundKey}/${code}`, input, author)

export const objectionToConsensus = (
  seen: Seen,
  roundKey: string,
  code: string,
  input: ConsensusInput,
  type: 'enabler' | 'result',
): 'no-such-round' | 'not-in-consensus' | 'not-in-round' | 'out-of-range' | undefined => {
  const now = standing(seen, roundKey)
  if (!now) return 'no-such-round'
  if (now.state !== 'consensus') return 'not-in-consensus'
  if (!now.subjects.includes(code)) return 'not-in-round'
  return objectionToPoints(type, input)
}

const isAgreed = (seen: Seen, { key, panel, framework }: Round, code: string): boolean => {
  const folded = seen.get(`consensus:${key}/${code}`)
  const agreed: Consensus | undefined = folded && readRecord(consensus, folded)
  if (!agreed || agreed.gone || agreed.clashes.length > 0) return false
  const type = subjectsOf(framework).find((item) => item.code === code)?.type ?? 'enabler'
  return pointsOf(panel, type, agreed) !== undefined
}

const standing = (seen: Seen, key: string): Round | undefined => {
  const folded = seen.get(roundAbout(key))
  const now = folded && readRecord(round, folded)
  return now && !now.gone && now.title !== '' ? now : undefined
}
