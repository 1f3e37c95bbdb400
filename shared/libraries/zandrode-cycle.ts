/**
 * The rest of Zandrode's control cycle: risks with their controls, findings from checks that failed, evidence, judgements,
 * a round that was validated and one in which people score now. Said by commands upon the history of the checks.
 */
import { reviewCheck, submitCheck } from '../commands/checks'
import { adoptRequirements, changeControl, changeRhythm, takeOverText } from '../commands/controls'
import { addEvidence, type EvidenceInput } from '../commands/evidence'
import { addFinding, changeFinding, closeFinding, findingFromCheck } from '../commands/findings'
import { addMeasure, stepMeasure } from '../commands/measures'
import { standIn } from '../commands/members'
import { addRisk, rateRisk, treatRisk } from '../commands/risks'
import { addRound, sayConsensus, sayScore, stepRound, submitScores, validateRound } from '../commands/rounds'
import type { Author } from '../commands/say'
import { addDays, type Day, startOfDay, yearOf } from '../days'
import { createFold, type RunningFold } from '../fold'
import { type Control, control as controlKind, textHash } from '../kinds/control'
import { findingAbout, findingKeyOf } from '../kinds/finding'
import { readRecord } from '../kinds/kind'
import { roomOfRisk } from '../kinds/risk'
import { type Round, roundRoom } from '../kinds/round'
import { effectShown, proofOf } from '../queries/findings'
import type { WorkGround } from '../queries/ground'
import { isWorkingDay } from '../queries/periods'
import { assessmentOf, linesOf, roundIn } from '../queries/rounds'
import { ruleOf } from '../queries/rules'
import { type Check, yearChecks } from '../queries/schedule'
import { yearRoom } from '../rooms'
import type { Statement } from '../statement'
import { type Dice, diceOf } from './dice'
import { crosswalk, FRAMEWORKS } from './frameworks'
import { DEPARTMENTS, PEOPLE } from './zandrode'
import { AGREED, CAUSES, COMMON_CAUSE, RISKS, type RiskStory } from './zandrode-cycle-stories'
import { type DemoFile, listFile, pageFiles, pdfFile } from './zandrode-files'
import type { Batch } from './zandrode-history'

const COORDINATOR = 'p03'
const DIRECTOR = 'p01'
const HOUR = 3_600_000
const MINUTE = 60_000
/** Findings that are told of, and days back from which they come. */
const FINDINGS = { most: 16, from: 210 }
/** Days back from which key controls have evidence. */
const EVIDENCE_FROM = 75
/** The round that is over and the one that runs: key, days back, group. */
const FIRST = { key: 'zelfevaluatie-k2f7', back: 520, group: ['p02', 'p07', 'p11', 'p12', 'p18'] }
const SECOND = { key: 'zelfevaluatie-m4p9', back: 12, group: ['p04', 'p05', 'p07', 'p11', 'p24'] }
/** Controls of which a second person looks at each answer. */
const REVIEWED: Readonly<Record<string, readonly string[]>> = { c030: [], c041: [], c065: [] }

/** The batches in three goes, since what one may say hangs on what was said before: scores only while a round is open. */
export type CycleBatches = {
  readonly first: readonly Batch[]
  readonly then: readonly Batch[]
  readonly last: readonly Batch[]
  /** The bytes of the evidence that is named in them. */
  readonly files: readonly DemoFile[]
}

/** @param history what the demo's people said of checks: its failures are what findings are made of */
export const cycleStatements = ({
  today,
  history,
}: {
  readonly today: Day
  readonly history: readonly Batch[]
}): CycleBatches => {
  const world = createWorld(today, history)
  const first = world.perform([...libraryActs(world), ...openRounds(world)])
  const then = world.perform([
    ...RISKS.flatMap((story) => riskActs(story, world)),
    ...checkActs(world),
    ...scoreActs(world),
  ])
  return { first, then, last: world.perform(closeRound(world)), files: [...world.files.values()] }
}

// The world: rooms that know the history, and acts that are played in order of time.

type Act = {
  readonly room: string
  readonly member: string
  readonly at: number
  readonly say: (seen: RunningFold, author: Author) => Statement[]
}
type World = {
  readonly today: Day
  readonly ground: WorkGround
  readonly dice: Dice
  /** By hash. */
  readonly files: Map<string, DemoFile>
  /** At an hour of the working day on or before so many days back. */
  act(room: string, member: string, back: number, hour: number, say: Act['say']): Act
  perform(acts: readonly Act[]): Batch[]
  records(room: string): RunningFold
  controls(): readonly Control[]
}

const createWorld = (today: Day, history: readonly Batch[]): World => {
  const rooms = new Map<string, RunningFold>()
  const records = (room: string): RunningFold => {
    const known = rooms.get(room) ?? createFold()
    rooms.set(room, known)
    return known
  }
  for (const { room, statements } of history) records(room).insert(records(room).length, statements)
  const dice = diceOf('zandrode-cycle')
  return {
    today,
    dice,
    files: new Map(),
    records,
    ground: { today, departments: DEPARTMENTS.map(({ key }) => key), records },
    act: (room, member, back, hour, say) => ({
      room,
      member,
      at: startOfDay(workingDayUpTo(addDays(today, -back))) + hour * HOUR,
      say,
    }),
    perform(acts) {
      const batches: { room: string; member: string; statements: Statement[] }[] = []
      for (const { room, member, at, say } of [...acts].sort((a, b) => a.at - b.at)) {
        if (at >= startOfDay(today)) continue
        const statements = say(records(room), { by: member, at: Math.floor(at), id: dice.id })
        if (statements.length === 0) continue
        records(room).insert(records(room).length, statements)
        const last = batches.findLast((batch) => batch.room === room)
        if (last?.member === member) last.statements.push(...statements)
        else batches.push({ room, member, statements: [...statements] })
      }
      return batches
    },
    controls: () =>
      [...records('org').all()]
        .filter(({ about }) => about.startsWith('control:'))
        .map((folded) => readRecord(controlKind, folded)),
  }
}

const workingDayUpTo = (day: Day): Day => (isWorkingDay(day) ? day : workingDayUpTo(addDays(day, -1)))

const headOf = (department: string): string =>
  PEOPLE.find(({ roles }) => roles.manager?.includes(department))?.key ?? COORDINATOR

// Library

const libraryActs = (world: World): Act[] => {
  const { act, today } = world
  const org = (back: number, hour: number, say: Act['say'], member = COORDINATOR) =>
    act('org', member, back, hour, say)
  const covered = new Map<string, string[]>()
  for (const { key, controls } of RISKS)
    for (const control of controls) covered.set(control, [...(covered.get(control) ?? []), key])
  return [
    ...FRAMEWORKS.filter(({ id }) => id !== 'leidraad').map((framework, index) =>
      org(405, 9 + index / 4, (seen, author) => adoptRequirements(seen, framework, author)),
    ),
    ...world.controls().map((control, index) =>
      org(300, 10 + index / 60, (seen, author) =>
        changeControl(
          seen,
          control.key,
          {
            ...(covered.has(control.key) && { risks: covered.get(control.key) ?? [] }),
            requirements: requirementsOf(control),
            origin: control.key,
            originText: textHash(control),
            ...(control.rhythm === 'yearly' && { lead: 45 }),
            ...(control.rhythm === 'half-yearly' && { lead: 21 }),
          },
          author,
        ),
      ),
    ),
    // Adopted when the library said less: it now says more.
    org(299, 9, (seen, author) =>
      takeOverText(
        seen,
        'c058',
        { key: 'c058', title: 'Het applicatieregister vermeldt voor elke toepassing eigenaar en contract.' },
        author,
      ),
    ),
    ...Object.entries(REVIEWED).map(([key, reviewers], index) =>
      org(60, 14 + index / 10, (seen, author) =>
        changeControl(seen, key, { needsReview: true, reviewers }, author),
      ),
    ),
    org(1, 11, (seen, author) =>
      changeRhythm(
        seen,
        'c026',
        { rhythm: 'monthly', rule: ruleOf({ by: 'working-day', n: 5, months: [] }) },
        today,
        author,
      ),
    ),
    org(2, 15, (seen, author) =>
      standIn(seen, 'p25', { for: 'p04', from: addDays(today, 10), until: addDays(today, 24) }, author),
    ),
  ]
}

const requirementsOf = ({ goal }: Control): string[] => [
  ...crosswalk(goal, 'caf2020').map((code) => `requirement:caf2020/${code}`),
  ...crosswalk(goal, 'iso9001').map((code) => `requirement:iso9001/${code}`),
]

// Risks

const riskActs = (story: RiskStory, { act, today }: World): Act[] => {
  const { key, by, back, inherent, residual, treatment, controls: _, ...fields } = story
  const room = roomOfRisk(story.department)
  const owner = story.department === undefined ? DIRECTOR : by
  return [
    act(room, owner, back, 9.5, (seen, author) => addRisk(seen, key, { ...fields, inherent }, author)),
    ...(residual
      ? [act(room, COORDINATOR, back - 40, 10, (seen, author) => rateRisk(seen, key, { residual }, author))]
      : []),
    ...(treatment
      ? [
          act(room, owner, back - 45, 11, (seen, author) =>
            treatRisk(
              seen,
              key,
              {
                treatment: treatment.treatment,
                note: treatment.note,
                ...(treatment.until !== undefined && { acceptedUntil: addDays(today, -treatment.until) }),
              },
              author,
            ),
          ),
        ]
      : []),
  ]
}

// Findings, evidence and judgements, upon the checks

const checkActs = (world: World): Act[] => {
  const checks = checksOf(world)
  const answered = checks.filter(({ answeredAt }) => answeredAt !== undefined)
  return [
    ...failures(answered, world).flatMap((check, index) => findingActs(check, index, world)),
    ...answered.flatMap((check) => [...evidenceActs(check, world), ...reviewActs(check, world)]),
  ]
}

const checksOf = (world: World): Check[] => {
  const controls = world.controls()
  return DEPARTMENTS.flatMap(({ key }) =>
    yearsOf(world.today).flatMap((year) => checksIn(world, controls, key, year)),
  )
}
const checksIn = (world: World, controls: readonly Control[], department: string, year: number): Check[] =>
  yearChecks({
    controls,
    department,
    year,
    records: world.records(yearRoom(department, year)),
    today: world.today,
  })
const yearsOf = (today: Day): readonly number[] => [yearOf(today) - 1, yearOf(today)]

/** Failures that became a finding: of a control in a department one, the known stories first. */
const failures = (checks: readonly Check[], { today }: World): Check[] => {
  const oldest = startOfDay(addDays(today, -FINDINGS.from))
  const seen = new Set<string>()
  return checks
    .filter(
      ({ outcome, answeredAt, clash }) =>
        (outcome === 'partly' || outcome === 'not-in-order') && !clash && (answeredAt ?? 0) >= oldest,
    )
    .sort(
      (a, b) =>
        Number(b.control.key in CAUSES) - Number(a.control.key in CAUSES) ||
        Number(b.control.isKey) - Number(a.control.isKey) ||
        (a.answeredAt ?? 0) - (b.answeredAt ?? 0),
    )
    .filter(({ control, department }) => {
      const isNew = !seen.has(`${control.key}/${department}`)
      seen.add(`${control.key}/${department}`)
      return isNew
    })
    .slice(0, FINDINGS.most)
}

/** How far the loop went: noted only, cause known, being repaired, repaired, or as far as the next check shows. */
const findingActs = (check: Check, index: number, world: World): Act[] => {
  const { department, answeredAt = 0, answeredBy = COORDINATOR } = check
  const key = findingKeyOf(department, check.about) as string
  const about = findingAbout(key)
  const room = `dept/${department}`
  const head = headOf(department)
  const { whys, bone, measure, result } = CAUSES[check.control.key] ?? COMMON_CAUSE
  const measureKey = `herstel-${check.control.key}-${department}-${check.period.toLowerCase()}`
  const day = (days: number, hour: number): number =>
    startOfDay(workingDayUpTo(addDays(new Date(answeredAt).toISOString().slice(0, 10), days))) + hour * HOUR
  const at = (when: number, member: string, say: Act['say']): Act => ({ room, member, at: when, say })
  const far = index % 5 === 4 ? index % 3 : 4
  const due = new Date(day(30, 12)).toISOString().slice(0, 10)
  const acts = [
    at(answeredAt + 12 * MINUTE, answeredBy, (seen, author) =>
      addFinding(seen, key, { ...findingFromCheck(check, author.at), owner: head }, author),
    ),
    at(day(4, 10), head, (seen, author) => changeFinding(seen, key, { whys, bone }, author)),
    at(day(5, 11), head, (seen, author) =>
      addMeasure(
        seen,
        measureKey,
        { title: measure, owner: head, department, due, status: 'running', horizon: 'short', origin: about },
        author,
      ),
    ),
    at(day(20 + (index % 4) * 3, 15), head, (seen, author) =>
      stepMeasure(seen, measureKey, { to: 'done', result }, author),
    ),
  ].slice(0, far === 4 ? 4 : far + 1)
  const closings = [45, 75, 105, 150].map((days) =>
    at(day(days, 9.5), COORDINATOR, (seen, author) => close(seen, key, check, world, author)),
  )
  return far === 4 ? [...acts, ...closings] : acts
}

/** Closes a finding if by then the check was in order again. */
const close = (
  seen: RunningFold,
  key: string,
  { control, department }: Check,
  world: World,
  author: Author,
): Statement[] => {
  const checks = yearsOf(world.today)
    .flatMap((year) => checksIn(world, [control], department, year))
    .filter(({ answeredAt }) => (answeredAt ?? 0) < author.at)
  const proof = proofOf({ ...world.ground, departments: [department] }, findingAbout(key), checks)
  const shown = effectShown(proof)
  return shown ? closeFinding(seen, key, { by: 'check', check: shown.about }, proof, author) : []
}

const evidenceActs = (check: Check, { today, dice, files }: World): Act[] => {
  const { control, outcome, answeredAt = 0, answeredBy, room, period } = check
  const isProven =
    control.isKey && outcome === 'in-order' && answeredAt >= startOfDay(addDays(today, -EVIDENCE_FROM))
  if (!isProven || answeredBy === undefined) return []
  const isLong = control.rhythm === 'yearly' || control.rhythm === 'half-yearly' || dice.chance(0.06)
  const key = `bewijs-${control.key}-${period.toLowerCase()}`
  const bytes = evidenceBytes(check, files)
  return [
    {
      room,
      member: answeredBy,
      at: answeredAt - 2 * MINUTE,
      say: (seen, author) =>
        addEvidence(
          seen,
          key,
          {
            ...bytes,
            check: check.about,
            title: `${control.evidence} ${period}`,
            capturedAt: author.at,
            day: check.opens,
            ...(isLong && { validUntil: addDays(today, dice.int(-4, 160)) }),
          },
          [],
          author,
        ),
    },
  ]
}

/** A page of the intranet with its picture, a PDF, or a list: by control, so that a series looks alike. */
const evidenceBytes = (
  { control, period, department, opens, note }: Check,
  files: Map<string, DemoFile>,
): Pick<
  EvidenceInput,
  'type' | 'sha256' | 'size' | 'mime' | 'name' | 'picture' | 'thumbnail' | 'url' | 'selection'
> => {
  const place = `${department}/${control.key}/${period.toLowerCase()}`
  const page = {
    address: `intranet.zandrode.example/${place}`,
    title: `${control.evidence} ${period}`,
    lines: [
      control.title,
      `Dienst: ${department}`,
      `Periode vanaf ${opens}`,
      `Referentie: ${place}`,
      note || 'Nagezien en in orde bevonden.',
    ],
  }
  const keep = (file: DemoFile): string => {
    files.set(file.sha256, file)
    return file.sha256
  }
  const kind = Number(control.key.replace(/\D/g, '')) % 4
  if (kind < 2) {
    const { picture, thumbnail } = pageFiles(page)
    const sha256 = keep(picture)
    return {
      type: 'page',
      sha256,
      picture: sha256,
      thumbnail: keep(thumbnail),
      size: picture.bytes.length,
      mime: 'image/png',
      url: `https://${page.address}`,
      selection: control.title,
    }
  }
  const file = kind === 2 ? pdfFile(page) : listFile(page)
  const [mime, ending] = kind === 2 ? ['application/pdf', 'pdf'] : ['text/csv', 'csv']
  return {
    type: 'file',
    sha256: keep(file),
    size: file.bytes.length,
    mime,
    name: `${control.key}-${period.toLowerCase()}.${ending}`,
  }
}

const reviewActs = (check: Check, { today, dice }: World): Act[] => {
  const { control, room, period, answeredAt = 0, answeredBy = '', performer = '' } = check
  if (!(control.key in REVIEWED) || answeredAt < startOfDay(addDays(today, -60))) return []
  const named = { control: control.key, period }
  const head = headOf(check.department)
  const reviewer = [answeredBy, performer].includes(head) ? COORDINATOR : head
  const verdict = dice.chance(0.2)
    ? ({ verdict: 'returned', remark: 'Het telblad is niet getekend door de tweede persoon.' } as const)
    : ({ verdict: 'accepted' } as const)
  return [
    {
      room,
      member: answeredBy,
      at: answeredAt + MINUTE,
      say: (seen, author) => submitCheck(seen, named, author),
    },
    ...(dice.chance(0.6)
      ? [
          {
            room,
            member: reviewer,
            at: answeredAt + 26 * HOUR,
            say: (seen: RunningFold, author: Author) => reviewCheck(seen, named, verdict, author),
          },
        ]
      : []),
  ]
}

// Self-assessment

const openRounds = ({ act }: World): Act[] =>
  [FIRST, SECOND].flatMap(({ key, back, group }, index) => [
    act('org', COORDINATOR, back + 3, 9, (seen, author) =>
      addRound(
        seen,
        key,
        {
          title: index === 0 ? 'Zelfevaluatie alle thema’s' : 'Zelfevaluatie, tweede ronde',
          framework: 'leidraad',
          panel: 'maturity',
          subjects: AGREED.map(([code]) => code),
          members: group,
          reader: index === 0 ? 'p01' : 'p26',
        },
        author,
      ),
    ),
    act('org', COORDINATOR, back, 9, (seen, author) => stepRound(seen, key, { to: 'scoring' }, author)),
  ])

const scoreActs = (world: World): Act[] => [
  ...FIRST.group.flatMap((member) => scoresOf(world, FIRST, member, AGREED.length, 8, 0)),
  // One is ready, one is nearly, the others have yet to begin.
  ...scoresOf(world, SECOND, 'p04', AGREED.length, 7, 1),
  ...scoresOf(world, SECOND, 'p07', AGREED.length, 5, 1),
  ...scoresOf(world, SECOND, 'p05', 6, 3, 1),
]

const scoresOf = (
  { act, records, dice }: World,
  { key, back }: { readonly key: string; readonly back: number },
  member: string,
  count: number,
  after: number,
  better: number,
): Act[] => {
  const round = (): Round | undefined => roundIn(records('org'), key)
  const room = roundRoom(key, member)
  const scores = AGREED.slice(0, count).map(([code, agreed], index) => {
    const level = Math.max(0, Math.min(4, agreed + better * dice.int(0, 1) + dice.int(-1, 1)))
    return act(room, member, back - after, 10 + index / 12, (seen, author) => {
      const now = round()
      return now
        ? sayScore(seen, now, code, { level, comment: COMMENTS[level] ?? '' }, 'enabler', author)
        : []
    })
  })
  const department = PEOPLE.find((person) => person.key === member)?.roles.manager?.[0]
  const ready = act(department ? `dept/${department}` : 'team', member, back - after, 12, (seen, author) =>
    submitScores(seen, key, member, author),
  )
  return count === AGREED.length ? [...scores, ready] : scores
}

const COMMENTS = [
  'Hier is nog niets van.',
  'Hangt af van wie het doet.',
  'Er is een begin, maar niet overal.',
  'Beschreven, gekend en toegepast.',
  'Elk jaar nagekeken en bijgestuurd.',
]

const closeRound = (world: World): Act[] => {
  const { act, records } = world
  const { key, back, group } = FIRST
  return [
    act('org', COORDINATOR, back - 20, 9, (seen, author) =>
      stepRound(seen, key, { to: 'consensus', submitted: group }, author),
    ),
    ...AGREED.map(([code, level, ambition, strengths, weaknesses], index) =>
      act('org', COORDINATOR, back - 27, 9 + index / 5, (seen, author) =>
        sayConsensus(seen, key, code, { level, ambition, strengths, weaknesses }, 'enabler', author),
      ),
    ),
    act('org', COORDINATOR, back - 40, 14, (seen, author) => {
      const round = roundIn(records('org'), key)
      return round
        ? validateRound(
            seen,
            key,
            assessmentOf(round, linesOf(round, { member: COORDINATOR, records })),
            author,
          )
        : []
    }),
  ]
}
