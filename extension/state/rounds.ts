/**
 * Self-assessment as views know it: the rounds of the organisation, the scores that one may read, and verbs. Opens the
 * rooms of the round one looks at. Loaded apart from the store, which lends it what it needs.
 */
import { computed, effect, type ReadonlySignal, signal as signalOf } from '@preact/signals'
import { mayEnter } from '../../shared/access'
import {
  addRound,
  assessmentIn,
  type ConsensusInput,
  changeRound,
  objectionToConsensus,
  objectionToRound,
  objectionToRoundChange,
  objectionToRoundStep,
  objectionToScore,
  type RoundInput,
  type RoundObjection,
  type RoundStep,
  type RoundStepObjection,
  removeRound,
  type ScoreInput,
  type ScoreObjection,
  sayConsensus,
  sayScore,
  stepRound,
  submitScores,
  takeBackSubmission,
  validateRound,
} from '../../shared/commands/rounds'
import { type Round, round as roundKind, roundRoom, submissionAbout } from '../../shared/kinds/round'
import {
  assessmentOf,
  linesOf,
  roundIn,
  roundsOf,
  type SubjectLine,
  typeOf,
} from '../../shared/queries/rounds'
import type { Records } from '../../shared/queries/schedule'
import { parseRoom } from '../../shared/rooms'
import type { Base } from './quality-base'
import { isKnown } from './quality-ground'
import type { Place, Progress } from './quality-types'
import { stableList } from './stable'
import { createSayer } from './work-say'
import type { Added, Barred, Objection } from './work-types'

export type StepObjection =
  | RoundStepObjection
  | { readonly why: Barred }
  /** What some scored has not come to this device yet: frozen now, it would be missing for good. */
  | { readonly why: 'scores-arriving' }

/** What was validated, and whether it still is what its hash says. */
export type Frozen = NonNullable<ReturnType<typeof assessmentIn>>

export type Rounds = {
  /** The rooms of the round one looks at have been read from this device's disk. */
  readonly ready: ReadonlySignal<boolean>
  /** Of the rooms of that round that one may enter, those of which this device knows what stands in them. */
  readonly progress: ReadonlySignal<Progress>
  /** The newest first. */
  readonly rounds: ReadonlySignal<readonly Round[]>
  /** Opens the rooms of a round that one may enter: one's own while all score blind, afterwards those of the group. */
  look(key: string): void
  /** Another function whenever something was said. Scores of others only where and when one may read them. */
  readonly lines: ReadonlySignal<(round: Round) => readonly SubjectLine[]>
  frozen(key: string): Frozen | undefined
  /** One may prepare rounds, close the scoring and write down what was agreed. */
  mayLead(): boolean
  /** One is of the group, and scores are being given. */
  mayScore(round: Round): boolean

  addRound(input: RoundInput): Added<RoundObjection>
  changeRound(
    key: string,
    changes: Partial<RoundInput>,
  ): Objection<'no-such-round' | 'scoring-began' | RoundObjection>
  removeRound(key: string): Objection<never>
  stepRound(key: string, step: RoundStep): StepObjection | undefined
  /** Freezes what it came to. */
  validateRound(key: string): StepObjection | undefined
  sayScore(round: Round, code: string, input: ScoreInput): Objection<ScoreObjection>
  /** Said in a department of one's own or with the management team: nowhere else may one write. */
  submit(round: Round): Objection<never>
  takeBack(round: Round): Objection<never>
  sayConsensus(
    round: Round,
    code: string,
    input: ConsensusInput,
  ): Objection<'no-such-round' | 'not-in-consensus' | 'not-in-round' | 'out-of-range'>
  undo(): Place | undefined
}

/** @param hold keeps rooms open, until what it gives is called */
export const createRounds = (base: Base, hold: (names: readonly string[]) => () => void): Rounds => {
  const { facts, rooms, member, mayWriteIn } = base
  const sayer = createSayer(base)
  const looking = signalOf<string | undefined>(undefined)

  const org = computed<Records>(() => {
    const { records, all } = facts.org.value
    return { get: records.get, all }
  })
  const rounds = computed(() => roundsOf(org.value))
  const names = stableList(() => {
    const found = rounds.value.find(({ key }) => key === looking.value)
    const all = found?.members.map((each) => roundRoom(found.key, each)) ?? []
    return all.filter((name) => {
      const room = parseRoom(name)
      return room !== undefined && mayEnter(facts.org.value.records, member, room, base.now())
    })
  })
  const held = new Map<string, () => void>()
  const stop = effect(() => {
    const wanted = new Set(names.value)
    for (const [name, release] of held)
      if (!wanted.has(name)) {
        held.delete(name)
        release()
      }
    for (const name of wanted) if (!held.has(name)) held.set(name, hold([name]))
  })
  base.signal.addEventListener('abort', stop, { once: true })

  // A room of one's own that no server has seen yet counts too: one scores without a network.
  const recordsIn = computed(() => {
    const found = new Map<string, Records>([['org', org.value]])
    for (const name of names.value) {
      const room = rooms.value.get(name)
      const fold = room?.ledger.value?.fold
      if (room && fold) {
        room.version.value
        found.set(name, fold)
      }
    }
    return (room: string): Records | undefined => found.get(room)
  })
  const lines = computed(() => {
    const records = recordsIn.value
    return (round: Round): readonly SubjectLine[] => linesOf(round, { member, records })
  })
  const knows = (name: string): boolean => {
    const room = rooms.value.get(name)
    return room !== undefined && isKnown(room).value
  }
  const progress = computed<Progress>(() => ({
    known: names.value.filter(knows).length,
    all: names.value.length,
  }))

  const inOrg = sayer.seenIn
  const step = (
    key: string,
    wanted: RoundStep,
    act: (seen: NonNullable<ReturnType<typeof inOrg>>) => void,
  ): StepObjection | undefined => {
    const seen = inOrg('org')
    if (!seen) return { why: 'not-for-you' }
    const objection = objectionToRoundStep(seen, key, wanted)
    if (objection) return objection
    act(seen)
    return undefined
  }
  /** Where one said that one is ready; else where one may say it, with one's own department first. */
  const roomToSubmit = (round: Round): string | undefined => {
    const about = submissionAbout(round.key, member)
    const own = facts.grants.peek().filter((grant) => grant.for === undefined)
    const possible = [...own.flatMap(({ departments }) => departments.map((key) => `dept/${key}`)), 'team']
    const free = possible.filter((name) => sayer.seenIn(name) !== undefined)
    return free.find((name) => sayer.seenIn(name)?.get(about) !== undefined) ?? free[0]
  }
  const inOwn = (round: Round, command: typeof submitScores): Objection<never> => {
    const room = roomToSubmit(round)
    return room === undefined
      ? 'not-for-you'
      : sayer.say(room, (seen, by) => command(seen, round.key, member, by))
  }

  return {
    ready: computed(() => {
      facts.org.value
      const isRead = (name: string): boolean => rooms.value.get(name)?.ledger.value !== undefined
      return isRead('org') && names.value.every(isRead)
    }),
    progress,
    rounds,
    look(key) {
      looking.value = key
    },
    lines,
    frozen(key) {
      facts.org.value
      const seen = rooms.value.get('org')?.ledger.value?.fold
      return seen && assessmentIn(seen, key)
    },
    mayLead: () => mayWriteIn('org'),
    mayScore: ({ key }) => mayWriteIn(roundRoom(key, member)),

    addRound: (input) =>
      sayer.add(
        'org',
        roundKind.name,
        input.title,
        (seen, key, by) => addRound(seen, key, input, by),
        () => objectionToRound(input),
      ),
    changeRound: (key, changes) =>
      sayer.say(
        'org',
        (seen, by) => changeRound(seen, key, changes, by),
        (seen) => objectionToRoundChange(seen, key, changes),
      ),
    removeRound: (key) => sayer.say('org', (seen, by) => removeRound(seen, key, by)),
    stepRound: (key, wanted) =>
      step(key, wanted, () =>
        base.act({ room: 'org', command: (seen, by) => stepRound(seen, key, wanted, by) }),
      ),
    validateRound(key) {
      const round = roundIn(org.peek(), key)
      const isWhole = round?.members.every((each) => {
        const room = rooms.peek().get(roundRoom(key, each))
        return room !== undefined && isKnown(room).peek()
      })
      if (round && !isWhole) return { why: 'scores-arriving' }
      return step(key, { to: 'validated' }, () =>
        base.act({
          room: 'org',
          command: (seen, by) =>
            round ? validateRound(seen, key, assessmentOf(round, lines.peek()(round)), by) : [],
        }),
      )
    },
    sayScore(round, code, input) {
      const type = typeOf(round, code)
      return sayer.say(
        roundRoom(round.key, member),
        (seen, by) => sayScore(seen, round, code, input, type, by),
        () => objectionToScore(round, code, input, type),
      )
    },
    submit: (round) => inOwn(round, submitScores),
    takeBack: (round) => inOwn(round, takeBackSubmission),
    sayConsensus(round, code, input) {
      const type = typeOf(round, code)
      return sayer.say(
        'org',
        (seen, by) => sayConsensus(seen, round.key, code, input, type, by),
        (seen) => objectionToConsensus(seen, round.key, code, input, type),
      )
    },
    undo: base.undo,
  }
}
