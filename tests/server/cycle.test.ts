/** What the server refuses of the control cycle, also from a hand-made program: judging oneself, peeking at blind scores. */
import { expect, test } from 'vitest'
import { answerCheck, reviewCheck } from '../../shared/commands/checks'
import { addEvidence } from '../../shared/commands/evidence'
import { standIn } from '../../shared/commands/members'
import { addRound, stepRound } from '../../shared/commands/rounds'
import { addDays, dayOf } from '../../shared/days'
import { openLedger } from '../../shared/ledger'
import { parse, type Statement } from '../../shared/statement'
import {
  type Client,
  connect,
  eventually,
  makeId,
  makeMunicipality,
  makeStatement,
  PEOPLE,
  type Person,
  signIn,
  startServer,
  statementsIn,
} from './make'

const YEAR = 'dept/bur/2026'
const NAMED = { control: 'kas-telling', period: '2026-11' }
const ABOUT = 'check:kas-telling/2026-11'

const arrange = async () => {
  const municipality = await makeMunicipality()
  const server = await startServer(municipality.data)
  const tokens = new Map<Person, string>()
  const knock = async (person: Person, room: string): Promise<Client> => {
    const token = tokens.get(person) ?? (await signIn(server, municipality.codes[person]))
    tokens.set(person, token)
    return connect(server, { token, room })
  }
  return {
    knock,
    enter: async (person: Person, room: string): Promise<Client> => {
      const client = await knock(person, room)
      await client.synced
      return client
    },
  }
}

const author = (person: Person) => ({ by: PEOPLE[person], at: Date.now(), id: makeId })

const say = async (
  client: Client,
  make: (seen: ReturnType<typeof openLedger>['fold']) => Statement[],
): Promise<void> => {
  const ledger = openLedger(client.doc)
  const statements = make(ledger.fold)
  ledger.close()
  expect(statements.length).toBeGreaterThan(0)
  await client.write(...statements)
}

const refusalOf = async (client: Client, statement: Statement) => {
  client.write(statement).catch(() => undefined)
  return (await client.closed).code
}

test('nobody judges his own answer, whatever his program says; somebody else does', async () => {
  const { enter } = await arrange()
  const els = await enter('managerBur', YEAR)
  await say(els, (seen) =>
    answerCheck(seen, { ...NAMED, outcome: 'in-order', submit: true }, author('managerBur')),
  )
  const me = PEOPLE.managerBur
  const answer = statementsIn(els.doc).map(parse)[0]?.id as string
  const tries = [
    makeStatement(me, ABOUT, { review: 'accepted' }),
    makeStatement(
      me,
      ABOUT,
      { review: 'accepted', reviewer: me, reviewedFor: me },
      { reviewedFor: [answer] },
    ),
    makeStatement(
      me,
      ABOUT,
      { review: 'accepted', reviewer: PEOPLE.director, reviewedFor: me },
      { reviewedFor: [answer] },
    ),
  ]
  for (const attempt of tries)
    expect(await refusalOf(await enter('managerBur', YEAR), attempt), JSON.stringify(attempt.set)).toBe(4422)
  const colleague = await enter('contributorBur', YEAR)
  await say(colleague, (seen) => reviewCheck(seen, NAMED, { verdict: 'accepted' }, author('contributorBur')))
  expect(statementsIn(colleague.doc)).toHaveLength(2)
})

test('an answer and the judgement of another, both given without a network, come through', async () => {
  const { enter } = await arrange()
  const els = await enter('managerBur', YEAR)
  const sofie = await enter('contributorBur', YEAR)
  await say(els, (seen) =>
    answerCheck(seen, { ...NAMED, outcome: 'partly', submit: true }, author('managerBur')),
  )
  await eventually(() => expect(statementsIn(sofie.doc)).toHaveLength(1))
  const ledger = openLedger(sofie.doc)
  const judged = reviewCheck(
    ledger.fold,
    NAMED,
    { verdict: 'returned', remark: 'Telblad?' },
    author('contributorBur'),
  )
  ledger.close()
  await say(els, (seen) =>
    answerCheck(seen, { ...NAMED, outcome: 'in-order', submit: true }, author('managerBur')),
  )
  await sofie.write(...judged)
  expect(statementsIn((await enter('auditor', YEAR)).doc)).toHaveLength(3)
})

test('blind scores are read by their author alone until scoring is closed, and written by nobody after', async () => {
  const { enter, knock } = await arrange()
  const members = [PEOPLE.managerBur, PEOPLE.managerTec]
  const org = await enter('coordinator', 'org')
  await say(org, (seen) =>
    addRound(seen, 'r1', { title: 'Ronde', subjects: ['T4'], members }, author('coordinator')),
  )
  await say(org, (seen) => stepRound(seen, 'r1', { to: 'scoring' }, author('coordinator')))
  const room = `round/r1/${PEOPLE.managerBur}`
  const els = await enter('managerBur', room)
  await els.write(makeStatement(PEOPLE.managerBur, 'score:T4', { level: 1 }))
  for (const peeker of ['managerTec', 'coordinator', 'director', 'auditor'] as const)
    expect((await (await knock(peeker, room)).closed).code, peeker).toBe(4403)
  expect((await (await knock('director', `round/r1/${PEOPLE.director}`)).closed).code).toBe(4403)

  await say(org, (seen) => stepRound(seen, 'r1', { to: 'consensus', anyway: true }, author('coordinator')))
  const colleague = await enter('managerTec', room)
  expect(statementsIn(colleague.doc)).toHaveLength(1)
  const late = makeStatement(PEOPLE.managerBur, 'score:T4', { level: 4 })
  expect(await refusalOf(await enter('managerBur', room), late)).toBe(4403)
  const closing = statementsIn(org.doc)
    .map(parse)
    .findLast((each) => each?.set.state === 'consensus') as Statement
  const again = makeStatement(PEOPLE.coordinator, 'round:r1', { state: 'scoring' }, { state: [closing.id] })
  expect(await refusalOf(await enter('coordinator', 'org'), again)).toBe(4422)
})

test('who stands in may write where who is away may, in those days only', async () => {
  const { enter, knock } = await arrange()
  expect((await (await knock('managerTec', YEAR)).closed).code).toBe(4403)
  const org = await enter('coordinator', 'org')
  const today = dayOf(Date.now())
  const standing = (from: number, until: number) => ({
    for: PEOPLE.managerBur,
    from: addDays(today, from),
    until: addDays(today, until),
  })
  await say(org, (seen) => standIn(seen, PEOPLE.managerTec, standing(2, 9), author('coordinator')))
  expect((await (await knock('managerTec', YEAR)).closed).code).toBe(4403)
  await say(org, (seen) => standIn(seen, PEOPLE.managerTec, standing(-1, 9), author('coordinator')))
  const deputy = await enter('managerTec', YEAR)
  await say(deputy, (seen) =>
    answerCheck(seen, { ...NAMED, outcome: 'in-order', performer: PEOPLE.managerBur }, author('managerTec')),
  )
  expect(statementsIn(deputy.doc)).toHaveLength(1)
  expect((await (await knock('managerTec', 'team')).closed).code).toBe(4403)
})

test('a piece of evidence never gets other bytes', async () => {
  const { enter } = await arrange()
  const els = await enter('managerBur', YEAR)
  const file = { check: ABOUT, type: 'file', sha256: 'a'.repeat(64), size: 3, name: 'x.pdf' } as const
  await say(els, (seen) => addEvidence(seen, 'e1', file, [], author('managerBur')))
  for (const sha256 of ['b'.repeat(64), 'not a hash'])
    expect(
      await refusalOf(
        await enter('director', YEAR),
        makeStatement(PEOPLE.director, 'evidence:e1', { sha256 }),
      ),
    ).toBe(4422)
})
